// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-explanation.h"

#include "winerror-gettext.h"

#define SEVERITY_SHIFT  30
#define CUSTOMER_BIT    0x20000000u
#define FACILITY_NT_BIT 0x10000000u
#define HRESULT_MASK    0x1FFFu /* HRESULT_FACILITY() of winerror.h */
#define NTSTATUS_MASK   0x0FFFu

/* A decimal number of more digits is a 32-bit value that was written in decimal. */
#define MAX_MEANT_AS_WIN32 999999

#define DOCUMENTATION "https://learn.microsoft.com/en-us/"

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
  { 48, "PLA" },
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
  { 59, "USERMODE_HNS" },
  { 60, "SDIAG" },
  { 61, "WEBSERVICES" },
  { 62, "WPN" },
  { 63, "WINDOWS_STORE" },
  { 64, "INPUT" },
  { 66, "EAP" },
  { 80, "WINDOWS_DEFENDER" },
  { 81, "OPC" },
  { 82, "XPS" },
  { 83, "RAS" },
  { 84, "MBN" },
  { 85, "EAS" },
  { 98, "P2P_INT" },
  { 99, "P2P" },
  { 100, "DAF" },
  { 101, "BLUETOOTH_ATT" },
  { 102, "AUDIO" },
  { 103, "STATEREPOSITORY" },
  { 109, "VISUALCPP" },
  { 112, "SCRIPT" },
  { 113, "PARSE" },
  { 120, "BLB" },
  { 121, "BLB_CLI" },
  { 122, "WSBAPP" },
  { 128, "BLBUI" },
  { 129, "USN" },
  { 130, "USERMODE_VOLSNAP" },
  { 131, "TIERING" },
  { 133, "WSB_ONLINE" },
  { 134, "ONLINE_ID" },
  { 135, "DEVICE_UPDATE_AGENT" },
  { 136, "DRVSERVICING" },
  { 153, "DLS" },
  { 160, "SOS" },
  { 176, "DEBUGGERS" },
  { 208, "DELIVERY_OPTIMIZATION" },
  { 231, "USERMODE_SPACES" },
  { 232, "USER_MODE_SECURITY_CORE" },
  { 234, "USERMODE_LICENSING" },
  { 256, "SPP" },
  { 257, "DEPLOYMENT_SERVICES_SERVER" },
  { 258, "DEPLOYMENT_SERVICES_IMAGING" },
  { 259, "DEPLOYMENT_SERVICES_MANAGEMENT" },
  { 260, "DEPLOYMENT_SERVICES_UTIL" },
  { 261, "DEPLOYMENT_SERVICES_BINLSVC" },
  { 263, "DEPLOYMENT_SERVICES_PXE" },
  { 264, "DEPLOYMENT_SERVICES_TFTP" },
  { 272, "DEPLOYMENT_SERVICES_TRANSPORT_MANAGEMENT" },
  { 278, "DEPLOYMENT_SERVICES_DRIVER_PROVISIONING" },
  { 289, "DEPLOYMENT_SERVICES_MULTICAST_SERVER" },
  { 290, "DEPLOYMENT_SERVICES_MULTICAST_CLIENT" },
  { 293, "DEPLOYMENT_SERVICES_CONTENT_PROVIDER" },
  { 305, "LINGUISTIC_SERVICES" },
  { 885, "WEB" },
  { 886, "WEB_SOCKET" },
  { 1094, "AUDIOSTREAMING" },
  { 1536, "ACCELERATOR" },
  { 1793, "MOBILE" },
  { 1967, "SQLITE" },
  { 1989, "UTC" },
  { 1996, "WMAAECMA" },
  { 2049, "WEP" },
  { 2050, "SYNCENGINE" },
  { 2168, "DIRECTMUSIC" },
  { 2169, "DIRECT3D10" },
  { 2170, "DXGI" },
  { 2171, "DXGI_DDI" },
  { 2172, "DIRECT3D11" },
  { 2173, "DIRECT3D11_DEBUG" },
  { 2174, "DIRECT3D12" },
  { 2175, "DIRECT3D12_DEBUG" },
  { 2184, "LEAP" },
  { 2185, "AUDCLNT" },
  { 2192, "WINML" },
  { 2200, "WINCODEC_DWRITE_DWM" },
  { 2201, "DIRECT2D" },
  { 2304, "DEFRAG" },
  { 2305, "USERMODE_SDBUS" },
  { 2306, "JSCRIPT" },
  { 2339, "XBOX" },
  { 2340, "GAME" },
  { 2561, "PIDGENX" },
  { 2748, "PIX" },
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

