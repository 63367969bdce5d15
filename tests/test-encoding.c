// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* A log in any encoding says what it says in UTF-8, however it is read. */

#include "winerror-encoding.h"

#include "winerror-log-scanner.h"

#include "slow-stream.h"
#include "winerror-test-utils.h"

#include <string.h>

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorScanner *scanner;
} Fixture;

/* Lines as programs write them in a language, and the encodings that they are written in. */
typedef struct
{
  const char *text;
  const char *encodings[4];
} Log;

static const Log logs[] = {
  { "Überprüfung läuft\r\nFehler 1326: Der Benutzername oder das Kennwort ist falsch.\r\n"
    "Gerät nicht verfügbar, Größe geändert\r\nÜbertragung: Systemfehler 1450 aufgetreten\r\n",
    { "WINDOWS-1252", "IBM850" } },
  { "Échec, code d'erreur 1603\r\nLe fichier ou le répertoire est endommagé et illisible\r\n"
    "L'opération a échoué : erreur système 1314 s'est produite\r\n",
    { "WINDOWS-1252", "IBM850" } },
  { "Wystąpił błąd systemu 1326.\r\nBłąd: Nazwa użytkownika lub hasło jest niepoprawne\r\n"
    "Nie można odnaleźć określonego pliku. błąd 1392 źródła łącza\r\n",
    { "WINDOWS-1250", "IBM852" } },
  { "Произошла ошибка системы 1326.\r\nОшибка 1450: Недостаточно системных ресурсов\r\n"
    "Сервер RPC недоступен\r\nОшибка 1603 при установке, код ошибки 1618\r\n",
    { "WINDOWS-1251", "IBM866" } },
  { "システム エラー 1326 が発生しました。\r\nエラー1450: システム リソースが不足しています\r\n"
    "終了コード1603で終了しました\r\n指定されたファイルが見つかりません\r\n",
    { "CP932" } },
  { "发生系统错误 1326。\r\n错误 1450：系统资源不足，无法完成请求的服务。\r\n"
    "安装成功或错误状态: 1603。\r\n系统找不到指定的文件。\r\n错误代码1618\r\n",
    { "GBK" } },
  { "發生系統錯誤 1326。\r\n錯誤 1450: 系統資源不足\r\n系統找不到指定的檔案。\r\n"
    "錯誤碼1618 使用者名稱或密碼不正確\r\n",
    { "BIG5" } },
  { "시스템 오류 1326이(가) 생겼습니다.\r\n사용자 이름 또는 암호가 올바르지 않습니다\r\n"
    "지정된 파일을 찾을 수 없습니다. 오류 코드 1603\r\n",
    { "CP949" } },
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = winerror_test_load_catalog ();
  fixture->scanner = winerror_scanner_new (fixture->catalog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_scanner_free (fixture->scanner);
  g_assert_finalize_object (fixture->catalog);
}

typedef struct
{
  GString *places;
  GString *encodings;
} Found;

static gboolean
found_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  Found *found = user_data;

  g_string_append_printf (found->places, "%s%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT " %.*s",
                          found->places->len > 0 ? ", " : "", place->line, place->column,
                          (int) place->length, place->text);
  return TRUE;
}

static void
found_encoding_cb (const char *encoding, gpointer user_data)
{
  Found *found = user_data;

  g_string_append_printf (found->encodings, "%s%s", found->encodings->len > 0 ? ", " : "",
                          encoding);
}

static char *
scan (Fixture *fixture, GByteArray *bytes, gsize step, const char *encoding, char **encodings)
{
  g_autoptr (GInputStream)
      stream = test_slow_stream_new ((const char *) bytes->data, bytes->len, step);
  g_autoptr (GError) error = NULL;
  Found found = { g_string_new (NULL), g_string_new (NULL) };
  WinerrorLogHandler handler = {
    .place = found_cb,
    .found_encoding = found_encoding_cb,
    .encoding = encoding,
    .user_data = &found,
  };
  gboolean read = winerror_log_scanner_scan (fixture->scanner, stream,
                                             WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, &handler, NULL,
                                             &error);

  g_assert_no_error (error);
  g_assert_true (read);
  if (encodings != NULL)
    *encodings = g_string_free (found.encodings, FALSE);
  else
    g_string_free (found.encodings, TRUE);
  return g_string_free (found.places, FALSE);
}

