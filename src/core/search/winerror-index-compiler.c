// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Makes the block of bytes that an index is. */

#include "winerror-index-private.h"

#include "winerror-word-reader.h"

#include <string.h>

/* How many words lie between two notes on one entry. */
#define NOTE_GAP 16

/* An occurrence of a word, in the order in which the entries are read. */
typedef struct
{
  guint32 word; /* number of the word, in order of first occurrence */
  WinerrorPosting posting;
} Token;

/* A stem of a word. */
typedef struct
{
  WinerrorIndexStem stem;
  guint32 word;
} WordStem;

typedef struct
{
  WinerrorLexicon *lexicon;
  guint n_entries;

  /* as they are read */
  GHashTable *numbers; /* word -> number + 1 */
  GStringChunk *texts;
  GPtrArray *words;
  GArray *tokens;

  /* from one order to the other */
  guint32 *order; /* alphabetical number -> number */
  guint32 *ranks; /* number -> alphabetical number */

  /* what is copied into the block, see WinerrorIndexPart */
  GArray *offsets;
  GArray *stems;
  GArray *forms;
  GArray *spellings;
  GArray *groups;
  GString *arena;

  char *block;
  guint64 starts[WINERROR_N_INDEX_PARTS + 1];
} Compiler;

static void
compiler_init (Compiler *self, guint n_entries, WinerrorLexicon *lexicon)
{
  *self = (Compiler){
    .lexicon = lexicon,
    .n_entries = n_entries,
    .numbers = g_hash_table_new (g_str_hash, g_str_equal),
    .texts = g_string_chunk_new (16 * 1024),
    .words = g_ptr_array_new (),
    .tokens = g_array_new (FALSE, FALSE, sizeof (Token)),
    .offsets = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .stems = g_array_new (FALSE, FALSE, sizeof (WinerrorIndexStem)),
    .forms = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .spellings = g_array_new (FALSE, FALSE, sizeof (WinerrorSpelling)),
    .groups = g_array_new (FALSE, TRUE, sizeof (WinerrorSpellingGroup)),
    .arena = g_string_new (NULL),
  };
}

static void
compiler_clear (Compiler *self)
{
  g_hash_table_unref (self->numbers);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->words);
  g_array_unref (self->tokens);
  g_free (self->order);
  g_free (self->ranks);
  g_array_unref (self->offsets);
  g_array_unref (self->stems);
  g_array_unref (self->forms);
  g_array_unref (self->spellings);
  g_array_unref (self->groups);
  g_string_free (self->arena, TRUE);
}

/* The number of a word, a new one where it has none yet. */
static guint32
number_word (Compiler *self, const char *folded)
{
  gpointer found = g_hash_table_lookup (self->numbers, folded);

  if (found == NULL)
    {
      char *copy = g_string_chunk_insert (self->texts, folded);

      g_ptr_array_add (self->words, copy);
      found = GUINT_TO_POINTER (self->words->len);
      g_hash_table_insert (self->numbers, copy, found);
    }
  return GPOINTER_TO_UINT (found) - 1;
}

/* Reads a text whose first word is number @position of the field. Returns the number after the last
 * word. */
static guint
read_on (Compiler *self, const char *text, guint32 entry, WinerrorIndexField field, guint position)
{
  g_auto (WinerrorWordReader) reader = { 0 };
  WinerrorWord word;

  winerror_word_reader_init (&reader, text, -1);
  while (winerror_word_reader_next (&reader, &word))
    {
      Token token = {
        .word = number_word (self, word.folded),
        .posting.entry = entry,
        .posting.position = (guint16) MIN (position, G_MAXUINT16),
        .posting.field = (guint8) field,
      };

      g_array_append_val (self->tokens, token);
      position++;
    }
  return position;
}

/* Reads the texts of entries, those of an entry one after the other: a word has one posting for an
 * entry, with the number of its texts that have it. */
