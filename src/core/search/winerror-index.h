// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"
#include "winerror-language.h"
#include "winerror-lexicon.h"

G_BEGIN_DECLS

/**
 * WinerrorPosting:
 * @entry: position of an entry in the catalog
 * @position: which word of the entry it is, counted from 0
 *
 * An occurrence of a word.
 */
typedef struct
{
  guint32 entry;
  guint32 position;
} WinerrorPosting;

/**
 * WinerrorIndex:
 *
 * The words of all entries in one language and where they stand; in English those of the symbols
 * too, in others only what is translated. Made once, immutable.
 */
typedef struct _WinerrorIndex WinerrorIndex;

WinerrorIndex *winerror_index_new (WinerrorCatalog *catalog, WinerrorLanguage *language);
void winerror_index_free (WinerrorIndex *self);

WinerrorLexicon *winerror_index_get_lexicon (WinerrorIndex *self);

guint winerror_index_get_n_entries (WinerrorIndex *self);
guint winerror_index_get_n_words (WinerrorIndex *self);
const char *winerror_index_get_word (WinerrorIndex *self, guint word, gsize *length);
const WinerrorPosting *winerror_index_get_postings (WinerrorIndex *self, guint word, guint *n);
float winerror_index_get_document_weight (WinerrorIndex *self, guint entry);

gboolean winerror_index_find_word (WinerrorIndex *self, const char *text, guint *word);
void winerror_index_find_prefix (WinerrorIndex *self, const char *text, guint *first, guint *end);
void winerror_index_find_inside (WinerrorIndex *self, const char *text, GArray *words);
void winerror_index_find_forms (WinerrorIndex *self, const char *text, GArray *words);
void
winerror_index_find_similar (WinerrorIndex *self, const char *text, guint distance, GArray *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorIndex, winerror_index_free)

G_END_DECLS
