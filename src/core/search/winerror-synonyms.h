// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-index.h"

G_BEGIN_DECLS

/**
 * WinerrorAlternative:
 * @first: number of the first word
 * @end: number behind the last word
 * @entries: (element-type guint32): positions of the entries that have a synonym, each once, in no
 * order
 *
 * A stretch of a query that has synonyms, and the entries where one of these stands.
 */
typedef struct
{
  guint first;
  guint end;
  GArray *entries;
} WinerrorAlternative;

GArray *
winerror_synonyms_find_alternatives (GPtrArray *indexes, GPtrArray *words, GHashTable *others);

G_END_DECLS
