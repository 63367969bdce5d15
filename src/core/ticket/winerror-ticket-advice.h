// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-markup.h"

G_BEGIN_DECLS

void winerror_ticket_advice_append (GString *out,
                                    const WinerrorTicketFields *fields,
                                    const WinerrorTicketMarkup *markup);
char *winerror_ticket_advice_dup_means (const WinerrorTicketFields *fields);
char *winerror_ticket_advice_dup_check (const WinerrorTicketFields *fields);
char *winerror_ticket_advice_dup_see_also (const WinerrorTicketFields *fields);
char *winerror_ticket_advice_dup_json (const WinerrorTicketFields *fields);

G_END_DECLS
