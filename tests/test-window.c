// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The window, in this process, on a display of its own. */

#include "winerror-advice-view.h"
#include "winerror-settings.h"
#include "winerror-table-reader.h"
#include "winerror-test-utils.h"
#include "winerror-ticket.h"
#include "winerror-window-test.h"

#include <glib/gstdio.h>

static void
test_start (void)
{
  WinerrorWindow *window = open_window ();
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autofree char *listed = g_strdup_printf ("%u entries", count_listed (window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (find (window, "search_entry"))));
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, count_listed (window));
  g_assert_cmpstr (get_status (window), ==, listed);
  g_assert_cmpuint (current_code (window), ==, 1300);
  close_window (window);
}

static void
test_search (void)
{
  static const struct
  {
    const char *query;
    guint code; /* of the first result */
    const char *page;
    const char *status; /* NULL: whatever it is */
  } cases[] = {
    { "0x8007052E", 1326, "list", "1 entry matches" },
    { "-2147023570", 1326, "list", "1 entry matches" },
    { "LOGON_FAILURE", 1326, "list", NULL },
    { "user name or password is incorrect", 1326, "list", NULL },
    { "qqqqqq", 0, "nothing", "No entry matches" },
    { "0x80070005", 5, "list", "1 entry matches" },
    { "0xC000006D", 0xC000006D, "list", "2 entries match" },
    { "0x80041234", 0x80041234, "list", "No table has this code" },
    { "", 1300, "list", NULL },
    { "  ", 1300, "list", NULL },
  };
  WinerrorWindow *window = open_window ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].query);
      type (window, cases[i].query);
      g_assert_cmpuint (current_code (window), ==, cases[i].code);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (find_in_list (window, "stack")), ==,
                       cases[i].page);
      if (cases[i].status != NULL)
        g_assert_cmpstr (get_status (window), ==, cases[i].status);
    }
  close_window (window);
}

/* A code that no table holds is shown like an entry, and what it decodes to with it. */
static void
test_unlisted (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *text = NULL;

  type (window, "0x80041234");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 1);
  g_assert_cmpuint (current_code (window), ==, 0x80041234);
  g_assert_false (gtk_widget_get_visible (find_in_list (window, "note_box")));
  activate (window, "win.copy");
  text = read_clipboard (window);
  g_assert_true (g_str_has_prefix (text, "0x80041234, -2147216844\n"));
  g_assert_nonnull (strstr (text, "FACILITY_ITF"));

  /* it can be pinned, and looked up again */
  activate (window, "win.pin");
  g_assert_cmpstr (get_notice (window), ==, "Pinned");
  close_window (window);
}

/* An NTSTATUS value comes before the Win32 code that it becomes. */
static void
test_notes (void)
{
  WinerrorWindow *window = open_window ();

  type (window, "0xC000006D");
  g_assert_cmpuint (nth_code (window, 0), ==, 0xC000006D);
  g_assert_cmpuint (nth_code (window, 1), ==, 1326);
  g_assert_true (gtk_widget_get_visible (find_in_list (window, "note_box")));
  g_assert_nonnull (strstr (gtk_label_get_text (find_in_list (window, "note_label")), "1326"));

  type (window, "1326");
  g_assert_false (gtk_widget_get_visible (find_in_list (window, "note_box")));
  close_window (window);
}

/* The list view has what is visible; the rest comes when the user turns to it. */
static void
test_list_opens (void)
{
  WinerrorWindow *window = open_window ();
  GListModel *shown = G_LIST_MODEL (get_shown (window));

  g_assert_cmpuint (g_list_model_get_n_items (shown), <, 100);
  gtk_widget_grab_focus (GTK_WIDGET (find_in_list (window, "list_view")));
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==,
                    g_list_model_get_n_items (get_results (window)));

  type (window, "error");
  g_assert_cmpuint (g_list_model_get_n_items (shown), <, 100);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (find_in_list (window, "scroller")),
                            1);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==,
                    g_list_model_get_n_items (get_results (window)));

  type (window, "");
  gtk_slice_list_model_set_size (get_slice (window), 1); /* as if the window had been tiny */
  gtk_widget_queue_resize (GTK_WIDGET (window));
  wait_for_frame (window);
  g_assert_cmpuint (g_list_model_get_n_items (shown), >, 5);
  g_assert_cmpuint (g_list_model_get_n_items (shown), <, 100);

  winerror_result_list_move (find (window, "result_list"), 231);
  g_assert_cmpuint (current_code (window), ==, 1654);
  close_window (window);
}

