// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-gtk-test.h"

#include "winerror-test-utils.h"

#include <gtk/gtk.h>

/**
 * winerror_gtk_test_init:
 * @argc: the number of arguments of main()
 * @argv: the arguments of main()
 *
 * Prepares a test with GTK. What GTK has for this wants a locale that need not be installed.
 */
void
winerror_gtk_test_init (int *argc, char ***argv)
{
  static const char *const domains[] = { "winerror", "Gtk",          "Gsk",
                                         "GLib",     "GLib-GObject", "GLib-GIO" };

  g_test_init (argc, argv, NULL);
  /* Some versions of Gdk warn of the time of their own frames; that is no fault of a window. */
  g_log_set_always_fatal ((GLogLevelFlags) (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL));
  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    g_log_set_fatal_mask (domains[i], (GLogLevelFlags) (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL |
                                                        G_LOG_LEVEL_WARNING));
  winerror_test_init_language ();
  gtk_disable_setlocale ();
  gtk_init ();
}
