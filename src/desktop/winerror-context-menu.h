// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _WinerrorContextMenu WinerrorContextMenu;

/**
 * WinerrorContextMenuClosed:
 * @parent: the widget that the menu is of
 * @focus: (nullable): what had the focus before; %NULL where nothing had it, or it is gone
 *
 * Called when a menu was closed: it would leave the focus to whatever is around.
 */
typedef void (*WinerrorContextMenuClosed) (GtkWidget *parent, GtkWidget *focus);

WinerrorContextMenu *
winerror_context_menu_new (GtkWidget *parent, WinerrorContextMenuClosed closed);
void winerror_context_menu_free (WinerrorContextMenu *self);

void winerror_context_menu_open (WinerrorContextMenu *self,
                                 GMenuModel *model,
                                 const GdkRectangle *rectangle);

G_END_DECLS
