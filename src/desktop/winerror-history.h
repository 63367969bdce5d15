// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorHistory:
 *
 * The queries of a window, to go back and forward in.
 */
typedef struct _WinerrorHistory WinerrorHistory;

WinerrorHistory *winerror_history_new (void);
void winerror_history_free (WinerrorHistory *self);
void winerror_history_note (WinerrorHistory *self, const char *query);
const char *winerror_history_go (WinerrorHistory *self, int step);

G_END_DECLS
