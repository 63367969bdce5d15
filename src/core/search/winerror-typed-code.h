// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-family.h"

G_BEGIN_DECLS

/**
 * WINERROR_TYPED_CODE_MAX_RANGES:
 *
 * How many ranges the codes lie in at the most that begin so.
 */
#define WINERROR_TYPED_CODE_MAX_RANGES 10

/**
 * WinerrorTypedCode:
 * @wanted: the value of the digits
 * @n_digits: how many there are
 * @base: 10 or 16
 * @wrapped: it is the beginning of a Win32 code in an HRESULT, with its zeros
 * @wide: it is the beginning of eight digits
 *
 * A number that is still being typed.
 */
typedef struct
{
  guint32 wanted;
  guint n_digits;
  guint base;
  gboolean wrapped;
  gboolean wide;
} WinerrorTypedCode;

gboolean winerror_typed_code_read (const char *query, WinerrorTypedCode *self);
gboolean
winerror_typed_code_begins (const WinerrorTypedCode *self, WinerrorFamily family, guint32 code);
guint winerror_typed_code_get_ranges (const WinerrorTypedCode *self, guint32 (*ranges)[2]);
gboolean winerror_typed_code_is_half (const char *query);

G_END_DECLS
