// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What is done with the results in the window, and what the window says about it. */

#include "winerror-history.h"
#include "winerror-menus.h"
#include "winerror-settings.h"
#include "winerror-window-test.h"

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

/* A copy of several says how many; one shows three lines at the most. Both are said in the line of
 * status, which screen readers hear. */
static void
test_copy_notice (void)
{
  WinerrorWindow *window = open_window ();
  const char *notice;

  activate (window, "win.copy");
  notice = get_notice (window);
  g_assert_true (g_str_has_prefix (notice, "Copied as Text\n"));
  g_assert_false (gtk_widget_get_visible (find_in_notice (window, "fault_icon")));
  g_assert_cmpuint (count_lines (notice), ==, 3);
  g_assert_cmpstr (get_status (window), ==, "Copied as Text");

  winerror_result_selection_select_all (get_selection (window));
  activate (window, "win.copy");
  g_assert_true (g_str_has_suffix (get_notice (window), " entries copied as Text"));
  g_assert_cmpstr (get_status (window), ==, get_notice (window));

  g_settings_set_enum (settings, "format", WINERROR_FORMAT_HTML);
  type (window, "1326");
  activate (window, "win.copy");
  g_assert_cmpuint (count_lines (get_notice (window)), <=, 3);
  g_assert_cmpuint (strlen (get_notice (window)), <=, 260);

  g_settings_set_enum (settings, "format", WINERROR_FORMAT_MARKDOWN);
  activate (window, "win.copy");
  g_assert_cmpstr (get_notice (window), ==,
                   "Copied as Markdown\n**`ERROR_LOGON_FAILURE`** (1326, `0x52E`)");
  close_window (window);
}

static void
test_notice (void)
{
  WinerrorNotice *notice = g_object_ref_sink (g_object_new (WINERROR_TYPE_NOTICE, NULL));
  GtkLabel *label = GTK_LABEL (find_type (GTK_WIDGET (notice), GTK_TYPE_LABEL));
  g_autofree char *huge = g_strnfill (2000000, 'x');

  winerror_notice_show (notice, "one", NULL);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "one");
  winerror_notice_show (notice, "one\ntwo\nthree\n", NULL);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "one\ntwo\nthree");
  winerror_notice_show_fault (notice, huge, NULL);
  g_assert_cmpuint (strlen (gtk_label_get_text (label)), <, 260);
  g_assert_finalize_object (notice);
}

/* Moving on while the query is typed is told, and so is how many are selected. */
static void
test_status (void)
{
  WinerrorWindow *window = open_window ();
  WinerrorResultList *list = find (window, "result_list");

  type (window, "0xC000006D");
  g_assert_cmpstr (get_status (window), ==, "2 entries match");
  winerror_result_list_move (list, 1);
  g_assert_cmpstr (get_status (window), ==, "2 entries match · result 2: 1326 ERROR_LOGON_FAILURE");
  winerror_result_list_move (list, -1);
  g_assert_cmpstr (get_status (window), ==,
                   "2 entries match · result 1: 0xC000006D STATUS_LOGON_FAILURE");
  winerror_result_selection_select_all (get_selection (window));
  g_assert_cmpstr (get_status (window), ==, "2 entries match · 2 selected");
  type (window, "0xC000006");
  type (window, "0xC000006D");
  g_assert_cmpstr (get_status (window), ==, "2 entries match");
  close_window (window);
}

/* With nothing selected, what is shown is copied. */
static void
test_nothing_selected (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *text = NULL;

  type (window, "1326");
  gtk_selection_model_unselect_all (get_shown (window));
  g_assert_cmpuint (current_code (window), ==, 1326);
  activate (window, "win.copy");
  text = read_clipboard (window);
  g_assert_true (g_str_has_prefix (text, "ERROR_LOGON_FAILURE (1326, 0x52E)\n"));
  close_window (window);
}

/* What is pressed on in a selection is what one thing is done with; many things are done with all
 * of it. */
