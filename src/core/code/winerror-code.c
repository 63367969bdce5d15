// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-code.h"
#include "winerror-ntstatus.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The layout of an HRESULT, winerror.h: severity bit 31, facility bits 16-26, code bits 0-15. In an
 * NTSTATUS, ntstatus.h, the severity has bits 30-31 and the facility bits 16-27. */
#define HRESULT_WIN32   0x80070000u
#define NTSTATUS_WIN32  0xC0070000u
#define FACILITY_NT_BIT 0x10000000u

#define MINUS_SIGN "\u2212"

static const struct
{
  guint16 number;
  const char *name;
} facilities[] = {
  /* FACILITY_* of winerror.h, without the prefix */
  { 0, "NULL" },
  { 1, "RPC" },
  { 2, "DISPATCH" },
  { 3, "STORAGE" },
  { 4, "ITF" },
  { 7, "WIN32" },
  { 8, "WINDOWS" },
  { 9, "SECURITY" },
  { 10, "CONTROL" },
  { 11, "CERT" },
  { 12, "INTERNET" },
  { 13, "MEDIASERVER" },
  { 14, "MSMQ" },
  { 15, "SETUPAPI" },
  { 16, "SCARD" },
  { 17, "COMPLUS" },
  { 18, "AAF" },
  { 19, "URT" },
  { 20, "ACS" },
  { 21, "DPLAY" },
  { 22, "UMI" },
  { 23, "SXS" },
  { 24, "WINDOWS_CE" },
  { 25, "HTTP" },
  { 26, "USERMODE_COMMONLOG" },
  { 27, "WER" },
  { 31, "USERMODE_FILTER_MANAGER" },
  { 32, "BACKGROUNDCOPY" },
  { 33, "CONFIGURATION" },
  { 34, "STATE_MANAGEMENT" },
  { 35, "METADIRECTORY" },
  { 36, "WINDOWSUPDATE" },
  { 37, "DIRECTORYSERVICE" },
  { 38, "GRAPHICS" },
  { 39, "SHELL" },
  { 40, "TPM_SERVICES" },
  { 41, "TPM_SOFTWARE" },
  { 42, "UI" },
  { 43, "XAML" },
  { 44, "ACTION_QUEUE" },
  { 48, "WINDOWS_SETUP" },
  { 49, "FVE" },
  { 50, "FWP" },
  { 51, "WINRM" },
  { 52, "NDIS" },
  { 53, "USERMODE_HYPERVISOR" },
  { 54, "CMI" },
  { 55, "USERMODE_VIRTUALIZATION" },
  { 56, "USERMODE_VOLMGR" },
  { 57, "BCD" },
  { 58, "USERMODE_VHD" },
  { 60, "SDIAG" },
  { 61, "WEBSERVICES" },
  { 80, "WINDOWS_DEFENDER" },
  { 81, "OPC" },
  { 100, "DRVSERVICING" },
  { 768, "DXGI" },
  { 800, "DEPLOYMENT_SERVICES_SERVER" },
};

/* The pages of "System Error Codes" in Microsoft's documentation. */
static const struct
{
  guint32 first;
  guint32 last;
} pages[] = {
  { 0, 499 },     { 500, 999 },   { 1000, 1299 }, { 1300, 1699 },  { 1700, 3999 },
  { 4000, 5999 }, { 6000, 8199 }, { 8200, 8999 }, { 9000, 11999 }, { 12000, 15999 },
};

/**
 * winerror_code_from_value:
 * @value: any 32 bit value
 *
 * Finds out which Win32 code a value names: itself up to 65535, or what is wrapped in an HRESULT
 * or NTSTATUS, or what an NTSTATUS value means to Win32.
 *
 * Returns: the reading
 */
WinerrorCode
winerror_code_from_value (guint32 value)
{
  WinerrorCode code = { .value = value, .form = WINERROR_CODE_OTHER };
  guint32 facility = value & 0xFFFF0000u;

  if (facility == 0)
    {
      code.win32 = value;
      code.form = WINERROR_CODE_HEX;
    }
  else if (facility == HRESULT_WIN32)
    {
      code.win32 = value & 0xFFFFu;
      code.form = WINERROR_CODE_HRESULT;
    }
  else if (facility == NTSTATUS_WIN32)
    {
      code.win32 = value & 0xFFFFu;
      code.form = WINERROR_CODE_NTSTATUS_WIN32;
    }
  else if (winerror_ntstatus_to_win32 (value, &code.win32) ||
           ((value & FACILITY_NT_BIT) != 0 && /* HRESULT_FROM_NT() */
            winerror_ntstatus_to_win32 (value & ~FACILITY_NT_BIT, &code.win32)))
    {
      code.form = WINERROR_CODE_NTSTATUS;
    }

  return code;
}

