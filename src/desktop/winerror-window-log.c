// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-private.h"

#include "winerror-clipboard.h"
#include "winerror-encoding.h"
#include "winerror-file-chooser.h"
#include "winerror-gettext.h"
#include "winerror-link.h"
#include "winerror-text.h"

#include <string.h>

/* How long a text is at the most that is a query, in bytes: what is longer is read as a log. */
#define MAX_QUERY 4096

/* What comes into the window from elsewhere: the clipboard, links, and logs. */

/* Whether a text is to be read as a log: it has several lines, or is too long to be a question. */
static gboolean
is_log (const char *text)
{
  const char *newline = strpbrk (text, "\r\n");

  return (newline != NULL && !winerror_text_is_blank (newline)) ||
         strnlen (text, MAX_QUERY + 1) > MAX_QUERY;
}

/* The beginning of a text as a query on one line, for a text that has no code. */
static char *
dup_query (const char *text)
{
  g_autofree char *start = g_strndup (text, MAX_QUERY);
  g_autofree char *valid = g_utf8_make_valid (start, -1);

  return winerror_text_clean (valid);
}

/* Reads a text as a log. Takes @text. */
static void
read_text (WinerrorWindow *self, char *text)
{
  g_autoptr (GBytes) bytes = NULL;

  g_free (self->pasted);
  self->pasted = dup_query (text);
  self->asked_meanwhile = FALSE;
  bytes = g_bytes_new_take (text, strlen (text));
  winerror_open_log_read_text (self->open_log, bytes);
}

/**
 * winerror_window_read_lines:
 * @self: a window
 * @text: what is to be searched for
 *
 * Reads a text as a log where it has several lines or is too long to be a query. If it has no code,
 * its beginning is searched for in the end.
 *
 * Returns: whether it is read so
 */
gboolean
winerror_window_read_lines (WinerrorWindow *self, const char *text)
{
  if (self->open_log == NULL || !is_log (text))
    return FALSE;
  read_text (self, g_strdup (text));
  return TRUE;
}

/* Takes over what was on the clipboard; NULL with a message where there is nothing. */
static char *
finish_clipboard (WinerrorWindow *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = winerror_clipboard_read_text_finish (result, &error);

  if (self->search_entry == NULL || /* closed in the meantime */
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  if (text != NULL && text[0] != '\0')
    return g_steal_pointer (&text);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    winerror_window_say_fault (self, error->message);
  else
    winerror_window_say_fault (self, _ ("The clipboard has no text."));
  return NULL;
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorWindow) self = data;
  g_autofree char *text = finish_clipboard (self, result);

  if (text == NULL)
    return;
  if (self->open_log != NULL && is_log (text))
    read_text (self, g_steal_pointer (&text));
  else
    winerror_window_set_query (self, text);
}

/* What is pasted comes to stand where the cursor is; a log is read, and never gets there: the entry
 * would take seconds for it. */
static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorWindow) self = data;
  g_autofree char *text = finish_clipboard (self, result);
  GtkEditable *entry;
  int position;

  if (text == NULL)
    return;
  if (self->open_log != NULL && is_log (text))
    {
      read_text (self, g_steal_pointer (&text));
      return;
    }
  entry = GTK_EDITABLE (self->search_entry);
  gtk_editable_delete_selection (entry);
  position = gtk_editable_get_position (entry);
  gtk_editable_insert_text (entry, text, -1, &position);
  gtk_editable_set_position (entry, position);
}

static void
paste_cb (GtkText *text, gpointer data)
{
  WinerrorWindow *self = data;

  g_signal_stop_emission_by_name (text, "paste-clipboard");
  winerror_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (text)),
                                      winerror_window_begin_paste (self), pasted_cb,
                                      g_object_ref (self));
}

static void
look_up_clipboard_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_clipboard_read_text_async (gtk_widget_get_clipboard (widget),
                                      winerror_window_begin_paste (WINERROR_WINDOW (widget)),
                                      clipboard_read_cb, g_object_ref (widget));
}

/**
 * winerror_window_open_link:
 * @self: a window
 * @link: a link that another program has opened; anything
 *
 * Shows the entry of a link: see winerror_link_dup_query(). What is none is said, and changes
 * nothing.
 */
void
winerror_window_open_link (WinerrorWindow *self, const char *link)
{
  g_autofree char *query = winerror_link_dup_query (link);
  g_autofree char *message = NULL;

  if (query != NULL)
    {
      winerror_window_set_query (self, query);
      return;
    }
  message = winerror_link_dup_fault (link);
  winerror_notice_show_fault (self->notice, message);
}

