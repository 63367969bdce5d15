// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What comes into the window from elsewhere: logs, and the clipboard. */

#include "winerror-window-test.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

static gboolean
is_read (gpointer data)
{
  return !gtk_widget_get_visible (find (data, "progress_box"));
}

static gboolean
shows_1603 (gpointer data)
{
  return current_code (data) == 1603;
}

static void
paste (WinerrorWindow *window, const char *text)
{
  GtkEditable *entry = gtk_editable_get_delegate (find (window, "search_entry"));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  g_signal_emit_by_name (entry, "paste-clipboard");
}

/* What is long is read as a log, and does not come into the search entry. */
static void
test_large_paste (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 60000; i++)
    g_string_append (text, "nothing to see here\n");
  g_string_append (text, "Error 1603\n");
  type (window, "1618");
  paste (window, text->str);
  winerror_test_wait_until (shows_1603, window, "1603");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 1);
  g_assert_cmpstr (get_query (window), ==, "");
  g_assert_cmpstr (get_log_name (window), ==, "Pasted text");
  activate (window, "win.close-log");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, count_listed (window));
  close_window (window);
}

/* The same holds for what gets into the entry in any other way, with the middle button or from the
 * command line, in place of other text or not. */
static void
test_large_insertion (void)
{
  WinerrorWindow *window = open_window ();
  GtkEditable *entry = gtk_editable_get_delegate (find (window, "search_entry"));
  g_autoptr (GString) text = g_string_new (NULL);
  int position = 0;

  for (guint i = 0; i < 60000; i++)
    g_string_append (text, "nothing to see here ");
  g_string_append (text, "Error 1603\n");
  gtk_editable_insert_text (entry, text->str, -1, &position);
  winerror_test_wait_until (shows_1603, window, "1603");
  g_assert_cmpstr (get_query (window), ==, "");
  activate (window, "win.close-log");

  type (window, "1618");
  winerror_viewer_set_query (WINERROR_VIEWER (window), text->str);
  winerror_test_wait_until (shows_1603, window, "1603 in place of 1618");
  g_assert_cmpstr (get_query (window), ==, "");
  g_assert_cmpstr (get_log_name (window), ==, "Pasted text");
  close_window (window);
}

static gboolean
shows_1326 (gpointer data)
{
  return current_code (data) == 1326;
}

static gboolean
has_3_1326 (gpointer data)
{
  return g_str_equal (get_query (data), "31326");
}

static gboolean
asks_for_broken (gpointer data)
{
  return g_str_equal (get_query (data), "132\uFFFD");
}

static void
paste_bytes (WinerrorWindow *window, const char *bytes, gsize length)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);
  g_autoptr (GdkContentProvider)
      provider = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", content);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), provider);
  activate (window, "win.look-up-clipboard");
}

static gboolean
says_no_text (gpointer data)
{
  return g_strcmp0 (get_notice (data), "The clipboard has no text.") == 0;
}

/* Some programs end the text with a NUL, and some put there what is no UTF-8. */
static void
test_odd_paste (void)
{
  static const char broken[] = "Traceback:\n\xFF\xE9 WinError 1603\n";
  WinerrorWindow *window = open_window ();

  paste_bytes (window, "1326", 5);
  winerror_test_wait_until (shows_1326, window, "1326");
  g_assert_cmpstr (get_query (window), ==, "1326");
  paste_bytes (window, broken, strlen (broken));
  winerror_test_wait_until (shows_1603, window, "1603");
  activate (window, "win.close-log");
  paste_bytes (window, "132\xE9", 4);
  winerror_test_wait_until (asks_for_broken, window, "the query");
  paste_bytes (window, "", 1);
  winerror_test_wait_until (says_no_text, window, "the message");
  g_assert_cmpstr (get_query (window), ==, "132\uFFFD");
  close_window (window);
}

static gboolean
asks_for_words (gpointer data)
{
  return g_str_equal (get_query (data), "wrong password or so");
}

/* What is short comes to stand where the cursor is. Several lines are a log if they have a code;
 * else they are words. */
