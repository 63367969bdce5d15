// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorScanTextKind:
 * @WINERROR_SCAN_TEXT_SMALL: numbers below 256 are not of Windows
 * @WINERROR_SCAN_TEXT_DECIMAL: numbers in decimal that fit in 16 bits are not
 * @WINERROR_SCAN_TEXT_WINDOWS: a sign that the line is of Windows
 * @WINERROR_SCAN_TEXT_FUNCTION: the name of a function that Windows alone has
 * @WINERROR_SCAN_TEXT_OTHER: a sign that it is of another system
 *
 * What a text says of the line that has it, and of the numbers in it.
 */
typedef enum
{
  WINERROR_SCAN_TEXT_SMALL = 1 << 0,
  WINERROR_SCAN_TEXT_DECIMAL = 1 << 1,
  WINERROR_SCAN_TEXT_WINDOWS = 1 << 2,
  WINERROR_SCAN_TEXT_FUNCTION = 1 << 3,
  WINERROR_SCAN_TEXT_OTHER = 1 << 4,
} WinerrorScanTextKind;

WinerrorScanTextKind winerror_scan_texts_find (const char *begin, const char *end);

G_END_DECLS