static void
test_context (void)
{
  WinerrorWindow *window = open_window ();
  WinerrorResultSelection *selection = get_selection (window);
  g_autoptr (WinerrorResult) second = NULL;
  g_autofree char *code = NULL;
  g_auto (GStrv) pinned = NULL;

  gtk_selection_model_select_range (get_shown (window), 0, 3, TRUE);
  second = g_list_model_get_item (get_results (window), 1);
  g_assert_true (winerror_result_selection_select_result (selection, second));
  g_assert_cmpuint (current_code (window), ==, nth_code (window, 1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-value", "s", "code"));
  code = read_clipboard (window);
  g_assert_cmpuint (g_ascii_strtoull (code, NULL, 10), ==, nth_code (window, 1));

  activate (window, "win.pin");
  pinned = winerror_settings_dup_pinned (settings);
  g_assert_cmpuint (g_strv_length (pinned), ==, 3);
  close_window (window);
}

static GtkWidget *
find_button (WinerrorWindow *window)
{
  return find_in_notice (window, "button");
}

static gboolean
says_no_program (gpointer data)
{
  const char *notice = get_notice (data);

  return notice != NULL && strstr (notice, "winerror-test:page") != NULL;
}

/* Where nothing shows the page, its address can be copied. */
static void
test_page (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-page", "s", "winerror-test:page");
  winerror_test_wait_until (says_no_program, window, "the message");
  g_assert_true (gtk_widget_get_visible (find_button (window)));
  g_signal_emit_by_name (find_button (window), "clicked");
  text = read_clipboard (window);
  g_assert_cmpstr (text, ==, "winerror-test:page");
  close_window (window);
}

/* Whether a title stands above a result. */
static gboolean
begins_section (WinerrorWindow *window, guint i)
{
  g_autoptr (WinerrorResult) result = g_list_model_get_item (get_results (window), i);

  return winerror_result_begins_section (result);
}

static void
test_memory (void)
{
  WinerrorWindow *window = open_window ();

  type (window, "1603");
  activate (window, "win.copy");
  type (window, "1326");
  activate (window, "win.copy");
  type (window, "1603"); /* copied before, opened now */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-page", "s", "winerror-test:none");
  type (window, "1326");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-value", "s", "hex");
  type (window, "1455");
  activate (window, "win.pin");
  type (window, "");
  g_assert_cmpuint (nth_code (window, 0), ==, 1455);
  g_assert_cmpuint (nth_code (window, 1), ==, 1326);
  g_assert_cmpuint (nth_code (window, 2), ==, 1603);
  g_assert_cmpuint (nth_code (window, 3), ==, 1300);
  g_assert_true (begins_section (window, 0));
  g_assert_true (begins_section (window, 1));
  g_assert_false (begins_section (window, 2));
  g_assert_true (begins_section (window, 3));
  g_assert_false (begins_section (window, 4));
  wait_for_frame (window);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (WinerrorResult) result = g_list_model_get_item (get_results (window), i);
      WinerrorRow *row = winerror_row_find (find_in_list (window, "list_view"), result);
      GtkWidget *top = gtk_widget_get_first_child (GTK_WIDGET (row));

      g_assert_cmpint (gtk_widget_get_visible (top) && gtk_widget_has_css_class (top, "section"),
                       ==, i != 2);
    }
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, count_listed (window));

  activate (window, "win.pin");
  g_assert_cmpuint (nth_code (window, 0), ==, 1326);
  activate (window, "win.clear-recent");
  g_assert_cmpuint (nth_code (window, 0), ==, 1300);
  g_assert_false (begins_section (window, 0));
  close_window (window);
}

