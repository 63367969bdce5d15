// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-search.h"

#include "small-catalog.h"
#include "winerror-test-utils.h"

#include <string.h>

/* The table of record: most of these tests are about its entries. The others take all tables. */
#define RECORD "../data/tables/system-1300.xml"

/* By how much scores may differ that count as one. */
#define SCORE_STEP (1.0f / 65535)

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorSearch *english;
  WinerrorSearch *german;
} Fixture;

static WinerrorSearch *
open_search (WinerrorCatalog *catalog, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorLanguage) language = winerror_language_new_shipped (id, &error);

  g_assert_no_error (error);
  return winerror_search_new (catalog, language);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *path = data;

  if (path != NULL)
    {
      g_autofree char *file = g_test_build_filename (G_TEST_DIST, path, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gsize size;

      g_file_get_contents (file, &text, &size, &error);
      g_assert_no_error (error);
      bytes = g_bytes_new_take (g_steal_pointer (&text), size);
      fixture->catalog = winerror_catalog_new ();
      winerror_catalog_add_table (fixture->catalog, bytes, path, &error);
    }
  else
    fixture->catalog = winerror_catalog_new_built_in (&error);
  g_assert_no_error (error);
  fixture->english = open_search (fixture->catalog, "en");
  fixture->german = open_search (fixture->catalog, "de");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_search_free (fixture->english);
  winerror_search_free (fixture->german);
  g_assert_finalize_object (fixture->catalog);
}

/* Entries that have words of the query compete by their scores. */
static guint
get_group (guint rank)
{
  return rank >= WINERROR_RANK_SYMBOL_WORDS && rank <= WINERROR_RANK_PARTIAL
             ? WINERROR_RANK_SYMBOL_WORDS
             : rank;
}

/* Each hit is an entry of its own, and the order of ranks and codes holds. */
static void
check_answer (Fixture *fixture, WinerrorAnswer *answer)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < winerror_answer_get_n_hits (answer); i++)
    {
      const WinerrorHit *hit = winerror_answer_get_hit (answer, i);

      g_assert_cmpuint (hit->position, <, winerror_catalog_get_n_entries (fixture->catalog));
      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (hit->position)));
      g_assert_cmpfloat (hit->score, >=, 0);
      g_assert_cmpfloat (hit->score, <=, 1);
      if (i > 0)
        {
          const WinerrorHit *before = winerror_answer_get_hit (answer, i - 1);

          g_assert_cmpuint (get_group (before->rank), <=, get_group (hit->rank));
          if (before->language == 0 && hit->language == 0 &&
              get_group (before->rank) == get_group (hit->rank))
            g_assert_cmpfloat (before->score, >=, hit->score - SCORE_STEP);
          if (before->rank == hit->rank && before->score == hit->score &&
              hit->rank != WINERROR_RANK_PINNED && hit->rank != WINERROR_RANK_RECENT &&
              before->language == hit->language)
            g_assert_cmpuint (before->position, <, hit->position);
        }
    }
}

static WinerrorAnswer *
run (Fixture *fixture, WinerrorSearch *search, const char *query)
{
  WinerrorAnswer *answer = winerror_search_run (search, query);

  check_answer (fixture, answer);
  return answer;
}

static guint
code_at (WinerrorAnswer *answer, guint i)
{
  return i < winerror_answer_get_n_hits (answer)
             ? winerror_entry_get_code (winerror_answer_get_entry (answer, i))
             : 0;
}

static int
rank_at (WinerrorAnswer *answer, guint i)
{
  return i < winerror_answer_get_n_hits (answer) ? (int) winerror_answer_get_hit (answer, i)->rank
                                                 : -1;
}

