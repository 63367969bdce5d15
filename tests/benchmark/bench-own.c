// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What a million entries of a help desk's own tables cost: how long the main thread is kept from
 * painting when they come, and how long each key stroke takes afterwards. */

#include "generate.h"
#include "thread-time.h"
#include "winerror-own-tables.h"
#include "winerror-search.h"

#include <stdio.h>
#include <stdlib.h>

#define N_ENTRIES 1000000
#define N_RUNS    7

/* A frame, and what is felt, in microseconds. */
#define MAX_KEY   16000.0
#define MAX_BLOCK 50000.0

static const char *const queries[] = {
  "password",
  "p",
  "pa",
  "e",
  "error",
  "ERROR_",
  "account locked",
  "pasword expird",
  "cannot map network drive after password change",
  "zzyzzx",
  "1",
  "13",
  "1326",
  "0xA",
  "0xA00",
  "0xA0000007",
  "Error 1722 in setup mode",
  "LOGON_FAIL",
  "ERROR_NO_SUCH_THING",
  "part number machine does not anwser",
};

static double
now (void)
{
  return (double) g_get_monotonic_time ();
}

static double
worked (void)
{
  return get_thread_time () * 1000;
}

static void
changed_cb (WinerrorOwnTables *tables, gpointer data)
{
  g_main_loop_quit (data);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
time_query (WinerrorSearch *search, const char *query, double *first)
{
  double times[N_RUNS];

  for (gsize i = 0; i < N_RUNS; i++)
    {
      double start = worked ();

      winerror_answer_unref (winerror_search_run (search, query));
      times[i] = worked () - start;
      if (i == 0)
        *first = times[i];
    }
  qsort (times, N_RUNS, sizeof times[0], compare);
  return times[N_RUNS / 2];
}

static double latest;
static double longest;

/* The longest work between two turns of the main loop while the tables are read. */
static gboolean
tick (gpointer data)
{
  longest = MAX (longest, worked () - latest);
  latest = worked ();
  return G_SOURCE_CONTINUE;
}

static gboolean
measure (WinerrorOwnTables *tables, WinerrorSearch *search)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gboolean good = TRUE;
  double start = now ();
  double time;
  guint source;

  g_signal_connect (tables, "changed", G_CALLBACK (changed_cb), loop);
  latest = worked ();
  source = g_timeout_add (1, tick, NULL);
  winerror_own_tables_start (tables);
  g_main_loop_run (loop);
  g_source_remove (source);
  g_print ("%u entries, read in %.1f s; the main loop was kept for %.1f ms at the most\n",
           winerror_catalog_get_n_entries (winerror_own_tables_get_catalog (tables)),
           (now () - start) / 1e6, longest / 1e3);

  start = worked ();
  winerror_search_set_catalog (search, winerror_own_tables_get_catalog (tables),
                               winerror_own_tables_get_indexes (tables));
  winerror_search_prepare (search, TRUE);
  time = worked () - start;
  good &= longest < MAX_BLOCK && time < MAX_BLOCK;
  g_print ("  %-48s %8.0f us%s\n", "taken over", time, time < MAX_BLOCK ? "" : "  TOO LONG");
  while (winerror_search_prepare (search, TRUE))
    continue;
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      double first = 0;

      time = time_query (search, queries[i], &first);
      good &= time < MAX_KEY;
      g_print ("  %-48s %8.0f us, first %8.0f us%s\n", queries[i], time, first,
               time < MAX_KEY ? "" : "  ABOVE THE LIMIT");
    }
  return good;
}

int
main (int argc, char **argv)
{
  g_autoptr (WinerrorCatalog) built_in = NULL;
  g_autoptr (WinerrorLanguage) language = NULL;
  g_autoptr (WinerrorOwnTables) tables = NULL;
  g_autoptr (WinerrorSearch) search = NULL;
  g_autofree char *home = g_dir_make_tmp ("winerror-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (home, "winerror", "tables", NULL);
  guint n = argc > 1 ? (guint) atoi (argv[1]) : N_ENTRIES;
  gboolean good;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  g_mkdir_with_parents (folder, 0700);
  generate_own_files (folder, n);
  language = winerror_language_new_source ();
  built_in = winerror_catalog_new_built_in (NULL);
  tables = winerror_own_tables_new (NULL, built_in);
  search = winerror_search_new (built_in, language);
  while (winerror_search_prepare (search, TRUE))
    continue;
  /* waits for the languages */
  winerror_answer_unref (winerror_search_run (search, "zzyzzx"));
  good = measure (tables, search);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("generated-%02u.xml", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      remove (path);
    }
  return good ? 0 : 1;
}
