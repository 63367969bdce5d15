// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-own-files.h"

#include "winerror-gettext.h"
#include "winerror-notes-reader.h"
#include "winerror-own-folder.h"
#include "winerror-table-reader.h"
#include "winerror-text.h"

#include <glib/gstdio.h>
#include <string.h>

#define TABLE_ENDING ".xml"
#define NOTES_ENDING ".csv"

struct _WinerrorOwnFiles
{
  gatomicrefcount references;
  GPtrArray *files;  /* of WinerrorOwnFile, those first that count most */
  GPtrArray *errors; /* of strings: folders that could not be read */
};

/* What it takes to read the folders. */
typedef struct
{
  WinerrorOwnFiles *files;
  WinerrorOwnFiles *before;
  const char *const *disabled;
  const char *const *folders;
  WinerrorCatalog *built_in;
} Reading;

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

static gboolean
is_wanted (const char *name)
{
  return has_ending (name, TABLE_ENDING) || has_ending (name, NOTES_ENDING);
}

static WinerrorOwnFile *
find_file (WinerrorOwnFiles *self, const char *path)
{
  for (guint i = 0; self != NULL && i < self->files->len; i++)
    {
      WinerrorOwnFile *file = self->files->pdata[i];

      if (g_str_equal (file->path, path))
        return file;
    }
  return NULL;
}