/* Reads digits in a base into 64 bits; FALSE on anything else, or where they do not fit. */
static gboolean
read_digits (const char *text, gsize length, guint base, guint64 *value)
{
  guint64 v = 0;

  if (length == 0)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0 || (guint) digit >= base || v > (G_MAXUINT64 - (guint) digit) / base)
        return FALSE;
      v = v * base + (guint) digit;
    }

  *value = v;
  return TRUE;
}

/* 64 bit programs print an HRESULT with its sign extended. */
static gboolean
fits_32_bits (guint64 value, guint32 *narrow)
{
  if (value > G_MAXUINT32 && (value >> 32 != 0xFFFFFFFFu || (value & 0x80000000u) == 0))
    return FALSE;

  *narrow = (guint32) value;
  return TRUE;
}

/* Length in bytes of a mark that parts groups of three digits, 0 for anything else. */
static gsize
group_mark (const char *p, const char *end)
{
  static const char *const marks[] = { ",", ".", " ", "'", "\u00A0", "\u202F", "\u2019" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize size = strlen (marks[i]);

      if ((gsize) (end - p) >= size && memcmp (p, marks[i], size) == 0)
        return size;
    }
  return 0;
}

/* 1,326 or 2 147 943 726 to the digits alone; NULL where the text is not written so. */
static char *
ungroup (const char *text, gsize length)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = text;
  const char *end = text + length;
  gsize mark_size = 0;
  const char *mark = NULL;

  while (p < end && g_ascii_isdigit (*p) && digits->len < 3)
    g_string_append_c (digits, *p++);
  if (digits->len == 0 || digits->str[0] == '0')
    return NULL;

  while (p < end)
    {
      gsize size = group_mark (p, end);

      /* the same mark each time */
      if (size == 0 || (mark != NULL && (size != mark_size || memcmp (mark, p, size) != 0)))
        return NULL;
      mark = p;
      mark_size = size;
      p += size;
      if (end - p < 3 || !g_ascii_isdigit (p[0]) || !g_ascii_isdigit (p[1]) ||
          !g_ascii_isdigit (p[2]))
        return NULL;
      g_string_append_len (digits, p, 3);
      p += 3;
    }

  return mark != NULL ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

/* Takes blanks and what people and programs put around a number off both ends. */
static void
strip (const char **text, gsize *length)
{
  static const char *const around[] = {
    " ", "\t", "\n", "\r", "\"", "'",  "`",  "(",  ")",  "[",  "]",  "{",  "}",      "<",
    ">", "#",  "=",  ":",  ";",  ",",  ".",  "!",  "?",  "„",  "“",  "”",  "‚",      "‘",
    "’", "«",  "»",  "‹",  "›",  "「", "」", "。", "（", "）", "【", "】", "\u00A0", "\u3000",
  };
  gboolean again = TRUE;

  while (again && *length > 0)
    {
      again = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (around) && *length > 0; i++)
        {
          gsize size = strlen (around[i]);

          if (*length >= size && memcmp (*text, around[i], size) == 0)
            {
              *text += size;
              *length -= size;
              again = TRUE;
            }
          if (*length >= size && memcmp (*text + *length - size, around[i], size) == 0)
            {
              *length -= size;
              again = TRUE;
            }
        }
    }
}

static guint
parse_negative (const char *digits, gsize length, WinerrorCode *reading)
{
  guint64 magnitude;

  if (!read_digits (digits, length, 10, &magnitude) || magnitude == 0 || magnitude > 0x80000000u)
    return 0;

  /* Some programs hand an exit code on with its sign turned; no HRESULT is that small. */
  if (magnitude <= 0xFFFF)
    {
      *reading = winerror_code_from_value ((guint32) magnitude);
      reading->form = WINERROR_CODE_DECIMAL;
    }
  else
    {
      *reading = winerror_code_from_value ((guint32) - (gint64) magnitude);
    }
  return 1;
}

static gboolean
parse_hex (const char *digits, gsize length, WinerrorCode *reading)
{
  guint64 wide;
  guint32 value;

  if (!read_digits (digits, length, 16, &wide) || !fits_32_bits (wide, &value))
    return FALSE;

  *reading = winerror_code_from_value (value);
  return TRUE;
}

