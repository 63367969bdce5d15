// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-progress.h"

/* The shortest time between two reports, in microseconds. */
#define INTERVAL (G_USEC_PER_SEC / 20)

/* A report on its way. */
typedef struct
{
  GFileProgressCallback callback;
  gpointer data;
  GCancellable *cancellable;
  goffset done;
  goffset total;
} Report;

/**
 * winerror_progress_init:
 * @self: (out caller-allocates): a way for progress
 * @callback: (nullable) (scope notified): who is told; %NULL for nobody
 * @data: data for @callback
 * @cancellable: (nullable): after its cancellation nothing is told any more
 *
 * Prepares for reports to the main context that is the caller's default.
 */
void
winerror_progress_init (WinerrorProgress *self,
                        GFileProgressCallback callback,
                        gpointer data,
                        GCancellable *cancellable)
{
  *self = (WinerrorProgress){
    .callback = callback,
    .data = data,
    .context = g_main_context_ref_thread_default (),
    .cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL,
  };
}

/**
 * winerror_progress_clear:
 * @self: a way for progress
 *
 * Lets go of what it holds. Reports that are on their way arrive all the same.
 */
void
winerror_progress_clear (WinerrorProgress *self)
{
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, g_main_context_unref);
}

static gboolean
deliver_cb (gpointer data)
{
  Report *report = data;

  if (!g_cancellable_is_cancelled (report->cancellable))
    report->callback (report->done, report->total, report->data);
  return G_SOURCE_REMOVE;
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_clear_object (&report->cancellable);
  g_free (report);
}

/**
 * winerror_progress_report:
 * @self: a way for progress
 * @done: how much is done, in bytes
 * @total: how much there is to do, in bytes
 *
 * Tells how far something is, unless that was told just before. To be called in one thread.
 */
void
winerror_progress_report (WinerrorProgress *self, goffset done, goffset total)
{
  gint64 now = g_get_monotonic_time ();
  Report *report;

  if (self->callback == NULL || now - self->reported < INTERVAL)
    return;

  self->reported = now;
  report = g_new (Report, 1);
  *report = (Report){
    .callback = self->callback,
    .data = self->data,
    .cancellable = self->cancellable != NULL ? g_object_ref (self->cancellable) : NULL,
    .done = done,
    .total = total,
  };
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, deliver_cb, report, report_free);
}
