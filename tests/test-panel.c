// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The detail panel, in this process, on a display of its own. */

#include "winerror-about-code.h"
#include "winerror-advice-view.h"
#include "winerror-config.h"
#include "winerror-detail-panel.h"
#include "winerror-forms.h"
#include "winerror-gtk-test.h"
#include "winerror-highlight.h"
#include "winerror-language.h"
#include "winerror-result-list.h"
#include "winerror-search.h"
#include "winerror-settings.h"
#include "winerror-test-utils.h"
#include "winerror-ticket.h"
#include "winerror-tooltip.h"
#include "winerror-ui-resources.h"
#include "winerror-window.h"

static GtkApplication *application;
static GSettings *settings;
static WinerrorCatalog *catalog;
static WinerrorLanguage *language;

typedef struct
{
  GtkWindow *window;
  WinerrorDetailPanel *panel;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_settings_reset (settings, "format");
  g_settings_reset (settings, "pinned-entries");
  fixture->panel = g_object_new (WINERROR_TYPE_DETAIL_PANEL, NULL);
  winerror_detail_panel_connect (fixture->panel, settings, catalog);
  winerror_detail_panel_set_ready (fixture->panel);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 480, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->panel));
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer panel = fixture->panel;

  g_object_add_weak_pointer (panel, &panel);
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (panel);
}

/* The entry of a key; one without a table where none holds it. */
static WinerrorEntry *
find_entry (const char *key)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint position;

  g_assert_cmpuint (winerror_code_parse (key, -1, readings), ==, 1);
  if (winerror_catalog_lookup_code (catalog, readings[0].family, readings[0].code, &position))
    return g_object_ref (winerror_catalog_get_entry (catalog, position));
  return winerror_entry_new_unlisted (&readings[0]);
}

static void
show (Fixture *fixture, const char *key)
{
  g_autoptr (WinerrorEntry) entry = find_entry (key);

  winerror_detail_panel_show (fixture->panel, entry, NULL, language);
}

static gpointer
find (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->panel), WINERROR_TYPE_DETAIL_PANEL,
                                        name);
}

static gpointer
find_advice (Fixture *fixture, const char *name)
{
  GtkWidget *view = gtk_widget_get_first_child (find (fixture, "advice_box"));

  g_assert_nonnull (view);
  return gtk_widget_get_template_child (view, WINERROR_TYPE_ADVICE_VIEW, name);
}

/* The first of the related entries: before it stands the heading. */
static GtkWidget *
find_link (Fixture *fixture)
{
  return gtk_widget_get_next_sibling (gtk_widget_get_first_child (find (fixture, "see_also")));
}

static gboolean
is_shown (Fixture *fixture, const char *name)
{
  return gtk_widget_get_visible (find (fixture, name));
}

static const char *
get_text (Fixture *fixture, const char *name)
{
  return gtk_label_get_text (find (fixture, name));
}

static void
test_advice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorEntry) entry = find_entry ("win32:1603");
  const WinerrorAdvice *advice = winerror_advice_lookup (entry);
  GString *steps = g_string_new (NULL);
  g_autofree char *shown = NULL;
  g_autofree char *links = NULL;

  g_assert_nonnull (advice);
  show (fixture, "win32:1603");
  g_assert_cmpstr (get_text (fixture, "number_label"), ==, "1603");
  g_assert_cmpstr (get_text (fixture, "symbol_label"), ==, "ERROR_INSTALL_FAILURE");
  g_assert_cmpstr (get_text (fixture, "description_label"), ==, "Fatal error during installation.");
  g_assert_true (is_shown (fixture, "advice_box"));
  g_assert_false (is_shown (fixture, "family_label"));
  g_assert_false (is_shown (fixture, "source_row"));
  g_assert_false (is_shown (fixture, "parts"));
  g_assert_true (is_shown (fixture, "about_expander"));
  g_assert_false (is_shown (fixture, "page_button"));

  g_assert_cmpstr (gtk_label_get_text (find_advice (fixture, "means_label")), ==, advice->means);
  for (guint i = 0; advice->checks[i] != NULL; i++)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      g_autofree char *plain = winerror_highlight_read_commands (attributes, advice->checks[i]);

      g_string_append_printf (steps, "%u.\n%s\n", i + 1, plain);
    }
  shown = winerror_gtk_test_dup_texts (find_advice (fixture, "steps_box"));
  g_assert_cmpstr (shown, ==, steps->str);
  g_assert_null (strchr (shown, '`'));
  g_string_free (steps, TRUE);
  g_assert_cmpint (gtk_accessible_get_accessible_role (find_advice (fixture, "steps_box")), ==,
                   GTK_ACCESSIBLE_ROLE_LIST);
  links = winerror_gtk_test_dup_texts (find (fixture, "see_also"));
  g_assert_true (g_str_has_prefix (links, "See also\n"));
  g_assert_nonnull (strstr (links, "1618 (0x652) ERROR_INSTALL_ALREADY_RUNNING\n"));
}

