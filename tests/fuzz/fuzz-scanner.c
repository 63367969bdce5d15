// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Matches lie inside the text and come in order; and neither the size of the blocks in which a log
 * is read, nor how much there is at a time, changes what is found in it. */

#include "winerror-log-scanner.h"

#include "../slow-stream.h"

#include <stdint.h>

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

static gboolean
found_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  g_string_append_printf (user_data, "%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%u:%u\n",
                          place->line, place->column, (guint) place->length, place->position);
  return TRUE;
}

static char *
scan (const char *bytes, gsize length, gsize step, gsize block_size)
{
  g_autoptr (GInputStream) stream = test_slow_stream_new (bytes, length, step);
  GString *out = g_string_new (NULL);
  WinerrorLogHandler handler = { .place = found_cb, .user_data = out };

  g_assert_true (
      winerror_log_scanner_scan (get_scanner (), stream, block_size, &handler, NULL, NULL));
  return g_string_free (out, FALSE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* a block of its own, in which nothing can be read beyond the end */
  g_autofree char *text = g_memdup2 (data, size);
  const char *bytes = text != NULL ? text : "";
  g_autoptr (GString) repeated = g_string_new (NULL);
  g_autofree char *whole = NULL;
  g_autofree char *slow = NULL;
  g_autofree char *long_whole = NULL;
  g_autofree char *long_small = NULL;

  check_matches (bytes, size, FALSE);
  check_matches (bytes, size, TRUE);

  whole = scan (bytes, size, WINERROR_LOG_SCANNER_BLOCK_SIZE, WINERROR_LOG_SCANNER_BLOCK_SIZE);
  slow = scan (bytes, size, 1 + size % 5, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE);
  g_assert_cmpstr (slow, ==, whole);

  if (size == 0)
    return 0;
#ifdef WINERROR_FUZZING
  /* this takes a hundred times as long as the rest: one input in eight */
  if (data[size / 2] % 8 != 0)
    return 0;
#endif
  while (repeated->len < 3 * WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE)
    g_string_append_len (repeated, bytes, (gssize) size);
  long_whole = scan (repeated->str, repeated->len, WINERROR_LOG_SCANNER_BLOCK_SIZE,
                     WINERROR_LOG_SCANNER_BLOCK_SIZE);
  long_small = scan (repeated->str, repeated->len, 8191,
                     WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE + size % 61);
  g_assert_cmpstr (long_small, ==, long_whole);
  return 0;
}
