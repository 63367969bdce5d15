// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-own-tables.h"

G_BEGIN_DECLS

WinerrorOwnTables *winerror_cli_load_tables (WinerrorCatalog *built_in);
void winerror_cli_print_tables (WinerrorOwnTables *tables);

G_END_DECLS