/* Whether a line of a text may end before a part of it. */
static gboolean
may_break (const char *text, const char *before)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *plain = winerror_highlight_read_commands (attributes, text);
  const char *part = strstr (plain, before);
  const PangoLogAttr *log;
  int n;
  gboolean may;

  gtk_label_set_text (GTK_LABEL (label), plain);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  log = pango_layout_get_log_attrs_readonly (gtk_label_get_layout (GTK_LABEL (label)), &n);
  may = log[g_utf8_strlen (plain, part - plain)].is_line_break;
  g_object_unref (label);
  return may;
}

/* What is written together stays together. */
static void
test_paths (Fixture *fixture, gconstpointer data)
{
  g_assert_false (may_break ("or .\\name for a local account", "\\name"));
  g_assert_false (may_break ("without /domain for it", "domain"));
  g_assert_false (may_break ("または.\\nameです", "\\name"));
  g_assert_true (may_break ("or .\\name for a local account", "for"));
}

/* What is empty takes no room, also after an entry that had it. */
static void
test_less_advice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *steps = NULL;

  show (fixture, "win32:1603");
  show (fixture, "win32:1302");
  steps = winerror_gtk_test_dup_texts (find_advice (fixture, "steps_box"));
  g_assert_true (g_str_has_prefix (steps, "1.\nRestart"));
  g_assert_null (strstr (steps, "2.\n"));
  g_assert_false (is_shown (fixture, "see_also"));
  g_assert_false (gtk_widget_get_visible (find_advice (fixture, "source_button")));
}

/* The first entry that has, or has not, a description, and no advice. */
static WinerrorEntry *
find_without_advice (gboolean described)
{
  for (guint i = 0; i < winerror_catalog_get_n_entries (catalog); i++)
    {
      WinerrorEntry *entry = winerror_catalog_get_entry (catalog, i);

      if (winerror_advice_lookup (entry) == NULL &&
          (winerror_entry_get_source_description (entry) != NULL) == described)
        return entry;
    }
  g_assert_not_reached ();
}

static void
test_no_advice (Fixture *fixture, gconstpointer data)
{
  WinerrorEntry *entry = find_without_advice (TRUE);

  show (fixture, "win32:1603");
  winerror_detail_panel_show (fixture->panel, entry, NULL, language);
  g_assert_cmpstr (get_text (fixture, "description_label"), ==,
                   winerror_entry_get_source_description (entry));
  g_assert_false (is_shown (fixture, "advice_box"));
  g_assert_true (is_shown (fixture, "language_button"));
}

/* A description that is met too seldom to be translated says so. */
static void
test_untranslated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorLanguage) german = winerror_test_load_language ("de");
  g_autoptr (WinerrorEntry) rare = find_entry ("win32:1920");
  g_autoptr (WinerrorEntry) common = find_entry ("win32:1326");

  winerror_detail_panel_show (fixture->panel, rare, NULL, german);
  g_assert_cmpstr (get_text (fixture, "description_label"), ==,
                   winerror_entry_get_source_description (rare));
  g_assert_true (is_shown (fixture, "untranslated_label"));
  g_assert_false (is_shown (fixture, "source_row"));
  winerror_detail_panel_show (fixture->panel, common, NULL, german);
  g_assert_false (is_shown (fixture, "untranslated_label"));
  g_assert_true (is_shown (fixture, "source_row"));
  winerror_detail_panel_show (fixture->panel, rare, NULL, language);
  g_assert_false (is_shown (fixture, "untranslated_label"));
}

