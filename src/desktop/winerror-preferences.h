// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-language.h"
#include "winerror-own-tables.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_preferences_show (GtkWindow *parent,
                                GSettings *settings,
                                WinerrorEntry *entry,
                                WinerrorLanguage *language,
                                WinerrorOwnTables *tables,
                                const char *page);

G_END_DECLS
