// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-import-draft.h"

G_BEGIN_DECLS

/**
 * WINERROR_IMPORT_MAX_SIZE:
 *
 * The largest file that is read, in bytes.
 */
#define WINERROR_IMPORT_MAX_SIZE (256 * 1024 * 1024)

/**
 * WinerrorImport:
 *
 * What has been read from a file of someone else, and what was passed over in it.
 */
typedef struct _WinerrorImport WinerrorImport;

WinerrorImport *winerror_import_read (GBytes *bytes,
                                      const char *name,
                                      GFileProgressCallback progress,
                                      gpointer progress_data,
                                      GCancellable *cancellable,
                                      GError **error);
gboolean winerror_import_save (WinerrorImport *self, const char *folder, GError **error);
void winerror_import_free (WinerrorImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorImport, winerror_import_free)

WinerrorImport *winerror_import_file (GFile *file,
                                      const char *folder,
                                      GFileProgressCallback progress,
                                      gpointer progress_data,
                                      GCancellable *cancellable,
                                      GError **error);
void winerror_import_file_async (GFile *file,
                                 const char *folder,
                                 GCancellable *cancellable,
                                 GFileProgressCallback progress,
                                 gpointer progress_data,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
WinerrorImport *winerror_import_file_finish (GAsyncResult *result, GError **error);

const char *winerror_import_get_name (WinerrorImport *self);
const char *winerror_import_get_title (WinerrorImport *self);
gboolean winerror_import_has_notes (WinerrorImport *self);
guint winerror_import_get_n_entries (WinerrorImport *self);
const WinerrorImportEntry *winerror_import_get_entry (WinerrorImport *self, guint position);
guint winerror_import_get_n_passed_over (WinerrorImport *self);
guint winerror_import_get_n_messages (WinerrorImport *self);
const WinerrorImportMessage *winerror_import_get_message (WinerrorImport *self, guint position);
const char *const *winerror_import_get_paths (WinerrorImport *self);

G_END_DECLS
