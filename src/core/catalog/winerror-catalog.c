// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-catalog-private.h"

#include "winerror-data-file.h"
#include "winerror-gettext.h"
#include "winerror-table-reader.h"

#include <string.h>

/* From how often on an entry outside of the listed tables is translated. */
#define MIN_MET_TRANSLATED 2

/**
 * WinerrorCatalog:
 *
 * All tables together. Positions count through the entries of all tables, in the order in which
 * these were added, those of each in order of code. Thousands of entries cost nothing as long as
 * nobody asks for them: an object is made of one when it is needed, and kept.
 */
G_DEFINE_FINAL_TYPE (WinerrorCatalog, winerror_catalog, G_TYPE_OBJECT)

static void
part_clear (gpointer data)
{
  WinerrorCatalogPart *part = data;

  for (guint i = 0; i < part->n; i++)
    g_clear_object (&part->entries[i]);
  g_free (part->entries);
  g_free (part->rows);
  g_free (part->positions);
  winerror_compiled_tables_unref (part->tables);
}

static void
winerror_catalog_finalize (GObject *object)
{
  WinerrorCatalog *self = WINERROR_CATALOG (object);

  winerror_catalog_clear_own (self);
  g_clear_pointer (&self->advice, winerror_advice_book_free);
  g_clear_object (&self->listed);
  g_ptr_array_unref (self->tables);
  g_array_unref (self->parts);

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
  self->parts = g_array_new (FALSE, FALSE, sizeof (WinerrorCatalogPart));
  g_array_set_clear_func (self->parts, part_clear);
  self->tables = g_ptr_array_new_with_free_func (g_object_unref);
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

/**
 * winerror_catalog_new_built_in:
 * @error: (nullable): return location for an error of winerror_data_file_lookup() or of
 *   winerror_catalog_add_compiled()
 *
 * Returns: (transfer full): a catalog with every built-in table; %NULL with @error set where they
 *   cannot be loaded
 */
WinerrorCatalog *
winerror_catalog_new_built_in (GError **error)
{
  g_autoptr (WinerrorCatalog) self = winerror_catalog_new ();
  g_autoptr (GBytes) bytes = winerror_data_file_lookup (WINERROR_CATALOG_RESOURCE, error);

  if (bytes == NULL || !winerror_catalog_add_compiled (self, bytes, error))
    return NULL;
  self->built_in = TRUE;
  return g_steal_pointer (&self);
}

static gboolean
has_table (WinerrorCatalog *self, const char *id)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (g_str_equal (winerror_table_get_info (self->tables->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* Makes objects of what is shown before anything is asked, from a position on. */
static void
list_entries (WinerrorCatalog *self, guint first)
{
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();

  for (guint i = first; i < winerror_catalog_get_n_built_in (self); i++)
    if (winerror_catalog_is_listed (self, i))
      g_ptr_array_add (listed, winerror_catalog_get_entry (self, i));
  if (listed->len > 0)
    g_list_store_splice (self->listed, g_list_model_get_n_items (G_LIST_MODEL (self->listed)), 0,
                         listed->pdata, listed->len);
}

static gboolean
add_part (WinerrorCatalog *self, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (WinerrorCompiledTables) tables = winerror_compiled_tables_new (bytes, error);
  WinerrorCatalogPart part = { 0 };

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < winerror_compiled_tables_get_n_tables (tables); i++)
    {
      WinerrorTable *table = winerror_compiled_tables_get_table (tables, i);
      const char *id = winerror_table_get_info (table)->id;

      if (has_table (self, id))
        {
          /* Translators: FILE: expected …, found the table "…" again */
          g_set_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_DUPLICATE,
                       _ ("%s: expected a new table, found “%s” again"), name, id);
          return FALSE;
        }
    }

  for (guint i = 0; i < winerror_compiled_tables_get_n_tables (tables); i++)
    g_ptr_array_add (self->tables, g_object_ref (winerror_compiled_tables_get_table (tables, i)));
  part.n = winerror_compiled_tables_get_n_entries (tables);
  part.first = self->n_entries;
  part.tables = g_steal_pointer (&tables);
  part.entries = g_new0 (WinerrorEntry *, part.n + 1);
  self->n_entries += part.n;
  g_array_append_val (self->parts, part);
  if (self->listed != NULL)
    list_entries (self, part.first);
  return TRUE;
}

/**
 * winerror_catalog_add_compiled:
 * @self: a catalog
 * @bytes: compiled tables
 * @error: (nullable): return location for an error: see winerror_compiled_tables_new(); and
 *   %WINERROR_TABLE_ERROR_DUPLICATE where the catalog has a table of the same id
 *
 * Adds all entries of compiled tables. With an error the catalog stays as it was.
 *
 * Returns: whether the tables were added
 */
gboolean
winerror_catalog_add_compiled (WinerrorCatalog *self, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  return add_part (self, bytes, WINERROR_CATALOG_RESOURCE, error);
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
  g_autoptr (GBytes) compiled = NULL;

  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);

  entries = winerror_table_read (bytes, name, error);
  if (entries == NULL)
    return FALSE;
  compiled = winerror_compiled_tables_write (entries);
  return add_part (self, compiled, name, error);
}

/**
 * winerror_catalog_is_built_in:
 * @self: a catalog
 *
 * Returns: whether it has the built-in tables, and no others but own ones
 */
gboolean
winerror_catalog_is_built_in (WinerrorCatalog *self)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);

  for (guint i = 1; i < self->parts->len; i++)
    if (g_array_index (self->parts, WinerrorCatalogPart, i).positions == NULL)
      return FALSE;
  return self->built_in;
}

