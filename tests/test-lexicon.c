// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-lexicon.h"

#include "winerror-language.h"

#include <stdlib.h>
#include <string.h>

static const char sample[] = "# a comment, with a comma\n"
                             "stop: the is a\n"
                             "prefixes: al w\n"
                             "suffixes: s ed ing\n"
                             "family ras: VPN l2tp\n"
                             "family none: nothing, at all\n"
                             "log on, sign in, login\n"
                             "lock, block, the gate is closed\n"
                             "ajar, ( the door is open )\n"
                             "broken \xFF, line\n"
                             "no set\n";

/* The stems of a word, separated by blanks. */
static char *
list_stems (WinerrorLexicon *lexicon, const char *word)
{
  WinerrorStem stems[WINERROR_LEXICON_MAX_STEMS];
  guint n = winerror_lexicon_get_stems (lexicon, word, strlen (word), stems);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      g_string_append_len (out, word + stems[i].start, (gssize) stems[i].length);
    }
  return g_string_free (out, FALSE);
}

static void
test_stems (void)
{
  g_autoptr (WinerrorLexicon) lexicon = winerror_lexicon_new (sample, -1);
  static const struct
  {
    const char *word;
    const char *stems;
  } cases[] = {
    { "lock", "lock" },
    { "locks", "locks lock" },
    { "locked", "locked lock" },
    { "as", "as" },
    { "lets", "lets" },
    { "posing", "posing pos" },
    { "allocks", "allocks allock locks lock" },
    { "wlock", "wlock lock" },
    { "wloc", "wloc loc" },
    { "alox", "alox" },
    { "w", "w" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stems = list_stems (lexicon, cases[i].word);

      g_assert_cmpstr (stems, ==, cases[i].stems);
    }
}

/* How many synonym sets have a term of just these words; -1 where no term begins so. */
static int
count_synonym_sets (WinerrorLexicon *lexicon, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  g_autoptr (GString) key = g_string_new (NULL);
  GPtrArray *sets;

  for (gsize i = 0; parts[i] != NULL; i++)
    winerror_lexicon_append_key (lexicon, key, parts[i]);
  return winerror_lexicon_find_synonym_sets (lexicon, key->str, &sets) ? (int) sets->len : -1;
}

static void
test_synonym_sets (void)
{
  g_autoptr (WinerrorLexicon) lexicon = winerror_lexicon_new (sample, -1);
  static const struct
  {
    const char *words;
    int n;
  } cases[] = {
    { "log on", 1 },     { "log", 0 },
    { "login", 1 },      { "logins", 1 },
    { "locking", 1 },    { "the gate is closed", 1 },
    { "the", 0 },        { "gate closed", 1 },
    { "gate is", -1 },   { "the door is open", 1 },
    { "door open", -1 }, { "ajar", 1 },
    { "comment", -1 },   { "no set", -1 },
    { "unknown", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (count_synonym_sets (lexicon, cases[i].words), ==, cases[i].n);
    }
  g_assert_true (winerror_lexicon_is_stop (lexicon, "the"));
  g_assert_false (winerror_lexicon_is_stop (lexicon, "gate"));
}

static void
test_odd (void)
{
  static const char *const texts[] = { "",   ",",     ",,,",
                                       "a,", "stop:", "suffixes:\nstop",
                                       ":",  "\n\n",  "stop: x, y\nx, y" };
  g_autofree char *wide = g_strnfill (100000, 'a');
  g_autoptr (GString) many = g_string_new ("a");
  g_autoptr (WinerrorLexicon) one = NULL;
  g_autoptr (WinerrorLexicon) two = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WinerrorLexicon) lexicon = winerror_lexicon_new (texts[i], -1);

      g_assert_cmpint (count_synonym_sets (lexicon, "zebra"), ==, -1);
    }
  one = winerror_lexicon_new (wide, -1);
  g_assert_cmpint (count_synonym_sets (one, "a"), ==, -1);
  for (guint i = 0; i < 100; i++)
    g_string_append (many, " b");
  g_string_append (many, ", c");
  two = winerror_lexicon_new (many->str, -1);
  g_assert_cmpint (count_synonym_sets (two, "c"), ==, 1);
}

/* Terms in round brackets are in their synonym set for queries only. */
static void
test_query_only (void)
{
  g_autoptr (WinerrorLexicon) lexicon = winerror_lexicon_new (sample, -1);
  GPtrArray *sets;
  GPtrArray *set;

  g_assert_true (winerror_lexicon_find_synonym_sets (lexicon, "ajar", &sets));
  g_assert_cmpuint (sets->len, ==, 1);
  set = g_ptr_array_index (sets, 0);
  g_assert_cmpuint (set->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const WinerrorPhrase *phrase = g_ptr_array_index (set, i);

      g_assert_cmpint (phrase->query_only, ==, phrase->n_words == 4);
    }
}

