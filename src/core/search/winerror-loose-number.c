// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-loose-number.h"

#include "winerror-context.h"

#include <string.h>

/* How many small letters before a number make a word of it at the least. */
#define MIN_WORD 3

/* How many digits a number has at the least that an ending makes an adjective of. */
#define MIN_DIGITS 3

/* Numbers that are years as a rule, and versions of Windows. */
#define FIRST_YEAR 1990
#define LAST_YEAR  2039

static gboolean
is_year (const WinerrorNumber *number)
{
  return !number->hex && !number->letters && number->magnitude >= FIRST_YEAR &&
         number->magnitude <= LAST_YEAR;
}

static gboolean
is_latin (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

/* Whether the letters right before a number are a word, and not the beginning of a name: lỗi1326,
 * but not KB1326. In scripts without capitals or blanks any letter ends a word. */
static gboolean
is_after_word (const char *begin, const char *from)
{
  const char *p = from;
  guint n_small = 0;
  gboolean foreign = FALSE;

  while (p > begin)
    {
      const char *before = g_utf8_find_prev_char (begin, p);
      gunichar c = g_utf8_get_char (before);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c))
        break;
      if (!is_latin (c) && !g_unichar_ismark (c))
        return TRUE;
      foreign |= c >= 0x80;
      n_small += g_unichar_islower (c) != 0;
      p = before;
    }
  return n_small >= (foreign ? 1 : MIN_WORD);
}

/* Fehler-1326, error/1326 */
static gboolean
is_after_joined_word (const char *begin, const char *from)
{
  WinerrorContextWord word;

  return from > begin && (from[-1] == '-' || from[-1] == '/') &&
         winerror_context_word_read_before (begin, from - 1, &word) && word.end == from - 1 &&
         (word.roles & WINERROR_ROLE_ANNOUNCES) != 0;
}

/**
 * winerror_loose_number_is_code:
 * @begin: where the text begins
 * @number: a number in it that nothing announces
 * @end: where the text ends
 *
 * Returns: whether nothing around the number makes it something else than a code: a part of a name,
 *   a count, a year, a version
 */
gboolean
winerror_loose_number_is_code (const char *begin, const WinerrorNumber *number, const char *end)
{
  const char *from = number->from;
  gunichar after = number->to < end ? g_utf8_get_char (number->to) : 0;
  gboolean ends = after >= 0x80 && g_unichar_isalpha (after) && !is_latin (after);
  WinerrorContextWord word;

  /* Fehler1326, ERROR_1326 */
  if (from > begin && from[-1] == '_')
    from--;
  if (winerror_context_is_glued (begin, from) || is_after_joined_word (begin, number->from))
    return TRUE;
  if (winerror_context_is_part (is_after_word (begin, number->from) ? number->from : begin,
                                number->from, number->to, ends ? number->to : end) ||
      winerror_context_is_counted (number->to, end) || is_year (number))
    return FALSE;
  if (!winerror_context_word_read_before (begin, number->from, &word))
    return TRUE;
  /* "office 2203": where nothing else is said, it is hardly the version */
  if ((word.roles & WINERROR_ROLE_PRODUCT) != 0 && number->n_digits > MIN_DIGITS &&
      word.start == begin && number->to == end)
    return TRUE;
  return (word.roles & (WINERROR_ROLE_QUANTITY | WINERROR_ROLE_FOREIGN | WINERROR_ROLE_PRODUCT)) ==
             0 &&
         !(winerror_context_word_is_number (&word) && word.end + 1 == number->from);
}

/**
 * winerror_loose_number_is_inside_word:
 * @begin: where the text begins
 * @p: a place in it
 *
 * Returns: whether there is a letter on both sides of the place: the end of ошибка looks like a
 *   hexadecimal digit
 */
gboolean
winerror_loose_number_is_inside_word (const char *begin, const char *p)
{
  return p > begin && g_unichar_isalpha (g_utf8_get_char (p)) &&
         g_unichar_isalpha (g_utf8_get_char (g_utf8_find_prev_char (begin, p)));
}

/**
 * winerror_loose_number_respell:
 * @query: a query
 *
 * Puts together a number that was read out or misread: 1 3 2 6, 0x 52E, - 2,147,023,570, 16O3,
 * l326, minus 2147023570, hex 52E, x52E.
 *
 * Returns: (transfer full) (nullable): the number; %NULL where it is none
 */
char *
winerror_loose_number_respell (const char *query)
{
  static const char *const words[] = { "minus ", "hex " };
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean digits = FALSE;
  const char *p = query;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (query, words[i], strlen (words[i])) == 0)
      {
        p = query + strlen (words[i]);
        g_string_append (out, i == 0 ? "-" : "0x");
      }
  if (g_ascii_tolower (*p) == 'x')
    g_string_append_c (out, '0');

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      digits |= c >= '0' && c <= '9';
      if (c == '-' || c == 0x2212 || c == 0x2013 || c == 0x2014) /* minus, dashes */
        {
          if (out->len == 0)
            g_string_append_c (out, '-');
        }
      else if (c == 'o' || c == 'O')
        g_string_append_c (out, '0');
      else if (c == 'l' || c == 'I')
        g_string_append_c (out, '1');
      else if (c < 0x80 && (g_ascii_isxdigit ((char) c) || c == 'x' || c == 'X'))
        g_string_append_c (out, (char) c);
      else if (c != ' ' && !((c == ',' || c == '.') && out->str[0] == '-'))
        return NULL;
    }
  return digits ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/**
 * winerror_loose_number_drop_endings:
 * @query: a query
 *
 * Puts blanks for the endings that make an adjective of a number: der 1326er, der 1219er-Fehler.
 *
 * Returns: (transfer full): the query without them, of the same length
 */
char *
winerror_loose_number_drop_endings (const char *query)
{
  static const char ending[] = "er";
  char *out = g_strdup (query);

  for (char *p = out; (p = strstr (p, ending)) != NULL; p += strlen (ending))
    {
      char *after = p + strlen (ending);

      if (p - out < MIN_DIGITS || strspn (p - MIN_DIGITS, "0123456789") < MIN_DIGITS ||
          g_ascii_isalnum (*after))
        continue;
      memset (p, ' ', strlen (ending) + (*after == '-'));
    }
  return out;
}