static guint
place_of (WinerrorAnswer *answer, guint code)
{
  for (guint i = 0; i < winerror_answer_get_n_hits (answer); i++)
    if (code_at (answer, i) == code)
      return i + 1;
  return 0;
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "1326",
    "0x52E",
    "0x52e",
    "0X52E",
    "52E",
    "52Eh",
    "0x0000052E",
    "0x8007052E",
    "8007052E",
    "8007052e",
    "-2147023570",
    "2147943726",
    "0xC007052E",
    "-1073281746",
    "1,326",
    " 1326 ",
    "001326",
    "\"1326\"",
    "'0x52e'",
    "(1326)",
    "[1326]",
    "#1326",
    "1326.",
    "ERROR_LOGON_FAILURE",
    "error_logon_failure",
    "LOGON_FAILURE",
    "logon failure",
    "System error 1326 has occurred.",
    "[WinError 1326]",
    "hr=0x8007052e",
    "80090308: LdapErr: DSID-0C090334, comment: AcceptSecurityContext error, data 52e, vece",
    "0xC000006D",
    /* read out, misread, put down in groups, parted by something else than a blank */
    "1 3 2 6",
    "13 26",
    "13-26",
    "0x 52E",
    "80 07 05 2E",
    "0xC000 006D",
    "- 2147023570",
    "\u20132147023570",
    "-2,147,023,570",
    "-2 147 023 570",
    "minus 2147023570",
    "2147023570",
    "l326",
    "0x8OO7O52E",
    "Ox52E",
    "x8007052e",
    "hex 52E",
    "ERROR_1326",
    "1326/1603",
    "HRESULT_FROM_WIN32(1326)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, queries[i]);

      g_test_message ("%s", queries[i]);
      /* an NTSTATUS value, and then what it becomes; the HRESULT that the line begins with */
      if (code_at (answer, 0) == 0xC000006D || code_at (answer, 0) == 0x80090308)
        g_assert_cmpuint (code_at (answer, 1), ==, 1326);
      else
        g_assert_cmpuint (code_at (answer, 0), ==, 1326);
    }
}

static void
test_ranks (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    guint code;
    WinerrorRank rank;
  } cases[] = {
    { "1400", 1400, WINERROR_RANK_CODE },
    { "ERROR_PASSWORD_EXPIRED", 1330, WINERROR_RANK_SYMBOL },
    { "ERROR_PASSWORD_EXP", 1330, WINERROR_RANK_SYMBOL_PREFIX },
    { "132", 1320, WINERROR_RANK_CODE_PREFIX },
    { "0x52", 1312, WINERROR_RANK_CODE_PREFIX },
    { "The user name or password is incorrect.", 1326, WINERROR_RANK_SENTENCE },
    { "incorrect password", 1323, WINERROR_RANK_WORDS },
    { "compartm", 1468, WINERROR_RANK_PREFIXES },
    { "ompartment", 1468, WINERROR_RANK_INSIDE },
    { "clipbaord", 1418, WINERROR_RANK_SIMILAR },
    { "clipboard elephant giraffe", 1418, WINERROR_RANK_PARTIAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, cases[i].query);
      guint place = place_of (answer, cases[i].code);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (place, >, 0);
      g_assert_cmpint (rank_at (answer, place - 1), ==, (int) cases[i].rank);
      g_assert_cmpint (winerror_answer_is_complete (answer), ==,
                       cases[i].rank < WINERROR_RANK_PARTIAL);
    }
}

