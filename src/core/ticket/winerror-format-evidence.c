// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The writers of the lines of logs that have the code of an entry. */

#include "winerror-format-evidence.h"

#include "winerror-gettext.h"
#include "winerror-ticket-escape.h"

/* How many places there are beside those whose lines are written, in the language of the ticket;
 * NULL where there are no others. */
static char *
dup_more (const WinerrorTicketFields *fields)
{
  /* Translators: where else in a log an error code is; the number of these places follows */
  const char *text = N_ ("More places");
  guint n = g_strv_length (fields->evidence->lines);

  if (fields->evidence->count <= n || n == 0)
    return NULL;
  if (fields->options->languages != WINERROR_TICKET_LANGUAGE_ENGLISH)
    text = winerror_language_translate (fields->options->language, text);
  return g_strdup_printf ("%s: %" G_GUINT64_FORMAT, text, fields->evidence->count - n);
}

static void
append_item (GString *out,
             const char *text,
             const char *before,
             const char *after,
             void (*escape) (GString *out, const char *text))
{
  g_string_append (out, before);
  if (escape != NULL)
    escape (out, text);
  else
    g_string_append (out, text);
  g_string_append (out, after);
}

/* Writes the lines, each between @before and @after. */
static void
append_items (GString *out,
              const WinerrorTicketFields *fields,
              const char *before,
              const char *after,
              void (*escape) (GString *out, const char *text))
{
  g_autofree char *more = dup_more (fields);

  for (gsize i = 0; fields->evidence->lines[i] != NULL; i++)
    append_item (out, fields->evidence->lines[i], before, after, escape);
  if (more != NULL)
    append_item (out, more, before, after, escape);
}

/**
 * winerror_format_evidence_append_plain:
 * @out: where the text is appended
 * @fields: what there is to write of the entry, with what logs say of it
 *
 * Writes the lines as they are.
 */
void
winerror_format_evidence_append_plain (GString *out, const WinerrorTicketFields *fields)
{
  append_items (out, fields, "", "\n", NULL);
}

/**
 * winerror_format_evidence_append_markdown:
 * @out: where the text is appended
 * @fields: what there is to write of the entry, with what logs say of it
 *
 * Writes the lines as a list in Markdown.
 */
void
winerror_format_evidence_append_markdown (GString *out, const WinerrorTicketFields *fields)
{
  if (fields->evidence->lines[0] == NULL)
    return;
  g_string_append_c (out, '\n');
  append_items (out, fields, "- ", "\n", winerror_ticket_escape_markdown);
}

/**
 * winerror_format_evidence_append_html:
 * @out: where the text is appended
 * @fields: what there is to write of the entry, with what logs say of it
 *
 * Writes the lines as a list in HTML. A place is read from left to right, whatever the line is.
 */
void
winerror_format_evidence_append_html (GString *out, const WinerrorTicketFields *fields)
{
  if (fields->evidence->lines[0] == NULL)
    return;
  g_string_append (out, "<ul>\n");
  append_items (out, fields, "<li dir=\"ltr\">", "</li>\n", winerror_ticket_escape_html);
  g_string_append (out, "</ul>\n");
}

/**
 * winerror_format_evidence_append_jira:
 * @out: where the text is appended
 * @fields: what there is to write of the entry, with what logs say of it
 *
 * Writes the lines as a list in Jira's wiki markup.
 */
void
winerror_format_evidence_append_jira (GString *out, const WinerrorTicketFields *fields)
{
  append_items (out, fields, "* ", "\n", winerror_ticket_escape_jira);
}

/**
 * winerror_format_evidence_dup_count:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): how often logs have its code
 */
char *
winerror_format_evidence_dup_count (const WinerrorTicketFields *fields)
{
  return fields->evidence != NULL ? g_strdup_printf ("%" G_GUINT64_FORMAT, fields->evidence->count)
                                  : NULL;
}

/**
 * winerror_format_evidence_dup_first:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): the first place of its code
 */
char *
winerror_format_evidence_dup_first (const WinerrorTicketFields *fields)
{
  return fields->evidence != NULL ? g_strdup (fields->evidence->first) : NULL;
}

/**
 * winerror_format_evidence_dup_last:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): the last place of its code
 */
char *
winerror_format_evidence_dup_last (const WinerrorTicketFields *fields)
{
  return fields->evidence != NULL ? g_strdup (fields->evidence->last) : NULL;
}

/**
 * winerror_format_evidence_dup_json:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): the lines as an array of JSON
 */
char *
winerror_format_evidence_dup_json (const WinerrorTicketFields *fields)
{
  GString *out;

  if (fields->evidence == NULL)
    return NULL;
  out = g_string_new ("[");
  for (gsize i = 0; fields->evidence->lines[i] != NULL; i++)
    append_item (out, fields->evidence->lines[i], i > 0 ? ", \"" : "\"", "\"",
                 winerror_ticket_escape_json);
  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

/**
 * winerror_format_evidence_dup_text:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): the lines, with line breaks between them
 */
char *
winerror_format_evidence_dup_text (const WinerrorTicketFields *fields)
{
  GString *out;

  if (fields->evidence == NULL)
    return NULL;
  out = g_string_new (NULL);
  winerror_format_evidence_append_plain (out, fields);
  if (out->len > 0)
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
