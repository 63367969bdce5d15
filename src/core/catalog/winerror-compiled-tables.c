// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-compiled-tables-private.h"

#include "winerror-gettext.h"
#include "winerror-table-reader.h"

#include <stdlib.h>
#include <string.h>

struct _WinerrorCompiledTables
{
  gatomicrefcount references;
  GBytes *bytes;
  const WinerrorCompiledHead *head;
  const WinerrorCompiledTable *tables;
  const WinerrorCompiledEntry *rows;
  const guint32 *by_code;
  const WinerrorCompiledName *names;
  const char *texts;
  GPtrArray *objects; /* of WinerrorTable */
};

static gboolean
check_tables (const WinerrorCompiledTables *self)
{
  for (guint32 i = 0; i < self->head->n_tables; i++)
    {
      const WinerrorCompiledTable *row = &self->tables[i];

      if (row->family >= WINERROR_N_FAMILIES || row->texts[WINERROR_COMPILED_TEXT_ID] == 0 ||
          row->texts[WINERROR_COMPILED_TEXT_TITLE] == 0 ||
          (row->texts[WINERROR_COMPILED_TEXT_SOURCE_URI] |
           row->texts[WINERROR_COMPILED_TEXT_SOURCE_FILE]) == 0)
        return FALSE;
      for (guint j = 0; j < WINERROR_N_COMPILED_TEXTS; j++)
        if (row->texts[j] >= self->head->texts_size)
          return FALSE;
    }
  return TRUE;
}

static gboolean
check_rows (const WinerrorCompiledTables *self)
{
  guint32 size = self->head->texts_size;

  for (guint32 i = 0; i < self->head->n_rows; i++)
    {
      const WinerrorCompiledEntry *row = &self->rows[i];

      if (row->symbol >= size || row->aliases >= size || row->description >= size ||
          (row->symbol | row->description) == 0 || row->table >= self->head->n_tables ||
          row->met > WINERROR_MAX_MET || self->by_code[i] >= self->head->n_rows)
        return FALSE;
    }
  for (guint32 i = 0; i < self->head->n_names; i++)
    if (self->names[i].text >= size || self->names[i].entry >= self->head->n_rows)
      return FALSE;
  return TRUE;
}

/* Finds the parts; FALSE where they are not as the head says. */
static gboolean
find_parts (WinerrorCompiledTables *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  const WinerrorCompiledHead *head = (const WinerrorCompiledHead *) (gconstpointer) data;
  guint64 wanted = sizeof (WinerrorCompiledHead);

  if (size < sizeof (WinerrorCompiledHead) || GPOINTER_TO_SIZE (data) % sizeof (guint32) != 0 ||
      head->magic != WINERROR_COMPILED_MAGIC || head->version != WINERROR_COMPILED_VERSION)
    return FALSE;
  wanted += (guint64) head->n_tables * sizeof (WinerrorCompiledTable);
  wanted += (guint64) head->n_rows * (sizeof (WinerrorCompiledEntry) + sizeof (guint32));
  wanted += (guint64) head->n_names * sizeof (WinerrorCompiledName);
  wanted += head->texts_size;
  if (wanted != size || head->texts_size == 0 || data[size - 1] != '\0' ||
      head->n_tables > G_MAXUINT16 + 1)
    return FALSE;

  self->head = head;
  self->tables = (const WinerrorCompiledTable *) (gconstpointer) (head + 1);
  self->rows = (const WinerrorCompiledEntry *) (gconstpointer) (self->tables + head->n_tables);
  self->by_code = (const guint32 *) (gconstpointer) (self->rows + head->n_rows);
  self->names = (const WinerrorCompiledName *) (gconstpointer) (self->by_code + head->n_rows);
  self->texts = (const char *) (self->names + head->n_names);
  return self->texts[0] == '\0' && check_tables (self) && check_rows (self);
}

static const char *
text_at (const WinerrorCompiledTables *self, guint32 offset)
{
  return offset != 0 ? self->texts + offset : NULL;
}