/**
 * winerror_catalog_set_advice:
 * @self: a catalog
 * @advice: (transfer full): advice on its entries
 *
 * Gives a catalog advice; one of the built-in tables has the built-in advice without that.
 */
void
winerror_catalog_set_advice (WinerrorCatalog *self, WinerrorAdviceBook *advice)
{
  g_return_if_fail (WINERROR_IS_CATALOG (self));
  g_return_if_fail (advice != NULL);

  g_clear_pointer (&self->advice, winerror_advice_book_free);
  self->advice = advice;
}

/**
 * winerror_catalog_lookup_advice:
 * @self: a catalog
 * @family: a family
 * @code: one of its codes
 *
 * Returns: (transfer none) (nullable): the advice on the code; %NULL where there is none
 */
const WinerrorAdvice *
winerror_catalog_lookup_advice (WinerrorCatalog *self, WinerrorFamily family, guint32 code)
{
  WinerrorAdviceBook *advice;

  g_return_val_if_fail (WINERROR_IS_CATALOG (self), NULL);

  advice = self->advice != NULL ? self->advice
           : self->built_in     ? winerror_advice_book_get_built_in ()
                                : NULL;
  return advice != NULL ? winerror_advice_book_lookup (advice, family, code) : NULL;
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

  return self->n_entries;
}

WinerrorCatalogPart *
winerror_catalog_find_part (WinerrorCatalog *self, guint position)
{
  guint low = 0;
  guint high = self->parts->len;

  /* the last one that begins there or before */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->parts, WinerrorCatalogPart, middle).first <= position)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (self->parts, WinerrorCatalogPart, low);
}

/* What the first table says that holds the entry. */
static WinerrorTable *
get_first_info (WinerrorCatalog *self, guint position, WinerrorEntryInfo *info)
{
  WinerrorCatalogPart *part;

  if (self->noted != NULL && position >= self->first_noted)
    return winerror_catalog_get_noted_info (self, position, info);
  part = winerror_catalog_find_part (self, position);
  return winerror_compiled_tables_get_entry (part->tables,
                                             winerror_catalog_part_get_row (part, position), info);
}

/**
 * winerror_catalog_get_entry:
 * @self: a catalog
 * @position: a position below winerror_catalog_get_n_entries()
 *
 * May be called from several threads at once.
 *
 * Returns: (transfer none): the entry there
 */
