// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What the readers of other people's files share: codes in headings and cells, text without markup,
 * expressions of header files, families. */

#include "winerror-import-column-names.h"
#include "winerror-import-expression.h"
#include "winerror-import-family.h"
#include "winerror-import-markup.h"
#include "winerror-import-terms.h"
#include "winerror-test-utils.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *codes; /* in hexadecimal; w: wide */
  const char *symbol;
  const char *rest;
} terms_cases[] = {
  { "5", "5", NULL, NULL },
  { "5 (0x5)", "5", NULL, NULL },
  { "5L", "5", NULL, NULL },
  { "12007 (0x2EE6)", "2EE7", NULL, NULL }, /* of two that differ the first counts */
  { "0x80070005 (-2147024891)", "80070005w", NULL, NULL },
  { "0XC000006D", "C000006Dw", NULL, NULL },
  { "[0x8A150011]", "8A150011w", NULL, NULL },
  { "80070005", "80070005w", NULL, NULL },
  { "8007000E", "8007000Ew", NULL, NULL },
  { "0x0000007B", "7Bw", NULL, NULL },
  { "-2016410105", "87D00607w", NULL, NULL },
  { "1402, 1404 and 1406", "57A 57C 57E", NULL, NULL },
  { "0x8007000E / 0x80004005", "8007000Ew 80004005w", NULL, NULL },
  { "ERROR_ACCESS_DENIED", "", "ERROR_ACCESS_DENIED", NULL },
  { "WSAEINTR 10004", "2714", "WSAEINTR", NULL },
  { "0x5 ERROR_ACCESS_DENIED Access is denied.", "5", "ERROR_ACCESS_DENIED", "Access is denied." },
  { "Bug Check 0x7B: INACCESSIBLE_BOOT_DEVICE", "7B", "INACCESSIBLE_BOOT_DEVICE", NULL },
  { "Error 1316: The account", "524", NULL, "The account" },
  { "Code 10", "A", NULL, NULL },
  { "13: no system error here", "D", NULL, "no system error here" },
  { "5 (decimal), 0x5 (hex)", "5", NULL, NULL },
  { "32-bit programs", "", NULL, "32-bit programs" },
  { "10.0.19041", "", NULL, "10.0.19041" },
  { "12000 - 12175 (0x2EE0)", "range", NULL, NULL },
  { "0x1-0x5", "range", NULL, NULL },
  { "5 to 10", "range", NULL, NULL },
  { "12000\u201312175", "range", NULL, NULL },
  { "99999999999", "big", NULL, NULL },
  { "Access is denied. 5", "", NULL, "Access is denied. 5" },
  { "", "", NULL, NULL },
};

static void
test_terms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (terms_cases); i++)
    {
      WinerrorImportTerms terms;
      g_autoptr (GString) codes = g_string_new (NULL);
      g_autofree char *symbol = NULL;

      winerror_import_terms_read (&terms, terms_cases[i].text);
      g_test_message ("%s", terms_cases[i].text);
      if (g_str_equal (terms_cases[i].codes, "range"))
        {
          g_assert_true (terms.range);
          continue;
        }
      g_assert_cmpint (terms.too_big, ==, g_str_equal (terms_cases[i].codes, "big"));
      if (terms.too_big)
        continue;
      g_assert_false (terms.range);
      for (guint j = 0; j < terms.n_codes; j++)
        g_string_append_printf (codes, "%s%X%s", j > 0 ? " " : "", terms.codes[j].value,
                                terms.codes[j].wide ? "w" : "");
      g_assert_cmpstr (codes->str, ==, terms_cases[i].codes);
      if (terms.symbol != NULL)
        symbol = g_strndup (terms.symbol, terms.symbol_length);
      g_assert_cmpstr (symbol, ==, terms_cases[i].symbol);
      g_assert_cmpstr (terms.rest, ==, terms_cases[i].rest);
    }
}

static const struct
{
  const char *markup;
  const char *text;
} markup_cases[] = {
  { "a  b\nc", "a b c" },
  { "a\n\nb", "a\n\nb" },
  { "a<br/>b<BR>c", "a\nb\nc" },
  { "<dl><dt>One.</dt><dd> Two.<br /></dd></dl>", "One.\n\nTwo." },
  { "**bold**, *italic*, __both__ and _some_", "bold, italic, both and some" },
  { "ERROR\\_A\\_\\*, \\[2\\] \\\\server\\share", "ERROR_A_*, [2] \\server\\share" },
  { "snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4" },
  { "WU_E_* and 5*", "WU_E_* and 5*" },
  { "[text](http://x.example/(y) \"t\") ![alt](i.png) [ref][1] [2]", "text alt ref [2]" },
  { "[**WSAIoctl**](/x.md)", "WSAIoctl" },
  { "`a * b` and ``c ` d``", "a * b and c ` d" },
  { "&lt;a&gt; &amp;amp; &#65;&#x42; &nbsp;&unknown; & b", "<a> &amp; AB \u00A0&unknown; & b" },
  { "<https://x.example/> <a href=\"x>y\">z</a> a < b > c", "https://x.example/ z a < b > c" },
  { "a<!-- no -->b<span id=\"x\"></span>", "ab" },
  { "one\\r\\n", "one" },
  { "\u202Eevil\a", "evil" },
};