/**
 * winerror_compiled_tables_new_own:
 * @bytes: what winerror_compiled_tables_write() has made
 * @origin: where the tables come from
 * @file: (nullable) (type filename): the path of their file
 * @error: (nullable): return location for a %WINERROR_TABLE_ERROR_MALFORMED where @bytes is
 *   something else
 *
 * Opens compiled tables. Whatever is in @bytes, nothing outside of it is read later. Only built-in
 * tables can be listed ones.
 *
 * Returns: (transfer full): the tables; %NULL with @error set
 */
WinerrorCompiledTables *
winerror_compiled_tables_new_own (GBytes *bytes,
                                  WinerrorTableOrigin origin,
                                  const char *file,
                                  GError **error)
{
  g_autoptr (WinerrorCompiledTables) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (WinerrorCompiledTables, 1);
  g_atomic_ref_count_init (&self->references);
  self->bytes = g_bytes_ref (bytes);
  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  if (!find_parts (self))
    {
      g_set_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_MALFORMED,
                   _ ("expected compiled tables, found something else"));
      return NULL;
    }

  for (guint32 i = 0; i < self->head->n_tables; i++)
    {
      const WinerrorCompiledTable *row = &self->tables[i];
      WinerrorTableInfo info = {
        .family = (WinerrorFamily) row->family,
        .listed = row->listed != 0 && origin == WINERROR_TABLE_ORIGIN_BUILT_IN,
        .has_anchors = row->has_anchors != 0,
        .first = row->first,
        .last = row->last,
        .origin = origin,
      };

      for (guint j = 0; j < WINERROR_N_COMPILED_TEXTS; j++)
        *winerror_compiled_get_text (&info, j) = (char *) text_at (self, row->texts[j]);
      info.file = (char *) file;
      g_ptr_array_add (self->objects, winerror_table_new_borrowed (&info, bytes));
    }
  return g_steal_pointer (&self);
}

/**
 * winerror_compiled_tables_new:
 * @bytes: what winerror_compiled_tables_write() has made
 * @error: (nullable): return location for an error of winerror_compiled_tables_new_own()
 *
 * Opens built-in tables.
 *
 * Returns: (transfer full): the tables; %NULL with @error set
 */
WinerrorCompiledTables *
winerror_compiled_tables_new (GBytes *bytes, GError **error)
{
  return winerror_compiled_tables_new_own (bytes, WINERROR_TABLE_ORIGIN_BUILT_IN, NULL, error);
}

/**
 * winerror_compiled_tables_ref:
 * @self: compiled tables
 *
 * Returns: (transfer full): the same
 */
