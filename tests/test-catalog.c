// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Several tables together; and a catalog that an error has passed by. */

#include "winerror-catalog.h"
#include "winerror-table-reader.h"

#include <locale.h>
#include <string.h>

/* Every items-changed since the last look, as "position-removed+added ". */
typedef struct
{
  WinerrorCatalog *catalog;
  GString *changes;
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  GString *changes = data;

  g_string_append_printf (changes, "%u-%u+%u ", position, removed, added);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = winerror_catalog_new ();
  fixture->changes = g_string_new (NULL);
  g_signal_connect (winerror_catalog_get_entries (fixture->catalog), "items-changed",
                    G_CALLBACK (items_changed_cb), fixture->changes);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (fixture->changes->str, ==, "");
  g_string_free (fixture->changes, TRUE);
  g_assert_finalize_object (fixture->catalog);
}

static void
assert_changes (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->changes->str, ==, expected);
  g_string_truncate (fixture->changes, 0);
}

static GBytes *
make_table (const char *id, const char *entries)
{
  char *text = g_strdup_printf (
      "<error-table id=\"%s\" first=\"0\" last=\"65535\"><title>T</title><header>H.h</header>"
      "<minimum-client>C</minimum-client><minimum-server>S</minimum-server>"
      "<source url=\"https://x.example/\" date=\"2024-07-15\"/>"
      "<license id=\"MIT\" url=\"https://l.example/\" holder=\"O\"/>%s</error-table>",
      id, entries);

  return g_bytes_new_take (text, strlen (text));
}

#define ENTRY(code, symbol)                                                                        \
  "<entry code=\"" code "\" symbol=\"" symbol "\"><description>D</description></entry>"

static void
add (Fixture *fixture, const char *id, const char *entries)
{
  g_autoptr (GBytes) bytes = make_table (id, entries);
  g_autoptr (GError) error = NULL;
  gboolean added = winerror_catalog_add_table (fixture->catalog, bytes, "some.xml", &error);

  g_assert_no_error (error);
  g_assert_true (added);
}

/* The codes in order, also as the list model has them. */
static char *
dump (Fixture *fixture)
{
  GString *out = g_string_new (NULL);
  GListModel *model = winerror_catalog_get_entries (fixture->catalog);
  guint n = winerror_catalog_get_n_entries (fixture->catalog);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n);
  for (guint i = 0; i < n; i++)
    {
      WinerrorEntry *entry = winerror_catalog_get_entry (fixture->catalog, i);
      g_autoptr (WinerrorEntry) item = g_list_model_get_item (model, i);

      g_assert_true (entry == item);
      g_string_append_printf (out, "%s%u", i > 0 ? " " : "", winerror_entry_get_code (entry));
    }
  return g_string_free (out, FALSE);
}

static void
assert_codes (Fixture *fixture, const char *expected)
{
  g_autofree char *codes = dump (fixture);

  g_assert_cmpstr (codes, ==, expected);
}

