// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WINERROR_QUERY_TEXT_MAX_WORDS:
 *
 * How many words of a query count.
 */
#define WINERROR_QUERY_TEXT_MAX_WORDS 48

char *winerror_query_text_tidy (const char *query);
GPtrArray *winerror_query_text_read_words (const char *query);
gboolean winerror_query_text_is_same (GPtrArray *words, const char *text);

G_END_DECLS
