// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What each language has, opened when it is asked for or read ahead by a thread. */

#include "winerror-indexes.h"
#include "winerror-test-utils.h"

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorIndexes *indexes;
  GPtrArray *languages;
  guint n_shipped;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorLanguage) language = winerror_test_load_language ("fr");

  fixture->catalog = winerror_test_load_catalog ();
  fixture->indexes = winerror_indexes_new (language);
  fixture->languages = winerror_indexes_get_languages (fixture->indexes);
  fixture->n_shipped = g_strv_length ((char **) winerror_language_list_shipped ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_indexes_free (fixture->indexes);
  g_assert_finalize_object (fixture->catalog);
}

/* A language has its own index, and no other's. */
static void
check_language (Fixture *fixture, guint at)
{
  g_autoptr (WinerrorIndex)
      wanted = winerror_index_new (fixture->catalog, fixture->languages->pdata[at]);
  WinerrorIndex *index = winerror_indexes_get (fixture->indexes, fixture->catalog, at);

  g_assert_cmpuint (winerror_index_get_n_words (index), ==, winerror_index_get_n_words (wanted));
  for (guint i = 0; i < winerror_index_get_n_words (index); i++)
    {
      gsize size;
      gsize wanted_size;
      const char *word = winerror_index_get_word (index, i, &size);
      const char *wanted_word = winerror_index_get_word (wanted, i, &wanted_size);

      g_assert_cmpmem (word, size, wanted_word, wanted_size);
    }
  g_assert_nonnull (winerror_indexes_get_sayings (fixture->indexes, fixture->catalog, at));
}

/* Begins to read the other languages, as far as no thread has to be waited for. */
static void
begin_others (Fixture *fixture)
{
  while (fixture->languages->len < fixture->n_shipped)
    if (!winerror_indexes_prepare (fixture->indexes, fixture->catalog, TRUE))
      g_thread_yield ();
  winerror_indexes_prepare (fixture->indexes, fixture->catalog, TRUE);
}

/* Only the user's languages are read as long as no others are wanted. */
static void
test_main (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (winerror_indexes_get_n_main (fixture->indexes), ==, 2);
  g_assert_true (winerror_indexes_prepare (fixture->indexes, fixture->catalog, FALSE));
  g_assert_true (winerror_indexes_prepare (fixture->indexes, fixture->catalog, FALSE));
  check_language (fixture, 1);
  g_assert_false (winerror_indexes_prepare (fixture->indexes, fixture->catalog, FALSE));
  g_assert_cmpuint (fixture->languages->len, ==, 2);
  check_language (fixture, 0);
}

static void
test_others (Fixture *fixture, gconstpointer data)
{
  begin_others (fixture);
  for (guint i = 0; i < fixture->n_shipped; i++)
    check_language (fixture, i);
  g_assert_false (winerror_indexes_prepare (fixture->indexes, fixture->catalog, TRUE));
  g_assert_cmpuint (fixture->languages->len, ==, fixture->n_shipped);
}

/* The last language is asked for before it has been read. */
static void
test_early (Fixture *fixture, gconstpointer data)
{
  begin_others (fixture);
  for (guint i = fixture->n_shipped; i-- > 0;)
    check_language (fixture, i);
}

/* Nothing is read ahead, but all is asked for. */
static void
test_unprepared (Fixture *fixture, gconstpointer data)
{
  winerror_indexes_add_others (fixture->indexes);
  winerror_indexes_add_others (fixture->indexes);
  g_assert_cmpuint (fixture->languages->len, ==, fixture->n_shipped);
  for (guint i = 0; i < fixture->n_shipped; i++)
    check_language (fixture, i);
}

/* Languages that are being read are given up. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  begin_others (fixture);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/indexes/main", test_main },   { "/indexes/others", test_others },
    { "/indexes/early", test_early }, { "/indexes/unprepared", test_unprepared },
    { "/indexes/left", test_left },
  };

  winerror_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