/* A number that reads as decimal and as hexadecimal: the other reading comes second. */
static void
test_readings (Fixture *fixture, gconstpointer data)
{
  static const char table[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<error-table id=\"hex\" first=\"0\" last=\"65535\">\n"
      "<title>Hex</title><header>test.h</header>\n"
      "<minimum-client>any</minimum-client><minimum-server>any</minimum-server>\n"
      "<source url=\"https://example.org/\" date=\"2024-01-01\"/>\n"
      "<license id=\"MIT\" url=\"https://example.org/\" holder=\"Nobody\"/>\n"
      "<entry code=\"5120\" symbol=\"ERROR_OTHER\"><description>Other.</description></entry>\n"
      "</error-table>\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (WinerrorSearch) search = NULL;
  g_autoptr (WinerrorAnswer) plain = NULL;
  g_autoptr (WinerrorAnswer) hex = NULL;
  g_autoptr (GError) error = NULL;

  winerror_catalog_add_table (fixture->catalog, bytes, "hex", &error);
  g_assert_no_error (error);
  search = open_search (fixture->catalog, "en");
  plain = winerror_search_run (search, "1400");
  g_assert_cmpuint (code_at (plain, 0), ==, 1400);
  g_assert_cmpint (rank_at (plain, 0), ==, WINERROR_RANK_CODE);
  g_assert_cmpuint (code_at (plain, 1), ==, 5120);
  g_assert_cmpint (rank_at (plain, 1), ==, WINERROR_RANK_CODE_ALTERNATIVE);
  hex = winerror_search_run (search, "0x1400");
  g_assert_cmpuint (code_at (hex, 0), ==, 5120);
  g_assert_cmpuint (place_of (hex, 1400), ==, 0);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const guint packages[] = { 1613, 1619, 1620, 1625 };
  g_autoptr (WinerrorAnswer) prefix = run (fixture, fixture->english, "132");
  g_autoptr (WinerrorAnswer) symbols = run (fixture, fixture->english, "ERROR_INSTALL_PACKAGE_");
  g_autoptr (WinerrorAnswer) all = run (fixture, fixture->english, "");

  /* what is met most comes first */
  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpuint (place_of (prefix, 1320 + i), >, 0);
      g_assert_cmpuint (place_of (prefix, 1320 + i), <=, 10);
    }
  g_assert_cmpuint (code_at (prefix, 0), ==, 1326);
  for (gsize i = 0; i < G_N_ELEMENTS (packages); i++)
    {
      g_assert_cmpuint (place_of (symbols, packages[i]), >, 0);
      g_assert_cmpuint (place_of (symbols, packages[i]), <=, G_N_ELEMENTS (packages));
    }
  g_assert_cmpuint (winerror_answer_get_n_hits (all), ==, 232);
  for (guint i = 1; i < 232; i++)
    g_assert_cmpuint (code_at (all, i - 1), <, code_at (all, i));
}

/* Pairs of queries that find the same, in the same order. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  static const char *const pairs[][2] = {
    { "clipboard thread", "thread clipboard" },
    { "CLIPBOARD", "clipboard" },
    { "Domäne", "domane" },
    { "domäne", "DOMÄNE" },
    { "cafe\u0301", "café" },
    { "ｃｌｉｐｂｏａｒｄ", "clipboard" },
    { "clipboard!", "  clipboard " },
    { "isn't allowed", "isn’t allowed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (WinerrorAnswer) left = run (fixture, fixture->german, pairs[i][0]);
      g_autoptr (WinerrorAnswer) right = run (fixture, fixture->german, pairs[i][1]);

      g_test_message ("%s", pairs[i][0]);
      g_assert_cmpuint (winerror_answer_get_n_hits (left), ==, winerror_answer_get_n_hits (right));
      for (guint j = 0; j < winerror_answer_get_n_hits (left); j++)
        g_assert_cmpuint (code_at (left, j), ==, code_at (right, j));
    }
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    guint code;
  } cases[] = {
    { "Zwischenablage", 1418 },       { "clipboard", 1418 },
    { "Thread clipboard", 1418 },     { "Zwischenablage thread open", 1418 },
    { "Kennwort expired", 1330 },     { "password abgelaufen", 1330 },
    { "Datenbank corruption", 1370 }, { "Passwortlänge", 1325 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->german, cases[i].query);
      guint place = place_of (answer, cases[i].code);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (place, >, 0);
      g_assert_cmpuint (place, <=, 3);
      g_assert_null (
          winerror_answer_get_language (answer, winerror_answer_get_hit (answer, place - 1)));
    }
}

/* The whole description in any shipped language comes first, though the user's is English. */
static void
test_sentences (Fixture *fixture, gconstpointer data)
{
  static const guint codes[] = { 1311, 1326, 1331, 1355, 1392, 1398, 1460, 1601, 1618, 1638 };
  const char *const *languages = winerror_language_list_shipped ();

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WinerrorLanguage) language = winerror_language_new_shipped (languages[i], &error);

      g_assert_no_error (error);
      for (gsize j = 0; j < G_N_ELEMENTS (codes); j++)
        {
          g_autoptr (WinerrorAnswer) answer = NULL;
          const char *sentence;
          guint position;

          g_assert_true (winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32,
                                                       codes[j], &position));
          sentence = winerror_language_describe (
              language, winerror_catalog_get_entry (fixture->catalog, position));
          answer = run (fixture, fixture->english, sentence);
          g_test_message ("%s: %s", languages[i], sentence);
          g_assert_cmpuint (code_at (answer, 0), ==, codes[j]);
          g_assert_cmpint (rank_at (answer, 0), ==, WINERROR_RANK_SENTENCE);
        }
    }
}

