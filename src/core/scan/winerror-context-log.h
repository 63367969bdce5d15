// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-context-word.h"
#include "winerror-entry.h"
#include "winerror-number.h"

G_BEGIN_DECLS

gboolean
winerror_context_find_announcing (const char *begin, const char *from, WinerrorContextWord *word);
guint winerror_context_get_log_families (const char *begin, const char *from, const char *end);
gboolean winerror_context_is_of_windows (const char *begin, const char *from);
gboolean winerror_context_is_socket_error (const char *begin,
                                           const char *from,
                                           const char *to,
                                           const char *end);
gboolean
winerror_context_is_twice (const char *begin, const WinerrorNumber *number, const char *end);
gboolean
winerror_context_is_in_dump (const char *begin, const WinerrorNumber *number, const char *end);
gboolean winerror_context_is_own (const char *begin,
                                  const WinerrorNumber *number,
                                  const char *end,
                                  const WinerrorEntryInfo *info);

G_END_DECLS
