// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-own-indexes.h"

/**
 * winerror_own_indexes_new:
 * @catalog: a catalog
 * @tables: (nullable): an index of the same own tables, made for another catalog
 *
 * Reads the words of own tables and of notes. May be called by any thread.
 *
 * Returns: (transfer full) (element-type WinerrorIndex): what winerror_search_set_catalog() takes
 */
GPtrArray *
winerror_own_indexes_new (WinerrorCatalog *catalog, GPtrArray *tables)
{
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_index_unref);

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), own);

  if (!winerror_catalog_has_own (catalog))
    return own;
  g_ptr_array_add (own, tables != NULL && tables->len > 0 ? winerror_index_ref (tables->pdata[0])
                                                          : winerror_index_new_own (catalog));
  g_ptr_array_add (own, winerror_index_new_notes (catalog));
  return own;
}