static void
read_counts (Compiler *self, GPtrArray *texts, const guint32 *entries)
{
  g_autoptr (GArray)
      text_of = g_array_new (FALSE, FALSE, sizeof (guint)); /* the last with a word */
  g_autoptr (GArray) token_of = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < texts->len; i++)
    {
      g_auto (WinerrorWordReader) reader = { 0 };
      WinerrorWord word;

      winerror_word_reader_init (&reader, texts->pdata[i], -1);
      while (winerror_word_reader_next (&reader, &word))
        {
          Token token = { .word = number_word (self, word.folded),
                          .posting = { .entry = entries[i], .position = 1 } };
          Token *last;

          if (token.word == token_of->len)
            {
              g_array_append_val (text_of, i);
              g_array_append_val (token_of, self->tokens->len);
              g_array_append_val (self->tokens, token);
              continue;
            }
          if (g_array_index (text_of, guint, token.word) == i)
            continue;
          g_array_index (text_of, guint, token.word) = i;
          last = &g_array_index (self->tokens, Token, g_array_index (token_of, guint, token.word));
          if (last->posting.entry == entries[i])
            {
              last->posting.position += last->posting.position < G_MAXUINT16;
              continue;
            }
          g_array_index (token_of, guint, token.word) = self->tokens->len;
          g_array_append_val (self->tokens, token);
        }
    }
}

static void
read_text (Compiler *self, const char *text, guint32 entry, WinerrorIndexField field)
{
  read_on (self, text, entry, field, 0);
}

/* Reads a text in English as it is, in another language only if it is translated. */
static void
read_translated (Compiler *self,
                 const char *text,
                 WinerrorLanguage *language,
                 guint32 entry,
                 WinerrorIndexField field)
{
  const char *translated = winerror_language_translate (language, text);

  if (translated != text || g_str_equal (winerror_language_get_id (language), "en"))
    read_text (self, translated, entry, field);
}

static void
read_entries (Compiler *self, WinerrorCatalog *catalog, WinerrorLanguage *language)
{
  gboolean source = g_str_equal (winerror_language_get_id (language), "en");

  for (guint i = 0; i < self->n_entries; i++)
    {
      WinerrorEntryInfo info;
      WinerrorTable *table;
      const WinerrorAdvice *advice;

      if (!source && !winerror_catalog_is_translatable (catalog, i))
        continue;
      table = winerror_catalog_get_info (catalog, i, &info);
      if (info.description != NULL)
        read_translated (self, info.description, language, i, WINERROR_INDEX_FIELD_DESCRIPTION);
      if (info.symbol != NULL && source)
        read_text (self, info.symbol, i, WINERROR_INDEX_FIELD_SYMBOL);
      advice = winerror_catalog_lookup_advice (catalog, winerror_table_get_info (table)->family,
                                               info.code);
      if (advice == NULL)
        continue;
      read_translated (self, advice->means, language, i, WINERROR_INDEX_FIELD_MEANS);
      for (gsize j = 0; advice->checks[j] != NULL; j++)
        read_translated (self, advice->checks[j], language, i, WINERROR_INDEX_FIELD_CHECK);
    }
}

/* A text of an own table, or a note. */
typedef struct
{
  guint32 entry;
  WinerrorIndexField field;
  const char *text;
} OwnText;

static void
collect_own (guint position, const char *text, gboolean is_symbol, gpointer user_data)
{
  const OwnText own = {
    .entry = position,
    .field = is_symbol ? WINERROR_INDEX_FIELD_SYMBOL : WINERROR_INDEX_FIELD_DESCRIPTION,
    .text = text,
  };

  g_array_append_val ((GArray *) user_data, own);
}

static void
collect_note (guint position, const char *text, gboolean is_symbol, gpointer user_data)
{
  const OwnText own = { .entry = position, .field = WINERROR_INDEX_FIELD_NOTE, .text = text };

  g_array_append_val ((GArray *) user_data, own);
}

