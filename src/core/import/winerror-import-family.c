// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-family.h"

#include "winerror-text.h"

#include <string.h>

/* Words of a title, a heading or the name of a file, and the family that they speak for. The first
 * that is found counts. */
static const struct
{
  const char *words;
  WinerrorFamily family;
} words[] = {
  { "bug check", WINERROR_FAMILY_STOP },
  { "bugcheck", WINERROR_FAMILY_STOP },
  { "bugcodes", WINERROR_FAMILY_STOP },
  { "stop code", WINERROR_FAMILY_STOP },
  { "stop error", WINERROR_FAMILY_STOP },
  { "blue screen", WINERROR_FAMILY_STOP },
  { "ntstatus", WINERROR_FAMILY_NTSTATUS },
  { "device manager", WINERROR_FAMILY_DEVICE },
  { "installer error messages", WINERROR_FAMILY_INSTALLER },
  { "installer messages", WINERROR_FAMILY_INSTALLER },
  { "raserror", WINERROR_FAMILY_RAS },
  { "ras error", WINERROR_FAMILY_RAS },
  { "remote access error", WINERROR_FAMILY_RAS },
  { "routing and remote access", WINERROR_FAMILY_RAS },
  { "dial-up", WINERROR_FAMILY_RAS },
  { "dialup", WINERROR_FAMILY_RAS },
  { "vpn", WINERROR_FAMILY_RAS },
  { "remote desktop", WINERROR_FAMILY_RDP },
  { "hresult", WINERROR_FAMILY_HRESULT },
  { "com error code", WINERROR_FAMILY_HRESULT },
  { "system error code", WINERROR_FAMILY_WIN32 },
  { "win32 error", WINERROR_FAMILY_WIN32 },
};

/* winerror.h: HRESULT_FROM_WIN32(), HRESULT_FROM_NT(); ntdef.h: NTSTATUS_FROM_WIN32() */
#define UPPER           0xFFFF0000u
#define HRESULT_WIN32   0x80070000u
#define NTSTATUS_WIN32  0xC0070000u
#define FACILITY_NT_BIT 0x10000000u
#define CUSTOMER_BIT    0x20000000u

/**
 * winerror_import_family_from_words:
 * @text: UTF-8 text: a title, a heading, the name of a file
 *
 * Returns: the family of codes that it speaks of, or %WINERROR_N_FAMILIES
 */
WinerrorFamily
winerror_import_family_from_words (const char *text)
{
  g_autofree char *folded = winerror_text_fold (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i].words) != NULL)
      return words[i].family;
  return WINERROR_N_FAMILIES;
}

/* The family that a symbol belongs to: its writing is a convention of the headers. */
static WinerrorFamily
family_of_symbol (const char *symbol)
{
  if (symbol == NULL)
    return WINERROR_N_FAMILIES;
  if (g_str_has_prefix (symbol, "CM_PROB_"))
    return WINERROR_FAMILY_DEVICE;
  if (g_str_has_prefix (symbol, "STATUS_") || g_str_has_prefix (symbol, "RPC_NT_") ||
      g_str_has_prefix (symbol, "DBG_"))
    return WINERROR_FAMILY_NTSTATUS;
  if (g_str_has_prefix (symbol, "E_") || g_str_has_prefix (symbol, "S_") ||
      strstr (symbol, "_E_") != NULL || strstr (symbol, "_S_") != NULL)
    return WINERROR_FAMILY_HRESULT;
  if (g_str_has_prefix (symbol, "ERROR_") || g_str_has_prefix (symbol, "WSA") ||
      g_str_has_prefix (symbol, "NERR_") || g_str_has_prefix (symbol, "DNS_ERROR_"))
    return WINERROR_FAMILY_WIN32;
  return WINERROR_N_FAMILIES;
}

/* Whether a value is likely in a family that something speaks for. */
static gboolean
is_likely (WinerrorFamily family, const WinerrorImportCode *code)
{
  guint32 value = code->value;

  switch (family)
    {
    case WINERROR_FAMILY_WIN32:
      return value <= G_MAXUINT16;
    case WINERROR_FAMILY_HRESULT:
      return code->wide;
    case WINERROR_FAMILY_NTSTATUS:
      return code->wide || value <= 0xFFF;
    case WINERROR_FAMILY_INSTALLER:
      return value >= 1101 && value <= 3999;
    case WINERROR_FAMILY_STOP:
      return TRUE;
    case WINERROR_FAMILY_DEVICE:
      return value >= 1 && value <= 99;
    case WINERROR_FAMILY_RAS:
      return value >= 600 && value <= 999;
    case WINERROR_FAMILY_RDP:
      return value <= 0x03FFFFFF;
    case WINERROR_N_FAMILIES:
    default:
      return FALSE;
    }
}

/* The family by the value alone. */
static WinerrorFamily
family_of_value (guint32 value)
{
  if (value <= G_MAXUINT16)
    return WINERROR_FAMILY_WIN32;
  return (value & 0x40000000u) != 0 ? WINERROR_FAMILY_NTSTATUS : WINERROR_FAMILY_HRESULT;
}

/**
 * winerror_import_family_choose:
 * @entry: an entry with a symbol or none; gets its code and its family
 * @code: its number as the file has it
 * @stated: the family that the file states for it, or %WINERROR_N_FAMILIES
 * @hint: the family that the words around it speak for, or %WINERROR_N_FAMILIES
 *
 * Chooses the family of an entry: what the file states; else that of its symbol; else that of the
 * words around it, where the value is likely there; else by the value. HRESULT_FROM_WIN32(),
 * NTSTATUS_FROM_WIN32() and HRESULT_FROM_NT() values are the entry that is wrapped in them, except
 * as a stop code.
 */
void
winerror_import_family_choose (WinerrorImportEntry *entry,
                               const WinerrorImportCode *code,
                               WinerrorFamily stated,
                               WinerrorFamily hint)
{
  WinerrorFamily of_symbol = family_of_symbol (entry->symbol);
  guint32 value = code->value;

  if (stated != WINERROR_N_FAMILIES && value <= winerror_family_get_last (stated))
    entry->family = stated;
  /* on a blue screen stands 0xC000021A STATUS_… too */
  else if (hint == WINERROR_FAMILY_STOP && of_symbol != WINERROR_FAMILY_WIN32)
    entry->family = hint;
  /* raserror.h calls its codes ERROR_ too */
  else if (is_likely (of_symbol, code) && !(of_symbol == WINERROR_FAMILY_WIN32 &&
                                            hint == WINERROR_FAMILY_RAS && is_likely (hint, code)))
    entry->family = of_symbol;
  else if (is_likely (hint, code))
    entry->family = hint;
  else
    entry->family = family_of_value (value);

  entry->code = value;
  entry->wrapped = FALSE;
  if (entry->family == WINERROR_FAMILY_STOP || entry->family == WINERROR_FAMILY_RDP)
    return;
  if ((value & UPPER) == HRESULT_WIN32 || (value & UPPER) == NTSTATUS_WIN32)
    {
      entry->family = WINERROR_FAMILY_WIN32;
      entry->code = value & ~UPPER;
      entry->wrapped = TRUE;
    }
  else if ((value & FACILITY_NT_BIT) != 0 && (value & CUSTOMER_BIT) == 0 && value >> 30 == 3)
    {
      entry->family = WINERROR_FAMILY_NTSTATUS;
      entry->code = value & ~FACILITY_NT_BIT;
      entry->wrapped = TRUE;
    }
}
