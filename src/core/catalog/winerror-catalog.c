// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-catalog.h"

#include "winerror-data-resources.h"
#include "winerror-table-reader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define TABLES_PATH "/io/github/winerror/Winerror/tables/"

/**
 * WinerrorCatalog:
 *
 * All tables together. Positions are those in winerror_catalog_get_entries(): tables in the order
 * in which they were added, the entries of each in order of code.
 */
struct _WinerrorCatalog
{
  GObject parent_instance;

  GListStore *entries;
  GPtrArray *by_position; /* the same, borrowed, without a reference taken for each look */
  GPtrArray *tables;
  GHashTable *codes;   /* code -> position */
  GHashTable *symbols; /* borrowed symbol -> position */
};

G_DEFINE_FINAL_TYPE (WinerrorCatalog, winerror_catalog, G_TYPE_OBJECT)

static void
winerror_catalog_finalize (GObject *object)
{
  WinerrorCatalog *self = WINERROR_CATALOG (object);

  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->symbols);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->by_position);
  g_object_unref (self->entries);

  G_OBJECT_CLASS (winerror_catalog_parent_class)->finalize (object);
}

static void
winerror_catalog_class_init (WinerrorCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = winerror_catalog_finalize;
}

static void
winerror_catalog_init (WinerrorCatalog *self)
{
  self->entries = g_list_store_new (WINERROR_TYPE_ENTRY);
  self->by_position = g_ptr_array_new ();
  self->tables = g_ptr_array_new_with_free_func (g_object_unref);
  self->codes = g_hash_table_new (NULL, NULL);
  self->symbols = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * winerror_catalog_new:
 *
 * Returns: (transfer full): a catalog without a table
 */
WinerrorCatalog *
winerror_catalog_new (void)
{
  return g_object_new (WINERROR_TYPE_CATALOG, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * winerror_catalog_new_built_in:
 * @error: (nullable): return location for an error of the resources or of winerror_table_read()
 *
 * Returns: (transfer full): a catalog with every built-in table; %NULL with @error set where one
 *   cannot be loaded
 */
WinerrorCatalog *
winerror_catalog_new_built_in (GError **error)
{
  g_autoptr (WinerrorCatalog) self = winerror_catalog_new ();
  g_auto (GStrv) names = NULL;
  GResource *resource = winerror_data_get_resource ();

  names = g_resource_enumerate_children (resource, TABLES_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                         error);
  if (names == NULL)
    return NULL;

  /* a resource has no order of its own */
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (TABLES_PATH, names[i], NULL);
      g_autoptr (GBytes)
          bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL || !winerror_catalog_add_table (self, bytes, names[i], error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * winerror_catalog_add_table:
 * @self: a catalog
 * @bytes: the contents of a table file
 * @name: what to call the file in messages
 * @error: (nullable): return location for an error: see winerror_table_read(); and
 *   %WINERROR_TABLE_ERROR_DUPLICATE where the catalog has a table of the same id
 *
 * Adds all entries of a table. With an error the catalog stays as it was.
 *
 * Returns: whether the table was added
 */
gboolean
winerror_catalog_add_table (WinerrorCatalog *self, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  WinerrorTable *table;
  const char *id;

  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);

  entries = winerror_table_read (bytes, name, error);
  if (entries == NULL)
    return FALSE;

  table = winerror_entry_get_table (g_ptr_array_index (entries, 0));
  id = winerror_table_get_info (table)->id;
  for (guint i = 0; i < self->tables->len; i++)
    if (g_str_equal (winerror_table_get_info (self->tables->pdata[i])->id, id))
      {
        /* Translators: FILE: expected …, found the table "…" again */
        g_set_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_DUPLICATE,
                     _ ("%s: expected a new table, found “%s” again"), name, id);
        return FALSE;
      }

  for (guint i = 0; i < entries->len; i++)
    {
      WinerrorEntry *entry = g_ptr_array_index (entries, i);
      gpointer position = GUINT_TO_POINTER (self->by_position->len);
      gpointer code = GUINT_TO_POINTER (winerror_entry_get_code (entry));
      gpointer symbol = (gpointer) winerror_entry_get_symbol (entry);

      g_ptr_array_add (self->by_position, entry);
      /* where two tables have the same code, the first table's entry is the one that is found */
      if (!g_hash_table_contains (self->codes, code))
        g_hash_table_insert (self->codes, code, position);
      if (!g_hash_table_contains (self->symbols, symbol))
        g_hash_table_insert (self->symbols, symbol, position);
    }
  g_ptr_array_add (self->tables, g_object_ref (table));
  g_list_store_splice (self->entries, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), 0,
                       entries->pdata, entries->len);
  return TRUE;
}

/**
 * winerror_catalog_get_entries:
 * @self: a catalog
 *
 * Returns: (transfer none): a list of #WinerrorEntry
 */
GListModel *
winerror_catalog_get_entries (WinerrorCatalog *self)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->entries);
}

/**
 * winerror_catalog_get_n_entries:
 * @self: a catalog
 *
 * Returns: how many entries it has
 */
guint
winerror_catalog_get_n_entries (WinerrorCatalog *self)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), 0);

  return self->by_position->len;
}

/**
 * winerror_catalog_get_entry:
 * @self: a catalog
 * @position: a position below winerror_catalog_get_n_entries()
 *
 * Returns: (transfer none): the entry there
 */
WinerrorEntry *
winerror_catalog_get_entry (WinerrorCatalog *self, guint position)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), NULL);
  g_return_val_if_fail (position < self->by_position->len, NULL);

  return g_ptr_array_index (self->by_position, position);
}

static gboolean
lookup (GHashTable *table, gconstpointer key, guint *position)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (table, key, NULL, &value))
    return FALSE;
  if (position != NULL)
    *position = GPOINTER_TO_UINT (value);
  return TRUE;
}

/**
 * winerror_catalog_lookup_code:
 * @self: a catalog
 * @code: a Win32 code
 * @position: (out) (optional): where its entry is
 *
 * Returns: whether a table holds the code
 */
gboolean
winerror_catalog_lookup_code (WinerrorCatalog *self, guint32 code, guint *position)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);

  return lookup (self->codes, GUINT_TO_POINTER (code), position);
}

/**
 * winerror_catalog_lookup_symbol:
 * @self: a catalog
 * @symbol: a whole symbol, in capitals
 * @position: (out) (optional): where its entry is
 *
 * Returns: whether a table holds the symbol
 */
gboolean
winerror_catalog_lookup_symbol (WinerrorCatalog *self, const char *symbol, guint *position)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (symbol != NULL, FALSE);

  return lookup (self->symbols, symbol, position);
}

/**
 * winerror_catalog_get_tables:
 * @self: a catalog
 *
 * Returns: (transfer none) (element-type WinerrorTable): its tables
 */
GPtrArray *
winerror_catalog_get_tables (WinerrorCatalog *self)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), NULL);

  return self->tables;
}
