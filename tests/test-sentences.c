// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-sentences.h"
#include "winerror-test-utils.h"

#include <string.h>

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorSentences *sentences;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = winerror_test_load_catalog ();
  fixture->sentences = winerror_sentences_new (fixture->catalog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_sentences_free (fixture->sentences);
  g_assert_finalize_object (fixture->catalog);
}

static void
add (Fixture *fixture, const char *text, guint32 code)
{
  guint position;

  g_assert_true (
      winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, code, &position));
  winerror_sentences_add (fixture->sentences, text, position);
}

static void
anchor_cb (const char *anchor, gpointer user_data)
{
  g_assert_cmpuint (strlen (anchor), >=, 4);
  g_assert_null (memchr (anchor, ' ', 4));
  g_hash_table_add (user_data, g_strndup (anchor, 4));
}

/* The longest sentence of a text, with its codes: "1326@The user name or password is incorrect.";
 * "" for none. */
static char *
find (Fixture *fixture, const char *text)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  gsize length = strlen (text);
  WinerrorSentenceMatch longest = { .length = 0 };
  WinerrorSentenceMatch match;

  winerror_sentences_prepare (fixture->sentences, anchor_cb, anchors);
  for (const char *p = text; p + 4 <= text + length; p++)
    {
      g_autofree char *bytes = g_strndup (p, 4);
      g_autofree char *small = g_ascii_strdown (bytes, -1);

      if (g_hash_table_contains (anchors, small) &&
          winerror_sentences_match (fixture->sentences, text, p, text + length, &match) &&
          match.length > longest.length)
        longest = match;
    }
  if (longest.length == 0)
    return g_strdup ("");
  for (guint i = 0; i < longest.n_positions; i++)
    g_string_append_printf (out, "%s%u", i > 0 ? "," : "",
                            winerror_entry_get_code (winerror_catalog_get_entry (
                                fixture->catalog, longest.positions[i])));
  g_string_append_printf (out, "@%.*s", (int) longest.length, longest.start);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct
{
  const char *text;
  const char *found;
} Case;

static void
check (Fixture *fixture, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *found = find (fixture, cases[i].text);

      g_test_message ("%.80s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_match (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "", "" },
    { "The user name or password is incorrect.", "1326@The user name or password is incorrect." },
    { "The user name or password is incorrect", "1326@The user name or password is incorrect" },
    { "x THE USER NAME OR PASSWORD IS INCORRECT. x",
      "1326@THE USER NAME OR PASSWORD IS INCORRECT." },
    { "The user\tname  or\u00A0password \u202F is\u3000incorrect.",
      "1326@The user\tname  or\u00A0password \u202F is\u3000incorrect." },
    { "The username or password is incorrect.", "" },
    { "The user name or password is incorrectx", "" },
    { "xThe user name or password is incorrect", "" },
    { "äThe user name or password is incorrect", "" },
    { "user name or password is incorrect", "" },
    { "The user name or password", "" },

    /* where a sentence ends */
    { "The user name or password is incorrect here", "" },
    { "The user name or password is incorrect, or", "" },
    { "The user name or password is incorrect (1326)",
      "1326@The user name or password is incorrect" },
    { "The user name or password is incorrect 1326",
      "1326@The user name or password is incorrect" },
    { "The user name or password is incorrect. Here",
      "1326@The user name or password is incorrect." },

    /* one of a few words begins where a sentence may begin */
    { "Class does not exist.", "1411@Class does not exist." },
    { "x: Class does not exist.", "1411@Class does not exist." },
    { "ERROR Class does not exist.", "1411@Class does not exist." },
    { "a Java class does not exist.", "" },
    { "la clé class does not exist.", "" },

    /* one of two words is not looked for */
    { "Invalid index.", "" },
  };

  check (fixture, cases, G_N_ELEMENTS (cases));
}

/* Each line of data/scan/former.txt. */
static void
test_former (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "The specified user already exists.", "1316@The specified user already exists." },
    { "The specified user does not exist.", "1317@The specified user does not exist." },
    { "Logon failure: unknown user name or bad password.",
      "1326@Logon failure: unknown user name or bad password." },
    { "Logon failure: user account restriction.", "1327@Logon failure: user account restriction." },
    { "Logon failure: account logon time restriction violation.",
      "1328@Logon failure: account logon time restriction violation." },
    { "Logon failure: user not allowed to log on to this computer.",
      "1329@Logon failure: user not allowed to log on to this computer." },
    { "Logon failure: the specified account password has expired.",
      "1330@Logon failure: the specified account password has expired." },
    { "Logon failure: account currently disabled.",
      "1331@Logon failure: account currently disabled." },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "../data/scan/former.txt", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lines = 0;

  check (fixture, cases, G_N_ELEMENTS (cases));

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    n_lines += lines[i][0] != '\0' && lines[i][0] != '#';
  g_assert_cmpuint (n_lines, ==, G_N_ELEMENTS (cases));
}

