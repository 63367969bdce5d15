// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-index.h"

#include "winerror-spelling.h"
#include "winerror-text.h"
#include "winerror-word-reader.h"

#include <math.h>
#include <string.h>

/* Between two words of the arena: no word and no query has it. */
#define SEPARATOR '\n'

/* How far apart the words of a description and those of the symbol are. */
#define SYMBOL_GAP 8

/* Longer words have no forms. In bytes. */
#define MAX_STEM 256

/* The words lie in one arena in alphabetical order, so that the numbers of words with the same
 * beginning follow one another and one pass of strstr() finds all that have something inside. */
struct _WinerrorIndex
{
  WinerrorLanguage *language;
  WinerrorLexicon *lexicon;
  GString *arena;
  GArray *offsets;   /* guint32: where each word begins; one more for the end */
  GArray *first;     /* guint32: the first posting of each word; one more for the end */
  GArray *postings;  /* WinerrorPosting, by word, then entry, then position */
  GHashTable *stems; /* stem -> number in forms + 1 of the first one */
  GStringChunk *stem_texts;
  GArray *forms;     /* Form: lists of words with the same stem */
  GArray *spellings; /* WinerrorSpelling, one for each word */
  guint n_entries;
  float *document_weights;
};

typedef struct
{
  guint32 word;
  guint32 next; /* number + 1 of the next in the list, 0 at its end */
} Form;

/* A word in the making. */
typedef struct
{
  guint32 id;
  guint32 entry;
  guint32 position;
} Token;

typedef struct
{
  GHashTable *ids;
  GStringChunk *texts;
  GPtrArray *words;
  GArray *tokens;
} Builder;

static guint
add_text (Builder *builder, const char *text, guint32 entry, guint position)
{
  g_auto (WinerrorWordReader) reader = { 0 };
  WinerrorWord word;

  winerror_word_reader_init (&reader, text, -1);
  while (winerror_word_reader_next (&reader, &word))
    {
      gpointer found = g_hash_table_lookup (builder->ids, word.folded);
      Token token = { .entry = entry, .position = position++ };

      if (found == NULL)
        {
          char *copy = g_string_chunk_insert (builder->texts, word.folded);

          g_ptr_array_add (builder->words, copy);
          found = GUINT_TO_POINTER (builder->words->len);
          g_hash_table_insert (builder->ids, copy, found);
        }
      token.id = GPOINTER_TO_UINT (found) - 1;
      g_array_append_val (builder->tokens, token);
    }
  return position;
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer data)
{
  GPtrArray *words = data;

  return strcmp (words->pdata[*(const guint32 *) a], words->pdata[*(const guint32 *) b]);
}

static gboolean
copy_stem (const char *text, const WinerrorStem *stem, char buffer[MAX_STEM])
{
  if (stem->length >= MAX_STEM)
    return FALSE;
  memcpy (buffer, text + stem->start, stem->length);
  buffer[stem->length] = '\0';
  return TRUE;
}

static void
add_stems (WinerrorIndex *self, guint32 word, const char *text)
{
  WinerrorStem stems[WINERROR_LEXICON_MAX_STEMS];
  guint n = winerror_lexicon_get_stems (self->lexicon, text, strlen (text), stems);
  char buffer[MAX_STEM];

  for (guint i = 0; i < n; i++)
    {
      Form form = { .word = word };
      gpointer key;
      gpointer value;

      if (!copy_stem (text, &stems[i], buffer))
        continue;
      if (g_hash_table_lookup_extended (self->stems, buffer, &key, &value))
        form.next = GPOINTER_TO_UINT (value);
      else
        key = g_string_chunk_insert (self->stem_texts, buffer);
      g_array_append_val (self->forms, form);
      g_hash_table_insert (self->stems, key, GUINT_TO_POINTER (self->forms->len));
    }
}

