// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"

G_BEGIN_DECLS

/**
 * WinerrorKnownCodes:
 *
 * What a catalog holds, in a form that is asked fast: most numbers and words of a log are none of
 * it.
 */
typedef struct _WinerrorKnownCodes WinerrorKnownCodes;

WinerrorKnownCodes *winerror_known_codes_new (WinerrorCatalog *catalog);
void winerror_known_codes_free (WinerrorKnownCodes *self);

gboolean winerror_known_codes_has_small (const WinerrorKnownCodes *self, guint32 code);
gboolean winerror_known_codes_has_message (const WinerrorKnownCodes *self, guint32 code);
gboolean winerror_known_codes_may_have_wide (const WinerrorKnownCodes *self, guint32 value);
gboolean winerror_known_codes_may_have_symbol (const WinerrorKnownCodes *self,
                                               const char *from,
                                               const char *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorKnownCodes, winerror_known_codes_free)

G_END_DECLS
