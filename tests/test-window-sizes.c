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

  /* without its border */
  return width <= layout->width && width > layout->width - 20 &&
         gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == layout->orientation;
}

static void
resize (WinerrorWindow *window, int width, GtkOrientation orientation)
{
  Layout layout = { window, width, orientation };

  gtk_window_set_default_size (GTK_WINDOW (window), width, 555);
  winerror_test_wait_until (is_laid_out, &layout, "the size of the window");
  for (guint i = 0; i < 3; i++) /* the handle comes to rest */
    wait_for_frame (window);
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
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
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
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  g_assert_cmpint (width, ==, 1000);
  g_assert_cmpint (height, ==, 640);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);

  g_test_add_func ("/window-sizes/sizes", test_sizes);
  g_test_add_func ("/window-sizes/compact", test_compact);
  return winerror_window_test_run ();
}
