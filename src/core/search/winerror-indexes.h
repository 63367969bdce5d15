// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-index.h"
#include "winerror-sayings.h"

G_BEGIN_DECLS

/**
 * WinerrorIndexes:
 *
 * What the built-in entries say in each language, read when it is first asked for: English, the
 * user's language, then the others.
 */
typedef struct _WinerrorIndexes WinerrorIndexes;

WinerrorIndexes *winerror_indexes_new (WinerrorLanguage *language);
void winerror_indexes_free (WinerrorIndexes *self);

guint winerror_indexes_get_n_main (WinerrorIndexes *self);
GPtrArray *winerror_indexes_get_languages (WinerrorIndexes *self);
void winerror_indexes_add_others (WinerrorIndexes *self);

WinerrorIndex *winerror_indexes_get (WinerrorIndexes *self, WinerrorCatalog *catalog, guint at);
WinerrorSayings *
winerror_indexes_get_sayings (WinerrorIndexes *self, WinerrorCatalog *catalog, guint at);
gboolean
winerror_indexes_prepare (WinerrorIndexes *self, WinerrorCatalog *catalog, gboolean others);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorIndexes, winerror_indexes_free)

G_END_DECLS
