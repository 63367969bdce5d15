// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-advice.h"
#include "winerror-compiled-tables.h"
#include "winerror-entry.h"
#include "winerror-note.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_CATALOG (winerror_catalog_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorCatalog, winerror_catalog, WINERROR, CATALOG, GObject)

/**
 * WINERROR_CATALOG_RESOURCE:
 *
 * Where the built-in tables lie in the file of built-in data, compiled: see
 * winerror_data_file_lookup().
 */
#define WINERROR_CATALOG_RESOURCE "/io/github/winerror/Winerror/tables.compiled"

/**
 * WinerrorSymbolFunc:
 * @symbol: a symbol
 * @position: position of its entry in the catalog
 * @user_data: what was given to winerror_catalog_foreach_symbol()
 *
 * Is told of a symbol.
 *
 * Returns: whether to go on with the symbols of the same tables
 */
typedef gboolean (*WinerrorSymbolFunc) (const char *symbol, guint position, gpointer user_data);

/**
 * WinerrorOwnTextFunc:
 * @position: position of an entry
 * @text: a description, a symbol or a note; it lives as long as the catalog
 * @is_symbol: whether it is a symbol
 * @user_data: what was given to winerror_catalog_foreach_own() or winerror_catalog_foreach_note()
 *
 * Is told of a text.
 */
typedef void (*WinerrorOwnTextFunc) (guint position,
                                     const char *text,
                                     gboolean is_symbol,
                                     gpointer user_data);

/**
 * WinerrorCodeFunc:
 * @position: position of an entry
 * @user_data: what was given to winerror_catalog_foreach_own_code()
 *
 * Is told of an entry.
 */
typedef void (*WinerrorCodeFunc) (guint position, gpointer user_data);

WinerrorCatalog *winerror_catalog_new (void);
WinerrorCatalog *winerror_catalog_new_built_in (GError **error);
gboolean winerror_catalog_add_compiled (WinerrorCatalog *self, GBytes *bytes, GError **error);
gboolean
winerror_catalog_add_table (WinerrorCatalog *self, GBytes *bytes, const char *name, GError **error);

void winerror_catalog_add_own (WinerrorCatalog *self, WinerrorCompiledTables *tables);
void winerror_catalog_set_notes (WinerrorCatalog *self, WinerrorNoteBook *notes);
gboolean
winerror_catalog_is_own (WinerrorCatalog *self, guint position, guint met, WinerrorFamily *family);
gboolean winerror_catalog_has_own (WinerrorCatalog *self);
gboolean winerror_catalog_has_own_text (WinerrorCatalog *self, guint position);
void
winerror_catalog_foreach_own (WinerrorCatalog *self, WinerrorOwnTextFunc func, gpointer user_data);
void
winerror_catalog_foreach_note (WinerrorCatalog *self, WinerrorOwnTextFunc func, gpointer user_data);
gboolean winerror_catalog_has_note (WinerrorCatalog *self, WinerrorFamily family, guint32 code);
void winerror_catalog_foreach_own_code (WinerrorCatalog *self,
                                        guint32 first,
                                        guint32 last,
                                        guint max,
                                        WinerrorCodeFunc func,
                                        gpointer user_data);
guint winerror_catalog_get_n_built_in (WinerrorCatalog *self);

gboolean winerror_catalog_is_built_in (WinerrorCatalog *self);
void winerror_catalog_set_advice (WinerrorCatalog *self, WinerrorAdviceBook *advice);
const WinerrorAdvice *
winerror_catalog_lookup_advice (WinerrorCatalog *self, WinerrorFamily family, guint32 code);
GPtrArray *winerror_catalog_get_tables (WinerrorCatalog *self);
GListModel *winerror_catalog_get_listed (WinerrorCatalog *self);
guint winerror_catalog_get_n_entries (WinerrorCatalog *self);
WinerrorEntry *winerror_catalog_get_entry (WinerrorCatalog *self, guint position);
WinerrorTable *
winerror_catalog_get_info (WinerrorCatalog *self, guint position, WinerrorEntryInfo *info);
WinerrorTable *winerror_catalog_get_first_table (WinerrorCatalog *self, guint position);
gboolean winerror_catalog_is_listed (WinerrorCatalog *self, guint position);
gboolean winerror_catalog_is_translatable (WinerrorCatalog *self, guint position);
gboolean winerror_catalog_lookup_code (WinerrorCatalog *self,
                                       WinerrorFamily family,
                                       guint32 code,
                                       guint *position);
gboolean winerror_catalog_lookup_key (WinerrorCatalog *self,
                                      const char *key,
                                      gssize length,
                                      guint *position);
const char *
winerror_catalog_lookup_symbol (WinerrorCatalog *self, const char *symbol, guint *position);
void winerror_catalog_foreach_symbol (WinerrorCatalog *self,
                                      const char *prefix,
                                      guint max_own,
                                      WinerrorSymbolFunc func,
                                      gpointer user_data);

G_END_DECLS
