// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Finding words in an index. */

#include "winerror-index-private.h"

#include "winerror-text.h"

#include <string.h>

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

/* Where the first word from @word on begins of which the group may have all of @letters: a table
 * may have a million numbers, and none of them has a letter. NULL where there is none. */
static const char *
skip_groups (WinerrorIndex *self, guint word, const WinerrorSpelling *letters)
{
  while (word < self->header.n_words &&
         !winerror_spelling_group_has_letters (&self->groups[word / WINERROR_INDEX_GROUP], letters))
    word = (word / WINERROR_INDEX_GROUP + 1) * WINERROR_INDEX_GROUP;
  return word < self->header.n_words ? self->arena + self->offsets[word] : NULL;
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
  WinerrorSpelling letters = winerror_spelling_new (text, strlen (text));
  const char *p;

  if (text[0] == '\0')
    return;
  p = skip_groups (self, 0, &letters);
  while (p != NULL && (p = strstr (p, text)) != NULL)
    {
      guint word;

      if (p[-1] == WINERROR_INDEX_SEPARATOR)
        {
          p++;
          continue;
        }
      word = word_at (self, (guint32) (p - self->arena));
      g_array_append_val (words, word);
      p = skip_groups (self, word + 1, &letters);
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
 * winerror_postings_skip_to:
 * @postings: (array length=n): postings in order of place
 * @n: how many
 * @from: number of a posting
 * @place: a place, see winerror_posting_get_place()
 *
 * Returns: the number of the first posting from @from on that stands at @place or after it; it is
 *   near as a rule
 */
guint
winerror_postings_skip_to (const WinerrorPosting *postings, guint n, guint from, guint64 place)
{
  guint step = 1;
  guint low = from;
  guint high;

  while (low + step < n && winerror_posting_get_place (&postings[low + step]) < place)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, n);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (winerror_posting_get_place (&postings[middle]) < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Finds the words like @text among those from @first to before @end. */
static void
find_similar_among (WinerrorIndex *self,
                    const char *text,
                    gsize length,
                    const WinerrorSpelling *spelling,
                    guint distance,
                    guint first,
                    guint end,
                    GArray *words)
{
  for (guint i = first; i < end; i++)
    {
      gsize size;
      const char *word;

      if (!winerror_spelling_is_near (spelling, &self->spellings[i], distance))
        continue;
      word = winerror_index_get_word (self, i, &size);
      if (winerror_spelling_is_similar (text, length, word, size, distance))
        g_array_append_val (words, i);
    }
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
  for (guint first = 0; first < self->header.n_words; first += WINERROR_INDEX_GROUP)
    if (winerror_spelling_group_may_have (&self->groups[first / WINERROR_INDEX_GROUP], &spelling,
                                          distance))
      find_similar_among (self, text, length, &spelling, distance, first,
                          MIN (first + WINERROR_INDEX_GROUP, self->header.n_words), words);
}

/**
 * winerror_index_find_misspelt:
 * @self: an index
 * @text: a folded word that it does not have
 * @words: (element-type guint): where the numbers of the words are put that may have been meant; it
 *   must be empty
 *
 * Takes @text for a word with a typing error, from four letters on; with two, from eight on, where
 * one explains nothing. See winerror_index_find_similar().
 */
void
winerror_index_find_misspelt (WinerrorIndex *self, const char *text, GArray *words)
{
  glong length = g_utf8_strlen (text, -1);

  if (length >= 4)
    winerror_index_find_similar (self, text, 1, words);
  if (length >= 8 && words->len == 0)
    winerror_index_find_similar (self, text, 2, words);
}
