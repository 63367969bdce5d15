// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-code.h"

#include "winerror-text.h"

#include <string.h>

/* The layout of an HRESULT, winerror.h: severity bit 31, facility bits 16-26, code bits 0-15. In an
 * NTSTATUS, ntstatus.h, the severity has bits 30-31 and the facility bits 16-27. */
#define UPPER           0xFFFF0000u
#define HRESULT_WIN32   0x80070000u
#define NTSTATUS_WIN32  0xC0070000u
#define FACILITY_NT_BIT 0x10000000u
#define CUSTOMER_BIT    0x20000000u

/* No facility of ntstatus.h is above; other values with the bit wrap no NTSTATUS value: 0xDEADBEEF.
 */
#define LAST_NT_FACILITY 0x1FFu

/* The codes of licensing and activation, slerror.h, are HRESULTs with the bits of an NTSTATUS error
 * or of an informational one. */
#define LICENSING_MASK  0x7FFF0000u
#define LICENSING       0x40040000u
#define FIRST_LICENSING 0xB000u

/* Which numbers the small families have, so that others are not looked up there. */
#define FIRST_INSTALLER 1101
#define LAST_INSTALLER  3999
#define FIRST_RAS       600
#define LAST_RAS        999
#define LAST_DEVICE     99
#define LAST_RDP        0x03FFFFFFu

/* The longest text that is one number, in bytes. */
#define MAX_LENGTH 64

typedef struct
{
  WinerrorCode *readings;
  guint n;
  guint32 value;
  gboolean decimal;
} Readings;

static void
add (Readings *self, WinerrorFamily family, guint32 code, WinerrorCodeForm form)
{
  for (guint i = 0; i < self->n; i++)
    if (self->readings[i].family == family && self->readings[i].code == code)
      return;
  g_assert (self->n < WINERROR_CODE_MAX_READINGS);
  self->readings[self->n++] = (WinerrorCode){
    .family = family,
    .code = code,
    .form = form,
    .value = self->value,
    .decimal = self->decimal,
  };
}

static gboolean
is_licensing (guint32 value)
{
  return (value & LICENSING_MASK) == LICENSING && (value & ~UPPER) >= FIRST_LICENSING;
}

/* A value that does not fit 16 bits. */
static void
add_wide (Readings *self, guint32 value)
{
  guint32 status = value & ~FACILITY_NT_BIT;

  self->value = value;
  if ((value & UPPER) == HRESULT_WIN32)
    {
      add (self, WINERROR_FAMILY_WIN32, value & ~UPPER, WINERROR_CODE_HRESULT);
      return;
    }
  if ((value & UPPER) == NTSTATUS_WIN32)
    {
      add (self, WINERROR_FAMILY_WIN32, value & ~UPPER, WINERROR_CODE_NTSTATUS_WIN32);
      return;
    }
  if ((value & FACILITY_NT_BIT) != 0 && (value & CUSTOMER_BIT) == 0 && value >> 30 != 0 &&
      (status & ~(3u << 30)) >> 16 <= LAST_NT_FACILITY)
    {
      /* HRESULT_FROM_NT (NTSTATUS_FROM_WIN32 ()) is seen too */
      if ((status & UPPER) == NTSTATUS_WIN32)
        add (self, WINERROR_FAMILY_WIN32, value & ~UPPER, WINERROR_CODE_NTSTATUS_WIN32);
      else
        add (self, WINERROR_FAMILY_NTSTATUS, status, WINERROR_CODE_HRESULT_NT);
    }
  /* of severity 1 and 3 NTSTATUS is likelier, of 0 and 2 an HRESULT */
  if ((value & 0x40000000u) != 0 && !is_licensing (value))
    add (self, WINERROR_FAMILY_NTSTATUS, value, WINERROR_CODE_DIRECT);
  add (self, WINERROR_FAMILY_HRESULT, value, WINERROR_CODE_DIRECT);
  add (self, WINERROR_FAMILY_NTSTATUS, value, WINERROR_CODE_DIRECT);
  add (self, WINERROR_FAMILY_STOP, value, WINERROR_CODE_DIRECT);
  if (value <= LAST_RDP)
    add (self, WINERROR_FAMILY_RDP, value, WINERROR_CODE_DIRECT);
}

static void
add_decimal (Readings *self, guint32 value)
{
  self->value = value;
  add (self, WINERROR_FAMILY_WIN32, value, WINERROR_CODE_DECIMAL);
  if (value >= FIRST_INSTALLER && value <= LAST_INSTALLER)
    add (self, WINERROR_FAMILY_INSTALLER, value, WINERROR_CODE_DECIMAL);
  if (value >= FIRST_RAS && value <= LAST_RAS)
    add (self, WINERROR_FAMILY_RAS, value, WINERROR_CODE_DECIMAL);
  if (value >= 1 && value <= LAST_DEVICE)
    add (self, WINERROR_FAMILY_DEVICE, value, WINERROR_CODE_DECIMAL);
}

