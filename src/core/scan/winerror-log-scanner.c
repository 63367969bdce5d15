// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-scanner.h"

#include "winerror-log-reader.h"
#include "winerror-text.h"

#include <string.h>

/* How much of a line is given as the context before and after a code at the most, in bytes. */
#define CONTEXT_BEFORE 240
#define CONTEXT_AFTER  480

/* The most bytes of UTF-8 that a byte order mark, or one character, takes. */
#define MAX_CHARACTER 4

/* What is being read. The block of the reader holds the text that is not done with; @line and
 * @column are those of @counted. */
typedef struct
{
  WinerrorScanner *scanner;
  const WinerrorLogHandler *handler;
  WinerrorLogReader reader;
  gsize fresh;         /* from here on matches have not been reported yet */
  gsize searched;      /* up to here there is no line break */
  guint64 dropped;     /* how many bytes of text came before the block */
  guint64 line_offset; /* where the line of @counted begins in the text */
  gsize counted;
  guint64 line;
  guint64 column; /* characters of the line before @counted */
  GArray *matches;
  const char *encoding; /* that was last reported */
  gboolean begun;
  gboolean installer; /* it is a log of Windows Installer whose failure is asked for */
  gsize looked;       /* up to here there is no failed action */
  guint64 looked_line;
  WinerrorLogFailure failure;
} Log;

