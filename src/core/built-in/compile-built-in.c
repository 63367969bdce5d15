// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Compiles table files: compile-built-in FOLDER FILE… writes what is looked up in place at run
 * time: tables.compiled, index.compiled, and sayings-LANGUAGE.compiled for each file of sayings.
 * Tables and entries come in the order of the files. What is written is looked through here, once
 * for all: the programs trust it. */

#include "winerror-advice.h"
#include "winerror-catalog.h"
#include "winerror-compiled-tables.h"
#include "winerror-index.h"
#include "winerror-sayings.h"
#include "winerror-table-reader.h"

#include <stdlib.h>
#include <string.h>

static gboolean
is_in (const char *path, const char *folder)
{
  g_autofree char *own = g_path_get_dirname (path);

  return g_str_has_suffix (own, folder);
}

static gboolean
read_files (char **paths, GPtrArray *entries, WinerrorAdviceBook *advice, GError **error)
{
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GMappedFile) file = NULL;
      g_autoptr (GBytes) bytes = NULL;
      GPtrArray *read;

      /* these are about a catalog that is there */
      if (is_in (paths[i], "sayings"))
        continue;
      file = g_mapped_file_new (paths[i], FALSE, error);
      if (file == NULL)
        return FALSE;
      bytes = g_mapped_file_get_bytes (file);
      if (is_in (paths[i], "advice"))
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
write_file (const char *folder, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents (path, data, (gssize) size, error);
}

static gboolean
compile_sayings (WinerrorCatalog *catalog,
                 WinerrorIndex *index,
                 const char *path,
                 const char *folder,
                 GError **error)
{
  g_autofree char *language = g_path_get_basename (path);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WinerrorSayings) sayings = NULL;

  language[strcspn (language, ".")] = '\0';
  name = g_strdup_printf ("sayings-%s.compiled", language);
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  bytes = winerror_sayings_compile (catalog, text, language, error);
  if (bytes != NULL)
    sayings = winerror_sayings_new (bytes, index, error);
  if (sayings == NULL || !winerror_sayings_check (sayings, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return write_file (folder, name, bytes, error);
}

static gboolean
compile (char **paths, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new ();
  g_autoptr (WinerrorAdviceBook) advice = winerror_advice_book_new ();
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GBytes) tables = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WinerrorIndex) index = NULL;

  if (!read_files (paths, entries, advice, error))
    return FALSE;
  tables = winerror_compiled_tables_write (entries);
  if (!winerror_catalog_add_compiled (catalog, tables, error))
    return FALSE;
  winerror_catalog_set_advice (catalog, g_steal_pointer (&advice));
  bytes = winerror_index_compile (catalog, language);
  index = winerror_index_new_from_bytes (bytes, language, error);
  if (index == NULL || !winerror_index_check (index, error))
    return FALSE;
  for (gsize i = 0; paths[i] != NULL; i++)
    if (is_in (paths[i], "sayings") && !compile_sayings (catalog, index, paths[i], folder, error))
      return FALSE;
  return write_file (folder, "tables.compiled", tables, error) &&
         write_file (folder, "index.compiled", bytes, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc < 3)
    {
      g_printerr ("usage: %s FOLDER FILE…\n", argv[0]);
      return EXIT_FAILURE;
    }
  if (!compile (argv + 2, argv[1], &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
