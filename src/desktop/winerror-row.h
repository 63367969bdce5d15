// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_ROW (winerror_row_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorRow, winerror_row, WINERROR, ROW, GtkWidget)

GtkWidget *winerror_row_new (void);
void winerror_row_set_result (WinerrorRow *self, WinerrorResult *result);
WinerrorResult *winerror_row_get_result (WinerrorRow *self);

GtkListItemFactory *winerror_row_factory_new (void);
WinerrorRow *winerror_row_pick (GtkListView *list_view, double x, double y);
GtkWidget *winerror_row_find_plain (GtkListView *list_view);
WinerrorRow *winerror_row_find (GtkListView *list_view, WinerrorResult *result);

G_END_DECLS
