// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-entry.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_CATALOG (winerror_catalog_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorCatalog, winerror_catalog, WINERROR, CATALOG, GObject)

WinerrorCatalog *winerror_catalog_new (void);
WinerrorCatalog *winerror_catalog_new_built_in (GError **error);

gboolean
winerror_catalog_add_table (WinerrorCatalog *self, GBytes *bytes, const char *name, GError **error);

GListModel *winerror_catalog_get_entries (WinerrorCatalog *self);
guint winerror_catalog_get_n_entries (WinerrorCatalog *self);
WinerrorEntry *winerror_catalog_get_entry (WinerrorCatalog *self, guint position);
gboolean winerror_catalog_lookup_code (WinerrorCatalog *self, guint32 code, guint *position);
gboolean
winerror_catalog_lookup_symbol (WinerrorCatalog *self, const char *symbol, guint *position);
GPtrArray *winerror_catalog_get_tables (WinerrorCatalog *self);

G_END_DECLS
