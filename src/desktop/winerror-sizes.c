// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-sizes.h"

/* The least size of the window; the width of the list below which the detail panel, at its least,
 * stands under it; the least size of either; and the width of a compact window, in which a query
 * such as "wrong password" is seen whole; in pixels. */
#define MIN_WIDTH     360
#define MIN_HEIGHT    420
#define NARROW_LIST   400
#define MIN_PART      220
#define MIN_LOW_PART  120
#define COMPACT_WIDTH 388

struct _WinerrorSizes
{
  GSettings *settings;
  GtkWindow *window;
  GtkPaned *paned;
  int natural_width; /* of the list where there is room */
  int panel_width;   /* the least, when it was last arranged */

  /* where the user wants the handle: beside the list, and below it; 0 where it is for us to say */
  int list_width;
  int list_height;
  gboolean dragged;  /* the one or the other is not yet kept */
  gboolean settling; /* the handle is moved by us */
  int least;         /* and most: where the handle could be when the paned was last arranged */
  int most;

  gboolean compact; /* there is no detail panel; the sizes before: */
  int width;
  int height;
  gboolean maximized;
};

static gboolean
is_vertical (WinerrorSizes *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_VERTICAL;
}

static int
get_length (WinerrorSizes *self)
{
  return is_vertical (self) ? gtk_widget_get_height (GTK_WIDGET (self->paned))
                            : gtk_widget_get_width (GTK_WIDGET (self->paned));
}

/* The least width of the detail panel: with a large font it is more. */
static int
get_panel_width (WinerrorSizes *self)
{
  int width;

  gtk_widget_measure (gtk_paned_get_end_child (self->paned), GTK_ORIENTATION_HORIZONTAL, -1, &width,
                      NULL, NULL, NULL);
  return MAX (width, MIN_PART);
}

/* The least size of the list and of what stands above it: below it, the paned moves the handle by
 * itself. */
static int
get_list_size (WinerrorSizes *self)
{
  gboolean vertical = is_vertical (self);
  int size;

  gtk_widget_measure (gtk_paned_get_start_child (self->paned),
                      vertical ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                      vertical ? gtk_widget_get_width (GTK_WIDGET (self->paned)) : -1, &size, NULL,
                      NULL, NULL);
  return MAX (size, vertical ? MIN_LOW_PART : MIN_PART);
}

/* Looks up between which positions the handle can be now. */
static void
get_range (WinerrorSizes *self, int *least, int *most)
{
  g_object_get (self->paned, "min-position", least, "max-position", most, NULL);
}

/* Puts the handle where the user wants it, as far as that leaves room for both parts. */
static void
settle (WinerrorSizes *self)
{
  int length = get_length (self);
  int least = get_list_size (self);
  int panel = is_vertical (self) ? MIN_LOW_PART : get_panel_width (self);
  int position = self->list_width > 0 ? self->list_width
                                      : MIN (self->natural_width, length * 11 / 20);

  if (is_vertical (self))
    position = self->list_height > 0 ? self->list_height : length * 2 / 5;
  position = MAX (MIN (position, length - panel), least);
  get_range (self, &self->least, &self->most);
  if (gtk_paned_get_position (self->paned) == position)
    return;
  self->settling = TRUE;
  gtk_paned_set_position (self->paned, position);
  self->settling = FALSE;
}

/* The handle is moved by the user as long as it could be where it could be before: else the space
 * is being shared out anew, since the window has another size or a part of it needs more. */
static void
position_cb (WinerrorSizes *self)
{
  int least;
  int most;

  get_range (self, &least, &most);
  if (self->settling || self->compact || self->least != least || self->most != most)
    return;
  if (is_vertical (self))
    self->list_height = gtk_paned_get_position (self->paned);
  else
    self->list_width = gtk_paned_get_position (self->paned);
  self->dragged = TRUE;
  settle (self);
}

/* A font that has become larger may need a wider window than a window manager gives by itself. */
static void
grow (WinerrorSizes *self, int width, int height)
{
  int panel_width = get_panel_width (self);
  int least;

  if (panel_width == self->panel_width)
    return;
  self->panel_width = panel_width;
  gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  if (width < least)
    gtk_window_set_default_size (self->window, least, height);
}

