// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Pictures of the window in each of its states, for people to look at: see contact-sheets. What can
 * be measured is said on the way: texts that are cut off or stand outside of the window, characters
 * that no font has.
 *
 * usage: gallery FOLDER light|dark|high-contrast
 */

#include "winerror-about.h"
#include "winerror-gtk-test.h"
#include "winerror-import-box.h"
#include "winerror-menus.h"
#include "winerror-own-tables.h"
#include "winerror-tables-page.h"
#include "winerror-viewer.h"
#include "winerror-window-test.h"

static const int widths[] = { 360, 800, 1280 };

static const char *folder;
static const char *state;
static int width;

static void
complain (const char *text, const char *fault)
{
  g_printerr ("%s-%d: %s: “%.60s”\n", state, width, fault, text);
}

/* What is wrong with the layout of a text that has so much room; a label may paint below it. */
static void
check_layout (PangoLayout *layout, int room, int height)
{
  PangoRectangle ink;
  int needed;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  if (ink.y + ink.height > height)
    complain (pango_layout_get_text (layout), "cut off below");

  pango_layout_get_pixel_size (layout, &needed, NULL);
  if (needed > room + 1 && !pango_layout_is_ellipsized (layout))
    complain (pango_layout_get_text (layout), "cut off");
  if (pango_layout_get_unknown_glyphs_count (layout) > 0)
    complain (pango_layout_get_text (layout), "no font has it");
}

static void
check_texts (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget))
    return;
  if ((GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget)) &&
      gtk_widget_compute_bounds (widget, window, &bounds) && bounds.size.width > 0)
    {
      const char *text = GTK_IS_LABEL (widget)
                             ? gtk_label_get_text (GTK_LABEL (widget))
                             : gtk_inscription_get_text (GTK_INSCRIPTION (widget));
      g_autoptr (PangoLayout) layout = NULL;

      if (bounds.origin.x < 0 ||
          bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (window) + 1)
        complain (text, "outside of the window");
      if (GTK_IS_LABEL (widget))
        check_layout (gtk_label_get_layout (GTK_LABEL (widget)), (int) bounds.size.width, G_MAXINT);
      else
        {
          layout = gtk_widget_create_pango_layout (widget, text);
          check_layout (layout, G_MAXINT - 1, (int) bounds.size.height);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_texts (child, window);
}

static void
settle (GtkWidget *window)
{
  for (guint i = 0; i < 6; i++)
    {
      gtk_widget_queue_draw (window);
      wait_for_frame ((gpointer) window);
    }
}

static void
take (GtkWidget *window)
{
  int scale = gtk_widget_get_scale_factor (window);
  int height = gtk_widget_get_height (window);
  g_autofree char *name = g_strdup_printf ("%s-%d.png", state, width);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  check_texts (window, window);
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (window)), node,
      &GRAPHENE_RECT_INIT (0, 0, (float) (gtk_widget_get_width (window) * scale),
                           (float) (height * scale)));
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
}

/* The window in all widths. */
static void
take_all (WinerrorWindow *window, const char *name)
{
  state = name;
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      width = widths[i];
      gtk_window_set_default_size (GTK_WINDOW (window), width, width == 360 ? 720 : 640);
      settle (GTK_WIDGET (window));
      take (GTK_WIDGET (window));
    }
}

/* The window at its least size. */
static void
take_least (WinerrorWindow *window, const char *name)
{
  state = name;
  width = 360;
  gtk_window_set_default_size (GTK_WINDOW (window), width, 420);
  settle (GTK_WIDGET (window));
  take (GTK_WIDGET (window));
}