static void
test_paste (void)
{
  WinerrorWindow *window = open_window ();
  GtkEditable *entry = find (window, "search_entry");

  type (window, "36");
  gtk_editable_set_position (entry, 1);
  paste (window, "132");
  winerror_test_wait_until (has_3_1326, window, "what was pasted");
  gtk_editable_select_region (entry, 0, -1);
  paste (window, "1326");
  winerror_test_wait_until (shows_1326, window, "1326");
  g_assert_cmpstr (get_query (window), ==, "1326");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 4);

  paste (window, "Traceback:\nWinError 1603\n");
  winerror_test_wait_until (shows_1603, window, "1603");
  g_assert_cmpstr (get_query (window), ==, "");
  paste (window, "wrong password\nor so\n");
  winerror_test_wait_until (asks_for_words, window, "the words");
  close_window (window);
}

/* What cannot be read, or is given up, leaves everything as it was; a log that is read is left
 * again by clearing. */
static void
test_log (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("winerror-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "install.log", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) unreadable = g_file_new_for_path (folder);

  g_assert_no_error (error);
  g_file_set_contents (path, "error 1326 here\nhr=0x80070643 failed\n", -1, &error);
  g_assert_no_error (error);

  type (window, "1618");
  winerror_viewer_read_logs (WINERROR_VIEWER (window), &unreadable, 1);
  winerror_test_wait_until (is_read, window, "the log");
  g_assert_cmpuint (current_code (window), ==, 1618);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "search_entry"))), ==,
                   "1618");
  g_assert_true (gtk_revealer_get_reveal_child (find_in_notice (window, "revealer")));
  g_assert_nonnull (strstr (gtk_label_get_text (find_in_notice (window, "label")),
                            strrchr (folder, G_DIR_SEPARATOR) + 1));

  winerror_viewer_read_logs (WINERROR_VIEWER (window), &file, 1);
  activate (window, "win.cancel-log");
  g_assert_cmpuint (current_code (window), ==, 1618);

  winerror_viewer_read_logs (WINERROR_VIEWER (window), &file, 1);
  winerror_test_wait_until (is_read, window, "the log");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 2);
  g_assert_cmpuint (current_code (window), ==, 1326);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "search_entry"))), ==, "");
  g_assert_cmpstr (get_log_name (window), ==, "install.log");

  /* a query comes between; then the log is there again */
  type (window, "1618");
  g_assert_cmpuint (current_code (window), ==, 1618);
  activate (window, "win.clear");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 2);
  g_assert_cmpstr (get_log_name (window), ==, "install.log");

  winerror_viewer_read_logs (WINERROR_VIEWER (window), &unreadable, 1);
  winerror_test_wait_until (is_read, window, "the log");
  activate (window, "win.pin");
  activate (window, "win.clear-recent");
  activate (window, "win.clear-pinned");
  g_assert_cmpstr (get_log_name (window), ==, "install.log");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 2);

  activate (window, "win.clear");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, count_listed (window));
  g_assert_false (gtk_widget_get_visible (find (window, "log_bar")));

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  close_window (window);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
failed_cb (char **message, const char *text)
{
  g_free (*message);
  *message = g_strdup (text);
}

static gboolean
is_log_read (gpointer data)
{
  return winerror_open_log_get_reading_name (data) == NULL;
}

/* Readings that were given up hold the log until their threads have noticed. */
static gboolean
is_held_once (gpointer log)
{
  return G_OBJECT (log)->ref_count == 1;
}

