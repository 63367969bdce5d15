// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-logs.h"

#include "winerror-encoding.h"
#include "winerror-progress.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* The data of a reading, which the thread works on. */
typedef struct
{
  WinerrorCatalog *catalog;
  GPtrArray *files; /* of WinerrorLogFile */
  WinerrorProgress progress;
  goffset done; /* of the files before the one that is read */
  goffset total;
} Reading;

/**
 * winerror_logs_free:
 * @self: (transfer full): what was read
 */
void
winerror_logs_free (WinerrorLogs *self)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_object (&self->report);
  g_strfreev (self->faults);
  g_free (self);
}

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_object (&self->catalog);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  winerror_progress_clear (&self->progress);
  g_free (self);
}

static void
count_progress (guint64 done, gpointer user_data)
{
  Reading *self = user_data;

  /* a log may have become longer, or gone, in the meantime */
  winerror_progress_report (&self->progress, MIN (self->done + (goffset) done, self->total),
                            self->total);
}

/* How large a log is; 0 where that cannot be found out. */
static goffset
measure (const WinerrorLogFile *log, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;

  if (log->file == NULL)
    return log->text != NULL ? (goffset) g_bytes_get_size (log->text) : 0;
  info = g_file_query_info (log->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                            cancellable, NULL);
  return info != NULL ? g_file_info_get_size (info) : 0;
}

/* Reads a log as far as that is possible; NULL where it is not, and nothing is known of it with the
 * same tables. */
static WinerrorLogFile *
read_file (Reading *self, WinerrorScanner *scanner, WinerrorLogFile *log, GStrvBuilder *faults)
{
  const char *obstacle = NULL;
  g_autoptr (GError) error = NULL;
  WinerrorLogFile *read = NULL;
  gboolean known = log->report != NULL &&
                   winerror_log_report_get_catalog (log->report) == self->catalog;

  /* a text does not change */
  if (log->file == NULL && known)
    return winerror_log_file_ref (log);
  if (log->file != NULL)
    obstacle = winerror_log_file_find_obstacle (log->file);
  if (obstacle == NULL)
    read = winerror_log_file_read (log, scanner, count_progress, self, self->progress.cancellable,
                                   &error);
  if (read == NULL)
    {
      g_autofree char *fault = g_strdup_printf ("%s: %s", log->name,
                                                obstacle != NULL ? obstacle : error->message);

      g_strv_builder_add (faults, fault);
      /* what was read of it before is true all the same */
      if (known)
        read = winerror_log_file_ref (log);
    }
  return read;
}

static void
logs_free (gpointer data)
{
  winerror_logs_free (data);
}

/* From how many bytes on memory is given back, which takes a while. */
#define LARGE (1024 * 1024)

/* What a large log took, and the clipboard that it came from, stays with the C library else: it
 * lies between what is still needed. */
static void
give_back_memory (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  g_autoptr (WinerrorScanner) scanner = winerror_scanner_new (self->catalog);
  g_autoptr (WinerrorLogs) logs = g_new0 (WinerrorLogs, 1);
  g_autoptr (GStrvBuilder) faults = g_strv_builder_new ();

  winerror_scanner_add_languages (scanner);
  for (guint i = 0; i < self->files->len; i++)
    self->total += measure (self->files->pdata[i], cancellable);
  logs->files = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_log_file_unref);
  logs->report = winerror_log_report_new (self->catalog, WINERROR_LOG_REPORT_MAX_PLACES);
  for (guint i = 0; i < self->files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      WinerrorLogFile *read = read_file (self, scanner, self->files->pdata[i], faults);

      if (read == NULL)
        continue;
      winerror_log_report_append (logs->report, read->report,
                                  winerror_log_report_add_file (logs->report, read->name));
      g_ptr_array_add (logs->files, read);
      self->done += (goffset) read->size;
    }
  g_clear_pointer (&scanner, winerror_scanner_free);
  if (self->total >= LARGE)
    give_back_memory ();
  if (g_task_return_error_if_cancelled (task))
    return;
  logs->faults = g_strv_builder_end (faults);
  g_task_return_pointer (task, g_steal_pointer (&logs), logs_free);
}

/**
 * winerror_logs_read_async:
 * @catalog: the entries to look for
 * @files: (element-type WinerrorLogFile): logs; not to be changed
 * @cancellable: ends the reading
 * @progress: (nullable) (scope notified): called with how many bytes are read, and how many there
 *   are
 * @progress_data: data for @progress
 * @callback: called when all is read
 * @user_data: data for @callback
 *
 * Reads logs one after the other in a thread of its own: see winerror_log_file_read(). What is no
 * regular file of this computer is not opened. What was read before and cannot be read now stays as
 * it was, if that was with the same catalog; a text that was not kept cannot be read with another.
 */
void
winerror_logs_read_async (WinerrorCatalog *catalog,
                          GPtrArray *files,
                          GCancellable *cancellable,
                          GFileProgressCallback progress,
                          gpointer progress_data,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (WINERROR_IS_CATALOG (catalog));
  g_return_if_fail (files != NULL);
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  reading = g_new0 (Reading, 1);
  reading->catalog = g_object_ref (catalog);
  reading->files = g_ptr_array_ref (files);
  winerror_progress_init (&reading->progress, progress, progress_data, cancellable);
  g_task_set_source_tag (task, winerror_logs_read_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * winerror_logs_read_finish:
 * @result: what the callback got
 * @error: (nullable): return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what was read; %NULL with @error set
 */
WinerrorLogs *
winerror_logs_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * winerror_logs_get_file:
 * @self: what was read
 * @i: which file of the report
 *
 * Returns: (transfer none): the file
 */
WinerrorLogFile *
winerror_logs_get_file (const WinerrorLogs *self, guint i)
{
  g_return_val_if_fail (i < self->files->len, NULL);

  return g_ptr_array_index (self->files, i);
}

/**
 * winerror_logs_dup_names:
 * @self: what was read
 *
 * Returns: (transfer full): the names of all the logs, a line each
 */
char *
winerror_logs_dup_names (const WinerrorLogs *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const WinerrorLogFile *log = g_ptr_array_index (self->files, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", log->name);
    }
  return g_string_free (names, FALSE);
}

/**
 * winerror_logs_get_charset:
 * @self: what was read
 *
 * Returns: (transfer none) (nullable): the encoding that the logs have in common; %NULL where they
 *   have several, or are pasted
 */
const char *
winerror_logs_get_charset (const WinerrorLogs *self)
{
  const char *common = NULL;

  for (guint i = 0; i < self->files->len; i++)
    {
      const WinerrorLogFile *log = g_ptr_array_index (self->files, i);
      const char *charset = log->end.charset != NULL ? log->end.charset : WINERROR_ENCODING_UTF8;

      if (log->file == NULL || (common != NULL && !g_str_equal (common, charset)))
        return NULL;
      common = charset;
    }
  return common;
}
