// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-number.h"

/* 0xFFFFFFFF8007052E */
#define MAX_LENGTH 18

/**
 * winerror_number_read:
 * @begin: where a text begins
 * @from: where a word in it begins
 * @end: where the text ends
 * @number: (out): the number; where it is none, only its end is set
 *
 * Reads a number that begins with a digit, or is eight hexadecimal digits.
 *
 * Returns: whether the word is one
 */
gboolean
winerror_number_read (const char *begin, const char *from, const char *end, WinerrorNumber *number)
{
  const char *to = from;
  const char *digits = from;
  const char *stop;

  *number = (WinerrorNumber){ .from = from };
  while (to < end && (g_ascii_isalnum (*to) || *to == '_'))
    to++;
  number->to = to;
  if (to - from > MAX_LENGTH)
    return FALSE;

  stop = to;
  if (to - from > 2 && from[0] == '0' && (from[1] == 'x' || from[1] == 'X'))
    {
      number->hex = TRUE;
      digits += 2;
    }
  else if (to - from > 2 && (to[-1] == 'h' || to[-1] == 'H'))
    {
      number->hex = TRUE;
      stop--;
    }

  number->n_digits = (gsize) (stop - digits);
  for (const char *p = digits; p < stop; p++)
    {
      if (!g_ascii_isxdigit (*p))
        return FALSE;
      number->letters |= !number->hex && !g_ascii_isdigit (*p);
    }
  if (!g_ascii_isdigit (*from) && number->n_digits != 8)
    return FALSE;

  for (const char *p = digits; p < stop; p++)
    number->value = number->value * (number->hex || number->letters ? 16 : 10) +
                    (guint) g_ascii_xdigit_value (*p);
  if (from > begin && from[-1] == '-' && !number->hex && !number->letters &&
      number->n_digits >= 9 && number->n_digits <= 10)
    {
      number->negative = TRUE;
      number->from--;
      number->value = -number->value;
    }
  return TRUE;
}

/**
 * winerror_number_unwrap:
 * @number: a number
 * @code: (out): what it names
 *
 * Reads a number that fills 32 bits: 0x8007052E, 8007052E, -2147023570, 2147943726; also the same
 * in 64 bits. Without 0x or a sign only those count whose highest bit is set.
 *
 * Returns: whether it is such a number
 */
gboolean
winerror_number_unwrap (const WinerrorNumber *number, WinerrorCode *code)
{
  gboolean bare = !number->hex && !number->negative;
  gboolean extended = number->negative || (number->hex && number->n_digits == 16);
  guint32 value = (guint32) number->value;

  if (bare && !number->letters && number->n_digits == 8)
    {
      /* reads as a decimal too */
      value = 0;
      for (const char *p = number->from; p < number->to; p++)
        value = value << 4 | (guint) g_ascii_digit_value (*p);
    }
  else if ((!extended && number->n_digits != 8 &&
            (!bare || number->letters || number->n_digits != 10)) ||
           number->value >> 32 != (extended ? G_MAXUINT32 : 0))
    {
      return FALSE;
    }

  *code = winerror_code_from_value (value);
  return code->form != WINERROR_CODE_HEX && !(bare && value >> 31 == 0);
}
