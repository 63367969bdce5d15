// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Table files: whatever is read is either refused with a message or is a whole table. */

#include "winerror-catalog.h"
#include "winerror-table-reader.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A symbol that differs from another in letter case alone is found by the first of the two. */
static void
check_symbol (WinerrorCatalog *catalog, const char *symbol, guint expected)
{
  const char *found;
  guint position;

  if (symbol == NULL)
    return;
  found = winerror_catalog_lookup_symbol (catalog, symbol, &position);
  g_assert_true (found != NULL && g_ascii_strcasecmp (found, symbol) == 0);
  g_assert_true (position <= expected && (position == expected || strcmp (found, symbol) != 0));
}

static void
check_description (WinerrorEntry *entry)
{
  const char *description = winerror_entry_get_source_description (entry);

  g_assert_true (description != NULL || winerror_entry_get_symbol (entry) != NULL);
  if (description != NULL)
    g_assert_true (description[0] != '\0' && g_utf8_validate (description, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  guint n;

  if (!winerror_catalog_add_table (catalog, bytes, "input.xml", &error))
    {
      g_assert_true (error != NULL && g_str_has_prefix (error->message, "input.xml:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (winerror_catalog_get_n_entries (catalog) == 0);
      return 0;
    }

  n = winerror_catalog_get_n_entries (catalog);
  g_assert_true (error == NULL && n > 0);
  for (guint i = 0; i < n; i++)
    {
      WinerrorEntry *entry = winerror_catalog_get_entry (catalog, i);
      const WinerrorTableInfo *info = winerror_table_get_info (winerror_entry_get_table (entry));
      guint position;

      g_assert_true (winerror_entry_get_code (entry) >= info->first &&
                     winerror_entry_get_code (entry) <= info->last);
      g_assert_true (winerror_catalog_lookup_code (catalog, info->family,
                                                   winerror_entry_get_code (entry), &position) &&
                     position == i);
      check_symbol (catalog, winerror_entry_get_symbol (entry), i);
      check_description (entry);
    }

  /* a table is there once */
  g_assert_true (!winerror_catalog_add_table (catalog, bytes, "input.xml", &again));
  g_assert_true (winerror_catalog_get_n_entries (catalog) == n);
  return 0;
}
