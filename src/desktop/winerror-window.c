// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-private.h"

#include "winerror-menus.h"
#include "winerror-settings.h"
#include "winerror-template.h"
#include "winerror-text.h"

#include <string.h>

/* How much of a query is in the title of the window, in characters. */
#define MAX_TITLE 60

G_DEFINE_FINAL_TYPE (WinerrorWindow, winerror_window, GTK_TYPE_APPLICATION_WINDOW)

/* The answer */

static const char *
get_query (WinerrorWindow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* Whether anything but blanks stands in the search entry. */
static gboolean
is_asked (WinerrorWindow *self)
{
  return !winerror_text_is_blank (get_query (self));
}

static gboolean
prepare_idle (gpointer data)
{
  WinerrorWindow *self = data;

  if (winerror_search_prepare (self->search, is_asked (self)))
    return G_SOURCE_CONTINUE;
  self->preparation = 0;
  return G_SOURCE_REMOVE;
}

/* Reads when there is nothing else to do, one language a turn, what the next key stroke would have
 * to wait for: the user's languages, and the others once something is typed. */
static void
prepare_search (WinerrorWindow *self)
{
  if (self->search != NULL && self->preparation == 0)
    self->preparation = g_idle_add_full (G_PRIORITY_LOW, prepare_idle, self, NULL);
}

static WinerrorAnswer *
search (WinerrorWindow *self)
{
  g_auto (GStrv) pinned = NULL;
  g_auto (GStrv) recent = NULL;

  if (is_asked (self))
    {
      prepare_search (self);
      return winerror_search_run (self->search, get_query (self));
    }

  pinned = winerror_settings_dup_pinned (self->settings);
  recent = winerror_settings_dup_recent (self->settings);
  return winerror_search_list (self->search, (const char *const *) pinned,
                               (const char *const *) recent);
}

/* What the window is about is its title, as far as a list of windows has room for it. */
static void
update_title (WinerrorWindow *self)
{
  const char *log = self->open_log != NULL ? winerror_open_log_get_name (self->open_log) : NULL;
  g_autofree char *start = g_utf8_substring (get_query (self), 0,
                                             MIN (g_utf8_strlen (get_query (self), -1), MAX_TITLE));
  g_autofree char *subject = is_asked (self) ? winerror_text_clean (start) : g_strdup (log);
  g_autofree char *title = subject != NULL ? g_strdup_printf ("%s – Winerror", subject)
                                           : g_strdup ("Winerror");

  gtk_window_set_title (GTK_WINDOW (self), title);
}

/**
 * winerror_window_update_answer:
 * @self: a window
 *
 * Answers what stands in the search entry, and shows the best result.
 */
void
winerror_window_update_answer (WinerrorWindow *self)
{
  g_autoptr (WinerrorAnswer) answer = NULL;

  if (self->search == NULL)
    return;

  /* a paste is taken for what was typed; a file goes on being read while something is looked up */
  if (self->pasted != NULL)
    winerror_open_log_cancel (self->open_log);
  self->asked_meanwhile = is_asked (self);
  update_title (self);
  /* a log stays until it is closed; queries come between */
  if (!is_asked (self) && winerror_open_log_get_report (self->open_log) != NULL)
    {
      winerror_window_show_log (self);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->log_bar), FALSE);
  if (winerror_window_read_lines (self, get_query (self)))
    return;
  answer = search (self);
  winerror_result_list_show_answer (self->result_list, answer, FALSE);
}

/**
 * winerror_window_refresh_answer:
 * @self: a window
 *
 * Answers again what stands in the search entry, now that there are other tables. The selection and
 * the position of the list stay, and so do the lines of a log.
 */
void
winerror_window_refresh_answer (WinerrorWindow *self)
{
  g_autoptr (WinerrorAnswer) answer = NULL;

  if (winerror_result_selection_get_answer (winerror_window_get_selection (self)) == NULL)
    return;
  answer = search (self);
  winerror_result_list_show_answer (self->result_list, answer, TRUE);
}

