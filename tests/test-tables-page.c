// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The page of the preferences that lists the tables; importing and removing them. */

#include "winerror-gtk-test.h"
#include "winerror-import-box.h"
#include "winerror-own-folder.h"
#include "winerror-table-row.h"
#include "winerror-tables-page.h"
#include "winerror-window-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define TABLE(title, description)                                                                  \
  "<error-table id=\"t\" family=\"win32\" first=\"1\" last=\"65535\"><title>" title                \
  "</title><source url=\"https://kb.example/\"/>"                                                  \
  "<license id=\"MIT\" url=\"https://kb.example/l\" holder=\"Help Desk\"/>"                        \
  "<entry code=\"1326\" symbol=\"X_BADGE\"><description>" description                              \
  "</description></entry></error-table>"

typedef struct
{
  char *user; /* folders of tables */
  char *shared;
  WinerrorCatalog *catalog;
  WinerrorOwnTables *tables;
  GtkWindow *window;
  WinerrorTablesPage *page;
} Fixture;

static char *
write_file (const char *folder, const char *name, const char *contents)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

static gboolean
is_arranged (gpointer data)
{
  Fixture *fixture = data;

  return winerror_own_tables_get_files (fixture->tables) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *folders[2] = { NULL, NULL };
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  fixture->user = winerror_own_folder_dup_user ();
  fixture->shared = winerror_test_make_folder ();
  g_assert_no_errno (g_mkdir_with_parents (fixture->user, 0700));
  mine = write_file (fixture->user, "mine.xml", TABLE ("My table", "Mine."));
  theirs = write_file (fixture->shared, "Shift.csv", "code,note\n1326,Badge reader\n");
  g_settings_reset (settings, "disabled-tables");
  folders[0] = fixture->shared;
  g_settings_set_strv (settings, "table-folders", folders);
  fixture->catalog = winerror_test_load_catalog ();
  fixture->tables = winerror_own_tables_new (settings, fixture->catalog);
  winerror_own_tables_start (fixture->tables);
  winerror_test_wait_until (is_arranged, fixture, "the tables");
  fixture->page = WINERROR_TABLES_PAGE (winerror_tables_page_new (settings, fixture->tables));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 460, 680);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer page = fixture->page;
  gpointer box = gtk_widget_get_template_child (page, WINERROR_TYPE_TABLES_PAGE, "import_box");

  /* an import holds the box until it has ended */
  g_object_add_weak_pointer (page, &page);
  g_object_add_weak_pointer (box, &box);
  gtk_window_destroy (fixture->window);
  while (page != NULL || box != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (fixture->tables);
  g_object_unref (fixture->catalog);
  winerror_test_remove_folder (fixture->user);
  winerror_test_remove_folder (fixture->shared);
}

static gpointer
find_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->page), WINERROR_TYPE_TABLES_PAGE,
                                        name);
}

static gpointer
find_in_import (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (find_part (fixture, "import_box"), WINERROR_TYPE_IMPORT_BOX,
                                        name);
}

/* The row of a table, or of notes; NULL where there is none. */
static GtkWidget *
look_for_row (Fixture *fixture, const char *title)
{
  GtkListBoxRow *row;

  for (int i = 0;
       (row = gtk_list_box_get_row_at_index (find_part (fixture, "list_box"), i)) != NULL; i++)
    {
      g_autofree char *texts = winerror_gtk_test_dup_texts (GTK_WIDGET (row));

      if (g_str_has_prefix (texts, title))
        return GTK_WIDGET (row);
    }
  return NULL;
}

/* What the row says; NULL where there is none. */
static char *
dup_row (Fixture *fixture, const char *title)
{
  GtkWidget *row = look_for_row (fixture, title);

  return row != NULL ? winerror_gtk_test_dup_texts (row) : NULL;
}

static WinerrorTableRow *
find_row (Fixture *fixture, const char *title)
{
  GtkWidget *row = look_for_row (fixture, title);

  g_assert_nonnull (row);
  return WINERROR_TABLE_ROW (row);
}

typedef struct
{
  Fixture *fixture;
  const char *title;
  const char *text; /* in its row; NULL where there shall be none */
} Wanted;

