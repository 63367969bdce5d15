// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"

G_BEGIN_DECLS

/**
 * WinerrorQueryCodes:
 *
 * Finds the entries that the numbers in a query name: codes in any form, alone or in a sentence,
 * and the first digits of one.
 */
typedef struct _WinerrorQueryCodes WinerrorQueryCodes;

WinerrorQueryCodes *winerror_query_codes_new (WinerrorCatalog *catalog);
void winerror_query_codes_free (WinerrorQueryCodes *self);
void winerror_query_codes_prepare (WinerrorQueryCodes *self);
gboolean
winerror_query_codes_search (WinerrorQueryCodes *self, const char *query, WinerrorAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorQueryCodes, winerror_query_codes_free)

G_END_DECLS
