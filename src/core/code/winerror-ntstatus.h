// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean winerror_ntstatus_to_win32 (guint32 status, guint32 *win32);
gboolean winerror_ntstatus_from_name (const char *name, gsize length, guint32 *status);

G_END_DECLS
