// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-entry.h"
#include "winerror-number.h"

G_BEGIN_DECLS

/**
 * WINERROR_CONTEXT_MIN_WEIGHT:
 *
 * What a number has to weigh to be taken for a code.
 */
#define WINERROR_CONTEXT_MIN_WEIGHT 1

int winerror_context_weigh (const char *begin,
                            const WinerrorNumber *number,
                            const char *end,
                            const WinerrorEntryInfo *info,
                            gboolean beside);
gboolean winerror_context_has_weight (const char *begin,
                                      const WinerrorNumber *number,
                                      const char *end,
                                      const WinerrorEntryInfo *info,
                                      gboolean beside);

G_END_DECLS