static void
add_hex (Readings *self, guint32 value, guint n_digits)
{
  self->value = value;
  add (self, WINERROR_FAMILY_WIN32, value, WINERROR_CODE_HEX);
  add (self, WINERROR_FAMILY_STOP, value, WINERROR_CODE_HEX);
  add (self, WINERROR_FAMILY_RDP, value, WINERROR_CODE_HEX);
  if (n_digits >= 8)
    {
      add (self, WINERROR_FAMILY_NTSTATUS, value, WINERROR_CODE_HEX);
      add (self, WINERROR_FAMILY_HRESULT, value, WINERROR_CODE_HEX);
    }
}

/**
 * winerror_code_from_value:
 * @value: any 32-bit value
 * @readings: (out caller-allocates): where the readings go, the likelier one first
 *
 * Finds out which codes a value may name: itself, or what is wrapped in an HRESULT or NTSTATUS. No
 * table is asked.
 *
 * Returns: how many readings there are, at least one
 */
guint
winerror_code_from_value (guint32 value, WinerrorCode readings[WINERROR_CODE_MAX_READINGS])
{
  Readings self = { .readings = readings };

  g_return_val_if_fail (readings != NULL, 0);

  if (value <= G_MAXUINT16)
    add_hex (&self, value, 8);
  else
    add_wide (&self, value);
  return self.n;
}

/* The decimal digits of a number as hexadecimal ones. */
static gboolean
read_as_hex (guint64 magnitude, guint n_digits, guint32 *value)
{
  guint32 hex = 0;

  if (n_digits > 8)
    return FALSE;
  for (guint i = 0; i < n_digits; i++)
    {
      hex |= (guint32) (magnitude % 10) << 4 * i;
      magnitude /= 10;
    }
  *value = hex;
  return TRUE;
}

/**
 * winerror_code_from_number:
 * @number: a number
 * @readings: (out caller-allocates): where the readings go, the likelier one first
 *
 * Finds out which codes a number may name, by its value and by how it is written: families whose
 * codes are written in decimal are not looked for in hexadecimal numbers, and the other way round.
 * One that reads as decimal and as hexadecimal, 1400, is decimal first; of eight digits, 80070005,
 * hexadecimal.
 *
 * Returns: how many readings there are; 0 where the number does not fit 32 bits
 */
guint
winerror_code_from_number (const WinerrorNumber *number,
                           WinerrorCode readings[WINERROR_CODE_MAX_READINGS])
{
  Readings self = { .readings = readings };
  guint32 value;
  guint32 hex;
  gboolean fits;

  g_return_val_if_fail (number != NULL, 0);
  g_return_val_if_fail (readings != NULL, 0);

  fits = winerror_number_get_value (number, &value);
  /* Some programs hand an exit code on with its sign turned; no HRESULT is that small. But -1 is
   * what many return whatever has failed. */
  if (fits && number->negative && number->magnitude > 1 && number->magnitude <= G_MAXUINT16)
    value = (guint32) number->magnitude;

  if (number->hex || number->letters)
    {
      if (!fits)
        return 0;
      if (value <= G_MAXUINT16)
        add_hex (&self, value, number->n_digits);
      else
        add_wide (&self, value);
      return self.n;
    }

  if (!number->negative && !number->grouped &&
      read_as_hex (number->magnitude, number->n_digits, &hex))
    {
      /* eight digits that are no code as a decimal are an HRESULT without its 0x */
      if (number->n_digits == 8 && hex >= 0x10000000u)
        {
          add_wide (&self, hex);
          fits = FALSE;
        }
    }
  else
    {
      hex = 0;
    }
  self.decimal = TRUE;
  if (fits && value <= G_MAXUINT16)
    add_decimal (&self, value);
  else if (fits)
    add_wide (&self, value);
  self.decimal = FALSE;
  if (hex > 9 && hex <= G_MAXUINT16)
    add_hex (&self, hex, number->n_digits);
  return self.n;
}

