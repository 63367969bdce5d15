// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-symbols.h"

#include "winerror-answer-private.h"

#include "small-catalog.h"

#include <string.h>

static const TestEntry entries[] = {
  { "ERROR_PASSWORD_EXPIRED", "Zero." },
  { "ERROR_PASSWORD", "One." },
  { "WAIT_TIMEOUT", "Two." },
  { "ERROR_PASSWORDS", "Three." },
  { "PASSWORD_MADE", "Four." },
  { "ERROR_TIMEOUT", "Five." },
  { "ERROR_NO_SUCH_HOTKEY", "Six." },
  { "OTHER_SUCH_HOTKEY_X", "Seven." },
};

typedef struct
{
  WinerrorCatalog *catalog;
  GPtrArray *languages;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = test_small_catalog_new (entries, G_N_ELEMENTS (entries));
  fixture->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_language_unref);
  g_ptr_array_add (fixture->languages, winerror_language_new_source ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->languages);
  g_assert_finalize_object (fixture->catalog);
}

/* The positions that were found: symbols with an exclamation mark, their words with a question
 * mark. */
static char *
search (Fixture *fixture, const char *query, WinerrorSymbolsFound *found, char **note)
{
  g_auto (GStrv) words = g_strsplit_set (query, " _.:", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (WinerrorAnswer)
      answer = winerror_answer_new (fixture->catalog, fixture->languages, query);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_ptr_array_add (list, words[i]);
  *found = winerror_query_symbols_search (query, list, answer);
  for (guint i = 0; i < answer->hits->len; i++)
    {
      const WinerrorHit *hit = &g_array_index (answer->hits, WinerrorHit, i);

      g_assert_true (hit->rank == WINERROR_RANK_SYMBOL || hit->rank == WINERROR_RANK_SYMBOL_WORDS ||
                     hit->rank == WINERROR_RANK_SYMBOL_PREFIX);
      g_string_append_printf (out, "%s%u%s", out->len > 0 ? " " : "", hit->position,
                              hit->rank == WINERROR_RANK_SYMBOL         ? "!"
                              : hit->rank == WINERROR_RANK_SYMBOL_WORDS ? "?"
                                                                        : "");
    }
  *note = g_strdup (winerror_answer_get_note (answer));
  return g_string_free (out, FALSE);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *entries;
    WinerrorSymbolsFound found;
  } cases[] = {
    { "ERROR_PASSWORD", "1!", WINERROR_SYMBOLS_ONLY },
    { "error_password", "1!", WINERROR_SYMBOLS_ONLY },
    { "it says ERROR_PASSWORD, and winerror.ERROR_TIMEOUT", "1! 5!", WINERROR_SYMBOLS_ONLY },
    { "windows::ERROR_PASSWORD", "1!", WINERROR_SYMBOLS_ONLY },
    { "ERROR_PASSWORD_EXPIRED", "0!", WINERROR_SYMBOLS_ONLY },
    { "PASSWORD_MADE", "4!", WINERROR_SYMBOLS_ONLY },
    /* without what it begins with, on its way, and a part of one */
    { "PASSWORD_EXPIRED", "0!", WINERROR_SYMBOLS_ONLY },
    { "ERROR_PASSWORD_EX", "0", WINERROR_SYMBOLS_ONLY },
    { "ERROR_PASS", "1 0 3", WINERROR_SYMBOLS_ONLY },
    { "SUCH_HOTKEY", "6 7", WINERROR_SYMBOLS_ONLY },
    { "UCH_HOTKEY", "", WINERROR_SYMBOLS_UNKNOWN },
    /* none: other words do not count, and where it is a namespace or a function, they do */
    { "ERROR_PASSWORDX expired", "", WINERROR_SYMBOLS_UNKNOWN },
    { "ERROR_ZEBRA", "", WINERROR_SYMBOLS_UNKNOWN },
    { "winerror.ERROR_ZEBRA", "", WINERROR_SYMBOLS_UNKNOWN },
    { "NT_STATUS_ZEBRA", "", WINERROR_SYMBOLS_UNKNOWN },
    { "E_ZEBRA", "", WINERROR_SYMBOLS_UNKNOWN },
    { "WM_ZEBRA is sent", "", WINERROR_SYMBOLS_NONE },
    /* with blanks for underscores */
    { "password", "1?", WINERROR_SYMBOLS_SOME },
    { "password expired", "0?", WINERROR_SYMBOLS_SOME },
    { "timeout", "5?", WINERROR_SYMBOLS_SOME },
    { "wait timeout", "2?", WINERROR_SYMBOLS_SOME },
    { "password expire", "", WINERROR_SYMBOLS_NONE },
    { "expired", "", WINERROR_SYMBOLS_NONE },
    { "пароль", "", WINERROR_SYMBOLS_NONE },
    { "", "", WINERROR_SYMBOLS_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorSymbolsFound found;
      g_autofree char *note = NULL;
      g_autofree char *list = search (fixture, cases[i].query, &found, &note);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (list, ==, cases[i].entries);
      g_assert_cmpint (found, ==, cases[i].found);
      g_assert_cmpint (note != NULL, ==, found == WINERROR_SYMBOLS_UNKNOWN);
    }
}

/* Of a symbol that there is not, those are named that are spelt alike, then those that have most of
 * its words. */
static void
test_nearest (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *nearest;
  } cases[] = {
    { "ERROR_PASWORD", "ERROR_PASSWORD, ERROR_PASSWORDS" },
    { "error_pasword_expird", "ERROR_PASSWORD_EXPIRED" },
    { "ERROR_NO_SUCH_THING", "ERROR_NO_SUCH_HOTKEY" },
    { "ERROR_A_SUCH_HOTKEY", "ERROR_NO_SUCH_HOTKEY" },
    { "ERROR_ZEBRA", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorSymbolsFound found;
      g_autofree char *note = NULL;
      g_autofree char *list = search (fixture, cases[i].query, &found, &note);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (list, ==, "");
      g_assert_cmpint (found, ==, WINERROR_SYMBOLS_UNKNOWN);
      if (cases[i].nearest != NULL)
        g_assert_nonnull (strstr (note, cases[i].nearest));
      else
        g_assert_null (strstr (note, "Nearest"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/query-symbols/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/query-symbols/nearest", Fixture, NULL, set_up, test_nearest, tear_down);
  return g_test_run ();
}