static gboolean
has_row (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *row = dup_row (wanted->fixture, wanted->title);

  return wanted->text != NULL ? row != NULL && strstr (row, wanted->text) != NULL : row == NULL;
}

static void
wait_for_row (Fixture *fixture, const char *title, const char *text)
{
  Wanted wanted = { fixture, title, text };

  winerror_test_wait_until (has_row, &wanted, title);
}

static const char *
describe (Fixture *fixture)
{
  guint position;
  WinerrorCatalog *catalog = winerror_own_tables_get_catalog (fixture->tables);

  g_assert_true (winerror_catalog_lookup_code (catalog, WINERROR_FAMILY_WIN32, 1326, &position));
  return winerror_entry_get_source_description (winerror_catalog_get_entry (catalog, position));
}

/* Title, whose, family, entries, source, licence and file. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *expected = NULL;

  wait_for_row (fixture, "System Error Codes (1300-1699)", "232 entries");
  own = dup_row (fixture, "My table");
  expected = g_strdup_printf ("My table\nYours · System error · 1 entry\n"
                              "Source: https://kb.example/\nLicence: MIT, Help Desk\n"
                              "File: %s/mine.xml\nRemove…\n",
                              fixture->user);
  g_assert_cmpstr (own, ==, expected);
  notes = dup_row (fixture, "Shift");
  g_assert_nonnull (strstr (notes, "Shared · 1 note\n"));
  g_assert_null (strstr (notes, "Remove"));
  /* their files and addresses */
  g_assert_cmpstr (winerror_gtk_test_find_hyphen (find_part (fixture, "list_box")), ==, NULL);
}

static void
test_switch (Fixture *fixture, gconstpointer data)
{
  GtkSwitch *button;

  wait_for_row (fixture, "My table", "1 entry");
  g_assert_cmpstr (describe (fixture), ==, "Mine.");
  button = GTK_SWITCH (find_type (GTK_WIDGET (find_row (fixture, "My table")), GTK_TYPE_SWITCH));
  gtk_switch_set_active (button, FALSE);
  wait_for_row (fixture, "My table", "switched off");
  g_assert_cmpstr (describe (fixture), !=, "Mine.");
  /* the same row: it has kept the focus */
  g_assert_true (GTK_WIDGET (button) ==
                 find_type (GTK_WIDGET (find_row (fixture, "My table")), GTK_TYPE_SWITCH));
  gtk_switch_set_active (button, TRUE);
  wait_for_row (fixture, "My table", "1 entry");
  g_assert_cmpstr (describe (fixture), ==, "Mine.");
}

static gboolean
has_report (gpointer data)
{
  return gtk_widget_get_visible (find_in_import (data, "report_box"));
}

static void
import (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  winerror_tables_page_import (fixture->page, file);
  winerror_test_wait_until (has_report, fixture, "the report");
}

static char *
dup_messages (Fixture *fixture)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (find_in_import (fixture, "messages_view")), "text", &text,
                NULL);
  return text;
}

/* What was read and what was passed over and why; the table is in the list at once. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture->shared, "codes.txt",
                                      "code,symbol,description\n"
                                      "61001,X_ONE,The first.\n"
                                      "nonsense,X_TWO,The second.\n"
                                      "61003,X_THREE,The third.\n");
  g_autofree char *messages = NULL;

  import (fixture, path);
  g_assert_cmpstr (gtk_label_get_text (find_in_import (fixture, "summary_label")), ==,
                   "codes.txt: 2 entries read, 1 place passed over");
  messages = dup_messages (fixture);
  g_assert_true (g_str_has_prefix (messages, "codes.txt:3:"));
  wait_for_row (fixture, "codes", "Yours · System error · 2 entries");
  g_signal_emit_by_name (find_in_import (fixture, "close_button"), "clicked");
  g_assert_false (has_report (fixture));
}

/* A file that is not understood changes nothing. */
static void
test_import_wrong (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture->shared, "letter.txt", "Dear Sir or Madam\n");

  import (fixture, path);
  g_assert_nonnull (strstr (gtk_label_get_text (find_in_import (fixture, "summary_label")),
                            "letter.txt:1:1: expected "));
  g_assert_false (gtk_widget_get_visible (find_in_import (fixture, "messages_scroller")));
}