/* Leaves what is nearest to the user: an open menu, the query, the log, the reading of one. */
static void
clear_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  WinerrorOpenLog *log = self->open_log;
  GtkEditable *entry = GTK_EDITABLE (self->search_entry);

  if (winerror_window_close_menu (self))
    return;
  if (gtk_editable_get_text (entry)[0] != '\0')
    gtk_editable_set_text (entry, "");
  else if (log != NULL && winerror_open_log_get_report (log) != NULL)
    winerror_open_log_close (log);
  else if (log != NULL)
    winerror_open_log_cancel (log);
  winerror_window_focus_search (self);
}

static void
read_list (WinerrorWindow *self, GPtrArray *files)
{
  if (files->len > 0)
    winerror_window_read_logs (self, (GFile *const *) files->pdata, files->len);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorWindow) self = data;
  g_autoptr (GPtrArray) files = winerror_file_chooser_open_finish (result);

  read_list (self, files);
}

static void
open_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (WINERROR_WINDOW (widget)->open_log != NULL)
    winerror_file_chooser_open_async (GTK_WINDOW (widget), _ ("Open Log"), WINERROR_FILE_KIND_LOG,
                                      chosen_cb, g_object_ref (widget));
}

static void
reload_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorOpenLog *log = WINERROR_WINDOW (widget)->open_log;

  if (log != NULL)
    winerror_open_log_reload (log);
}

static void
log_place_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  winerror_detail_panel_move_place (WINERROR_WINDOW (widget)->detail_panel,
                                    g_variant_get_int32 (parameter) < 0 ? -1 : 1);
}

/* Goes to a place of a code of the log. */
static void
log_code_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  WinerrorResultSelection *selection = winerror_window_get_selection (self);
  guint current = winerror_result_selection_get_current (selection);
  WinerrorLogReport *report = winerror_result_selection_get_report (selection);
  g_autoptr (GArray) order = NULL;
  guint code;
  guint place;

  if (report == NULL || current == GTK_INVALID_LIST_POSITION)
    return;
  g_variant_get (parameter, "(uu)", &code, &place);
  order = winerror_log_report_list (report, (WinerrorLogOrder) g_settings_get_enum (self->settings,
                                                                                    "log-order"));
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, guint, i) == code && i != current)
      {
        winerror_result_list_move (self->result_list, (int) i - (int) current);
        winerror_detail_panel_move_place (self->detail_panel, (int) place);
      }
}

static void
cancel_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorOpenLog *log = WINERROR_WINDOW (widget)->open_log;

  if (log != NULL)
    winerror_open_log_cancel (log);
}

static void
close_log_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorWindow *self = WINERROR_WINDOW (widget);
  WinerrorOpenLog *log = self->open_log;

  if (log == NULL)
    return;
  winerror_open_log_close (log);
  winerror_window_focus_search (self);
}

static void
reading_name_changed_cb (WinerrorWindow *self)
{
  const char *name = winerror_open_log_get_reading_name (self->open_log);

  if (name != NULL)
    gtk_progress_bar_set_text (self->progress_bar, name);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_box), name != NULL);
}

static void
fraction_changed_cb (WinerrorWindow *self)
{
  double fraction = winerror_open_log_get_fraction (self->open_log);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  else
    gtk_progress_bar_pulse (self->progress_bar);
}

/* A log that was read is shown in place of what was asked for. A text without codes was none: it
 * is asked for what it says. */
static void
report_changed_cb (WinerrorWindow *self)
{
  WinerrorLogReport *report = winerror_open_log_get_report (self->open_log);
  g_autofree char *pasted = g_steal_pointer (&self->pasted);

  if (report != NULL && pasted != NULL && winerror_log_report_get_n_codes (report) == 0)
    {
      winerror_open_log_close (self->open_log);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), pasted);
    }
  else if (report != NULL && self->asked_meanwhile)
    {
      /* Translators: the name of a log */
      g_autofree char *text = g_strdup_printf (_ ("%s has been read: Esc shows it"),
                                               winerror_open_log_get_name (self->open_log));

      winerror_window_say (self, text);
    }
  else if (report != NULL && gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    winerror_window_update_answer (self);
}

/* The log is shown, and not a query that has come between. */
static gboolean
shows_log (WinerrorWindow *self)
{
  WinerrorLogReport *shown = winerror_result_selection_get_report (
      winerror_window_get_selection (self));

  return shown != NULL && gtk_widget_get_visible (GTK_WIDGET (self->log_bar));
}

static void
grown_cb (WinerrorWindow *self)
{
  if (shows_log (self))
    winerror_window_show_log (self);
}

static void
encoding_chosen_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  WinerrorWindow *self = data;
  const char *const *names = winerror_encoding_list ();
  const char *name = g_variant_get_string (value, NULL);
  gsize i = 0;

  while (names[i] != NULL && !g_str_equal (names[i], name))
    i++;
  if (self->open_log != NULL)
    winerror_open_log_set_encoding (self->open_log, names[i]);
}

