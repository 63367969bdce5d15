// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What the window shows of logs. */

#include "winerror-window-test.h"

#include "winerror-log-places.h"

#include <glib/gstdio.h>

static gboolean
is_read (gpointer data)
{
  return !gtk_widget_get_visible (find (data, "progress_box"));
}

static char *
write_log (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
read_paths (WinerrorWindow *window, const char *const *paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  winerror_viewer_read_logs (WINERROR_VIEWER (window), (GFile *const *) files->pdata, files->len);
  winerror_test_wait_until (is_read, window, "the logs");
}

static gpointer
find_in_places (WinerrorWindow *window, const char *name)
{
  GtkWidget *places = find_type (find (window, "detail_panel"), WINERROR_TYPE_LOG_PLACES);

  g_assert_true (gtk_widget_get_visible (places));
  return gtk_widget_get_template_child (places, WINERROR_TYPE_LOG_PLACES, name);
}

static const char *
get_lines (WinerrorWindow *window)
{
  return gtk_label_get_text (find_in_places (window, "lines_label"));
}

static gboolean
shows_first_lines (gpointer data)
{
  return g_str_equal (get_lines (data), "a\nerror 1603\nc\nd");
}

static gboolean
shows_last_lines (gpointer data)
{
  return g_str_equal (get_lines (data), "d\nexit code 1618\nMainEngineThread is returning 1603");
}

static gboolean
shows_reason (gpointer data)
{
  return g_str_equal (get_lines (data), "=== Logging started ===\n"
                                        "Error 1310. Error writing to file: C:\\a.dll.\n"
                                        "Action ended 16:28:12: InstallFinalize. Return value 3.\n"
                                        "MainEngineThread is returning 1603");
}

/* A failed installation has its reason above the number at its end, and one goes there. */
static void
test_failure (void)
{
  WinerrorWindow *window = open_window ();
  char *folder = winerror_test_make_folder ();
  g_autofree char *path = write_log (folder, "setup.log",
                                     "=== Logging started ===\n"
                                     "Error 1310. Error writing to file: C:\\a.dll.\n"
                                     "Action ended 16:28:12: InstallFinalize. Return value 3.\n"
                                     "MainEngineThread is returning 1603\n");
  const char *const paths[] = { path, NULL };
  GtkWidget *button;
  GtkWidget *heading;

  winerror_detail_panel_set_ready (find (window, "detail_panel"));
  read_paths (window, paths);
  g_assert_cmpuint (current_code (window), ==, 1310);
  heading = gtk_widget_get_first_child (
      find_type (find (window, "result_list"), WINERROR_TYPE_ROW));
  g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (heading)), ==,
                   "1310  1×  · Windows Installer message  · line 2");
  button = find_in_places (window, "failure_button");
  g_assert_false (gtk_widget_get_visible (button));
  winerror_result_list_move (find (window, "result_list"), 1);
  g_assert_cmpuint (current_code (window), ==, 1603);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_label_get_text (find_in_places (window, "failure_label")), ==,
                   "Look at line 2: Error 1310. Error writing to file: C:\\a.dll.");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (current_code (window), ==, 1310);
  winerror_test_wait_until (shows_reason, window, "the lines");
  g_assert_false (gtk_widget_get_visible (button));
  winerror_test_remove_folder (folder);
  close_window (window);
}

static gboolean
shows_russian (gpointer data)
{
  return g_str_equal (get_lines (data), "error 1603 при");
}

/* The encoding is shown; where it was guessed wrong, another one is chosen. */
static void
test_encoding (void)
{
  WinerrorWindow *window = open_window ();
  char *folder = winerror_test_make_folder ();
  g_autofree char *path = write_log (folder, "a.log", "error 1603 \xEF\xF0\xE8\n");
  const char *const paths[] = { path, NULL };

  winerror_detail_panel_set_ready (find (window, "detail_panel"));
  read_paths (window, paths);
  g_action_group_activate_action (G_ACTION_GROUP (window), "log-encoding",
                                  g_variant_new_string ("WINDOWS-1251"));
  winerror_test_wait_until (is_read, window, "the log");
  g_assert_cmpstr (gtk_label_get_text (find_in_bar (window, "count_label")), ==,
                   "1 code on 1 line · WINDOWS-1251");
  winerror_test_wait_until (shows_russian, window, "the lines");
  g_action_group_activate_action (G_ACTION_GROUP (window), "log-encoding",
                                  g_variant_new_string ("IBM850"));
  winerror_test_wait_until (is_read, window, "the log");
  g_assert_cmpstr (gtk_label_get_text (find_in_bar (window, "count_label")), ==,
                   "1 code on 1 line · IBM850");
  winerror_test_remove_folder (folder);
  close_window (window);
}

