// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_announce (GtkWidget *widget, const char *text);
void winerror_announce_in_label (GtkLabel *label, const char *text);

G_END_DECLS
