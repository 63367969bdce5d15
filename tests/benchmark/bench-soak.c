// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* A window in use for a long time: queries, copies, logs, menus, more windows, again and again.
 * Prints how memory, descriptors and threads grow after a warm-up, and fails where they do.
 *
 * usage: bench-soak SECONDS [WORK…] */

#include "winerror-config.h"
#include "winerror-detail-panel.h"
#include "winerror-language.h"
#include "winerror-result-list.h"
#include "winerror-ui-resources.h"
#include "winerror-window.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

/* What may come of measuring, in MB in use a minute. */
#define MAX_SLOPE 0.1

/* How much of the time memory may still grow: what is made once is made. */
#define WARM_UP 0.4

#define N_LINES 3000

typedef struct
{
  GtkApplication *application;
  GSettings *settings;
  WinerrorCatalog *catalog;
  WinerrorWindow *window;
  GRand *random;
  GFile *log;
} Soak;

typedef struct
{
  double minutes;
  double megabytes;
  double heap;
  double n_descriptors;
  double n_threads;
} Sample;

static gpointer
find (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), WINERROR_TYPE_WINDOW, name);
}

static void
set_true (gboolean *done)
{
  *done = TRUE;
}

/* Waits until what was changed is painted, or nothing was. */
static void
settle (WinerrorWindow *window)
{
  gboolean painted = FALSE;
  gint64 end = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (set_true), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
  g_signal_handler_disconnect (clock, handler);
}

static void
activate (Soak *soak, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (soak->window), action, NULL);
  settle (soak->window);
}

static void
type (Soak *soak, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (soak->window, "search_entry")), text);
  settle (soak->window);
}

static void
move (Soak *soak, int n)
{
  for (int i = 0; i < n; i++)
    {
      winerror_result_list_move (find (soak->window, "result_list"), 1);
      settle (soak->window);
    }
}

static void
ask (Soak *soak)
{
  static const char *const queries[] = {
    "1326",
    "0x80070005",
    "wrong password",
    "kennwort falsch",
    "ERROR_ACCESS",
    "paging file",
    "0xC0000005",
    "0x8024FFF0",
    "zzqqxx",
    "error 1603 in setup",
    "disk is full",
    "network not foun",
    "access is denied",
    "密码错误",
    "-2147023570",
  };
  const char *query = queries[g_rand_int_range (soak->random, 0, G_N_ELEMENTS (queries))];

  for (const char *end = g_utf8_next_char (query);; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (query, (gsize) (end - query));

      type (soak, typed);
      if (*end == '\0')
        break;
    }
  move (soak, 2);
}

static void
copy (Soak *soak)
{
  activate (soak, "win.copy");
}

static void
copy_as (Soak *soak)
{
  static const char *const formats[] = { "html", "json", "markdown", "csv", "text" };

  gtk_widget_activate_action (GTK_WIDGET (soak->window), "win.copy-as", "s",
                              formats[g_rand_int_range (soak->random, 0, G_N_ELEMENTS (formats))]);
  settle (soak->window);
}

static void
open_log (Soak *soak)
{
  type (soak, "");
  winerror_viewer_read_logs (WINERROR_VIEWER (soak->window), &soak->log, 1);
  while (gtk_widget_get_visible (find (soak->window, "progress_box")))
    g_main_context_iteration (NULL, TRUE);
  settle (soak->window);
  move (soak, 30);
  activate (soak, "win.close-log");
}

static void
list_all (Soak *soak)
{
  type (soak, "");
  move (soak, 10);
}

static void
open_menu (Soak *soak)
{
  activate (soak, "win.format-menu");
  activate (soak, "win.clear");
}

static void
pin (Soak *soak)
{
  activate (soak, "win.pin");
  activate (soak, "win.pin");
}

static void
change_language (Soak *soak)
{
  static const char *const languages[] = { "de", "ar", "ja", "" };

  g_settings_set_string (soak->settings, "description-language",
                         languages[g_rand_int_range (soak->random, 0, G_N_ELEMENTS (languages))]);
  settle (soak->window);
}

static void
look_up_clipboard (Soak *soak)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (soak->window)), "error 0x52E");
  activate (soak, "win.look-up-clipboard");
}

