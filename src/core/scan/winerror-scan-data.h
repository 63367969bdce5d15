// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WinerrorScanDataFunc:
 * @key: what stands before the colon
 * @value: what stands after it, without blanks around it; not empty
 * @user_data: what was given to winerror_scan_data_read()
 * @error: (nullable): return location for what is wrong with the line
 *
 * Takes a line of data.
 *
 * Returns: whether it is understood
 */
typedef gboolean (*WinerrorScanDataFunc) (const char *key,
                                          const char *value,
                                          gpointer user_data,
                                          GError **error);

gboolean winerror_scan_data_read (const char *text,
                                  WinerrorScanDataFunc func,
                                  gpointer user_data,
                                  GError **error);
void
winerror_scan_data_read_built_in (const char *name, WinerrorScanDataFunc func, gpointer user_data);

G_END_DECLS
