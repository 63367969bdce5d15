// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket.h"

#include "winerror-code.h"
#include "winerror-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (winerror_ticket_error_quark, winerror_ticket_error)

/* What is written of one entry, with everything harmful taken out. */
typedef struct
{
  guint32 code;
  char *hex;
  char *symbol;
  char *description; /* in the language that comes first */
  char *second;      /* in English, where the ticket has it as well; or NULL */
  char *source;      /* in English, in any case */
  char *hresult;
  char *hresult_signed;
  char *table;
  char *language; /* of the description, as in BCP 47 */
  gboolean right_to_left;
} Fields;

static void
fields_init (Fields *fields, WinerrorEntry *entry, const WinerrorTicketOptions *options)
{
  const WinerrorTableInfo *info = winerror_table_get_info (winerror_entry_get_table (entry));
  gboolean english = options->languages == WINERROR_TICKET_LANGUAGE_ENGLISH;
  gboolean translated;

  fields->code = winerror_entry_get_code (entry);
  fields->hex = winerror_code_format_hex (fields->code);
  fields->symbol = winerror_text_clean (winerror_entry_get_symbol (entry));
  fields->source = winerror_text_clean (winerror_entry_get_source_description (entry));
  fields->description = english ? g_strdup (fields->source)
                                : winerror_text_clean (
                                      winerror_language_describe (options->language, entry));
  translated = !g_str_equal (fields->description, fields->source);
  if (options->languages == WINERROR_TICKET_LANGUAGE_BOTH && translated)
    fields->second = g_strdup (fields->source);
  fields->hresult = winerror_code_format_hresult (fields->code);
  fields->hresult_signed = winerror_code_format_signed (fields->code);
  fields->table = winerror_text_clean (info->title);
  /* where there is no translation, the language's description is the English one */
  fields->language = g_strdup (translated ? winerror_language_get_id (options->language) : "en");
  g_strdelimit (fields->language, "_", '-');
  fields->right_to_left = translated && winerror_language_is_right_to_left (options->language);
}

static void
fields_clear (Fields *fields)
{
  g_free (fields->hex);
  g_free (fields->symbol);
  g_free (fields->description);
  g_free (fields->second);
  g_free (fields->source);
  g_free (fields->hresult);
  g_free (fields->hresult_signed);
  g_free (fields->table);
  g_free (fields->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fields, fields_clear)

/* Escaping */

/* Every character of @special gets a backslash. */
static void
append_backslashed (GString *out, const char *text, const char *special)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr (special, *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/* Length of a number of a list item at the beginning of a text, such as 12. or 3), or 0. */
static gsize
list_number_length (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && (text[n] == '.' || text[n] == ')') ? n : 0;
}

/* CommonMark 0.30, "Backslash escapes"; GitHub's extension has | and ~ besides. */
static void
append_markdown (GString *out, const char *text)
{
  gsize number = list_number_length (text);

  if (number > 0)
    {
      g_string_append_len (out, text, (gssize) number);
      g_string_append_c (out, '\\');
      g_string_append_c (out, text[number]);
      text += number + 1;
    }
  else if (text[0] != '\0' && strchr ("#+-=:", text[0]) != NULL)
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, *text++);
    }
  append_backslashed (out, text, "\\`*_[]<>|~&$!");
}

/* Whether a text begins with what Jira draws as a small picture, its notation, "Misc". */
static gboolean
is_jira_icon (const char *text)
{
  static const char *const icons[] = { ":)",    ":(",   ":P",   ":p",   ":D",     ";)",
                                       "(y)",   "(n)",  "(i)",  "(/)",  "(x)",    "(on)",
                                       "(off)", "(!)",  "(+)",  "(-)",  "(?)",    "(*)",
                                       "(*r)",  "(*g)", "(*b)", "(*y)", "(flag)", "(flagoff)" };

  if (text[0] != ':' && text[0] != ';' && text[0] != '(')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_has_prefix (text, icons[i]))
      return TRUE;
  return FALSE;
}