static WinerrorWindow *
new_window (Soak *soak)
{
  WinerrorWindow *window = winerror_window_new (soak->application, soak->settings, soak->catalog,
                                                NULL);

  gtk_window_present (GTK_WINDOW (window));
  while (!winerror_detail_panel_is_ready (find (window, "detail_panel")))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
open_window (Soak *soak)
{
  WinerrorWindow *window = new_window (soak);

  winerror_viewer_set_query (WINERROR_VIEWER (window), "1326");
  settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static const struct
{
  const char *name;
  void (*work) (Soak *soak);
  int weight;
} works[] = {
  { "ask", ask, 10 },
  { "copy", copy, 6 },
  { "copy-as", copy_as, 2 },
  { "log", open_log, 2 },
  { "list", list_all, 2 },
  { "menu", open_menu, 2 },
  { "pin", pin, 2 },
  { "language", change_language, 2 },
  { "clipboard", look_up_clipboard, 2 },
  { "window", open_window, 1 },
};

static double
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  double n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static Sample
measure (gint64 start)
{
  g_autofree char *statm = NULL;
  unsigned long pages = 0;

  malloc_trim (0);
  g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL);
  if (statm != NULL)
    sscanf (statm, "%*u %lu", &pages);
  return (Sample){
    .minutes = (double) (g_get_monotonic_time () - start) / 60 / G_TIME_SPAN_SECOND,
    .megabytes = (double) pages * (double) sysconf (_SC_PAGESIZE) / 1e6,
    .heap = (double) mallinfo2 ().uordblks / 1e6,
    .n_descriptors = count_files ("/proc/self/fd"),
    .n_threads = count_files ("/proc/self/task"),
  };
}

/* The slope of the straight line through samples after the warm-up that is nearest to them. */
static double
find_slope (GArray *samples, gsize offset)
{
  guint first = (guint) (samples->len * WARM_UP);
  double n = samples->len - first;
  double x = 0;
  double y = 0;
  double xx = 0;
  double xy = 0;

  for (guint i = first; i < samples->len; i++)
    {
      const Sample *sample = &g_array_index (samples, Sample, i);
      double value = G_STRUCT_MEMBER (double, sample, offset);

      x += sample->minutes;
      y += value;
      xx += sample->minutes * sample->minutes;
      xy += sample->minutes * value;
    }
  return (n * xy - x * y) / (n * xx - x * x);
}

static GFile *
write_log (const char *path)
{
  static const char *const lines[] = {
    "MSI (s) (10:20) [12:00:00:000]: nothing of note\n",
    "error 1603 in CustomAction\n",
    "hr=0x80070005 from Setup\n",
    "System error 1326 has occurred.\n",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_LINES; i++)
    g_string_append (text, lines[i % G_N_ELEMENTS (lines)]);
  g_file_set_contents (path, text->str, -1, NULL);
  return g_file_new_for_path (path);
}

static gboolean
is_chosen (char **chosen, const char *name)
{
  return chosen[0] == NULL || g_strv_contains ((const char *const *) chosen, name);
}

static void
choose_and_work (Soak *soak, char **chosen)
{
  int sum = 0;
  int ticket;

  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    sum += is_chosen (chosen, works[i].name) ? works[i].weight : 0;
  ticket = g_rand_int_range (soak->random, 0, sum);
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    if (is_chosen (chosen, works[i].name) && (ticket -= works[i].weight) < 0)
      {
        works[i].work (soak);
        return;
      }
}

int
main (int argc, char **argv)
{
  Soak soak = { 0 };
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (Sample));
  g_autofree char *path = NULL;
  gint64 start;
  gint64 next;
  gint64 end;
  guint n_works = 0;
  double slope;
  int fd;

  if (argc < 2)
    return 2;
  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  gtk_init ();
  g_resources_register (winerror_ui_get_resource ());
  soak.settings = g_settings_new (WINERROR_APP_ID);
  soak.application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (soak.application), NULL, NULL);
  soak.catalog = winerror_catalog_new_built_in (NULL);
  soak.random = g_rand_new_with_seed (1326);
  fd = g_file_open_tmp ("winerror-XXXXXX.log", &path, NULL);
  close (fd);
  soak.log = write_log (path);
  soak.window = new_window (&soak);

  start = g_get_monotonic_time ();
  end = start + g_ascii_strtoll (argv[1], NULL, 10) * G_TIME_SPAN_SECOND;
  next = start;
  while (g_get_monotonic_time () < end)
    {
      choose_and_work (&soak, argv + 2);
      n_works++;
      if (g_get_monotonic_time () >= next)
        {
          Sample sample = measure (start);

          g_array_append_val (samples, sample);
          g_print ("%6.2f min %7u works %8.2f MB %8.3f MB in use %3.0f descriptors %2.0f threads\n",
                   sample.minutes, n_works, sample.megabytes, sample.heap, sample.n_descriptors,
                   sample.n_threads);
          next += (end - start) / 40;
        }
    }

  /* what is in use tells of a leak sooner than what the system has given */
  slope = find_slope (samples, G_STRUCT_OFFSET (Sample, heap));
  g_print ("a minute: %+.3f MB (%+.3f MB in use), %+.2f descriptors, %+.2f threads\n",
           find_slope (samples, G_STRUCT_OFFSET (Sample, megabytes)), slope,
           find_slope (samples, G_STRUCT_OFFSET (Sample, n_descriptors)),
           find_slope (samples, G_STRUCT_OFFSET (Sample, n_threads)));
  g_unlink (path);
  return slope <= MAX_SLOPE ? 0 : 1;
}
