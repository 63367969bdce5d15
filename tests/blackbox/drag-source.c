// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* A window from which a file can be dragged: drag-source FILE. It says "ready" when it is on the
 * screen and "accepted" when somebody would take the file, and ends when the drag has ended. */

#include <gtk/gtk.h>

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, gpointer data)
{
  g_main_loop_quit (data);
}

static void
notify_selected_action_cb (GdkDrag *drag, GParamSpec *pspec, gpointer data)
{
  if (gdk_drag_get_selected_action (drag) != 0)
    {
      g_print ("accepted\n");
      g_signal_handlers_disconnect_by_func (drag, notify_selected_action_cb, data);
    }
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (notify_selected_action_cb), NULL);
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  g_print ("ready\n");
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, data);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argc > 1 ? argv[1] : "");
  g_autoptr (GdkContentProvider) content = NULL;
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *window;

  gtk_init ();
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "drag source");
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 120);
  content = gdk_content_provider_new_typed (G_TYPE_FILE, file);
  gtk_drag_source_set_content (source, content);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), loop);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    NULL);
  g_main_loop_run (loop);
  return 0;
}