static void
test_markup (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (markup_cases); i++)
    {
      g_autofree char *text = winerror_import_markup_to_text (markup_cases[i].markup, TRUE);

      g_assert_cmpstr (text, ==, markup_cases[i].text);
    }
}

static const struct
{
  const char *expression;
  gint64 value; /* -1: none */
  WinerrorFamily family;
} expressions[] = {
  { "5", 5, WINERROR_N_FAMILIES },
  { " 5L ", 5, WINERROR_N_FAMILIES },
  { "0x80004005UL", 0x80004005, WINERROR_N_FAMILIES },
  { "((HRESULT)0x80004005L)", 0x80004005, WINERROR_FAMILY_HRESULT },
  { "( (NTSTATUS) 0xC0000022L )", 0xC0000022, WINERROR_FAMILY_NTSTATUS },
  { "((unsigned long)7)", 7, WINERROR_N_FAMILIES },
  { "_HRESULT_TYPEDEF_(0x80070005L)", 0x80070005, WINERROR_FAMILY_HRESULT },
  { "__MSABI_LONG(1326)", 1326, WINERROR_N_FAMILIES },
  { "MAKE_HRESULT(SEVERITY_ERROR, FACILITY_ITF, 0x200)", 0x80040200, WINERROR_FAMILY_HRESULT },
  { "MAKE_HRESULT ( 1 , 4 , 1 + 2 )", 0x80040003, WINERROR_FAMILY_HRESULT },
  { "HRESULT_FROM_WIN32(5)", 0x80070005, WINERROR_FAMILY_HRESULT },
  { "(WSABASEERR + 54)", 10054, WINERROR_N_FAMILIES },
  { "RASBASE+91", 691, WINERROR_N_FAMILIES },
  { "(BASE-1)", 99, WINERROR_N_FAMILIES },
  { "-2147024891", 0x80070005, WINERROR_N_FAMILIES },
  { "(1 << 31) | 5", 0x80000005, WINERROR_N_FAMILIES },
  { "unchecked((int)0x80070005)", 0x80070005, WINERROR_N_FAMILIES },
  { "TWICE(21)", 42, WINERROR_N_FAMILIES },
  { "LOOP(1)", -1, WINERROR_N_FAMILIES },
  { "\"text\"", -1, WINERROR_N_FAMILIES },
  { "5 5", -1, WINERROR_N_FAMILIES },
  { "0x1FFFFFFFF", -1, WINERROR_N_FAMILIES },
  { "UNKNOWN", -1, WINERROR_N_FAMILIES },
  { "(((((((((((((((((((((((((((((((((5)))))))))))))))))))))))))))))))))", -1,
    WINERROR_N_FAMILIES },
  { "", -1, WINERROR_N_FAMILIES },
};

static void
test_expressions (void)
{
  g_autoptr (WinerrorImportMacros) macros = winerror_import_macros_new ();
  const WinerrorImportValue base = { .value = 100, .family = WINERROR_N_FAMILIES };

  winerror_import_macros_define (macros, "BASE", &base);
  winerror_import_macros_define_function (macros, "TWICE", "x", "((x) + x)");
  winerror_import_macros_define_function (macros, "LOOP", "x", "LOOP (x) + LOOP (x)");
  for (gsize i = 0; i < G_N_ELEMENTS (expressions); i++)
    {
      WinerrorImportValue value;
      gboolean found = winerror_import_macros_evaluate (macros, expressions[i].expression, &value);

      g_test_message ("%s", expressions[i].expression);
      g_assert_cmpint (found, ==, expressions[i].value >= 0);
      if (!found)
        continue;
      g_assert_cmphex (value.value, ==, (guint64) expressions[i].value);
      g_assert_cmpint ((int) value.family, ==, (int) expressions[i].family);
    }
}

