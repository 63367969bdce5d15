// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-scanner.h"

#include "slow-stream.h"
#include "winerror-test-utils.h"

#include <string.h>

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorScanner *scanner;
} Fixture;

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
  /* the thread of a task may still be about to give back its own reference */
  while (g_atomic_int_get (&((GObject *) fixture->catalog)->ref_count) > 1)
    g_thread_yield ();
  g_assert_finalize_object (fixture->catalog);
}

static gboolean
found_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  GString *out = user_data;

  g_string_append_printf (out, "%s%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT " %.*s",
                          out->len > 0 ? ", " : "", place->line, place->column, (int) place->length,
                          place->text);
  return TRUE;
}

static char *
scan (Fixture *fixture, const char *bytes, gsize length, gsize step, gsize block_size)
{
  g_autoptr (GInputStream) stream = test_slow_stream_new (bytes, length, step);
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);
  WinerrorLogHandler handler = { .place = found_cb, .user_data = out };
  gboolean read = winerror_log_scanner_scan (fixture->scanner, stream, block_size, &handler, NULL,
                                             &error);

  g_assert_no_error (error);
  g_assert_true (read);
  return g_string_free (out, FALSE);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  while ((text = strstr (text, part)) != NULL)
    {
      text += strlen (part);
      n++;
    }
  return n;
}

#define BYTES(text) text, sizeof text - 1

static void
test_places (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *found;
  } cases[] = {
    { BYTES (""), "" },
    { BYTES ("\n"), "" },
    { BYTES ("error 1326"), "1:7 1326" },
    { BYTES ("\n\nerror 1326\n"), "3:7 1326" },
    { BYTES ("x\r\nerror 1326\r\n\r\nerror 1603\r\n"), "2:7 1326, 4:7 1603" },
    { BYTES ("Überraschung: Fehler 1326"), "1:22 1326" },
    { BYTES ("\xDC"
             "berraschung: \x80\x80 Fehler 1326"),
      "1:25 1326" },
    { BYTES ("\xEF\xBB\xBF"
             "error 1326"),
      "1:7 1326" },
    { BYTES ("a\0b\0 error 1326\0\n\0error 1603"), "1:12 1326, 2:8 1603" },
    { BYTES ("\xFF\xFE"
             "e\0r\0r\0 \0001\0003\0002\0006\0\n\0"),
      "1:5 1326" },
    { BYTES ("\xFE\xFF\0e\0r\0r\0 \0001\0003\0002\0006"), "1:5 1326" },
    /* half a surrogate pair, a character beyond the first plane, half a character at the end */
    { BYTES ("\xFF\xFE\x00\xD8"
             "e\0r\0r\0 \0001\0003\0002\0006\0"),
      "1:6 1326" },
    { BYTES ("\xFF\xFE\x3D\xD8\x00\xDE"
             "e\0r\0r\0 \0001\0003\0002\0006\0"),
      "1:6 1326" },
    { BYTES ("\xFF\xFE"
             "e\0r\0r\0 \0001\0003\0002\0006\0 \0\n"),
      "1:5 1326" },
    /* without a byte order mark */
    { BYTES ("e\0r\0r\0 \0001\0003\0002\0006\0\n\0"), "1:5 1326" },
    { BYTES ("\0e\0r\0r\0 \0001\0003\0002\0006\0\n"), "1:5 1326" },
    { BYTES ("\xFF\xFE"), "" },
    { BYTES ("\xFF"), "" },
    /* written for a terminal */
    { BYTES ("\033[1;31mexit code\033[0m: \033[1m1603\033[m\n"), "1:27 1603" },
    { BYTES ("error \033[31"), "" },
    { BYTES ("\033\033[1merror 1326\033"), "1:12 1326" },
    { BYTES ("exit code: \033(B\033[m1603\033(B\033[m"), "1:18 1603" },
    { BYTES ("\033[\033[1;31merror 1326"), "1:16 1326" },
    { BYTES ("\033 error 1326"), "1:9 1326" },
  };
  static const gsize steps[] = { 1, 2, 3, 7, 4096 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (steps); j++)
      {
        g_autofree char *found = scan (fixture, cases[i].bytes, cases[i].length, steps[j],
                                       WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE);

        g_assert_cmpstr (found, ==, cases[i].found);
      }
}

/* A line that does not fit into a block, with matches wherever one block may end and the next
 * begin: each is found, and none twice. */
