// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-lines.h"

#include "winerror-log-scanner.h"

#include <string.h>

/* The shortest time between two reports of progress, in microseconds. */
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 20)

/* The data of a reading, which the thread works on. */
typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorScanner *scanner;
  GFile *file;
  GFileProgressCallback progress;
  gpointer progress_data;
  GMainContext *context; /* of the caller */
  GCancellable *cancellable;
  GPtrArray *lines;
  gboolean more; /* than are kept */
  goffset total;
  gint64 reported; /* when progress was last reported */
} Reading;

/* A report of progress on its way to the caller. */
typedef struct
{
  GFileProgressCallback progress;
  gpointer progress_data;
  GCancellable *cancellable;
  goffset done;
  goffset total;
} Progress;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_object (&self->catalog);
  g_clear_pointer (&self->scanner, winerror_scanner_free);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_log_line_unref);
}

static gboolean
add_line (const WinerrorLogPlace *place, gpointer user_data)
{
  Reading *self = user_data;
  g_autoptr (WinerrorEntry) entry = NULL;

  self->more = self->lines->len == WINERROR_LOG_LINES_MAX_LINES;
  if (self->more)
    return FALSE;
  entry = winerror_log_place_dup_entry (place, self->catalog);
  g_ptr_array_add (self->lines,
                   winerror_log_line_new (entry, place->line, place->context, place->context_length,
                                          (gsize) (place->text - place->context), place->length));
  return TRUE;
}

/**
 * winerror_log_lines_read_text:
 * @catalog: the entries to look for
 * @text: several lines of text
 * @more: (out): whether it carries more codes than are returned
 *
 * Reads a log that is in memory.
 *
 * Returns: (transfer full) (element-type WinerrorLogLine): the codes that it carries, in order of
 *   appearance; the first %WINERROR_LOG_LINES_MAX_LINES of them
 */
GPtrArray *
winerror_log_lines_read_text (WinerrorCatalog *catalog, const char *text, gboolean *more)
{
  g_autoptr (WinerrorScanner) scanner = NULL;
  g_autoptr (GInputStream) stream = NULL;
  Reading reading = { .catalog = catalog, .lines = lines_new () };
  WinerrorLogHandler handler = { .place = add_line, .user_data = &reading };

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  scanner = winerror_scanner_new (catalog);
  winerror_scanner_add_languages (scanner);
  reading.scanner = scanner;
  stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  winerror_log_scanner_scan (scanner, stream, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, &handler, NULL,
                             NULL);
  *more = reading.more;
  return reading.lines;
}

static gboolean
report_progress (gpointer data)
{
  Progress *progress = data;

  if (!g_cancellable_is_cancelled (progress->cancellable))
    progress->progress (progress->done, progress->total, progress->progress_data);
  return G_SOURCE_REMOVE;
}

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_clear_object (&progress->cancellable);
  g_free (progress);
}

static void
count_progress (guint64 done, gpointer user_data)
{
  Reading *self = user_data;
  gint64 now = g_get_monotonic_time ();
  Progress *progress;

  if (self->progress == NULL || now - self->reported < PROGRESS_INTERVAL)
    return;

  self->reported = now;
  progress = g_new (Progress, 1);
  *progress = (Progress){
    .progress = self->progress,
    .progress_data = self->progress_data,
    .cancellable = g_object_ref (self->cancellable),
    .done = (goffset) done,
    .total = self->total,
  };
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, report_progress, progress,
                              progress_free);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  WinerrorLogHandler handler = { .place = add_line, .progress = count_progress, .user_data = self };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, cancellable, &error);
  g_autoptr (GFileInfo) info = NULL;

  self->scanner = winerror_scanner_new (self->catalog);
  winerror_scanner_add_languages (self->scanner);
  if (stream == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL)
    self->total = g_file_info_get_size (info);

  if (winerror_log_scanner_scan (self->scanner, G_INPUT_STREAM (stream),
                                 WINERROR_LOG_SCANNER_BLOCK_SIZE, &handler, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&self->lines),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * winerror_log_lines_read_async:
 * @catalog: the entries to look for
 * @file: a log
 * @cancellable: ends the reading
 * @progress: (nullable) (scope notified): called with how many bytes are read, and how many there
 *   are
 * @progress_data: data for @progress
 * @callback: called when all is read
 * @user_data: data for @callback
 *
 * Reads a log in a thread of its own.
 */
void
winerror_log_lines_read_async (WinerrorCatalog *catalog,
                               GFile *file,
                               GCancellable *cancellable,
                               GFileProgressCallback progress,
                               gpointer progress_data,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (WINERROR_IS_CATALOG (catalog));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  reading = g_new0 (Reading, 1);
  reading->catalog = g_object_ref (catalog);
  reading->file = g_object_ref (file);
  reading->cancellable = g_object_ref (cancellable);
  reading->progress = progress;
  reading->progress_data = progress_data;
  reading->context = g_main_context_ref_thread_default ();
  reading->lines = lines_new ();
  g_task_set_source_tag (task, winerror_log_lines_read_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * winerror_log_lines_read_finish:
 * @result: what the callback got
 * @more: (out): whether the log carries more codes than are returned
 * @error: (nullable): return location for an error of opening or reading the file
 *
 * Returns: (transfer full) (element-type WinerrorLogLine): the codes that the log carries, in order
 *   of appearance, the first %WINERROR_LOG_LINES_MAX_LINES of them; %NULL with @error set
 */
GPtrArray *
winerror_log_lines_read_finish (GAsyncResult *result, gboolean *more, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  *more = ((Reading *) g_task_get_task_data (G_TASK (result)))->more;
  return g_task_propagate_pointer (G_TASK (result), error);
}
