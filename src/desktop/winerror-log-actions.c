// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-actions.h"

#include "winerror-clipboard.h"
#include "winerror-encoding.h"
#include "winerror-file-chooser.h"
#include "winerror-gettext.h"
#include "winerror-link.h"
#include "winerror-menus.h"
#include "winerror-text.h"

#include <string.h>

/* The name of what ends the reading of the clipboard that a window has begun. */
#define PASTING "winerror-pasting"

/* What comes into the window from elsewhere: the clipboard, links, and logs. */

/* Takes over what was on the clipboard. A log is read from there, and never gets into the search
 * entry, which would take seconds for it. Without text there is a message.
 *
 * Returns: the query that it is; NULL for anything else */
static char *
finish_clipboard (WinerrorViewer *self, GAsyncResult *result)
{
  WinerrorInquiry *inquiry = winerror_viewer_get_inquiry (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = winerror_clipboard_read_text_finish (result, &error);
  const char *text;
  gsize length = 0;

  if (!winerror_viewer_is_open (self) || /* closed in the meantime */
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  /* some programs end it with a NUL */
  if (length > 0 && text[0] != '\0')
    {
      if (inquiry == NULL || !winerror_inquiry_is_log (text, length))
        {
          g_autofree char *query = g_strndup (text, MIN (length, WINERROR_INQUIRY_MAX_QUERY));

          return g_utf8_make_valid (query, -1);
        }
      winerror_inquiry_read_text (inquiry, bytes);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    winerror_notice_show_fault (winerror_viewer_get_notice (self), error->message, NULL);
  else
    winerror_notice_show_fault (winerror_viewer_get_notice (self), _ ("The clipboard has no text."),
                                NULL);
  return NULL;
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorViewer) self = data;
  g_autofree char *query = finish_clipboard (self, result);

  if (query != NULL)
    winerror_viewer_set_query (self, query);
}

/* What is pasted comes to stand where the cursor is. */
static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorViewer) self = data;
  g_autofree char *query = finish_clipboard (self, result);
  GtkEditable *entry;
  int position;

  if (query == NULL)
    return;
  entry = GTK_EDITABLE (winerror_viewer_get_search_entry (self));
  gtk_editable_delete_selection (entry);
  position = gtk_editable_get_position (entry);
  gtk_editable_insert_text (entry, query, -1, &position);
  gtk_editable_set_position (entry, position);
}

static void
end_paste (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  g_object_unref (cancellable);
}

/* Ends the reading of the clipboard that may be going on, and gives what ends the next one. */
static GCancellable *
begin_paste (WinerrorViewer *self)
{
  GCancellable *cancellable = g_cancellable_new ();

  g_object_set_data_full (G_OBJECT (self), PASTING, cancellable, end_paste);
  return cancellable;
}

static void
paste_cb (GtkText *text, gpointer data)
{
  WinerrorViewer *self = data;

  g_signal_stop_emission_by_name (text, "paste-clipboard");
  winerror_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (text)),
                                      begin_paste (self), pasted_cb, g_object_ref (self));
}

/* What gets into the entry in any other way, as with the middle button of the mouse: a log does not
 * get there. It is read when the text is gone that it was to take the place of. */
static void
insert_text_cb (GtkEditable *editable, char *text, int length, int *position, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  if (length <= WINERROR_INQUIRY_MAX_QUERY)
    return;
  g_signal_stop_emission_by_name (editable, "insert-text");
  task = g_task_new (NULL, NULL, clipboard_read_cb, g_object_ref (data));
  g_task_return_pointer (task, g_bytes_new (text, (gsize) length), (GDestroyNotify) g_bytes_unref);
}

static void
look_up_clipboard_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_clipboard_read_text_async (gtk_widget_get_clipboard (widget),
                                      begin_paste (WINERROR_VIEWER (widget)), clipboard_read_cb,
                                      g_object_ref (widget));
}

/* The log of a window; NULL where there are no tables to read it with. */
static WinerrorOpenLog *
get_log (gpointer viewer)
{
  WinerrorInquiry *inquiry = winerror_viewer_get_inquiry (viewer);

  return inquiry != NULL ? winerror_inquiry_get_log (inquiry) : NULL;
}

/* Leaves what is nearest to the user: an open menu, the query, the log, the reading of one. */
static void
clear_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  WinerrorOpenLog *log = get_log (self);
  GtkEditable *entry = GTK_EDITABLE (winerror_viewer_get_search_entry (self));

  if (winerror_menus_close (widget))
    return;
  if (gtk_editable_get_text (entry)[0] != '\0')
    gtk_editable_set_text (entry, "");
  else if (log != NULL && winerror_open_log_get_report (log) != NULL)
    winerror_open_log_close (log);
  else if (log != NULL)
    winerror_open_log_cancel (log);
  winerror_title_focus_search (winerror_viewer_get_title (self));
}

static void
read_list (WinerrorViewer *self, GPtrArray *files)
{
  if (files->len > 0)
    winerror_viewer_read_logs (self, (GFile *const *) files->pdata, files->len);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorViewer) self = data;
  g_autoptr (GPtrArray) files = winerror_file_chooser_open_finish (result);

  read_list (self, files);
}

