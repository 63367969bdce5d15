// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-log-line.h"
#include "winerror-answer.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_RESULT (winerror_result_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorResult, winerror_result, WINERROR, RESULT, GObject)

WinerrorResult *winerror_result_new (void);
void winerror_result_set (WinerrorResult *self, WinerrorAnswer *answer, guint i);
void winerror_result_set_line (WinerrorResult *self, WinerrorLogLine *line);

WinerrorEntry *winerror_result_get_entry (WinerrorResult *self);
WinerrorRank winerror_result_get_rank (WinerrorResult *self);
gboolean winerror_result_begins_section (WinerrorResult *self);
WinerrorLanguage *winerror_result_get_language (WinerrorResult *self);
WinerrorLogLine *winerror_result_get_line (WinerrorResult *self);
void winerror_result_set_shown_language (WinerrorResult *self, WinerrorLanguage *language);
const char *winerror_result_get_description (WinerrorResult *self);
GArray *winerror_result_find_ranges (WinerrorResult *self, const char *text);

G_END_DECLS
