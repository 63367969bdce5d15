// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-import-draft.h"

G_BEGIN_DECLS

/**
 * WinerrorImportBlockKind:
 * @WINERROR_IMPORT_BLOCK_TEXT: a paragraph
 * @WINERROR_IMPORT_BLOCK_ITEM: an item of a list
 * @WINERROR_IMPORT_BLOCK_TERM: a term of a definition list
 * @WINERROR_IMPORT_BLOCK_HEADING: a heading
 *
 * What a block of a page is.
 */
typedef enum
{
  WINERROR_IMPORT_BLOCK_TEXT,
  WINERROR_IMPORT_BLOCK_ITEM,
  WINERROR_IMPORT_BLOCK_TERM,
  WINERROR_IMPORT_BLOCK_HEADING,
} WinerrorImportBlockKind;

/**
 * WinerrorImportBlock:
 * @kind: what it is
 * @strong: it begins in bold type
 * @line: where it begins in the file, from 1
 * @column: column, from 1
 * @text: its text, without markup, see winerror_import_normalize()
 *
 * A block of a page.
 */
typedef struct
{
  WinerrorImportBlockKind kind;
  gboolean strong;
  guint line;
  guint column;
  const char *text;
} WinerrorImportBlock;

typedef struct _WinerrorImportRecords WinerrorImportRecords;

WinerrorImportRecords *winerror_import_records_new (WinerrorImportDraft *draft);
void winerror_import_records_free (WinerrorImportRecords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorImportRecords, winerror_import_records_free)

void winerror_import_records_add (WinerrorImportRecords *self, const WinerrorImportBlock *block);
void winerror_import_records_end (WinerrorImportRecords *self);
gboolean winerror_import_records_is_waiting (WinerrorImportRecords *self);
WinerrorFamily winerror_import_records_get_hint (WinerrorImportRecords *self);

G_END_DECLS
