// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-actions.h"

#include "winerror-gettext.h"
#include "winerror-history.h"
#include "winerror-query-keys.h"
#include "winerror-settings.h"
#include "winerror-shortcuts.h"

/* The name of the WinerrorHistory of a window. */
#define HISTORY "winerror-history"

static gboolean
is_query_empty (WinerrorViewer *self)
{
  return winerror_viewer_get_query (self)[0] == '\0';
}

typedef struct
{
  WinerrorViewer *viewer;
  char *uri;
} Page;

static void
page_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Page *page = data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL) &&
      winerror_viewer_is_open (page->viewer))
    {
      /* Translators: the address of a page */
      g_autofree char *text = g_strdup_printf (_ ("No program shows the page %s"), page->uri);

      winerror_notice_show_button (winerror_viewer_get_notice (page->viewer), text,
                                   _ ("_Copy Address"), "win.copy-text",
                                   g_variant_new_string (page->uri));
    }
  g_object_unref (page->viewer);
  g_free (page->uri);
  g_free (page);
}

/* An entry whose page is opened has been looked up. Where nothing shows pages, the address can be
 * taken elsewhere. */
static void
open_page_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  WinerrorEntry *entry = winerror_viewer_get_current_entry (self);
  g_autoptr (GdkAppLaunchContext)
      context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  Page *page = g_new (Page, 1);

  page->viewer = g_object_ref (self);
  page->uri = g_variant_dup_string (parameter, NULL);
  if (entry != NULL)
    winerror_settings_add_recent (winerror_viewer_get_settings (self), entry);
  g_app_info_launch_default_for_uri_async (page->uri, G_APP_LAUNCH_CONTEXT (context), NULL,
                                           page_opened_cb, page);
}

static void
say_locked (WinerrorViewer *self)
{
  winerror_notice_show (winerror_viewer_get_notice (self),
                        winerror_settings_may_pin (winerror_viewer_get_settings (self), NULL)
                            ? _ ("Pinned by your administrator")
                            : _ ("What is pinned is set by your administrator"),
                        NULL);
}

/* Pins what is selected, or unpins it where all of it is pinned. */
static void
pin_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  GSettings *settings = winerror_viewer_get_settings (self);
  g_autoptr (GPtrArray)
      entries = winerror_result_selection_get_selected (winerror_viewer_get_selection (self));
  gboolean pinned = FALSE;

  for (guint i = entries->len; i > 0; i--)
    if (!winerror_settings_may_pin (settings, entries->pdata[i - 1]))
      {
        say_locked (self);
        g_ptr_array_remove_index (entries, i - 1);
      }
  if (entries->len == 0)
    return;
  for (guint i = 0; i < entries->len; i++)
    pinned |= !winerror_settings_is_pinned (settings, entries->pdata[i]);
  for (guint i = 0; i < entries->len; i++)
    winerror_settings_set_pinned (settings, entries->pdata[i], pinned);
  winerror_viewer_update_list (self);
  winerror_notice_show (winerror_viewer_get_notice (self),
                        pinned ? _ ("Pinned") : _ ("No longer pinned"), NULL);
}

/* What is cleared comes back with win.restore. */
static void
clear (WinerrorViewer *self, const char *key, GStrv old, const char *text)
{
  winerror_viewer_update_list (self);
  winerror_notice_show_button (winerror_viewer_get_notice (self), text, _ ("_Undo"), "win.restore",
                               g_variant_new ("(s^as)", key, old));
}

static void
clear_recent_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  GSettings *settings = winerror_viewer_get_settings (self);
  g_auto (GStrv) old = winerror_settings_dup_recent (settings);

  winerror_settings_clear_recent (settings);
  clear (self, "recent-entries", old, _ ("Recent entries cleared"));
}

static void
clear_pinned_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  GSettings *settings = winerror_viewer_get_settings (self);
  g_auto (GStrv) old = winerror_settings_dup_own_pinned (settings);

  if (!winerror_settings_may_pin (settings, NULL))
    {
      say_locked (self);
      return;
    }
  winerror_settings_clear_pinned (settings);
  clear (self, "pinned-entries", old, _ ("Pinned entries cleared"));
}

