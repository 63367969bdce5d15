// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-format.h"

#include "winerror-format-data.h"
#include "winerror-format-evidence.h"
#include "winerror-format-markup.h"
#include "winerror-format-private.h"
#include "winerror-gettext.h"
#include "winerror-text.h"
#include "winerror-ticket-advice.h"
#include "winerror-ticket-error.h"
#include "winerror-ticket-notes.h"
#include "winerror-ticket-template.h"

static void
append_text (GString *out, const WinerrorTicketFields *fields)
{
  static const WinerrorTicketMarkup markup = {
    .heading = "\n",
    .heading_end = ":\n",
    .text = "",
    .text_end = "\n",
    .list = "",
    .item = "- ",
    .item_end = "\n",
    .list_end = "",
  };

  if (fields->symbol != NULL)
    g_string_append_printf (out, "%s (", fields->symbol);
  g_string_append (out, fields->name);
  if (fields->other != NULL)
    g_string_append_printf (out, ", %s", fields->other);
  g_string_append (out, fields->symbol != NULL ? ")\n" : "\n");
  if (fields->description != NULL)
    g_string_append_printf (out, "%s\n", fields->description);
  if (fields->second != NULL)
    g_string_append_printf (out, "%s\n", fields->second);
  if (fields->is_wrapped)
    g_string_append_printf (out, "HRESULT %s (%s)\n", fields->hresult, fields->hresult_signed);
  winerror_ticket_advice_append (out, fields, &markup);
  winerror_ticket_notes_append (out, fields, &markup);
}

static void
append_line (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append (out, fields->name);
  if (fields->is_wrapped)
    g_string_append_printf (out, " (%s)", fields->hex);
  if (fields->symbol != NULL)
    g_string_append_printf (out, " %s", fields->symbol);
  if (fields->description != NULL)
    g_string_append_printf (out, ": %s", fields->description);
  if (fields->second != NULL)
    g_string_append_printf (out, " (%s)", fields->second);
  g_string_append_c (out, '\n');
}

static void
append_template (GString *out, const WinerrorTicketFields *fields)
{
  winerror_ticket_template_fill (out, fields);
  g_string_append_c (out, '\n');
}

/* A title that is a name of its own, the same in each language, is not marked for translation. */
static const WinerrorFormatInfo formats[WINERROR_N_FORMATS] = {
  [WINERROR_FORMAT_TEXT] = {
    .name = "text",
    .title = NC_ ("format", "Text"),
    .append_entry = append_text,
    .append_evidence = winerror_format_evidence_append_plain,
    .separator = "\n",
  },
  [WINERROR_FORMAT_LINE] = {
    .name = "line",
    .title = NC_ ("format", "One Line"),
    .append_entry = append_line,
    .append_evidence = winerror_format_evidence_append_plain,
  },
  [WINERROR_FORMAT_MARKDOWN] = {
    .name = "markdown",
    .title = "Markdown",
    .append_head = winerror_format_markup_append_markdown_head,
    .append_entry = winerror_format_markup_append_markdown,
    .append_evidence = winerror_format_evidence_append_markdown,
    .append_row = winerror_format_markup_append_markdown_row,
  },
  [WINERROR_FORMAT_HTML] = {
    .name = "html",
    .title = "HTML",
    .append_head = winerror_format_markup_append_html_head,
    .append_entry = winerror_format_markup_append_html,
    .append_evidence = winerror_format_evidence_append_html,
    .append_row = winerror_format_markup_append_html_row,
    .foot = "</table>\n",
  },
  [WINERROR_FORMAT_JIRA] = {
    .name = "jira",
    .title = "Jira",
    .append_head = winerror_format_markup_append_jira_head,
    .append_entry = winerror_format_markup_append_jira,
    .append_evidence = winerror_format_evidence_append_jira,
    .append_row = winerror_format_markup_append_jira_row,
  },
  [WINERROR_FORMAT_CSV] = {
    .name = "csv",
    .title = "CSV",
    .append_head = winerror_format_data_append_csv_head,
    .append_entry = winerror_format_data_append_csv,
    .keeps_line_ends = TRUE,
  },
  [WINERROR_FORMAT_TSV] = {
    .name = "tsv",
    .title = "TSV",
    .append_entry = winerror_format_data_append_tsv,
    .keeps_tabs = TRUE,
  },
  [WINERROR_FORMAT_JSON] = {
    .name = "json",
    .title = "JSON",
    .append_head = winerror_format_data_append_json_head,
    .append_entry = winerror_format_data_append_json,
    .separator = ",\n",
    .foot = "\n]\n",
    .nothing = "[]",
  },
  [WINERROR_FORMAT_TEMPLATE] = {
    .name = "template",
    .title = NC_ ("format", "Template"),
    .append_entry = append_template,
    .needs_template = TRUE,
  },
};

/**
 * winerror_format_get_info:
 * @format: a format
 *
 * Returns: (transfer none): its row
 */
const WinerrorFormatInfo *
winerror_format_get_info (WinerrorFormat format)
{
  g_return_val_if_fail (format < WINERROR_N_FORMATS, NULL);

  return &formats[format];
}

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

  return winerror_pgettext ("format", formats[format].title);
}

/**
 * winerror_format_from_name:
 * @name: the name of a format
 * @format: (out): the format
 * @error: (nullable): return location for a %WINERROR_TICKET_ERROR_FORMAT that names all formats
 *
 * Finds a format that can be asked for by its name: any that needs no template.
 *
 * Returns: whether there is such a format
 */
gboolean
winerror_format_from_name (const char *name, WinerrorFormat *format, GError **error)
{
  g_autofree const char **names = NULL;
  g_autofree char *all = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < WINERROR_N_FORMATS; i++)
    if (!formats[i].needs_template && g_str_equal (formats[i].name, name))
      {
        *format = (WinerrorFormat) i;
        return TRUE;
      }

  names = winerror_format_list_names ();
  all = g_strjoinv (", ", (char **) names);
  shown = winerror_text_abridge (name, WINERROR_TEXT_MAX_QUOTED);
  /* Translators: expected one of text, line, …; found what was typed */
  g_set_error (error, WINERROR_TICKET_ERROR, WINERROR_TICKET_ERROR_FORMAT,
               _ ("expected a format (%s), found “%s”"), all, shown);
  return FALSE;
}

/**
 * winerror_format_list_names:
 *
 * Returns: (transfer container) (array zero-terminated=1): the names that
 *   winerror_format_from_name() knows
 */
const char **
winerror_format_list_names (void)
{
  const char **names = g_new0 (const char *, WINERROR_N_FORMATS + 1);
  gsize n = 0;

  for (guint i = 0; i < WINERROR_N_FORMATS; i++)
    if (!formats[i].needs_template)
      names[n++] = formats[i].name;
  return names;
}
