// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-log-line.h"
#include "winerror-log-scanner.h"

G_BEGIN_DECLS

/**
 * WINERROR_LOG_REPORT_MAX_PLACES:
 *
 * How many places of a code are worth keeping; all of them are counted.
 */
#define WINERROR_LOG_REPORT_MAX_PLACES 1000

/**
 * WINERROR_LOG_REPORT_MAX_LINES:
 *
 * How many lines are kept at the most for each code as text.
 */
#define WINERROR_LOG_REPORT_MAX_LINES 10

/**
 * WinerrorLogPosition:
 * @file: which file, from 0
 * @line: the line, from 1
 * @column: the character that the code begins at, from 1
 * @offset: see #WinerrorLogPlace
 *
 * Where a code stands.
 */
typedef struct
{
  guint file;
  guint64 line;
  guint64 column;
  guint64 offset;
} WinerrorLogPosition;

/**
 * WinerrorLogCode:
 * @code: the code
 * @position: the position of its entry in the catalog, or %WINERROR_MATCH_UNLISTED
 * @count: how often the logs have it
 * @first: its first place
 * @last: its last place
 * @places: (element-type WinerrorLogPosition): its first places, in order, as many as are kept
 * @lines: (element-type WinerrorLogLine): the lines that the first ones of them are in, no more
 * than %WINERROR_LOG_REPORT_MAX_LINES
 *
 * A code that logs have, with all its repetitions.
 */
typedef struct
{
  WinerrorCode code;
  guint position;
  guint64 count;
  WinerrorLogPosition first;
  WinerrorLogPosition last;
  GArray *places;
  GPtrArray *lines;
} WinerrorLogCode;

/**
 * WinerrorLogOrder:
 * @WINERROR_LOG_ORDER_APPEARANCE: what comes first in the log is first
 * @WINERROR_LOG_ORDER_COUNT: what comes most often is first
 *
 * The order of the codes of a log.
 */
typedef enum
{
  WINERROR_LOG_ORDER_APPEARANCE,
  WINERROR_LOG_ORDER_COUNT,
} WinerrorLogOrder;

#define WINERROR_TYPE_LOG_REPORT (winerror_log_report_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorLogReport, winerror_log_report, WINERROR, LOG_REPORT, GObject)

WinerrorLogReport *winerror_log_report_new (WinerrorCatalog *catalog, guint max_places);

guint winerror_log_report_add_file (WinerrorLogReport *self, const char *name);
void winerror_log_report_add (WinerrorLogReport *self, guint file, const WinerrorLogPlace *place);
void winerror_log_report_set_failure (WinerrorLogReport *self,
                                      guint file,
                                      const WinerrorLogFailure *failure);
void
winerror_log_report_append (WinerrorLogReport *self, const WinerrorLogReport *other, guint file);

const WinerrorLogFailure *winerror_log_report_get_failure (WinerrorLogReport *self, guint file);
gboolean
winerror_log_report_find_failure (WinerrorLogReport *self, guint file, guint *code, guint *place);
guint winerror_log_report_get_n_files (WinerrorLogReport *self);
char *winerror_log_report_dup_place (WinerrorLogReport *self, const WinerrorLogPosition *position);

WinerrorCatalog *winerror_log_report_get_catalog (WinerrorLogReport *self);
guint winerror_log_report_get_n_codes (WinerrorLogReport *self);
guint64 winerror_log_report_get_n_lines (WinerrorLogReport *self);
guint64 winerror_log_report_get_last_line (WinerrorLogReport *self);
const WinerrorLogCode *winerror_log_report_get_code (WinerrorLogReport *self, guint i);
WinerrorEntry *winerror_log_report_dup_entry (WinerrorLogReport *self, guint i);
GArray *winerror_log_report_list (WinerrorLogReport *self, WinerrorLogOrder order);

G_END_DECLS
