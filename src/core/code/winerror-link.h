// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean winerror_link_is_one (const char *text);
char *winerror_link_dup_query (const char *link);
char *winerror_link_dup_fault (const char *link);

G_END_DECLS