/* Renumbers the words alphabetically and sorts the tokens by word, keeping their order. */
static void
finish (WinerrorIndex *self, Builder *builder)
{
  guint n_entries = self->n_entries;
  guint n_words = builder->words->len;
  g_autofree guint32 *order = g_new (guint32, n_words + 1);
  g_autofree guint32 *rank = g_new (guint32, n_words + 1);
  guint32 *first;
  guint32 end;

  for (guint32 i = 0; i < n_words; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n_words, sizeof *order, compare_words, builder->words);

  g_string_append_c (self->arena, SEPARATOR);
  for (guint32 i = 0; i < n_words; i++)
    {
      const char *text = builder->words->pdata[order[i]];
      guint32 offset = (guint32) self->arena->len;
      WinerrorSpelling spelling;

      rank[order[i]] = i;
      g_array_append_val (self->offsets, offset);
      g_string_append (self->arena, text);
      g_string_append_c (self->arena, SEPARATOR);
      add_stems (self, i, text);
      spelling = winerror_spelling_new (text, strlen (text));
      g_array_append_val (self->spellings, spelling);
    }
  end = (guint32) self->arena->len;
  g_array_append_val (self->offsets, end);

  g_array_set_size (self->first, n_words + 1);
  first = &g_array_index (self->first, guint32, 0);
  memset (first, 0, (n_words + 1) * sizeof *first);
  for (guint i = 0; i < builder->tokens->len; i++)
    first[rank[g_array_index (builder->tokens, Token, i).id] + 1]++;
  for (guint i = 0; i < n_words; i++)
    first[i + 1] += first[i];

  g_array_set_size (self->postings, builder->tokens->len);
  {
    g_autofree guint32 *next = g_memdup2 (first, (n_words + 1) * sizeof *first);

    for (guint i = 0; i < builder->tokens->len; i++)
      {
        const Token *token = &g_array_index (builder->tokens, Token, i);
        WinerrorPosting *posting = &g_array_index (self->postings, WinerrorPosting,
                                                   next[rank[token->id]]++);

        posting->entry = token->entry;
        posting->position = token->position;
      }
  }

  self->document_weights = g_new0 (float, n_entries + 1);
  for (guint32 i = 0; i < n_words; i++)
    {
      const WinerrorPosting *postings;
      guint32 last = G_MAXUINT32;
      guint n;
      float weight;

      if (winerror_lexicon_is_stop (self->lexicon, builder->words->pdata[order[i]]))
        continue;
      postings = winerror_index_get_postings (self, i, &n);
      weight = logf (1.0f + (float) n_entries / (float) n);
      for (guint j = 0; j < n; j++)
        if (postings[j].entry != last)
          {
            last = postings[j].entry;
            self->document_weights[last] += weight;
          }
    }
}

/**
 * winerror_index_new:
 * @catalog: the entries
 * @language: the language of the descriptions to read; those that it has not are left to the index
 *   of the English ones
 *
 * Returns: (transfer full): an index
 */
WinerrorIndex *
winerror_index_new (WinerrorCatalog *catalog, WinerrorLanguage *language)
{
  WinerrorIndex *self = g_new0 (WinerrorIndex, 1);
  guint n = winerror_catalog_get_n_entries (catalog);
  gboolean source = g_str_equal (winerror_language_get_id (language), "en");
  Builder builder = {
    .ids = g_hash_table_new (g_str_hash, g_str_equal),
    .texts = g_string_chunk_new (16 * 1024),
    .words = g_ptr_array_new (),
    .tokens = g_array_new (FALSE, FALSE, sizeof (Token)),
  };

  self->n_entries = n;
  self->language = winerror_language_ref (language);
  self->lexicon = winerror_lexicon_new_built_in (winerror_language_get_id (language));
  self->arena = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->first = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->postings = g_array_new (FALSE, FALSE, sizeof (WinerrorPosting));
  self->stems = g_hash_table_new (g_str_hash, g_str_equal);
  self->stem_texts = g_string_chunk_new (16 * 1024);
  self->forms = g_array_new (FALSE, FALSE, sizeof (Form));
  self->spellings = g_array_new (FALSE, FALSE, sizeof (WinerrorSpelling));

  for (guint i = 0; i < n; i++)
    {
      WinerrorEntry *entry = winerror_catalog_get_entry (catalog, i);
      const char *description = winerror_language_describe (language, entry);
      guint position;

      if (!source && g_str_equal (description, winerror_entry_get_source_description (entry)))
        continue;
      position = add_text (&builder, description, i, 0);
      /* positions are left free: no phrase reaches from the description into the symbol */
      if (source)
        add_text (&builder, winerror_entry_get_symbol (entry), i, position + SYMBOL_GAP);
    }
  finish (self, &builder);

  g_hash_table_unref (builder.ids);
  g_string_chunk_free (builder.texts);
  g_ptr_array_unref (builder.words);
  g_array_unref (builder.tokens);
  return self;
}