static void
test_clear (void)
{
  WinerrorWindow *window = open_window ();

  type (window, "1603");
  activate (window, "win.copy");
  type (window, "1326");
  activate (window, "win.pin");
  type (window, "");
  g_assert_cmpuint (nth_code (window, 0), ==, 1326);
  g_assert_cmpuint (nth_code (window, 1), ==, 1603);
  g_assert_false (gtk_widget_get_visible (find_button (window)));

  activate (window, "win.clear-recent");
  g_assert_cmpuint (nth_code (window, 0), ==, 1326);
  g_assert_cmpuint (nth_code (window, 1), ==, 1300);
  g_assert_true (gtk_widget_get_visible (find_button (window)));
  g_signal_emit_by_name (find_button (window), "clicked");
  g_assert_cmpuint (nth_code (window, 1), ==, 1603);
  g_assert_null (get_notice (window));

  activate (window, "win.clear-pinned");
  g_assert_cmpuint (nth_code (window, 0), ==, 1603);
  g_signal_emit_by_name (find_button (window), "clicked");
  g_assert_cmpuint (nth_code (window, 0), ==, 1326);
  close_window (window);
}

static gboolean
shows_hint (WinerrorWindow *window)
{
  return gtk_widget_get_visible (find (window, "hint_label"));
}

/* Until something was copied, the window says how. */
static void
test_hint (void)
{
  WinerrorWindow *window = open_window ();

  g_assert_true (shows_hint (window));
  type (window, "1326");
  g_assert_true (shows_hint (window));
  activate (window, "win.copy");
  g_assert_false (shows_hint (window));
  activate (window, "win.clear-recent");
  type (window, "");
  g_assert_false (shows_hint (window));
  close_window (window);
}

/* Enter copies what was asked for or chosen, not what happens to be first at the start. */
static void
test_enter_at_start (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *text = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "mine");
  g_signal_emit_by_name (find (window, "search_entry"), "activate");
  g_assert_true (g_str_has_prefix (get_notice (window), "Type a code"));
  text = read_clipboard (window);
  g_assert_cmpstr (text, ==, "mine");

  winerror_result_list_move (find (window, "result_list"), 1);
  g_signal_emit_by_name (find (window, "search_entry"), "activate");
  g_assert_true (g_str_has_prefix (get_notice (window), "Copied as Text"));
  close_window (window);
}

/* The language that is shown is marked in the menu, also before one was chosen. */
static void
test_language_menu (void)
{
  g_autoptr (GMenuModel) menu = winerror_menus_new_languages ();
  g_autofree char *chosen = NULL;
  guint n_marked = 0;

  g_settings_reset (settings, "description-language");
  chosen = g_settings_get_string (settings, "description-language");
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *target = NULL;
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (menu, i, "target", "s", &target);
      g_menu_model_get_item_attribute (menu, i, "label", "s", &label);
      if (g_str_equal (target, chosen))
        {
          g_assert_cmpstr (label, ==, "English");
          n_marked++;
        }
    }
  g_assert_cmpuint (n_marked, ==, 1);
}

static void
test_title (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *huge = g_strnfill (200000, 'a');

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Winerror");
  type (window, " 1326\u202E ");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "1326 – Winerror");
  type (window, huge);
  g_assert_cmpuint (strlen (gtk_window_get_title (GTK_WINDOW (window))), <, 100);
  type (window, "");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Winerror");
  close_window (window);
}

static void
go (WinerrorWindow *window, const char *action, int step)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, "i", step));
}

