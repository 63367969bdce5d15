// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-own-folder.h"

#include "winerror-gettext.h"
#include "winerror-text.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* The largest file that is read. In bytes. */
#define MAX_FILE (512 * 1024 * 1024)

static void
folder_free (gpointer data)
{
  WinerrorOwnFolder *folder = data;

  g_free (folder->path);
  g_free (folder);
}

static void
add_folder (GPtrArray *folders, const char *path, WinerrorTableOrigin origin)
{
  g_autofree char *whole = g_canonicalize_filename (path, "/");
  WinerrorOwnFolder *folder;

  for (guint i = 0; i < folders->len; i++)
    if (g_str_equal (((WinerrorOwnFolder *) folders->pdata[i])->path, whole))
      return;
  folder = g_new (WinerrorOwnFolder, 1);
  *folder = (WinerrorOwnFolder){ .path = g_steal_pointer (&whole), .origin = origin };
  g_ptr_array_add (folders, folder);
}

/**
 * winerror_own_folder_dup_user:
 *
 * Returns: (transfer full) (type filename): the folder of the user's own tables, which need not be
 *   there: winerror/tables in XDG_DATA_HOME
 */
char *
winerror_own_folder_dup_user (void)
{
  return g_build_filename (g_get_user_data_dir (), "winerror", "tables", NULL);
}

/**
 * winerror_own_folder_list:
 * @shared: (array zero-terminated=1): the folders of the setting table-folders; relative paths and
 *   addresses are passed over
 *
 * Returns: (transfer full) (element-type WinerrorOwnFolder): the folders of tables, each once,
 * those first that count most: of the user, shared ones, of the system. They need not be there
 */
GPtrArray *
winerror_own_folder_list (const char *const *shared)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (folder_free);
  const char *const *system = g_get_system_data_dirs ();
  g_autofree char *user = winerror_own_folder_dup_user ();

  g_return_val_if_fail (shared != NULL, folders);

  add_folder (folders, user, WINERROR_TABLE_ORIGIN_USER);
  for (gsize i = 0; shared[i] != NULL; i++)
    if (g_path_is_absolute (shared[i]))
      add_folder (folders, shared[i], WINERROR_TABLE_ORIGIN_SHARED);
  for (gsize i = 0; system[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (system[i], "winerror", "tables", NULL);

      if (g_path_is_absolute (path))
        add_folder (folders, path, WINERROR_TABLE_ORIGIN_SYSTEM);
    }
  return folders;
}

/**
 * winerror_own_folder_set_error:
 * @error: (nullable): where the error is put
 * @path: (type filename): the path of a file or folder
 * @code: an errno
 *
 * Says what the system says of a file or folder: a %G_FILE_ERROR with its name.
 */
void
winerror_own_folder_set_error (GError **error, const char *path, int code)
{
  g_autofree char *name = winerror_text_clean_path (path);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", name,
               g_strerror (code));
}

/* Reads until the end of the file, which may be nearer or farther than its size says. */
static GBytes *
read_all (int descriptor, const char *path, gsize size, GError **error)
{
  g_autoptr (GByteArray) contents = g_byte_array_sized_new ((guint) size + 1);
  guint8 buffer[64 * 1024];

  for (;;)
    {
      gssize n = read (descriptor, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          winerror_own_folder_set_error (error, path, errno);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&contents));
      if (contents->len + (gsize) n > MAX_FILE)
        break;
      g_byte_array_append (contents, buffer, (guint) n);
    }
  winerror_own_folder_set_error (error, path, EFBIG);
  return NULL;
}

/**
 * winerror_own_folder_read_file:
 * @path: (type filename): the path of a file
 * @status: (out caller-allocates): what stat() says of it, all zero where it says nothing
 * @error: (nullable): return location for a %G_FILE_ERROR
 *
 * Reads a regular file of at most 512 MB; anything else is refused without waiting for it.
 *
 * Returns: (transfer full): its contents; %NULL with @error set
 */
GBytes *
winerror_own_folder_read_file (const char *path, struct stat *status, GError **error)
{
  GBytes *contents = NULL;
  int descriptor;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (status != NULL, NULL);

  *status = (struct stat){ 0 };
  /* a FIFO would keep open() waiting for somebody who writes */
  descriptor = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0 || fstat (descriptor, status) < 0)
    {
      winerror_own_folder_set_error (error, path, errno);
    }
  else if (!S_ISREG (status->st_mode))
    {
      g_autofree char *name = winerror_text_clean_path (path);

      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _ ("%s: expected a file, found a folder or a device"), name);
    }
  else if (status->st_size > MAX_FILE)
    {
      winerror_own_folder_set_error (error, path, EFBIG);
    }
  else
    {
      contents = read_all (descriptor, path, (gsize) status->st_size, error);
    }
  if (descriptor >= 0)
    close (descriptor);
  return contents;
}
