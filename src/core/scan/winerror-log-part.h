// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of a log that are in one encoding: its lines, and of long ones what lies between
 * multiples of WINERROR_LOG_PART_SIZE of the log, so that they depend on nothing but the log. */

/**
 * WINERROR_LOG_PART_SIZE:
 *
 * The longest part, in bytes, but for the rest of a character.
 */
#define WINERROR_LOG_PART_SIZE 4096

/**
 * WINERROR_LOG_MAX_CHARACTER:
 *
 * The most bytes of one character.
 */
#define WINERROR_LOG_MAX_CHARACTER 4

const char *winerror_log_part_find_special (const char *p, const char *end);
gsize winerror_log_part_cut_at (const char *bytes, gsize offset, gsize lowest);
gsize winerror_log_part_find_last_end (const char *bytes, gsize from, gsize to, guint64 base);
gsize winerror_log_part_find_begin (const char *bytes, gsize from, gsize place, guint64 base);
gsize winerror_log_part_find_end (const char *bytes, gsize from, gsize to, guint64 base);
const char *
winerror_log_part_find_wide (const char *begin, const char *end, gsize *mark, const char **charset);
gboolean winerror_log_part_is_ascii (const char *p, gsize length);
gboolean
winerror_log_part_is_narrow_line (const char *p, const char *end, gboolean at_end, gboolean *known);

G_END_DECLS
