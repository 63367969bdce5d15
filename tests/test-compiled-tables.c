// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Compiled tables say what the tables said, and bytes that are none are refused or harmless. */

#include "winerror-catalog.h"
#include "winerror-compiled-tables.h"
#include "winerror-table-reader.h"

#include <locale.h>
#include <string.h>

#define LICENSE "<license id=\"MIT\" url=\"https://l.example/\" holder=\"O\"/>"

static const char *const tables[] = {
  "<error-table id=\"record\" first=\"0\" last=\"65535\" listed=\"yes\"><title>Of record</title>"
  "<header>WinError.h</header><minimum-client>C</minimum-client><minimum-server>S</minimum-server>"
  "<source url=\"https://x.example/\" date=\"2024-07-15\" anchors=\"yes\"/>" LICENSE
  "<entry code=\"5\" symbol=\"ERROR_B\" met=\"3\"><description>Five.</description></entry>"
  "<entry code=\"65535\" symbol=\"ERROR_C\"><description>Last.</description></entry>"
  "</error-table>",

  "<error-table id=\"more\" first=\"0\" last=\"65535\"><title>More</title>"
  "<source url=\"https://y.example/\"/>" LICENSE
  "<entry code=\"0\" symbol=\"NO_ERROR\" also=\"ERROR_SUCCESS S_OKAY\"/>"
  "<entry code=\"7\"><description>Last.</description></entry>"
  "</error-table>",

  "<error-table id=\"status\" family=\"ntstatus\" first=\"0x40000000\" last=\"0xFFFFFFFF\">"
  "<title>Status</title><source url=\"https://z.example/\"/>" LICENSE
  "<entry code=\"0xC000006D\" symbol=\"Status_Mixed\" win32=\"1326\" met=\"1\"/>"
  "<entry code=\"0xFFFFFFFF\" symbol=\"STATUS_LAST\" win32=\"65535\"/>"
  "</error-table>",

  "<error-table id=\"device\" family=\"device\" first=\"1\" last=\"99\"><title>Devices</title>"
  "<source url=\"https://d.example/\"/>" LICENSE
  "<entry code=\"5\" symbol=\"CM_FIVE\" also=\"ERROR_B\" met=\"2\"/>"
  "</error-table>",
};

static GPtrArray *
read_entries (gsize n)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (tables[i], strlen (tables[i]));
      g_autoptr (GError) error = NULL;
      GPtrArray *read = winerror_table_read (bytes, "some.xml", &error);

      g_assert_no_error (error);
      g_ptr_array_extend_and_steal (entries, read);
    }
  return entries;
}

