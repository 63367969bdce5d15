// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-index.h"

G_BEGIN_DECLS

/**
 * WinerrorMatchKind:
 * @WINERROR_MATCH_KIND_WHOLE: as the word itself, a form or a synonym
 * @WINERROR_MATCH_KIND_PREFIX: as the beginning of a word
 * @WINERROR_MATCH_KIND_INSIDE: as a part of a word
 * @WINERROR_MATCH_KIND_SIMILAR: with typing errors
 * @WINERROR_N_MATCH_KINDS: how many there are
 *
 * In which way an entry has a word of a query; the best first.
 */
typedef enum
{
  WINERROR_MATCH_KIND_WHOLE,
  WINERROR_MATCH_KIND_PREFIX,
  WINERROR_MATCH_KIND_INSIDE,
  WINERROR_MATCH_KIND_SIMILAR,
  WINERROR_N_MATCH_KINDS,
} WinerrorMatchKind;

/**
 * WinerrorCandidate:
 * @entry: position of the entry in the catalog
 * @coverage: how much of what the query asks for it has, from 0 to 1; rare words weigh more
 * @whole: how much of the query it has in whole words, from 0 to 1
 * @filled: how much of the entry the query asks for, from 0 to 1
 * @score: both together, and in how many fields the words stand
 * @kind: in which way it has the word that it has in the worst way
 * @all: it has every word
 *
 * An entry that has words of a query.
 */
typedef struct
{
  guint32 entry;
  float coverage;
  float whole;
  float filled;
  float score;
  guint8 kind;
  gboolean all;
} WinerrorCandidate;

/**
 * WinerrorMatcher:
 *
 * Finds the entries that have words of a query. Reused from query to query, as it holds a few bytes
 * for every entry.
 */
typedef struct _WinerrorMatcher WinerrorMatcher;

WinerrorMatcher *winerror_matcher_new (guint n_entries, guint n_first);
void winerror_matcher_free (WinerrorMatcher *self);
void winerror_matcher_resize (WinerrorMatcher *self, guint n_entries, guint n_first);
void winerror_matcher_prepare (WinerrorMatcher *self);

GArray *winerror_matcher_run (WinerrorMatcher *self,
                              WinerrorIndex *source,
                              GPtrArray *indexes,
                              GPtrArray *words,
                              GHashTable *matched_terms,
                              GHashTable *expansions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorMatcher, winerror_matcher_free)

G_END_DECLS
