// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-search.h"

G_BEGIN_DECLS

/**
 * WinerrorNumbers:
 *
 * Finds the entries that the numbers in a query name: codes in any form, alone or in a sentence,
 * and the first digits of one.
 */
typedef struct _WinerrorNumbers WinerrorNumbers;

WinerrorNumbers *winerror_numbers_new (WinerrorCatalog *catalog);
void winerror_numbers_free (WinerrorNumbers *self);
void winerror_numbers_prepare (WinerrorNumbers *self);
gboolean winerror_numbers_search (WinerrorNumbers *self, const char *query, WinerrorAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorNumbers, winerror_numbers_free)

G_END_DECLS
