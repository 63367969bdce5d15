// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-index.h"

G_BEGIN_DECLS

/**
 * WinerrorManner:
 * @WINERROR_MANNER_WHOLE: as the word itself, a form or a synonym
 * @WINERROR_MANNER_BEGINNING: as the beginning of a word
 * @WINERROR_MANNER_INSIDE: as a part of a word
 * @WINERROR_MANNER_SIMILAR: with typing errors
 * @WINERROR_N_MANNERS: how many there are
 *
 * In which way an entry has a word of a query; the best first.
 */
typedef enum
{
  WINERROR_MANNER_WHOLE,
  WINERROR_MANNER_BEGINNING,
  WINERROR_MANNER_INSIDE,
  WINERROR_MANNER_SIMILAR,
  WINERROR_N_MANNERS,
} WinerrorManner;

/**
 * WinerrorFind:
 * @entry: position of the entry in the catalog
 * @coverage: how much of what the query asks for it has, from 0 to 1; rare words weigh more
 * @filled: how much of the entry the query asks for, from 0 to 1
 * @score: both together
 * @manner: in which way it has the word that it has in the worst way
 * @all: it has every word
 *
 * An entry that has words of a query.
 */
typedef struct
{
  guint32 entry;
  float coverage;
  float filled;
  float score;
  guint8 manner;
  gboolean all;
} WinerrorFind;

/**
 * WinerrorMatcher:
 *
 * Finds the entries that have words of a query. Reused from query to query, as it holds a few bytes
 * for every entry.
 */
typedef struct _WinerrorMatcher WinerrorMatcher;

WinerrorMatcher *winerror_matcher_new (guint n_entries);
void winerror_matcher_free (WinerrorMatcher *self);

GArray *winerror_matcher_run (WinerrorMatcher *self,
                              GPtrArray *indexes,
                              GPtrArray *words,
                              GHashTable *parts,
                              GHashTable *others);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorMatcher, winerror_matcher_free)

G_END_DECLS
