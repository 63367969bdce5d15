// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-announcing-words.h"
#include "winerror-scanner.h"

#include <glib/gstdio.h>
#include <string.h>

#define WORDS_PATH "/io/github/winerror/Winerror/scan/words.txt"

static WinerrorRole
get_roles (const WinerrorAnnouncingWords *words, const char *word)
{
  return winerror_announcing_words_get_roles (words, word, strlen (word));
}

static WinerrorRole
get_ending_roles (const WinerrorAnnouncingWords *words, const char *word)
{
  return winerror_announcing_words_get_ending_roles (words, word, strlen (word));
}

static void
test_roles (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorAnnouncingWords)
      words = winerror_announcing_words_new ("# a comment\n"
                                             "\n"
                                             "announces fails: error échec ошибка\r\n"
                                             "  native: error windows\n"
                                             "announces: *code *エラー\n"
                                             "returns-quantity: *count *code\n"
                                             "counted: codes zipcode",
                                             &error);
  g_autofree char *longest = g_strnfill (63, 'x');
  g_autofree char *longer = g_strnfill (64, 'x');

  g_assert_no_error (error);
  g_assert_cmpuint (get_roles (words, "error"), ==,
                    WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FAILS | WINERROR_ROLE_NATIVE);
  g_assert_cmpuint (get_roles (words, "Windows"), ==, WINERROR_ROLE_NATIVE);
  g_assert_cmpuint (get_roles (words, "errors"), ==, 0);
  g_assert_cmpuint (get_roles (words, "err"), ==, 0);
  g_assert_cmpuint (get_roles (words, "a"), ==, 0);
  g_assert_cmpuint (get_roles (words, ""), ==, 0);
  g_assert_cmpuint (winerror_announcing_words_get_roles (words, "\0\xFF", 2), ==, 0);
  g_assert_cmpuint (winerror_announcing_words_get_roles (words, "windows1326", 7), ==,
                    WINERROR_ROLE_NATIVE);

  /* in any letter case and encoding */
  g_assert_cmpuint (get_roles (words, "ОШИБКА"), ==, WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FAILS);
  g_assert_cmpuint (get_roles (words, "\xC9"
                                      "chec"),
                    ==, WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FAILS);

  /* endings count where the whole word is unknown */
  g_assert_cmpuint (get_roles (words, "dwExitCode"), ==,
                    WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_RETURNS_QUANTITY);
  g_assert_cmpuint (get_roles (words, "code"), ==,
                    WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_RETURNS_QUANTITY);
  g_assert_cmpuint (get_roles (words, "システムエラー"), ==, WINERROR_ROLE_ANNOUNCES);
  g_assert_cmpuint (get_roles (words, "ZipCode"), ==, WINERROR_ROLE_COUNTED);
  g_assert_cmpuint (get_ending_roles (words, "ZipCode"), ==,
                    WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_RETURNS_QUANTITY);
  g_assert_cmpuint (get_ending_roles (words, "error"), ==, 0);

  memcpy (longest + 59, "code", 4);
  memcpy (longer + 60, "code", 4);
  g_assert_cmpuint (get_roles (words, longest), !=, 0);
  g_assert_cmpuint (get_roles (words, longer), ==, 0);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "announces error", "line 1: not “KEY: VALUE”" },
    { "# x\n\nannounces:", "line 3: not “KEY: VALUE”" },
    { "announces: code\nshouts: error", "line 2: unknown role “shouts”" },
    { "announces shouts: code", "line 1: unknown role “shouts”" },
    { ": code", "line 1: not “KEY: VALUE”" },
    { "announces: code code", "line 1: “code” is there twice for the same role" },
    { "announces: code\nfails: code\nfails announces: x code",
      "line 3: “code” is there twice for the same role" },
    { "fails: *code\nfails: *code", "line 2: “*code” is there twice for the same role" },
    { "announces: Code", "line 1: “Code” is not a word in small letters" },
    { "announces: Échec", "line 1: “Échec” is not a word in small letters" },
    { "announces: oeǈ", "line 1: “oeǈ” is not a word in small letters" },
    { "announces: *", "line 1: “*” is not a word in small letters" },
    { "announces: a  b", "line 1: “” is not a word in small letters" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (winerror_announcing_words_new (cases[i].text, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* Has the programs that a test starts read another text instead of data/scan/words.txt. */
static char *
lay_over (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *overlay = NULL;
  char *path;
  int fd = g_file_open_tmp ("winerror-words-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  overlay = g_strconcat (WORDS_PATH, "=", path, NULL);
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
  return path;
}

static void
remove_overlay (char *path)
{
  g_unsetenv ("G_RESOURCE_OVERLAYS");
  g_remove (path);
  g_free (path);
}

/* The codes in a line, separated by commas, with the family where that is a small one; - for none.
 */
static char *
describe (const GArray *matches)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const WinerrorCode *code = &g_array_index (matches, WinerrorMatch, i).code;
      g_autofree char *number = winerror_family_format (code->family, code->code);
      gboolean small = winerror_family_is_small (code->family);

      g_string_append_printf (out, "%s%s%s%s", i > 0 ? "," : "",
                              small ? winerror_family_get_name (code->family) : "",
                              small ? ":" : "", number);
    }
  return g_string_free (matches->len > 0 ? out : g_string_assign (out, "-"), FALSE);
}

/* What is found in a line of tests/data/scan-words.tsv, as it is written there. */
static char *
find (WinerrorScanner *scanner, const char *expected, const char *line)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  g_autofree char *found = NULL;

  if (expected[0] == '=')
    {
      WinerrorRole roles = winerror_announcing_words_get_roles (
          winerror_announcing_words_get_built_in (), line, strlen (line));

      return g_strdup ((roles & WINERROR_ROLE_PRODUCT) != 0 ? "=product" : "=");
    }
  if (expected[0] != '?')
    {
      winerror_scanner_find_in_log (scanner, line, strlen (line), matches);
      return describe (matches);
    }
  winerror_scanner_find (scanner, line, strlen (line), matches);
  found = describe (matches);
  return g_strconcat ("?", found, NULL);
}

/* Where the built-in file is malformed, a program says in which line; and it does not read it where
 * there is no word. */
static void
test_built_in (void)
{
  char *path;

  if (g_test_subprocess ())
    {
      g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (NULL);
      g_autoptr (WinerrorScanner) scanner = winerror_scanner_new (catalog);
      g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));

      winerror_scanner_find (scanner, "1326", 4, matches);
      g_printerr ("not read\n");
      winerror_scanner_find (scanner, "error 1326", 10, matches);
      return;
    }

  path = lay_over ("announces: error\nannounces: error\n");
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  remove_overlay (path);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*not read*words.txt, line 2: *error* is there twice*");
}