static void
test_other_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, "Zwischenablage");
  WinerrorLanguage *language;

  g_assert_cmpuint (code_at (answer, 0), ==, 1418);
  language = winerror_answer_get_language (answer, winerror_answer_get_hit (answer, 0));
  g_assert_nonnull (language);
  g_assert_cmpstr (winerror_language_get_id (language), ==, "de");
}

/* A search that was prepared answers as one that was not. */
/* Whether any result is of a language that is not the user's, and has all of the query. */
static gboolean
has_other_language (WinerrorAnswer *answer)
{
  for (guint i = 0; i < winerror_answer_get_n_hits (answer); i++)
    if (winerror_answer_get_hit (answer, i)->language > 0)
      return TRUE;
  return FALSE;
}

/* Words that stand only inside of others, or with typing errors: three are meant so, four may be of
 * another language. */
static void
test_foreign_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorAnswer) three = run (fixture, fixture->english, "update scan failed");
  g_autoptr (WinerrorAnswer)
      four = run (fixture, fixture->english, "quota insufficiente per completare");

  g_assert_cmpint (rank_at (three, 0), ==, WINERROR_RANK_SIMILAR);
  g_assert_false (has_other_language (three));
  g_assert_true (has_other_language (four));
  g_assert_cmpint (rank_at (four, 0), ==, WINERROR_RANK_WORDS);
}

/* A word of which there is no other like it. */
static char *
make_word (guint i)
{
  static const char *const syllables[] = { "ba", "de", "fi", "go", "ku", "ly" };
  guint n = G_N_ELEMENTS (syllables);

  return g_strconcat (syllables[i % n], syllables[i / n % n],
                      syllables[(i % n + i / n + i / n / n) % n], NULL);
}

/* @n words from the one of number @first on, with blanks between. */
static char *
make_words (guint first, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *word = make_word (i);

      g_string_append_printf (out, "%s%s", i > first ? " " : "", word);
    }
  return g_string_free (out, FALSE);
}

/* The codes that a query of @n_words of equal weight finds; the entries have the numbers of words
 * that @sizes says, and none has a word of another. */
static char *
find_partial (const guint *sizes, gsize n_entries, guint n_words)
{
  g_autofree TestEntry *entries = g_new0 (TestEntry, n_entries);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WinerrorCatalog) catalog = NULL;
  g_autoptr (WinerrorSearch) search = NULL;
  g_autoptr (WinerrorAnswer) answer = NULL;
  g_autofree char *query = make_words (0, n_words);
  GString *out = g_string_new (NULL);
  guint first = 0;

  for (gsize i = 0; i < n_entries; i++)
    {
      g_ptr_array_add (texts, g_strdup_printf ("ERROR_X%u", (guint) i));
      entries[i].symbol = texts->pdata[texts->len - 1];
      g_ptr_array_add (texts, make_words (first, sizes[i]));
      entries[i].description = texts->pdata[texts->len - 1];
      first += sizes[i];
    }
  catalog = test_small_catalog_new (entries, n_entries);
  search = open_search (catalog, "en");
  answer = winerror_search_run (search, query);
  for (guint i = 0; i < winerror_answer_get_n_hits (answer); i++)
    g_string_append_printf (out, "%s%u", i > 0 ? " " : "", code_at (answer, i));
  return g_string_free (out, FALSE);
}

/* An entry with a part of the query is a result where it has more than about a tenth of it, and
 * nearly half of what the best one has. */
static void
test_partial (Fixture *fixture, gconstpointer data)
{
  static const guint shares[] = { 10, 5, 4 };
  static const guint coverages[] = { 5, 4 };
  g_autofree char *share = find_partial (shares, G_N_ELEMENTS (shares), 20);
  g_autofree char *coverage = find_partial (coverages, G_N_ELEMENTS (coverages), 40);

  g_assert_cmpstr (share, ==, "0 1");
  g_assert_cmpstr (coverage, ==, "0");
}

