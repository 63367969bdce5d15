// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorNumber:
 * @from: where it begins in the text, with its sign
 * @to: where it ends, with its suffix
 * @magnitude: its value without the sign
 * @n_digits: how many digits it has
 * @hex: it says that it is hexadecimal: 0x52E, &H52E, 52Eh
 * @letters: it has digits above nine without saying so: 52E, 8007052E
 * @negative: it has a minus sign
 * @grouped: its digits stand in groups of three: 1,326
 *
 * A number in a text.
 */
typedef struct
{
  const char *from;
  const char *to;
  guint64 magnitude;
  guint n_digits;
  gboolean hex;
  gboolean letters;
  gboolean negative;
  gboolean grouped;
} WinerrorNumber;

/**
 * winerror_number_is_mark:
 * @mark: a character
 * @first: the character after it
 *
 * Returns: whether the mark belongs to a number that has the other as its first letter or digit:
 * the & of &H52E
 */
static inline gboolean
winerror_number_is_mark (char mark, char first)
{
  return mark == '&' && (first == 'H' || first == 'h');
}

gboolean winerror_number_begins (const char *p, const char *end);
gboolean
winerror_number_read (const char *begin, const char *from, const char *end, WinerrorNumber *number);
gboolean winerror_number_get_value (const WinerrorNumber *number, guint32 *value);

G_END_DECLS
