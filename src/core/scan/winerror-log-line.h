// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorLogLine:
 * @number: number of the line, from 1
 * @text: the line, or the part of a long one around the code: clean text
 * @start: where the code stands in @text, in bytes
 * @length: how long it is, in bytes
 *
 * A line of a log that carries a code. Immutable, counted references.
 */
typedef struct
{
  guint64 number;
  char *text;
  gsize start;
  gsize length;
} WinerrorLogLine;

WinerrorLogLine *winerror_log_line_new (guint64 number,
                                        const char *line,
                                        gsize line_length,
                                        gsize start,
                                        gsize length);
WinerrorLogLine *winerror_log_line_new_short (const WinerrorLogLine *whole);
WinerrorLogLine *winerror_log_line_ref (WinerrorLogLine *self);
void winerror_log_line_unref (WinerrorLogLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorLogLine, winerror_log_line_unref)

G_END_DECLS