/* Jira's text formatting notation, "Escape" */
static void
append_jira (GString *out, const char *text)
{
  /* h1. and bq. begin a heading and a quotation */
  if ((g_str_has_prefix (text, "bq.") ||
       (text[0] == 'h' && g_ascii_isdigit (text[1]) && text[2] == '.')))
    {
      g_string_append_len (out, text, 2);
      g_string_append_c (out, '\\');
      text += 2;
    }
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean inside = p > text && g_ascii_isalnum (p[-1]);

      if (strchr ("\\{}[]|*_^~!#", *p) != NULL || (strchr ("-+?", *p) != NULL && !inside) ||
          is_jira_icon (p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

static void
append_html (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* Also in full width: Japanese and Chinese spreadsheets take that, too. */
static gboolean
is_formula (const char *text)
{
  static const char *const signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return TRUE;
  return FALSE;
}

/* RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front, which
 * spreadsheets do not show; numbers are left alone. */
static void
append_csv (GString *out, const char *text)
{
  gboolean number = text[0] == '-' && text[1] != '\0' &&
                    strspn (text + 1, "0123456789") == strlen (text + 1);
  gboolean formula = !number && is_formula (text);
  gboolean quoted = formula || strpbrk (text, ",\"\r\n;") != NULL;

  if (quoted)
    g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  if (quoted)
    g_string_append_c (out, '"');
}

/* RFC 8259; controls are gone already. */
static void
append_json (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "\"%s\": \"", name);
  append_backslashed (out, text, "\\\"");
  g_string_append_c (out, '"');
}

/* Formats, one entry */

static void
append_text (GString *out, const Fields *fields)
{
  g_string_append_printf (out, "%s (%u, %s)\n%s\n", fields->symbol, fields->code, fields->hex,
                          fields->description);
  if (fields->second != NULL)
    g_string_append_printf (out, "%s\n", fields->second);
  g_string_append_printf (out, "HRESULT %s (%s)\n", fields->hresult, fields->hresult_signed);
}

static void
append_line (GString *out, const Fields *fields)
{
  g_string_append_printf (out, "%u (%s) %s: %s", fields->code, fields->hex, fields->symbol,
                          fields->description);
  if (fields->second != NULL)
    g_string_append_printf (out, " (%s)", fields->second);
  g_string_append_c (out, '\n');
}

static void
append_markdown_entry (GString *out, const Fields *fields)
{
  g_string_append_printf (out, "**`%s`** (%u, `%s`)\n\n", fields->symbol, fields->code,
                          fields->hex);
  append_markdown (out, fields->description);
  g_string_append (out, "\n\n");
  if (fields->second != NULL)
    {
      append_markdown (out, fields->second);
      g_string_append (out, "\n\n");
    }
  g_string_append_printf (out, "HRESULT `%s` (%s)\n", fields->hresult, fields->hresult_signed);
}

/* The direction is said for each part, so that neither a code nor a sentence from right to left
 * is put into disorder by what stands beside it. */
static void
append_html_description (GString *out, const Fields *fields)
{
  g_string_append (out, "<span lang=\"");
  append_html (out, fields->language);
  g_string_append_printf (out, "\" dir=\"%s\">", fields->right_to_left ? "rtl" : "ltr");
  append_html (out, fields->description);
  g_string_append (out, "</span>");
  if (fields->second != NULL)
    {
      g_string_append (out, "<br><span lang=\"en\" dir=\"ltr\">");
      append_html (out, fields->second);
      g_string_append (out, "</span>");
    }
}

static void
append_html_entry (GString *out, const Fields *fields)
{
  g_string_append (out, "<p><span dir=\"ltr\"><b>");
  append_html (out, fields->symbol);
  g_string_append_printf (out, "</b> (%u, %s)</span><br>", fields->code, fields->hex);
  append_html_description (out, fields);
  g_string_append_printf (out, "<br><span dir=\"ltr\">HRESULT %s (%s)</span></p>\n",
                          fields->hresult, fields->hresult_signed);
}

static void
append_jira_entry (GString *out, const Fields *fields)
{
  g_string_append (out, "*");
  append_jira (out, fields->symbol);
  g_string_append_printf (out, "* (%u, {{%s}})\n", fields->code, fields->hex);
  append_jira (out, fields->description);
  g_string_append_c (out, '\n');
  if (fields->second != NULL)
    {
      append_jira (out, fields->second);
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "HRESULT {{%s}} (%s)\n", fields->hresult, fields->hresult_signed);
}

static void
append_tsv (GString *out, const Fields *fields)
{
  g_string_append_printf (out, "%u\t%s\t%s\t%s\n", fields->code, fields->hex, fields->symbol,
                          fields->description);
}

static void
append_csv_row (GString *out, const Fields *fields)
{
  const char *const cells[] = {
    fields->hex,     fields->symbol,         fields->description, fields->source,
    fields->hresult, fields->hresult_signed, fields->table,
  };

  g_string_append_printf (out, "%u", fields->code);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_string_append_c (out, ',');
      append_csv (out, cells[i]);
    }
  g_string_append (out, "\r\n");
}

static void
append_json_object (GString *out, const Fields *fields)
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
      append_json (out, members[i].name, members[i].value);
    }
  g_string_append_c (out, '}');
}

