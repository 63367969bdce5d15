// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-index.h"

G_BEGIN_DECLS

gsize winerror_compound_split (GPtrArray *indexes, const char *text);

G_END_DECLS
