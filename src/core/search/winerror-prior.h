// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"
#include "winerror-index.h"

G_BEGIN_DECLS

guint winerror_prior_find_families (GPtrArray *indexes, GPtrArray *words);
float winerror_prior_get (WinerrorCatalog *catalog, guint position, guint families);

G_END_DECLS
