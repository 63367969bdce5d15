// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *winerror_menus_get_primary (void);
GMenuModel *winerror_menus_get_order (void);
GMenuModel *winerror_menus_get_formats (void);
GMenuModel *winerror_menus_get_context (void);
GMenuModel *winerror_menus_new_languages (void);

void winerror_menus_connect_closed (GtkPopover *menu, GSourceFunc callback, GObject *object);
gboolean winerror_menus_close (GtkWidget *widget);
void winerror_menus_set_name (GtkPopover *menu, const char *name);

void winerror_menus_attach_formats (GtkMenuButton *button);
void winerror_menus_attach_languages (GtkMenuButton *button);

G_END_DECLS
