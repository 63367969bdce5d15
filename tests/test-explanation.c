// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What can be said of a number that no table holds, and where it would be documented. */

#include "winerror-explanation.h"

#include <locale.h>
#include <string.h>

static void
test_parts (void)
{
  const struct
  {
    WinerrorFamily family;
    guint32 value;
    WinerrorExplanationParts parts;
  } cases[] = {
    { WINERROR_FAMILY_HRESULT,
      0x80070005,
      { WINERROR_SEVERITY_ERROR, FALSE, FALSE, 7, "WIN32", 5 } },
    { WINERROR_FAMILY_HRESULT,
      0x00041303,
      { WINERROR_SEVERITY_SUCCESS, FALSE, FALSE, 4, "ITF", 0x1303 } },
    /* an HRESULT has no severity but success and error */
    { WINERROR_FAMILY_HRESULT,
      0x40010004,
      { WINERROR_SEVERITY_SUCCESS, FALSE, FALSE, 1, "RPC", 4 } },
    { WINERROR_FAMILY_HRESULT,
      0xC06D007E,
      { WINERROR_SEVERITY_ERROR, FALSE, FALSE, 109, "VISUALCPP", 0x7E } },
    { WINERROR_FAMILY_HRESULT,
      0x80AB1234,
      { WINERROR_SEVERITY_ERROR, FALSE, FALSE, 0xAB, NULL, 0x1234 } },
    { WINERROR_FAMILY_HRESULT,
      0x8A150001,
      { WINERROR_SEVERITY_ERROR, FALSE, FALSE, 0xA15, NULL, 1 } },
    { WINERROR_FAMILY_HRESULT,
      0x87D10001,
      { WINERROR_SEVERITY_ERROR, FALSE, FALSE, 0x7D1, NULL, 1 } },
    { WINERROR_FAMILY_HRESULT, 0xA0070005, { WINERROR_SEVERITY_ERROR, TRUE, FALSE, 7, NULL, 5 } },
    { WINERROR_FAMILY_HRESULT,
      0xD0000034,
      { WINERROR_SEVERITY_ERROR, FALSE, TRUE, 0x1000, NULL, 0x34 } },
    { WINERROR_FAMILY_NTSTATUS, 0, { WINERROR_SEVERITY_SUCCESS, FALSE, FALSE, 0, NULL, 0 } },
    { WINERROR_FAMILY_NTSTATUS,
      0x40010004,
      { WINERROR_SEVERITY_INFORMATIONAL, FALSE, FALSE, 1, NULL, 4 } },
    { WINERROR_FAMILY_NTSTATUS,
      0x80000003,
      { WINERROR_SEVERITY_WARNING, FALSE, FALSE, 0, NULL, 3 } },
    { WINERROR_FAMILY_NTSTATUS,
      0xC01E0009,
      { WINERROR_SEVERITY_ERROR, FALSE, FALSE, 0x1E, NULL, 9 } },
    { WINERROR_FAMILY_NTSTATUS,
      0xE0434352,
      { WINERROR_SEVERITY_ERROR, TRUE, FALSE, 0x43, NULL, 0x4352 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const WinerrorExplanationParts *expected = &cases[i].parts;
      WinerrorExplanationParts parts;

      g_test_message ("0x%08X", cases[i].value);
      winerror_explanation_get_parts (cases[i].family, cases[i].value, &parts);
      g_assert_cmpint ((int) parts.severity, ==, (int) expected->severity);
      g_assert_cmpint (parts.customer, ==, expected->customer);
      g_assert_cmpint (parts.wraps_ntstatus, ==, expected->wraps_ntstatus);
      g_assert_cmphex (parts.facility, ==, expected->facility);
      g_assert_cmpstr (parts.facility_name, ==, expected->facility_name);
      g_assert_cmphex (parts.code, ==, expected->code);
    }
}

static void
test_severities (void)
{
  g_assert_cmpstr (winerror_severity_get_title (WINERROR_SEVERITY_SUCCESS), ==, "success");
  g_assert_cmpstr (winerror_severity_get_title (WINERROR_SEVERITY_INFORMATIONAL), ==,
                   "informational");
  g_assert_cmpstr (winerror_severity_get_title (WINERROR_SEVERITY_WARNING), ==, "warning");
  g_assert_cmpstr (winerror_severity_get_title (WINERROR_SEVERITY_ERROR), ==, "error");
}

#define CUSTOMER                                                                                    \
  " is a code of a program’s own: its customer bit is set, so that it belongs to no facility of " \
  "Microsoft."
#define NOT_PUBLISHED(number, range)                                                               \
  "Win32 code " number " lies in the range of the system error codes " range                       \
  ", but none of that number is published."
#define LEARN    "https://learn.microsoft.com/en-us/"
#define ERREF    LEARN "openspecs/windows_protocols/ms-erref/"
#define HRESULTS ERREF "705fb797-2175-4a90-b5a3-3918024b10b8"
#define STATUSES ERREF "596a1078-e883-4972-9bbc-49e60bebca55"
#define SYSTEM   LEARN "windows/win32/debug/system-error-codes"

/* The first reading of a number: all sentences, and the page. */
static void
test_first_readings (void)
{
  const struct
  {
    const char *text;
    const char *expected;
    const char *uri;
  } cases[] = {
    { "0x80AB1234", "0x80AB1234 is an HRESULT: severity error, facility 171, code 4660.",
      HRESULTS },
    { "0xE0001234", "0xE0001234" CUSTOMER, NULL },
    { "0xE0434352", "0xE0434352" CUSTOMER, NULL },
    { "0xA0001234", "0xA0001234" CUSTOMER, NULL },
    { "0xD0001234",
      "0xD0001234 is an HRESULT that wraps the NTSTATUS value 0xC0001234.\n"
      "0xC0001234 is an NTSTATUS value: severity error, facility 0, code 4660.",
      STATUSES },
    { "-805301708",
      "0xD0001234 is an HRESULT that wraps the NTSTATUS value 0xC0001234.\n"
      "0xC0001234 is an NTSTATUS value: severity error, facility 0, code 4660.",
      STATUSES },
    { "0x40011234",
      "0x40011234 is an NTSTATUS value: severity informational, facility 1, code 4660.", STATUSES },
    { "0x8A15FFFF",
      "0x8A15FFFF is an HRESULT: severity error, facility 2581, code 65535.\n"
      "Codes of this kind come from the Windows Package Manager (winget).",
      HRESULTS },
    { "0x87D1FFFF",
      "0x87D1FFFF is an HRESULT: severity error, facility 2001, code 65535.\n"
      "Codes of this kind come from Configuration Manager and Intune.",
      HRESULTS },
    { "0x87D0FFFF",
      "0x87D0FFFF is an HRESULT: severity error, facility 2000, code 65535.\n"
      "Codes of this kind come from Configuration Manager and Intune.",
      HRESULTS },
    { "0xC06D1234",
      "0xC06D1234 is an NTSTATUS value: severity error, facility 109, code 4660.\n"
      "Codes of this kind come from the Visual C++ run-time library.",
      STATUSES },
    { "0x8009FFFF",
      "0x8009FFFF is an HRESULT: severity error, facility 9 (FACILITY_SECURITY), code 65535.\n"
      "Codes of this facility come from the security functions of Windows: sign-in, Kerberos, "
      "certificates.",
      HRESULTS },
    { "0x8013FFFF",
      "0x8013FFFF is an HRESULT: severity error, facility 19 (FACILITY_URT), code 65535.\n"
      "Codes of this facility come from .NET.",
      HRESULTS },
    { "0x8020FFFF",
      "0x8020FFFF is an HRESULT: severity error, facility 32 (FACILITY_BACKGROUNDCOPY), code "
      "65535.\n"
      "Codes of this facility come from the Background Intelligent Transfer Service (BITS).",
      HRESULTS },
    { "0x8024FFF0",
      "0x8024FFF0 is an HRESULT: severity error, facility 36 (FACILITY_WINDOWSUPDATE), code "
      "65520.\n"
      "Codes of this facility come from Windows Update.",
      LEARN "windows/deployment/update/windows-update-error-reference" },
    { "0x87FF0001", "0x87FF0001 is an HRESULT: severity error, facility 2047, code 1.", HRESULTS },
    { "0x00049999",
      "0x00049999 is an HRESULT: severity success, facility 4 (FACILITY_ITF), code 39321.",
      HRESULTS },
    { "0x80070BB8",
      "0x80070BB8 is an HRESULT: severity error, facility 7 (FACILITY_WIN32), code "
      "3000.\n" NOT_PUBLISHED ("3000 (0xBB8)", "1700-3999"),
      SYSTEM "--1700-3999-" },
    { "2147945400",
      "0x80070BB8 is an HRESULT: severity error, facility 7 (FACILITY_WIN32), code "
      "3000.\n" NOT_PUBLISHED ("3000 (0xBB8)", "1700-3999"),
      SYSTEM "--1700-3999-" },
    { "0xC0070BB8",
      "0xC0070BB8 is an NTSTATUS value: severity error, facility 7, code 3000.\n" NOT_PUBLISHED (
          "3000 (0xBB8)", "1700-3999"),
      SYSTEM "--1700-3999-" },

    /* a page is said to have the range, and not the number */
    { "1504", NOT_PUBLISHED ("1504 (0x5E0)", "1300-1699"), SYSTEM "--1300-1699-" },
    { "1655", NOT_PUBLISHED ("1655 (0x677)", "1300-1699"), SYSTEM "--1300-1699-" },
    { "499", NOT_PUBLISHED ("499 (0x1F3)", "0-499"), SYSTEM "--0-499-" },
    { "500", NOT_PUBLISHED ("500 (0x1F4)", "500-999"), SYSTEM "--500-999-" },
    { "1299", NOT_PUBLISHED ("1299 (0x513)", "1000-1299"), SYSTEM "--1000-1299-" },
    { "1300", NOT_PUBLISHED ("1300 (0x514)", "1300-1699"), SYSTEM "--1300-1699-" },
    { "1699", NOT_PUBLISHED ("1699 (0x6A3)", "1300-1699"), SYSTEM "--1300-1699-" },
    { "1700", NOT_PUBLISHED ("1700 (0x6A4)", "1700-3999"), SYSTEM "--1700-3999-" },
    { "15999", NOT_PUBLISHED ("15999 (0x3E7F)", "12000-15999"), SYSTEM "--12000-15999-" },
    { "16000", "Win32 code 16000 (0x3E80) is in no range of the system error codes.", SYSTEM },
    { "65534", "Win32 code 65534 (0xFFFE) is in no range of the system error codes.", SYSTEM },
    { "0xFFFF", "Win32 code 65535 (0xFFFF) is in no range of the system error codes.", SYSTEM },

    /* said only of a number that was meant as a system error code */
    { "99999",
      "0x0001869F is an HRESULT: severity success, facility 1 (FACILITY_RPC), code 34463.\n"
      "System error codes of Windows end at 65535.",
      HRESULTS },
    { "65536",
      "0x00010000 is an HRESULT: severity success, facility 1 (FACILITY_RPC), code 0.\n"
      "System error codes of Windows end at 65535.",
      HRESULTS },
    { "0x1869F",
      "0x0001869F is an HRESULT: severity success, facility 1 (FACILITY_RPC), code 34463.",
      HRESULTS },
    { "1869Fh",
      "0x0001869F is an HRESULT: severity success, facility 1 (FACILITY_RPC), code 34463.",
      HRESULTS },
    { "1234567",
      "0x0012D687 is an HRESULT: severity success, facility 18 (FACILITY_AAF), code 54919.",
      HRESULTS },
    { "2159743540", "0x80BB1234 is an HRESULT: severity error, facility 187, code 4660.",
      HRESULTS },

    /* the small families */
    { "ras:700", "VPN and dial-up error 700 is not published.",
      LEARN "windows/win32/rras/routing-and-remote-access-error-codes" },
    { "installer:1999", "Windows Installer message 1999 is not published.",
      LEARN "windows/win32/msi/windows-installer-error-messages" },
    { "device:99", "Device Manager code 99 is not published.",
      LEARN "windows-hardware/drivers/install/device-manager-error-messages" },
    { "stop:0xFFFF", "Stop code 0x0000FFFF is not published.",
      LEARN "windows-hardware/drivers/debugger/bug-check-code-reference2" },
    { "rdp:0xFFFF", "Remote Desktop code 0xFFFF is not published.",
      LEARN "windows/win32/termserv/imstscaxevents-ondisconnected" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      g_autofree char *text = NULL;
      g_autofree char *uri = NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (winerror_code_parse (cases[i].text, -1, readings), >=, 1);
      text = winerror_code_explain (&readings[0]);
      uri = winerror_code_dup_uri (&readings[0]);
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

/* Every value has one to three sentences, each with its full stop. */
static void
test_any_value (void)
{
  for (guint64 value = 0; value <= G_MAXUINT32; value += 0x0003FFFD)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      guint n = winerror_code_from_value ((guint32) value, readings);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = winerror_code_explain (&readings[i]);
          g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

          g_assert_cmpuint (g_strv_length (lines), >=, 1);
          g_assert_cmpuint (g_strv_length (lines), <=, 3);
          for (gsize j = 0; lines[j] != NULL; j++)
            g_assert_true (g_str_has_suffix (lines[j], "."));
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/explanation/parts", test_parts);
  g_test_add_func ("/explanation/severities", test_severities);
  g_test_add_func ("/explanation/first-readings", test_first_readings);
  g_test_add_func ("/explanation/any-value", test_any_value);

  return g_test_run ();
}