static void
open_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (get_log (widget) != NULL)
    winerror_file_chooser_open_async (GTK_WINDOW (widget), _ ("Open Log"), WINERROR_FILE_KIND_LOG,
                                      chosen_cb, g_object_ref (widget));
}

static void
reload_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorOpenLog *log = get_log (widget);

  if (log != NULL)
    winerror_open_log_reload (log);
}

static void
log_place_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_detail_panel_move_place (winerror_viewer_get_detail_panel (WINERROR_VIEWER (widget)),
                                    g_variant_get_int32 (parameter) < 0 ? -1 : 1);
}

/* Goes to a place of a code of the log. */
static void
log_code_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  WinerrorResultSelection *selection = winerror_viewer_get_selection (self);
  guint current = winerror_result_selection_get_current (selection);
  WinerrorLogReport *report = winerror_result_selection_get_report (selection);
  g_autoptr (GArray) order = NULL;
  guint code;
  guint place;

  if (report == NULL || current == GTK_INVALID_LIST_POSITION)
    return;
  g_variant_get (parameter, "(uu)", &code, &place);
  order = winerror_log_report_list (report, (WinerrorLogOrder) g_settings_get_enum (
                                                winerror_viewer_get_settings (self), "log-order"));
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, guint, i) == code && i != current)
      {
        winerror_result_list_move (winerror_viewer_get_result_list (self), (int) i - (int) current);
        winerror_detail_panel_move_place (winerror_viewer_get_detail_panel (self), (int) place);
      }
}

static void
cancel_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorOpenLog *log = get_log (widget);

  if (log != NULL)
    winerror_open_log_cancel (log);
}

static void
close_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  WinerrorOpenLog *log = get_log (self);

  if (log == NULL)
    return;
  winerror_open_log_close (log);
  winerror_title_focus_search (winerror_viewer_get_title (self));
}

static void
encoding_chosen_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  const char *const *names = winerror_encoding_list ();
  const char *name = g_variant_get_string (value, NULL);
  gsize i = 0;

  while (names[i] != NULL && !g_str_equal (names[i], name))
    i++;
  winerror_open_log_set_encoding (get_log (data), names[i]);
}

/* The encoding of the log is the state of an action: the name of one, or an empty one where it is
 * guessed. */
static void
add_encodings (WinerrorViewer *self)
{
  g_autoptr (GSimpleAction)
      action = g_simple_action_new_stateful ("log-encoding", G_VARIANT_TYPE_STRING,
                                             g_variant_new_string (""));

  g_signal_connect_object (action, "change-state", G_CALLBACK (encoding_chosen_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
report_changed_cb (WinerrorViewer *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "log-encoding");
  WinerrorOpenLog *log = get_log (self);
  const WinerrorLogFile *file;

  if (action == NULL || winerror_open_log_get_report (log) == NULL)
    return;
  /* what is pasted has none */
  file = winerror_logs_get_file (winerror_open_log_get_logs (log), 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), file->file != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (file->encoding != NULL ? file->encoding : ""));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *item = g_value_get_boxed (value); item != NULL; item = item->next)
    g_ptr_array_add (files, item->data);
  read_list (data, files);
  return files->len > 0;
}

/**
 * winerror_log_actions_install:
 * @widget_class: the class of the window
 *
 * Installs the actions by which something comes into the window, and their keys.
 */
void
winerror_log_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.look-up-clipboard", NULL,
                                   look_up_clipboard_activated);
  gtk_widget_class_install_action (widget_class, "win.open-log", NULL, open_log_activated);
  gtk_widget_class_install_action (widget_class, "win.cancel-log", NULL, cancel_log_activated);
  gtk_widget_class_install_action (widget_class, "win.close-log", NULL, close_log_activated);
  gtk_widget_class_install_action (widget_class, "win.reload-log", NULL, reload_log_activated);
  gtk_widget_class_install_action (widget_class, "win.log-place", "i", log_place_activated);
  gtk_widget_class_install_action (widget_class, "win.log-code", "(uu)", log_code_activated);
  gtk_widget_class_install_action (widget_class, "win.clear", NULL, clear_activated);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_V, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.look-up-clipboard", NULL);
  /* where the focused widget does not take text itself */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "win.look-up-clipboard", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open-log",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "win.reload-log",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "win.log-place",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_G, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.log-place", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.clear", NULL);
}

/**
 * winerror_log_actions_connect:
 * @viewer: a window that is set up
 *
 * Lets logs be dropped on the window, and pasted into its search entry.
 */
void
winerror_log_actions_connect (WinerrorViewer *viewer)
{
  GtkEditable *text = gtk_editable_get_delegate (
      GTK_EDITABLE (winerror_viewer_get_search_entry (viewer)));
  GtkDropTarget *target;

  if (get_log (viewer) == NULL)
    return;
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  add_encodings (viewer);
  g_signal_connect_object (get_log (viewer), "notify::report", G_CALLBACK (report_changed_cb),
                           viewer, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "paste-clipboard", G_CALLBACK (paste_cb), viewer, 0);
  g_signal_connect_object (text, "insert-text", G_CALLBACK (insert_text_cb), viewer, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), viewer, 0);
  gtk_widget_add_controller (GTK_WIDGET (viewer), GTK_EVENT_CONTROLLER (target));
}
