// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-sayings.h"

#include "winerror-code.h"
#include "winerror-compound.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* How well the beginning of a word matches that is being typed. */
#define QUALITY_PREFIX 0.75f

/* How much it counts what else a saying says than the query. */
#define SHARE_FILLED 0.5f

/* A block of bytes has the number of the sayings, then for each the position of its entry in the
 * catalog, then their index; all numbers in the byte order of this machine. */
struct _WinerrorSayings
{
  WinerrorIndex *index; /* with a saying in place of an entry */
  GPtrArray *indexes;   /* the same */
  GBytes *bytes;
  const guint32 *positions;
  guint n_sayings;

  /* for the query: */
  float *sums;     /* for each saying, what the words weigh that it has */
  guint32 *terms;  /* for each, the last of its words, counted from 1 */
  GArray *touched; /* the sayings that have a word */
  GArray *words;   /* numbers of words of the index */
};

static gboolean
read_line (WinerrorCatalog *catalog, const char *line, guint32 *position, const char **saying)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  const char *tab = strchr (line, '\t');
  guint found;

  if (tab == NULL || tab[1] == '\0' || strchr (tab + 1, '\t') != NULL ||
      winerror_code_parse (line, tab - line, readings) == 0 ||
      !winerror_catalog_lookup_code (catalog, readings[0].family, readings[0].code, &found))
    return FALSE;
  *position = found;
  *saying = tab + 1;
  return TRUE;
}

/**
 * winerror_sayings_compile:
 * @catalog: the entries
 * @text: a line for each saying: the key of its entry, a tab, and the saying; empty lines and those
 *   that begin with # are passed over
 * @language: the language of the sayings, as in po/LINGUAS, or "en"
 * @error: return location for a #GError, or %NULL
 *
 * Makes the bytes that winerror_sayings_new() takes, for programs with the same catalog on this
 * machine.
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL with @error set to
 *   %G_IO_ERROR_INVALID_DATA where a line is not as it should be
 */
GBytes *
winerror_sayings_compile (WinerrorCatalog *catalog,
                          const char *text,
                          const char *language,
                          GError **error)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) sayings = g_ptr_array_new ();
  g_autoptr (GBytes) index = NULL;
  GByteArray *block;
  guint32 n = 0;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  block = g_byte_array_new ();
  g_byte_array_append (block, (const guint8 *) &n, sizeof n);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      guint32 position;
      const char *saying;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      if (!read_line (catalog, lines[i], &position, &saying))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "line %" G_GSIZE_FORMAT ": expected the key of an entry, a tab and a saying",
                       i + 1);
          g_byte_array_unref (block);
          return NULL;
        }
      g_ptr_array_add (sayings, (gpointer) saying);
      g_byte_array_append (block, (const guint8 *) &position, sizeof position);
    }

  n = sayings->len;
  memcpy (block->data, &n, sizeof n);
  index = winerror_index_compile_texts (sayings, language);
  g_byte_array_append (block, g_bytes_get_data (index, NULL), (guint) g_bytes_get_size (index));
  return g_byte_array_free_to_bytes (block);
}

/**
 * winerror_sayings_new:
 * @bytes: what winerror_sayings_compile() has made, aligned to 4 bytes
 * @index: an index of the same language
 * @error: return location for a #GError, or %NULL
 *
 * Uses sayings where they lie.
 *
 * Returns: (transfer full) (nullable): the sayings; %NULL with @error set to
 *   %G_IO_ERROR_INVALID_DATA where the bytes are none, or those of another version or machine
 */
WinerrorSayings *
winerror_sayings_new (GBytes *bytes, WinerrorIndex *index, GError **error)
{
  g_autoptr (GBytes) rest = NULL;
  WinerrorIndex *own = NULL;
  WinerrorSayings *self;
  const guint32 *numbers;
  gsize size;
  gsize head;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (index != NULL, NULL);

  numbers = g_bytes_get_data (bytes, &size);
  head = size < sizeof *numbers ? G_MAXSIZE : ((gsize) numbers[0] + 1) * sizeof *numbers;
  if (head <= size)
    {
      rest = g_bytes_new_from_bytes (bytes, head, size - head);
      own = winerror_index_new_from_bytes_like (rest, index, error);
      if (own == NULL)
        return NULL;
    }
  if (own == NULL || winerror_index_get_n_entries (own) != numbers[0])
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "sayings: expected as many as the header says");
      g_clear_pointer (&own, winerror_index_unref);
      return NULL;
    }

  self = g_new0 (WinerrorSayings, 1);
  self->index = own;
  self->indexes = g_ptr_array_new ();
  g_ptr_array_add (self->indexes, own);
  self->bytes = g_bytes_ref (bytes);
  self->positions = numbers + 1;
  self->n_sayings = numbers[0];
  self->sums = g_new0 (float, self->n_sayings + 1);
  self->terms = g_new0 (guint32, self->n_sayings + 1);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * winerror_sayings_load:
 * @language: a language as in po/LINGUAS, or "en"
 * @index: an index of the language
 *
 * Returns: (transfer full) (nullable): what the program has of data/sayings in the language, about
 *   the built-in catalog; %NULL where it has nothing
 */
