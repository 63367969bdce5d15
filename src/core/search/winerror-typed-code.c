// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-typed-code.h"

#include <string.h>

/* Whether the digits of @value in @base begin with those of @wanted, which is @n digits long and
 * shorter than @value. */
static gboolean
begins_with (guint32 value, guint32 wanted, guint n, guint base)
{
  guint64 limit = 1;

  for (guint i = 0; i < n; i++)
    limit *= base;
  while (value >= limit)
    {
      value /= base;
      if (value == wanted && value < limit)
        return TRUE;
    }
  return FALSE;
}

/**
 * winerror_typed_code_read:
 * @query: a query
 * @self: (out caller-allocates): what it begins
 *
 * Reads the beginning of a code: 13, 0x52, 0x80070, 0x800705, 0x80240.
 *
 * Returns: whether it is one
 */
gboolean
winerror_typed_code_read (const char *query, WinerrorTypedCode *self)
{
  g_autofree char *digits = g_strstrip (g_strdup (query));
  const char *p = digits;
  gboolean marked = p[0] == '0' && g_ascii_tolower (p[1]) == 'x';
  guint64 wanted;

  if (marked)
    p += 2;
  *self = (WinerrorTypedCode){ .base = marked ? 16 : 10 };
  if (g_ascii_strncasecmp (p, "8007", 4) == 0 && strlen (p) < 8)
    {
      p += 4;
      self->base = 16;
      self->wrapped = TRUE;
      self->n_digits = (guint) strlen (p);
      if (self->n_digits == 0)
        return marked;
      return g_ascii_string_to_unsigned (p, 16, 0, G_MAXUINT16, &wanted, NULL) &&
             (self->wanted = (guint32) wanted, TRUE);
    }
  while (marked && *p == '0')
    p++;
  self->n_digits = (guint) strlen (p);
  if (self->n_digits == 0 || self->n_digits > 7 || p[0] == '0')
    return FALSE;
  self->wide = marked && self->n_digits > 4;
  if (!marked && self->n_digits >= 4 && strpbrk (p, "89abcdefABCDEF") == p)
    {
      self->base = 16;
      self->wide = TRUE;
    }
  if (self->n_digits > 4 && !self->wide)
    return FALSE;
  if (!g_ascii_string_to_unsigned (p, self->base, 1, G_MAXUINT32, &wanted, NULL))
    return FALSE;
  self->wanted = (guint32) wanted;
  return TRUE;
}

/**
 * winerror_typed_code_begins:
 * @self: the beginning of a code
 * @family: a family
 * @code: one of its codes
 *
 * Returns: whether the code, as it is written, begins so
 */
gboolean
winerror_typed_code_begins (const WinerrorTypedCode *self, WinerrorFamily family, guint32 code)
{
  if (self->wide)
    return winerror_family_is_wide (family) && code > G_MAXUINT16 &&
           code >> 4 * (8 - self->n_digits) == self->wanted;
  if (family != WINERROR_FAMILY_WIN32)
    return FALSE;
  if (self->wrapped)
    return self->n_digits == 0 || code >> 4 * (4 - self->n_digits) == self->wanted;
  return begins_with (code, self->wanted, self->n_digits, self->base);
}

/**
 * winerror_typed_code_get_ranges:
 * @self: the beginning of a code
 * @ranges: (out caller-allocates) (array fixed-size=10): the lowest and the highest code of each
 *   range
 *
 * Finds the ranges in which all codes lie that begin so: 13, 130 to 139, 1300 to 1399. Not all
 * codes in them need begin so: see winerror_typed_code_begins().
 *
 * Returns: how many ranges there are
 */
guint
winerror_typed_code_get_ranges (const WinerrorTypedCode *self, guint32 (*ranges)[2])
{
  guint64 first = self->wanted;
  guint64 last = self->wanted;
  guint n = 0;

  if (self->wide || self->wrapped)
    {
      guint digits = (self->wide ? 8 : 4) - self->n_digits;

      ranges[0][0] = self->n_digits > 0 ? self->wanted << 4 * digits : 0;
      ranges[0][1] = self->n_digits > 0 ? ranges[0][0] + (guint32) ((1ull << 4 * digits) - 1)
                                        : G_MAXUINT16;
      return 1;
    }
  while (last <= G_MAXUINT16 && n < WINERROR_TYPED_CODE_MAX_RANGES)
    {
      ranges[n][0] = (guint32) first;
      ranges[n++][1] = (guint32) last;
      first *= self->base;
      last = last * self->base + self->base - 1;
    }
  if (n < WINERROR_TYPED_CODE_MAX_RANGES && first <= G_MAXUINT16)
    {
      ranges[n][0] = (guint32) first;
      ranges[n++][1] = G_MAXUINT16;
    }
  return n;
}

/**
 * winerror_typed_code_is_half:
 * @query: a query
 *
 * Returns: whether it is on the way to eight digits: 0x80070
 */
gboolean
winerror_typed_code_is_half (const char *query)
{
  return query[0] == '0' && g_ascii_tolower (query[1]) == 'x' && strlen (query) < 10;
}
