// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-match.h"

G_BEGIN_DECLS

/**
 * WinerrorLogFailure:
 * @line: the first line of a log of Windows Installer that says that an action has failed, "Return
 * value 3", from 1; 0 while there is none
 * @message_line: the line above it that says why, from 1; 0 where none does
 * @message: (nullable): what that line says, from its code on: clean text of one line
 * @code: the code in that line
 * @position: the position of its entry in the catalog, or %WINERROR_MATCH_UNLISTED
 *
 * Why an installation has failed. The number at its end, 1603, does not say it.
 */
typedef struct
{
  guint64 line;
  guint64 message_line;
  char *message;
  WinerrorCode code;
  guint position;
} WinerrorLogFailure;

void winerror_log_failure_clear (WinerrorLogFailure *self);
void winerror_log_failure_take_message (WinerrorLogFailure *self,
                                        guint64 line,
                                        const char *text,
                                        gsize length,
                                        const WinerrorCode *code,
                                        guint position);
gboolean winerror_log_failure_take_line (WinerrorLogFailure *self,
                                         guint64 line,
                                         const char *text,
                                         gsize length);
gboolean winerror_log_failure_is_installer_log (const char *text, gsize length);

G_END_DECLS