static void
log_clear (Log *log)
{
  winerror_log_reader_clear (&log->reader);
  winerror_log_failure_clear (&log->failure);
  g_clear_pointer (&log->matches, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Log, log_clear)

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
  const char *p = log->reader.block + log->counted;
  const char *to = log->reader.block + offset;
  const char *newline;

  while ((newline = memchr (p, '\n', (gsize) (to - p))) != NULL)
    {
      log->line++;
      log->column = 0;
      p = newline + 1;
      log->line_offset = log->dropped + (guint64) (p - log->reader.block);
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
  const char *lowest = log->reader.block +
                       (MAX (begin - log->reader.block, CONTEXT_BEFORE) - CONTEXT_BEFORE);
  const char *highest = end + MIN (log->reader.block + log->reader.length - end, CONTEXT_AFTER);

  while (begin > lowest && begin[-1] != '\n')
    begin--;
  while (end < highest && *end != '\n')
    end++;
  place->context = begin;
  place->context_length = (gsize) (end - begin);
}

/* Looks through the whole lines before an offset for one that says that an action of an
 * installation has failed. */
static void
look_to (Log *log, gsize offset)
{
  const char *block = log->reader.block;

  while (log->installer && log->failure.line == 0 && log->looked < offset)
    {
      const char *line = block + log->looked;
      const char *newline = memchr (line, '\n', offset - log->looked);

      if (newline == NULL && !(log->reader.at_end && offset == log->reader.length))
        return;
      if (newline == NULL)
        newline = block + offset;
      if (winerror_log_failure_take_line (&log->failure, log->looked_line, line,
                                          (gsize) (newline - line)))
        log->handler->failure (&log->failure, log->handler->user_data);
      log->looked_line++;
      log->looked = MIN ((gsize) (newline - block) + 1, offset);
    }
}

/* Keeps what a line says from the word before its code on, which may be why an installation fails.
 */
static void
keep_message (Log *log, const WinerrorLogPlace *place)
{
  const char *from = place->text;

  if (from > place->context && from[-1] == ' ')
    for (from--; from > place->context && from[-1] != ' ';)
      from--;
  winerror_log_failure_take_message (&log->failure, place->line, from,
                                     (gsize) (place->context + place->context_length - from),
                                     &place->code, place->position);
}

/* Looks through the block up to @end and reports the matches that begin before @limit. */
static gboolean
scan (Log *log, gsize end, gsize limit)
{
  if (!log->begun && log->handler->failure != NULL)
    log->installer = winerror_log_failure_is_installer_log (log->reader.block, end);
  log->begun = TRUE;
  g_array_set_size (log->matches, 0);
  winerror_text_blank_sequences (log->reader.block, end);
  winerror_scanner_find_in_log (log->scanner, log->reader.block, end, log->matches);

  for (guint i = 0; i < log->matches->len; i++)
    {
      const WinerrorMatch *match = &g_array_index (log->matches, WinerrorMatch, i);
      WinerrorLogPlace place = { .text = log->reader.block + match->start,
                                 .length = match->length,
                                 .code = match->code,
                                 .position = match->position };

      if (match->start < log->fresh || match->start >= limit)
        continue;
      look_to (log, match->start);
      count_to (log, match->start);
      place.line = log->line;
      place.column = log->column + 1;
      place.offset = log->dropped + match->start;
      find_context (log, &place);
      if (log->installer)
        keep_message (log, &place);
      if (!log->handler->place (&place, log->handler->user_data))
        return FALSE;
    }
  look_to (log, limit);
  return TRUE;
}

/* Drops the text before an offset. */
static void
drop (Log *log, gsize offset)
{
  count_to (log, MAX (offset, log->counted));
  log->dropped += offset;
  winerror_log_reader_drop (&log->reader, offset);
  log->fresh -= offset;
  log->searched -= offset;
  log->counted -= offset;
  log->looked -= MIN (log->looked, offset);
}

/* The offset, or that of the beginning of the character that it is inside of. */
static gsize
character_start (const Log *log, gsize offset)
{
  for (gsize i = 0; i < MAX_CHARACTER && i < offset; i++)
    if (((guchar) log->reader.block[offset - i] & 0xC0) != 0x80)
      return offset - i;
  return offset;
}

/* Where the whole lines of the block end; at the end of the log its last line is one. */
static gsize
lines_end (const Log *log)
{
  if (log->reader.at_end)
    return log->reader.length;
  for (gsize end = log->reader.length; end > log->searched; end--)
    if (log->reader.block[end - 1] == '\n')
      return end;
  return 0;
}

/* Where the line before an offset begins, or a part of it that is large enough. */
static gsize
line_start (const Log *log, gsize offset)
{
  gsize lowest = offset - MIN (offset, WINERROR_SCANNER_WINDOW);
  gsize start = offset - MIN (offset, 1);

  while (start > lowest && log->reader.block[start - 1] != '\n')
    start--;
  return start == lowest ? character_start (log, start) : start;
}

/* Scans the whole lines of the block, or where one fills it all, the part of it on which what is
 * not yet read has no influence. The last line is reported with the next ones, for what it says may
 * go on there, and the line before is kept for what begins in it. */
static gboolean
scan_block (Log *log)
{
  gsize end = lines_end (log);

  if (end > 0)
    {
      gsize limit = MAX (log->reader.at_end ? end : line_start (log, end), log->fresh);
      gboolean more = scan (log, end, limit);

      log->fresh = limit;
      log->searched = end;
      drop (log, log->reader.at_end ? end : line_start (log, limit));
      return more;
    }
  log->searched = log->reader.length;
  if (winerror_log_reader_is_full (&log->reader) &&
      log->reader.length > 2 * WINERROR_SCANNER_WINDOW)
    {
      gsize limit = character_start (log, log->reader.length - WINERROR_SCANNER_WINDOW);
      gboolean more = scan (log, log->reader.length, limit);

      log->fresh = limit;
      drop (log, character_start (log, limit - WINERROR_SCANNER_WINDOW));
      return more;
    }
  return TRUE;
}

/* Tells how far the reading is, and the encoding when it has changed. */
static void
report (Log *log)
{
  const WinerrorLogHandler *handler = log->handler;

  if (handler->progress != NULL)
    handler->progress (log->reader.done, handler->user_data);
  if (handler->found_encoding == NULL ||
      (log->encoding != NULL && g_str_equal (log->encoding, log->reader.encoding)))
    return;
  log->encoding = log->reader.encoding;
  handler->found_encoding (log->encoding, handler->user_data);
}

static void
tell_end (Log *log)
{
  WinerrorLogEnd end = { 0 };

  if (log->handler->end == NULL)
    return;
  count_to (log, log->reader.length);
  end.line = log->line;
  end.offset = log->line_offset;
  if (!winerror_log_reader_is_direct (&log->reader))
    end.charset = log->reader.encoding;
  log->handler->end (&end, log->handler->user_data);
}

/**
 * winerror_log_scanner_scan:
 * @scanner: a scanner
 * @stream: the log, in any encoding: see winerror_log_reader_open()
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
  g_auto (Log) log = { .scanner = scanner, .handler = handler, .line = 1, .looked_line = 1 };

  g_return_val_if_fail (scanner != NULL, FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (block_size >= WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE, FALSE);
  g_return_val_if_fail (handler != NULL && handler->place != NULL, FALSE);

  log.matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  if (!winerror_log_reader_open (&log.reader, stream, block_size, handler->encoding, cancellable,
                                 error))
    return FALSE;
  report (&log);
  log.dropped = winerror_log_reader_get_mark (&log.reader);
  log.line_offset = log.dropped;
  while (scan_block (&log))
    {
      if (log.reader.at_end)
        {
          tell_end (&log);
          return TRUE;
        }
      if (!winerror_log_reader_read (&log.reader, error))
        return FALSE;
      report (&log);
    }
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
