// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-fields.h"

G_BEGIN_DECLS

void winerror_ticket_fill_template (GString *out,
                                    const WinerrorTicketFields *fields,
                                    const WinerrorTicketOptions *options);

G_END_DECLS
