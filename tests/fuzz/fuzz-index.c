// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Bytes as an index of words, and as changes to a good one: pairs of a position and a value, of 4
 * bytes each. Whatever is not refused can be searched. */

#include "winerror-index.h"
#include "winerror-matcher.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char table[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<error-table id=\"test\" first=\"0\" last=\"99\">\n"
    "<title>Test</title><header>test.h</header>\n"
    "<minimum-client>any</minimum-client><minimum-server>any</minimum-server>\n"
    "<source url=\"https://example.org/\" date=\"2024-01-01\"/>\n"
    "<license id=\"MIT\" url=\"https://example.org/\" holder=\"Nobody\"/>\n"
    "<entry code=\"1\" symbol=\"ERROR_LOCK\"><description>The account is locked, "
    "пароль.</description></entry>\n"
    "<entry code=\"2\" symbol=\"ERROR_KEY\"><description>Padlock 密码 not valid. "
    "</description></entry>\n"
    "</error-table>\n";

static void
search (WinerrorIndex *index)
{
  static const char *const words[] = { "the",   "lockout",  "padlok", "is",   "not",
                                       "valid", "accounts", "пароль", "密码", "ck" };
  guint n_entries = winerror_index_get_n_entries (index);
  g_autoptr (WinerrorMatcher) matcher = winerror_matcher_new (n_entries, n_entries);
  g_autoptr (GPtrArray) indexes = g_ptr_array_new ();
  g_autoptr (GPtrArray) query = g_ptr_array_new ();
  g_autoptr (GHashTable) matched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) expansions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) candidates = NULL;

  g_ptr_array_add (indexes, index);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (query, (gpointer) words[i]);
  candidates = winerror_matcher_run (matcher, NULL, indexes, query, matched, expansions);
  for (guint i = 0; i < candidates->len; i++)
    g_assert_true (g_array_index (candidates, WinerrorCandidate, i).entry < n_entries);
}

static gboolean
try (const void *block, gsize size)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GBytes) bytes = g_bytes_new (block, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorIndex) index = winerror_index_new_from_bytes (bytes, language, &error);

  gboolean good = index != NULL && winerror_index_check (index, &error);

  g_assert_true (good == (error == NULL));
  if (good)
    search (index);
  return good;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GBytes *good;
  g_autofree guint32 *block = NULL;
  gsize length;

  if (good == NULL)
    {
      g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new ();
      g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));

      g_assert_true (winerror_catalog_add_table (catalog, bytes, "table", NULL));
      good = winerror_index_compile (catalog, language);
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
