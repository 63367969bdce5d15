// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-own-reading.h"

#include "winerror-gettext.h"
#include "winerror-notes-reader.h"
#include "winerror-table-reader.h"
#include "winerror-text.h"

#include <glib/gstdio.h>
#include <string.h>

#define TABLE_ENDING ".xml"
#define NOTES_ENDING ".csv"

/* How long a file system may take for one answer, and how often one looks at that. In
 * microseconds. */
#define PATIENCE (3 * G_USEC_PER_SEC)
#define LOOK     (G_USEC_PER_SEC / 20)

struct _WinerrorOwnReading
{
  gatomicrefcount references;

  GPtrArray *folders;
  const WinerrorOwnFolder *folder; /* the one that is read */
  GPtrArray *paths;                /* those of all folders, and NULL */
  GStrv disabled;
  WinerrorCatalog *built_in;
  WinerrorOwnFiles *before; /* NULL where nothing was read before */
  gboolean watch;
  GCancellable *cancellable;

  /* what comes of it */
  GPtrArray *files;      /* of WinerrorOwnFile */
  GPtrArray *errors;     /* of strings */
  GFileMonitor *monitor; /* NULL where it is not watched */

  GMutex mutex;
  GCond cond;
  gint64 asked; /* when the file system was asked for what it has not answered; else 0 */
  gboolean done;
};

static void
file_free (gpointer data)
{
  WinerrorOwnFile *file = data;

  g_free (file->path);
  g_free (file->title);
  g_free (file->error);
  g_free (file->folder);
  g_clear_pointer (&file->tables, winerror_compiled_tables_unref);
  g_clear_pointer (&file->notes, winerror_notes_table_unref);
  g_free (file);
}

static gboolean
has_ending (const char *name, const char *ending)
{
  gsize length = strlen (name);

  return name[0] != '.' && length > strlen (ending) &&
         g_ascii_strcasecmp (name + length - strlen (ending), ending) == 0;
}

/**
 * winerror_own_reading_is_wanted:
 * @name: (type filename): the name of a file
 *
 * Returns: whether it is one of a table or of notes
 */
gboolean
winerror_own_reading_is_wanted (const char *name)
{
  return has_ending (name, TABLE_ENDING) || has_ending (name, NOTES_ENDING);
}

static void
set_asked (WinerrorOwnReading *self, gint64 asked)
{
  g_mutex_lock (&self->mutex);
  self->asked = asked;
  g_mutex_unlock (&self->mutex);
}

/* Before the file system is asked for something, and once it has answered. */
static void
ask (WinerrorOwnReading *self)
{
  set_asked (self, g_get_monotonic_time ());
}

static void
answered (WinerrorOwnReading *self)
{
  set_asked (self, 0);
}

static WinerrorOwnFile *
find_file (WinerrorOwnFiles *before, const char *path)
{
  GPtrArray *files = before != NULL ? winerror_own_files_list (before) : NULL;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      WinerrorOwnFile *file = files->pdata[i];

      if (g_str_equal (file->path, path))
        return file;
    }
  return NULL;
}

static void
set_stamp (WinerrorOwnFile *file, const struct stat *status)
{
  file->stamp[WINERROR_OWN_FILE_INODE] = (gint64) status->st_ino;
  file->stamp[WINERROR_OWN_FILE_SIZE] = (gint64) status->st_size;
  file->stamp[WINERROR_OWN_FILE_SECONDS] = (gint64) status->st_mtim.tv_sec;
  file->stamp[WINERROR_OWN_FILE_NANOSECONDS] = (gint64) status->st_mtim.tv_nsec;
  file->stamp[WINERROR_OWN_FILE_CHANGED] = (gint64) status->st_ctim.tv_sec * 1000000000 +
                                           status->st_ctim.tv_nsec;
  file->stamp[WINERROR_OWN_FILE_DEVICE] = (gint64) status->st_dev;
}

