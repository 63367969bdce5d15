// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* An empty GtkApplicationWindow, up to its first frame. */

#include "first-frame.h"

static void
activate (GApplication *application, gpointer data)
{
  GtkWidget *window = gtk_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 640);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication)
      application = gtk_application_new ("io.github.winerror.Empty", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate), NULL);
  g_signal_connect (application, "window-added", G_CALLBACK (first_frame_added), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