/* What is open stays open until another log is read to its end, or it is closed. */
static void
test_open_log (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorCatalog) catalog = winerror_test_load_catalog ();
  WinerrorOpenLog *log = winerror_open_log_new (catalog);
  g_autofree char *folder = g_dir_make_tmp ("winerror-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "first.log", NULL);
  g_autofree char *missing_path = g_build_filename (folder, "second.log", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path (missing_path);
  g_autofree char *message = NULL;
  guint n_reports = 0;
  guint n_names = 0;

  g_assert_no_error (error);
  g_file_set_contents (path, "error 1326 here\nhr=0x80070643 failed\n", -1, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (log, "notify::report", G_CALLBACK (count_cb), &n_reports);
  g_signal_connect_swapped (log, "notify::reading-name", G_CALLBACK (count_cb), &n_names);
  g_signal_connect_swapped (log, "failed", G_CALLBACK (failed_cb), &message);

  g_assert_null (winerror_open_log_get_report (log));
  winerror_open_log_read (log, &file, 1);
  g_assert_cmpstr (winerror_open_log_get_reading_name (log), ==, "first.log");
  winerror_test_wait_until (is_log_read, log, "the log");
  g_assert_cmpuint (n_reports, ==, 1);
  g_assert_cmpuint (n_names, ==, 2);
  g_assert_cmpuint (winerror_log_report_get_n_codes (winerror_open_log_get_report (log)), ==, 2);
  g_assert_cmpstr (winerror_open_log_get_name (log), ==, "first.log");
  g_assert_null (message);

  winerror_open_log_read (log, &missing, 1);
  g_assert_null (winerror_open_log_get_reading_name (log));
  g_assert_true (g_str_has_prefix (message, "second.log: "));
  g_assert_cmpstr (winerror_open_log_get_name (log), ==, "first.log");

  /* what is begun last counts, and nothing is told of what is given up */
  g_clear_pointer (&message, g_free);
  winerror_open_log_read (log, &file, 1);
  winerror_open_log_read (log, &file, 1);
  winerror_test_wait_until (is_log_read, log, "the log");
  g_assert_cmpuint (n_reports, ==, 2);
  winerror_open_log_read (log, &file, 1);
  winerror_open_log_cancel (log);
  winerror_open_log_read (log, &file, 1);
  winerror_test_wait_until (is_log_read, log, "the log");
  g_assert_null (message);
  g_assert_cmpuint (n_reports, ==, 3);

  winerror_open_log_close (log);
  winerror_open_log_close (log);
  g_assert_cmpuint (n_reports, ==, 4);
  g_assert_null (winerror_open_log_get_report (log));
  g_assert_null (winerror_open_log_get_name (log));

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  winerror_test_wait_until (is_held_once, log, "the end of what was given up");
  g_assert_finalize_object (log);
}

/* What is no regular file is refused before it is opened: a pipe would block for ever. */
static void
test_refused (void)
{
  WinerrorWindow *window = open_window ();
  char *folder = winerror_test_make_folder ();
  g_autofree char *pipe_path = g_build_filename (folder, "pipe.log", NULL);
  g_autofree char *socket_path = g_build_filename (folder, "socket.log", NULL);
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (socket_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocket) bound = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM,
                                            G_SOCKET_PROTOCOL_DEFAULT, &error);
  const struct
  {
    const char *uri_or_path;
    const char *message;
  } cases[] = {
    { pipe_path, "pipe.log: expected a file, found a pipe" },
    { socket_path, "socket.log: expected a file, found a socket" },
    { folder, "expected a file, found a folder" },
    { "/dev/null", "null: expected a file, found a device" },
    { "/no/such.log", "such.log: No such file or directory" },
    { "http://127.0.0.1:9/x.log", "x.log: expected a file of this computer, found one elsewhere" },
  };

  g_assert_no_error (error);
  g_assert_true (g_socket_bind (bound, address, FALSE, &error));
  g_assert_no_error (error);
  g_assert_no_errno (mkfifo (pipe_path, 0600));

  type (window, "1618");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = cases[i].uri_or_path[0] == '/'
                                   ? g_file_new_for_path (cases[i].uri_or_path)
                                   : g_file_new_for_uri (cases[i].uri_or_path);

      g_test_message ("%s", cases[i].uri_or_path);
      winerror_viewer_read_logs (WINERROR_VIEWER (window), &file, 1);
      g_assert_false (gtk_widget_get_visible (find (window, "progress_box")));
      g_assert_nonnull (strstr (get_notice (window), cases[i].message));
      g_assert_true (gtk_widget_get_visible (find_in_notice (window, "fault_icon")));
      /* where it stays when the notice has gone */
      g_assert_cmpstr (get_status (window), ==, get_notice (window));
      g_assert_cmpstr (get_query (window), ==, "1618");
    }
  winerror_test_remove_folder (folder);
  close_window (window);
}

