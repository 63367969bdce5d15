// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-context-word.h"
#include "winerror-number.h"

G_BEGIN_DECLS

/**
 * WinerrorMessageForm:
 * @WINERROR_MESSAGE_NONE: it has not the form of a message of Windows Installer
 * @WINERROR_MESSAGE_POSSIBLE: other programs write so as often: "Error 1316: …"
 * @WINERROR_MESSAGE_LIKELY: few others do: "Error 1316. …"
 * @WINERROR_MESSAGE_SURE: none does: "DEBUG: Error 2826: …"
 *
 * Whether a number has the form of one of a message of Windows Installer.
 */
typedef enum
{
  WINERROR_MESSAGE_NONE,
  WINERROR_MESSAGE_POSSIBLE,
  WINERROR_MESSAGE_LIKELY,
  WINERROR_MESSAGE_SURE,
} WinerrorMessageForm;

gboolean winerror_context_is_heading (const char *begin,
                                      const WinerrorContextWord *word,
                                      const char *from,
                                      const char *to,
                                      const char *end);
WinerrorMessageForm
winerror_context_get_message (const char *begin, const WinerrorNumber *number, const char *end);
gboolean
winerror_context_is_note (const char *begin, const WinerrorNumber *number, const char *end);
gboolean winerror_context_is_installer_result (const char *begin,
                                               const WinerrorNumber *number,
                                               const char *end);

G_END_DECLS
