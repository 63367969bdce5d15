// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The writers of the formats that an editor shows with tables and emphasis. */

#include "winerror-format-markup.h"

#include "winerror-gettext.h"
#include "winerror-ticket-advice.h"
#include "winerror-ticket-escape.h"
#include "winerror-ticket-notes.h"

/* The headings of a table, each between @before and @after. */
static void
append_headings (GString *out,
                 const char *before,
                 const char *after,
                 void (*escape) (GString *out, const char *text))
{
  const char *const headings[] = { C_ ("column", "Code"), C_ ("column", "Hex"),
                                   C_ ("column", "Symbol"), C_ ("column", "Description") };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_string_append (out, before);
      escape (out, headings[i]);
      g_string_append (out, after);
    }
}

/**
 * winerror_format_markup_append_markdown_head:
 * @out: where the text is appended
 * @options: how the ticket text is to be
 *
 * Begins a table in Markdown.
 */
void
winerror_format_markup_append_markdown_head (GString *out, const WinerrorTicketOptions *options)
{
  append_headings (out, "| ", " ", winerror_ticket_escape_markdown);
  g_string_append (out, "|\n| --- | --- | --- | --- |\n");
}

/* The number in its ways; what is written in hexadecimal stands between @before and
 * @after. */
static void
append_numbers (GString *out,
                const WinerrorTicketFields *fields,
                const char *before,
                const char *after)
{
  gboolean hex_first = g_str_has_prefix (fields->name, "0x");

  g_string_append_printf (out, "%s%s%s", hex_first ? before : "", fields->name,
                          hex_first ? after : "");
  if (fields->other != NULL)
    g_string_append_printf (out, ", %s%s%s", hex_first ? "" : before, fields->other,
                            hex_first ? "" : after);
}

/**
 * winerror_format_markup_append_markdown:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 *
 * Writes an entry as paragraphs of CommonMark.
 */
void
winerror_format_markup_append_markdown (GString *out, const WinerrorTicketFields *fields)
{
  static const WinerrorTicketMarkup markup = {
    .escape = winerror_ticket_escape_markdown,
    .heading = "\n**",
    .heading_end = "**\n\n",
    .text = "",
    .text_end = "\n",
    .list = "",
    .item = "- ",
    .item_end = "\n",
    .list_end = "",
  };

  if (fields->symbol != NULL)
    g_string_append_printf (out, "**`%s`** (", fields->symbol);
  append_numbers (out, fields, "`", "`");
  g_string_append (out, fields->symbol != NULL ? ")\n\n" : "\n\n");
  if (fields->description != NULL)
    {
      winerror_ticket_escape_markdown (out, fields->description);
      g_string_append (out, "\n\n");
    }
  if (fields->second != NULL)
    {
      winerror_ticket_escape_markdown (out, fields->second);
      g_string_append (out, "\n\n");
    }
  if (fields->is_wrapped)
    g_string_append_printf (out, "HRESULT `%s` (%s)\n", fields->hresult, fields->hresult_signed);
  winerror_ticket_advice_append (out, fields, &markup);
  winerror_ticket_notes_append (out, fields, &markup);
}

/**
 * winerror_format_markup_append_markdown_row:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 *
 * Writes an entry as a row of a table, GitHub's extension.
 */
void
winerror_format_markup_append_markdown_row (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out, "| %s | `%s` | ", fields->name, fields->hex);
  if (fields->symbol != NULL)
    g_string_append_printf (out, "`%s` ", fields->symbol);
  g_string_append (out, "| ");
  if (fields->description != NULL)
    winerror_ticket_escape_markdown (out, fields->description);
  if (fields->second != NULL)
    {
      g_string_append (out, "<br>");
      winerror_ticket_escape_markdown (out, fields->second);
    }
  g_string_append (out, " |\n");
}

/**
 * winerror_format_markup_append_html_head:
 * @out: where the text is appended
 * @options: how the ticket text is to be
 *
 * Begins a table in HTML.
 */
void
winerror_format_markup_append_html_head (GString *out, const WinerrorTicketOptions *options)
{
  g_string_append (out, "<table>\n<tr>");
  append_headings (out, "<th>", "</th>", winerror_ticket_escape_html);
  g_string_append (out, "</tr>\n");
}

/* The direction is said for each part, so that neither a code nor a sentence from right to left
 * is put into disorder by what stands beside it. */
static void
append_html_description (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append (out, "<span lang=\"");
  winerror_ticket_escape_html (out, fields->language);
  g_string_append_printf (out, "\" dir=\"%s\">", fields->right_to_left ? "rtl" : "ltr");
  if (fields->description != NULL)
    winerror_ticket_escape_html (out, fields->description);
  g_string_append (out, "</span>");
  if (fields->second != NULL)
    {
      g_string_append (out, "<br><span lang=\"en\" dir=\"ltr\">");
      winerror_ticket_escape_html (out, fields->second);
      g_string_append (out, "</span>");
    }
}

