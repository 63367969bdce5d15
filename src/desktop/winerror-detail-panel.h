// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_DETAIL_PANEL (winerror_detail_panel_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorDetailPanel, winerror_detail_panel, WINERROR, DETAIL_PANEL, GtkWidget)

void winerror_detail_panel_set_entry (WinerrorDetailPanel *self, WinerrorEntry *entry);
void winerror_detail_panel_set_ready (WinerrorDetailPanel *self);
gboolean winerror_detail_panel_is_ready (WinerrorDetailPanel *self);
void winerror_detail_panel_set_answer (WinerrorDetailPanel *self, WinerrorAnswer *answer);
void winerror_detail_panel_set_language (WinerrorDetailPanel *self, WinerrorLanguage *language);

G_END_DECLS
