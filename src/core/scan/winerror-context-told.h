// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-entry.h"

G_BEGIN_DECLS

gboolean
winerror_context_is_told_otherwise (const char *to, const char *end, const WinerrorEntryInfo *info);
gboolean winerror_context_is_named_otherwise (const char *to,
                                              const char *end,
                                              const WinerrorEntryInfo *info);
guint winerror_context_count_common (const char *begin,
                                     const char *from,
                                     const char *to,
                                     const char *end,
                                     const WinerrorEntryInfo *info);
guint winerror_context_count_told (const char *to, const char *end, const WinerrorEntryInfo *info);

G_END_DECLS
