// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Several tables together; and a catalog that an error has passed by. */

#include "winerror-catalog.h"
#include "winerror-data-file.h"
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
  g_signal_connect (winerror_catalog_get_listed (fixture->catalog), "items-changed",
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
      "<error-table id=\"%s\" first=\"0\" last=\"65535\" "
      "listed=\"yes\"><title>T</title><header>H.h</header>"
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

/* The codes in order, also as the list model has them: all tables here are listed. */
static char *
dump (Fixture *fixture)
{
  GString *out = g_string_new (NULL);
  GListModel *model = winerror_catalog_get_listed (fixture->catalog);
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

/* The codes of the list alone. */
static void
assert_listed (Fixture *fixture, const char *expected)
{
  GListModel *model = winerror_catalog_get_listed (fixture->catalog);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (WinerrorEntry) entry = g_list_model_get_item (model, i);

      g_string_append_printf (codes, "%s%u", i > 0 ? " " : "", winerror_entry_get_code (entry));
    }
  g_assert_cmpstr (codes->str, ==, expected);
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
  g_assert_false (
      winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, 5, &position));
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
  g_assert_true (
      winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, 20, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (
      winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, 0, &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_true (winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, 5, NULL));
  g_assert_false (winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, 6, NULL));
  g_assert_true (winerror_catalog_lookup_key (fixture->catalog, "win32:30|", 8, &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_true (winerror_catalog_lookup_key (fixture->catalog, "win32:5", -1, NULL));
  g_assert_false (winerror_catalog_lookup_key (fixture->catalog, "win32:6", -1, NULL));
  g_assert_false (winerror_catalog_lookup_key (fixture->catalog, "zebra", -1, NULL));
  g_assert_cmpstr (winerror_catalog_lookup_symbol (fixture->catalog, "OTHER_20", &position), ==,
                   "OTHER_20");
  g_assert_cmpuint (position, ==, 5);
  g_assert_cmpstr (winerror_catalog_lookup_symbol (fixture->catalog, "E_10", &position), ==,
                   "E_10");
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpstr (winerror_catalog_lookup_symbol (fixture->catalog, "e_10", NULL), ==, "E_10");
  g_assert_null (winerror_catalog_lookup_symbol (fixture->catalog, "E_1", NULL));
  g_assert_null (winerror_catalog_lookup_symbol (fixture->catalog, "E_100", NULL));
  g_assert_null (winerror_catalog_lookup_symbol (fixture->catalog, "", NULL));
  g_assert_false (winerror_catalog_is_built_in (fixture->catalog));
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
      g_assert_false (
          winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, 8, NULL));
      g_assert_null (winerror_catalog_lookup_symbol (fixture->catalog, "E_8", NULL));
      g_assert_false (
          winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, 9, NULL));
    }

  /* and what was refused can come again, put right */
  add (fixture, "two", ENTRY ("8", "E_8"));
  assert_changes (fixture, "1-0+1 ");
  assert_codes (fixture, "1 8");
}

#define INFO                                                                                       \
  "<title>T</title><source url=\"https://x.example/\"/>"                                           \
  "<license id=\"MIT\" url=\"https://l.example/\" holder=\"O\"/>"

static void
add_family (WinerrorCatalog *catalog, const char *family, const char *last, const char *entries)
{
  g_autofree char *text = g_strdup_printf (
      "<error-table id=\"%s\" family=\"%s\" first=\"0\" last=\"%s\">" INFO "%s</error-table>",
      family, family, last, entries);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  gboolean added = winerror_catalog_add_table (catalog, bytes, "some.xml", &error);

  g_assert_no_error (error);
  g_assert_true (added);
}

/* "NAME@POSITION " for each symbol */
static gboolean
append_symbol_cb (const char *symbol, guint position, gpointer data)
{
  g_string_append_printf (data, "%s@%u ", symbol, position);
  return TRUE;
}

static gboolean
stop_cb (const char *symbol, guint position, gpointer data)
{
  g_string_append_printf (data, "%s@%u ", symbol, position);
  return FALSE;
}

static void
assert_symbols (WinerrorCatalog *catalog, const char *prefix, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  winerror_catalog_foreach_symbol (catalog, prefix, G_MAXUINT, append_symbol_cb, out);
  g_assert_cmpstr (out->str, ==, expected);
}