static void
set_stamp (WinerrorOwnFile *file, const struct stat *status)
{
  file->stamp[0] = (gint64) status->st_ino;
  file->stamp[1] = (gint64) status->st_size;
  file->stamp[2] = (gint64) status->st_mtim.tv_sec;
  file->stamp[3] = (gint64) status->st_mtim.tv_nsec;
  file->stamp[4] = (gint64) status->st_ctim.tv_sec * 1000000000 + status->st_ctim.tv_nsec;
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
read_contents (Reading *reading, WinerrorOwnFile *file, const WinerrorOwnFile *before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = NULL;
  struct stat status;

  if (before != NULL && before->enabled && g_stat (file->path, &status) == 0)
    {
      set_stamp (file, &status);
      if (memcmp (file->stamp, before->stamp, sizeof file->stamp) == 0)
        {
          keep (file, before);
          file->error = g_strdup (before->error);
          return;
        }
    }

  contents = winerror_own_folder_read_file (file->path, &status, &error);
  set_stamp (file, &status);
  if (contents == NULL)
    memset (file->stamp, 0, sizeof file->stamp);
  if (contents != NULL &&
      (has_ending (file->path, TABLE_ENDING)
           ? read_table (file, contents, reading->folders, &error)
           : read_notes (file, contents, reading->folders, reading->built_in, &error)))
    return;
  file->error = g_strdup (error->message);
  keep (file, before);
}

static void
add_file (Reading *reading, const WinerrorOwnFolder *folder, const char *name)
{
  WinerrorOwnFile *file = g_new0 (WinerrorOwnFile, 1);
  const WinerrorOwnFile *before;

  file->path = g_build_filename (folder->path, name, NULL);
  file->folder = g_strdup (folder->path);
  file->origin = folder->origin;
  file->title = winerror_text_clean_path (name);
  *strrchr (file->title, '.') = '\0';
  file->enabled = !g_strv_contains (reading->disabled, file->path);
  before = find_file (reading->before, file->path);
  if (file->enabled)
    read_contents (reading, file, before);
  else if (before != NULL)
    {
      g_free (file->title);
      file->title = g_strdup (before->title);
      file->n_entries = before->n_entries;
    }
  g_ptr_array_add (reading->files->files, file);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A share that has gone away keeps what it had. */
static void
keep_folder (Reading *reading, const WinerrorOwnFolder *folder)
{
  for (guint i = 0; reading->before != NULL && i < reading->before->files->len; i++)
    {
      const WinerrorOwnFile *before = reading->before->files->pdata[i];
      WinerrorOwnFile *file;

      if (!g_str_equal (before->folder, folder->path))
        continue;
      file = g_new0 (WinerrorOwnFile, 1);
      file->path = g_strdup (before->path);
      file->folder = g_strdup (before->folder);
      file->origin = before->origin;
      file->title = g_strdup (before->title);
      file->error = g_strdup (before->error);
      file->enabled = !g_strv_contains (reading->disabled, file->path);
      if (file->enabled && before->enabled)
        {
          keep (file, before);
          memcpy (file->stamp, before->stamp, sizeof file->stamp);
        }
      g_ptr_array_add (reading->files->files, file);
    }
}

static void
read_folder (Reading *reading, const WinerrorOwnFolder *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      g_autofree char *shown = winerror_text_clean_path (folder->path);

      if (folder->origin != WINERROR_TABLE_ORIGIN_SHARED &&
          g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return;
      /* Translators: a folder, and what the system says */
      g_ptr_array_add (reading->files->errors,
                       g_strdup_printf (_ ("%s: expected a folder of tables; %s"), shown,
                                        error->message));
      keep_folder (reading, folder);
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_wanted (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_file (reading, folder, names->pdata[i]);
}

/**
 * winerror_own_files_exist:
 * @folders: (element-type WinerrorOwnFolder): the folders of tables
 *
 * Looks, without reading them, whether there are tables or notes in the folders, or one of a share
 * that should be there and is not.
 *
 * Returns: whether there is something to read or to report
 */
gboolean
winerror_own_files_exist (GPtrArray *folders)
{
  g_return_val_if_fail (folders != NULL, FALSE);

  for (guint i = 0; i < folders->len; i++)
    {
      const WinerrorOwnFolder *folder = folders->pdata[i];
      g_autoptr (GError) error = NULL;
      GDir *dir = g_dir_open (folder->path, 0, &error);
      gboolean found = FALSE;
      const char *name;

      if (dir == NULL)
        {
          if (folder->origin == WINERROR_TABLE_ORIGIN_SHARED ||
              !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            return TRUE;
          continue;
        }
      while (!found && (name = g_dir_read_name (dir)) != NULL)
        found = is_wanted (name);
      g_dir_close (dir);
      if (found)
        return TRUE;
    }
  return FALSE;
}

/**
 * winerror_own_files_read:
 * @folders: (element-type WinerrorOwnFolder): the folders of tables: see winerror_own_folder_list()
 * @disabled: (array zero-terminated=1): the paths of files that are switched off
 * @built_in: the catalog of the built-in tables
 * @before: (nullable): what was read before; of files that are as they were then nothing is read
 *   again, and broken ones keep their last good version
 * @cancellable: (nullable): a cancellable, by another thread; files after that are missing
 *
 * Reads all tables and notes. This may take long: it is for a thread of its own.
 *
 * Returns: (transfer full): what there is, with what is wrong with it
 */
WinerrorOwnFiles *
winerror_own_files_read (GPtrArray *folders,
                         const char *const *disabled,
                         WinerrorCatalog *built_in,
                         WinerrorOwnFiles *before,
                         GCancellable *cancellable)
{
  WinerrorOwnFiles *self = g_new0 (WinerrorOwnFiles, 1);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  Reading reading = {
    .files = self,
    .before = before,
    .disabled = disabled,
    .built_in = built_in,
  };

  g_atomic_ref_count_init (&self->references);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->errors = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < folders->len; i++)
    g_ptr_array_add (paths, ((WinerrorOwnFolder *) folders->pdata[i])->path);
  g_ptr_array_add (paths, NULL);
  reading.folders = (const char *const *) paths->pdata;
  for (guint i = 0; i < folders->len && !g_cancellable_is_cancelled (cancellable); i++)
    read_folder (&reading, folders->pdata[i]);
  return self;
}

/**
 * winerror_own_files_ref:
 * @self: own files
 *
 * Returns: (transfer full): the same
 */
WinerrorOwnFiles *
winerror_own_files_ref (WinerrorOwnFiles *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * winerror_own_files_unref:
 * @self: (transfer full): own files
 */
void
winerror_own_files_unref (WinerrorOwnFiles *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->errors);
  g_free (self);
}

/**
 * winerror_own_files_list:
 * @self: own files
 *
 * Returns: (transfer none) (element-type WinerrorOwnFile): the files, those first that count most:
 *   of the user, shared ones, of the system; in each folder by name
 */
GPtrArray *
winerror_own_files_list (WinerrorOwnFiles *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->files;
}

static gboolean
was_known (WinerrorOwnFiles *before, const char *error)
{
  for (guint i = 0; before != NULL && i < before->files->len; i++)
    if (g_strcmp0 (((WinerrorOwnFile *) before->files->pdata[i])->error, error) == 0)
      return TRUE;
  return before != NULL &&
         g_ptr_array_find_with_equal_func (before->errors, error, g_str_equal, NULL);
}

/**
 * winerror_own_files_dup_errors:
 * @self: own files
 * @before: (nullable): what was read before
 *
 * Returns: (transfer full): what is wrong with files and folders, and was not so before
 */
GStrv
winerror_own_files_dup_errors (WinerrorOwnFiles *self, WinerrorOwnFiles *before)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->errors->len; i++)
    if (!was_known (before, self->errors->pdata[i]))
      g_strv_builder_add (builder, self->errors->pdata[i]);
  for (guint i = 0; i < self->files->len; i++)
    {
      const WinerrorOwnFile *file = self->files->pdata[i];

      if (file->error != NULL && !was_known (before, file->error))
        g_strv_builder_add (builder, file->error);
    }
  return g_strv_builder_end (builder);
}

/**
 * winerror_own_files_have_same_tables:
 * @self: own files
 * @other: (nullable): what was read at another time
 *
 * Returns: whether both have the same tables; notes may differ
 */
gboolean
winerror_own_files_have_same_tables (WinerrorOwnFiles *self, WinerrorOwnFiles *other)
{
  guint j = 0;

  for (guint i = 0; i < self->files->len; i++)
    {
      const WinerrorOwnFile *file = self->files->pdata[i];

      if (file->tables == NULL)
        continue;
      while (other != NULL && j < other->files->len &&
             ((WinerrorOwnFile *) other->files->pdata[j])->tables == NULL)
        j++;
      if (other == NULL || j == other->files->len ||
          ((WinerrorOwnFile *) other->files->pdata[j++])->tables != file->tables)
        return FALSE;
    }
  while (other != NULL && j < other->files->len)
    if (((WinerrorOwnFile *) other->files->pdata[j++])->tables != NULL)
      return FALSE;
  return TRUE;
}

/**
 * winerror_own_files_have_same:
 * @self: own files
 * @other: (nullable): what was read at another time
 *
 * Returns: whether there is nothing new to show in @self
 */
gboolean
winerror_own_files_have_same (WinerrorOwnFiles *self, WinerrorOwnFiles *other)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (other == NULL)
    return self->files->len == 0;
  if (self->files->len != other->files->len)
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    {
      const WinerrorOwnFile *one = self->files->pdata[i];
      const WinerrorOwnFile *two = other->files->pdata[i];

      if (!g_str_equal (one->path, two->path) || one->enabled != two->enabled ||
          one->tables != two->tables || one->notes != two->notes ||
          g_strcmp0 (one->error, two->error) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * winerror_own_files_add_to:
 * @self: own files
 * @catalog: a catalog of the built-in tables that no search uses yet
 *
 * Adds the tables and the notes.
 */
void
winerror_own_files_add_to (WinerrorOwnFiles *self, WinerrorCatalog *catalog)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_return_if_fail (self != NULL);
  g_return_if_fail (WINERROR_IS_CATALOG (catalog));

  for (guint i = 0; i < self->files->len; i++)
    {
      const WinerrorOwnFile *file = self->files->pdata[i];

      if (file->tables != NULL)
        winerror_catalog_add_own (catalog, file->tables);
      if (file->notes != NULL)
        g_ptr_array_add (notes, file->notes);
    }
  if (notes->len > 0)
    winerror_catalog_set_notes (catalog, winerror_note_book_new (notes));
}