static guint
parse_plain (const char *text, gsize length, WinerrorCode *readings)
{
  guint n = 0;
  guint64 wide;
  guint32 value;
  gsize n_digits = 0;
  gsize n_letters = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        n_digits++;
      else if (g_ascii_isxdigit (text[i]))
        n_letters++;
      else
        return 0;
    }

  if (n_letters == 0 && read_digits (text, length, 10, &wide) && fits_32_bits (wide, &value))
    {
      readings[n] = winerror_code_from_value (value);
      if (readings[n].form == WINERROR_CODE_HEX)
        readings[n].form = WINERROR_CODE_DECIMAL;
      /* Eight digits that mean nothing as a decimal are an HRESULT without its 0x. */
      if (readings[n].form != WINERROR_CODE_OTHER || length != 8 || text[0] == '0')
        n++;
    }

  /* Words such as "bad" and "feed" are no numbers. */
  if (length <= 16 && (n_digits > 0 || length == 8) && parse_hex (text, length, &readings[n]) &&
      (n == 0 || readings[n].win32 != readings[0].win32))
    n++;

  return n;
}

/**
 * winerror_code_parse:
 * @text: UTF-8 text that may be a number
 * @length: its length in bytes, or -1
 * @readings: (out caller-allocates): where the readings go, the likelier one first
 *
 * Reads one number in any way in which error codes are written: 1326, 0x52E, 52E, 52Eh, &H52E,
 * 0x8007052E, 8007052E, -2147023570, 2147943726, 0xC007052E, -1073281746, 1,326; in any letter
 * case, in full-width forms, with leading zeros, and with blanks, quotes, brackets, # and a full
 * stop around it.
 *
 * Returns: how many readings there are; 0 where @text is not a number
 */
guint
winerror_code_parse (const char *text,
                     gssize length,
                     WinerrorCode readings[WINERROR_CODE_MAX_READINGS])
{
  g_autofree char *narrow = NULL;
  g_autofree char *digits = NULL;
  gsize size;

  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (readings != NULL, 0);

  size = length < 0 ? strlen (text) : (gsize) length;
  strip (&text, &size);
  if (size == 0 || size > 64)
    return 0;

  for (gsize i = 0; i < size; i++)
    if ((guchar) text[i] >= 0x80)
      {
        narrow = g_utf8_normalize (text, (gssize) size, G_NORMALIZE_ALL_COMPOSE);
        if (narrow == NULL)
          return 0;
        text = narrow;
        size = strlen (text);
        strip (&text, &size);
        break;
      }

  if (size > strlen (MINUS_SIGN) && memcmp (text, MINUS_SIGN, strlen (MINUS_SIGN)) == 0)
    return parse_negative (text + strlen (MINUS_SIGN), size - strlen (MINUS_SIGN), readings);
  if (size > 1 && text[0] == '-')
    return parse_negative (text + 1, size - 1, readings);
  if (size > 2 && (text[0] == '0' || text[0] == '&') &&
      g_ascii_tolower (text[1]) == (text[0] == '0' ? 'x' : 'h'))
    return parse_hex (text + 2, size - 2, readings) ? 1 : 0;
  if (size > 1 && g_ascii_tolower (text[size - 1]) == 'h')
    /* a word such as "each" is no number; eight digits are one in any case */
    return (g_ascii_isdigit (text[0]) || size == 9) && parse_hex (text, size - 1, readings) ? 1 : 0;

  digits = ungroup (text, size);
  if (digits != NULL)
    return parse_plain (digits, strlen (digits), readings) > 0 ? 1 : 0;
  return parse_plain (text, size, readings);
}

/**
 * winerror_code_to_hresult:
 * @code: a Win32 code
 *
 * Wraps a code as HRESULT_FROM_WIN32() of winerror.h does.
 *
 * Returns: the HRESULT
 */
guint32
winerror_code_to_hresult (guint32 code)
{
  return code == 0 ? 0 : (code & 0xFFFFu) | HRESULT_WIN32;
}

/**
 * winerror_code_format_hex:
 * @code: a Win32 code
 *
 * Returns: (transfer full): the code in the form 0x52E
 */
char *
winerror_code_format_hex (guint32 code)
{
  return g_strdup_printf ("0x%X", code);
}

/**
 * winerror_code_format_hresult:
 * @code: a Win32 code
 *
 * Returns: (transfer full): its HRESULT in the form 0x8007052E
 */
char *
winerror_code_format_hresult (guint32 code)
{
  return g_strdup_printf ("0x%08X", winerror_code_to_hresult (code));
}

/**
 * winerror_code_format_signed:
 * @code: a Win32 code
 *
 * Returns: (transfer full): its HRESULT as a signed decimal, -2147023570
 */
char *
winerror_code_format_signed (guint32 code)
{
  return g_strdup_printf ("%d", (gint32) winerror_code_to_hresult (code));
}

static const char *
facility_name (guint32 number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facilities); i++)
    if (facilities[i].number == number)
      return facilities[i].name;
  return NULL;
}

static void
append_line (GString *out, const char *line)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, line);
}

