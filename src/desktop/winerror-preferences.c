// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-preferences.h"

#include "winerror-gettext.h"
#include "winerror-lock.h"
#include "winerror-menus.h"
#include "winerror-settings.h"
#include "winerror-tables-page.h"
#include "winerror-template.h"
#include "winerror-text.h"
#include "winerror-ticket-template.h"
#include "winerror-ticket.h"

#include <string.h>

/* The longest template, in bytes; and how long one must stay as it is to be kept, in milliseconds.
 */
#define MAX_TEMPLATE 4096
#define PAUSE        1000

#define WINERROR_TYPE_PREFERENCES (winerror_preferences_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorPreferences, winerror_preferences, WINERROR, PREFERENCES, GtkWindow)

/**
 * WinerrorPreferences:
 *
 * The window in which the settings are changed. They apply at once; a template does so when it can
 * be filled in, and the user has left it or stopped typing.
 */
struct _WinerrorPreferences
{
  GtkWindow parent_instance;

  GtkLabel *format_label;
  GtkLabel *language_label;
  GtkLabel *enter_label;
  GtkDropDown *format_drop_down;
  GtkDropDown *language_drop_down;
  GtkDropDown *enter_drop_down;
  GtkStack *stack;
  GtkBox *tables_box; /* around the page of the tables, once it is shown */
  GtkCheckButton *advice_button;
  GtkCheckButton *notes_button;
  GtkSpinButton *lines_button;
  GtkCheckButton *clipboard_button;
  GtkTextView *template_view;
  GtkWidget *template_scroller;
  GtkWidget *template_buttons;
  GtkMenuButton *placeholder_button;
  GtkLabel *template_error_label;
  GtkLabel *template_preview_label;
  GtkLabel *preview_label;

  GSettings *settings;
  WinerrorEntry *entry; /* what the preview shows */
  WinerrorLanguage *language;
  WinerrorOwnTables *tables; /* NULL where there are none */
  guint timeout;             /* the template is about to be kept */
};

G_DEFINE_FINAL_TYPE (WinerrorPreferences, winerror_preferences, GTK_TYPE_WINDOW)

/* Shows how the entry is written: in the format that is chosen, or by a template. */
static void
show_preview (WinerrorPreferences *self, GtkLabel *label, const char *template_text)
{
  g_autofree char *text = NULL;
  g_auto (WinerrorTicketOptions) options = { 0 };

  winerror_settings_get_ticket_options (self->settings, self->language, &options);
  options.query = g_strdup (winerror_entry_get_symbol (self->entry));
  if (template_text != NULL)
    {
      g_free (options.template_text);
      options.template_text = g_strdup (template_text);
      winerror_ticket_options_set_format (&options, WINERROR_FORMAT_TEMPLATE);
    }
  text = winerror_ticket_write (&self->entry, 1, &options);
  gtk_label_set_text (label, g_strchomp (text));
}

static char *
dup_template (WinerrorPreferences *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->template_view), "text", &text, NULL);
  return text;
}

/* An empty one would copy nothing. */
static gboolean
check_template (const char *text, GError **error)
{
  if (!winerror_text_is_blank (text))
    return winerror_ticket_template_check (text, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("Expected a text with placeholders, found nothing"));
  return FALSE;
}

static void
show_template_error (WinerrorPreferences *self, const char *message)
{
  gtk_label_set_text (self->template_error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->template_error_label), message != NULL);
}

/* Keeps a template that can be filled in; with another, the last good one stays. */
static void
keep_template (WinerrorPreferences *self)
{
  g_autofree char *text = dup_template (self);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (check_template (text, NULL))
    g_settings_set_string (self->settings, "template", text);
}

static gboolean
keep_template_cb (gpointer data)
{
  WinerrorPreferences *self = data;

  self->timeout = 0;
  keep_template (self);
  return G_SOURCE_REMOVE;
}

static void
template_changed_cb (GtkTextBuffer *buffer, WinerrorPreferences *self)
{
  g_autofree char *text = dup_template (self);
  g_autoptr (GError) error = NULL;
  gboolean good = check_template (text, &error);

  show_template_error (self, good ? NULL : error->message);
  if (good)
    show_preview (self, self->template_preview_label, text);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE, keep_template_cb, self);
}

