// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* A clock that jumps: what a file says of its time is believed by nobody. */

#include "winerror-own-files.h"
#include "winerror-own-folder.h"
#include "winerror-test-utils.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const NONE[] = { NULL };

/* Writes into the file itself, and gives it a time; until the system has another time for that. */
static void
write_at (const char *path, char word, time_t seconds)
{
  const struct timespec times[2] = { { .tv_sec = seconds }, { .tv_sec = seconds } };
  g_autofree char *text = g_strdup_printf ("code,note\n1326,%c\n", word);
  const gssize length = (gssize) strlen (text);
  struct stat before = { 0 };
  struct stat after;

  (void) stat (path, &before);
  do
    {
      int fd = open (path, O_WRONLY | O_CREAT, 0600);

      g_assert_cmpint (fd, >=, 0);
      g_assert_cmpint (write (fd, text, (gsize) length), ==, length);
      g_assert_no_errno (futimens (fd, times));
      g_assert_no_errno (fstat (fd, &after));
      g_assert_no_errno (close (fd));
    }
  while (before.st_ctim.tv_sec == after.st_ctim.tv_sec &&
         before.st_ctim.tv_nsec == after.st_ctim.tv_nsec);
}

static void
free_folder (gpointer data)
{
  WinerrorOwnFolder *folder = data;

  g_free (folder->path);
  g_free (folder);
}

/* A note is read again each time: when the clock stands still, when it is set to another century.
 */
static void
test_times (void)
{
  static const time_t times[] = { 1700000000, 1700000000, 0, 4102444800, 1700000000, 1 };
  g_autoptr (WinerrorCatalog) catalog = winerror_test_load_catalog ();
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (free_folder);
  g_autofree char *path = winerror_test_make_folder ();
  g_autofree char *file = g_build_filename (path, "notes.csv", NULL);
  g_autoptr (WinerrorOwnFiles) files = NULL;
  WinerrorOwnFolder *folder = g_new0 (WinerrorOwnFolder, 1);

  folder->path = g_strdup (path);
  folder->origin = WINERROR_TABLE_ORIGIN_SHARED;
  g_ptr_array_add (folders, folder);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      const char said[] = { (char) ('a' + i), '\0' };
      g_autoptr (WinerrorOwnFiles) again = NULL;
      const WinerrorNote *notes;
      GPtrArray *list;
      guint n;

      write_at (file, said[0], times[i]);
      again = winerror_own_files_read (folders, NONE, catalog, files, NULL, NULL);
      g_assert_true (files == NULL || !winerror_own_files_have_same (again, files));
      list = winerror_own_files_list (again);
      g_assert_cmpuint (list->len, ==, 1);
      notes = winerror_notes_table_get_notes (((WinerrorOwnFile *) list->pdata[0])->notes, &n);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (notes[0].text, ==, said);
      g_clear_pointer (&files, winerror_own_files_unref);
      files = g_steal_pointer (&again);

      /* nothing has changed, whatever the time is */
      again = winerror_own_files_read (folders, NONE, catalog, files, NULL, NULL);
      g_assert_true (winerror_own_files_have_same (again, files));
    }
  winerror_test_remove_folder (g_steal_pointer (&path));
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);
  g_test_add_func ("/clock/times", test_times);
  return g_test_run ();
}