/* Lines of a file that are neither empty nor comments. */
static GPtrArray *
read_rows (char **lines)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      g_ptr_array_add (rows, lines[i]);
  return rows;
}

static char **
read_lines (const char *file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, file, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (contents, "\n", -1);
}

static void
test_rows (void)
{
  g_auto (GStrv) lines = read_lines ("data/scan-words.tsv");
  g_autoptr (GPtrArray) rows = read_rows (lines);
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (NULL);
  g_autoptr (WinerrorScanner) scanner = winerror_scanner_new (catalog);

  for (guint i = 0; i < rows->len; i++)
    {
      g_auto (GStrv) columns = g_strsplit (g_ptr_array_index (rows, i), "\t", 2);
      g_autofree char *found = find (scanner, columns[0], columns[1]);

      g_test_message ("%s", columns[1]);
      g_assert_cmpstr (found, ==, columns[0]);
    }
}

/* Each line of words is needed for the line of a log that stands for it. */
static void
test_rows_removed (void)
{
  g_auto (GStrv) expected_lines = read_lines ("data/scan-words.tsv");
  g_autoptr (GPtrArray) expected = read_rows (expected_lines);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (g_test_subprocess ())
    {
      g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (NULL);
      g_autoptr (WinerrorScanner) scanner = winerror_scanner_new (catalog);
      guint row = (guint) g_ascii_strtoull (g_getenv ("WINERROR_TEST_ROW"), NULL, 10);
      g_auto (GStrv) columns = g_strsplit (g_ptr_array_index (expected, row), "\t", 2);
      g_autofree char *found = find (scanner, columns[0], columns[1]);

      g_print ("found %s\n", found);
      return;
    }

  lines = read_lines ("../data/scan/words.txt");
  rows = read_rows (lines);
  g_assert_cmpuint (rows->len, ==, expected->len);
  for (guint i = 0; i < rows->len; i++)
    {
      char *row = g_ptr_array_index (rows, i);
      char first = row[0];
      g_auto (GStrv) columns = g_strsplit (g_ptr_array_index (expected, i), "\t", 2);
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *text = NULL;
      g_autofree char *unchanged = g_strdup_printf ("*found %s\n*", columns[0]);
      char *path;

      g_test_message ("without “%s”: %s", row, columns[1]);
      row[0] = '#';
      text = g_strjoinv ("\n", lines);
      row[0] = first;

      path = lay_over (text);
      g_setenv ("WINERROR_TEST_ROW", number, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      remove_overlay (path);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stdout ("*found *");
      g_test_trap_assert_stdout_unmatched (unchanged);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/announcing-words/roles", test_roles);
  g_test_add_func ("/announcing-words/errors", test_errors);
  g_test_add_func ("/announcing-words/built-in", test_built_in);
  g_test_add_func ("/announcing-words/rows", test_rows);
  g_test_add_func ("/announcing-words/rows-removed", test_rows_removed);

  return g_test_run ();
}