/* The best result is selected after each change, and the list is back at its top, without a warning
 * of GTK that it knows no rows to scroll to. */
static void
test_selection (void)
{
  WinerrorWindow *window = open_window ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      find_in_list (window, "scroller"));
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_WARNING);

  winerror_result_list_move (find (window, "result_list"), 150);
  wait_for_frame (window);
  g_assert_cmpuint (current_code (window), !=, 1300);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);

  type (window, "p");
  wait_for_frame (window);
  g_assert_true (gtk_selection_model_is_selected (get_shown (window), 0));
  g_assert_false (gtk_selection_model_is_selected (get_shown (window), 150));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  winerror_result_list_move (find (window, "result_list"), 150);
  wait_for_frame (window);
  type (window, "qqqqqq");
  wait_for_frame (window);
  type (window, "p");
  wait_for_frame (window);
  g_assert_true (gtk_selection_model_is_selected (get_shown (window), 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_log_set_always_fatal (fatal);
  close_window (window);
}

static void
test_panel (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (WinerrorEntry) entry = NULL;

  type (window, "1326");
  g_object_get (find (window, "detail_panel"), "entry", &entry, NULL);
  g_assert_cmpuint (winerror_entry_get_code (entry), ==, 1326);
  type (window, "qqqqqq");
  g_clear_object (&entry);
  g_object_get (find (window, "detail_panel"), "entry", &entry, NULL);
  g_assert_null (entry);
  close_window (window);
}

/* The parts of the texts of the panel that are bold, each in brackets; but for the advice. */
static void
add_bold (GtkWidget *widget, GString *out)
{
  if (WINERROR_IS_ADVICE_VIEW (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_label_get_attributes (GTK_LABEL (widget)) != NULL &&
      gtk_widget_get_mapped (widget))
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));
      GSList *attributes = pango_attr_list_get_attributes (
          gtk_label_get_attributes (GTK_LABEL (widget)));

      for (GSList *item = attributes; item != NULL; item = item->next)
        {
          PangoAttribute *attribute = item->data;

          if (attribute->klass->type == PANGO_ATTR_WEIGHT)
            g_string_append_printf (out, "[%.*s]",
                                    (int) (attribute->end_index - attribute->start_index),
                                    text + attribute->start_index);
        }
      g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_bold (child, out);
}

/* What matched is bold in the panel, also where another query finds the same entry. */
static void
test_matches (void)
{
  static const struct
  {
    const char *query;
    const char *bold;
  } cases[] = {
    { "current password value", "[PASSWORD][password][value][current][password]" },
    { "value provided as the current password",
      "[PASSWORD][password][value][provided][current][password]" },
    { "1323", "" },
  };
  WinerrorWindow *window = open_window ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) bold = g_string_new (NULL);

      type (window, cases[i].query);
      g_assert_cmpuint (current_code (window), ==, 1323);
      add_bold (GTK_WIDGET (find (window, "detail_panel")), bold);
      g_assert_cmpstr (bold->str, ==, cases[i].bold);
    }

  /* with no other query between */
  type (window, "current value");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) bold = g_string_new (NULL);

      g_assert_cmpuint (current_code (window), ==, 1323);
      add_bold (find (window, "detail_panel"), bold);
      g_assert_cmpstr (bold->str, ==, i == 0 ? "[value][current]" : cases[0].bold);
      type (window, cases[0].query);
    }
  close_window (window);
}

static char *
write_ticket (WinerrorWindow *window, WinerrorFormat format)
{
  g_autoptr (GPtrArray) entries = winerror_result_selection_get_selected (get_selection (window));
  g_autoptr (WinerrorLanguage) language = winerror_language_new_user ();
  WinerrorTicketOptions options = { .format = format, .language = language };

  return winerror_ticket_write ((WinerrorEntry *const *) entries->pdata, entries->len, &options);
}

