// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-search.h"

G_BEGIN_DECLS

/**
 * WinerrorSymbols:
 *
 * Finds the entries whose symbol a query is or begins.
 */
typedef struct _WinerrorSymbols WinerrorSymbols;

WinerrorSymbols *winerror_symbols_new (WinerrorCatalog *catalog);
void winerror_symbols_free (WinerrorSymbols *self);
void winerror_symbols_prepare (WinerrorSymbols *self);
gboolean winerror_symbols_search (WinerrorSymbols *self, GPtrArray *words, WinerrorAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorSymbols, winerror_symbols_free)

G_END_DECLS