/* The first 48 words of a query count. */
static void
test_long_query (Fixture *fixture, gconstpointer data)
{
  static const TestEntry entries[] = { { "ERROR_A", "Giraffe." }, { "ERROR_B", "Zebra." } };
  g_autoptr (WinerrorCatalog) catalog = test_small_catalog_new (entries, G_N_ELEMENTS (entries));
  g_autoptr (WinerrorSearch) search = open_search (catalog, "en");
  g_autoptr (GString) query = g_string_new (NULL);
  g_autoptr (WinerrorAnswer) within = NULL;
  g_autoptr (WinerrorAnswer) beyond = NULL;

  for (guint i = 0; i < 47; i++)
    g_string_append (query, "giraffe ");
  g_string_append (query, "zebra");
  within = winerror_search_run (search, query->str);
  g_assert_cmpuint (winerror_answer_get_n_hits (within), ==, 2);
  g_string_prepend (query, "giraffe ");
  beyond = winerror_search_run (search, query->str);
  g_assert_cmpuint (winerror_answer_get_n_hits (beyond), ==, 1);
}

/* What is being read for a query is there for it. */
static void
test_prepare (Fixture *fixture, gconstpointer data)
{
  WinerrorSearch *search = open_search (fixture->catalog, "en");

  while (winerror_search_prepare (search, FALSE))
    continue;
  while (winerror_search_prepare (search, TRUE))
    continue;

  {
    g_autoptr (WinerrorAnswer) answer = run (fixture, search, "Zwischenablage");
    WinerrorLanguage *language = winerror_answer_get_language (answer,
                                                               winerror_answer_get_hit (answer, 0));

    g_assert_cmpuint (code_at (answer, 0), ==, 1418);
    g_assert_cmpstr (winerror_language_get_id (language), ==, "de");
  }
  winerror_search_free (search);
}

/* What is said of the only hit, a code that no table holds. */
static const char *
get_explanation (WinerrorAnswer *answer)
{
  g_assert_cmpuint (winerror_answer_get_n_hits (answer), ==, 1);
  g_assert_cmpint (rank_at (answer, 0), ==, WINERROR_RANK_UNLISTED);
  g_assert_false (winerror_answer_has_entries (answer));
  return winerror_entry_get_explanation (winerror_answer_get_entry (answer, 0));
}

/* A code that no table holds is explained, and what else the query says is no reason for entries.
 */
static void
test_outside (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "error 5",
    "error 0x80070005",
    "Error 1722",
    "system error 53 has occurred",
    "[WinError 5] Access is denied",
    "80090308: LdapErr: DSID-0C090334, comment: AcceptSecurityContext error, data 775, v1db1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, queries[i]);

      g_test_message ("%s", queries[i]);
      g_assert_nonnull (strstr (get_explanation (answer), "system error codes"));
    }
}

/* An HRESULT that is being typed lists what it may become, and says nothing wrong of itself. */
static void
test_half_typed (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "0x8007", "0x80070", "0x800705", "0x8007052" };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, queries[i]);
      gboolean found = FALSE;

      g_test_message ("%s", queries[i]);
      for (guint j = 0; j < winerror_answer_get_n_hits (answer); j++)
        found |= code_at (answer, j) == 1326;
      g_assert_true (found);
      g_assert_null (winerror_answer_get_note (answer));
    }
}

/* What a query names, and nothing else. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    guint first; /* 0: nothing is found */
  } cases[] = {
    { "1326", 1326 },
    { "0x8007052E", 1326 },
    { "error 1603", 1603 },
    { "LOGON_FAILURE", 1326 },
    { "timeout", 1460 },
    { "logon failure", 1326 },
    { "password restriction", 1325 },
    { "ERROR_PASSWORD_RES", 1325 },
    { "password", 0 },
    { "refused", 0 },
    { "user name", 0 },
    { "kennwort", 0 },
    { "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WinerrorAnswer)
          answer = winerror_search_run_names (fixture->german, cases[i].query);

      g_test_message ("%s", cases[i].query);
      check_answer (fixture, answer);
      if (cases[i].first == 0)
        g_assert_cmpuint (winerror_answer_get_n_hits (answer), ==, 0);
      else
        g_assert_cmpuint (code_at (answer, 0), ==, cases[i].first);
    }
}

