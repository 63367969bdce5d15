// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-own-files.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_OWN_TABLES (winerror_own_tables_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorOwnTables, winerror_own_tables, WINERROR, OWN_TABLES, GObject)

WinerrorOwnTables *winerror_own_tables_new (GSettings *settings, WinerrorCatalog *built_in);
GStrv winerror_own_tables_load (WinerrorOwnTables *self);
void winerror_own_tables_start (WinerrorOwnTables *self);
void winerror_own_tables_reload (WinerrorOwnTables *self);

WinerrorCatalog *winerror_own_tables_get_catalog (WinerrorOwnTables *self);
GPtrArray *winerror_own_tables_get_indexes (WinerrorOwnTables *self);
WinerrorOwnFiles *winerror_own_tables_get_files (WinerrorOwnTables *self);

void winerror_own_tables_set_note_async (WinerrorOwnTables *self,
                                         WinerrorFamily family,
                                         guint32 code,
                                         const char *text,
                                         const char *link,
                                         GAsyncReadyCallback callback,
                                         gpointer data);
gboolean
winerror_own_tables_set_note_finish (WinerrorOwnTables *self, GAsyncResult *result, GError **error);

G_END_DECLS
