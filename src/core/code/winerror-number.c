// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-number.h"

#include "winerror-text.h"

#include <string.h>

/* 0xFFFFFFFF8007052E; and a few zeros before it */
#define MAX_DIGITS 24

/* How many bytes of hidden characters may stand between two digits. */
#define MAX_HIDDEN 16

/* A minus sign before fewer decimal digits is a hyphen. */
#define MIN_SIGNED_DIGITS 5

/* A place in a text, and what stands there. */
typedef struct
{
  const char *p;
  const char *end;
  const char *next;  /* after the character */
  const char *after; /* after the character before, where hidden ones may stand */
  gunichar c;        /* 0 at the end, and for a byte that is no UTF-8 */
} Cursor;

static void
cursor_set (Cursor *cursor, const char *p)
{
  cursor->p = p;
  cursor->c = 0;
  cursor->next = p;
  if (p >= cursor->end)
    return;

  cursor->next = p + 1;
  if ((guchar) *p < 0x80)
    {
      cursor->c = (guchar) *p;
    }
  else
    {
      gunichar c = g_utf8_get_char_validated (p, cursor->end - p);

      if (c >= (gunichar) -2)
        return;
      cursor->c = c;
      cursor->next = g_utf8_next_char (p);
    }
}

/* Hidden characters, and joiners, which say nothing between digits. */
static gboolean
is_hidden (gunichar c)
{
  return c >= 0x80 && (c == 0x200C || c == 0x200D || winerror_text_is_hidden (c));
}

/* Moves past the character, and past hidden ones after it. */
static void
cursor_step (Cursor *cursor)
{
  const char *next = cursor->next;
  const char *first = next;

  cursor->after = next;
  cursor_set (cursor, next);
  while (is_hidden (cursor->c) && cursor->next - first <= MAX_HIDDEN)
    {
      next = cursor->next;
      cursor_set (cursor, next);
    }
}

/* A full-width form of ASCII, or a Cyrillic letter that looks like a digit above nine or like the x
 * of 0x, as the ASCII character that is meant. */
static char
narrow (gunichar c)
{
  if (c < 0x80)
    return (char) c;
  if (c >= 0xFF01 && c <= 0xFF5E)
    return (char) (c - 0xFF01 + '!');
  switch (c)
    {
    case 0x0410:
    case 0x0430:
      return 'A';
    case 0x0412:
      return 'B';
    case 0x0421:
    case 0x0441:
      return 'C';
    case 0x0415:
    case 0x0435:
      return 'E';
    case 0x0425:
    case 0x0445:
    case 0x00D7: /* multiplication sign */
      return 'x';
    default:
      return '\0';
    }
}

static int
digit_value (gunichar c)
{
  if (c >= 0x80 && g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER)
    return g_unichar_digit_value (c);
  return g_ascii_xdigit_value (narrow (c));
}

static gboolean
is_decimal_digit (gunichar c)
{
  int value = digit_value (c);

  return value >= 0 && value <= 9;
}

/**
 * winerror_number_begins:
 * @p: a place in a text
 * @end: where the text ends
 *
 * Returns: whether a number may begin there: see winerror_number_read()
 */
gboolean
winerror_number_begins (const char *p, const char *end)
{
  Cursor cursor = { .end = end };

  cursor_set (&cursor, p);
  return narrow (cursor.c) == '&' || digit_value (cursor.c) >= 0;
}

/* What separates groups of three digits; a full stop and a blank do it too, but mostly something
 * else. */
static gboolean
is_group_mark (gunichar c)
{
  return c == ',' || c == '\'' || c == 0x2019 || c == 0x00A0 || c == 0x202F || c == 0xFF0C ||
         c == 0x066C; /* Arabic */
}

/* Reads ",326" after one to three digits; the same mark each time. */
static gboolean
read_group (Cursor *cursor, gunichar *mark, char digits[3])
{
  Cursor ahead = *cursor;

  if (!is_group_mark (ahead.c) || (*mark != 0 && ahead.c != *mark))
    return FALSE;
  *mark = ahead.c;
  for (guint i = 0; i < 3; i++)
    {
      cursor_step (&ahead);
      if (!is_decimal_digit (ahead.c))
        return FALSE;
      digits[i] = (char) digit_value (ahead.c);
    }
  cursor_step (&ahead);
  if (digit_value (ahead.c) >= 0)
    return FALSE;
  *cursor = ahead;
  return TRUE;
}

/* Reads the digits; of decimal ones also those in groups. Returns how many. */
static guint
read_digits (Cursor *cursor, WinerrorNumber *number, char digits[MAX_DIGITS])
{
  guint n = 0;
  gunichar mark = 0;

  while (digit_value (cursor->c) >= 0)
    {
      int value = digit_value (cursor->c);

      if (n == MAX_DIGITS)
        return 0;
      number->letters |= value > 9;
      digits[n++] = (char) value;
      cursor_step (cursor);
    }
  if (!number->hex && !number->letters && n >= 1 && n <= 3 && digits[0] != 0)
    while (n + 3 <= MAX_DIGITS && read_group (cursor, &mark, digits + n))
      {
        number->grouped = TRUE;
        n += 3;
      }
  return n;
}

