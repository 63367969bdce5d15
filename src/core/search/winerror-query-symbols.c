// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-symbols.h"

#include "winerror-answer-private.h"

#include <string.h>

struct _WinerrorQuerySymbols
{
  WinerrorCatalog *catalog;
  GArray *order; /* guint32: positions in order of symbol; NULL where not made yet */
};

/**
 * winerror_query_symbols_new:
 * @catalog: the entries
 *
 * Returns: (transfer full): what finds the symbols of @catalog in queries
 */
WinerrorQuerySymbols *
winerror_query_symbols_new (WinerrorCatalog *catalog)
{
  WinerrorQuerySymbols *self = g_new0 (WinerrorQuerySymbols, 1);

  self->catalog = g_object_ref (catalog);
  return self;
}

/**
 * winerror_query_symbols_free:
 * @self: (transfer full): the symbols
 */
void
winerror_query_symbols_free (WinerrorQuerySymbols *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->catalog);
  g_clear_pointer (&self->order, g_array_unref);
  g_free (self);
}

static const char *
skip_error (const char *symbol)
{
  return g_str_has_prefix (symbol, "ERROR_") ? symbol + strlen ("ERROR_") : symbol;
}

static int
compare_symbols (gconstpointer a, gconstpointer b, gpointer data)
{
  WinerrorCatalog *catalog = data;
  const char *left = winerror_entry_get_symbol (
      winerror_catalog_get_entry (catalog, *(const guint32 *) a));
  const char *right = winerror_entry_get_symbol (
      winerror_catalog_get_entry (catalog, *(const guint32 *) b));

  return strcmp (skip_error (left), skip_error (right));
}

static const char *
symbol_at (WinerrorQuerySymbols *self, guint i)
{
  return winerror_entry_get_symbol (
      winerror_catalog_get_entry (self->catalog, g_array_index (self->order, guint32, i)));
}

/**
 * winerror_query_symbols_prepare:
 * @self: the symbols
 *
 * Puts the symbols in order; else the first query does it.
 */
void
winerror_query_symbols_prepare (WinerrorQuerySymbols *self)
{
  guint n = winerror_catalog_get_n_entries (self->catalog);

  if (self->order != NULL)
    return;
  self->order = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  for (guint32 i = 0; i < n; i++)
    g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_symbols, self->catalog);
}

/**
 * winerror_query_symbols_search:
 * @self: the symbols
 * @words: (element-type utf8): the words of a query, folded
 * @answer: where the entries are added
 *
 * Finds the entries whose symbol the query is or begins, with or without ERROR_, with blanks for
 * underscores.
 *
 * Returns: whether the query is a whole symbol
 */
gboolean
winerror_query_symbols_search (WinerrorQuerySymbols *self, GPtrArray *words, WinerrorAnswer *answer)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  gboolean prefixed;
  const char *bare;
  gboolean found = FALSE;
  guint low = 0;
  guint high;

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append_c (wanted, '_');
      g_string_append (wanted, words->pdata[i]);
    }
  g_string_ascii_up (wanted);
  prefixed = g_str_equal (wanted->str, "ERROR") || g_str_has_prefix (wanted->str, "ERROR_");
  bare = g_str_equal (wanted->str, "ERROR") ? "" : skip_error (wanted->str);
  if (wanted->len == 0)
    return FALSE;

  winerror_query_symbols_prepare (self);
  high = self->order->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (skip_error (symbol_at (self, middle)), bare) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->order->len; low++)
    {
      const char *symbol = symbol_at (self, low);

      if (!g_str_has_prefix (skip_error (symbol), bare))
        break;
      if (prefixed && !g_str_has_prefix (symbol, wanted->str))
        continue;
      if (g_str_equal (skip_error (symbol), bare))
        {
          found = TRUE;
          winerror_answer_add_hit (answer, g_array_index (self->order, guint32, low),
                                   WINERROR_RANK_SYMBOL);
        }
      else
        winerror_answer_add_hit (answer, g_array_index (self->order, guint32, low),
                                 WINERROR_RANK_SYMBOL_PREFIX);
    }
  return found;
}
