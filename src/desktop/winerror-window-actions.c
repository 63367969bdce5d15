// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-private.h"

#include "winerror-gettext.h"
#include "winerror-preferences.h"
#include "winerror-query-keys.h"
#include "winerror-settings.h"
#include "winerror-shortcuts.h"

/* The list shows what a log carries, not the answer to a query. */
static gboolean
shows_log (WinerrorWindow *self)
{
  return winerror_result_selection_get_answer (winerror_window_get_selection (self)) == NULL;
}

static gboolean
is_query_empty (WinerrorWindow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] == '\0';
}

/* Memory */

/**
 * winerror_window_note_look_up:
 * @self: a window
 * @entries: (element-type WinerrorEntry): entries
 *
 * Keeps entries among the recent ones; the list shows them when the search entry is next empty.
 */
void
winerror_window_note_look_up (WinerrorWindow *self, GPtrArray *entries)
{
  for (guint i = MIN (entries->len, WINERROR_SETTINGS_MAX_RECENT); i > 0; i--)
    winerror_settings_add_recent (self->settings, g_ptr_array_index (entries, i - 1));
}

/**
 * winerror_window_note_current:
 * @self: a window
 *
 * Keeps the current entry among the recent ones.
 */
void
winerror_window_note_current (WinerrorWindow *self)
{
  WinerrorEntry *entry = winerror_window_get_current_entry (self);

  if (entry != NULL)
    winerror_settings_add_recent (self->settings, entry);
}

typedef struct
{
  WinerrorWindow *window;
  char *uri;
} Page;

static void
page_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Page *page = data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL) && page->window->notice != NULL)
    {
      /* Translators: the address of a page */
      g_autofree char *text = g_strdup_printf (_ ("No program shows the page %s"), page->uri);

      winerror_notice_show_button (page->window->notice, text, _ ("_Copy Address"), "win.copy-text",
                                   g_variant_new_string (page->uri));
      winerror_result_list_say (page->window->result_list, text);
    }
  g_object_unref (page->window);
  g_free (page->uri);
  g_free (page);
}

/* An entry whose page is opened has been looked up. Where nothing shows pages, the address can be
 * taken elsewhere. */
static void
open_page_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GdkAppLaunchContext)
      context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  Page *page = g_new (Page, 1);

  page->window = WINERROR_WINDOW (g_object_ref (widget));
  page->uri = g_variant_dup_string (parameter, NULL);
  winerror_window_note_current (page->window);
  g_app_info_launch_default_for_uri_async (page->uri, G_APP_LAUNCH_CONTEXT (context), NULL,
                                           page_opened_cb, page);
}

/* The list of all entries begins with those that are pinned or recent. */
static void
refresh_list (WinerrorWindow *self)
{
  if (is_query_empty (self) && !shows_log (self))
    winerror_window_update_answer (self);
}

static void
say_locked (WinerrorWindow *self)
{
  winerror_window_say (self, winerror_settings_may_pin (self->settings, NULL)
                                 ? _ ("Pinned by your administrator")
                                 : _ ("What is pinned is set by your administrator"));
}

/* Pins what is selected, or unpins it where all of it is pinned. */
static void
pin_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  GSettings *settings = self->settings;
  g_autoptr (GPtrArray)
      entries = winerror_result_selection_get_selected (winerror_window_get_selection (self));
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
  refresh_list (self);
  winerror_window_say (self, pinned ? _ ("Pinned") : _ ("No longer pinned"));
}

/* What is cleared comes back with win.restore. */
static void
clear (WinerrorWindow *self, const char *key, GStrv old, const char *text)
{
  refresh_list (self);
  winerror_notice_show_button (self->notice, text, _ ("_Undo"), "win.restore",
                               g_variant_new ("(s^as)", key, old));
  winerror_result_list_say (self->result_list, text);
}

static void
clear_recent_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  GSettings *settings = self->settings;
  g_auto (GStrv) old = winerror_settings_dup_recent (settings);

  winerror_settings_clear_recent (settings);
  clear (self, "recent-entries", old, _ ("Recent entries cleared"));
}

static void
clear_pinned_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  GSettings *settings = self->settings;
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
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  g_auto (GStrv) old = NULL;
  const char *key;

  g_variant_get (parameter, "(&s^as)", &key, &old);
  if (!g_str_equal (key, "recent-entries") && !g_str_equal (key, "pinned-entries"))
    return;
  g_settings_set_strv (self->settings, key, (const char *const *) old);
  refresh_list (self);
  winerror_window_focus_search (self);
}

/* Looking up */

/* A number that other families have too stands with its family: see winerror_entry_dup_key(). */
static void
show_entry_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_window_set_query (WINERROR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
find_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (GTK_EDITABLE (WINERROR_WINDOW (widget)->search_entry)));
}

/* Going to and fro */

static void
history_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  const char *query = winerror_history_go (self->history,
                                           g_variant_get_int32 (parameter) < 0 ? -1 : 1);

  if (query != NULL)
    winerror_window_set_query (self, query);
  else
    winerror_window_say (self, g_variant_get_int32 (parameter) < 0 ? _ ("No earlier query")
                                                                   : _ ("No later query"));
}

