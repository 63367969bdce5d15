// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What a window does with the tables and notes of the user, of shares and of the system. */

#include "winerror-window-private.h"

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

static void
report_cb (WinerrorWindow *self, const char *message)
{
  winerror_window_say (self, message);
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
  changed_cb (self);
  winerror_own_tables_start (self->tables);
}
