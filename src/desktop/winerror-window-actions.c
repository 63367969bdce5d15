// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-private.h"

#include "winerror-clipboard.h"
#include "winerror-file-chooser.h"
#include "winerror-menus.h"
#include "winerror-preferences.h"
#include "winerror-query-keys.h"
#include "winerror-settings.h"
#include "winerror-shortcuts.h"

#include <glib/gi18n.h>

static WinerrorResultSelection *
get_selection (WinerrorWindow *self)
{
  return winerror_result_list_get_selection (winerror_window_get_result_list (self));
}

static WinerrorEntry *
get_current_entry (WinerrorWindow *self)
{
  return winerror_result_selection_get_current_entry (get_selection (self));
}

/* The list shows what a log carries, not the answer to a query. */
static gboolean
shows_log (WinerrorWindow *self)
{
  return winerror_result_selection_get_answer (get_selection (self)) == NULL;
}

static gboolean
is_query_empty (WinerrorWindow *self)
{
  return gtk_editable_get_text (winerror_window_get_search_entry (self))[0] == '\0';
}

/* Memory */

/* Keeps entries among the recent ones; the list shows them when the search entry is next empty. */
static void
note_look_up (WinerrorWindow *self, GPtrArray *entries)
{
  for (guint i = MIN (entries->len, WINERROR_SETTINGS_MAX_RECENT); i > 0; i--)
    winerror_settings_add_recent (winerror_window_get_settings (self),
                                  g_ptr_array_index (entries, i - 1));
}

static void
note_current (WinerrorWindow *self)
{
  WinerrorEntry *entry = get_current_entry (self);

  if (entry != NULL)
    winerror_settings_add_recent (winerror_window_get_settings (self), entry);
}

static void
note_dropped_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  g_autoptr (GPtrArray) entries = winerror_result_selection_get_selected (get_selection (self));

  note_look_up (self, entries);
}

static void
note_opened_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  note_current (WINERROR_WINDOW (widget));
}

static void
pin_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  GSettings *settings = winerror_window_get_settings (self);
  WinerrorEntry *entry = get_current_entry (self);
  gboolean pinned;

  if (entry == NULL)
    return;
  pinned = !winerror_settings_is_pinned (settings, entry);
  winerror_settings_set_pinned (settings, entry, pinned);
  winerror_notice_show (winerror_window_get_notice (self),
                        pinned ? _ ("Pinned") : _ ("No longer pinned"));
  if (is_query_empty (self) && !shows_log (self))
    winerror_window_update_answer (self);
}

static void
clear_history_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  GSettings *settings = winerror_window_get_settings (self);

  winerror_settings_clear_recent (settings);
  winerror_settings_clear_pinned (settings);
  if (!shows_log (self))
    winerror_window_update_answer (self);
  winerror_notice_show (winerror_window_get_notice (self), _ ("Recent and pinned entries cleared"));
}

/* Copying and dragging */

/* Writes entries out, as the user prefers. @format becomes plain text in place of a template that
 * cannot be filled in. */
static GdkContentProvider *
create_content (WinerrorWindow *self, GPtrArray *entries, WinerrorFormat *format, char **text)
{
  g_auto (WinerrorTicketOptions) options = { 0 };

  winerror_settings_get_ticket_options (winerror_window_get_settings (self),
                                        winerror_window_get_shown_language (self), &options);
  options.query = g_strdup (gtk_editable_get_text (winerror_window_get_search_entry (self)));
  winerror_ticket_options_set_format (&options, *format);
  *format = options.format;
  return winerror_clipboard_new_content (entries, &options, text);
}

static WinerrorFormat
get_format (WinerrorWindow *self)
{
  return (WinerrorFormat) g_settings_get_enum (winerror_window_get_settings (self), "format");
}

static GdkContentProvider *
prepare_drag_cb (WinerrorResultList *list, gpointer data)
{
  WinerrorWindow *self = data;
  g_autoptr (GPtrArray) entries = winerror_result_selection_get_selected (get_selection (self));
  WinerrorFormat format = get_format (self);

  return create_content (self, entries, &format, NULL);
}

