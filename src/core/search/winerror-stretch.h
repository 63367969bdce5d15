// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer-private.h"

G_BEGIN_DECLS

gboolean winerror_stretch_begins (const char *text);
GPtrArray *winerror_stretch_read_query (const char *query);
gsize winerror_stretch_find_ranges (WinerrorAnswer *answer,
                                    const char *text,
                                    gsize start,
                                    GArray *ranges);

G_END_DECLS
