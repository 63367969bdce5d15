// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-symbols.h"

#include "winerror-answer-private.h"

#include "small-catalog.h"

static const TestEntry entries[] = {
  { "ERROR_PASSWORD_EXPIRED", "Zero." }, { "ERROR_PASSWORD", "One." }, { "WAIT_TIMEOUT", "Two." },
  { "ERROR_PASSWORDS", "Three." },       { "PASSWORD_MADE", "Four." }, { "ERROR_TIMEOUT", "Five." },
};

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorQuerySymbols *symbols;
  GPtrArray *languages;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = test_small_catalog_new (entries, G_N_ELEMENTS (entries));
  fixture->symbols = winerror_query_symbols_new (fixture->catalog);
  fixture->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_language_unref);
  g_ptr_array_add (fixture->languages, winerror_language_new_source ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_query_symbols_free (fixture->symbols);
  g_ptr_array_unref (fixture->languages);
  g_assert_finalize_object (fixture->catalog);
}

/* The positions that were found, whole symbols with an exclamation mark. */
static char *
search (Fixture *fixture, const char *query, gboolean *whole)
{
  g_auto (GStrv) words = g_strsplit (query, " ", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (WinerrorAnswer)
      answer = winerror_answer_new (fixture->catalog, fixture->languages, query);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (list, words[i]);
  *whole = winerror_query_symbols_search (fixture->symbols, list, answer);
  for (guint i = 0; i < answer->hits->len; i++)
    {
      const WinerrorHit *hit = &g_array_index (answer->hits, WinerrorHit, i);

      g_assert_true (hit->rank == WINERROR_RANK_SYMBOL || hit->rank == WINERROR_RANK_SYMBOL_PREFIX);
      g_string_append_printf (out, "%s%u%s", out->len > 0 ? " " : "", hit->position,
                              hit->rank == WINERROR_RANK_SYMBOL ? "!" : "");
    }
  return g_string_free (out, FALSE);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query; /* words as they are read from a query: folded, of a symbol one by one */
    const char *found; /* in order of symbol, without ERROR_ */
    gboolean whole;
  } cases[] = {
    { "error password", "1! 3 0", TRUE },
    { "password", "1! 3 0 4", TRUE },
    { "error password expired", "0!", TRUE },
    { "password expired", "0!", TRUE },
    { "password expire", "0", FALSE },
    { "pass", "1 3 0 4", FALSE },
    { "password made", "4!", TRUE },
    { "error password made", "", FALSE },
    { "timeout", "5!", TRUE },
    { "wait", "2", FALSE },
    { "wait timeout", "2!", TRUE },
    { "error", "1 3 0 5", FALSE },
    { "err", "", FALSE },
    { "expired", "", FALSE },
    { "zebra", "", FALSE },
    { "zzz", "", FALSE },
    { "пароль", "", FALSE },
    { "", "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean whole;
      g_autofree char *found = search (fixture, cases[i].query, &whole);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (found, ==, cases[i].found);
      g_assert_cmpint (whole, ==, cases[i].whole);
    }
}

/* To be prepared changes nothing but the time of the first query. */
static void
test_prepare (Fixture *fixture, gconstpointer data)
{
  gboolean whole;
  g_autofree char *found = NULL;

  winerror_query_symbols_prepare (fixture->symbols);
  winerror_query_symbols_prepare (fixture->symbols);
  found = search (fixture, "password", &whole);
  g_assert_cmpstr (found, ==, "1! 3 0 4");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/query-symbols/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/query-symbols/prepare", Fixture, NULL, set_up, test_prepare, tear_down);
  return g_test_run ();
}
