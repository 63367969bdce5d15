// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-detail-panel.h"
#include "winerror-log-bar.h"
#include "winerror-result-list.h"

G_BEGIN_DECLS

/**
 * WinerrorLogParts:
 * @progress_box: is visible while a log is read
 * @progress_bar: what of it has been read
 * @bar: what the log is
 * @list: its codes
 * @panel: the places of a code
 *
 * What a log is shown in.
 */
typedef struct
{
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  WinerrorLogBar *bar;
  WinerrorResultList *list;
  WinerrorDetailPanel *panel;
} WinerrorLogParts;

/**
 * WinerrorLogDisplay:
 *
 * Shows the log of a window: how it is read, and what it carries. Queries may come between.
 */
typedef struct _WinerrorLogDisplay WinerrorLogDisplay;

WinerrorLogDisplay *
winerror_log_display_new (WinerrorOpenLog *log, GSettings *settings, const WinerrorLogParts *parts);
void winerror_log_display_free (WinerrorLogDisplay *self);

void winerror_log_display_show (WinerrorLogDisplay *self);
void winerror_log_display_hide (WinerrorLogDisplay *self);
void winerror_log_display_show_places (WinerrorLogDisplay *self);

G_END_DECLS
