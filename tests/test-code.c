// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Every way in which a number is written, and what can be said of it. */

#include "winerror-code.h"
#include "winerror-ntstatus.h"

#include <locale.h>
#include <string.h>

/* A form with the digits of a code in it: %u stands for decimal, %X and %x for hexadecimal digits,
 * and @base is what is added to the code before it is printed. */
typedef struct
{
  const char *form;
  guint32 base;
  WinerrorCodeForm expected;
} Form;

static const Form forms[] = {
  { "%u", 0, WINERROR_CODE_DECIMAL },
  { "0%u", 0, WINERROR_CODE_DECIMAL },
  { "0000%u", 0, WINERROR_CODE_DECIMAL },
  { "#%u", 0, WINERROR_CODE_DECIMAL },
  { " %u ", 0, WINERROR_CODE_DECIMAL },
  { "\t%u\r\n", 0, WINERROR_CODE_DECIMAL },
  { "\u00A0%u\u3000", 0, WINERROR_CODE_DECIMAL },
  { "\"%u\"", 0, WINERROR_CODE_DECIMAL },
  { "'%u'", 0, WINERROR_CODE_DECIMAL },
  { "`%u`", 0, WINERROR_CODE_DECIMAL },
  { "„%u“", 0, WINERROR_CODE_DECIMAL },
  { "“%u”", 0, WINERROR_CODE_DECIMAL },
  { "‚%u‘", 0, WINERROR_CODE_DECIMAL },
  { "«%u»", 0, WINERROR_CODE_DECIMAL },
  { "‹%u›", 0, WINERROR_CODE_DECIMAL },
  { "「%u」", 0, WINERROR_CODE_DECIMAL },
  { "（%u）", 0, WINERROR_CODE_DECIMAL },
  { "【%u】", 0, WINERROR_CODE_DECIMAL },
  { "(%u)", 0, WINERROR_CODE_DECIMAL },
  { "[%u]", 0, WINERROR_CODE_DECIMAL },
  { "{%u}", 0, WINERROR_CODE_DECIMAL },
  { "<%u>", 0, WINERROR_CODE_DECIMAL },
  { "%u.", 0, WINERROR_CODE_DECIMAL },
  { "%u,", 0, WINERROR_CODE_DECIMAL },
  { "%u:", 0, WINERROR_CODE_DECIMAL },
  { "%u?", 0, WINERROR_CODE_DECIMAL },
  { "%u。", 0, WINERROR_CODE_DECIMAL },
  { "(#%u).", 0, WINERROR_CODE_DECIMAL },
  { "-%u", 0, WINERROR_CODE_DECIMAL },
  { "0x%X", 0, WINERROR_CODE_HEX },
  { "0x%x", 0, WINERROR_CODE_HEX },
  { "0X%X", 0, WINERROR_CODE_HEX },
  { "0x%08X", 0, WINERROR_CODE_HEX },
  { "0x%016X", 0, WINERROR_CODE_HEX },
  { "&H%X", 0, WINERROR_CODE_HEX },
  { "&h%x", 0, WINERROR_CODE_HEX },
  { "%Xh", 0, WINERROR_CODE_HEX },
  { "%xH", 0, WINERROR_CODE_HEX },
  { "0%Xh", 0, WINERROR_CODE_HEX },
  { "%08Xh", 0, WINERROR_CODE_HEX },
  { "(0x%X)", 0, WINERROR_CODE_HEX },
  { "[0x%X].", 0, WINERROR_CODE_HEX },
  { "\"0x%X\"", 0, WINERROR_CODE_HEX },
  { "0x%X", 0x80070000u, WINERROR_CODE_HRESULT },
  { "0x%x", 0x80070000u, WINERROR_CODE_HRESULT },
  { "0X%X", 0x80070000u, WINERROR_CODE_HRESULT },
  { "%X", 0x80070000u, WINERROR_CODE_HRESULT },
  { "%x", 0x80070000u, WINERROR_CODE_HRESULT },
  { "%Xh", 0x80070000u, WINERROR_CODE_HRESULT },
  { "&H%X", 0x80070000u, WINERROR_CODE_HRESULT },
  { "(0x%X)", 0x80070000u, WINERROR_CODE_HRESULT },
  { "#%X.", 0x80070000u, WINERROR_CODE_HRESULT },
  { "0xFFFFFFFF%X", 0x80070000u, WINERROR_CODE_HRESULT },
  { "ffffffff%x", 0x80070000u, WINERROR_CODE_HRESULT },
  { "%u", 0x80070000u, WINERROR_CODE_HRESULT },
  { "0x%X", 0xC0070000u, WINERROR_CODE_NTSTATUS_WIN32 },
  { "%x", 0xC0070000u, WINERROR_CODE_NTSTATUS_WIN32 },
  { "%Xh", 0xC0070000u, WINERROR_CODE_NTSTATUS_WIN32 },
  { "%u", 0xC0070000u, WINERROR_CODE_NTSTATUS_WIN32 },
};

