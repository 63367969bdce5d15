// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* How large the window is, and how its parts share it. */

#include "winerror-window-test.h"

typedef struct
{
  WinerrorWindow *window;
  int width;
  GtkOrientation orientation;
} Layout;

static gboolean
is_laid_out (gpointer data)
{
  Layout *layout = data;
  GtkWidget *paned = find (layout->window, "paned");
  int width = gtk_widget_get_width (GTK_WIDGET (layout->window));

  /* without its border; beside each other, list and panel may need a little more */
  return ABS (width - layout->width) < 20 &&
         gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == layout->orientation;
}

/* Waits until the handle has come to rest. */
static void
rest (WinerrorWindow *window)
{
  for (guint i = 0; i < 3; i++)
    wait_for_frame (window);
}

static void
resize (WinerrorWindow *window, int width, GtkOrientation orientation)
{
  Layout layout = { window, width, orientation };

  gtk_window_set_default_size (GTK_WINDOW (window), width, 555);
  winerror_test_wait_until (is_laid_out, &layout, "the size of the window");
  rest (window);
}

static gboolean
is_closed (gpointer data)
{
  return gtk_application_get_windows (application) == NULL;
}

/* Narrow at once, and wide again: the handle is where the user has dragged it, in either
 * direction, and nothing else is kept. */
static void
test_sizes (void)
{
  const int untouched = g_settings_get_int (settings, "list-width");
  WinerrorWindow *window = open_window ();
  GtkPaned *paned = find (window, "paned");
  int width;
  int height;

  resize (window, 900, GTK_ORIENTATION_HORIZONTAL);
  resize (window, 640, GTK_ORIENTATION_HORIZONTAL);
  g_assert_cmpint (gtk_paned_get_position (paned), <=, 420);
  resize (window, 360, GTK_ORIENTATION_VERTICAL);
  resize (window, 900, GTK_ORIENTATION_HORIZONTAL);
  g_assert_cmpint (gtk_paned_get_position (paned), <=, untouched);
  g_assert_null (g_settings_get_user_value (settings, "list-width"));
  resize (window, 700, GTK_ORIENTATION_HORIZONTAL); /* room for the panel */
  g_assert_cmpint (gtk_paned_get_position (paned), <=, 700 * 3 / 5);
  resize (window, 900, GTK_ORIENTATION_HORIZONTAL);
  gtk_window_close (GTK_WINDOW (window));
  winerror_test_wait_until (is_closed, NULL, "the end of the window");
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 555);
  g_assert_cmpint (g_settings_get_int (settings, "list-width"), ==, untouched);
  g_assert_cmpint (g_settings_get_int (settings, "list-height"), ==, 0);

  window = open_window ();
  paned = find (window, "paned");
  resize (window, 900, GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_position (paned, 333);
  wait_for_frame (window);
  resize (window, 360, GTK_ORIENTATION_VERTICAL);
  gtk_paned_set_position (paned, 250);
  wait_for_frame (window);
  resize (window, 900, GTK_ORIENTATION_HORIZONTAL);
  g_assert_cmpint (gtk_paned_get_position (paned), ==, 333);
  gtk_paned_set_position (paned, 899); /* as far as the panel stays in sight */
  wait_for_frame (window);
  g_assert_cmpint (gtk_paned_get_position (paned), <=, 900 - 220);
  gtk_paned_set_position (paned, 333);
  wait_for_frame (window);
  resize (window, 360, GTK_ORIENTATION_VERTICAL);
  g_assert_cmpint (gtk_paned_get_position (paned), ==, 250);
  gtk_window_close (GTK_WINDOW (window));
  winerror_test_wait_until (is_closed, NULL, "the end of the window");
  g_assert_cmpint (g_settings_get_int (settings, "list-width"), ==, 333);
  g_assert_cmpint (g_settings_get_int (settings, "list-height"), ==, 250);
}

typedef struct
{
  WinerrorWindow *window;
  int height;
} Height;

static gboolean
is_as_high (gpointer data)
{
  Height *height = data;

  return ABS (gtk_widget_get_height (GTK_WIDGET (height->window)) - height->height) < 20;
}

static void
resize_narrow (WinerrorWindow *window, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), 360, height);
  winerror_test_wait_until (is_as_high, &(Height){ window, height }, "the height of the window");
  rest (window);
}

/* What there is no room for moves the handle, whether the window becomes lower or the text longer,
 * but nobody has dragged it. */
