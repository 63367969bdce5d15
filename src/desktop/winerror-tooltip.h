// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_tooltip_set (GtkWidget *widget, const char *text, guint key);

G_END_DECLS
