// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-scanner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WINERROR_LOG_SCANNER_BLOCK_SIZE:
 *
 * How much of a log is in memory at a time, in bytes. Longer lines are read in pieces.
 */
#define WINERROR_LOG_SCANNER_BLOCK_SIZE (1024 * 1024)

/**
 * WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE:
 *
 * The smallest block, in bytes.
 */
#define WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE (4 * WINERROR_SCANNER_WINDOW)

/**
 * WinerrorLogPlace:
 * @line: the line that it stands in, from 1
 * @column: the character that it begins at, from 1
 * @text: the text that matched, in the encoding of the log, or UTF-8 for UTF-16; not terminated
 * @length: its length in bytes
 * @context: the line that it stands in, or of a long one the part around it
 * @context_length: its length in bytes; the match lies inside of it
 * @code: the code
 * @position: the position of its entry in the catalog
 *
 * A match in a log. All of it is valid only while it is being told of.
 */
typedef struct
{
  guint64 line;
  guint64 column;
  const char *text;
  gsize length;
  const char *context;
  gsize context_length;
  WinerrorCode code;
  guint position;
} WinerrorLogPlace;

/**
 * WinerrorLogPlaceFunc:
 * @match: the match
 * @user_data: what was given to winerror_log_scanner_scan()
 *
 * Is told of each match.
 *
 * Returns: whether to go on
 */
typedef gboolean (*WinerrorLogPlaceFunc) (const WinerrorLogPlace *match, gpointer user_data);

/**
 * WinerrorLogProgressFunc:
 * @done: how many bytes have been read
 * @user_data: what was given to winerror_log_scanner_scan()
 *
 * Is told how far the reading is.
 */
typedef void (*WinerrorLogProgressFunc) (guint64 done, gpointer user_data);

gboolean winerror_log_scanner_scan (WinerrorScanner *scanner,
                                    GInputStream *stream,
                                    gsize block_size,
                                    WinerrorLogPlaceFunc func,
                                    WinerrorLogProgressFunc progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