static void
test_history (void)
{
  WinerrorHistory *history = winerror_history_new ();

  g_assert_null (winerror_history_go (history, -1));
  g_assert_null (winerror_history_go (history, 1));
  winerror_history_note (history, "1");
  winerror_history_note (history, "1326"); /* typed on */
  g_assert_null (winerror_history_go (history, -1));
  winerror_history_note (history, "1603");
  g_assert_cmpstr (winerror_history_go (history, -1), ==, "1326");
  winerror_history_note (history, "1326");
  g_assert_null (winerror_history_go (history, -1));
  g_assert_cmpstr (winerror_history_go (history, 1), ==, "1603");
  winerror_history_note (history, "1603");
  g_assert_null (winerror_history_go (history, 1));

  /* back from nothing */
  winerror_history_note (history, "");
  g_assert_cmpstr (winerror_history_go (history, -1), ==, "1603");

  /* another query in the middle takes the place of the later ones */
  winerror_history_note (history, "1603");
  winerror_history_go (history, -1);
  winerror_history_note (history, "1326");
  winerror_history_note (history, "1455");
  g_assert_cmpstr (winerror_history_go (history, -1), ==, "1326");
  winerror_history_note (history, "1326");
  g_assert_cmpstr (winerror_history_go (history, 1), ==, "1455");
  winerror_history_note (history, "1455");
  g_assert_null (winerror_history_go (history, 1));

  /* what is cleared or written over was a query, and what is typed or taken back was none yet */
  winerror_history_note (history, "access denied");
  winerror_history_note (history, "access");
  winerror_history_note (history, "acces");
  winerror_history_note (history, "access");
  winerror_history_note (history, "");
  winerror_history_note (history, "5");
  winerror_history_note (history, "53");
  winerror_history_note (history, "5");
  winerror_history_note (history, "8");
  g_assert_cmpstr (winerror_history_go (history, -1), ==, "5");
  g_assert_cmpstr (winerror_history_go (history, -1), ==, "access");
  g_assert_cmpstr (winerror_history_go (history, -1), ==, "access denied");
  g_assert_cmpstr (winerror_history_go (history, -1), ==, "1455");
  g_assert_cmpstr (winerror_history_go (history, 1), ==, "access denied");

  /* the oldest go */
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *query = g_strdup_printf ("%u", i);

      winerror_history_note (history, query);
      g_assert_null (winerror_history_go (history, 1));
    }
  g_assert_cmpstr (winerror_history_go (history, -1), ==, "298");
  winerror_history_free (history);
}

static void
test_back (void)
{
  WinerrorWindow *window = open_window ();

  winerror_viewer_set_query (WINERROR_VIEWER (window), "1326");
  go (window, "win.history", -1);
  g_assert_cmpstr (get_query (window), ==, "1326");
  winerror_viewer_set_query (WINERROR_VIEWER (window), "1603");
  go (window, "win.history", -1);
  g_assert_cmpstr (get_query (window), ==, "1326");
  g_assert_cmpuint (current_code (window), ==, 1326);
  go (window, "win.history", 1);
  g_assert_cmpstr (get_query (window), ==, "1603");
  type (window, "");
  go (window, "win.history", -1);
  g_assert_cmpstr (get_query (window), ==, "1603");
  close_window (window);
}

static void
test_neighbours (void)
{
  WinerrorWindow *window = open_window ();

  winerror_viewer_set_query (WINERROR_VIEWER (window), "1326");
  go (window, "win.neighbour", 1);
  g_assert_cmpuint (current_code (window), ==, 1327);
  go (window, "win.neighbour", -1);
  go (window, "win.neighbour", -1);
  g_assert_cmpuint (current_code (window), ==, 1325);

  /* the table ends here */
  winerror_viewer_set_query (WINERROR_VIEWER (window), "1300");
  go (window, "win.neighbour", -1);
  g_assert_cmpuint (current_code (window), ==, 1300);
  g_assert_nonnull (strstr (get_notice (window), "No further entry"));

  /* a code of no table has none */
  winerror_viewer_set_query (WINERROR_VIEWER (window), "0x80041234");
  go (window, "win.neighbour", 1);
  g_assert_cmpuint (current_code (window), ==, 0x80041234);
  close_window (window);
}

/* Leaving an open menu leaves the query alone. */
static void
test_escape_with_menu (void)
{
  WinerrorWindow *window = open_window ();
  GtkPopover *popover = gtk_menu_button_get_popover (find (window, "menu_button"));
  GtkMenuButton *format_button = find_in_panel (window, "format_button");

  type (window, "1326");
  gtk_menu_button_popup (find (window, "menu_button"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  activate (window, "win.clear");
  g_assert_cmpstr (get_query (window), ==, "1326");
  activate (window, "win.format-menu");
  activate (window, "win.clear");
  g_assert_cmpstr (get_query (window), ==, "1326");
  gtk_menu_button_popup (format_button);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (format_button))));
  activate (window, "win.clear");
  g_assert_cmpstr (get_query (window), ==, "1326");
  g_assert_false (
      gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (format_button))));
  activate (window, "win.clear");
  g_assert_cmpstr (get_query (window), ==, "");
  close_window (window);
}

