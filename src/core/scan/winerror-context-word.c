// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-context-word.h"

#include <string.h>

/* Two words that have roles together are no longer, in bytes. */
#define MAX_PAIR 24

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

/**
 * winerror_context_is_apostrophe:
 * @p: a place in a line
 * @end: where the line ends
 *
 * Returns: whether an apostrophe stands at @p, that of ASCII or that of typographers
 */
gboolean
winerror_context_is_apostrophe (const char *p, const char *end)
{
  static const char typographic[] = "\u2019";

  return (p < end && *p == '\'') || ((gsize) (end - p) >= strlen (typographic) &&
                                     strncmp (p, typographic, strlen (typographic)) == 0);
}

/* East Asian scripts put no blank between a word and a number. */
static gboolean
is_spaced (gunichar c)
{
  return c < 0x2E80;
}

/* Whether two hexadecimal digits are those of a blank, a control character or a mark. */
static gboolean
is_no_word (const char *digits)
{
  guint value = (guint) g_ascii_xdigit_value (digits[0]) << 4 |
                ((guint) g_ascii_xdigit_value (digits[1]) & 0xF);

  return g_ascii_isxdigit (digits[0]) && g_ascii_isxdigit (digits[1]) &&
         (value == 0xA0 || (value < 0x40 && !g_ascii_isdigit ((char) value)));
}

/* Length of what follows the backslash of an escape sequence that stands for something between
 * words: n, r, t, x0A, u000A; 0 for anything else. */
static gsize
escape_length (const char *p, const char *end)
{
  if (p == end)
    return 0;
  switch (*p)
    {
    case 'n':
    case 'r':
    case 't':
      return 1;
    case 'x':
      return end - p >= 3 && is_no_word (p + 1) ? 3 : 0;
    case 'u':
      return end - p >= 5 && p[1] == '0' && p[2] == '0' && is_no_word (p + 3) ? 5 : 0;
    default:
      return 0;
    }
}

/**
 * winerror_context_escape_at:
 * @p: a place in a text
 * @end: where the text ends
 *
 * JSON, C and what passes them on write line breaks and tabs as \\n and \\t, or \\u000a and
 * \\x09; the more often it was written so, the more backslashes.
 *
 * Returns: the length of the escape sequence that begins there; 0 where there is none
 */
gsize
winerror_context_escape_at (const char *p, const char *end)
{
  const char *letter = p;
  gsize length;

  while (letter < end && *letter == '\\')
    letter++;
  length = letter > p ? escape_length (letter, end) : 0;
  return length > 0 ? (gsize) (letter - p) + length : 0;
}

/**
 * winerror_context_escape_before:
 * @begin: where the text begins
 * @p: a place in it
 *
 * Returns: the length of the escape sequence that ends there, as winerror_context_escape_at() has
 *   it; 0 where there is none
 */
gsize
winerror_context_escape_before (const char *begin, const char *p)
{
  static const gsize lengths[] = { 1, 3, 5 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      const char *letter = p - MIN ((gsize) (p - begin), lengths[i]);

      if (letter == begin || letter[-1] != '\\' || escape_length (letter, p) != lengths[i])
        continue;
      while (letter > begin && letter[-1] == '\\')
        letter--;
      return (gsize) (p - letter);
    }
  return 0;
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
  return is_word_char (c) && is_spaced (c) && winerror_context_escape_before (begin, p) == 0;
}

static void
set_roles (WinerrorContextWord *word)
{
  /* no number has one, so that for numbers alone the words are not read */
  word->roles = 0;
  if (!winerror_context_word_is_number (word))
    word->roles = winerror_announcing_words_get_roles (winerror_announcing_words_get_built_in (),
                                                       word->start,
                                                       (gsize) (word->end - word->start));
}

