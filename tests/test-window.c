// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The window, in this process, on a display of its own. */

#include "winerror-advice-view.h"
#include "winerror-config.h"
#include "winerror-detail-panel.h"
#include "winerror-language.h"
#include "winerror-notice.h"
#include "winerror-open-log.h"
#include "winerror-result-list.h"
#include "winerror-row.h"
#include "winerror-search.h"
#include "winerror-settings.h"
#include "winerror-table-reader.h"
#include "winerror-ticket.h"
#include "winerror-ui-resources.h"
#include "winerror-window.h"

#include <glib/gstdio.h>

static GtkApplication *application;
static GSettings *settings;

/* The parts of the window, by their names in the templates. */

static gpointer
find (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), WINERROR_TYPE_WINDOW, name);
}

static gpointer
find_in_list (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (find (window, "result_list"), WINERROR_TYPE_RESULT_LIST,
                                        name);
}

static gpointer
find_in_notice (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (find (window, "notice"), WINERROR_TYPE_NOTICE, name);
}

static WinerrorResultSelection *
get_selection (WinerrorWindow *window)
{
  return winerror_result_list_get_selection (find (window, "result_list"));
}

/* What the list view has. */
static GtkSelectionModel *
get_shown (WinerrorWindow *window)
{
  return winerror_result_selection_get_model (get_selection (window));
}

static GtkSliceListModel *
get_slice (WinerrorWindow *window)
{
  return GTK_SLICE_LIST_MODEL (
      gtk_multi_selection_get_model (GTK_MULTI_SELECTION (get_shown (window))));
}

/* All of them, whatever the list view has. */
static GListModel *
get_results (WinerrorWindow *window)
{
  return gtk_slice_list_model_get_model (get_slice (window));
}

static void
run_main_loop (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static gboolean
give_up (gpointer data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

static void
wait_until (gboolean (*done) (gpointer), gpointer data)
{
  guint timeout = g_timeout_add_seconds (20, give_up, NULL);

  while (!done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static gboolean
is_complete (gpointer data)
{
  return winerror_detail_panel_is_ready (find (data, "detail_panel"));
}

static WinerrorWindow *
open_window (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (&error);
  WinerrorWindow *window;

  g_assert_no_error (error);
  g_settings_reset (settings, "recent");
  g_settings_reset (settings, "pinned");
  g_settings_reset (settings, "format");
  g_settings_reset (settings, "ticket-language");
  g_settings_reset (settings, "description-language");
  g_settings_reset (settings, "enter");
  window = winerror_window_new (application, settings, catalog, NULL);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (is_complete, window);
  return window;
}

static void
close_window (WinerrorWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  run_main_loop (20);
  g_assert_null (window);
}

static void
type (WinerrorWindow *window, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (window, "search_entry")), text);
}

static guint
current_code (WinerrorWindow *window)
{
  g_autoptr (WinerrorEntry) entry = NULL;

  g_object_get (get_selection (window), "current-entry", &entry, NULL);
  return entry != NULL ? winerror_entry_get_code (entry) : 0;
}

static void
test_start (void)
{
  WinerrorWindow *window = open_window ();
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (find (window, "search_entry"))));
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 232);
  g_assert_cmpstr (gtk_label_get_text (find_in_list (window, "status_label")), ==, "232 entries");
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
    { "0x80070005", 0, "nothing", "No entry matches" },
    { "", 1300, "list", "232 entries" },
    { "  ", 1300, "list", "232 entries" },
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
        g_assert_cmpstr (gtk_label_get_text (find_in_list (window, "status_label")), ==,
                         cases[i].status);
    }
  close_window (window);
}

static void
test_notes (void)
{
  WinerrorWindow *window = open_window ();

  type (window, "0x80070005");
  g_assert_nonnull (
      strstr (gtk_label_get_text (find_in_list (window, "nothing_label")), "FACILITY_WIN32"));
  g_assert_nonnull (strstr (gtk_label_get_text (find_in_list (window, "nothing_label")),
                            "System Error Codes (0-499)"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_in_list (window, "note_label"))));

  type (window, "0xC000006D");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_in_list (window, "note_label"))));
  g_assert_nonnull (strstr (gtk_label_get_text (find_in_list (window, "note_label")), "1326"));

  type (window, "1326");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_in_list (window, "note_label"))));
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
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 232);

  type (window, "error");
  g_assert_cmpuint (g_list_model_get_n_items (shown), <, 100);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (find_in_list (window, "scroller")),
                            1);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 232);

  type (window, "");
  gtk_slice_list_model_set_size (get_slice (window), 1); /* as if the window had been tiny */
  gtk_widget_queue_resize (GTK_WIDGET (window));
  run_main_loop (100);
  g_assert_cmpuint (g_list_model_get_n_items (shown), >, 5);
  g_assert_cmpuint (g_list_model_get_n_items (shown), <, 100);

  winerror_result_list_move (find (window, "result_list"), 231);
  g_assert_cmpuint (current_code (window), ==, 1654);
  close_window (window);
}