/* Whose codes these are, where the name of the facility does not say it, or there is none. */
static const struct
{
  guint32 upper; /* bits 16-31 */
  const char *origin;
  guint32 first; /* from which code on */
} origins[] = {
  { 0x8009, N_ ("Codes of this facility come from the security functions of Windows: sign-in, "
                "Kerberos, certificates.") },
  { 0x8013, N_ ("Codes of this facility come from .NET.") },
  { 0x8018, N_ ("Codes of this facility come from device management (MDM enrollment).") },
  { 0x801C, N_ ("Codes of this facility come from joining a device to a directory.") },
  { 0x8020, N_ ("Codes of this facility come from the Background Intelligent Transfer Service "
                "(BITS).") },
  { 0x8024, N_ ("Codes of this facility come from Windows Update.") },
  { 0x87D0, N_ ("Codes of this kind come from Configuration Manager and Intune.") },
  { 0x87D1, N_ ("Codes of this kind come from Configuration Manager and Intune.") },
  { 0x8A15, N_ ("Codes of this kind come from the Windows Package Manager (winget).") },
  { 0xC004, N_ ("Codes of this kind come from the activation of Windows and Office."), 0xB000 },
  { 0xC06D, N_ ("Codes of this kind come from the Visual C++ run-time library.") },
  { 0xC190, N_ ("Codes of this kind come from the setup of Windows.") },
  { 0xCAA2, N_ ("Codes of this kind come from signing in to Microsoft Entra ID.") },
};

static const char *
facility_name (guint32 number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facilities); i++)
    if (facilities[i].number == number)
      return facilities[i].name;
  return NULL;
}

/**
 * winerror_explanation_get_parts:
 * @family: %WINERROR_FAMILY_HRESULT or %WINERROR_FAMILY_NTSTATUS
 * @value: a value of it
 * @parts: (out): what it is made of
 *
 * Takes a value apart as winerror.h and ntstatus.h say. An HRESULT has no informational and no
 * warning severity.
 */
void
winerror_explanation_get_parts (WinerrorFamily family,
                                guint32 value,
                                WinerrorExplanationParts *parts)
{
  gboolean ntstatus = family == WINERROR_FAMILY_NTSTATUS;

  g_return_if_fail (parts != NULL);

  *parts = (WinerrorExplanationParts){
    .customer = (value & CUSTOMER_BIT) != 0,
    .wraps_ntstatus = (value & FACILITY_NT_BIT) != 0,
    .facility = (value >> 16) & (ntstatus ? NTSTATUS_MASK : HRESULT_MASK),
    .code = value & G_MAXUINT16,
  };
  if (ntstatus)
    parts->severity = (WinerrorSeverity) (value >> SEVERITY_SHIFT);
  else
    parts->severity = value >> 31 != 0 ? WINERROR_SEVERITY_ERROR : WINERROR_SEVERITY_SUCCESS;
  if (!ntstatus && !parts->customer)
    parts->facility_name = facility_name (parts->facility);
}

/**
 * winerror_severity_get_title:
 * @severity: a severity
 *
 * Returns: (transfer none): what it is called, in the user's language
 */
