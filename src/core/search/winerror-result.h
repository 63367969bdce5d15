// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"
#include "winerror-log-report.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_RESULT (winerror_result_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorResult, winerror_result, WINERROR, RESULT, GObject)

WinerrorResult *winerror_result_new (void);
void winerror_result_set (WinerrorResult *self, WinerrorAnswer *answer, guint i);
void winerror_result_set_code (WinerrorResult *self, WinerrorLogReport *report, guint i);

WinerrorEntry *winerror_result_get_entry (WinerrorResult *self);
WinerrorRank winerror_result_get_rank (WinerrorResult *self);
gboolean winerror_result_begins_section (WinerrorResult *self);
WinerrorLanguage *winerror_result_get_language (WinerrorResult *self);
const WinerrorLogCode *winerror_result_get_code (WinerrorResult *self);
guint winerror_result_get_code_index (WinerrorResult *self);
char *winerror_result_dup_place (WinerrorResult *self, const WinerrorLogPosition *position);
const WinerrorLogLine *winerror_result_get_line (WinerrorResult *self);
void winerror_result_set_shown_language (WinerrorResult *self, WinerrorLanguage *language);
WinerrorLanguage *winerror_result_get_shown_language (WinerrorResult *self);
const char *winerror_result_get_description (WinerrorResult *self);
GArray *winerror_result_find_ranges (WinerrorResult *self, const char *text);

G_END_DECLS
