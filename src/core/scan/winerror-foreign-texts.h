// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorForeignKind:
 * @WINERROR_FOREIGN_SMALL: numbers below 256 are not of Windows
 * @WINERROR_FOREIGN_DECIMAL: numbers in decimal that fit in 16 bits are not
 *
 * What a text of another system says of the numbers in its line.
 */
typedef enum
{
  WINERROR_FOREIGN_SMALL = 1 << 0,
  WINERROR_FOREIGN_DECIMAL = 1 << 1,
} WinerrorForeignKind;

WinerrorForeignKind winerror_foreign_texts_find (const char *begin, const char *end);

G_END_DECLS