static const guint32 codes[] = { 1300, 1326, 1400, 1450, 1603, 1655 };

static char *
fill (const char *form, guint32 value)
{
  g_auto (GStrv) parts = g_strsplit (form, "%", 2);
  const char *rest = parts[1] + strcspn (parts[1], "uXx");
  g_autofree char *digits = NULL;

  if (*rest == 'u')
    digits = g_strdup_printf ("%u", value);
  else if (g_str_has_prefix (parts[1], "016"))
    digits = g_strdup_printf ("%016X", value);
  else if (g_str_has_prefix (parts[1], "08"))
    digits = g_strdup_printf ("%08X", value);
  else
    digits = *rest == 'X' ? g_strdup_printf ("%X", value) : g_strdup_printf ("%x", value);
  return g_strconcat (parts[0], digits, rest + 1, NULL);
}

static void
assert_first (const char *text, guint32 win32, WinerrorCodeForm form)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = winerror_code_parse (text, -1, readings);

  g_test_message ("“%s”", text);
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (readings[0].win32, ==, win32);
  g_assert_cmpint ((int) readings[0].form, ==, (int) form);
}

/* Full-width forms of ASCII, as an input method writes them. */
static char *
widen (const char *text)
{
  g_autoptr (GString) wide = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p > ' ' && *p < 0x7F)
      g_string_append_unichar (wide, (gunichar) *p - 0x20 + 0xFF00);
    else
      g_string_append_c (wide, *p);
  return g_string_free (g_steal_pointer (&wide), FALSE);
}

static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (codes); j++)
      {
        g_autofree char *text = fill (forms[i].form, codes[j] + forms[i].base);
        g_autofree char *longer = g_strconcat (text, "99", NULL);
        WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

        assert_first (text, codes[j], forms[i].expected);

        /* the length given, and not a byte behind it */
        g_assert_cmpuint (winerror_code_parse (longer, (gssize) strlen (text), readings), >=, 1);
        g_assert_cmpuint (readings[0].win32, ==, codes[j]);

        if (g_str_is_ascii (text))
          {
            g_autofree char *wide = widen (text);

            assert_first (wide, codes[j], forms[i].expected);
          }
      }
}