/* Shows the current entry in the detail panel. */
static void
show_entry (WinerrorWindow *self)
{
  static const char *const actions[] = { "win.copy", "win.copy-as", "win.copy-value", "win.pin",
                                         "win.edit-note" };
  WinerrorResultSelection *selection = winerror_result_list_get_selection (self->result_list);
  WinerrorEntry *entry = winerror_result_selection_get_current_entry (selection);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], entry != NULL);
  winerror_detail_panel_show (self->detail_panel, entry,
                              winerror_result_selection_get_answer (selection),
                              self->shown_language);
  winerror_window_show_places (self);
}

/* Descriptions are shown in the language that is chosen in the settings. */
static void
update_language (WinerrorWindow *self)
{
  g_clear_pointer (&self->shown_language, winerror_language_unref);
  self->shown_language = winerror_settings_get_language (self->settings, self->language);
  winerror_result_selection_set_shown_language (winerror_window_get_selection (self),
                                                self->shown_language != self->language
                                                    ? self->shown_language
                                                    : NULL);
}

static void
language_changed_cb (WinerrorWindow *self)
{
  update_language (self);
  show_entry (self);
}

/* The list and the menus */

static gboolean
leave_list_cb (WinerrorResultList *list, GtkDirectionType direction, gpointer data)
{
  WinerrorWindow *self = data;

  if (direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_child_focus (GTK_WIDGET (self->detail_panel), GTK_DIR_TAB_FORWARD);
  winerror_window_focus_search (self);
  return TRUE;
}

/* The focus goes back to where something is typed: on the button, the next key would open the menu
 * again. */
static gboolean
menu_closed_cb (gpointer data)
{
  WinerrorWindow *self = data;
  GtkWidget *const buttons[] = { GTK_WIDGET (self->menu_button), GTK_WIDGET (self->format_button) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_left = focus == NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    is_left |= focus == buttons[i] || (focus != NULL && gtk_widget_is_ancestor (focus, buttons[i]));
  if (is_left)
    winerror_window_focus_search (self);
  return G_SOURCE_REMOVE;
}

/* What the menu of a button is called, and where the focus goes from it. */
static void
prepare_menu (GtkMenuButton *button, gpointer data)
{
  GtkPopover *menu = gtk_menu_button_get_popover (button);

  winerror_menus_set_name (menu, gtk_widget_get_tooltip_text (GTK_WIDGET (button)));
  winerror_menus_connect_closed (menu, menu_closed_cb, G_OBJECT (data));
}

/* The first frame */

static gboolean
complete_idle (gpointer data)
{
  WinerrorWindow *self = data;

  if (self->detail_panel != NULL)
    {
      winerror_detail_panel_set_ready (self->detail_panel);
      prepare_search (self);
      winerror_window_start_tables (self);
    }
  return G_SOURCE_REMOVE;
}

/* The first frame is painted: now the detail panel. */
static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, data);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, complete_idle, g_object_ref (data), g_object_unref);
}

static void
map_cb (GtkWidget *widget, gpointer data)
{
  g_signal_handlers_disconnect_by_func (widget, map_cb, data);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (after_paint_cb), data, 0);
}

static void
surface_layout_cb (GdkSurface *surface, int width, int height, gpointer data)
{
  if (WINERROR_WINDOW (data)->sizes != NULL)
    winerror_sizes_arrange (WINERROR_WINDOW (data)->sizes, width, height);
  /* where the window is narrow, what is typed needs the room */
  gtk_widget_set_visible (GTK_WIDGET (WINERROR_WINDOW (data)->copy_box),
                          gtk_orientable_get_orientation (GTK_ORIENTABLE (
                              WINERROR_WINDOW (data)->paned)) == GTK_ORIENTATION_HORIZONTAL);
}

static void
winerror_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (winerror_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (surface_layout_cb), widget, 0);
}

static gboolean
winerror_window_close_request (GtkWindow *window)
{
  WinerrorWindow *self = WINERROR_WINDOW (window);

  winerror_sizes_save (self->sizes);
  if (winerror_window_save_note (self))
    return TRUE;

  return GTK_WINDOW_CLASS (winerror_window_parent_class)->close_request (window);
}

