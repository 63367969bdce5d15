// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"
#include "winerror-compiled-tables.h"

G_BEGIN_DECLS

/* Tables that were added together. Those of a user, of a share or of the system may hold codes that
 * earlier ones hold: these rows have the positions of the earlier entries. */
typedef struct
{
  WinerrorCompiledTables *tables;
  guint first; /* the first of its positions */
  guint n;
  WinerrorEntry **entries; /* those that were asked for */
  guint32 *rows;           /* own tables: number of the row at each of its positions, else NULL */
  guint32 *positions;      /* own tables: position of each row, else NULL */
} WinerrorCatalogPart;

/* A row whose description stands in place of that of an earlier one. */
typedef struct
{
  guint part;
  guint row;
} WinerrorCatalogOverride;

/* A code that notes are about and no table holds. */
typedef struct
{
  WinerrorFamily family;
  guint32 code;
  WinerrorEntry *entry; /* once it was asked for */
} WinerrorCatalogNoted;

struct _WinerrorCatalog
{
  GObject parent_instance;

  GArray *parts; /* WinerrorCatalogPart */
  guint n_entries;
  GPtrArray *tables;
  GListStore *listed;
  gboolean built_in; /* it began with the built-in tables */
  WinerrorAdviceBook *advice;

  guint8 max_own_met;    /* how often what is met most is met of what own tables hold */
  GHashTable *overrides; /* position -> WinerrorCatalogOverride; NULL where there is none */
  WinerrorNoteBook *notes;
  guint first_noted; /* position of the first of them */
  GArray *noted; /* WinerrorCatalogNoted, in order of family and code; NULL where there is none */
  WinerrorTable *noted_tables[WINERROR_N_FAMILIES]; /* what their family is known by */
};

WinerrorCatalogPart *winerror_catalog_find_part (WinerrorCatalog *self, guint position);
void winerror_catalog_clear_own (WinerrorCatalog *self);
WinerrorTable *
winerror_catalog_override_info (WinerrorCatalog *self, guint position, WinerrorEntryInfo *info);
WinerrorTable *
winerror_catalog_get_noted_info (WinerrorCatalog *self, guint position, WinerrorEntryInfo *info);
WinerrorEntry *winerror_catalog_get_noted_entry (WinerrorCatalog *self, guint position);
gboolean winerror_catalog_lookup_noted (WinerrorCatalog *self,
                                        WinerrorFamily family,
                                        guint32 code,
                                        guint *position);

static inline guint
winerror_catalog_part_get_position (const WinerrorCatalogPart *part, guint row)
{
  return part->positions != NULL ? part->positions[row] : part->first + row;
}

static inline guint
winerror_catalog_part_get_row (const WinerrorCatalogPart *part, guint position)
{
  return part->rows != NULL ? part->rows[position - part->first] : position - part->first;
}

G_END_DECLS
