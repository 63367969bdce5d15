// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The results as a list view sees them: what comes and goes, and what stays and shows another
 * entry. */

#include "winerror-results.h"
#include "winerror-search.h"
#include "winerror-test-utils.h"

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorLanguage *language;
  WinerrorSearch *search;
  WinerrorResults *results;
  GString *changes; /* every items-changed since the last look, as "position-removed+added " */
  guint notified;   /* how often a result said that it shows another entry */
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Fixture *fixture = data;

  g_string_append_printf (fixture->changes, "%u-%u+%u ", position, removed, added);
}

static void
notify_entry_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpstr (pspec->name, ==, "entry");
  fixture->notified++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = winerror_test_load_catalog ();
  fixture->language = winerror_language_new_source ();
  fixture->search = winerror_search_new (fixture->catalog, fixture->language);
  fixture->results = winerror_results_new ();
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->results, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (fixture->changes->str, ==, "");
  g_assert_finalize_object (fixture->results);
  winerror_search_free (fixture->search);
  winerror_language_unref (fixture->language);
  g_object_unref (fixture->catalog);
  g_string_free (fixture->changes, TRUE);
}

static guint
ask (Fixture *fixture, const char *query)
{
  g_autoptr (WinerrorAnswer) answer = winerror_search_run (fixture->search, query);
  guint n = winerror_answer_get_n_hits (answer);

  winerror_results_set_answer (fixture->results, answer);
  g_assert_true (winerror_results_get_answer (fixture->results) == answer);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->results)), ==, n);
  return n;
}

/* What came or went must be the end of the list, and nothing else. */
static void
assert_changed (Fixture *fixture, guint before, guint after)
{
  guint both = MIN (before, after);
  g_autofree char *expected = before == after ? g_strdup ("")
                                              : g_strdup_printf ("%u-%u+%u ", both, before - both,
                                                                 after - both);

  g_assert_cmpstr (fixture->changes->str, ==, expected);
  g_string_truncate (fixture->changes, 0);
}

static WinerrorResult *
get (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->results), position);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "1326",   "password", "",
                                         "zzqqxx", "password", "password expired",
                                         "1400",   "1330",     "" };
  guint before = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      guint after = ask (fixture, queries[i]);

      g_test_message ("“%s”: %u", queries[i], after);
      assert_changed (fixture, before, after);
      before = after;
      for (guint position = 0; position < after; position++)
        {
          g_autoptr (WinerrorResult) result = get (fixture, position);

          g_assert_true (
              winerror_result_get_entry (result) ==
              winerror_answer_get_entry (winerror_results_get_answer (fixture->results), position));
          g_assert_cmpint ((int) winerror_result_get_rank (result), ==,
                           (int) winerror_answer_get_hit (
                               winerror_results_get_answer (fixture->results), position)
                               ->rank);
        }
    }
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  guint n = ask (fixture, "1326");
  g_autoptr (WinerrorResult) first = NULL;
  g_autoptr (WinerrorResult) again = NULL;
  g_autoptr (WinerrorEntry) entry = NULL;

  g_assert_cmpuint (n, >=, 1);
  assert_changed (fixture, 0, n);
  first = get (fixture, 0);
  again = get (fixture, 0);
  g_assert_true (first == again);
  g_assert_cmpuint (winerror_entry_get_code (winerror_result_get_entry (first)), ==, 1326);
  g_assert_cmpint ((int) winerror_result_get_rank (first), ==, (int) WINERROR_RANK_CODE);
  g_signal_connect (first, "notify", G_CALLBACK (notify_entry_cb), fixture);

  /* another entry at the same place: the same object, told once */
  assert_changed (fixture, n, n);
  g_assert_cmpuint (fixture->notified, ==, 0);
  {
    guint m = ask (fixture, "1330");

    assert_changed (fixture, n, m);
    n = m;
  }
  g_assert_cmpuint (fixture->notified, ==, 1);
  g_object_get (first, "entry", &entry, NULL);
  g_assert_cmpuint (winerror_entry_get_code (entry), ==, 1330);
  g_clear_object (&again);
  again = get (fixture, 0);
  g_assert_true (first == again);

  /* the same entry: its ranges may be others */
  assert_changed (fixture, n, ask (fixture, "ERROR_PASSWORD_EXPIRED"));
  n = g_list_model_get_n_items (G_LIST_MODEL (fixture->results));
  g_assert_cmpuint (fixture->notified, ==, 2);

  /* gone: it stays what it was, and is not told any more */
  assert_changed (fixture, n, ask (fixture, "zzqqxx"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->results)), ==, 0);
  g_assert_cmpuint (fixture->notified, ==, 2);
  g_assert_cmpuint (winerror_entry_get_code (winerror_result_get_entry (first)), ==, 1330);

  /* and what comes in its place is another object */
  n = ask (fixture, "1326");
  assert_changed (fixture, 0, n);
  g_clear_object (&again);
  again = get (fixture, 0);
  g_assert_true (first != again);
  g_assert_cmpuint (fixture->notified, ==, 2);
}

static void
test_range (Fixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->results);
  guint n;

  g_assert_true (g_list_model_get_item_type (model) == WINERROR_TYPE_RESULT);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_assert_null (winerror_results_get_answer (fixture->results));
  g_assert_null (g_list_model_get_item (model, 0));

  n = ask (fixture, "password");
  assert_changed (fixture, 0, n);
  g_assert_null (g_list_model_get_item (model, n));
  g_assert_null (g_list_model_get_item (model, G_MAXUINT));
}

static void
test_empty_result (void)
{
  WinerrorResult *result = winerror_result_new ();
  g_autoptr (GArray) ranges = winerror_result_find_ranges (result, "text");

  g_assert_null (winerror_result_get_entry (result));
  g_assert_null (winerror_result_get_language (result));
  g_assert_cmpint ((int) winerror_result_get_rank (result), ==, (int) WINERROR_RANK_ALL);
  g_assert_cmpuint (ranges->len, ==, 0);
  g_assert_finalize_object (result);
}

static void
test_ranges (Fixture *fixture, gconstpointer data)
{
  guint n = ask (fixture, "password expired");
  g_autoptr (WinerrorResult) result = get (fixture, 0);
  g_autoptr (GArray) ranges = NULL;

  assert_changed (fixture, 0, n);
  g_assert_cmpuint (winerror_entry_get_code (winerror_result_get_entry (result)), ==, 1330);
  ranges = winerror_result_find_ranges (result, "The password for this account has expired.");
  g_assert_cmpuint (ranges->len, >=, 2);
  g_assert_cmpuint (g_array_index (ranges, WinerrorRange, 0).start, ==, 4);
  g_assert_cmpuint (g_array_index (ranges, WinerrorRange, 0).length, ==, 8);
  g_assert_cmpuint (g_array_index (ranges, WinerrorRange, ranges->len - 1).start, ==, 34);
  g_assert_cmpuint (g_array_index (ranges, WinerrorRange, ranges->len - 1).length, ==, 7);
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/results/changes", test_changes);
  ADD ("/results/identity", test_identity);
  ADD ("/results/range", test_range);
  ADD ("/results/ranges", test_ranges);
#undef ADD
  g_test_add_func ("/results/empty-result", test_empty_result);

  return g_test_run ();
}
