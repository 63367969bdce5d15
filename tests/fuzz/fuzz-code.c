// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Numbers: a reading agrees with itself, can be explained, and is the same when it is written out
 * and read again. */

#include "winerror-code.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  g_autofree char *text = NULL;
  guint n;

  if (!g_utf8_validate ((const char *) data, (gssize) size, NULL))
    return 0;

  /* no byte behind the end is readable */
  text = g_memdup2 (data, size);
  n = winerror_code_parse (text != NULL ? text : "", (gssize) size, readings);
  g_assert_true (n <= WINERROR_CODE_MAX_READINGS);
  for (guint i = 0; i < n; i++)
    {
      WinerrorCode same = winerror_code_from_value (readings[i].value);
      g_autofree char *explained = winerror_code_explain (&readings[i]);
      g_autofree char *hex = g_strdup_printf ("0x%X", readings[i].value);
      WinerrorCode again[WINERROR_CODE_MAX_READINGS];

      g_assert_true (readings[i].win32 <= G_MAXUINT16);
      g_assert_true (same.win32 == readings[i].win32);
      g_assert_true (same.form == readings[i].form || readings[i].form == WINERROR_CODE_DECIMAL);
      g_assert_true (explained[0] != '\0' && g_utf8_validate (explained, -1, NULL));
      g_assert_true (winerror_code_parse (hex, -1, again) == 1);
      g_assert_true (again[0].value == readings[i].value && again[0].win32 == readings[i].win32);
    }
  if (n == 2)
    g_assert_true (readings[0].win32 != readings[1].win32);
  return 0;
}
