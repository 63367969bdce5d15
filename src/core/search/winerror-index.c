// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-index-private.h"

#include "winerror-text.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* The parts lie in the block of bytes, see WinerrorIndexPart. */
struct _WinerrorIndex
{
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
  const char *arena;
};

/* The layout */

void
winerror_index_get_layout (const WinerrorIndexHeader *header,
                           guint64 starts[WINERROR_N_INDEX_PARTS + 1])
{
  const guint64 n_words = header->n_words;
  const guint64 sizes[WINERROR_N_INDEX_PARTS] = {
    [WINERROR_INDEX_PART_DOCUMENT_WEIGHTS] = header->n_entries * (guint64) sizeof (float),
    [WINERROR_INDEX_PART_OFFSETS] = (n_words + 1) * sizeof (guint32),
    [WINERROR_INDEX_PART_FIRST_POSTINGS] = (n_words + 1) * sizeof (guint32),
    [WINERROR_INDEX_PART_POSTINGS] = header->n_postings * (guint64) sizeof (WinerrorPosting),
    [WINERROR_INDEX_PART_STEMS] = (header->n_stems + (guint64) 1) * sizeof (WinerrorIndexStem),
    [WINERROR_INDEX_PART_FORMS] = header->n_forms * (guint64) sizeof (guint32),
    [WINERROR_INDEX_PART_SPELLINGS] = n_words * sizeof (WinerrorSpelling),
    [WINERROR_INDEX_PART_ARENA] = (header->arena_size + (guint64) 3) / 4 * 4,
  };
  guint64 start = sizeof *header;

  for (guint i = 0; i < WINERROR_N_INDEX_PARTS; i++)
    {
      starts[i] = start;
      start += sizes[i];
    }
  starts[WINERROR_N_INDEX_PARTS] = start;
}

int
winerror_index_compare (const char *a, gsize a_length, const char *b, gsize b_length)
{
  int order = memcmp (a, b, MIN (a_length, b_length));

  return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

guint32
winerror_index_get_key (const char *text, gsize length)
{
  guint32 key = 0;

  if (length >= sizeof key)
    memcpy (&key, text, sizeof key);
  else
    memcpy (&key, text, length);
  return GUINT32_FROM_BE (key);
}

/* Whether numbers begin with @first, end with @last and never fall; with those before them, they
 * say where stretches begin and end. */
static gboolean
are_bounds (const guint32 *numbers, gsize stride, gsize n, guint32 first, guint32 last)
{
  if (numbers[0] != first || numbers[(n - 1) * stride] != last)
    return FALSE;
  for (gsize i = 1; i < n; i++)
    if (numbers[i * stride] < numbers[(i - 1) * stride])
      return FALSE;
  return TRUE;
}

/* Each word stands between two separators, all is UTF-8, and a NUL ends it. */
static gboolean
has_good_words (WinerrorIndex *self)
{
  guint32 size = self->header.arena_size;

  if (size < 2 || self->arena[0] != WINERROR_INDEX_SEPARATOR || self->arena[size - 1] != '\0' ||
      !g_utf8_validate (self->arena, (gssize) size - 1, NULL) ||
      !are_bounds (self->offsets, 1, (gsize) self->header.n_words + 1, 1, size - 1))
    return FALSE;
  for (guint32 i = 0; i <= self->header.n_words; i++)
    if (self->arena[self->offsets[i] - 1] != WINERROR_INDEX_SEPARATOR ||
        (i > 0 && self->offsets[i] == self->offsets[i - 1]))
      return FALSE;
  return TRUE;
}

static gboolean
has_good_postings (WinerrorIndex *self)
{
  if (!are_bounds (self->first_postings, 1, (gsize) self->header.n_words + 1, 0,
                   self->header.n_postings))
    return FALSE;
  for (guint32 i = 0; i < self->header.n_postings; i++)
    if (self->postings[i].entry >= self->header.n_entries ||
        self->postings[i].field >= WINERROR_N_INDEX_FIELDS)
      return FALSE;
  return TRUE;
}

static gboolean
has_good_stems (WinerrorIndex *self)
{
  if (!are_bounds (&self->stems[0].first_form, sizeof self->stems[0] / sizeof (guint32),
                   (gsize) self->header.n_stems + 1, 0, self->header.n_forms))
    return FALSE;
  for (guint32 i = 0; i < self->header.n_stems; i++)
    if (self->stems[i].start > self->header.arena_size ||
        self->stems[i].length > self->header.arena_size - self->stems[i].start)
      return FALSE;
  for (guint32 i = 0; i < self->header.n_forms; i++)
    if (self->forms[i] >= self->header.n_words)
      return FALSE;
  return TRUE;
}

/* What is wrong with the bytes of @self; NULL where they can be used. Sets the parts. */
static const char *
find_fault (WinerrorIndex *self)
{
  guint64 starts[WINERROR_N_INDEX_PARTS + 1];
  gsize size;
  const char *block = g_bytes_get_data (self->bytes, &size);

  if (size < sizeof self->header || GPOINTER_TO_SIZE (block) % G_ALIGNOF (WinerrorIndexHeader) != 0)
    return "expected a header, aligned to 4 bytes";
  memcpy (&self->header, block, sizeof self->header);
  if (self->header.magic != WINERROR_INDEX_MAGIC || self->header.version != WINERROR_INDEX_VERSION)
    return "expected an index of this version, in the byte order of this machine";
  winerror_index_get_layout (&self->header, starts);
  if (starts[WINERROR_N_INDEX_PARTS] != size)
    return "expected as many bytes as the header says";

  self->document_weights = (gconstpointer) (block + starts[WINERROR_INDEX_PART_DOCUMENT_WEIGHTS]);
  self->offsets = (gconstpointer) (block + starts[WINERROR_INDEX_PART_OFFSETS]);
  self->first_postings = (gconstpointer) (block + starts[WINERROR_INDEX_PART_FIRST_POSTINGS]);
  self->postings = (gconstpointer) (block + starts[WINERROR_INDEX_PART_POSTINGS]);
  self->stems = (gconstpointer) (block + starts[WINERROR_INDEX_PART_STEMS]);
  self->forms = (gconstpointer) (block + starts[WINERROR_INDEX_PART_FORMS]);
  self->spellings = (gconstpointer) (block + starts[WINERROR_INDEX_PART_SPELLINGS]);
  self->arena = block + starts[WINERROR_INDEX_PART_ARENA];
  if (!has_good_words (self))
    return "expected words between separators, found others";
  if (!has_good_postings (self))
    return "expected postings of words in entries, found others";
  if (!has_good_stems (self))
    return "expected stems and forms of words, found others";
  return NULL;
}

/* Without a lexicon yet. */
static WinerrorIndex *
open_bytes (GBytes *bytes, GError **error)
{
  WinerrorIndex *self = g_new0 (WinerrorIndex, 1);
  const char *fault;

  self->bytes = g_bytes_ref (bytes);
  fault = find_fault (self);
  if (fault != NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "index of words: %s", fault);
      g_clear_pointer (&self, winerror_index_free);
    }
  return self;
}

