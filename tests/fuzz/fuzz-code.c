// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Numbers: a reading agrees with itself, can be explained, and is the same when it is written out
 * and read again. */

#include "winerror-explanation.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static gboolean
has (const WinerrorCode *readings, guint n, const WinerrorCode *wanted)
{
  for (guint i = 0; i < n; i++)
    if (readings[i].family == wanted->family && readings[i].code == wanted->code)
      return TRUE;
  return FALSE;
}

static void
check_reading (const WinerrorCode *readings, guint i)
{
  const WinerrorCode *reading = &readings[i];
  g_autofree char *explained = winerror_code_explain (reading);
  g_autofree char *uri = winerror_code_dup_uri (reading);
  g_autofree char *written = winerror_family_format (reading->family, reading->code);
  g_autofree char *key = g_strdup_printf ("%s:%s", winerror_family_get_name (reading->family),
                                          written);
  WinerrorCode again[WINERROR_CODE_MAX_READINGS];
  guint n;

  g_assert_true (reading->family < WINERROR_N_FAMILIES);
  g_assert_true (reading->code <= winerror_family_get_last (reading->family));
  g_assert_true (!has (readings, i, reading));
  g_assert_true (explained[0] != '\0' && g_utf8_validate (explained, -1, NULL));
  g_assert_true (uri == NULL || g_str_has_prefix (uri, "https://"));

  /* its key names it alone */
  n = winerror_code_parse (key, -1, again);
  g_assert_true (n == 1 && has (again, n, reading));

  /* and its number is one of its ways */
  n = winerror_code_parse (written, -1, again);
  g_assert_true (n > 0 && (has (again, n, reading) || reading->form == WINERROR_CODE_HRESULT_NT ||
                           winerror_family_is_small (reading->family)));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  g_autofree char *text = NULL;
  guint n;

  if (!g_utf8_validate ((const char *) data, (gssize) size, NULL))
    return 0;

  /* no byte after the end is readable */
  text = g_memdup2 (data, size);
  n = winerror_code_parse (text != NULL ? text : "", (gssize) size, readings);
  g_assert_true (n <= WINERROR_CODE_MAX_READINGS);
  for (guint i = 0; i < n; i++)
    check_reading (readings, i);
  return 0;
}
