// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorFamily:
 * @WINERROR_FAMILY_WIN32: system error codes with those of Winsock, WinINet, WinHTTP and network
 *   management, 0-65535 (winerror.h, lmerr.h, wininet.h, winhttp.h)
 * @WINERROR_FAMILY_HRESULT: HRESULTs that do not wrap a Win32 code or an NTSTATUS (winerror.h,
 *   wuerror.h and others)
 * @WINERROR_FAMILY_NTSTATUS: NTSTATUS values (ntstatus.h)
 * @WINERROR_FAMILY_INSTALLER: messages of Windows Installer, 1101-3002
 * @WINERROR_FAMILY_STOP: stop codes of a blue screen (bugcodes.h)
 * @WINERROR_FAMILY_DEVICE: problem codes of Device Manager (cfg.h)
 * @WINERROR_FAMILY_RAS: dial-up and VPN, 600-900 (raserror.h)
 * @WINERROR_FAMILY_RDP: why Remote Desktop ended a connection
 * @WINERROR_N_FAMILIES: how many there are
 *
 * The number space that a code belongs to. A value and a family make an entry.
 */
typedef enum
{
  WINERROR_FAMILY_WIN32,
  WINERROR_FAMILY_HRESULT,
  WINERROR_FAMILY_NTSTATUS,
  WINERROR_FAMILY_INSTALLER,
  WINERROR_FAMILY_STOP,
  WINERROR_FAMILY_DEVICE,
  WINERROR_FAMILY_RAS,
  WINERROR_FAMILY_RDP,
  WINERROR_N_FAMILIES,
} WinerrorFamily;

const char *winerror_family_get_name (WinerrorFamily family);
const char *winerror_family_get_title (WinerrorFamily family);
const char *winerror_family_get_source_title (WinerrorFamily family);
gboolean winerror_family_from_name (const char *name, gsize length, WinerrorFamily *family);
gboolean winerror_family_is_wide (WinerrorFamily family);
gboolean winerror_family_is_small (WinerrorFamily family);
guint32 winerror_family_get_last (WinerrorFamily family);

char *winerror_family_format (WinerrorFamily family, guint32 value);
char *winerror_family_format_hex (WinerrorFamily family, guint32 value);

G_END_DECLS