/* The end of the detail panel, with all that is folded there. */
static void
take_end (WinerrorWindow *window, const char *name)
{
  GtkWidget *panel = find (window, "detail_panel");
  GtkExpander *expander = GTK_EXPANDER (find_type (panel, GTK_TYPE_EXPANDER));
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (find_type (panel, GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  gtk_expander_set_expanded (expander, TRUE);
  state = name;
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      width = widths[i];
      gtk_window_set_default_size (GTK_WINDOW (window), width, width == 360 ? 720 : 640);
      settle (GTK_WIDGET (window));
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      settle (GTK_WIDGET (window));
      take (GTK_WIDGET (window));
    }
  gtk_expander_set_expanded (expander, FALSE);
  gtk_adjustment_set_value (adjustment, 0);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* A menu, which is closed then. */
static void
take_menu (GtkWidget *menu, const char *name)
{
  state = name;
  width = 0;
  winerror_test_wait_until (is_mapped, menu, name);
  settle (menu);
  take (menu);
  gtk_popover_popdown (GTK_POPOVER (menu));
}

static void
take_menus (WinerrorWindow *window)
{
  GtkMenuButton *const buttons[] = { find (window, "menu_button"),
                                     find_in_panel (window, "format_button"),
                                     find_in_panel (window, "language_button") };
  static const char *const names[] = { "menu", "menu-formats", "menu-languages" };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_menu_button_popup (buttons[i]);
      take_menu (GTK_WIDGET (gtk_menu_button_get_popover (buttons[i])), names[i]);
    }
  winerror_result_list_popup_menu (find (window, "result_list"), winerror_menus_get_context ());
  take_menu (gtk_widget_get_last_child (find (window, "result_list")), "menu-context");
}

/* The entry with the longest text. */
static void
take_long (WinerrorWindow *window, WinerrorCatalog *catalog)
{
  WinerrorEntry *longest = winerror_catalog_get_entry (catalog, 0);
  g_autofree char *key = NULL;

  for (guint i = 0; i < winerror_catalog_get_n_entries (catalog); i++)
    {
      WinerrorEntry *entry = winerror_catalog_get_entry (catalog, i);
      const char *text = winerror_entry_get_source_description (entry);

      if (text != NULL && strlen (text) > strlen (winerror_entry_get_source_description (longest)))
        longest = entry;
    }
  key = winerror_entry_dup_key (longest);
  type (window, key);
  take_all (window, "long");
}

static GtkWidget *
find_dialog (WinerrorWindow *window)
{
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (dialog) == GTK_WINDOW (window))
        return GTK_WIDGET (dialog);
    }
  g_assert_not_reached ();
}

