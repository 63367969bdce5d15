// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Which stretches of a query have synonyms, and where these stand. The sets are those of
 * data/search/en.txt: "too long, …, maximum length", "insufficient, …, out of",
 * "network, (lan), wan, …". */

#include "winerror-synonyms.h"

#include "small-catalog.h"

static const TestEntry entries[] = {
  { "ERROR_A", "Zebra of maximum length." },
  { "ERROR_B", "Maximum ant bee cat dog elk length." },
  { "ERROR_C", "Maximum ant bee cat dog elk fox length." },
  { "ERROR_D", "Length maximum." },
  { "ERROR_ZEBRA_LENGTH", "Zebra maximum." },
  { "ERROR_F", "Zebras ran out of grass." },
  { "ERROR_G", "Zebras out grass of." },
  { "ERROR_H", "Maximums lengths, and maximum length again." },
  { "ERROR_I", "The lan." },
  { "ERROR_J", "The wan." },
};

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorIndex *index;
  GHashTable *expansions;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();

  fixture->catalog = test_small_catalog_new (entries, G_N_ELEMENTS (entries));
  fixture->index = winerror_index_new (fixture->catalog, language);
  fixture->expansions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_hash_table_unref (fixture->expansions);
  winerror_index_unref (fixture->index);
  g_assert_finalize_object (fixture->catalog);
}

static GArray *
find (Fixture *fixture, const char *query)
{
  g_auto (GStrv) words = g_strsplit (query, " ", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GPtrArray) indexes = g_ptr_array_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (list, words[i]);
  g_ptr_array_add (indexes, fixture->index);
  g_hash_table_remove_all (fixture->expansions);
  g_test_message ("%s", query);
  return winerror_synonyms_find (NULL, indexes, list, fixture->expansions);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint32 *) a - (int) *(const guint32 *) b;
}

/* The entries where a synonym of the words from @first to before @end stands, in order. */
static char *
list_entries (GArray *found, guint first, guint end)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const WinerrorSynonyms *synonyms = &g_array_index (found, WinerrorSynonyms, i);

      g_assert_cmpuint (synonyms->first, <, synonyms->end);
      if (synonyms->first == first && synonyms->end == end)
        for (guint j = 0; j < synonyms->entries->len; j++)
          g_array_append_val (all, g_array_index (synonyms->entries, WinerrorPosting, j).entry);
    }
  g_array_sort (all, compare_numbers);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, guint32, i) != g_array_index (all, guint32, i - 1))
      g_string_append_printf (out, "%s%u", out->len > 0 ? " " : "",
                              g_array_index (all, guint32, i));
  return g_string_free (out, FALSE);
}

static void
test_stretches (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    guint first;
    guint end;
    const char *entries;
  } cases[] = {
    /* five other words may stand between two of a phrase, and six may not; their order counts, and
     * so does the field */
    { "too long", 0, 2, "0 1 7" },
    { "secret too long indeed", 1, 3, "0 1 7" },
    /* stop words inside of the query are passed over, and those around it are not of it */
    { "longer than is allowed", 0, 4, "0 1 7" },
    { "too long", 0, 1, "" },
    /* a part of a stretch may have synonyms of its own: "length, long" */
    { "too long", 1, 2, "0 1 2 3 4 7" },
    { "long too", 0, 2, "" },
    /* a phrase of one word that carries meaning is there with all of its words, in a row */
    { "insufficient", 0, 1, "5" },
    /* terms in round brackets are looked for in queries only */
    { "lan", 0, 1, "9" },
    { "wan", 0, 1, "9" },
    { "unicorn", 0, 1, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = find (fixture, cases[i].query);
      g_autofree char *list = list_entries (found, cases[i].first, cases[i].end);

      g_assert_cmpstr (list, ==, cases[i].entries);
    }
}

/* Each entry stands once in the synonyms of a set, however often and in whatever form. */
static void
test_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) found = find (fixture, "too long");

  for (guint i = 0; i < found->len; i++)
    {
      const WinerrorSynonyms *synonyms = &g_array_index (found, WinerrorSynonyms, i);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint j = 0; j < synonyms->entries->len; j++)
        g_assert_true (g_hash_table_add (
            seen, GUINT_TO_POINTER (g_array_index (synonyms->entries, WinerrorPosting, j).entry)));
    }
}

/* The words that are found, in their forms, are told; those that are not, are not. */
static void
test_expansions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) found = find (fixture, "too long");
  g_autoptr (GArray) none = NULL;

  g_assert_cmpuint (found->len, >, 0);
  g_assert_true (g_hash_table_contains (fixture->expansions, "maximum"));
  g_assert_true (g_hash_table_contains (fixture->expansions, "maximums"));
  g_assert_true (g_hash_table_contains (fixture->expansions, "lengths"));
  g_assert_false (g_hash_table_contains (fixture->expansions, "exceeds"));
  g_assert_false (g_hash_table_contains (fixture->expansions, "zebra"));
  none = find (fixture, "unicorn");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (g_hash_table_size (fixture->expansions), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/synonyms/stretches", test_stretches },
    { "/synonyms/once", test_once },
    { "/synonyms/expansions", test_expansions },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
