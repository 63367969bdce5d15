// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-entry.h"

G_BEGIN_DECLS

/**
 * WinerrorCompiledTables:
 *
 * Tables in a form in which entries are looked up in place: nothing is read before it is asked for.
 * Immutable.
 */
typedef struct _WinerrorCompiledTables WinerrorCompiledTables;

GBytes *winerror_compiled_tables_write (GPtrArray *entries);

WinerrorCompiledTables *winerror_compiled_tables_new (GBytes *bytes, GError **error);
WinerrorCompiledTables *winerror_compiled_tables_new_own (GBytes *bytes,
                                                          WinerrorTableOrigin origin,
                                                          const char *file,
                                                          GError **error);
WinerrorCompiledTables *winerror_compiled_tables_ref (WinerrorCompiledTables *self);
void winerror_compiled_tables_unref (WinerrorCompiledTables *self);

guint winerror_compiled_tables_get_n_tables (WinerrorCompiledTables *self);
WinerrorTable *winerror_compiled_tables_get_table (WinerrorCompiledTables *self, guint table);
guint winerror_compiled_tables_get_n_entries (WinerrorCompiledTables *self);
WinerrorTable *winerror_compiled_tables_get_entry (WinerrorCompiledTables *self,
                                                   guint entry,
                                                   WinerrorEntryInfo *info);
WinerrorTable *winerror_compiled_tables_get_entry_table (WinerrorCompiledTables *self, guint entry);
gboolean winerror_compiled_tables_lookup_code (WinerrorCompiledTables *self,
                                               WinerrorFamily family,
                                               guint32 code,
                                               guint *entry);
guint winerror_compiled_tables_find_code (WinerrorCompiledTables *self, guint32 code);
guint winerror_compiled_tables_get_n_names (WinerrorCompiledTables *self);
const char *
winerror_compiled_tables_get_name (WinerrorCompiledTables *self, guint name, guint *entry);
guint winerror_compiled_tables_find_name (WinerrorCompiledTables *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorCompiledTables, winerror_compiled_tables_unref)

G_END_DECLS
