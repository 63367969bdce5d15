// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-line.h"

#include "winerror-text.h"

#include <string.h>

/* How much of a line stands before the code where it is shortened, so that the code is seen in a
 * list; in characters. */
#define MAX_BEFORE 48

/* A part of a line, on one line and without anything that steers a terminal. */
static char *
clean_part (const char *text, gsize length)
{
  g_autofree char *valid = winerror_text_make_valid (text, (gssize) length);

  return winerror_text_clean (valid);
}

/**
 * winerror_log_line_new:
 * @number: number of the line, from 1
 * @line: the line, or a part of it; of unknown encoding
 * @line_length: its length in bytes
 * @start: where the code stands in @line, in bytes
 * @length: how long it is, in bytes
 *
 * Returns: (transfer full): a line
 */
WinerrorLogLine *
winerror_log_line_new (guint64 number,
                       const char *line,
                       gsize line_length,
                       gsize start,
                       gsize length)
{
  WinerrorLogLine *self;
  g_autofree char *before = NULL;
  g_autofree char *match = NULL;
  g_autofree char *after = NULL;
  const char *gap_before;
  const char *gap_after;

  g_return_val_if_fail (line != NULL, NULL);
  g_return_val_if_fail (start <= line_length && length <= line_length - start, NULL);

  before = clean_part (line, start);
  match = clean_part (line + start, length);
  after = clean_part (line + start + length, line_length - start - length);
  /* the blanks around the code went with the others */
  gap_before = before[0] != '\0' && g_ascii_isspace (line[start - 1]) ? " " : "";
  gap_after = after[0] != '\0' && g_ascii_isspace (line[start + length]) ? " " : "";

  self = g_atomic_rc_box_new0 (WinerrorLogLine);
  self->number = number;
  self->text = g_strconcat (before, gap_before, match, gap_after, after, NULL);
  self->start = strlen (before) + strlen (gap_before);
  self->length = strlen (match);
  return self;
}

/**
 * winerror_log_line_new_short:
 * @whole: a line
 *
 * Returns: (transfer full): the line for a list: of what stands before the code no more than a few
 *   words
 */
WinerrorLogLine *
winerror_log_line_new_short (const WinerrorLogLine *whole)
{
  WinerrorLogLine *self;
  gsize before; /* the bytes before the code and its blank */
  glong length;
  const char *from;
  const char *blank;

  g_return_val_if_fail (whole != NULL, NULL);

  self = g_atomic_rc_box_new0 (WinerrorLogLine);
  *self = *whole;
  before = whole->start;
  if (before > 0 && whole->text[before - 1] == ' ')
    before--;
  length = g_utf8_strlen (whole->text, (gssize) before);
  if (length <= MAX_BEFORE)
    {
      self->text = g_strdup (whole->text);
      return self;
    }
  /* from the beginning of a word on */
  from = g_utf8_offset_to_pointer (whole->text, length - MAX_BEFORE);
  blank = memchr (from, ' ', (gsize) (whole->text + before - from));
  if (blank != NULL)
    from = blank + 1;
  self->text = g_strconcat ("…", from, NULL);
  self->start = strlen ("…") + whole->start - (gsize) (from - whole->text);
  return self;
}

/**
 * winerror_log_line_ref:
 * @self: a line
 *
 * Returns: (transfer full): the same line
 */
WinerrorLogLine *
winerror_log_line_ref (WinerrorLogLine *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
log_line_clear (gpointer data)
{
  WinerrorLogLine *self = data;

  g_free (self->text);
}

/**
 * winerror_log_line_unref:
 * @self: (transfer full): a line
 */
void
winerror_log_line_unref (WinerrorLogLine *self)
{
  g_atomic_rc_box_release_full (self, log_line_clear);
}