/* A text of any length would be laid out for minutes: what does not fit is not taken at all. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter *where,
                const char *text,
                int length,
                WinerrorPreferences *self)
{
  g_autofree char *before = dup_template (self);
  g_autofree char *message = NULL;

  if (length < 0)
    length = (int) strlen (text);
  if (strlen (before) + (gsize) length <= MAX_TEMPLATE)
    return;
  /* Translators: always 4096 */
  message = g_strdup_printf (_ ("A template has at most %d bytes."), MAX_TEMPLATE);
  show_template_error (self, message);
  g_signal_stop_emission_by_name (buffer, "insert-text");
}

static void
template_left_cb (GtkEventControllerFocus *controller, WinerrorPreferences *self)
{
  if (self->timeout != 0)
    keep_template (self);
}

static void
insert_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorPreferences *self = WINERROR_PREFERENCES (widget);
  g_autofree char *placeholder = g_strdup_printf ("{%s}", g_variant_get_string (parameter, NULL));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->template_view), placeholder,
                                    -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->template_view));
}

static void
reset_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorPreferences *self = WINERROR_PREFERENCES (widget);
  g_autofree char *text = NULL;

  g_settings_reset (self->settings, "template");
  text = g_settings_get_string (self->settings, "template");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->template_view), text, -1);
  g_clear_handle_id (&self->timeout, g_source_remove);
}

