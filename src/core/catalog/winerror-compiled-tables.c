// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-compiled-tables.h"

#include "winerror-table-reader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* The file: a head, then the parts in this order, each of them numbers of 32 bits in the byte order
 * of the machine: tables, rows, the numbers of the rows in order of family and code, and names in
 * order; at last texts, each with a NUL after it. Text 0 is none. */
#define MAGIC   0x54524557u /* WERT */
#define VERSION 1u

typedef struct
{
  guint32 magic;
  guint32 version;
  guint32 n_tables;
  guint32 n_rows;
  guint32 n_names;
  guint32 texts_size;
} Head;

/* Which text of a table is which. */
enum
{
  TEXT_ID,
  TEXT_TITLE,
  TEXT_HEADER,
  TEXT_MINIMUM_CLIENT,
  TEXT_MINIMUM_SERVER,
  TEXT_SOURCE_URI,
  TEXT_SOURCE_DATE,
  TEXT_LICENSE_ID,
  TEXT_LICENSE_URI,
  TEXT_LICENSE_HOLDER,
  N_TEXTS
};

typedef struct
{
  guint32 texts[N_TEXTS];
  guint32 family;
  guint32 listed;
  guint32 has_anchors;
  guint32 first;
  guint32 last;
} TableRow;

typedef struct
{
  guint32 code;
  guint32 symbol;
  guint32 aliases;
  guint32 description;
  guint16 table;
  guint16 win32;
  guint32 met;
} EntryRow;

typedef struct
{
  guint32 text;
  guint32 entry;
} NameRow;

struct _WinerrorCompiledTables
{
  GBytes *bytes;
  const Head *head;
  const TableRow *tables;
  const EntryRow *rows;
  const guint32 *by_code;
  const NameRow *names;
  const char *texts;
  GPtrArray *objects; /* of WinerrorTable */
};

/* Where the text of a table is. */
static char **
get_text (WinerrorTableInfo *info, guint text)
{
  char **const texts[N_TEXTS] = {
    [TEXT_ID] = &info->id,
    [TEXT_TITLE] = &info->title,
    [TEXT_HEADER] = &info->header,
    [TEXT_MINIMUM_CLIENT] = &info->minimum_client,
    [TEXT_MINIMUM_SERVER] = &info->minimum_server,
    [TEXT_SOURCE_URI] = &info->source_uri,
    [TEXT_SOURCE_DATE] = &info->source_date,
    [TEXT_LICENSE_ID] = &info->license_id,
    [TEXT_LICENSE_URI] = &info->license_uri,
    [TEXT_LICENSE_HOLDER] = &info->license_holder,
  };

  return texts[text];
}

/* Writing */

typedef struct
{
  GArray *tables; /* TableRow */
  GArray *rows;   /* EntryRow */
  GArray *names;  /* NameRow */
  GString *texts;
  GHashTable *offsets; /* of texts */
} Writer;

static guint32
write_text (Writer *self, const char *text)
{
  guint32 offset;

  if (text == NULL || text[0] == '\0')
    return 0;
  offset = GPOINTER_TO_UINT (g_hash_table_lookup (self->offsets, text));
  if (offset == 0)
    {
      offset = (guint32) self->texts->len;
      g_string_append_len (self->texts, text, (gssize) strlen (text) + 1);
      g_hash_table_insert (self->offsets, g_strdup (text), GUINT_TO_POINTER (offset));
    }
  return offset;
}

static void
write_table (Writer *self, WinerrorTable *table)
{
  WinerrorTableInfo info = *winerror_table_get_info (table);
  TableRow row = {
    .family = info.family,
    .listed = (guint32) info.listed,
    .has_anchors = (guint32) info.has_anchors,
    .first = info.first,
    .last = info.last,
  };

  for (guint i = 0; i < N_TEXTS; i++)
    row.texts[i] = write_text (self, *get_text (&info, i));
  g_array_append_val (self->tables, row);
}

static void
write_names (Writer *self, const char *names, guint32 entry)
{
  g_auto (GStrv) words = names != NULL ? g_strsplit (names, " ", -1) : NULL;

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      NameRow row = { .text = write_text (self, words[i]), .entry = entry };

      g_array_append_val (self->names, row);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Writer *self = data;
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;
  const EntryRow *one = &g_array_index (self->rows, EntryRow, left);
  const EntryRow *two = &g_array_index (self->rows, EntryRow, right);
  guint32 first = g_array_index (self->tables, TableRow, one->table).family;
  guint32 second = g_array_index (self->tables, TableRow, two->table).family;

  if (first != second)
    return first < second ? -1 : 1;
  if (one->code != two->code)
    return one->code < two->code ? -1 : 1;
  return left < right ? -1 : left > right;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const Writer *self = data;
  const NameRow *left = a;
  const NameRow *right = b;
  int order = g_ascii_strcasecmp (self->texts->str + left->text, self->texts->str + right->text);

  if (order != 0)
    return order;
  return left->entry < right->entry ? -1 : left->entry > right->entry;
}

static void
append_part (GByteArray *out, gconstpointer data, gsize size)
{
  g_byte_array_append (out, data, (guint) size);
}

/**
 * winerror_compiled_tables_write:
 * @entries: (element-type WinerrorEntry): the entries of one table or several, those of each
 *   together
 *
 * Returns: (transfer full): what winerror_compiled_tables_new() takes on the same machine
 */
