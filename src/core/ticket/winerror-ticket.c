// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket.h"

#include "winerror-ticket-escape.h"
#include "winerror-ticket-fields.h"
#include "winerror-ticket-template.h"
#include "winerror-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (winerror_ticket_error_quark, winerror_ticket_error)

/* Formats, one entry */

static void
append_text (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out, "%s (%u, %s)\n%s\n", fields->symbol, fields->code, fields->hex,
                          fields->description);
  if (fields->second != NULL)
    g_string_append_printf (out, "%s\n", fields->second);
  g_string_append_printf (out, "HRESULT %s (%s)\n", fields->hresult, fields->hresult_signed);
}

static void
append_line (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out, "%u (%s) %s: %s", fields->code, fields->hex, fields->symbol,
                          fields->description);
  if (fields->second != NULL)
    g_string_append_printf (out, " (%s)", fields->second);
  g_string_append_c (out, '\n');
}

static void
append_markdown_entry (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out, "**`%s`** (%u, `%s`)\n\n", fields->symbol, fields->code,
                          fields->hex);
  winerror_escape_markdown (out, fields->description);
  g_string_append (out, "\n\n");
  if (fields->second != NULL)
    {
      winerror_escape_markdown (out, fields->second);
      g_string_append (out, "\n\n");
    }
  g_string_append_printf (out, "HRESULT `%s` (%s)\n", fields->hresult, fields->hresult_signed);
}

/* The direction is said for each part, so that neither a code nor a sentence from right to left
 * is put into disorder by what stands beside it. */
static void
append_html_description (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append (out, "<span lang=\"");
  winerror_escape_html (out, fields->language);
  g_string_append_printf (out, "\" dir=\"%s\">", fields->right_to_left ? "rtl" : "ltr");
  winerror_escape_html (out, fields->description);
  g_string_append (out, "</span>");
  if (fields->second != NULL)
    {
      g_string_append (out, "<br><span lang=\"en\" dir=\"ltr\">");
      winerror_escape_html (out, fields->second);
      g_string_append (out, "</span>");
    }
}

static void
append_html_entry (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append (out, "<p><span dir=\"ltr\"><b>");
  winerror_escape_html (out, fields->symbol);
  g_string_append_printf (out, "</b> (%u, %s)</span><br>", fields->code, fields->hex);
  append_html_description (out, fields);
  g_string_append_printf (out, "<br><span dir=\"ltr\">HRESULT %s (%s)</span></p>\n",
                          fields->hresult, fields->hresult_signed);
}

static void
append_jira_entry (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append (out, "*");
  winerror_escape_jira (out, fields->symbol);
  g_string_append_printf (out, "* (%u, {{%s}})\n", fields->code, fields->hex);
  winerror_escape_jira (out, fields->description);
  g_string_append_c (out, '\n');
  if (fields->second != NULL)
    {
      winerror_escape_jira (out, fields->second);
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "HRESULT {{%s}} (%s)\n", fields->hresult, fields->hresult_signed);
}

static void
append_tsv (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out, "%u\t%s\t%s\t%s\n", fields->code, fields->hex, fields->symbol,
                          fields->description);
}

static void
append_csv_row (GString *out, const WinerrorTicketFields *fields)
{
  const char *const cells[] = {
    fields->hex,     fields->symbol,         fields->description, fields->source,
    fields->hresult, fields->hresult_signed, fields->table,
  };

  g_string_append_printf (out, "%u", fields->code);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_string_append_c (out, ',');
      winerror_escape_csv (out, cells[i]);
    }
  g_string_append (out, "\r\n");
}

static void
append_json_object (GString *out, const WinerrorTicketFields *fields)
{
  const struct
  {
    const char *name;
    const char *value;
  } members[] = {
    { "hex", fields->hex },
    { "symbol", fields->symbol },
    { "description", fields->description },
    { "source_description", fields->source },
    { "hresult", fields->hresult },
    { "hresult_signed", fields->hresult_signed },
    { "table", fields->table },
  };

  g_string_append_printf (out, "  {\"code\": %u", fields->code);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_string_append (out, ", ");
      g_string_append_printf (out, "\"%s\": \"", members[i].name);
      winerror_escape_json (out, members[i].value);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '}');
}

/* Formats, several entries as a table */

static void
append_markdown_row (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out, "| %u | `%s` | `%s` | ", fields->code, fields->hex, fields->symbol);
  winerror_escape_markdown (out, fields->description);
  if (fields->second != NULL)
    {
      g_string_append (out, "<br>");
      winerror_escape_markdown (out, fields->second);
    }
  g_string_append (out, " |\n");
}

