// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Bytes as compiled tables, and as changes to good ones: pairs of a position and a value, of 4
 * bytes each. Whatever is not refused can be asked for everything. */

#include "winerror-catalog.h"
#include "winerror-compiled-tables.h"
#include "winerror-table-reader.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char table[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<error-table id=\"test\" family=\"ntstatus\" first=\"0\" last=\"0xFFFFFFFF\" listed=\"yes\">\n"
    "<title>Test</title><header>test.h</header>\n"
    "<source url=\"https://example.org/\" date=\"2024-01-01\" anchors=\"yes\"/>\n"
    "<license id=\"MIT\" url=\"https://example.org/\" holder=\"Nobody\"/>\n"
    "<entry code=\"1\" symbol=\"STATUS_LOCK\" also=\"STATUS_A STATUS_B\" win32=\"5\" met=\"3\"/>\n"
    "<entry code=\"0xC0000005\"><description>Padlock not valid.</description></entry>\n"
    "</error-table>\n";

static gboolean
count_cb (const char *symbol, guint position, gpointer data)
{
  gsize *n = data;

  *n += strlen (symbol);
  return TRUE;
}

static void
ask (WinerrorCatalog *catalog)
{
  static const char *const symbols[] = { "", "STATUS_LOCK", "status_b", "zz" };
  guint n_entries = winerror_catalog_get_n_entries (catalog);
  gsize n = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      WinerrorEntry *entry = winerror_catalog_get_entry (catalog, i);
      g_autofree char *title = winerror_entry_dup_title (entry);
      g_autofree char *key = winerror_entry_dup_key (entry);
      g_autofree char *uri = winerror_entry_dup_uri (entry);
      const char *description = winerror_entry_get_source_description (entry);

      g_assert_true (winerror_entry_get_symbol (entry) != NULL || description != NULL);
      n += strlen (title) + strlen (key);
      if (uri != NULL) /* a table may name no page */
        n += strlen (uri);
      if (description != NULL)
        n += strlen (description);
      winerror_catalog_is_translatable (catalog, i);
    }
  for (int family = 0; family < WINERROR_N_FAMILIES; family++)
    {
      guint position;

      if (winerror_catalog_lookup_code (catalog, (WinerrorFamily) family, 1, &position))
        g_assert_true (position < n_entries);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      guint position;

      if (winerror_catalog_lookup_symbol (catalog, symbols[i], &position) != NULL)
        g_assert_true (position < n_entries);
      winerror_catalog_foreach_symbol (catalog, symbols[i], G_MAXUINT, count_cb, &n);
    }
}

static gboolean
try (const void *block, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (block, size);
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new ();
  g_autoptr (GError) error = NULL;
  gboolean added = winerror_catalog_add_compiled (catalog, bytes, &error);

  g_assert_true (added == (error == NULL));
  if (added)
    ask (catalog);
  return added;
}

static GBytes *
compile (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = winerror_table_read (bytes, "table", &error);

  g_assert_no_error (error);
  return winerror_compiled_tables_write (entries);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GBytes *good;
  g_autofree guint32 *block = NULL;
  gsize length;

  if (good == NULL)
    {
      good = compile ();
      g_assert_true (try (g_bytes_get_data (good, NULL), g_bytes_get_size (good)));
    }

  try (data, size);

  length = g_bytes_get_size (good);
  block = g_memdup2 (g_bytes_get_data (good, NULL), length);
  for (size_t i = 0; i + 8 <= size; i += 8)
    {
      guint32 position;
      guint32 value;

      memcpy (&position, data + i, sizeof position);
      memcpy (&value, data + i + 4, sizeof value);
      block[GUINT32_FROM_LE (position) % (length / sizeof *block)] = GUINT32_FROM_LE (value);
    }
  try (block, length);
  return 0;
}