static gboolean
shows_other_lines (gpointer data)
{
  return g_str_equal (get_lines (data), "c\nd\nexit code 1618\nMainEngineThread is returning 1603");
}

/* A row for each code, above the entry the lines around its place, and one goes from place to
 * place. */
static void
test_places (void)
{
  WinerrorWindow *window = open_window ();
  char *folder = winerror_test_make_folder ();
  g_autofree char *path = write_log (folder, "setup.log",
                                     "a\nerror 1603\nc\nd\nexit code 1618\n"
                                     "MainEngineThread is returning 1603\n");
  const char *const paths[] = { path, NULL };

  winerror_detail_panel_set_ready (find (window, "detail_panel"));
  read_paths (window, paths);
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 2);
  g_assert_cmpstr (gtk_label_get_text (find_in_bar (window, "count_label")), ==,
                   "2 codes on 3 lines · UTF-8");
  winerror_test_wait_until (shows_first_lines, window, "the lines");
  g_assert_cmpstr (gtk_label_get_text (find_in_places (window, "place_label")), ==, "Line 2");
  g_assert_cmpstr (gtk_label_get_text (find_in_places (window, "number_label")), ==,
                   "Place 1 of 2");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.log-place", "i", 1);
  winerror_test_wait_until (shows_last_lines, window, "the lines");
  g_assert_cmpstr (gtk_label_get_text (find_in_places (window, "place_label")), ==, "Line 6");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.log-place", "i", 1);
  winerror_test_wait_until (shows_first_lines, window, "the lines");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.log-place", "i", -1);
  winerror_test_wait_until (shows_last_lines, window, "the lines");

  /* of a code that is there once, nothing is to go to */
  winerror_result_list_move (find (window, "result_list"), 1);
  winerror_test_wait_until (shows_other_lines, window, "the lines");
  g_assert_false (gtk_widget_get_visible (find_in_places (window, "buttons")));

  /* a query is no part of the log */
  type (window, "1603");
  g_assert_false (
      gtk_widget_get_visible (find_type (find (window, "detail_panel"), WINERROR_TYPE_LOG_PLACES)));
  g_assert_false (gtk_widget_get_visible (find (window, "log_bar")));
  winerror_test_remove_folder (folder);
  close_window (window);
}

/* What is looked up while a log is read stays; the log is there when it is cleared. */
static void
test_meanwhile (void)
{
  WinerrorWindow *window = open_window ();
  char *folder = winerror_test_make_folder ();
  g_autofree char *path = write_log (folder, "a.log", "error 1603\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  type (window, "1326");
  winerror_viewer_read_logs (WINERROR_VIEWER (window), &file, 1);
  type (window, "1618");
  winerror_test_wait_until (is_read, window, "the log");
  g_assert_cmpstr (get_query (window), ==, "1618");
  g_assert_cmpuint (current_code (window), ==, 1618);
  g_assert_cmpstr (get_notice (window), ==, "a.log has been read: Esc shows it");
  activate (window, "win.clear");
  g_assert_cmpuint (current_code (window), ==, 1603);
  winerror_test_remove_folder (folder);
  close_window (window);
}

static gboolean
has_3_codes (gpointer data)
{
  return g_list_model_get_n_items (get_results (data)) == 3;
}

static gboolean
has_4_codes (gpointer data)
{
  return g_list_model_get_n_items (get_results (data)) == 4;
}

static void
append_to (const char *path, const char *text)
{
  FILE *file = g_fopen (path, "a");

  fputs (text, file);
  fclose (file);
}

/* Several logs are one list; what one of them gets is read by itself, and what is selected stays.
 * One that goes says so, and what it had stays too. */
static void
test_grow (void)
{
  WinerrorWindow *window = open_window ();
  char *folder = winerror_test_make_folder ();
  g_autofree char *a = write_log (folder, "a.log", "error 1603\nerror 1618\n");
  g_autofree char *b = write_log (folder, "b.log", "\nerror 1603\n");
  g_autofree char *missing = g_build_filename (folder, "missing.log", NULL);
  const char *const paths[] = { a, missing, b, NULL };

  read_paths (window, paths);
  g_assert_nonnull (strstr (get_notice (window), "missing.log: No such file"));
  g_assert_cmpstr (get_log_name (window), ==, "a.log and 1 more");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 2);
  winerror_result_list_move (find (window, "result_list"), 1);
  g_assert_cmpuint (current_code (window), ==, 1618);

  append_to (a, "error 1326\n");
  winerror_test_wait_until (has_3_codes, window, "what was added");
  g_assert_cmpuint (nth_code (window, 2), ==, 1326);
  g_assert_cmpuint (current_code (window), ==, 1618);

  g_assert_no_errno (g_remove (a));
  append_to (b, "error 1612\n");
  winerror_test_wait_until (has_4_codes, window, "what was added");
  g_assert_nonnull (strstr (get_notice (window), "a.log: No such file"));
  winerror_test_remove_folder (folder);
  close_window (window);
}

