// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-detail-panel.h"
#include "winerror-results.h"
#include "winerror-ticket.h"
#include "winerror-window.h"

G_BEGIN_DECLS

/* Shared by the window (winerror-window.c), what it does (winerror-window-actions.c), its list
 * (winerror-window-list.c) and its logs (winerror-window-log.c). */
struct _WinerrorWindow
{
  GtkApplicationWindow parent_instance;

  GtkSearchEntry *search_entry;
  GtkMenuButton *format_button;
  GtkStack *window_stack;
  GtkPaned *paned;
  GtkLabel *note_label;
  GtkBox *list_box;
  GtkBox *progress_box;
  GtkProgressBar *progress_bar;
  GtkStack *list_stack;
  GtkScrolledWindow *list_scroller;
  GtkListView *list_view;
  GtkLabel *nothing_label;
  GtkLabel *status_label;
  WinerrorDetailPanel *detail_panel;
  GtkLabel *failure_label;
  GtkRevealer *notice_revealer;
  GtkLabel *notice_label;
  GtkPopover *context_menu;
  GtkWidget *menu_focus; /* weak: where the focus was before the context menu */

  GSettings *settings;
  WinerrorSearch *search;     /* NULL where the tables could not be loaded */
  WinerrorLanguage *language; /* of the interface */
  WinerrorLanguage *shown_language;
  WinerrorResults *results;
  GtkSliceListModel *slice;
  GtkMultiSelection *selection;
  WinerrorEntry *current_entry;
  guint current; /* position of the current entry in the results */
  guint notice_timeout;
  guint preparation;     /* the search is being prepared */
  GCancellable *reading; /* a log is being read */
  GFile *log;            /* the log that is being read */
  GPtrArray *log_lines; /* of WinerrorLogLine: of the log that was read; NULL where there is none */
  gboolean log_more;    /* it has more codes than are kept */
  char *log_name;
};

void winerror_window_init_actions (WinerrorWindowClass *klass);
void winerror_window_add_actions (WinerrorWindow *self);
GMenu *winerror_window_create_format_menu (void);

void winerror_window_init_list (WinerrorWindow *self);
void winerror_window_dispose_list (WinerrorWindow *self);
void winerror_window_limit_list (WinerrorWindow *self);
void winerror_window_fill_list (WinerrorWindow *self);
void winerror_window_open_list (WinerrorWindow *self);
void winerror_window_select (WinerrorWindow *self, guint position, gboolean scroll);
void winerror_window_popup_context_menu (WinerrorWindow *self, GMenuModel *menu);
GPtrArray *winerror_window_get_selected (WinerrorWindow *self);

void winerror_window_cancel_log (WinerrorWindow *self);
gboolean winerror_window_show_pasted_log (WinerrorWindow *self, const char *text);
gboolean winerror_window_show_log (WinerrorWindow *self);
void winerror_window_forget_log (WinerrorWindow *self);
void winerror_window_complete_paste (WinerrorWindow *self);
void winerror_window_choose_log (WinerrorWindow *self);
void winerror_window_accept_drops (WinerrorWindow *self);

void winerror_window_update_answer (WinerrorWindow *self);
void winerror_window_update_language (WinerrorWindow *self);
void winerror_window_set_current (WinerrorWindow *self, guint position);
void winerror_window_show_notice (WinerrorWindow *self, const char *text);
void winerror_window_show_fault (WinerrorWindow *self, const char *text);
void winerror_window_get_ticket_options (WinerrorWindow *self, WinerrorTicketOptions *options);
void winerror_window_note_look_up (WinerrorWindow *self, GPtrArray *entries);
void winerror_window_focus_search (WinerrorWindow *self);

G_END_DECLS
