// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-test.h"

#include "winerror-log-bar.h"

#include "winerror-config.h"
#include "winerror-gtk-test.h"
#include "winerror-ui-resources.h"

GtkApplication *application;
GSettings *settings;

/**
 * winerror_window_test_init:
 * @argc: the number of arguments of main()
 * @argv: the arguments of main()
 *
 * What main() begins with.
 */
void
winerror_window_test_init (int *argc, char ***argv)
{
  winerror_gtk_test_init (argc, argv);
  g_resources_register (winerror_ui_get_resource ());
  settings = g_settings_new (WINERROR_APP_ID);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
}

/**
 * winerror_window_test_run:
 *
 * Returns: the exit status of the tests
 */
int
winerror_window_test_run (void)
{
  int status = g_test_run ();

  g_object_unref (application);
  g_object_unref (settings);
  return status;
}

static gboolean
is_complete (gpointer data)
{
  return winerror_detail_panel_is_ready (find (data, "detail_panel"));
}

/**
 * open_window_again:
 *
 * Returns: (transfer none): a window with the settings as the one before has left them
 */
WinerrorWindow *
open_window_again (void)
{
  g_autoptr (WinerrorCatalog) catalog = winerror_test_load_catalog ();
  WinerrorWindow *window = winerror_window_new (application, settings, catalog, NULL);

  gtk_window_present (GTK_WINDOW (window));
  winerror_test_wait_until (is_complete, window, "the first frame");
  return window;
}

/**
 * open_window:
 *
 * Returns: (transfer none): a window with the settings as they are when the program is new
 */
WinerrorWindow *
open_window (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (gsize i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  return open_window_again ();
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/**
 * close_window:
 * @window: a window
 *
 * Closes the window, of which nothing may be left.
 */
void
close_window (WinerrorWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  winerror_test_wait_until (is_gone, &weak, "the end of the window");
}

gpointer
find (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), WINERROR_TYPE_WINDOW, name);
}

gpointer
find_in_list (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (find (window, "result_list"), WINERROR_TYPE_RESULT_LIST,
                                        name);
}

gpointer
find_in_bar (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (find (window, "log_bar"), WINERROR_TYPE_LOG_BAR, name);
}

/* What the bar above the list says is open. */
const char *
get_log_name (WinerrorWindow *window)
{
  g_assert_true (gtk_widget_get_visible (find (window, "log_bar")));
  return gtk_label_get_text (find_in_bar (window, "name_label"));
}

gpointer
find_in_panel (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (find (window, "detail_panel"), WINERROR_TYPE_DETAIL_PANEL,
                                        name);
}

gpointer
find_in_notice (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (find (window, "notice"), WINERROR_TYPE_NOTICE, name);
}

/**
 * find_type:
 * @widget: a widget
 * @type: a type
 *
 * Returns: (transfer none) (nullable): the first of @widget and what is inside it that has the type
 */
GtkWidget *
find_type (GtkWidget *widget, GType wanted)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), wanted))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

WinerrorResultSelection *
get_selection (WinerrorWindow *window)
{
  return winerror_result_list_get_selection (find (window, "result_list"));
}

/* What the list view has. */
GtkSelectionModel *
get_shown (WinerrorWindow *window)
{
  return winerror_result_selection_get_model (get_selection (window));
}

GtkSliceListModel *
get_slice (WinerrorWindow *window)
{
  return GTK_SLICE_LIST_MODEL (
      gtk_multi_selection_get_model (GTK_MULTI_SELECTION (get_shown (window))));
}

/* All of them, whatever the list view has. */
GListModel *
get_results (WinerrorWindow *window)
{
  return gtk_slice_list_model_get_model (get_slice (window));
}

/* How many entries are listed where nothing is asked for. */
guint
count_listed (WinerrorWindow *window)
{
  return g_list_model_get_n_items (
      winerror_catalog_get_listed (winerror_viewer_get_catalog (WINERROR_VIEWER (window))));
}

guint
current_code (WinerrorWindow *window)
{
  g_autoptr (WinerrorEntry) entry = NULL;

  g_object_get (get_selection (window), "current-entry", &entry, NULL);
  return entry != NULL ? winerror_entry_get_code (entry) : 0;
}

guint
nth_code (WinerrorWindow *window, guint i)
{
  g_autoptr (WinerrorResult) result = g_list_model_get_item (get_results (window), i);

  return winerror_entry_get_code (winerror_result_get_entry (result));
}

void
activate (WinerrorWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

void
type (WinerrorWindow *window, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (window, "search_entry")), text);
}

const char *
get_query (WinerrorWindow *window)
{
  return gtk_editable_get_text (GTK_EDITABLE (find (window, "search_entry")));
}

const char *
get_status (WinerrorWindow *window)
{
  return gtk_label_get_text (find_in_list (window, "status_label"));
}

/* The text of the notice; NULL where none is shown. */
const char *
get_notice (WinerrorWindow *window)
{
  return gtk_revealer_get_reveal_child (find_in_notice (window, "revealer"))
             ? gtk_label_get_text (find_in_notice (window, "label"))
             : NULL;
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

char *
read_clipboard (WinerrorWindow *window)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, received,
                                 &text);
  winerror_test_wait_until (has_text, &text, "the text of the clipboard");
  return text;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/**
 * wait_for_frame:
 * @window: a window
 *
 * Waits until the window has been laid out and painted once more.
 */
void
wait_for_frame (WinerrorWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                                             &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  winerror_test_wait_until (is_set, &painted, "a frame");
  g_signal_handler_disconnect (clock, handler);
}
