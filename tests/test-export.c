// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Results on their way to a file, and to paper. */

#include "winerror-printout.h"
#include "winerror-ticket.h"
#include "winerror-export-actions.h"
#include "winerror-window-test.h"

#include <glib/gstdio.h>

/* The last part of what the notice of a window is to say. */
typedef struct
{
  WinerrorWindow *window;
  const char *text;
} Expected;

static gboolean
is_said (gpointer data)
{
  const Expected *expected = data;
  const char *notice = get_notice (expected->window);

  return notice != NULL && strstr (notice, expected->text) != NULL;
}

static void
wait_for_notice (WinerrorWindow *window, const char *text)
{
  Expected expected = { window, text };

  winerror_test_wait_until (is_said, &expected, text);
  g_assert_cmpstr (get_status (window), ==, get_notice (window));
}

/* Saves what the window shows under a name, and reads it again. */
static char *
save (WinerrorWindow *window, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *end = g_strconcat (" saved in ", name, NULL);
  char *text = NULL;

  winerror_export_actions_save (WINERROR_VIEWER (window), file);
  wait_for_notice (window, end);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  return text;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

/* The name of the file says the format; several that are selected are saved, else all. */
static void
test_save (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *html = NULL;
  g_autofree char *line = NULL;

  type (window, "0xC000006D");
  text = save (window, folder, "results.txt");
  g_assert_cmpuint (count (text, "STATUS_LOGON_FAILURE (0xC000006D"), ==, 1);
  g_assert_cmpuint (count (text, "ERROR_LOGON_FAILURE (1326, 0x52E)"), ==, 1);

  csv = save (window, folder, "results.CSV");
  g_assert_true (g_str_has_prefix (csv, "code,hex,"));
  html = save (window, folder, "results.html");
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n"));
  g_assert_nonnull (strstr (html, "<table>"));

  type (window, "password");
  gtk_selection_model_select_range (get_shown (window), 0, 3, TRUE);
  g_settings_set_enum (settings, "format", WINERROR_FORMAT_LINE);
  line = save (window, folder, "lines");
  g_assert_cmpuint (count (line, "\n"), ==, 3);
  g_rmdir (folder);
  close_window (window);
}

/* What cannot be written is said. */
static void
test_not_saved (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (GFile) file = g_file_new_for_path ("/no/such/folder/results.txt");

  winerror_export_actions_save (WINERROR_VIEWER (window), file);
  wait_for_notice (window, "results.txt: ");

  type (window, "qqqqqq");
  winerror_export_actions_save (WINERROR_VIEWER (window), file); /* nothing to save */
  close_window (window);
}

static int
count_pages (const char *text)
{
  g_autoptr (GtkPrintOperation) operation = winerror_printout_new (text, "test");
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "test.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *pdf = NULL;
  GtkPrintOperationResult result;
  int n_pages;

  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint ((int) result, ==, (int) GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_unlink (path);
  g_rmdir (folder);
  return n_pages;
}

static void
test_print (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpint (count_pages (""), ==, 1);
  g_assert_cmpint (count_pages ("one line\n"), ==, 1);
  for (int i = 0; i < 200; i++)
    g_string_append_printf (text, "line %d\n", i);
  g_assert_cmpint (count_pages (text->str), >, 2);
  g_assert_cmpint (count_pages (text->str), <, 8);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);

  g_test_add_func ("/export/save", test_save);
  g_test_add_func ("/export/not-saved", test_not_saved);
  g_test_add_func ("/export/print", test_print);
  return winerror_window_test_run ();
}
