// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-language.h"

G_BEGIN_DECLS

#define WINERROR_TICKET_ERROR (winerror_ticket_error_quark ())

/**
 * WinerrorTicketError:
 * @WINERROR_TICKET_ERROR_TEMPLATE: a template has an unknown placeholder, or one without its end
 * @WINERROR_TICKET_ERROR_FORMAT: there is no format of that name
 *
 * What can be wrong with what a ticket text is asked for.
 */
typedef enum
{
  WINERROR_TICKET_ERROR_TEMPLATE,
  WINERROR_TICKET_ERROR_FORMAT,
} WinerrorTicketError;

/**
 * WinerrorFormat:
 * @WINERROR_FORMAT_TEXT: three or four lines for an entry
 * @WINERROR_FORMAT_LINE: one line for an entry
 * @WINERROR_FORMAT_MARKDOWN: CommonMark; a table (GitHub's extension) for several entries
 * @WINERROR_FORMAT_HTML: a paragraph; a table for several entries
 * @WINERROR_FORMAT_JIRA: Jira's wiki markup; a table for several entries
 * @WINERROR_FORMAT_CSV: RFC 4180, with a header line
 * @WINERROR_FORMAT_TSV: code, hex, symbol and description, parted by tabs, without a header line
 * @WINERROR_FORMAT_JSON: an array of objects
 * @WINERROR_FORMAT_TEMPLATE: what the user has laid out
 *
 * How an entry is written out.
 */
typedef enum
{
  WINERROR_FORMAT_TEXT,
  WINERROR_FORMAT_LINE,
  WINERROR_FORMAT_MARKDOWN,
  WINERROR_FORMAT_HTML,
  WINERROR_FORMAT_JIRA,
  WINERROR_FORMAT_CSV,
  WINERROR_FORMAT_TSV,
  WINERROR_FORMAT_JSON,
  WINERROR_FORMAT_TEMPLATE,
  WINERROR_N_FORMATS,
} WinerrorFormat;

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
 * @language: the user's language
 * @languages: which languages are written
 * @template_text: (nullable): the layout for %WINERROR_FORMAT_TEMPLATE
 * @query: (nullable): what was searched for, for the placeholder {query}
 * @date: (nullable): the date for the placeholder {date}; %NULL for today
 *
 * How a ticket text is to be.
 */
typedef struct
{
  WinerrorFormat format;
  WinerrorLanguage *language;
  WinerrorTicketLanguage languages;
  const char *template_text;
  const char *query;
  GDateTime *date;
} WinerrorTicketOptions;

GQuark winerror_ticket_error_quark (void);

const char *winerror_format_get_name (WinerrorFormat format);
const char *winerror_format_get_title (WinerrorFormat format);
gboolean winerror_format_from_name (const char *name, WinerrorFormat *format, GError **error);

char *winerror_ticket_write (WinerrorEntry *const *entries,
                             gsize n_entries,
                             const WinerrorTicketOptions *options);
void winerror_ticket_options_set_format (WinerrorTicketOptions *options, WinerrorFormat format);
gboolean winerror_ticket_check_template (const char *template_text, GError **error);

G_END_DECLS