/* What C and assemblers append: L, UL, h. Returns whether it was h. */
static gboolean
read_suffix (Cursor *cursor)
{
  if (g_ascii_tolower (narrow (cursor->c)) == 'h')
    {
      cursor_step (cursor);
      return TRUE;
    }
  for (guint i = 0; i < 3 && cursor->c > 0 && cursor->c < 0x80; i++)
    {
      if (strchr ("uUlL", (int) cursor->c) == NULL)
        break;
      cursor_step (cursor);
    }
  return FALSE;
}

/* Where a minus sign before @from begins, with nothing or hidden characters between; NULL without
 * one, and for a hyphen. */
static const char *
sign_before (const char *begin, const char *from)
{
  const char *p = from;
  gunichar c = 0;

  while (p > begin && from - p <= MAX_HIDDEN)
    {
      p = g_utf8_find_prev_char (begin, p);
      c = p != NULL ? g_utf8_get_char_validated (p, from - p) : (gunichar) -1;
      if (c >= (gunichar) -2 || !is_hidden (c))
        break;
    }
  if (c != '-' && c != 0x2212 && c != 0xFF0D)
    return NULL;
  return p > begin && (g_ascii_isalnum (p[-1]) || p[-1] == '-' || p[-1] == ')') ? NULL : p;
}

/**
 * winerror_number_read:
 * @begin: where a text begins
 * @from: where a number in it may begin: with a digit, or with the & of &H
 * @end: where the text ends
 * @number: (out): the number; where there is none, only its end is set
 *
 * Reads one number in any way in which codes are written: 1326, 001326, 1,326, 1'326, 0x52E, &H52E,
 * 52Eh, 52E, 0x8007052E, 8007052E, -2147023570, -0x7FF8FAD2, 1326L; in digits of any script, with
 * hidden characters inside, with Cyrillic letters that look like those of ASCII. The number must
 * not go on with a letter of ASCII; what stands around it otherwise is not judged.
 *
 * Returns: whether there is one
 */
gboolean
winerror_number_read (const char *begin, const char *from, const char *end, WinerrorNumber *number)
{
  Cursor cursor = { .end = end, .after = from };
  char digits[MAX_DIGITS];
  const char *sign;
  gboolean prefixed;
  guint base;

  *number = (WinerrorNumber){ .from = from };
  cursor_set (&cursor, from);
  if (narrow (cursor.c) == '&')
    {
      cursor_step (&cursor);
      number->hex = g_ascii_tolower (narrow (cursor.c)) == 'h';
      if (number->hex)
        cursor_step (&cursor);
    }
  else if (digit_value (cursor.c) == 0)
    {
      Cursor ahead = cursor;

      cursor_step (&ahead);
      if (g_ascii_tolower (narrow (ahead.c)) == 'x')
        {
          cursor_step (&ahead);
          number->hex = digit_value (ahead.c) >= 0;
          if (number->hex)
            cursor = ahead;
        }
    }
  if (cursor.c == 0 && cursor.p >= end)
    {
      number->to = end;
      return FALSE;
    }

  prefixed = number->hex;
  number->n_digits = read_digits (&cursor, number, digits);
  if (number->n_digits > 0 && !number->grouped && read_suffix (&cursor))
    number->hex = TRUE;
  number->letters &= !number->hex;
  number->to = cursor.after;
  if (number->n_digits == 0 ||
      (cursor.c < 0x80 && (g_ascii_isalnum ((char) cursor.c) || cursor.c == '_')))
    {
      number->to = cursor.p;
      while (number->to < end && (g_ascii_isalnum (*number->to) || *number->to == '_'))
        number->to++;
      if (number->to == from)
        number->to = MIN (cursor.next, end);
      return FALSE;
    }
  /* words such as "bad" and "each" are no numbers; eight digits are one in any case */
  if (!prefixed && digits[0] > 9 && number->n_digits != 8 && number->n_digits != 16)
    return FALSE;

  base = number->hex || number->letters ? 16 : 10;
  for (guint i = 0; i < number->n_digits; i++)
    {
      if (number->magnitude > (G_MAXUINT64 - (guint) digits[i]) / base)
        return FALSE;
      number->magnitude = number->magnitude * base + (guint) digits[i];
    }

  sign = sign_before (begin, from);
  if (sign != NULL && !number->letters && number->n_digits >= (number->hex ? 8 : MIN_SIGNED_DIGITS))
    {
      number->negative = TRUE;
      number->from = sign;
    }
  return TRUE;
}

/**
 * winerror_number_get_value:
 * @number: a number
 * @value: (out): its value, of a negative one the two's complement
 *
 * 64-bit programs print a 32-bit value with its sign extended.
 *
 * Returns: whether it fits 32 bits
 */
gboolean
winerror_number_get_value (const WinerrorNumber *number, guint32 *value)
{
  guint64 wide = number->magnitude;

  if (number->negative)
    {
      if (wide == 0 || wide > 0x80000000u)
        return FALSE;
      *value = (guint32) - (gint64) wide;
      return TRUE;
    }
  if (wide > G_MAXUINT32 && (wide >> 32 != G_MAXUINT32 || (wide & 0x80000000u) == 0))
    return FALSE;
  *value = (guint32) wide;
  return TRUE;
}
