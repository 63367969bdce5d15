// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* A window that prints the text that is dropped on it, and ends. */

#include <gtk/gtk.h>

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/* The other program is told of the end of the drag when this has returned. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  g_print ("%s", g_value_get_string (value));
  g_timeout_add (300, quit_cb, data);
  return TRUE;
}

static gboolean
ready_cb (gpointer data)
{
  g_print ("ready\n");
  return G_SOURCE_REMOVE;
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
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), loop);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (500, ready_cb, NULL);
  g_main_loop_run (loop);
  return 0;
}
