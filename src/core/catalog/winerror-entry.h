// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-table.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_ENTRY (winerror_entry_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorEntry, winerror_entry, WINERROR, ENTRY, GObject)

WinerrorEntry *winerror_entry_new (WinerrorTable *table,
                                   guint32 code,
                                   const char *symbol,
                                   const char *source_description);

WinerrorTable *winerror_entry_get_table (WinerrorEntry *self);
guint32 winerror_entry_get_code (WinerrorEntry *self);
const char *winerror_entry_get_symbol (WinerrorEntry *self);
const char *winerror_entry_get_source_description (WinerrorEntry *self);
const char *winerror_entry_get_description (WinerrorEntry *self);
gboolean winerror_entry_is_translated (WinerrorEntry *self);
char *winerror_entry_dup_uri (WinerrorEntry *self);

G_END_DECLS