static void
test_copy (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  type (window, "0x8007052E");
  activate (window, "win.copy");
  text = read_clipboard (window);
  g_assert_cmpstr (text, ==,
                   "ERROR_LOGON_FAILURE (1326, 0x52E)\n"
                   "The user name or password is incorrect.\n"
                   "HRESULT 0x8007052E (-2147023570)\n");
  g_assert_true (gtk_revealer_get_reveal_child (find_in_notice (window, "revealer")));
  g_assert_nonnull (
      strstr (gtk_label_get_text (find_in_notice (window, "label")), "Copied as Text"));
  g_assert_nonnull (
      strstr (gtk_label_get_text (find_in_notice (window, "label")), "ERROR_LOGON_FAILURE"));

  g_settings_set_enum (settings, "format", WINERROR_FORMAT_LINE);
  activate (window, "win.copy");
  g_free (text);
  text = read_clipboard (window);
  g_assert_cmpstr (text, ==,
                   "1326 (0x52E) ERROR_LOGON_FAILURE: The user name or password is incorrect.");

  /* a template that is empty, or that nothing can be filled into, is none */
  g_settings_set_enum (settings, "format", WINERROR_FORMAT_TEMPLATE);
  for (guint i = 0; i < 2; i++)
    {
      g_settings_set_string (settings, "template", i == 0 ? " \n" : "{colour}");
      activate (window, "win.copy");
      g_free (text);
      text = read_clipboard (window);
      g_assert_true (g_str_has_prefix (text, "ERROR_LOGON_FAILURE (1326, 0x52E)\n"));
      g_assert_nonnull (
          strstr (gtk_label_get_text (find_in_notice (window, "label")), "Copied as Text"));
    }
  g_settings_reset (settings, "template");
  g_settings_set_enum (settings, "format", WINERROR_FORMAT_LINE);

  type (window, "password");
  winerror_result_selection_select_all (get_selection (window));
  for (guint i = 0; i < WINERROR_FORMAT_TEMPLATE; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-as", "s",
                                  winerror_format_get_name (i));
      g_free (text);
      g_free (expected);
      text = read_clipboard (window);
      expected = write_ticket (window, i);
      g_assert_cmpstr (text, ==, expected);
    }
  close_window (window);
}

static void
test_copy_value (void)
{
  static const struct
  {
    const char *property;
    const char *value;
  } cases[] = {
    { "code", "1326" },
    { "hex", "0x52E" },
    { "hresult", "0x8007052E" },
    { "hresult-signed", "-2147023570" },
    { "symbol", "ERROR_LOGON_FAILURE" },
    { "description", "The user name or password is incorrect." },
    { "source-description", "The user name or password is incorrect." },
    { "header", "WinError.h" },
  };
  WinerrorWindow *window = open_window ();

  type (window, "1326");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-value", "s", cases[i].property);
      text = read_clipboard (window);
      g_assert_cmpstr (text, ==, cases[i].value);
    }
  close_window (window);
}

/* Nothing is selected: nothing is copied. */
static void
test_copy_nothing (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *text = NULL;

  type (window, "1326");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-value", "s", "hex");
  type (window, "qqqqqq");
  activate (window, "win.copy");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-as", "s", "text");
  text = read_clipboard (window);
  g_assert_cmpstr (text, ==, "0x52E");
  close_window (window);
}

static void
test_language (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (WinerrorResult) first = NULL;
  g_autofree char *text = NULL;

  type (window, "1326");
  g_settings_set_string (settings, "description-language", "de");
  first = g_list_model_get_item (get_results (window), 0);
  g_assert_nonnull (strstr (winerror_result_get_description (first), "Kennwort"));
  g_settings_set_enum (settings, "format", WINERROR_FORMAT_LINE);
  activate (window, "win.copy");
  text = read_clipboard (window);
  g_assert_nonnull (strstr (text, "Kennwort"));
  g_assert_nonnull (strstr (text, "The user name or password is incorrect."));

  g_settings_set_enum (settings, "ticket-language", WINERROR_TICKET_LANGUAGE_ENGLISH);
  activate (window, "win.copy");
  g_free (text);
  text = read_clipboard (window);
  g_assert_cmpstr (text, ==,
                   "1326 (0x52E) ERROR_LOGON_FAILURE: The user name or password is incorrect.");
  close_window (window);
}

