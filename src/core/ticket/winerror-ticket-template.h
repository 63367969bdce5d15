// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-fields.h"

G_BEGIN_DECLS

gboolean winerror_ticket_template_check (const char *template_text, GError **error);
const char **winerror_ticket_template_list_placeholders (void);
void winerror_ticket_template_fill (GString *out, const WinerrorTicketFields *fields);

G_END_DECLS