static int
compare_own (gconstpointer a, gconstpointer b)
{
  const OwnText *left = a;
  const OwnText *right = b;

  if (left->entry != right->entry)
    return left->entry < right->entry ? -1 : 1;
  return (left->field > right->field) - (left->field < right->field);
}

/* Postings are to be in order of entry and field. */
static void
read_own (Compiler *self, WinerrorCatalog *catalog, gboolean notes)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (OwnText));
  guint position = 0;

  if (notes)
    winerror_catalog_foreach_note (catalog, collect_note, texts);
  else
    winerror_catalog_foreach_own (catalog, collect_own, texts);
  g_array_sort (texts, compare_own);
  for (guint i = 0; i < texts->len; i++)
    {
      const OwnText *own = &g_array_index (texts, OwnText, i);

      /* no phrase reaches from one text into the next */
      position = i > 0 && compare_own (&own[-1], own) == 0 ? position + NOTE_GAP : 0;
      position = read_on (self, own->text, own->entry, own->field, position);
    }
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer data)
{
  GPtrArray *words = data;

  return strcmp (words->pdata[*(const guint32 *) a], words->pdata[*(const guint32 *) b]);
}

/* Puts the words into the arena in alphabetical order; this gives them their numbers. */
static void
sort_words (Compiler *self)
{
  guint n_words = self->words->len;
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_words + 1);
  guint32 end;

  for (guint32 i = 0; i < n_words; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_words, self->words);
  self->order = (guint32 *) (gpointer) g_array_free (order, FALSE);

  self->ranks = g_new (guint32, n_words + 1);
  g_string_append_c (self->arena, WINERROR_INDEX_SEPARATOR);
  for (guint32 i = 0; i < n_words; i++)
    {
      const char *text = self->words->pdata[self->order[i]];
      gsize length = strlen (text);
      guint32 offset = (guint32) self->arena->len;
      WinerrorSpelling spelling = winerror_spelling_new (text, length);

      self->ranks[self->order[i]] = i;
      g_array_append_val (self->offsets, offset);
      g_array_append_val (self->spellings, spelling);
      g_array_set_size (self->groups, i / WINERROR_INDEX_GROUP + 1);
      winerror_spelling_group_add (&g_array_index (self->groups, WinerrorSpellingGroup,
                                                   i / WINERROR_INDEX_GROUP),
                                   &spelling);
      g_string_append_len (self->arena, text, (gssize) length);
      g_string_append_c (self->arena, WINERROR_INDEX_SEPARATOR);
    }
  end = (guint32) self->arena->len;
  g_array_append_val (self->offsets, end);
}

static int
compare_stems (const WinerrorIndexStem *left, const WinerrorIndexStem *right, const char *arena)
{
  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return winerror_index_compare (arena + left->start, left->length, arena + right->start,
                                 right->length);
}

static int
compare_word_stems (gconstpointer a, gconstpointer b, gpointer arena)
{
  const WordStem *left = a;
  const WordStem *right = b;
  int order = compare_stems (&left->stem, &right->stem, arena);

  return order != 0 ? order : (left->word > right->word) - (left->word < right->word);
}

/* The stems of all words. */
static GArray *
list_word_stems (Compiler *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (WordStem));

  for (guint32 word = 0; word < self->words->len; word++)
    {
      guint32 offset = g_array_index (self->offsets, guint32, word);
      gsize length = g_array_index (self->offsets, guint32, word + 1) - offset - 1;
      const char *text = self->arena->str + offset;
      WinerrorStem stems[WINERROR_LEXICON_MAX_STEMS];
      guint n = winerror_lexicon_get_stems (self->lexicon, text, length, stems);

      for (guint i = 0; i < n; i++)
        {
          WordStem word_stem = {
            .stem.key = winerror_index_get_key (text + stems[i].start, stems[i].length),
            .stem.start = offset + (guint32) stems[i].start,
            .stem.length = (guint32) stems[i].length,
            .word = word,
          };

          g_array_append_val (list, word_stem);
        }
    }
  return list;
}

