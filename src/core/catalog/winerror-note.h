// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-family.h"
#include "winerror-table.h"

G_BEGIN_DECLS

/**
 * WinerrorNote:
 * @family: the family of the code
 * @code: the code that it is about
 * @text: what the help desk says: clean text, one line or several, not empty
 * @link: (nullable): where there is more: an https or file address
 * @title: the title of its table: the name of the file without its ending
 * @origin: where it comes from; one of %WINERROR_TABLE_ORIGIN_USER in the user's own notes file can
 *   be changed
 * @file: (type filename): the path of its file
 *
 * What a help desk itself says about a code.
 */
typedef struct
{
  WinerrorFamily family;
  guint32 code;
  const char *text;
  const char *link;
  const char *title;
  WinerrorTableOrigin origin;
  const char *file;
} WinerrorNote;

/**
 * WinerrorNotesTable:
 *
 * The notes of one file, in the order in which they stand there. Immutable once it is in a book.
 */
typedef struct _WinerrorNotesTable WinerrorNotesTable;

WinerrorNotesTable *
winerror_notes_table_new (const char *title, WinerrorTableOrigin origin, const char *file);
void winerror_notes_table_add (WinerrorNotesTable *self,
                               WinerrorFamily family,
                               guint32 code,
                               const char *text,
                               const char *link);
WinerrorNotesTable *winerror_notes_table_ref (WinerrorNotesTable *self);
void winerror_notes_table_unref (WinerrorNotesTable *self);
const WinerrorNote *winerror_notes_table_get_notes (WinerrorNotesTable *self, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorNotesTable, winerror_notes_table_unref)

/**
 * WinerrorNoteBook:
 *
 * The notes of several tables, by code; those of one code in the order of the tables. Immutable.
 */
typedef struct _WinerrorNoteBook WinerrorNoteBook;

WinerrorNoteBook *winerror_note_book_new (GPtrArray *tables);
WinerrorNoteBook *winerror_note_book_ref (WinerrorNoteBook *self);
void winerror_note_book_unref (WinerrorNoteBook *self);
const WinerrorNote *const *
winerror_note_book_lookup (WinerrorNoteBook *self, WinerrorFamily family, guint32 code, guint *n);
const WinerrorNote *const *winerror_note_book_get_all (WinerrorNoteBook *self, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorNoteBook, winerror_note_book_unref)

G_END_DECLS
