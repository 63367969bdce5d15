// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-index.h"
#include "winerror-spelling.h"

G_BEGIN_DECLS

/* An index is one block of bytes that is used where it lies: a header and the parts below, one
 * after the other, aligned to 4 bytes, in the byte order of the machine. Whatever changes what is
 * in it (a part, a field, how words are read) changes the version. */
#define WINERROR_INDEX_MAGIC   0x58495657u /* "WVIX" */
#define WINERROR_INDEX_VERSION 3u

/* How many words that follow one another have a group of spellings. */
#define WINERROR_INDEX_GROUP 64

/* Between two words of the arena: no word and no query has it. */
#define WINERROR_INDEX_SEPARATOR '\n'

typedef struct
{
  guint32 magic;
  guint32 version;
  guint32 n_entries;
  guint32 n_words;
  guint32 n_postings;
  guint32 n_stems;
  guint32 n_forms;
  guint32 arena_size; /* in bytes, with the NUL at its end */
} WinerrorIndexHeader;

/* A stem and its forms: the words that have it. */
typedef struct
{
  guint32 key;   /* its first bytes, see winerror_index_get_key() */
  guint32 start; /* where it stands in the arena, as a part of a word */
  guint32 length;
  guint32 first_form; /* number of its first form; those up to the next stem's are its own */
} WinerrorIndexStem;

/* The words lie in the arena in alphabetical order, with a separator before the first and after
 * each, so that the numbers of words with the same prefix follow one another and one pass of
 * strstr() finds all that have something inside. */
typedef enum
{
  WINERROR_INDEX_PART_DOCUMENT_WEIGHTS, /* float, one for each entry */
  WINERROR_INDEX_PART_OFFSETS,          /* guint32: where each word begins; one more for the end */
  WINERROR_INDEX_PART_FIRST_POSTINGS,   /* guint32: that of each word; one more for the end */
  WINERROR_INDEX_PART_POSTINGS,         /* WinerrorPosting, by word, entry, field, position */
  WINERROR_INDEX_PART_STEMS,     /* WinerrorIndexStem, alphabetically; one more for the end */
  WINERROR_INDEX_PART_FORMS,     /* guint32: numbers of words */
  WINERROR_INDEX_PART_SPELLINGS, /* WinerrorSpelling, one for each word */
  WINERROR_INDEX_PART_GROUPS, /* WinerrorSpellingGroup, one for each WINERROR_INDEX_GROUP words */
  WINERROR_INDEX_PART_ARENA,
  WINERROR_N_INDEX_PARTS,
} WinerrorIndexPart;

G_STATIC_ASSERT (sizeof (WinerrorIndexHeader) == 32);
G_STATIC_ASSERT (sizeof (WinerrorPosting) == 8);
G_STATIC_ASSERT (sizeof (WinerrorIndexStem) == 16);
G_STATIC_ASSERT (sizeof (WinerrorSpelling) == 12);
G_STATIC_ASSERT (G_ALIGNOF (WinerrorSpelling) == 4);
G_STATIC_ASSERT (sizeof (WinerrorSpellingGroup) == 20);
G_STATIC_ASSERT (G_ALIGNOF (WinerrorSpellingGroup) == 4);

/* The parts lie in the block of bytes, see WinerrorIndexPart. */
struct _WinerrorIndex
{
  gatomicrefcount references;
  WinerrorLexicon *lexicon;
  GBytes *bytes;
  WinerrorIndexHeader header;
  const float *document_weights;
  const guint32 *offsets;
  const guint32 *first_postings;
  const WinerrorPosting *postings;
  const WinerrorIndexStem *stems;
  const guint32 *forms;
  const WinerrorSpelling *spellings;
  const WinerrorSpellingGroup *groups;
  const char *arena;
};

/* Fills in where each part begins, and last where the block ends. */
void winerror_index_get_layout (const WinerrorIndexHeader *header,
                                guint64 starts[WINERROR_N_INDEX_PARTS + 1]);

/* Compares texts byte by byte; of two that begin alike, the shorter comes first. */
int winerror_index_compare (const char *a, gsize a_length, const char *b, gsize b_length);

/* The first bytes of a text as a number that sorts as they do: most texts differ in these. */
guint32 winerror_index_get_key (const char *text, gsize length);

GBytes *winerror_index_compile_with_lexicon (WinerrorCatalog *catalog,
                                             WinerrorLanguage *language,
                                             WinerrorLexicon *lexicon);

GBytes *
winerror_index_compile_own (WinerrorCatalog *catalog, gboolean notes, WinerrorLexicon *lexicon);

G_END_DECLS
