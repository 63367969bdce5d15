// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-test-utils.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a busy machine takes at most until something has come about, in seconds. */
#define PATIENCE 60

/**
 * winerror_test_init:
 * @argc: the number of arguments of main()
 * @argv: the arguments of main()
 *
 * What main() of a test program begins with: g_test_init(), and translations from the build tree.
 */
void
winerror_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  winerror_test_init_language ();
}

/**
 * winerror_test_init_language:
 *
 * Chooses the language that the environment names, with translations from the build tree; for
 * tests that change the environment first.
 */
void
winerror_test_init_language (void)
{
  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
}

/**
 * winerror_test_load_catalog:
 *
 * Returns: (transfer full): the built-in catalog
 */
WinerrorCatalog *
winerror_test_load_catalog (void)
{
  g_autoptr (GError) error = NULL;
  WinerrorCatalog *catalog = winerror_catalog_new_built_in (&error);

  g_assert_no_error (error);
  g_assert_nonnull (catalog);
  return catalog;
}

/**
 * winerror_test_load_language:
 * @id: a language of po/LINGUAS, or "en"
 *
 * Returns: (transfer full): the language, with its translations from the build tree
 */
WinerrorLanguage *
winerror_test_load_language (const char *id)
{
  g_autoptr (GError) error = NULL;
  WinerrorLanguage *language = winerror_language_new_shipped (id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (language);
  return language;
}

/**
 * winerror_test_load_rows:
 * @name: the name of a file in tests/data, whose columns are separated by tabs
 * @n_columns: how many columns each row must have
 *
 * Empty lines and those that begin with # are no rows.
 *
 * Returns: (transfer full) (element-type GStrv): the rows, at least one, each with its cells
 */
GPtrArray *
winerror_test_load_rows (const char *name, guint n_columns)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char **row;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      row = g_strsplit (lines[i], "\t", -1);
      if (g_strv_length (row) != n_columns)
        g_error ("%s:%" G_GSIZE_FORMAT ": expected %u columns, found %u", name, i + 1, n_columns,
                 g_strv_length (row));
      g_ptr_array_add (rows, row);
    }
  g_assert_cmpuint (rows->len, >, 0);
  return rows;
}

/**
 * winerror_test_make_folder:
 *
 * Returns: (transfer full): the path of a new, empty folder; to be passed to
 *   winerror_test_remove_folder()
 */
char *
winerror_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("winerror-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

/**
 * winerror_test_remove_folder:
 * @path: (transfer full): the path of a folder
 *
 * Removes the folder and all that lies in it; links are removed and not followed.
 */
void
winerror_test_remove_folder (char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        winerror_test_remove_folder (g_steal_pointer (&inner));
      else
        g_assert_no_errno (g_remove (inner));
    }
  g_assert_no_errno (g_rmdir (path));
  g_free (path);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("waited in vain for %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

/**
 * winerror_test_wait_until:
 * @condition: (scope call): asked before and after every iteration of the main context
 * @data: passed to @condition
 * @what: what is waited for, to be named where it does not come about
 *
 * Runs the main context until @condition holds. The test fails where that takes longer than any
 * machine needs.
 */
void
winerror_test_wait_until (WinerrorTestCondition condition, gpointer data, const char *what)
{
  guint timeout = g_timeout_add_seconds (PATIENCE, give_up_cb, (gpointer) what);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/**
 * winerror_test_mark:
 * @answer: an answer
 * @text: a text
 *
 * Returns: (transfer full): the text with the parts of it that matched in brackets
 */
char *
winerror_test_mark (WinerrorAnswer *answer, const char *text)
{
  g_autoptr (GArray) ranges = winerror_answer_find_ranges (answer, text);
  GString *out = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const WinerrorRange *range = &g_array_index (ranges, WinerrorRange, i);

      g_assert_cmpuint (range->start, >=, at);
      g_assert_cmpuint (range->start + range->length, <=, strlen (text));
      g_string_append_len (out, text + at, (gssize) (range->start - at));
      g_string_append_c (out, '[');
      g_string_append_len (out, text + range->start, (gssize) range->length);
      g_string_append_c (out, ']');
      at = range->start + range->length;
    }
  g_string_append (out, text + at);
  return g_string_free (out, FALSE);
}
