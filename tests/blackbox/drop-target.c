// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* A window that prints the text that is dropped on it, and ends. It says "ready" when it is on the
 * screen, and "over" when the other program knows that the text would be taken. */

#include <gtk/gtk.h>

static gboolean
told_cb (gpointer data)
{
  gdk_display_sync (gdk_display_get_default ());
  g_print ("over\n");
  return G_SOURCE_REMOVE;
}

/* The other program is told when this has returned. */
static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, gpointer data)
{
  g_idle_add (told_cb, NULL);
  g_signal_handlers_disconnect_by_func (target, enter_cb, data);
  return GDK_ACTION_COPY;
}

static gboolean
quit_cb (gpointer data)
{
  gdk_display_sync (gdk_display_get_default ());
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/* The other program is told of the end of the drag when this has returned. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  g_print ("%s", g_value_get_string (value));
  g_idle_add (quit_cb, data);
  return TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  g_print ("ready\n");
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, data);
}

int
main (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);
  GtkWidget *window;

  gtk_init ();
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "drop target");
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 120);
  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), loop);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    NULL);
  g_main_loop_run (loop);
  return 0;
}