static void
copy_in_format (WinerrorWindow *self, WinerrorFormat format)
{
  g_autoptr (GPtrArray) entries = winerror_result_selection_get_selected (get_selection (self));
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *notice = NULL;

  if (entries->len == 0)
    return;

  content = create_content (self, entries, &format, &text);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  note_look_up (self, entries);

  if (entries->len == 1)
    /* Translators: the name of a format: Copied as Text */
    title = g_strdup_printf (_ ("Copied as %s"), winerror_format_get_title (format));
  else
    /* Translators: a number of entries and the name of a format: 5 entries copied as Text */
    title = g_strdup_printf (ngettext ("%u entry copied as %s", "%u entries copied as %s",
                                       entries->len),
                             entries->len, winerror_format_get_title (format));
  notice = g_strconcat (title, "\n", g_strchomp (text), NULL);
  winerror_notice_show (winerror_window_get_notice (self), notice);
}

static void
copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);

  copy_in_format (self, get_format (self));
}

/* Copies in a format, which stays that of the next copies. */
static void
copy_as_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  const char *format = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < WINERROR_N_FORMATS; i++)
    if (g_str_equal (format, winerror_format_get_name (i)))
      {
        g_settings_set_enum (winerror_window_get_settings (self), "format", (int) i);
        copy_in_format (self, i);
      }
}

/* Copies something that the current entry says. */
static void
copy_text (WinerrorWindow *self, const char *text)
{
  g_autofree char *notice = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  note_current (self);
  /* Translators: a value, such as 0x52E */
  notice = g_strdup_printf (_ ("Copied: %s"), text);
  winerror_notice_show (winerror_window_get_notice (self), notice);
}

static void
copy_value_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  WinerrorEntry *entry = get_current_entry (self);
  const char *property = g_variant_get_string (parameter, NULL);
  g_autofree char *value = NULL;

  if (entry == NULL || g_object_class_find_property (G_OBJECT_GET_CLASS (entry), property) == NULL)
    return;
  if (g_str_equal (property, "description"))
    value = g_strdup (
        winerror_language_describe (winerror_window_get_shown_language (self), entry));
  else
    g_object_get (entry, property, &value, NULL);

  copy_text (self, value);
}

static void
copy_text_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_text (WINERROR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* A part of an entry or label that is selected is what Ctrl+C is about. */
static gboolean
has_selected_text (GtkWidget *focus)
{
  if (GTK_IS_EDITABLE (focus))
    return gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), NULL, NULL);
  if (GTK_IS_LABEL (focus))
    return gtk_label_get_selection_bounds (GTK_LABEL (focus), NULL, NULL);
  return FALSE;
}

static gboolean
copy_key_cb (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (focus != NULL && has_selected_text (focus))
    return FALSE;
  gtk_widget_activate_action (widget, "win.copy", NULL);
  return TRUE;
}

static void
format_menu_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  g_autoptr (GMenuModel) menu = NULL;

  if (get_current_entry (self) == NULL)
    return;
  menu = winerror_menus_new_formats ();
  winerror_result_list_popup_menu (winerror_window_get_result_list (self), menu);
}

/* Looking up */

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (winerror_window_get_search_entry (self) == NULL) /* closed in the meantime */
    return;
  if (text == NULL || text[0] == '\0')
    winerror_notice_show_fault (winerror_window_get_notice (self),
                                _ ("The clipboard has no text."));
  else
    winerror_window_set_query (self, text);
}

static void
look_up_clipboard_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read_cb,
                                 g_object_ref (widget));
}

/* A number that other families have too stands with its family: see winerror_entry_dup_key(). */
static void
show_entry_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_window_set_query (WINERROR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
find_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (winerror_window_get_search_entry (WINERROR_WINDOW (widget))));
}

static void
clear_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  WinerrorOpenLog *log = winerror_window_get_open_log (self);

  if (!is_query_empty (self))
    gtk_editable_set_text (winerror_window_get_search_entry (self), "");
  else if (log != NULL && winerror_open_log_get_lines (log) != NULL)
    winerror_open_log_close (log);
  else if (log != NULL && winerror_open_log_get_reading_name (log) != NULL)
    winerror_window_update_answer (self);
  winerror_window_focus_search (self);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorWindow) self = data;
  g_autoptr (GFile) file = winerror_file_chooser_open_finish (result);

  if (file != NULL)
    winerror_window_read_log (self, file);
}

static void
open_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (winerror_window_get_open_log (WINERROR_WINDOW (widget)) != NULL)
    winerror_file_chooser_open_async (GTK_WINDOW (widget), _ ("Open Log"), chosen_cb,
                                      g_object_ref (widget));
}

static void
cancel_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorOpenLog *log = winerror_window_get_open_log (WINERROR_WINDOW (widget));

  if (log != NULL)
    winerror_open_log_cancel (log);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  winerror_window_read_log (data, files->data);
  return TRUE;
}

