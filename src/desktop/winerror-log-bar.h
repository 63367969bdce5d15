// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-open-log.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_LOG_BAR (winerror_log_bar_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorLogBar, winerror_log_bar, WINERROR, LOG_BAR, GtkWidget)

void winerror_log_bar_show (WinerrorLogBar *self, WinerrorOpenLog *log);

G_END_DECLS