GBytes *
winerror_compiled_tables_write (GPtrArray *entries)
{
  Writer self = {
    .tables = g_array_new (FALSE, FALSE, sizeof (TableRow)),
    .rows = g_array_new (FALSE, FALSE, sizeof (EntryRow)),
    .names = g_array_new (FALSE, FALSE, sizeof (NameRow)),
    .texts = g_string_new (NULL),
    .offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  GByteArray *out = g_byte_array_new ();
  g_autofree guint32 *by_code = NULL;
  WinerrorTable *table = NULL;
  Head head = { .magic = MAGIC, .version = VERSION };

  g_return_val_if_fail (entries != NULL, NULL);

  g_string_append_c (self.texts, '\0');
  for (guint i = 0; i < entries->len; i++)
    {
      const WinerrorEntryInfo *info = winerror_entry_get_info (entries->pdata[i]);
      EntryRow row;

      if (winerror_entry_get_table (entries->pdata[i]) != table)
        {
          table = winerror_entry_get_table (entries->pdata[i]);
          write_table (&self, table);
        }
      row = (EntryRow){
        .code = info->code,
        .symbol = write_text (&self, info->symbol),
        .aliases = write_text (&self, info->aliases),
        .description = write_text (&self, info->description),
        .table = (guint16) (self.tables->len - 1),
        .win32 = info->win32,
        .met = info->met,
      };
      g_array_append_val (self.rows, row);
      write_names (&self, info->symbol, i);
      write_names (&self, info->aliases, i);
    }
  by_code = g_new (guint32, entries->len + 1);
  for (guint32 i = 0; i < entries->len; i++)
    by_code[i] = i;
  g_qsort_with_data (by_code, (int) entries->len, sizeof *by_code, compare_rows, &self);
  g_array_sort_with_data (self.names, compare_names, &self);

  head.n_tables = self.tables->len;
  head.n_rows = self.rows->len;
  head.n_names = self.names->len;
  head.texts_size = (guint32) self.texts->len;
  append_part (out, &head, sizeof head);
  append_part (out, self.tables->data, self.tables->len * sizeof (TableRow));
  append_part (out, self.rows->data, self.rows->len * sizeof (EntryRow));
  append_part (out, by_code, self.rows->len * sizeof *by_code);
  append_part (out, self.names->data, self.names->len * sizeof (NameRow));
  append_part (out, self.texts->str, self.texts->len);

  g_array_unref (self.tables);
  g_array_unref (self.rows);
  g_array_unref (self.names);
  g_string_free (self.texts, TRUE);
  g_hash_table_unref (self.offsets);
  return g_byte_array_free_to_bytes (out);
}

/* Reading */

static gboolean
check_tables (const WinerrorCompiledTables *self)
{
  for (guint32 i = 0; i < self->head->n_tables; i++)
    {
      const TableRow *row = &self->tables[i];

      if (row->family >= WINERROR_N_FAMILIES || row->texts[TEXT_ID] == 0 ||
          row->texts[TEXT_TITLE] == 0 || row->texts[TEXT_SOURCE_URI] == 0)
        return FALSE;
      for (guint j = 0; j < N_TEXTS; j++)
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
      const EntryRow *row = &self->rows[i];

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
  const Head *head = (const Head *) (gconstpointer) data;
  guint64 wanted = sizeof (Head);

  if (size < sizeof (Head) || GPOINTER_TO_SIZE (data) % sizeof (guint32) != 0 ||
      head->magic != MAGIC || head->version != VERSION)
    return FALSE;
  wanted += (guint64) head->n_tables * sizeof (TableRow);
  wanted += (guint64) head->n_rows * (sizeof (EntryRow) + sizeof (guint32));
  wanted += (guint64) head->n_names * sizeof (NameRow);
  wanted += head->texts_size;
  if (wanted != size || head->texts_size == 0 || data[size - 1] != '\0' ||
      head->n_tables > G_MAXUINT16 + 1)
    return FALSE;

  self->head = head;
  self->tables = (const TableRow *) (gconstpointer) (head + 1);
  self->rows = (const EntryRow *) (gconstpointer) (self->tables + head->n_tables);
  self->by_code = (const guint32 *) (gconstpointer) (self->rows + head->n_rows);
  self->names = (const NameRow *) (gconstpointer) (self->by_code + head->n_rows);
  self->texts = (const char *) (self->names + head->n_names);
  return self->texts[0] == '\0' && check_tables (self) && check_rows (self);
}

static const char *
text_at (const WinerrorCompiledTables *self, guint32 offset)
{
  return offset != 0 ? self->texts + offset : NULL;
}

/**
 * winerror_compiled_tables_new:
 * @bytes: what winerror_compiled_tables_write() has made
 * @error: (nullable): return location for a %WINERROR_TABLE_ERROR_MALFORMED where @bytes is
 *   something else
 *
 * Opens compiled tables. Whatever is in @bytes, nothing outside of it is read later.
 *
 * Returns: (transfer full): the tables; %NULL with @error set
 */
WinerrorCompiledTables *
winerror_compiled_tables_new (GBytes *bytes, GError **error)
{
  g_autoptr (WinerrorCompiledTables) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (WinerrorCompiledTables, 1);
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
      const TableRow *row = &self->tables[i];
      WinerrorTableInfo info = {
        .family = (WinerrorFamily) row->family,
        .listed = row->listed != 0,
        .has_anchors = row->has_anchors != 0,
        .first = row->first,
        .last = row->last,
      };

      for (guint j = 0; j < N_TEXTS; j++)
        *get_text (&info, j) = (char *) text_at (self, row->texts[j]);
      g_ptr_array_add (self->objects, winerror_table_new_borrowed (&info, bytes));
    }
  return g_steal_pointer (&self);
}

/**
 * winerror_compiled_tables_free:
 * @self: (transfer full): compiled tables
 */
void
winerror_compiled_tables_free (WinerrorCompiledTables *self)
{
  g_return_if_fail (self != NULL);

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
  const EntryRow *row;

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
      const EntryRow *row = &self->rows[self->by_code[middle]];
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
