// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* How what is in the window is laid out: fonts, margins, lines. */

#include "winerror-gtk-test.h"
#include "winerror-highlight.h"
#include "winerror-notes-view.h"
#include "winerror-own-tables.h"
#include "winerror-viewer.h"
#include "winerror-window-test.h"

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

static float
get_y (WinerrorWindow *window, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds));
  return bounds.origin.y;
}

/* Values beside each other are of the same height, though the font of one is higher. */
static void
test_tiles (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (PangoAttrList) large = pango_attr_list_new ();
  GtkWidget *tile;
  guint n = 0;

  type (window, "1326");
  wait_for_frame (window);
  tile = gtk_widget_get_first_child (find_in_panel (window, "forms"));
  pango_attr_list_insert (large, pango_attr_scale_new (1.5));
  gtk_label_set_attributes (GTK_LABEL (find_type (tile, GTK_TYPE_LABEL)), large);
  wait_for_frame (window);
  for (GtkWidget *next = gtk_widget_get_next_sibling (tile); next != NULL;
       next = gtk_widget_get_next_sibling (next))
    if (gtk_widget_get_visible (next) && get_y (window, next) < get_y (window, tile) + 9)
      {
        g_assert_cmpfloat (get_y (window, next), ==, get_y (window, tile));
        g_assert_cmpint (gtk_widget_get_height (next), ==, gtk_widget_get_height (tile));
        n++;
      }
  g_assert_cmpuint (n, >, 0);
  close_window (window);
}

/* Related entries are shown whole, below the forms of the number: there may be ten of them. */
static void
test_links (void)
{
  WinerrorWindow *window = open_window ();
  GtkWidget *links;

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 640);
  type (window, "1603");
  for (guint i = 0; i < 3; i++)
    wait_for_frame (window);
  links = find_in_panel (window, "see_also");
  g_assert_cmpfloat (get_y (window, find_in_panel (window, "forms")), <, get_y (window, links));
  for (GtkWidget *link = gtk_widget_get_next_sibling (gtk_widget_get_first_child (links));
       link != NULL && gtk_widget_get_visible (link); link = gtk_widget_get_next_sibling (link))
    {
      GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link)));
      PangoLayout *layout = gtk_label_get_layout (label);
      int width;

      gtk_label_set_text (label, "0x80070643 ERROR_WITH_A_NAME_THAT_FINDS_NO_ROOM_ON_A_LINE_OF_IT");
      wait_for_frame (window);
      layout = gtk_label_get_layout (label);
      pango_layout_get_pixel_size (layout, &width, NULL);
      g_assert_false (pango_layout_is_ellipsized (layout));
      g_assert_cmpint (width, <=, gtk_widget_get_width (GTK_WIDGET (label)));
      g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
    }
  close_window (window);
}

/* The extents of what is painted of a label, in the window. */
static void
get_ink (WinerrorWindow *window, GtkLabel *label, float *top, float *bottom)
{
  PangoRectangle ink;
  int y;

  gtk_label_get_layout_offsets (label, NULL, &y);
  pango_layout_get_pixel_extents (gtk_label_get_layout (label), &ink, NULL);
  *top = get_y (window, GTK_WIDGET (label)) + (float) (y + ink.y);
  *bottom = *top + (float) ink.height;
}

/* The letters of a title do not touch those of its value. */
static void
test_values (void)
{
  WinerrorWindow *window = open_window ();
  GtkWidget *about;
  GtkLabel *title;
  GtkLabel *value;
  float top;
  float bottom;

  type (window, "1326");
  wait_for_frame (window);
  gtk_expander_set_expanded (find_in_panel (window, "about_expander"), TRUE);
  wait_for_frame (window);
  about = gtk_expander_get_child (find_in_panel (window, "about_expander"));
  title = GTK_LABEL (find_type (about, GTK_TYPE_LABEL));
  value = GTK_LABEL (gtk_widget_get_next_sibling (GTK_WIDGET (title)));
  /* letters that reach far below and above the line */
  gtk_label_set_text (title, "النوع");
  gtk_label_set_text (value, "خطأ النظام");
  wait_for_frame (window);
  get_ink (window, title, &top, &bottom);
  get_ink (window, value, &top, &(float){ 0 });
  g_test_message ("%.0f pixels", top - bottom);
  g_assert_cmpfloat (top - bottom, >=, 1);
  close_window (window);
}

static guint
count_copy_buttons (GtkWidget *widget)
{
  guint n = GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
            g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.copy") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_copy_buttons (child);
  return n;
}

/* One button copies, in a wide window and in a narrow one. */
static void
test_copy_button (void)
{
  static const int widths[] = { 1200, 360 };
  WinerrorWindow *window = open_window ();

  type (window, "1326");
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 700);
      for (guint j = 0; j < 3; j++)
        wait_for_frame (window);
      g_assert_cmpuint (count_copy_buttons (GTK_WIDGET (window)), ==, 1);
    }
  close_window (window);
}

static gboolean
has_report (gpointer window)
{
  return winerror_viewer_shows_log (window);
}

