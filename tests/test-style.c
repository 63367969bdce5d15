// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* How the window looks: measured in what is painted. */

#include "winerror-gtk-test.h"
#include "winerror-notes-view.h"
#include "winerror-own-tables.h"
#include "winerror-viewer.h"
#include "winerror-window-test.h"

#include <math.h>

/* How large it is painted: so that the strokes of letters have pixels of their full colour. */
#define SCALE 3

/* WCAG 2.1, success criterion 1.4.3 (AA), texts of any size. */
#define MIN_CONTRAST 4.5

/* The window, painted: four bytes a pixel, in the order of GDK_MEMORY_DEFAULT. */
typedef struct
{
  GtkWidget *window;
  guint32 *pixels;
  int width;
  int height;
} Picture;

static void
paint (Picture *picture, WinerrorWindow *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  picture->window = GTK_WIDGET (window);
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

/* The contrast of what stands in a rectangle of the window: between the colour that most of it has,
 * and the one that differs most from it. */
static double
measure (const Picture *picture, const graphene_rect_t *bounds)
{
  int left = MAX ((int) floorf (bounds->origin.x * SCALE), 0);
  int top = MAX ((int) floorf (bounds->origin.y * SCALE), 0);
  int right = MIN ((int) ceilf ((bounds->origin.x + bounds->size.width) * SCALE), picture->width);
  int bottom = MIN ((int) ceilf ((bounds->origin.y + bounds->size.height) * SCALE),
                    picture->height);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer pixel;
  gpointer count;
  guint most = 0;
  guint32 background = 0;
  double contrast = 1;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        gpointer key = GUINT_TO_POINTER (picture->pixels[y * picture->width + x]);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            background = GPOINTER_TO_UINT (key);
          }
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, &count))
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
  return graphene_rect_contains_rect (&all, bounds);
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

  wait_for_frame (window);
  paint (&picture, window);
  g_assert_cmpuint (check_texts (&picture, state, GTK_WIDGET (window)), >, 5);
  g_free (picture.pixels);
}

static GtkWidget *
find_in_panel (WinerrorWindow *window, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (find (window, "detail_panel"),
                                                    WINERROR_TYPE_DETAIL_PANEL, name));
}

typedef struct
{
  const char *path;
  gboolean high_contrast;
  gboolean dark;
} Theme;

static void
test_contrast (gconstpointer data)
{
  const Theme *theme = data;
  WinerrorWindow *window;

  winerror_gtk_test_set_theme (theme->high_contrast, theme->dark);
  window = open_window ();
  check_window (window, "start");
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

static double
get_font_size (GtkWidget *widget)
{
  PangoFontDescription *font = pango_context_get_font_description (
      gtk_widget_get_pango_context (widget));

  return pango_font_description_get_size (font);
}

static GtkWidget *
find_class (GtkWidget *widget, const char *css_class)
{
  if (gtk_widget_has_css_class (widget, css_class))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_class (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* All texts grow with the font of the user. */
static void
test_font (void)
{
  static const char *const classes[] = { "caption", "heading", "title-2", "number" };
  WinerrorWindow *window;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 10", NULL);
  window = open_window ();
  type (window, "1326");
  wait_for_frame (window);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *widget = find_class (GTK_WIDGET (window), classes[i]);
      double before = get_font_size (widget);

      g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 20", NULL);
      wait_for_frame (window);
      g_assert_cmpfloat_with_epsilon (get_font_size (widget) / before, 2, 0.1);
      g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 10", NULL);
      wait_for_frame (window);
    }
  close_window (window);
}

/* With texts twice as large nothing is cut off at the side, and the window needs little more. */
static void
test_large_font (void)
{
  static const char *const queries[] = { "", "1326", "0x80249ABC", "password", "qqqqqq" };
  WinerrorWindow *window = open_window ();

  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 20", NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 600);
  wait_for_frame (window);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      GtkWidget *list = find (window, "result_list");
      GtkWidget *panel = find (window, "detail_panel");
      int width;
      int panel_width;
      int least;

      type (window, queries[i]);
      wait_for_frame (window);
      gtk_widget_measure (gtk_widget_get_parent (list), GTK_ORIENTATION_HORIZONTAL, -1, &width,
                          NULL, NULL, NULL);
      gtk_widget_measure (gtk_widget_get_first_child (panel), GTK_ORIENTATION_HORIZONTAL, -1,
                          &panel_width, NULL, NULL, NULL);
      g_test_message ("“%s”: list %d, panel %d", queries[i], width, panel_width);
      g_assert_cmpint (width, <=, 360);
      gtk_widget_measure (panel, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (panel_width, <=, least);
      g_assert_cmpint (panel_width, <=, gtk_widget_get_width (panel));
      g_assert_cmpint (least, <=, 420);
    }
  /* the line for the first run and the detail panel, one below the other */
  gtk_label_set_text (find (window, "hint_label"),
                      "Geben Sie einen Code, ein Symbol oder Wörter ein; die Eingabetaste kopiert "
                      "dann das Ergebnis.");
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  type (window, "1326");
  for (guint i = 0; i < 3; i++)
    wait_for_frame (window);
  g_assert_cmpint (gtk_widget_get_width (find (window, "paned")), <=,
                   gtk_widget_get_width (GTK_WIDGET (window)));
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 10", NULL);
  close_window (window);
}

static float
get_x (WinerrorWindow *window, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds));
  return bounds.origin.x;
}

