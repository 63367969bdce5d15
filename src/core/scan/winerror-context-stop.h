// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-context-word.h"
#include "winerror-number.h"

G_BEGIN_DECLS

gboolean winerror_context_is_stop_code (const char *begin, const char *from);
gboolean winerror_context_is_event_stop_code (const char *begin, const WinerrorNumber *number);
gboolean winerror_context_is_stop_parameter (const char *begin, const char *from);
gboolean winerror_context_is_exception_argument (const char *to, const char *end);

G_END_DECLS
