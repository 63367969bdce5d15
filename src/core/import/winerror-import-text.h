// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *winerror_import_decode (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