static void
test_content (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    guint n_content;
  } cases[] = {
    { "password", 1 }, { "wrong password", 2 }, { "it is in the", 0 },      { "the password", 1 },
    { "a b c", 0 },    { "1326", 0 },           { "falsches kennwort", 2 }, { "密码错误", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->german, cases[i].query);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (winerror_answer_get_n_content (answer), ==, cases[i].n_content);
    }
}

/* A line that was copied from a terminal, with its colours. */
static void
test_colours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorAnswer)
      answer = run (fixture, fixture->english, "\033[1mexit code: \033[31m1603\033(B\033[m");

  g_assert_cmpuint (code_at (answer, 0), ==, 1603);
  g_assert_cmpint (rank_at (answer, 0), ==, WINERROR_RANK_CODE);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "zzyzzx", "qqqqqqqq wwwwwwwwww", "!!!", "?", "…", "-", "hello", "9 9 9"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, queries[i]);

      g_test_message ("%s", queries[i]);
      g_assert_cmpuint (winerror_answer_get_n_hits (answer), ==, 0);
      g_assert_false (winerror_answer_is_complete (answer));
    }
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *parts[3];
  } cases[] = {
    { "0x80070005",
      { "severity error", "facility 7 (FACILITY_WIN32)", "system error codes 0-499" } },
    { "0x80240017", { "Windows Update", "facility 36", "severity error" } },
    { "-2146233088", { "facility 19", "severity error", ".NET" } },
    { "0xC0000005", { "NTSTATUS", "severity error", "facility 0" } },
  };
  g_autoptr (WinerrorAnswer) known = run (fixture, fixture->english, "1326");

  g_assert_null (winerror_answer_get_note (known));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, cases[i].query);
      const char *note = get_explanation (answer);

      g_assert_nonnull (note);
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].parts); j++)
        {
          g_test_message ("%s: %s in: %s", cases[i].query, cases[i].parts[j], note);
          g_assert_nonnull (strstr (note, cases[i].parts[j]));
        }
    }
}

static void
test_ntstatus (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint32 status;
    guint code;
  } cases[] = {
    { 0xC000005E, 1311 }, { 0xC000005F, 1312 }, { 0xC0000064, 1317 }, { 0xC000006D, 1326 },
    { 0xC000006E, 1327 }, { 0xC000006F, 1328 }, { 0xC0000070, 1329 }, { 0xC0000071, 1330 },
    { 0xC0000072, 1331 }, { 0xC0000073, 1332 }, { 0xC00000DF, 1355 }, { 0xC000015B, 1385 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *query = g_strdup_printf ("0x%08X", cases[i].status);
      g_autofree char *note = g_strdup_printf ("NTSTATUS %s corresponds to Win32 code %u.", query,
                                               cases[i].code);
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, query);

      g_assert_cmpuint (code_at (answer, 0), ==, cases[i].status);
      g_assert_cmpuint (code_at (answer, 1), ==, cases[i].code);
      g_assert_cmpstr (winerror_answer_get_note (answer), ==, note);
    }

  {
    /* HRESULT_FROM_NT() */
    g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, "0xD000006D");

    g_assert_cmpuint (code_at (answer, 0), ==, 0xC000006D);
    g_assert_cmpuint (code_at (answer, 1), ==, 1326);
    g_assert_cmpstr (winerror_answer_get_note (answer), ==,
                     "NTSTATUS 0xC000006D corresponds to Win32 code 1326.");
  }
}

