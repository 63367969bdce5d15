// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-scan-pass.h"

#include <string.h>

/* Of how many digits a number before a word is at least. */
#define MIN_BEFORE 4

/**
 * winerror_scan_pass_add:
 * @self: a pass
 * @match: a match
 *
 * Adds a match in order of appearance.
 */
void
winerror_scan_pass_add (WinerrorScanPass *self, WinerrorMatch match)
{
  guint i = self->matches->len;

  while (i > 0 && g_array_index (self->matches, WinerrorMatch, i - 1).start > match.start)
    i--;
  g_array_insert_val (self->matches, i, match);
}

/**
 * winerror_scan_pass_add_entry:
 * @self: a pass
 * @from: where the match begins in the text
 * @length: its length
 * @position: the position of its entry
 * @sentence: it is the description of the entry
 *
 * Adds a match for an entry of the catalog.
 */
void
winerror_scan_pass_add_entry (WinerrorScanPass *self,
                              const char *from,
                              gsize length,
                              guint position,
                              gboolean sentence)
{
  WinerrorEntryInfo info;
  WinerrorTable *table = winerror_catalog_get_info (self->catalog, position, &info);
  WinerrorMatch match = {
    .start = (gsize) (from - self->text),
    .length = length,
    .code = {
      .family = winerror_table_get_info (table)->family,
      .code = info.code,
      .form = WINERROR_CODE_DIRECT,
      .value = info.code,
    },
    .position = position,
    .announced = TRUE,
    .sentence = sentence,
  };

  match.win32 = match.code.family == WINERROR_FAMILY_WIN32 ? info.code : info.win32;
  winerror_scan_pass_add (self, match);
}

/**
 * winerror_scan_pass_has_match_since:
 * @self: a pass
 * @p: a place in its text
 *
 * Returns: whether a match begins there or after it
 */
gboolean
winerror_scan_pass_has_match_since (const WinerrorScanPass *self, const char *p)
{
  guint n = self->matches->len;

  return n > 0 && self->text + g_array_index (self->matches, WinerrorMatch, n - 1).start >= p;
}

/**
 * winerror_scan_pass_line_begin:
 * @self: a pass
 * @p: a place in its text
 *
 * Returns: where the line of the place begins, as far as it is read
 */
const char *
winerror_scan_pass_line_begin (const WinerrorScanPass *self, const char *p)
{
  const char *limit = p - self->text > WINERROR_SCAN_PASS_LINE_WINDOW
                          ? p - WINERROR_SCAN_PASS_LINE_WINDOW
                          : self->text;

  while (p > limit && p[-1] != '\n')
    p--;
  return p;
}

/**
 * winerror_scan_pass_line_end:
 * @self: a pass
 * @p: a place in its text
 *
 * Returns: where the line of the place ends, as far as it is read
 */
const char *
winerror_scan_pass_line_end (const WinerrorScanPass *self, const char *p)
{
  gsize length = MIN ((gsize) (self->end - p), WINERROR_SCAN_PASS_LINE_WINDOW);
  const char *newline = memchr (p, '\n', length);
  const char *end = newline != NULL ? newline : p + length;

  return end > p && end[-1] == '\r' ? end - 1 : end;
}

/* Whether nothing but the number from @from to @to stands in its line. */
static gboolean
is_alone (const char *begin, const char *from, const char *to, const char *end)
{
  while (from > begin && (from[-1] == ' ' || from[-1] == '\t'))
    from--;
  while (to < end && (*to == ' ' || *to == '\t' || *to == '.'))
    to++;
  return from == begin && to == end;
}

/**
 * winerror_scan_pass_number_begin:
 * @self: a pass
 * @from: where a number begins in its text
 * @to: where it ends
 *
 * Returns: where the line of the number begins, as far as it is read; of one that stands alone
 * below a line that ends with a colon, "Exit code:", where that line begins
 */
const char *
winerror_scan_pass_number_begin (const WinerrorScanPass *self, const char *from, const char *to)
{
  const char *begin = winerror_scan_pass_line_begin (self, from);

  if (begin > self->text && begin[-1] == '\n' && winerror_scan_pass_is_open (self, begin - 1) &&
      is_alone (begin, from, to, winerror_scan_pass_line_end (self, to)))
    return winerror_scan_pass_line_begin (self, begin - 1);
  return begin;
}

/**
 * winerror_scan_pass_is_open:
 * @self: a pass
 * @newline: a line break in its text
 *
 * Returns: whether the line before it ends with a colon or an equals sign
 */
gboolean
winerror_scan_pass_is_open (const WinerrorScanPass *self, const char *newline)
{
  const char *p = newline;

  while (p > self->text && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == '\r'))
    p--;
  return p > self->text && (p[-1] == ':' || p[-1] == '=');
}

/**
 * winerror_scan_pass_number_before:
 * @self: a pass
 * @p: a place in its text, within a word
 *
 * Returns: (nullable): where a number of four or more digits begins that stands right before the
 *   word: "1056 error"; %NULL where there is none, or it has been looked at
 */
const char *
winerror_scan_pass_number_before (const WinerrorScanPass *self, const char *p)
{
  const char *to = p;
  const char *from;

  while (to > self->text && g_ascii_isalpha (to[-1]))
    to--;
  if (to == self->text || *--to != ' ')
    return NULL;
  for (from = to; from > self->text && g_ascii_isdigit (from[-1]);)
    from--;
  return to - from >= MIN_BEFORE && from >= self->number_end ? from : NULL;
}