/* The best result is selected after each change, and the list is back at its top. */
static void
test_selection (void)
{
  WinerrorWindow *window = open_window ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      find_in_list (window, "scroller"));

  winerror_result_list_move (find (window, "result_list"), 150);
  run_main_loop (100);
  g_assert_cmpuint (current_code (window), !=, 1300);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);

  type (window, "p");
  run_main_loop (100);
  g_assert_true (gtk_selection_model_is_selected (get_shown (window), 0));
  g_assert_false (gtk_selection_model_is_selected (get_shown (window), 150));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
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
    { "wrong password", "[WRONG][PASSWORD][password][password][incorrect]" },
    { "unable to update password", "[PASSWORD][Unable][update][password][password]" },
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
  type (window, "wrong");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) bold = g_string_new (NULL);
      GtkEditable *entry = find (window, "search_entry");
      int end = -1;

      g_assert_cmpuint (current_code (window), ==, 1323);
      add_bold (find (window, "detail_panel"), bold);
      g_assert_cmpstr (bold->str, ==, i == 0 ? "[WRONG][incorrect]" : cases[0].bold);
      gtk_editable_insert_text (entry, " password", -1, &end);
    }
  close_window (window);
}

static void
received (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;
  g_autoptr (GError) error = NULL;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static char *
read_clipboard (WinerrorWindow *window)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, received,
                                 &text);
  wait_until (has_text, &text);
  return text;
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
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
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
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  g_free (text);
  text = read_clipboard (window);
  g_assert_cmpstr (text, ==,
                   "1326 (0x52E) ERROR_LOGON_FAILURE: The user name or password is incorrect.");

  /* a template that is empty, or that nothing can be filled into, is none */
  g_settings_set_enum (settings, "format", WINERROR_FORMAT_TEMPLATE);
  for (guint i = 0; i < 2; i++)
    {
      g_settings_set_string (settings, "template", i == 0 ? " \n" : "{colour}");
      gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
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
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-as", "s", "text");
  text = read_clipboard (window);
  g_assert_cmpstr (text, ==, "0x52E");
  close_window (window);
}

static void
test_language (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *text = NULL;

  type (window, "1326");
  g_settings_set_string (settings, "description-language", "de");
  g_settings_set_enum (settings, "format", WINERROR_FORMAT_LINE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  text = read_clipboard (window);
  g_assert_nonnull (strstr (text, "Kennwort"));
  g_assert_nonnull (strstr (text, "The user name or password is incorrect."));

  g_settings_set_enum (settings, "ticket-language", WINERROR_TICKET_LANGUAGE_ENGLISH);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  g_free (text);
  text = read_clipboard (window);
  g_assert_cmpstr (text, ==,
                   "1326 (0x52E) ERROR_LOGON_FAILURE: The user name or password is incorrect.");
  close_window (window);
}

static guint
nth_code (WinerrorWindow *window, guint i)
{
  g_autoptr (WinerrorResult) result = g_list_model_get_item (get_results (window), i);

  return winerror_entry_get_code (winerror_result_get_entry (result));
}

static void
test_memory (void)
{
  WinerrorWindow *window = open_window ();

  type (window, "1603");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  type (window, "1326");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  type (window, "1603"); /* copied before, opened now */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.note-opened", NULL);
  type (window, "1326");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-value", "s", "hex");
  type (window, "1455");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.pin", NULL);
  type (window, "");
  g_assert_cmpuint (nth_code (window, 0), ==, 1455);
  g_assert_cmpuint (nth_code (window, 1), ==, 1326);
  g_assert_cmpuint (nth_code (window, 2), ==, 1603);
  g_assert_cmpuint (nth_code (window, 3), ==, 1300);
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 232);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.pin", NULL);
  g_assert_cmpuint (nth_code (window, 0), ==, 1326);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.clear-history", NULL);
  g_assert_cmpuint (nth_code (window, 0), ==, 1300);
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
  run_main_loop (50);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (window, "window_stack")), ==, "failure");
  g_assert_cmpstr (gtk_label_get_text (find (window, "failure_label")), ==, error->message);
  g_assert_true (g_str_has_prefix (error->message, "broken.xml:"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  winerror_window_set_query (window, "1326");
  g_assert_cmpuint (current_code (window), ==, 0);
  close_window (window);
}

static void
test_sizes (void)
{
  WinerrorWindow *window = open_window ();
  int width;
  int height;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 555);
  run_main_loop (200);
  gtk_paned_set_position (find (window, "paned"), 333);
  run_main_loop (100);

  /* narrow, and wide again: the list is not left squeezed */
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 555);
  run_main_loop (200);
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (find (window, "paned"))), ==,
                   GTK_ORIENTATION_VERTICAL);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 555);
  run_main_loop (200);
  g_assert_cmpint (gtk_paned_get_position (find (window, "paned")), >, 400);
  gtk_paned_set_position (find (window, "paned"), 333);
  run_main_loop (100);

  gtk_window_close (GTK_WINDOW (window));
  run_main_loop (50);
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 555);
  g_assert_cmpint (g_settings_get_int (settings, "list-width"), ==, 333);
}

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