static void
test_added (Fixture *fixture, gconstpointer data)
{
  static const Case before[] = {
    { "Alpha beta gamma delta epsilon.", "" },
  };
  static const Case after[] = {
    { "Alpha beta gamma delta epsilon.", "1400@Alpha beta gamma delta epsilon." },
    /* the longest one */
    { "Alpha beta gamma delta epsilon zeta.", "1401@Alpha beta gamma delta epsilon zeta." },
    /* of two entries */
    { "One two three four five.", "1402,1403@One two three four five." },
    { "Six seven eight nine ten.", "1403,1402@Six seven eight nine ten." },
    /* long enough, and too short */
    { "错误：甲乙丙丁戊己庚辛。", "1403@甲乙丙丁戊己庚辛。" },
    { "错误：戊己庚。", "" },
    { "Omega psi.", "" },
    { "Omega psi chi.", "1404@Omega psi chi." },
  };

  check (fixture, before, G_N_ELEMENTS (before));
  add (fixture, "Alpha beta gamma delta epsilon.", 1400);
  add (fixture, "alpha beta  gamma delta epsilon zeta", 1401);
  add (fixture, "One two three four five.", 1402);
  add (fixture, "One two three four five.", 1403);
  add (fixture, "Six seven eight nine ten.", 1403);
  add (fixture, "Six seven eight nine ten.", 1402);
  add (fixture, "甲乙丙丁戊己庚辛。", 1403);
  add (fixture, "戊己庚。", 1403);
  add (fixture, "Omega psi.", 1404);
  add (fixture, "Omega psi chi.", 1404);
  check (fixture, after, G_N_ELEMENTS (after));
}

/* Each line of data/scan/phrases.txt, with words before and after it. */
static void
test_phrases (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "../data/scan/phrases.txt", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], ": ", 2);
      g_autofree char *text = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      text = g_strdup_printf ("x %s x.", columns[1]);
      expected = g_strdup_printf ("%s@%s", columns[0], columns[1]);
      found = find (fixture, text);
      g_assert_cmpstr (found, ==, expected);
      n++;
    }
  g_assert_cmpuint (n, >, 50);
}

/* One that is too long is not looked for; nor is one found that blanks make too long. */
static void
test_length (Fixture *fixture, gconstpointer data)
{
  g_autofree char *filling = g_strnfill (WINERROR_SENTENCE_MAX_LENGTH / 2 - 4, 'q');
  g_autofree char *blanks = g_strnfill (WINERROR_SENTENCE_MAX_LENGTH / 2 + 1, ' ');
  g_autofree char *longest = g_strconcat ("a b ", filling, NULL);
  g_autofree char *longer = g_strconcat ("a c ", filling, "q", NULL);
  g_autofree char *stretched_longest = g_strconcat ("a", blanks, "b ", filling, NULL);
  g_autofree char *stretched_longer = g_strconcat ("a", blanks, " b ", filling, NULL);
  g_autofree char *longest_found = g_strconcat ("1400@", longest, NULL);
  g_autofree char *stretched_found = g_strconcat ("1400@", stretched_longest, NULL);
  const Case cases[] = {
    { longest, longest_found },
    { longer, "" },
    { stretched_longest, stretched_found },
    { stretched_longer, "" },
  };

  add (fixture, longest, 1400);
  add (fixture, longer, 1401);
  check (fixture, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sentences/match", Fixture, NULL, set_up, test_match, tear_down);
  g_test_add ("/sentences/former", Fixture, NULL, set_up, test_former, tear_down);
  g_test_add ("/sentences/phrases", Fixture, NULL, set_up, test_phrases, tear_down);
  g_test_add ("/sentences/added", Fixture, NULL, set_up, test_added, tear_down);
  g_test_add ("/sentences/length", Fixture, NULL, set_up, test_length, tear_down);

  return g_test_run ();
}
