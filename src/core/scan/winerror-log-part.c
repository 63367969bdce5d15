// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-part.h"

#include <string.h>

/* Of how many bytes a line among UTF-16 is, and how many in a hundred are ASCII. */
#define MIN_LINE  8
#define MIN_ASCII 80

/**
 * winerror_log_part_find_special:
 * @p: a place in a text
 * @end: where the text ends
 *
 * Returns: the first byte that is not ASCII, or NUL; @end where none is
 */
const char *
winerror_log_part_find_special (const char *p, const char *end)
{
  for (; end - p >= 8; p += 8)
    {
      guint64 bytes;

      memcpy (&bytes, p, sizeof bytes);
      if ((((bytes - 0x0101010101010101u) & ~bytes) | bytes) & 0x8080808080808080u)
        break;
    }
  while (p < end && (guchar) (*p - 1) < 0x7F)
    p++;
  return p;
}

/**
 * winerror_log_part_cut_at:
 * @bytes: the beginning of a log, or of what is left of it
 * @offset: a multiple of %WINERROR_LOG_PART_SIZE of the log, as an offset into @bytes
 * @lowest: an offset before it
 *
 * Returns: where a part begins: at @offset, or with the character there
 */
gsize
winerror_log_part_cut_at (const char *bytes, gsize offset, gsize lowest)
{
  for (gsize i = 0; i < WINERROR_LOG_MAX_CHARACTER && offset - i > lowest; i++)
    if (((guchar) bytes[offset - i] & 0xC0) != 0x80)
      return offset - i;
  return offset;
}

/**
 * winerror_log_part_find_last_end:
 * @bytes: what is left of a log
 * @from: where a part begins
 * @to: where the bytes end
 * @base: how many bytes of the log are before @bytes
 *
 * Returns: where the last part ends that is whole; @from where none is
 */
gsize
winerror_log_part_find_last_end (const char *bytes, gsize from, gsize to, guint64 base)
{
  gsize end = to;
  gsize multiple;

  if (from == to)
    return from;
  multiple = (gsize) MAX ((base + to - 1) / WINERROR_LOG_PART_SIZE * WINERROR_LOG_PART_SIZE, base) -
             (gsize) base;
  while (end > from && end > multiple && bytes[end - 1] != '\n')
    end--;
  if (end > from && bytes[end - 1] == '\n')
    return end;
  return multiple > from + WINERROR_LOG_MAX_CHARACTER
             ? winerror_log_part_cut_at (bytes, multiple, from)
             : from;
}

/**
 * winerror_log_part_find_begin:
 * @bytes: what is left of a log
 * @from: where a part begins
 * @place: an offset after it
 * @base: how many bytes of the log are before @bytes
 *
 * Returns: where the part around @place begins
 */
gsize
winerror_log_part_find_begin (const char *bytes, gsize from, gsize place, guint64 base)
{
  gsize begin = place;
  gsize multiple = (gsize) MAX ((base + place) / WINERROR_LOG_PART_SIZE * WINERROR_LOG_PART_SIZE,
                                base) -
                   (gsize) base;

  while (begin > from && begin > multiple && bytes[begin - 1] != '\n')
    begin--;
  if (begin > from && begin == multiple && bytes[begin - 1] != '\n' &&
      begin > from + WINERROR_LOG_MAX_CHARACTER)
    return winerror_log_part_cut_at (bytes, begin, from);
  return begin;
}

/**
 * winerror_log_part_find_end:
 * @bytes: what is left of a log
 * @from: where a part begins
 * @to: where the bytes end
 * @base: how many bytes of the log are before @bytes
 *
 * Returns: where the part ends; beyond @to where it is not all there
 */
gsize
winerror_log_part_find_end (const char *bytes, gsize from, gsize to, guint64 base)
{
  guint64 multiple = ((base + from + WINERROR_LOG_MAX_CHARACTER) / WINERROR_LOG_PART_SIZE + 1) *
                         WINERROR_LOG_PART_SIZE -
                     base;
  gsize limit = (gsize) MIN (multiple, to);
  const char *newline = memchr (bytes + from, '\n', limit - from);

  if (newline != NULL)
    return (gsize) (newline - bytes) + 1;
  return multiple < to ? winerror_log_part_cut_at (bytes, (gsize) multiple, from) : to + 1;
}

/**
 * winerror_log_part_find_wide:
 * @begin: where a part begins
 * @end: where it ends
 * @mark: (out): the length of the mark before UTF-16
 * @charset: (out): which UTF-16 it is
 *
 * Returns: (nullable): where UTF-16 begins in the part, which has a NUL
 */
const char *
winerror_log_part_find_wide (const char *begin, const char *end, gsize *mark, const char **charset)
{
  const char *nul = memchr (begin, '\0', (gsize) (end - begin));
  const char *from;
  gsize half;

  if (nul == NULL || end - begin < 6)
    return NULL;
  half = nul > begin ? 1 : 0;
  from = nul - half;
  if (end - from < 6)
    return NULL;
  for (gsize i = 0; i < 6; i++)
    if ((from[i] == '\0') != (i % 2 == half))
      return NULL;
  *charset = half == 1 ? "UTF-16LE" : "UTF-16BE";
  *mark = from - begin >= 2 && memcmp (from - 2, half == 1 ? "\xFF\xFE" : "\xFE\xFF", 2) == 0 ? 2
                                                                                              : 0;
  return from;
}

/**
 * winerror_log_part_is_ascii:
 * @p: some bytes
 * @length: how many
 *
 * Returns: whether they are printable ASCII
 */
gboolean
winerror_log_part_is_ascii (const char *p, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isprint (p[i]) && !g_ascii_isspace (p[i]))
      return FALSE;
  return TRUE;
}

/**
 * winerror_log_part_is_narrow_line:
 * @p: a place in UTF-16
 * @end: where the bytes end
 * @at_end: no others follow
 * @known: (out): whether it can be said yet
 *
 * Returns: whether a line of bytes begins there, where one without NULs would be one of other
 * scripts
 */
gboolean
winerror_log_part_is_narrow_line (const char *p, const char *end, gboolean at_end, gboolean *known)
{
  const char *limit = p + MIN (end - p, WINERROR_LOG_PART_SIZE);
  const char *newline = memchr (p, '\n', (gsize) (limit - p));
  const char *to = newline != NULL ? newline : limit;
  gsize n_ascii = 0;

  *known = TRUE;
  if (memchr (p, '\0', (gsize) (to - p)) != NULL)
    return FALSE;
  *known = newline != NULL || at_end || limit < end;
  if (to - p < MIN_LINE || memchr (p, ' ', (gsize) (to - p)) == NULL)
    return FALSE;
  for (const char *q = p; q < to; q++)
    n_ascii += (guchar) *q < 0x80;
  return 100 * n_ascii >= MIN_ASCII * (gsize) (to - p);
}
