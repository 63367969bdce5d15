// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-family.h"

#include "winerror-gettext.h"

#include <string.h>

/* How the values of a family are written first. */
typedef enum
{
  WRITING_DECIMAL, /* 1326 */
  WRITING_HEX,     /* 0x204 */
  WRITING_WIDE,    /* 0x80240024 */
} Writing;

static const struct
{
  const char *name;
  const char *title;
  Writing writing;
  gboolean small; /* its numbers are common, and its name belongs to them */
  guint32 last;
} families[WINERROR_N_FAMILIES] = {
  /* Translators: what a number is, before the number: “Device Manager code 10” */
  [WINERROR_FAMILY_WIN32] = { "win32", NC_ ("family", "System error"), WRITING_DECIMAL, FALSE,
                              G_MAXUINT16 },
  [WINERROR_FAMILY_HRESULT] = { "hresult", NC_ ("family", "HRESULT"), WRITING_WIDE, FALSE,
                                G_MAXUINT32 },
  [WINERROR_FAMILY_NTSTATUS] = { "ntstatus", NC_ ("family", "NTSTATUS"), WRITING_WIDE, FALSE,
                                 G_MAXUINT32 },
  [WINERROR_FAMILY_INSTALLER] = { "installer", NC_ ("family", "Windows Installer message"),
                                  WRITING_DECIMAL, TRUE, G_MAXUINT16 },
  [WINERROR_FAMILY_STOP] = { "stop", NC_ ("family", "Stop code"), WRITING_WIDE, TRUE, G_MAXUINT32 },
  [WINERROR_FAMILY_DEVICE] = { "device", NC_ ("family", "Device Manager code"), WRITING_DECIMAL,
                               TRUE, G_MAXUINT16 },
  [WINERROR_FAMILY_RAS] = { "ras", NC_ ("family", "VPN and dial-up error"), WRITING_DECIMAL, TRUE,
                            G_MAXUINT16 },
  [WINERROR_FAMILY_RDP] = { "rdp", NC_ ("family", "Remote Desktop code"), WRITING_HEX, TRUE,
                            G_MAXUINT32 },
};

/**
 * winerror_family_get_name:
 * @family: a family
 *
 * Returns: (transfer none): its name in tables, JSON and keys: win32, hresult, …
 */
const char *
winerror_family_get_name (WinerrorFamily family)
{
  g_return_val_if_fail (family < WINERROR_N_FAMILIES, NULL);

  return families[family].name;
}

/**
 * winerror_family_get_title:
 * @family: a family
 *
 * Returns: (transfer none): what a number of it is called, in the user's language: System error
 */
const char *
winerror_family_get_title (WinerrorFamily family)
{
  g_return_val_if_fail (family < WINERROR_N_FAMILIES, NULL);

  return winerror_pgettext ("family", families[family].title);
}

/**
 * winerror_family_get_source_title:
 * @family: a family
 *
 * Returns: (transfer none): what a number of it is called, in English
 */
const char *
winerror_family_get_source_title (WinerrorFamily family)
{
  g_return_val_if_fail (family < WINERROR_N_FAMILIES, NULL);

  return families[family].title;
}

/**
 * winerror_family_from_name:
 * @name: a name as winerror_family_get_name() gives it, in any letter case
 * @length: its length in bytes
 * @family: (out): the family
 *
 * Returns: whether there is such a family
 */
gboolean
winerror_family_from_name (const char *name, gsize length, WinerrorFamily *family)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (family != NULL, FALSE);

  for (guint i = 0; i < WINERROR_N_FAMILIES; i++)
    if (strlen (families[i].name) == length &&
        g_ascii_strncasecmp (families[i].name, name, length) == 0)
      {
        *family = (WinerrorFamily) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * winerror_family_is_wide:
 * @family: a family
 *
 * Returns: whether its values are written as 0x and eight digits
 */
gboolean
winerror_family_is_wide (WinerrorFamily family)
{
  g_return_val_if_fail (family < WINERROR_N_FAMILIES, FALSE);

  return families[family].writing == WRITING_WIDE;
}

/**
 * winerror_family_is_small:
 * @family: a family
 *
 * Returns: whether its numbers are so common that its title is written before them
 */
gboolean
winerror_family_is_small (WinerrorFamily family)
{
  g_return_val_if_fail (family < WINERROR_N_FAMILIES, FALSE);

  return families[family].small;
}

/**
 * winerror_family_get_last:
 * @family: a family
 *
 * Returns: the highest value that it can have
 */
guint32
winerror_family_get_last (WinerrorFamily family)
{
  g_return_val_if_fail (family < WINERROR_N_FAMILIES, 0);

  return families[family].last;
}

/**
 * winerror_family_format:
 * @family: a family
 * @value: one of its values
 *
 * Returns: (transfer full): the value as it is written first: 1326, 0x80240024
 */
char *
winerror_family_format (WinerrorFamily family, guint32 value)
{
  g_return_val_if_fail (family < WINERROR_N_FAMILIES, NULL);

  return families[family].writing == WRITING_DECIMAL ? g_strdup_printf ("%u", value)
                                                     : winerror_family_format_hex (family, value);
}

/**
 * winerror_family_format_hex:
 * @family: a family
 * @value: one of its values
 *
 * Returns: (transfer full): the value in hexadecimal: 0x52E, 0x80240024
 */
char *
winerror_family_format_hex (WinerrorFamily family, guint32 value)
{
  g_return_val_if_fail (family < WINERROR_N_FAMILIES, NULL);

  return g_strdup_printf (families[family].writing == WRITING_WIDE ? "0x%08X" : "0x%X", value);
}