static void
test_signed (void)
{
  const struct
  {
    const char *text;
    guint32 win32;
    WinerrorCodeForm form;
  } cases[] = {
    { "-2147023570", 1326, WINERROR_CODE_HRESULT },
    { "\u22122147023570", 1326, WINERROR_CODE_HRESULT },
    { "－２１４７０２３５７０", 1326, WINERROR_CODE_HRESULT },
    { "(-2147023570)", 1326, WINERROR_CODE_HRESULT },
    { "\"-2147023570\".", 1326, WINERROR_CODE_HRESULT },
    { "-1073281746", 1326, WINERROR_CODE_NTSTATUS_WIN32 },
    { "\u22121073281746", 1326, WINERROR_CODE_NTSTATUS_WIN32 },
    { "-2147023292", 1604, WINERROR_CODE_HRESULT },
    { "-1073741715", 1326, WINERROR_CODE_NTSTATUS }, /* 0xC000006D */
    { "-1326", 1326, WINERROR_CODE_DECIMAL },
    { "18446744071562528046", 1326, WINERROR_CODE_HRESULT }, /* sign extended, then unsigned */
    { "0xFFFFFFFF8007052E", 1326, WINERROR_CODE_HRESULT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_first (cases[i].text, cases[i].win32, cases[i].form);
}

static void
test_grouped (void)
{
  static const char *const cases[] = { "1,326",         "1.326",        "1 326", "1'326",
                                       "1\u00A0326",    "1\u202F326",   "1’326", "2,147,943,726",
                                       "2 147 943 726", "2.147.943.726" };
  static const char *const wrong[] = { "1,32",    "13,26",     "1,3260",   "0,326",   "1,,326",
                                       "1,326,5", "1,326.500", "1326,500", ",1,326,0" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

      g_test_message ("“%s”", cases[i]);
      g_assert_cmpuint (winerror_code_parse (cases[i], -1, readings), ==, 1);
      g_assert_cmpuint (readings[0].win32, ==, 1326);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

      g_test_message ("“%s”", wrong[i]);
      g_assert_cmpuint (winerror_code_parse (wrong[i], -1, readings), ==, 0);
    }
}

/* What reads as decimal and as hexadecimal is decimal first. */
static void
test_two_readings (void)
{
  const struct
  {
    const char *text;
    guint n;
    guint32 first;
    WinerrorCodeForm first_form;
    guint32 second;
    WinerrorCodeForm second_form;
  } cases[] = {
    { "1400", 2, 1400, WINERROR_CODE_DECIMAL, 0x1400, WINERROR_CODE_HEX },
    { "578", 2, 578, WINERROR_CODE_DECIMAL, 1400, WINERROR_CODE_HEX },
    { "00001400", 2, 1400, WINERROR_CODE_DECIMAL, 0x1400, WINERROR_CODE_HEX },
    { "5", 1, 5, WINERROR_CODE_DECIMAL, 0, WINERROR_CODE_HEX },
    { "0", 1, 0, WINERROR_CODE_DECIMAL, 0, WINERROR_CODE_HEX },
    { "52E", 1, 1326, WINERROR_CODE_HEX, 0, WINERROR_CODE_HEX },
    { "0x1400", 1, 0x1400, WINERROR_CODE_HEX, 0, WINERROR_CODE_HEX },
    { "1400h", 1, 0x1400, WINERROR_CODE_HEX, 0, WINERROR_CODE_HEX },
    { "1,400", 1, 1400, WINERROR_CODE_DECIMAL, 0, WINERROR_CODE_HEX },
    { "80070005", 1, 5, WINERROR_CODE_HRESULT, 0, WINERROR_CODE_HEX },
    { "80070652", 1, 1618, WINERROR_CODE_HRESULT, 0, WINERROR_CODE_HEX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (winerror_code_parse (cases[i].text, -1, readings), ==, cases[i].n);
      g_assert_cmpuint (readings[0].win32, ==, cases[i].first);
      g_assert_cmpint ((int) readings[0].form, ==, (int) cases[i].first_form);
      if (cases[i].n < 2)
        continue;
      g_assert_cmpuint (readings[1].win32, ==, cases[i].second);
      g_assert_cmpint ((int) readings[1].form, ==, (int) cases[i].second_form);
    }
}

static void
test_limits (void)
{
  const struct
  {
    const char *text;
    guint n;
    guint32 value;
    WinerrorCodeForm form;
  } cases[] = {
    { "65535", 2, 65535, WINERROR_CODE_DECIMAL },
    { "65536", 1, 65536, WINERROR_CODE_OTHER },
    { "1234567", 1, 1234567, WINERROR_CODE_OTHER },
    { "12345678", 1, 0x12345678, WINERROR_CODE_OTHER },
    { "123456789", 1, 123456789, WINERROR_CODE_OTHER },
    { "0xFFFF", 1, 65535, WINERROR_CODE_HEX },
    { "0x10000", 1, 65536, WINERROR_CODE_OTHER },
    { "-65535", 1, 65535, WINERROR_CODE_DECIMAL },
    { "-65536", 1, 0xFFFF0000u, WINERROR_CODE_OTHER },
    { "2147483647", 1, G_MAXINT32, WINERROR_CODE_OTHER },
    { "2147483648", 1, 0x80000000u, WINERROR_CODE_OTHER },
    { "-2147483648", 1, 0x80000000u, WINERROR_CODE_OTHER },
    { "-2147483649", 0, 0, WINERROR_CODE_OTHER },
    { "4294967295", 1, G_MAXUINT32, WINERROR_CODE_OTHER },
    { "4294967296", 0, 0, WINERROR_CODE_OTHER },
    { "0xFFFFFFFF", 1, G_MAXUINT32, WINERROR_CODE_OTHER },
    { "0x100000000", 0, 0, WINERROR_CODE_OTHER },
    { "0xFFFFFFFF7FFFFFFF", 0, 0, WINERROR_CODE_OTHER },
    { "0xFFFFFFFFFFFFFFFF", 1, G_MAXUINT32, WINERROR_CODE_OTHER },
    { "0x1FFFFFFFFFFFFFFFF", 0, 0, WINERROR_CODE_OTHER },
    { "18446744073709551615", 1, G_MAXUINT32, WINERROR_CODE_OTHER },
    { "18446744073709551616", 0, 0, WINERROR_CODE_OTHER },
    { "-18446744073709551616", 0, 0, WINERROR_CODE_OTHER },
    { "-0", 0, 0, WINERROR_CODE_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (winerror_code_parse (cases[i].text, -1, readings), ==, cases[i].n);
      if (cases[i].n == 0)
        continue;
      g_assert_cmpuint (readings[0].value, ==, cases[i].value);
      g_assert_cmpint ((int) readings[0].form, ==, (int) cases[i].form);
    }
}

static void
test_no_number (void)
{
  static const char *const cases[] = {
    "",
    " ",
    ".",
    "#",
    "()",
    "-",
    "--1326",
    "+1326",
    "0x",
    "&H",
    "h",
    "0xh",
    "x52E",
    "0x52G",
    "0x-52E",
    "-0x52E",
    "52Ehh",
    "1326a6g",
    "bad",
    "feed",
    "each",
    "beach",
    "bach",
    "13 26",
    "1326 1327",
    "error",
    "1326.5",
    "1e3x",
    "½",
    "¹³²⁶x",
    "ERROR_LOGON_FAILURE",
    "\u2212",
    "\u2212\u22121326",
    "0x0x52E",
    "1326\u0301",
  };
  g_autofree char *zeros = g_strnfill (70, '0');
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i]);
      g_assert_cmpuint (winerror_code_parse (cases[i], -1, readings), ==, 0);
    }
  g_assert_cmpuint (winerror_code_parse (zeros, -1, readings), ==, 0);
  g_assert_cmpuint (winerror_code_parse ("\xff\xfe"
                                         "13",
                                         -1, readings),
                    ==, 0);
  g_assert_cmpuint (winerror_code_parse ("1326", 0, readings), ==, 0);
}

static void
test_ntstatus (void)
{
  const struct
  {
    guint32 status;
    guint32 win32;
  } cases[] = {
    { 0x40000006, 1303 }, { 0xC000006D, 1326 }, { 0xC0000064, 1317 },
    { 0xC000009A, 1450 }, { 0xC000A086, 1469 }, { 0xD000006D, 1326 },
    { 0xC0000072, 1331 }, { 0xC000006A, 86 },   { 0xC0000234, 1909 },
  };
  guint32 win32 = 77;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorCode code = winerror_code_from_value (cases[i].status);

      g_assert_cmpint ((int) code.form, ==, (int) WINERROR_CODE_NTSTATUS);
      g_assert_cmpuint (code.win32, ==, cases[i].win32);
      g_assert_cmpuint (code.value, ==, cases[i].status);
    }

  g_assert_false (winerror_ntstatus_to_win32 (0xC0000001, &win32));
  g_assert_false (winerror_ntstatus_to_win32 (0, &win32));
  g_assert_false (winerror_ntstatus_to_win32 (G_MAXUINT32, &win32));
  g_assert_cmpuint (win32, ==, 77);
}

