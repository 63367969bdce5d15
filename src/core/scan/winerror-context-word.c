// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-context-word.h"

#include <string.h>

/* The character at @p; a byte that is no UTF-8 stands for itself, as in ISO 8859-1. */
static gunichar
char_at (const char *p, const char *end, gsize *size)
{
  gunichar c = (guchar) *p;

  *size = 1;
  if (c >= 0x80)
    {
      gunichar valid = g_utf8_get_char_validated (p, end - p);

      if (valid < (gunichar) -2)
        {
          *size = (gsize) (g_utf8_next_char (p) - p);
          return valid;
        }
    }
  return c;
}

/* The character that ends before @p. */
static gunichar
char_before (const char *begin, const char *p, gsize *size)
{
  *size = 1;
  if ((guchar) p[-1] < 0x80)
    return (guchar) p[-1];

  for (gsize n = 2; n <= 4 && n <= (gsize) (p - begin); n++)
    {
      gunichar c;

      if (((guchar) p[-(gssize) n] & 0xC0) == 0x80)
        continue;
      c = char_at (p - n, p, size);
      if (*size == n)
        return c;
      break;
    }
  *size = 1;
  return (guchar) p[-1];
}

static gboolean
is_word_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) || c == '_';
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* East Asian scripts put no blank between a word and a number. */
static gboolean
is_spaced (gunichar c)
{
  return c < 0x2E80;
}

/**
 * winerror_context_is_word_start:
 * @p: a place in a text
 * @end: where the text ends
 *
 * Returns: whether the character at @p, if there is one, would make one word with a letter or
 *   digit before it
 */
gboolean
winerror_context_is_word_start (const char *p, const char *end)
{
  gsize size;
  gunichar c;

  if (p == end)
    return FALSE;
  c = char_at (p, end, &size);
  return is_word_char (c) && is_spaced (c);
}

/**
 * winerror_context_is_word_end:
 * @begin: where the text begins
 * @p: a place in it
 *
 * Returns: whether the character before @p, if there is one, would make one word with a letter or
 *   digit after it
 */
gboolean
winerror_context_is_word_end (const char *begin, const char *p)
{
  gsize size;
  gunichar c;

  if (p == begin)
    return FALSE;
  c = char_before (begin, p, &size);
  return is_word_char (c) && is_spaced (c);
}

static void
set_roles (WinerrorContextWord *word)
{
  word->roles = winerror_announcing_words_get_roles (winerror_announcing_words_get_built_in (),
                                                     word->start,
                                                     (gsize) (word->end - word->start));
}

/**
 * winerror_context_word_read_before:
 * @begin: where the line begins
 * @p: a place in it
 * @word: (out caller-allocates): return location for the word
 *
 * Reads the last word before a place.
 *
 * Returns: whether there is one
 */
gboolean
winerror_context_word_read_before (const char *begin, const char *p, WinerrorContextWord *word)
{
  gsize size;

  while (p > begin && !is_word_char (char_before (begin, p, &size)))
    p -= size;
  if (p == begin)
    return FALSE;

  word->end = p;
  while (p > begin && is_word_char (char_before (begin, p, &size)))
    p -= size;
  word->start = p;
  set_roles (word);
  return TRUE;
}

/**
 * winerror_context_word_read_at:
 * @p: a place in a line
 * @end: where the line ends
 * @word: (out caller-allocates): return location for the word
 *
 * Reads the word that begins at a place, in a script that separates its words.
 *
 * Returns: whether there is one
 */
gboolean
winerror_context_word_read_at (const char *p, const char *end, WinerrorContextWord *word)
{
  gsize size;

  word->start = p;
  while (winerror_context_is_word_start (p, end))
    {
      char_at (p, end, &size);
      p += size;
    }
  word->end = p;
  if (word->end == word->start)
    return FALSE;
  set_roles (word);
  return TRUE;
}

/**
 * winerror_context_word_is_number:
 * @word: a word
 *
 * Returns: whether it begins with a digit
 */
gboolean
winerror_context_word_is_number (const WinerrorContextWord *word)
{
  return g_ascii_isdigit (*word->start);
}

/**
 * winerror_context_word_equals:
 * @word: a word
 * @text: ASCII text
 *
 * Returns: whether the word is @text, in any letter case
 */
gboolean
winerror_context_word_equals (const WinerrorContextWord *word, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (word->end - word->start) == length &&
         g_ascii_strncasecmp (word->start, text, length) == 0;
}