/* A large file can be cancelled, and nothing of it is there then. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  GString *text = g_string_new ("code,symbol,description\n");
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (text, "0xA%07X,X_%u,This is number %u.\n", i, i, i);
  path = write_file (fixture->shared, "large.txt", text->str);
  g_string_free (text, TRUE);
  file = g_file_new_for_path (path);
  winerror_tables_page_import (fixture->page, file);
  g_assert_true (gtk_widget_get_visible (find_in_import (fixture, "progress_box")));
  g_signal_emit_by_name (find_in_import (fixture, "cancel_button"), "clicked");
  winerror_test_wait_until (has_report, fixture, "the report");
  g_assert_nonnull (
      strstr (gtk_label_get_text (find_in_import (fixture, "summary_label")), "Cancelled"));
  g_assert_false (gtk_widget_get_visible (find_in_import (fixture, "progress_box")));
}

/* The page is closed in the middle of an import. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture->shared, "codes.txt", "code,text\n61001,One.\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  winerror_tables_page_import (fixture->page, file);
}

/* Asked for first; then the description is the built-in one again. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button;
  GtkWidget *confirm;

  wait_for_row (fixture, "My table", "1 entry");
  button = GTK_MENU_BUTTON (
      find_type (GTK_WIDGET (find_row (fixture, "My table")), GTK_TYPE_MENU_BUTTON));
  gtk_menu_button_popup (button);
  confirm = find_type (gtk_popover_get_child (gtk_menu_button_get_popover (button)),
                       GTK_TYPE_BUTTON);
  g_assert_cmpstr (describe (fixture), ==, "Mine.");
  g_signal_emit_by_name (confirm, "clicked");
  wait_for_row (fixture, "My table", NULL);
  g_assert_cmpstr (describe (fixture), ==, "The user name or password is incorrect.");
  g_assert_cmpstr (gtk_label_get_text (find_part (fixture, "status_label")), ==,
                   "“My table” was removed.");
}

/* A broken file says where, and keeps what it had. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  wait_for_row (fixture, "My table", "1 entry");
  path = write_file (fixture->user, "mine.xml", "<error-table>\n <oops");
  wait_for_row (fixture, "My table", "mine.xml:2:");
  g_assert_cmpstr (describe (fixture), ==, "Mine.");
}

/* In languages that run from right to left, a path keeps its first stroke and an address its last.
 */
static void
test_direction (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *messages = NULL;
  g_autofree char *mine = NULL;

  wait_for_row (fixture, "My table", "1 entry");
  mine = dup_row (fixture, "My table");
  g_assert_nonnull (strstr (mine, "Source: \u2066https://kb.example/\u2069\n"));
  g_assert_nonnull (strstr (mine, "File: \u2066/"));

  /* nor does a message run as the name of its file does */
  path = write_file (fixture->shared, "codes رموز.txt",
                     "code,symbol,description\n"
                     "61001,X_ONE,The first.\n"
                     "nonsense,X_TWO,The second.\n"
                     "61003,X_THREE,The third.\n");
  import (fixture, path);
  messages = dup_messages (fixture);
  g_assert_nonnull (strstr (messages, "رموز"));
  g_assert_true (g_str_has_prefix (messages, "\u200f"));
}

static void
set_up_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (fixture, data);
}

static void
tear_down_right_to_left (Fixture *fixture, gconstpointer data)
{
  tear_down (fixture, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/tables/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("list", test_list);
  ADD ("switch", test_switch);
  ADD ("import", test_import);
  ADD ("import-wrong", test_import_wrong);
  ADD ("cancel", test_cancel);
  ADD ("close", test_close);
  ADD ("remove", test_remove);
  ADD ("broken", test_broken);
  g_test_add ("/tables/right-to-left", Fixture, NULL, set_up_right_to_left, test_direction,
              tear_down_right_to_left);
  return winerror_window_test_run ();
}