static void
test_tables (Fixture *fixture, gconstpointer data)
{
  guint position = 77;

  assert_codes (fixture, "");
  g_assert_cmpuint (winerror_catalog_get_tables (fixture->catalog)->len, ==, 0);
  g_assert_false (winerror_catalog_lookup_code (fixture->catalog, 5, &position));
  g_assert_cmpuint (position, ==, 77);

  add (fixture, "high", ENTRY ("30", "E_30") ENTRY ("10", "E_10") ENTRY ("20", "E_20"));
  assert_codes (fixture, "10 20 30");
  assert_changes (fixture, "0-0+3 ");

  add (fixture, "low", ENTRY ("5", "E_5") ENTRY ("20", "OTHER_20") ENTRY ("0", "E_10"));
  assert_codes (fixture, "10 20 30 0 5 20");
  assert_changes (fixture, "3-0+3 ");

  g_assert_cmpuint (winerror_catalog_get_tables (fixture->catalog)->len, ==, 2);
  g_assert_true (winerror_catalog_get_tables (fixture->catalog)->pdata[1] ==
                 winerror_entry_get_table (winerror_catalog_get_entry (fixture->catalog, 4)));

  /* the first table wins */
  g_assert_true (winerror_catalog_lookup_code (fixture->catalog, 20, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (winerror_catalog_lookup_code (fixture->catalog, 0, &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_true (winerror_catalog_lookup_code (fixture->catalog, 5, NULL));
  g_assert_false (winerror_catalog_lookup_code (fixture->catalog, 6, NULL));
  g_assert_true (winerror_catalog_lookup_symbol (fixture->catalog, "OTHER_20", &position));
  g_assert_cmpuint (position, ==, 5);
  g_assert_true (winerror_catalog_lookup_symbol (fixture->catalog, "E_10", &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_false (winerror_catalog_lookup_symbol (fixture->catalog, "e_10", NULL));
  g_assert_false (winerror_catalog_lookup_symbol (fixture->catalog, "E_1", NULL));
  g_assert_false (winerror_catalog_lookup_symbol (fixture->catalog, "", NULL));
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *id;
    const char *entries;
    WinerrorTableError code;
    const char *message;
  } cases[] = {
    { "one", ENTRY ("9", "E_9"), WINERROR_TABLE_ERROR_DUPLICATE,
      "some.xml: expected a new table, found “one” again" },
    { "two", ENTRY ("8", "E_8") ENTRY ("9", "9"), WINERROR_TABLE_ERROR_MALFORMED, NULL },
    { "two", ENTRY ("8", "E_8") ENTRY ("8", "E_9"), WINERROR_TABLE_ERROR_DUPLICATE, NULL },
    { "two", "", WINERROR_TABLE_ERROR_MALFORMED, NULL },
  };

  add (fixture, "one", ENTRY ("1", "E_1"));
  assert_changes (fixture, "0-0+1 ");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_table (cases[i].id, cases[i].entries);
      g_autoptr (GError) error = NULL;

      g_assert_false (winerror_catalog_add_table (fixture->catalog, bytes, "some.xml", &error));
      g_assert_error (error, WINERROR_TABLE_ERROR, (int) cases[i].code);
      if (cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].message);

      assert_changes (fixture, "");
      assert_codes (fixture, "1");
      g_assert_cmpuint (winerror_catalog_get_tables (fixture->catalog)->len, ==, 1);
      g_assert_false (winerror_catalog_lookup_code (fixture->catalog, 8, NULL));
      g_assert_false (winerror_catalog_lookup_symbol (fixture->catalog, "E_8", NULL));
      g_assert_false (winerror_catalog_lookup_code (fixture->catalog, 9, NULL));
    }

  /* and what was refused can come again, put right */
  add (fixture, "two", ENTRY ("8", "E_8"));
  assert_changes (fixture, "1-0+1 ");
  assert_codes (fixture, "1 8");
}

static void
test_built_in (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (&error);
  guint n;

  g_assert_no_error (error);
  n = winerror_catalog_get_n_entries (catalog);
  g_assert_cmpuint (n, ==, 232);
  for (guint i = 0; i < n; i++)
    {
      WinerrorEntry *entry = winerror_catalog_get_entry (catalog, i);
      guint position;

      g_assert_true (
          winerror_catalog_lookup_code (catalog, winerror_entry_get_code (entry), &position));
      g_assert_cmpuint (position, ==, i);
      g_assert_true (
          winerror_catalog_lookup_symbol (catalog, winerror_entry_get_symbol (entry), &position));
      g_assert_cmpuint (position, ==, i);
      if (i > 0)
        g_assert_cmpuint (winerror_entry_get_code (winerror_catalog_get_entry (catalog, i - 1)), <,
                          winerror_entry_get_code (entry));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/catalog/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/catalog/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add_func ("/catalog/built-in", test_built_in);

  return g_test_run ();
}
