// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-scanner.h"

#include "winerror-text.h"

#include <string.h>

/* How much is read at a time, in bytes: what fits into the caches together with what it is looked
 * up in. */
#define READ_SIZE (128 * 1024)

/* How much of a log in UTF-16 is read at a time, in bytes. */
#define WIDE_SIZE (16 * 1024)

/* How much of a line is given as the context before and after a code at the most, in bytes. */
#define CONTEXT_BEFORE 240
#define CONTEXT_AFTER  480

/* By how many bytes UTF-16 is recognized that has no byte order mark. */
#define N_GUESSED 16

/* The most bytes of UTF-8 that a byte order mark, or one character, takes. */
#define MAX_CHARACTER 4

static const guchar replacement[] = { 0xEF, 0xBF, 0xBD }; /* U+FFFD */

/* What is being read. The block holds the text that is not done with; @line and @column are those
 * of @counted. */
typedef struct
{
  WinerrorScanner *scanner;
  GInputStream *stream;
  const WinerrorLogHandler *handler;
  GCancellable *cancellable;
  guint64 done; /* how many bytes of the stream have been read */

  char *block;
  gsize size;
  gsize length;
  gsize fresh;    /* from here on matches have not been reported yet */
  gsize searched; /* up to here there is no line break */
  gboolean at_end;

  GConverter *converter; /* for UTF-16 */
  char *wide;
  gsize wide_size;
  gsize wide_length;
  gboolean wide_at_end;

  gsize counted;
  guint64 line;
  guint64 column; /* characters of the line before @counted */
  GArray *matches;
} Log;

static void
log_clear (Log *log)
{
  g_clear_object (&log->converter);
  g_free (log->block);
  g_free (log->wide);
  g_array_unref (log->matches);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Log, log_clear)

/* Reading */

/* Converts what there is in UTF-16. Half a surrogate pair becomes U+FFFD: with the fallback of
 * GCharsetConverter the rest would be read one byte out of step. */
static gboolean
convert (Log *log, GError **error)
{
  gsize done = 0;

  while (log->size - log->length > MAX_CHARACTER && log->wide_length > done)
    {
      g_autoptr (GError) problem = NULL;
      gsize n_read;
      gsize n_written;
      GConverterResult result = g_converter_convert (
          log->converter, log->wide + done, log->wide_length - done, log->block + log->length,
          log->size - log->length, G_CONVERTER_NO_FLAGS, &n_read, &n_written, &problem);

      if (result != G_CONVERTER_ERROR)
        {
          done += n_read;
          log->length += n_written;
        }
      else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) && !log->wide_at_end)
        {
          break;
        }
      else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
               g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
        {
          memcpy (log->block + log->length, replacement, sizeof replacement);
          log->length += sizeof replacement;
          done += MIN (2, log->wide_length - done);
        }
      else
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }

  log->wide_length -= done;
  memmove (log->wide, log->wide + done, log->wide_length);
  log->at_end = log->wide_at_end && log->wide_length == 0;
  return TRUE;
}

/* Reads what there is at once; at the end of the stream, nothing. */
static gboolean
read_bytes (Log *log, char *buffer, gsize size, gsize *length, gboolean *at_end, GError **error)
{
  gssize n;

  if (*length == size)
    return TRUE;
  n = g_input_stream_read (log->stream, buffer + *length, MIN (size - *length, READ_SIZE),
                           log->cancellable, error);
  if (n < 0)
    return FALSE;
  *length += (gsize) n;
  log->done += (guint64) n;
  if (log->handler->progress != NULL)
    log->handler->progress (log->done, log->handler->user_data);
  *at_end = n == 0;
  return TRUE;
}

static gboolean
read_more (Log *log, GError **error)
{
  if (log->converter == NULL)
    return read_bytes (log, log->block, log->size, &log->length, &log->at_end, error);
  return read_bytes (log, log->wide, log->wide_size, &log->wide_length, &log->wide_at_end, error) &&
         convert (log, error);
}

/* Which UTF-16 a text is that has no byte order mark: that of which only every other byte is NUL.
 */