static void
test_name_only (Fixture *fixture, gconstpointer data)
{
  WinerrorEntry *entry = find_without_advice (FALSE);

  winerror_detail_panel_show (fixture->panel, entry, NULL, language);
  g_assert_cmpstr (get_text (fixture, "symbol_label"), ==, winerror_entry_get_symbol (entry));
  g_assert_cmpstr (get_text (fixture, "description_label"), ==,
                   "Of this code only the name is published.");
  g_assert_false (is_shown (fixture, "advice_box"));
  g_assert_false (is_shown (fixture, "source_row"));
  g_assert_false (is_shown (fixture, "language_button"));
}

static void
test_unlisted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorEntry) entry = find_entry ("hresult:0x80249ABC");
  g_autofree char *uri = winerror_entry_dup_uri (entry);
  g_autofree char *parts = NULL;

  g_assert_null (winerror_entry_get_table (entry));
  winerror_detail_panel_show (fixture->panel, entry, NULL, language);
  g_assert_cmpstr (get_text (fixture, "number_label"), ==, "0x80249ABC");
  g_assert_cmpstr (get_text (fixture, "description_label"), ==,
                   winerror_entry_get_explanation (entry));
  g_assert_false (is_shown (fixture, "symbol_label"));
  g_assert_false (is_shown (fixture, "advice_box"));
  g_assert_false (is_shown (fixture, "language_button"));
  g_assert_false (is_shown (fixture, "about_expander"));
  g_assert_true (is_shown (fixture, "page_button"));
  g_assert_cmpstr (gtk_link_button_get_uri (find (fixture, "page_button")), ==, uri);
  parts = winerror_gtk_test_dup_texts (find (fixture, "parts"));
  g_assert_cmpstr (parts, ==, "Severity\nerror\nFacility\n36 (WINDOWSUPDATE)\nCode\n39612\n");

  show (fixture, "hresult:0xA0001234");
  g_free (parts);
  parts = winerror_gtk_test_dup_texts (find (fixture, "parts"));
  g_assert_nonnull (strstr (parts, "Customer\n"));

  show (fixture, "win32:1326");
  g_assert_true (is_shown (fixture, "about_expander"));
  g_assert_false (is_shown (fixture, "page_button"));
}

/* The parts of a text that are bold, each in brackets. */
static char *
dup_bold (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  GSList *attributes = pango_attr_list_get_attributes (gtk_label_get_attributes (label));
  GString *out = g_string_new (NULL);

  for (GSList *item = attributes; item != NULL; item = item->next)
    {
      PangoAttribute *attribute = item->data;

      if (attribute->klass->type == PANGO_ATTR_WEIGHT)
        g_string_append_printf (out, "[%.*s]",
                                (int) (attribute->end_index - attribute->start_index),
                                text + attribute->start_index);
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  return g_string_free (out, FALSE);
}

/* What matched is bold, in the advice too. */
static void
test_matches (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorSearch) search = winerror_search_new (catalog, language);
  g_autoptr (WinerrorAnswer) answer = winerror_search_run (search, "password logon");
  g_autoptr (WinerrorEntry) entry = find_entry ("win32:1326");
  g_autofree char *symbol = NULL;
  g_autofree char *description = NULL;
  g_autofree char *means = NULL;

  winerror_detail_panel_show (fixture->panel, entry, answer, language);
  symbol = dup_bold (find (fixture, "symbol_label"));
  description = dup_bold (find (fixture, "description_label"));
  means = dup_bold (find_advice (fixture, "means_label"));
  g_assert_cmpstr (symbol, ==, "[LOGON]");
  g_assert_cmpstr (description, ==, "[password]");
  g_assert_nonnull (strstr (means, "[password]"));

  show (fixture, "win32:1326");
  g_free (symbol);
  symbol = dup_bold (find (fixture, "symbol_label"));
  g_assert_cmpstr (symbol, ==, "");
}