static gboolean
found_code_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  GString *out = user_data;

  g_string_append_printf (out, "%s%" G_GUINT64_FORMAT " %u", out->len > 0 ? ", " : "", place->line,
                          place->code.code);
  return TRUE;
}

/* The lines and codes of what is found. */
static char *
scan_codes (Fixture *fixture, GByteArray *bytes, gsize step)
{
  g_autoptr (GInputStream)
      stream = test_slow_stream_new ((const char *) bytes->data, bytes->len, step);
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);
  WinerrorLogHandler handler = { .place = found_code_cb, .user_data = out };

  winerror_log_scanner_scan (fixture->scanner, stream, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE,
                             &handler, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (out, FALSE);
}

static void
append (GByteArray *bytes, const char *text, const char *encoding)
{
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autofree char *converted = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);
}

static char *
scan_text (Fixture *fixture, const char *text)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  append (bytes, text, "UTF-8");
  return scan (fixture, bytes, G_MAXSIZE, NULL, NULL);
}

static void
check_encoding (Fixture *fixture, const Log *log, const char *encoding, const char *known)
{
  static const gsize steps[] = { 1, 7, G_MAXSIZE };
  g_autofree char *expected = scan_text (fixture, log->text);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_assert_cmpstr (expected, !=, "");
  append (bytes, log->text, encoding);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *encodings = NULL;
      g_autofree char *found = scan (fixture, bytes, steps[i], known, &encodings);

      g_test_message ("%s, %s", encoding, expected);
      g_assert_cmpstr (found, ==, expected);
      g_assert_true (g_str_has_suffix (encodings, encoding));
    }
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (logs); i++)
    for (const char *const *encoding = logs[i].encodings; *encoding != NULL; encoding++)
      {
        check_encoding (fixture, &logs[i], *encoding, NULL);
        check_encoding (fixture, &logs[i], *encoding, *encoding);
      }
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" };

  for (gsize i = 0; i < G_N_ELEMENTS (logs); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (encodings); j++)
      check_encoding (fixture, &logs[i], encodings[j], NULL);
}

/* A log that goes on in another encoding, as what several programs append to. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  static const char first[] = "error 1326\r\na line of other words\r\nerror 1603\r\n";
  static const char last[] = "Fehler 1450 für\r\nxx status 1618\r\nexit code 1392 and more\r\n";
  static const char *const pairs[][2] = {
    { "UTF-8", "UTF-16LE" },     { "UTF-16LE", "UTF-8" },  { "UTF-8", "UTF-16BE" },
    { "UTF-16BE", "UTF-8" },     { "UTF-8", "UTF-16" },    { "UTF-8", "WINDOWS-1252" },
    { "WINDOWS-1252", "UTF-8" }, { "UTF-16LE", "IBM850" }, { "WINDOWS-1252", "UTF-16LE" },
  };
  g_autofree char *text = g_strconcat (first, last, NULL);
  g_autofree char *expected = scan_text (fixture, text);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (gsize step = 1; step < 100; step += 33)
      {
        g_autoptr (GByteArray) bytes = g_byte_array_new ();
        g_autofree char *found = NULL;

        append (bytes, first, pairs[i][0]);
        append (bytes, last, pairs[i][1]);
        found = scan (fixture, bytes, step, NULL, NULL);
        g_test_message ("%s, then %s, %" G_GSIZE_FORMAT " bytes at a time", pairs[i][0],
                        pairs[i][1], step);
        g_assert_cmpstr (found, ==, expected);
      }
}

static void
test_bytes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    const char *found;
  } cases[] = {
    /* line breaks */
    { "error 1326\rexit code 1603\r", "1:7 1326, 2:11 1603" },
    { "x\r\rexit code 1603", "3:11 1603" },
    { "x\r\nstep 1\rexit code 1603\n", "2:18 1603" },
    { "step 1\r\r\nexit code 1603\n", "2:11 1603" },
    /* what is no text beside a number */
    { "error 1326\x80 x\n", "1:7 1326" },
    { "error\x90 1392\n", "1:8 1392" },
    { "hr=0x80070643\x80\n", "1:4 0x80070643" },
    { "error \xC3", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step < 10; step += 4)
      {
        g_autoptr (GByteArray) bytes = g_byte_array_new ();
        g_autofree char *found = NULL;

        g_byte_array_append (bytes, (const guint8 *) cases[i].bytes,
                             (guint) strlen (cases[i].bytes));
        found = scan (fixture, bytes, step, NULL, NULL);
        g_assert_cmpstr (found, ==, cases[i].found);
      }
}

