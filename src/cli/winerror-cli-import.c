// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-cli-import.h"

#include "winerror-gettext.h"
#include "winerror-import.h"
#include "winerror-text.h"

/* What was passed over, a line for each place, as compilers report. */
static void
print_messages (WinerrorImport *import, const char *file)
{
  g_autofree char *path = winerror_text_clean_path (file);
  guint n = winerror_import_get_n_messages (import);
  guint n_passed_over = winerror_import_get_n_passed_over (import);

  for (guint i = 0; i < n; i++)
    {
      const WinerrorImportMessage *message = winerror_import_get_message (import, i);

      g_printerr ("%s:%u:%u: %s\n", path, message->line, message->column, message->text);
    }
  if (n_passed_over > n)
    {
      /* Translators: a file, and how many places in it are not listed */
      g_printerr (ngettext ("%s: and %u more place", "%s: and %u more places", n_passed_over - n),
                  path, n_passed_over - n);
      g_printerr ("\n");
    }
}

static void
print_report (WinerrorImport *import, const char *file)
{
  g_autofree char *path = winerror_text_clean_path (file);
  guint n = winerror_import_get_n_entries (import);
  guint n_passed_over = winerror_import_get_n_passed_over (import);

  g_print ("%s: ", path);
  if (winerror_import_has_notes (import))
    g_print (ngettext ("%u note read", "%u notes read", n), n);
  else
    g_print (ngettext ("%u entry read", "%u entries read", n), n);
  if (n_passed_over > 0)
    {
      g_print (", ");
      g_print (ngettext ("%u place passed over", "%u places passed over", n_passed_over),
               n_passed_over);
    }
  g_print ("\n");
  for (const char *const *p = winerror_import_get_paths (import); *p != NULL; p++)
    {
      g_autofree char *written = winerror_text_clean_path (*p);

      g_print ("  %s\n", written);
    }
}

/**
 * winerror_cli_import:
 * @files: (array zero-terminated=1): names of files, in the encoding of file names
 * @folder: (nullable): path of the folder that tables are written into; %NULL for the user's own
 *
 * Reads files of codes or notes into a folder for tables, and prints for each what was read, to
 * standard output, and what was passed over, to standard error.
 *
 * Returns: the exit status: 0 all were read, 2 one was not
 */
int
winerror_cli_import (const char *const *files, const char *folder)
{
  int status = 0;

  for (; *files != NULL; files++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (*files);
      g_autoptr (GError) error = NULL;
      g_autoptr (WinerrorImport)
          import = winerror_import_file (file, folder, NULL, NULL, NULL, &error);

      if (import == NULL)
        {
          g_autofree char *clean = winerror_text_clean (error->message);

          g_printerr ("winerror-cli: %s\n", clean);
          status = 2;
          continue;
        }
      print_messages (import, *files);
      print_report (import, *files);
    }
  return status;
}
