// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-scanner.h"
#include "winerror-test-utils.h"

#include <string.h>

/* The share of codes that must be found, and of lines without a code that may be taken for one. */
#define MIN_FOUND 0.985
#define MAX_FALSE 0.0125

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorScanner *scanner;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = winerror_test_load_catalog ();
  fixture->scanner = winerror_scanner_new (fixture->catalog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_scanner_free (fixture->scanner);
  g_assert_finalize_object (fixture->catalog);
}

/* What an array of matches says of a text: "1326@6 ras:691@20", each code as it is written first,
 * with its family where that is a small one. */
static char *
describe (const GArray *matches, const char *text)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const WinerrorMatch *match = &g_array_index (matches, WinerrorMatch, i);
      WinerrorFamily family = match->code.family;
      g_autofree char *code = winerror_family_format (family, match->code.code);

      g_string_append_printf (out, "%s%s%s%s@%.*s%s", i > 0 ? " " : "",
                              winerror_family_is_small (family) ? winerror_family_get_name (family)
                                                                : "",
                              winerror_family_is_small (family) ? ":" : "", code,
                              (int) match->length, text + match->start,
                              match->position == WINERROR_MATCH_UNLISTED ? "?" : "");
    }
  return g_string_free (out, FALSE);
}

static char *
find (WinerrorScanner *scanner, const char *text, gboolean in_log)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));

  if (in_log)
    winerror_scanner_find_in_log (scanner, text, strlen (text), matches);
  else
    winerror_scanner_find (scanner, text, strlen (text), matches);
  return describe (matches, text);
}

typedef struct
{
  const char *text;
  const char *found;
} Case;

