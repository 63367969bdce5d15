// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-own-files.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_TABLE_ROW (winerror_table_row_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorTableRow, winerror_table_row, WINERROR, TABLE_ROW, GtkListBoxRow)

/**
 * WinerrorTableItem:
 * @table: (nullable): a table; %NULL of notes, and of what is switched off or could not be read
 * @file: (nullable): its file; %NULL where it is built in
 * @n_entries: how many entries or notes it has
 *
 * What a row shows.
 */
typedef struct
{
  WinerrorTable *table;
  const WinerrorOwnFile *file;
  guint n_entries;
} WinerrorTableItem;

char *winerror_table_item_dup_key (const WinerrorTableItem *item);

GtkWidget *winerror_table_row_new (GSettings *settings, const char *key);
const char *winerror_table_row_get_key (WinerrorTableRow *self);
void winerror_table_row_show (WinerrorTableRow *self, const WinerrorTableItem *item);

G_END_DECLS
