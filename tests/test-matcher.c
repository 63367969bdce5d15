// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What each way of having a word of a query is worth. Words that English search words do not know
 * stand for themselves; "malformed" and "ill formed" are synonyms. */

#include "winerror-matcher.h"

#include "small-catalog.h"

#include <math.h>

#define EPSILON 1e-5f

static const TestEntry entries[] = {
  { "ERROR_A", "Zebra." },
  { "ERROR_B", "Blueberry." },
  { "ERROR_C", "Malformed." },
  { "ERROR_D", "Prohibited." },
  { "ERROR_E", "Giraffe elephant." },
  { "ERROR_F", "Giraffe elephant walrus." },
  { "ERROR_G", "The hot ox." },
  { "ERROR_H", "Padlock." },
};

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorIndex *index;
  GPtrArray *indexes;
  WinerrorMatcher *matcher;
  GHashTable *matched_terms;
  GHashTable *expansions;
} Fixture;

static void
open_catalog (Fixture *fixture, const TestEntry *list, gsize n)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();

  fixture->catalog = test_small_catalog_new (list, n);
  fixture->index = winerror_index_new (fixture->catalog, language);
  fixture->indexes = g_ptr_array_new ();
  g_ptr_array_add (fixture->indexes, fixture->index);
  fixture->matcher = winerror_matcher_new ((guint) n, (guint) n);
  fixture->matched_terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->expansions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_catalog (fixture, entries, G_N_ELEMENTS (entries));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_hash_table_unref (fixture->matched_terms);
  g_hash_table_unref (fixture->expansions);
  winerror_matcher_free (fixture->matcher);
  g_ptr_array_unref (fixture->indexes);
  winerror_index_unref (fixture->index);
  g_assert_finalize_object (fixture->catalog);
}

static GArray *
match (Fixture *fixture, const char *query)
{
  g_auto (GStrv) words = g_strsplit (query, " ", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (list, words[i]);
  g_hash_table_remove_all (fixture->matched_terms);
  g_hash_table_remove_all (fixture->expansions);
  g_test_message ("%s", query);
  return winerror_matcher_run (fixture->matcher, NULL, fixture->indexes, list,
                               fixture->matched_terms, fixture->expansions);
}

/* The candidate of an entry; one with nothing where there is none. */
static WinerrorCandidate
get_candidate (GArray *candidates, guint32 entry)
{
  for (guint i = 0; i < candidates->len; i++)
    if (g_array_index (candidates, WinerrorCandidate, i).entry == entry)
      return g_array_index (candidates, WinerrorCandidate, i);
  return (WinerrorCandidate){ .entry = entry };
}

static float
get_idf (guint n_occurrences)
{
  return winerror_index_get_inverse_document_frequency (G_N_ELEMENTS (entries), n_occurrences);
}

/* A query of one word or of a phrase covers the entry as well as the word matches. */
static void
test_qualities (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    guint32 entry;
    float coverage;
    WinerrorMatchKind kind;
  } cases[] = {
    { "zebra", 0, 1.0f, WINERROR_MATCH_KIND_WHOLE },
    { "zebras", 0, 0.95f, WINERROR_MATCH_KIND_WHOLE },
    { "blue berry", 1, 0.9f, WINERROR_MATCH_KIND_WHOLE },
    { "ill formed", 2, 0.8f, WINERROR_MATCH_KIND_WHOLE },
    { "forbidden", 3, 0.75f, WINERROR_MATCH_KIND_WHOLE },
    { "zebr", 0, 0.75f, WINERROR_MATCH_KIND_PREFIX },
    { "zbera", 0, 0.7f, WINERROR_MATCH_KIND_SIMILAR },
    { "dlock", 7, 0.5f, WINERROR_MATCH_KIND_INSIDE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) candidates = match (fixture, cases[i].query);
      WinerrorCandidate candidate = get_candidate (candidates, cases[i].entry);

      g_assert_cmpfloat_with_epsilon (candidate.coverage, cases[i].coverage, EPSILON);
      g_assert_cmpuint (candidate.kind, ==, cases[i].kind);
      g_assert_true (candidate.all);
      g_assert_cmpfloat_with_epsilon (candidate.score,
                                      /* in one field of four */
                                      0.66f * candidate.coverage * (0.8f + 0.2f * candidate.filled),
                                      EPSILON);
    }
}