static void
winerror_window_dispose (GObject *object)
{
  WinerrorWindow *self = WINERROR_WINDOW (object);

  /* these follow the settings, which outlive the window */
  g_action_map_remove_action (G_ACTION_MAP (self), "ticket-language");
  g_action_map_remove_action (G_ACTION_MAP (self), "description-language");
  g_action_map_remove_action (G_ACTION_MAP (self), "log-order");
  g_action_map_remove_action (G_ACTION_MAP (self), "compact");
  if (self->open_log != NULL)
    winerror_open_log_cancel (self->open_log);
  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  g_clear_pointer (&self->pasted, g_free);
  g_clear_pointer (&self->sizes, winerror_sizes_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_WINDOW);
  g_clear_pointer (&self->history, winerror_history_free);
  g_clear_object (&self->open_log);
  g_clear_handle_id (&self->preparation, g_source_remove);
  winerror_window_stop_tables (self);
  g_clear_pointer (&self->search, winerror_search_free);
  g_clear_pointer (&self->language, winerror_language_unref);
  g_clear_pointer (&self->shown_language, winerror_language_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (winerror_window_parent_class)->dispose (object);
}

static void
winerror_window_class_init (WinerrorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_window_dispose;
  widget_class->realize = winerror_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = winerror_window_close_request;

  g_type_ensure (WINERROR_TYPE_DETAIL_PANEL);
  g_type_ensure (WINERROR_TYPE_LOG_BAR);
  g_type_ensure (WINERROR_TYPE_NOTICE);
  g_type_ensure (WINERROR_TYPE_RESULT_LIST);
  winerror_template_set (widget_class, "/io/github/winerror/Winerror/window.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, copy_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, format_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, window_stack);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, log_bar);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, result_list);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, detail_panel);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, failure_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, notice);
  winerror_window_install_actions (widget_class);
}

static void
winerror_window_init (WinerrorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->history = winerror_history_new ();
  g_signal_connect_object (winerror_result_list_get_selection (self->result_list),
                           "notify::current-entry", G_CALLBACK (show_entry), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->result_list, "leave", G_CALLBACK (leave_list_cb), self, 0);
  winerror_menus_attach_formats (self->format_button);
  prepare_menu (self->menu_button, self);
  g_signal_connect_object (self, "map", G_CALLBACK (map_cb), self, 0);
}

/**
 * winerror_window_new:
 * @application: the application
 * @settings: its settings
 * @catalog: (nullable): the entries
 * @error: (nullable): why there is no catalog
 *
 * Returns: (transfer none): a window, not shown yet; without a catalog it shows nothing but @error
 */
WinerrorWindow *
winerror_window_new (GtkApplication *application,
                     GSettings *settings,
                     WinerrorCatalog *catalog,
                     const GError *error)
{
  WinerrorWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail ((catalog == NULL) == (error != NULL), NULL);

  self = g_object_new (WINERROR_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  self->language = winerror_language_new_user ();
  update_language (self);
  winerror_detail_panel_connect (self->detail_panel, settings, catalog);
  g_settings_bind (settings, "has-copied", self->hint_label, "visible",
                   G_SETTINGS_BIND_GET | G_SETTINGS_BIND_INVERT_BOOLEAN);
  g_signal_connect_object (settings, "changed::description-language",
                           G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  if (catalog != NULL)
    {
      self->search = winerror_search_new (catalog, self->language);
      self->open_log = winerror_open_log_new (catalog);
      winerror_window_connect_log (self);
    }
  winerror_window_connect_actions (self);
  if (catalog != NULL)
    {
      winerror_window_update_answer (self);
      g_signal_connect_object (self->search_entry, "changed",
                               G_CALLBACK (winerror_window_update_answer), self, G_CONNECT_SWAPPED);
    }
  else
    {
      gtk_label_set_text (self->failure_label, error->message);
      gtk_stack_set_visible_child_name (self->window_stack, "failure");
      gtk_widget_set_sensitive (GTK_WIDGET (self->search_entry), FALSE);
      show_entry (self);
    }
  self->sizes = winerror_sizes_new (settings, GTK_WINDOW (self), self->paned);
  winerror_window_focus_search (self);
  return self;
}

/**
 * winerror_window_set_query:
 * @self: a window
 * @query: what to search for; anything, made valid UTF-8 where it is not
 *
 * Searches for something as if it had been typed; several lines are read as a log.
 */
void
winerror_window_set_query (WinerrorWindow *self, const char *query)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (WINERROR_IS_WINDOW (self));
  g_return_if_fail (query != NULL);

  valid = g_utf8_make_valid (query, -1);
  if (!winerror_window_read_lines (self, valid))
    {
      if (self->open_log != NULL)
        winerror_open_log_cancel (self->open_log);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), valid);
    }
  winerror_window_focus_search (self);
}

/**
 * winerror_window_read_logs:
 * @self: a window
 * @files: (array length=n_files): logs
 * @n_files: how many
 *
 * Reads logs, and shows the codes that they carry. What is in the search entry goes then; where
 * none of the logs can be read, or the reading is cancelled, everything stays.
 */
void
winerror_window_read_logs (WinerrorWindow *self, GFile *const *files, guint n_files)
{
  g_return_if_fail (WINERROR_IS_WINDOW (self));
  g_return_if_fail (n_files == 0 || files != NULL);

  g_clear_pointer (&self->pasted, g_free);
  self->asked_meanwhile = FALSE;
  if (self->open_log != NULL)
    winerror_open_log_read (self->open_log, files, n_files);
}

/**
 * winerror_window_focus_search:
 * @self: a window
 *
 * Puts the cursor after what stands in the search entry.
 */
void
winerror_window_focus_search (WinerrorWindow *self)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (delegate));
  gtk_editable_set_position (delegate, -1);
}

