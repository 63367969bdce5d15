// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean winerror_import_constant_from_name (const char *name, guint32 *value);

G_END_DECLS
