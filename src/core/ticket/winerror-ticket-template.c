// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-template.h"

#include "winerror-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  PLACEHOLDER_CODE,
  PLACEHOLDER_HEX,
  PLACEHOLDER_SYMBOL,
  PLACEHOLDER_DESCRIPTION,
  PLACEHOLDER_SOURCE_DESCRIPTION,
  PLACEHOLDER_HRESULT,
  PLACEHOLDER_HRESULT_SIGNED,
  PLACEHOLDER_TABLE,
  PLACEHOLDER_QUERY,
  PLACEHOLDER_DATE,
  N_PLACEHOLDERS,
} Placeholder;

static const char *const names[N_PLACEHOLDERS + 1] = {
  [PLACEHOLDER_CODE] = "code",
  [PLACEHOLDER_HEX] = "hex",
  [PLACEHOLDER_SYMBOL] = "symbol",
  [PLACEHOLDER_DESCRIPTION] = "description",
  [PLACEHOLDER_SOURCE_DESCRIPTION] = "source_description",
  [PLACEHOLDER_HRESULT] = "hresult",
  [PLACEHOLDER_HRESULT_SIGNED] = "hresult_signed",
  [PLACEHOLDER_TABLE] = "table",
  [PLACEHOLDER_QUERY] = "query",
  [PLACEHOLDER_DATE] = "date",
};

/* The user's own text, without what must not reach a ticket or a terminal. */
static void
append_own_text (GString *out, const char *text)
{
  gunichar c = g_utf8_get_char (text);

  if (c == '\n' || c == '\t' || !winerror_text_is_hidden (c))
    g_string_append_unichar (out, c);
}

static void
append_value (GString *out,
              Placeholder placeholder,
              const WinerrorTicketFields *fields,
              const WinerrorTicketOptions *options)
{
  switch (placeholder)
    {
    case PLACEHOLDER_CODE:
      g_string_append_printf (out, "%u", fields->code);
      break;
    case PLACEHOLDER_HEX:
      g_string_append (out, fields->hex);
      break;
    case PLACEHOLDER_SYMBOL:
      g_string_append (out, fields->symbol);
      break;
    case PLACEHOLDER_DESCRIPTION:
      g_string_append (out, fields->description);
      break;
    case PLACEHOLDER_SOURCE_DESCRIPTION:
      g_string_append (out, fields->source);
      break;
    case PLACEHOLDER_HRESULT:
      g_string_append (out, fields->hresult);
      break;
    case PLACEHOLDER_HRESULT_SIGNED:
      g_string_append (out, fields->hresult_signed);
      break;
    case PLACEHOLDER_TABLE:
      g_string_append (out, fields->table);
      break;
    case PLACEHOLDER_QUERY:
      {
        g_autofree char *query = winerror_text_clean (options->query != NULL ? options->query : "");

        g_string_append (out, query);
        break;
      }
    case PLACEHOLDER_DATE:
      {
        g_autoptr (GDateTime) date = options->date != NULL ? g_date_time_ref (options->date)
                                                           : g_date_time_new_now_local ();
        g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

        g_string_append (out, text);
        break;
      }
    case N_PLACEHOLDERS:
    default:
      g_assert_not_reached ();
    }
}

/* Reads a placeholder. Returns where it ends, on its closing brace; NULL with @error set. */
static const char *
read_placeholder (const char *template_text,
                  const char *brace,
                  Placeholder *placeholder,
                  GError **error)
{
  const char *end = strchr (brace, '}');
  g_autofree char *name = NULL;
  g_autofree char *all = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *shown = NULL;

  name = end != NULL ? g_strndup (brace + 1, (gsize) (end - brace - 1)) : g_strdup (brace + 1);
  for (guint i = 0; end != NULL && i < N_PLACEHOLDERS; i++)
    if (g_str_equal (names[i], name))
      {
        *placeholder = (Placeholder) i;
        return end;
      }

  all = g_strjoinv ("} {", (char **) names);
  /* with its braces, so that blanks beside them are seen */
  whole = g_strconcat ("{", name, end != NULL ? "}" : "", NULL);
  shown = winerror_text_clean (whole);
  /* Translators: at a position: expected one of {code} {hex} …, found {colour} */
  g_set_error (error, WINERROR_TICKET_ERROR, WINERROR_TICKET_ERROR_TEMPLATE,
               _ ("Character %ld: expected one of {%s}, found %s"),
               g_utf8_pointer_to_offset (template_text, brace) + 1, all, shown);
  return NULL;
}

/* Walks through a template, which is valid UTF-8; @out, @fields and @options are %NULL where it is
 * only checked. */
static gboolean
walk (GString *out,
      const char *template_text,
      const WinerrorTicketFields *fields,
      const WinerrorTicketOptions *options,
      GError **error)
{
  for (const char *p = template_text; *p != '\0'; p = g_utf8_next_char (p))
    {
      Placeholder placeholder;

      if (*p == '\\' && p[1] != '\0' && strchr ("nt\\{}", p[1]) != NULL)
        {
          p++;
          if (out != NULL)
            g_string_append_c (out, *p == 'n' ? '\n' : *p == 't' ? '\t' : *p);
          continue;
        }
      if (*p != '{')
        {
          if (out != NULL)
            append_own_text (out, p);
          continue;
        }

      p = read_placeholder (template_text, p, &placeholder, error);
      if (p == NULL)
        return FALSE;
      if (out != NULL)
        append_value (out, placeholder, fields, options);
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
  return walk (NULL, valid, NULL, NULL, error);
}

/**
 * winerror_ticket_fill_template:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 * @options: its template, which winerror_ticket_check_template() has found good, query and date
 *
 * Fills in a template. One with a fault ends where the fault is.
 */
void
winerror_ticket_fill_template (GString *out,
                               const WinerrorTicketFields *fields,
                               const WinerrorTicketOptions *options)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;

  g_return_if_fail (out != NULL);
  g_return_if_fail (fields != NULL);
  g_return_if_fail (options != NULL && options->template_text != NULL);

  valid = g_utf8_make_valid (options->template_text, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  walk (out, composed, fields, options, NULL);
}