static const struct
{
  guint32 value;
  gboolean wide;
  const char *symbol;
  const char *words;
  WinerrorFamily family;
  guint32 code;
} family_cases[] = {
  { 5, FALSE, NULL, "", WINERROR_FAMILY_WIN32, 5 },
  { 70001, FALSE, NULL, "", WINERROR_FAMILY_HRESULT, 70001 },
  { 0x80240017, TRUE, NULL, "", WINERROR_FAMILY_HRESULT, 0x80240017 },
  { 0xC0000022, TRUE, NULL, "", WINERROR_FAMILY_NTSTATUS, 0xC0000022 },
  { 0xC00D36C8, TRUE, "MF_E_ODD", "", WINERROR_FAMILY_HRESULT, 0xC00D36C8 },
  { 0x80000005, TRUE, "STATUS_ODD", "", WINERROR_FAMILY_NTSTATUS, 0x80000005 },
  { 0x103, TRUE, "STATUS_ODD", "", WINERROR_FAMILY_NTSTATUS, 0x103 },
  { 0, TRUE, "S_ODD", "", WINERROR_FAMILY_HRESULT, 0 },
  { 0x80070005, TRUE, "E_ODD", "", WINERROR_FAMILY_WIN32, 5 },
  { 0xC0070005, TRUE, NULL, "", WINERROR_FAMILY_WIN32, 5 },
  { 0xD0000022, TRUE, NULL, "", WINERROR_FAMILY_NTSTATUS, 0xC0000022 },
  { 0x7B, TRUE, "NO_DISK", "Bug Check Codes", WINERROR_FAMILY_STOP, 0x7B },
  { 0xC000021A, TRUE, "STATUS_ODD", "Stop codes", WINERROR_FAMILY_STOP, 0xC000021A },
  { 10, FALSE, "CM_PROB_ODD", "", WINERROR_FAMILY_DEVICE, 10 },
  { 10, FALSE, NULL, "Errors of the Device Manager", WINERROR_FAMILY_DEVICE, 10 },
  { 1316, FALSE, NULL, "Windows Installer error messages", WINERROR_FAMILY_INSTALLER, 1316 },
  { 1601, FALSE, "ERROR_ODD", "Windows Installer error messages", WINERROR_FAMILY_WIN32, 1601 },
  { 691, FALSE, "ERROR_ODD", "raserror.h", WINERROR_FAMILY_RAS, 691 },
  { 5, FALSE, "ERROR_ODD", "raserror.h", WINERROR_FAMILY_WIN32, 5 },
};

static void
test_families (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (family_cases); i++)
    {
      WinerrorImportCode code = { family_cases[i].value, family_cases[i].wide };
      WinerrorImportEntry entry = { .symbol = family_cases[i].symbol };

      winerror_import_family_choose (&entry, &code, WINERROR_N_FAMILIES,
                                     winerror_import_family_from_words (family_cases[i].words));
      g_test_message ("%08X %s", family_cases[i].value, family_cases[i].words);
      g_assert_cmpint ((int) entry.family, ==, (int) family_cases[i].family);
      g_assert_cmphex (entry.code, ==, family_cases[i].code);
    }
}

static const struct
{
  const char *name;
  WinerrorImportRole role;
} roles[] = {
  { "Error code", WINERROR_IMPORT_ROLE_CODE },
  { "Return value/code", WINERROR_IMPORT_ROLE_CODE },
  { "Hex", WINERROR_IMPORT_ROLE_CODE },
  { "Value", WINERROR_IMPORT_ROLE_VALUE },
  { "Symbolic name", WINERROR_IMPORT_ROLE_SYMBOL },
  { "Description", WINERROR_IMPORT_ROLE_TEXT },
  { "Error message", WINERROR_IMPORT_ROLE_TEXT },
  { "Beschreibung", WINERROR_IMPORT_ROLE_TEXT },
  { "Possible cause", WINERROR_IMPORT_ROLE_MORE },
  { "note", WINERROR_IMPORT_ROLE_NOTE },
  { "Parameter", WINERROR_IMPORT_ROLE_OTHER },
  { "Room", WINERROR_IMPORT_ROLE_UNKNOWN },
};

static void
test_roles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_test_message ("%s", roles[i].name);
      g_assert_cmpint ((int) winerror_import_role_from_name (roles[i].name), ==,
                       (int) roles[i].role);
    }
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);

  g_test_add_func ("/import-parts/terms", test_terms);
  g_test_add_func ("/import-parts/markup", test_markup);
  g_test_add_func ("/import-parts/expressions", test_expressions);
  g_test_add_func ("/import-parts/families", test_families);
  g_test_add_func ("/import-parts/roles", test_roles);

  return g_test_run ();
}
