// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What is counted for each entry while a query is matched. */

#pragma once

#include "winerror-matcher.h"

G_BEGIN_DECLS

/* What is added up for one entry. */
typedef struct
{
  float sum;     /* values of the words that match */
  float spread;  /* the same, the more the more fields they stand in */
  float whole;   /* the same, of whole words only */
  guint16 n;     /* how many words match */
  float least;   /* the lowest quality of those */
  guint8 kind;   /* the worst */
  guint8 listed; /* it is among the touched ones */
} WinerrorMatcherTally;

/* How one word matches one entry. */
typedef struct
{
  float quality; /* 0: not yet */
  float phrase;  /* what the rarest phrase weighs that the word is part of */
  guint8 kind;
  guint8 fields; /* where it stands as a whole, a bit for each field */
} WinerrorMatcherMatch;

struct _WinerrorMatcher
{
  guint n_entries;
  guint n_first; /* how many entries are looked at in any case */

  /* one for each entry; all is zero between two queries */
  guint n_rooms;    /* how many there is room for */
  guint n_prepared; /* how many of them are there: the system gives memory when it is written to */
  WinerrorMatcherTally *tallies;
  WinerrorMatcherMatch *matches;
  guint32 *admitted; /* a bit for each: one that is not of the first, and looked at */
  guint32 *touched;  /* the entries that have a tally */
  guint32 *matched;  /* the entries that have a match */
  guint n_touched;
  guint n_matched;
  guint n_further;      /* how many of the touched and the matched ones are not of the first */
  guint n_passed;       /* how many occurrences of the word at work were passed over */
  guint n_passed_whole; /* those of the word itself */
  gboolean has_further; /* some of the touched ones are not of the first */

  GArray *words; /* guint: numbers of words */

  /* of the query at work */
  GPtrArray *indexes;
  GArray *terms; /* of the words of the query */
  GHashTable *matched_terms;
  GHashTable *expansions;
};

G_END_DECLS
