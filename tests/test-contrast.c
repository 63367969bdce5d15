// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* How well what is in the window can be seen: measured in what is painted. */

#include "winerror-gtk-test.h"
#include "winerror-window-test.h"

#include <math.h>

/* How large it is painted: so that the strokes of letters have pixels of their full colour. */
#define SCALE 3

/* WCAG 2.1, success criterion 1.4.3 (AA), texts of any size. */
#define MIN_CONTRAST 4.5

/* The same, 1.4.11: what shows a state, and what can be used. */
#define MIN_PART_CONTRAST 3

/* The window, painted: four bytes a pixel, in the order of GDK_MEMORY_DEFAULT. */
typedef struct
{
  GtkWidget *window;
  guint32 *pixels;
  int width;
  int height;
} Picture;

static GskRenderNode *
take_snapshot (GtkWidget *window, int width, int height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
paint (Picture *picture, GtkWidget *window)
{
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = 0;
  int height = 0;

  /* what has just been opened is not painted in its first frame */
  for (guint i = 0; i < 20 && node == NULL; i++)
    {
      gtk_widget_queue_draw (window);
      wait_for_frame ((gpointer) window);
      width = gtk_widget_get_width (window);
      height = gtk_widget_get_height (window);
      node = take_snapshot (window, width, height);
    }
  g_assert_nonnull (node);
  picture->window = window;
  picture->width = width * SCALE;
  picture->height = height * SCALE;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) picture->width,
                                                              (float) picture->height));
  picture->pixels = g_new (guint32, (gsize) picture->width * (gsize) picture->height);
  gdk_texture_download (texture, (guchar *) picture->pixels, (gsize) picture->width * 4);
}

/* Relative luminance as WCAG 2.1 defines it. */
static double
get_luminance (guint32 pixel)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 }; /* blue is the lowest byte */
  double luminance = 0;

  for (guint i = 0; i < 3; i++)
    {
      double value = ((pixel >> (8 * i)) & 0xFF) / 255.0;

      luminance += weights[i] *
                   (value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4));
    }
  return luminance;
}

static double
get_contrast (guint32 a, guint32 b)
{
  double left = get_luminance (a) + 0.05;
  double right = get_luminance (b) + 0.05;

  return left > right ? left / right : right / left;
}

/* The pixels of a rectangle of the window. */
static void
get_pixels (const Picture *picture, const graphene_rect_t *bounds, GdkRectangle *pixels)
{
  int right = MIN ((int) ceilf ((bounds->origin.x + bounds->size.width) * SCALE), picture->width);
  int bottom = MIN ((int) ceilf ((bounds->origin.y + bounds->size.height) * SCALE),
                    picture->height);

  pixels->x = MAX ((int) floorf (bounds->origin.x * SCALE), 0);
  pixels->y = MAX ((int) floorf (bounds->origin.y * SCALE), 0);
  pixels->width = right - pixels->x;
  pixels->height = bottom - pixels->y;
}

/* The colours in a rectangle of the window: how many pixels have each, and which most have. */
static GHashTable *
count_colours (const Picture *picture, const graphene_rect_t *bounds, guint32 *most)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  GdkRectangle pixels;
  guint n_most = 0;

  get_pixels (picture, bounds, &pixels);
  for (int y = pixels.y; y < pixels.y + pixels.height; y++)
    for (int x = pixels.x; x < pixels.x + pixels.width; x++)
      {
        gpointer key = GUINT_TO_POINTER (picture->pixels[y * picture->width + x]);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
        if (n > n_most)
          {
            n_most = n;
            *most = GPOINTER_TO_UINT (key);
          }
      }
  return counts;
}

/* The contrast of what stands in a rectangle of the window: between the colour that most of it has,
 * and the one that differs most from it. */
static double
measure (const Picture *picture, const graphene_rect_t *bounds)
{
  guint32 background = 0;
  g_autoptr (GHashTable) counts = count_colours (picture, bounds, &background);
  GHashTableIter iter;
  gpointer pixel;
  double contrast = 1;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, NULL))
    contrast = MAX (contrast, get_contrast (GPOINTER_TO_UINT (pixel), background));
  return contrast;
}

