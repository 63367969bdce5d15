// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *winerror_menus_get_formats (void);
GMenuModel *winerror_menus_get_context (void);
GMenuModel *winerror_menus_new_languages (void);

G_END_DECLS
