// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-about.h"

#include "winerror-catalog.h"
#include "winerror-config.h"
#include "winerror-gettext.h"
#include "winerror-viewer.h"

/* One credit per table: its title, whose texts they are, the page, its date, the licence. */
static void
add_tables (GtkAboutDialog *dialog, WinerrorCatalog *catalog)
{
  GPtrArray *tables = winerror_catalog_get_tables (catalog);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tables->len; i++)
    {
      WinerrorTable *table = g_ptr_array_index (tables, i);
      const WinerrorTableInfo *info = winerror_table_get_info (table);
      g_autofree char *title = winerror_table_dup_title (table);

      /* imported: the preferences say where it is from */
      if (info->source_uri == NULL || info->license_holder == NULL)
        continue;
      g_ptr_array_add (lines, g_strdup_printf ("%s %s", title, info->source_uri));
      /* Translators: whose texts they are, of which date, under which licence: Microsoft, …, … */
      g_ptr_array_add (lines, g_strdup_printf (_ ("%s, %s, licence %s"), info->license_holder,
                                               info->source_date, info->license_id));
    }
  g_ptr_array_add (lines, NULL);
  gtk_about_dialog_add_credit_section (dialog, _ ("Descriptions"), (const char **) lines->pdata);
}

/**
 * winerror_about_show:
 * @parent: (nullable): the window
 *
 * Shows what the program is, and where its table comes from.
 */
void
winerror_about_show (GtkWindow *parent)
{
  GtkAboutDialog *dialog = GTK_ABOUT_DIALOG (gtk_about_dialog_new ());
  g_autofree char *system = g_strdup_printf ("GTK %u.%u.%u\nGLib %u.%u.%u",
                                             gtk_get_major_version (), gtk_get_minor_version (),
                                             gtk_get_micro_version (), glib_major_version,
                                             glib_minor_version, glib_micro_version);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_about_dialog_set_program_name (dialog, "Winerror");
  gtk_about_dialog_set_logo_icon_name (dialog, WINERROR_APP_ID);
  gtk_about_dialog_set_version (dialog, WINERROR_VERSION);
  gtk_about_dialog_set_comments (dialog, _ ("Windows error codes for the help desk"));
  gtk_about_dialog_set_copyright (dialog, "© The Winerror developers");
  gtk_about_dialog_set_license (
      dialog, _ ("The program is under the MIT licence. The descriptions of the error codes are "
                 "Microsoft’s, under the Creative Commons Attribution 4.0 International licence "
                 "(CC BY 4.0); their translations are under the same licence."));
  gtk_about_dialog_set_wrap_license (dialog, TRUE);
  gtk_about_dialog_set_authors (dialog, (const char *[]){ "The Winerror developers", NULL });
  /* Translators: your name, one translator a line */
  gtk_about_dialog_set_translator_credits (dialog, _ ("translator-credits"));
  gtk_about_dialog_set_system_information (dialog, system);
  if (WINERROR_IS_VIEWER (parent))
    {
      WinerrorCatalog *catalog = winerror_viewer_get_catalog (WINERROR_VIEWER (parent));

      if (catalog != NULL)
        add_tables (dialog, catalog);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}