/**
 * winerror_index_new_from_bytes:
 * @bytes: what winerror_index_compile() has made, aligned to 4 bytes
 * @language: the language for which it was made
 * @error: return location for a #GError, or %NULL
 *
 * Uses an index where it lies. Only with the catalog of which it was made: callers compare
 * winerror_index_get_n_entries().
 *
 * Returns: (transfer full) (nullable): an index; %NULL with @error set to
 *   %G_IO_ERROR_INVALID_DATA where the bytes are none, or those of another version or machine
 */
WinerrorIndex *
winerror_index_new_from_bytes (GBytes *bytes, WinerrorLanguage *language, GError **error)
{
  WinerrorIndex *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = open_bytes (bytes, error);
  if (self != NULL)
    self->lexicon = winerror_lexicon_new_built_in (winerror_language_get_id (language));
  return self;
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
  g_autoptr (WinerrorLexicon) lexicon = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  WinerrorIndex *self;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  lexicon = winerror_lexicon_new_built_in (winerror_language_get_id (language));
  bytes = winerror_index_compile_with_lexicon (catalog, language, lexicon);
  self = open_bytes (bytes, &error);
  if (self == NULL)
    g_error ("%s", error->message);
  self->lexicon = g_steal_pointer (&lexicon);
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

  g_clear_pointer (&self->lexicon, winerror_lexicon_free);
  g_bytes_unref (self->bytes);
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
  return self->header.n_entries;
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
  return self->header.n_words;
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
  *length = self->offsets[word + 1] - self->offsets[word] - 1;
  return self->arena + self->offsets[word];
}

/**
 * winerror_index_get_postings:
 * @self: an index
 * @word: number of a word
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): where the word stands, in order of entry, field and
 *   position
 */
const WinerrorPosting *
winerror_index_get_postings (WinerrorIndex *self, guint word, guint *n)
{
  *n = self->first_postings[word + 1] - self->first_postings[word];
  return self->postings + self->first_postings[word];
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

/**
 * winerror_index_get_inverse_document_frequency:
 * @n_entries: how many entries there are
 * @n_occurrences: in how many a word stands
 *
 * Returns: what the word weighs: the more, the rarer it is
 */
float
winerror_index_get_inverse_document_frequency (guint n_entries, guint n_occurrences)
{
  return logf (1.0f + (float) n_entries / (float) MAX (n_occurrences, 1));
}

static int
compare_with (WinerrorIndex *self, guint word, const char *text, gsize length)
{
  gsize size;
  const char *own = winerror_index_get_word (self, word, &size);

  return winerror_index_compare (own, size, text, length);
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
  guint low = 0;
  guint high = winerror_index_get_n_words (self);

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->offsets[middle] <= offset)
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
  const char *p = self->arena;

  if (text[0] == '\0')
    return;
  while ((p = strstr (p, text)) != NULL)
    {
      const char *end;
      guint word;

      if (p > self->arena && p[-1] == WINERROR_INDEX_SEPARATOR)
        {
          p++;
          continue;
        }
      word = word_at (self, (guint32) (p - self->arena));
      g_array_append_val (words, word);
      end = strchr (p, WINERROR_INDEX_SEPARATOR);
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

static const WinerrorIndexStem *
find_stem (WinerrorIndex *self, const char *text, gsize length)
{
  guint low = 0;
  guint high = self->header.n_stems;
  guint32 key = winerror_index_get_key (text, length);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const WinerrorIndexStem *stem = &self->stems[middle];
      int order = (stem->key > key) - (stem->key < key);

      if (order == 0)
        order = winerror_index_compare (self->arena + stem->start, stem->length, text, length);
      if (order == 0)
        return stem;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
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

  for (guint i = 0; i < n; i++)
    {
      const WinerrorIndexStem *stem = find_stem (self, text + stems[i].start, stems[i].length);

      if (stem != NULL)
        g_array_append_vals (words, self->forms + stem[0].first_form,
                             stem[1].first_form - stem[0].first_form);
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
  for (guint i = 0; i < self->header.n_words; i++)
    {
      gsize size;
      const char *word;

      if (!winerror_spelling_is_near (&spelling, &self->spellings[i], distance))
        continue;
      word = winerror_index_get_word (self, i, &size);
      if (winerror_spelling_is_similar (text, length, word, size, distance))
        g_array_append_val (words, i);
    }
}
