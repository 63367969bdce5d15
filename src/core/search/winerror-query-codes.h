// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"

G_BEGIN_DECLS

/**
 * WinerrorCodesFound:
 * @WINERROR_CODES_NONE: the query names no code
 * @WINERROR_CODES_SOME: it has numbers that may be codes, and words
 * @WINERROR_CODES_ONLY: it names codes, and nothing else is meant
 *
 * What a query has of numbers.
 */
typedef enum
{
  WINERROR_CODES_NONE,
  WINERROR_CODES_SOME,
  WINERROR_CODES_ONLY,
} WinerrorCodesFound;

/**
 * WinerrorQueryCodes:
 *
 * Finds the entries that the numbers in a query name.
 */
typedef struct _WinerrorQueryCodes WinerrorQueryCodes;

WinerrorQueryCodes *winerror_query_codes_new (WinerrorCatalog *catalog);
void winerror_query_codes_free (WinerrorQueryCodes *self);
void winerror_query_codes_prepare (WinerrorQueryCodes *self);
WinerrorCodesFound winerror_query_codes_search (WinerrorQueryCodes *self,
                                                const char *query,
                                                gboolean loose,
                                                WinerrorAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorQueryCodes, winerror_query_codes_free)

G_END_DECLS