/* A full-width form of ASCII as what it is a form of. */
static gunichar
narrow (gunichar c)
{
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

/* Whether a character is one of those that people and programs put around a number. */
static gboolean
stands_around (gunichar c)
{
  static const char around[] = "\"'`()[]{}<>#*=:;,.!?„“”‚‘’«»‹›「」『』【】《》。、№¿؟،";

  return g_unichar_isspace (c) || (c >= 0x80 && winerror_text_is_hidden (c)) ||
         g_utf8_strchr (around, -1, narrow (c)) != NULL;
}

/* Takes blanks and what else stands around a number off both ends. */
static void
strip (const char **text, gsize *length)
{
  const char *from = *text;
  const char *end = *text + *length;

  while (from < end)
    {
      gunichar c = g_utf8_get_char_validated (from, end - from);

      if (c == 0 || c >= (gunichar) -2 || !stands_around (c))
        break;
      from = g_utf8_next_char (from);
    }
  while (from < end)
    {
      const char *last = g_utf8_find_prev_char (from, end);
      gunichar c = last != NULL ? g_utf8_get_char_validated (last, end - last) : 0;

      if (c == 0 || c >= (gunichar) -2 || !stands_around (c))
        break;
      end = last;
    }
  *text = from;
  *length = (gsize) (end - from);
}

/* 1.326, 2 147 943 726: alone, the marks that mostly mean something else group digits too. Returns
 * NULL where the text is not written so. */
static char *
join_groups (const char *text, gsize length)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  char mark = '\0';

  for (gsize i = 0; i < length; i++)
    {
      gsize rest = length - i;

      if (g_ascii_isdigit (text[i]))
        {
          g_string_append_c (digits, text[i]);
          continue;
        }
      if ((text[i] != '.' && text[i] != ' ') || (mark != '\0' && text[i] != mark) ||
          digits->len == 0 || (mark == '\0' && digits->len > 3) || rest % 4 != 0 || text[0] == '0')
        return NULL;
      mark = text[i];
    }
  return mark != '\0' ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

/* "ras:691", the key of an entry */
static guint
parse_key (const char *text, gsize length, WinerrorCode *reading)
{
  const char *colon = memchr (text, ':', length);
  WinerrorNumber number;
  guint32 value;
  WinerrorFamily family;

  if (colon == NULL || colon == text ||
      !winerror_family_from_name (text, (gsize) (colon - text), &family) ||
      !winerror_number_read (colon + 1, colon + 1, text + length, &number) ||
      number.to != text + length || !winerror_number_get_value (&number, &value) ||
      value > winerror_family_get_last (family))
    return 0;
  *reading = (WinerrorCode){
    .family = family,
    .code = value,
    .form = number.hex || number.letters ? WINERROR_CODE_HEX : WINERROR_CODE_DECIMAL,
    .value = value,
  };
  return 1;
}

/**
 * winerror_code_parse:
 * @text: UTF-8 text that may be a number
 * @length: its length in bytes, or -1
 * @readings: (out caller-allocates): where the readings go, the likelier one first
 *
 * Reads a text that is one number, as winerror_number_read() does, with blanks, quotes, brackets, #
 * and a full stop around it, and with digits in groups (1.326); or a family and a number: ras:691.
 *
 * Returns: how many readings there are; 0 where @text is not a number
 */
guint
winerror_code_parse (const char *text,
                     gssize length,
                     WinerrorCode readings[WINERROR_CODE_MAX_READINGS])
{
  g_autofree char *joined = NULL;
  WinerrorNumber number;
  const char *from;
  gunichar sign;
  gsize size;
  guint n;

  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (readings != NULL, 0);

  size = length < 0 ? strlen (text) : (gsize) length;
  strip (&text, &size);
  if (size == 0 || size > MAX_LENGTH)
    return 0;
  n = parse_key (text, size, readings);
  if (n > 0)
    return n;

  joined = join_groups (text, size);
  if (joined != NULL)
    {
      text = joined;
      size = strlen (joined);
    }
  from = text;
  sign = narrow (g_utf8_get_char_validated (text, (gssize) size));
  if (sign == '-' || sign == 0x2212 || sign == '+')
    from = g_utf8_next_char (text);
  if (!winerror_number_read (text, from, text + size, &number) || number.to != text + size)
    return 0;
  /* alone, the least number with a minus sign is a negative one */
  number.negative |= from > text && sign != '+';
  number.grouped |= joined != NULL;
  return winerror_code_from_number (&number, readings);
}

/**
 * winerror_code_to_hresult:
 * @family: a family
 * @code: one of its codes
 *
 * Wraps a Win32 code as HRESULT_FROM_WIN32() of winerror.h does, and an NTSTATUS value as
 * HRESULT_FROM_NT(). The values of other families stay as they are, and those of other makers, who
 * use one number for both: .NET's 0xE0434352.
 *
 * Returns: the HRESULT
 */
guint32
winerror_code_to_hresult (WinerrorFamily family, guint32 code)
{
  if (code == 0)
    return 0;
  if (family == WINERROR_FAMILY_WIN32)
    return (code & ~UPPER) | HRESULT_WIN32;
  if (family == WINERROR_FAMILY_NTSTATUS && (code & CUSTOMER_BIT) == 0)
    return code | FACILITY_NT_BIT;
  return code;
}
