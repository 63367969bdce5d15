// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-log-report.h"

G_BEGIN_DECLS

/**
 * WinerrorLogFile:
 * @file: (nullable): the file; %NULL for a text in memory
 * @name: its name, clean and on one line
 * @encoding: (nullable): the encoding that it is read in, as in winerror_encoding_list(); %NULL has
 * it guessed
 * @text: (nullable): the text in memory, as long as it is kept
 * @report: (nullable): the codes that it has; %NULL where it was not read yet
 * @end: where it ended when it was read; its charset is a static string
 * @size: how many bytes of it were read
 *
 * A log, and what was read of it. Immutable, counted references.
 */
typedef struct
{
  GFile *file;
  char *name;
  const char *encoding;
  GBytes *text;
  WinerrorLogReport *report;
  WinerrorLogEnd end;
  guint64 size;
  GBytes *head; /* its first bytes, by which it is known again */
} WinerrorLogFile;

/**
 * WinerrorLogContext:
 * @first: number of the first line
 * @line: which line is the one that was asked for, from 0
 * @lines: (array zero-terminated=1): the lines: clean text
 *
 * A line of a log with those around it.
 */
typedef struct
{
  guint64 first;
  guint line;
  GStrv lines;
} WinerrorLogContext;

WinerrorLogFile *winerror_log_file_new (GFile *file);
WinerrorLogFile *winerror_log_file_new_for_text (GBytes *text, const char *name);
WinerrorLogFile *winerror_log_file_new_in (WinerrorLogFile *other, const char *encoding);
WinerrorLogFile *winerror_log_file_ref (WinerrorLogFile *self);
void winerror_log_file_unref (WinerrorLogFile *self);

const char *winerror_log_file_find_obstacle (GFile *file);
WinerrorLogFile *winerror_log_file_read (WinerrorLogFile *self,
                                         WinerrorScanner *scanner,
                                         WinerrorLogProgressFunc progress,
                                         gpointer user_data,
                                         GCancellable *cancellable,
                                         GError **error);
WinerrorLogContext *winerror_log_file_read_context (WinerrorLogFile *self,
                                                    const WinerrorLogPosition *position,
                                                    GCancellable *cancellable,
                                                    GError **error);

void winerror_log_context_free (WinerrorLogContext *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorLogFile, winerror_log_file_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorLogContext, winerror_log_context_free)

G_END_DECLS