static void
check (Fixture *fixture, const Case *cases, gsize n, gboolean in_log)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *found = find (fixture->scanner, cases[i].text, in_log);
      g_autofree char *shown = g_utf8_make_valid (cases[i].text, -1);

      g_test_message ("%s", shown);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_log (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "", "" },
    { "1326", "" },
    { "error 1326", "1326@1326" },
    { "error 5", "5@5" },
    { "Fehler 1326, dann Fehlercode 1603", "1326@1326 1603@1603" },
    { "\xC9"
      "chec, code d'erreur 1603",
      "1603@1603" }, /* ISO 8859-1 */
    { "エラー1326が発生しました。", "1326@1326" },
    { "hr=0x8007052e", "1326@0x8007052e" },
    { "hr=80070643", "1603@80070643" },
    { "hr=0xFFFFFFFF8007052E", "1326@0xFFFFFFFF8007052E" },
    { "HResult=-2147023570", "1326@-2147023570" },
    { "Value: 2147943726.", "1326@2147943726" },
    { "2147943726 bytes", "" },
    { "status -1073741715", "0xC000006D@-1073741715 1326@-1073741715" },
    { "status 3221225581", "0xC000006D@3221225581 1326@3221225581" },
    { "0xD000006D", "0xC000006D@0xD000006D 1326@0xD000006D" },
    { "-805306259", "0xC000006D@-805306259 1326@-805306259" },
    { "0x80070005", "5@0x80070005" },
    { "code 52Eh", "1326@52Eh" },
    { "error 5b4", "1460@5b4" },
    { "-> ERROR_LOGON_FAILURE.", "1326@ERROR_LOGON_FAILURE" },
    { "MY_ERROR_LOGON_FAILURE ERROR_LOGON_FAILURE_2", "" },
    { "NT_STATUS_LOGON_FAILURE",
      "0xC000006D@NT_STATUS_LOGON_FAILURE 1326@NT_STATUS_LOGON_FAILURE" },
    { "STATUS_COMMITMENT_LIMIT",
      "0xC000012D@STATUS_COMMITMENT_LIMIT 1455@STATUS_COMMITMENT_LIMIT" },
    { "STATUS_LPC_REPLY_LOST", "0xC0000253@STATUS_LPC_REPLY_LOST" },
    { "STATUS_PAGEFILE_QUOTA_EXCEEDED", "0xC000012C@STATUS_PAGEFILE_QUOTA_EXCEEDED" },
    { "NT_STATUS_WRONG_PASSWORD STATUS_LOGON", "0xC000006A@NT_STATUS_WRONG_PASSWORD" },
    { "Failed: 1400, Passed: 1600", "" },
    { "Failed: 1400, reason unknown", "1400@1400" },
    { "Error: 1603, process: 1234", "1603@1603" },
    { "failed with error 1326, line: 22", "1326@1326" },
    { "SQL error 1460", "" },
    { "kernel32.GetLastError(1314)", "1314@1314" },
    { "Marshal.GetLastWin32Error(1314)", "1314@1314" },
    { "System.ComponentModel.Win32Exception(1314)", "1314@1314" },
    { "Process.ExitCode(1603)", "1603@1603" },
    { "win32api.GetLastError(): 1400", "1400@1400" },
    { "logger.error(1326)", "1326@1326" },
    { "rc(1326)", "1326@1326" },
    { "resource.rc(1412) : fatal error RC1015", "" },
    { "SQL Server backup failed. Cannot open the device. (1392)", "1392@1392" },
    { "Failed to install MySQL Connector. [1603]", "1603@1603" },
    { "Oracle client: failed to log on as service [0x52e]", "1326@0x52e" },
    { "ORA-00600: internal error code, arguments: [1433], [60], []", "" },
    { "AcceptSecurityContext error, data 52e, v2580", "1326@52e" },
    { "data 532", "1330@532" },
    { "0000052D: SvcErr: DSID-031A12D2, problem 5003", "1325@0000052D" },
    { "The user name or password is incorrect.", "1326@The user name or password is incorrect." },
    { "the USER  name\tor password is incorrect", "1326@the USER  name\tor password is incorrect" },
    { "The user name or password is incorrect here", "" },
    { "Invalid index.", "" },
    { "a Java class does not exist", "" },
    { "Class does not exist: 1411", "1411@1411" },
    { "1326: The user name or password is incorrect.", "1326@1326" },
    { "error 1326: The user name or password is incorrect.", "1326@1326" },
    { "The user name or password is incorrect. (os error 1326)", "1326@1326" },
    { "ERROR 1314 (0x00000522) x", "1314@1314" },
    { "error 1326\nerror 1326", "1326@1326 1326@1326" },
    { "Error 1316. A network error", "installer:1316@1316" },
    { "MSI (s) (18:F4): Product: Palewood -- Error 1706. No valid source", "installer:1706@1706" },
    { "DEBUG: Error 2826:  Control Line1 on dialog", "installer:2826@2826" },
    { "Error 1935.An error occurred during the installation of assembly", "installer:1935@1935" },
    { "The error code is 2826. The arguments are: CancelDlg, Line1", "installer:2826@2826" },
    { "Error 1316: A network error occurred while reading", "installer:1316@1316" },
    { "Error 1326: The user name or password is incorrect.", "1326@1326" },
    { "Error 1326. The user name or password is incorrect.", "1326@1326" },
    { "Error 1001. Exception occurred while initializing", "" },
    { "Error 5. Access is denied.", "5@5" },
    { "ERROR 53. The network path was not found.", "53@53" },
    { "MSI: Note: 1: 1402 2: x", "" },
    { "Product: X -- Error 1304. Writing.  System error 1450.", "installer:1304@1304 1450@1450" },
    { "2024-05-14 13:26:16.032 v10.0.1303 port 1433", "" },
    { "error in C:\\1603\\a.c:1326", "" },
    { "ERROR 1396 (HY000): x", "" },
    { "ORA-01400: error", "" },
    { "error 1326 of 1500", "" },
    { "{80070643-a52e-1326-4c03-000000000000}", "" },
  };

  check (fixture, cases, G_N_ELEMENTS (cases), TRUE);
}

