// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-code.h"

G_BEGIN_DECLS

/**
 * WinerrorNumber:
 * @from: where it begins in the text, with its sign
 * @to: where it ends
 * @value: its value; of a negative number the two's complement
 * @n_digits: how many digits it has
 * @hex: it begins with 0x or ends with h
 * @letters: it has digits above 9 without saying that it is hexadecimal
 * @negative: it is a negative decimal that may be an HRESULT or NTSTATUS
 *
 * A number in a text.
 */
typedef struct
{
  const char *from;
  const char *to;
  guint64 value;
  gsize n_digits;
  gboolean hex;
  gboolean letters;
  gboolean negative;
} WinerrorNumber;

gboolean
winerror_number_read (const char *begin, const char *from, const char *end, WinerrorNumber *number);
gboolean winerror_number_unwrap (const WinerrorNumber *number, WinerrorCode *code);

G_END_DECLS
