// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Every way in which a number is written, and which codes of which families it may name. */

#include "winerror-code.h"

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
  g_assert_cmpint ((int) readings[0].family, ==, (int) WINERROR_FAMILY_WIN32);
  g_assert_cmpuint (readings[0].code, ==, win32);
  g_assert_cmpint ((int) readings[0].form, ==, (int) form);
}

/* The readings of a number, the likelier first: "win32:5 device:5". */
static char *
show (const WinerrorCode *readings, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = winerror_family_format (readings[i].family, readings[i].code);

      g_string_append_printf (out, "%s%s:%s", i > 0 ? " " : "",
                              winerror_family_get_name (readings[i].family), number);
    }
  return g_string_free (out, FALSE);
}

static void
assert_readings (const char *text, const char *expected)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = winerror_code_parse (text, -1, readings);
  g_autofree char *shown = show (readings, n);

  g_test_message ("“%s”", text);
  g_assert_cmpstr (shown, ==, expected);
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

        /* the length given, and not a byte after it */
        g_assert_cmpuint (winerror_code_parse (longer, (gssize) strlen (text), readings), >=, 1);
        g_assert_cmpuint (readings[0].code, ==, codes[j]);

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
    { "-1326", 1326, WINERROR_CODE_DECIMAL },
    { "-0x7FF8FAD2", 1326, WINERROR_CODE_HRESULT },
    { "18446744071562528046", 1326, WINERROR_CODE_HRESULT }, /* sign extended, then unsigned */
    { "0xFFFFFFFF8007052E", 1326, WINERROR_CODE_HRESULT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_first (cases[i].text, cases[i].win32, cases[i].form);
}

static void
test_grouped (void)
{
  static const char *const cases[] = { "1,326", "1.326",      "1 326",      "1'326",
                                       "1’326", "1\u00A0326", "1\u202F326", "１，３２６" };
  static const char *const wide[] = { "2,147,943,726", "2 147 943 726", "2.147.943.726",
                                      "2\u202F147\u202F943\u202F726" };
  static const char *const wrong[] = { "1,32",     "13,26",   "1,3260",    "0,326",
                                       "1,,326",   "1,326,5", "1,326.500", "1326,500",
                                       ",1,326,0", "1.32",    "1 32",      "1.326 500" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* no digits above nine were ever grouped: it is decimal and nothing else */
      assert_readings (cases[i], "win32:1326 installer:1326");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    assert_readings (wide[i], "win32:1326");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      g_autofree char *shown = g_utf8_make_valid (wrong[i], -1);

      g_test_message ("“%s”", shown);
      g_assert_cmpuint (winerror_code_parse (wrong[i], -1, readings), ==, 0);
    }
}

