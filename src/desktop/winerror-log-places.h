// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-open-log.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_LOG_PLACES (winerror_log_places_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorLogPlaces, winerror_log_places, WINERROR, LOG_PLACES, GtkWidget)

void winerror_log_places_show (WinerrorLogPlaces *self, WinerrorOpenLog *log, guint code);
void winerror_log_places_move (WinerrorLogPlaces *self, int step);

G_END_DECLS
