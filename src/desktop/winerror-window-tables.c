// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What a window does with the tables and notes of the user, of shares and of the system. */

#include "winerror-window-private.h"

#include "winerror-gettext.h"
#include "winerror-text.h"

static void
changed_cb (WinerrorWindow *self)
{
  WinerrorCatalog *catalog = winerror_own_tables_get_catalog (self->tables);

  if (self->search == NULL || catalog == winerror_search_get_catalog (self->search))
    return;
  winerror_search_set_catalog (self->search, catalog,
                               winerror_own_tables_get_indexes (self->tables));
  winerror_detail_panel_set_catalog (self->detail_panel, catalog);
  winerror_open_log_set_catalog (self->open_log, catalog);
  winerror_window_refresh_answer (self);
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
  winerror_notice_show_button (self->notice, text, _ ("_Tables"), "win.tables", NULL);
  winerror_result_list_say (self->result_list, text);
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
  g_signal_connect_object (tables, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tables, "report", G_CALLBACK (report_cb), self, G_CONNECT_SWAPPED);
}

/**
 * winerror_window_start_tables:
 * @self: a window whose first frame is painted
 *
 * Begins to read own tables, or takes what another window has read.
 */
void
winerror_window_start_tables (WinerrorWindow *self)
{
  if (self->tables == NULL)
    return;
  winerror_window_connect_notes (self);
  changed_cb (self);
  winerror_own_tables_start (self->tables);
}

/**
 * winerror_window_stop_tables:
 * @self: a window that is closed
 *
 * Follows the tables no longer.
 */
void
winerror_window_stop_tables (WinerrorWindow *self)
{
  g_clear_handle_id (&self->report, g_source_remove);
  if (self->reports != NULL)
    g_string_free (g_steal_pointer (&self->reports), TRUE);
  if (self->tables != NULL)
    g_signal_handlers_disconnect_by_data (self->tables, self);
  g_clear_object (&self->tables);
}