/**
 * winerror_window_get_catalog:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what it searches; %NULL where it could not be loaded
 */
WinerrorCatalog *
winerror_window_get_catalog (WinerrorWindow *self)
{
  g_return_val_if_fail (WINERROR_IS_WINDOW (self), NULL);

  return self->search != NULL ? winerror_search_get_catalog (self->search) : NULL;
}

/**
 * winerror_window_get_selection:
 * @self: a window
 *
 * Returns: (transfer none): what of the results is selected
 */
WinerrorResultSelection *
winerror_window_get_selection (WinerrorWindow *self)
{
  return winerror_result_list_get_selection (self->result_list);
}

/**
 * winerror_window_get_current_entry:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the entry that is shown
 */
WinerrorEntry *
winerror_window_get_current_entry (WinerrorWindow *self)
{
  return winerror_result_selection_get_current_entry (winerror_window_get_selection (self));
}

/**
 * winerror_window_say:
 * @self: a window
 * @text: what has been done
 *
 * Says something in a notice and in the line of status.
 */
void
winerror_window_say (WinerrorWindow *self, const char *text)
{
  winerror_notice_show (self->notice, text);
  winerror_result_list_say (self->result_list, text);
}

/**
 * winerror_window_say_fault:
 * @self: a window
 * @text: what went wrong
 *
 * Says why something could not be done, in a notice and in the line of status, where it stays when
 * the notice goes.
 */
void
winerror_window_say_fault (WinerrorWindow *self, const char *text)
{
  winerror_notice_show_fault (self->notice, text);
  winerror_result_list_say (self->result_list, text);
}

/**
 * winerror_window_open_menu:
 * @self: a window
 *
 * Opens the main menu.
 */
void
winerror_window_open_menu (WinerrorWindow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

/**
 * winerror_window_close_menu:
 * @self: a window
 *
 * Closes the menu that is open.
 *
 * Returns: whether one was open
 */
gboolean
winerror_window_close_menu (WinerrorWindow *self)
{
  GtkMenuButton *const buttons[] = { self->menu_button, self->format_button };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkPopover *popover = gtk_menu_button_get_popover (buttons[i]);

      if (popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
        {
          gtk_popover_popdown (popover);
          return TRUE;
        }
    }
  return winerror_result_list_close_menu (self->result_list);
}

/**
 * winerror_window_begin_paste:
 * @self: a window
 *
 * Ends the reading of the clipboard that may be going on.
 *
 * Returns: (transfer none): what ends the next one
 */
GCancellable *
winerror_window_begin_paste (WinerrorWindow *self)
{
  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  self->pasting = g_cancellable_new ();
  return self->pasting;
}