static void
test_long_line (Fixture *fixture, gconstpointer data)
{
  static const gsize steps[] = { 101, 4099, 1000000 };
  g_autoptr (GString) line = g_string_new ("first\n");
  g_autoptr (GString) expected = g_string_new (NULL);
  guint64 column = 1;

  for (guint i = 0; line->len < 5 * WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE; i++)
    {
      static const char *const texts[] = {
        "error 1326",
        "The user name or password is incorrect.",
        "ERROR_INSTALL_FAILURE",
        "data 532, v1db1",
        "hr=80070643",
      };
      static const char *const found[] = {
        "1326",     "The user name or password is incorrect.", "ERROR_INSTALL_FAILURE", "532",
        "80070643",
      };
      static const guint offsets[] = { 6, 0, 0, 5, 3 };
      guint kind = i % G_N_ELEMENTS (texts);
      guint filling = 520 + i % 13;

      g_string_append (line, texts[kind]);
      g_string_append (line, "; ");
      g_string_append_printf (expected, "%s2:%" G_GUINT64_FORMAT " %s", i > 0 ? ", " : "",
                              column + offsets[kind], found[kind]);
      column += strlen (texts[kind]) + 2 + filling;
      for (guint j = 0; j < filling; j++)
        g_string_append (line, "ä");
      g_string_append_c (line, ';');
      column++;
    }
  g_string_append (line, "\nerror 1603");
  g_string_append (expected, ", 3:7 1603");

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    for (gsize size = WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE;
         size < WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE + 40; size += 3)
      {
        g_autofree char *found = scan (fixture, line->str, line->len, steps[i], size);

        g_assert_cmpstr (found, ==, expected->str);
      }
}

/* Control sequences for a terminal, and what only begins like one, in a line longer than blocks. */
static void
test_long_coloured_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *whole = NULL;
  g_autofree char *parts = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_string_append (line, "\033[\033[1;31merror 1326\033(B\033[m ");
      for (guint j = 0; j < 600; j++)
        g_string_append_c (line, 'x');
      g_string_append_c (line, ' ');
    }
  whole = scan (fixture, line->str, line->len, line->len, WINERROR_LOG_SCANNER_BLOCK_SIZE);
  parts = scan (fixture, line->str, line->len, 997, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE);
  g_assert_true (g_str_has_suffix (whole, " 1326"));
  g_assert_cmpuint (count (whole, "1326"), ==, 300);
  g_assert_cmpstr (parts, ==, whole);
}

/* More UTF-16 than fits into a block, without a line break. */
static void
test_long_wide_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *wide = NULL;
  g_autofree char *found = NULL;
  gsize length;

  for (guint i = 0; i < 60000; i++)
    g_string_append (text, "世");
  g_string_append (text, " error 1326");
  wide = g_convert (text->str, (gssize) text->len, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (wide);

  found = scan (fixture, wide, length, 100000, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE);
  g_assert_cmpstr (found, ==, "1:60008 1326");
}

static gboolean
stop_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  guint *n = user_data;

  return --*n > 0;
}

