// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-constants.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  guint32 value;
} Constant;

/* What the values of codes are made of, in order of name: facilities, severities and bases of
 * winerror.h, ntstatus.h, lmerr.h, wininet.h, winhttp.h, raserror.h and winbase.h. */
static const Constant constants[] = {
  { "APPLICATION_ERROR_MASK", 0x20000000 },
  { "ERROR_SEVERITY_ERROR", 0xC0000000 },
  { "ERROR_SEVERITY_INFORMATIONAL", 0x40000000 },
  { "ERROR_SEVERITY_SUCCESS", 0 },
  { "ERROR_SEVERITY_WARNING", 0x80000000 },
  { "FACILITY_AAF", 18 },
  { "FACILITY_ACS", 20 },
  { "FACILITY_AUDCLNT", 2185 },
  { "FACILITY_BACKGROUNDCOPY", 32 },
  { "FACILITY_CERT", 11 },
  { "FACILITY_COMPLUS", 17 },
  { "FACILITY_CONFIGURATION", 33 },
  { "FACILITY_CONTROL", 10 },
  { "FACILITY_DIRECTORYSERVICE", 37 },
  { "FACILITY_DISPATCH", 2 },
  { "FACILITY_DPLAY", 21 },
  { "FACILITY_HTTP", 25 },
  { "FACILITY_INTERNET", 12 },
  { "FACILITY_ITF", 4 },
  { "FACILITY_MEDIASERVER", 13 },
  { "FACILITY_METADIRECTORY", 35 },
  { "FACILITY_MSMQ", 14 },
  { "FACILITY_NT_BIT", 0x10000000 },
  { "FACILITY_NULL", 0 },
  { "FACILITY_OPC", 81 },
  { "FACILITY_RPC", 1 },
  { "FACILITY_SCARD", 16 },
  { "FACILITY_SECURITY", 9 },
  { "FACILITY_SETUPAPI", 15 },
  { "FACILITY_SSPI", 9 },
  { "FACILITY_STATE_MANAGEMENT", 34 },
  { "FACILITY_STORAGE", 3 },
  { "FACILITY_SXS", 23 },
  { "FACILITY_UMI", 22 },
  { "FACILITY_URT", 19 },
  { "FACILITY_WIN32", 7 },
  { "FACILITY_WINDOWS", 8 },
  { "FACILITY_WINDOWSUPDATE", 36 },
  { "FACILITY_WINDOWS_CE", 24 },
  { "FACILITY_XPS", 82 },
  { "INTERNET_ERROR_BASE", 12000 },
  { "NERR_BASE", 2100 },
  { "RASBASE", 600 },
  { "SEVERITY_ERROR", 1 },
  { "SEVERITY_SUCCESS", 0 },
  { "WINHTTP_ERROR_BASE", 12000 },
  { "WSABASEERR", 10000 },
};

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (a, ((const Constant *) b)->name);
}

/**
 * winerror_import_constant_from_name:
 * @name: a name of the headers of Windows
 * @value: (out): its value
 *
 * Finds what a header uses that it does not define itself.
 *
 * Returns: whether it is known
 */
gboolean
winerror_import_constant_from_name (const char *name, guint32 *value)
{
  const Constant *found = bsearch (name, constants, G_N_ELEMENTS (constants), sizeof *constants,
                                   compare);

  if (found == NULL)
    return FALSE;
  *value = found->value;
  return TRUE;
}
