// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Text in UTF-8, the most common case by far, is read to where it is scanned, and only looked
 * through for bytes that are not ASCII. What it is else is decided by parts of it. */

#include "winerror-log-reader.h"

#include "winerror-encoding.h"
#include "winerror-log-part.h"

#include <string.h>

/* How much is read at a time, in bytes: what fits into the caches together with what it is looked
 * up in. */
#define READ_SIZE (128 * 1024)

/* How much of a log that is converted is read at a time, in bytes. */
#define RAW_SIZE (32 * 1024)

/* By how many bytes a code page is recognized, and UTF-16 at the beginning of a log. */
#define PAGE_LENGTH 8192
#define MARK_LENGTH 256

/* How many bytes of ASCII end a text in UTF-16, and how many do at the end of a log. */
#define ASCII_LENGTH 32
#define LAST_LENGTH  8

/**
 * winerror_log_reader_clear:
 * @self: a reader
 */
void
winerror_log_reader_clear (WinerrorLogReader *self)
{
  g_clear_object (&self->converter);
  g_clear_object (&self->page);
  g_free (self->block);
  g_free (self->raw_block);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
}

/* Reads what there is at once; at the end of the stream, nothing. */
static gboolean
read_bytes (WinerrorLogReader *self, char *buffer, gsize size, gsize *length, GError **error)
{
  gssize n;

  if (*length == size || self->stream_at_end)
    return TRUE;
  n = g_input_stream_read (self->stream, buffer + *length, MIN (size - *length, READ_SIZE),
                           self->cancellable, error);
  if (n < 0)
    return FALSE;
  *length += (gsize) n;
  self->done += (guint64) n;
  self->stream_at_end = n == 0;
  return TRUE;
}

/* Where text in bytes begins among UTF-16, as far as that can be said yet. */
static gsize
find_narrow (const WinerrorLogReader *self, gboolean *found)
{
  const char *end = self->raw + self->raw_length;
  const char *newline = self->big ? "\0\n" : "\n\0";
  gsize i;

  *found = FALSE;
  if (self->given || self->unit != 2)
    return self->raw_length;
  for (i = 0; i + (self->stream_at_end ? LAST_LENGTH : ASCII_LENGTH) <= self->raw_length; i += 2)
    {
      gsize left = self->raw_length - i;
      gboolean known = TRUE;

      if (i == 0 ? self->after_newline : memcmp (self->raw + i - 2, newline, 2) == 0)
        *found = winerror_log_part_is_narrow_line (self->raw + i, end, self->stream_at_end, &known);
      if (!*found && known)
        *found = left >= ASCII_LENGTH ? winerror_log_part_is_ascii (self->raw + i, ASCII_LENGTH)
                                      : winerror_log_part_is_ascii (self->raw + i, left) &&
                                            memchr (self->raw + i, '\n', left) != NULL;
      if (*found || !known)
        return i;
    }
  return self->stream_at_end ? self->raw_length : i;
}

static void
set_charset (WinerrorLogReader *self, const char *charset)
{
  g_clear_object (&self->converter);
  if (charset == NULL)
    return;
  self->converter = G_CONVERTER (g_charset_converter_new (WINERROR_ENCODING_UTF8, charset, NULL));
  self->unit = g_str_has_prefix (charset, "UTF-16")   ? 2
               : g_str_has_prefix (charset, "UTF-32") ? 4
                                                      : 1;
  self->big = g_str_has_suffix (charset, "BE");
  self->after_newline = FALSE;
  if (self->converter != NULL)
    self->encoding = charset;
}

/* Has what the block holds from an offset on converted. */
static void
leave_direct (WinerrorLogReader *self, gsize offset)
{
  self->direct = FALSE;
  self->raw_length = self->filled - offset;
  self->raw_size = MAX (RAW_SIZE, self->raw_length);
  self->raw_block = g_malloc (self->raw_size);
  self->raw = self->raw_block;
  memcpy (self->raw, self->block + offset, self->raw_length);
  self->base += offset;
  self->length = MIN (self->length, offset);
  self->filled = self->length;
  self->text = g_string_new (NULL);
}

