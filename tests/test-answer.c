// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The order of the hits is that of a plain comparison, however many there are; and which parts of a
 * text matched. */

#include "winerror-answer-private.h"
#include "winerror-search.h"
#include "winerror-test-utils.h"

#include <string.h>

#define N_LANGUAGES 4
#define SCORES      1024 /* a score is a multiple of 1/SCORES */

typedef struct
{
  WinerrorCatalog *catalog;
  GPtrArray *languages;
  guint n_main;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = winerror_catalog_new ();
  fixture->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_language_unref);
  for (guint i = 0; i < N_LANGUAGES; i++)
    g_ptr_array_add (fixture->languages, winerror_language_new_source ());
  fixture->n_main = 2;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->languages);
  g_assert_finalize_object (fixture->catalog);
}

static WinerrorAnswer *
new_answer (Fixture *fixture)
{
  return winerror_answer_new (fixture->catalog, fixture->languages, "query");
}

static void
add_hit (WinerrorAnswer *answer, guint position, WinerrorRank rank, guint language, float score)
{
  WinerrorHit hit = {
    .position = position,
    .rank = (guint8) rank,
    .language = (guint8) language,
    .score = score,
  };

  g_array_append_val (answer->hits, hit);
}

/* Entries that have words of the query, in whatever way, compete by their scores. */
static int
get_group (const WinerrorHit *hit)
{
  return hit->rank >= WINERROR_RANK_SYMBOL_WORDS && hit->rank <= WINERROR_RANK_PARTIAL
             ? WINERROR_RANK_SYMBOL_WORDS
             : hit->rank;
}

/* In tenths: what is in none of the user's languages counts less. */
static int
get_score (const WinerrorHit *hit, guint n_main)
{
  int share = 10;

  if (get_group (hit) == WINERROR_RANK_SYMBOL_WORDS && hit->language >= n_main)
    share = hit->rank == WINERROR_RANK_PARTIAL ? 6 : 9;
  return share * (int) (hit->score * SCORES + 0.5f);
}

static int
compare_hits (gconstpointer a, gconstpointer b, gpointer data)
{
  const WinerrorHit *left = a;
  const WinerrorHit *right = b;
  guint n_main = GPOINTER_TO_UINT (data);
  int order = get_group (left) - get_group (right);

  if (order == 0)
    order = get_score (right, n_main) - get_score (left, n_main);
  if (order == 0)
    order = left->position < right->position ? -1 : left->position > right->position;
  return order;
}

/* The ranks that words lead to; the pinned ones, recent ones and the rest are never sorted. */
static void
add_random (WinerrorAnswer *answer, guint n, gboolean in_order, guint n_positions)
{
  guint position = 0;

  for (guint i = 0; i < n; i++)
    {
      int score = g_test_rand_int_range (0, SCORES + 1);

      position = in_order ? position + (guint) g_test_rand_int_range (0, 3)
                          : (guint) g_test_rand_int_range (0, (gint32) n_positions);
      /* nine or six tenths of one that three divides may be another's score but for rounding */
      if (score % 3 == 0)
        score = score > 0 ? score - 1 : 1;
      add_hit (answer, position,
               (WinerrorRank) g_test_rand_int_range (0, WINERROR_RANK_PARTIAL + 1),
               (guint) g_test_rand_int_range (0, N_LANGUAGES), (float) score / SCORES);
    }
}

static void
check_order (Fixture *fixture, WinerrorAnswer *answer)
{
  g_autoptr (GArray) expected = g_array_copy (answer->hits);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = 0;

  g_array_sort_with_data (expected, compare_hits, GUINT_TO_POINTER (fixture->n_main));
  winerror_answer_sort (answer, fixture->n_main);
  for (guint i = 0; i < expected->len; i++)
    {
      const WinerrorHit *hit = &g_array_index (expected, WinerrorHit, i);
      const WinerrorHit *own;

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (hit->position)))
        continue;
      own = winerror_answer_get_hit (answer, n++);
      g_assert_cmpuint (own->position, ==, hit->position);
      /* of hits of one entry that count the same, any may be kept */
      g_assert_cmpint (get_group (own), ==, get_group (hit));
      g_assert_cmpint (get_score (own, fixture->n_main), ==, get_score (hit, fixture->n_main));
    }
  g_assert_cmpuint (winerror_answer_get_n_hits (answer), ==, n);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const guint sizes[] = {
    0,
    1,
    2,
    3,
    10,
    WINERROR_ANSWER_MAX_COMPARED - 1,
    WINERROR_ANSWER_MAX_COMPARED,
    WINERROR_ANSWER_MAX_COMPARED + 1,
    1000,
    20000,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint turn = 0; turn < 20; turn++)
      {
        g_autoptr (WinerrorAnswer) answer = new_answer (fixture);

        fixture->n_main = 1 + turn % 2;
        /* few entries, more than there are hits, and more than two digits of a key can count */
        add_random (answer, sizes[i], turn % 4 == 0,
                    turn % 3 == 0   ? 50
                    : turn % 3 == 1 ? 5000
                                    : 9000000);
        check_order (fixture, answer);
      }
}

