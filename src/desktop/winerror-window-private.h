// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-detail-panel.h"
#include "winerror-history.h"
#include "winerror-log-bar.h"
#include "winerror-notice.h"
#include "winerror-open-log.h"
#include "winerror-own-tables.h"
#include "winerror-result-list.h"
#include "winerror-search.h"
#include "winerror-sizes.h"
#include "winerror-ticket-options.h"
#include "winerror-window.h"

G_BEGIN_DECLS

/**
 * WinerrorWindow:
 *
 * The one window: a search entry, the list of results, and the detail panel that shows the current
 * one of them. It holds these together: what is typed, opened or chosen in one of them goes to the
 * others here. What can be done in it are its actions: see winerror-window-actions.c.
 */
struct _WinerrorWindow
{
  GtkApplicationWindow parent_instance;

  GtkSearchEntry *search_entry;
  GtkMenuButton *menu_button;
  GtkBox *copy_box;
  GtkMenuButton *format_button;
  GtkStack *window_stack;
  GtkPaned *paned;
  GtkBox *progress_box;
  GtkProgressBar *progress_bar;
  WinerrorLogBar *log_bar;
  GtkLabel *hint_label; /* until something was copied for the first time */
  WinerrorResultList *result_list;
  WinerrorDetailPanel *detail_panel;
  GtkLabel *failure_label;
  WinerrorNotice *notice;

  GSettings *settings;
  WinerrorLanguage *language; /* of the interface */
  WinerrorLanguage *shown_language;
  WinerrorSearch *search; /* NULL where the tables could not be loaded, as is the log */
  WinerrorOpenLog *open_log;
  WinerrorOwnTables *tables; /* what adds to the built-in ones; NULL where nothing does */
  GString *reports;          /* what is about to be told of tables; NULL where nothing is */
  guint report;              /* it is */
  guint preparation;         /* the search is being prepared */
  WinerrorHistory *history;
  WinerrorSizes *sizes;     /* NULL where the window is closed */
  gboolean closing;         /* once the note is saved that was written last */
  GCancellable *pasting;    /* the clipboard is being read; may be done */
  gboolean asked_meanwhile; /* since a log began to be read */
  char *pasted;             /* what is asked for where the lines that are read have no code */
};

/* What winerror-window-….c add to the window, and what of the window they need. */

void winerror_window_install_actions (GtkWidgetClass *widget_class);
void winerror_window_connect_actions (WinerrorWindow *self);
void winerror_window_note_look_up (WinerrorWindow *self, GPtrArray *entries);
void winerror_window_note_current (WinerrorWindow *self);

void winerror_window_install_copy_actions (GtkWidgetClass *widget_class);
void winerror_window_connect_copy_actions (WinerrorWindow *self, GtkShortcutController *keys);

void winerror_window_get_ticket_options (WinerrorWindow *self,
                                         GPtrArray *entries,
                                         WinerrorFormat format,
                                         WinerrorTicketOptions *options);

void winerror_window_install_export_actions (GtkWidgetClass *widget_class);
void winerror_window_connect_compact (WinerrorWindow *self);

void winerror_window_install_log_actions (GtkWidgetClass *widget_class);
void winerror_window_connect_log (WinerrorWindow *self);
void winerror_window_add_encodings (WinerrorWindow *self);
void winerror_window_show_log (WinerrorWindow *self);
void winerror_window_show_places (WinerrorWindow *self);
gboolean winerror_window_read_lines (WinerrorWindow *self, const char *text);
void winerror_window_accept_logs (WinerrorWindow *self);

void winerror_window_install_note_actions (GtkWidgetClass *widget_class);
void winerror_window_connect_notes (WinerrorWindow *self);
gboolean winerror_window_save_note (WinerrorWindow *self);

WinerrorResultSelection *winerror_window_get_selection (WinerrorWindow *self);
WinerrorEntry *winerror_window_get_current_entry (WinerrorWindow *self);

void winerror_window_start_tables (WinerrorWindow *self);
void winerror_window_stop_tables (WinerrorWindow *self);
void winerror_window_refresh_answer (WinerrorWindow *self);
void winerror_window_update_answer (WinerrorWindow *self);
void winerror_window_focus_search (WinerrorWindow *self);
void winerror_window_say (WinerrorWindow *self, const char *text);
void winerror_window_say_fault (WinerrorWindow *self, const char *text);
void winerror_window_open_menu (WinerrorWindow *self);
gboolean winerror_window_close_menu (WinerrorWindow *self);
GCancellable *winerror_window_begin_paste (WinerrorWindow *self);

G_END_DECLS