static void
drop_raw (WinerrorLogReader *self, gsize length)
{
  self->raw += length;
  self->raw_length -= length;
  self->base += length;
}

/* Takes a part of a line in UTF-8 or a code page. */
static void
convert_part (WinerrorLogReader *self, gsize end)
{
  const char *part = self->raw;
  gsize done = end;

  if (self->page == NULL && !g_utf8_validate_len (part, end, NULL) &&
      winerror_log_part_find_special (part, part + end) < part + end)
    {
      self->page_name = winerror_encoding_guess_page (self->raw,
                                                      MIN (self->raw_length, PAGE_LENGTH),
                                                      g_get_language_names ());
      self->page = G_CONVERTER (
          g_charset_converter_new (WINERROR_ENCODING_UTF8, self->page_name, NULL));
    }
  if (self->page == NULL || g_utf8_validate_len (part, end, NULL) ||
      (memchr (part, '\0', end) != NULL &&
       winerror_log_part_find_special (part, part + end) == part + end))
    {
      g_string_append_len (self->text, part, (gssize) end);
    }
  else
    {
      gboolean whole = part[end - 1] == '\n' || (self->stream_at_end && end == self->raw_length);

      self->encoding = self->page_name;
      done = winerror_encoding_convert (self->page, part, end, whole, 1, self->text);
      g_converter_reset (self->page);
      if (done == 0) /* no character is that long */
        done = end;
    }
  drop_raw (self, done);
}

/* Converts lines, until there is enough of them for the block or no more are there. */
static void
convert_lines (WinerrorLogReader *self)
{
  while (self->raw_length > 0 && self->text->len - self->text_done < RAW_SIZE)
    {
      gsize end = winerror_log_part_find_end (self->raw, 0, self->raw_length, self->base);
      const char *charset;
      const char *wide;
      gsize mark;

      if (end > self->raw_length)
        {
          if (!self->stream_at_end)
            return;
          end = self->raw_length;
        }
      wide = winerror_log_part_find_wide (self->raw, self->raw + end, &mark, &charset);
      if (wide != NULL)
        {
          gsize before = (gsize) (wide - self->raw) - mark;

          if (before > 0)
            convert_part (self, before);
          drop_raw (self, mark);
          set_charset (self, charset);
          return;
        }
      /* enough to know the code page by */
      if (self->page == NULL && self->raw_length < PAGE_LENGTH && !self->stream_at_end)
        return;
      convert_part (self, end);
    }
}

/* Converts what there is of an encoding that is known. */
static void
convert_all (WinerrorLogReader *self)
{
  gboolean narrow;
  gsize limit = find_narrow (self, &narrow);
  gsize done = 0;

  if (limit > 0)
    done = winerror_encoding_convert (self->converter, self->raw, limit,
                                      narrow || self->stream_at_end, self->unit, self->text);
  if (self->unit == 2 && done >= 2)
    self->after_newline = memcmp (self->raw + done - 2, self->big ? "\0\n" : "\n\0", 2) == 0;
  drop_raw (self, done);
  if (narrow)
    set_charset (self, NULL);
}

/* Fills the block with what is converted. */
static void
take_text (WinerrorLogReader *self)
{
  gsize n = self->text->len - self->text_done;
  gsize space = self->size - self->length;

  if (n > space)
    n = winerror_log_part_cut_at (self->text->str, self->text_done + space, self->text_done) -
        self->text_done;
  memcpy (self->block + self->length, self->text->str + self->text_done, n);
  self->length += n;
  self->filled = self->length;
  self->text_done += n;
  if (self->text_done == self->text->len)
    {
      g_string_truncate (self->text, 0);
      self->text_done = 0;
    }
}

static gboolean
read_converted (WinerrorLogReader *self, GError **error)
{
  /* so that the text that waits does not grow */
  if (self->text->len == 0)
    {
      gsize before;

      memmove (self->raw_block, self->raw, self->raw_length);
      self->raw = self->raw_block;
      if (!read_bytes (self, self->raw, self->raw_size, &self->raw_length, error))
        return FALSE;
      do
        {
          before = self->raw_length;
          if (self->converter != NULL)
            convert_all (self);
          else
            convert_lines (self);
        }
      while (self->raw_length < before && self->text->len < RAW_SIZE);
    }
  take_text (self);
  self->at_end = self->stream_at_end && self->raw_length == 0 && self->text->len == 0;
  return TRUE;
}

