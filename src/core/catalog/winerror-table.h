// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-family.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_TABLE (winerror_table_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorTable, winerror_table, WINERROR, TABLE, GObject)

/**
 * WinerrorTableOrigin:
 * @WINERROR_TABLE_ORIGIN_BUILT_IN: the program itself
 * @WINERROR_TABLE_ORIGIN_SYSTEM: a data directory of the system
 * @WINERROR_TABLE_ORIGIN_SHARED: a folder that the settings name
 * @WINERROR_TABLE_ORIGIN_USER: the user's data directory
 *
 * Where a table comes from. Of several that describe a code the last in this order counts.
 */
typedef enum
{
  WINERROR_TABLE_ORIGIN_BUILT_IN,
  WINERROR_TABLE_ORIGIN_SYSTEM,
  WINERROR_TABLE_ORIGIN_SHARED,
  WINERROR_TABLE_ORIGIN_USER,
} WinerrorTableOrigin;

/**
 * WinerrorTableInfo:
 * @id: name of the table, unique in a catalog
 * @title: title of the page that it comes from, in English
 * @header: (nullable): header file that defines the symbols: WinError.h
 * @minimum_client: (nullable): oldest Windows client that has the codes, in English
 * @minimum_server: (nullable): oldest Windows server that has the codes, in English
 * @source_uri: (nullable): address of the page
 * @source_file: (nullable): name of the file that the table was imported from; one of the two is
 *   there
 * @has_anchors: the page has an anchor for each symbol, in small letters
 * @source_date: (nullable): date of the page, YYYY-MM-DD
 * @license_id: (nullable): SPDX identifier of the licence of the texts; %NULL where the file that
 *   was imported does not say it, as the next two
 * @license_uri: (nullable): address of the licence
 * @license_holder: (nullable): whose texts they are
 * @family: the family of its codes
 * @listed: its entries are shown before anything is asked
 * @first: the lowest code that the table may hold
 * @last: the highest
 * @origin: where it comes from
 * @file: (nullable) (type filename): the path of its file; %NULL where it is built in
 *
 * What a table says about itself.
 */
typedef struct
{
  char *id;
  char *title;
  char *header;
  char *minimum_client;
  char *minimum_server;
  char *source_uri;
  char *source_file;
  char *source_date;
  char *license_id;
  char *license_uri;
  char *license_holder;
  WinerrorFamily family;
  gboolean listed;
  gboolean has_anchors;
  guint32 first;
  guint32 last;
  WinerrorTableOrigin origin;
  char *file;
} WinerrorTableInfo;

WinerrorTable *winerror_table_new (WinerrorTableInfo *info);
WinerrorTable *winerror_table_new_borrowed (const WinerrorTableInfo *info, GBytes *bytes);
const WinerrorTableInfo *winerror_table_get_info (WinerrorTable *self);
char *winerror_table_dup_title (WinerrorTable *self);
char *winerror_table_dup_requirements (WinerrorTable *self);

void winerror_table_info_clear (WinerrorTableInfo *info);

G_END_DECLS