/* Takes an escape sequence off the beginning of a word: "\\tStatus", but not "\\result". */
static void
skip_escape (WinerrorContextWord *word)
{
  gsize length = escape_length (word->start, word->end);
  WinerrorContextWord rest = { .start = word->start + length, .end = word->end };

  if (length == 0 || rest.start == rest.end)
    return;
  set_roles (&rest);
  if (length > 1 || rest.roles != 0)
    *word = rest;
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
  gsize size = 0;

  while (p > begin && (!is_word_char (char_before (begin, p, &size)) ||
                       (size = winerror_context_escape_before (begin, p)) > 0))
    p -= MAX (size, 1);
  if (p == begin)
    return FALSE;

  word->end = p;
  while (p > begin && is_word_char (char_before (begin, p, &size)))
    p -= size;
  word->start = p;
  set_roles (word);
  if (p > begin && p[-1] == '\\')
    skip_escape (word);
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

/**
 * winerror_context_word_get_pair_roles:
 * @begin: where the line begins
 * @word: a word in it
 *
 * Returns: the roles of the word together with the one before, as in "bug check"; 0 where there is
 *   none, or something else than a blank or hyphen between
 */
WinerrorRole
winerror_context_word_get_pair_roles (const char *begin, const WinerrorContextWord *word)
{
  WinerrorContextWord before;
  char pair[MAX_PAIR + 1];
  gsize length;

  if (word->start == begin || (word->start[-1] != ' ' && word->start[-1] != '-') ||
      !winerror_context_word_read_before (begin, word->start, &before) ||
      before.end + 1 != word->start)
    return 0;
  length = (gsize) (word->end - before.start);
  if (length > MAX_PAIR)
    return 0;
  memcpy (pair, before.start, length);
  pair[before.end - before.start] = '_';
  return winerror_announcing_words_get_roles (winerror_announcing_words_get_built_in (), pair,
                                              length);
}

/**
 * winerror_context_word_get_stem_roles:
 * @word: a word
 *
 * Returns: the roles of what stands before a number in the same word, in a script without blanks:
 *   蓝屏0x0000007B; 0 where there is no number
 */
WinerrorRole
winerror_context_word_get_stem_roles (const WinerrorContextWord *word)
{
  const char *p = word->start;

  while (p < word->end && (guchar) *p >= 0x80)
    p++;
  if (p == word->start || p == word->end || !g_ascii_isdigit (*p))
    return 0;
  return winerror_announcing_words_get_roles (winerror_announcing_words_get_built_in (),
                                              word->start, (gsize) (p - word->start));
}

/**
 * winerror_context_has_role_before:
 * @begin: where the line begins
 * @p: a place in it
 * @roles: one or several roles
 * @n_words: how many words before the place to look at, at the most
 *
 * Returns: whether one of the words has one of the roles
 */
gboolean
winerror_context_has_role_before (const char *begin,
                                  const char *p,
                                  WinerrorRole roles,
                                  guint n_words)
{
  WinerrorContextWord word;

  for (; n_words > 0 && winerror_context_word_read_before (begin, p, &word); n_words--)
    {
      if ((word.roles & roles) != 0)
        return TRUE;
      p = word.start;
    }
  return FALSE;
}

/**
 * winerror_context_has_any:
 * @from: a place in a line
 * @to: a place after it
 * @set: ASCII characters
 *
 * Returns: whether one of the characters of @set is between the two places
 */
gboolean
winerror_context_has_any (const char *from, const char *to, const char *set)
{
  for (const char *p = from; p < to; p++)
    if (*p != '\0' && strchr (set, *p) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * winerror_context_word_joins:
 * @word: a word
 * @to: where what follows it begins
 *
 * Returns: whether what is between them lets them belong together
 */
gboolean
winerror_context_word_joins (const WinerrorContextWord *word, const char *to)
{
  for (const char *p = word->end; p < to; p++)
    {
      gsize escape = *p == '\\' ? winerror_context_escape_at (p, to) : 0;

      if (escape > 0)
        {
          p += escape - 1;
          continue;
        }
      if ((guchar) *p < 0x80 &&
          (*p == '\0' || strchr (" \t\r\n:=#([{'\"<>`)].,-|*\\!%$", *p) == NULL))
        return FALSE;
      /* a sentence ends, unless it is "error no. 1326" */
      if (*p == '.' && p + 1 < to && p[1] == ' ' && (word->roles & WINERROR_ROLE_ABBREVIATES) == 0)
        return FALSE;
    }
  return TRUE;
}
