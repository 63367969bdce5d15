// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_RESULT_SELECTION (winerror_result_selection_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorResultSelection,
                      winerror_result_selection,
                      WINERROR,
                      RESULT_SELECTION,
                      GObject)

WinerrorResultSelection *winerror_result_selection_new (void);

void winerror_result_selection_set_answer (WinerrorResultSelection *self,
                                           WinerrorAnswer *answer,
                                           guint n_visible);
void
winerror_result_selection_update_answer (WinerrorResultSelection *self, WinerrorAnswer *answer);
void winerror_result_selection_set_report (WinerrorResultSelection *self,
                                           WinerrorLogReport *report,
                                           WinerrorLogOrder order,
                                           guint n_visible);
WinerrorLogReport *winerror_result_selection_get_report (WinerrorResultSelection *self);
guint winerror_result_selection_get_current_code (WinerrorResultSelection *self);
GArray *winerror_result_selection_find_codes (WinerrorResultSelection *self, GPtrArray *entries);
void winerror_result_selection_set_shown_language (WinerrorResultSelection *self,
                                                   WinerrorLanguage *language);
WinerrorAnswer *winerror_result_selection_get_answer (WinerrorResultSelection *self);

GtkSelectionModel *winerror_result_selection_get_model (WinerrorResultSelection *self);
void winerror_result_selection_ensure (WinerrorResultSelection *self, guint n);

void winerror_result_selection_select_all (WinerrorResultSelection *self);
gboolean
winerror_result_selection_select_result (WinerrorResultSelection *self, WinerrorResult *result);
void winerror_result_selection_select_entry (WinerrorResultSelection *self, WinerrorEntry *entry);
gboolean winerror_result_selection_move (WinerrorResultSelection *self, int step);
GPtrArray *winerror_result_selection_get_all (WinerrorResultSelection *self);
GPtrArray *winerror_result_selection_get_selected (WinerrorResultSelection *self);

void winerror_result_selection_set_current (WinerrorResultSelection *self, guint position);
guint winerror_result_selection_get_current (WinerrorResultSelection *self);
WinerrorEntry *winerror_result_selection_get_current_entry (WinerrorResultSelection *self);

G_END_DECLS
