// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WINERROR_IMPORT_MAX_CODES:
 *
 * How many codes one heading or cell names at the most.
 */
#define WINERROR_IMPORT_MAX_CODES 16

/**
 * WinerrorImportCode:
 * @value: its value
 * @wide: it is written as 32-bit values are: in hexadecimal with eight digits, or negative
 *
 * A code as a file has it. Which family it belongs to is not known yet.
 */
typedef struct
{
  guint32 value;
  gboolean wide;
} WinerrorImportCode;

/**
 * WinerrorImportTerms:
 * @codes: the codes, each once
 * @n_codes: how many
 * @range: it is a range of codes, 12000 - 12175; then @codes has its ends
 * @too_big: it has a number that does not fit 32 bits
 * @named: a word says that the number is a code: Error 5
 * @symbol: (nullable): where its first symbol begins, within the text
 * @symbol_length: its length in bytes
 * @others: (nullable): where the next symbol begins
 * @others_length: its length in bytes
 * @rest: (nullable): where other words begin, which end the terms; %NULL where there are none
 *
 * What a heading or a cell of a table says of codes: 5 (0x5), ERROR_ACCESS_DENIED, 0x80070005L,
 * 1402, 1404 and 1406, Error 1316: some text.
 */
typedef struct
{
  WinerrorImportCode codes[WINERROR_IMPORT_MAX_CODES];
  guint n_codes;
  gboolean range;
  gboolean too_big;
  gboolean named;
  const char *symbol;
  gsize symbol_length;
  const char *others;
  gsize others_length;
  const char *rest;
} WinerrorImportTerms;

void winerror_import_terms_read (WinerrorImportTerms *terms, const char *text);
gboolean winerror_import_terms_has_wide (const WinerrorImportTerms *terms);
gboolean winerror_import_is_symbol (const char *text, gssize length);

G_END_DECLS