/* Links, and what can be done below a text, begin where the text does. */
static void
test_margin (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (WinerrorOwnTables)
      tables = winerror_own_tables_new (settings,
                                        winerror_viewer_get_catalog (WINERROR_VIEWER (window)));
  GtkWidget *notes;
  float x;

  winerror_window_follow_tables (window, tables);
  winerror_window_start_tables (window);
  type (window, "0x80041234");
  wait_for_frame (window);
  x = get_x (window, find_in_panel (window, "number_label"));
  g_assert_cmpfloat_with_epsilon (get_x (window, find_in_panel (window, "page_label")), x, 0.5);
  type (window, "1326");
  wait_for_frame (window);
  /* the language, where there is no room for it beside the format */
  gtk_label_set_text (
      GTK_LABEL (find_in_panel (window, "format_label")),
      "as Text in a language that has long words for everything, this one included");
  wait_for_frame (window);
  wait_for_frame (window);
  g_assert_cmpfloat_with_epsilon (get_x (window, find_in_panel (window, "language_label")), x, 0.5);
  notes = GTK_WIDGET (winerror_detail_panel_get_notes (find (window, "detail_panel")));
  g_assert_cmpfloat_with_epsilon (get_x (window, find_type (notes, GTK_TYPE_LABEL)), x, 0.5);
  close_window (window);
}

/* Where a symbol is broken at the end of a line, it gets no hyphen. */
static void
test_hyphens (void)
{
  WinerrorWindow *window = open_window ();

  type (window, "1326");
  wait_for_frame (window);
  g_assert_cmpstr (winerror_gtk_test_find_hyphen (find_in_panel (window, "symbol_label")), ==,
                   NULL);
  close_window (window);
}

static int
get_position (PangoLayout *layout, const char *part)
{
  const char *text = pango_layout_get_text (layout);
  PangoRectangle rectangle;

  g_assert_nonnull (strstr (text, part));
  pango_layout_index_to_pos (layout, (int) (strstr (text, part) - text), &rectangle);
  return rectangle.x;
}

/* Where lines run from right to left, a row does: the number, the symbol, the family. */
static void
test_right_to_left (void)
{
  WinerrorWindow *window;
  GtkInscription *heading;
  g_autoptr (PangoLayout) layout = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = open_window ();
  type (window, "VPN 691");
  wait_for_frame (window);
  heading = GTK_INSCRIPTION (find_type (find_in_list (window, "list_view"), GTK_TYPE_INSCRIPTION));
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (heading),
                                           gtk_inscription_get_text (heading));
  g_assert_cmpint (get_position (layout, "691"), >, get_position (layout, "ERROR_AUTH"));
  g_assert_cmpint (get_position (layout, "ERROR_AUTH"), >, get_position (layout, "VPN"));
  close_window (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  static const Theme themes[] = {
    { "/style/contrast/light", FALSE, FALSE },
    { "/style/contrast/dark", FALSE, TRUE },
    { "/style/contrast/high", TRUE, FALSE },
    { "/style/contrast/high-dark", TRUE, TRUE },
  };
  g_autoptr (GtkCssProvider) css = NULL;

  /* it would stand above the settings */
  g_unsetenv ("GTK_THEME");
  winerror_window_test_init (&argc, &argv);
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/io/github/winerror/Winerror/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    g_test_add_data_func (themes[i].path, &themes[i], test_contrast);
  g_test_add_func ("/style/font", test_font);
  g_test_add_func ("/style/margin", test_margin);
  g_test_add_func ("/style/hyphens", test_hyphens);
  g_test_add_func ("/style/right-to-left", test_right_to_left);
  g_test_add_func ("/style/large-font", test_large_font);
  return winerror_window_test_run ();
}