static void
append_html_row (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out,
                          "<tr><td dir=\"ltr\">%u</td><td dir=\"ltr\">%s</td>"
                          "<td dir=\"ltr\">",
                          fields->code, fields->hex);
  winerror_escape_html (out, fields->symbol);
  g_string_append (out, "</td><td>");
  append_html_description (out, fields);
  g_string_append (out, "</td></tr>\n");
}

static void
append_jira_row (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out, "|%u|%s|", fields->code, fields->hex);
  winerror_escape_jira (out, fields->symbol);
  g_string_append_c (out, '|');
  winerror_escape_jira (out, fields->description);
  if (fields->second != NULL)
    {
      g_string_append (out, "\\\\");
      winerror_escape_jira (out, fields->second);
    }
  g_string_append (out, "|\n");
}

static void
append_table_head (GString *out, WinerrorFormat format)
{
  const char *const heads[] = { C_ ("column", "Code"), C_ ("column", "Hex"),
                                C_ ("column", "Symbol"), C_ ("column", "Description") };

  if (format == WINERROR_FORMAT_HTML)
    g_string_append (out, "<table>\n<tr>");
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      if (format == WINERROR_FORMAT_MARKDOWN)
        {
          g_string_append (out, i == 0 ? "| " : " | ");
          winerror_escape_markdown (out, heads[i]);
        }
      else if (format == WINERROR_FORMAT_JIRA)
        {
          g_string_append (out, "||");
          winerror_escape_jira (out, heads[i]);
        }
      else
        {
          g_string_append (out, "<th>");
          winerror_escape_html (out, heads[i]);
          g_string_append (out, "</th>");
        }
    }
  if (format == WINERROR_FORMAT_MARKDOWN)
    g_string_append (out, " |\n| --- | --- | --- | --- |\n");
  else
    g_string_append (out, format == WINERROR_FORMAT_JIRA ? "||\n" : "</tr>\n");
}

/* Putting it together */

static void
append_entry (GString *out,
              const WinerrorTicketFields *fields,
              const WinerrorTicketOptions *options,
              gboolean row)
{
  switch (options->format)
    {
    case WINERROR_FORMAT_LINE:
      append_line (out, fields);
      break;
    case WINERROR_FORMAT_MARKDOWN:
      (row ? append_markdown_row : append_markdown_entry) (out, fields);
      break;
    case WINERROR_FORMAT_HTML:
      (row ? append_html_row : append_html_entry) (out, fields);
      break;
    case WINERROR_FORMAT_JIRA:
      (row ? append_jira_row : append_jira_entry) (out, fields);
      break;
    case WINERROR_FORMAT_CSV:
      append_csv_row (out, fields);
      break;
    case WINERROR_FORMAT_TSV:
      append_tsv (out, fields);
      break;
    case WINERROR_FORMAT_JSON:
      append_json_object (out, fields);
      break;
    case WINERROR_FORMAT_TEMPLATE:
      winerror_ticket_fill_template (out, fields, options);
      g_string_append_c (out, '\n');
      break;
    case WINERROR_FORMAT_TEXT:
    case WINERROR_N_FORMATS:
    default:
      append_text (out, fields);
      break;
    }
}

/* No blanks at the end of a line; no line break at the end of a single line, one otherwise. The
 * parts are in normal form C already; as a whole the text must not be composed, for a description
 * that begins with U+0338 would make "≯" of the end of a tag. */
static char *
tidy (GString *out)
{
  g_autoptr (GString) tidied = g_string_sized_new (out->len);

  for (gsize i = 0; i < out->len; i++)
    {
      if (out->str[i] == '\n')
        while (tidied->len > 0 && strchr (" \t", tidied->str[tidied->len - 1]) != NULL)
          g_string_truncate (tidied, tidied->len - 1);
      g_string_append_c (tidied, out->str[i]);
    }
  while (tidied->len > 0 && strchr (" \t\n", tidied->str[tidied->len - 1]) != NULL)
    g_string_truncate (tidied, tidied->len - 1);
  if (strchr (tidied->str, '\n') != NULL)
    g_string_append_c (tidied, '\n');
  return g_string_free (g_steal_pointer (&tidied), FALSE);
}

/**
 * winerror_ticket_options_set_format:
 * @options: options with the template that there is
 * @format: how entries are to be written out
 *
 * Chooses a format; plain text in place of a template that is empty or cannot be filled in.
 */
void
winerror_ticket_options_set_format (WinerrorTicketOptions *options, WinerrorFormat format)
{
  g_return_if_fail (options != NULL);
  g_return_if_fail (format < WINERROR_N_FORMATS);

  if (format == WINERROR_FORMAT_TEMPLATE &&
      (options->template_text == NULL || winerror_text_is_blank (options->template_text) ||
       !winerror_ticket_check_template (options->template_text, NULL)))
    format = WINERROR_FORMAT_TEXT;
  options->format = format;
}

