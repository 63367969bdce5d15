// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-fields.h"

G_BEGIN_DECLS

void winerror_format_data_append_csv_head (GString *out, const WinerrorTicketOptions *options);
void winerror_format_data_append_csv (GString *out, const WinerrorTicketFields *fields);

void winerror_format_data_append_tsv (GString *out, const WinerrorTicketFields *fields);

void winerror_format_data_append_json_head (GString *out, const WinerrorTicketOptions *options);
void winerror_format_data_append_json (GString *out, const WinerrorTicketFields *fields);

G_END_DECLS
