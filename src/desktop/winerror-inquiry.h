// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-open-log.h"
#include "winerror-search.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WINERROR_INQUIRY_MAX_QUERY:
 *
 * How long a text is at the most that is a query, in bytes: what is longer is read as a log.
 */
#define WINERROR_INQUIRY_MAX_QUERY 4096

/**
 * WinerrorInquiry:
 *
 * What a window is asked, and who answers: the search, or a log that is read for the codes that it
 * carries. Text that is pasted may be either.
 */
typedef struct _WinerrorInquiry WinerrorInquiry;

WinerrorInquiry *
winerror_inquiry_new (GSettings *settings, WinerrorCatalog *catalog, WinerrorLanguage *language);
void winerror_inquiry_free (WinerrorInquiry *self);

WinerrorCatalog *winerror_inquiry_get_catalog (WinerrorInquiry *self);
gboolean
winerror_inquiry_set_catalog (WinerrorInquiry *self, WinerrorCatalog *catalog, GPtrArray *indexes);

void winerror_inquiry_prepare (WinerrorInquiry *self);
void winerror_inquiry_begin (WinerrorInquiry *self, const char *query);
WinerrorAnswer *winerror_inquiry_search (WinerrorInquiry *self, const char *query);

WinerrorOpenLog *winerror_inquiry_get_log (WinerrorInquiry *self);
gboolean winerror_inquiry_is_log (const char *text, gsize length);
void winerror_inquiry_read_text (WinerrorInquiry *self, GBytes *text);
void winerror_inquiry_read_logs (WinerrorInquiry *self, GFile *const *files, guint n_files);
char *winerror_inquiry_steal_pasted (WinerrorInquiry *self);
gboolean winerror_inquiry_is_overtaken (WinerrorInquiry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorInquiry, winerror_inquiry_free)

G_END_DECLS
