// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-private.h"

#include "winerror-clipboard.h"
#include "winerror-file-chooser.h"
#include "winerror-gettext.h"

/* What comes into the window from elsewhere: the clipboard, and logs. */

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = winerror_clipboard_read_text_finish (result, &error);

  if (self->search_entry == NULL || /* closed in the meantime */
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    winerror_window_say_fault (self, error->message);
  else if (text == NULL || text[0] == '\0')
    winerror_window_say_fault (self, _ ("The clipboard has no text."));
  else
    winerror_window_set_query (self, text);
}

static void
look_up_clipboard_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_clipboard_read_text_async (gtk_widget_get_clipboard (widget),
                                      winerror_window_begin_paste (WINERROR_WINDOW (widget)),
                                      clipboard_read_cb, g_object_ref (widget));
}

/* Leaves what is nearest to the user: an open menu, the query, the log, the reading of one. */
static void
clear_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  WinerrorOpenLog *log = self->open_log;
  GtkEditable *entry = GTK_EDITABLE (self->search_entry);

  if (winerror_window_close_menu (self))
    return;
  if (gtk_editable_get_text (entry)[0] != '\0')
    gtk_editable_set_text (entry, "");
  else if (log != NULL && winerror_open_log_get_lines (log) != NULL)
    winerror_open_log_close (log);
  else if (log != NULL && winerror_open_log_get_reading_name (log) != NULL)
    winerror_window_update_answer (self);
  winerror_window_focus_search (self);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorWindow) self = data;
  g_autoptr (GFile) file = winerror_file_chooser_open_finish (result);

  if (file != NULL)
    winerror_window_read_log (self, file);
}

static void
open_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (WINERROR_WINDOW (widget)->open_log != NULL)
    winerror_file_chooser_open_async (GTK_WINDOW (widget), _ ("Open Log"), chosen_cb,
                                      g_object_ref (widget));
}

static void
cancel_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorOpenLog *log = WINERROR_WINDOW (widget)->open_log;

  if (log != NULL)
    winerror_open_log_cancel (log);
}

static void
close_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  WinerrorOpenLog *log = self->open_log;

  if (log == NULL)
    return;
  winerror_open_log_close (log);
  winerror_window_focus_search (self);
}

static void
reading_name_changed_cb (WinerrorWindow *self)
{
  const char *name = winerror_open_log_get_reading_name (self->open_log);

  if (name != NULL)
    gtk_progress_bar_set_text (self->progress_bar, name);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_box), name != NULL);
}

static void
fraction_changed_cb (WinerrorWindow *self)
{
  double fraction = winerror_open_log_get_fraction (self->open_log);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  else
    gtk_progress_bar_pulse (self->progress_bar);
}

/* A log that was read is shown in place of what was asked for. */
static void
lines_changed_cb (WinerrorWindow *self)
{
  if (winerror_open_log_get_lines (self->open_log) != NULL &&
      gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    winerror_window_update_answer (self);
}

/**
 * winerror_window_connect_log:
 * @self: a window that has a log
 *
 * Lets the window show how the log is read, and what it carries.
 */
void
winerror_window_connect_log (WinerrorWindow *self)
{
  const GConnectFlags flags = G_CONNECT_SWAPPED;

  g_signal_connect_object (self->open_log, "notify::reading-name",
                           G_CALLBACK (reading_name_changed_cb), self, flags);
  g_signal_connect_object (self->open_log, "notify::fraction", G_CALLBACK (fraction_changed_cb),
                           self, flags);
  g_signal_connect_object (self->open_log, "notify::lines", G_CALLBACK (lines_changed_cb), self,
                           flags);
  g_signal_connect_object (self->open_log, "failed", G_CALLBACK (winerror_window_say_fault), self,
                           flags);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  winerror_window_read_log (data, files->data);
  return TRUE;
}

/**
 * winerror_window_install_log_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions by which something comes into the window, and their keys.
 */
void
winerror_window_install_log_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.look-up-clipboard", NULL,
                                   look_up_clipboard_activated);
  gtk_widget_class_install_action (widget_class, "win.open-log", NULL, open_log_activated);
  gtk_widget_class_install_action (widget_class, "win.cancel-log", NULL, cancel_log_activated);
  gtk_widget_class_install_action (widget_class, "win.close-log", NULL, close_log_activated);
  gtk_widget_class_install_action (widget_class, "win.clear", NULL, clear_activated);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_V, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.look-up-clipboard", NULL);
  /* where the focused widget does not take text itself */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "win.look-up-clipboard", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open-log",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.clear", NULL);
}

/**
 * winerror_window_accept_logs:
 * @self: a window
 *
 * Lets logs be dropped on the window.
 */
void
winerror_window_accept_logs (WinerrorWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