static void
check (const Picture *picture, const char *state, const char *text, const graphene_rect_t *bounds)
{
  double contrast = measure (picture, bounds);

  if (contrast < MIN_CONTRAST)
    {
      g_test_message ("%s: “%s” has a contrast of %.2f", state, text, contrast);
      g_test_fail ();
    }
}

/* Each run of a line of the list: they differ in colour. */
static void
check_runs (const Picture *picture,
            const char *state,
            GtkInscription *line,
            const graphene_rect_t *bounds)
{
  const char *text = gtk_inscription_get_text (line);
  PangoAttrList *attributes = gtk_inscription_get_attributes (line);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (line), text);
  PangoAttrIterator *iter;

  if (attributes == NULL)
    {
      check (picture, state, text, bounds);
      return;
    }
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (bounds->size.width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  iter = pango_attr_list_get_iterator (attributes);
  do
    {
      g_autofree char *run = NULL;
      PangoRectangle from;
      PangoRectangle to;
      graphene_rect_t part = *bounds;
      int start;
      int end;

      pango_attr_iterator_range (iter, &start, &end);
      end = MIN (end, (int) strlen (text));
      if (start >= end)
        continue;
      run = g_strstrip (g_strndup (text + start, (gsize) (end - start)));
      pango_layout_index_to_pos (layout, start, &from);
      pango_layout_index_to_pos (layout, end, &to);
      part.origin.x += (float) from.x / PANGO_SCALE;
      part.size.width = MIN ((float) (to.x - from.x) / PANGO_SCALE,
                             bounds->origin.x + bounds->size.width - part.origin.x);
      if (run[0] != '\0' && part.size.width > 4)
        check (picture, state, run, &part);
    }
  while (pango_attr_iterator_next (iter));
  pango_attr_iterator_destroy (iter);
}

/* Whether a notice is painted over a widget. */
static gboolean
is_covered (const Picture *picture, GtkWidget *widget, const graphene_rect_t *bounds)
{
  graphene_point_t centre;
  GtkWidget *top;

  graphene_rect_get_center (bounds, &centre);
  top = gtk_widget_pick (picture->window, centre.x, centre.y, GTK_PICK_NON_TARGETABLE);
  return top != NULL && gtk_widget_get_ancestor (top, WINERROR_TYPE_NOTICE) != NULL &&
         gtk_widget_get_ancestor (widget, WINERROR_TYPE_NOTICE) == NULL;
}

/* Whether a widget is on the screen, and where. What is half scrolled away is left to the others of
 * its kind. */
static gboolean
get_bounds (const Picture *picture, GtkWidget *widget, graphene_rect_t *bounds)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) picture->width / SCALE,
                                            (float) picture->height / SCALE);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) ||
      !gtk_widget_compute_bounds (widget, picture->window, bounds) || bounds->size.width < 1)
    return FALSE;
  if (scroller != NULL && !gtk_widget_compute_bounds (scroller, picture->window, &all))
    return FALSE;
  return graphene_rect_contains_rect (&all, bounds) && !is_covered (picture, widget, bounds);
}

static guint
check_texts (const Picture *picture, const char *state, GtkWidget *widget)
{
  graphene_rect_t bounds;
  guint n = 0;

  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0' &&
      get_bounds (picture, widget, &bounds))
    {
      check (picture, state, gtk_label_get_text (GTK_LABEL (widget)), &bounds);
      n++;
    }
  else if (GTK_IS_INSCRIPTION (widget) && get_bounds (picture, widget, &bounds))
    {
      check_runs (picture, state, GTK_INSCRIPTION (widget), &bounds);
      n++;
    }
  else if (GTK_IS_TEXT (widget) && gtk_editable_get_text (GTK_EDITABLE (widget))[0] != '\0' &&
           get_bounds (picture, widget, &bounds))
    {
      check (picture, state, gtk_editable_get_text (GTK_EDITABLE (widget)), &bounds);
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_texts (picture, state, child);
  return n;
}