/* A value and a family make an entry; and what is not listed is there all the same. */
static void
test_families (Fixture *fixture, gconstpointer data)
{
  WinerrorCatalog *catalog = fixture->catalog;
  WinerrorEntryInfo info;
  WinerrorTable *table;
  g_autoptr (GString) out = g_string_new (NULL);
  guint position;

  add (fixture, "record", ENTRY ("10", "E_LISTED"));
  assert_changes (fixture, "0-0+1 ");
  add_family (catalog, "ntstatus", "0xFFFFFFFF",
              "<entry code=\"0xC0000005\" symbol=\"STATUS_B\" also=\"Status_Z STATUS_A\" "
              "win32=\"5\" met=\"2\"><description>B.</description></entry>"
              "<entry code=\"10\" symbol=\"STATUS_TEN\" met=\"1\"/>");
  add_family (catalog, "device", "99",
              "<entry code=\"10\" symbol=\"CM_TEN\" met=\"3\"/>"
              "<entry code=\"11\"><description>Eleven.</description></entry>");
  assert_changes (fixture, "");
  assert_listed (fixture, "10");
  g_assert_cmpuint (winerror_catalog_get_n_entries (catalog), ==, 5);

  g_assert_true (
      winerror_catalog_lookup_code (catalog, WINERROR_FAMILY_NTSTATUS, 0xC0000005u, &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_true (winerror_catalog_lookup_code (catalog, WINERROR_FAMILY_NTSTATUS, 10, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (winerror_catalog_lookup_code (catalog, WINERROR_FAMILY_DEVICE, 10, &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_true (winerror_catalog_lookup_code (catalog, WINERROR_FAMILY_WIN32, 10, &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_false (winerror_catalog_lookup_code (catalog, WINERROR_FAMILY_HRESULT, 10, NULL));
  g_assert_false (
      winerror_catalog_lookup_code (catalog, WINERROR_FAMILY_HRESULT, 0xC0000005u, NULL));
  g_assert_false (winerror_catalog_lookup_code (catalog, WINERROR_FAMILY_DEVICE, 12, NULL));

  table = winerror_catalog_get_info (catalog, 2, &info);
  g_assert_cmpstr (winerror_table_get_info (table)->id, ==, "ntstatus");
  g_assert_cmpuint (info.code, ==, 0xC0000005u);
  g_assert_cmpstr (info.symbol, ==, "STATUS_B");
  g_assert_cmpstr (info.aliases, ==, "Status_Z STATUS_A");
  g_assert_cmpstr (info.description, ==, "B.");
  g_assert_cmpuint (info.win32, ==, 5);
  g_assert_cmpuint (info.met, ==, 2);

  /* made when asked for, and kept */
  g_assert_true (winerror_catalog_get_entry (catalog, 2) ==
                 winerror_catalog_get_entry (catalog, 2));
  g_assert_true (winerror_entry_get_table (winerror_catalog_get_entry (catalog, 2)) == table);
  g_assert_cmpstr (winerror_entry_get_symbol (winerror_catalog_get_entry (catalog, 2)), ==,
                   "STATUS_B");
  g_assert_null (winerror_entry_get_symbol (winerror_catalog_get_entry (catalog, 4)));

  g_assert_true (winerror_catalog_is_listed (catalog, 0));
  g_assert_true (winerror_catalog_is_translatable (catalog, 0));
  g_assert_false (winerror_catalog_is_listed (catalog, 2));
  g_assert_true (winerror_catalog_is_translatable (catalog, 2));  /* met weekly */
  g_assert_false (winerror_catalog_is_translatable (catalog, 1)); /* met now and then */
  g_assert_false (winerror_catalog_is_translatable (catalog, 3)); /* no text */
  g_assert_false (winerror_catalog_is_translatable (catalog, 4));

  /* also the other symbols, in any letter case */
  g_assert_cmpstr (winerror_catalog_lookup_symbol (catalog, "status_z", &position), ==, "Status_Z");
  g_assert_cmpuint (position, ==, 2);
  assert_symbols (catalog, "status_", "STATUS_A@2 STATUS_B@2 STATUS_TEN@1 Status_Z@2 ");
  assert_symbols (catalog, "",
                  "E_LISTED@0 STATUS_A@2 STATUS_B@2 STATUS_TEN@1 Status_Z@2 CM_TEN@3 ");
  assert_symbols (catalog, "cm_ten", "CM_TEN@3 ");
  assert_symbols (catalog, "CM_TEN_", "");
  winerror_catalog_foreach_symbol (catalog, "S", G_MAXUINT, stop_cb, out);
  g_assert_cmpstr (out->str, ==, "STATUS_A@2 ");
}

/* Compiled tables that are none, or that are there. */
static void
test_compiled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) none = g_bytes_new_static ("none", 4);
  g_autoptr (GBytes) built_in = winerror_data_file_lookup (WINERROR_CATALOG_RESOURCE, NULL);
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_nonnull (built_in);
  g_assert_false (winerror_catalog_add_compiled (fixture->catalog, none, &error));
  g_assert_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_MALFORMED);
  g_clear_error (&error);
  assert_codes (fixture, "");

  g_assert_true (winerror_catalog_add_compiled (fixture->catalog, built_in, &error));
  g_assert_no_error (error);
  assert_changes (fixture, "0-0+232 ");
  n = winerror_catalog_get_n_entries (fixture->catalog);
  g_assert_false (winerror_catalog_add_compiled (fixture->catalog, built_in, &error));
  g_assert_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_DUPLICATE);
  g_assert_cmpuint (winerror_catalog_get_n_entries (fixture->catalog), ==, n);
  assert_changes (fixture, "");
}

static gboolean
check_symbol_cb (const char *symbol, guint position, gpointer data)
{
  guint *n = data;

  g_assert_cmpuint (position, <, n[0]);
  n[1]++;
  return TRUE;
}

static guint
count_symbols (const WinerrorEntryInfo *info)
{
  g_auto (GStrv) aliases = info->aliases != NULL ? g_strsplit (info->aliases, " ", -1) : NULL;

  return (info->symbol != NULL) + (aliases != NULL ? g_strv_length (aliases) : 0);
}

static void
test_built_in (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (&error);
  GListModel *listed;
  guint n_symbols = 0;
  guint counts[] = { 0, 0 };
  guint n;

  g_assert_no_error (error);
  g_assert_true (winerror_catalog_is_built_in (catalog));
  n = winerror_catalog_get_n_entries (catalog);
  g_assert_cmpuint (n, >, 8000);
  g_assert_cmpuint (winerror_catalog_get_tables (catalog)->len, >, 30);

  /* the table of record is first, whole and in order */
  listed = winerror_catalog_get_listed (catalog);
  g_assert_cmpuint (g_list_model_get_n_items (listed), ==, 232);
  for (guint i = 0; i < 232; i++)
    {
      g_autoptr (WinerrorEntry) item = g_list_model_get_item (listed, i);

      g_assert_true (item == winerror_catalog_get_entry (catalog, i));
      g_assert_true (winerror_catalog_is_listed (catalog, i));
      g_assert_true (winerror_catalog_is_translatable (catalog, i));
      g_assert_nonnull (winerror_entry_get_symbol (item));
      g_assert_nonnull (winerror_entry_get_source_description (item));
      if (i > 0)
        g_assert_cmpuint (winerror_entry_get_code (winerror_catalog_get_entry (catalog, i - 1)), <,
                          winerror_entry_get_code (item));
    }

  for (guint i = 0; i < n; i++)
    {
      WinerrorEntryInfo info;
      WinerrorTable *table = winerror_catalog_get_info (catalog, i, &info);
      WinerrorFamily family = winerror_table_get_info (table)->family;
      WinerrorEntry *entry = winerror_catalog_get_entry (catalog, i);
      guint position;

      g_assert_cmpuint (winerror_entry_get_code (entry), ==, info.code);
      g_assert_cmpstr (winerror_entry_get_symbol (entry), ==, info.symbol);
      g_assert_cmpstr (winerror_entry_get_source_description (entry), ==, info.description);
      g_assert_cmpint ((int) winerror_entry_get_family (entry), ==, (int) family);
      g_assert_cmpint (winerror_catalog_is_listed (catalog, i), ==, i < 232);
      g_assert_true (winerror_catalog_lookup_code (catalog, family, info.code, &position));
      g_assert_cmpuint (position, ==, i);
      n_symbols += count_symbols (&info);
      if (info.symbol == NULL)
        continue;
      g_assert_cmpstr (winerror_catalog_lookup_symbol (catalog, info.symbol, &position), ==,
                       info.symbol);
      /* the same symbol may stand for a code of another family, in a table before */
      g_assert_cmpuint (position, <=, i);
      if (position < i)
        g_assert_cmpint ((int) winerror_entry_get_family (
                             winerror_catalog_get_entry (catalog, position)),
                         !=, (int) family);
    }
  counts[0] = n;
  winerror_catalog_foreach_symbol (catalog, "", G_MAXUINT, check_symbol_cb, counts);
  g_assert_cmpuint (counts[1], ==, n_symbols);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/catalog/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/catalog/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/catalog/families", Fixture, NULL, set_up, test_families, tear_down);
  g_test_add ("/catalog/compiled", Fixture, NULL, set_up, test_compiled, tear_down);
  g_test_add_func ("/catalog/built-in", test_built_in);

  return g_test_run ();
}
