// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-lines.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  WinerrorCatalog *catalog;
  GFile *file;
  GMainLoop *loop;
  GCancellable *cancellable;
  GPtrArray *lines;
  GError *error;
  goffset done; /* as progress says */
  goffset total;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFileIOStream) stream = NULL;

  fixture->catalog = winerror_catalog_new_built_in (&fixture->error);
  g_assert_no_error (fixture->error);
  fixture->file = g_file_new_tmp ("winerror-log-XXXXXX", &stream, &fixture->error);
  g_assert_no_error (fixture->error);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->lines, g_ptr_array_unref);
  g_clear_error (&fixture->error);
  g_clear_object (&fixture->cancellable);
  g_main_loop_unref (fixture->loop);
  g_object_unref (fixture->catalog); /* the thread that read may still have it */
}

static void
write_log (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_replace_contents (fixture->file, text, strlen (text), NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));
}

static WinerrorLogLine *
line_new (Fixture *fixture, const char *line, const char *code)
{
  guint position;
  const char *start = strstr (line, code);

  g_assert_nonnull (start);
  g_assert_true (
      winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, 1326, &position));
  return winerror_log_line_new (winerror_catalog_get_entry (fixture->catalog, position), 7, line,
                                strlen (line), (gsize) (start - line), strlen (code));
}

/* What a list shows of a line. */
static void
test_line (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *line;
    const char *code;
    const char *text;
    const char *shown; /* of the code */
  } cases[] = {
    { "1326", "1326", "1326", "1326" },
    { "error 1326.", "1326", "error 1326.", "1326" },
    { "  error  1326 \t x\r", "1326", "error 1326 x", "1326" },
    { "a\001error=1326\033[mb", "1326", "aerror=1326[mb", "1326" },
    { "\xC9"
      "chec 1326",
      "1326", "\uFFFDchec 1326", "1326" },
    { "The first words of a long line are cut off, the last ones before the code are not: 1326 x",
      "1326", "…cut off, the last ones before the code are not: 1326 x", "1326" },
    { "The user  name is wrong", "The user  name", "The user name is wrong", "The user name" },
    { "0123456789012345678901234567890123456789012345678901326", "1326",
      "…3456789012345678901234567890123456789012345678901326", "1326" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorLogLine *line = line_new (fixture, cases[i].line, cases[i].code);
      g_autofree char *code = g_strndup (line->text + line->start, line->length);

      g_test_message ("%s", line->text);
      g_assert_cmpuint (winerror_entry_get_code (line->entry), ==, 1326);
      g_assert_cmpuint (line->number, ==, 7);
      g_assert_true (g_utf8_validate (line->text, -1, NULL));
      g_assert_null (strpbrk (line->text, "\t\r\n\001\033"));
      g_assert_cmpstr (line->text, ==, cases[i].text);
      g_assert_cmpstr (code, ==, cases[i].shown);
      winerror_log_line_unref (winerror_log_line_ref (line));
      winerror_log_line_unref (line);
    }
}

/* "1:1326@error 1326", for each line */
static char *
show (GPtrArray *lines)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const WinerrorLogLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (out, "%s%" G_GUINT64_FORMAT ":%u@%s", i > 0 ? "; " : "", line->number,
                              winerror_entry_get_code (line->entry), line->text);
    }
  return g_string_free (out, FALSE);
}

#define LOG "error 1326\nnothing\nFehler 1603, exit code 1618\n"
#define LOG_SHOW                                                                                   \
  "1:1326@error 1326; 3:1603@Fehler 1603, exit code 1618; "                                        \
  "3:1618@Fehler 1603, exit code 1618"

static void
test_text (Fixture *fixture, gconstpointer data)
{
  gboolean more;
  g_autoptr (GPtrArray) lines = winerror_log_lines_read_text (fixture->catalog, LOG, &more);
  g_autoptr (GPtrArray) none = winerror_log_lines_read_text (fixture->catalog, "", &more);
  g_autofree char *shown = show (lines);

  g_assert_cmpstr (shown, ==, LOG_SHOW);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (more);
}

static void
progress_cb (goffset done, goffset total, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpint (done, >, 0);
  g_assert_cmpint (done, >=, fixture->done);
  fixture->done = done;
  fixture->total = total;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  gboolean more;

  fixture->lines = winerror_log_lines_read_finish (result, &more, &fixture->error);
  g_assert_false (more);
  g_main_loop_quit (fixture->loop);
}

static void
read_file (Fixture *fixture)
{
  winerror_log_lines_read_async (fixture->catalog, fixture->file, fixture->cancellable, progress_cb,
                                 fixture, read_cb, fixture);
  g_main_loop_run (fixture->loop);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *shown = NULL;

  write_log (fixture, LOG);
  read_file (fixture);
  g_assert_no_error (fixture->error);
  shown = show (fixture->lines);
  g_assert_cmpstr (shown, ==, LOG_SHOW);
  g_assert_cmpint (fixture->total, ==, strlen (LOG));
  g_assert_cmpint (fixture->done, ==, strlen (LOG));
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_file_delete (fixture->file, NULL, NULL);
  read_file (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (fixture->lines);
}

/* Nothing is reported any more once reading is cancelled. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  write_log (fixture, LOG);
  g_cancellable_cancel (fixture->cancellable);
  read_file (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->lines);
  g_assert_cmpint (fixture->done, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/log-lines/line", Fixture, NULL, set_up, test_line, tear_down);
  g_test_add ("/log-lines/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/log-lines/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/log-lines/no-file", Fixture, NULL, set_up, test_no_file, tear_down);
  g_test_add ("/log-lines/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);

  return g_test_run ();
}
