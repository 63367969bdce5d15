// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-result-selection.h"

G_BEGIN_DECLS

char *winerror_status_count_answer (WinerrorAnswer *answer);
char *winerror_status_count_codes (guint n);
char *winerror_status_describe_selection (WinerrorResultSelection *selection);

G_END_DECLS