/**
 * winerror_ticket_write:
 * @entries: (array length=n_entries): the entries, in the order in which they are to come
 * @n_entries: how many; there may be none
 * @options: how the text is to be
 *
 * Writes entries out for a ticket. Whatever the entries hold, the text has no control characters
 * and no marks of direction, and nothing of it is taken for markup, a formula or a new line by
 * what it is pasted into.
 *
 * Returns: (transfer full): the text, each part of it in normal form C; CSV has the line ends of
 *   RFC 4180, all else \n; several lines end with a line break, a single one does not
 */
char *
winerror_ticket_write (WinerrorEntry *const *entries,
                       gsize n_entries,
                       const WinerrorTicketOptions *options)
{
  g_autoptr (GString) out = g_string_new (NULL);
  WinerrorFormat format;
  gboolean table;

  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->language != NULL, NULL);
  g_return_val_if_fail (
      options->format != WINERROR_FORMAT_TEMPLATE || options->template_text != NULL, NULL);

  format = options->format;
  table = n_entries > 1 && (format == WINERROR_FORMAT_MARKDOWN || format == WINERROR_FORMAT_HTML ||
                            format == WINERROR_FORMAT_JIRA);
  if (table)
    append_table_head (out, format);
  if (format == WINERROR_FORMAT_CSV)
    g_string_append (out, "code,hex,symbol,description,source_description,hresult,hresult_signed,"
                          "table\r\n");
  if (format == WINERROR_FORMAT_JSON)
    g_string_append (out, n_entries > 0 ? "[\n" : "[");

  for (gsize i = 0; i < n_entries; i++)
    {
      g_auto (WinerrorTicketFields) fields = { 0 };

      winerror_ticket_fields_init (&fields, entries[i], options);
      if (i > 0 && format == WINERROR_FORMAT_JSON)
        g_string_append (out, ",\n");
      if (i > 0 && format == WINERROR_FORMAT_TEXT)
        g_string_append_c (out, '\n');
      append_entry (out, &fields, options, table);
    }

  if (table && format == WINERROR_FORMAT_HTML)
    g_string_append (out, "</table>\n");
  if (format == WINERROR_FORMAT_JSON)
    g_string_append (out, n_entries > 0 ? "\n]\n" : "]");

  if (format == WINERROR_FORMAT_CSV)
    return g_string_free (g_steal_pointer (&out), FALSE);
  return tidy (out);
}

static const struct
{
  const char *name;
  const char *title;
} formats[WINERROR_N_FORMATS] = {
  [WINERROR_FORMAT_TEXT] = { "text", NC_ ("format", "Text") },
  [WINERROR_FORMAT_LINE] = { "line", NC_ ("format", "One Line") },
  [WINERROR_FORMAT_MARKDOWN] = { "markdown", NC_ ("format", "Markdown") },
  [WINERROR_FORMAT_HTML] = { "html", NC_ ("format", "HTML") },
  [WINERROR_FORMAT_JIRA] = { "jira", NC_ ("format", "Jira") },
  [WINERROR_FORMAT_CSV] = { "csv", NC_ ("format", "CSV") },
  [WINERROR_FORMAT_TSV] = { "tsv", NC_ ("format", "TSV") },
  [WINERROR_FORMAT_JSON] = { "json", NC_ ("format", "JSON") },
  [WINERROR_FORMAT_TEMPLATE] = { "template", NC_ ("format", "Template") },
};

/**
 * winerror_format_get_name:
 * @format: a format
 *
 * Returns: (transfer none): its name on the command line and in the settings
 */
const char *
winerror_format_get_name (WinerrorFormat format)
{
  g_return_val_if_fail (format < WINERROR_N_FORMATS, NULL);

  return formats[format].name;
}

/**
 * winerror_format_get_title:
 * @format: a format
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
winerror_format_get_title (WinerrorFormat format)
{
  g_return_val_if_fail (format < WINERROR_N_FORMATS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "format", formats[format].title);
}

/**
 * winerror_format_from_name:
 * @name: the name of a format
 * @format: (out): the format
 * @error: (nullable): return location for a %WINERROR_TICKET_ERROR_FORMAT that names all formats
 *
 * Returns: whether there is such a format
 */
gboolean
winerror_format_from_name (const char *name, WinerrorFormat *format, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < WINERROR_FORMAT_TEMPLATE; i++)
    {
      if (g_str_equal (formats[i].name, name))
        {
          *format = (WinerrorFormat) i;
          return TRUE;
        }
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", formats[i].name);
    }

  /* Translators: expected one of text, line, …; found what was typed */
  g_set_error (error, WINERROR_TICKET_ERROR, WINERROR_TICKET_ERROR_FORMAT,
               _ ("expected a format (%s), found “%s”"), all->str, name);
  return FALSE;
}
