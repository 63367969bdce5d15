// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Files of notes: whatever is read is either refused with a message or is a whole table of notes,
 * whose rows lie in the file one after the other. */

#include "winerror-notes-reader.h"
#include "winerror-text.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_note (const WinerrorNote *note)
{
  g_assert_true (note->family < WINERROR_N_FAMILIES);
  g_assert_true (note->text[0] != '\0' && g_utf8_validate (note->text, -1, NULL));
  g_assert_true (strlen (note->text) <= WINERROR_MAX_NOTE);
  for (const char *p = note->text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (*p == '\n' || !winerror_text_is_hidden (g_utf8_get_char (p)));
  if (note->link != NULL)
    g_assert_true (g_ascii_strncasecmp (note->link, "https://", 8) == 0 ||
                   g_str_has_prefix (note->link, "file:///t/"));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const folders[] = { "/t", NULL };
  static WinerrorCatalog *catalog;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (WinerrorNotesRow));
  g_autoptr (WinerrorNotesTable) notes = NULL;
  g_autoptr (GError) error = NULL;
  const WinerrorNote *all;
  guint n;

  if (catalog == NULL)
    catalog = winerror_catalog_new_built_in (NULL);
  notes = winerror_notes_read (bytes, "/t/n.csv", WINERROR_TABLE_ORIGIN_USER, folders, catalog,
                               rows, &error);
  if (notes == NULL)
    {
      g_assert_true (error != NULL && g_str_has_prefix (error->message, "/t/n.csv:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_true (error == NULL);
  all = winerror_notes_table_get_notes (notes, &n);
  g_assert_true (rows->len == n + 1);
  for (guint i = 0; i < n; i++)
    check_note (&all[i]);
  for (guint i = 0; i < rows->len; i++)
    {
      const WinerrorNotesRow *row = &g_array_index (rows, WinerrorNotesRow, i);

      g_assert_true (row->start < row->end && row->end <= size);
      if (i > 0)
        g_assert_true (row->start >= row[-1].end && row->code == all[i - 1].code);
    }
  return 0;
}