static const char *
guess_charset (const char *text, gsize length)
{
  gsize n[2] = { 0, 0 };

  length = MIN (length, N_GUESSED) & ~(gsize) 1;
  for (gsize i = 0; i < length; i++)
    n[i % 2] += text[i] == '\0';
  if (length < 8 || (n[0] > 0 && n[1] > 0))
    return NULL;
  if (n[1] == length / 2)
    return "UTF-16LE";
  return n[0] == length / 2 ? "UTF-16BE" : NULL;
}

/* Reads the first bytes, and finds out by them how the text is written. */
static gboolean
read_mark (Log *log, GError **error)
{
  const char *charset = NULL;
  gsize mark = 2;

  while (log->length < N_GUESSED && !log->at_end)
    if (!read_more (log, error))
      return FALSE;

  if (log->length >= 3 && memcmp (log->block, "\xEF\xBB\xBF", 3) == 0)
    {
      log->length -= 3;
      memmove (log->block, log->block + 3, log->length);
    }
  else if (log->length >= 2 && memcmp (log->block, "\xFF\xFE", 2) == 0)
    charset = "UTF-16LE";
  else if (log->length >= 2 && memcmp (log->block, "\xFE\xFF", 2) == 0)
    charset = "UTF-16BE";
  else
    {
      charset = guess_charset (log->block, log->length);
      mark = 0;
    }
  if (charset == NULL)
    return TRUE;

  log->converter = G_CONVERTER (g_charset_converter_new ("UTF-8", charset, error));
  if (log->converter == NULL)
    return FALSE;
  /* the first read may have been a whole block */
  log->wide_length = log->length - mark;
  log->wide_size = MAX (WIDE_SIZE, log->wide_length);
  log->wide = g_malloc (log->wide_size);
  memcpy (log->wide, log->block + mark, log->wide_length);
  log->wide_at_end = log->at_end;
  log->length = 0;
  return convert (log, error);
}

/* Reporting */

/* How many characters there are between two places of a line; each byte that is no UTF-8 is one. */
static guint64
count_characters (const char *from, const char *to)
{
  guint64 n = 0;

  while (from < to)
    {
      if ((guchar) *from >= 0x80 && g_utf8_get_char_validated (from, to - from) < (gunichar) -2)
        from = g_utf8_next_char (from);
      else
        from++;
      n++;
    }
  return n;
}

/* Counts lines and characters up to an offset into the block. */
static void
count_to (Log *log, gsize offset)
{
  const char *p = log->block + log->counted;
  const char *to = log->block + offset;
  const char *newline;

  while ((newline = memchr (p, '\n', (gsize) (to - p))) != NULL)
    {
      log->line++;
      log->column = 0;
      p = newline + 1;
    }
  log->column += count_characters (p, to);
  log->counted = offset;
}

/* The line around a code, or as much of it as is enough to understand it. */
static void
find_context (const Log *log, WinerrorLogPlace *place)
{
  const char *begin = place->text;
  const char *end = place->text + place->length;
  const char *lowest = log->block + (MAX (begin - log->block, CONTEXT_BEFORE) - CONTEXT_BEFORE);
  const char *highest = end + MIN (log->block + log->length - end, CONTEXT_AFTER);

  while (begin > lowest && begin[-1] != '\n')
    begin--;
  while (end < highest && *end != '\n')
    end++;
  place->context = begin;
  place->context_length = (gsize) (end - begin);
}

/* Looks through the block up to @end and reports the matches that begin before @limit. */
static gboolean
scan (Log *log, gsize end, gsize limit)
{
  g_array_set_size (log->matches, 0);
  winerror_text_blank_sequences (log->block, end);
  winerror_scanner_find_in_log (log->scanner, log->block, end, log->matches);

  for (guint i = 0; i < log->matches->len; i++)
    {
      const WinerrorMatch *match = &g_array_index (log->matches, WinerrorMatch, i);
      WinerrorLogPlace place = { .text = log->block + match->start,
                                 .length = match->length,
                                 .code = match->code,
                                 .position = match->position };

      if (match->start < log->fresh || match->start >= limit)
        continue;
      count_to (log, match->start);
      place.line = log->line;
      place.column = log->column + 1;
      find_context (log, &place);
      if (!log->handler->place (&place, log->handler->user_data))
        return FALSE;
    }
  return TRUE;
}