/* Takes over what was read before. */
static void
keep (WinerrorOwnFile *file, const WinerrorOwnFile *before)
{
  if (before == NULL)
    return;
  if (before->tables != NULL)
    file->tables = winerror_compiled_tables_ref (before->tables);
  if (before->notes != NULL)
    file->notes = winerror_notes_table_ref (before->notes);
  file->n_entries = before->n_entries;
  g_free (file->title);
  file->title = g_strdup (before->title);
}

static gboolean
read_table (WinerrorOwnFile *file, GBytes *contents, const char *const *folders, GError **error)
{
  g_autoptr (GPtrArray) entries = winerror_table_read_own (contents, file->path, folders, error);
  g_autoptr (GBytes) compiled = NULL;

  if (entries == NULL)
    return FALSE;
  compiled = winerror_compiled_tables_write (entries);
  file->tables = winerror_compiled_tables_new_own (compiled, file->origin, file->path, error);
  if (file->tables == NULL)
    return FALSE;
  file->n_entries = entries->len;
  g_free (file->title);
  file->title = winerror_table_dup_title (winerror_compiled_tables_get_table (file->tables, 0));
  return TRUE;
}

static gboolean
read_notes (WinerrorOwnFile *file,
            GBytes *contents,
            const char *const *folders,
            WinerrorCatalog *built_in,
            GError **error)
{
  file->notes = winerror_notes_read (contents, file->path, file->origin, folders, built_in, NULL,
                                     error);
  if (file->notes == NULL)
    return FALSE;
  winerror_notes_table_get_notes (file->notes, &file->n_entries);
  return TRUE;
}

/* Reads a file, unless it is as it was before. */
static void
read_contents (WinerrorOwnReading *self, WinerrorOwnFile *file, const WinerrorOwnFile *before)
{
  const char *const *folders = (const char *const *) self->paths->pdata;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = NULL;
  struct stat status;
  gboolean is_there = FALSE;

  ask (self);
  if (before != NULL && before->enabled)
    is_there = g_stat (file->path, &status) == 0;
  answered (self);
  if (is_there)
    {
      set_stamp (file, &status);
      if (memcmp (file->stamp, before->stamp, sizeof file->stamp) == 0)
        {
          keep (file, before);
          file->error = g_strdup (before->error);
          return;
        }
    }

  ask (self);
  contents = winerror_own_folder_read_file (file->path, &status, &error);
  answered (self);
  if (contents != NULL)
    set_stamp (file, &status);
  else /* whatever comes of it is to be read */
    memset (file->stamp, 0, sizeof file->stamp);
  if (contents != NULL && (has_ending (file->path, TABLE_ENDING)
                               ? read_table (file, contents, folders, &error)
                               : read_notes (file, contents, folders, self->built_in, &error)))
    return;
  file->error = g_strdup (error->message);
  keep (file, before);
}

static void
add_file (WinerrorOwnReading *self, const char *name)
{
  const WinerrorOwnFolder *folder = self->folder;
  WinerrorOwnFile *file = g_new0 (WinerrorOwnFile, 1);
  const WinerrorOwnFile *before;

  file->path = g_build_filename (folder->path, name, NULL);
  file->folder = g_strdup (folder->path);
  file->origin = folder->origin;
  file->title = winerror_text_clean_path (name);
  *strrchr (file->title, '.') = '\0';
  file->enabled = !g_strv_contains ((const char *const *) self->disabled, file->path);
  before = find_file (self->before, file->path);
  if (file->enabled)
    read_contents (self, file, before);
  else if (before != NULL)
    {
      g_free (file->title);
      file->title = g_strdup (before->title);
      file->n_entries = before->n_entries;
    }
  g_ptr_array_add (self->files, file);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What there was in the folder before stays. */
static void
keep_folder (const WinerrorOwnFolder *folder,
             const char *const *disabled,
             WinerrorOwnFiles *before,
             GPtrArray *files)
{
  GPtrArray *list = before != NULL ? winerror_own_files_list (before) : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const WinerrorOwnFile *old = list->pdata[i];
      WinerrorOwnFile *file;

      if (!g_str_equal (old->folder, folder->path))
        continue;
      file = g_new0 (WinerrorOwnFile, 1);
      file->path = g_strdup (old->path);
      file->folder = g_strdup (old->folder);
      file->origin = old->origin;
      file->title = g_strdup (old->title);
      file->error = g_strdup (old->error);
      file->enabled = !g_strv_contains (disabled, file->path);
      if (file->enabled && old->enabled)
        {
          keep (file, old);
          memcpy (file->stamp, old->stamp, sizeof file->stamp);
        }
      g_ptr_array_add (files, file);
    }
}

