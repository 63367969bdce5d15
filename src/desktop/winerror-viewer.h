// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-detail-panel.h"
#include "winerror-inquiry.h"
#include "winerror-notice.h"
#include "winerror-result-list.h"
#include "winerror-title.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_VIEWER (winerror_viewer_get_type ())

/**
 * WinerrorViewer:
 *
 * A window with a search entry, the list of results, and the detail panel that shows the current
 * one of them. It holds these together: what is typed, opened or chosen in one of them goes to the
 * others here. It does not know what else can be done: the files that are called after actions do.
 */
G_DECLARE_DERIVABLE_TYPE (WinerrorViewer, winerror_viewer, WINERROR, VIEWER, GtkApplicationWindow)

struct _WinerrorViewerClass
{
  GtkApplicationWindowClass parent_class;
};

void winerror_viewer_set_template (GtkWidgetClass *widget_class, const char *path);
void winerror_viewer_init_template (WinerrorViewer *self);
void winerror_viewer_set_up (WinerrorViewer *self,
                             GSettings *settings,
                             WinerrorCatalog *catalog,
                             const GError *error);
gboolean winerror_viewer_is_open (WinerrorViewer *self);

GSettings *winerror_viewer_get_settings (WinerrorViewer *self);
WinerrorInquiry *winerror_viewer_get_inquiry (WinerrorViewer *self);
WinerrorCatalog *winerror_viewer_get_catalog (WinerrorViewer *self);
void
winerror_viewer_set_catalog (WinerrorViewer *self, WinerrorCatalog *catalog, GPtrArray *indexes);
WinerrorLanguage *winerror_viewer_get_shown_language (WinerrorViewer *self);

WinerrorTitle *winerror_viewer_get_title (WinerrorViewer *self);
GtkSearchEntry *winerror_viewer_get_search_entry (WinerrorViewer *self);
const char *winerror_viewer_get_query (WinerrorViewer *self);
void winerror_viewer_set_query (WinerrorViewer *self, const char *query);

void winerror_viewer_read_logs (WinerrorViewer *self, GFile *const *files, guint n_files);

void winerror_viewer_update_list (WinerrorViewer *self);
gboolean winerror_viewer_shows_log (WinerrorViewer *self);
WinerrorResultList *winerror_viewer_get_result_list (WinerrorViewer *self);
WinerrorResultSelection *winerror_viewer_get_selection (WinerrorViewer *self);
WinerrorEntry *winerror_viewer_get_current_entry (WinerrorViewer *self);
WinerrorDetailPanel *winerror_viewer_get_detail_panel (WinerrorViewer *self);
WinerrorNotice *winerror_viewer_get_notice (WinerrorViewer *self);

void winerror_viewer_set_compact (WinerrorViewer *self, gboolean compact);

G_END_DECLS
