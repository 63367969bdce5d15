// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-copy-actions.h"

#include "winerror-clipboard.h"
#include "winerror-gettext.h"
#include "winerror-log-evidence.h"
#include "winerror-menus.h"
#include "winerror-settings.h"
#include "winerror-text.h"
#include "winerror-ticket-template.h"

/* Copying and dragging. */

/* What the log that is shown says of entries; NULL where none is shown. */
static GPtrArray *
dup_evidence (WinerrorViewer *self, GPtrArray *entries)
{
  WinerrorResultSelection *selection = winerror_viewer_get_selection (self);
  WinerrorLogReport *report = winerror_result_selection_get_report (selection);
  guint max_lines = (guint) g_settings_get_int (winerror_viewer_get_settings (self),
                                                "ticket-lines");
  g_autoptr (GArray) codes = NULL;
  GPtrArray *evidence;

  if (report == NULL)
    return NULL;
  codes = winerror_result_selection_find_codes (selection, entries);
  evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_ticket_evidence_free);
  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (evidence, winerror_log_evidence_new (report, g_array_index (codes, guint, i),
                                                          max_lines));
  return evidence;
}

/* Why the template cannot be filled in that stands in the settings, where anybody may have written
 * it. NULL where it can be. */
static char *
dup_template_fault (WinerrorViewer *self)
{
  g_autofree char *template_text = g_settings_get_string (winerror_viewer_get_settings (self),
                                                          "template");
  g_autoptr (GError) error = NULL;

  if (winerror_text_is_blank (template_text))
    return g_strdup (_ ("The template is empty."));
  if (winerror_ticket_template_check (template_text, &error))
    return NULL;
  /* Translators: why a user's template is not used: character 1: expected … */
  return g_strdup_printf (_ ("The template cannot be filled in. %s"), error->message);
}

/**
 * winerror_copy_actions_get_options:
 * @viewer: a window
 * @entries: (element-type WinerrorEntry): results, in their order
 * @format: a format
 * @options: (out caller-allocates): how the user wants them to be written in it
 */
void
winerror_copy_actions_get_options (WinerrorViewer *viewer,
                                   GPtrArray *entries,
                                   WinerrorFormat format,
                                   WinerrorTicketOptions *options)
{
  winerror_settings_get_ticket_options (winerror_viewer_get_settings (viewer),
                                        winerror_viewer_get_shown_language (viewer), options);
  options->evidence = dup_evidence (viewer, entries);
  options->query = g_strdup (winerror_viewer_get_query (viewer));
  winerror_ticket_options_set_format (options, format);
}

/* Writes entries out, as the user prefers. @format becomes plain text in place of a template that
 * cannot be filled in. */
static GdkContentProvider *
create_content (WinerrorViewer *self, GPtrArray *entries, WinerrorFormat *format, char **text)
{
  g_auto (WinerrorTicketOptions) options = { 0 };

  winerror_copy_actions_get_options (self, entries, *format, &options);
  *format = options.format;
  return winerror_clipboard_new_content (entries, &options, text);
}

static WinerrorFormat
get_format (WinerrorViewer *self)
{
  return (WinerrorFormat) g_settings_get_enum (winerror_viewer_get_settings (self), "format");
}

static GdkContentProvider *
prepare_drag_cb (WinerrorResultList *list, gpointer data)
{
  WinerrorViewer *self = data;
  g_autoptr (GPtrArray)
      entries = winerror_result_selection_get_selected (winerror_viewer_get_selection (self));
  WinerrorFormat format = get_format (self);

  return create_content (self, entries, &format, NULL);
}

/* Keeps entries among the recent ones; the list shows them when the search entry is next empty. */
static void
note_look_up (WinerrorViewer *self, GPtrArray *entries)
{
  for (guint i = MIN (entries->len, WINERROR_SETTINGS_MAX_RECENT); i > 0; i--)
    winerror_settings_add_recent (winerror_viewer_get_settings (self), entries->pdata[i - 1]);
}

