// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-detail-panel.h"
#include "winerror-notice.h"
#include "winerror-open-log.h"
#include "winerror-result-list.h"
#include "winerror-row.h"
#include "winerror-search.h"
#include "winerror-test-utils.h"
#include "winerror-window.h"

G_BEGIN_DECLS

/* What the tests of the window share: a window, its parts by their names in the templates, and
 * what is done with it. */

extern GtkApplication *application;
extern GSettings *settings;

void winerror_window_test_init (int *argc, char ***argv);
int winerror_window_test_run (void);

WinerrorWindow *open_window (void);
WinerrorWindow *open_window_again (void);
void close_window (WinerrorWindow *window);

gpointer find (WinerrorWindow *window, const char *name);
gpointer find_in_list (WinerrorWindow *window, const char *name);
gpointer find_in_bar (WinerrorWindow *window, const char *name);
const char *get_log_name (WinerrorWindow *window);
gpointer find_in_panel (WinerrorWindow *window, const char *name);
gpointer find_in_notice (WinerrorWindow *window, const char *name);
GtkWidget *find_type (GtkWidget *widget, GType type);

WinerrorResultSelection *get_selection (WinerrorWindow *window);
GtkSelectionModel *get_shown (WinerrorWindow *window);
GtkSliceListModel *get_slice (WinerrorWindow *window);
GListModel *get_results (WinerrorWindow *window);
guint count_listed (WinerrorWindow *window);
guint current_code (WinerrorWindow *window);
guint nth_code (WinerrorWindow *window, guint i);

void activate (WinerrorWindow *window, const char *action);
void type (WinerrorWindow *window, const char *text);
const char *get_query (WinerrorWindow *window);
const char *get_status (WinerrorWindow *window);
const char *get_notice (WinerrorWindow *window);
char *read_clipboard (WinerrorWindow *window);
void wait_for_frame (WinerrorWindow *window);

G_END_DECLS