/* What is asked of the numbers of a log: each rule with what it lets through. */
static void
test_log_rules (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    /* families */
    { "Win32 error 809", "809@809" },
    { "VPN: error 809", "ras:809@809" },
    { "DeviceIoControl on device failed: Win32 error 10", "10@10" },
    { "The device cannot start. (Code 10)", "device:10@10" },
    { "Problem code: 28", "device:28@28" },
    { "Problem: Win32 error code 28", "28@28" },
    { "virtio device: (Code=28)", "" },
    { "Connection refused 10061", "10061@10061" },
    { "Connection 10061 refused", "" },
    { "connection refused 10061 times", "" },
    { "failed to bind. 10013", "10013@10013" },
    { "failed to bind. 10013 x", "" },
    { "failed to stop: Win32 error 0x9f", "159@0x9f" },
    { "STOP: 0x0000009f (0x3, 0x4)", "stop:0x0000009F@0x0000009f" },
    { "MSI: error 1310", "1310@1310" },
    { "IRQL_NOT_LESS_OR_EQUAL", "stop:0x0000000A@IRQL_NOT_LESS_OR_EQUAL" },
    { "Bug check 0x0000001a", "stop:0x0000001A@0x0000001a" },
    { "FILE_SYSTEM", "" },

    /* codes that no table holds */
    { "hr = 0x80abc123", "0x80ABC123@0x80abc123?" },
    { "at 0x80abc123", "" },
    { "[0x80abc123] Read", "0x80ABC123@0x80abc123?" },
    { "error -1765328360", "" },
    { "error 0xc8000426", "0xC8000426@0xc8000426?" },
    { "error 0x88890008", "0x88890008@0x88890008?" },
    { "status 0x180600a", "" },
    { "errCode = 0x00240006", "0x00240006@0x00240006" },
    { "error 40121", "" },
    { "System error 40121", "40121@40121?" },
    { "NET HELPMSG 3999", "3999@3999?" },
    { "[WinError 40121]", "40121@40121?" },
    { "Last Result: 267011", "0x00041303@267011" },
    { "result 70000", "" },

    /* successes */
    { "error 0x00000000 S_OK error 0 ERROR_SUCCESS STATUS_SUCCESS", "" },
    { "S_FALSE (0x00000001)", "" },

    /* flags, addresses, memory */
    { "flags: 0x80010010", "" },
    { "error: 0x80010010", "0x80010010@0x80010010" },
    { "desired access 0x80070005", "" },
    { "crc c0000005", "" },
    { "x c0000005 y", "0xC0000005@c0000005" },
    { "x 2f8270f1 c0000005", "" },
    { "x c0000005 2f8270f1", "" },
    { "SetState(0x80070005)", "" },
    { "Security(0x80070005)", "5@0x80070005" },

    /* small numbers */
    { "a.exe: status 5", "" },
    { "a.exe: failed with status 5", "5@5" },
    { "exit code 5, failed", "" },
    { "WIN32_EXIT_CODE : 5", "5@5" },
    { "failed, return value 3", "" },
    { "exit code 1603", "1603@1603" },
    { "exited with code 9009", "" },
    { "failed with error 9009", "9009@9009" },
    { "errno 5", "" },
    { "error 5", "5@5" },
    { "Permission denied, error 5", "" },
    { "accept() failed (53: Software caused connection abort)", "" },
    { "connect() failed (53: The network path was not found)", "53@53" },
    { "verify error:num=18:self signed certificate", "" },
    { "SSL Certificate add failed, Error: 1312", "1312@1312" },
    { "Modbus error 13", "" },
    { "Tests failed: 2", "" },
    { "RegOpenKey failed: 2", "2@2" },
    { "RegOpenKey returned 2", "2@2" },
    { "it returned 2", "" },
    { "exception 5", "" },
    { "exception: 5", "5@5" },
    { "it failed, ReturnHr(3) tid(2600)", "" },
    { "OSError(22, 'x')", "" },
    { "Cannot open a.dll. (5)", "5@5" },
    { "Cannot open RPC (5) now", "" },
    { "failed, bResult: 1", "" },
    { "Win32 error 1", "1@1" },
    { "Install exit(00000002)", "2@00000002" },

    /* other programs' numbers */
    { "status 404", "" },
    { "System error 404", "404@404" },
    { "system error 487", "487@487" },
    { "httpStatus=0x130", "" },
    { "SMTP error code 550", "" },
    { "dns error 9003", "" },
    { "(Microsoft SQL Server, Error: 1418)", "" },
    { "(provider: TCP, error: 0) (Microsoft SQL Server, Error: 1326)", "1326@1326" },
    { "error 4 (Command not handled by receiver)", "" },
    { "error 5 (Access is denied to the user)", "5@5" },
    { "a.dll: Fehler 5 (Zugriff verweigert)", "5@5" },
    { "agent: ERROR: (1722): Unable to connect", "" },
    { "agent: ERROR: (6716): Could not open file", "" },
    { "agent: ERROR: (1326): Logon failed", "1326@1326" },
    { "agent: ERROR (1722): Unable to connect", "1722@1722" },
    { "KDC_ERR_FAILED (24) denied", "" },
    { "Run-time error '1326': object-defined error", "" },
    { "At one time error 1326", "1326@1326" },
    { "{\"error\":{\"code\":13,\"codeName\":\"x\"}}", "" },
    { "scsi failed H:0x0 D:0x2 P:0x0", "" },
    { "it failed, Data: 0x2", "2@0x2" },
    { "failure, error=(0x107) (ESP_ERR_TIMEOUT).", "" },
    { "removing failed: 0x05: CR_INVALID_DEVNODE.", "" },
    { "removing failed: 0x05: WERR_ACCESS_DENIED", "5@0x05" },
    { "removing failed: 0x05: E_ACCESSDENIED", "5@0x05" },
    { "error 1603, SETUP_FAILED", "1603@1603" },
    { "Failure Code: 0x18 Pre-Authentication Type: 2", "" },
    { "\tFailure Code:\t\t0x18", "" },
    { "\tResult Code:\t0x6", "" },
    { "a.dll: failure code 0x5", "5@0x5" },
    { "inf: x. Code = 1303, Line = 1", "" },
    { "dvi: Code = 1303", "" },
    { "inf: x. Error = 1303", "1303@1303" },
    { "x. Code = 1303", "1303@1303" },
    { "make: *** [all] Error 2", "" },
    { "[x] Error 2", "2@2" },
    { "(ImportBailout.Error:1331)", "" },
    { "Import.Error:1331", "1331@1331" },
    { "Method failed [Initialize:232]", "" },
    { "Failure Reason: %%2313", "" },
    { "Elevation Type: %%1936", "" },
    { "error: %%1326", "1326@1326" },
    { "param2'>%%1326", "1326@1326" },
    { "Values -> 1410 ignored", "" },
    { "SetupFile -> 1410", "1410@1410" },
    { "Cannot link 'Show (2016)\\\\S01'", "" },
    { "Couldn't get it for NetLogonEx: 1761", "1761@1761" },
    { "got it for NetLogonEx: 1761", "" },
    { "Failed operation with 1326", "1326@1326" },
    { "Failed operation with 1326 plugs", "" },

    /* Windows Installer */
    { "MSI (s) (1:2): Erfolg- bzw. Fehlerstatus der Installation: 1618.", "1618@1618" },
    { "MSI (s) (1:2): Product Language: 1033", "" },
    { "MSI (s) (1:2): Zustand: 1603", "1603@1603" },
    { "MSI (s) (1:2): Note: 1: 1603", "" },
    { "Zustand: 1603", "" },
    { "安装成功或错误状态: 1603。", "1603@1603" },

    { "MSI (s): Note: 1: 2262 2: Error 3: -2147287038", "0x80030002@-2147287038" },
    { "a.dll: 2: Error 3: y", "3@3" },
    { "MSI (s): Note: 1: 2228 2: SELECT `x` FROM `Error` WHERE `Error` = 1721", "" },
    { "SELECT x WHERE Error = 1721", "1721@1721" },

    /* what is written for other programs to read */
    { "{\"m\":\"x\\r\\n\\tStatus:\\t\\t0xC000006D\\r\\n\"}",
      "0xC000006D@0xC000006D 1326@0xC000006D" },
    { "\\\\r\\\\n\\\\tStatus:\\\\t\\\\t0xC000006D\\\\r\\\\n",
      "0xC000006D@0xC000006D 1326@0xC000006D" },
    { "failed\\u0020with\\u0020error\\u003A 1326\\x0a", "1326@1326" },
    { "error:\\t1326\\n", "1326@1326" },
    { "error:\\q1326", "" },
    { "\\tERROR_LOGON_FAILURE", "1326@ERROR_LOGON_FAILURE" },
    { "\\qERROR_LOGON_FAILURE", "" },
    { "\\nThe user name or password is incorrect.",
      "1326@The user name or password is incorrect." },
    { "error in C:\\temp\\1326", "" },

    /* numbers that are announced by their place */
    { "x GET / - 443 401 1 1326 15", "1326@1326" },
    { "x GET / - 443 401 1 0 1326", "" },
    { "rc=1603", "1603@1603" },
    { "Connection refused (0x0000274D/10061)", "10061@0x0000274D" },
    { "Connection refused (0x0000274D/10062)", "" },
    { "arc=1603", "" },
    { "Could not open the channel: -1073741822", "0xC0000002@-1073741822" },
    { "Opened the channel: -1073741822", "" },
    { "Failed to remove apps for user: 0x80070005", "5@0x80070005" },
    { "Removed apps for user: 0x80070005", "" },
    { "error -10053", "10053@-10053" },
    { "error -10810", "" },
    { "OSError(22, 'x', None, 87)", "87@87" },
    { "Item(22, 'x', None, 87)", "" },
    { "ERROR 206 (0x000000CE) x", "206@206" },
    { "ERROR 404 (Not Found)", "" },
    { "NET HELPMSG 53", "53@53" },
    { "GPU failed with exit code 18.", "" },
    { "The GPU failed (code 18)", "device:18@18" },
    { "Failed to search the event log for the query with 5", "5@5" },
    { "Search the event log for the query with 5", "" },
    { "2024-05-14 13:26:14.603 ERROR 1326 --- [main] o.s.Application", "" },
    { "2024-05-14 13:26:14.603 ERROR 1326 - [main] o.s.Application", "1326@1326" },
    { "ERROR[1326]: chan_sip.c: sip_reg_timeout", "" },
    { "ERROR[1326]: Logon failure", "1326@1326" },
    { "13:26:14:603 Error(1450): no answer", "" },
    { "Open Error(1450): no answer", "1450@1450" },
    { "ERROR: 1: [resources.cpp", "" },
    { "a.dll: ERROR: 1: function not valid", "1@1" },
    { "WebSocket closed, code 1006", "" },
    { "{\"code\":1006,\"reason\":\"\"}", "" },
    { "Setup ended, code 1006", "1006@1006" },
    { "exited with status 512", "" },
    { "failed with Win32 error 512", "512@512" },
    { "error:80070002:system library::x", "" },
    { "error:80070002: x", "2@80070002" },
    { "SQL error 0x80131904", "0x80131904@0x80131904" },
    { "Apps(0x81036502)", "0x81036502@0x81036502?" },
    { "Got Apps(0x81036502)", "" },
    { "from -2147483647 on", "" },
    { "from -2147483645 on", "0x80000003@-2147483645" },
    { "error -2147483647", "0x80000001@-2147483647" },
    { "Error: 1326 5862 jlink.c:1772 jlink_flush()", "" },
    { "Error: 1326 a 5862 jlink.c:1772 jlink_flush()", "1326@1326" },
    { "at 00000000`80070005 x", "" },
    { "at `80070005` x", "5@80070005" },
    { "Fixed an error (#1385)", "" },
    { "Win32 error (#1385)", "1385@1385" },
    { "Arg1: ffffffffc0000005, The exception code", "0xC0000005@ffffffffc0000005" },
    { "Arg1: ffffffffc0000005, The address", "" },
    { "État d'erreur de Windows SChannel est 1326", "" },
    { "État d'erreur de Windows Foo est 1326", "1326@1326" },
    { "FAILED (failures=5)", "" },
    { "failed (OperationalError): disk (5)", "" },
    { "failed (FooError): disk (5)", "5@5" },
    { "RPC failed; result=5, HTTP code = 413", "" },
    { "RPC failed; result=5", "5@5" },
    { "Error Code0x8007000d", "13@0x8007000d" },
    { "Error Code0x8007", "" },
    { "xy0x8007000d", "" },
    { "x\nerr 1326", "1326@1326" },

    /* sentences of several entries */
    { "Insufficient system resources exist to complete the requested service.",
      "1450@Insufficient system resources exist to complete the requested service. "
      "1451@Insufficient system resources exist to complete the requested service. "
      "1452@Insufficient system resources exist to complete the requested service." },
    { "1451: Insufficient system resources exist to complete the requested service.", "1451@1451" },
    { "Insufficient quota to complete the requested service. (0x5AD)", "1453@0x5AD" },
    { "1385: Logon failure: the user has not been granted the requested logon type at this "
      "computer.",
      "1385@1385" },
    { "x1385 Logon failure: the user has not been granted the requested logon type at this "
      "computer.",
      "1380@Logon failure: the user has not been granted the requested logon type at this "
      "computer. "
      "1385@Logon failure: the user has not been granted the requested logon type at this "
      "computer." },
  };

  check (fixture, cases, G_N_ELEMENTS (cases), TRUE);
}

