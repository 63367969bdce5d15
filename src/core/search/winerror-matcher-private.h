// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What is counted for each entry while a query is matched. */

#pragma once

#include "winerror-matcher.h"

G_BEGIN_DECLS

/* How many entries beyond the first ones, which are looked at in any case, are looked at for a
 * query: those that have its rarest words. */
#define WINERROR_MATCHER_MAX_FURTHER 4096

/* What is added up for one entry. */
typedef struct
{
  float sum;     /* values of the words that match */
  float spread;  /* the same, the more the more fields they stand in */
  float whole;   /* the same, of whole words only */
  float least;   /* the lowest quality of the words that match */
  guint16 n;     /* how many these are */
  guint8 kind;   /* the worst of them */
  guint8 listed; /* the entry has a tally */
} WinerrorMatcherTally;

/* How one word matches one entry. */
typedef struct
{
  float quality; /* 0: not yet */
  float phrase;  /* what the rarest phrase weighs that the word is part of */
  guint8 kind;
  guint8 fields; /* where it stands as a whole, a bit for each field */
} WinerrorMatcherMatch;

/* Both lie together: memory is slow. */
typedef struct
{
  WinerrorMatcherTally tally;
  WinerrorMatcherMatch match;
} WinerrorMatcherRoom;

G_STATIC_ASSERT (sizeof (WinerrorMatcherRoom) == 32);
G_STATIC_ASSERT (WINERROR_MATCHER_MAX_FURTHER <= G_MAXUINT16);

struct _WinerrorMatcher
{
  guint n_entries;
  guint n_first; /* how many entries are looked at in any case */

  /* All is zero between two queries. The first entries have a room each, the number of which is
   * their own; the others get one while they are looked at, in the order in which they come. */
  WinerrorMatcherRoom *rooms;
  guint32 *touched;  /* numbers of the rooms of first entries that have a tally */
  guint32 *matched;  /* numbers of the rooms that have a match */
  guint32 *admitted; /* a bit for each entry: one that is not of the first, and has a room */
  guint16 *further;  /* for each entry that has such a room, which of those it is */
  guint32 *sorted;   /* the entries that have such a room, in order, once there are no more rooms */
  guint n_places;    /* for how many entries @admitted and @further have a place */
  gboolean prepared; /* the memory is there: the system gives it when it is written to */
  guint n_touched;
  guint n_matched;
  guint n_further;      /* how many entries that are not of the first have a room */
  guint n_sorted;       /* as many once they have been listed, or 0 */
  guint n_passed;       /* how many occurrences of the word at work were passed over */
  guint n_passed_whole; /* those of the word itself */
  gboolean has_further; /* entries that are not of the first have a tally */

  GArray *words; /* guint: numbers of words */

  /* of the query at work */
  GPtrArray *indexes;
  GArray *terms; /* of the words of the query */
  GHashTable *matched_terms;
  GHashTable *expansions;
};

const guint32 *winerror_matcher_list_further (WinerrorMatcher *self);

G_END_DECLS