/* Of two entries with the same words, the shorter has more of what it says asked for. */
static void
test_filled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) candidates = match (fixture, "giraffe elephant");
  WinerrorCandidate whole = get_candidate (candidates, 4);
  WinerrorCandidate part = get_candidate (candidates, 5);

  g_assert_cmpfloat_with_epsilon (whole.coverage, 1, EPSILON);
  g_assert_cmpfloat_with_epsilon (part.coverage, 1, EPSILON);
  /* each entry has a symbol of one letter beside */
  g_assert_cmpfloat_with_epsilon (whole.filled, 2 * get_idf (2) / (2 * get_idf (2) + get_idf (1)),
                                  EPSILON);
  g_assert_cmpfloat_with_epsilon (part.filled,
                                  2 * get_idf (2) / (2 * get_idf (2) + 2 * get_idf (1)), EPSILON);
  g_assert_cmpfloat (whole.score, >, part.score);
}

/* A rare word that is missing weighs more than a frequent one. */
static void
test_coverage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) candidates = match (fixture, "giraffe walrus zebra");

  g_assert_cmpuint (candidates->len, ==, 3);
  for (guint i = 1; i < candidates->len; i++)
    g_assert_cmpuint (g_array_index (candidates, WinerrorCandidate, i - 1).entry, <,
                      g_array_index (candidates, WinerrorCandidate, i).entry);
  for (guint i = 0; i < candidates->len; i++)
    g_assert_false (g_array_index (candidates, WinerrorCandidate, i).all);
  g_assert_cmpfloat_with_epsilon (get_candidate (candidates, 0).coverage,
                                  get_idf (1) / (2 * get_idf (1) + get_idf (2)), EPSILON);
  g_assert_cmpfloat_with_epsilon (get_candidate (candidates, 4).coverage,
                                  get_idf (2) / (2 * get_idf (1) + get_idf (2)), EPSILON);
}

/* Stop words count where there are no others; and a word counts once. */
static void
test_stops (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) beside = match (fixture, "the zebra zebra is");
  g_autoptr (GArray) alone = NULL;

  g_assert_cmpuint (beside->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (get_candidate (beside, 0).coverage, 1, EPSILON);
  g_assert_true (get_candidate (beside, 0).all);
  alone = match (fixture, "the");
  g_assert_cmpfloat_with_epsilon (get_candidate (alone, 6).coverage, 1, EPSILON);
}

/* A phrase may be rare where its words are common: then it weighs seven tenths of what its rarity
 * makes. */
static void
test_phrase (Fixture *fixture, gconstpointer data)
{
  static const TestEntry list[] = {
    { "ERROR_A", "Malformed." }, { "ERROR_B", "Ill." },        { "ERROR_C", "Ill." },
    { "ERROR_D", "Ill." },       { "ERROR_E", "Formed ill." }, { "ERROR_F", "Formed." },
    { "ERROR_G", "Formed." },    { "ERROR_H", "Formed." },     { "ERROR_I", "Formed." },
  };
  Fixture own;
  g_autoptr (GArray) candidates = NULL;
  float rare = logf (1.0f + G_N_ELEMENTS (list) / 1.0f);
  float common = logf (1.0f + G_N_ELEMENTS (list) / 5.0f);

  open_catalog (&own, list, G_N_ELEMENTS (list));
  candidates = match (&own, "ill formed");
  g_assert_cmpfloat (0.7f * rare, >, common);
  g_assert_cmpfloat_with_epsilon (get_candidate (candidates, 0).coverage, 1, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_candidate (candidates, 1).coverage,
                                  common / (2 * 0.7f * rare), EPSILON);
  /* the very words in another order are as good */
  g_assert_cmpfloat_with_epsilon (get_candidate (candidates, 4).coverage, 1, EPSILON);
  tear_down (&own, NULL);
}