static void
test_query (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "error 5", "5@5" },
    { "Error 1316.", "1316@1316" },
    { "System error 1392.", "1392@1392" },
    { "data 52e", "1326@52e" },
    { "hr 0x80070005", "5@0x80070005" },
    { "hr 0x80131603", "0x80131603@0x80131603" },
    { "The user name or password is incorrect.", "" },
  };

  check (fixture, cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_sentences (Fixture *fixture, gconstpointer data)
{
  guint position;
  g_autofree char *before = NULL;
  g_autofree char *german = NULL;
  g_autofree char *chinese = NULL;
  g_autofree char *english = NULL;

  before = find (fixture->scanner, "Das rote Haus am See ist leer.", TRUE);
  g_assert_cmpstr (before, ==, "");

  g_assert_true (
      winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, 1326, &position));
  winerror_scanner_add_sentence (fixture->scanner, "Das rote Haus am See ist leer.", position);
  winerror_scanner_add_sentence (fixture->scanner, "甲乙丙丁戊己庚辛。", position);
  german = find (fixture->scanner, "x: Das rote Haus am See ist leer.", TRUE);
  g_assert_cmpstr (german, ==, "1326@Das rote Haus am See ist leer.");
  chinese = find (fixture->scanner, "登录失败：甲乙丙丁戊己庚辛。", TRUE);
  g_assert_cmpstr (chinese, ==, "1326@甲乙丙丁戊己庚辛。");
  english = find (fixture->scanner, "The revision level is unknown.", TRUE);
  g_assert_cmpstr (english, ==, "1305@The revision level is unknown.");
}

