// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-fields.h"

G_BEGIN_DECLS

/**
 * WinerrorTicketMarkup:
 * @escape: (nullable): writes text so that it is not taken for markup
 * @heading: what a heading begins with
 * @heading_end: what it ends with
 * @text: what a paragraph begins with
 * @text_end: what it ends with
 * @list: what begins a list
 * @item: what begins one of its items
 * @item_end: what ends it
 * @list_end: what ends the list
 *
 * How a format writes headings, paragraphs and lists.
 */
typedef struct
{
  void (*escape) (GString *out, const char *text);
  const char *heading;
  const char *heading_end;
  const char *text;
  const char *text_end;
  const char *list;
  const char *item;
  const char *item_end;
  const char *list_end;
} WinerrorTicketMarkup;

void winerror_ticket_advice_append (GString *out,
                                    const WinerrorTicketFields *fields,
                                    const WinerrorTicketMarkup *markup);
char *winerror_ticket_advice_dup_means (const WinerrorTicketFields *fields);
char *winerror_ticket_advice_dup_check (const WinerrorTicketFields *fields);
char *winerror_ticket_advice_dup_see_also (const WinerrorTicketFields *fields);
char *winerror_ticket_advice_dup_json (const WinerrorTicketFields *fields);

G_END_DECLS