static void
test_origin (Fixture *fixture, gconstpointer data)
{
  show (fixture, "device:10");
  g_assert_true (is_shown (fixture, "family_label"));
  g_assert_cmpstr (get_text (fixture, "family_label"), ==, "Device Manager code");
  g_assert_cmpstr (get_text (fixture, "number_label"), ==, "10");
  show (fixture, "hresult:0x80240024");
  g_assert_cmpstr (get_text (fixture, "family_label"), ==, "Windows Update Error Codes");
  show (fixture, "win32:1326");
  g_assert_false (is_shown (fixture, "family_label"));
  show (fixture, "win32:5");
  g_assert_true (is_shown (fixture, "family_label"));
  show (fixture, "hresult:0x80041234");
  g_assert_false (is_shown (fixture, "family_label"));
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *texts;
  } cases[] = {
    { "win32:1326", "Decimal\n1326\nHexadecimal\n0x52E\nHRESULT\n0x8007052E\n"
                    "Signed\n-2147023570\nNTSTATUS\n0xC007052E\n" },
    { "win32:0", "Decimal\n0\nHexadecimal\n0x0\nHRESULT\n0x00000000\n"
                 "Signed\n0\nNTSTATUS\n0x00000000\n" },
    { "hresult:0x80240024", "Hexadecimal\n0x80240024\nSigned\n-2145124316\n"
                            "Decimal\n2149842980\n" },
    { "ntstatus:0xC000006D", "Hexadecimal\n0xC000006D\nSigned\n-1073741715\n"
                             "Decimal\n3221225581\nHRESULT\n0xD000006D\n" },
    { "stop:0x0000007B", "Hexadecimal\n0x0000007B\nShort\n0x7B\nDecimal\n123\n" },
    { "device:10", "Decimal\n10\nHexadecimal\n0xA\n" },
    { "rdp:0x204", "Hexadecimal\n0x204\nDecimal\n516\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *texts = NULL;

      show (fixture, cases[i].key);
      texts = winerror_gtk_test_dup_texts (find (fixture, "forms"));
      g_assert_cmpstr (texts, ==, cases[i].texts);
    }
}

/* What is folded is built when it is unfolded, and follows the entry from then on. */
static void
test_about (Fixture *fixture, gconstpointer data)
{
  GtkExpander *expander = find (fixture, "about_expander");
  g_autofree char *texts = NULL;

  show (fixture, "win32:1326");
  g_assert_null (gtk_expander_get_child (expander));
  gtk_expander_set_expanded (expander, TRUE);
  texts = winerror_gtk_test_dup_texts (gtk_expander_get_child (expander));
  g_assert_nonnull (strstr (texts, "Kind\nSystem error\n"));
  g_assert_nonnull (strstr (texts, "Header File\nWinError.h\n"));
  g_assert_nonnull (strstr (texts, "Words of\nMicrosoft (CC-BY-4.0)\n"));
  g_assert_true (is_shown (fixture, "page_button"));

  show (fixture, "device:10");
  g_free (texts);
  texts = winerror_gtk_test_dup_texts (gtk_expander_get_child (expander));
  g_assert_nonnull (strstr (texts, "Kind\nDevice Manager code\n"));
  gtk_expander_set_expanded (expander, FALSE);
  g_assert_false (is_shown (fixture, "page_button"));
}

static void
measure_labels (GtkWidget *widget)
{
  int height;

  if (GTK_IS_LABEL (widget))
    {
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, height, NULL, NULL, NULL, NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    measure_labels (child);
}

/* What is chosen has room for its text, be it as short as it may: GTK warns where a label has not.
 */
static void
test_short_links (Fixture *fixture, gconstpointer data)
{
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_WARNING);

  gtk_expander_set_expanded (find (fixture, "about_expander"), TRUE);
  gtk_label_set_text (find (fixture, "page_label"), "i");
  measure_labels (find (fixture, "page_button"));
  for (guint i = 0; i < winerror_catalog_get_n_built_in (catalog); i += 10)
    {
      winerror_detail_panel_show (fixture->panel, winerror_catalog_get_entry (catalog, i), NULL,
                                  language);
      measure_labels (find (fixture, "see_also"));
    }
  g_log_set_always_fatal (fatal);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorEntry) entry = find_entry ("win32:1326");
  GtkLabel *format = find (fixture, "format_label");
  GtkToggleButton *pin = find (fixture, "pin_button");

  show (fixture, "win32:1326");
  g_assert_cmpstr (gtk_label_get_text (format), ==, "as Text");
  g_settings_set_enum (settings, "format", WINERROR_FORMAT_MARKDOWN);
  g_assert_cmpstr (gtk_label_get_text (format), ==, "as Markdown");
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (find (fixture, "copy_button")), "Ctrl+C"));

  g_assert_false (gtk_toggle_button_get_active (pin));
  winerror_settings_set_pinned (settings, entry, TRUE);
  g_assert_true (gtk_toggle_button_get_active (pin));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (pin)), ==, "Unpin (Ctrl+D)");
  show (fixture, "win32:1327");
  g_assert_false (gtk_toggle_button_get_active (pin));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (pin)), ==, "Pin (Ctrl+D)");
}

