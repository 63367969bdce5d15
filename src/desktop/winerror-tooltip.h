// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_tooltip_set (GtkWidget *widget, const char *text, guint key);
void winerror_tooltip_set_text (GtkWidget *widget, const char *text);
const char *winerror_tooltip_get_text (GtkWidget *widget);

G_END_DECLS