/* The search entry holds 64 kB; what was copied is read whole. */
static void
test_large_paste (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 6000; i++)
    g_string_append (text, "nothing to see here\n");
  g_string_append (text, "Error 1603\n");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text->str);
  type (window, text->str);
  wait_until (shows_1603, window);
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 1);
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
  winerror_window_read_log (window, unreadable);
  wait_until (is_read, window);
  g_assert_cmpuint (current_code (window), ==, 1618);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "search_entry"))), ==,
                   "1618");
  g_assert_true (gtk_revealer_get_reveal_child (find_in_notice (window, "revealer")));
  g_assert_nonnull (strstr (gtk_label_get_text (find_in_notice (window, "label")),
                            strrchr (folder, G_DIR_SEPARATOR) + 1));

  winerror_window_read_log (window, file);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-log", NULL);
  run_main_loop (100);
  g_assert_cmpuint (current_code (window), ==, 1618);

  winerror_window_read_log (window, file);
  wait_until (is_read, window);
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 2);
  g_assert_cmpuint (current_code (window), ==, 1326);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "search_entry"))), ==, "");
  g_assert_cmpstr (gtk_label_get_text (find_in_list (window, "note_label")), ==, "install.log");

  /* a query comes between; then the log is there again */
  type (window, "1618");
  g_assert_cmpuint (current_code (window), ==, 1618);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.clear", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 2);
  g_assert_cmpstr (gtk_label_get_text (find_in_list (window, "note_label")), ==, "install.log");

  winerror_window_read_log (window, unreadable);
  wait_until (is_read, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.pin", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.clear-history", NULL);
  g_assert_cmpstr (gtk_label_get_text (find_in_list (window, "note_label")), ==, "install.log");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.clear", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 232);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_in_list (window, "note_label"))));

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
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (&error);
  g_autoptr (WinerrorLanguage) language = winerror_language_new_user ();
  WinerrorSearch *search = winerror_search_new (catalog, language);
  WinerrorResultSelection *selection = winerror_result_selection_new ();
  GListModel *shown = G_LIST_MODEL (winerror_result_selection_get_model (selection));
  guint n = 0;

  g_assert_no_error (error);
  g_signal_connect_swapped (selection, "notify::current-entry", G_CALLBACK (count_cb), &n);
  g_assert_false (winerror_result_selection_move (selection, 1));
  answer (search, selection, "wrong password");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (current_of (selection), ==, 1323);
  answer (search, selection, "unable to update password");
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

