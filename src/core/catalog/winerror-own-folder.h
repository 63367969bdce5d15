// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-table.h"

#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * WinerrorOwnFolder:
 * @path: (type filename): its path, absolute
 * @origin: whose it is
 *
 * A folder where tables and notes are looked for.
 */
typedef struct
{
  char *path;
  WinerrorTableOrigin origin;
} WinerrorOwnFolder;

char *winerror_own_folder_dup_user (void);
GPtrArray *winerror_own_folder_list (const char *const *shared);
void winerror_own_folder_set_error (GError **error, const char *path, int code);
GBytes *winerror_own_folder_read_file (const char *path, struct stat *status, GError **error);

G_END_DECLS
