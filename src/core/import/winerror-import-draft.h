// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-family.h"
#include "winerror-import-terms.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WINERROR_IMPORT_MAX_MESSAGES:
 *
 * How many places that were passed over are remembered; all are counted.
 */
#define WINERROR_IMPORT_MAX_MESSAGES 1000

/**
 * WinerrorImportRow:
 * @line: where it stands in the file, from 1
 * @column: column, in characters from 1
 * @codes: its codes; each of them gets an entry
 * @n_codes: how many
 * @symbol: (nullable): its symbol
 * @alias: (nullable): another symbol of it
 * @text: (nullable): its description: clean lines, an empty one between paragraphs
 * @family: the family that the file states for it, or %WINERROR_N_FAMILIES
 * @hint: the family that the words around it speak for, or %WINERROR_N_FAMILIES
 *
 * What a reader hands over for one place of a file.
 */
typedef struct
{
  guint line;
  guint column;
  const WinerrorImportCode *codes;
  guint n_codes;
  const char *symbol;
  const char *alias;
  const char *text;
  WinerrorFamily family;
  WinerrorFamily hint;
} WinerrorImportRow;

/**
 * WinerrorImportEntry:
 * @code: its number
 * @family: the family of the number
 * @wrapped: the file has it wrapped as HRESULT_FROM_WIN32() does, or the like
 * @line: where it stands in the file, from 1
 * @column: column, from 1
 * @symbol: (nullable): its symbol
 * @aliases: (nullable): further symbols, separated by blanks
 * @text: (nullable): its description
 *
 * An entry that was read.
 */
typedef struct
{
  guint32 code;
  WinerrorFamily family;
  gboolean wrapped;
  guint line;
  guint column;
  const char *symbol;
  const char *aliases;
  const char *text;
} WinerrorImportEntry;

/**
 * WinerrorImportMessage:
 * @line: where it was, from 1; 0 where it is about the file as a whole
 * @column: column, from 1
 * @text: what was passed over and why, in the user's language
 *
 * Something that was passed over.
 */
typedef struct
{
  guint line;
  guint column;
  char *text;
} WinerrorImportMessage;

/**
 * WinerrorImportDraft:
 * @name: what to call the file
 * @title: (nullable): title of the page
 * @date: (nullable): its date, YYYY-MM-DD
 * @license: (nullable): SPDX identifier of its licence, where it says it
 * @header: (nullable): the header file that it is
 * @hint: the family that name and title speak for, or %WINERROR_N_FAMILIES
 * @entries: (element-type WinerrorImportEntry): what was read, in order of the file until
 *   winerror_import_draft_finish(), then in order of family and code
 * @messages: (element-type WinerrorImportMessage): what was passed over, in order of the file; the
 *   first %WINERROR_IMPORT_MAX_MESSAGES of them
 * @n_passed_over: how many places were passed over
 * @stopped: the reading was cancelled, or has reached a limit
 *
 * What readers make of a file.
 */
typedef struct
{
  char *name;
  char *title;
  char *date;
  char *license;
  char *header;
  WinerrorFamily hint;
  GArray *entries;
  GArray *messages;
  guint n_passed_over;
  gboolean stopped;
  /*< private >*/
  GStringChunk *texts;
  GFileProgressCallback progress;
  gpointer progress_data;
  GCancellable *cancellable;
  goffset total;
} WinerrorImportDraft;

WinerrorImportDraft *winerror_import_draft_new (const char *name);
void winerror_import_draft_free (WinerrorImportDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorImportDraft, winerror_import_draft_free)

void winerror_import_draft_set_progress (WinerrorImportDraft *self,
                                         goffset total,
                                         GFileProgressCallback progress,
                                         gpointer progress_data,
                                         GCancellable *cancellable);
gboolean winerror_import_draft_go_on (WinerrorImportDraft *self, gsize done);

void winerror_import_draft_take_title (WinerrorImportDraft *self, char *title);
void winerror_import_draft_add (WinerrorImportDraft *self, const WinerrorImportRow *row);
void winerror_import_draft_pass_over (WinerrorImportDraft *self,
                                      guint line,
                                      guint column,
                                      const char *format,
                                      ...) G_GNUC_PRINTF (4, 5);
void winerror_import_draft_finish (WinerrorImportDraft *self);

G_END_DECLS
