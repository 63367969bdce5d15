// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"

G_BEGIN_DECLS

float winerror_prior_get (WinerrorCatalog *catalog, guint position);

G_END_DECLS