/* The entry before or after the current one in its table; NULL where there is none. */
static WinerrorEntry *
find_neighbour (WinerrorWindow *self, int step)
{
  WinerrorCatalog *catalog = winerror_window_get_catalog (self);
  WinerrorEntry *entry = winerror_window_get_current_entry (self);
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
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  WinerrorEntry *neighbour = find_neighbour (self, g_variant_get_int32 (parameter));
  g_autofree char *number = NULL;

  if (neighbour == NULL)
    {
      winerror_window_say (self, _ ("No further entry in this table"));
      return;
    }
  /* a number may stand for several entries */
  number = winerror_entry_dup_number (neighbour);
  winerror_window_set_query (self, number);
  winerror_result_selection_select_entry (winerror_window_get_selection (self), neighbour);
}

/* Windows */

static void
show_preferences (WinerrorWindow *self, const char *page)
{
  WinerrorCatalog *catalog = winerror_window_get_catalog (self);
  WinerrorEntry *entry = winerror_window_get_current_entry (self);

  if (catalog == NULL)
    return;
  if (entry == NULL)
    entry = winerror_catalog_get_entry (catalog, 0);
  winerror_preferences_show (GTK_WINDOW (self), self->settings, entry, self->shown_language,
                             self->tables, page);
}

static void
preferences_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_preferences (WINERROR_WINDOW (widget), "general");
}

static void
tables_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_preferences (WINERROR_WINDOW (widget), "tables");
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
  WinerrorWindow *self = data;

  if (g_settings_get_enum (self->settings, "enter") != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->result_list));
  else if (is_query_empty (self) && !shows_log (self) &&
           !winerror_result_list_is_chosen (self->result_list))
    winerror_window_say (self, _ ("Type a code, a symbol or words; Enter then copies the result."));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", NULL);
}

/* What was typed elsewhere in the window went to the entry: the focus follows. */
static void
query_changed_cb (GtkSearchEntry *entry, gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  winerror_history_note (WINERROR_WINDOW (data)->history,
                         gtk_editable_get_text (GTK_EDITABLE (entry)));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (entry)))
    winerror_window_focus_search (data);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  winerror_window_open_menu (WINERROR_WINDOW (widget));
  return TRUE;
}

/* Back from the entry are the buttons of the title bar, which Tab passes by. */
static gboolean
tab_back_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_entry)) &&
         gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
}

static void
stop_search_cb (GtkSearchEntry *entry, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "win.clear", NULL);
}

/**
 * winerror_window_install_actions:
 * @widget_class: the class of the window
 *
 * Installs what can be done in the window, and its keys.
 */
void
winerror_window_install_actions (GtkWidgetClass *widget_class)
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
    { GDK_KEY_comma, GDK_CONTROL_MASK, "win.preferences", 0 },
    { GDK_KEY_question, GDK_CONTROL_MASK, "win.show-help-overlay", 0 },
    { GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-help-overlay", 0 },
    { GDK_KEY_F1, 0, "win.show-help-overlay", 0 },
    { GDK_KEY_F11, 0, "win.compact", 0 },
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
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_activated);
  gtk_widget_class_install_action (widget_class, "win.tables", NULL, tables_activated);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   shortcuts_activated);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, keys[i].step != 0 ? "i" : NULL,
                                         keys[i].step);
  winerror_window_install_copy_actions (widget_class);
  winerror_window_install_export_actions (widget_class);
  winerror_window_install_log_actions (widget_class);
  winerror_window_install_note_actions (widget_class);
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
add_keys (WinerrorWindow *self)
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
 * winerror_window_connect_actions:
 * @self: a window that has its settings and its log
 *
 * Adds what belongs to one window: the actions that are settings, the keys of the search entry,
 * and what is dragged out of the window and dropped on it.
 */
void
winerror_window_connect_actions (WinerrorWindow *self)
{
  GSettings *settings = self->settings;
  GtkSearchEntry *entry = self->search_entry;
  GtkGesture *mouse = gtk_gesture_click_new ();
  g_autoptr (GAction) language = g_settings_create_action (settings, "ticket-language");
  g_autoptr (GAction) shown = g_settings_create_action (settings, "description-language");
  g_autoptr (GAction) order = g_settings_create_action (settings, "log-order");

  g_action_map_add_action (G_ACTION_MAP (self), language);
  g_action_map_add_action (G_ACTION_MAP (self), shown);
  g_action_map_add_action (G_ACTION_MAP (self), order);

  winerror_window_add_encodings (self);
  winerror_window_connect_compact (self);
  winerror_window_connect_copy_actions (self, add_keys (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (mouse), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (mouse), GTK_PHASE_CAPTURE);
  g_signal_connect_object (mouse, "pressed", G_CALLBACK (mouse_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (mouse));

  winerror_query_keys_add (entry, self->result_list);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activate_cb), self, 0);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), self, 0);
  g_signal_connect_object (entry, "changed", G_CALLBACK (query_changed_cb), self, 0);
  gtk_search_entry_set_key_capture_widget (entry, GTK_WIDGET (self));

  if (self->open_log != NULL)
    winerror_window_accept_logs (self);
}
