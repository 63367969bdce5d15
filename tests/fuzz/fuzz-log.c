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

/* Of how many inputs one is read as a part of a log that takes several blocks, and repeated until
 * it is such a log: these take ten and several hundred times as long as all else. */
#define ONE_IN_CUT      32
#define ONE_IN_REPEATED 2048

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

/* What fills the blocks of a log says the same whatever their size is. */
static void
check_blocks (const GString *log, gsize more)
{
  g_autofree char *whole = scan (log->str, log->len, WINERROR_LOG_SCANNER_BLOCK_SIZE,
                                 WINERROR_LOG_SCANNER_BLOCK_SIZE, NULL);
  g_autofree char *small = scan (log->str, log->len, 8191,
                                 WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE + more, NULL);

  g_assert_cmpstr (small, ==, whole);
}

/* A text again and again. */
static void
check_repeated (const char *text, gsize length, gsize more)
{
  g_autoptr (GString) log = g_string_new (NULL);

  while (log->len < 3 * WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE)
    g_string_append_len (log, text, (gssize) length);
  check_blocks (log, more);
}

/* A text across each place where the first of several blocks is cut, in one line that is longer
 * than a block, or between short ones. */
static void
check_cuts (const char *text, gsize length, gsize more)
{
  const char *filling = more % 2 == 0 ? "xx " : "xx\n";
  g_autofree char *part = g_memdup2 (text, length);
  g_autoptr (GString) log = g_string_new (NULL);

  for (gsize i = 0; more % 2 == 0 && i < length; i++)
    if (part[i] == '\n' || part[i] == '\r')
      part[i] = ' ';
  for (gsize cut = WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE - 2 * WINERROR_SCANNER_WINDOW;
       cut <= WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE; cut += WINERROR_SCANNER_WINDOW)
    {
      while (log->len + length / 2 < cut + more)
        g_string_append (log, filling);
      g_string_append_len (log, part, (gssize) length);
    }
  while (log->len < WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE + WINERROR_SCANNER_WINDOW)
    g_string_append (log, filling);
  check_blocks (log, more);
}

/* Whether an input is one of those that something long is done with: one in so many. */
static gboolean
is_chosen (const uint8_t *data, size_t size, guint32 n)
{
#ifdef WINERROR_FUZZING
  guint32 hash = 0;

  for (size_t i = 0; i < size; i++)
    hash = 31 * hash + data[i];
  return (hash ^ hash >> 16) % n == 0;
#else
  return TRUE;
#endif
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *slow = NULL;

#ifdef WINERROR_FUZZING
  size = MIN (size, MAX_SIZE);
#endif
  if (size == 0)
    return 0;
  /* a block of its own, in which nothing can be read beyond the end */
  text = g_memdup2 (data, size);
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
  if (size <= MAX_SIZE && is_chosen (data, size, ONE_IN_CUT))
    check_cuts (text, size, size % 61);
  if (is_chosen (data, size, ONE_IN_REPEATED))
    check_repeated (text, size, size % 61);
  return 0;
}