/* Lists each stem once, with the words that have it. */
static void
collect_stems (Compiler *self)
{
  g_autoptr (GArray) list = list_word_stems (self);
  const char *arena = self->arena->str;
  WinerrorIndexStem end = { 0 };

  g_array_sort_with_data (list, compare_word_stems, (gpointer) arena);
  for (guint i = 0; i < list->len; i++)
    {
      WordStem *at = &g_array_index (list, WordStem, i);

      if (i == 0 || compare_stems (&at[-1].stem, &at->stem, arena) != 0)
        {
          at->stem.first_form = self->forms->len;
          g_array_append_val (self->stems, at->stem);
        }
      g_array_append_val (self->forms, at->word);
    }
  end.first_form = self->forms->len;
  g_array_append_val (self->stems, end);
}

static void
copy_part (Compiler *self, WinerrorIndexPart part, gconstpointer data, gsize size)
{
  if (size > 0)
    memcpy (self->block + self->starts[part], data, size);
}

/* Makes the block, with all that is known before the postings have their places. */
static void
lay_out (Compiler *self)
{
  const WinerrorIndexHeader header = {
    .magic = WINERROR_INDEX_MAGIC,
    .version = WINERROR_INDEX_VERSION,
    .n_entries = self->n_entries,
    .n_words = self->words->len,
    .n_postings = self->tokens->len,
    .n_stems = self->stems->len - 1,
    .n_forms = self->forms->len,
    .arena_size = (guint32) self->arena->len + 1,
  };

  winerror_index_get_layout (&header, self->starts);
  self->block = g_malloc0 (self->starts[WINERROR_N_INDEX_PARTS]);
  memcpy (self->block, &header, sizeof header);
  copy_part (self, WINERROR_INDEX_PART_OFFSETS, self->offsets->data,
             self->offsets->len * sizeof (guint32));
  copy_part (self, WINERROR_INDEX_PART_STEMS, self->stems->data,
             self->stems->len * sizeof (WinerrorIndexStem));
  copy_part (self, WINERROR_INDEX_PART_FORMS, self->forms->data,
             self->forms->len * sizeof (guint32));
  copy_part (self, WINERROR_INDEX_PART_SPELLINGS, self->spellings->data,
             self->spellings->len * sizeof (WinerrorSpelling));
  copy_part (self, WINERROR_INDEX_PART_GROUPS, self->groups->data,
             self->groups->len * sizeof (WinerrorSpellingGroup));
  copy_part (self, WINERROR_INDEX_PART_ARENA, self->arena->str, self->arena->len + 1);
}

/* Puts the postings in order of word; those of a word stay in the order of the entries. */
static void
place_postings (Compiler *self)
{
  const Token *tokens = (gconstpointer) self->tokens->data;
  guint n_words = self->words->len;
  guint32 *first = (gpointer) (self->block + self->starts[WINERROR_INDEX_PART_FIRST_POSTINGS]);
  WinerrorPosting *postings = (gpointer) (self->block + self->starts[WINERROR_INDEX_PART_POSTINGS]);
  g_autofree guint32 *next = NULL;

  for (guint i = 0; i < self->tokens->len; i++)
    first[self->ranks[tokens[i].word] + 1]++;
  for (guint i = 0; i < n_words; i++)
    first[i + 1] += first[i];

  next = g_memdup2 (first, (n_words + 1) * sizeof *next);
  for (guint i = 0; i < self->tokens->len; i++)
    postings[next[self->ranks[tokens[i].word]]++] = tokens[i].posting;
}

/* The weight of a document is what the words of its description and its symbol that carry meaning
 * weigh together, each once. */
