// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-scan-texts.h"

#include "winerror-scan-data.h"
#include "winerror-scanner.h"
#include "winerror-test-utils.h"

#include <string.h>

/* What is found in a line of a log with an error of Windows, unless the text makes it another
 * one. */
static guint
count_found (WinerrorScanner *scanner, const char *text, guint code)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  g_autofree char *line = g_strdup_printf ("OpenFile: error %u, %s, too", code, text);

  winerror_scanner_find_in_log (scanner, line, strlen (line), matches);
  return matches->len;
}

/* The kinds of one file, whatever those of the other say of the same text; of signs one alone, for
 * "httpd.exe" may have both. */
static guint
find (const char *begin, const char *end, guint kind)
{
  guint foreign = WINERROR_SCAN_TEXT_SMALL | WINERROR_SCAN_TEXT_DECIMAL;

  return winerror_scan_texts_find (begin, end) & ((kind & foreign) != 0 ? foreign : kind);
}

static gboolean
check_line (const char *key, const char *value, gpointer user_data, GError **error)
{
  g_autofree char *title = g_strdup (value);
  guint *n_lines = user_data;
  WinerrorScanTextKind kind = g_str_equal (key, "small")      ? WINERROR_SCAN_TEXT_SMALL
                              : g_str_equal (key, "decimal")  ? WINERROR_SCAN_TEXT_DECIMAL
                              : g_str_equal (key, "windows")  ? WINERROR_SCAN_TEXT_WINDOWS
                              : g_str_equal (key, "function") ? WINERROR_SCAN_TEXT_FUNCTION
                                                              : WINERROR_SCAN_TEXT_OTHER;

  g_test_message ("%s", value);
  g_assert_cmpuint (find (value, value + strlen (value), kind), ==, kind);
  /* not a byte less */
  g_assert_cmpuint (find (value, value + strlen (value) - 1, kind), ==, 0);
  g_assert_cmpuint (find (value + 1, value + strlen (value), kind), ==, 0);
  *title = g_ascii_toupper (*title);
  g_assert_cmpuint (find (title, title + strlen (title), kind), ==, kind);
  (*n_lines)++;
  return TRUE;
}

/* Each text is there once, and is none of the others of its file. */
static void
test_texts (void)
{
  static const char *const files[] = { "foreign.txt", "signs.txt" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      guint n_lines = 0;

      winerror_scan_data_read_built_in (files[i], check_line, &n_lines);
      g_assert_cmpuint (n_lines, >, 0);
    }
}

static void
test_letter_case (void)
{
  static const char windows[] = "The file exists.";
  static const char posix[] = "File exists";
  static const char capitals[] = "BROKEN PIPE";

  g_assert_cmpuint (winerror_scan_texts_find (windows, windows + strlen (windows)), ==, 0);
  g_assert_cmpuint (winerror_scan_texts_find (posix, posix + strlen (posix)), ==,
                    WINERROR_SCAN_TEXT_SMALL);
  g_assert_cmpuint (winerror_scan_texts_find (capitals, capitals + strlen (capitals)), ==,
                    WINERROR_SCAN_TEXT_SMALL);
}

/* What the kinds mean to a scan. */
static void
test_kinds (void)
{
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (NULL);
  g_autoptr (WinerrorScanner) scanner = winerror_scanner_new (catalog);

  g_assert_cmpuint (count_found (scanner, "broken toy", 32), ==, 1);
  g_assert_cmpuint (count_found (scanner, "broken pipe", 32), ==, 0);
  g_assert_cmpuint (count_found (scanner, "broken pipe", 1450), ==, 1);
  g_assert_cmpuint (count_found (scanner, "in your SQL syntax", 32), ==, 0);
  g_assert_cmpuint (count_found (scanner, "in your SQL syntax", 1450), ==, 0);
  /* of no help desk, and of some */
  g_assert_cmpuint (count_found (scanner, "as before", 1004), ==, 0);
  g_assert_cmpuint (count_found (scanner, "in setup.exe", 1004), ==, 1);
  g_assert_cmpuint (count_found (scanner, "as before", 31), ==, 1);
  g_assert_cmpuint (count_found (scanner, "on linux", 31), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scan-texts/texts", test_texts);
  g_test_add_func ("/scan-texts/letter-case", test_letter_case);
  g_test_add_func ("/scan-texts/kinds", test_kinds);

  return g_test_run ();
}