/* Which page of the documentation a Win32 code stands on. */
static void
append_page (GString *out, guint32 win32)
{
  g_autofree char *hex = winerror_code_format_hex (win32);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (win32 >= pages[i].first && win32 <= pages[i].last)
      {
        g_autofree char *title = g_strdup_printf ("System Error Codes (%u-%u)", pages[i].first,
                                                  pages[i].last);
        /* Translators: 5 (0x5) … System Error Codes (0-499) */
        g_autofree char *line = g_strdup_printf (_ ("Win32 code %u (%s) is documented under “%s”."),
                                                 win32, hex, title);

        append_line (out, line);
        return;
      }

  {
    g_autofree char *line = g_strdup_printf (
        _ ("Win32 code %u (%s) is in no range of the system error codes."), win32, hex);

    append_line (out, line);
  }
}

static void
append_layout (GString *out, guint32 value)
{
  gboolean ntstatus = (value >> 30) == 3;
  guint32 facility = (value >> 16) & (ntstatus ? 0xFFFu : 0x7FFu);
  const char *name = ntstatus ? NULL : facility_name (facility);
  const char *severity;
  g_autofree char *number = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *line = NULL;

  if ((value >> 31) == 0)
    severity = C_ ("severity", "success");
  else
    severity = C_ ("severity", "error");

  number = g_strdup_printf ("0x%08X", value);
  shown = name != NULL ? g_strdup_printf ("%u (FACILITY_%s)", facility, name)
                       : g_strdup_printf ("%u", facility);
  if (ntstatus)
    /* Translators: 0xC0000005 … error … 0 … 5 */
    line = g_strdup_printf (_ ("%s is an NTSTATUS value: severity %s, facility %s, code %u."),
                            number, severity, shown, value & 0xFFFFu);
  else
    /* Translators: 0x80070005 … error … 7 (FACILITY_WIN32) … 5 */
    line = g_strdup_printf (_ ("%s is an HRESULT: severity %s, facility %s, code %u."), number,
                            severity, shown, value & 0xFFFFu);
  append_line (out, line);

  if (ntstatus)
    return;
  if ((value >> 31) == 0)
    append_line (out, _ ("System error codes of Windows end at 65535."));
  switch (facility)
    {
    case 9:
      append_line (out, _ ("Codes of this facility come from the security functions of Windows: "
                           "sign-in, Kerberos, certificates."));
      break;
    case 19:
      append_line (out, _ ("Codes of this facility come from .NET."));
      break;
    case 32:
      append_line (out, _ ("Codes of this facility come from the Background Intelligent Transfer "
                           "Service (BITS)."));
      break;
    case 36:
      append_line (out, _ ("Codes of this facility come from Windows Update."));
      break;
    default:
      break;
    }
}

/**
 * winerror_code_explain_status:
 * @code: a reading of an NTSTATUS value: %WINERROR_CODE_NTSTATUS
 *
 * Returns: (transfer full): a sentence in the user's language that says which Win32 code the value
 *   means
 */
char *
winerror_code_explain_status (const WinerrorCode *code)
{
  guint32 status;

  g_return_val_if_fail (code != NULL, NULL);

  /* one that HRESULT_FROM_NT() has wrapped is told of without the bit which that adds */
  status = code->value & ~FACILITY_NT_BIT;
  /* Translators: 0xC000006D … 1326 */
  return g_strdup_printf (_ ("NTSTATUS 0x%08X corresponds to Win32 code %u."), status, code->win32);
}

/**
 * winerror_code_explain:
 * @code: a reading of a number
 *
 * Says what can be known about a number whether or not a table holds it: severity, facility and
 * code of an HRESULT or NTSTATUS (winerror.h, ntstatus.h), the Win32 code in it, and the page of
 * the documentation that this code stands on.
 *
 * Returns: (transfer full): one to three sentences in the user's language, one a line
 */
char *
winerror_code_explain (const WinerrorCode *code)
{
  GString *out;

  g_return_val_if_fail (code != NULL, NULL);

  out = g_string_new (NULL);
  switch (code->form)
    {
    case WINERROR_CODE_DECIMAL:
    case WINERROR_CODE_HEX:
      append_page (out, code->win32);
      break;
    case WINERROR_CODE_NTSTATUS:
      {
        g_autofree char *line = winerror_code_explain_status (code);

        append_line (out, line);
        append_page (out, code->win32);
        break;
      }
    case WINERROR_CODE_HRESULT:
    case WINERROR_CODE_NTSTATUS_WIN32:
      append_layout (out, code->value);
      append_page (out, code->win32);
      break;
    case WINERROR_CODE_OTHER:
    default:
      append_layout (out, code->value);
      break;
    }

  return g_string_free (out, FALSE);
}
