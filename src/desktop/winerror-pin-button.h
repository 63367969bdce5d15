// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_pin_button_show (GtkToggleButton *button, GSettings *settings, WinerrorEntry *entry);

G_END_DECLS
