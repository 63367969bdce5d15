// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-own-tables.h"
#include "winerror-viewer.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_WINDOW (winerror_window_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorWindow, winerror_window, WINERROR, WINDOW, WinerrorViewer)

WinerrorWindow *winerror_window_new (GtkApplication *application,
                                     GSettings *settings,
                                     WinerrorCatalog *catalog,
                                     const GError *error);
void winerror_window_follow_tables (WinerrorWindow *self, WinerrorOwnTables *tables);
void winerror_window_start_tables (WinerrorWindow *self);
void winerror_window_open_link (WinerrorWindow *self, const char *link);

G_END_DECLS