/* Formats, several entries as a table */

static void
append_markdown_row (GString *out, const Fields *fields)
{
  g_string_append_printf (out, "| %u | `%s` | `%s` | ", fields->code, fields->hex, fields->symbol);
  append_markdown (out, fields->description);
  if (fields->second != NULL)
    {
      g_string_append (out, "<br>");
      append_markdown (out, fields->second);
    }
  g_string_append (out, " |\n");
}

static void
append_html_row (GString *out, const Fields *fields)
{
  g_string_append_printf (out,
                          "<tr><td dir=\"ltr\">%u</td><td dir=\"ltr\">%s</td>"
                          "<td dir=\"ltr\">",
                          fields->code, fields->hex);
  append_html (out, fields->symbol);
  g_string_append (out, "</td><td>");
  append_html_description (out, fields);
  g_string_append (out, "</td></tr>\n");
}

static void
append_jira_row (GString *out, const Fields *fields)
{
  g_string_append_printf (out, "|%u|%s|", fields->code, fields->hex);
  append_jira (out, fields->symbol);
  g_string_append_c (out, '|');
  append_jira (out, fields->description);
  if (fields->second != NULL)
    {
      g_string_append (out, "\\\\");
      append_jira (out, fields->second);
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
          append_markdown (out, heads[i]);
        }
      else if (format == WINERROR_FORMAT_JIRA)
        {
          g_string_append (out, "||");
          append_jira (out, heads[i]);
        }
      else
        {
          g_string_append (out, "<th>");
          append_html (out, heads[i]);
          g_string_append (out, "</th>");
        }
    }
  if (format == WINERROR_FORMAT_MARKDOWN)
    g_string_append (out, " |\n| --- | --- | --- | --- |\n");
  else
    g_string_append (out, format == WINERROR_FORMAT_JIRA ? "||\n" : "</tr>\n");
}

/* The template */

/* The user's own text, without what must not reach a ticket or a terminal. */
static void
append_template_text (GString *out, const char *text)
{
  gunichar c = g_utf8_get_char (text);

  if (c == '\n' || c == '\t' || !winerror_text_is_hidden (c))
    g_string_append_unichar (out, c);
}

/* Walks through a template, which is valid UTF-8; @out and @fields are %NULL where it is only
 * checked. */