/* The name of a file is shown on one line, whatever it is. */
static void
test_hostile_name (void)
{
  WinerrorWindow *window = open_window ();
  char *folder = winerror_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a\n\u202Eb\033.log", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "error 1326 here\n", -1, &error);
  g_assert_no_error (error);
  winerror_viewer_read_logs (WINERROR_VIEWER (window), &file, 1);
  winerror_test_wait_until (is_read, window, "the log");
  g_assert_cmpstr (get_log_name (window), ==, "a\uFFFD\uFFFDb\uFFFD.log");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "a\uFFFD\uFFFDb\uFFFD.log – Winerror");

  /* it can be left by a button too */
  g_assert_true (gtk_widget_get_visible (find_in_bar (window, "close_button")));
  activate (window, "win.close-log");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, count_listed (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Winerror");
  winerror_test_remove_folder (folder);
  close_window (window);
}

/* Whoever has the clipboard never answers. */

#define TEST_TYPE_SILENT_CONTENT (test_silent_content_get_type ())

G_DECLARE_FINAL_TYPE (TestSilentContent,
                      test_silent_content,
                      TEST,
                      SILENT_CONTENT,
                      GdkContentProvider)

struct _TestSilentContent
{
  GdkContentProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (TestSilentContent, test_silent_content, GDK_TYPE_CONTENT_PROVIDER)

static guint n_asked;

static GdkContentFormats *
test_silent_content_ref_formats (GdkContentProvider *provider)
{
  static const char *const types[] = { "text/plain;charset=utf-8" };

  return gdk_content_formats_new ((const char **) types, G_N_ELEMENTS (types));
}

static void
test_silent_content_write_mime_type_async (GdkContentProvider *provider,
                                           const char *mime_type,
                                           GOutputStream *stream,
                                           int io_priority,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer data)
{
  n_asked++;
  g_object_ref (stream); /* open for ever */
}

static void
test_silent_content_class_init (TestSilentContentClass *klass)
{
  GDK_CONTENT_PROVIDER_CLASS (klass)->ref_formats = test_silent_content_ref_formats;
  GDK_CONTENT_PROVIDER_CLASS (klass)->write_mime_type_async =
      test_silent_content_write_mime_type_async;
}

static void
test_silent_content_init (TestSilentContent *self)
{
}

static gboolean
says_no_answer (gpointer data)
{
  const char *notice = get_notice (data);

  return notice != NULL && strstr (notice, "does not answer") != NULL;
}

static void
test_silent_clipboard (void)
{
  WinerrorWindow *window = open_window ();
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autoptr (GdkContentProvider) silent = g_object_new (TEST_TYPE_SILENT_CONTENT, NULL);

  gdk_clipboard_set_content (clipboard, silent);
  for (guint i = 0; i < 5; i++)
    activate (window, "win.look-up-clipboard");
  winerror_test_wait_until (says_no_answer, window, "the end of the patience");
  g_assert_cmpuint (n_asked, >, 0);

  /* the next one who has it is heard at once, whatever was asked before */
  activate (window, "win.look-up-clipboard");
  gdk_clipboard_set_text (clipboard, "0x8007052E");
  activate (window, "win.look-up-clipboard");
  winerror_test_wait_until (shows_1326, window, "1326");
  close_window (window);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);

  g_test_add_func ("/window-logs/large-paste", test_large_paste);
  g_test_add_func ("/window-logs/large-insertion", test_large_insertion);
  g_test_add_func ("/window-logs/paste", test_paste);
  g_test_add_func ("/window-logs/odd-paste", test_odd_paste);
  g_test_add_func ("/window-logs/log", test_log);
  g_test_add_func ("/window-logs/open-log", test_open_log);
  g_test_add_func ("/window-logs/refused", test_refused);
  g_test_add_func ("/window-logs/hostile-name", test_hostile_name);
  g_test_add_func ("/window-logs/silent-clipboard", test_silent_clipboard);
  return winerror_window_test_run ();
}
