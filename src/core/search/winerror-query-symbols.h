// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"

G_BEGIN_DECLS

/**
 * WinerrorSymbolsFound:
 * @WINERROR_SYMBOLS_NONE: the query is no symbol
 * @WINERROR_SYMBOLS_SOME: it is a symbol or begins one, and may be words as well: timeout
 * @WINERROR_SYMBOLS_ONLY: it has a symbol, and nothing else is meant: LOGON_FAILURE
 * @WINERROR_SYMBOLS_UNKNOWN: it has what is written like a symbol and is none
 *
 * What a query has of symbols.
 */
typedef enum
{
  WINERROR_SYMBOLS_NONE,
  WINERROR_SYMBOLS_SOME,
  WINERROR_SYMBOLS_ONLY,
  WINERROR_SYMBOLS_UNKNOWN,
} WinerrorSymbolsFound;

WinerrorSymbolsFound
winerror_query_symbols_search (const char *query, GPtrArray *words, WinerrorAnswer *answer);

G_END_DECLS