/* Takes what the block has been filled with, as far as it is in UTF-8 and whole. */
static void
accept (WinerrorLogReader *self)
{
  gsize end = self->stream_at_end ? self->filled
                                  : winerror_log_part_find_last_end (self->block, self->length,
                                                                     self->filled, self->base);
  gsize offset = self->length;

  while (offset < end)
    {
      gsize special = (gsize) (winerror_log_part_find_special (self->block + offset,
                                                               self->block + end) -
                               self->block);
      const char *charset;
      const char *wide;
      gsize begin;
      gsize part_end;
      gsize mark;

      if (special == end)
        break;
      begin = winerror_log_part_find_begin (self->block, offset, special, self->base);
      part_end = MIN (winerror_log_part_find_end (self->block, begin, end, self->base), end);
      wide = winerror_log_part_find_wide (self->block + begin, self->block + part_end, &mark,
                                          &charset);
      if (wide != NULL ||
          winerror_log_part_find_special (self->block + begin, self->block + part_end) <
              self->block + part_end)
        {
          const char *invalid;
          gboolean valid = g_utf8_validate_len (self->block + begin, part_end - begin, &invalid);

          /* NULs say nothing */
          while (!valid && *invalid == '\0' && wide == NULL)
            {
              const char *next = invalid + 1;

              valid = g_utf8_validate_len (next, (gsize) (self->block + part_end - next), &invalid);
            }
          if (wide != NULL || !valid)
            {
              self->length = begin;
              leave_direct (self, begin);
              return;
            }
        }
      offset = part_end;
    }
  self->length = end;
}

/* Whether the carriage return at an offset of the block ends a line: not before a line feed, and
 * where that is not known of the log yet, not before another one that a line feed follows. */
static gboolean
is_break (const WinerrorLogReader *self, gsize offset)
{
  const char *p = self->block + offset + 1;
  const char *end = self->block + self->length;

  if (self->kind == WINERROR_BREAKS_UNKNOWN && p < end && *p == '\r')
    p++;
  return p == end || *p != '\n';
}

/* Makes one kind of line break of those of the log. The first one decides: a carriage return alone
 * is one, or an erased line. */
static void
replace_breaks (WinerrorLogReader *self)
{
  gsize ahead = self->at_end ? 0 : self->kind == WINERROR_BREAKS_UNKNOWN ? 2 : 1;
  gsize end = self->length - MIN (self->length, ahead);

  while (self->breaks < end && self->kind != WINERROR_BREAKS_LF)
    {
      char *p = self->block + self->breaks;

      if (self->kind == WINERROR_BREAKS_CR)
        p = memchr (p, '\r', end - self->breaks);
      else
        while (p < self->block + end && *p != '\r' && *p != '\n')
          p++;
      if (p == NULL || p == self->block + end)
        break;
      self->breaks = (gsize) (p - self->block) + 1;
      if (*p == '\r' && is_break (self, self->breaks - 1))
        {
          self->kind = WINERROR_BREAKS_CR;
          *p = '\n';
        }
      else if (self->kind == WINERROR_BREAKS_UNKNOWN)
        {
          self->kind = WINERROR_BREAKS_LF;
        }
    }
  self->breaks = MAX (self->breaks, end);
}

/**
 * winerror_log_reader_open:
 * @self: a reader of zeros
 * @stream: a log, which @self borrows
 * @block_size: how much of its text is in memory at a time, in bytes
 * @encoding: (nullable): the name of its encoding; %NULL has it guessed
 * @cancellable: (nullable): ends the reading; borrowed
 * @error: (nullable): return location for an error of reading
 *
 * Reads how a log begins, and finds out by that how it is written: UTF-8, UTF-16 or UTF-32, or a
 * code page, which is guessed where the first line has bytes that are no UTF-8. Where a log changes
 * between these, the text goes on.
 *
 * Returns: whether it could be read
 */
