// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WinerrorProgress:
 * @callback: (nullable): who is told; %NULL for nobody
 * @data: data for @callback
 * @context: where @callback is called
 * @cancellable: (nullable): after its cancellation nothing is told any more
 * @reported: when something was told last, in microseconds of the monotonic clock
 *
 * How the progress of a thread reaches who has started it: not more often than can be seen.
 */
typedef struct
{
  GFileProgressCallback callback;
  gpointer data;
  GMainContext *context;
  GCancellable *cancellable;
  gint64 reported;
} WinerrorProgress;

void winerror_progress_init (WinerrorProgress *self,
                             GFileProgressCallback callback,
                             gpointer data,
                             GCancellable *cancellable);
void winerror_progress_clear (WinerrorProgress *self);
void winerror_progress_report (WinerrorProgress *self, goffset done, goffset total);

G_END_DECLS
