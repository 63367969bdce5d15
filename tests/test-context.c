// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-context-foreign.h"
#include "winerror-context.h"

#include <string.h>

/* A line, and the first number of it that is written so. */
typedef struct
{
  const char *line;
  const char *number;
  guint expected;
} Case;

typedef guint (*Judge) (const char *begin, const char *from, const char *to, const char *end);

static void
check (const Case *cases, gsize n, Judge judge)
{
  for (gsize i = 0; i < n; i++)
    {
      /* a block of its own, so that reading beyond it is seen */
      gsize length = strlen (cases[i].line);
      g_autofree char *line = g_memdup2 (cases[i].line, length);
      const char *from = line + (strstr (cases[i].line, cases[i].number) - cases[i].line);
      g_autofree char *shown = g_utf8_make_valid (cases[i].line, -1);

      g_test_message ("%s in %s", cases[i].number, shown);
      g_assert_cmpuint (judge (line, from, from + strlen (cases[i].number), line + length), ==,
                        cases[i].expected);
    }
}

static guint
judge_word_edges (const char *begin, const char *from, const char *to, const char *end)
{
  return (winerror_context_is_word_end (begin, from) ? 1 : 0) +
         (winerror_context_is_word_start (to, end) ? 2 : 0);
}

/* 1: a word ends before the number, 2: a word begins after it */
static void
test_word_edges (void)
{
  static const Case cases[] = {
    { "1326", "1326", 0 },
    { "a 1326 b", "1326", 0 },
    { "a1326", "1326", 1 },
    { "1326b", "1326", 2 },
    { "_1326_", "1326", 3 },
    { "x1326y", "1326", 3 },
    { "é1326ñ", "1326", 3 },
    { "e\u03011326", "1326", 1 },
    { "\xE9"
      "1326\xF1",
      "1326", 3 },
    { "ошибка1326", "1326", 1 },
    { "…1326…", "1326", 0 },
    /* scripts without blanks */
    { "エラー1326が", "1326", 0 },
    { "错误1326。", "1326", 0 },
  };

  check (cases, G_N_ELEMENTS (cases), judge_word_edges);
}

static guint
judge_part (const char *begin, const char *from, const char *to, const char *end)
{
  return winerror_context_is_part (begin, from, to, end);
}

static void
test_part (void)
{
  static const Case cases[] = {
    { "1326", "1326", FALSE },          { "error 1326.", "1326", FALSE },
    { "error:1326, x", "1326", FALSE }, { "(1326)", "1326", FALSE },
    { "x.1326", "1326", TRUE },         { "... .1326", "1326", FALSE },
    { "1326.5", "1326", TRUE },         { "10/1326", "1326", TRUE },
    { "1326/10", "1326", TRUE },        { "C:\\1326", "1326", TRUE },
    { "1326\\a", "1326", TRUE },        { "$1326", "1326", TRUE },
    { "a-1326", "1326", TRUE },         { "1326-10", "1326", TRUE },
    { "1326-x", "1326", FALSE },        { "a+1326", "1326", TRUE },
    { "+1326", "1326", FALSE },         { "a@1326", "1326", TRUE },
    { "1326@host", "1326", TRUE },      { "1326#a", "1326", TRUE },
    { "12:1326", "1326", TRUE },        { "a:1326", "1326", FALSE },
    { "1326:12", "1326", TRUE },        { "1326: x", "1326", FALSE },
    { "1,326", "326", TRUE },           { "a,326", "326", FALSE },
    { "1326,400", "1326", TRUE },       { "1326,4000", "1326", FALSE },
    { "1326,40", "1326", FALSE },       { "v1326", "1326", TRUE },
  };

  check (cases, G_N_ELEMENTS (cases), judge_part);
}

static guint
judge_counted (const char *begin, const char *from, const char *to, const char *end)
{
  return winerror_context_is_counted (to, end);
}

static void
test_counted (void)
{
  static const Case cases[] = {
    { "1326", "1326", FALSE },
    { "1326 ", "1326", FALSE },
    { "1326 users", "1326", TRUE },
    { "1326-byte", "1326", TRUE },
    { "1326ms", "1326", TRUE },
    { "1326  ms", "1326", FALSE },
    { "1326 useless", "1326", FALSE },
    { "1326 users'", "1326", FALSE },
    { "1326 s'est", "1326", FALSE },
    { "1326%", "1326", TRUE },
    { "1326 %", "1326", FALSE },
    { "1326 of 1500", "1326", TRUE },
    { "1326 of the", "1326", FALSE },
    { "1326 of", "1326", FALSE },
    { "1326 of ", "1326", FALSE },
    { "1326, Passed: 1", "1326", TRUE },
    { "1326,skipped:1", "1326", TRUE },
    { "1326, passed", "1326", FALSE },
    { "1326, passes: 1", "1326", FALSE },
    { "1326 passed: 1", "1326", FALSE },
    { "1326,", "1326", FALSE },
  };

  check (cases, G_N_ELEMENTS (cases), judge_counted);
}