static void
test_format (void)
{
  g_autofree char *hex = winerror_code_format_hex (1326);
  g_autofree char *hresult = winerror_code_format_hresult (1326);
  g_autofree char *negative = winerror_code_format_signed (1326);
  g_autofree char *zero = winerror_code_format_hresult (0);

  g_assert_cmpstr (hex, ==, "0x52E");
  g_assert_cmpstr (hresult, ==, "0x8007052E");
  g_assert_cmpstr (negative, ==, "-2147023570");
  g_assert_cmpstr (zero, ==, "0x00000000");

  /* what is printed is read */
  for (guint32 code = 1; code <= G_MAXUINT16; code++)
    {
      g_autofree char *printed = winerror_code_format_signed (code);
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

      g_assert_cmpuint (winerror_code_parse (printed, -1, readings), ==, 1);
      g_assert_cmpuint (readings[0].win32, ==, code);
    }
}

static void
test_explain (void)
{
  const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "5", "Win32 code 5 (0x5) is documented under “System Error Codes (0-499)”." },
    { "1326", "Win32 code 1326 (0x52E) is documented under “System Error Codes (1300-1699)”." },
    { "1299", "Win32 code 1299 (0x513) is documented under “System Error Codes (1000-1299)”." },
    { "1300", "Win32 code 1300 (0x514) is documented under “System Error Codes (1300-1699)”." },
    { "1699", "Win32 code 1699 (0x6A3) is documented under “System Error Codes (1300-1699)”." },
    { "1700", "Win32 code 1700 (0x6A4) is documented under “System Error Codes (1700-3999)”." },
    { "15999",
      "Win32 code 15999 (0x3E7F) is documented under “System Error Codes (12000-15999)”." },
    { "16000", "Win32 code 16000 (0x3E80) is in no range of the system error codes." },
    { "0xFFFF", "Win32 code 65535 (0xFFFF) is in no range of the system error codes." },
    { "0x80070005",
      "0x80070005 is an HRESULT: severity error, facility 7 (FACILITY_WIN32), code 5.\n"
      "Win32 code 5 (0x5) is documented under “System Error Codes (0-499)”." },
    { "0xC007052E",
      "0xC007052E is an NTSTATUS value: severity error, facility 7, code 1326.\n"
      "Win32 code 1326 (0x52E) is documented under “System Error Codes (1300-1699)”." },
    { "0xC000006D",
      "NTSTATUS 0xC000006D corresponds to Win32 code 1326.\n"
      "Win32 code 1326 (0x52E) is documented under “System Error Codes (1300-1699)”." },
    { "0xC0000005", "0xC0000005 is an NTSTATUS value: severity error, facility 0, code 5." },
    { "0x80131500",
      "0x80131500 is an HRESULT: severity error, facility 19 (FACILITY_URT), code 5376.\n"
      "Codes of this facility come from .NET." },
    { "0x80200010",
      "0x80200010 is an HRESULT: severity error, facility 32 (FACILITY_BACKGROUNDCOPY), code 16.\n"
      "Codes of this facility come from the Background Intelligent Transfer Service (BITS)." },
    { "0x80240022",
      "0x80240022 is an HRESULT: severity error, facility 36 (FACILITY_WINDOWSUPDATE), code 34.\n"
      "Codes of this facility come from Windows Update." },
    { "0x00040001",
      "0x00040001 is an HRESULT: severity success, facility 4 (FACILITY_ITF), code 1.\n"
      "System error codes of Windows end at 65535." },
    { "0x8009030C",
      "0x8009030C is an HRESULT: severity error, facility 9 (FACILITY_SECURITY), code 780.\n"
      "Codes of this facility come from the security functions of Windows: sign-in, Kerberos, "
      "certificates." },
    { "0x87FF0001", "0x87FF0001 is an HRESULT: severity error, facility 2047, code 1." },
    { "65536", "0x00010000 is an HRESULT: severity success, facility 1 (FACILITY_RPC), code 0.\n"
               "System error codes of Windows end at 65535." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      g_autofree char *text = NULL;

      g_assert_cmpuint (winerror_code_parse (cases[i].text, -1, readings), >=, 1);
      text = winerror_code_explain (&readings[0]);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/code/forms", test_forms);
  g_test_add_func ("/code/signed", test_signed);
  g_test_add_func ("/code/grouped", test_grouped);
  g_test_add_func ("/code/two-readings", test_two_readings);
  g_test_add_func ("/code/limits", test_limits);
  g_test_add_func ("/code/no-number", test_no_number);
  g_test_add_func ("/code/ntstatus", test_ntstatus);
  g_test_add_func ("/code/format", test_format);
  g_test_add_func ("/code/explain", test_explain);

  return g_test_run ();
}