/* Each file has stop words and synonym sets, and no term stands for itself alone. */
static void
test_built_in (void)
{
  const char *const *languages = winerror_language_list_shipped ();

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (WinerrorLexicon) lexicon = winerror_lexicon_new_built_in (languages[i]);

      g_test_message ("%s", languages[i]);
      g_assert_cmpint (count_synonym_sets (lexicon, "zzyzzx"), ==, -1);
    }
  {
    g_autoptr (WinerrorLexicon) english = winerror_lexicon_new_built_in ("en");
    g_autoptr (WinerrorLexicon) arabic = winerror_lexicon_new_built_in ("ar");
    g_autofree char *stems = list_stems (arabic, "المجال");

    g_assert_true (winerror_lexicon_is_stop (english, "the"));
    g_assert_false (winerror_lexicon_is_stop (english, "password"));
    g_assert_cmpint (count_synonym_sets (english, "passwords"), >, 0);
    g_assert_nonnull (strstr (stems, " مجال"));
  }
  {
    g_autoptr (WinerrorLexicon) none = winerror_lexicon_new_built_in ("xx");

    g_assert_false (winerror_lexicon_is_stop (none, "the"));
  }
}

/* Sets are read when a word of theirs is met: in its folded form, wherever it stands in the line.
 */
static void
test_unread (void)
{
  static const struct
  {
    const char *key;
    guint n_sets;
  } cases[] = {
    { "cant", 1 }, { "cannot", 1 }, { "log", 1 },           { "zebra", 0 }, { "nnot", 0 },
    { "cant", 1 }, { "o'er", 0 },   { "l utilisateur", 1 }, { "ox", 2 },    { "", 0 },
    { "p", 0 },    { "print", 2 },  { "pri", 0 },           { "pin", 1 },   { "act", 1 },
  };
  g_autoptr (WinerrorLexicon) lexicon = winerror_lexicon_new ("stop: the\n"
                                                              "suffixes: s ing ing(s) int ion\n"
                                                              "(printing), paper\n"
                                                              "print's, pins, pin, action\n"
                                                              "can't, Cannot, (OX)\n"
                                                              "l'utilisateur, log\n"
                                                              "naïve, ox\n",
                                                              -1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GPtrArray *sets;
      gboolean found = winerror_lexicon_find_synonym_sets (lexicon, cases[i].key, &sets);

      g_test_message ("%s", cases[i].key);
      g_assert_cmpuint (found ? sets->len : 0, ==, cases[i].n_sets);
    }
}

static void
test_families (void)
{
  g_autoptr (WinerrorLexicon) lexicon = winerror_lexicon_new (sample, -1);
  WinerrorFamily family = WINERROR_FAMILY_WIN32;
  GPtrArray *sets;

  g_assert_true (winerror_lexicon_names_family (lexicon, "vpn", &family));
  g_assert_cmpint (family, ==, WINERROR_FAMILY_RAS);
  g_assert_true (winerror_lexicon_names_family (lexicon, "l2tp", &family));
  g_assert_false (winerror_lexicon_names_family (lexicon, "ras", &family));
  g_assert_false (winerror_lexicon_names_family (lexicon, "nothing", &family));
  g_assert_false (winerror_lexicon_find_synonym_sets (lexicon, "nothing", &sets));
}

static void
check_valid (const char *language)
{
  g_autofree char *name = g_strconcat (language, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "search", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_test_message ("%s", name);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate_len (contents, length, NULL));
}

/* Those that are built in are read as they are. */
static void
test_valid (void)
{
  const char *const *languages = winerror_language_list_shipped ();

  check_valid ("en");
  for (gsize i = 0; languages[i] != NULL; i++)
    check_valid (languages[i]);
}

static gpointer
read_on (gpointer begun)
{
  for (;;)
    {
      winerror_lexicon_unref (winerror_lexicon_new_built_in ("de"));
      g_atomic_int_set ((int *) begun, TRUE);
    }
  return NULL;
}

/* A program may end while a thread still reads: what is built in stays to the end. */
static void
test_end (void)
{
  static int begun[4];

  if (g_test_subprocess ())
    {
      for (gsize i = 0; i < G_N_ELEMENTS (begun); i++)
        g_thread_unref (g_thread_new ("reader", read_on, &begun[i]));
      for (gsize i = 0; i < G_N_ELEMENTS (begun); i++)
        while (!g_atomic_int_get (&begun[i]))
          g_thread_yield ();
      exit (0);
    }
  for (guint i = 0; i < 20; i++)
    {
      g_test_trap_subprocess (NULL, 0, (GTestSubprocessFlags) 0);
      g_test_trap_assert_passed ();
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/stems", test_stems);
  g_test_add_func ("/lexicon/synonym-sets", test_synonym_sets);
  g_test_add_func ("/lexicon/query-only", test_query_only);
  g_test_add_func ("/lexicon/odd", test_odd);
  g_test_add_func ("/lexicon/built-in", test_built_in);
  g_test_add_func ("/lexicon/unread", test_unread);
  g_test_add_func ("/lexicon/families", test_families);
  g_test_add_func ("/lexicon/valid", test_valid);
  g_test_add_func ("/lexicon/end", test_end);
  return g_test_run ();
}