/* The dialog that is open, which is closed then. */
static void
take_dialog (WinerrorWindow *window, const char *name)
{
  GtkWidget *dialog = find_dialog (window);

  state = name;
  width = 0; /* its own */
  settle (dialog);
  take (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
has_summary (gpointer box)
{
  gpointer report = gtk_widget_get_template_child (box, WINERROR_TYPE_IMPORT_BOX, "report_box");

  return gtk_widget_get_mapped (report);
}

/* Begins to import a file that has a fault. */
static void
import (WinerrorWindow *window)
{
  g_autofree char *path = g_build_filename (folder, "codes.h", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *page = find_type (find_dialog (window), WINERROR_TYPE_TABLES_PAGE);

  g_assert_true (g_file_set_contents (path, "#define ERROR_ONE 1\n#define ERROR_TWO (ERROR_ONE +\n",
                                      -1, NULL));
  winerror_tables_page_import (WINERROR_TABLES_PAGE (page), file);
  winerror_test_wait_until (has_summary, find_type (page, WINERROR_TYPE_IMPORT_BOX), "the import");
}

static void
take_dialogs (WinerrorWindow *window)
{
  activate (window, "win.preferences");
  take_dialog (window, "preferences");
  activate (window, "win.tables");
  take_dialog (window, "tables");
  activate (window, "win.tables");
  import (window);
  take_dialog (window, "import");
  activate (window, "win.show-help-overlay");
  take_dialog (window, "shortcuts");
  winerror_about_show (GTK_WINDOW (window));
  take_dialog (window, "about");
}

static gboolean
has_report (gpointer window)
{
  return winerror_viewer_shows_log (window);
}

static void
open_log (WinerrorWindow *window)
{
  static const char log[] =
      "=== Verbose logging started: 30.11.2026  12:00:00  Build type: SHIP UNICODE ===\n"
      "MSI (s) (A8:40) [12:00:01:000]: Product: Ledger -- Error 1316. The account exists.\n"
      "12:00:02 logon of svc-backup failed: System error 1326 has occurred.\n"
      "12:00:03 CustomAction Install returned actual error code 1603 (0x80070643)\n"
      "12:00:09 hr=0x80249ABC while asking for updates; The system cannot find the file "
      "specified.\n"
      "12:01:00 logon of svc-backup failed: System error 1326 has occurred.\n"
      "MSI (s) (A8:40) [12:02:00:000]: MainEngineThread is returning 1603\n";
  g_autofree char *path = g_build_filename (folder, "setup of the ledger.log", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, log, -1, NULL));
  type (window, "");
  winerror_viewer_read_logs (WINERROR_VIEWER (window), &file, 1);
  winerror_test_wait_until (has_report, window, "the log");
}

static void
follow_tables (WinerrorWindow *window, WinerrorOwnTables *tables)
{
  winerror_window_follow_tables (window, tables);
  winerror_window_start_tables (window);
}

static gboolean
has_note (gpointer window)
{
  guint n;

  winerror_entry_get_notes (winerror_viewer_get_current_entry (window), &n);
  return n > 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) css = NULL;
  g_autoptr (WinerrorCatalog) catalog = NULL;
  g_autoptr (WinerrorOwnTables) tables = NULL;
  g_autofree char *notes = NULL;
  g_autoptr (GError) failure = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOENT,
                                            "system-1300.xml:7:1: No such file or directory");
  WinerrorWindow *window;

  if (argc < 3)
    return 2;
  folder = argv[1];
  g_unsetenv ("GTK_THEME"); /* it would stand above the settings */
  winerror_window_test_init (&(int){ 1 }, &(char **){ (char *[]){ argv[0], NULL } });
  /* newer versions of GTK ask the locale for it, which need not be installed */
  if (g_str_has_prefix (g_getenv ("LANGUAGE"), "ar"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/io/github/winerror/Winerror/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/winerror/Winerror/icons");
  winerror_gtk_test_set_theme (g_str_equal (argv[2], "high-contrast"),
                               g_str_equal (argv[2], "dark"));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  window = open_window ();
  catalog = winerror_test_load_catalog ();
  tables = winerror_own_tables_new (settings, catalog);
  follow_tables (window, tables);
  take_all (window, "start");
  take_least (window, "start-least");
  type (window, "wrong password");
  take_all (window, "results");
  type (window, "qqqqqq");
  take_all (window, "empty");
  take_least (window, "empty-least");
  type (window, "0x80041234");
  take_all (window, "unlisted");
  take_long (window, catalog);
  type (window, "password");
  gtk_selection_model_select_range (get_shown (window), 0, 10, TRUE);
  activate (window, "win.copy");
  take_all (window, "ten");
  gtk_revealer_set_reveal_child (find_in_notice (window, "revealer"), FALSE);
  open_log (window);
  take_all (window, "log");

  notes = g_build_filename (folder, "Service desk.csv", NULL);
  g_assert_true (g_file_set_contents (
      notes, "code,note,link\n1326,Badge readers keep an old password,https://kb.example/7\n", -1,
      NULL));
  g_settings_set_strv (settings, "table-folders", (const char *const[]){ folder, NULL });
  type (window, "1326");
  winerror_test_wait_until (has_note, window, "the note");
  take_all (window, "detail");
  take_end (window, "detail-end");
  activate (window, "win.edit-note");
  take_all (window, "editor");
  take_dialogs (window);
  take_menus (window);
  activate (window, "win.pin");
  activate (window, "win.close-log");
  type (window, "");
  take_all (window, "sections");

  type (window, "wrong password");
  activate (window, "win.compact");
  width = 0;
  state = "compact";
  settle (GTK_WIDGET (window));
  take (GTK_WIDGET (window));
  type (window, "qqqqqq");
  state = "compact-empty";
  settle (GTK_WIDGET (window));
  take (GTK_WIDGET (window));
  close_window (window);

  window = winerror_window_new (application, settings, NULL, failure);
  gtk_window_present (GTK_WINDOW (window));
  take_all (window, "failure");
  close_window (window);
  g_object_unref (application);
  g_object_unref (settings);
  return 0;
}