static void
accept_logs (WinerrorWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Windows */

static void
preferences_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  WinerrorCatalog *catalog = winerror_window_get_catalog (self);
  WinerrorEntry *entry = get_current_entry (self);

  if (catalog == NULL)
    return;
  if (entry == NULL)
    entry = winerror_catalog_get_entry (catalog, 0);
  winerror_preferences_show (GTK_WINDOW (self), winerror_window_get_settings (self), entry,
                             winerror_window_get_shown_language (self));
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

  if (g_settings_get_enum (winerror_window_get_settings (self), "enter") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (winerror_window_get_result_list (self)));
}

/* What was typed elsewhere in the window went to the entry: the focus follows. */
static void
query_changed_cb (GtkSearchEntry *entry, gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (entry)))
    winerror_window_focus_search (data);
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
 * Installs what can be done in the window, and its keys. Ctrl+C is not among them: see
 * winerror_window_connect_actions().
 */
void
winerror_window_install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;
  const GdkModifierType control_shift = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "win.copy-as", "s", copy_as_activated);
  gtk_widget_class_install_action (widget_class, "win.copy-value", "s", copy_value_activated);
  gtk_widget_class_install_action (widget_class, "win.copy-text", "s", copy_text_activated);
  gtk_widget_class_install_action (widget_class, "win.show-entry", "s", show_entry_activated);
  gtk_widget_class_install_action (widget_class, "win.format-menu", NULL, format_menu_activated);
  gtk_widget_class_install_action (widget_class, "win.look-up-clipboard", NULL,
                                   look_up_clipboard_activated);
  gtk_widget_class_install_action (widget_class, "win.open-log", NULL, open_log_activated);
  gtk_widget_class_install_action (widget_class, "win.cancel-log", NULL, cancel_log_activated);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_activated);
  gtk_widget_class_install_action (widget_class, "win.clear", NULL, clear_activated);
  gtk_widget_class_install_action (widget_class, "win.note-opened", NULL, note_opened_activated);
  gtk_widget_class_install_action (widget_class, "win.note-dropped", NULL, note_dropped_activated);
  gtk_widget_class_install_action (widget_class, "win.pin", NULL, pin_activated);
  gtk_widget_class_install_action (widget_class, "win.clear-history", NULL,
                                   clear_history_activated);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_activated);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   shortcuts_activated);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_C, control_shift, "win.format-menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_V, control_shift,
                                       "win.look-up-clipboard", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, control, "win.open-log", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, control, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, control, "win.pin", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, control, "win.preferences",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, control,
                                       "win.show-help-overlay", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, control_shift,
                                       "win.show-help-overlay", NULL);
}

static void
add_key (GtkShortcutController *controller, const char *trigger, GtkShortcutFunc callback)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                    gtk_callback_action_new (callback, NULL, NULL)));
}

/**
 * winerror_window_connect_actions:
 * @self: a window that has its settings and its log
 *
 * Adds what belongs to one window: the actions that are settings, the keys of the search entry,
 * and what is dragged out of the window and dropped on it.
 *
 * Ctrl+C is seen before the focused widget sees it, as an entry takes it even where it has nothing
 * selected; with selected text it is left to that widget.
 */
void
winerror_window_connect_actions (WinerrorWindow *self)
{
  GSettings *settings = winerror_window_get_settings (self);
  GtkSearchEntry *entry = GTK_SEARCH_ENTRY (winerror_window_get_search_entry (self));
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autoptr (GAction) language = g_settings_create_action (settings, "ticket-language");
  g_autoptr (GAction) shown = g_settings_create_action (settings, "description-language");

  g_action_map_add_action (G_ACTION_MAP (self), language);
  g_action_map_add_action (G_ACTION_MAP (self), shown);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "<Control>c", copy_key_cb);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  winerror_query_keys_add (entry, winerror_window_get_result_list (self));
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activate_cb), self, 0);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), self, 0);
  g_signal_connect_object (entry, "changed", G_CALLBACK (query_changed_cb), self, 0);
  gtk_search_entry_set_key_capture_widget (entry, GTK_WIDGET (self));

  g_signal_connect_object (winerror_window_get_result_list (self), "prepare-drag",
                           G_CALLBACK (prepare_drag_cb), self, 0);
  if (winerror_window_get_open_log (self) != NULL)
    accept_logs (self);
}
