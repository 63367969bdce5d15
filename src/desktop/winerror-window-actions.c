// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-private.h"

#include "winerror-clipboard.h"
#include "winerror-preferences.h"
#include "winerror-settings.h"

#include <glib/gi18n.h>

/* How many results Page Down and Page Up move by. */
#define PAGE 8

/* Copying */

static void
copy_in_format (WinerrorWindow *self, WinerrorFormat format)
{
  g_autoptr (GPtrArray) entries = winerror_window_get_selected (self);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *notice = NULL;
  g_auto (WinerrorTicketOptions) options = { 0 };

  if (entries->len == 0)
    return;

  winerror_window_get_ticket_options (self, &options);
  winerror_ticket_options_set_format (&options, format);
  content = winerror_clipboard_new_content (entries, &options, &text);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  winerror_window_note_look_up (self, entries);

  if (entries->len == 1)
    /* Translators: the name of a format: Copied as Text */
    title = g_strdup_printf (_ ("Copied as %s"), winerror_format_get_title (options.format));
  else
    /* Translators: a number of entries and the name of a format: 5 entries copied as Text */
    title = g_strdup_printf (ngettext ("%u entry copied as %s", "%u entries copied as %s",
                                       entries->len),
                             entries->len, winerror_format_get_title (options.format));
  notice = g_strconcat (title, "\n", g_strchomp (text), NULL);
  winerror_window_show_notice (self, notice);
}

static void
copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);

  copy_in_format (self, (WinerrorFormat) g_settings_get_enum (self->settings, "format"));
}

static void
copy_as_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *format = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < WINERROR_N_FORMATS; i++)
    if (g_str_equal (format, winerror_format_get_name (i)))
      copy_in_format (WINERROR_WINDOW (widget), i);
}

static void
copy_value_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  const char *property = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *value = NULL;
  g_autofree char *notice = NULL;

  if (self->current_entry == NULL ||
      g_object_class_find_property (G_OBJECT_GET_CLASS (self->current_entry), property) == NULL)
    return;
  if (g_str_equal (property, "description"))
    value = g_strdup (winerror_language_describe (self->shown_language, self->current_entry));
  else
    g_object_get (self->current_entry, property, &value, NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), value);
  g_ptr_array_add (entries, self->current_entry);
  winerror_window_note_look_up (self, entries);
  /* Translators: a value, such as 0x52E */
  notice = g_strdup_printf (_ ("Copied: %s"), value);
  winerror_window_show_notice (self, notice);
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

/**
 * winerror_window_create_format_menu:
 *
 * Returns: (transfer full): the formats in which entries can be copied, and the languages of ticket
 *   texts
 */
GMenu *
winerror_window_create_format_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) formats = g_menu_new ();
  g_autoptr (GMenu) languages = g_menu_new ();

  for (guint i = 0; i < WINERROR_N_FORMATS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (winerror_format_get_title (i), NULL);

      g_menu_item_set_action_and_target (item, "win.copy-as", "s", winerror_format_get_name (i));
      g_menu_append_item (formats, item);
    }
  g_menu_append (languages, C_ ("ticket language", "Shown language, then English"),
                 "win.ticket-language::both");
  g_menu_append (languages, C_ ("ticket language", "Shown language"), "win.ticket-language::own");
  g_menu_append (languages, C_ ("ticket language", "English"), "win.ticket-language::english");
  g_menu_append_section (menu, _ ("Copy As"), G_MENU_MODEL (formats));
  g_menu_append_section (menu, _ ("Language of Ticket Texts"), G_MENU_MODEL (languages));
  return menu;
}

static void
create_format_popover (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = winerror_window_create_format_menu ();

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
format_menu_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  g_autoptr (GMenu) menu = NULL;

  if (self->current_entry == NULL)
    return;
  menu = winerror_window_create_format_menu ();
  winerror_window_popup_context_menu (self, G_MENU_MODEL (menu));
}

/* Looking up */

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->search_entry == NULL) /* closed in the meantime */
    return;
  if (text == NULL || text[0] == '\0')
    winerror_window_show_fault (self, _ ("The clipboard has no text."));
  else
    winerror_window_set_query (self, text);
}

static void
look_up_clipboard_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read_cb,
                                 g_object_ref (widget));
}

static void
find_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (WINERROR_WINDOW (widget)->search_entry));
}

/* The list shows what a log carries, not the answer to a query. */
static gboolean
shows_log (WinerrorWindow *self)
{
  return winerror_results_get_answer (self->results) == NULL;
}

static void
clear_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  gboolean empty = gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] == '\0';

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (empty && (self->log != NULL || shows_log (self)))
    {
      winerror_window_forget_log (self);
      winerror_window_update_answer (self);
    }
  winerror_window_focus_search (self);
}

static void
open_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_window_choose_log (WINERROR_WINDOW (widget));
}

static void
cancel_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_window_cancel_log (WINERROR_WINDOW (widget));
}

/* Memory */

static void
note_opened_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  if (self->current_entry == NULL)
    return;
  g_ptr_array_add (entries, self->current_entry);
  winerror_window_note_look_up (self, entries);
}

