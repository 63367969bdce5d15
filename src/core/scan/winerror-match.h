// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-code.h"

G_BEGIN_DECLS

/**
 * WinerrorMatch:
 * @start: where the code stands in the text, in bytes
 * @length: how long it is, in bytes
 * @code: its reading
 * @installer_message: the text looks like a message number of Windows Installer, which is no
 *   system error code
 * @sentence: it is not a code but the description of an entry
 *
 * A code in a text.
 */
typedef struct
{
  gsize start;
  gsize length;
  WinerrorCode code;
  gboolean installer_message;
  gboolean sentence;
} WinerrorMatch;

void winerror_match_remove_repetitions (GArray *matches, const char *text);

G_END_DECLS
