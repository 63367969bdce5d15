// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-result.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_RESULTS (winerror_results_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorResults, winerror_results, WINERROR, RESULTS, GObject)

WinerrorResults *winerror_results_new (void);
void winerror_results_set_answer (WinerrorResults *self, WinerrorAnswer *answer);
void winerror_results_set_report (WinerrorResults *self,
                                  WinerrorLogReport *report,
                                  WinerrorLogOrder order);
WinerrorLogReport *winerror_results_get_report (WinerrorResults *self);
void winerror_results_set_shown_language (WinerrorResults *self, WinerrorLanguage *language);
WinerrorAnswer *winerror_results_get_answer (WinerrorResults *self);

G_END_DECLS
