// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What a window has to do for a million entries of own tables while they are read, imported,
 * switched off and removed: how long each turn of its main loop works, and each key stroke until
 * its frame is painted. */

#include "generate.h"
#include "thread-time.h"
#include "winerror-config.h"
#include "winerror-detail-panel.h"
#include "winerror-import-box.h"
#include "winerror-language.h"
#include "winerror-tables-page.h"
#include "winerror-ui-resources.h"
#include "winerror-window.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Cancels an import once it is on its way; says how long the longest turn was. */
static void
measure_cancelled (GtkWidget *page, GFile *file)
{
  GtkWidget *box = GTK_WIDGET (
      gtk_widget_get_template_child (page, WINERROR_TYPE_TABLES_PAGE, "import_box"));
  GtkProgressBar *bar = GTK_PROGRESS_BAR (
      gtk_widget_get_template_child (box, WINERROR_TYPE_IMPORT_BOX, "progress_bar"));
  GObject *button = gtk_widget_get_template_child (box, WINERROR_TYPE_IMPORT_BOX, "cancel_button");

  winerror_tables_page_import (WINERROR_TABLES_PAGE (page), file);
  while (gtk_progress_bar_get_fraction (bar) < 0.3)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (button, "clicked");
  while (gtk_widget_get_mapped (GTK_WIDGET (bar)))
    g_main_context_iteration (NULL, TRUE);
  settle ();
  g_print ("%-36s %8.1f ms the longest turn%s\n", "import cancelled", longest,
           longest < MAX_TURN ? "" : "  TOO LONG");
  good &= longest < MAX_TURN;
  longest = 0;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  painted = TRUE;
}

/* Waits until what has changed since @start is painted; says how long the thread worked for it. */
static double
wait_for_paint (double start)
{
  double time;

  painted = FALSE;
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  time = get_thread_time () - start;
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  return time;
}

/* Types a text key by key, clears it, and says which key stroke took longest. */
static void
type_text (GtkEditable *entry, const char *text)
{
  double longest_key = 0;
  double search = 0;
  double sum = 0;
  double cleared;
  int length = (int) strlen (text);
  int at = 0;

  for (int i = 0; i < length;)
    {
      double start = get_thread_time ();
      double searched;
      double time;

      gtk_editable_insert_text (entry, text + i, 1, &i);
      searched = get_thread_time () - start;
      time = wait_for_paint (start);
      sum += time;
      if (time > longest_key)
        {
          longest_key = time;
          search = searched;
          at = i;
        }
    }
  cleared = get_thread_time ();
  gtk_editable_delete_text (entry, 0, -1);
  cleared = wait_for_paint (cleared);
  good &= MAX (longest_key, cleared) < MAX_KEY;
  g_print ("  %-48s %6.1f ms, %6.1f ms of it the search, “%.*s”; mean %.1f ms; cleared %.1f ms%s\n",
           text, longest_key, search, at, text, sum / length, cleared,
           MAX (longest_key, cleared) < MAX_KEY ? "" : "  ABOVE THE LIMIT");
}

static void
press_keys (WinerrorWindow *window, const char *what)
{
  static const char *const texts[] = {
    "password wrong",
    "account locked",
    "pasword expird",
    "error",
    "ERROR_NO_SUCH_THING",
    "zzyzzx",
    "1326",
    "0xA0000007",
    "Error 1722 in setup mode",
    "LOGON_FAIL",
    "part number machine does not anwser",
    "cannot map network drive after password change",
  };
  GtkEditable *entry = GTK_EDITABLE (
      gtk_widget_get_template_child (GTK_WIDGET (window), WINERROR_TYPE_WINDOW, "search_entry"));

  for (guint run = 0; run < 2; run++)
    {
      g_print ("%s, from a key stroke until it is painted%s:\n", what, run > 0 ? ", again" : "");
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        type_text (entry, texts[i]);
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
  press_keys (window, "own tables");

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
  press_keys (window, "built-in tables alone");
  measure_cancelled (page, csv);
  winerror_tables_page_import (WINERROR_TABLES_PAGE (page), csv);
  measure (tables, "imported");
  press_keys (window, "one imported table");
  remove_files (folder);
  measure (tables, "removed");

  g_file_delete (csv, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (page_window));
  gtk_window_destroy (GTK_WINDOW (window));
  return good ? 0 : 1;
}
