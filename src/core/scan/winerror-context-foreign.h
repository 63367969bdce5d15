// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-context-word.h"

G_BEGIN_DECLS

gboolean winerror_context_is_database_error (const char *to, const char *end);
gboolean winerror_context_has_database_number (const char *begin, const char *p);
gboolean winerror_context_word_is_foreign (const char *begin, const WinerrorContextWord *word);
gboolean winerror_context_is_of_source (const char *begin,
                                        const char *from,
                                        const char *to,
                                        const char *end);

G_END_DECLS