WinerrorCompiledTables *
winerror_compiled_tables_ref (WinerrorCompiledTables *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * winerror_compiled_tables_unref:
 * @self: (transfer full): compiled tables
 */
void
winerror_compiled_tables_unref (WinerrorCompiledTables *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->objects);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * winerror_compiled_tables_get_n_tables:
 * @self: compiled tables
 *
 * Returns: how many tables there are
 */
guint
winerror_compiled_tables_get_n_tables (WinerrorCompiledTables *self)
{
  return self->objects->len;
}

/**
 * winerror_compiled_tables_get_table:
 * @self: compiled tables
 * @table: number of a table
 *
 * Returns: (transfer none): the table
 */
WinerrorTable *
winerror_compiled_tables_get_table (WinerrorCompiledTables *self, guint table)
{
  g_return_val_if_fail (table < self->objects->len, NULL);

  return self->objects->pdata[table];
}

/**
 * winerror_compiled_tables_get_n_entries:
 * @self: compiled tables
 *
 * Returns: how many entries there are
 */
guint
winerror_compiled_tables_get_n_entries (WinerrorCompiledTables *self)
{
  return self->head->n_rows;
}

/**
 * winerror_compiled_tables_get_entry:
 * @self: compiled tables
 * @entry: number of an entry
 * @info: (out caller-allocates): what its table says about it; the strings live as long as the
 *   table
 *
 * Returns: (transfer none): its table
 */
WinerrorTable *
winerror_compiled_tables_get_entry (WinerrorCompiledTables *self,
                                    guint entry,
                                    WinerrorEntryInfo *info)
{
  const WinerrorCompiledEntry *row;

  g_return_val_if_fail (entry < self->head->n_rows, NULL);
  g_return_val_if_fail (info != NULL, NULL);

  row = &self->rows[entry];
  *info = (WinerrorEntryInfo){
    .code = row->code,
    .symbol = text_at (self, row->symbol),
    .aliases = text_at (self, row->aliases),
    .description = text_at (self, row->description),
    .win32 = row->win32,
    .met = (guint8) row->met,
  };
  return self->objects->pdata[row->table];
}

/**
 * winerror_compiled_tables_get_entry_table:
 * @self: compiled tables
 * @entry: number of an entry
 *
 * Returns: (transfer none): its table
 */
WinerrorTable *
winerror_compiled_tables_get_entry_table (WinerrorCompiledTables *self, guint entry)
{
  g_return_val_if_fail (entry < self->head->n_rows, NULL);

  return self->objects->pdata[self->rows[entry].table];
}

/**
 * winerror_compiled_tables_lookup_code:
 * @self: compiled tables
 * @family: a family
 * @code: one of its values
 * @entry: (out): number of the first entry that has both
 *
 * Returns: whether there is such an entry
 */
gboolean
winerror_compiled_tables_lookup_code (WinerrorCompiledTables *self,
                                      WinerrorFamily family,
                                      guint32 code,
                                      guint *entry)
{
  guint32 low = 0;
  guint32 high = self->head->n_rows;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const WinerrorCompiledEntry *row = &self->rows[self->by_code[middle]];
      guint32 other = self->tables[row->table].family;

      if (other < (guint32) family || (other == (guint32) family && row->code < code))
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->head->n_rows || self->rows[self->by_code[low]].code != code ||
      self->tables[self->rows[self->by_code[low]].table].family != (guint32) family)
    return FALSE;
  *entry = self->by_code[low];
  return TRUE;
}

/**
 * winerror_compiled_tables_find_code:
 * @self: compiled tables: a single one
 * @code: a code
 *
 * Returns: number of the first entry whose code is not below @code; that of all entries where there
 *   is none
 */
guint
winerror_compiled_tables_find_code (WinerrorCompiledTables *self, guint32 code)
{
  guint low = 0;
  guint high = self->head->n_rows;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->rows[middle].code < code)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * winerror_compiled_tables_get_n_names:
 * @self: compiled tables
 *
 * Returns: how many symbols the entries have
 */
guint
winerror_compiled_tables_get_n_names (WinerrorCompiledTables *self)
{
  return self->head->n_names;
}

/**
 * winerror_compiled_tables_get_name:
 * @self: compiled tables
 * @name: number of a symbol; they are in the order of g_ascii_strcasecmp()
 * @entry: (out) (optional): number of the entry that has it
 *
 * Returns: (transfer none): the symbol
 */
const char *
winerror_compiled_tables_get_name (WinerrorCompiledTables *self, guint name, guint *entry)
{
  g_return_val_if_fail (name < self->head->n_names, NULL);

  if (entry != NULL)
    *entry = self->names[name].entry;
  return self->texts + self->names[name].text;
}

/**
 * winerror_compiled_tables_find_name:
 * @self: compiled tables
 * @text: a symbol or its beginning, in any letter case
 *
 * Returns: number of the first symbol that is not before @text; that of all symbols where there is
 *   none
 */
guint
winerror_compiled_tables_find_name (WinerrorCompiledTables *self, const char *text)
{
  guint low = 0;
  guint high = self->head->n_names;

  g_return_val_if_fail (text != NULL, 0);

  /* a table of a million symbols that begin alike is asked for many others */
  if (high > 0 && g_ascii_strcasecmp (self->texts + self->names[high - 1].text, text) < 0)
    return high;
  if (high > 0 && g_ascii_strcasecmp (self->texts + self->names[0].text, text) >= 0)
    return 0;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_ascii_strcasecmp (self->texts + self->names[middle].text, text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
