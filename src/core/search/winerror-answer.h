// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"
#include "winerror-language.h"

G_BEGIN_DECLS

/**
 * WinerrorRank:
 * @WINERROR_RANK_CODE: the query names the entry's code, in any form
 * @WINERROR_RANK_CODE_ALTERNATIVE: the other reading of a number names it: 1400 as 0x1400
 * @WINERROR_RANK_SYMBOL: the query is the entry's symbol
 * @WINERROR_RANK_SYMBOL_PREFIX: the symbol begins with the query
 * @WINERROR_RANK_CODE_PREFIX: the code begins with the digits of the query
 * @WINERROR_RANK_SENTENCE: the query is the whole description
 * @WINERROR_RANK_SYMBOL_WORDS: the query is the entry's symbol, with blanks for underscores and
 *   without what symbols begin with
 * @WINERROR_RANK_WORDS: the entry has every word, or a form or synonym of it
 * @WINERROR_RANK_PREFIXES: the same, but some words are prefixes of the words of the entry
 * @WINERROR_RANK_INSIDE: the same, but some words stand inside of others
 * @WINERROR_RANK_SIMILAR: the same, but some words have typing errors
 * @WINERROR_RANK_PARTIAL: the entry has most of the words that matter
 * @WINERROR_RANK_UNLISTED: it is no entry of a table: the query names its code, which none holds
 * @WINERROR_RANK_PINNED: nothing was asked for, and the user has pinned the entry
 * @WINERROR_RANK_RECENT: nothing was asked for, and the user has looked it up lately
 * @WINERROR_RANK_ALL: nothing was asked for
 *
 * Why an entry is a result; the best comes first.
 */
typedef enum
{
  WINERROR_RANK_CODE,
  WINERROR_RANK_CODE_ALTERNATIVE,
  WINERROR_RANK_SYMBOL,
  WINERROR_RANK_SYMBOL_PREFIX,
  WINERROR_RANK_CODE_PREFIX,
  WINERROR_RANK_SENTENCE,
  WINERROR_RANK_SYMBOL_WORDS,
  WINERROR_RANK_WORDS,
  WINERROR_RANK_PREFIXES,
  WINERROR_RANK_INSIDE,
  WINERROR_RANK_SIMILAR,
  WINERROR_RANK_PARTIAL,
  WINERROR_RANK_UNLISTED,
  WINERROR_RANK_PINNED,
  WINERROR_RANK_RECENT,
  WINERROR_RANK_ALL,
} WinerrorRank;

/**
 * WinerrorHit:
 * @position: position of the entry in the catalog; of a code that no table holds its number among
 * these
 * @rank: why it is here
 * @language: number of the language that matched, for winerror_answer_get_language()
 * @score: how well it matches, among those of the same rank; from 0 to 1
 *
 * An entry that matched.
 */
typedef struct
{
  guint32 position;
  guint8 rank;
  guint8 language;
  float score;
} WinerrorHit;

/**
 * WinerrorRange:
 * @start: where it begins, in bytes
 * @length: how long it is, in bytes
 *
 * A part of a text that matched.
 */
typedef struct
{
  gsize start;
  gsize length;
} WinerrorRange;

/**
 * WinerrorAnswer:
 *
 * What a query found. Immutable, counted references.
 */
typedef struct _WinerrorAnswer WinerrorAnswer;

WinerrorAnswer *winerror_answer_ref (WinerrorAnswer *self);
void winerror_answer_unref (WinerrorAnswer *self);
const char *winerror_answer_get_query (WinerrorAnswer *self);
guint winerror_answer_get_n_hits (WinerrorAnswer *self);
const WinerrorHit *winerror_answer_get_hit (WinerrorAnswer *self, guint i);
WinerrorEntry *winerror_answer_get_entry (WinerrorAnswer *self, guint i);
WinerrorLanguage *winerror_answer_get_language (WinerrorAnswer *self, const WinerrorHit *hit);
const char *winerror_answer_get_note (WinerrorAnswer *self);
guint winerror_answer_get_n_content (WinerrorAnswer *self);
gboolean winerror_answer_has_entries (WinerrorAnswer *self);
gboolean winerror_answer_is_complete (WinerrorAnswer *self);
GArray *winerror_answer_find_ranges (WinerrorAnswer *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorAnswer, winerror_answer_unref)

G_END_DECLS
