// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-own-files.h"

#include "winerror-own-folder.h"
#include "winerror-own-reading.h"

#include <string.h>

struct _WinerrorOwnFiles
{
  gatomicrefcount references;
  GPtrArray *files;   /* of WinerrorOwnFile, those first that count most */
  GPtrArray *errors;  /* of strings: folders that could not be read */
  GPtrArray *waiting; /* of WinerrorOwnReading: folders whose file system does not answer */
};

/**
 * winerror_own_files_exist:
 * @folders: (element-type WinerrorOwnFolder): the folders of tables
 *
 * Looks, without reading them, whether there are tables or notes in the folders. A share is not
 * looked at: it may keep one waiting.
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
      GDir *dir;
      gboolean found = FALSE;
      const char *name;

      if (folder->origin == WINERROR_TABLE_ORIGIN_SHARED)
        return TRUE;
      dir = g_dir_open (folder->path, 0, &error);
      if (dir == NULL)
        {
          if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            return TRUE;
          continue;
        }
      while (!found && (name = g_dir_read_name (dir)) != NULL)
        found = winerror_own_reading_is_wanted (name);
      g_dir_close (dir);
      if (found)
        return TRUE;
    }
  return FALSE;
}

/* A folder is not asked again as long as it has not answered. */
static WinerrorOwnReading *
find_waiting (WinerrorOwnFiles *before, const char *path)
{
  for (guint i = 0; before != NULL && i < before->waiting->len; i++)
    if (winerror_own_reading_is_of (before->waiting->pdata[i], path) &&
        !winerror_own_reading_is_done (before->waiting->pdata[i]))
      return winerror_own_reading_ref (before->waiting->pdata[i]);
  return NULL;
}

/**
 * winerror_own_files_read:
 * @folders: (element-type WinerrorOwnFolder): the folders of tables: see winerror_own_folder_list()
 * @disabled: (array zero-terminated=1): the paths of files that are switched off
 * @built_in: the catalog of the built-in tables
 * @before: (nullable): what was read before; of files that are as they were then nothing is read
 *   again, and broken ones keep their last good version
 * @monitors: (nullable) (element-type GFileMonitor): where is added what watches the folders from
 *   now on; %NULL not to watch them
 * @cancellable: (nullable): a cancellable, by another thread; files after that are missing
 *
 * Reads all tables and notes, each folder in a thread of its own. This may take long: it is for a
 * thread of its own. A folder whose file system does not answer keeps no other waiting, and what it
 * had before stays.
 *
 * Returns: (transfer full): what there is, with what is wrong with it
 */
WinerrorOwnFiles *
winerror_own_files_read (GPtrArray *folders,
                         const char *const *disabled,
                         WinerrorCatalog *built_in,
                         WinerrorOwnFiles *before,
                         GPtrArray *monitors,
                         GCancellable *cancellable)
{
  WinerrorOwnFiles *self = g_new0 (WinerrorOwnFiles, 1);
  g_autoptr (GPtrArray)
      readings = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_own_reading_unref);

  g_atomic_ref_count_init (&self->references);
  self->files = winerror_own_reading_new_list ();
  self->errors = g_ptr_array_new_with_free_func (g_free);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_own_reading_unref);
  for (guint i = 0; i < folders->len; i++)
    {
      const WinerrorOwnFolder *folder = folders->pdata[i];
      WinerrorOwnReading *reading = find_waiting (before, folder->path);

      if (reading == NULL)
        reading = winerror_own_reading_start (folders, i, disabled, built_in, before,
                                              monitors != NULL, cancellable);
      g_ptr_array_add (readings, reading);
    }
  for (guint i = 0; i < readings->len && !g_cancellable_is_cancelled (cancellable); i++)
    if (!winerror_own_reading_finish (readings->pdata[i], disabled, before, self->files,
                                      self->errors, monitors, cancellable))
      g_ptr_array_add (self->waiting, winerror_own_reading_ref (readings->pdata[i]));
  return self;
}

/**
 * winerror_own_files_are_waited_for:
 * @self: own files
 *
 * Returns: whether the file system of a folder has not answered yet
 */
gboolean
winerror_own_files_are_waited_for (WinerrorOwnFiles *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->waiting->len > 0;
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
  g_ptr_array_unref (self->waiting);
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

/* Whether notes are those of another file as well, by a link. */
static gboolean
are_there (WinerrorOwnFiles *self, guint i)
{
  const WinerrorOwnFile *file = self->files->pdata[i];

  for (guint j = 0; j < i; j++)
    {
      const WinerrorOwnFile *other = self->files->pdata[j];

      if (other->notes != NULL && other->stamp[WINERROR_OWN_FILE_INODE] != 0 &&
          other->stamp[WINERROR_OWN_FILE_INODE] == file->stamp[WINERROR_OWN_FILE_INODE] &&
          other->stamp[WINERROR_OWN_FILE_DEVICE] == file->stamp[WINERROR_OWN_FILE_DEVICE])
        return TRUE;
    }
  return FALSE;
}

/**
 * winerror_own_files_add_to:
 * @self: own files
 * @catalog: a catalog of the built-in tables that no search uses yet
 *
 * Adds the tables and the notes. Notes that lie under several names are added once.
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
      if (file->notes != NULL && !are_there (self, i))
        g_ptr_array_add (notes, file->notes);
    }
  if (notes->len > 0)
    winerror_catalog_set_notes (catalog, winerror_note_book_new (notes));
}
