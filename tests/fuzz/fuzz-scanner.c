// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Matches lie inside the text and come in order. */

#include "winerror-scanner.h"

#include <stdint.h>

/* Longer texts say nothing new, and take as much longer. */
#define MAX_SIZE 256

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static WinerrorScanner *
get_scanner (void)
{
  static WinerrorScanner *scanner;

  if (scanner == NULL)
    {
      g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (NULL);

      scanner = winerror_scanner_new (catalog);
    }
  return scanner;
}

static void
check_matches (const char *text, gsize length, gboolean in_log)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  gsize last = 0;

  if (in_log)
    winerror_scanner_find_in_log (get_scanner (), text, length, matches);
  else
    winerror_scanner_find (get_scanner (), text, length, matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const WinerrorMatch *match = &g_array_index (matches, WinerrorMatch, i);

      g_assert_cmpuint (match->length, >, 0);
      g_assert_cmpuint (match->start, >=, last);
      g_assert_cmpuint (match->start, <=, length);
      g_assert_cmpuint (match->length, <=, length - match->start);
      last = match->start;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* a block of its own, in which nothing can be read beyond the end */
  g_autofree char *text = g_memdup2 (data, size);
  const char *bytes = text != NULL ? text : "";

#ifdef WINERROR_FUZZING
  size = MIN (size, MAX_SIZE);
#endif
  check_matches (bytes, size, FALSE);
  check_matches (bytes, size, TRUE);
  return 0;
}