/* What is open stays open until another log is read to its end, or it is closed. */
static void
test_open_log (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (&error);
  WinerrorOpenLog *log = winerror_open_log_new (catalog);
  g_autofree char *folder = g_dir_make_tmp ("winerror-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "first.log", NULL);
  g_autofree char *missing_path = g_build_filename (folder, "second.log", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path (missing_path);
  g_autofree char *message = NULL;
  guint n_lines = 0;
  guint n_names = 0;

  g_assert_no_error (error);
  g_file_set_contents (path, "error 1326 here\nhr=0x80070643 failed\n", -1, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (log, "notify::lines", G_CALLBACK (count_cb), &n_lines);
  g_signal_connect_swapped (log, "notify::reading-name", G_CALLBACK (count_cb), &n_names);
  g_signal_connect_swapped (log, "failed", G_CALLBACK (failed_cb), &message);

  g_assert_null (winerror_open_log_get_lines (log));
  winerror_open_log_read (log, file);
  g_assert_cmpstr (winerror_open_log_get_reading_name (log), ==, "first.log");
  wait_until (is_log_read, log);
  g_assert_cmpuint (n_lines, ==, 1);
  g_assert_cmpuint (n_names, ==, 2);
  g_assert_cmpuint (winerror_open_log_get_lines (log)->len, ==, 2);
  g_assert_false (winerror_open_log_has_more (log));
  g_assert_cmpstr (winerror_open_log_get_name (log), ==, "first.log");
  g_assert_null (message);

  winerror_open_log_read (log, missing);
  g_assert_cmpstr (winerror_open_log_get_reading_name (log), ==, "second.log");
  wait_until (is_log_read, log);
  g_assert_true (g_str_has_prefix (message, "second.log: "));
  g_assert_cmpstr (winerror_open_log_get_name (log), ==, "first.log");

  /* what is begun last counts, and nothing is told of what is given up */
  g_clear_pointer (&message, g_free);
  winerror_open_log_read (log, missing);
  winerror_open_log_read (log, file);
  wait_until (is_log_read, log);
  g_assert_cmpuint (n_lines, ==, 2);
  winerror_open_log_read (log, missing);
  winerror_open_log_cancel (log);
  run_main_loop (50);
  g_assert_null (message);
  g_assert_cmpuint (n_lines, ==, 2);

  winerror_open_log_close (log);
  winerror_open_log_close (log);
  g_assert_cmpuint (n_lines, ==, 3);
  g_assert_null (winerror_open_log_get_lines (log));
  g_assert_null (winerror_open_log_get_name (log));

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_finalize_object (log);
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_mapped (data);
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
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.format-menu", NULL);
  parts[4] = G_OBJECT (gtk_widget_get_last_child (list));
  g_assert_true (GTK_IS_POPOVER (parts[4]));
  run_main_loop (50);
  gtk_popover_popdown (GTK_POPOVER (parts[4]));
  wait_until (is_hidden, parts[4]);
  winerror_window_read_log (window, log);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_add_weak_pointer (parts[i], (gpointer *) &parts[i]);
  close_window (window);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_null (parts[i]);
}

static void
test_finalize_widgets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (&error);
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
  winerror_result_list_show_answer (list, answer);
  results = G_LIST_MODEL (
      winerror_result_selection_get_model (winerror_result_list_get_selection (list)));
  result = g_list_model_get_item (results, 0);
  winerror_row_set_result (row, result);
  winerror_detail_panel_set_ready (panel);
  winerror_detail_panel_show (panel, winerror_result_get_entry (result), answer, language);
  winerror_notice_show_fault (notice, "It did not work.");

  g_assert_finalize_object (row);
  g_assert_finalize_object (panel);
  g_assert_finalize_object (notice);
  g_assert_finalize_object (list);
  winerror_search_free (search);
}

static void
test_hostile_queries (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *huge = g_strnfill (200000, 'a');

  winerror_window_set_query (window, "\xff\xfe\x80 1326");
  g_assert_cmpuint (current_code (window), ==, 1326);
  winerror_window_set_query (window, huge);
  winerror_window_set_query (window, "<b>&amp;</b>\n\x1b[31m");
  winerror_window_set_query (window, "");
  g_assert_cmpuint (current_code (window), ==, 1300);
  close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  gtk_test_init (&argc, &argv, NULL);
  g_resources_register (winerror_ui_get_resource ());
  settings = g_settings_new (WINERROR_APP_ID);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  g_test_add_func ("/window/start", test_start);
  g_test_add_func ("/window/search", test_search);
  g_test_add_func ("/window/notes", test_notes);
  g_test_add_func ("/window/list-opens", test_list_opens);
  g_test_add_func ("/window/selection", test_selection);
  g_test_add_func ("/window/panel", test_panel);
  g_test_add_func ("/window/matches", test_matches);
  g_test_add_func ("/window/copy", test_copy);
  g_test_add_func ("/window/copy-value", test_copy_value);
  g_test_add_func ("/window/copy-nothing", test_copy_nothing);
  g_test_add_func ("/window/language", test_language);
  g_test_add_func ("/window/memory", test_memory);
  g_test_add_func ("/window/failure", test_failure);
  g_test_add_func ("/window/sizes", test_sizes);
  g_test_add_func ("/window/large-paste", test_large_paste);
  g_test_add_func ("/window/log", test_log);
  g_test_add_func ("/window/current-entry", test_current_entry);
  g_test_add_func ("/window/open-log", test_open_log);
  g_test_add_func ("/window/finalize", test_finalize_window);
  g_test_add_func ("/window/finalize-widgets", test_finalize_widgets);
  g_test_add_func ("/window/hostile-queries", test_hostile_queries);

  status = g_test_run ();
  g_object_unref (application);
  g_object_unref (settings);
  return status;
}
