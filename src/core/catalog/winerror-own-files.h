// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"

G_BEGIN_DECLS

/*< private >*/
enum
{
  WINERROR_OWN_FILE_INODE,
  WINERROR_OWN_FILE_SIZE,
  WINERROR_OWN_FILE_SECONDS,
  WINERROR_OWN_FILE_NANOSECONDS,
  WINERROR_OWN_FILE_CHANGED,
  WINERROR_OWN_FILE_DEVICE,
  WINERROR_N_OWN_FILE_STAMPS
};

/**
 * WinerrorOwnFile:
 * @path: (type filename): its path
 * @origin: whose it is
 * @title: the title of its table; of notes the name of the file without its ending
 * @enabled: whether it is in use: the user may switch it off
 * @n_entries: how many entries or notes it has
 * @tables: (nullable): its table; %NULL where it is switched off, has notes or could not be read
 * @notes: (nullable): its notes
 * @error: (nullable): what is wrong with it as it is now, with file, line and column where there is
 *   such a place: @tables and @notes are those of its last good version then, if any
 *
 * A file of tables or notes.
 */
typedef struct
{
  char *path;
  WinerrorTableOrigin origin;
  char *title;
  gboolean enabled;
  guint n_entries;
  WinerrorCompiledTables *tables;
  WinerrorNotesTable *notes;
  char *error;

  /*< private >*/
  gint64 stamp[WINERROR_N_OWN_FILE_STAMPS];
  char *folder;
} WinerrorOwnFile;

/**
 * WinerrorOwnFiles:
 *
 * What lies in the folders of tables, read at one time. Immutable.
 */
typedef struct _WinerrorOwnFiles WinerrorOwnFiles;

gboolean winerror_own_files_exist (GPtrArray *folders);
WinerrorOwnFiles *winerror_own_files_read (GPtrArray *folders,
                                           const char *const *disabled,
                                           WinerrorCatalog *built_in,
                                           WinerrorOwnFiles *before,
                                           GPtrArray *monitors,
                                           GCancellable *cancellable);
WinerrorOwnFiles *winerror_own_files_ref (WinerrorOwnFiles *self);
void winerror_own_files_unref (WinerrorOwnFiles *self);

gboolean winerror_own_files_are_waited_for (WinerrorOwnFiles *self);
GPtrArray *winerror_own_files_list (WinerrorOwnFiles *self);
GStrv winerror_own_files_dup_errors (WinerrorOwnFiles *self, WinerrorOwnFiles *before);
gboolean winerror_own_files_have_same (WinerrorOwnFiles *self, WinerrorOwnFiles *other);
gboolean winerror_own_files_have_same_tables (WinerrorOwnFiles *self, WinerrorOwnFiles *other);
void winerror_own_files_add_to (WinerrorOwnFiles *self, WinerrorCatalog *catalog);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorOwnFiles, winerror_own_files_unref)

G_END_DECLS
