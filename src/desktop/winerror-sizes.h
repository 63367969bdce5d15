// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_sizes_restore (GSettings *settings, GtkWindow *window, GtkPaned *paned);
void winerror_sizes_save (GSettings *settings, GtkWindow *window, GtkPaned *paned);
void winerror_sizes_arrange (GtkPaned *paned, int width, int height);

G_END_DECLS
