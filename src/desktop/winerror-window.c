// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-private.h"

#include "winerror-settings.h"
#include "winerror-text.h"

#include <glib/gi18n.h>

/* How long a notice stays, and how long one that tells of a fault; in seconds. */
#define NOTICE_SECONDS 2
#define FAULT_SECONDS  8

/* Below this width, in pixels, the detail panel stands under the list. */
#define NARROW_WIDTH 620

/**
 * WinerrorWindow:
 *
 * The one window: a search entry, the list of results, and the detail panel that the current entry
 * drives.
 */
G_DEFINE_FINAL_TYPE (WinerrorWindow, winerror_window, GTK_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_CURRENT_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_optional_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
update_status (WinerrorWindow *self, WinerrorAnswer *answer)
{
  guint n = winerror_answer_get_n_hits (answer);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("No entry matches"));
  else if (winerror_answer_get_query (answer)[0] == '\0')
    text = g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
  else if (!winerror_answer_is_complete (answer))
    text = g_strdup_printf (
        ngettext ("%u entry has some of the words", "%u entries have some of the words", n), n);
  else
    text = g_strdup_printf (ngettext ("%u entry matches", "%u entries match", n), n);
  gtk_label_set_text (self->status_label, text);
}

/* Whether anything but blanks stands in the search entry. */
static gboolean
is_asked (WinerrorWindow *self)
{
  return !winerror_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
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
  g_autoptr (GArray) pinned = NULL;
  g_autoptr (GArray) recent = NULL;

  if (is_asked (self))
    {
      prepare_search (self);
      return winerror_search_run (self->search,
                                  gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
    }

  pinned = winerror_settings_get_codes (self->settings, "pinned");
  recent = winerror_settings_get_codes (self->settings, "recent");
  return winerror_search_list (self->search, pinned, recent);
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
  gboolean found;
  const char *note;

  if (self->search == NULL)
    return;

  winerror_window_cancel_log (self);
  winerror_window_complete_paste (self);
  if (winerror_window_show_pasted_log (self,
                                       gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    return;

  /* a log stays until it is closed; queries come between */
  if (!is_asked (self) && winerror_window_show_log (self))
    return;

  answer = search (self);
  found = winerror_answer_get_n_hits (answer) > 0;
  note = winerror_answer_get_note (answer);
  winerror_detail_panel_set_answer (self->detail_panel, answer);
  winerror_window_limit_list (self);
  winerror_results_set_answer (self->results, answer);
  gtk_stack_set_visible_child_name (self->list_stack, found ? "list" : "nothing");
  set_optional_text (self->note_label, found ? note : NULL);
  gtk_label_set_text (self->nothing_label,
                      note != NULL ? note : _ ("Try other words, or fewer of them."));
  update_status (self, answer);
  winerror_window_select (self, 0, TRUE);
}

/**
 * winerror_window_set_current:
 * @self: a window
 * @position: position of a result; where there is none, no entry is shown
 *
 * Shows another entry in the detail panel.
 */
void
winerror_window_set_current (WinerrorWindow *self, guint position)
{
  g_autoptr (WinerrorResult)
      result = g_list_model_get_item (G_LIST_MODEL (self->results), position);
  WinerrorEntry *entry = result != NULL ? winerror_result_get_entry (result) : NULL;

  self->current = result != NULL ? position : GTK_INVALID_LIST_POSITION;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-as", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-value", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.pin", entry != NULL);
  if (g_set_object (&self->current_entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_ENTRY]);
  /* the same entry may match in other places now */
  winerror_detail_panel_set_entry (self->detail_panel, entry);
}

static gboolean
hide_notice (gpointer data)
{
  WinerrorWindow *self = data;

  self->notice_timeout = 0;
  gtk_revealer_set_reveal_child (self->notice_revealer, FALSE);
  return G_SOURCE_REMOVE;
}

static void
show_notice (WinerrorWindow *self, const char *text, guint seconds)
{
  g_clear_handle_id (&self->notice_timeout, g_source_remove);
  gtk_label_set_text (self->notice_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notice_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_revealer_set_reveal_child (self->notice_revealer, TRUE);
  self->notice_timeout = g_timeout_add_seconds (seconds, hide_notice, self);
}

/**
 * winerror_window_show_notice:
 * @self: a window
 * @text: what there is to say
 *
 * Says something for two seconds, to screen readers too.
 */
void
winerror_window_show_notice (WinerrorWindow *self, const char *text)
{
  show_notice (self, text, NOTICE_SECONDS);
}

/**
 * winerror_window_show_fault:
 * @self: a window
 * @text: what went wrong
 *
 * Says why something could not be done, for as long as it takes to read it.
 */
void
winerror_window_show_fault (WinerrorWindow *self, const char *text)
{
  show_notice (self, text, FAULT_SECONDS);
}

/**
 * winerror_window_get_ticket_options:
 * @self: a window
 * @options: (out): how ticket texts are to be, as the user prefers; the query is that of the
 *   search entry
 */
void
winerror_window_get_ticket_options (WinerrorWindow *self, WinerrorTicketOptions *options)
{
  winerror_settings_get_ticket_options (self->settings, self->shown_language, options);
  options->query = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/**
 * winerror_window_note_look_up:
 * @self: a window
 * @entries: (element-type WinerrorEntry): entries that were copied or opened
 *
 * Keeps entries among the recent ones; the list shows them when the search entry is next empty.
 */
void
winerror_window_note_look_up (WinerrorWindow *self, GPtrArray *entries)
{
  for (guint i = MIN (entries->len, WINERROR_SETTINGS_MAX_RECENT); i > 0; i--)
    winerror_settings_add_recent (self->settings,
                                  winerror_entry_get_code (g_ptr_array_index (entries, i - 1)));
}

/**
 * winerror_window_update_language:
 * @self: a window
 *
 * Shows descriptions in the language that is chosen in the settings.
 */
void
winerror_window_update_language (WinerrorWindow *self)
{
  g_clear_pointer (&self->shown_language, winerror_language_unref);
  self->shown_language = winerror_settings_get_language (self->settings, self->language);
  winerror_detail_panel_set_language (self->detail_panel, self->shown_language);
}

/**
 * winerror_window_focus_search:
 * @self: a window
 *
 * Puts the cursor behind what stands in the search entry.
 */
void
winerror_window_focus_search (WinerrorWindow *self)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (delegate));
  gtk_editable_set_position (delegate, -1);
}

static gboolean
complete_idle (gpointer data)
{
  WinerrorWindow *self = data;

  if (self->detail_panel != NULL)
    {
      winerror_detail_panel_set_ready (self->detail_panel);
      prepare_search (self);
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

/* The detail panel goes below the list where the window is narrow. */
static void
surface_layout_cb (GdkSurface *surface, int width, int height, gpointer data)
{
  WinerrorWindow *self = data;
  GtkOrientation orientation = width < NARROW_WIDTH ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL;

  winerror_window_fill_list (self);
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == orientation)
    return;
  /* the list has been squeezed by now: its width is no wish of the user's */
  gtk_paned_set_position (self->paned,
                          orientation == GTK_ORIENTATION_VERTICAL ? height * 2 / 5 : width / 2);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), orientation);
}

static void
winerror_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (winerror_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (surface_layout_cb), widget, 0);
}

static void
save_sizes (WinerrorWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_HORIZONTAL)
    g_settings_set_int (self->settings, "list-width", gtk_paned_get_position (self->paned));
  g_settings_sync ();
}