/* Each description of the table of record is found, as one of the entries that have it. */
static void
test_descriptions (Fixture *fixture, gconstpointer data)
{
  guint n_found = 0;

  for (guint i = 0; i < winerror_catalog_get_n_entries (fixture->catalog); i++)
    {
      WinerrorEntry *entry = winerror_catalog_get_entry (fixture->catalog, i);
      const char *description = winerror_entry_get_source_description (entry);
      g_autofree char *lower = NULL;
      g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
      gboolean found = FALSE;

      if (!winerror_catalog_is_listed (fixture->catalog, i))
        continue;
      lower = g_ascii_strdown (description, -1);
      winerror_scanner_find_in_log (fixture->scanner, lower, strlen (lower), matches);
      if (matches->len == 0)
        {
          g_auto (GStrv) words = g_strsplit (description, " ", -1);

          g_assert_cmpuint (g_strv_length (words), <, 3);
          continue;
        }
      for (guint j = 0; j < matches->len; j++)
        {
          const WinerrorMatch *match = &g_array_index (matches, WinerrorMatch, j);

          g_assert_cmpuint (match->start, ==, 0);
          g_assert_cmpuint (match->length, ==, strlen (lower));
          found |= match->position == i;
        }
      g_assert_true (found);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 200);
}

/* Whether a code is there that is written as in tests/data/lines.tsv. */
static gboolean
has_code (const GArray *matches, const char *code)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const WinerrorCode *found = &g_array_index (matches, WinerrorMatch, i).code;
      g_autofree char *number = winerror_family_format (found->family, found->code);
      g_autofree char *key = g_strconcat (winerror_family_get_name (found->family), ":", number,
                                          NULL);

      if (g_str_equal (code, winerror_family_is_small (found->family) ? key : number))
        return TRUE;
    }
  return FALSE;
}