static void
test_large_text (void)
{
  WinerrorWindow *window = open_window ();
  GtkPaned *paned = find (window, "paned");
  GtkLabel *label = find (window, "hint_label");
  int position;

  gtk_label_set_text (
      label, "As many\nlines as\nthere may be\nin a language\nwith letters\nthat are high");
  resize_narrow (window, 720);
  position = gtk_paned_get_position (paned);
  resize_narrow (window, 420);
  g_assert_cmpint (gtk_paned_get_position (paned), <, position);
  gtk_label_set_text (label, "A\nfew\nlines");
  rest (window);
  gtk_label_set_text (label, "More\nlines\nthan\nthere\nhave\nbeen\nbefore");
  rest (window);
  resize_narrow (window, 720);
  g_assert_cmpint (gtk_paned_get_position (paned), ==, position);
  gtk_window_close (GTK_WINDOW (window));
  winerror_test_wait_until (is_closed, NULL, "the end of the window");
  g_assert_cmpint (g_settings_get_int (settings, "list-height"), ==, 0);
}

static gboolean
is_low (gpointer data)
{
  return gtk_widget_get_height (data) < 300;
}

static gboolean
is_high (gpointer data)
{
  return gtk_widget_get_height (data) > 500;
}

/* A small window with room for three results; the size before comes back, and is what is kept. */
static void
test_compact (void)
{
  WinerrorWindow *window = open_window ();
  GtkWidget *scroller = find_in_list (window, "scroller");
  int row = gtk_widget_get_height (gtk_widget_get_first_child (find_in_list (window, "list_view")));
  int width;
  int height;

  type (window, "password");
  activate (window, "win.compact");
  winerror_test_wait_until (is_low, window, "a low window");
  g_assert_false (gtk_widget_get_mapped (find (window, "detail_panel")));
  g_assert_false (gtk_widget_get_visible (find (window, "hint_label")));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <, 400);
  g_assert_cmpint (gtk_widget_get_height (scroller), >=, 3 * row);
  winerror_result_list_move (find (window, "result_list"), 1);
  g_assert_cmpuint (current_code (window), ==, nth_code (window, 1));
  activate (window, "win.compact");
  winerror_test_wait_until (is_high, window, "a high window");
  g_assert_true (gtk_widget_get_mapped (find (window, "detail_panel")));
  g_assert_true (gtk_widget_get_visible (find (window, "hint_label")));

  activate (window, "win.compact");
  winerror_test_wait_until (is_low, window, "a low window");
  gtk_window_close (GTK_WINDOW (window));
  winerror_test_wait_until (is_closed, NULL, "the end of the window");
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  g_assert_cmpint (width, ==, 1000);
  g_assert_cmpint (height, ==, 640);
}

/* A query of two words is seen from its first letter on. */
static void
test_compact_query (void)
{
  WinerrorWindow *window = open_window ();
  GtkEditable *text = gtk_editable_get_delegate (find (window, "search_entry"));
  int offset;

  type (window, "wrong password");
  gtk_editable_set_position (text, -1);
  activate (window, "win.compact");
  winerror_test_wait_until (is_low, window, "a low window");
  wait_for_frame (window);
  g_object_get (text, "scroll-offset", &offset, NULL);
  g_assert_cmpint (offset, ==, 0);
  close_window (window);
}

/* Where nothing is found, a compact window is as high, and has room for what it says about it. */
static void
test_compact_nothing (void)
{
  WinerrorWindow *window = open_window ();
  GtkWidget *stack = find_in_list (window, "stack");
  GtkWidget *label = find_in_list (window, "nothing_label");
  GtkWidget *page;
  graphene_rect_t bounds;
  int height;

  type (window, "qqqqqq");
  activate (window, "win.compact");
  winerror_test_wait_until (is_low, window, "a low window");
  wait_for_frame (window);
  height = gtk_widget_get_height (stack);
  page = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_parent (label), page, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, height);
  type (window, "password");
  wait_for_frame (window);
  g_assert_cmpint (gtk_widget_get_height (stack), ==, height);
  close_window (window);
}

