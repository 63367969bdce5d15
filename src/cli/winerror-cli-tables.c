// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-cli-tables.h"

#include "winerror-gettext.h"
#include "winerror-settings.h"
#include "winerror-text.h"

/**
 * winerror_cli_load_tables:
 * @built_in: a catalog of the built-in tables
 *
 * Reads the tables and notes of the user, of shares and of the system, and says on standard error
 * what is wrong with them; the rest counts.
 *
 * Returns: (transfer full): them
 */
WinerrorOwnTables *
winerror_cli_load_tables (WinerrorCatalog *built_in)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings)
      settings = winerror_settings_may_name_tables () ? winerror_settings_new (&error) : NULL;
  WinerrorOwnTables *tables = winerror_own_tables_new (settings, built_in);
  g_auto (GStrv) errors = winerror_own_tables_load (tables);

  if (error != NULL)
    g_printerr ("winerror-cli: %s\n", error->message);
  for (gsize i = 0; errors[i] != NULL; i++)
    {
      g_autofree char *clean = winerror_text_clean (errors[i]);

      g_printerr ("winerror-cli: %s\n", clean);
    }
  return tables;
}

static void
print_row (const char *title,
           const char *family,
           guint n,
           const char *source,
           const char *license,
           const char *path)
{
  g_autofree char *clean = winerror_text_clean (title);
  g_autofree char *file = path != NULL ? winerror_text_clean_path (path) : g_strdup ("");

  g_print ("%s\t%s\t%u\t%s\t%s\t%s\n", clean, family, n, source != NULL ? source : "",
           license != NULL ? license : "", file);
}

static void
print_table (WinerrorTable *table, guint n)
{
  const WinerrorTableInfo *info = winerror_table_get_info (table);
  g_autofree char *title = winerror_table_dup_title (table);

  print_row (title, winerror_family_get_name (info->family), n,
             info->source_uri != NULL ? info->source_uri : info->source_file, info->license_id,
             info->file);
}

/* How many entries the built-in tables have: table -> number. */
static GHashTable *
count_built_in (WinerrorCatalog *catalog)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  guint n = winerror_catalog_get_n_built_in (catalog);

  for (guint i = 0; i < n; i++)
    {
      WinerrorTable *table = winerror_catalog_get_first_table (catalog, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, table));

      g_hash_table_insert (counts, table, GUINT_TO_POINTER (count + 1));
    }
  return counts;
}

/**
 * winerror_cli_print_tables:
 * @tables: the tables
 *
 * Prints a line for each table, cells between tabs: title, family, how many entries, source,
 * licence, file. Built-in tables have no file, notes no family; of what is switched off nothing is
 * counted.
 */
void
winerror_cli_print_tables (WinerrorOwnTables *tables)
{
  WinerrorCatalog *catalog = winerror_own_tables_get_catalog (tables);
  WinerrorOwnFiles *files = winerror_own_tables_get_files (tables);
  g_autoptr (GHashTable) counts = count_built_in (catalog);
  GPtrArray *all = winerror_catalog_get_tables (catalog);
  GPtrArray *own = files != NULL ? winerror_own_files_list (files) : NULL;

  for (guint i = 0; i < all->len; i++)
    if (winerror_table_get_info (all->pdata[i])->origin == WINERROR_TABLE_ORIGIN_BUILT_IN)
      print_table (all->pdata[i], GPOINTER_TO_UINT (g_hash_table_lookup (counts, all->pdata[i])));
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const WinerrorOwnFile *file = own->pdata[i];

      if (file->tables != NULL)
        print_table (winerror_compiled_tables_get_table (file->tables, 0), file->n_entries);
      else
        print_row (file->title, "", file->n_entries, NULL, NULL, file->path);
    }
}
