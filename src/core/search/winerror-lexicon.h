// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-family.h"

G_BEGIN_DECLS

/**
 * WINERROR_LEXICON_MAX_PHRASE:
 *
 * How many words a term of a synonym set has at the most, longer ones are cut; a pair of Chinese or
 * Japanese characters is a word.
 */
#define WINERROR_LEXICON_MAX_PHRASE 12

/**
 * WINERROR_LEXICON_MAX_STEMS:
 *
 * How many stems one word is given at the most.
 */
#define WINERROR_LEXICON_MAX_STEMS 16

/**
 * WinerrorStem:
 * @start: where it begins in the word, in bytes
 * @length: how long it is, in bytes
 *
 * A part of a word that its inflected forms have in common.
 */
typedef struct
{
  gsize start;
  gsize length;
} WinerrorStem;

/**
 * WinerrorPhrase:
 * @n_words: how many words it has
 * @words: the words, folded
 * @stops: for each word whether it is a stop word
 * @n_content: how many words are no stop words
 * @query_only: it is looked for in queries, not in descriptions: in round brackets in the file
 *
 * A term that callers use: one word or several.
 */
typedef struct
{
  guint n_words;
  char *words[WINERROR_LEXICON_MAX_PHRASE];
  gboolean stops[WINERROR_LEXICON_MAX_PHRASE];
  guint n_content;
  gboolean query_only;
} WinerrorPhrase;

/**
 * WinerrorLexicon:
 *
 * What is known of the words of one language: which carry no meaning, which speak of a family of
 * codes, which suffixes and prefixes they take, and which terms may stand for one another (synonym
 * sets). Immutable.
 */
typedef struct _WinerrorLexicon WinerrorLexicon;

WinerrorLexicon *winerror_lexicon_new (const char *text, gssize length);
WinerrorLexicon *winerror_lexicon_new_built_in (const char *language);
WinerrorLexicon *winerror_lexicon_ref (WinerrorLexicon *self);
void winerror_lexicon_unref (WinerrorLexicon *self);

gboolean winerror_lexicon_is_stop (WinerrorLexicon *self, const char *word);
gboolean
winerror_lexicon_names_family (WinerrorLexicon *self, const char *word, WinerrorFamily *family);
guint winerror_lexicon_get_stems (WinerrorLexicon *self,
                                  const char *word,
                                  gsize length,
                                  WinerrorStem stems[WINERROR_LEXICON_MAX_STEMS]);
void winerror_lexicon_append_key (WinerrorLexicon *self, GString *key, const char *word);
gboolean winerror_lexicon_find_synonym_sets (WinerrorLexicon *self,
                                             const char *key,
                                             GPtrArray **synonym_sets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorLexicon, winerror_lexicon_unref)

G_END_DECLS