/* A table that cannot be loaded is one page with the reason. */
static void
test_failure (void)
{
  static const char table[] = "<error-table>\n  <title/>\n</error-table>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, sizeof table - 1);
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new ();
  g_autoptr (GError) error = NULL;
  WinerrorWindow *window;

  g_assert_false (winerror_catalog_add_table (catalog, bytes, "broken.xml", &error));
  window = winerror_window_new (application, settings, NULL, error);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (window, "window_stack")), ==, "failure");
  g_assert_cmpstr (gtk_label_get_text (find (window, "failure_label")), ==, error->message);
  wait_for_frame (window);
  g_assert_false (gtk_label_get_selection_bounds (find (window, "failure_label"), NULL, NULL));
  g_assert_true (g_str_has_prefix (error->message, "broken.xml:"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  winerror_viewer_set_query (WINERROR_VIEWER (window), "1326");
  g_assert_cmpuint (current_code (window), ==, 0);
  close_window (window);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
answer (WinerrorSearch *search, WinerrorResultSelection *selection, const char *query)
{
  g_autoptr (WinerrorAnswer) found = winerror_search_run (search, query);

  winerror_result_selection_set_answer (selection, found, 3);
}

static guint
current_of (WinerrorResultSelection *selection)
{
  WinerrorEntry *entry = winerror_result_selection_get_current_entry (selection);

  return entry != NULL ? winerror_entry_get_code (entry) : 0;
}

/* The property tells of another entry, and of the same one when another query finds it; of each
 * once. */
static void
test_current_entry (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorCatalog) catalog = winerror_test_load_catalog ();
  g_autoptr (WinerrorLanguage) language = winerror_language_new_user ();
  WinerrorSearch *search = winerror_search_new (catalog, language);
  WinerrorResultSelection *selection = winerror_result_selection_new ();
  GListModel *shown = G_LIST_MODEL (winerror_result_selection_get_model (selection));
  guint n = 0;

  g_assert_no_error (error);
  g_signal_connect_swapped (selection, "notify::current-entry", G_CALLBACK (count_cb), &n);
  g_assert_false (winerror_result_selection_move (selection, 1));
  answer (search, selection, "current password value");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (current_of (selection), ==, 1323);
  answer (search, selection, "value provided as the current password");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (current_of (selection), ==, 1323);

  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 3);
  g_assert_true (winerror_result_selection_move (selection, 1));
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (winerror_result_selection_get_current (selection), ==, 1);
  g_assert_true (winerror_result_selection_move (selection, -5));
  g_assert_cmpuint (winerror_result_selection_get_current (selection), ==, 0);
  g_assert_cmpuint (n, ==, 4);
  winerror_result_selection_select_all (selection);
  g_assert_cmpuint (g_list_model_get_n_items (shown), >, 3);
  g_assert_cmpuint (current_of (selection), ==, 1323);
  g_assert_cmpuint (n, ==, 4);

  answer (search, selection, "qqqqqq");
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (current_of (selection), ==, 0);
  g_assert_cmpuint (winerror_result_selection_get_current (selection), ==,
                    GTK_INVALID_LIST_POSITION);
  g_assert_false (winerror_result_selection_move (selection, 1));
  g_assert_finalize_object (selection);
  winerror_search_free (search);
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

static gboolean
is_gone (gpointer data)
{
  return *(GObject **) data == NULL;
}

/* Whatever was opened in a window, nothing of it is left when it is closed. GTK itself leaks a menu
 * that is taken down while it is open: this one is closed before. */
static void
test_finalize_window (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (GFile) log = g_file_new_for_path (g_get_home_dir ());
  GtkWidget *list = find (window, "result_list");
  GObject *parts[] = { G_OBJECT (list), find (window, "detail_panel"), find (window, "notice"),
                       G_OBJECT (get_selection (window)), NULL };

  type (window, "password");
  activate (window, "win.copy");
  activate (window, "win.format-menu");
  parts[4] = G_OBJECT (gtk_widget_get_last_child (list));
  g_assert_true (GTK_IS_POPOVER (parts[4]));
  gtk_popover_popdown (GTK_POPOVER (parts[4]));
  winerror_test_wait_until (is_hidden, parts[4], "the end of the menu");
  winerror_viewer_read_logs (WINERROR_VIEWER (window), &log, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_add_weak_pointer (parts[i], (gpointer *) &parts[i]);
  close_window (window);
  /* what still has to be done after a menu keeps its owner until then */
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    winerror_test_wait_until (is_gone, &parts[i], "the end of a part of the window");
}

static void
test_finalize_widgets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorCatalog) catalog = winerror_test_load_catalog ();
  g_autoptr (WinerrorLanguage) language = winerror_language_new_user ();
  WinerrorSearch *search = winerror_search_new (catalog, language);
  g_autoptr (WinerrorAnswer) answer = winerror_search_run (search, "password");
  WinerrorResultList *list = g_object_ref_sink (g_object_new (WINERROR_TYPE_RESULT_LIST, NULL));
  WinerrorDetailPanel *panel = g_object_ref_sink (g_object_new (WINERROR_TYPE_DETAIL_PANEL, NULL));
  WinerrorNotice *notice = g_object_ref_sink (g_object_new (WINERROR_TYPE_NOTICE, NULL));
  WinerrorRow *row = WINERROR_ROW (g_object_ref_sink (winerror_row_new ()));
  GListModel *results;
  g_autoptr (WinerrorResult) result = NULL;

  g_assert_no_error (error);
  winerror_result_list_show_answer (list, answer, FALSE);
  results = G_LIST_MODEL (
      winerror_result_selection_get_model (winerror_result_list_get_selection (list)));
  result = g_list_model_get_item (results, 0);
  winerror_row_set_result (row, result);
  winerror_detail_panel_set_ready (panel);
  winerror_detail_panel_show (panel, winerror_result_get_entry (result), answer, language);
  winerror_notice_show_fault (notice, "It did not work.", NULL);

  g_assert_finalize_object (row);
  g_assert_finalize_object (panel);
  g_assert_finalize_object (notice);
  g_assert_finalize_object (list);
  winerror_search_free (search);
}

