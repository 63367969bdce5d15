// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-logs.h"

#include "winerror-test-utils.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorScanner *scanner;
  char *folder;
  char *path;
  WinerrorLogFile *log;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  fixture->catalog = winerror_test_load_catalog ();
  fixture->scanner = winerror_scanner_new (fixture->catalog);
  fixture->folder = winerror_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "setup.log", NULL);
  file = g_file_new_for_path (fixture->path);
  fixture->log = winerror_log_file_new (file);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_log_file_unref (fixture->log);
  g_free (fixture->path);
  winerror_test_remove_folder (fixture->folder);
  winerror_scanner_free (fixture->scanner);
  g_object_unref (fixture->catalog); /* the thread that read may still have it */
}

static void
write_log (Fixture *fixture, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, length, &error);
  g_assert_no_error (error);
}

static void
append_log (Fixture *fixture, const char *text)
{
  FILE *file = g_fopen (fixture->path, "a");

  fputs (text, file);
  fclose (file);
}

/* Reads the log, on where it was read before; tells how many bytes were read for that. */
static guint64
read_log (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  WinerrorLogFile *log = winerror_log_file_read (fixture->log, fixture->scanner, NULL, NULL, NULL,
                                                 &error);
  guint64 from = fixture->log->end.offset;

  g_assert_no_error (error);
  winerror_log_file_unref (fixture->log);
  fixture->log = log;
  return log->size - from;
}

/* "1603@3" for each place of each code. */
static char *
show (WinerrorLogReport *report)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < winerror_log_report_get_n_codes (report); i++)
    {
      const WinerrorLogCode *code = winerror_log_report_get_code (report, i);

      g_assert_cmpuint (code->count, ==, code->places->len);
      for (guint j = 0; j < code->places->len; j++)
        g_string_append_printf (out, "%s%u@%" G_GUINT64_FORMAT, out->len > 0 ? " " : "",
                                code->code.code,
                                g_array_index (code->places, WinerrorLogPosition, j).line);
    }
  return g_string_free (out, FALSE);
}

static void
assert_shows (Fixture *fixture, const char *expected)
{
  g_autofree char *shown = show (fixture->log->report);

  g_assert_cmpstr (shown, ==, expected);
}

/* What is added is read, and nothing twice. */
static void
test_grow (Fixture *fixture, gconstpointer data)
{
  write_log (fixture, "error 1326\nnothing\n", -1);
  read_log (fixture);
  assert_shows (fixture, "1326@1");
  append_log (fixture, "error 1603\nhalf an");
  g_assert_cmpuint (read_log (fixture), ==, strlen ("error 1603\nhalf an"));
  assert_shows (fixture, "1326@1 1603@3");
  append_log (fixture, " hour, then error 1326\n");
  read_log (fixture);
  assert_shows (fixture, "1326@1 1326@4 1603@3");
  g_assert_cmpuint (winerror_log_report_get_n_lines (fixture->log->report), ==, 3);
  g_assert_cmpuint (read_log (fixture), ==, 0);
  assert_shows (fixture, "1326@1 1326@4 1603@3");
}

/* The last line may have become another one. */
static void
test_grow_line (Fixture *fixture, gconstpointer data)
{
  write_log (fixture, "nothing\nerror 160", -1);
  read_log (fixture);
  append_log (fixture, "3");
  read_log (fixture);
  assert_shows (fixture, "1603@2");
  append_log (fixture, " or error 1618");
  read_log (fixture);
  assert_shows (fixture, "1603@2 1618@2");
}

/* A log that begins anew has nothing in common with the one before, whether it is shorter or longer
 * by now. */
static void
test_other (Fixture *fixture, gconstpointer data)
{
  write_log (fixture, "error 1326\nnothing\n", -1);
  read_log (fixture);
  write_log (fixture, "error 1603\n", -1);
  read_log (fixture);
  assert_shows (fixture, "1603@1");
  write_log (fixture, "nothing\nnothing\nerror 1618\n", -1);
  read_log (fixture);
  assert_shows (fixture, "1618@3");
  write_log (fixture, "", -1);
  read_log (fixture);
  assert_shows (fixture, "");
}

/* A log that is converted is read from its beginning. */
static void
test_grow_wide (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "error 1326\r\nerror 1603\r\n";
  gsize length;
  g_autofree char *wide = g_convert (text, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);

  write_log (fixture, wide, 24);
  read_log (fixture);
  g_assert_cmpstr (fixture->log->end.charset, ==, "UTF-16LE");
  assert_shows (fixture, "1326@1");
  write_log (fixture, wide, (gssize) length);
  read_log (fixture);
  assert_shows (fixture, "1326@1 1603@2");
}

static void
assert_context (Fixture *fixture, guint code, const char *expected)
{
  const WinerrorLogCode *found = winerror_log_report_get_code (fixture->log->report, code);
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorLogContext)
      context = winerror_log_file_read_context (fixture->log, &found->first, NULL, &error);
  g_autofree char *lines = NULL;
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (context);
  lines = g_strjoinv ("|", context->lines);
  shown = g_strdup_printf ("%" G_GUINT64_FORMAT "+%u %s", context->first, context->line, lines);
  g_assert_cmpstr (shown, ==, expected);
}

