// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Notes in the window: shown, and one's own written. */

#include "winerror-gtk-test.h"
#include "winerror-note-row.h"
#include "winerror-notes-file.h"
#include "winerror-notes-view.h"
#include "winerror-own-folder.h"
#include "winerror-window-test.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *user; /* folders of tables */
  char *shared;
  WinerrorCatalog *catalog;
  WinerrorOwnTables *tables;
  WinerrorWindow *window;
  WinerrorNotesView *view;
} Fixture;

static void
write_file (const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *folders[2] = { NULL, NULL };

  fixture->user = winerror_own_folder_dup_user ();
  fixture->shared = winerror_test_make_folder ();
  g_assert_no_errno (g_mkdir_with_parents (fixture->user, 0700));
  write_file (fixture->shared, "Shift.csv",
              "code,note,link\n1326,Badge reader,https://kb.example/7\n1326,Second one,\n");
  fixture->window = open_window ();
  folders[0] = fixture->shared;
  g_settings_set_strv (settings, "table-folders", folders);
  fixture->catalog = winerror_test_load_catalog ();
  fixture->tables = winerror_own_tables_new (settings, fixture->catalog);
  winerror_window_follow_tables (fixture->window, fixture->tables);
  winerror_window_start_tables (fixture->window);
  fixture->view = winerror_detail_panel_get_notes (find (fixture->window, "detail_panel"));
  type (fixture->window, "1326");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    close_window (fixture->window);
  g_object_unref (fixture->tables);
  g_object_unref (fixture->catalog);
  winerror_test_remove_folder (fixture->user);
  winerror_test_remove_folder (fixture->shared);
}

static gpointer
find_note (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->view), WINERROR_TYPE_NOTES_VIEW, name);
}

/* What is seen of the notes, a line for each label. */
static void
append_texts (GtkWidget *widget, GString *out)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (out, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, out);
}

static char *
dup_shown (Fixture *fixture)
{
  GString *out = g_string_new (NULL);

  append_texts (GTK_WIDGET (fixture->view), out);
  return g_string_free (out, FALSE);
}

typedef struct
{
  Fixture *fixture;
  const char *text;
  gboolean there;
} Shown;

static gboolean
shows (gpointer data)
{
  Shown *shown = data;
  g_autofree char *text = dup_shown (shown->fixture);

  return (strstr (text, shown->text) != NULL) == shown->there;
}

static void
wait_for_text (Fixture *fixture, const char *text, gboolean there)
{
  Shown shown = { fixture, text, there };

  winerror_test_wait_until (shows, &shown, text);
}

static void
write_note (Fixture *fixture, const char *text, const char *link)
{
  activate (fixture->window, "win.edit-note");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (find_note (fixture, "text_view")), text, -1);
  gtk_editable_set_text (find_note (fixture, "link_entry"), link);
}

static gboolean
is_notice (gpointer data)
{
  const char *text = get_notice (((Shown *) data)->fixture->window);

  return text != NULL && strstr (text, ((Shown *) data)->text) != NULL;
}

static void
wait_for_notice (Fixture *fixture, const char *text)
{
  Shown shown = { fixture, text, TRUE };

  winerror_test_wait_until (is_notice, &shown, text);
}

static char *
dup_file (Fixture *fixture)
{
  g_autofree char *path = winerror_notes_file_dup_path ();
  char *contents = NULL;

  return g_file_get_contents (path, &contents, NULL, NULL) ? contents : g_strdup ("");
}

/* The notes of a share: with the title of the table and the link as it is. */
static void
test_shared (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  wait_for_text (fixture, "Second one", TRUE);
  g_assert_cmpint (gtk_widget_get_request_mode (find_note (fixture, "others_box")), ==,
                   GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  text = dup_shown (fixture);
  g_assert_cmpstr (text, ==,
                   "Add a Note\nNotes\nShift\nBadge reader\nhttps://kb.example/7\n"
                   "Shift\nSecond one\n");
  g_assert_cmpstr (winerror_gtk_test_find_hyphen (GTK_WIDGET (fixture->view)), ==, NULL);
  g_assert_false (gtk_widget_get_visible (find_note (fixture, "own_box")));
  type (fixture->window, "1327");
  g_free (text);
  text = dup_shown (fixture);
  g_assert_cmpstr (text, ==, "Add a Note\n");
}

/* Written, changed, removed; the notes of others stay beside it. */
static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *removed = NULL;

  wait_for_text (fixture, "Badge reader", TRUE);
  activate (fixture->window, "win.edit-note");
  g_assert_true (winerror_notes_view_is_editing (fixture->view));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 find_note (fixture, "text_view"));
  write_note (fixture, "Ask the porter\nfor the key", "https://kb.example/8");
  g_assert_true (winerror_notes_view_is_changed (fixture->view));
  winerror_notes_view_save (fixture->view);
  wait_for_notice (fixture, "Note saved");
  g_assert_false (winerror_notes_view_is_editing (fixture->view));
  wait_for_text (fixture, "https://kb.example/8", TRUE);
  g_assert_cmpint (gtk_widget_get_request_mode (find_note (fixture, "own_box")), ==,
                   GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  wait_for_text (fixture, "Your note\nAsk the porter\nfor the key", TRUE);
  wait_for_text (fixture, "Badge reader", TRUE);
  text = dup_file (fixture);
  g_assert_nonnull (strstr (text, "win32:1326,\"Ask the porter\nfor the key\""));
  g_assert_cmpstr (get_query (fixture->window), ==, "1326");

  write_note (fixture, " \n", "");
  winerror_notes_view_save (fixture->view);
  wait_for_notice (fixture, "Note removed");
  wait_for_text (fixture, "Ask the porter", FALSE);
  removed = dup_file (fixture);
  g_assert_null (strstr (removed, "1326"));
}