/* GTK 4.8 keeps the sections of a menu that was shown: one menu does for all windows. */
static void
test_menus (void)
{
  WinerrorWindow *window = open_window ();
  GMenuModel *menu = gtk_menu_button_get_menu_model (find (window, "menu_button"));
  GMenuModel *order = gtk_menu_button_get_menu_model (find_in_bar (window, "order_button"));

  g_assert_cmpint (g_menu_model_get_n_items (menu), >, 2);
  g_assert_cmpint (g_menu_model_get_n_items (order), ==, 3);
  close_window (window);
  window = open_window ();
  g_assert_true (gtk_menu_button_get_menu_model (find (window, "menu_button")) == menu);
  g_assert_true (gtk_menu_button_get_menu_model (find_in_bar (window, "order_button")) == order);
  close_window (window);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);

  g_test_add_func ("/window/start", test_start);
  g_test_add_func ("/window/search", test_search);
  g_test_add_func ("/window/unlisted", test_unlisted);
  g_test_add_func ("/window/notes", test_notes);
  g_test_add_func ("/window/list-opens", test_list_opens);
  g_test_add_func ("/window/selection", test_selection);
  g_test_add_func ("/window/panel", test_panel);
  g_test_add_func ("/window/matches", test_matches);
  g_test_add_func ("/window/copy", test_copy);
  g_test_add_func ("/window/copy-value", test_copy_value);
  g_test_add_func ("/window/copy-nothing", test_copy_nothing);
  g_test_add_func ("/window/language", test_language);
  g_test_add_func ("/window/failure", test_failure);
  g_test_add_func ("/window/current-entry", test_current_entry);
  g_test_add_func ("/window/finalize", test_finalize_window);
  g_test_add_func ("/window/finalize-widgets", test_finalize_widgets);
  g_test_add_func ("/window/menus", test_menus);
  return winerror_window_test_run ();
}
