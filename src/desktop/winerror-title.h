// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_TITLE (winerror_title_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorTitle, winerror_title, WINERROR, TITLE, GObject)

WinerrorTitle *winerror_title_new (GtkSearchEntry *entry, GtkMenuButton *menu_button);

void winerror_title_set_subject (WinerrorTitle *self, const char *subject);
void winerror_title_focus_search (WinerrorTitle *self);
gboolean winerror_title_focus_menu (WinerrorTitle *self);
void winerror_title_open_menu (WinerrorTitle *self);

G_END_DECLS