const char *
winerror_severity_get_title (WinerrorSeverity severity)
{
  switch (severity)
    {
    case WINERROR_SEVERITY_SUCCESS:
      return C_ ("severity", "success");
    case WINERROR_SEVERITY_INFORMATIONAL:
      return C_ ("severity", "informational");
    case WINERROR_SEVERITY_WARNING:
      return C_ ("severity", "warning");
    case WINERROR_SEVERITY_ERROR:
    default:
      return C_ ("severity", "error");
    }
}

G_GNUC_PRINTF (2, 3)
static void
append_line (GString *out, const char *format, ...)
{
  va_list arguments;

  if (out->len > 0)
    g_string_append_c (out, '\n');
  va_start (arguments, format);
  g_string_append_vprintf (out, format, arguments);
  va_end (arguments);
}

static gboolean
find_page (guint32 win32, gsize *page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (win32 >= pages[i].first && win32 <= pages[i].last)
      {
        *page = i;
        return TRUE;
      }
  return FALSE;
}

/* Which page of the documentation would have a Win32 code. */
static void
append_page (GString *out, guint32 win32)
{
  g_autofree char *hex = winerror_family_format_hex (WINERROR_FAMILY_WIN32, win32);
  gsize page;

  if (find_page (win32, &page))
    /* Translators: 1504 (0x5E0) … 1300-1699 */
    append_line (out,
                 _ ("Win32 code %u (%s) lies in the range of the system error codes %u-%u, but "
                    "none of that number is published."),
                 win32, hex, pages[page].first, pages[page].last);
  else
    append_line (out, _ ("Win32 code %u (%s) is in no range of the system error codes."), win32,
                 hex);
}

static void
append_layout (GString *out, WinerrorFamily family, guint32 value)
{
  WinerrorExplanationParts parts;
  const char *severity;
  g_autofree char *facility = NULL;

  winerror_explanation_get_parts (family, value, &parts);
  if (value == G_MAXUINT32)
    {
      append_line (out, "%s",
                   _ ("0xFFFFFFFF is −1, which programs return for an error that has no number."));
      return;
    }
  if (parts.customer)
    {
      append_line (out,
                   _ ("0x%08X is a code of a program’s own: its customer bit is set, so that it "
                      "belongs to no facility of Microsoft."),
                   value);
      return;
    }

  severity = winerror_severity_get_title (parts.severity);
  facility = parts.facility_name != NULL
                 ? g_strdup_printf ("%u (FACILITY_%s)", parts.facility, parts.facility_name)
                 : g_strdup_printf ("%u", parts.facility);
  if (family == WINERROR_FAMILY_NTSTATUS)
    /* Translators: 0xC0000005 … error … 0 … 5 */
    append_line (out, _ ("0x%08X is an NTSTATUS value: severity %s, facility %s, code %u."), value,
                 severity, facility, parts.code);
  else
    /* Translators: 0x80070005 … error … 7 (FACILITY_WIN32) … 5 */
    append_line (out, _ ("0x%08X is an HRESULT: severity %s, facility %s, code %u."), value,
                 severity, facility, parts.code);
}

static void
append_origin (GString *out, guint32 value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (origins); i++)
    if (origins[i].upper == value >> 16 && (value & G_MAXUINT16) >= origins[i].first)
      append_line (out, "%s", _ (origins[i].origin));
}

