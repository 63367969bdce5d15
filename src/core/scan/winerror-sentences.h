// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"

G_BEGIN_DECLS

/**
 * WINERROR_SENTENCE_MAX_LENGTH:
 *
 * How long a sentence may be in a text, in bytes; longer ones are not looked for.
 */
#define WINERROR_SENTENCE_MAX_LENGTH 1536

/**
 * WinerrorSentences:
 *
 * Descriptions of entries that are to be found in texts.
 */
typedef struct _WinerrorSentences WinerrorSentences;

/**
 * WinerrorSentenceMatch:
 * @start: where the sentence begins
 * @length: its length in bytes, with its full stop
 * @positions: (array length=n_positions): the positions of its entries in the catalog; valid until
 *   a sentence is added
 * @n_positions: how many entries it names
 *
 * A sentence in a text.
 */
typedef struct
{
  const char *start;
  gsize length;
  const guint *positions;
  guint n_positions;
} WinerrorSentenceMatch;

/**
 * WinerrorSentenceFunc:
 * @anchor: four bytes, in small letters, that are part of a sentence
 * @user_data: what was given to winerror_sentences_prepare()
 *
 * Takes an anchor: where one stands in a text, sentences are to be looked for.
 */
typedef void (*WinerrorSentenceFunc) (const char *anchor, gpointer user_data);

WinerrorSentences *winerror_sentences_new (WinerrorCatalog *catalog);
void winerror_sentences_free (WinerrorSentences *self);

void winerror_sentences_add (WinerrorSentences *self, const char *text, guint position);
void
winerror_sentences_prepare (WinerrorSentences *self, WinerrorSentenceFunc func, gpointer user_data);
gboolean winerror_sentences_match (WinerrorSentences *self,
                                   const char *begin,
                                   const char *anchor,
                                   const char *end,
                                   WinerrorSentenceMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorSentences, winerror_sentences_free)

G_END_DECLS
