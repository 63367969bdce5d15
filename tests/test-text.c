// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-text.h"
#include "winerror-word-reader.h"

#include <string.h>

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Logon Failure", "logon failure" },
    { "don't", "dont" },
    { "don’t", "dont" },
    { "Domäne", "domane" },
    { "Doma\u0308ne", "domane" },
    { "Größe", "grosse" },
    { "hasło", "haslo" },
    { "Øre", "ore" },
    { "Đ", "d" },
    { "Æon", "aeon" },
    { "cœur", "coeur" },
    { "İPTAL", "iptal" },
    { "ışık", "isik" },
    { "ＥＲＲＯＲ１３２６", "error1326" },
    { "ﾊﾟｽﾜｰﾄﾞ", "パスワード" },
    { "пароль Ёлка", "пароль елка" },
    { "أإآٱا", "ااااا" },
    { "كلمـــة", "كلمه" },
    { "علی", "علي" },
    { "١٣٢٦", "1326" },
    { "soft\u00ADhyphen", "softhyphen" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = winerror_text_fold (cases[i].text, -1);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "" },
    { " ... ", "" },
    { "ERROR_LOGON_FAILURE", "error logon failure" },
    { "user isn't 'known'", "user isnt known" },
    { "l'utilisateur n’existe", "l utilisateur n existe" },
    { "Windows-Version", "windows version" },
    { "パスワード", "パス スワ ワー ード" },
    { "密码 A", "密码 a" },
    { "码", "码" },
    { "암호가", "암호 호가" },
    { "naïve 64-bit", "naive 64 bit" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (WinerrorWordReader) reader = { 0 };
      g_autoptr (GString) words = g_string_new (NULL);
      WinerrorWord word;
      gsize last = 0;

      winerror_word_reader_init (&reader, cases[i].text, -1);
      while (winerror_word_reader_next (&reader, &word))
        {
          g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word.folded);
          g_assert_cmpuint (word.start, >=, last);
          g_assert_cmpuint (word.length, >, 0);
          last = word.start;
        }
      g_assert_cmpstr (words->str, ==, cases[i].words);
    }
}

static void
test_ideographic (void)
{
  g_assert_true (winerror_text_is_ideographic ("密码"));
  g_assert_true (winerror_text_is_ideographic ("aパ"));
  g_assert_true (winerror_text_is_ideographic ("암호"));
  g_assert_false (winerror_text_is_ideographic (""));
  g_assert_false (winerror_text_is_ideographic ("password"));
  g_assert_false (winerror_text_is_ideographic ("пароль"));
  g_assert_false (winerror_text_is_ideographic ("كلمة"));
}

static void
test_make_valid (void)
{
  g_autofree char *nul = winerror_text_make_valid ("a\0b", 3);
  g_autofree char *broken = winerror_text_make_valid ("a\xFF", -1);
  g_autofree char *cut = winerror_text_make_valid ("\xE5\xAF", 2);
  g_autofree char *exact = g_memdup2 ("ab", 2); /* nothing behind it may be read */
  g_autofree char *copy = winerror_text_make_valid (exact, 2);

  g_assert_cmpstr (nul, ==, "a b");
  g_assert_cmpstr (broken, ==, "a\uFFFD");
  g_assert_cmpstr (copy, ==, "ab");
  g_assert_true (g_utf8_validate (cut, -1, NULL));
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } cases[] = {
    { " a\t\r\n b ", "a b" },   { "a\033[31mb", "a[31mb" }, { "a\u202Eb\u200Fc", "abc" },
    { "a\u00A0b", "a\u00A0b" }, { "n\u200Cm", "n\u200Cm" }, { "a\u0308", "ä" },
    { "a\u2028b", "a b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = winerror_text_clean (cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

/* Names of files are shown on one line, and as they are otherwise. */
static void
test_clean_path (void)
{
  static const struct
  {
    const char *path;
    const char *shown;
  } cases[] = {
    { "setup  1.log", "setup  1.log" },   { " a\nb\tc", " a\uFFFDb\uFFFDc" },
    { "\u202Egol.exe", "\uFFFDgol.exe" }, { "\033[31mred", "\uFFFD[31mred" },
    { "журнал.log", "журнал.log" },       { "/a/b\xff.log", "/a/b\uFFFD.log" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = winerror_text_clean_path (cases[i].path);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_abridge (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    const char *shown;
  } cases[] = {
    { "", 0, "" },
    { "x", 0, "…" },
    { "abc", 3, "abc" },
    { "abcd", 3, "abc…" },
    { "äöüß", 3, "äöü…" },
    { "用户名", 2, "用户…" },
    /* what cannot be seen takes no room */
    { "\u202E\u200Eabc\u2069", 3, "abc" },
    { " a \n b ", 3, "a b" },
    { "\xff", 1, "\uFFFD" },
  };
  g_autofree char *huge = g_strnfill (200000, 'a');
  g_autofree char *cut = winerror_text_abridge (huge, 60);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = winerror_text_abridge (cases[i].text, cases[i].length);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 61);
}

static void
test_strip_hidden (void)
{
  static const struct
  {
    const char *text;
    const char *bare;
  } cases[] = {
    { "", "" },
    { "error 1326", "error 1326" },
    /* lines and columns stay */
    { " a\tb\r\n c ", " a\tb\r\n c " },
    { "\u202E1\u200B3\u00AD26\uFEFF", "1326" },
    { "\033[31m1326\033[0m", "     1326    " },
    { "\0331\a\x7f", " 1" },
    /* letters need these */
    { "می\u200Cشود", "می\u200Cشود" },
    { "\xff", "\uFFFD" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bare = winerror_text_strip_hidden (cases[i].text, strlen (cases[i].text));

      g_assert_cmpstr (bare, ==, cases[i].bare);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/ideographic", test_ideographic);
  g_test_add_func ("/text/make-valid", test_make_valid);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/clean-path", test_clean_path);
  g_test_add_func ("/text/abridge", test_abridge);
  g_test_add_func ("/text/strip-hidden", test_strip_hidden);
  return g_test_run ();
}
