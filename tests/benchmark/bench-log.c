// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Large logs in the window: pasted, from another program and from this one, and opened. Prints the
 * processor time that the longest turn of the main loop takes of its thread, and how much the
 * memory that is resident grows; fails where that is more than it may be.
 *
 * usage: bench-log GENERATOR [MEGABYTES-PASTED [MEGABYTES-OPENED]] */

#include "thread-time.h"
#include "winerror-config.h"
#include "winerror-detail-panel.h"
#include "winerror-language.h"
#include "winerror-ui-resources.h"
#include "winerror-window.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PASTED_SIZE 50
#define OPENED_SIZE 2000

#define N_PASTES 5

/* What a turn may take, in milliseconds; and how much memory may grow, in MB: while a log is read,
 * while as much is pasted as this program, GDK and the clipboard have of it, and by all pastes. */
#define MAX_TURN    50.0
#define MAX_READING 32.0
#define MAX_COPIES  4.0
#define MAX_KEPT    5.0

typedef struct
{
  double turn; /* the longest */
  double most; /* memory */
} Figures;

/* What is resident, in MB. */
static double
get_memory (void)
{
  g_autofree char *statm = NULL;
  unsigned long pages = 0;

  g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL);
  if (statm != NULL)
    sscanf (statm, "%*u %lu", &pages);
  return (double) pages * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static gpointer
find (WinerrorWindow *window, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), WINERROR_TYPE_WINDOW, name);
}

static gboolean
shows_log (WinerrorWindow *window)
{
  return gtk_widget_get_visible (find (window, "log_bar"));
}

static gboolean
is_at_rest (WinerrorWindow *window)
{
  return !shows_log (window) && !gtk_widget_get_visible (find (window, "progress_box"));
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Takes turns of the main loop until something is so, and all that is left to do is done. */
static void
run (WinerrorWindow *window, gboolean (*is_so) (WinerrorWindow *window), Figures *figures)
{
  guint tick = g_timeout_add (20, tick_cb, NULL);
  gboolean more = TRUE;

  while (more)
    {
      double start = get_thread_time ();
      gboolean done = is_so (window);

      more = g_main_context_iteration (NULL, !done) || !done;
      figures->turn = MAX (figures->turn, get_thread_time () - start);
      figures->most = MAX (figures->most, get_memory ());
    }
  g_source_remove (tick);
}

static void
paste_in_entry (WinerrorWindow *window)
{
  g_signal_emit_by_name (gtk_editable_get_delegate (find (window, "search_entry")),
                         "paste-clipboard");
}

static void
paste_in_window (WinerrorWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.look-up-clipboard", NULL);
}

static void
close_log (WinerrorWindow *window, Figures *figures)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-log", NULL);
  run (window, is_at_rest, figures);
}

/* Returns: whether all is as it may be */
static gboolean
tell (const char *name, const Figures *figures, double before, double limit, double end_limit)
{
  double most = figures->most - before;
  double end = get_memory () - before;
  gboolean within = figures->turn <= MAX_TURN && most <= limit && end <= end_limit;

  g_print ("%-26s longest turn %5.1f ms (limit %.0f), memory at most %+6.1f MB (limit %.0f), "
           "in the end %+5.1f MB (limit %.0f): %s\n",
           name, figures->turn, MAX_TURN, most, limit, end, end_limit, within ? "within" : "ABOVE");
  return within;
}

static gboolean
measure_pastes (WinerrorWindow *window,
                const char *name,
                double size,
                void (*paste) (WinerrorWindow *window))
{
  Figures figures = { 0 };
  double before = get_memory ();

  for (guint i = 0; i < N_PASTES; i++)
    {
      paste (window);
      run (window, shows_log, &figures);
      close_log (window, &figures);
    }
  return tell (name, &figures, before, MAX_COPIES * size, MAX_KEPT);
}

static gboolean
measure_log (WinerrorWindow *window, const char *path)
{
  Figures figures = { 0 };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  double before = get_memory ();

  winerror_viewer_read_logs (WINERROR_VIEWER (window), &file, 1);
  run (window, shows_log, &figures);
  close_log (window, &figures);
  return tell ("opened", &figures, before, MAX_READING, MAX_READING);
}

/* Writes a text again and again. */
static char *
write_log (const char *text, gsize length, guint64 size)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("winerror-XXXXXX.log", &path, NULL);
  FILE *file = fdopen (fd, "w");

  for (guint64 written = 0; file != NULL && written < size; written += length)
    if (fwrite (text, 1, length, file) != length)
      g_error ("%s: %s", path, g_strerror (errno));
  if (file == NULL || fclose (file) != 0)
    g_error ("%s: %s", path, g_strerror (errno));
  return g_steal_pointer (&path);
}

static gboolean
has_clipboard (WinerrorWindow *window)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  return !gdk_clipboard_is_local (clipboard) &&
         gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                "text/plain;charset=utf-8");
}

static gboolean
measure_all (WinerrorWindow *window, const char *text, guint64 size)
{
  g_autofree char *pasted = write_log (text, strlen (text), strlen (text));
  g_autofree char *opened = write_log (text, strlen (text), size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess)
      other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "xclip", "-quiet",
                                "-selection", "clipboard", pasted, NULL);
  const double megabytes = (double) strlen (text) / 1e6;
  Figures ignored = { 0 };
  gboolean within = TRUE;

  if (other == NULL)
    g_error ("%s", error->message);
  within &= measure_log (window, opened);
  run (window, has_clipboard, &ignored);
  within &= measure_pastes (window, "pasted in the window", megabytes, paste_in_window);
  within &= measure_pastes (window, "pasted in the entry", megabytes, paste_in_entry);
  g_subprocess_force_exit (other);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  run (window, is_at_rest, &ignored);
  within &= measure_pastes (window, "pasted from this program", megabytes, paste_in_entry);
  g_unlink (pasted);
  g_unlink (opened);
  return within;
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (WinerrorCatalog) catalog = NULL;
  g_autoptr (GSubprocess) generator = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  WinerrorWindow *window;
  const char *pasted = argc > 2 ? argv[2] : G_STRINGIFY (PASTED_SIZE);
  guint64 opened = argc > 3 ? g_ascii_strtoull (argv[3], NULL, 10) : OPENED_SIZE;
  gboolean within;

  if (argc < 2)
    return 2;
  generator = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, argv[1], pasted, NULL);
  if (generator == NULL ||
      !g_subprocess_communicate_utf8 (generator, NULL, NULL, &text, NULL, &error))
    g_error ("%s", error->message);

  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  gtk_init ();
  g_resources_register (winerror_ui_get_resource ());
  settings = g_settings_new (WINERROR_APP_ID);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  catalog = winerror_catalog_new_built_in (NULL);
  window = winerror_window_new (application, settings, catalog, NULL);
  gtk_window_present (GTK_WINDOW (window));
  while (!winerror_detail_panel_is_ready (find (window, "detail_panel")))
    g_main_context_iteration (NULL, TRUE);

  within = measure_all (window, text, opened * 1000000);
  gtk_window_destroy (GTK_WINDOW (window));
  return within ? 0 : 1;
}
