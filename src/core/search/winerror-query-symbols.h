// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"

G_BEGIN_DECLS

/**
 * WinerrorQuerySymbols:
 *
 * Finds the entries whose symbol a query is or begins.
 */
typedef struct _WinerrorQuerySymbols WinerrorQuerySymbols;

WinerrorQuerySymbols *winerror_query_symbols_new (WinerrorCatalog *catalog);
void winerror_query_symbols_free (WinerrorQuerySymbols *self);
void winerror_query_symbols_prepare (WinerrorQuerySymbols *self);
gboolean winerror_query_symbols_search (WinerrorQuerySymbols *self,
                                        GPtrArray *words,
                                        WinerrorAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorQuerySymbols, winerror_query_symbols_free)

G_END_DECLS
