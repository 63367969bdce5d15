// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Compiles table files: compile-built-in TABLES INDEX FILE… writes what is looked up in place at
 * run time. Tables and entries come in the order of the files. */

#include "winerror-advice.h"
#include "winerror-catalog.h"
#include "winerror-compiled-tables.h"
#include "winerror-index.h"
#include "winerror-table-reader.h"

#include <stdlib.h>

static gboolean
is_advice (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_str_has_suffix (folder, "advice");
}

static gboolean
read_files (char **paths, GPtrArray *entries, WinerrorAdviceBook *advice, GError **error)
{
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GMappedFile) file = g_mapped_file_new (paths[i], FALSE, error);
      g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
      GPtrArray *read;

      if (bytes == NULL)
        return FALSE;
      if (is_advice (paths[i]))
        {
          if (!winerror_advice_book_add_file (advice, bytes, paths[i], error))
            return FALSE;
          continue;
        }
      read = winerror_table_read (bytes, paths[i], error);
      if (read == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (entries, read);
    }
  return TRUE;
}

static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents (path, data, (gssize) size, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new ();
  g_autoptr (WinerrorAdviceBook) advice = winerror_advice_book_new ();
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GBytes) tables = NULL;
  g_autoptr (GBytes) index = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 4)
    {
      g_printerr ("usage: %s TABLES INDEX FILE…\n", argv[0]);
      return EXIT_FAILURE;
    }
  if (!read_files (argv + 3, entries, advice, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  tables = winerror_compiled_tables_write (entries);
  if (!winerror_catalog_add_compiled (catalog, tables, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  winerror_catalog_set_advice (catalog, g_steal_pointer (&advice));
  index = winerror_index_compile (catalog, language);
  if (!write_file (argv[1], tables, &error) || !write_file (argv[2], index, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