/* Puts the detail panel below the list where the window is narrow, else beside it. */
static void
layout_cb (WinerrorSizes *self, int width, int height)
{
  GtkOrientation orientation;

  grow (self, width, height);
  orientation = width < NARROW_LIST + get_panel_width (self) ? GTK_ORIENTATION_VERTICAL
                                                             : GTK_ORIENTATION_HORIZONTAL;

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) != orientation)
    {
      self->least = -1; /* until it is laid out in the other direction */
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), orientation);
      gtk_paned_set_position (self->paned,
                              orientation == GTK_ORIENTATION_VERTICAL ? height * 2 / 5 : width / 2);
      return;
    }
  settle (self);
}

static void
realize_cb (WinerrorSizes *self)
{
  g_signal_connect_swapped (gtk_native_get_surface (GTK_NATIVE (self->window)), "layout",
                            G_CALLBACK (layout_cb), self);
}

/* The size of the window is kept, and what the user has dragged in it; of a compact window that
 * which it had before, and that it is compact. */
static gboolean
close_request_cb (WinerrorSizes *self)
{
  int width;
  int height;

  gtk_window_get_default_size (self->window, &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", self->compact ? self->width : width,
                  self->compact ? self->height : height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          self->compact ? self->maximized : gtk_window_is_maximized (self->window));
  g_settings_set_boolean (self->settings, "window-compact", self->compact);
  if (self->dragged)
    {
      if (self->list_width > 0)
        g_settings_set_int (self->settings, "list-width", self->list_width);
      g_settings_set_int (self->settings, "list-height", self->list_height);
    }
  g_settings_sync ();
  return FALSE;
}

/**
 * winerror_sizes_new:
 * @settings: the settings
 * @window: the window
 * @paned: what is around the list and the detail panel; must live as long as the sizes
 *
 * Gives the window, which is not shown yet, the sizes that it had when it was last closed, and
 * arranges its parts each time that it is laid out. What the user makes of that is kept when it is
 * closed.
 *
 * Returns: (transfer full): the sizes
 */
WinerrorSizes *
winerror_sizes_new (GSettings *settings, GtkWindow *window, GtkPaned *paned)
{
  WinerrorSizes *self = g_new0 (WinerrorSizes, 1);
  g_autoptr (GVariant) list_width = NULL;
  int width;
  int height;

  self->settings = g_object_ref (settings);
  self->window = window;
  self->paned = paned;
  self->least = -1;
  list_width = g_settings_get_user_value (settings, "list-width");
  self->list_width = list_width != NULL ? g_variant_get_int32 (list_width) : 0;
  self->natural_width = g_settings_get_int (settings, "list-width");
  self->list_height = g_settings_get_int (settings, "list-height");
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (window, MAX (width, MIN_WIDTH), MAX (height, MIN_HEIGHT));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
  gtk_paned_set_position (paned, self->natural_width);
  g_signal_connect_swapped (paned, "notify::position", G_CALLBACK (position_cb), self);
  g_signal_connect_swapped (window, "close-request", G_CALLBACK (close_request_cb), self);
  g_signal_connect_swapped (window, "realize", G_CALLBACK (realize_cb), self);
  return self;
}

/**
 * winerror_sizes_free:
 * @self: (transfer full): the sizes
 */
void
winerror_sizes_free (WinerrorSizes *self)
{
  GdkSurface *surface;

  g_return_if_fail (self != NULL);

  surface = gtk_native_get_surface (GTK_NATIVE (self->window));
  if (surface != NULL)
    g_signal_handlers_disconnect_by_data (surface, self);
  g_signal_handlers_disconnect_by_data (self->window, self);
  g_signal_handlers_disconnect_by_data (self->paned, self);
  g_object_unref (self->settings);
  g_free (self);
}

/**
 * winerror_sizes_set_compact:
 * @self: the sizes
 * @compact: whether the window is to be small and without the detail panel
 *
 * Makes the window as small as what is in it lets it be, or as large as it was before.
 */
void
winerror_sizes_set_compact (WinerrorSizes *self, gboolean compact)
{
  g_return_if_fail (self != NULL);

  if (compact == self->compact)
    return;
  if (compact)
    {
      gtk_window_get_default_size (self->window, &self->width, &self->height);
      self->maximized = gtk_window_is_maximized (self->window);
    }
  self->compact = compact;
  gtk_widget_set_visible (gtk_paned_get_end_child (self->paned), !compact);
  gtk_widget_set_size_request (GTK_WIDGET (self->window), MIN_WIDTH, compact ? -1 : MIN_HEIGHT);
  if (compact && self->maximized)
    gtk_window_unmaximize (self->window);
  gtk_window_set_default_size (self->window, compact ? COMPACT_WIDTH : self->width,
                               compact ? 1 : self->height);
  if (!compact && self->maximized)
    gtk_window_maximize (self->window);
}