/* The line with two before and after, as far as there are any. */
static void
test_context (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "error 1326\r\nb\r\n\tc\033[1m\nerror 1603\ne\n\ng\nerror 1618";
  gsize length;
  g_autofree char *wide = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &length, NULL);

  for (guint i = 0; i < 2; i++)
    {
      write_log (fixture, i == 0 ? text : wide, i == 0 ? -1 : (gssize) length);
      read_log (fixture);
      assert_context (fixture, 0, "1+0 error 1326|b|c");
      assert_context (fixture, 1, "2+2 b|c|error 1603|e|");
      assert_context (fixture, 2, "6+2 |g|error 1618");
    }
}

/* In a line that is longer than can be shown, the part that has the code. */
static void
test_long_context (Fixture *fixture, gconstpointer data)
{
  g_autofree char *filler = g_strnfill (100000, 'x');
  g_autofree char *text = g_strdup_printf ("a\n%s error 1603 %s\nc\n", filler, filler);
  const WinerrorLogCode *code;
  g_autoptr (WinerrorLogContext) context = NULL;

  write_log (fixture, text, -1);
  read_log (fixture);
  code = winerror_log_report_get_code (fixture->log->report, 0);
  context = winerror_log_file_read_context (fixture->log, &code->first, NULL, NULL);
  g_assert_nonnull (strstr (context->lines[context->line], "xx error 1603 xx"));
  g_assert_cmpuint (strlen (context->lines[context->line]), <, 1000);
}

/* What has gone since is said, and what is not kept is nothing. */
static void
test_no_context (Fixture *fixture, gconstpointer data)
{
  WinerrorLogPosition position = { .line = 1, .offset = 6 };
  g_autoptr (GError) error = NULL;

  write_log (fixture, "error 1326\n", -1);
  read_log (fixture);
  write_log (fixture, "e", -1);
  g_assert_null (winerror_log_file_read_context (fixture->log, &position, NULL, &error));
  g_assert_no_error (error);
  g_remove (fixture->path);
  g_assert_null (winerror_log_file_read_context (fixture->log, &position, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A text in memory; a large one is let go of when it was read. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) text = g_string_new ("a\nerror 1603\n");
      g_autoptr (GBytes) bytes = NULL;

      while (i > 0 && text->len < 5 * 1024 * 1024)
        g_string_append (text, "nothing to see here\n");
      bytes = g_bytes_new (text->str, text->len);
      winerror_log_file_unref (fixture->log);
      fixture->log = winerror_log_file_new_for_text (bytes, "Pasted text");
      read_log (fixture);
      assert_shows (fixture, "1603@2");
      if (i == 0)
        assert_context (fixture, 0, "1+1 a|error 1603");
      else
        g_assert_null (fixture->log->text);
    }
}

/* Several logs */

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  g_assert_cmpint (done, <=, total);
}

static WinerrorLogs *
read_logs (Fixture *fixture, GPtrArray *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  winerror_logs_read_async (fixture->catalog, files, cancellable, progress_cb, NULL, result_cb,
                            &result);
  winerror_test_wait_until (has_result, &result, "the logs to be read");
  return winerror_logs_read_finish (result, error);
}

/* One after the other; what cannot be read says so and leaves the others. What was read of a log
 * that has gone stays. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "a.log", "missing.log", "b.log", "pipe.log" };
  g_autoptr (GPtrArray)
      files = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_log_file_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorLogs) logs = NULL;
  g_autoptr (WinerrorLogs) again = NULL;
  g_autofree char *shown = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      if (i % 2 == 0)
        g_file_set_contents (path, i == 0 ? "error 1603\n" : "\nerror 1618\nerror 1603\n", -1,
                             NULL);
      else if (i == 3)
        g_assert_no_errno (mkfifo (path, 0600));
      g_ptr_array_add (files, winerror_log_file_new (file));
    }
  logs = read_logs (fixture, files, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (logs->files->len, ==, 2);
  shown = show (logs->report);
  g_assert_cmpstr (shown, ==, "1603@1 1603@3 1618@2");
  g_assert_cmpuint (winerror_log_report_get_code (logs->report, 0)->last.file, ==, 1);
  g_assert_cmpuint (g_strv_length (logs->faults), ==, 2);
  g_assert_true (g_str_has_prefix (logs->faults[0], "missing.log: "));
  g_assert_cmpstr (logs->faults[1], ==, "pipe.log: expected a file, found a pipe");

  g_assert_no_errno (
      g_remove (g_file_peek_path (((WinerrorLogFile *) g_ptr_array_index (logs->files, 0))->file)));
  again = read_logs (fixture, logs->files, cancellable, &error);
  g_assert_cmpuint (winerror_log_report_get_code (again->report, 0)->count, ==, 2);
  g_assert_true (g_str_has_prefix (again->faults[0], "a.log: "));

  g_cancellable_cancel (cancellable);
  g_assert_null (read_logs (fixture, files, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/log-file/grow", test_grow },
    { "/log-file/grow-line", test_grow_line },
    { "/log-file/other", test_other },
    { "/log-file/grow-wide", test_grow_wide },
    { "/log-file/context", test_context },
    { "/log-file/long-context", test_long_context },
    { "/log-file/no-context", test_no_context },
    { "/log-file/text", test_text },
    { "/log-file/several", test_several },
  };

  winerror_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
