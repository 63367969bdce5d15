// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-log-line.h"
#include "winerror-scanner.h"

G_BEGIN_DECLS

/**
 * WINERROR_LOG_LINES_MAX_LINES:
 *
 * How many codes of a log are kept at the most.
 */
#define WINERROR_LOG_LINES_MAX_LINES 10000

GPtrArray *
winerror_log_lines_read_text (WinerrorCatalog *catalog, const char *text, gboolean *more);

void winerror_log_lines_read_async (WinerrorCatalog *catalog,
                                    GFile *file,
                                    GCancellable *cancellable,
                                    GFileProgressCallback progress,
                                    gpointer progress_data,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *winerror_log_lines_read_finish (GAsyncResult *result, gboolean *more, GError **error);

G_END_DECLS