/* What is open has the codes of other tables too; what is selected stays. */
static void
test_tables (void)
{
  WinerrorWindow *window = open_window ();
  char *folder = winerror_test_make_folder ();
  const char *const folders[] = { folder, NULL };
  g_autofree char *path = write_log (folder, "a.log", "error 1603\nerror 60123\nerror 1618\n");
  g_autofree char *table = g_build_filename (folder, "kb.xml", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (WinerrorOwnTables) tables = NULL;

  read_paths (window, paths);
  winerror_result_list_move (find (window, "result_list"), 1);
  g_assert_cmpuint (current_code (window), ==, 1618);
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 2);

  g_assert_true (g_file_set_contents (
      table,
      "<error-table id=\"kb\" family=\"win32\" first=\"60000\" last=\"65535\"><title>KB</title>"
      "<source url=\"https://kb.example/\"/>"
      "<license id=\"MIT\" url=\"https://kb.example/l\" holder=\"Help Desk\"/>"
      "<entry code=\"60123\" symbol=\"KB_FAILED\"><description>It failed.</description></entry>"
      "</error-table>",
      -1, NULL));
  g_settings_set_strv (settings, "table-folders", folders);
  tables = winerror_own_tables_new (settings,
                                    winerror_viewer_get_catalog (WINERROR_VIEWER (window)));
  winerror_window_follow_tables (window, tables);
  winerror_own_tables_start (tables);
  winerror_test_wait_until (has_3_codes, window, "the code of an own table");
  g_assert_cmpuint (nth_code (window, 1), ==, 60123);
  g_assert_cmpuint (current_code (window), ==, 1618);

  /* and it is read on with them */
  append_to (path, "error 1326\n");
  winerror_test_wait_until (has_4_codes, window, "what was added");
  g_assert_cmpuint (nth_code (window, 1), ==, 60123);
  g_settings_reset (settings, "table-folders");
  close_window (window);
  winerror_test_remove_folder (folder);
}

static void
test_order (void)
{
  WinerrorWindow *window = open_window ();
  char *folder = winerror_test_make_folder ();
  g_autofree char *path = write_log (folder, "a.log", "error 1326\nerror 1603\nerror 1603\n");
  const char *const paths[] = { path, NULL };

  read_paths (window, paths);
  g_assert_cmpuint (nth_code (window, 0), ==, 1326);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.log-order", "s", "count");
  g_assert_cmpuint (nth_code (window, 0), ==, 1603);
  g_assert_cmpuint (current_code (window), ==, 1326);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.log-order", "s", "appearance");
  g_assert_cmpuint (nth_code (window, 0), ==, 1326);
  winerror_test_remove_folder (folder);
  close_window (window);
}

/* A copy carries the lines that it is about, as many as the user wants. */
static void
test_copy (void)
{
  WinerrorWindow *window = open_window ();
  char *folder = winerror_test_make_folder ();
  g_autofree char *path = write_log (folder, "a.log",
                                     "error 1603\nhr=0x80070643\nerror 1603 again\n");
  const char *const paths[] = { path, NULL };
  g_autofree char *copied = NULL;
  g_autofree char *none = NULL;

  read_paths (window, paths);
  g_settings_set_int (settings, "ticket-lines", 2);
  activate (window, "win.copy");
  copied = read_clipboard (window);
  g_assert_cmpstr (copied, ==,
                   "ERROR_INSTALL_FAILURE (1603, 0x643)\n"
                   "Fatal error during installation.\n"
                   "HRESULT 0x80070643 (-2147023293)\n"
                   "a.log:1: error 1603\n"
                   "a.log:2: hr=0x80070643\n"
                   "More places: 1\n");
  g_settings_set_int (settings, "ticket-lines", 0);
  activate (window, "win.copy");
  none = read_clipboard (window);
  g_assert_true (g_str_has_suffix (none, "HRESULT 0x80070643 (-2147023293)\n"));
  g_settings_reset (settings, "ticket-lines");
  winerror_test_remove_folder (folder);
  close_window (window);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);

  g_test_add_func ("/window-report/places", test_places);
  g_test_add_func ("/window-report/failure", test_failure);
  g_test_add_func ("/window-report/encoding", test_encoding);
  g_test_add_func ("/window-report/meanwhile", test_meanwhile);
  g_test_add_func ("/window-report/grow", test_grow);
  g_test_add_func ("/window-report/tables", test_tables);
  g_test_add_func ("/window-report/order", test_order);
  g_test_add_func ("/window-report/copy", test_copy);
  return winerror_window_test_run ();
}