/**
 * winerror_index_free:
 * @self: (transfer full): an index
 */
void
winerror_index_free (WinerrorIndex *self)
{
  g_return_if_fail (self != NULL);

  winerror_language_unref (self->language);
  winerror_lexicon_free (self->lexicon);
  g_string_free (self->arena, TRUE);
  g_array_unref (self->offsets);
  g_array_unref (self->first);
  g_array_unref (self->postings);
  g_hash_table_unref (self->stems);
  g_string_chunk_free (self->stem_texts);
  g_array_unref (self->forms);
  g_array_unref (self->spellings);
  g_free (self->document_weights);
  g_free (self);
}

/**
 * winerror_index_get_lexicon:
 * @self: an index
 *
 * Returns: (transfer none): the lexicon of its language
 */
WinerrorLexicon *
winerror_index_get_lexicon (WinerrorIndex *self)
{
  return self->lexicon;
}

/**
 * winerror_index_get_n_entries:
 * @self: an index
 *
 * Returns: how many entries the catalog has
 */
guint
winerror_index_get_n_entries (WinerrorIndex *self)
{
  return self->n_entries;
}

/**
 * winerror_index_get_n_words:
 * @self: an index
 *
 * Returns: how many different words it has
 */
guint
winerror_index_get_n_words (WinerrorIndex *self)
{
  return self->offsets->len - 1;
}

/**
 * winerror_index_get_word:
 * @self: an index
 * @word: number of a word
 * @length: (out): its length in bytes
 *
 * Returns: (transfer none): the word, folded, without a NUL after it
 */
const char *
winerror_index_get_word (WinerrorIndex *self, guint word, gsize *length)
{
  const guint32 *offsets = &g_array_index (self->offsets, guint32, 0);

  *length = offsets[word + 1] - offsets[word] - 1;
  return self->arena->str + offsets[word];
}

/**
 * winerror_index_get_postings:
 * @self: an index
 * @word: number of a word
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): where the word stands, in order of entry and position
 */
const WinerrorPosting *
winerror_index_get_postings (WinerrorIndex *self, guint word, guint *n)
{
  const guint32 *first = &g_array_index (self->first, guint32, 0);

  *n = first[word + 1] - first[word];
  return &g_array_index (self->postings, WinerrorPosting, first[word]);
}

/**
 * winerror_index_get_document_weight:
 * @self: an index
 * @entry: position of an entry in the catalog
 *
 * Returns: what all its words weigh together; rare words weigh more
 */
float
winerror_index_get_document_weight (WinerrorIndex *self, guint entry)
{
  return self->document_weights[entry];
}

static int
compare_with (WinerrorIndex *self, guint word, const char *text, gsize length)
{
  gsize size;
  const char *own = winerror_index_get_word (self, word, &size);
  int order = memcmp (own, text, MIN (size, length));

  return order != 0 ? order : (size > length) - (size < length);
}