static void
test_ranges (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *text;
    const char *marked;
  } cases[] = {
    { "clipboard", "Thread does not have a clipboard open.",
      "Thread does not have a [clipboard] open." },
    { "clip", "Thread does not have a clipboard open.",
      "Thread does not have a [clip]board open." },
    { "CLIPBAORD", "A clipboard", "A [clipboard]" },
    { "clipboard", "ERROR_CLIPBOARD_NOT_OPEN", "ERROR_[CLIPBOARD]_NOT_OPEN" },
    { "арол", "Срок действия пароля истек.", "Срок действия п[арол]я истек." },
    /* ß is folded into two letters of two bytes: no range may begin inside of it */
    { "sung", "Die Schließung", "Die [Schließung]" },
    { "domane", "Die Domäne ist da.", "Die [Domäne] ist da." },
    { "Domäne", "Die Domäne ist da.", "Die [Domäne] ist da." },
    { "密码", "用户名或密码不正确。", "用户名或[密码]不正确。" },
    { "symlink", "A symbolic link is here.", "A [symbolic] [link] is here." },
    { "1326", "1326", "1326" },
    { "", "anything", "anything" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->german, cases[i].query);
      g_autofree char *marked = winerror_test_mark (answer, cases[i].text);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  static const char *const pinned[] = { "win32:1618", "win32:1326", "win32:9999",
                                        "nothing",    "win32:1618", NULL };
  static const char *const recent[] = { "win32:1326", "win32:1602", NULL };
  g_autoptr (WinerrorAnswer) answer = winerror_search_list (fixture->english, pinned, recent);

  check_answer (fixture, answer);
  g_assert_cmpuint (winerror_answer_get_n_hits (answer), ==, 232);
  g_assert_cmpuint (code_at (answer, 0), ==, 1618);
  g_assert_cmpint (rank_at (answer, 0), ==, WINERROR_RANK_PINNED);
  g_assert_cmpuint (code_at (answer, 1), ==, 1326);
  g_assert_cmpuint (code_at (answer, 2), ==, 1602);
  g_assert_cmpint (rank_at (answer, 2), ==, WINERROR_RANK_RECENT);
  g_assert_cmpuint (code_at (answer, 3), ==, 1300);
  g_assert_cmpint (rank_at (answer, 3), ==, WINERROR_RANK_ALL);
  g_assert_cmpstr (winerror_answer_get_query (answer), ==, "");
}

/* What is a code or a symbol and in no table leads to no entry, whatever words are beside. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "ERROR_NO_SUCH_THING",
    "winerror.ERROR_ZEBRA",
    "STATUS_ZEBRA access denied",
    "NT_STATUS_ZEBRA",
    "E_ZEBRA",
    "SEC_E_ZEBRA wrong password",
    "the API says WSAEZEBRA",
    "0x8FFF1234",
    "error 64999",
    "exit code 0xDEADBEEF here",
    "RPC_S_ZEBRA_UNAVAILABLE",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, queries[i]);

      g_test_message ("%s", queries[i]);
      g_assert_false (winerror_answer_has_entries (answer));
    }
}

/* Numbers among words: which of their readings is meant, and which are none at all. */
static void
test_loose (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    WinerrorFamily family;
    guint32 code;
  } cases[] = {
    { "Fehler1326", WINERROR_FAMILY_WIN32, 1326 },
    { "bugcheck 0x50 in vgk.sys", WINERROR_FAMILY_STOP, 0x50 },
    { "STOP: 0x0000007B (0xFFFFF880009A97E8, 0xFFFFFFFFC0000034)", WINERROR_FAMILY_STOP, 0x7B },
    { "DPC_WATCHDOG_VIOLATION (133) in crash dump", WINERROR_FAMILY_STOP, 0x133 },
    { "The error code returned on failure is 809.", WINERROR_FAMILY_RAS, 809 },
    { "809 (0x329)", WINERROR_FAMILY_WIN32, 809 },
    { "windows update gets 404 from old WSUS address", WINERROR_FAMILY_HRESULT, 0x80244019 },
    { "got 1326 at login", WINERROR_FAMILY_WIN32, 1326 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, cases[i].query);

      g_test_message ("%s", cases[i].query);
      g_assert_cmphex (code_at (answer, 0), ==, cases[i].code);
      g_assert_cmpint (winerror_entry_get_family (winerror_answer_get_entry (answer, 0)), ==,
                       cases[i].family);
    }
}

