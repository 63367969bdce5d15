// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *winerror_data_file_lookup (const char *path, GError **error);

G_END_DECLS