/* Esc keeps what was there. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  write_note (fixture, "no", "");
  g_signal_emit_by_name (find_note (fixture, "cancel_button"), "clicked");
  g_assert_false (winerror_notes_view_is_editing (fixture->view));
  text = dup_file (fixture);
  g_assert_cmpstr (text, ==, "");
}

/* What is wrong is said, and what was written stays in the editor. */
static void
test_wrong_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *typed = NULL;

  write_note (fixture, "See there", "http://kb.example/9");
  winerror_notes_view_save (fixture->view);
  wait_for_notice (fixture, "https://");
  g_assert_true (winerror_notes_view_is_editing (fixture->view));
  g_assert_true (gtk_widget_get_visible (find_note (fixture, "error_label")));
  g_object_get (gtk_text_view_get_buffer (find_note (fixture, "text_view")), "text", &typed, NULL);
  g_assert_cmpstr (typed, ==, "See there");
}

/* Another code is looked up in the middle of writing: the note is kept, on the code that it is
 * about. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  write_note (fixture, "About 1326", "");
  type (fixture->window, "1327");
  g_assert_false (winerror_notes_view_is_editing (fixture->view));
  wait_for_notice (fixture, "Note saved");
  text = dup_file (fixture);
  g_assert_nonnull (strstr (text, "win32:1326,\"About 1326\""));
  type (fixture->window, "1326");
  wait_for_text (fixture, "About 1326", TRUE);
}

/* Where that cannot be saved, it can be copied. */
static void
test_leave_wrong (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copied = NULL;

  write_note (fixture, "About 1326", "ftp://kb.example/");
  type (fixture->window, "1327");
  wait_for_notice (fixture, "https://");
  g_assert_true (gtk_widget_get_visible (find_in_notice (fixture->window, "button")));
  g_signal_emit_by_name (find_in_notice (fixture->window, "button"), "clicked");
  copied = read_clipboard (fixture->window);
  g_assert_cmpstr (copied, ==, "About 1326");
}

/* Other tables come while a note is written: query, editor and text stay. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *typed = NULL;

  wait_for_text (fixture, "Badge reader", TRUE);
  write_note (fixture, "Half a note", "");
  write_file (fixture->shared, "Shift.csv", "code,note\n1326,Another one\n");
  wait_for_text (fixture, "Another one", TRUE);
  g_assert_true (winerror_notes_view_is_editing (fixture->view));
  g_object_get (gtk_text_view_get_buffer (find_note (fixture, "text_view")), "text", &typed, NULL);
  g_assert_cmpstr (typed, ==, "Half a note");
  g_assert_cmpstr (get_query (fixture->window), ==, "1326");
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* The window is closed in the middle of writing. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  gpointer window = fixture->window;

  write_note (fixture, "The last word", "");
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  winerror_test_wait_until (is_gone, &window, "the end of the window");
  fixture->window = NULL;
  text = dup_file (fixture);
  g_assert_nonnull (strstr (text, "The last word"));
}

/* A file of notes that is broken is not overwritten. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  write_file (fixture->user, "notes.csv", "nonsense\n1,2\n");
  write_note (fixture, "Not lost", "");
  winerror_notes_view_save (fixture->view);
  wait_for_notice (fixture, "notes.csv");
  g_assert_true (winerror_notes_view_is_editing (fixture->view));
  text = dup_file (fixture);
  g_assert_cmpstr (text, ==, "nonsense\n1,2\n");
}

/* A broken file is told of once, with its place. */
static void
test_report (Fixture *fixture, gconstpointer data)
{
  wait_for_text (fixture, "Badge reader", TRUE);
  write_file (fixture->shared, "Broken.xml", "<error-table>\n  <title>");
  wait_for_notice (fixture, "Broken.xml:2:");
  wait_for_text (fixture, "Badge reader", TRUE);
}

/* The entry that is shown before there are tables can get a note once they are there. */
static void
test_first_entry (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (WinerrorCatalog) catalog = winerror_test_load_catalog ();
  g_autoptr (WinerrorOwnTables) tables = winerror_own_tables_new (settings, catalog);
  WinerrorNotesView *view = winerror_detail_panel_get_notes (find (window, "detail_panel"));
  gpointer button = gtk_widget_get_template_child (GTK_WIDGET (view), WINERROR_TYPE_NOTES_VIEW,
                                                   "add_button");

  g_assert_false (gtk_widget_get_visible (button));
  winerror_window_follow_tables (window, tables);
  winerror_window_start_tables (window);
  g_assert_true (gtk_widget_get_visible (button));
  close_window (window);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/notes/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("shared", test_shared);
  ADD ("write", test_write);
  ADD ("cancel", test_cancel);
  ADD ("wrong-link", test_wrong_link);
  ADD ("leave", test_leave);
  ADD ("leave-wrong", test_leave_wrong);
  ADD ("change", test_change);
  ADD ("close", test_close);
  ADD ("broken", test_broken);
  ADD ("report", test_report);
  g_test_add_func ("/notes/first-entry", test_first_entry);
  return winerror_window_test_run ();
}
