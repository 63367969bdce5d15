// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-notes-file.h"

#include "winerror-gettext.h"
#include "winerror-notes-reader.h"
#include "winerror-own-folder.h"
#include "winerror-own-link.h"
#include "winerror-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define NOTES_NAME "notes.csv"
#define LOCK_NAME  ".notes.lock"
#define HEADER     "code,note,link"

/**
 * winerror_notes_file_dup_path:
 *
 * Returns: (transfer full) (type filename): the file of the user's own notes, which need not be
 *   there: notes.csv in the folder of winerror_own_folder_dup_user()
 */
char *
winerror_notes_file_dup_path (void)
{
  g_autofree char *folder = winerror_own_folder_dup_user ();

  return g_build_filename (folder, NOTES_NAME, NULL);
}

/**
 * winerror_notes_file_find:
 * @entry: an entry
 *
 * Returns: (transfer none) (nullable): the note on it that the user has written, which
 *   winerror_notes_file_set() changes; valid as long as @entry; %NULL where there is none
 */
const WinerrorNote *
winerror_notes_file_find (WinerrorEntry *entry)
{
  g_autofree char *path = winerror_notes_file_dup_path ();
  guint n;
  const WinerrorNote *const *notes = winerror_entry_get_notes (entry, &n);

  for (guint i = 0; i < n; i++)
    if (notes[i]->origin == WINERROR_TABLE_ORIGIN_USER && g_str_equal (notes[i]->file, path))
      return notes[i];
  return NULL;
}

/* Only one program changes the notes at a time. Where the file system knows no locks, so be it: the
 * file is read anew right before it is written. */
static int
lock_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);
  int lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (lock >= 0)
    while (flock (lock, LOCK_EX) < 0 && errno == EINTR)
      ;
  return lock;
}

static void
append_cell (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static char *
write_row (WinerrorFamily family, guint32 code, const char *text, const char *link)
{
  g_autofree char *number = winerror_family_format (family, code);
  GString *row = g_string_new (NULL);

  g_string_append_printf (row, "%s:%s,", winerror_family_get_name (family), number);
  append_cell (row, text);
  if (link != NULL)
    {
      g_string_append_c (row, ',');
      append_cell (row, link);
    }
  g_string_append_c (row, '\n');
  return g_string_free (row, FALSE);
}

/* The contents with another row for a code, or with none where @row is NULL; all else stays as it
 * is, to the byte. */
static GString *
change (const char *text,
        gsize size,
        GArray *rows,
        WinerrorFamily family,
        guint32 code,
        const char *row)
{
  const WinerrorNotesRow *header = &g_array_index (rows, WinerrorNotesRow, 0);
  GString *out = g_string_sized_new (size + 256);
  gboolean placed = FALSE;

  /* there may be links from now on */
  g_string_append_len (out, text, (gssize) header->start);
  g_string_append (out, HEADER "\n");
  for (guint i = 1; i < rows->len; i++)
    {
      const WinerrorNotesRow *at = &g_array_index (rows, WinerrorNotesRow, i);

      if (!placed && at->family == family && at->code == code)
        {
          placed = TRUE;
          g_string_append (out, row != NULL ? row : "");
          continue;
        }
      g_string_append_len (out, text + at->start, (gssize) (at->end - at->start));
      if (out->str[out->len - 1] != '\n' && out->str[out->len - 1] != '\r')
        g_string_append_c (out, '\n');
    }
  if (!placed && row != NULL)
    g_string_append (out, row);
  return out;
}

/* A link to the file stays one, also where the file is still to come. */
static char *
resolve (const char *path)
{
  char *resolved = realpath (path, NULL);
  g_autofree char *link = resolved == NULL ? g_file_read_link (path, NULL) : NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  char *real = link != NULL ? g_canonicalize_filename (link, folder)
                            : g_strdup (resolved != NULL ? resolved : path);

  free (resolved);
  return real;
}

static gboolean
write_file (const char *path, const GString *contents, int mode, GError **error)
{
  return g_file_set_contents_full (path, contents->str, (gssize) contents->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   mode, error);
}

static gboolean
change_file (const char *path,
             WinerrorFamily family,
             guint32 code,
             const char *row,
             const char *const *folders,
             WinerrorCatalog *catalog,
             GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (WinerrorNotesRow));
  g_autoptr (WinerrorNotesTable) notes = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) contents = NULL;
  struct stat status;
  gsize size;

  bytes = winerror_own_folder_read_file (path, &status, &local_error);
  if (bytes == NULL && g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      if (row == NULL)
        return TRUE;
      contents = g_string_new (HEADER "\n");
      g_string_append (contents, row);
      return write_file (path, contents, 0600, error);
    }
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  notes = winerror_notes_read (bytes, path, WINERROR_TABLE_ORIGIN_USER, folders, catalog, rows,
                               error);
  if (notes == NULL)
    return FALSE;
  contents = change (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes), rows, family, code,
                     row);
  return write_file (path, contents, (int) (status.st_mode & 0777), error);
}

/**
 * winerror_notes_file_set:
 * @path: (type filename): the user's notes file, which need not be there:
 *   winerror_notes_file_dup_path()
 * @family: the family of the code
 * @code: the code
 * @text: (nullable): the note; %NULL or nothing but blanks to remove it
 * @link: (nullable): where there is more: see winerror_own_link_read()
 * @folders: (array zero-terminated=1): the folders of tables
 * @catalog: the built-in tables
 * @error: (nullable): return location for an error of winerror_notes_read() where the file is
 *   broken, which then stays as it is; or for a %G_FILE_ERROR
 *
 * Sets the note on a code. The file is read anew, what others have changed in it stays, and it is
 * replaced at once by its new version: whatever happens meanwhile, one of both is there, whole.
 * This waits for the disk, and for others who change the file: it is for a thread of its own.
 *
 * Returns: whether the note is in the file now, on the disk
 */
gboolean
winerror_notes_file_set (const char *path,
                         WinerrorFamily family,
                         guint32 code,
                         const char *text,
                         const char *link,
                         const char *const *folders,
                         WinerrorCatalog *catalog,
                         GError **error)
{
  g_autofree char *clean = text != NULL ? winerror_notes_clean (text) : NULL;
  g_autofree char *folder = NULL;
  g_autofree char *address = NULL;
  g_autofree char *row = NULL;
  g_autofree char *real = NULL;
  gboolean good;
  int lock;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (folders != NULL, FALSE);
  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), FALSE);

  if (clean != NULL && strlen (clean) > WINERROR_MAX_NOTE)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _ ("expected a note of at most %d bytes, found %zu"), WINERROR_MAX_NOTE,
                   strlen (clean));
      return FALSE;
    }
  if (link != NULL && link[0] != '\0')
    {
      g_autofree char *shown = winerror_text_clean (link);

      address = winerror_own_link_read (link, path, folders);
      if (address == NULL)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("expected %s, found %s"),
                       _ ("an address that begins with https://, or a file in a folder of tables"),
                       shown);
          return FALSE;
        }
    }
  if (clean != NULL && clean[0] != '\0')
    row = write_row (family, code, clean, address != NULL ? link : NULL);

  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      winerror_own_folder_set_error (error, folder, errno);
      return FALSE;
    }
  real = resolve (path);
  lock = lock_folder (folder);
  good = change_file (real, family, code, row, folders, catalog, error);
  if (lock >= 0)
    close (lock);
  return good;
}