static void
check_window (WinerrorWindow *window, const char *state)
{
  Picture picture;

  paint (&picture, GTK_WIDGET (window));
  /* where nothing is found and the notice has gone there are five */
  g_assert_cmpuint (check_texts (&picture, state, GTK_WIDGET (window)), >=, 5);
  g_free (picture.pixels);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
check_menu (GtkMenuButton *button, const char *state)
{
  GtkWidget *menu;
  Picture picture;

  gtk_menu_button_popup (button);
  menu = GTK_WIDGET (gtk_menu_button_get_popover (button));
  winerror_test_wait_until (is_mapped, menu, state);
  paint (&picture, menu);
  g_assert_cmpuint (check_texts (&picture, state, menu), >, 5);
  g_free (picture.pixels);
  gtk_menu_button_popdown (button);
}

typedef struct
{
  const char *name;
  gboolean high_contrast;
  gboolean dark;
} Theme;

static void
test_texts (gconstpointer data)
{
  const Theme *theme = data;
  WinerrorWindow *window;

  winerror_gtk_test_set_theme (theme->high_contrast, theme->dark);
  window = open_window ();
  check_window (window, "start");
  check_menu (find (window, "menu_button"), "main menu");
  check_menu (find_in_panel (window, "format_button"), "formats");
  type (window, "password");
  check_window (window, "results");
  gtk_widget_grab_focus (find (window, "result_list"));
  check_window (window, "focus in the list");
  gtk_widget_grab_focus (find_in_panel (window, "description_label"));
  gtk_label_select_region (GTK_LABEL (find_in_panel (window, "description_label")), 0, -1);
  check_window (window, "selected text");
  gtk_widget_grab_focus (find (window, "result_list"));
  check_window (window, "selected text that the focus has left");
  activate (window, "win.copy");
  check_window (window, "notice");
  activate (window, "win.pin");
  type (window, "");
  check_window (window, "sections");
  type (window, "0x80041234");
  check_window (window, "unlisted");
  type (window, "qqqqqq");
  check_window (window, "nothing found");
  close_window (window);
}

static void
check_part (double contrast, const char *what)
{
  if (contrast < MIN_PART_CONTRAST)
    {
      g_test_message ("%s has a contrast of %.2f", what, contrast);
      g_test_fail ();
    }
}

static void
get_part_bounds (GtkWidget *widget, graphene_rect_t *bounds)
{
  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (
      gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), bounds));
}

static guint32
get_colour (const Picture *picture, const graphene_rect_t *bounds)
{
  guint32 colour = 0;

  g_hash_table_unref (count_colours (picture, bounds, &colour));
  return colour;
}

/* A pinned entry is told from one that is not by more than a shade. */
static void
check_pin (WinerrorWindow *window)
{
  GtkWidget *button = find_in_panel (window, "pin_button");
  Picture picture;
  graphene_rect_t bounds;
  guint32 background;

  get_part_bounds (button, &bounds);
  paint (&picture, GTK_WIDGET (window));
  background = get_colour (&picture, &bounds);
  g_free (picture.pixels);
  activate (window, "win.pin");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  paint (&picture, GTK_WIDGET (window));
  check_part (get_contrast (get_colour (&picture, &bounds), background), "the pinned state");
  check_part (measure (&picture, &bounds), "the icon of the pinned state");
  g_free (picture.pixels);
  activate (window, "win.pin");
}

/* The line at the upper or left edge of a widget. */
static void
check_line (WinerrorWindow *window, GtkWidget *widget, GtkOrientation line, const char *what)
{
  Picture picture;
  graphene_rect_t bounds;

  get_part_bounds (widget, &bounds);
  if (line == GTK_ORIENTATION_HORIZONTAL)
    /* above the padding */
    bounds = GRAPHENE_RECT_INIT (bounds.origin.x + bounds.size.width / 2, bounds.origin.y - 10, 30,
                                 10);
  else
    bounds = GRAPHENE_RECT_INIT (bounds.origin.x - 3, bounds.origin.y + bounds.size.height / 2, 6,
                                 30);
  paint (&picture, GTK_WIDGET (window));
  check_part (measure (&picture, &bounds), what);
  g_free (picture.pixels);
}

