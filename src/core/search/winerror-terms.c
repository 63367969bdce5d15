// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What a search of very large tables leaves out, and what it begins with. */

#include "winerror-terms.h"

/* Up to how many words in all its entries an index is searched for synonyms too. */
#define MAX_FOR_SYNONYMS 1000000

/**
 * winerror_terms_list_small:
 * @indexes: (element-type WinerrorIndex): what is searched
 *
 * Returns: (transfer container) (element-type WinerrorIndex): those that are small enough to be
 *   searched for synonyms too
 */
GPtrArray *
winerror_terms_list_small (GPtrArray *indexes)
{
  GPtrArray *small = g_ptr_array_new ();

  for (guint i = 0; i < indexes->len; i++)
    if (winerror_index_get_n_postings (indexes->pdata[i]) <= MAX_FOR_SYNONYMS)
      g_ptr_array_add (small, indexes->pdata[i]);
  return small;
}

static int
compare_frequencies (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *frequencies = data;
  guint left = frequencies[*(const guint *) a];
  guint right = frequencies[*(const guint *) b];

  return (left > right) - (left < right);
}

/* How often a word stands in the indexes; one that stands nowhere as a whole may stand anywhere
 * inside of others. */
static guint
count_occurrences (GPtrArray *indexes, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < indexes->len; i++)
    {
      guint word;
      guint n_postings;

      if (!winerror_index_find_word (indexes->pdata[i], text, &word))
        continue;
      winerror_index_get_postings (indexes->pdata[i], word, &n_postings);
      n += n_postings;
    }
  return n > 0 ? n : G_MAXUINT;
}

/**
 * winerror_terms_order:
 * @indexes: (nullable) (element-type WinerrorIndex): what is searched, where not all of its entries
 *   can be looked at; else %NULL
 * @texts: (element-type utf8): the words of a query
 *
 * Returns: (transfer full): the numbers of the words in the order in which they are matched: where
 *   not all entries can be looked at, the rare ones first
 */
guint *
winerror_terms_order (GPtrArray *indexes, GPtrArray *texts)
{
  guint *order = g_new (guint, texts->len + 1);
  g_autofree guint *frequencies = g_new (guint, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    {
      order[i] = i;
      frequencies[i] = indexes != NULL ? count_occurrences (indexes, texts->pdata[i]) : 0;
    }
  g_qsort_with_data (order, (int) texts->len, sizeof *order, compare_frequencies, frequencies);
  return order;
}
