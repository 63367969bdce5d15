// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"
#include "winerror-language.h"
#include "winerror-lexicon.h"

G_BEGIN_DECLS

/**
 * WinerrorIndexField:
 * @WINERROR_INDEX_FIELD_DESCRIPTION: the description
 * @WINERROR_INDEX_FIELD_SYMBOL: the symbol
 * @WINERROR_INDEX_FIELD_MEANS: what the error usually means
 * @WINERROR_INDEX_FIELD_CHECK: what to check
 * @WINERROR_INDEX_FIELD_NOTE: what help desks themselves say
 * @WINERROR_N_INDEX_FIELDS: how many there are
 *
 * A text of an entry that has words; the ones that say most of it come first.
 */
typedef enum
{
  WINERROR_INDEX_FIELD_DESCRIPTION,
  WINERROR_INDEX_FIELD_SYMBOL,
  WINERROR_INDEX_FIELD_MEANS,
  WINERROR_INDEX_FIELD_CHECK,
  WINERROR_INDEX_FIELD_NOTE,
  WINERROR_N_INDEX_FIELDS,
} WinerrorIndexField;

/**
 * WinerrorPosting:
 * @entry: position of the entry in the catalog
 * @position: which word of the field it is, counted from 0; all after the 65,536th have the same
 * @field: a #WinerrorIndexField
 *
 * An occurrence of a word.
 */
typedef struct
{
  guint32 entry;
  guint16 position;
  guint8 field;
} WinerrorPosting;

/**
 * winerror_posting_get_place:
 * @posting: a posting
 *
 * Returns: where the word stands, as one number: entries and fields are so far apart that no phrase
 *   reaches from one into the next
 */
static inline guint64
winerror_posting_get_place (const WinerrorPosting *posting)
{
  return (guint64) posting->entry << 32 | (guint64) posting->field << 20 | posting->position;
}

guint
winerror_postings_skip_to (const WinerrorPosting *postings, guint n, guint from, guint64 place);

/**
 * WINERROR_INDEX_RESOURCE:
 *
 * Where the index of the built-in English texts lies in the file of built-in data: see
 * winerror_data_file_lookup().
 */
#define WINERROR_INDEX_RESOURCE "/io/github/winerror/Winerror/index.compiled"

/**
 * WinerrorIndex:
 *
 * The words of all built-in entries in one language and where they stand; in English those of the
 * symbols too, in others only what is translated; or those of own tables or of notes. Made once,
 * immutable.
 */
typedef struct _WinerrorIndex WinerrorIndex;

GBytes *winerror_index_compile (WinerrorCatalog *catalog, WinerrorLanguage *language);
GBytes *
winerror_index_compile_counts (GPtrArray *texts, const guint32 *entries, const char *language);

WinerrorIndex *winerror_index_new (WinerrorCatalog *catalog, WinerrorLanguage *language);
WinerrorIndex *
winerror_index_new_from_bytes (GBytes *bytes, WinerrorLanguage *language, GError **error);
WinerrorIndex *
winerror_index_new_from_bytes_like (GBytes *bytes, WinerrorIndex *other, GError **error);
WinerrorIndex *winerror_index_new_own (WinerrorCatalog *catalog);
WinerrorIndex *winerror_index_new_notes (WinerrorCatalog *catalog);
WinerrorIndex *winerror_index_ref (WinerrorIndex *self);
void winerror_index_unref (WinerrorIndex *self);
gboolean winerror_index_check (WinerrorIndex *self, GError **error);

WinerrorLexicon *winerror_index_get_lexicon (WinerrorIndex *self);

guint winerror_index_get_n_entries (WinerrorIndex *self);
guint winerror_index_get_n_postings (WinerrorIndex *self);
guint winerror_index_get_n_words (WinerrorIndex *self);
const char *winerror_index_get_word (WinerrorIndex *self, guint word, gsize *length);
const WinerrorPosting *winerror_index_get_postings (WinerrorIndex *self, guint word, guint *n);
float winerror_index_get_document_weight (WinerrorIndex *self, guint entry);
float winerror_index_get_inverse_document_frequency (guint n_entries, guint n_occurrences);

gboolean winerror_index_find_word (WinerrorIndex *self, const char *text, guint *word);
void winerror_index_find_prefix (WinerrorIndex *self, const char *text, guint *first, guint *end);
void winerror_index_find_inside (WinerrorIndex *self, const char *text, GArray *words);
void winerror_index_find_forms (WinerrorIndex *self, const char *text, GArray *words);
void
winerror_index_find_similar (WinerrorIndex *self, const char *text, guint distance, GArray *words);
void winerror_index_find_misspelt (WinerrorIndex *self, const char *text, GArray *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorIndex, winerror_index_unref)

G_END_DECLS
