// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-spelling.h"

/* Nothing is similar to longer words. In characters. */
#define MAX_LENGTH 64

/* The characters of a word; 0 where it has too many. */
static guint
read_characters (const char *word, gsize length, gunichar characters[MAX_LENGTH])
{
  const char *end = word + length;
  guint n = 0;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      if (n == MAX_LENGTH)
        return 0;
      characters[n++] = g_utf8_get_char (p);
    }
  return n;
}

/**
 * winerror_spelling_new:
 * @word: a folded word
 * @length: its length in bytes
 *
 * Returns: what there is to know of its spelling
 */
WinerrorSpelling
winerror_spelling_new (const char *word, gsize length)
{
  const char *end = word + length;
  WinerrorSpelling self = { .length = 0 };

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      self.letters[character / 32 % 2] |= 1u << (character % 32);
      self.length++;
    }
  if (self.length > MAX_LENGTH)
    self.length = 0;
  return self;
}

static guint64
join (const guint32 letters[2])
{
  return (guint64) letters[1] << 32 | letters[0];
}

/* Whether a set has at most @n letters. */
static gboolean
has_at_most (guint64 letters, guint n)
{
  while (n-- > 0)
    letters &= letters - 1;
  return letters == 0;
}

/**
 * winerror_spelling_is_near:
 * @self: a spelling
 * @other: another
 * @distance: how many typing errors there may be
 *
 * Each typing error brings one character at the most that a word has not, and takes away one that
 * it has.
 *
 * Returns: whether words of these spellings may be similar; %FALSE where they cannot
 */
gboolean
winerror_spelling_is_near (const WinerrorSpelling *self,
                           const WinerrorSpelling *other,
                           guint distance)
{
  return self->length > 0 && other->length > 0 && self->length <= other->length + distance &&
         other->length <= self->length + distance &&
         has_at_most (join (self->letters) & ~join (other->letters), distance) &&
         has_at_most (join (other->letters) & ~join (self->letters), distance);
}

/**
 * winerror_spelling_group_add:
 * @self: a group; at first all zero
 * @spelling: a spelling
 *
 * Adds a word to a group.
 */
void
winerror_spelling_group_add (WinerrorSpellingGroup *self, const WinerrorSpelling *spelling)
{
  gboolean is_first = self->longest == 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->any); i++)
    self->any[i] |= spelling->letters[i];
  if (spelling->length == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->all); i++)
    self->all[i] = is_first ? spelling->letters[i] : self->all[i] & spelling->letters[i];
  self->shortest = (guint16) (is_first ? spelling->length : MIN (self->shortest, spelling->length));
  self->longest = (guint16) MAX (self->longest, spelling->length);
}

/**
 * winerror_spelling_group_may_have:
 * @self: a group
 * @spelling: a spelling
 * @distance: how many typing errors there may be
 *
 * Returns: whether winerror_spelling_is_near() may be true of a word of the group; %FALSE where it
 *   is of none
 */
gboolean
winerror_spelling_group_may_have (const WinerrorSpellingGroup *self,
                                  const WinerrorSpelling *spelling,
                                  guint distance)
{
  return self->longest > 0 && spelling->length > 0 &&
         spelling->length <= self->longest + distance &&
         self->shortest <= spelling->length + distance &&
         has_at_most (join (spelling->letters) & ~join (self->any), distance) &&
         has_at_most (join (self->all) & ~join (spelling->letters), distance);
}

/**
 * winerror_spelling_group_has_letters:
 * @self: a group
 * @spelling: the spelling of a part of a word
 *
 * Returns: whether a word of the group may have the part; %FALSE where none has
 */
gboolean
winerror_spelling_group_has_letters (const WinerrorSpellingGroup *self,
                                     const WinerrorSpelling *spelling)
{
  return (join (spelling->letters) & ~join (self->any)) == 0;
}

/**
 * winerror_spelling_is_similar:
 * @a: a folded word
 * @a_length: its length in bytes
 * @b: another
 * @b_length: its length in bytes
 * @distance: how many typing errors there may be
 *
 * A typing error is a character too many, missing or wrong, or two neighbours swapped (the distance
 * is that of optimal string alignment).
 *
 * Returns: whether the words are at most @distance typing errors apart; %FALSE where one has more
 *   than 64 characters
 */
gboolean
winerror_spelling_is_similar (const char *a,
                              gsize a_length,
                              const char *b,
                              gsize b_length,
                              guint distance)
{
  gunichar left[MAX_LENGTH];
  gunichar right[MAX_LENGTH];
  guint n_left = read_characters (a, a_length, left);
  guint n_right = read_characters (b, b_length, right);
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0];
  guint *above = rows[1];
  guint *row = rows[2];

  if (n_left == 0 || n_right == 0)
    return FALSE;
  for (guint j = 0; j <= n_right; j++)
    above[j] = j;
  for (guint i = 1; i <= n_left; i++)
    {
      guint best = i;
      guint *spare = before;

      row[0] = i;
      for (guint j = 1; j <= n_right; j++)
        {
          guint cost = left[i - 1] != right[j - 1];

          row[j] = MIN (MIN (above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
          if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          best = MIN (best, row[j]);
        }
      if (best > distance)
        return FALSE;
      before = above;
      above = row;
      row = spare;
    }
  return above[n_right] <= distance;
}
