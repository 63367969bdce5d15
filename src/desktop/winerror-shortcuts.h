// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_shortcuts_show (GtkWindow *parent);

G_END_DECLS