static void
pin_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  guint32 code;
  gboolean pinned;

  if (self->current_entry == NULL)
    return;
  code = winerror_entry_get_code (self->current_entry);
  pinned = !winerror_settings_is_pinned (self->settings, code);
  winerror_settings_set_pinned (self->settings, code, pinned);
  winerror_window_show_notice (self, pinned ? _ ("Pinned") : _ ("No longer pinned"));
  if (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] == '\0' && !shows_log (self))
    winerror_window_update_answer (self);
}

static void
clear_history_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);

  g_settings_reset (self->settings, "recent");
  g_settings_reset (self->settings, "pinned");
  if (!shows_log (self))
    winerror_window_update_answer (self);
  winerror_window_show_notice (self, _ ("Recent and pinned entries cleared"));
}

/* Windows */

static void
preferences_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  WinerrorEntry *entry = self->current_entry;

  if (self->search == NULL)
    return;
  if (entry == NULL)
    entry = winerror_catalog_get_entry (winerror_search_get_catalog (self->search), 0);
  winerror_preferences_show (GTK_WINDOW (self), self->settings, entry, self->shown_language);
}

static void
shortcuts_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder)
      builder = gtk_builder_new_from_resource ("/io/github/winerror/Winerror/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

/* Keys in the search entry */

static void
move_selection (WinerrorWindow *self, int step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->results));
  gint64 position = self->current;

  if (n == 0)
    return;
  position = self->current == GTK_INVALID_LIST_POSITION ? 0 : position + step;
  winerror_window_select (self, (guint) CLAMP (position, 0, (gint64) n - 1), TRUE);
}

/* With the whole text selected, or none there, Ctrl+A is about the results. */
static gboolean
select_all_results (WinerrorWindow *self)
{
  int start;
  int end;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (text[0] != '\0' &&
      (!gtk_editable_get_selection_bounds (GTK_EDITABLE (self->search_entry), &start, &end) ||
       end - start < g_utf8_strlen (text, -1)))
    return FALSE;
  winerror_window_open_list (self);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
  /* so that Ctrl+C is about them too */
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), -1, -1);
  return TRUE;
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint key,
              guint code,
              GdkModifierType state,
              gpointer data)
{
  WinerrorWindow *self = data;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == GDK_CONTROL_MASK && (key == GDK_KEY_a || key == GDK_KEY_A))
    return select_all_results (self);
  if (state != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_selection (self, PAGE);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_selection (self, -PAGE);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
entry_activate_cb (GtkSearchEntry *entry, gpointer data)
{
  WinerrorWindow *self = data;

  if (g_settings_get_enum (self->settings, "enter") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
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
 * winerror_window_init_actions:
 * @klass: the class of the window
 *
 * Installs what can be done in the window, and its keys. Ctrl+C is not among them: see
 * winerror_window_add_actions().
 */
void
winerror_window_init_actions (WinerrorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GdkModifierType control = GDK_CONTROL_MASK;
  const GdkModifierType control_shift = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "win.copy-as", "s", copy_as_activated);
  gtk_widget_class_install_action (widget_class, "win.copy-value", "s", copy_value_activated);
  gtk_widget_class_install_action (widget_class, "win.format-menu", NULL, format_menu_activated);
  gtk_widget_class_install_action (widget_class, "win.look-up-clipboard", NULL,
                                   look_up_clipboard_activated);
  gtk_widget_class_install_action (widget_class, "win.open-log", NULL, open_log_activated);
  gtk_widget_class_install_action (widget_class, "win.cancel-log", NULL, cancel_log_activated);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_activated);
  gtk_widget_class_install_action (widget_class, "win.clear", NULL, clear_activated);
  gtk_widget_class_install_action (widget_class, "win.note-opened", NULL, note_opened_activated);
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
 * winerror_window_add_actions:
 * @self: a window
 *
 * Adds what belongs to one window: the actions that are settings, and the keys of the search entry.
 *
 * Ctrl+C is seen before the focused widget sees it, as an entry takes it even where it has nothing
 * selected; with selected text it is left to that widget.
 */
void
winerror_window_add_actions (WinerrorWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *entry_keys = gtk_event_controller_key_new ();
  g_autoptr (GAction) language = g_settings_create_action (self->settings, "ticket-language");
  g_autoptr (GAction) shown = g_settings_create_action (self->settings, "description-language");

  g_action_map_add_action (G_ACTION_MAP (self), language);
  g_action_map_add_action (G_ACTION_MAP (self), shown);
  g_signal_connect_object (self->settings, "changed::description-language",
                           G_CALLBACK (winerror_window_update_language), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "<Control>c", copy_key_cb);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_event_controller_set_propagation_phase (entry_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (entry_keys, "key-pressed", G_CALLBACK (entry_key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), entry_keys);

  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (entry_activate_cb), self, 0);
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (stop_search_cb), self, 0);
  g_signal_connect_object (self->search_entry, "changed", G_CALLBACK (query_changed_cb), self, 0);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->format_button, create_format_popover, self, NULL);
}
