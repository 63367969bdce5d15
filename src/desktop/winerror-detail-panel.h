// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-open-log.h"
#include "winerror-answer.h"
#include "winerror-notes-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_DETAIL_PANEL (winerror_detail_panel_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorDetailPanel, winerror_detail_panel, WINERROR, DETAIL_PANEL, GtkWidget)

void winerror_detail_panel_set_catalog (WinerrorDetailPanel *self, WinerrorCatalog *catalog);
void winerror_detail_panel_connect (WinerrorDetailPanel *self,
                                    GSettings *settings,
                                    WinerrorCatalog *catalog);
void winerror_detail_panel_show (WinerrorDetailPanel *self,
                                 WinerrorEntry *entry,
                                 WinerrorAnswer *answer,
                                 WinerrorLanguage *language);
WinerrorNotesView *winerror_detail_panel_get_notes (WinerrorDetailPanel *self);
void winerror_detail_panel_set_ready (WinerrorDetailPanel *self);
gboolean winerror_detail_panel_is_ready (WinerrorDetailPanel *self);

void
winerror_detail_panel_show_places (WinerrorDetailPanel *self, WinerrorOpenLog *log, guint code);
void winerror_detail_panel_move_place (WinerrorDetailPanel *self, int step);

G_END_DECLS
