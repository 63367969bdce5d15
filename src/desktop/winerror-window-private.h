// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-notice.h"
#include "winerror-open-log.h"
#include "winerror-result-list.h"
#include "winerror-window.h"

G_BEGIN_DECLS

/* What winerror-window-actions.c adds to the window, and what of the window it needs. */

void winerror_window_install_actions (GtkWidgetClass *widget_class);
void winerror_window_connect_actions (WinerrorWindow *self);

GSettings *winerror_window_get_settings (WinerrorWindow *self);
GtkEditable *winerror_window_get_search_entry (WinerrorWindow *self);
WinerrorResultList *winerror_window_get_result_list (WinerrorWindow *self);
WinerrorOpenLog *winerror_window_get_open_log (WinerrorWindow *self);
WinerrorNotice *winerror_window_get_notice (WinerrorWindow *self);
WinerrorLanguage *winerror_window_get_shown_language (WinerrorWindow *self);

void winerror_window_update_answer (WinerrorWindow *self);
void winerror_window_focus_search (WinerrorWindow *self);

G_END_DECLS
