// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Key stroke to painted frame: what the main thread works from the change of the search entry to
 * the end of the frame that shows the complete result, for the built-in table and for a large one;
 * and the very first key stroke of a run, with the longest turn of the main loop of those that
 * follow it: what the next one may have to wait for. */

#include "generate.h"
#include "thread-time.h"
#include "winerror-config.h"
#include "winerror-detail-panel.h"
#include "winerror-language.h"
#include "winerror-ui-resources.h"
#include "winerror-window.h"

#define N_RUNS 15

/* Who has opened the window takes so long to type, in milliseconds. */
#define PAUSE 1000

static gboolean painted;

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  painted = TRUE;
}

static void
wait_for_frame (void)
{
  painted = FALSE;
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
pause_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
pause_typing (void)
{
  gboolean over = FALSE;

  g_timeout_add (PAUSE, pause_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Does what is left to do after a frame. Returns how long the longest turn took. */
static double
finish_turns (void)
{
  double longest = 0;
  double start = get_thread_time ();

  while (g_main_context_iteration (NULL, FALSE))
    {
      longest = MAX (longest, get_thread_time () - start);
      start = get_thread_time ();
    }
  return longest;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static gpointer
find (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), WINERROR_TYPE_WINDOW, name);
}

static void
measure (GtkApplication *application, GSettings *settings, WinerrorCatalog *catalog)
{
  static const char *const texts[] = { "p", "pa", "password", "password wrong", "1326", "" };
  WinerrorWindow *window = winerror_window_new (application, settings, catalog, NULL);
  WinerrorDetailPanel *panel = find (window, "detail_panel");
  GtkEditable *entry = GTK_EDITABLE (find (window, "search_entry"));
  double times[G_N_ELEMENTS (texts)][N_RUNS];

  gtk_window_present (GTK_WINDOW (window));
  while (!winerror_detail_panel_is_ready (panel))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (after_paint_cb), NULL);
  pause_typing ();

  for (guint run = 0; run < N_RUNS; run++)
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        double start = get_thread_time ();
        double turn;

        gtk_editable_set_text (entry, texts[i]);
        wait_for_frame ();
        times[i][run] = get_thread_time () - start;
        turn = finish_turns ();
        if (run == 0 && i == 0)
          g_print (
              "%u entries, the first key stroke: %.1f ms, the longest turn after it: %.1f ms\n",
              winerror_catalog_get_n_entries (catalog), times[i][run], turn);
      }

  g_print ("%u entries:", winerror_catalog_get_n_entries (catalog));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      qsort (times[i], N_RUNS, sizeof times[i][0], compare_doubles);
      g_print ("  \"%s\" %.1f ms", texts[i], times[i][N_RUNS / 2]);
    }
  g_print ("\n");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (WinerrorCatalog) built_in = NULL;
  g_autoptr (WinerrorCatalog) large = NULL;

  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  gtk_init ();
  g_resources_register (winerror_ui_get_resource ());
  settings = g_settings_new (WINERROR_APP_ID);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  g_print ("work from a key stroke to the painted frame, medians of %d:\n", N_RUNS);
  built_in = winerror_catalog_new_built_in (NULL);
  measure (application, settings, built_in);
  large = generate_catalog (25000);
  measure (application, settings, large);
  return 0;
}