static WinerrorCompiledTables *
compile (GPtrArray *entries)
{
  g_autoptr (GBytes) bytes = winerror_compiled_tables_write (entries);
  g_autoptr (GError) error = NULL;
  WinerrorCompiledTables *compiled = winerror_compiled_tables_new (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (compiled);
  return compiled;
}

static void
assert_same_table (WinerrorTable *one, WinerrorTable *other)
{
  const WinerrorTableInfo *read = winerror_table_get_info (one);
  const WinerrorTableInfo *written = winerror_table_get_info (other);

  g_assert_cmpstr (read->id, ==, written->id);
  g_assert_cmpstr (read->title, ==, written->title);
  g_assert_cmpstr (read->header, ==, written->header);
  g_assert_cmpstr (read->minimum_client, ==, written->minimum_client);
  g_assert_cmpstr (read->minimum_server, ==, written->minimum_server);
  g_assert_cmpstr (read->source_uri, ==, written->source_uri);
  g_assert_cmpstr (read->source_date, ==, written->source_date);
  g_assert_cmpstr (read->license_id, ==, written->license_id);
  g_assert_cmpstr (read->license_uri, ==, written->license_uri);
  g_assert_cmpstr (read->license_holder, ==, written->license_holder);
  g_assert_cmpint ((int) read->family, ==, (int) written->family);
  g_assert_cmpint (read->listed, ==, written->listed);
  g_assert_cmpint (read->has_anchors, ==, written->has_anchors);
  g_assert_cmpuint (read->first, ==, written->first);
  g_assert_cmpuint (read->last, ==, written->last);
}

/* Every field of every entry and table, in their order. */
static void
test_fields (void)
{
  g_autoptr (GPtrArray) entries = read_entries (G_N_ELEMENTS (tables));
  g_autoptr (WinerrorCompiledTables) compiled = compile (entries);

  g_assert_cmpuint (winerror_compiled_tables_get_n_tables (compiled), ==, G_N_ELEMENTS (tables));
  g_assert_cmpuint (winerror_compiled_tables_get_n_entries (compiled), ==, entries->len);
  g_assert_cmpuint (entries->len, ==, 7);
  for (guint i = 0; i < entries->len; i++)
    {
      const WinerrorEntryInfo *written = winerror_entry_get_info (entries->pdata[i]);
      WinerrorEntryInfo read;
      WinerrorTable *table = winerror_compiled_tables_get_entry (compiled, i, &read);

      assert_same_table (table, winerror_entry_get_table (entries->pdata[i]));
      g_assert_cmpuint (read.code, ==, written->code);
      g_assert_cmpstr (read.symbol, ==, written->symbol);
      g_assert_cmpstr (read.aliases, ==, written->aliases);
      g_assert_cmpstr (read.description, ==, written->description);
      g_assert_cmpuint (read.win32, ==, written->win32);
      g_assert_cmpuint (read.met, ==, written->met);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_assert_true (WINERROR_IS_TABLE (winerror_compiled_tables_get_table (compiled, i)));
}

static void
test_codes (void)
{
  g_autoptr (GPtrArray) entries = read_entries (G_N_ELEMENTS (tables));
  g_autoptr (WinerrorCompiledTables) compiled = compile (entries);
  const struct
  {
    WinerrorFamily family;
    guint32 code;
    int entry;
  } cases[] = {
    { WINERROR_FAMILY_WIN32, 0, 2 },
    { WINERROR_FAMILY_WIN32, 5, 0 },
    { WINERROR_FAMILY_WIN32, 7, 3 },
    { WINERROR_FAMILY_WIN32, 65535, 1 },
    { WINERROR_FAMILY_NTSTATUS, 0xC000006D, 4 },
    { WINERROR_FAMILY_NTSTATUS, G_MAXUINT32, 5 },
    { WINERROR_FAMILY_DEVICE, 5, 6 },
    { WINERROR_FAMILY_WIN32, 1, -1 },
    { WINERROR_FAMILY_WIN32, 6, -1 },
    { WINERROR_FAMILY_WIN32, G_MAXUINT32, -1 },
    { WINERROR_FAMILY_HRESULT, 5, -1 },
    { WINERROR_FAMILY_HRESULT, 0xC000006D, -1 },
    { WINERROR_FAMILY_NTSTATUS, 5, -1 },
    { WINERROR_FAMILY_DEVICE, 0, -1 },
    { WINERROR_FAMILY_RDP, 0, -1 },
    { WINERROR_FAMILY_RDP, G_MAXUINT32, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint entry = 77;
      gboolean found = winerror_compiled_tables_lookup_code (compiled, cases[i].family,
                                                             cases[i].code, &entry);

      g_assert_cmpint (found, ==, cases[i].entry >= 0);
      g_assert_cmpuint (entry, ==, found ? (guint) cases[i].entry : 77);
    }
}

/* The names from one on, as "NAME@ENTRY ". */
static char *
list_names (WinerrorCompiledTables *compiled, const char *from)
{
  GString *out = g_string_new (NULL);

  for (guint i = winerror_compiled_tables_find_name (compiled, from);
       i < winerror_compiled_tables_get_n_names (compiled); i++)
    {
      guint entry;
      const char *name = winerror_compiled_tables_get_name (compiled, i, &entry);

      g_assert_true (winerror_compiled_tables_get_name (compiled, i, NULL) == name);
      g_string_append_printf (out, "%s@%u ", name, entry);
    }
  return g_string_free (out, FALSE);
}

/* In order, without regard to letter case; of the same name the first entry first. */
static void
test_names (void)
{
  g_autoptr (GPtrArray) entries = read_entries (G_N_ELEMENTS (tables));
  g_autoptr (WinerrorCompiledTables) compiled = compile (entries);
#define TAIL "NO_ERROR@2 S_OKAY@2 STATUS_LAST@5 Status_Mixed@4 "
  const struct
  {
    const char *from;
    const char *expected;
  } cases[] = {
    { "", "CM_FIVE@6 ERROR_B@0 ERROR_B@6 ERROR_C@1 ERROR_SUCCESS@2 " TAIL },
    { "ERROR_B", "ERROR_B@0 ERROR_B@6 ERROR_C@1 ERROR_SUCCESS@2 " TAIL },
    { "error_b", "ERROR_B@0 ERROR_B@6 ERROR_C@1 ERROR_SUCCESS@2 " TAIL },
    { "ERROR_B_", "ERROR_C@1 ERROR_SUCCESS@2 " TAIL },
    { "Error_D", "ERROR_SUCCESS@2 " TAIL },
    { "no", TAIL },
    { "STATUS_MIXED", "Status_Mixed@4 " },
    { "status_mixed", "Status_Mixed@4 " },
    { "status_mixed_", "" },
    { "zz", "" },
  };
#undef TAIL

  g_assert_cmpuint (winerror_compiled_tables_get_n_names (compiled), ==, 9);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = list_names (compiled, cases[i].from);

      g_assert_cmpstr (names, ==, cases[i].expected);
    }
}

/* No entries at all. */
static void
test_empty (void)
{
  g_autoptr (GPtrArray) entries = read_entries (0);
  g_autoptr (WinerrorCompiledTables) compiled = compile (entries);
  guint entry;

  g_assert_cmpuint (winerror_compiled_tables_get_n_tables (compiled), ==, 0);
  g_assert_cmpuint (winerror_compiled_tables_get_n_entries (compiled), ==, 0);
  g_assert_cmpuint (winerror_compiled_tables_get_n_names (compiled), ==, 0);
  g_assert_cmpuint (winerror_compiled_tables_find_name (compiled, "E"), ==, 0);
  g_assert_false (
      winerror_compiled_tables_lookup_code (compiled, WINERROR_FAMILY_WIN32, 0, &entry));
}

/* A table outlives what it was compiled with. */
static void
test_lifetime (void)
{
  g_autoptr (GPtrArray) entries = read_entries (1);
  WinerrorCompiledTables *compiled = compile (entries);
  g_autoptr (WinerrorTable) table = g_object_ref (winerror_compiled_tables_get_table (compiled, 0));

  winerror_compiled_tables_unref (compiled);
  g_assert_cmpstr (winerror_table_get_info (table)->title, ==, "Of record");
}

/* The same tables are the same bytes, so that a build can be repeated. */
static void
test_repeatable (void)
{
  g_autoptr (GPtrArray) entries = read_entries (G_N_ELEMENTS (tables));
  g_autoptr (GPtrArray) again = read_entries (G_N_ELEMENTS (tables));
  g_autoptr (GBytes) one = winerror_compiled_tables_write (entries);
  g_autoptr (GBytes) two = winerror_compiled_tables_write (again);

  g_assert_true (g_bytes_equal (one, two));
}

static gboolean
count_cb (const char *symbol, guint position, gpointer data)
{
  guint *n = data;

  *n += (guint) strlen (symbol) + position;
  return TRUE;
}

/* Reads bytes in a block of their own, outside of which nothing can be read; where they are taken,
 * everything in them is asked for. Returns whether they are. */
static gboolean
try (const void *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new ();
  g_autoptr (GError) error = NULL;
  guint sum = 0;

  if (!winerror_catalog_add_compiled (catalog, bytes, &error))
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (winerror_catalog_get_n_entries (catalog), ==, 0);
      return FALSE;
    }
  g_assert_no_error (error);
  for (guint i = 0; i < winerror_catalog_get_n_entries (catalog); i++)
    {
      WinerrorEntryInfo info;
      WinerrorTable *table = winerror_catalog_get_info (catalog, i, &info);
      WinerrorEntry *entry = winerror_catalog_get_entry (catalog, i);
      g_autofree char *title = winerror_entry_dup_title (entry);
      g_autofree char *uri = winerror_entry_dup_uri (entry);

      g_assert_true (info.symbol != NULL || info.description != NULL);
      g_assert_nonnull (winerror_table_get_info (table)->title);
      sum += (guint) (strlen (title) + strlen (uri)) +
             winerror_catalog_is_translatable (catalog, i);
      winerror_catalog_lookup_code (catalog, winerror_table_get_info (table)->family, info.code,
                                    NULL);
      if (info.symbol != NULL)
        winerror_catalog_lookup_symbol (catalog, info.symbol, NULL);
    }
  winerror_catalog_foreach_symbol (catalog, "", G_MAXUINT, count_cb, &sum);
  g_assert_cmpuint (sum, >, 0);
  return TRUE;
}

static void
test_truncated (void)
{
  g_autoptr (GPtrArray) entries = read_entries (G_N_ELEMENTS (tables));
  g_autoptr (GBytes) bytes = winerror_compiled_tables_write (entries);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *longer = g_malloc0 (size + 4);

  g_assert_true (try (data, size));
  for (gsize length = 0; length < size; length++)
    g_assert_false (try (data, length));
  memcpy (longer, data, size);
  for (gsize length = size + 1; length <= size + 4; length++)
    g_assert_false (try (longer, length));
}

/* Tables that a machine of the other byte order has compiled: their number says so. */
static void
test_other_byte_order (void)
{
  g_autoptr (GPtrArray) entries = read_entries (G_N_ELEMENTS (tables));
  g_autoptr (GBytes) bytes = winerror_compiled_tables_write (entries);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint32 *words = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  for (gsize i = 0; i < size / sizeof *words; i++)
    words[i] = GUINT32_SWAP_LE_BE (words[i]);
  g_assert_false (try (words, size));
  words[0] = GUINT32_SWAP_LE_BE (words[0]);
  g_assert_false (try (words, size));
}

/* Each bit of each byte, and each byte at its limits. */
static void
test_damaged (void)
{
  g_autoptr (GPtrArray) entries = read_entries (G_N_ELEMENTS (tables));
  g_autoptr (GBytes) bytes = winerror_compiled_tables_write (entries);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  guint n_refused = 0;

  for (gsize i = 0; i < size; i++)
    {
      guint8 right = data[i];

      for (guint bit = 0; bit < 8; bit++)
        {
          data[i] = (guint8) (right ^ 1u << bit);
          n_refused += !try (data, size);
        }
      data[i] = 0;
      try (data, size);
      data[i] = 0xFF;
      try (data, size);
      data[i] = right;
    }
  g_assert_cmpuint (n_refused, >, 100);
  g_assert_true (try (data, size));
}

static void
test_something_else (void)
{
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("<error-table id=\"t\"/> and more of it", 36);
  GBytes *const wrong[] = { none, text };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (winerror_compiled_tables_new (wrong[i], &error));
      g_assert_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_MALFORMED);
      g_assert_cmpstr (error->message, ==, "expected compiled tables, found something else");
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compiled-tables/fields", test_fields);
  g_test_add_func ("/compiled-tables/codes", test_codes);
  g_test_add_func ("/compiled-tables/names", test_names);
  g_test_add_func ("/compiled-tables/empty", test_empty);
  g_test_add_func ("/compiled-tables/lifetime", test_lifetime);
  g_test_add_func ("/compiled-tables/repeatable", test_repeatable);
  g_test_add_func ("/compiled-tables/truncated", test_truncated);
  g_test_add_func ("/compiled-tables/damaged", test_damaged);
  g_test_add_func ("/compiled-tables/other-byte-order", test_other_byte_order);
  g_test_add_func ("/compiled-tables/something-else", test_something_else);

  return g_test_run ();
}