static gboolean
fill_template (GString *out,
               const char *template_text,
               const Fields *fields,
               const WinerrorTicketOptions *options,
               GError **error)
{
  static const char *const names[] = {
    "code",           "hex",   "symbol", "description", "source_description", "hresult",
    "hresult_signed", "table", "query",  "date"
  };

  for (const char *p = template_text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end;
      g_autofree char *name = NULL;
      gsize i;

      if (*p == '\\' && strchr ("nt\\{}", p[1]) != NULL && p[1] != '\0')
        {
          p++;
          if (out != NULL)
            g_string_append_c (out, *p == 'n' ? '\n' : *p == 't' ? '\t' : *p);
          continue;
        }
      if (*p != '{')
        {
          if (out != NULL)
            append_template_text (out, p);
          continue;
        }

      end = strchr (p, '}');
      name = g_strndup (p + 1, end != NULL ? (gsize) (end - p - 1) : strlen (p + 1));
      for (i = 0; i < G_N_ELEMENTS (names); i++)
        if (g_str_equal (names[i], name))
          break;
      if (end == NULL || i == G_N_ELEMENTS (names))
        {
          /* with its braces, so that blanks beside them are seen */
          g_autofree char *whole = g_strconcat ("{", name, end != NULL ? "}" : "", NULL);
          g_autofree char *shown = winerror_text_clean (whole);
          g_autofree char *all = g_strjoinv (
              "} {", (char *[]){ (char *) names[0], (char *) names[1], (char *) names[2],
                                 (char *) names[3], (char *) names[4], (char *) names[5],
                                 (char *) names[6], (char *) names[7], (char *) names[8],
                                 (char *) names[9], NULL });

          /* Translators: at a position: expected one of {code} {hex} …, found {colour} */
          g_set_error (error, WINERROR_TICKET_ERROR, WINERROR_TICKET_ERROR_TEMPLATE,
                       _ ("Character %ld: expected one of {%s}, found %s"),
                       g_utf8_pointer_to_offset (template_text, p) + 1, all, shown);
          return FALSE;
        }

      p = end;
      if (out == NULL)
        continue;
      switch (i)
        {
        case 0:
          g_string_append_printf (out, "%u", fields->code);
          break;
        case 1:
          g_string_append (out, fields->hex);
          break;
        case 2:
          g_string_append (out, fields->symbol);
          break;
        case 3:
          g_string_append (out, fields->description);
          break;
        case 4:
          g_string_append (out, fields->source);
          break;
        case 5:
          g_string_append (out, fields->hresult);
          break;
        case 6:
          g_string_append (out, fields->hresult_signed);
          break;
        case 7:
          g_string_append (out, fields->table);
          break;
        case 8:
          {
            g_autofree char *query = winerror_text_clean (options->query != NULL ? options->query
                                                                                 : "");

            g_string_append (out, query);
            break;
          }
        default:
          {
            g_autoptr (GDateTime) now = options->date != NULL ? g_date_time_ref (options->date)
                                                              : g_date_time_new_now_local ();
            g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");

            g_string_append (out, date);
            break;
          }
        }
    }
  return TRUE;
}

/**
 * winerror_ticket_check_template:
 * @template_text: a template: text with placeholders in braces ({code}, {hex}, {symbol},
 *   {description}, {source_description}, {hresult}, {hresult_signed}, {table}, {query}, {date});
 *   \n, \t, \\, \{ and \} stand for a line break, a tab and the characters themselves
 * @error: (nullable): return location for a %WINERROR_TICKET_ERROR_TEMPLATE that says where which
 *   placeholder is unknown
 *
 * Returns: whether the template can be filled in
 */
gboolean
winerror_ticket_check_template (const char *template_text, GError **error)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (template_text != NULL, FALSE);

  valid = g_utf8_make_valid (template_text, -1);
  return fill_template (NULL, valid, NULL, NULL, error);
}

/* Putting it together */

static void
append_entry (GString *out,
              const Fields *fields,
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
      {
        g_autofree char *valid = g_utf8_make_valid (options->template_text, -1);
        g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);

        fill_template (out, composed, fields, options, NULL);
        g_string_append_c (out, '\n');
        break;
      }
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
      g_auto (Fields) fields = { 0 };

      fields_init (&fields, entries[i], options);
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