/* Says what is wrong with a folder: a share that has gone away keeps what it had. */
static void
fail (const WinerrorOwnFolder *folder, const char *what, GPtrArray *errors)
{
  g_autofree char *shown = winerror_text_clean_path (folder->path);

  /* Translators: a folder, and what the system says */
  g_ptr_array_add (errors,
                   g_strdup_printf (_ ("%s: expected a folder of tables; %s"), shown, what));
}

/* The names of the files that are wanted; NULL with @error set where the folder cannot be read. */
static GPtrArray *
list_names (WinerrorOwnReading *self, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder->path, 0, error);
  GPtrArray *names;
  const char *name;

  /* one that is not there yet is watched too; one that does not answer has not come so far: what
   * waits for it in g_file_monitor_directory() keeps all others that want to watch something */
  if (self->watch)
    {
      g_autoptr (GFile) file = g_file_new_for_path (self->folder->path);

      self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
    }
  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (winerror_own_reading_is_wanted (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
read_folder (WinerrorOwnReading *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = NULL;

  ask (self);
  names = list_names (self, &error);
  answered (self);
  if (names == NULL)
    {
      if (self->folder->origin != WINERROR_TABLE_ORIGIN_SHARED &&
          g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return;
      fail (self->folder, error->message, self->errors);
      keep_folder (self->folder, (const char *const *) self->disabled, self->before, self->files);
      return;
    }
  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    add_file (self, names->pdata[i]);
}

static gpointer
run (gpointer data)
{
  WinerrorOwnReading *self = data;

  read_folder (self);
  /* whoever waits for the end may count references */
  g_clear_object (&self->built_in);
  g_clear_pointer (&self->before, winerror_own_files_unref);
  g_clear_object (&self->cancellable);
  g_mutex_lock (&self->mutex);
  self->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  winerror_own_reading_unref (self);
  return NULL;
}

/**
 * winerror_own_reading_new_list:
 *
 * Returns: (transfer full) (element-type WinerrorOwnFile): no files yet
 */
GPtrArray *
winerror_own_reading_new_list (void)
{
  return g_ptr_array_new_with_free_func (file_free);
}

/**
 * winerror_own_reading_start:
 * @folders: (element-type WinerrorOwnFolder): the folders of tables, where links may go
 * @folder: number of the one to read
 * @disabled: (array zero-terminated=1): the paths of files that are switched off
 * @built_in: the catalog of the built-in tables
 * @before: (nullable): what was read before
 * @watch: whether to watch the folder, too
 * @cancellable: (nullable): ends it early
 *
 * Begins to read a folder.
 *
 * Returns: (transfer full): the reading
 */
WinerrorOwnReading *
winerror_own_reading_start (GPtrArray *folders,
                            guint folder,
                            const char *const *disabled,
                            WinerrorCatalog *built_in,
                            WinerrorOwnFiles *before,
                            gboolean watch,
                            GCancellable *cancellable)
{
  WinerrorOwnReading *self = g_new0 (WinerrorOwnReading, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->folders = g_ptr_array_ref (folders);
  self->folder = folders->pdata[folder];
  self->paths = g_ptr_array_new ();
  for (guint i = 0; i < folders->len; i++)
    g_ptr_array_add (self->paths, ((WinerrorOwnFolder *) folders->pdata[i])->path);
  g_ptr_array_add (self->paths, NULL);
  self->disabled = g_strdupv ((char **) disabled);
  self->built_in = g_object_ref (built_in);
  self->before = before != NULL ? winerror_own_files_ref (before) : NULL;
  self->watch = watch;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->files = winerror_own_reading_new_list ();
  self->errors = g_ptr_array_new_with_free_func (g_free);

  g_atomic_ref_count_inc (&self->references);
  g_thread_unref (g_thread_new ("winerror-folder", run, self));
  return self;
}

/**
 * winerror_own_reading_ref:
 * @self: a reading
 *
 * Returns: (transfer full): the same
 */
WinerrorOwnReading *
winerror_own_reading_ref (WinerrorOwnReading *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * winerror_own_reading_unref:
 * @self: (transfer full): a reading, which goes on where it is not done
 */
void
winerror_own_reading_unref (WinerrorOwnReading *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->folders);
  g_ptr_array_unref (self->paths);
  g_strfreev (self->disabled);
  g_clear_object (&self->built_in);
  g_clear_pointer (&self->before, winerror_own_files_unref);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->errors);
  g_clear_object (&self->monitor);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

/**
 * winerror_own_reading_is_of:
 * @self: a reading
 * @path: (type filename): a folder
 *
 * Returns: whether it is that which is read
 */
gboolean
winerror_own_reading_is_of (WinerrorOwnReading *self, const char *path)
{
  return g_str_equal (self->folder->path, path);
}

/**
 * winerror_own_reading_is_done:
 * @self: a reading
 *
 * Returns: whether all is read
 */
gboolean
winerror_own_reading_is_done (WinerrorOwnReading *self)
{
  gboolean done;

  g_mutex_lock (&self->mutex);
  done = self->done;
  g_mutex_unlock (&self->mutex);
  return done;
}

/* Waits as long as the file system answers; FALSE where it does not. */
static gboolean
wait (WinerrorOwnReading *self, GCancellable *cancellable)
{
  gboolean done;

  g_mutex_lock (&self->mutex);
  while (!self->done && !g_cancellable_is_cancelled (cancellable))
    {
      gint64 now = g_get_monotonic_time ();

      if (self->asked != 0 && now - self->asked > PATIENCE)
        break;
      g_cond_wait_until (&self->cond, &self->mutex, now + LOOK);
    }
  done = self->done;
  g_mutex_unlock (&self->mutex);
  return done;
}

/**
 * winerror_own_reading_finish:
 * @self: a reading
 * @disabled: (array zero-terminated=1): the paths of files that are switched off
 * @before: (nullable): what was read before
 * @files: (element-type WinerrorOwnFile): where the files are added
 * @errors: (element-type utf8): where is added what is wrong
 * @monitors: (nullable) (element-type GFileMonitor): where is added what watches the folder
 * @cancellable: (nullable): ends the waiting
 *
 * Waits for a reading, and takes what it has. Of a folder whose file system has not answered for
 * some seconds what there was before stays.
 *
 * Returns: whether it is done; it goes on otherwise
 */
gboolean
winerror_own_reading_finish (WinerrorOwnReading *self,
                             const char *const *disabled,
                             WinerrorOwnFiles *before,
                             GPtrArray *files,
                             GPtrArray *errors,
                             GPtrArray *monitors,
                             GCancellable *cancellable)
{
  if (!wait (self, cancellable))
    {
      fail (self->folder, _ ("it does not answer"), errors);
      keep_folder (self->folder, disabled, before, files);
      return FALSE;
    }
  while (self->files->len > 0)
    g_ptr_array_add (files, g_ptr_array_steal_index (self->files, 0));
  while (self->errors->len > 0)
    g_ptr_array_add (errors, g_ptr_array_steal_index (self->errors, 0));
  if (self->monitor != NULL && monitors != NULL)
    g_ptr_array_add (monitors, g_steal_pointer (&self->monitor));
  return TRUE;
}