/* A part of the query in another language counts six tenths of one in the user's. */
static void
test_other_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorAnswer) answer = new_answer (fixture);

  add_hit (answer, 1, WINERROR_RANK_PARTIAL, 0, 0.47f);
  add_hit (answer, 2, WINERROR_RANK_PARTIAL, 2, 0.8f);
  add_hit (answer, 3, WINERROR_RANK_PARTIAL, 1, 0.49f);
  winerror_answer_sort (answer, 2);
  g_assert_cmpuint (winerror_answer_get_hit (answer, 0)->position, ==, 3);
  g_assert_cmpuint (winerror_answer_get_hit (answer, 1)->position, ==, 2);
  g_assert_cmpuint (winerror_answer_get_hit (answer, 2)->position, ==, 1);
  /* what is shown is the score itself */
  g_assert_cmpfloat (winerror_answer_get_hit (answer, 1)->score, ==, 0.8f);
}

/* A sentence comes first in any language; whatever else has words of the query stands by its score,
 * of which a full match in another language keeps nine tenths. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorAnswer) answer = new_answer (fixture);
  static const guint expected[] = { 4, 1, 5, 2, 3 };

  add_hit (answer, 1, WINERROR_RANK_PARTIAL, 0, 1);
  add_hit (answer, 2, WINERROR_RANK_SIMILAR, 3, 0.1f);
  add_hit (answer, 3, WINERROR_RANK_WORDS, 2, 0.1f);
  add_hit (answer, 4, WINERROR_RANK_SENTENCE, 3, 0.1f);
  add_hit (answer, 5, WINERROR_RANK_SIMILAR, 1, 0.1f);
  winerror_answer_sort (answer, 2);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (winerror_answer_get_hit (answer, i)->position, ==, expected[i]);
}

/* An entry that was found twice stands where it stands best. */
static void
test_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorAnswer) answer = new_answer (fixture);

  g_assert_false (winerror_answer_is_complete (answer));
  add_hit (answer, 7, WINERROR_RANK_PARTIAL, 1, 0.5f);
  winerror_answer_add_hit (answer, 8, WINERROR_RANK_SYMBOL_PREFIX);
  winerror_answer_add_hit (answer, 7, WINERROR_RANK_SYMBOL);
  winerror_answer_add_hit (answer, 7, WINERROR_RANK_SYMBOL_PREFIX);
  winerror_answer_sort (answer, 2);
  g_assert_true (winerror_answer_is_complete (answer));
  g_assert_cmpuint (winerror_answer_get_n_hits (answer), ==, 2);
  g_assert_cmpuint (winerror_answer_get_hit (answer, 0)->position, ==, 7);
  g_assert_cmpuint (winerror_answer_get_hit (answer, 0)->rank, ==, WINERROR_RANK_SYMBOL);
  g_assert_cmpuint (winerror_answer_get_hit (answer, 1)->position, ==, 8);
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorAnswer) answer = new_answer (fixture);

  g_assert_null (winerror_answer_get_note (answer));
  winerror_answer_append_note (answer, "One.");
  winerror_answer_append_note (answer, "Two.");
  winerror_answer_append_note (answer, "One.");
  g_assert_cmpstr (winerror_answer_get_note (answer), ==, "One.\nTwo.");
}

static void
test_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorAnswer) answer = new_answer (fixture);

  add_hit (answer, 1, WINERROR_RANK_WORDS, 0, 1);
  add_hit (answer, 2, WINERROR_RANK_WORDS, 3, 1);
  winerror_answer_sort (answer, 2);
  g_assert_null (winerror_answer_get_language (answer, winerror_answer_get_hit (answer, 0)));
  g_assert_true (winerror_answer_get_language (answer, winerror_answer_get_hit (answer, 1)) ==
                 fixture->languages->pdata[3]);
  g_assert_cmpstr (winerror_answer_get_query (answer), ==, "query");
}

typedef struct
{
  const char *query;
  const char *text;
  const char *marked;
} Marks;

static void
check_marks (const char *id, const Marks *cases, gsize n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (&error);
  g_autoptr (WinerrorLanguage) language = winerror_language_new_shipped (id, &error);
  WinerrorSearch *search;

  g_assert_no_error (error);
  search = winerror_search_new (catalog, language);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (WinerrorAnswer) answer = winerror_search_run (search, cases[i].query);
      g_autofree char *marked = winerror_test_mark (answer, cases[i].text);

      g_test_message ("%s: %s", id, cases[i].query);
      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
  winerror_search_free (search);
}

