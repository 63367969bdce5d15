// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-log-file.h"

G_BEGIN_DECLS

/**
 * WinerrorLogs:
 * @files: (element-type WinerrorLogFile): the logs that could be read, now or before
 * @report: the codes of all of them; the files of its places are those of @files
 * @faults: (array zero-terminated=1): of each log that could not be read, its name and why
 *
 * What was read of several logs.
 */
typedef struct
{
  GPtrArray *files;
  WinerrorLogReport *report;
  GStrv faults;
} WinerrorLogs;

void winerror_logs_read_async (WinerrorCatalog *catalog,
                               GPtrArray *files,
                               GCancellable *cancellable,
                               GFileProgressCallback progress,
                               gpointer progress_data,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
WinerrorLogs *winerror_logs_read_finish (GAsyncResult *result, GError **error);

WinerrorLogFile *winerror_logs_get_file (const WinerrorLogs *self, guint i);
char *winerror_logs_dup_names (const WinerrorLogs *self);
const char *winerror_logs_get_charset (const WinerrorLogs *self);
void winerror_logs_free (WinerrorLogs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorLogs, winerror_logs_free)

G_END_DECLS
