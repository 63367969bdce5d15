// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean winerror_scanner_lookup_status (const char *name, gsize length, guint32 *status);

G_END_DECLS