/* One typing error from four letters on, two from eight on. */
static void
test_typing_errors (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    guint n;
  } cases[] = {
    { "hxt", 0 }, { "zbra", 1 }, { "zxbrx", 0 }, { "pxdlxck", 0 }, { "elxphxnt", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) candidates = match (fixture, cases[i].query);

      g_assert_cmpuint (candidates->len, ==, cases[i].n);
    }
}

/* A word that nothing is known of is taken apart into two that are known. */
static void
test_compounds (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *first; /* NULL where it is not taken apart */
    const char *second;
  } cases[] = {
    { "zebrapadlock", "zebra", "padlock" },
    { "padlockzebra", "padlock", "zebra" },
    { "hotzebra", "hot", "zebra" }, /* parts have three letters or more */
    { "zebraox", NULL, NULL },      /* ox has two */
    { "hothot", NULL, NULL },       /* a compound has seven or more */
    { "zebrahorse", NULL, NULL },   /* a horse is not known */
    { "padlockblueberry", "padlock", "blueberry" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) candidates = match (fixture, cases[i].query);

      if (cases[i].first == NULL)
        {
          g_assert_cmpuint (candidates->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (candidates->len, >=, 2);
      g_assert_true (g_hash_table_contains (fixture->matched_terms, cases[i].first));
      g_assert_true (g_hash_table_contains (fixture->matched_terms, cases[i].second));
      g_assert_cmpuint (g_hash_table_size (fixture->matched_terms), ==, 2);
    }
}

/* What the ranges of a result are made of. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *matched;
    const char *expansion;
  } cases[] = {
    { "zebra", "zebra", "zebra" },
    { "zebras", "zebras", "zebra" },
    { "zbera", "zbera", "zebra" },
    { "blue berry", "berry", "blueberry" },
    { "forbidden", "forbidden", "prohibited" },
    { "zebr", "zebr", NULL },
    { "dlock", "dlock", NULL },
    { "unicorn", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) candidates = match (fixture, cases[i].query);

      g_assert_cmpuint (candidates->len > 0, ==, cases[i].matched != NULL);
      if (cases[i].matched != NULL)
        g_assert_true (g_hash_table_contains (fixture->matched_terms, cases[i].matched));
      if (cases[i].expansion != NULL)
        g_assert_true (g_hash_table_contains (fixture->expansions, cases[i].expansion));
      else
        g_assert_cmpuint (g_hash_table_size (fixture->expansions), ==, 0);
    }
}

/* Nothing is left of a query when the next one comes. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) first = match (fixture, "zebra blueberry");
  g_autoptr (GArray) between = match (fixture, "ill formed giraffe padlok");
  g_autoptr (GArray) second = match (fixture, "zebra blueberry");

  g_assert_cmpuint (between->len, >, 0);
  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    {
      const WinerrorCandidate *a = &g_array_index (first, WinerrorCandidate, i);
      const WinerrorCandidate *b = &g_array_index (second, WinerrorCandidate, i);

      g_assert_cmpuint (a->entry, ==, b->entry);
      g_assert_cmpfloat (a->score, ==, b->score);
      g_assert_cmpuint (a->kind, ==, b->kind);
    }
}

/* A matcher that is for more and for fewer entries by turns finds what a new one does. */
static void
test_resize (Fixture *fixture, gconstpointer data)
{
  static const guint sizes[] = { 100000, G_N_ELEMENTS (entries), 40, G_N_ELEMENTS (entries) };
  g_autoptr (GArray) first = match (fixture, "zebra blueberry");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GArray) found = NULL;

      /* the entries after the second are further ones */
      winerror_matcher_resize (fixture->matcher, sizes[i], 2);
      winerror_matcher_prepare (fixture->matcher);
      found = match (fixture, "ill formed giraffe padlok");
      g_assert_cmpuint (found->len, ==, 4);
      g_array_unref (found);
      found = match (fixture, "zebra blueberry");
      g_assert_cmpuint (found->len, ==, first->len);
    }
}

