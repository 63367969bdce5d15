// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-own-tables.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_WINDOW (winerror_window_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorWindow, winerror_window, WINERROR, WINDOW, GtkApplicationWindow)

WinerrorWindow *winerror_window_new (GtkApplication *application,
                                     GSettings *settings,
                                     WinerrorCatalog *catalog,
                                     const GError *error);
void winerror_window_follow_tables (WinerrorWindow *self, WinerrorOwnTables *tables);
void winerror_window_set_query (WinerrorWindow *self, const char *query);
void winerror_window_open_link (WinerrorWindow *self, const char *link);
void winerror_window_read_logs (WinerrorWindow *self, GFile *const *files, guint n_files);
void winerror_window_save_results (WinerrorWindow *self, GFile *file);
WinerrorCatalog *winerror_window_get_catalog (WinerrorWindow *self);

G_END_DECLS
