// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-index.h"

#include <string.h>

static const char table[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<error-table id=\"test\" first=\"0\" last=\"99\">\n"
    "<title>Test</title><header>test.h</header>\n"
    "<minimum-client>any</minimum-client><minimum-server>any</minimum-server>\n"
    "<source url=\"https://example.org/\" date=\"2024-01-01\"/>\n"
    "<license id=\"MIT\" url=\"https://example.org/\" holder=\"Nobody\"/>\n"
    "<entry code=\"1\" symbol=\"ERROR_LOCK\"><description>Locked locks, "
    "пароль.</description></entry>\n"
    "<entry code=\"2\" symbol=\"ERROR_KEY\"><description>Padlock 密码 "
    "пороль.</description></entry>\n"
    "</error-table>\n";

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorIndex *index;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GError) error = NULL;

  fixture->catalog = winerror_catalog_new ();
  winerror_catalog_add_table (fixture->catalog, bytes, "test", &error);
  g_assert_no_error (error);
  fixture->index = winerror_index_new (fixture->catalog, language);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_index_free (fixture->index);
  g_assert_finalize_object (fixture->catalog);
}

/* The words of numbers, separated by blanks, and no numbers. */
static char *
take_words (WinerrorIndex *index, GArray *words)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      gsize length;
      const char *text = winerror_index_get_word (index, g_array_index (words, guint, i), &length);

      if (i > 0)
        g_string_append_c (out, ' ');
      g_string_append_len (out, text, (gssize) length);
    }
  g_array_set_size (words, 0);
  return g_string_free (out, FALSE);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *all = NULL;
  guint word;

  for (guint i = 0; i < winerror_index_get_n_words (fixture->index); i++)
    g_array_append_val (words, i);
  all = take_words (fixture->index, words);
  g_assert_cmpstr (all, ==, "error key lock locked locks padlock пароль пороль 密码");
  g_assert_true (winerror_index_find_word (fixture->index, "lock", &word));
  g_assert_cmpuint (word, ==, 2);
  g_assert_false (winerror_index_find_word (fixture->index, "loc", &word));
  g_assert_false (winerror_index_find_word (fixture->index, "", &word));
  g_assert_false (winerror_index_find_word (fixture->index, "zzz", &word));
}

static void
test_postings (Fixture *fixture, gconstpointer data)
{
  const WinerrorPosting *postings;
  guint word;
  guint n;

  g_assert_true (winerror_index_find_word (fixture->index, "error", &word));
  postings = winerror_index_get_postings (fixture->index, word, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (postings[0].entry, ==, 0);
  g_assert_cmpuint (postings[1].entry, ==, 1);
  /* the symbol stands apart from the description */
  g_assert_cmpuint (postings[0].position, >, 5);
  g_assert_true (winerror_index_find_word (fixture->index, "locks", &word));
  postings = winerror_index_get_postings (fixture->index, word, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (postings[0].position, ==, 1);
  g_assert_cmpfloat (winerror_index_get_document_weight (fixture->index, 0), >, 0);
}

static void
test_prefix (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint first;
    guint end;
  } cases[] = {
    { "lock", 2, 5 }, { "l", 2, 5 }, { "locks", 4, 5 }, { "locksmith", 5, 5 },
    { "a", 0, 0 },    { "", 0, 9 },  { "пар", 6, 7 },   { "密", 8, 9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint first;
      guint end;

      winerror_index_find_prefix (fixture->index, cases[i].text, &first, &end);
      g_assert_cmpuint (first, ==, cases[i].first);
      g_assert_cmpuint (end, ==, cases[i].end);
    }
}

static void
test_inside (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "lock", "padlock" }, { "ck", "lock locked locks padlock" },
    { "码", "密码" },      { "оль", "пароль пороль" },
    { "padlock", "" },     { "zz", "" },
  };
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      winerror_index_find_inside (fixture->index, cases[i][0], words);
      found = take_words (fixture->index, words);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "lock", "lock locked locks" },
    { "locking", "lock locked locks" },
    { "padlocks", "padlock" },
    { "zebra", "" },
  };
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      winerror_index_find_forms (fixture->index, cases[i][0], words);
      found = take_words (fixture->index, words);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

/* Characters count, not bytes: a Cyrillic letter has two, a Chinese one three. */
static void
test_similar (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint distance;
    const char *found;
  } cases[] = {
    { "padlock", 1, "padlock" },
    { "padlok", 1, "padlock" },
    { "pdalock", 1, "padlock" },
    { "padloock", 1, "padlock" },
    { "paddlok", 1, "" },
    { "paddlok", 2, "padlock" },
    { "пароль", 1, "пароль пороль" },
    { "пполь", 1, "" },
    { "парол", 1, "пароль" },
    { "密钥", 1, "" },
    { "密码密码", 2, "" },
    { "", 1, "" },
  };
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *wide = g_strnfill (1000, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      winerror_index_find_similar (fixture->index, cases[i].text, cases[i].distance, words);
      found = take_words (fixture->index, words);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
  winerror_index_find_similar (fixture->index, wide, 2, words);
  g_assert_cmpuint (words->len, ==, 0);
}

/* What a language does not translate is left to English. */
static void
test_untranslated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorLanguage) german = winerror_language_new_shipped ("de", &error);
  g_autoptr (WinerrorIndex) index = NULL;

  g_assert_no_error (error);
  index = winerror_index_new (fixture->catalog, german);
  g_assert_cmpuint (winerror_index_get_n_words (index), ==, 0);
  g_assert_cmpfloat (winerror_index_get_document_weight (index, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/index/words", test_words },
    { "/index/postings", test_postings },
    { "/index/prefix", test_prefix },
    { "/index/inside", test_inside },
    { "/index/forms", test_forms },
    { "/index/similar", test_similar },
    { "/index/untranslated", test_untranslated },
  };

  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
