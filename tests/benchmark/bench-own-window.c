// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What a window has to do for a million entries of own tables while they are read, imported,
 * switched off and removed: how long each turn of its main loop works, and each key stroke until
 * its frame is painted. */

#include "generate.h"
#include "thread-time.h"
#include "winerror-config.h"
#include "winerror-detail-panel.h"
#include "winerror-language.h"
#include "winerror-tables-page.h"
#include "winerror-ui-resources.h"
#include "winerror-window.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define N_ENTRIES 1000000

/* A frame, and what is felt, in milliseconds. */
#define MAX_KEY  16.0
#define MAX_TURN 50.0

/* After so many milliseconds without news nothing follows. */
#define QUIET 1500

static double latest;
static double longest;
static gboolean painted;
static gboolean good = TRUE;

/* A turn goes from one wait to the next. */
static int
wait_for_turn (GPollFD *fds, guint n, int timeout)
{
  int result;

  longest = MAX (longest, get_thread_time () - latest);
  result = g_poll (fds, n, timeout);
  latest = get_thread_time ();
  return result;
}

static gboolean
quiet_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
changed_cb (WinerrorOwnTables *tables, gpointer data)
{
  *(guint *) data += 1;
}

/* Goes on until nothing follows. */
static void
settle (void)
{
  gboolean quiet = FALSE;

  g_timeout_add (QUIET, quiet_cb, &quiet);
  while (!quiet)
    g_main_context_iteration (NULL, TRUE);
}

/* Goes on until the tables have changed and nothing follows; says how long the longest turn was. */
static void
measure (WinerrorOwnTables *tables, const char *what)
{
  guint n_changes = 0;
  gulong handler = g_signal_connect_after (tables, "changed", G_CALLBACK (changed_cb), &n_changes);
  gint64 start = g_get_monotonic_time ();
  double seconds;

  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  seconds = (double) (g_get_monotonic_time () - start) / 1e6;
  settle ();
  g_signal_handler_disconnect (tables, handler);
  g_print ("%-36s %8.1f ms the longest turn%s (%u entries after %.1f s)\n", what, longest,
           longest < MAX_TURN ? "" : "  TOO LONG",
           winerror_catalog_get_n_entries (winerror_own_tables_get_catalog (tables)), seconds);
  good &= longest < MAX_TURN;
  longest = 0;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  painted = TRUE;
}

static void
press_keys (WinerrorWindow *window)
{
  static const char *const texts[] = {
    "p",
    "pa",
    "password",
    "password wrong",
    "account locked",
    "pasword expird",
    "e",
    "er",
    "error",
    "ERROR_",
    "ERROR_NO_SUCH",
    "ERROR_NO_SUCH_THING",
    "zzyzzx",
    "1",
    "13",
    "1326",
    "0xA",
    "0xA00",
    "0xA0000007",
    "Error 1722 in setup mode",
    "LOGON_FAIL",
    "cannot map network drive after password change",
    "",
  };
  GtkEditable *entry = GTK_EDITABLE (
      gtk_widget_get_template_child (GTK_WIDGET (window), WINERROR_TYPE_WINDOW, "search_entry"));

  for (guint run = 0; run < 2; run++)
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        double start = get_thread_time ();
        double time;
        double search;

        gtk_editable_set_text (entry, texts[i]);
        search = get_thread_time () - start;
        painted = FALSE;
        while (!painted)
          g_main_context_iteration (NULL, TRUE);
        time = get_thread_time () - start;
        g_print ("  %-48s %6.1f ms until it is painted, %6.1f ms of it the search%s\n", texts[i],
                 time, search, time < MAX_KEY ? "" : "  ABOVE THE LIMIT");
        good &= time < MAX_KEY;
        while (g_main_context_iteration (NULL, FALSE))
          continue;
      }
  longest = 0;
}

/* A file as a help desk would export it. */
static GFile *
write_csv (const char *home, guint n)
{
  g_autofree char *path = g_build_filename (home, "export.csv", NULL);
  FILE *out = fopen (path, "w");

  fputs ("code,symbol,description\n", out);
  for (guint i = 0; i < n; i++)
    fprintf (out, "0x%X,ACME_E_%u,\"The part number %u of the machine does not answer, or %u\"\n",
             0xB0000000u + i, i, i, i % 977);
  fclose (out);
  return g_file_new_for_path (path);
}

static void
switch_tables (GSettings *settings, const char *folder, guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("generated-%02u.xml", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "disabled-tables", (const char *const *) paths);
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("winerror-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (home, "winerror", "tables", NULL);
  guint n = argc > 1 ? (guint) atoi (argv[1]) : N_ENTRIES;
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (WinerrorCatalog) built_in = NULL;
  g_autoptr (WinerrorOwnTables) tables = NULL;
  g_autoptr (GFile) csv = NULL;
  WinerrorWindow *window;
  GtkWidget *page_window;
  GtkWidget *page;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  gtk_init ();
  g_mkdir_with_parents (folder, 0700);
  generate_own_files (folder, n);
  csv = write_csv (home, n);

  g_resources_register (winerror_ui_get_resource ());
  settings = g_settings_new (WINERROR_APP_ID);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  built_in = winerror_catalog_new_built_in (NULL);
  tables = winerror_own_tables_new (settings, built_in);
  window = winerror_window_new (application, settings, built_in, NULL);
  winerror_window_follow_tables (window, tables);
  gtk_window_present (GTK_WINDOW (window));
  while (winerror_own_tables_get_files (tables) == NULL &&
         gtk_widget_get_frame_clock (GTK_WIDGET (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (after_paint_cb), NULL);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);

  latest = get_thread_time ();
  g_main_context_set_poll_func (NULL, wait_for_turn);
  measure (tables, "read");
  press_keys (window);

  page_window = gtk_window_new ();
  page = winerror_tables_page_new (settings, tables);
  gtk_window_set_child (GTK_WINDOW (page_window), page);
  gtk_window_present (GTK_WINDOW (page_window));
  settle ();
  longest = 0;

  switch_tables (settings, folder, 1);
  measure (tables, "one table switched off");
  switch_tables (settings, folder, 0);
  measure (tables, "switched on again");
  switch_tables (settings, folder, 99);
  measure (tables, "all switched off");
  switch_tables (settings, folder, 0);
  measure (tables, "switched on again");
  remove_files (folder);
  measure (tables, "all removed");
  winerror_tables_page_import (WINERROR_TABLES_PAGE (page), csv);
  measure (tables, "imported");
  press_keys (window);
  remove_files (folder);
  measure (tables, "removed");

  g_file_delete (csv, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (page_window));
  gtk_window_destroy (GTK_WINDOW (window));
  return good ? 0 : 1;
}
