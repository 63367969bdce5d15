// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-private.h"

#include "winerror-log-lines.h"
#include "winerror-text.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * winerror_window_cancel_log:
 * @self: a window
 *
 * Ends the reading of a log; what is shown stays.
 */
void
winerror_window_cancel_log (WinerrorWindow *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->log);
  if (self->progress_box != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->progress_box), FALSE);
}

static char *
dup_status (guint n, gboolean more)
{
  if (more)
    /* Translators: error codes in a log; the number is always 10000 */
    return g_strdup_printf (_ ("The first %u codes; the log has more"), n);
  /* Translators: error codes in a log */
  return g_strdup_printf (ngettext ("%u code", "%u codes", n), n);
}

/* Shows what a log carries; @more tells that it carries yet more. @name is the name of its file, or
 * NULL. */
static void
show_lines (WinerrorWindow *self, GPtrArray *lines, gboolean more, const char *name)
{
  g_autofree char *status = dup_status (lines->len, more);
  g_autofree char *nothing = NULL;

  winerror_detail_panel_set_answer (self->detail_panel, NULL);
  winerror_window_limit_list (self);
  winerror_results_set_lines (self->results, lines);
  gtk_stack_set_visible_child_name (self->list_stack, lines->len > 0 ? "list" : "nothing");
  if (name != NULL)
    {
      /* Translators: the name of a file */
      nothing = g_strdup_printf (_ ("“%s” has none of the codes."), name);
      gtk_label_set_text (self->nothing_label, nothing);
    }
  gtk_label_set_text (self->note_label, name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), name != NULL);
  gtk_label_set_text (self->status_label, status);
  winerror_window_select (self, 0, TRUE);
}

/**
 * winerror_window_show_log:
 * @self: a window
 *
 * Shows the log that was read last.
 *
 * Returns: %FALSE where there is none
 */
gboolean
winerror_window_show_log (WinerrorWindow *self)
{
  if (self->log_lines == NULL)
    return FALSE;
  show_lines (self, self->log_lines, self->log_more, self->log_name);
  return TRUE;
}

/**
 * winerror_window_forget_log:
 * @self: a window
 *
 * Lets go of the log that was read last.
 */
void
winerror_window_forget_log (WinerrorWindow *self)
{
  g_clear_pointer (&self->log_lines, g_ptr_array_unref);
  g_clear_pointer (&self->log_name, g_free);
}

/**
 * winerror_window_show_pasted_log:
 * @self: a window
 * @text: what stands in the search entry
 *
 * Shows the codes that several lines of a log carry, in their order.
 *
 * Returns: %FALSE where @text is no such thing: it is one line, or has no code
 */
gboolean
winerror_window_show_pasted_log (WinerrorWindow *self, const char *text)
{
  const char *newline = strchr (text, '\n');
  g_autoptr (GPtrArray) lines = NULL;
  gboolean more;

  if (newline == NULL || winerror_text_is_blank (newline))
    return FALSE;
  lines = winerror_log_lines_read_text (winerror_search_get_catalog (self->search), text, &more);
  if (lines->len == 0)
    return FALSE;
  show_lines (self, lines, more, NULL);
  return TRUE;
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->search_entry != NULL &&
      g_str_has_prefix (text, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    winerror_window_show_pasted_log (self, text);
}

/**
 * winerror_window_complete_paste:
 * @self: a window
 *
 * Shows all of a log that was pasted where the search entry could not hold it.
 */
void
winerror_window_complete_paste (WinerrorWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  /* the last character may have had no place */
  if (strlen (text) > GTK_ENTRY_BUFFER_MAX_SIZE - 8)
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                   clipboard_read_cb, g_object_ref (self));
}

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  WinerrorWindow *self = data;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, MIN (1.0, (double) done / (double) total));
  else
    gtk_progress_bar_pulse (self->progress_bar);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean more;
  g_autoptr (GPtrArray) lines = winerror_log_lines_read_finish (result, &more, &error);
  g_autofree char *name = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->log == NULL)
    return;

  name = dup_name (self->log);
  winerror_window_cancel_log (self);
  if (lines == NULL)
    {
      /* opening names the file, reading does not */
      if (strstr (error->message, name) == NULL)
        g_prefix_error (&error, "%s: ", name);
      winerror_window_show_fault (self, error->message);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  winerror_window_forget_log (self);
  self->log_lines = g_steal_pointer (&lines);
  self->log_more = more;
  self->log_name = g_steal_pointer (&name);
  winerror_window_show_log (self);
}

/**
 * winerror_window_read_log:
 * @self: a window
 * @file: a log
 *
 * Reads a log, and shows the codes that it carries. What is in the search entry goes then; where
 * the log cannot be read, or the reading is cancelled, everything stays.
 */
void
winerror_window_read_log (WinerrorWindow *self, GFile *file)
{
  g_autofree char *name = NULL;

  g_return_if_fail (WINERROR_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->search == NULL)
    return;
  name = dup_name (file);
  winerror_window_cancel_log (self);
  self->log = g_object_ref (file);
  self->reading = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_progress_bar_set_text (self->progress_bar, name);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_box), TRUE);
  winerror_log_lines_read_async (winerror_search_get_catalog (self->search), file, self->reading,
                                 progress_cb, self, read_cb, g_object_ref (self));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  WinerrorWindow *self = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      winerror_window_read_log (self, file);
    }
  g_object_unref (dialog);
}

/**
 * winerror_window_choose_log:
 * @self: a window
 *
 * Lets the user choose a log to read.
 */
void
winerror_window_choose_log (WinerrorWindow *self)
{
  GtkFileChooserNative *dialog;

  if (self->search == NULL)
    return;
  dialog = gtk_file_chooser_native_new (_ ("Open Log"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  WinerrorWindow *self = data;
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  winerror_window_read_log (self, files->data);
  return TRUE;
}

/**
 * winerror_window_accept_drops:
 * @self: a window
 *
 * Lets logs be dropped on the window.
 */
void
winerror_window_accept_drops (WinerrorWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
