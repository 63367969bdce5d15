// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-index.h"

G_BEGIN_DECLS

/**
 * WinerrorSynonyms:
 * @first: number of the first word
 * @end: number after the last word
 * @entries: (element-type WinerrorPosting): where the entries have a synonym, each entry once, in
 * no order
 *
 * A stretch of a query that has synonyms, and the entries where one of these stands.
 */
typedef struct
{
  guint first;
  guint end;
  GArray *entries;
} WinerrorSynonyms;

GArray *winerror_synonyms_find (WinerrorIndex *source,
                                GPtrArray *indexes,
                                GPtrArray *words,
                                GHashTable *expansions);

G_END_DECLS