/* Drops the text before an offset. */
static void
drop (Log *log, gsize offset)
{
  count_to (log, MAX (offset, log->counted));
  log->length -= offset;
  log->fresh -= offset;
  log->searched -= offset;
  log->counted -= offset;
  memmove (log->block, log->block + offset, log->length);
}

/* The offset, or that of the beginning of the character that it is inside of. */
static gsize
character_start (const Log *log, gsize offset)
{
  for (gsize i = 0; i < MAX_CHARACTER; i++)
    if (((guchar) log->block[offset - i] & 0xC0) != 0x80)
      return offset - i;
  return offset;
}

/* Where the whole lines of the block end; at the end of the log its last line is one. */
static gsize
lines_end (const Log *log)
{
  if (log->at_end)
    return log->length;
  for (gsize end = log->length; end > log->searched; end--)
    if (log->block[end - 1] == '\n')
      return end;
  return 0;
}

/* Scans the whole lines of the block, or where one fills it all, the part of it on which what is
 * not yet read has no influence. */
static gboolean
scan_block (Log *log)
{
  gsize end = lines_end (log);

  if (end > 0)
    {
      gboolean more = scan (log, end, end);

      log->fresh = end;
      log->searched = end;
      drop (log, end);
      return more;
    }
  log->searched = log->length;
  if (log->size - log->length <= MAX_CHARACTER)
    {
      gsize limit = character_start (log, log->length - WINERROR_SCANNER_WINDOW);
      gboolean more = scan (log, log->length, limit);

      log->fresh = limit;
      drop (log, character_start (log, limit - WINERROR_SCANNER_WINDOW));
      return more;
    }
  return TRUE;
}

/**
 * winerror_log_scanner_scan:
 * @scanner: a scanner
 * @stream: the log: UTF-8 or any encoding like it, or UTF-16 with a byte order mark
 * @block_size: how much of it is in memory at a time: %WINERROR_LOG_SCANNER_BLOCK_SIZE, and not
 * less than %WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE; it does not change what is found
 * @handler: what is called while the log is read
 * @cancellable: (nullable): ends the reading, with an error
 * @error: (nullable): return location for an error of reading
 *
 * Reads a log of any length, with lines of any length, to its end or until @handler has enough,
 * and reports what it says about entries of the catalog: see winerror_scanner_find_in_log().
 *
 * Returns: whether it could be read
 */
gboolean
winerror_log_scanner_scan (WinerrorScanner *scanner,
                           GInputStream *stream,
                           gsize block_size,
                           const WinerrorLogHandler *handler,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (Log) log = {
    .scanner = scanner, .stream = stream, .handler = handler, .cancellable = cancellable, .line = 1
  };

  g_return_val_if_fail (scanner != NULL, FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (block_size >= WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, FALSE);
  g_return_val_if_fail (handler != NULL && handler->place != NULL, FALSE);

  log.size = block_size;
  log.block = g_malloc (block_size);
  log.matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));

  if (!read_mark (&log, error))
    return FALSE;
  while (scan_block (&log) && !log.at_end)
    if (!read_more (&log, error))
      return FALSE;
  return TRUE;
}

/**
 * winerror_log_place_dup_entry:
 * @place: where a code stands in a log
 * @catalog: the catalog of the scanner
 *
 * Returns: (transfer full): the entry of the code; for one that no table holds an entry of its own:
 *   see winerror_entry_new_unlisted()
 */
WinerrorEntry *
winerror_log_place_dup_entry (const WinerrorLogPlace *place, WinerrorCatalog *catalog)
{
  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);

  if (place->position == WINERROR_MATCH_UNLISTED)
    return winerror_entry_new_unlisted (&place->code);
  return g_object_ref (winerror_catalog_get_entry (catalog, place->position));
}
