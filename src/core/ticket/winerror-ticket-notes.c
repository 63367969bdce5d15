// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-notes.h"

#include "winerror-gettext.h"
#include "winerror-text.h"

/* A note on one line, with the title of its table if it is not the user's own. */
static char *
dup_note (const WinerrorNote *note)
{
  g_autofree char *text = winerror_text_clean (note->text);
  g_autofree char *title = winerror_text_clean (note->title);

  if (note->origin == WINERROR_TABLE_ORIGIN_USER)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s (%s)", text, title);
}

/**
 * winerror_ticket_notes_append:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 * @markup: how the format writes it
 *
 * Writes the notes on the entry, if the options ask for them and there are some.
 */
void
winerror_ticket_notes_append (GString *out,
                              const WinerrorTicketFields *fields,
                              const WinerrorTicketMarkup *markup)
{
  guint n;
  const WinerrorNote *const *notes = winerror_entry_get_notes (fields->entry, &n);

  if (!fields->options->with_notes || n == 0)
    return;
  winerror_ticket_markup_append_heading (out, fields, markup, N_ ("Notes"));
  g_string_append (out, markup->list);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_note (notes[i]);

      g_string_append (out, markup->item);
      winerror_ticket_markup_append_escaped (out, markup, text);
      if (notes[i]->link != NULL)
        {
          g_string_append_c (out, ' ');
          winerror_ticket_markup_append_escaped (out, markup, notes[i]->link);
        }
      g_string_append (out, markup->item_end);
    }
  g_string_append (out, markup->list_end);
}

/**
 * winerror_ticket_notes_dup_line:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): the notes on the entry, on one line; %NULL where there are
 *   none
 */
char *
winerror_ticket_notes_dup_line (const WinerrorTicketFields *fields)
{
  guint n;
  const WinerrorNote *const *notes = winerror_entry_get_notes (fields->entry, &n);
  GString *out;

  if (n == 0)
    return NULL;
  out = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_note (notes[i]);

      g_string_append_printf (out, "%s%s", i > 0 ? " / " : "", text);
    }
  return g_string_free (out, FALSE);
}

/**
 * winerror_ticket_notes_dup_json:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): the notes on the entry as a JSON array of objects; %NULL
 *   where there are none
 */
char *
winerror_ticket_notes_dup_json (const WinerrorTicketFields *fields)
{
  guint n;
  const WinerrorNote *const *notes = winerror_entry_get_notes (fields->entry, &n);
  GString *out;

  if (n == 0)
    return NULL;
  out = g_string_new ("[");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = winerror_text_clean (notes[i]->text);
      g_autofree char *title = winerror_text_clean (notes[i]->title);

      g_string_append (out, i > 0 ? ", {\"text\": " : "{\"text\": ");
      winerror_ticket_markup_append_json_string (out, text);
      g_string_append (out, ", \"link\": ");
      if (notes[i]->link != NULL)
        winerror_ticket_markup_append_json_string (out, notes[i]->link);
      else
        g_string_append (out, "null");
      g_string_append (out, ", \"table\": ");
      winerror_ticket_markup_append_json_string (out, title);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}
