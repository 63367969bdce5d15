// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-note.h"

#include <stdlib.h>

struct _WinerrorNotesTable
{
  gatomicrefcount references;
  char *title;
  WinerrorTableOrigin origin;
  char *file;
  GStringChunk *texts;
  GArray *notes; /* WinerrorNote */
};

struct _WinerrorNoteBook
{
  gatomicrefcount references;
  GPtrArray *tables; /* of WinerrorNotesTable */
  const WinerrorNote **notes;
  guint n;
};

/**
 * winerror_notes_table_new:
 * @title: the title of the table
 * @origin: where it comes from
 * @file: (type filename): the path of its file
 *
 * Returns: (transfer full): a table without notes
 */
WinerrorNotesTable *
winerror_notes_table_new (const char *title, WinerrorTableOrigin origin, const char *file)
{
  WinerrorNotesTable *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (WinerrorNotesTable, 1);
  g_atomic_ref_count_init (&self->references);
  self->title = g_strdup (title);
  self->origin = origin;
  self->file = g_strdup (file);
  self->texts = g_string_chunk_new (4096);
  self->notes = g_array_new (FALSE, FALSE, sizeof (WinerrorNote));
  return self;
}

/**
 * winerror_notes_table_add:
 * @self: a table that is in no book yet
 * @family: the family of the code
 * @code: the code that the note is about
 * @text: the note: clean text, not empty
 * @link: (nullable): where there is more
 */
void
winerror_notes_table_add (WinerrorNotesTable *self,
                          WinerrorFamily family,
                          guint32 code,
                          const char *text,
                          const char *link)
{
  WinerrorNote note;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL && text[0] != '\0');

  note = (WinerrorNote){
    .family = family,
    .code = code,
    .text = g_string_chunk_insert (self->texts, text),
    .link = link != NULL ? g_string_chunk_insert (self->texts, link) : NULL,
    .title = self->title,
    .origin = self->origin,
    .file = self->file,
  };
  g_array_append_val (self->notes, note);
}

/**
 * winerror_notes_table_ref:
 * @self: a table of notes
 *
 * Returns: (transfer full): the same
 */
WinerrorNotesTable *
winerror_notes_table_ref (WinerrorNotesTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * winerror_notes_table_unref:
 * @self: (transfer full): a table of notes
 */
void
winerror_notes_table_unref (WinerrorNotesTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->notes);
  g_string_chunk_free (self->texts);
  g_free (self->title);
  g_free (self->file);
  g_free (self);
}

/**
 * winerror_notes_table_get_notes:
 * @self: a table of notes
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): its notes in the order of the file
 */
const WinerrorNote *
winerror_notes_table_get_notes (WinerrorNotesTable *self, guint *n)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n = self->notes->len;
  return (gconstpointer) self->notes->data;
}

static int
compare_with (const WinerrorNote *note, WinerrorFamily family, guint32 code)
{
  if (note->family != family)
    return note->family < family ? -1 : 1;
  return (note->code > code) - (note->code < code);
}

static int
compare_notes (gconstpointer a, gconstpointer b, gpointer data)
{
  const WinerrorNote *right = *(const WinerrorNote *const *) b;

  return compare_with (*(const WinerrorNote *const *) a, right->family, right->code);
}

/**
 * winerror_note_book_new:
 * @tables: (element-type WinerrorNotesTable): tables, those first whose notes are shown first
 *
 * Returns: (transfer full): their notes
 */
WinerrorNoteBook *
winerror_note_book_new (GPtrArray *tables)
{
  WinerrorNoteBook *self = g_new0 (WinerrorNoteBook, 1);
  guint n = 0;

  g_atomic_ref_count_init (&self->references);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_notes_table_unref);
  for (guint i = 0; i < tables->len; i++)
    {
      WinerrorNotesTable *table = tables->pdata[i];

      g_ptr_array_add (self->tables, winerror_notes_table_ref (table));
      n += table->notes->len;
    }
  self->notes = g_new (const WinerrorNote *, n + 1);
  for (guint i = 0; i < tables->len; i++)
    {
      WinerrorNotesTable *table = tables->pdata[i];

      for (guint j = 0; j < table->notes->len; j++)
        self->notes[self->n++] = &g_array_index (table->notes, WinerrorNote, j);
    }
  /* this keeps the order of equals */
  g_qsort_with_data (self->notes, (int) self->n, sizeof self->notes[0], compare_notes, NULL);
  return self;
}

/**
 * winerror_note_book_ref:
 * @self: a book of notes
 *
 * Returns: (transfer full): the same
 */
WinerrorNoteBook *
winerror_note_book_ref (WinerrorNoteBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * winerror_note_book_unref:
 * @self: (transfer full): a book of notes
 */
void
winerror_note_book_unref (WinerrorNoteBook *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->tables);
  g_free (self->notes);
  g_free (self);
}

/**
 * winerror_note_book_lookup:
 * @self: a book of notes
 * @family: a family
 * @code: one of its codes
 * @n: (out): how many notes there are
 *
 * Returns: (transfer none) (array length=n): the notes on the code
 */
const WinerrorNote *const *
winerror_note_book_lookup (WinerrorNoteBook *self, WinerrorFamily family, guint32 code, guint *n)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, NULL);

  high = self->n;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_with (self->notes[middle], family, code) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *n = 0;
  while (low + *n < self->n && compare_with (self->notes[low + *n], family, code) == 0)
    ++*n;
  return self->notes + low;
}

/**
 * winerror_note_book_get_all:
 * @self: a book of notes
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): all notes, in order of family and code
 */
const WinerrorNote *const *
winerror_note_book_get_all (WinerrorNoteBook *self, guint *n)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n = self->n;
  return self->notes;
}