/* Neither stop words nor words inside of others are marked. */
static void
test_marked (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *text;
    const char *marked;
  } cases[] = {
    { "the other server is not there", "Either the other or my brother's server.",
      "Either the [other] or my brother's [server]." },
    { "use of the service", "The user uses the service.", "The user [uses] the [service]." },
    { "no rights", "Nothing is right.", "Nothing is [right]." },
    /* the last word may still be typed */
    { "the serv", "The service is there.", "The [serv]ice is there." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->english, cases[i].query);
      g_autofree char *marked = winerror_test_mark (answer, cases[i].text);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *letters = g_strnfill (100000, 'a');
  g_autofree char *exact = g_strnfill (64 * 1024, 'x');
  g_autofree char *blanks = g_strnfill (100000, ' ');
  g_autofree char *marks = g_strnfill (100000, '.');
  g_autofree char *digits = g_strnfill (100000, '1');
  g_autofree char *quotes = g_strnfill (100000, '\'');
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *queries[] = {
    letters,
    exact,
    blanks,
    marks,
    digits,
    quotes,
    "\xFF\xFE",
    "a\xC3",
    "\xE5\xAF\x86\xE7",
    "\x01\x7F",
    "\u0301\u0301\u0301",
    "%s%n",
    "\u202Epassword",
    NULL,
    NULL,
  };

  for (guint i = 0; i < 40000; i++)
    g_string_append (wide, "密");
  for (guint i = 0; i < 20000; i++)
    g_string_append (words, "not ");
  queries[G_N_ELEMENTS (queries) - 2] = wide->str;
  queries[G_N_ELEMENTS (queries) - 1] = words->str;
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (WinerrorAnswer) answer = run (fixture, fixture->german, queries[i]);
      g_autofree char *marked = winerror_test_mark (answer, "The password isn't there: 密码.");

      g_assert_nonnull (marked);
      g_assert_true (g_utf8_validate (winerror_answer_get_query (answer), -1, NULL));
      g_assert_cmpuint (strlen (winerror_answer_get_query (answer)), <=, 3 * 64 * 1024);
    }
}

/* An answer outlives its search. */
static void
test_lifetime (Fixture *fixture, gconstpointer data)
{
  WinerrorSearch *search = open_search (fixture->catalog, "fr");
  g_autoptr (WinerrorAnswer) answer = winerror_search_run (search, "Zwischenablage");
  g_autoptr (WinerrorAnswer) same = winerror_answer_ref (answer);

  g_assert_true (winerror_search_get_catalog (search) == fixture->catalog);
  winerror_search_free (search);
  g_assert_cmpuint (code_at (same, 0), ==, 1418);
  g_assert_nonnull (winerror_answer_get_language (same, winerror_answer_get_hit (same, 0)));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } whole[] = {
    { "/search/all-tables/numbers", test_numbers },
    { "/search/all-tables/half-typed", test_half_typed },
    { "/search/all-tables/ntstatus", test_ntstatus },
    { "/search/all-tables/unknown", test_unknown },
    { "/search/all-tables/loose", test_loose },
    { "/search/all-tables/marked", test_marked },
    { "/search/all-tables/list", test_list },
    { "/search/all-tables/hostile", test_hostile },
  };
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/search/ranks", test_ranks },
    { "/search/readings", test_readings },
    { "/search/order", test_order },
    { "/search/same", test_same },
    { "/search/languages", test_languages },
    { "/search/sentences", test_sentences },
    { "/search/other-language", test_other_language },
    { "/search/outside", test_outside },
    { "/search/half-typed", test_half_typed },
    { "/search/foreign-words", test_foreign_words },
    { "/search/partial", test_partial },
    { "/search/long-query", test_long_query },
    { "/search/prepare", test_prepare },
    { "/search/names", test_names },
    { "/search/content", test_content },
    { "/search/colours", test_colours },
    { "/search/nothing", test_nothing },
    { "/search/notes", test_notes },
    { "/search/ranges", test_ranges },
    { "/search/list", test_list },
    { "/search/hostile", test_hostile },
    { "/search/lifetime", test_lifetime },
  };

  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, RECORD, set_up, tests[i].run, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    g_test_add (whole[i].path, Fixture, NULL, set_up, whole[i].run, tear_down);
  return g_test_run ();
}