WinerrorEntry *
winerror_catalog_get_entry (WinerrorCatalog *self, guint position)
{
  WinerrorCatalogPart *part;
  WinerrorEntry **entry;

  g_return_val_if_fail (WINERROR_IS_CATALOG (self), NULL);
  g_return_val_if_fail (position < self->n_entries, NULL);

  if (self->noted != NULL && position >= self->first_noted)
    return winerror_catalog_get_noted_entry (self, position);
  part = winerror_catalog_find_part (self, position);
  entry = &part->entries[position - part->first];
  if (g_atomic_pointer_get (entry) == NULL)
    {
      WinerrorEntryInfo info;
      WinerrorTable *table = winerror_catalog_get_info (self, position, &info);
      /* texts of several tables: the entry keeps but one of these */
      gboolean mixed = self->overrides != NULL &&
                       g_hash_table_contains (self->overrides, GUINT_TO_POINTER (position));
      WinerrorEntry *made = mixed ? winerror_entry_new_from_info (table, &info)
                                  : winerror_entry_new_borrowed (table, &info);

      if (self->notes != NULL)
        winerror_entry_set_notes (made, self->notes);
      /* a log is read in a thread of its own */
      if (!g_atomic_pointer_compare_and_exchange (entry, NULL, made))
        g_object_unref (made);
    }
  return g_atomic_pointer_get (entry);
}

/**
 * winerror_catalog_get_info:
 * @self: a catalog
 * @position: a position below winerror_catalog_get_n_entries()
 * @info: (out caller-allocates): what the table says about the entry there; the strings live as
 *   long as the table
 *
 * Looks at an entry without an object of it.
 *
 * Returns: (transfer none): its table
 */
WinerrorTable *
winerror_catalog_get_info (WinerrorCatalog *self, guint position, WinerrorEntryInfo *info)
{
  WinerrorTable *table;
  WinerrorTable *own;

  g_return_val_if_fail (WINERROR_IS_CATALOG (self), NULL);
  g_return_val_if_fail (position < self->n_entries, NULL);

  table = get_first_info (self, position, info);
  own = winerror_catalog_override_info (self, position, info);
  return own != NULL ? own : table;
}

/**
 * winerror_catalog_get_first_table:
 * @self: a catalog
 * @position: a position below winerror_catalog_get_n_entries()
 *
 * Returns: (transfer none): the table that the entry there belongs to, also where an own table
 *   describes it
 */
WinerrorTable *
winerror_catalog_get_first_table (WinerrorCatalog *self, guint position)
{
  WinerrorCatalogPart *part;
  WinerrorEntryInfo info;

  g_return_val_if_fail (WINERROR_IS_CATALOG (self), NULL);
  g_return_val_if_fail (position < self->n_entries, NULL);

  if (self->noted != NULL && position >= self->first_noted)
    return winerror_catalog_get_noted_info (self, position, &info);
  part = winerror_catalog_find_part (self, position);
  return winerror_compiled_tables_get_entry_table (part->tables,
                                                   winerror_catalog_part_get_row (part, position));
}

/**
 * winerror_catalog_is_listed:
 * @self: a catalog
 * @position: a position below winerror_catalog_get_n_entries()
 *
 * Returns: whether the entry there is of a table of record: winerror_catalog_get_listed() has it
 */
gboolean
winerror_catalog_is_listed (WinerrorCatalog *self, guint position)
{
  return winerror_table_get_info (winerror_catalog_get_first_table (self, position))->listed;
}

/**
 * winerror_catalog_get_listed:
 * @self: a catalog
 *
 * Returns: (transfer none): a list of those #WinerrorEntry that are shown before anything is asked:
 *   all of the tables of record, which come first in the catalog
 */
GListModel *
winerror_catalog_get_listed (WinerrorCatalog *self)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), NULL);

  if (self->listed == NULL)
    {
      self->listed = g_list_store_new (WINERROR_TYPE_ENTRY);
      list_entries (self, 0);
    }
  return G_LIST_MODEL (self->listed);
}

/**
 * winerror_catalog_is_translatable:
 * @self: a catalog
 * @position: a position below winerror_catalog_get_n_entries()
 *
 * Returns: whether message catalogues have its description: of the tables of record, and of what
 *   help desks meet daily or weekly
 */
gboolean
winerror_catalog_is_translatable (WinerrorCatalog *self, guint position)
{
  WinerrorEntryInfo info;
  WinerrorTable *table;

  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (position < self->n_entries, FALSE);

  table = get_first_info (self, position, &info);
  return winerror_table_get_info (table)->origin == WINERROR_TABLE_ORIGIN_BUILT_IN &&
         info.description != NULL &&
         (info.met >= MIN_MET_TRANSLATED || winerror_table_get_info (table)->listed);
}