static void
copy_in_format (WinerrorViewer *self, WinerrorFormat format)
{
  WinerrorFormat wanted = format;
  g_autoptr (GPtrArray)
      entries = winerror_result_selection_get_selected (winerror_viewer_get_selection (self));
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *fault = NULL;

  if (entries->len == 0)
    return;

  content = create_content (self, entries, &format, &text);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  note_look_up (self, entries);
  g_settings_set_boolean (winerror_viewer_get_settings (self), "has-copied", TRUE);

  if (entries->len == 1)
    /* Translators: the name of a format: Copied as Text */
    title = g_strdup_printf (_ ("Copied as %s"), winerror_format_get_title (format));
  else
    /* Translators: a number of entries and the name of a format: 5 entries copied as Text */
    title = g_strdup_printf (ngettext ("%u entry copied as %s", "%u entries copied as %s",
                                       entries->len),
                             entries->len, winerror_format_get_title (format));
  if (format != wanted)
    fault = dup_template_fault (self);
  if (fault != NULL)
    winerror_notice_show_fault (winerror_viewer_get_notice (self), title, fault);
  else
    /* of several, the texts would say nothing that can be read in time */
    winerror_notice_show (winerror_viewer_get_notice (self), title,
                          entries->len == 1 ? g_strchomp (text) : NULL);
}

static void
copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);

  copy_in_format (self, get_format (self));
}

/* Copies in a format, which stays that of the next copies. */
static void
copy_as_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  const char *format = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < WINERROR_N_FORMATS; i++)
    if (g_str_equal (format, winerror_format_get_name (i)))
      {
        g_settings_set_enum (winerror_viewer_get_settings (self), "format", (int) i);
        copy_in_format (self, i);
      }
}

/* Copies something that the current entry says. */
static void
copy_text (WinerrorViewer *self, const char *text)
{
  WinerrorEntry *entry = winerror_viewer_get_current_entry (self);
  g_autofree char *notice = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (entry != NULL)
    winerror_settings_add_recent (winerror_viewer_get_settings (self), entry);
  /* Translators: a value, such as 0x52E */
  notice = g_strdup_printf (_ ("Copied: %s"), text);
  winerror_notice_show (winerror_viewer_get_notice (self), notice, NULL);
}

static void
copy_value_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  WinerrorEntry *entry = winerror_viewer_get_current_entry (self);
  const char *property = g_variant_get_string (parameter, NULL);
  g_autofree char *value = NULL;

  if (entry == NULL || g_object_class_find_property (G_OBJECT_GET_CLASS (entry), property) == NULL)
    return;
  if (g_str_equal (property, "description"))
    value = g_strdup (
        winerror_language_describe (winerror_viewer_get_shown_language (self), entry));
  else
    g_object_get (entry, property, &value, NULL);

  if (value != NULL)
    copy_text (self, value);
}

static void
copy_text_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_text (WINERROR_VIEWER (widget), g_variant_get_string (parameter, NULL));
}

/* A part of an entry or label that is selected is what Ctrl+C is about. */
static gboolean
has_selected_text (GtkWidget *focus)
{
  if (GTK_IS_EDITABLE (focus))
    return gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), NULL, NULL);
  if (GTK_IS_LABEL (focus))
    return gtk_label_get_selection_bounds (GTK_LABEL (focus), NULL, NULL);
  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)));
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
  WinerrorViewer *self = WINERROR_VIEWER (widget);

  if (winerror_viewer_get_current_entry (self) != NULL)
    winerror_result_list_popup_menu (winerror_viewer_get_result_list (self),
                                     winerror_menus_get_formats ());
}

/* What is dropped somewhere has been looked up. */
static void
note_dropped_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  g_autoptr (GPtrArray)
      entries = winerror_result_selection_get_selected (winerror_viewer_get_selection (self));

  note_look_up (self, entries);
}

/**
 * winerror_copy_actions_install:
 * @widget_class: the class of the window
 *
 * Installs the actions that copy, and their keys. Ctrl+C is not among them: see
 * winerror_copy_actions_connect().
 */
void
winerror_copy_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "win.copy-as", "s", copy_as_activated);
  gtk_widget_class_install_action (widget_class, "win.copy-value", "s", copy_value_activated);
  gtk_widget_class_install_action (widget_class, "win.copy-text", "s", copy_text_activated);
  gtk_widget_class_install_action (widget_class, "win.format-menu", NULL, format_menu_activated);
  gtk_widget_class_install_action (widget_class, "win.note-dropped", NULL, note_dropped_activated);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_C, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.format-menu", NULL);
}

/**
 * winerror_copy_actions_connect:
 * @viewer: a window
 * @keys: keys that are seen before the focused widget sees them
 *
 * Adds what of copying belongs to one window: what is dragged out of it, and Ctrl+C. An entry takes
 * that key even where it has nothing selected; with selected text it is left to that widget.
 */
void
winerror_copy_actions_connect (WinerrorViewer *viewer, GtkShortcutController *keys)
{
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                              gtk_callback_action_new (copy_key_cb, NULL, NULL)));
  g_signal_connect_object (winerror_viewer_get_result_list (viewer), "prepare-drag",
                           G_CALLBACK (prepare_drag_cb), viewer, 0);
}
