// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-markup.h"

G_BEGIN_DECLS

void winerror_ticket_notes_append (GString *out,
                                   const WinerrorTicketFields *fields,
                                   const WinerrorTicketMarkup *markup);
char *winerror_ticket_notes_dup_line (const WinerrorTicketFields *fields);
char *winerror_ticket_notes_dup_json (const WinerrorTicketFields *fields);

G_END_DECLS