/**
 * winerror_format_markup_append_html:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 *
 * Writes an entry as a paragraph of HTML.
 */
void
winerror_format_markup_append_html (GString *out, const WinerrorTicketFields *fields)
{
  static const WinerrorTicketMarkup markup = {
    .escape = winerror_ticket_escape_html,
    .heading = "<p dir=\"auto\"><b>",
    .heading_end = "</b></p>\n",
    .text = "<p dir=\"auto\">",
    .text_end = "</p>\n",
    .list = "<ul>\n",
    .item = "<li dir=\"auto\">",
    .item_end = "</li>\n",
    .list_end = "</ul>\n",
  };

  g_string_append (out, "<p><span dir=\"ltr\">");
  if (fields->symbol != NULL)
    {
      g_string_append (out, "<b>");
      winerror_ticket_escape_html (out, fields->symbol);
      g_string_append (out, "</b> (");
    }
  append_numbers (out, fields, "", "");
  g_string_append (out, fields->symbol != NULL ? ")</span>" : "</span>");
  if (fields->description != NULL)
    {
      g_string_append (out, "<br>");
      append_html_description (out, fields);
    }
  if (fields->is_wrapped)
    g_string_append_printf (out, "<br><span dir=\"ltr\">HRESULT %s (%s)</span>", fields->hresult,
                            fields->hresult_signed);
  g_string_append (out, "</p>\n");
  winerror_ticket_advice_append (out, fields, &markup);
  winerror_ticket_notes_append (out, fields, &markup);
}

/**
 * winerror_format_markup_append_html_row:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 *
 * Writes an entry as a row of a table in HTML.
 */
void
winerror_format_markup_append_html_row (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out,
                          "<tr><td dir=\"ltr\">%s</td><td dir=\"ltr\">%s</td>"
                          "<td dir=\"ltr\">",
                          fields->name, fields->hex);
  if (fields->symbol != NULL)
    winerror_ticket_escape_html (out, fields->symbol);
  g_string_append (out, "</td><td>");
  append_html_description (out, fields);
  g_string_append (out, "</td></tr>\n");
}

/**
 * winerror_format_markup_append_jira_head:
 * @out: where the text is appended
 * @options: how the ticket text is to be
 *
 * Begins a table in Jira.
 */
void
winerror_format_markup_append_jira_head (GString *out, const WinerrorTicketOptions *options)
{
  append_headings (out, "||", "", winerror_ticket_escape_jira);
  g_string_append (out, "||\n");
}

/**
 * winerror_format_markup_append_jira:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 *
 * Writes an entry as lines of Jira's wiki markup.
 */
void
winerror_format_markup_append_jira (GString *out, const WinerrorTicketFields *fields)
{
  static const WinerrorTicketMarkup markup = {
    .escape = winerror_ticket_escape_jira,
    .heading = "\n*",
    .heading_end = "*\n",
    .text = "",
    .text_end = "\n",
    .list = "",
    .item = "* ",
    .item_end = "\n",
    .list_end = "",
  };

  if (fields->symbol != NULL)
    {
      g_string_append_c (out, '*');
      winerror_ticket_escape_jira (out, fields->symbol);
      g_string_append (out, "* (");
    }
  append_numbers (out, fields, "{{", "}}");
  g_string_append (out, fields->symbol != NULL ? ")\n" : "\n");
  if (fields->description != NULL)
    {
      winerror_ticket_escape_jira (out, fields->description);
      g_string_append_c (out, '\n');
    }
  if (fields->second != NULL)
    {
      winerror_ticket_escape_jira (out, fields->second);
      g_string_append_c (out, '\n');
    }
  if (fields->is_wrapped)
    g_string_append_printf (out, "HRESULT {{%s}} (%s)\n", fields->hresult, fields->hresult_signed);
  winerror_ticket_advice_append (out, fields, &markup);
  winerror_ticket_notes_append (out, fields, &markup);
}

/**
 * winerror_format_markup_append_jira_row:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 *
 * Writes an entry as a row of a table in Jira's wiki markup.
 */
void
winerror_format_markup_append_jira_row (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out, "|%s|%s|", fields->name, fields->hex);
  /* an empty cell would head a column */
  winerror_ticket_escape_jira (out, fields->symbol != NULL ? fields->symbol : " ");
  g_string_append_c (out, '|');
  winerror_ticket_escape_jira (out, fields->description != NULL ? fields->description : " ");
  if (fields->second != NULL)
    {
      g_string_append (out, "\\\\");
      winerror_ticket_escape_jira (out, fields->second);
    }
  g_string_append (out, "|\n");
}
