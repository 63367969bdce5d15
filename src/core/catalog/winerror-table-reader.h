// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-xml-file.h"

G_BEGIN_DECLS

GPtrArray *winerror_table_read (GBytes *bytes, const char *name, GError **error);
GPtrArray *winerror_table_read_own (GBytes *bytes,
                                    const char *file,
                                    const char *const *folders,
                                    GError **error);

G_END_DECLS
