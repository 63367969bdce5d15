// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window.h"

#include "winerror-copy-actions.h"
#include "winerror-export-actions.h"
#include "winerror-gettext.h"
#include "winerror-link.h"
#include "winerror-log-actions.h"
#include "winerror-preferences.h"
#include "winerror-query-actions.h"
#include "winerror-text.h"

/**
 * WinerrorWindow:
 *
 * The window of the program: a viewer with all that can be done in it, which shows the tables and
 * notes of the user, of shares and of the system beside the built-in ones.
 */
struct _WinerrorWindow
{
  WinerrorViewer parent_instance;

  WinerrorOwnTables *tables; /* NULL where nothing adds to the built-in ones */
  GString *reports;          /* what is about to be told of tables; NULL where nothing is */
  guint report;              /* it is */
  gboolean closing;          /* once the note is saved that was written last */
};

G_DEFINE_FINAL_TYPE (WinerrorWindow, winerror_window, WINERROR_TYPE_VIEWER)

/* Tables */

static void
tables_changed_cb (WinerrorWindow *self)
{
  WinerrorViewer *viewer = WINERROR_VIEWER (self);

  if (winerror_viewer_get_inquiry (viewer) != NULL)
    winerror_viewer_set_catalog (viewer, winerror_own_tables_get_catalog (self->tables),
                                 winerror_own_tables_get_indexes (self->tables));
}

/* The window that was used last is the one that tells. */
static gboolean
is_first (WinerrorWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (WINERROR_IS_WINDOW (item->data))
      return item->data == self;
  return FALSE;
}

/* What was told in the meantime, of several files maybe, in one notice; all of it stands among the
 * tables. */
static gboolean
report_idle (gpointer data)
{
  WinerrorWindow *self = data;
  g_autofree char *text = g_string_free (g_steal_pointer (&self->reports), FALSE);

  self->report = 0;
  winerror_notice_show_button (winerror_viewer_get_notice (WINERROR_VIEWER (self)), text,
                               _ ("_Tables"), "win.tables", NULL);
  return G_SOURCE_REMOVE;
}

static void
report_cb (WinerrorWindow *self, const char *message)
{
  g_autofree char *clean = winerror_text_clean (message);

  if (!is_first (self))
    return;
  if (self->reports == NULL)
    self->reports = g_string_new (clean);
  else
    g_string_append_printf (self->reports, "\n%s", clean);
  if (self->report == 0)
    self->report = g_idle_add (report_idle, self);
}

/* Notes */

static WinerrorNotesView *
get_notes (WinerrorWindow *self)
{
  return winerror_detail_panel_get_notes (
      winerror_viewer_get_detail_panel (WINERROR_VIEWER (self)));
}

static void
note_saved_cb (WinerrorNotesView *view, gboolean kept, WinerrorWindow *self)
{
  winerror_notice_show (winerror_viewer_get_notice (WINERROR_VIEWER (self)),
                        kept ? _ ("Note saved") : _ ("Note removed"), NULL);
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* What is not in the editor any more can be taken elsewhere. */
static void
note_failed_cb (WinerrorNotesView *view,
                const char *message,
                const char *text,
                WinerrorWindow *self)
{
  WinerrorNotice *notice = winerror_viewer_get_notice (WINERROR_VIEWER (self));

  self->closing = FALSE;
  if (text != NULL)
    winerror_notice_show_button (notice, message, _ ("_Copy Note"), "win.copy-text",
                                 g_variant_new_string (text));
  else
    winerror_notice_show_fault (notice, message, NULL);
}

static void
edit_note_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorViewer *viewer = WINERROR_VIEWER (widget);

  if (WINERROR_WINDOW (widget)->tables != NULL &&
      winerror_detail_panel_is_ready (winerror_viewer_get_detail_panel (viewer)) &&
      winerror_viewer_get_current_entry (viewer) != NULL)
    winerror_notes_view_edit (get_notes (WINERROR_WINDOW (widget)));
}

/* The window closes once what has been written of a note is on the disk, and stays where that
 * fails. */
static gboolean
save_note (WinerrorWindow *self)
{
  if (self->tables == NULL || self->closing || !winerror_notes_view_is_changed (get_notes (self)))
    return FALSE;
  self->closing = TRUE;
  winerror_notes_view_save (get_notes (self));
  return TRUE;
}

/* Preferences */

static void
show_preferences (WinerrorWindow *self, const char *page)
{
  WinerrorViewer *viewer = WINERROR_VIEWER (self);
  WinerrorCatalog *catalog = winerror_viewer_get_catalog (viewer);
  WinerrorEntry *entry = winerror_viewer_get_current_entry (viewer);

  if (catalog == NULL)
    return;
  if (entry == NULL)
    entry = winerror_catalog_get_entry (catalog, 0);
  winerror_preferences_show (GTK_WINDOW (self), winerror_viewer_get_settings (viewer), entry,
                             winerror_viewer_get_shown_language (viewer), self->tables, page);
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

/* The first frame */

/* The first frame is painted: now what it did not wait for. */
static gboolean
complete_idle (gpointer data)
{
  WinerrorViewer *viewer = data;

  if (winerror_viewer_is_open (viewer))
    {
      winerror_detail_panel_set_ready (winerror_viewer_get_detail_panel (viewer));
      if (winerror_viewer_get_inquiry (viewer) != NULL)
        winerror_inquiry_prepare (winerror_viewer_get_inquiry (viewer));
      winerror_window_start_tables (data);
    }
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, data);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, complete_idle, g_object_ref (data), g_object_unref);
}

