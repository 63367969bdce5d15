// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean winerror_ntstatus_to_win32 (guint32 status, guint32 *win32);

G_END_DECLS
