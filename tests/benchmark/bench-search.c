// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* How long it takes from a key stroke to the complete answer, for the built-in tables and for large
 * ones. Times drift from run to run: compare the ratios, all of which come from one run. */

#include "generate.h"
#include "winerror-language.h"
#include "winerror-search.h"

#include <string.h>

#define N_RUNS 15

/* What the plain word may cost at the most: passes of memchr() over the same text. */
#define MAX_PASSES 6.0

static const struct
{
  const char *name;
  const char *query;
} queries[] = {
  { "plain word", "password" },
  { "one letter", "p" },
  { "three words, synonyms", "login account locked" },
  { "typing error", "pasword expird" },
  { "sentence", "The installation source for this product is not available. Verify that the source "
                "exists and that you can access it." },
  { "unknown word", "zzyzzx" },
  { "unknown symbol", "ERROR_NO_SUCH_THING" },
  { "everyday words", "cannot map network drive after password change" },
  { "number among words", "Error 1722 in setup mode" },
  { "code", "0x80070005" },
};

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
now (void)
{
  return (double) g_get_monotonic_time ();
}

/* Median time of a query in microseconds; of small tables a run is many queries. */
static double
time_query (WinerrorSearch *search, const char *query, guint repeats)
{
  double times[N_RUNS];

  for (gsize i = 0; i < N_RUNS; i++)
    {
      double start = now ();

      for (guint j = 0; j < repeats; j++)
        winerror_answer_unref (winerror_search_run (search, query));
      times[i] = (now () - start) / repeats;
    }
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  return times[N_RUNS / 2];
}

/* The same for a pass of memchr() over symbols and descriptions, for a letter that each line ends
 * with. */
static double
time_pass (WinerrorCatalog *catalog, guint repeats, gsize *size)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double times[N_RUNS];
  gsize n = 0;

  for (guint i = 0; i < winerror_catalog_get_n_entries (catalog); i++)
    {
      WinerrorEntryInfo info;

      winerror_catalog_get_info (catalog, i, &info);
      g_string_append_printf (text, "%s %s\n", info.symbol != NULL ? info.symbol : "",
                              info.description != NULL ? info.description : "");
    }
  for (gsize i = 0; i < N_RUNS; i++)
    {
      double start = now ();

      for (guint j = 0; j < repeats; j++)
        for (const char *p = text->str; (p = memchr (p, '\n', (gsize) (text->str + text->len - p)));
             p++)
          n++;
      times[i] = (now () - start) / repeats;
    }
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  g_assert_cmpuint (n, >, 0);
  *size = text->len;
  return times[N_RUNS / 2];
}

static gboolean
measure (WinerrorCatalog *catalog, guint repeats, double limit)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (WinerrorSearch) search = NULL;
  gsize size;
  double pass = time_pass (catalog, repeats, &size);
  double start = now ();
  double build;
  gboolean good = TRUE;

  search = winerror_search_new (catalog, language);
  winerror_answer_unref (winerror_search_run (search, "password"));
  build = now () - start;
  g_print ("%u entries, %.1f MB; a pass of memchr(): %.1f us\n",
           winerror_catalog_get_n_entries (catalog), (double) size / 1e6, pass);
  g_print ("  %-24s %10.0f us  %7.0f passes\n", "index", build, build / pass);
  /* the other languages are read when nothing is found for the first time */
  start = now ();
  winerror_answer_unref (winerror_search_run (search, "zzyzzx"));
  g_print ("  %-24s %10.0f us  %7.0f passes\n", "other languages", now () - start,
           (now () - start) / pass);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      double time = time_query (search, queries[i].query, repeats);
      gboolean slow = time > limit * 1000;

      g_print ("  %-24s %10.1f us  %7.1f passes%s\n", queries[i].name, time, time / pass,
               slow ? "  ABOVE THE LIMIT" : "");
      good &= !slow;
    }
  return good;
}

int
main (int argc, char **argv)
{
  /* limits in milliseconds: what is not felt, and a frame */
  static const struct
  {
    guint n_entries;
    guint repeats;
    double limit;
  } sizes[] = { { 0, 20, 1 }, { 25000, 2, 16 }, { 100000, 1, 16 } };
  gboolean good = TRUE;

  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (WinerrorCatalog) catalog = sizes[i].n_entries == 0
                                                ? winerror_catalog_new_built_in (NULL)
                                                : generate_catalog (sizes[i].n_entries);

      good &= measure (catalog, sizes[i].repeats, sizes[i].limit);
    }
  return good ? 0 : 1;
}