#define CHECK_MARKS(id, cases) check_marks ((id), (cases), G_N_ELEMENTS (cases))

/* The end of パスワード is a stop word at the end of コード; its middle stands in ネットワーク. */
static void
test_marks_japanese (Fixture *fixture, gconstpointer data)
{
  static const Marks cases[] = {
    { "パスワード", "パスワードが違います。", "[パスワード]が違います。" },
    { "パスワードが違います", "パスワードとネットワーク", "[パスワード]とネットワーク" },
    { "パスワード", "指定されたパスが無効です。", "指定されたパスが無効です。" },
    { "レジス", "新しいレジストリです。", "新しい[レジス]トリです。" },
    { "パスワードリセット", "パスワードの入力", "[パスワード]の入力" },
    { "ユーザーアカウント", "アカウントのユーザー", "[アカウント]の[ユーザー]" },
    { "TPM パスワード", "TPMパスワードです", "[TPMパスワード]です" },
    { "ファイル名", "ファイル名、ファイル", "[ファイル名]、[ファイル]" },
    /* marks of their own, as file systems and old screens write them */
    { "パスワード", "ハ\u309aスワート\u3099と", "[ハ\u309aスワート\u3099]と" },
    { "パスワード", "ﾊﾟｽﾜｰﾄﾞと", "[ﾊﾟｽﾜｰﾄﾞ]と" },
    { "ログイン", "ログオンしていません。", "[ログオン]していません。" },
    { "有効期限", "アカウントの期限、有効な", "アカウントの[期限]、[有効]な" },
    { "期限が切れた", "期限が切れています", "[期限が切れ]ています" },
    { "パスワードのコード", "パスワード、コード", "[パスワード]、コード" },
  };

  CHECK_MARKS ("ja", cases);
}

static void
test_marks_korean (Fixture *fixture, gconstpointer data)
{
  static const Marks cases[] = {
    { "비밀번호", "비밀번호가 잘못되었습니다.", "[비밀번호]가 잘못되었습니다." },
    { "비밀번호가", "비밀번호를 바꾸십시오.", "[비밀번호]를 바꾸십시오." },
    { "비밀번호", "계정 번호", "계정 번호" },
    { "계정에서", "이 계정은", "이 [계정]은" },
    { "네트워크", "네트워크", "[네트워크]" },
    { "계정", "\u1100\u1168\u110c\u1165\u11bc은", "[\u1100\u1168\u110c\u1165\u11bc]은" },
  };

  CHECK_MARKS ("ko", cases);
}

static void
test_marks_chinese (Fixture *fixture, gconstpointer data)
{
  static const Marks cases[] = {
    { "密码", "用户名或密码不正确。", "用户名或[密码]不正确。" },
    { "密码过期", "过期的密码。", "[过期]的[密码]。" },
    { "用户密码", "用户密码", "[用户密码]" },
  };

  CHECK_MARKS ("zh_CN", cases);
}

/* Scripts that part their words: a whole word with all of its marks. */
static void
test_marks_words (Fixture *fixture, gconstpointer data)
{
  static const Marks english[] = {
    { "clip", "A clipboard", "A [clip]board" },
    { "password", "The passwords", "The [passwords]" },
    { "clipboard", "A cli\u0301pboard\u0301.", "A [cli\u0301pboard\u0301]." },
  };
  static const Marks german[] = {
    { "domane", "Die Doma\u0308ne", "Die [Doma\u0308ne]" },
    { "Kennwort", "Das Kennwort ist falsch.", "Das [Kennwort] ist falsch." },
  };
  static const Marks turkish[] = {
    { "parola", "Parola yanlış.", "[Parola] yanlış." },
    { "erisim", "Erişim engellendi.", "[Erişim] engellendi." },
  };
  static const Marks arabic[] = {
    { "كلمة", "كَلِمَةُ المرور", "[كَلِمَةُ] المرور" },
  };

  CHECK_MARKS ("en", english);
  CHECK_MARKS ("de", german);
  CHECK_MARKS ("tr", turkish);
  CHECK_MARKS ("ar", arabic);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/answer/order", test_order },
    { "/answer/other-language", test_other_language },
    { "/answer/groups", test_groups },
    { "/answer/once", test_once },
    { "/answer/note", test_note },
    { "/answer/language", test_language },
    { "/answer/marks/japanese", test_marks_japanese },
    { "/answer/marks/korean", test_marks_korean },
    { "/answer/marks/chinese", test_marks_chinese },
    { "/answer/marks/words", test_marks_words },
  };

  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
