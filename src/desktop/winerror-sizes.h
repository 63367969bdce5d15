// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WinerrorSizes:
 *
 * The sizes of a window and of the list in it. Only what the user drags is kept.
 */
typedef struct _WinerrorSizes WinerrorSizes;

WinerrorSizes *winerror_sizes_new (GSettings *settings, GtkWindow *window, GtkPaned *paned);
void winerror_sizes_free (WinerrorSizes *self);
void winerror_sizes_set_compact (WinerrorSizes *self, gboolean compact);

G_END_DECLS
