// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The window in languages that run from right to left. */

#include "winerror-advice-view.h"
#include "winerror-direction.h"
#include "winerror-gtk-test.h"
#include "winerror-highlight.h"
#include "winerror-window-test.h"

#include <string.h>

/* Where a part of a shown text begins, or where its last character does. */
static int
get_position (const char *text, const char *part, gboolean last)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (text));
  const char *at = strstr (text, part);
  PangoRectangle rectangle;

  g_assert_nonnull (at);
  if (last)
    at = g_utf8_prev_char (at + strlen (part));
  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (label)), (int) (at - text),
                             &rectangle);
  g_object_unref (label);
  return MIN (rectangle.x, rectangle.x + rectangle.width);
}

/* Commands, paths, options and addresses keep what they begin and end with at its side. */
static void
test_commands (void)
{
  static const struct
  {
    const char *text;
    const char *part;
  } cases[] = {
    { "سجّل الدخول كمسؤول محلي، `.\\NAME`. تحقق من الشبكة", ".\\NAME" },
    { "أو name@domain، أو .\\name لحساب محلي.", ".\\name" },
    { "أو name@domain، أو (.\\name).", ".\\name" },
    { "`net user /domain` يسرد", "net user /domain" },
    { "استخدم /priv هنا", "/priv" },
    { "عنوان https://… أو ملف", "https://…" },
    { "المجلد C:\\ وما فيه", "C:\\" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PangoAttrList) list = pango_attr_list_new ();
      g_autofree char *shown = winerror_highlight_read_commands (list, cases[i].text);
      g_autofree char *plain = winerror_direction_remove_marks (shown);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (get_position (shown, cases[i].part, FALSE), <,
                       get_position (shown, cases[i].part, TRUE));
      g_assert_null (strstr (plain, "\u2066"));
    }
}

/* The marks of a sentence stay outside, and so does what needs none. */
static void
test_words (void)
{
  static const char *const cases[][2] = {
    { "run /priv", "run /priv" },
    { "خدمة Windows… هنا", "خدمة Windows… هنا" },
    { "في (DOMAIN\\name).", "في (DOMAIN\\name)." },
    { "في 10.0.0.1.", "في 10.0.0.1." },
    { "في (/priv).", "في (\u2066/priv\u2069)." },
    { "في https://…", "في \u2066https://…\u2069" },
    { "Windows هنا", "\u200FWindows هنا" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = winerror_direction_isolate_words (cases[i][0]);

      g_assert_cmpstr (shown, ==, cases[i][1]);
    }
}

static void
test_name (void)
{
  static const char counts[] = "تمت قراءة إدخال واحد";
  g_autoptr (GString) line = g_string_new (NULL);

  winerror_direction_append_name (line, "codes.h", "1 entry read");
  g_assert_cmpstr (line->str, ==, "codes.h");
  g_string_truncate (line, 0);
  winerror_direction_append_name (line, "codes.h", counts);
  g_string_append_printf (line, ": %s", counts);
  g_assert_cmpint (get_position (line->str, "codes.h", FALSE), >,
                   get_position (line->str, counts, FALSE));
}

static gpointer
find_advice (WinerrorWindow *window, const char *name)
{
  gpointer box = gtk_widget_get_template_child (find (window, "detail_panel"),
                                                WINERROR_TYPE_DETAIL_PANEL, "advice_box");

  return gtk_widget_get_template_child (gtk_widget_get_first_child (box), WINERROR_TYPE_ADVICE_VIEW,
                                        name);
}

/* What gives the text its direction is not copied. */
static void
test_copy (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (WinerrorLanguage) language = winerror_test_load_language ("ar");
  gboolean found = FALSE;

  type (window, "1326");
  winerror_detail_panel_show (find (window, "detail_panel"),
                              winerror_viewer_get_current_entry (WINERROR_VIEWER (window)), NULL,
                              language);
  for (GtkWidget *item = gtk_widget_get_first_child (find_advice (window, "steps_box"));
       item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *label = gtk_widget_get_last_child (item);
      const char *text = gtk_label_get_text (GTK_LABEL (label));
      g_autofree char *copied = NULL;

      if (strstr (text, "\u2066.\\name\u2069") == NULL)
        continue;
      gtk_label_select_region (GTK_LABEL (label), 0, -1);
      g_signal_emit_by_name (label, "copy-clipboard");
      copied = read_clipboard (window);
      g_assert_nonnull (strstr (copied, " .\\name "));
      g_assert_null (strstr (copied, "\u2066"));
      g_assert_null (strstr (copied, "\u2069"));
      found = TRUE;
    }
  g_assert_true (found);
  close_window (window);
}

static gboolean
shows_log (gpointer data)
{
  return winerror_viewer_shows_log (data);
}

/* How often a log has a code: the number before the sign, as everywhere. */
static void
test_count (void)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "direction.log", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  WinerrorWindow *window;
  GtkWidget *heading;

  g_assert_true (g_file_set_contents (path, "hr=0x80249ABC while asking\n", -1, NULL));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = open_window ();
  winerror_viewer_read_logs (WINERROR_VIEWER (window), &file, 1);
  winerror_test_wait_until (shows_log, window, "the log");
  wait_for_frame (window);
  heading = find_type (find_in_list (window, "list_view"), GTK_TYPE_INSCRIPTION);
  g_assert_nonnull (
      strstr (gtk_inscription_get_text (GTK_INSCRIPTION (heading)), "\u20661×\u2069"));
  close_window (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* There is a line between the list and the panel. */
static void
test_separator (gconstpointer data)
{
  WinerrorWindow *window;
  GtkWidget *separator;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds;
  gboolean found = FALSE;
  int width;
  int y;

  gtk_widget_set_default_direction (GPOINTER_TO_INT (data));
  window = open_window ();
  type (window, "qqqqqq");
  wait_for_frame (window);
  separator = gtk_widget_get_first_child (find (window, "paned"));
  while (!g_str_equal (gtk_widget_get_css_name (separator), "separator"))
    separator = gtk_widget_get_next_sibling (separator);
  g_assert_true (gtk_widget_compute_bounds (separator, GTK_WIDGET (window), &bounds));

  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  width = gtk_widget_get_width (GTK_WIDGET (window));
  y = (int) (bounds.origin.y + bounds.size.height / 2);
  gdk_paintable_snapshot (paintable, snapshot, width, gtk_widget_get_height (GTK_WIDGET (window)));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, (float) y, (float) width, 1));
  pixels = g_new (guint32, (gsize) width);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int x = (int) bounds.origin.x - 12; x < bounds.origin.x + bounds.size.width + 12; x++)
    found = found || pixels[x] != pixels[x - 1];
  g_assert_true (found);
  close_window (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
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

  g_test_add_func ("/direction/commands", test_commands);
  g_test_add_func ("/direction/words", test_words);
  g_test_add_func ("/direction/name", test_name);
  g_test_add_func ("/direction/copy", test_copy);
  g_test_add_func ("/direction/count", test_count);
  g_test_add_data_func ("/direction/separator/left-to-right", GINT_TO_POINTER (GTK_TEXT_DIR_LTR),
                        test_separator);
  g_test_add_data_func ("/direction/separator/right-to-left", GINT_TO_POINTER (GTK_TEXT_DIR_RTL),
                        test_separator);
  return winerror_window_test_run ();
}