/* tests/data/lines.tsv */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  static const char *const sets[] = { "tune", "held" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "lines.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_codes[2] = { 0 };
  guint n_found[2] = { 0 };
  guint n_plain[2] = { 0 };
  guint n_false[2] = { 0 };

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", 3);
      g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
      guint set;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, 3);
      set = g_str_equal (columns[0], sets[0]) ? 0 : 1;
      g_assert_cmpstr (columns[0], ==, sets[set]);

      winerror_scanner_find_in_log (fixture->scanner, columns[2], strlen (columns[2]), matches);
      if (g_str_equal (columns[1], "-"))
        {
          g_autofree char *found = describe (matches, columns[2]);

          n_plain[set]++;
          n_false[set] += matches->len > 0;
          if (matches->len > 0)
            g_test_message ("%s is found in %s", found, columns[2]);
        }
      else
        {
          g_auto (GStrv) codes = g_strsplit (columns[1], ",", -1);

          for (gsize j = 0; codes[j] != NULL; j++)
            {
              gboolean found = has_code (matches, codes[j]);

              n_codes[set]++;
              n_found[set] += found;
              if (!found)
                g_test_message ("%s is missed in %s", codes[j], columns[2]);
            }
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_test_message ("%s: %u of %u codes found, %u of %u lines without a code taken for one",
                      sets[i], n_found[i], n_codes[i], n_false[i], n_plain[i]);
      g_assert_cmpfloat (n_found[i], >=, MIN_FOUND * n_codes[i]);
      g_assert_cmpfloat (n_false[i], <=, MAX_FALSE * n_plain[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/scanner/log", Fixture, NULL, set_up, test_log, tear_down);
  g_test_add ("/scanner/log-rules", Fixture, NULL, set_up, test_log_rules, tear_down);
  g_test_add ("/scanner/query", Fixture, NULL, set_up, test_query, tear_down);
  g_test_add ("/scanner/sentences", Fixture, NULL, set_up, test_sentences, tear_down);
  g_test_add ("/scanner/descriptions", Fixture, NULL, set_up, test_descriptions, tear_down);
  g_test_add ("/scanner/lines", Fixture, NULL, set_up, test_lines, tear_down);

  return g_test_run ();
}
