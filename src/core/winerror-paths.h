// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *winerror_paths_find_in_build_tree (const char *name);

G_END_DECLS