static void
test_stop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GInputStream)
      stream = test_slow_stream_new (BYTES ("error 1326\nerror 1603\nerror 1618\n"), 4096);
  guint n = 2;
  WinerrorLogHandler handler = { .place = stop_cb, .user_data = &n };

  g_assert_true (winerror_log_scanner_scan (fixture->scanner, stream,
                                            WINERROR_LOG_SCANNER_BLOCK_SIZE, &handler, NULL, NULL));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GInputStream) stream = test_slow_stream_new ("", 0, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  WinerrorLogHandler handler = { .place = found_cb, .user_data = out };

  g_input_stream_close (stream, NULL, NULL);
  g_assert_false (winerror_log_scanner_scan (
      fixture->scanner, stream, WINERROR_LOG_SCANNER_BLOCK_SIZE, &handler, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
end_cb (const WinerrorLogEnd *end, gpointer user_data)
{
  *(WinerrorLogEnd *) user_data = *end;
}

static gboolean
pass_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  return TRUE;
}

/* Where the last line begins, by which a log that grows is read on. */
static void
test_end (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gsize length;
    guint64 line;
    guint64 offset;
    const char *charset;
  } cases[] = {
    { "", 0, 1, 0, NULL },
    { "error 1326", 10, 1, 0, NULL },
    { "error 1326\n", 11, 2, 11, NULL },
    { "error 1326\nlast", 15, 2, 11, NULL },
    { "\xEF\xBB\xBF\nlast", 8, 2, 4, NULL },
    { "\xEF\xBB\xBFlast", 7, 1, 3, NULL },
    { "\xFF\xFE\n\0l\0", 6, 2, 1, "UTF-16LE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step <= 64; step *= 4)
      {
        g_autoptr (GInputStream)
            stream = test_slow_stream_new (cases[i].text, cases[i].length, step);
        WinerrorLogEnd end = { 0 };
        WinerrorLogHandler handler = { .place = pass_cb, .end = end_cb, .user_data = &end };

        g_assert_true (winerror_log_scanner_scan (
            fixture->scanner, stream, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, &handler, NULL, NULL));
        g_assert_cmpuint (end.line, ==, cases[i].line);
        g_assert_cmpuint (end.offset, ==, cases[i].offset);
        g_assert_cmpstr (end.charset, ==, cases[i].charset);
      }
}

static gboolean
check_offset_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  g_assert_cmpmem ((const char *) user_data + place->offset, place->length, place->text,
                   place->length);
  return TRUE;
}

/* A place can be found again by its offset, also behind a line that is longer than a block. */
static void
test_offset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("\xEF\xBB\xBF");

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *filler = g_strnfill (3 * WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, 'x');

      g_string_append_printf (text, "error 1326\n%s error 1603, exit code 1618\n", filler);
    }
  for (gsize step = 1000; step <= 100000; step *= 10)
    {
      g_autoptr (GInputStream) stream = test_slow_stream_new (text->str, text->len, step);
      WinerrorLogHandler handler = { .place = check_offset_cb, .user_data = text->str };

      g_assert_true (winerror_log_scanner_scan (
          fixture->scanner, stream, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, &handler, NULL, NULL));
    }
}

static void
failure_cb (const WinerrorLogFailure *failure, gpointer user_data)
{
  GString *out = user_data;

  g_string_append_printf (out, "%s%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %s",
                          out->len > 0 ? ", " : "", failure->line, failure->message_line,
                          failure->message != NULL ? failure->message : "-");
}

static gboolean
pass_over_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  return TRUE;
}

/* Of an installation that failed, the first action that did, and what the log says above it. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
#define START   "=== Verbose logging started: 3/18/2014  14:20:00 ===\n"
#define ACTION  "Action ended 14:20:42: InstallFiles. Return value 3.\n"
#define MESSAGE "Product: Palewood -- Error writing. System error 1392.\n"
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { START MESSAGE "\n" ACTION ACTION "MainEngineThread is returning 1603\n", "4 2 error 1392." },
    { START ACTION MESSAGE ACTION, "2 0 -" },
    { START "MainEngineThread is returning 1603\n" ACTION, "3 0 -" },
    { START MESSAGE "Aktion beendet um 14:20:42: INSTALL. Rückgabewert 3.", "3 2 error 1392." },
    { START MESSAGE "操作结束 14:20:42: INSTALL。返回值 3。\r\nAction 14:20:42: X. y 3",
      "4 2 error 1392." },
    { START "Action ended 14:20:42: InstallFiles. Return value 1.\n", "" },
    { START "Action ended 14:20:42: InstallFiles. Return value 13.\n", "" },
    { START "14:20:42 Return value 3.\n", "" },
    { "x\n" MESSAGE ACTION, "" },
  };
  static const gsize steps[] = { 1, 13, 4096 };
#undef START
#undef ACTION
#undef MESSAGE

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (steps); j++)
      {
        g_autoptr (GInputStream)
            stream = test_slow_stream_new (cases[i].text, strlen (cases[i].text), steps[j]);
        g_autoptr (GString) out = g_string_new (NULL);
        WinerrorLogHandler handler = { .place = pass_over_cb,
                                       .failure = failure_cb,
                                       .user_data = out };

        g_assert_true (winerror_log_scanner_scan (
            fixture->scanner, stream, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, &handler, NULL, NULL));
        g_assert_cmpstr (out->str, ==, cases[i].found);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/log/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/log/long-line", Fixture, NULL, set_up, test_long_line, tear_down);
  g_test_add ("/log/long-coloured-line", Fixture, NULL, set_up, test_long_coloured_line, tear_down);
  g_test_add ("/log/long-wide-line", Fixture, NULL, set_up, test_long_wide_line, tear_down);
  g_test_add ("/log/stop", Fixture, NULL, set_up, test_stop, tear_down);
  g_test_add ("/log/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/log/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/log/end", Fixture, NULL, set_up, test_end, tear_down);
  g_test_add ("/log/offset", Fixture, NULL, set_up, test_offset, tear_down);

  return g_test_run ();
}