gboolean
winerror_log_reader_open (WinerrorLogReader *self,
                          GInputStream *stream,
                          gsize block_size,
                          const char *encoding,
                          GCancellable *cancellable,
                          GError **error)
{
  const char *charset = encoding;
  gsize mark = 0;

  g_return_val_if_fail (self != NULL && self->block == NULL, FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (block_size > MARK_LENGTH, FALSE);

  self->stream = stream;
  self->cancellable = cancellable;
  self->size = block_size;
  self->block = g_malloc (block_size);
  self->encoding = WINERROR_ENCODING_UTF8;
  self->direct = TRUE;
  self->given = encoding != NULL;
  if (encoding != NULL && !winerror_encoding_check (encoding, error))
    return FALSE;

  while (self->filled < MARK_LENGTH && !self->stream_at_end)
    if (!read_bytes (self, self->block, self->size, &self->filled, error))
      return FALSE;
  if (charset == NULL)
    charset = winerror_encoding_guess_wide (self->block, self->filled);
  if (self->filled >= 4 && (memcmp (self->block, "\xFF\xFE\0\0", 4) == 0 ||
                            memcmp (self->block, "\0\0\xFE\xFF", 4) == 0))
    mark = 4;
  else if (self->filled >= 3 && memcmp (self->block, "\xEF\xBB\xBF", 3) == 0)
    mark = 3;
  else if (self->filled >= 2 &&
           (memcmp (self->block, "\xFF\xFE", 2) == 0 || memcmp (self->block, "\xFE\xFF", 2) == 0))
    mark = charset != NULL && g_str_has_prefix (charset, "UTF-16") ? 2 : 0;
  self->mark = mark;
  self->filled -= mark;
  memmove (self->block, self->block + mark, self->filled);
  if (charset != NULL)
    {
      leave_direct (self, 0);
      set_charset (self, charset);
      self->encoding = charset;
      return TRUE;
    }
  accept (self);
  self->at_end = self->direct && self->stream_at_end;
  replace_breaks (self);
  return TRUE;
}

/**
 * winerror_log_reader_read:
 * @self: a reader
 * @error: (nullable): return location for an error of reading
 *
 * Reads more of the log. Where the block is full, there is nothing to do until some of it is
 * dropped.
 *
 * Returns: whether it could be read
 */
gboolean
winerror_log_reader_read (WinerrorLogReader *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->block != NULL, FALSE);

  if (self->direct)
    {
      if (!read_bytes (self, self->block, self->size, &self->filled, error))
        return FALSE;
      accept (self);
      self->at_end = self->direct && self->stream_at_end;
    }
  else if (!read_converted (self, error))
    {
      return FALSE;
    }
  replace_breaks (self);
  return TRUE;
}

/**
 * winerror_log_reader_is_full:
 * @self: a reader
 *
 * Returns: whether the block has no room for more
 */
gboolean
winerror_log_reader_is_full (const WinerrorLogReader *self)
{
  return self->size - MAX (self->length, self->direct ? self->filled : 0) <=
         WINERROR_LOG_MAX_CHARACTER;
}

/**
 * winerror_log_reader_drop:
 * @self: a reader
 * @length: how many bytes
 *
 * Drops text from the beginning of the block.
 */
void
winerror_log_reader_drop (WinerrorLogReader *self, gsize length)
{
  g_return_if_fail (self != NULL && length <= self->length);

  self->filled -= length;
  self->length -= length;
  self->breaks -= MIN (self->breaks, length);
  if (self->direct)
    self->base += length;
  memmove (self->block, self->block + length, self->filled);
}

/**
 * winerror_log_reader_get_mark:
 * @self: a reader that has just been opened
 *
 * Returns: how many bytes of a log that is read as it is come before its text
 */
guint64
winerror_log_reader_get_mark (const WinerrorLogReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->direct ? self->mark : 0;
}

/**
 * winerror_log_reader_is_direct:
 * @self: a reader
 *
 * Returns: whether the text up to here is the log as it is, byte for byte
 */
gboolean
winerror_log_reader_is_direct (const WinerrorLogReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->direct && self->kind != WINERROR_BREAKS_CR;
}