WinerrorSayings *
winerror_sayings_load (const char *language, WinerrorIndex *index)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  WinerrorSayings *self;

  g_return_val_if_fail (language != NULL, NULL);

  path = g_strdup_printf ("/io/github/winerror/Winerror/sayings-%s.compiled", language);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;
  self = winerror_sayings_new (bytes, index, &error);
  if (self == NULL)
    g_warning ("%s: %s", path, error->message);
  return self;
}

/**
 * winerror_sayings_free:
 * @self: (transfer full): sayings
 */
void
winerror_sayings_free (WinerrorSayings *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->indexes);
  winerror_index_unref (self->index);
  g_bytes_unref (self->bytes);
  g_free (self->sums);
  g_free (self->terms);
  g_array_unref (self->touched);
  g_array_unref (self->words);
  g_free (self);
}

/**
 * winerror_sayings_get_n_sayings:
 * @self: sayings
 *
 * Returns: how many there are
 */
guint
winerror_sayings_get_n_sayings (WinerrorSayings *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_sayings;
}

/* The words of the index that a word of the query is: itself and its forms, or what begins so where
 * it is being typed. Returns how well they match. */
static float
find_words (WinerrorSayings *self, const char *text, gboolean is_last)
{
  guint first;
  guint end;

  g_array_set_size (self->words, 0);
  winerror_index_find_forms (self->index, text, self->words);
  if (winerror_index_find_word (self->index, text, &first))
    g_array_append_val (self->words, first);
  if (self->words->len > 0 || !is_last)
    return 1;

  winerror_index_find_prefix (self->index, text, &first, &end);
  for (; first < end; first++)
    g_array_append_val (self->words, first);
  return QUALITY_PREFIX;
}

/* Adds what a word of the query weighs to the sayings that have it. Returns the most that a saying
 * can have of it. */
static float
match_word (WinerrorSayings *self, const char *text, gboolean is_last, guint32 term)
{
  float quality = find_words (self, text, is_last);
  guint first = self->touched->len;
  guint n_found = 0;
  float weight;

  for (guint i = 0; i < self->words->len; i++)
    {
      guint n;
      const WinerrorPosting *postings = winerror_index_get_postings (
          self->index, g_array_index (self->words, guint, i), &n);

      for (guint j = 0; j < n; j++)
        {
          guint32 saying = postings[j].entry;

          if (self->terms[saying] == term)
            continue;
          self->terms[saying] = term;
          g_array_append_val (self->touched, saying);
        }
    }
  n_found = self->touched->len - first;
  weight = winerror_index_get_inverse_document_frequency (self->n_sayings, n_found);
  for (guint i = first; i < self->touched->len; i++)
    self->sums[g_array_index (self->touched, guint32, i)] += weight * quality;
  return weight;
}

static gboolean
stands_before (GPtrArray *words, guint at)
{
  for (guint i = 0; i < at; i++)
    if (g_str_equal (words->pdata[i], words->pdata[at]))
      return TRUE;
  return FALSE;
}

/* Matches all words that carry meaning. Returns what they weigh together. */
static float
match_words (WinerrorSayings *self, GPtrArray *words)
{
  WinerrorLexicon *lexicon = winerror_index_get_lexicon (self->index);
  guint32 term = 0;
  float total = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *text = words->pdata[i];
      gboolean is_last = i + 1 == words->len;
      gsize second;

      if (winerror_lexicon_is_stop (lexicon, text) || stands_before (words, i))
        continue;
      second = winerror_compound_split (self->indexes, text);
      if (second > 0)
        {
          g_autofree char *head = g_strndup (text, second);

          total += match_word (self, head, FALSE, ++term);
        }
      total += match_word (self, text + second, is_last, ++term);
    }
  return total;
}

/**
 * winerror_sayings_match:
 * @self: sayings
 * @words: (element-type utf8): the words of a query, folded
 * @values: (array length=n_values): for each entry of the catalog, how much a saying has of the
 *   query and the query of the saying, from 0 to 1; rare words weigh more. Raised where this
 *   language has a saying that fits better
 * @n_values: how many entries there are
 *
 * Finds the entries of which somebody has said what the query says.
 */
void
winerror_sayings_match (WinerrorSayings *self, GPtrArray *words, float *values, guint n_values)
{
  float total;

  g_return_if_fail (self != NULL);
  g_return_if_fail (words != NULL);

  total = match_words (self, words);
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint32 saying = g_array_index (self->touched, guint32, i);
      guint32 position = self->positions[saying];
      float sum = self->sums[saying];
      float filled;

      /* it is there once for each of its words */
      if (sum <= 0)
        continue;
      self->sums[saying] = 0;
      self->terms[saying] = 0;
      filled = sqrtf (MIN (sum / winerror_index_get_document_weight (self->index, saying), 1));
      if (position < n_values)
        values[position] = MAX (values[position],
                                sum / total * (1 - SHARE_FILLED + SHARE_FILLED * filled));
    }
  g_array_set_size (self->touched, 0);
}
