// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>
#include <unistd.h>

static void
first_frame_painted (GdkFrameClock *clock, gpointer data)
{
  _exit (0);
}

static void
first_frame_mapped (GtkWidget *widget, gpointer data)
{
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint",
                    G_CALLBACK (first_frame_painted), NULL);
}

/* Ends the process when the first window of an application has been painted for the first time:
 * what it takes from start to end is the start-up. */
static void
first_frame_added (GtkApplication *application, GtkWindow *window, gpointer data)
{
  g_signal_connect_after (window, "map", G_CALLBACK (first_frame_mapped), NULL);
}
