// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-preferences.h"

#include "winerror-settings.h"

#include "winerror-ticket-template.h"
#include "winerror-ticket.h"

#include <glib/gi18n.h>

#define WINERROR_TYPE_PREFERENCES (winerror_preferences_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorPreferences, winerror_preferences, WINERROR, PREFERENCES, GtkWindow)

/**
 * WinerrorPreferences:
 *
 * The window in which the settings are changed. They apply at once.
 */
struct _WinerrorPreferences
{
  GtkWindow parent_instance;

  GtkDropDown *format_drop_down;
  GtkDropDown *language_drop_down;
  GtkDropDown *enter_drop_down;
  GtkCheckButton *advice_button;
  GtkCheckButton *clipboard_button;
  GtkTextView *template_view;
  GtkLabel *template_error_label;
  GtkLabel *preview_label;

  GSettings *settings;
  WinerrorEntry *entry; /* what the preview shows */
  WinerrorLanguage *language;
};

G_DEFINE_FINAL_TYPE (WinerrorPreferences, winerror_preferences, GTK_TYPE_WINDOW)

static void
update_preview (WinerrorPreferences *self)
{
  g_autofree char *text = NULL;
  g_auto (WinerrorTicketOptions) options = { 0 };

  winerror_settings_get_ticket_options (self->settings, self->language, &options);
  options.query = g_strdup (winerror_entry_get_symbol (self->entry));
  text = winerror_ticket_write (&self->entry, 1, &options);
  gtk_label_set_text (self->preview_label, g_strchomp (text));
}

/* A template that cannot be filled in is not kept: the last good one stays. */
static void
template_changed_cb (GtkTextBuffer *buffer, WinerrorPreferences *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean good;

  g_object_get (buffer, "text", &text, NULL);
  good = winerror_ticket_template_check (text, &error);
  gtk_label_set_text (self->template_error_label, good ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->template_error_label), !good);
  if (good)
    g_settings_set_string (self->settings, "template", text);
}

/* Whoever edits the template wants to see it. */
static void
template_focused_cb (GtkEventControllerFocus *controller, WinerrorPreferences *self)
{
  gtk_drop_down_set_selected (self->format_drop_down, WINERROR_FORMAT_TEMPLATE);
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, WinerrorPreferences *self)
{
  const char *key = drop_down == self->format_drop_down     ? "format"
                    : drop_down == self->language_drop_down ? "ticket-language"
                                                            : "enter";

  g_settings_set_enum (self->settings, key, (int) gtk_drop_down_get_selected (drop_down));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
winerror_preferences_dispose (GObject *object)
{
  WinerrorPreferences *self = WINERROR_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_PREFERENCES);
  g_clear_object (&self->settings);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->language, winerror_language_unref);

  G_OBJECT_CLASS (winerror_preferences_parent_class)->dispose (object);
}

static void
winerror_preferences_class_init (WinerrorPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/winerror/Winerror/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, format_drop_down);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, language_drop_down);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, enter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, advice_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, clipboard_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, template_view);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, template_error_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorPreferences, preview_label);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
winerror_preferences_init (WinerrorPreferences *self)
{
  g_autoptr (GtkStringList) formats = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  formats = gtk_string_list_new (NULL);
  for (guint i = 0; i < WINERROR_N_FORMATS; i++)
    gtk_string_list_append (formats, winerror_format_get_title (i));
  gtk_drop_down_set_model (self->format_drop_down, G_LIST_MODEL (formats));
}

static void
show_setting (WinerrorPreferences *self, GtkDropDown *drop_down, const char *key)
{
  gtk_drop_down_set_selected (drop_down, (guint) g_settings_get_enum (self->settings, key));
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
}

/**
 * winerror_preferences_show:
 * @parent: the window
 * @settings: the settings
 * @entry: the entry that the preview shows
 * @language: the language in which descriptions are shown
 *
 * Lets the user change the settings.
 */
void
winerror_preferences_show (GtkWindow *parent,
                           GSettings *settings,
                           WinerrorEntry *entry,
                           WinerrorLanguage *language)
{
  WinerrorPreferences *self;
  GtkTextBuffer *buffer;
  GtkEventController *focus;
  g_autofree char *template_text = NULL;

  self = g_object_new (WINERROR_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->settings = g_object_ref (settings);
  self->entry = g_object_ref (entry);
  self->language = winerror_language_ref (language);

  show_setting (self, self->format_drop_down, "format");
  show_setting (self, self->language_drop_down, "ticket-language");
  show_setting (self, self->enter_drop_down, "enter");
  g_settings_bind (settings, "ticket-advice", self->advice_button, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "start-with-clipboard", self->clipboard_button, "active",
                   G_SETTINGS_BIND_DEFAULT);

  buffer = gtk_text_view_get_buffer (self->template_view);
  template_text = g_settings_get_string (settings, "template");
  gtk_text_buffer_set_text (buffer, template_text, -1);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (template_changed_cb), self, 0);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "enter", G_CALLBACK (template_focused_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->template_view), focus);

  g_signal_connect_object (settings, "changed", G_CALLBACK (update_preview), self,
                           G_CONNECT_SWAPPED);
  update_preview (self);
  gtk_window_present (GTK_WINDOW (self));
}