static guint
judge_ldap_data (const char *begin, const char *from, const char *to, const char *end)
{
  return winerror_context_is_ldap_data (begin, from, to, end);
}

static void
test_ldap_data (void)
{
  static const Case cases[] = {
    { "data 52e", "52e", TRUE },
    { "data 532", "532", TRUE },
    { "x data 532", "532", FALSE },
    { "x data 52e", "52e", TRUE },
    { "x data 532, v2580", "532", TRUE },
    { "x data 532, 533", "532", FALSE },
    { "x data abc", "abc", FALSE },
    { "LdapErr: x, data 532 x", "532", TRUE },
    { "AcceptSecurityContext error, data 775 x", "775", TRUE },
    { "data  52e", "52e", FALSE },
    { "metadata 52e", "52e", FALSE },
    { "52e", "52e", FALSE },
    { "data:52e", "52e", FALSE },
    { "data 52e1x", "52e1", FALSE },
  };

  check (cases, G_N_ELEMENTS (cases), judge_ldap_data);
}

static guint
judge (const char *begin, const char *from, const char *to, const char *end)
{
  return winerror_context_judge (begin, from, to, end);
}

static void
test_judge (void)
{
  static const Case cases[] = {
    { "1326", "1326", WINERROR_CONTEXT_NONE },
    { "x 1326", "1326", WINERROR_CONTEXT_NONE },
    { "error 1326", "1326", WINERROR_CONTEXT_CODE },
    { "error 1326 ms", "1326", WINERROR_CONTEXT_NONE },

    /* how far words belong together */
    { "error is a number of system 1326", "1326", WINERROR_CONTEXT_CODE },
    { "error is a number of the system 1326", "1326", WINERROR_CONTEXT_NONE },
    { "error. 1326", "1326", WINERROR_CONTEXT_NONE },
    { "error no. 1326", "1326", WINERROR_CONTEXT_CODE },
    { "error; 1326", "1326", WINERROR_CONTEXT_NONE },
    { "error -> 1326", "1326", WINERROR_CONTEXT_CODE },
    { "error|1326", "1326", WINERROR_CONTEXT_CODE },
    { "error/1326", "1326", WINERROR_CONTEXT_NONE },

    /* "error from CreateProcess: 1314" */
    { "error from CreateProcess: 1314", "1314", WINERROR_CONTEXT_LIKELY },
    { "error from CreateProcess 1314", "1314", WINERROR_CONTEXT_NONE },
    { "status from CreateProcess: 1314", "1314", WINERROR_CONTEXT_NONE },
    { "error, CreateProcess: 1314", "1314", WINERROR_CONTEXT_NONE },
    { "error from port: 1314", "1314", WINERROR_CONTEXT_NONE },
    { "error 5 CreateProcess: 1314", "1314", WINERROR_CONTEXT_NONE },

    /* somebody else's */
    { "mysql: error 1400", "1400", WINERROR_CONTEXT_NONE },
    { "mysql: Windows error 1400", "1400", WINERROR_CONTEXT_CODE },
    { "mysql: win32 1400", "1400", WINERROR_CONTEXT_CODE },
    { "mysql a b c d e f g h i j error 1400", "1400", WINERROR_CONTEXT_NONE },
    { "mysql a b c d e f g h i j k l error 1400", "1400", WINERROR_CONTEXT_CODE },
    { "smtp error 1400", "1400", WINERROR_CONTEXT_NONE },
    { "smtp: error 1400", "1400", WINERROR_CONTEXT_CODE },
    { "smtp server error 1400", "1400", WINERROR_CONTEXT_CODE },
    { "SQLError 1400", "1400", WINERROR_CONTEXT_NONE },
    { "/a?code=1400", "1400", WINERROR_CONTEXT_NONE },
    { "/a?b=c&code=1400", "1400", WINERROR_CONTEXT_NONE },
    { "System.err(1400)", "1400", WINERROR_CONTEXT_NONE },
    { "System err(1400)", "1400", WINERROR_CONTEXT_CODE },
    { "a.rc(1400)", "1400", WINERROR_CONTEXT_NONE },
    { "rc(1400)", "1400", WINERROR_CONTEXT_CODE },
    { "error 1400, severity 16", "1400", WINERROR_CONTEXT_NONE },
    { "error 1400 SQLState: 1", "1400", WINERROR_CONTEXT_NONE },
    { "error 1400 (HY000)", "1400", WINERROR_CONTEXT_NONE },
    { "error 1400 (42S02): x", "1400", WINERROR_CONTEXT_NONE },
    { "error 1400 (hy000)", "1400", WINERROR_CONTEXT_CODE },
    { "error 1400 (HY00)", "1400", WINERROR_CONTEXT_CODE },

    /* announced by a word before */
    { "status: got 1400", "1400", WINERROR_CONTEXT_LIKELY },
    { "it got 1400", "1400", WINERROR_CONTEXT_NONE },
    { "ORA-00600: code, arguments: [1433]", "1433", WINERROR_CONTEXT_NONE },
    { "ORA: code, arguments: [1433]", "1433", WINERROR_CONTEXT_LIKELY },

    /* messages of Windows Installer */
    { "Error 1316.", "1316", WINERROR_CONTEXT_INSTALLER_MESSAGE },
    { "Error 1316. x", "1316", WINERROR_CONTEXT_INSTALLER_MESSAGE },
    { "Product: x -- Error 1316. x", "1316", WINERROR_CONTEXT_INSTALLER_MESSAGE },
    { "12 Error 1316.", "1316", WINERROR_CONTEXT_INSTALLER_MESSAGE },
    { "error 1316.", "1316", WINERROR_CONTEXT_CODE },
    { "Error 1316", "1316", WINERROR_CONTEXT_CODE },
    { "Error 1316.x", "1316", WINERROR_CONTEXT_CODE },
    { "Error: 1316.", "1316", WINERROR_CONTEXT_CODE },
    { "System Error 1316.", "1316", WINERROR_CONTEXT_CODE },
    { "Status 1316.", "1316", WINERROR_CONTEXT_CODE },

    /* in brackets */
    { "Cannot open it. (1392)", "1392", WINERROR_CONTEXT_LIKELY },
    { "Cannot open it. [1392]", "1392", WINERROR_CONTEXT_LIKELY },
    { "Cannot open it. <1392>", "1392", WINERROR_CONTEXT_LIKELY },
    { "Cannot open it. (1392]", "1392", WINERROR_CONTEXT_NONE },
    { "Cannot open it. (1392", "1392", WINERROR_CONTEXT_NONE },
    { "Cannot open it(1392)", "1392", WINERROR_CONTEXT_NONE },
    { "Cannot open it 5 (1392)", "1392", WINERROR_CONTEXT_NONE },
    { "Cannot open line (1392)", "1392", WINERROR_CONTEXT_NONE },
    { "Cannot open a.exe (1392)", "1392", WINERROR_CONTEXT_NONE },
    { "Opened it. (1392)", "1392", WINERROR_CONTEXT_NONE },
    { "Cannot open ORA-1 it. (1392)", "1392", WINERROR_CONTEXT_NONE },

    /* hexadecimal, in a line that reports a failure */
    { "cannot find 'WS$': 0x525", "0x525", WINERROR_CONTEXT_LIKELY },
    { "found 'WS$': 0x525", "0x525", WINERROR_CONTEXT_NONE },
    { "cannot find 'WS$' 0x525", "0x525", WINERROR_CONTEXT_NONE },
    { "cannot find page: 0x525", "0x525", WINERROR_CONTEXT_NONE },
    { "cannot find 'WS$': 525", "525", WINERROR_CONTEXT_NONE },

    /* what functions return */
    { "NetUserDel(x) = 1322", "1322", WINERROR_CONTEXT_LIKELY },
    { "NetUserDel() = 1322", "1322", WINERROR_CONTEXT_LIKELY },
    { "SetupFile -> 1392", "1392", WINERROR_CONTEXT_LIKELY },
    { "SetupFile => 1392", "1392", WINERROR_CONTEXT_LIKELY },
    { "SetupFile > 1392", "1392", WINERROR_CONTEXT_NONE },
    { "SetupFile = 1392", "1392", WINERROR_CONTEXT_NONE },
    { "MsiGetState = 1606", "1606", WINERROR_CONTEXT_LIKELY },
    { "setupCopy -> 1392", "1392", WINERROR_CONTEXT_NONE },
    { "Setupcopy -> 1392", "1392", WINERROR_CONTEXT_NONE },
    { "SetUp -> 1392", "1392", WINERROR_CONTEXT_NONE },
    { "GetTickCount() = 1392", "1392", WINERROR_CONTEXT_NONE },
    { ") = 1392", "1392", WINERROR_CONTEXT_NONE },
    { "= 1392", "1392", WINERROR_CONTEXT_NONE },

    /* logs of IIS */
    { "GET / - 443 401 1 1326 15", "1326", WINERROR_CONTEXT_NONE },
    { "x GET / - 443 401 1 1326 15", "1326", WINERROR_CONTEXT_FIELD },
    { "x PROPFIND / - 443 401 1 1326 15", "1326", WINERROR_CONTEXT_FIELD },
    { "x Get / - 443 401 1 1326 15", "1326", WINERROR_CONTEXT_NONE },
    { "x GOT / - 443 401 1 1326 15", "1326", WINERROR_CONTEXT_NONE },
    { "x /GET - 443 401 1 1326 15", "1326", WINERROR_CONTEXT_NONE },
    { "x GET / - 443 601 1 1326 15", "1326", WINERROR_CONTEXT_NONE },
    { "x GET / - 443 401 1000 1326 15", "1326", WINERROR_CONTEXT_NONE },
    { "x GET / - 443 4010 1 1326 15", "1326", WINERROR_CONTEXT_NONE },
    { "x GET / - 443 401 a 1326 15", "1326", WINERROR_CONTEXT_NONE },
    { "1326", "1326", WINERROR_CONTEXT_NONE },

    { "%%1326", "1326", WINERROR_CONTEXT_FIELD },
    /* at the end */
    { "Unable to move the cache: 1326", "1326", WINERROR_CONTEXT_LIKELY },
    { "Able to move the cache: 1326", "1326", WINERROR_CONTEXT_NONE },
    { "Unable to move the cache: 1326 x", "1326", WINERROR_CONTEXT_NONE },
    { "Unable to move the cache 1326", "1326", WINERROR_CONTEXT_NONE },
    { "Unable to move, attempt: 1326", "1326", WINERROR_CONTEXT_NONE },
    /* before the word */
    { "1056 error means x", "1056", WINERROR_CONTEXT_LIKELY },
    { "got the 1056 error", "1056", WINERROR_CONTEXT_LIKELY },
    { "1056 error: x", "1056", WINERROR_CONTEXT_NONE },
    { "1056 ERROR x", "1056", WINERROR_CONTEXT_NONE },
    { "105 error means x", "105", WINERROR_CONTEXT_NONE },
    { "more than 1056 error entries", "1056", WINERROR_CONTEXT_NONE },
    { "%1326", "1326", WINERROR_CONTEXT_NONE },
  };

  check (cases, G_N_ELEMENTS (cases), judge);
}

