// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The window in which the settings are changed. */

#include "winerror-format.h"
#include "winerror-window-test.h"

static GtkWindow *
open_preferences (WinerrorWindow *window)
{
  GList *windows;

  activate (window, "win.preferences");
  windows = gtk_window_list_toplevels ();
  for (GList *item = windows; item != NULL; item = item->next)
    if (gtk_window_get_transient_for (item->data) == GTK_WINDOW (window))
      {
        GtkWindow *preferences = item->data;

        g_list_free (windows);
        return preferences;
      }
  g_assert_not_reached ();
}

static gpointer
find_part (GtkWindow *preferences, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (preferences), G_OBJECT_TYPE (preferences),
                                        name);
}

static GtkTextBuffer *
get_buffer (GtkWindow *preferences)
{
  return gtk_text_view_get_buffer (find_part (preferences, "template_view"));
}

static char *
dup_typed (GtkWindow *preferences)
{
  char *text = NULL;

  g_object_get (get_buffer (preferences), "text", &text, NULL);
  return text;
}

static const char *
get_error (GtkWindow *preferences)
{
  GtkWidget *label = find_part (preferences, "template_error_label");

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

static void
assert_template (const char *expected)
{
  g_autofree char *text = g_settings_get_string (settings, "template");

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
is_kept (gpointer data)
{
  g_autofree char *text = g_settings_get_string (settings, "template");

  return g_str_equal (text, data);
}

/* Going through the window with Tab changes nothing. */
static void
test_tab (void)
{
  WinerrorWindow *window = open_window ();
  GtkWindow *preferences = open_preferences (window);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  gtk_widget_grab_focus (find_part (preferences, "template_view"));
  for (guint i = 0; i < 20; i++)
    gtk_widget_child_focus (GTK_WIDGET (preferences), GTK_DIR_TAB_FORWARD);
  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GVariant) value = g_settings_get_user_value (settings, keys[i]);

      g_test_message ("%s", keys[i]);
      g_assert_null (value);
    }
  close_window (window);
}

/* Only what can be filled in is kept, and not before the user is done with it. */
static void
test_template (void)
{
  WinerrorWindow *window = open_window ();
  GtkWindow *preferences = open_preferences (window);
  GtkTextBuffer *buffer = get_buffer (preferences);
  g_autofree char *old = g_settings_get_string (settings, "template");

  gtk_text_buffer_set_text (buffer, "", -1);
  g_assert_nonnull (get_error (preferences));
  gtk_text_buffer_set_text (buffer, "{colour}", -1);
  g_assert_nonnull (strstr (get_error (preferences), "{colour}"));
  gtk_text_buffer_set_text (buffer, "Ticket {code}", -1);
  g_assert_null (get_error (preferences));
  g_assert_cmpstr (gtk_label_get_text (find_part (preferences, "template_preview_label")), ==,
                   "Ticket 1300");
  assert_template (old);
  winerror_test_wait_until (is_kept, (gpointer) "Ticket {code}", "the pause");
  g_assert_cmpint (g_settings_get_enum (settings, "format"), ==, WINERROR_FORMAT_TEXT);

  /* what is wrong is not kept, however long it stands there; what is right is, when one leaves */
  gtk_text_buffer_set_text (buffer, "{code", -1);
  gtk_window_close (preferences);
  assert_template ("Ticket {code}");
  preferences = open_preferences (window);
  gtk_text_buffer_set_text (get_buffer (preferences), "{hex}", -1);
  gtk_window_close (preferences);
  assert_template ("{hex}");
  close_window (window);
}

static void
test_reset (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *standard = g_settings_get_string (settings, "template");
  g_autofree char *typed = NULL;
  GtkWindow *preferences;

  g_settings_set_string (settings, "template", "mine");
  preferences = open_preferences (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (preferences), "template.reset", NULL));
  typed = dup_typed (preferences);
  g_assert_cmpstr (typed, ==, standard);
  assert_template (standard);
  close_window (window);
}

static void
test_placeholders (void)
{
  WinerrorWindow *window = open_window ();
  GtkWindow *preferences = open_preferences (window);
  GMenuModel *menu = gtk_menu_button_get_menu_model (find_part (preferences, "placeholder_button"));
  gboolean found = FALSE;
  g_autofree char *typed = NULL;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      found |= g_str_equal (label, "{see__also}");
    }
  g_assert_true (found);

  gtk_text_buffer_set_text (get_buffer (preferences), "Code ", -1);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (preferences), "template.insert", "s", "code"));
  typed = dup_typed (preferences);
  g_assert_cmpstr (typed, ==, "Code {code}");
  close_window (window);
}

/* A template of two megabytes is not laid out. */
static void
test_huge (void)
{
  WinerrorWindow *window = open_window ();
  GtkWindow *preferences = open_preferences (window);
  g_autofree char *huge = g_strnfill (2000000, 'x');
  g_autofree char *full = g_strnfill (4096, 'x');
  g_autofree char *typed = NULL;
  g_autofree char *filled = NULL;

  gtk_text_buffer_set_text (get_buffer (preferences), "{code}", -1);
  gtk_text_buffer_insert_at_cursor (get_buffer (preferences), huge, -1);
  typed = dup_typed (preferences);
  g_assert_cmpstr (typed, ==, "{code}");
  g_assert_nonnull (strstr (get_error (preferences), "4096"));
  gtk_text_buffer_set_text (get_buffer (preferences), full, -1);
  g_assert_null (get_error (preferences));
  gtk_text_buffer_insert_at_cursor (get_buffer (preferences), "x", -1);
  filled = dup_typed (preferences);
  g_assert_cmpstr (filled, ==, full);
  close_window (window);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);

  g_test_add_func ("/preferences/tab", test_tab);
  g_test_add_func ("/preferences/template", test_template);
  g_test_add_func ("/preferences/reset", test_reset);
  g_test_add_func ("/preferences/placeholders", test_placeholders);
  g_test_add_func ("/preferences/huge", test_huge);
  return winerror_window_test_run ();
}