static GMenuModel *
new_placeholder_menu (void)
{
  g_autofree const char **names = winerror_ticket_template_list_placeholders ();
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *label = g_strdup_printf ("{%s}", names[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      /* the underscore of see_also is no mnemonic */
      g_auto (GStrv) parts = g_strsplit (label, "_", -1);
      g_autofree char *escaped = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, escaped);
      g_menu_item_set_action_and_target (item, "template.insert", "s", names[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* Names for screen readers */

/* A label without the underscore of its mnemonic. */
static char *
strip_mnemonic (const char *label)
{
  GString *out = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++)
    if (*p != '_' || *++p == '_')
      g_string_append_c (out, *p);
    else
      p--;
  return g_string_free (out, FALSE);
}

static void
name_check_button (GtkCheckButton *button)
{
  g_autofree char *name = strip_mnemonic (gtk_check_button_get_label (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What has the focus, and the name, is the button inside or, in newer versions of GTK, the whole;
 * it says what is chosen too. */
static void
name_drop_down (WinerrorPreferences *self, GtkDropDown *drop_down)
{
  GtkWidget *const parts[] = { GTK_WIDGET (drop_down),
                               gtk_widget_get_first_child (GTK_WIDGET (drop_down)) };
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  GtkLabel *label = drop_down == self->format_drop_down     ? self->format_label
                    : drop_down == self->language_drop_down ? self->language_label
                                                            : self->enter_label;
  g_autofree char *name = g_strdup_printf ("%s: %s", gtk_label_get_text (label),
                                           chosen != NULL ? gtk_string_object_get_string (chosen)
                                                          : "");

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkAccessible *part = GTK_ACCESSIBLE (parts[i]);

      gtk_accessible_reset_relation (part, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (part, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, WinerrorPreferences *self)
{
  const char *key = drop_down == self->format_drop_down     ? "format"
                    : drop_down == self->language_drop_down ? "ticket-language"
                                                            : "enter";

  g_settings_set_enum (self->settings, key, (int) gtk_drop_down_get_selected (drop_down));
  name_drop_down (self, drop_down);
}

/* The page of the tables is made when it is first looked at. */
static void
page_changed_cb (WinerrorPreferences *self)
{
  if (self->tables != NULL &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "tables") == 0 &&
      gtk_widget_get_first_child (GTK_WIDGET (self->tables_box)) == NULL)
    gtk_box_append (self->tables_box, winerror_tables_page_new (self->settings, self->tables));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* What was typed last is not lost where the window is closed in the middle of the pause. */
static gboolean
winerror_preferences_close_request (GtkWindow *window)
{
  WinerrorPreferences *self = WINERROR_PREFERENCES (window);

  if (self->timeout != 0)
    keep_template (self);
  return GTK_WINDOW_CLASS (winerror_preferences_parent_class)->close_request (window);
}

static void
winerror_preferences_dispose (GObject *object)
{
  WinerrorPreferences *self = WINERROR_PREFERENCES (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_PREFERENCES);
  g_clear_object (&self->settings);
  g_clear_object (&self->entry);
  g_clear_object (&self->tables);
  g_clear_pointer (&self->language, winerror_language_unref);

  G_OBJECT_CLASS (winerror_preferences_parent_class)->dispose (object);
}

static void
winerror_preferences_class_init (WinerrorPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_preferences_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = winerror_preferences_close_request;

  winerror_template_set (widget_class, "/io/github/winerror/Winerror/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, format_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, language_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, enter_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, format_drop_down);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, language_drop_down);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, enter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, stack);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, tables_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, advice_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, notes_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, lines_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, clipboard_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, template_view);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, template_scroller);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, template_buttons);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, placeholder_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, template_error_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, template_preview_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, preview_label);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_install_action (widget_class, "template.insert", "s", insert_activated);
  gtk_widget_class_install_action (widget_class, "template.reset", NULL, reset_activated);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
winerror_preferences_init (WinerrorPreferences *self)
{
  g_autoptr (GtkStringList) formats = NULL;
  g_autoptr (GMenuModel) placeholders = new_placeholder_menu ();
  g_autofree char *placeholders_name = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->placeholder_button, placeholders);
  placeholders_name = strip_mnemonic (gtk_menu_button_get_label (self->placeholder_button));
  winerror_menus_set_name (gtk_menu_button_get_popover (self->placeholder_button),
                           placeholders_name);
  name_check_button (self->advice_button);
  name_check_button (self->notes_button);
  name_check_button (self->clipboard_button);

  formats = gtk_string_list_new (NULL);
  for (guint i = 0; i < WINERROR_N_FORMATS; i++)
    gtk_string_list_append (formats, winerror_format_get_title (i));
  gtk_drop_down_set_model (self->format_drop_down, G_LIST_MODEL (formats));
}

static void
show_setting (WinerrorPreferences *self, GtkDropDown *drop_down, const char *key)
{
  gtk_drop_down_set_selected (drop_down, (guint) g_settings_get_enum (self->settings, key));
  name_drop_down (self, drop_down);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  winerror_lock_bind (self->settings, key, GTK_WIDGET (drop_down));
}

static void
bind_check_button (WinerrorPreferences *self, GtkCheckButton *button, const char *key)
{
  g_settings_bind (self->settings, key, button, "active",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  winerror_lock_bind (self->settings, key, GTK_WIDGET (button));
}

static void
lock_template (WinerrorPreferences *self)
{
  g_settings_bind_writable (self->settings, "template", self->template_buttons, "sensitive", FALSE);
  winerror_lock_bind (self->settings, "template", self->template_scroller);
}

static void
settings_changed_cb (WinerrorPreferences *self)
{
  show_preview (self, self->preview_label, NULL);
}

/**
 * winerror_preferences_show:
 * @parent: the window
 * @settings: the settings
 * @entry: the entry that the preview shows
 * @language: the language in which descriptions are shown
 * @tables: (nullable): what adds to the built-in tables
 * @page: the page that is shown first: general or tables
 *
 * Lets the user change the settings.
 */
void
winerror_preferences_show (GtkWindow *parent,
                           GSettings *settings,
                           WinerrorEntry *entry,
                           WinerrorLanguage *language,
                           WinerrorOwnTables *tables,
                           const char *page)
{
  WinerrorPreferences *self;
  GtkTextBuffer *buffer;
  GtkEventController *focus;
  g_autofree char *template_text = NULL;

  self = g_object_new (WINERROR_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->settings = g_object_ref (settings);
  self->entry = g_object_ref (entry);
  self->language = winerror_language_ref (language);
  if (tables != NULL)
    self->tables = g_object_ref (tables);
  gtk_stack_set_visible_child_name (self->stack, page);

  show_setting (self, self->format_drop_down, "format");
  show_setting (self, self->language_drop_down, "ticket-language");
  show_setting (self, self->enter_drop_down, "enter");
  bind_check_button (self, self->advice_button, "ticket-advice");
  bind_check_button (self, self->notes_button, "ticket-notes");
  g_settings_bind (settings, "ticket-lines", self->lines_button, "value",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  winerror_lock_bind (settings, "ticket-lines", GTK_WIDGET (self->lines_button));
  bind_check_button (self, self->clipboard_button, "start-with-clipboard");

  buffer = gtk_text_view_get_buffer (self->template_view);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  template_text = g_settings_get_string (settings, "template");
  gtk_text_buffer_set_text (buffer, template_text, -1);
  show_preview (self, self->template_preview_label, template_text);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (template_changed_cb), self, 0);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (template_left_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->template_view), focus);
  lock_template (self);

  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  settings_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}
