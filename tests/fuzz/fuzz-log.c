// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Neither the size of the blocks in which a log is read, nor how much there is at a time, changes
 * what is found in it; nor does it matter whether it is in UTF-8 or in UTF-16. */

#include "winerror-encoding.h"
#include "winerror-log-scanner.h"

#include "../slow-stream.h"

#include <stdint.h>

/* Longer logs say nothing new, and take as much longer. */
#define MAX_SIZE 256

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Has the C library keep what it loads for a code page: it does not change, and takes longer than
 * all else. */
static void
keep_converters (void)
{
  static GPtrArray *converters;

  converters = g_ptr_array_new ();
  for (const char *const *name = winerror_encoding_list (); *name != NULL; name++)
    g_ptr_array_add (converters, g_charset_converter_new ("UTF-8", *name, NULL));
}

static WinerrorScanner *
get_scanner (void)
{
  static WinerrorScanner *scanner;

  if (scanner == NULL)
    {
      g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (NULL);

      scanner = winerror_scanner_new (catalog);
      keep_converters ();
    }
  return scanner;
}

static gboolean
found_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  g_assert_true (place->text >= place->context);
  g_assert_true (place->text + place->length <= place->context + place->context_length);
  g_string_append_printf (user_data, "%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%u:%u\n",
                          place->line, place->column, (guint) place->length, place->position);
  return TRUE;
}

static void
failure_cb (const WinerrorLogFailure *failure, gpointer user_data)
{
  g_string_append_printf (user_data, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %s\n",
                          failure->line, failure->message_line,
                          failure->message != NULL ? failure->message : "");
}

static char *
scan (const char *bytes, gsize length, gsize step, gsize block_size, const char *encoding)
{
  g_autoptr (GInputStream) stream = test_slow_stream_new (bytes, length, step);
  GString *out = g_string_new (NULL);
  WinerrorLogHandler handler = {
    .place = found_cb, .failure = failure_cb, .encoding = encoding, .user_data = out
  };

  g_assert_true (
      winerror_log_scanner_scan (get_scanner (), stream, block_size, &handler, NULL, NULL));
  return g_string_free (out, FALSE);
}

/* What is UTF-8 says the same in UTF-16; without the characters that are marks in one of them. */
static void
check_wide (const char *text, gsize length)
{
  g_autofree char *found = NULL;
  g_autofree char *wide_found = NULL;
  g_autofree char *wide = NULL;
  gsize wide_length;

  if (!g_utf8_validate_len (text, length, NULL))
    return;
  wide = g_convert (text, (gssize) length, "UTF-16LE", "UTF-8", NULL, &wide_length, NULL);
  if (wide == NULL)
    return;
  found = scan (text, length, length, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, "UTF-8");
  wide_found = scan (wide, wide_length, wide_length, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE,
                     "UTF-16LE");
  g_assert_cmpstr (wide_found, ==, found);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* a block of its own, in which nothing can be read beyond the end */
  g_autofree char *text = g_memdup2 (data, size);
  g_autoptr (GString) repeated = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *slow = NULL;
  g_autofree char *long_whole = NULL;
  g_autofree char *long_small = NULL;

  if (size == 0)
    return 0;
#ifdef WINERROR_FUZZING
  size = MIN (size, MAX_SIZE);
#endif
  whole = scan (text, size, size, 2 * WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, NULL);
  if (text[0] % 2 == 0)
    {
      slow = scan (text, size, 1 + size % 5, WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, NULL);
      g_assert_cmpstr (slow, ==, whole);
    }
  else
    {
      check_wide (text, size);
    }

#ifdef WINERROR_FUZZING
  /* this takes a hundred times as long as the rest */
  if (data[size / 2] != 0x20 || size < 64)
    return 0;
#endif
  repeated = g_string_new (NULL);
  while (repeated->len < 3 * WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE)
    g_string_append_len (repeated, text, (gssize) size);
  long_whole = scan (repeated->str, repeated->len, WINERROR_LOG_SCANNER_BLOCK_SIZE,
                     WINERROR_LOG_SCANNER_BLOCK_SIZE, NULL);
  long_small = scan (repeated->str, repeated->len, 8191,
                     WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE + size % 61, NULL);
  g_assert_cmpstr (long_small, ==, long_whole);
  return 0;
}
