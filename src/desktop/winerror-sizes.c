// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-sizes.h"

/* The least size of the window, and the width below which the detail panel stands under the list;
 * in pixels. */
#define MIN_WIDTH    360
#define MIN_HEIGHT   420
#define NARROW_WIDTH 620

/**
 * winerror_sizes_restore:
 * @settings: the settings
 * @window: the window
 * @paned: what is around the list and the detail panel
 *
 * Gives the window the sizes that it had when it was last closed.
 */
void
winerror_sizes_restore (GSettings *settings, GtkWindow *window, GtkPaned *paned)
{
  int width;
  int height;

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (window, MAX (width, MIN_WIDTH), MAX (height, MIN_HEIGHT));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
  gtk_paned_set_position (paned, g_settings_get_int (settings, "list-width"));
}

/**
 * winerror_sizes_save:
 * @settings: the settings
 * @window: the window
 * @paned: what is around the list and the detail panel
 *
 * Keeps the sizes that the window has.
 */
void
winerror_sizes_save (GSettings *settings, GtkWindow *window, GtkPaned *paned)
{
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == GTK_ORIENTATION_HORIZONTAL)
    g_settings_set_int (settings, "list-width", gtk_paned_get_position (paned));
  g_settings_sync ();
}

/**
 * winerror_sizes_arrange:
 * @paned: what is around the list and the detail panel
 * @width: the width of the window
 * @height: the height of the window
 *
 * Puts the detail panel below the list where the window is narrow, else beside it.
 */
void
winerror_sizes_arrange (GtkPaned *paned, int width, int height)
{
  GtkOrientation orientation = width < NARROW_WIDTH ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL;

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == orientation)
    return;
  /* the list has been squeezed by now: its width is no wish of the user's */
  gtk_paned_set_position (paned,
                          orientation == GTK_ORIENTATION_VERTICAL ? height * 2 / 5 : width / 2);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (paned), orientation);
}