static void
restore_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  g_auto (GStrv) old = NULL;
  const char *key;

  g_variant_get (parameter, "(&s^as)", &key, &old);
  if (!g_str_equal (key, "recent-entries") && !g_str_equal (key, "pinned-entries"))
    return;
  g_settings_set_strv (winerror_viewer_get_settings (self), key, (const char *const *) old);
  winerror_viewer_update_list (self);
  winerror_title_focus_search (winerror_viewer_get_title (self));
}

/* Looking up */

/* A number that other families have too stands with its family: see winerror_entry_dup_key(). */
static void
show_entry_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_viewer_set_query (WINERROR_VIEWER (widget), g_variant_get_string (parameter, NULL));
}

static void
find_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (
      GTK_WIDGET (GTK_EDITABLE (winerror_viewer_get_search_entry (WINERROR_VIEWER (widget)))));
}

/* Going to and fro */

static void
history_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  const char *query = winerror_history_go (g_object_get_data (G_OBJECT (self), HISTORY),
                                           g_variant_get_int32 (parameter) < 0 ? -1 : 1);

  if (query != NULL)
    winerror_viewer_set_query (self, query);
  else
    winerror_notice_show (winerror_viewer_get_notice (self),
                          g_variant_get_int32 (parameter) < 0 ? _ ("No earlier query")
                                                              : _ ("No later query"),
                          NULL);
}

/* The entry before or after the current one in its table; NULL where there is none. */
static WinerrorEntry *
find_neighbour (WinerrorViewer *self, int step)
{
  WinerrorCatalog *catalog = winerror_viewer_get_catalog (self);
  WinerrorEntry *entry = winerror_viewer_get_current_entry (self);
  WinerrorTable *table;
  guint position;

  if (entry == NULL || !winerror_catalog_lookup_code (catalog, winerror_entry_get_family (entry),
                                                      winerror_entry_get_code (entry), &position))
    return NULL;
  table = winerror_catalog_get_first_table (catalog, position);
  position += (guint) step; /* wraps around before the first one */
  if (position >= winerror_catalog_get_n_entries (catalog) ||
      winerror_catalog_get_first_table (catalog, position) != table)
    return NULL;
  return winerror_catalog_get_entry (catalog, position);
}

static void
neighbour_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  WinerrorEntry *neighbour = find_neighbour (self, g_variant_get_int32 (parameter));
  g_autofree char *number = NULL;

  if (neighbour == NULL)
    {
      winerror_notice_show (winerror_viewer_get_notice (self), _ ("No further entry in this table"),
                            NULL);
      return;
    }
  /* a number may stand for several entries */
  number = winerror_entry_dup_number (neighbour);
  winerror_viewer_set_query (self, number);
  winerror_result_selection_select_entry (winerror_viewer_get_selection (self), neighbour);
}

static void
shortcuts_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_shortcuts_show (GTK_WINDOW (widget));
}

/* The search entry */

static void
entry_activate_cb (GtkSearchEntry *entry, gpointer data)
{
  WinerrorViewer *self = data;

  if (g_settings_get_enum (winerror_viewer_get_settings (self), "enter") != 0)
    gtk_widget_grab_focus (GTK_WIDGET (winerror_viewer_get_result_list (self)));
  else if (is_query_empty (self) && !winerror_viewer_shows_log (self) &&
           !winerror_result_list_is_chosen (winerror_viewer_get_result_list (self)))
    winerror_notice_show (winerror_viewer_get_notice (self),
                          _ ("Type a code, a symbol or words; Enter then copies the result."),
                          NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", NULL);
}

/* What was typed elsewhere in the window went to the entry: the focus follows. */
static void
query_changed_cb (GtkSearchEntry *entry, gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  winerror_history_note (g_object_get_data (data, HISTORY),
                         gtk_editable_get_text (GTK_EDITABLE (entry)));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (entry)))
    winerror_title_focus_search (winerror_viewer_get_title (data));
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  winerror_title_open_menu (winerror_viewer_get_title (WINERROR_VIEWER (widget)));
  return TRUE;
}

/* Back from the entry are the buttons of the title bar, which Tab passes by. */
static gboolean
tab_back_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (winerror_viewer_get_search_entry (self))) &&
         winerror_title_focus_menu (winerror_viewer_get_title (self));
}

static void
stop_search_cb (GtkSearchEntry *entry, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "win.clear", NULL);
}