static void
map_cb (GtkWidget *widget, gpointer data)
{
  g_autoptr (GVariant)
      compact = g_action_group_get_action_state (G_ACTION_GROUP (widget), "compact");

  /* again, as a window manager has to know it before it can keep it above others */
  if (g_variant_get_boolean (compact))
    winerror_viewer_set_compact (WINERROR_VIEWER (widget), TRUE);
  g_signal_handlers_disconnect_by_func (widget, map_cb, data);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (after_paint_cb), data, 0);
}

/* The window */

static void
compact_changed_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_simple_action_set_state (action, value);
  winerror_viewer_set_compact (data, g_variant_get_boolean (value));
}

static gboolean
winerror_window_close_request (GtkWindow *window)
{
  if (save_note (WINERROR_WINDOW (window)))
    return TRUE;

  return GTK_WINDOW_CLASS (winerror_window_parent_class)->close_request (window);
}

static void
winerror_window_dispose (GObject *object)
{
  /* the settings outlive the window, and so would these */
  static const char *const actions[] = { "ticket-language", "description-language", "log-order",
                                         "log-encoding", "compact" };
  WinerrorWindow *self = WINERROR_WINDOW (object);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_action_map_remove_action (G_ACTION_MAP (self), actions[i]);
  g_clear_handle_id (&self->report, g_source_remove);
  if (self->reports != NULL)
    g_string_free (g_steal_pointer (&self->reports), TRUE);
  if (self->tables != NULL)
    g_signal_handlers_disconnect_by_data (self->tables, self);
  g_clear_object (&self->tables);

  G_OBJECT_CLASS (winerror_window_parent_class)->dispose (object);
}

static void
winerror_window_class_init (WinerrorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = winerror_window_close_request;

  winerror_viewer_set_template (widget_class, "/io/github/winerror/Winerror/window.ui");
  winerror_query_actions_install (widget_class);
  winerror_copy_actions_install (widget_class);
  winerror_export_actions_install (widget_class);
  winerror_log_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.edit-note", NULL, edit_note_activated);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_activated);
  gtk_widget_class_install_action (widget_class, "win.tables", NULL, tables_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.edit-note",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK,
                                       "win.preferences", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "win.compact", NULL);
}

static void
winerror_window_init (WinerrorWindow *self)
{
  winerror_viewer_init_template (WINERROR_VIEWER (self));
  g_signal_connect_object (self, "map", G_CALLBACK (map_cb), self, 0);
}

/* The actions that are settings, and the one that makes the window small, and large again. */
static void
add_stateful_actions (WinerrorWindow *self, GSettings *settings)
{
  static const char *const keys[] = { "ticket-language", "description-language", "log-order" };
  g_autoptr (GSimpleAction)
      compact = g_simple_action_new_stateful ("compact", NULL, g_variant_new_boolean (FALSE));

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
  g_signal_connect_object (compact, "change-state", G_CALLBACK (compact_changed_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (compact));
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
  WinerrorViewer *viewer;
  GtkShortcutController *keys;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail ((catalog == NULL) == (error != NULL), NULL);

  self = g_object_new (WINERROR_TYPE_WINDOW, "application", application, NULL);
  viewer = WINERROR_VIEWER (self);
  winerror_viewer_set_up (viewer, settings, catalog, error);
  add_stateful_actions (self, settings);
  /* first: what is inserted may be long, and nothing else is to look at it */
  winerror_log_actions_connect (viewer);
  keys = winerror_query_actions_connect (viewer);
  winerror_copy_actions_connect (viewer, keys);
  if (g_settings_get_boolean (settings, "window-compact"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.compact", NULL);
  return self;
}

/**
 * winerror_window_follow_tables:
 * @self: a window that has shown nothing yet
 * @tables: what adds to the built-in tables
 *
 * Lets a window show own tables and notes, from its first frame on. What changes in them it
 * follows.
 */
void
winerror_window_follow_tables (WinerrorWindow *self, WinerrorOwnTables *tables)
{
  g_return_if_fail (WINERROR_IS_WINDOW (self));
  g_return_if_fail (WINERROR_IS_OWN_TABLES (tables));
  g_return_if_fail (self->tables == NULL);

  self->tables = g_object_ref (tables);
  g_signal_connect_object (tables, "changed", G_CALLBACK (tables_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tables, "report", G_CALLBACK (report_cb), self, G_CONNECT_SWAPPED);
}

/**
 * winerror_window_start_tables:
 * @self: a window whose first frame is painted
 *
 * Begins to read the tables that the window follows, or takes what another window has read, and
 * lets the user write notes.
 */
void
winerror_window_start_tables (WinerrorWindow *self)
{
  g_return_if_fail (WINERROR_IS_WINDOW (self));

  if (self->tables == NULL)
    return;
  g_signal_connect_object (get_notes (self), "saved", G_CALLBACK (note_saved_cb), self, 0);
  g_signal_connect_object (get_notes (self), "failed", G_CALLBACK (note_failed_cb), self, 0);
  winerror_notes_view_set_tables (get_notes (self), self->tables);
  tables_changed_cb (self);
  winerror_own_tables_start (self->tables);
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

  g_return_if_fail (WINERROR_IS_WINDOW (self));

  if (query != NULL)
    {
      winerror_viewer_set_query (WINERROR_VIEWER (self), query);
      return;
    }
  message = winerror_link_dup_fault (link);
  winerror_notice_show_fault (winerror_viewer_get_notice (WINERROR_VIEWER (self)), message, NULL);
}
