// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorFormat:
 * @WINERROR_FORMAT_TEXT: three or four lines for an entry
 * @WINERROR_FORMAT_LINE: one line for an entry
 * @WINERROR_FORMAT_MARKDOWN: CommonMark; a table (GitHub's extension) for several entries
 * @WINERROR_FORMAT_HTML: a paragraph; a table for several entries
 * @WINERROR_FORMAT_JIRA: Jira's wiki markup; a table for several entries
 * @WINERROR_FORMAT_CSV: RFC 4180, with a header line
 * @WINERROR_FORMAT_TSV: code, hex, symbol and description, separated by tabs, without a header line
 * @WINERROR_FORMAT_JSON: an array of objects
 * @WINERROR_FORMAT_TEMPLATE: what the user has laid out
 *
 * How an entry is written out. Each has its row in winerror-format.c and its nick of the same value
 * in the schema of the settings.
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

const char *winerror_format_get_name (WinerrorFormat format);
const char *winerror_format_get_title (WinerrorFormat format);
gboolean winerror_format_from_name (const char *name, WinerrorFormat *format, GError **error);
const char **winerror_format_list_names (void);

G_END_DECLS