static gboolean
winerror_window_close_request (GtkWindow *window)
{
  save_sizes (WINERROR_WINDOW (window));

  return GTK_WINDOW_CLASS (winerror_window_parent_class)->close_request (window);
}

static void
restore_sizes (WinerrorWindow *self)
{
  int width;
  int height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (width, 360), MAX (height, 420));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_paned_set_position (self->paned, g_settings_get_int (self->settings, "list-width"));
}

static void
winerror_window_dispose (GObject *object)
{
  WinerrorWindow *self = WINERROR_WINDOW (object);

  g_clear_handle_id (&self->notice_timeout, g_source_remove);
  /* these follow the settings, which outlive the window */
  g_action_map_remove_action (G_ACTION_MAP (self), "ticket-language");
  g_action_map_remove_action (G_ACTION_MAP (self), "description-language");
  winerror_window_cancel_log (self);
  winerror_window_forget_log (self);
  winerror_window_dispose_list (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->results);
  g_clear_object (&self->current_entry);
  g_clear_handle_id (&self->preparation, g_source_remove);
  g_clear_pointer (&self->search, winerror_search_free);
  g_clear_pointer (&self->language, winerror_language_unref);
  g_clear_pointer (&self->shown_language, winerror_language_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (winerror_window_parent_class)->dispose (object);
}

static void
winerror_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CURRENT_ENTRY:
      g_value_set_object (value, WINERROR_WINDOW (object)->current_entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
winerror_window_class_init (WinerrorWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = winerror_window_dispose;
  object_class->get_property = winerror_window_get_property;
  widget_class->realize = winerror_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = winerror_window_close_request;

  properties[PROP_CURRENT_ENTRY] = g_param_spec_object ("current-entry", NULL, NULL,
                                                        WINERROR_TYPE_ENTRY,
                                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                            G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WINERROR_TYPE_DETAIL_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/winerror/Winerror/window.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, format_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, window_stack);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, note_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, list_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, list_stack);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, status_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, detail_panel);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, failure_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, WinerrorWindow, notice_label);
  winerror_window_init_actions (klass);
}

static void
winerror_window_init (WinerrorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->current = GTK_INVALID_LIST_POSITION;
  self->results = winerror_results_new ();
  g_object_bind_property (self, "current-entry", self->detail_panel, "entry",
                          G_BINDING_SYNC_CREATE);
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
  winerror_window_add_actions (self);
  winerror_window_init_list (self);
  winerror_window_update_language (self);
  if (catalog != NULL)
    {
      self->search = winerror_search_new (catalog, self->language);
      winerror_window_update_answer (self);
      winerror_window_accept_drops (self);
      g_signal_connect_object (self->search_entry, "changed",
                               G_CALLBACK (winerror_window_update_answer), self, G_CONNECT_SWAPPED);
    }
  else
    {
      gtk_label_set_text (self->failure_label, error->message);
      gtk_stack_set_visible_child_name (self->window_stack, "failure");
      gtk_widget_set_sensitive (GTK_WIDGET (self->search_entry), FALSE);
      winerror_window_set_current (self, GTK_INVALID_LIST_POSITION);
    }
  g_signal_connect_object (self, "map", G_CALLBACK (map_cb), self, 0);
  restore_sizes (self);
  winerror_window_focus_search (self);
  return self;
}

/**
 * winerror_window_set_query:
 * @self: a window
 * @query: what to search for; anything, made valid UTF-8 where it is not
 *
 * Searches for something as if it had been typed.
 */
void
winerror_window_set_query (WinerrorWindow *self, const char *query)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (WINERROR_IS_WINDOW (self));
  g_return_if_fail (query != NULL);

  valid = g_utf8_make_valid (query, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), valid);
  winerror_window_focus_search (self);
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
