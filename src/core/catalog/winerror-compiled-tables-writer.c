// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Makes the bytes that compiled tables are. */

#include "winerror-compiled-tables-private.h"

#include <string.h>

typedef struct
{
  GArray *tables; /* WinerrorCompiledTable */
  GArray *rows;   /* WinerrorCompiledEntry */
  GArray *names;  /* WinerrorCompiledName */
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
  WinerrorCompiledTable row = {
    .family = info.family,
    .listed = (guint32) info.listed,
    .has_anchors = (guint32) info.has_anchors,
    .first = info.first,
    .last = info.last,
  };

  for (guint i = 0; i < WINERROR_N_COMPILED_TEXTS; i++)
    row.texts[i] = write_text (self, *winerror_compiled_get_text (&info, i));
  g_array_append_val (self->tables, row);
}

static void
write_names (Writer *self, const char *names, guint32 entry)
{
  g_auto (GStrv) words = names != NULL ? g_strsplit (names, " ", -1) : NULL;

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      WinerrorCompiledName row = { .text = write_text (self, words[i]), .entry = entry };

      g_array_append_val (self->names, row);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Writer *self = data;
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;
  const WinerrorCompiledEntry *one = &g_array_index (self->rows, WinerrorCompiledEntry, left);
  const WinerrorCompiledEntry *two = &g_array_index (self->rows, WinerrorCompiledEntry, right);
  guint32 first = g_array_index (self->tables, WinerrorCompiledTable, one->table).family;
  guint32 second = g_array_index (self->tables, WinerrorCompiledTable, two->table).family;

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
  const WinerrorCompiledName *left = a;
  const WinerrorCompiledName *right = b;
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
  Writer self;
  GByteArray *out;
  g_autoptr (GArray) by_code = NULL;
  WinerrorTable *table = NULL;
  WinerrorCompiledHead head = { .magic = WINERROR_COMPILED_MAGIC,
                                .version = WINERROR_COMPILED_VERSION };

  g_return_val_if_fail (entries != NULL, NULL);

  self = (Writer){
    .tables = g_array_new (FALSE, FALSE, sizeof (WinerrorCompiledTable)),
    .rows = g_array_new (FALSE, FALSE, sizeof (WinerrorCompiledEntry)),
    .names = g_array_new (FALSE, FALSE, sizeof (WinerrorCompiledName)),
    .texts = g_string_new (NULL),
    .offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  out = g_byte_array_new ();
  g_string_append_c (self.texts, '\0');
  for (guint i = 0; i < entries->len; i++)
    {
      const WinerrorEntryInfo *info = winerror_entry_get_info (entries->pdata[i]);
      WinerrorCompiledEntry row;

      if (winerror_entry_get_table (entries->pdata[i]) != table)
        {
          table = winerror_entry_get_table (entries->pdata[i]);
          write_table (&self, table);
        }
      row = (WinerrorCompiledEntry){
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
  by_code = g_array_sized_new (FALSE, FALSE, sizeof (guint32), entries->len);
  for (guint32 i = 0; i < entries->len; i++)
    g_array_append_val (by_code, i);
  g_array_sort_with_data (by_code, compare_rows, &self);
  g_array_sort_with_data (self.names, compare_names, &self);

  head.n_tables = self.tables->len;
  head.n_rows = self.rows->len;
  head.n_names = self.names->len;
  head.texts_size = (guint32) self.texts->len;
  append_part (out, &head, sizeof head);
  append_part (out, self.tables->data, self.tables->len * sizeof (WinerrorCompiledTable));
  append_part (out, self.rows->data, self.rows->len * sizeof (WinerrorCompiledEntry));
  append_part (out, by_code->data, by_code->len * sizeof (guint32));
  append_part (out, self.names->data, self.names->len * sizeof (WinerrorCompiledName));
  append_part (out, self.texts->str, self.texts->len);

  g_array_unref (self.tables);
  g_array_unref (self.rows);
  g_array_unref (self.names);
  g_string_free (self.texts, TRUE);
  g_hash_table_unref (self.offsets);
  return g_byte_array_free_to_bytes (out);
}
