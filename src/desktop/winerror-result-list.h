// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-result-selection.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_RESULT_LIST (winerror_result_list_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorResultList, winerror_result_list, WINERROR, RESULT_LIST, GtkWidget)

void
winerror_result_list_show_answer (WinerrorResultList *self, WinerrorAnswer *answer, gboolean again);
void winerror_result_list_show_report (WinerrorResultList *self,
                                       WinerrorLogReport *report,
                                       WinerrorLogOrder order,
                                       const char *name);
WinerrorResultSelection *winerror_result_list_get_selection (WinerrorResultList *self);

void winerror_result_list_set_rows (WinerrorResultList *self, guint n);
void winerror_result_list_say (WinerrorResultList *self, const char *text);
gboolean winerror_result_list_is_chosen (WinerrorResultList *self);
void winerror_result_list_move (WinerrorResultList *self, int step);
void winerror_result_list_popup_menu (WinerrorResultList *self, GMenuModel *menu);

G_END_DECLS
