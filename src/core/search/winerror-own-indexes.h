// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-index.h"

G_BEGIN_DECLS

GPtrArray *winerror_own_indexes_new (WinerrorCatalog *catalog, GPtrArray *tables);

G_END_DECLS
