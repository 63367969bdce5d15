// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The user's own notes on codes, as they are written in a window. */

#include "winerror-window-private.h"

#include "winerror-gettext.h"

static void
edit_note_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);

  if (self->tables != NULL && winerror_detail_panel_is_ready (self->detail_panel) &&
      winerror_window_get_current_entry (self) != NULL)
    winerror_notes_view_edit (winerror_detail_panel_get_notes (self->detail_panel));
}

static void
saved_cb (WinerrorNotesView *view, gboolean kept, WinerrorWindow *self)
{
  winerror_window_say (self, kept ? _ ("Note saved") : _ ("Note removed"));
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* What is not in the editor any more can be taken elsewhere. */
static void
failed_cb (WinerrorNotesView *view, const char *message, const char *text, WinerrorWindow *self)
{
  self->closing = FALSE;
  if (text != NULL)
    winerror_notice_show_button (self->notice, message, _ ("_Copy Note"), "win.copy-text",
                                 g_variant_new_string (text));
  else
    winerror_notice_show_fault (self->notice, message);
  winerror_result_list_say (self->result_list, message);
}

/**
 * winerror_window_install_note_actions:
 * @widget_class: the class of the window
 *
 * Installs what can be done with notes, and its key.
 */
void
winerror_window_install_note_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.edit-note", NULL, edit_note_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.edit-note",
                                       NULL);
}

/**
 * winerror_window_connect_notes:
 * @self: a window that follows tables, and whose detail panel is ready
 *
 * Lets the window show notes, and the user write some.
 */
void
winerror_window_connect_notes (WinerrorWindow *self)
{
  WinerrorNotesView *view = winerror_detail_panel_get_notes (self->detail_panel);

  g_signal_connect_object (view, "saved", G_CALLBACK (saved_cb), self, 0);
  g_signal_connect_object (view, "failed", G_CALLBACK (failed_cb), self, 0);
  winerror_notes_view_set_tables (view, self->tables);
}

/**
 * winerror_window_save_note:
 * @self: a window that is about to be closed
 *
 * Saves what has been written of a note; the window closes once it is on the disk, and stays where
 * that fails.
 *
 * Returns: whether there is something to save: the window is not to be closed yet
 */
gboolean
winerror_window_save_note (WinerrorWindow *self)
{
  WinerrorNotesView *view;

  if (self->tables == NULL || self->closing)
    return FALSE;
  view = winerror_detail_panel_get_notes (self->detail_panel);
  if (!winerror_notes_view_is_changed (view))
    return FALSE;
  self->closing = TRUE;
  winerror_notes_view_save (view);
  return TRUE;
}
