// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-gettext.h"
#include "winerror-import.h"
#include "winerror-own-folder.h"
#include "winerror-progress.h"
#include "winerror-text.h"

/* How much is read at once, in bytes. */
#define CHUNK (1 << 20)

/* The data of a reading in a thread. */
typedef struct
{
  GFile *file;
  char *folder;
  WinerrorProgress progress;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_object (&self->file);
  winerror_progress_clear (&self->progress);
  g_free (self->folder);
  g_free (self);
}

/* What GIO says does not name the file. */
static void
prefix_error (GError **error, const char *name)
{
  if (error != NULL && *error != NULL &&
      !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (error, "%s: ", name);
}

static void
set_size_error (const char *name, GError **error)
{
  g_autofree char *most = g_format_size (WINERROR_IMPORT_MAX_SIZE);

  /* Translators: a file, and a size: 256 MB */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
               _ ("%s: expected a file of at most %s, found a larger one"), name, most);
}

/* Reads a file into memory. */
static GBytes *
load (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) contents = NULL;
  g_autofree guint8 *chunk = NULL;
  GFileType type;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    {
      prefix_error (error, name);
      return NULL;
    }
  type = g_file_info_get_file_type (info);
  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   type == G_FILE_TYPE_DIRECTORY ? _ ("%s: expected a file, found a folder")
                                                 : _ ("%s: expected a file, found something else"),
                   name);
      return NULL;
    }

  if (g_file_info_get_size (info) > WINERROR_IMPORT_MAX_SIZE)
    {
      set_size_error (name, error);
      return NULL;
    }

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    {
      prefix_error (error, name);
      return NULL;
    }
  contents = g_byte_array_new ();
  chunk = g_malloc (CHUNK);
  for (;;)
    {
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, cancellable, error);

      if (n < 0)
        {
          prefix_error (error, name);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&contents));
      if (contents->len + (gsize) n > WINERROR_IMPORT_MAX_SIZE)
        {
          set_size_error (name, error);
          return NULL;
        }
      g_byte_array_append (contents, chunk, (guint) n);
    }
}

/**
 * winerror_import_file:
 * @file: a file of codes or of notes
 * @folder: (nullable): path of the folder that tables are written into; %NULL for the user's own
 * @progress: (nullable) (scope call): called with how many bytes have been read, in this thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): ends the reading
 * @error: (nullable): return location for an error of opening, reading or writing files, or of
 *   winerror_import_read()
 *
 * Reads a file and writes what it has into a folder for tables: winerror_import_read() and
 * winerror_import_save().
 *
 * Returns: (transfer full) (nullable): what was read; %NULL with @error set, and nothing written
 */
WinerrorImport *
winerror_import_file (GFile *file,
                      const char *folder,
                      GFileProgressCallback progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (WinerrorImport) self = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *own = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  name = winerror_text_clean_path (base != NULL ? base : "");
  bytes = load (file, name, cancellable, error);
  if (bytes == NULL)
    return NULL;
  self = winerror_import_read (bytes, name, progress, progress_data, cancellable, error);
  if (self == NULL)
    return NULL;
  if (folder == NULL)
    own = winerror_own_folder_dup_user ();
  if (!winerror_import_save (self, folder != NULL ? folder : own, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
pass_progress_on (goffset done, goffset total, gpointer user_data)
{
  winerror_progress_report (user_data, done, total);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  GError *error = NULL;
  WinerrorImport *import = winerror_import_file (self->file, self->folder,
                                                 self->progress.callback != NULL ? pass_progress_on
                                                                                 : NULL,
                                                 &self->progress, cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) winerror_import_free);
  else
    g_task_return_error (task, error);
}

/**
 * winerror_import_file_async:
 * @file: a file of codes or of notes
 * @folder: (nullable): path of the folder that tables are written into; %NULL for the user's own
 * @cancellable: (nullable): ends the reading
 * @progress: (nullable) (scope notified): called with how many bytes are read, and how many there
 *   are, in the main context of the caller; not any more once @cancellable is cancelled
 * @progress_data: data for @progress
 * @callback: called when all is read and written
 * @user_data: data for @callback
 *
 * Does what winerror_import_file() does in a thread of its own.
 */
void
winerror_import_file_async (GFile *file,
                            const char *folder,
                            GCancellable *cancellable,
                            GFileProgressCallback progress,
                            gpointer progress_data,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  reading = g_new0 (Reading, 1);
  reading->file = g_object_ref (file);
  reading->folder = g_strdup (folder);
  winerror_progress_init (&reading->progress, progress, progress_data, cancellable);
  g_task_set_source_tag (task, winerror_import_file_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * winerror_import_file_finish:
 * @result: what the callback got
 * @error: (nullable): return location for an error, see winerror_import_file()
 *
 * Returns: (transfer full) (nullable): what was read; %NULL with @error set
 */
WinerrorImport *
winerror_import_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
