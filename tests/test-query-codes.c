// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-codes.h"

#include "winerror-answer-private.h"

typedef struct
{
  WinerrorCatalog *catalog;
  GPtrArray *languages;
  WinerrorQueryCodes *codes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = winerror_catalog_new_built_in (&error);
  g_assert_no_error (error);
  fixture->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_language_unref);
  g_ptr_array_add (fixture->languages, winerror_language_new_source ());
  fixture->codes = winerror_query_codes_new (fixture->catalog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_query_codes_free (fixture->codes);
  g_ptr_array_unref (fixture->languages);
  g_object_unref (fixture->catalog);
}

/* The keys of the first entries that were found. */
static char *
search (Fixture *fixture,
        const char *query,
        gboolean loose,
        guint max_entries,
        WinerrorCodesFound *found)
{
  g_autoptr (WinerrorAnswer)
      answer = winerror_answer_new (fixture->catalog, fixture->languages, query);
  GString *out = g_string_new (NULL);

  *found = winerror_query_codes_search (fixture->codes, query, loose, answer);
  winerror_answer_sort (answer, 1);
  for (guint i = 0; i < winerror_answer_get_n_hits (answer) && i < max_entries; i++)
    {
      g_autofree char *key = winerror_entry_dup_key (winerror_answer_get_entry (answer, i));

      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", key);
    }
  return g_string_free (out, FALSE);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *entries; /* the first ones, as many as are named here */
    WinerrorCodesFound found;
  } cases[] = {
    /* a number alone, in several forms */
    { "1326", "win32:1326", WINERROR_CODES_ONLY },
    { "0x52e", "win32:1326", WINERROR_CODES_ONLY },
    { "-2147023570", "win32:1326", WINERROR_CODES_ONLY },
    { "ntstatus:0xC000006D", "ntstatus:0xC000006D", WINERROR_CODES_ONLY },
    /* no table holds it: it is there all the same */
    { "0x8777ABCD", "hresult:0x8777ABCD", WINERROR_CODES_ONLY },
    /* announced */
    { "it says error 1326 when i sign in", "win32:1326", WINERROR_CODES_ONLY },
    { "exit code -1", "ntstatus:0xFFFFFFFF", WINERROR_CODES_ONLY },
    { "stop code 0x0000007b", "stop:0x0000007B", WINERROR_CODES_ONLY },
    /* not announced, but of 32 bits */
    { "update fails with 80240024", "hresult:0x80240024", WINERROR_CODES_ONLY },
    /* a list */
    { "1327 1300", "win32:1327 installer:1327 win32:1300", WINERROR_CODES_ONLY },
    /* a number between words that a table holds may be one, and words count too */
    { "printer 1326", "win32:1326", WINERROR_CODES_SOME },
    /* none is a code: nothing announces these, and they name a product or are too short */
    { "server 1326 printer", "", WINERROR_CODES_NONE },
    { "windows 10 printer", "", WINERROR_CODES_NONE },
    { "no digits at all", "", WINERROR_CODES_NONE },
    { "", "", WINERROR_CODES_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorCodesFound found;
      g_auto (GStrv) wanted = g_strsplit (cases[i].entries, " ", -1);
      guint n = g_strv_length (wanted);
      g_autofree char *list = search (fixture, cases[i].query, TRUE, MAX (n, 1), &found);

      g_test_message ("“%s”: %s", cases[i].query, list);
      g_assert_cmpstr (list, ==, cases[i].entries);
      g_assert_cmpint (found, ==, cases[i].found);
    }
}

/* What nothing announces counts only where it is asked for. */
static void
test_loose (Fixture *fixture, gconstpointer data)
{
  static const char *const unannounced[] = { "printer 1326", "1326 1327 a", "exit then -1" };
  WinerrorCodesFound found;
  g_autofree char *announced = search (fixture, "error 1326 at the server", FALSE, 1, &found);

  g_assert_cmpstr (announced, ==, "win32:1326");
  g_assert_cmpint (found, ==, WINERROR_CODES_ONLY);
  for (gsize i = 0; i < G_N_ELEMENTS (unannounced); i++)
    {
      g_autofree char *list = search (fixture, unannounced[i], FALSE, 1, &found);

      g_test_message ("“%s”", unannounced[i]);
      g_assert_cmpstr (list, ==, "");
      g_assert_cmpint (found, ==, WINERROR_CODES_NONE);
    }
}

/* A number that is being typed finds what begins with it, the shorter before the longer. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  WinerrorCodesFound found;
  g_autofree char *first = search (fixture, "132", TRUE, 1, &found);
  g_autofree char *all = search (fixture, "132", TRUE, G_MAXUINT, &found);

  g_assert_cmpstr (first, ==, "win32:132");
  g_assert_nonnull (strstr (all, "win32:1326"));
  g_assert_null (strstr (all, "win32:1400"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/query-codes/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/query-codes/loose", Fixture, NULL, set_up, test_loose, tear_down);
  g_test_add ("/query-codes/typed", Fixture, NULL, set_up, test_typed, tear_down);
  return g_test_run ();
}
