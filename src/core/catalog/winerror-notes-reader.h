// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"

G_BEGIN_DECLS

/**
 * WINERROR_MAX_NOTE:
 *
 * How long a note may be, in bytes.
 */
#define WINERROR_MAX_NOTE 16384

/**
 * WinerrorNotesRow:
 * @family: the family of the code
 * @code: the code
 * @start: where the row begins in the file, in bytes
 * @end: where the next one begins
 *
 * A row of a notes file.
 */
typedef struct
{
  WinerrorFamily family;
  guint32 code;
  gsize start;
  gsize end;
} WinerrorNotesRow;

WinerrorNotesTable *winerror_notes_read (GBytes *bytes,
                                         const char *file,
                                         WinerrorTableOrigin origin,
                                         const char *const *folders,
                                         WinerrorCatalog *catalog,
                                         GArray *rows,
                                         GError **error);
char *winerror_notes_clean (const char *text);

G_END_DECLS
