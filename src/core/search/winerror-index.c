// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-index-private.h"

#include "winerror-text.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

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
    [WINERROR_INDEX_PART_GROUPS] = (n_words + WINERROR_INDEX_GROUP - 1) / WINERROR_INDEX_GROUP *
                                   sizeof (WinerrorSpellingGroup),
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

/* Where the parts of @self lie, as far as the header tells. Returns what is wrong with it; NULL
 * where nothing is. */
static const char *
find_parts (WinerrorIndex *self)
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
  self->groups = (gconstpointer) (block + starts[WINERROR_INDEX_PART_GROUPS]);
  self->arena = block + starts[WINERROR_INDEX_PART_ARENA];
  return NULL;
}

static void
set_fault (GError **error, const char *fault)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "index of words: %s", fault);
}

/* Without a lexicon yet. */
static WinerrorIndex *
open_bytes (GBytes *bytes, GError **error)
{
  WinerrorIndex *self = g_new0 (WinerrorIndex, 1);
  const char *fault;

  g_atomic_ref_count_init (&self->references);
  self->bytes = g_bytes_ref (bytes);
  fault = find_parts (self);
  if (fault != NULL)
    {
      set_fault (error, fault);
      g_clear_pointer (&self, winerror_index_unref);
    }
  return self;
}

/**
 * winerror_index_check:
 * @self: an index
 * @error: (nullable): return location for a #GError, or %NULL
 *
 * Looks through all of an index, which takes longer than most searches. Bytes that come from
 * outside may be anything: before this has been asked of them, nothing else may be. Those that a
 * program has made itself, and those that are a part of it, need not be looked at.
 *
 * Returns: whether it can be searched; %FALSE with @error set to %G_IO_ERROR_INVALID_DATA where it
 *   is damaged
 */
gboolean
winerror_index_check (WinerrorIndex *self, GError **error)
{
  const char *fault = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!has_good_words (self))
    fault = "expected words between separators, found others";
  else if (!has_good_postings (self))
    fault = "expected postings of words in entries, found others";
  else if (!has_good_stems (self))
    fault = "expected stems and forms of words, found others";
  if (fault != NULL)
    set_fault (error, fault);
  return fault == NULL;
}

/**
 * winerror_index_new_from_bytes:
 * @bytes: what winerror_index_compile() has made, aligned to 4 bytes
 * @language: the language for which it was made
 * @error: return location for a #GError, or %NULL
 *
 * Uses an index where it lies. Only with the catalog of which it was made: callers compare
 * winerror_index_get_n_entries(). No more than the header is looked at; what comes from outside the
 * program needs winerror_index_check().
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
 * winerror_index_new_from_bytes_like:
 * @bytes: what winerror_index_compile_counts() has made, aligned to 4 bytes
 * @other: an index of the same language, whose lexicon is used
 * @error: return location for a #GError, or %NULL
 *
 * Uses an index where it lies, see winerror_index_new_from_bytes().
 *
 * Returns: (transfer full) (nullable): an index; %NULL with @error set
 */
WinerrorIndex *
winerror_index_new_from_bytes_like (GBytes *bytes, WinerrorIndex *other, GError **error)
{
  WinerrorIndex *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);

  self = open_bytes (bytes, error);
  if (self != NULL)
    self->lexicon = winerror_lexicon_ref (other->lexicon);
  return self;
}

static WinerrorIndex *
open_own (WinerrorCatalog *catalog, gboolean notes)
{
  g_autoptr (WinerrorLexicon) lexicon = winerror_lexicon_new_built_in ("en");
  g_autoptr (GBytes) bytes = winerror_index_compile_own (catalog, notes, lexicon);
  g_autoptr (GError) error = NULL;
  WinerrorIndex *self = open_bytes (bytes, &error);

  if (self == NULL)
    g_error ("%s", error->message);
  self->lexicon = g_steal_pointer (&lexicon);
  return self;
}

/**
 * winerror_index_new_own:
 * @catalog: a catalog with own tables
 *
 * Returns: (transfer full): an index of what these say, in any language
 */
WinerrorIndex *
winerror_index_new_own (WinerrorCatalog *catalog)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);

  return open_own (catalog, FALSE);
}

/**
 * winerror_index_new_notes:
 * @catalog: a catalog with notes
 *
 * Returns: (transfer full): an index of what these say, in any language
 */
WinerrorIndex *
winerror_index_new_notes (WinerrorCatalog *catalog)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);

  return open_own (catalog, TRUE);
}

/**
 * winerror_index_ref:
 * @self: an index
 *
 * Returns: (transfer full): the same
 */
WinerrorIndex *
winerror_index_ref (WinerrorIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
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
 * winerror_index_unref:
 * @self: (transfer full): an index
 */
void
winerror_index_unref (WinerrorIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->lexicon, winerror_lexicon_unref);
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
 * winerror_index_get_n_postings:
 * @self: an index
 *
 * Returns: how many words all its entries have together
 */
guint
winerror_index_get_n_postings (WinerrorIndex *self)
{
  return self->header.n_postings;
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
 * Returns: what all its words weigh together; rare words weigh more; 0 where it is no entry of the
 *   index
 */
float
winerror_index_get_document_weight (WinerrorIndex *self, guint entry)
{
  return entry < self->header.n_entries ? self->document_weights[entry] : 0;
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
