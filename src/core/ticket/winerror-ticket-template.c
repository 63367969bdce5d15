// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-template.h"

#include "winerror-format-evidence.h"
#include "winerror-gettext.h"
#include "winerror-text.h"
#include "winerror-ticket-advice.h"
#include "winerror-ticket-error.h"
#include "winerror-ticket-notes.h"

#include <string.h>

static char *
dup_query (const WinerrorTicketFields *fields)
{
  const char *query = fields->options->query;

  return winerror_text_clean (query != NULL ? query : "");
}

static char *
dup_date (const WinerrorTicketFields *fields)
{
  GDateTime *date = fields->options->date;
  g_autoptr (GDateTime) now = date == NULL ? g_date_time_new_now_local () : NULL;

  return g_date_time_format (date != NULL ? date : now, "%Y-%m-%d");
}

/* What a template can say beside the fields of the entry. */
static const WinerrorTicketField extra[] = {
  { .name = "means", .is_optional = TRUE, .dup_value = winerror_ticket_advice_dup_means },
  { .name = "check", .is_optional = TRUE, .dup_value = winerror_ticket_advice_dup_check },
  { .name = "see_also", .is_optional = TRUE, .dup_value = winerror_ticket_advice_dup_see_also },
  { .name = "note", .is_optional = TRUE, .dup_value = winerror_ticket_notes_dup_line },
  { .name = "query", .is_optional = TRUE, .dup_value = dup_query },
  { .name = "date", .is_optional = TRUE, .dup_value = dup_date },
  { .name = "evidence",
    .is_optional = TRUE,
    .is_of_log = TRUE,
    .dup_value = winerror_format_evidence_dup_text },
  { .name = NULL },
};

static const WinerrorTicketField *
find_by_name (const WinerrorTicketField *list, const char *name)
{
  for (const WinerrorTicketField *field = list; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

static void
add_names (GPtrArray *names, const WinerrorTicketField *list)
{
  for (const WinerrorTicketField *field = list; field->name != NULL; field++)
    g_ptr_array_add (names, (gpointer) field->name);
}

/**
 * winerror_ticket_template_list_placeholders:
 *
 * Returns: (transfer container) (array zero-terminated=1): the names of the placeholders, without
 *   their braces
 */
const char **
winerror_ticket_template_list_placeholders (void)
{
  GPtrArray *names = g_ptr_array_new ();

  add_names (names, winerror_ticket_fields_list ());
  add_names (names, extra);
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (names, FALSE);
}

/* The user's own text, without what must not reach a ticket or a terminal. */
static void
append_own_text (GString *out, const char *text)
{
  gunichar c = g_utf8_get_char (text);

  if (c == '\n' || c == '\t' || !winerror_text_is_hidden (c))
    g_string_append_unichar (out, c);
}

/* Reads the placeholder that begins at @brace; @end becomes its closing brace. NULL with @error set
 * where there is none. */
static const WinerrorTicketField *
read_placeholder (const char *template_text, const char *brace, const char **end, GError **error)
{
  const WinerrorTicketField *field = NULL;
  g_autofree const char **names = NULL;
  g_autofree char *name = NULL;
  g_autofree char *all = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *shown = NULL;

  *end = strchr (brace, '}');
  if (*end != NULL)
    {
      name = g_strndup (brace + 1, (gsize) (*end - brace - 1));
      field = find_by_name (winerror_ticket_fields_list (), name);
      if (field == NULL)
        field = find_by_name (extra, name);
    }
  if (field != NULL)
    return field;

  names = winerror_ticket_template_list_placeholders ();
  all = g_strjoinv ("} {", (char **) names);
  /* with its braces, so that blanks beside them are seen */
  whole = *end != NULL ? g_strndup (brace, (gsize) (*end - brace + 1)) : g_strdup (brace);
  shown = winerror_text_abridge (whole, WINERROR_TEXT_MAX_QUOTED);
  /* Translators: at a position: expected one of {code} {hex} …, found {colour} */
  g_set_error (error, WINERROR_TICKET_ERROR, WINERROR_TICKET_ERROR_TEMPLATE,
               _ ("Character %ld: expected one of {%s}, found %s"),
               g_utf8_pointer_to_offset (template_text, brace) + 1, all, shown);
  return NULL;
}

/* Walks through a template, which is valid UTF-8; @out and @fields are %NULL where it is only
 * checked. */
static gboolean
walk (GString *out, const char *template_text, const WinerrorTicketFields *fields, GError **error)
{
  for (const char *p = template_text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const WinerrorTicketField *field;
      const char *end;

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

      field = read_placeholder (template_text, p, &end, error);
      if (field == NULL)
        return FALSE;
      if (out != NULL)
        {
          g_autofree char *value = field->dup_value (fields);

          if (value != NULL)
            g_string_append (out, value);
        }
      p = end;
    }
  return TRUE;
}

/**
 * winerror_ticket_template_check:
 * @template_text: a template: text with placeholders in braces, such as {code}: see
 *   winerror_ticket_template_list_placeholders(); \n, \t, \\, \{ and \} stand for a line break, a
 *   tab and the characters themselves
 * @error: (nullable): return location for a %WINERROR_TICKET_ERROR_TEMPLATE that says where which
 *   placeholder is unknown
 *
 * Returns: whether the template can be filled in
 */
gboolean
winerror_ticket_template_check (const char *template_text, GError **error)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (template_text != NULL, FALSE);

  valid = g_utf8_make_valid (template_text, -1);
  return walk (NULL, valid, NULL, error);
}

/**
 * winerror_ticket_template_fill:
 * @out: where the text is appended
 * @fields: what there is to write of the entry; its options have a template, which
 *   winerror_ticket_template_check() has found good
 *
 * Fills in the template. One with a fault ends where the fault is.
 */
void
winerror_ticket_template_fill (GString *out, const WinerrorTicketFields *fields)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;

  g_return_if_fail (out != NULL);
  g_return_if_fail (fields != NULL);
  g_return_if_fail (fields->options->template_text != NULL);

  valid = g_utf8_make_valid (fields->options->template_text, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  walk (out, composed, fields, NULL);
}