/* Programs wrap what they say, and put a number below what announces it. */
static void
test_wrapped (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *lines[6]; /* the line break is the system's */
    const char *found;
    const char *encodings[7];
  } cases[] = {
    { { "x: The user name or password", "is incorrect.", "", "Exit code:", "  1603", "1392" },
      "1 1326, 5 1603",
      { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" } },
    { { "für Das System kann den angegebenen", "  Pfad nicht finden.", "Exit code: ", "1603" },
      "1 3, 4 1603",
      { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "WINDOWS-1252", "IBM850" } },
    { { "код: Не удается найти", "указанный файл.", "Exit code =", "1618", "1392" },
      "1 2, 4 1618",
      { "UTF-8", "UTF-16LE", "UTF-32BE", "WINDOWS-1251", "IBM866" } },
    /* one line break, and a number alone in its line */
    { { "für the user name or password", "", "is incorrect.", "Exit code:", "1603 files" },
      "",
      { "UTF-8", "UTF-16LE", "WINDOWS-1252" } },
  };
  static const char *const breaks[] = { "\n", "\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (breaks); j++)
      {
        g_autoptr (GString) text = g_string_new (NULL);

        for (gsize k = 0; k < G_N_ELEMENTS (cases[i].lines) && cases[i].lines[k] != NULL; k++)
          g_string_append_printf (text, "%s%s", cases[i].lines[k], breaks[j]);
        for (const char *const *encoding = cases[i].encodings; *encoding != NULL; encoding++)
          for (gsize step = 1; step < 100; step += 33)
            {
              g_autoptr (GByteArray) bytes = g_byte_array_new ();
              g_autofree char *found = NULL;

              append (bytes, text->str, *encoding);
              found = scan_codes (fixture, bytes, step);
              g_test_message ("%s, %s", *encoding, text->str);
              g_assert_cmpstr (found, ==, cases[i].found);
            }
      }
}

/* Where a text fits several code pages, the user's language decides. */
static void
test_languages (void)
{
  static const char text[] = "p\xF8"
                             "ipojen\xED";
  static const char *const czech[] = { "cs_CZ", "cs", NULL };
  static const char *const danish[] = { "da", NULL };

  g_assert_cmpstr (winerror_encoding_guess_page (text, sizeof text - 1, czech), ==, "WINDOWS-1250");
  g_assert_cmpstr (winerror_encoding_guess_page (text, sizeof text - 1, danish), ==,
                   "WINDOWS-1252");
  g_assert_cmpstr (winerror_encoding_guess_page (text, sizeof text - 1, NULL), ==, "WINDOWS-1252");
}

static void
test_names (void)
{
  g_autoptr (GError) error = NULL;

  for (const char *const *name = winerror_encoding_list (); *name != NULL; name++)
    {
      g_assert_true (winerror_encoding_check (*name, &error));
      g_assert_no_error (error);
    }
  g_assert_false (winerror_encoding_check ("klingon", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/encoding/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/encoding/wide", Fixture, NULL, set_up, test_wide, tear_down);
  g_test_add ("/encoding/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/encoding/wrapped", Fixture, NULL, set_up, test_wrapped, tear_down);
  g_test_add ("/encoding/bytes", Fixture, NULL, set_up, test_bytes, tear_down);
  g_test_add_func ("/encoding/languages", test_languages);
  g_test_add_func ("/encoding/names", test_names);

  return g_test_run ();
}