static guint
judge_source (const char *begin, const char *from, const char *to, const char *end)
{
  return winerror_context_is_of_source (begin, from, to, end);
}

static void
test_source (void)
{
  static const Case cases[] = {
    { "failed for width > 2", "2", TRUE },
    { "failed for width >= 2", "2", TRUE },
    { "failed for width<=2", "2", TRUE },
    { "failed, error != 2", "2", TRUE },
    { "error > 2", "2", FALSE },
    { "failed -> 2", "2", FALSE },
    { "failed => 2", "2", FALSE },
    { "width>2", "2", FALSE },
    { "> 2", "2", FALSE },
    { "AssertionError: 34 != 33", "34", TRUE },
    { "AssertionError: 34 == 33", "34", TRUE },
    { "AssertionError: 34 <> 33", "34", FALSE },
    { "AssertionError: 34 != x", "34", FALSE },
    { "AssertionError: 34 !=", "34", FALSE },
    { "failure with MANT_BITS == 8", "8", TRUE },
    { "failure with MANT_BITS=8", "8", TRUE },
    { "failure with MANT_BITS: 8", "8", FALSE },
    { "failure with MANT_BITS 8", "8", FALSE },
    { "failure with MANTBITS == 8", "8", FALSE },
    { "failure with Mant_Bits == 8", "8", FALSE },
    { "failure with LAST_ERR == 8", "8", FALSE },
    { "Fixed an error (#173)", "173", TRUE },
    { "Fixed an error (!173)", "173", TRUE },
    { "Fixed an error (173)", "173", FALSE },
    { "Fixed an error #173", "173", FALSE },
    { "Fixed an error (#173", "173", FALSE },
    { "Expected failure #4", "4", TRUE },
    { "Expected error #4", "4", FALSE },
    { "Expected failure 4", "4", FALSE },
    { "Failed tests: 87", "87", TRUE },
    { "Failed test: 87", "87", FALSE },
    { "Failed tests 87", "87", FALSE },
  };

  check (cases, G_N_ELEMENTS (cases), judge_source);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/word-edges", test_word_edges);
  g_test_add_func ("/context/part", test_part);
  g_test_add_func ("/context/counted", test_counted);
  g_test_add_func ("/context/ldap-data", test_ldap_data);
  g_test_add_func ("/context/judge", test_judge);
  g_test_add_func ("/context/source", test_source);

  return g_test_run ();
}