/**
 * winerror_query_actions_install:
 * @widget_class: the class of the window
 *
 * Installs what can be done with queries and with the entries that they find, and its keys.
 */
void
winerror_query_actions_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
    int step; /* 0 where the action has no parameter */
  } keys[] = {
    { GDK_KEY_f, GDK_CONTROL_MASK, "win.find", 0 },
    { GDK_KEY_d, GDK_CONTROL_MASK, "win.pin", 0 },
    { GDK_KEY_question, GDK_CONTROL_MASK, "win.show-help-overlay", 0 },
    { GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-help-overlay", 0 },
    { GDK_KEY_F1, 0, "win.show-help-overlay", 0 },
    { GDK_KEY_Back, 0, "win.history", -1 },
    { GDK_KEY_Forward, 0, "win.history", 1 },
  };

  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_activated);
  gtk_widget_class_install_action (widget_class, "win.show-entry", "s", show_entry_activated);
  gtk_widget_class_install_action (widget_class, "win.history", "i", history_activated);
  gtk_widget_class_install_action (widget_class, "win.neighbour", "i", neighbour_activated);
  gtk_widget_class_install_action (widget_class, "win.open-page", "s", open_page_activated);
  gtk_widget_class_install_action (widget_class, "win.pin", NULL, pin_activated);
  gtk_widget_class_install_action (widget_class, "win.clear-recent", NULL, clear_recent_activated);
  gtk_widget_class_install_action (widget_class, "win.clear-pinned", NULL, clear_pinned_activated);
  gtk_widget_class_install_action (widget_class, "win.restore", "(sas)", restore_activated);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   shortcuts_activated);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, keys[i].step != 0 ? "i" : NULL,
                                         keys[i].step);
}

static void
add_action_key (GtkShortcutController *controller,
                const char *trigger,
                const char *action,
                int step)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string (trigger),
                                                   gtk_named_action_new (action), "i", step));
}

/* The keys that are seen before the focused widget sees them: it would take them. */
static GtkShortcutController *
add_keys (WinerrorViewer *self)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (keys), GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F10, 0),
                              gtk_callback_action_new (menu_key_cb, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                  "<Shift>Tab|<Shift>KP_Tab|<Shift>ISO_Left_Tab"),
                              gtk_callback_action_new (tab_back_cb, NULL, NULL)));
  add_action_key (keys, "<Alt>Left", "win.history", -1);
  add_action_key (keys, "<Alt>Right", "win.history", 1);
  add_action_key (keys, "<Alt>Up", "win.neighbour", -1);
  add_action_key (keys, "<Alt>Down", "win.neighbour", 1);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (keys));
  return keys;
}

/* The buttons of a mouse that browsers go back and forward by. */
static void
mouse_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == 8 || button == 9)
    gtk_widget_activate_action (data, "win.history", "i", button == 8 ? -1 : 1);
}

/**
 * winerror_query_actions_connect:
 * @viewer: a window that is set up
 *
 * Adds what belongs to one window: the keys of the search entry, the queries to go back and forward
 * in, and the keys that are seen before the focused widget sees them.
 *
 * Returns: (transfer none): these, for others to be added
 */
GtkShortcutController *
winerror_query_actions_connect (WinerrorViewer *viewer)
{
  GtkSearchEntry *entry = winerror_viewer_get_search_entry (viewer);
  GtkGesture *mouse = gtk_gesture_click_new ();

  g_object_set_data_full (G_OBJECT (viewer), HISTORY, winerror_history_new (),
                          (GDestroyNotify) winerror_history_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (mouse), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (mouse), GTK_PHASE_CAPTURE);
  g_signal_connect_object (mouse, "pressed", G_CALLBACK (mouse_cb), viewer, 0);
  gtk_widget_add_controller (GTK_WIDGET (viewer), GTK_EVENT_CONTROLLER (mouse));

  winerror_query_keys_add (entry, winerror_viewer_get_result_list (viewer));
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activate_cb), viewer, 0);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), viewer, 0);
  g_signal_connect_object (entry, "changed", G_CALLBACK (query_changed_cb), viewer, 0);
  gtk_search_entry_set_key_capture_widget (entry, GTK_WIDGET (viewer));
  return add_keys (viewer);
}
