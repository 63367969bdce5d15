// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Numbers anywhere in a text: reading one goes on, stays inside, and says the same when the text
 * ends with the number. */

#include "winerror-code.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_number (const WinerrorNumber *number)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = winerror_code_from_number (number, readings);
  guint32 value;

  g_assert_true (number->n_digits > 0);
  g_assert_true (!number->letters || !number->hex);
  g_assert_true (!number->grouped || (!number->letters && !number->hex));
  g_assert_true (n <= WINERROR_CODE_MAX_READINGS);
  if (winerror_number_get_value (number, &value) && number->hex)
    g_assert_true (n > 0);
  for (guint i = 0; i < n; i++)
    g_assert_true (readings[i].family < WINERROR_N_FAMILIES &&
                   readings[i].code <= winerror_family_get_last (readings[i].family));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* a block of its own, in which nothing can be read beyond the end */
  g_autofree char *text = g_memdup2 (data, size);
  const char *end;

  if (text == NULL)
    return 0;
  end = text + size;
  for (const char *p = text; p < end; p++)
    {
      WinerrorNumber number;
      gboolean found = winerror_number_read (text, p, end, &number);

      g_assert_true (number.to > p && number.to <= end);
      g_assert_true (number.from >= text && number.from <= p);
      if (!found)
        continue;
      g_assert_true (winerror_number_begins (p, end));
      check_number (&number);
      {
        WinerrorNumber again;

        g_assert_true (winerror_number_read (text, p, number.to, &again));
        g_assert_true (again.magnitude == number.magnitude && again.to == number.to &&
                       again.from == number.from && again.hex == number.hex);
      }
    }
  return 0;
}
