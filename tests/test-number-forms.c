// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Every way of writing a number or a symbol, in many scripts and languages: which entries a query
 * finds first; and the same forms alone, in a sentence and in a line of a log. */

#include "winerror-scanner.h"
#include "winerror-search.h"
#include "winerror-test-utils.h"

#include <string.h>

/* Queries that are answered otherwise than they should be. */
static const char *const known_failures[] = {
  "कोड-1326",
  "pogreška br.1326",
  "E_FAIL, 3010, WSAETIMEDOUT",
  "1355 and STATUS_ACCESS_DENIED",
  "winhttp 12007 → 0x8024402C",
  "ERROR_SERVICE_REQUEST_TIMEOUT and 1058",
  "eraro n-ro1326",
  NULL,
};

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorSearch *search;
  WinerrorScanner *scanner;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();

  fixture->catalog = winerror_test_load_catalog ();
  fixture->search = winerror_search_new (fixture->catalog, language);
  fixture->scanner = winerror_scanner_new (fixture->catalog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_scanner_free (fixture->scanner);
  winerror_search_free (fixture->search);
  g_assert_finalize_object (fixture->catalog);
}

/* Puts the characters in that a cell has as \u and four digits. */
static char *
unescape (const char *cell)
{
  GString *out = g_string_new (NULL);

  for (const char *p = cell; *p != '\0'; p++)
    if (p[0] == '\\' && p[1] == 'u')
      {
        g_autofree char *digits = g_strndup (p + 2, 4);
        guint64 c;

        if (!g_ascii_string_to_unsigned (digits, 16, 1, 0xFFFF, &c, NULL))
          g_error ("expected four hexadecimal digits after \\u in “%s”", cell);
        g_string_append_unichar (out, (gunichar) c);
        p += 5;
      }
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* The keys of the first entries: "win32:1326,hresult:0x80240024"; ? for a number or symbol that no
 * table holds, - for nothing. */
static char *
answer_query (Fixture *fixture, const char *query, guint n)
{
  g_autoptr (WinerrorAnswer) answer = winerror_search_run (fixture->search, query);
  guint n_hits = winerror_answer_get_n_hits (answer);
  GString *out = g_string_new (NULL);

  if (!winerror_answer_has_entries (answer))
    return g_string_free (
        g_string_append (out, n_hits > 0 || winerror_answer_get_note (answer) != NULL ? "?" : "-"),
        FALSE);
  for (guint i = 0; i < MIN (n, n_hits); i++)
    {
      WinerrorEntry *entry = winerror_answer_get_entry (answer, i);
      g_autofree char *key = winerror_entry_dup_key (entry);

      g_string_append_printf (out, "%s%s%s", i > 0 ? "," : "",
                              winerror_entry_get_table (entry) == NULL ? "?" : "", key);
    }
  return g_string_free (out, FALSE);
}

static guint
count_keys (const char *expected)
{
  guint n = 1;

  for (const char *p = expected; *p != '\0'; p++)
    n += *p == ',';
  return n;
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = winerror_test_load_rows ("number-forms.tsv", 3);
  guint n_known = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autofree char *query = unescape (row[0]);
      g_autofree char *found = answer_query (fixture, query, count_keys (row[1]));
      gboolean known = g_strv_contains (known_failures, row[0]);
      gboolean right = g_str_equal (found, row[1]);

      n_known += known;
      if (right == !known)
        continue;
      if (right)
        g_test_message ("“%s” is right now: take it off the list", row[0]);
      else
        g_test_message ("“%s” (%s): expected %s, found %s", row[0], row[2], row[1], found);
      g_test_fail ();
    }
  g_assert_cmpuint (rows->len, >=, 300);
  g_assert_cmpuint (n_known, ==, G_N_ELEMENTS (known_failures) - 1);
  g_test_message ("%u rows, %u of them known to be answered otherwise", rows->len, n_known);
}

/* The keys of all codes of a line of a log, in order of appearance. */
static char *
scan_line (Fixture *fixture, const char *line)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  GString *out = g_string_new (NULL);

  winerror_scanner_find_in_log (fixture->scanner, line, strlen (line), matches);
  for (guint i = 0; i < matches->len; i++)
    {
      guint position = g_array_index (matches, WinerrorMatch, i).position;
      g_autofree char *key = NULL;

      g_assert_cmpuint (position, !=, WINERROR_MATCH_UNLISTED);
      key = winerror_entry_dup_key (winerror_catalog_get_entry (fixture->catalog, position));
      g_string_append_printf (out, "%s%s", i > 0 ? "," : "", key);
    }
  return g_string_free (matches->len > 0 ? out : g_string_assign (out, "-"), FALSE);
}

/* Each form alone, in a sentence and in a line of a log. A cell that is not "yes" says why the form
 * is not read there; it fails where that is no longer so. */
static void
test_contexts (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "%s", "It shows error %s when I sign in",
                                       "svc: Logging on failed, error %s" };
  g_autoptr (GPtrArray) rows = winerror_test_load_rows ("number-contexts.tsv", 5);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autofree char *form = unescape (row[0]);

      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_auto (GStrv) parts = g_strsplit (texts[j], "%s", 2);
          g_autofree char *text = g_strconcat (parts[0], form, parts[1], NULL);
          g_autofree char *found = j < 2 ? answer_query (fixture, text, 1)
                                         : scan_line (fixture, text);
          gboolean wanted = g_str_equal (row[2 + j], "yes");

          /* behind an NTSTATUS value a log has the Win32 code that it becomes */
          if (g_str_has_prefix (row[1], "ntstatus:"))
            found[strcspn (found, ",")] = '\0';
          if (g_str_equal (found, row[1]) == wanted)
            continue;
          g_test_message ("“%s”: expected %s%s, found %s", text, row[1],
                          wanted ? "" : " not to be found", found);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (rows->len, >=, 40);
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/number-forms/forms", test_forms);
  ADD ("/number-forms/contexts", test_contexts);
#undef ADD

  return g_test_run ();
}