/* Nothing inside makes the panel wider than it says it can be. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "win32:1326", "hresult:0x80249ABC", "ntstatus:0xC000006D",
                                      "hresult:0xA0001234" };
  int panel_width;

  gtk_widget_measure (GTK_WIDGET (fixture->panel), GTK_ORIENTATION_HORIZONTAL, -1, &panel_width,
                      NULL, NULL, NULL);
  gtk_expander_set_expanded (find (fixture, "about_expander"), TRUE);
  /* as long as in any language */
  gtk_button_set_label (find (fixture, "copy_button"), "Копировать");
  gtk_label_set_text (find (fixture, "format_label"), "в формате «Шаблон»");
  gtk_label_set_text (find (fixture, "language_label"), "Português (Brasil)");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      int width;

      show (fixture, keys[i]);
      gtk_widget_measure (find (fixture, "stack"), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                          NULL, NULL);
      g_test_message ("%s: %d of %d", keys[i], width, panel_width);
      g_assert_cmpint (width, <=, panel_width);
    }
}

static gboolean
has_width (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

/* Where a tile begins, in the panel. */
static double
get_x (Fixture *fixture, GtkWidget *tile)
{
  double x;
  double y;

  g_assert_true (
      gtk_widget_translate_coordinates (tile, GTK_WIDGET (fixture->panel), 0, 0, &x, &y));
  return x;
}

/* Numbers and symbols stay as they are, at the side where a line begins; tiles follow each other
 * in the direction of the text. */
static void
test_direction (Fixture *fixture, gconstpointer data)
{
  gboolean right_to_left = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  GtkWidget *first;
  GtkWidget *second;

  show (fixture, "win32:1326");
  first = gtk_widget_get_first_child (find (fixture, "forms"));
  second = gtk_widget_get_next_sibling (first);
  winerror_test_wait_until (has_width, second, "the panel to be laid out");
  g_assert_cmpint (get_x (fixture, first) > get_x (fixture, second), ==, right_to_left);
  g_assert_cmpint (gtk_widget_get_direction (find (fixture, "symbol_label")), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpfloat (gtk_label_get_xalign (find (fixture, "number_label")), ==,
                     right_to_left ? 1 : 0);
}

static void
set_up_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (fixture, data);
}

static void
tear_down_right_to_left (Fixture *fixture, gconstpointer data)
{
  tear_down (fixture, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Buttons have a text or a tooltip; texts to be selected take the focus. */
static void
check_controls (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    {
      g_autofree char *texts = winerror_gtk_test_dup_texts (widget);

      if (texts[0] == '\0')
        g_assert_nonnull (gtk_widget_get_tooltip_text (widget));
    }
  if (GTK_IS_LABEL (widget) && gtk_label_get_selectable (GTK_LABEL (widget)))
    g_assert_true (gtk_widget_get_focusable (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_controls (child);
}

/* In the window */

static gboolean
is_complete (gpointer data)
{
  return winerror_detail_panel_is_ready (data);
}

static void
received_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static char *
read_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, received_cb, &text);
  winerror_test_wait_until (has_text, &text, "the clipboard");
  return text;
}

static gpointer
find_in_window (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->window), WINERROR_TYPE_WINDOW, name);
}

static void
set_up_window (Fixture *fixture, gconstpointer data)
{
  g_settings_reset (settings, "format");
  fixture->window = GTK_WINDOW (winerror_window_new (application, settings, catalog, NULL));
  fixture->panel = find_in_window (fixture, "detail_panel");
  gtk_window_present (fixture->window);
  winerror_test_wait_until (is_complete, fixture->panel, "the panel");
  winerror_viewer_set_query (WINERROR_VIEWER (fixture->window), "1326");
}

/* Whether a tooltip comes when GTK asks for one. */
static gboolean
shows_tooltip (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, FALSE, tooltip, &shown);
  return gtk_widget_get_has_tooltip (widget) && shown;
}

