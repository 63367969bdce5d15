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

char *winerror_ticket_markup_dup_text (const WinerrorTicketFields *fields, const char *text);
void winerror_ticket_markup_append_escaped (GString *out,
                                            const WinerrorTicketMarkup *markup,
                                            const char *text);
void winerror_ticket_markup_append_heading (GString *out,
                                            const WinerrorTicketFields *fields,
                                            const WinerrorTicketMarkup *markup,
                                            const char *heading);
void winerror_ticket_markup_append_paragraph (GString *out,
                                              const WinerrorTicketMarkup *markup,
                                              const char *text);
void winerror_ticket_markup_append_json_string (GString *out, const char *text);

G_END_DECLS