/* At the least size of the window, a row finds room that is as high as in any font. */
static void
test_low_list (void)
{
  static const char *const fonts[] = { "Sans 10", "Sans 16" };
  WinerrorWindow *window = open_window ();
  GtkWidget *scroller = find_in_list (window, "scroller");

  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      GtkWidget *row;

      g_object_set (gtk_settings_get_default (), "gtk-font-name", fonts[i], NULL);
      gtk_label_set_text (find (window, "hint_label"), "as\nlong\nas\nin\nsome\nlanguage");
      gtk_window_set_default_size (GTK_WINDOW (window), 360, 420);
      for (guint j = 0; j < 5; j++)
        wait_for_frame (window);
      row = gtk_widget_get_first_child (find_in_list (window, "list_view"));
      g_assert_cmpint (gtk_widget_get_height (scroller), >=, gtk_widget_get_height (row));
    }
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 10", NULL);
  close_window (window);
}

static void
check_nothing (WinerrorWindow *window)
{
  GtkWidget *label = find_in_list (window, "nothing_label");
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 420);
  type (window, "qqqqqq");
  for (guint i = 0; i < 5; i++)
    wait_for_frame (window);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), <=, 420);
  g_assert_true (gtk_widget_compute_bounds (label, find_in_list (window, "stack"), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (find_in_list (window, "stack")));
}

/* At its least size a window has room for what it says where nothing is found. */
static void
test_nothing (void)
{
  WinerrorWindow *window = open_window ();

  check_nothing (window);
  g_assert_false (gtk_widget_get_mapped (find (window, "hint_label")));
  type (window, "1326");
  wait_for_frame (window);
  g_assert_true (gtk_widget_get_mapped (find (window, "hint_label")));
  activate (window, "win.copy"); /* the line for the first run goes */
  check_nothing (window);
  close_window (window);
}

/* In a narrow window, the text of a notice has the whole of it. */
static void
test_notice (void)
{
  WinerrorWindow *window = open_window ();
  GtkWidget *label = find_in_notice (window, "label");

  resize (window, 360, GTK_ORIENTATION_VERTICAL);
  winerror_notice_show (find (window, "notice"),
                        "A text for which a single line of a window as narrow is not enough", NULL);
  for (guint i = 0; i < 3; i++)
    wait_for_frame (window);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), ==, 2);
  g_assert_cmpint (gtk_widget_get_width (label), >=,
                   gtk_widget_get_width (find (window, "notice")) - 40);
  close_window (window);
}

static gboolean
is_compact (WinerrorWindow *window)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), "compact");

  return g_variant_get_boolean (state);
}

/* A window that was compact when it was closed is so when it is opened, with the size before as
 * near as it was. */
static void
test_compact_again (void)
{
  WinerrorWindow *window = open_window ();
  GtkWidget *row;
  int width;
  int height;

  g_assert_false (is_compact (window));
  resize (window, 900, GTK_ORIENTATION_HORIZONTAL);
  activate (window, "win.compact");
  winerror_test_wait_until (is_low, window, "a low window");
  gtk_window_close (GTK_WINDOW (window));
  winerror_test_wait_until (is_closed, NULL, "the end of the window");

  window = open_window_again ();
  g_assert_true (is_compact (window));
  winerror_test_wait_until (is_low, window, "a low window");
  g_assert_false (gtk_widget_get_mapped (find (window, "detail_panel")));
  row = gtk_widget_get_first_child (find_in_list (window, "list_view"));
  g_assert_cmpint (gtk_widget_get_height (find_in_list (window, "scroller")), >=,
                   3 * gtk_widget_get_height (row));
  gtk_window_close (GTK_WINDOW (window));
  winerror_test_wait_until (is_closed, NULL, "the end of the window");
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 555);

  window = open_window_again ();
  activate (window, "win.compact");
  winerror_test_wait_until (is_high, window, "a high window");
  g_assert_true (gtk_widget_get_mapped (find (window, "detail_panel")));
  gtk_window_close (GTK_WINDOW (window));
  winerror_test_wait_until (is_closed, NULL, "the end of the window");
  window = open_window_again ();
  g_assert_false (is_compact (window));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), >, 500);
  close_window (window);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);

  g_test_add_func ("/window-sizes/sizes", test_sizes);
  g_test_add_func ("/window-sizes/large-text", test_large_text);
  g_test_add_func ("/window-sizes/compact", test_compact);
  g_test_add_func ("/window-sizes/compact-query", test_compact_query);
  g_test_add_func ("/window-sizes/compact-nothing", test_compact_nothing);
  g_test_add_func ("/window-sizes/low-list", test_low_list);
  g_test_add_func ("/window-sizes/nothing", test_nothing);
  g_test_add_func ("/window-sizes/notice", test_notice);
  g_test_add_func ("/window-sizes/compact-again", test_compact_again);
  return winerror_window_test_run ();
}
