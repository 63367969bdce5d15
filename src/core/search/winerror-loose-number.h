// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-number.h"

G_BEGIN_DECLS

gboolean
winerror_loose_number_is_code (const char *begin, const WinerrorNumber *number, const char *end);
gboolean winerror_loose_number_is_inside_word (const char *begin, const char *p);
char *winerror_loose_number_respell (const char *query);
char *winerror_loose_number_drop_endings (const char *query);

G_END_DECLS