/**
 * winerror_code_explain:
 * @code: a reading of a number
 *
 * Says what can be known about a number that no table holds: severity, facility and code of an
 * HRESULT or NTSTATUS (winerror.h, ntstatus.h), what is wrapped in it, whose codes look so, and the
 * range that a system error code lies in.
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
    case WINERROR_CODE_HRESULT:
      append_layout (out, WINERROR_FAMILY_HRESULT, code->value);
      break;
    case WINERROR_CODE_NTSTATUS_WIN32:
      append_layout (out, WINERROR_FAMILY_NTSTATUS, code->value);
      break;
    case WINERROR_CODE_HRESULT_NT:
      append_line (out, _ ("0x%08X is an HRESULT that wraps the NTSTATUS value 0x%08X."),
                   code->value, code->code);
      break;
    case WINERROR_CODE_DECIMAL:
    case WINERROR_CODE_HEX:
    case WINERROR_CODE_DIRECT:
    default:
      break;
    }

  switch (code->family)
    {
    case WINERROR_FAMILY_WIN32:
      append_page (out, code->code);
      break;
    case WINERROR_FAMILY_HRESULT:
    case WINERROR_FAMILY_NTSTATUS:
      append_layout (out, code->family, code->code);
      append_origin (out, code->code);
      if (code->form == WINERROR_CODE_DIRECT && code->value <= MAX_MEANT_AS_WIN32 && code->decimal)
        append_line (out, "%s", _ ("System error codes of Windows end at 65535."));
      break;
    case WINERROR_FAMILY_INSTALLER:
    case WINERROR_FAMILY_STOP:
    case WINERROR_FAMILY_DEVICE:
    case WINERROR_FAMILY_RAS:
    case WINERROR_FAMILY_RDP:
    case WINERROR_N_FAMILIES:
    default:
      {
        g_autofree char *number = winerror_family_format (code->family, code->code);

        /* Translators: Device Manager code … 99 */
        append_line (out, _ ("%s %s is not published."), winerror_family_get_title (code->family),
                     number);
        break;
      }
    }
  return g_string_free (out, FALSE);
}

/**
 * winerror_code_dup_uri:
 * @code: a reading of a number
 *
 * Returns: (transfer full) (nullable): the address of the page of Microsoft's documentation that
 *   lists codes of this kind; %NULL where there is none
 */
char *
winerror_code_dup_uri (const WinerrorCode *code)
{
  gsize page;

  g_return_val_if_fail (code != NULL, NULL);

  switch (code->family)
    {
    case WINERROR_FAMILY_WIN32:
      if (!find_page (code->code, &page))
        return g_strdup (DOCUMENTATION "windows/win32/debug/system-error-codes");
      return g_strdup_printf (DOCUMENTATION "windows/win32/debug/system-error-codes--%u-%u-",
                              pages[page].first, pages[page].last);
    case WINERROR_FAMILY_HRESULT:
      if ((code->code & CUSTOMER_BIT) != 0)
        return NULL;
      if (code->code >> 16 == 0x8024)
        return g_strdup (DOCUMENTATION "windows/deployment/update/windows-update-error-reference");
      return g_strdup (DOCUMENTATION "openspecs/windows_protocols/ms-erref/"
                                     "705fb797-2175-4a90-b5a3-3918024b10b8");
    case WINERROR_FAMILY_NTSTATUS:
      if ((code->code & CUSTOMER_BIT) != 0)
        return NULL;
      return g_strdup (DOCUMENTATION "openspecs/windows_protocols/ms-erref/"
                                     "596a1078-e883-4972-9bbc-49e60bebca55");
    case WINERROR_FAMILY_INSTALLER:
      return g_strdup (DOCUMENTATION "windows/win32/msi/windows-installer-error-messages");
    case WINERROR_FAMILY_STOP:
      return g_strdup (DOCUMENTATION "windows-hardware/drivers/debugger/"
                                     "bug-check-code-reference2");
    case WINERROR_FAMILY_DEVICE:
      return g_strdup (DOCUMENTATION "windows-hardware/drivers/install/"
                                     "device-manager-error-messages");
    case WINERROR_FAMILY_RAS:
      return g_strdup (DOCUMENTATION "windows/win32/rras/routing-and-remote-access-error-codes");
    case WINERROR_FAMILY_RDP:
      return g_strdup (DOCUMENTATION "windows/win32/termserv/imstscaxevents-ondisconnected");
    case WINERROR_N_FAMILIES:
    default:
      return NULL;
    }
}