/* Entries that are not of the first are found in the order of their positions too, whichever word
 * they are found by, and score as these do. */
static void
test_further (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "padlock giraffe", "padlok hot ox zebras",
                                         "walrus malformed elephant" };
  const guint n = G_N_ELEMENTS (entries);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) all = NULL;
      g_autoptr (GArray) further = NULL;

      winerror_matcher_resize (fixture->matcher, n, n);
      all = match (fixture, queries[i]);
      winerror_matcher_resize (fixture->matcher, n, 1);
      further = match (fixture, queries[i]);
      g_assert_cmpuint (all->len, >, 1);
      g_assert_cmpuint (further->len, ==, all->len);
      for (guint j = 0; j < all->len; j++)
        {
          const WinerrorCandidate *a = &g_array_index (all, WinerrorCandidate, j);
          const WinerrorCandidate *b = &g_array_index (further, WinerrorCandidate, j);

          g_assert_cmpuint (a->entry, ==, b->entry);
          g_assert_cmpfloat (a->score, ==, b->score);
          g_assert_cmpfloat (a->filled, ==, b->filled);
          g_assert_cmpuint (a->kind, ==, b->kind);
          g_assert_cmpint (a->all, ==, b->all);
        }
    }
}

/* How many entries have nothing but common words: more than are looked at for a query. */
#define N_MANY 20000

/* Of very many entries those are looked at that have the rarest words. They are found by the same
 * words as if all were looked at, also by words that nearly all entries have; and those that say
 * the same score the same, wherever they stand. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "walrus giraffe ibis", "ibis walrus", "ibis wal",
                                         "giraffe ibis walruss" };
  g_autofree TestEntry *list = g_new0 (TestEntry, N_MANY);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_MANY; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("ERROR_%u", i));
      list[i].symbol = names->pdata[i];
      list[i].description = i % 21 == 0  ? "Giraffe ibis walrus."
                            : i % 7 == 0 ? "Giraffe walrus."
                            : i % 3 == 0 ? "Ibis walrus."
                                         : "Walrus.";
    }
  open_catalog (fixture, list, N_MANY);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) all = NULL;
      g_autoptr (GArray) further = NULL;
      float scores[21] = { 0 }; /* the texts come again after so many entries */
      guint at = 0;

      winerror_matcher_resize (fixture->matcher, N_MANY, N_MANY);
      all = match (fixture, queries[i]);
      winerror_matcher_resize (fixture->matcher, N_MANY, 1);
      further = match (fixture, queries[i]);
      g_assert_cmpuint (further->len, <, all->len);
      g_assert_cmpuint (further->len, >, N_MANY / 6);
      for (guint j = 0; j < further->len; j++)
        {
          const WinerrorCandidate *b = &g_array_index (further, WinerrorCandidate, j);
          const WinerrorCandidate *a;

          while (g_array_index (all, WinerrorCandidate, at).entry != b->entry)
            at++;
          a = &g_array_index (all, WinerrorCandidate, at);
          g_assert_cmpuint (a->kind, ==, b->kind);
          g_assert_cmpint (a->all, ==, b->all);
          if (scores[b->entry % 21] > 0)
            g_assert_cmpfloat_with_epsilon (b->score, scores[b->entry % 21], EPSILON);
          scores[b->entry % 21] = b->score;
        }
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/matcher/qualities", test_qualities }, { "/matcher/filled", test_filled },
    { "/matcher/coverage", test_coverage },   { "/matcher/stops", test_stops },
    { "/matcher/phrase", test_phrase },       { "/matcher/typing-errors", test_typing_errors },
    { "/matcher/compounds", test_compounds }, { "/matcher/words", test_words },
    { "/matcher/again", test_again },         { "/matcher/resize", test_resize },
    { "/matcher/further", test_further },     { "/matcher/many", test_many },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, tests[i].run == test_many ? NULL : set_up,
                tests[i].run, tear_down);
  return g_test_run ();
}