/**
 * winerror_window_add_encodings:
 * @self: a window
 *
 * Adds the action that chooses the encoding of the log: the name of one, or an empty one to have it
 * guessed. Its state is that of the log that is shown.
 */
void
winerror_window_add_encodings (WinerrorWindow *self)
{
  g_autoptr (GSimpleAction)
      action = g_simple_action_new_stateful ("log-encoding", G_VARIANT_TYPE_STRING,
                                             g_variant_new_string (""));

  g_signal_connect_object (action, "change-state", G_CALLBACK (encoding_chosen_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
update_encoding (WinerrorWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "log-encoding");
  const WinerrorLogFile *log = winerror_logs_get_file (winerror_open_log_get_logs (self->open_log),
                                                       0);

  /* what is pasted has none */
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), log->file != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (log->encoding != NULL ? log->encoding : ""));
}

/**
 * winerror_window_show_log:
 * @self: a window whose log is open
 *
 * Shows the log.
 */
void
winerror_window_show_log (WinerrorWindow *self)
{
  update_encoding (self);
  winerror_log_bar_show (self->log_bar, self->open_log);
  gtk_widget_set_visible (GTK_WIDGET (self->log_bar), TRUE);
  winerror_result_list_show_report (
      self->result_list, winerror_open_log_get_report (self->open_log),
      (WinerrorLogOrder) g_settings_get_enum (self->settings, "log-order"),
      winerror_open_log_get_name (self->open_log));
}

/**
 * winerror_window_show_places:
 * @self: a window
 *
 * Shows where the current entry stands in the log, if it comes from there.
 */
void
winerror_window_show_places (WinerrorWindow *self)
{
  WinerrorResultSelection *selection = winerror_window_get_selection (self);
  guint code = G_MAXUINT;

  if (self->open_log != NULL && shows_log (self) &&
      winerror_result_selection_get_report (selection) ==
          winerror_open_log_get_report (self->open_log))
    code = winerror_result_selection_get_current_code (selection);
  winerror_detail_panel_show_places (self->detail_panel, code != G_MAXUINT ? self->open_log : NULL,
                                     code);
}

/**
 * winerror_window_connect_log:
 * @self: a window that has a log
 *
 * Lets the window show how the log is read, and what it carries.
 */
void
winerror_window_connect_log (WinerrorWindow *self)
{
  const GConnectFlags flags = G_CONNECT_SWAPPED;

  g_signal_connect_object (self->open_log, "notify::reading-name",
                           G_CALLBACK (reading_name_changed_cb), self, flags);
  g_signal_connect_object (self->open_log, "notify::fraction", G_CALLBACK (fraction_changed_cb),
                           self, flags);
  g_signal_connect_object (self->open_log, "notify::report", G_CALLBACK (report_changed_cb), self,
                           flags);
  g_signal_connect_object (self->open_log, "grown", G_CALLBACK (grown_cb), self, flags);
  g_signal_connect_object (self->settings, "changed::log-order", G_CALLBACK (grown_cb), self,
                           flags);
  g_signal_connect_object (self->open_log, "failed", G_CALLBACK (winerror_window_say_fault), self,
                           flags);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *item = g_value_get_boxed (value); item != NULL; item = item->next)
    g_ptr_array_add (files, item->data);
  read_list (data, files);
  return files->len > 0;
}

/**
 * winerror_window_install_log_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions by which something comes into the window, and their keys.
 */
void
winerror_window_install_log_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.look-up-clipboard", NULL,
                                   look_up_clipboard_activated);
  gtk_widget_class_install_action (widget_class, "win.open-log", NULL, open_log_activated);
  gtk_widget_class_install_action (widget_class, "win.cancel-log", NULL, cancel_log_activated);
  gtk_widget_class_install_action (widget_class, "win.close-log", NULL, close_log_activated);
  gtk_widget_class_install_action (widget_class, "win.reload-log", NULL, reload_log_activated);
  gtk_widget_class_install_action (widget_class, "win.log-place", "i", log_place_activated);
  gtk_widget_class_install_action (widget_class, "win.log-code", "(uu)", log_code_activated);
  gtk_widget_class_install_action (widget_class, "win.clear", NULL, clear_activated);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_V, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.look-up-clipboard", NULL);
  /* where the focused widget does not take text itself */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "win.look-up-clipboard", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open-log",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "win.reload-log",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "win.log-place",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_G, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.log-place", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.clear", NULL);
}

/**
 * winerror_window_accept_logs:
 * @self: a window
 *
 * Lets logs be dropped on the window, and pasted into its search entry.
 */
void
winerror_window_accept_logs (WinerrorWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry)),
                           "paste-clipboard", G_CALLBACK (paste_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
