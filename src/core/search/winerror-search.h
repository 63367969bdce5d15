// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"
#include "winerror-catalog.h"
#include "winerror-language.h"

G_BEGIN_DECLS

/**
 * WinerrorSearch:
 *
 * Answers queries over a catalog. Not for use from several threads at once.
 */
typedef struct _WinerrorSearch WinerrorSearch;

WinerrorSearch *winerror_search_new (WinerrorCatalog *catalog, WinerrorLanguage *language);
void winerror_search_free (WinerrorSearch *self);
gboolean winerror_search_prepare (WinerrorSearch *self, gboolean others);
WinerrorAnswer *winerror_search_run (WinerrorSearch *self, const char *query);
WinerrorAnswer *winerror_search_run_names (WinerrorSearch *self, const char *query);
WinerrorAnswer *
winerror_search_list (WinerrorSearch *self, const char *const *pinned, const char *const *recent);
void winerror_search_set_catalog (WinerrorSearch *self, WinerrorCatalog *catalog, GPtrArray *own);
WinerrorCatalog *winerror_search_get_catalog (WinerrorSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorSearch, winerror_search_free)

G_END_DECLS
