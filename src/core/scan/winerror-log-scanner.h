// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-log-failure.h"
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
 * @line: the line that the code stands in, from 1
 * @column: the character that it begins at, from 1
 * @text: the code as it is written there, in UTF-8 but for bytes that are none; not terminated
 * @length: its length in bytes
 * @context: the line that it stands in, or of a long one the part around it
 * @context_length: its length in bytes; the code lies inside of it
 * @code: the code
 * @position: the position of its entry in the catalog, or %WINERROR_MATCH_UNLISTED
 * @offset: how many bytes of the log come before it; of a log that is converted, how many bytes of
 *   UTF-8 that makes
 *
 * Where a code stands in a log. Valid only in the call of a #WinerrorLogPlaceFunc.
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
  guint64 offset;
} WinerrorLogPlace;

/**
 * WinerrorLogPlaceFunc:
 * @place: where the code stands
 * @user_data: the data of the #WinerrorLogHandler
 *
 * Takes a code of a log.
 *
 * Returns: whether to go on
 */
typedef gboolean (*WinerrorLogPlaceFunc) (const WinerrorLogPlace *place, gpointer user_data);

/**
 * WinerrorLogProgressFunc:
 * @done: how many bytes have been read
 * @user_data: the data of the #WinerrorLogHandler
 *
 * Takes how far the reading is.
 */
typedef void (*WinerrorLogProgressFunc) (guint64 done, gpointer user_data);

/**
 * WinerrorLogEncodingFunc:
 * @encoding: the name of an encoding, as in winerror_encoding_list(); valid as long as the program
 * runs, or as the one that was given for the log
 * @user_data: the data of the #WinerrorLogHandler
 *
 * Takes the encoding that the log is read in: when it is opened, and again when another one is met,
 * as where the first byte comes that is no UTF-8, or in a log of several encodings.
 */
typedef void (*WinerrorLogEncodingFunc) (const char *encoding, gpointer user_data);

/**
 * WinerrorLogFailureFunc:
 * @failure: why; valid only in the call
 * @user_data: the data of the #WinerrorLogHandler
 *
 * Takes why the installation failed of which a log of Windows Installer tells: once, after the
 * places above the line and before those that follow, of which 1603 is one.
 */
typedef void (*WinerrorLogFailureFunc) (const WinerrorLogFailure *failure, gpointer user_data);

/**
 * WinerrorLogEnd:
 * @line: the last line of the log, from 1; an empty one where the log ends with a line break
 * @offset: how many bytes of the log come before it, as in #WinerrorLogPlace
 * @charset: (nullable): the encoding that the log was converted from; %NULL where it was read as it
 *   is
 *
 * Where a log ends. Whoever reads on when the log has grown begins at @offset.
 */
typedef struct
{
  guint64 line;
  guint64 offset;
  const char *charset;
} WinerrorLogEnd;

/**
 * WinerrorLogEndFunc:
 * @end: where the log ends
 * @user_data: the data of the #WinerrorLogHandler
 *
 * Takes the end of a log.
 */
typedef void (*WinerrorLogEndFunc) (const WinerrorLogEnd *end, gpointer user_data);

/**
 * WinerrorLogHandler:
 * @place: called for each code of the log
 * @progress: (nullable): called each time that a part of the log has been read
 * @found_encoding: (nullable): called with the encoding of the log
 * @failure: (nullable): called in a log of Windows Installer with why the installation failed
 * @end: (nullable): called when all of the log has been read
 * @encoding: (nullable): the encoding of the log, which winerror_encoding_check() has checked;
 * %NULL has it guessed
 * @user_data: data for all of them
 *
 * What is called while a log is read.
 */
typedef struct
{
  WinerrorLogPlaceFunc place;
  WinerrorLogProgressFunc progress;
  WinerrorLogEncodingFunc found_encoding;
  WinerrorLogFailureFunc failure;
  WinerrorLogEndFunc end;
  const char *encoding;
  gpointer user_data;
} WinerrorLogHandler;

WinerrorEntry *
winerror_log_place_dup_entry (const WinerrorLogPlace *place, WinerrorCatalog *catalog);
gboolean winerror_log_scanner_scan (WinerrorScanner *scanner,
                                    GInputStream *stream,
                                    gsize block_size,
                                    const WinerrorLogHandler *handler,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