static guint
lower_bound (WinerrorIndex *self, const char *text, gsize length)
{
  guint low = 0;
  guint high = winerror_index_get_n_words (self);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_with (self, middle, text, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * winerror_index_find_word:
 * @self: an index
 * @text: a folded word
 * @word: (out): its number
 *
 * Returns: whether it has the word
 */
gboolean
winerror_index_find_word (WinerrorIndex *self, const char *text, guint *word)
{
  gsize length = strlen (text);
  guint at = lower_bound (self, text, length);

  if (at == winerror_index_get_n_words (self) || compare_with (self, at, text, length) != 0)
    return FALSE;
  *word = at;
  return TRUE;
}

/**
 * winerror_index_find_prefix:
 * @self: an index
 * @text: the folded beginning of words
 * @first: (out): number of the first word that begins with @text
 * @end: (out): number after the last one
 *
 * Finds the words with a beginning; they follow one another.
 */
void
winerror_index_find_prefix (WinerrorIndex *self, const char *text, guint *first, guint *end)
{
  gsize length = strlen (text);
  guint low = lower_bound (self, text, length);
  guint high = winerror_index_get_n_words (self);

  *first = low;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gsize size;
      const char *own = winerror_index_get_word (self, middle, &size);

      if (size >= length && memcmp (own, text, length) == 0)
        low = middle + 1;
      else
        high = middle;
    }
  *end = low;
}

static guint
word_at (WinerrorIndex *self, guint32 offset)
{
  const guint32 *offsets = &g_array_index (self->offsets, guint32, 0);
  guint low = 0;
  guint high = winerror_index_get_n_words (self);

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (offsets[middle] <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * winerror_index_find_inside:
 * @self: an index
 * @text: a folded part of words
 * @words: (element-type guint): where the numbers of the words that have @text inside, but not at
 *   their beginning, are appended
 */
void
winerror_index_find_inside (WinerrorIndex *self, const char *text, GArray *words)
{
  const char *p = self->arena->str;

  while ((p = strstr (p, text)) != NULL)
    {
      const char *end;
      guint word;

      if (p > self->arena->str && p[-1] == SEPARATOR)
        {
          p++;
          continue;
        }
      word = word_at (self, (guint32) (p - self->arena->str));
      g_array_append_val (words, word);
      end = strchr (p, SEPARATOR);
      p = end != NULL ? end : p + 1;
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* Sorts numbers and leaves each once. */
static void
drop_repeated (GArray *words)
{
  guint kept = 1;

  g_array_sort (words, compare_numbers);
  for (guint i = 1; i < words->len; i++)
    if (g_array_index (words, guint, i) != g_array_index (words, guint, kept - 1))
      g_array_index (words, guint, kept++) = g_array_index (words, guint, i);
  g_array_set_size (words, kept);
}

/**
 * winerror_index_find_forms:
 * @self: an index
 * @text: a folded word
 * @words: (element-type guint): where the numbers of the words that are forms of @text are
 *   put; it must be empty
 */
void
winerror_index_find_forms (WinerrorIndex *self, const char *text, GArray *words)
{
  WinerrorStem stems[WINERROR_LEXICON_MAX_STEMS];
  guint n = winerror_lexicon_get_stems (self->lexicon, text, strlen (text), stems);
  char buffer[MAX_STEM];

  for (guint i = 0; i < n; i++)
    {
      guint at;

      if (!copy_stem (text, &stems[i], buffer))
        continue;
      at = GPOINTER_TO_UINT (g_hash_table_lookup (self->stems, buffer));
      while (at != 0)
        {
          const Form *form = &g_array_index (self->forms, Form, at - 1);

          g_array_append_val (words, form->word);
          at = form->next;
        }
    }
  if (words->len > 1)
    drop_repeated (words);
}

/**
 * winerror_index_find_similar:
 * @self: an index
 * @text: a folded word
 * @distance: how many typing errors there may be, see winerror_spelling_is_similar()
 * @words: (element-type guint): where the numbers of the words like @text are appended
 *
 * Finds nothing for Chinese, Japanese and Korean: where one of two characters is another, that is
 * no typing error but another word.
 */
void
winerror_index_find_similar (WinerrorIndex *self, const char *text, guint distance, GArray *words)
{
  gsize length = strlen (text);
  WinerrorSpelling spelling = winerror_spelling_new (text, length);

  if (winerror_text_is_ideographic (text))
    return;
  for (guint i = 0; i < self->spellings->len; i++)
    {
      gsize size;
      const char *word;

      if (!winerror_spelling_is_near (
              &spelling, &g_array_index (self->spellings, WinerrorSpelling, i), distance))
        continue;
      word = winerror_index_get_word (self, i, &size);
      if (winerror_spelling_is_similar (text, length, word, size, distance))
        g_array_append_val (words, i);
    }
}