/* What a number may name, by its value and by how it is written. */
static void
test_readings (void)
{
  const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    /* what reads as decimal and as hexadecimal is decimal first */
    { "1400", "win32:1400 installer:1400 win32:5120 stop:0x00001400 rdp:0x1400" },
    { "578", "win32:578 win32:1400 stop:0x00000578 rdp:0x578" },
    { "00001400", "win32:1400 installer:1400 win32:5120 stop:0x00001400 rdp:0x1400 "
                  "ntstatus:0x00001400 hresult:0x00001400" },
    { "52E", "win32:1326 stop:0x0000052E rdp:0x52E" },
    { "0x1400", "win32:5120 stop:0x00001400 rdp:0x1400" },
    { "1400h", "win32:5120 stop:0x00001400 rdp:0x1400" },

    /* one digit says the same in both; the small families are decimal */
    { "0", "win32:0" },
    { "5", "win32:5 device:5" },
    { "10", "win32:10 device:10 win32:16 stop:0x00000010 rdp:0x10" },
    { "99", "win32:99 device:99 win32:153 stop:0x00000099 rdp:0x99" },
    { "100", "win32:100 win32:256 stop:0x00000100 rdp:0x100" },
    { "599", "win32:599 win32:1433 stop:0x00000599 rdp:0x599" },
    { "600", "win32:600 ras:600 win32:1536 stop:0x00000600 rdp:0x600" },
    { "691", "win32:691 ras:691 win32:1681 stop:0x00000691 rdp:0x691" },
    { "999", "win32:999 ras:999 win32:2457 stop:0x00000999 rdp:0x999" },
    { "1100", "win32:1100 win32:4352 stop:0x00001100 rdp:0x1100" },
    { "1101", "win32:1101 installer:1101 win32:4353 stop:0x00001101 rdp:0x1101" },
    { "3999", "win32:3999 installer:3999 win32:14745 stop:0x00003999 rdp:0x3999" },
    { "4000", "win32:4000 win32:16384 stop:0x00004000 rdp:0x4000" },

    /* and not hexadecimal */
    { "0xA", "win32:10 stop:0x0000000A rdp:0xA" },
    { "0x2B3", "win32:691 stop:0x000002B3 rdp:0x2B3" },
    { "0x524", "win32:1316 stop:0x00000524 rdp:0x524" },
    { "0x7B", "win32:123 stop:0x0000007B rdp:0x7B" },
    { "7B", "win32:123 stop:0x0000007B rdp:0x7B" },
    { "0x204", "win32:516 stop:0x00000204 rdp:0x204" },

    /* eight digits are those of the families that have as many */
    { "0x0000007B", "win32:123 stop:0x0000007B rdp:0x7B ntstatus:0x0000007B hresult:0x0000007B" },

    /* wrapped Win32 codes are nothing else */
    { "0x80070005", "win32:5" },
    { "80070005", "win32:5" },
    { "80070652", "win32:1618" },
    { "0x8007FFFF", "win32:65535" },
    { "2147942405", "win32:5" },
    { "-2147024891", "win32:5" },
    { "0xC0070005", "win32:5" },
    { "0xD0070005", "win32:5 ntstatus:0xD0070005 hresult:0xD0070005 stop:0xD0070005" },

    /* severities 0 to 3: success, informational, warning, error */
    { "0x00041303", "hresult:0x00041303 ntstatus:0x00041303 stop:0x00041303 rdp:0x41303" },
    { "41303h", "hresult:0x00041303 ntstatus:0x00041303 stop:0x00041303 rdp:0x41303" },
    { "0x40010004", "ntstatus:0x40010004 hresult:0x40010004 stop:0x40010004" },
    { "1073807364", "ntstatus:0x40010004 hresult:0x40010004 stop:0x40010004" },
    { "0x80000003", "hresult:0x80000003 ntstatus:0x80000003 stop:0x80000003" },
    { "0x80240024", "hresult:0x80240024 ntstatus:0x80240024 stop:0x80240024" },
    { "-2145124316", "hresult:0x80240024 ntstatus:0x80240024 stop:0x80240024" },
    { "0xC0000005", "ntstatus:0xC0000005 hresult:0xC0000005 stop:0xC0000005" },
    { "3221225477", "ntstatus:0xC0000005 hresult:0xC0000005 stop:0xC0000005" },
    { "-1073741819", "ntstatus:0xC0000005 hresult:0xC0000005 stop:0xC0000005" },
    { "C0000005", "ntstatus:0xC0000005 hresult:0xC0000005 stop:0xC0000005" },

    { "0x3000008", "hresult:0x03000008 ntstatus:0x03000008 stop:0x03000008 rdp:0x3000008" },
    { "0x3FFFFFF", "hresult:0x03FFFFFF ntstatus:0x03FFFFFF stop:0x03FFFFFF rdp:0x3FFFFFF" },
    { "0x4000000", "hresult:0x04000000 ntstatus:0x04000000 stop:0x04000000" },

    /* customer codes wrap nothing, also with bit 28 */
    { "0xE0434352", "ntstatus:0xE0434352 hresult:0xE0434352 stop:0xE0434352" },
    { "0xA0001234", "hresult:0xA0001234 ntstatus:0xA0001234 stop:0xA0001234" },
    { "0xF0000005", "ntstatus:0xF0000005 hresult:0xF0000005 stop:0xF0000005" },

    /* wrapped NTSTATUS values */
    { "0xD0000034", "ntstatus:0xC0000034 ntstatus:0xD0000034 hresult:0xD0000034 stop:0xD0000034" },
    { "0x90000003", "ntstatus:0x80000003 hresult:0x90000003 ntstatus:0x90000003 stop:0x90000003" },
    { "0x50010004", "ntstatus:0x40010004 ntstatus:0x50010004 hresult:0x50010004 stop:0x50010004" },
    { "0x10000034", "hresult:0x10000034 ntstatus:0x10000034 stop:0x10000034" },

    /* eight digits without 0x are an HRESULT, seven and nine are not */
    { "12345678", "hresult:0x12345678 ntstatus:0x12345678 stop:0x12345678" },
    { "1234567", "hresult:0x0012D687 ntstatus:0x0012D687 stop:0x0012D687 rdp:0x12D687" },
    { "123456789", "hresult:0x075BCD15 ntstatus:0x075BCD15 stop:0x075BCD15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_readings (cases[i].text, cases[i].expected);
}

/* How each reading came about. */
static void
test_forms_of_readings (void)
{
  const struct
  {
    const char *text;
    guint i;
    guint32 value;
    WinerrorCodeForm form;
    gboolean decimal;
  } cases[] = {
    { "1400", 0, 1400, WINERROR_CODE_DECIMAL, TRUE },
    { "1400", 1, 1400, WINERROR_CODE_DECIMAL, TRUE },
    { "1400", 2, 0x1400, WINERROR_CODE_HEX, FALSE },
    { "52E", 0, 0x52E, WINERROR_CODE_HEX, FALSE },
    { "80070005", 0, 0x80070005u, WINERROR_CODE_HRESULT, FALSE },
    { "2147942405", 0, 0x80070005u, WINERROR_CODE_HRESULT, TRUE },
    { "0xC0070005", 0, 0xC0070005u, WINERROR_CODE_NTSTATUS_WIN32, FALSE },
    { "0xD0070005", 0, 0xD0070005u, WINERROR_CODE_NTSTATUS_WIN32, FALSE },
    { "0xD0000034", 0, 0xD0000034u, WINERROR_CODE_HRESULT_NT, FALSE },
    { "0xD0000034", 1, 0xD0000034u, WINERROR_CODE_DIRECT, FALSE },
    { "-805306316", 0, 0xD0000034u, WINERROR_CODE_HRESULT_NT, TRUE },
    { "0xC0000005", 0, 0xC0000005u, WINERROR_CODE_DIRECT, FALSE },
    { "99999", 0, 99999, WINERROR_CODE_DIRECT, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (winerror_code_parse (cases[i].text, -1, readings), >, cases[i].i);
      g_assert_cmpuint (readings[cases[i].i].value, ==, cases[i].value);
      g_assert_cmpint ((int) readings[cases[i].i].form, ==, (int) cases[i].form);
      g_assert_true (readings[cases[i].i].decimal == cases[i].decimal);
    }
}

/* A value of which nobody knows how it was written. */
static void
test_values (void)
{
  const struct
  {
    guint32 value;
    const char *expected;
  } cases[] = {
    { 0, "win32:0 stop:0x00000000 rdp:0x0 ntstatus:0x00000000 hresult:0x00000000" },
    { 5, "win32:5 stop:0x00000005 rdp:0x5 ntstatus:0x00000005 hresult:0x00000005" },
    { 0xFFFF, "win32:65535 stop:0x0000FFFF rdp:0xFFFF ntstatus:0x0000FFFF hresult:0x0000FFFF" },
    { 0x10000, "hresult:0x00010000 ntstatus:0x00010000 stop:0x00010000 rdp:0x10000" },
    { 0x80070005u, "win32:5" },
    { 0xC007052Eu, "win32:1326" },
    { 0xC000006Du, "ntstatus:0xC000006D hresult:0xC000006D stop:0xC000006D" },
    { 0xD000006Du, "ntstatus:0xC000006D ntstatus:0xD000006D hresult:0xD000006D stop:0xD000006D" },
    { G_MAXUINT32, "ntstatus:0xFFFFFFFF hresult:0xFFFFFFFF stop:0xFFFFFFFF" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      guint n = winerror_code_from_value (cases[i].value, readings);
      g_autofree char *shown = show (readings, n);

      g_assert_cmpstr (shown, ==, cases[i].expected);
      g_assert_cmpuint (readings[0].value, ==, cases[i].value);
    }
}

static void
test_keys (void)
{
  const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "ras:691", "ras:691" },
    { "RAS:691", "ras:691" },
    { " \"ras:691\". ", "ras:691" },
    { "win32:1326", "win32:1326" },
    { "win32:0x52E", "win32:1326" },
    { "win32:0", "win32:0" },
    { "hresult:0x80240024", "hresult:0x80240024" },
    { "hresult:0x80070005", "hresult:0x80070005" },
    { "hresult:4294967295", "hresult:0xFFFFFFFF" },
    { "ntstatus:0xC000006D", "ntstatus:0xC000006D" },
    { "installer:1316", "installer:1316" },
    { "stop:0x0000007B", "stop:0x0000007B" },
    { "device:10", "device:10" },
    { "rdp:0x204", "rdp:0x204" },
    { "win32:65536", "" },
    { "device:65536", "" },
    { "hresult:4294967296", "" },
    { "win32:", "" },
    { "win32:x", "" },
    { "win32: 5", "" },
    { "win32:5x", "" },
    { "win32:5:6", "" },
    { "some:5", "" },
    { "win32", "" },
    { "ras 691", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_readings (cases[i].text, cases[i].expected);
}

static void
test_limits (void)
{
  const struct
  {
    const char *text;
    const char *expected; /* the first reading, and how many there are */
    guint n;
  } cases[] = {
    { "65535", "win32:65535", 1 },
    { "65536", "hresult:0x00010000", 4 },
    { "0xFFFF", "win32:65535", 3 },
    { "0x10000", "hresult:0x00010000", 4 },
    { "-65535", "win32:65535", 1 },
    { "-65536", "ntstatus:0xFFFF0000", 3 },
    { "-1", "ntstatus:0xFFFFFFFF", 3 },
    { "-2", "win32:2", 2 },
    { "0xDEADBEEF", "ntstatus:0xDEADBEEF", 3 },
    { "0xC004F074", "hresult:0xC004F074", 3 },
    { "0xC0040035", "ntstatus:0xC0040035", 3 },
    { "2147483647", "ntstatus:0x7FFFFFFF", 3 },
    { "2147483648", "hresult:0x80000000", 3 },
    { "-2147483648", "hresult:0x80000000", 3 },
    { "-2147483649", NULL, 0 },
    { "4294967295", "ntstatus:0xFFFFFFFF", 3 },
    { "4294967296", NULL, 0 },
    { "0xFFFFFFFF", "ntstatus:0xFFFFFFFF", 3 },
    { "0x100000000", NULL, 0 },
    { "0xFFFFFFFF7FFFFFFF", NULL, 0 },
    { "0xFFFFFFFFFFFFFFFF", "ntstatus:0xFFFFFFFF", 3 },
    { "0x1FFFFFFFFFFFFFFFF", NULL, 0 },
    { "18446744073709551615", "ntstatus:0xFFFFFFFF", 3 },
    { "18446744073709551616", NULL, 0 },
    { "-18446744073709551616", NULL, 0 },
    { "-0", NULL, 0 },
    { "-0x0", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      g_autofree char *first = NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (winerror_code_parse (cases[i].text, -1, readings), ==, cases[i].n);
      if (cases[i].n == 0)
        continue;
      first = show (readings, 1);
      g_assert_cmpstr (first, ==, cases[i].expected);
    }
}

/* Digits of any script, hidden characters around and inside, letters that only look like digits. */
static void
test_scripts (void)
{
  static const char *const texts[] = {
    "١٣٢٦",               /* Arabic */
    "۱۳۲۶",               /* Persian */
    "१३२६",               /* Devanagari */
    "১৩২৬",               /* Bengali */
    "๑๓๒๖",               /* Thai */
    "１３２６",           /* full width */
    "1\u200B326",         /* zero width space */
    "\u200E1326\u200E",   /* left-to-right mark */
    "\uFEFF1326",         /* byte order mark */
    "13\u00AD26",         /* soft hyphen */
    "\u202A1326\u202C",   /* embedding */
    "\u2066(1326)\u2069", /* isolate */
    "0\u0445"
    "52\u0415", /* Cyrillic х and Е */
    "0\u00D7"
    "52E",                            /* multiplication sign */
    "\uFF10\uFF58\uFF15\uFF12\uFF25", /* ０ｘ５２Ｅ */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      guint n = winerror_code_parse (texts[i], -1, readings);

      g_test_message ("“%s”", texts[i]);
      g_assert_cmpuint (n, >=, 1);
      g_assert_cmpint ((int) readings[0].family, ==, (int) WINERROR_FAMILY_WIN32);
      g_assert_cmpuint (readings[0].code, ==, 1326);
    }
}

static void
test_no_number (void)
{
  static const char *const cases[] = {
    "",        " ",
    ".",       "#",
    "()",      "-",
    "--1326",  "0x",
    "&H",      "h",
    "0xh",     "x52E",
    "0x52G",   "0x-52E",
    "+",       "++1326",
    "+-1326",  "52Ehh",
    "1326a6g", "bad",
    "feed",    "each",
    "beach",   "bach",
    "13 26",   "1326 1327",
    "error",   "1326.5",
    "1e3x",    "½",
    "¹³²⁶x",   "ERROR_LOGON_FAILURE",
    "\u2212",  "\u2212\u22121326",
    "0x0x52E", "1326\u0301",
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

/* A sign in front is read: programs print them. */
static void
test_signs (void)
{
  assert_readings ("+1326", "win32:1326 installer:1326 win32:4902 stop:0x00001326 rdp:0x1326");
  assert_readings ("-1326", "win32:1326 installer:1326");
  assert_readings ("-0x52E", "win32:1326 stop:0x0000052E rdp:0x52E");
}

static void
test_to_hresult (void)
{
  const struct
  {
    WinerrorFamily family;
    guint32 code;
    guint32 hresult;
  } cases[] = {
    { WINERROR_FAMILY_WIN32, 0, 0 },
    { WINERROR_FAMILY_WIN32, 1326, 0x8007052E },
    { WINERROR_FAMILY_WIN32, 65535, 0x8007FFFF },
    { WINERROR_FAMILY_HRESULT, 0x80240024, 0x80240024 },
    { WINERROR_FAMILY_HRESULT, 0x00041303, 0x00041303 },
    { WINERROR_FAMILY_NTSTATUS, 0, 0 },
    { WINERROR_FAMILY_NTSTATUS, 0xC000006D, 0xD000006D },
    { WINERROR_FAMILY_NTSTATUS, 0x80000003, 0x90000003 },
    { WINERROR_FAMILY_NTSTATUS, 0xE0434352, 0xE0434352 },
    { WINERROR_FAMILY_DEVICE, 10, 10 },
    { WINERROR_FAMILY_STOP, 0x7B, 0x7B },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (winerror_code_to_hresult (cases[i].family, cases[i].code), ==,
                     cases[i].hresult);

  /* what is printed is read */
  for (guint32 code = 1; code <= G_MAXUINT16; code++)
    {
      guint32 hresult = winerror_code_to_hresult (WINERROR_FAMILY_WIN32, code);
      g_autofree char *printed = g_strdup_printf ("%d", (gint32) hresult);
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

      g_assert_cmpuint (winerror_code_parse (printed, -1, readings), ==, 1);
      g_assert_cmpuint (readings[0].code, ==, code);
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
  g_test_add_func ("/code/readings", test_readings);
  g_test_add_func ("/code/forms-of-readings", test_forms_of_readings);
  g_test_add_func ("/code/values", test_values);
  g_test_add_func ("/code/keys", test_keys);
  g_test_add_func ("/code/scripts", test_scripts);
  g_test_add_func ("/code/signs", test_signs);
  g_test_add_func ("/code/limits", test_limits);
  g_test_add_func ("/code/no-number", test_no_number);
  g_test_add_func ("/code/to-hresult", test_to_hresult);

  return g_test_run ();
}