/* How much what is painted where the focus is differs from what is there without it. */
static double
compare (const Picture *before, const Picture *after, const graphene_rect_t *bounds)
{
  GdkRectangle pixels;
  double contrast = 1;

  get_pixels (before, bounds, &pixels);
  for (int y = pixels.y; y < pixels.y + pixels.height; y++)
    for (int x = pixels.x; x < pixels.x + pixels.width; x++)
      contrast = MAX (contrast, get_contrast (before->pixels[y * before->width + x],
                                              after->pixels[y * after->width + x]));
  return contrast;
}

static void
check_focus (WinerrorWindow *window, GtkWidget *widget, GtkWidget *other, const char *what)
{
  Picture before;
  Picture after;
  graphene_rect_t bounds;

  gtk_widget_grab_focus (other);
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  paint (&before, GTK_WIDGET (window));
  gtk_widget_grab_focus (widget);
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  paint (&after, GTK_WIDGET (window));
  get_part_bounds (widget, &bounds);
  check_part (compare (&before, &after, &bounds), what);
  g_free (before.pixels);
  g_free (after.pixels);
}

static void
check_toggle (const Picture *picture, GtkWidget *widget, const char *what)
{
  graphene_rect_t bounds;

  get_part_bounds (widget, &bounds);
  check_part (measure (picture, &bounds), what);
}

static gboolean
is_laid_out (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0;
}

/* Check boxes and switches, on and off. */
static void
check_toggles (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *switch_ = gtk_switch_new ();
  GtkWidget *checked = gtk_check_button_new ();
  GtkWidget *switched = gtk_switch_new ();
  Picture picture;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (checked), TRUE);
  gtk_switch_set_active (GTK_SWITCH (switched), TRUE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), switch_);
  gtk_box_append (GTK_BOX (box), checked);
  gtk_box_append (GTK_BOX (box), switched);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  winerror_test_wait_until (is_laid_out, switched, "the switches");
  paint (&picture, window);
  check_toggle (&picture, gtk_widget_get_first_child (check), "a box that is not checked");
  check_toggle (&picture, gtk_widget_get_first_child (checked), "a box that is checked");
  check_toggle (&picture, gtk_widget_get_last_child (switch_), "a switch that is off");
  check_toggle (&picture, gtk_widget_get_last_child (switched), "a switch that is on");
  g_free (picture.pixels);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_parts (gconstpointer data)
{
  static const char *const names[] = { "copy_button", "format_button", "pin_button",
                                       "description_label", "about_expander" };
  const Theme *theme = data;
  WinerrorWindow *window;
  GtkWidget *entry;
  GtkWidget *list;

  winerror_gtk_test_set_theme (theme->high_contrast, theme->dark);
  window = open_window ();
  entry = find (window, "search_entry");
  list = find (window, "result_list");
  type (window, "1326");
  wait_for_frame (window);
  check_pin (window);
  check_line (window, find_in_list (window, "status_label"), GTK_ORIENTATION_HORIZONTAL,
              "the line above the status");
  check_line (window, find (window, "detail_panel"), GTK_ORIENTATION_VERTICAL,
              "the line beside the details");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    check_focus (window, find_in_panel (window, names[i]), list, names[i]);
  check_focus (window, gtk_widget_get_first_child (find_in_panel (window, "forms")), list,
               "a form");
  check_focus (window, entry, list, "the search entry");
  check_focus (window, list, entry, "a row of the list");
  check_toggles ();
  close_window (window);
}

int
main (int argc, char **argv)
{
  static const Theme themes[] = {
    { "light", FALSE, FALSE },
    { "dark", FALSE, TRUE },
    { "high", TRUE, FALSE },
    { "high-dark", TRUE, TRUE },
  };
  g_autoptr (GtkCssProvider) css = NULL;

  /* it would stand above the settings */
  g_unsetenv ("GTK_THEME");
  winerror_window_test_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/io/github/winerror/Winerror/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autofree char *texts = g_strconcat ("/contrast/texts/", themes[i].name, NULL);
      g_autofree char *parts = g_strconcat ("/contrast/parts/", themes[i].name, NULL);

      g_test_add_data_func (texts, &themes[i], test_texts);
      g_test_add_data_func (parts, &themes[i], test_parts);
    }
  return winerror_window_test_run ();
}
