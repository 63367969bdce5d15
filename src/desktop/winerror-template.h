// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GBytes *winerror_template_read (const char *path);
void winerror_template_set (GtkWidgetClass *widget_class, const char *path);

G_END_DECLS
