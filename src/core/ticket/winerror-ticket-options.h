// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-format.h"
#include "winerror-language.h"
#include "winerror-ticket-evidence.h"

G_BEGIN_DECLS

/**
 * WinerrorTicketLanguage:
 * @WINERROR_TICKET_LANGUAGE_BOTH: the user's language, then English where that is another text
 * @WINERROR_TICKET_LANGUAGE_OWN: the user's language alone
 * @WINERROR_TICKET_LANGUAGE_ENGLISH: English alone
 *
 * In which language a ticket text describes an entry.
 */
typedef enum
{
  WINERROR_TICKET_LANGUAGE_BOTH,
  WINERROR_TICKET_LANGUAGE_OWN,
  WINERROR_TICKET_LANGUAGE_ENGLISH,
} WinerrorTicketLanguage;

/**
 * WinerrorTicketOptions:
 * @format: how entries are written
 * @language: (owned): the user's language
 * @languages: which languages are written
 * @with_advice: the advice on an entry follows it, in the formats for people
 * @with_notes: the notes on an entry follow it, in the formats for people
 * @template_text: (owned) (nullable): the layout for %WINERROR_FORMAT_TEMPLATE
 * @evidence: (owned) (nullable) (element-type WinerrorTicketEvidence): what logs say of each of the
 *   entries; elements may be %NULL, and there may be fewer than entries
 * @query: (owned) (nullable): what was searched for, for the placeholder {query}
 * @date: (owned) (nullable): the date for the placeholder {date}; %NULL for today
 *
 * How a ticket text is to be. Options own what they point to; they begin as { 0 } and end with
 * winerror_ticket_options_clear(), which g_auto() calls.
 */
typedef struct
{
  WinerrorFormat format;
  WinerrorLanguage *language;
  WinerrorTicketLanguage languages;
  gboolean with_advice;
  gboolean with_notes;
  char *template_text;
  GPtrArray *evidence;
  char *query;
  GDateTime *date;
} WinerrorTicketOptions;

void winerror_ticket_options_clear (WinerrorTicketOptions *options);
void winerror_ticket_options_set_format (WinerrorTicketOptions *options, WinerrorFormat format);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WinerrorTicketOptions, winerror_ticket_options_clear)

G_END_DECLS