/* Every control can be reached with Tab, and is named. */
static void
test_controls (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tile = gtk_widget_get_last_child (find (fixture, "forms"));
  guint n = 0;

  winerror_test_wait_until (has_width, tile, "the panel to be laid out");
  check_controls (GTK_WIDGET (fixture->panel));
  g_assert_cmpstr (winerror_tooltip_get_text (tile), ==, "Copy NTSTATUS 0xC007052E");
  g_assert_true (shows_tooltip (tile));
  while (gtk_widget_child_focus (GTK_WIDGET (fixture->panel), GTK_DIR_TAB_FORWARD) &&
         gtk_window_get_focus (fixture->window) != tile)
    g_assert_cmpuint (n++, <, 60);
  g_assert_true (gtk_window_get_focus (fixture->window) == tile);
}

/* A click on a form copies it; one on a related entry shows that; a format stays chosen. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  WinerrorResultSelection *selection = winerror_result_list_get_selection (
      find_in_window (fixture, "result_list"));
  GtkWidget *tile = gtk_widget_get_first_child (find (fixture, "forms"));
  g_autofree char *text = NULL;

  g_signal_emit_by_name (gtk_widget_get_next_sibling (tile), "clicked");
  text = read_clipboard (window);
  g_assert_cmpstr (text, ==, "0x52E");

  g_signal_emit_by_name (find_advice (fixture, "copy_button"), "clicked");
  g_free (text);
  text = read_clipboard (window);
  g_assert_true (g_str_has_prefix (text, "1326 (0x52E) ERROR_LOGON_FAILURE\n\n"
                                         "What it usually means:\n"));
  g_assert_nonnull (strstr (text, "\nWhat to check:\n- "));

  gtk_widget_activate_action (window, "win.copy-as", "s", "markdown");
  g_assert_cmpint (g_settings_get_enum (settings, "format"), ==, WINERROR_FORMAT_MARKDOWN);

  g_signal_emit_by_name (find_link (fixture), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (find_in_window (fixture, "search_entry")), ==,
                   "win32:1327");
  g_assert_cmpuint (
      winerror_entry_get_code (winerror_result_selection_get_current_entry (selection)), ==, 1327);
}

static void
test_commands (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
    guint n_commands;
  } cases[] = {
    { "Enter `whoami /priv`.", "Enter whoami /priv.", 1 },
    { "`a`, then `b`", "a, then b", 2 },
    { "nothing", "nothing", 0 },
    { "one ` alone", "one ` alone", 0 },
    { "", "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PangoAttrList) list = pango_attr_list_new ();
      g_autofree char *plain = winerror_highlight_read_commands (list, cases[i].text);
      GSList *attributes = pango_attr_list_get_attributes (list);
      guint n = 0;

      for (GSList *item = attributes; item != NULL; item = item->next)
        n += ((PangoAttribute *) item->data)->klass->type == PANGO_ATTR_FAMILY;
      g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpuint (n, ==, cases[i].n_commands);
    }
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  winerror_gtk_test_init (&argc, &argv);
  g_resources_register (winerror_ui_get_resource ());
  settings = g_settings_new (WINERROR_APP_ID);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  catalog = winerror_catalog_new_built_in (&error);
  g_assert_no_error (error);
  language = winerror_language_new_source ();

  add ("/panel/advice", test_advice);
  add ("/panel/paths", test_paths);
  add ("/panel/less-advice", test_less_advice);
  add ("/panel/no-advice", test_no_advice);
  add ("/panel/untranslated", test_untranslated);
  add ("/panel/name-only", test_name_only);
  add ("/panel/unlisted", test_unlisted);
  add ("/panel/matches", test_matches);
  add ("/panel/origin", test_origin);
  add ("/panel/forms", test_forms);
  add ("/panel/about", test_about);
  add ("/panel/short-links", test_short_links);
  add ("/panel/settings", test_settings);
  add ("/panel/narrow", test_narrow);
  add ("/panel/direction", test_direction);
  g_test_add ("/panel/right-to-left", Fixture, NULL, set_up_right_to_left, test_direction,
              tear_down_right_to_left);
  g_test_add ("/panel/controls", Fixture, NULL, set_up_window, test_controls, tear_down);
  g_test_add ("/panel/actions", Fixture, NULL, set_up_window, test_actions, tear_down);
  g_test_add_func ("/panel/commands", test_commands);

  status = g_test_run ();
  winerror_language_unref (language);
  g_object_unref (catalog);
  g_object_unref (application);
  g_object_unref (settings);
  return status;
}
