// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"

G_BEGIN_DECLS

WinerrorCatalog *generate_catalog (guint n_entries);
void generate_own_files (const char *folder, guint n_entries);

G_END_DECLS
