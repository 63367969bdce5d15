// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_VALUE_ROW (winerror_value_row_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorValueRow, winerror_value_row, WINERROR, VALUE_ROW, GtkWidget)

void winerror_value_row_set_ranges (WinerrorValueRow *self, GArray *ranges);

G_END_DECLS