/**
 * winerror_catalog_lookup_code:
 * @self: a catalog
 * @family: a family
 * @code: one of its values
 * @position: (out) (optional): where its entry is
 *
 * Returns: whether a table holds the code, or a note is about it
 */
gboolean
winerror_catalog_lookup_code (WinerrorCatalog *self,
                              WinerrorFamily family,
                              guint32 code,
                              guint *position)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const WinerrorCatalogPart *part = &g_array_index (self->parts, WinerrorCatalogPart, i);
      guint entry;

      if (!winerror_compiled_tables_lookup_code (part->tables, family, code, &entry))
        continue;
      if (position != NULL)
        *position = winerror_catalog_part_get_position (part, entry);
      return TRUE;
    }
  return winerror_catalog_lookup_noted (self, family, code, position);
}

/**
 * winerror_catalog_lookup_key:
 * @self: a catalog
 * @key: a key, see winerror_entry_dup_key(); anything
 * @length: its length in bytes, or -1
 * @position: (out) (optional): where its entry is
 *
 * Returns: whether it is the key of an entry
 */
gboolean
winerror_catalog_lookup_key (WinerrorCatalog *self, const char *key, gssize length, guint *position)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

  g_return_val_if_fail (key != NULL, FALSE);

  return winerror_code_parse (key, length, readings) > 0 &&
         winerror_catalog_lookup_code (self, readings[0].family, readings[0].code, position);
}

/**
 * winerror_catalog_foreach_symbol:
 * @self: a catalog
 * @prefix: how the symbols begin, in any letter case; empty for all
 * @max_own: how many symbols of own tables it is told of at the most
 * @func: (scope call): what to tell of them
 * @user_data: what to hand to @func
 *
 * Goes through the symbols, also those that stand for the same code, of the same tables in the
 * order of g_ascii_strcasecmp().
 */
void
winerror_catalog_foreach_symbol (WinerrorCatalog *self,
                                 const char *prefix,
                                 guint max_own,
                                 WinerrorSymbolFunc func,
                                 gpointer user_data)
{
  gsize length;
  guint n_own = 0;

  g_return_if_fail (WINERROR_IS_CATALOG (self));
  g_return_if_fail (prefix != NULL);

  length = strlen (prefix);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WinerrorCatalogPart *part = &g_array_index (self->parts, WinerrorCatalogPart, i);
      guint n = winerror_compiled_tables_get_n_names (part->tables);

      for (guint j = winerror_compiled_tables_find_name (part->tables, prefix); j < n; j++)
        {
          guint entry;
          const char *name = winerror_compiled_tables_get_name (part->tables, j, &entry);

          if (g_ascii_strncasecmp (name, prefix, length) != 0 ||
              (part->positions != NULL && n_own++ >= max_own))
            break;
          if (!func (name, winerror_catalog_part_get_position (part, entry), user_data))
            break;
        }
    }
}

/**
 * winerror_catalog_lookup_symbol:
 * @self: a catalog
 * @symbol: a whole symbol, in any letter case
 * @position: (out) (optional): where its entry is; where several tables have the symbol, as
 *   ERROR_ACCESS_DENIED is one of system errors and of VPN, that of the first
 *
 * Returns: (transfer none) (nullable): the symbol as it is written; %NULL where no table holds it
 */
const char *
winerror_catalog_lookup_symbol (WinerrorCatalog *self, const char *symbol, guint *position)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), NULL);
  g_return_val_if_fail (symbol != NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const WinerrorCatalogPart *part = &g_array_index (self->parts, WinerrorCatalogPart, i);
      guint name = winerror_compiled_tables_find_name (part->tables, symbol);
      const char *found;
      guint entry;

      if (name == winerror_compiled_tables_get_n_names (part->tables))
        continue;
      found = winerror_compiled_tables_get_name (part->tables, name, &entry);
      if (g_ascii_strcasecmp (found, symbol) != 0)
        continue;
      if (position != NULL)
        *position = winerror_catalog_part_get_position (part, entry);
      return found;
    }
  return NULL;
}