/* Checks that the lines of a row have room for their texts. */
static void
check_height (GtkWidget *row)
{
  for (GtkWidget *line = gtk_widget_get_first_child (row); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      g_autoptr (PangoLayout) layout = NULL;
      PangoRectangle ink;

      if (!gtk_widget_get_visible (line))
        continue;
      layout = gtk_widget_create_pango_layout (line,
                                               gtk_inscription_get_text (GTK_INSCRIPTION (line)));
      pango_layout_get_pixel_extents (layout, &ink, NULL);
      g_test_message ("%s: %d to %d", pango_layout_get_text (layout), ink.y, ink.y + ink.height);
      g_assert_cmpint (gtk_widget_get_height (line), >=, ink.y + ink.height);
    }
}

/* A row is as high as the letters of the line of a log, whatever the language of the program. */
static void
test_foreign_line (void)
{
  static const char *const lines[] = { "\n12:00 システム エラー 1326 が発生しました。\n",
                                       "\n12:00 الخدمة: System error 1326 has occurred.\n" };
  char *folder = winerror_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "setup.log", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      WinerrorWindow *window = open_window ();
      GtkWidget *row;

      g_assert_true (g_file_set_contents (path, lines[i], -1, NULL));
      winerror_viewer_read_logs (WINERROR_VIEWER (window), &file, 1);
      winerror_test_wait_until (has_report, window, "the log");
      for (guint j = 0; j < 3; j++)
        wait_for_frame (window);
      row = find_type (find_in_list (window, "list_view"), WINERROR_TYPE_ROW);
      check_height (row);
      close_window (window);
    }
  winerror_test_remove_folder (folder);
}

static int
get_requested_height (GtkWidget *widget)
{
  int height;

  gtk_widget_get_size_request (widget, NULL, &height);
  return height;
}

/* The lines are as high as the fonts for the language that is shown, also after the font is another
 * one. */
static void
test_language_of_rows (void)
{
  WinerrorWindow *window = open_window ();
  GtkWidget *line;
  int height;

  type (window, "1326");
  wait_for_frame (window);
  line = gtk_widget_get_last_child (
      find_type (find_in_list (window, "list_view"), WINERROR_TYPE_ROW));
  g_assert_cmpint (get_requested_height (line), ==, -1);
  g_settings_set_string (settings, "description-language", "ja");
  height = get_requested_height (line);
  g_assert_cmpint (height, >, 0);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 20", NULL);
  wait_for_frame (window);
  g_assert_cmpint (get_requested_height (line), >, height * 3 / 2);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 10", NULL);
  g_settings_reset (settings, "description-language");
  g_assert_cmpint (get_requested_height (line), ==, -1);
  close_window (window);
}

/* Where lines of a Japanese text may end. */
static char *
dup_breaks (const char *text)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (text));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GString *broken = g_string_new (NULL);
  const PangoLogAttr *log;
  int n;

  winerror_highlight_keep_words (attributes, text);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  log = pango_layout_get_log_attrs_readonly (gtk_label_get_layout (GTK_LABEL (label)), &n);
  for (int i = 0; *text != '\0'; text = g_utf8_next_char (text), i++)
    {
      if (i > 0 && log[i].is_line_break)
        g_string_append_c (broken, '/');
      g_string_append_unichar (broken, g_utf8_get_char (text));
    }
  g_object_unref (label);
  return g_string_free (broken, FALSE);
}

static void
test_words (void)
{
  static const char *const cases[][2] = {
    { "Enter キーを押すと結果がコピーされます。", "Enter /キーを/押すと/結果が/コピーされます。" },
    { "コード、シンボル、または語を入力し、", "コード、/シンボル、/または/語を/入力し、" },
    /* too long for a line: where another script begins, particles stay */
    { "パスワード変更後のタスク、", "パスワード/変更後の/タスク、" },
    { "インストールできません。", "インストール/できません。" },
    { "one two", "one /two" },
    { "", "" },
  };
  g_autofree char *chinese = dup_breaks ("输入代码");
  /* one that finds no room on a line may be broken anywhere */
  g_autofree char *long_word = dup_breaks ("プライマリドメインの");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *broken = dup_breaks (cases[i][0]);

      g_assert_cmpstr (broken, ==, cases[i][1]);
    }
  g_assert_cmpstr (chinese, ==, "输/入/代/码");
  g_assert_nonnull (strstr (long_word, "プ/ラ"));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) css = NULL;

  winerror_window_test_init (&argc, &argv);
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/io/github/winerror/Winerror/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  g_test_add_func ("/style/font", test_font);
  g_test_add_func ("/style/margin", test_margin);
  g_test_add_func ("/style/hyphens", test_hyphens);
  g_test_add_func ("/style/right-to-left", test_right_to_left);
  g_test_add_func ("/style/large-font", test_large_font);
  g_test_add_func ("/style/tiles", test_tiles);
  g_test_add_func ("/style/links", test_links);
  g_test_add_func ("/style/values", test_values);
  g_test_add_func ("/style/copy-button", test_copy_button);
  g_test_add_func ("/style/foreign-line", test_foreign_line);
  g_test_add_func ("/style/language-of-rows", test_language_of_rows);
  g_test_add_func ("/style/words", test_words);
  return winerror_window_test_run ();
}