static gboolean
is_typing (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && gtk_widget_is_ancestor (focus, find (window, "search_entry"));
}

/* The menu of the title bar leaves the focus where the next key is a part of the query. */
static void
test_focus_after_menu (void)
{
  WinerrorWindow *window = open_window ();
  GtkMenuButton *button = find (window, "menu_button");

  type (window, "1326");
  gtk_widget_grab_focus (GTK_WIDGET (button));
  g_assert_false (is_typing (window));
  gtk_menu_button_popup (button);
  g_assert_false (is_typing (window));
  gtk_menu_button_popdown (button);
  winerror_test_wait_until (is_typing, window, "the focus in the search entry");
  close_window (window);
}

static gboolean
has_note (gpointer window)
{
  guint n;

  winerror_entry_get_notes (winerror_result_selection_get_current_entry (get_selection (window)),
                            &n);
  return n > 0;
}

/* Other tables change what is shown, and nothing of what the user has done. */
static void
test_own_tables (void)
{
  WinerrorWindow *window = open_window ();
  WinerrorResultSelection *selection = get_selection (window);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (find_in_list (window, "scroller")));
  char *folder = winerror_test_make_folder ();
  const char *const folders[] = { folder, NULL };
  g_autofree char *path = g_build_filename (folder, "kb.csv", NULL);
  g_autoptr (WinerrorOwnTables) tables = NULL;
  g_autoptr (GPtrArray) selected = NULL;
  g_autofree char *notes = NULL;
  double value;
  guint code;

  type (window, "password");
  wait_for_frame (window);
  winerror_result_selection_move (selection, 3);
  code = current_code (window);
  gtk_adjustment_set_value (adjustment, 60);
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value, >, 0);

  notes = g_strdup_printf ("code,note\n%u,Ask the owner of the account.\n", code);
  g_assert_true (g_file_set_contents (path, notes, -1, NULL));
  g_settings_set_strv (settings, "table-folders", folders);
  tables = winerror_own_tables_new (settings,
                                    winerror_viewer_get_catalog (WINERROR_VIEWER (window)));
  winerror_window_follow_tables (window, tables);
  winerror_own_tables_start (tables);
  winerror_test_wait_until (has_note, window, "a note on the current entry");
  wait_for_frame (window);
  g_assert_cmpstr (get_query (window), ==, "password");
  g_assert_cmpuint (current_code (window), ==, code);
  selected = winerror_result_selection_get_selected (selection);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);

  /* what is wrong is said, and what was there stays */
  g_assert_true (g_file_set_contents (path, "code,note\nnonsense,x\n", -1, NULL));
  while (get_notice (window) == NULL || strstr (get_notice (window), "kb.csv:2:1: ") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (has_note (window));
  close_window (window);
  winerror_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);

  g_test_add_func ("/window-work/copy-notice", test_copy_notice);
  g_test_add_func ("/window-work/notice", test_notice);
  g_test_add_func ("/window-work/status", test_status);
  g_test_add_func ("/window-work/nothing-selected", test_nothing_selected);
  g_test_add_func ("/window-work/context", test_context);
  g_test_add_func ("/window-work/page", test_page);
  g_test_add_func ("/window-work/memory", test_memory);
  g_test_add_func ("/window-work/clear", test_clear);
  g_test_add_func ("/window-work/hint", test_hint);
  g_test_add_func ("/window-work/enter-at-start", test_enter_at_start);
  g_test_add_func ("/window-work/language-menu", test_language_menu);
  g_test_add_func ("/window-work/title", test_title);
  g_test_add_func ("/window-work/history", test_history);
  g_test_add_func ("/window-work/back", test_back);
  g_test_add_func ("/window-work/neighbours", test_neighbours);
  g_test_add_func ("/window-work/escape-with-menu", test_escape_with_menu);
  g_test_add_func ("/window-work/focus-after-menu", test_focus_after_menu);
  g_test_add_func ("/window-work/own-tables", test_own_tables);
  return winerror_window_test_run ();
}
