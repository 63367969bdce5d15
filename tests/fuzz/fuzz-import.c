// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Any file: it is refused with a message, or the tables made of it are tables of Winerror with the
 * same entries; notes are read again as the same notes. */

#include "winerror-entry.h"
#include "winerror-import-private.h"
#include "winerror-table-reader.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_notes (WinerrorImport *import)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorImport)
      again = winerror_import_read (import->verbatim, "input", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (winerror_import_has_notes (again));
  g_assert_true (g_bytes_equal (import->verbatim, again->verbatim));
}

static void
check_tables (WinerrorImport *import)
{
  guint n = winerror_import_get_n_entries (import);
  guint to;

  for (guint from = 0; from < n; from = to)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GBytes) bytes = NULL;
      WinerrorFamily family = winerror_import_get_entry (import, from)->family;
      char *text;

      for (to = from; to < n && winerror_import_get_entry (import, to)->family == family; to++)
        ;
      text = winerror_import_write_table (import, "own.input", from, to, FALSE);
      bytes = g_bytes_new_take (text, strlen (text));
      entries = winerror_table_read (bytes, "input.xml", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (entries->len, ==, to - from);
      for (guint i = 0; i < entries->len; i++)
        {
          const WinerrorImportEntry *entry = winerror_import_get_entry (import, from + i);

          g_assert_true (winerror_entry_get_code (entries->pdata[i]) == entry->code);
          g_assert_cmpstr (winerror_entry_get_symbol (entries->pdata[i]), ==, entry->symbol);
        }
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorImport)
      import = winerror_import_read (bytes, "input", NULL, NULL, NULL, &error);

  if (import == NULL)
    {
      g_assert_true (error != NULL && g_str_has_prefix (error->message, "input:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_true (error == NULL && winerror_import_get_n_entries (import) > 0);
  if (winerror_import_has_notes (import))
    check_notes (import);
  else if (import->verbatim == NULL)
    check_tables (import);
  return 0;
}
