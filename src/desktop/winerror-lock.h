// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_lock_bind (GSettings *settings, const char *key, GtkWidget *control);

G_END_DECLS