static void
weigh_documents (Compiler *self)
{
  const guint32 *first = (gpointer) (self->block +
                                     self->starts[WINERROR_INDEX_PART_FIRST_POSTINGS]);
  const WinerrorPosting *postings = (gpointer) (self->block +
                                                self->starts[WINERROR_INDEX_PART_POSTINGS]);
  float *weights = (gpointer) (self->block + self->starts[WINERROR_INDEX_PART_DOCUMENT_WEIGHTS]);

  for (guint word = 0; word < self->words->len; word++)
    {
      float weight = winerror_index_get_inverse_document_frequency (self->n_entries,
                                                                    first[word + 1] - first[word]);

      if (winerror_lexicon_is_stop (self->lexicon, self->words->pdata[self->order[word]]))
        continue;
      for (guint32 i = first[word]; i < first[word + 1]; i++)
        if ((i == first[word] || postings[i].entry != postings[i - 1].entry) &&
            postings[i].field <= WINERROR_INDEX_FIELD_SYMBOL)
          weights[postings[i].entry] += weight;
    }
}

/* Makes the block of what has been read. */
static GBytes *
finish (Compiler *self)
{
  GBytes *bytes;

  sort_words (self);
  collect_stems (self);
  lay_out (self);
  place_postings (self);
  weigh_documents (self);
  bytes = g_bytes_new_take (self->block, self->starts[WINERROR_N_INDEX_PARTS]);
  compiler_clear (self);
  return bytes;
}

/* The same as winerror_index_compile(), for callers that have the lexicon of the language. */
GBytes *
winerror_index_compile_with_lexicon (WinerrorCatalog *catalog,
                                     WinerrorLanguage *language,
                                     WinerrorLexicon *lexicon)
{
  Compiler compiler;

  compiler_init (&compiler, winerror_catalog_get_n_built_in (catalog), lexicon);
  read_entries (&compiler, catalog, language);
  return finish (&compiler);
}

/* An index of the own tables, or of the notes. */
GBytes *
winerror_index_compile_own (WinerrorCatalog *catalog, gboolean notes, WinerrorLexicon *lexicon)
{
  Compiler compiler;

  compiler_init (&compiler, winerror_catalog_get_n_entries (catalog), lexicon);
  read_own (&compiler, catalog, notes);
  return finish (&compiler);
}

/**
 * winerror_index_compile:
 * @catalog: the entries
 * @language: the language of the descriptions to read; those that it has not are left to the index
 *   of the English ones
 *
 * Makes the bytes of an index. They are those of this machine: another byte order, another version
 * of the program or another lexicon needs its own.
 *
 * Returns: (transfer full): what winerror_index_new_from_bytes() takes
 */
GBytes *
winerror_index_compile (WinerrorCatalog *catalog, WinerrorLanguage *language)
{
  g_autoptr (WinerrorLexicon) lexicon = NULL;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  lexicon = winerror_lexicon_new_built_in (winerror_language_get_id (language));
  return winerror_index_compile_with_lexicon (catalog, language, lexicon);
}

/**
 * winerror_index_compile_counts:
 * @texts: (element-type utf8): texts, those of an entry one after the other
 * @entries: (array) (nullable): for each text, the number of its entry, from 0 without a gap; %NULL
 *   where there are no texts
 * @language: the language of the texts, as in po/LINGUAS, or "en"
 *
 * Makes the bytes of an index that tells in how many of the texts of an entry a word stands: its
 * postings have one for each entry, and that number in place of the position.
 *
 * Returns: (transfer full): what winerror_index_new_from_bytes() takes
 */
GBytes *
winerror_index_compile_counts (GPtrArray *texts, const guint32 *entries, const char *language)
{
  g_autoptr (WinerrorLexicon) lexicon = NULL;
  Compiler compiler;

  g_return_val_if_fail (texts != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  lexicon = winerror_lexicon_new_built_in (language);
  compiler_init (&compiler, texts->len > 0 ? entries[texts->len - 1] + 1 : 0, lexicon);
  read_counts (&compiler, texts, entries);
  return finish (&compiler);
}
