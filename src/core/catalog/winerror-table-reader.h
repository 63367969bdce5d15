// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WINERROR_TABLE_ERROR (winerror_table_error_quark ())

/**
 * WinerrorTableError:
 * @WINERROR_TABLE_ERROR_MALFORMED: the file is not well-formed XML, or not what the format asks for
 * @WINERROR_TABLE_ERROR_DUPLICATE: a table, code or symbol stands there twice
 *
 * What can be wrong with a table file.
 */
typedef enum
{
  WINERROR_TABLE_ERROR_MALFORMED,
  WINERROR_TABLE_ERROR_DUPLICATE,
} WinerrorTableError;

GQuark winerror_table_error_quark (void);

GPtrArray *winerror_table_read (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
