// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-application.h"

#include "winerror-about.h"
#include "winerror-cli.h"
#include "winerror-config.h"
#include "winerror-settings.h"
#include "winerror-ui-resources.h"
#include "winerror-window.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * WinerrorApplication:
 *
 * The desktop program: one window, which a second start of the program brings forward with its
 * query.
 */
struct _WinerrorApplication
{
  GtkApplication parent_instance;

  GSettings *settings;
  WinerrorCatalog *catalog; /* NULL where it could not be loaded */
  GError *error;            /* why */
};

G_DEFINE_FINAL_TYPE (WinerrorApplication, winerror_application, GTK_TYPE_APPLICATION)

/* The words of the command line as one query; NULL where there are none. */
static char *
dup_query (GVariantDict *options)
{
  g_autofree const char **words = NULL;

  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&s", &words))
    return NULL;
  return g_strjoinv (" ", (char **) words);
}

/* Whether a query is no question, but the name of a log that is there. A plain word is a question
 * even where a file has that name. */
static gboolean
is_log (const char *query, GFile *file)
{
  return strpbrk (query, "./") != NULL &&
         g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR;
}

static int
answer_without_display (GVariantDict *options)
{
  g_autofree char *query = dup_query (options);
  g_autoptr (GFile) file = query != NULL ? g_file_new_for_commandline_arg (query) : NULL;
  const char *const scan[] = { "winerror-cli", "--scan", "--", query, NULL };
  const char *const look_up[] = { "winerror-cli", "--", query, NULL };
  const char *const list[] = { "winerror-cli", "--list", NULL };

  g_printerr ("%s\n", _ ("No display: the answer is printed here."));
  if (query == NULL)
    return winerror_cli_run (2, (char **) list);
  return is_log (query, file) ? winerror_cli_run (4, (char **) scan)
                              : winerror_cli_run (3, (char **) look_up);
}

static int
winerror_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("winerror %s\n", WINERROR_VERSION);
      return 0;
    }
  if (!gtk_init_check ())
    return answer_without_display (options);
  return -1;
}

static WinerrorWindow *
ensure_window (WinerrorApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!WINERROR_IS_WINDOW (window))
    window = GTK_WINDOW (
        winerror_window_new (GTK_APPLICATION (self), self->settings, self->catalog, self->error));
  return WINERROR_WINDOW (window);
}

static void
winerror_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (WINERROR_APPLICATION (application))));
}

static int
winerror_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  WinerrorApplication *self = WINERROR_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree char *query = dup_query (options);
  gboolean fresh = gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL;
  WinerrorWindow *window = ensure_window (self);

  if (query != NULL)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, query);

      if (is_log (query, file))
        winerror_window_read_log (window, file);
      else
        winerror_window_set_query (window, query);
    }
  else if (g_variant_dict_contains (options, "clipboard") ||
           (fresh && g_settings_get_boolean (self->settings, "start-with-clipboard")))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.look-up-clipboard", NULL);
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WinerrorApplication *self = data;

  winerror_about_show (gtk_application_get_active_window (GTK_APPLICATION (self)));
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WinerrorApplication *self = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* closing saves the sizes */
  if (window != NULL)
    gtk_window_close (window);
  g_application_quit (G_APPLICATION (self));
}

static void
winerror_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", about_activated, NULL, NULL, NULL, { 0 } },
    { "quit", quit_activated, NULL, NULL, NULL, { 0 } },
  };
  WinerrorApplication *self = WINERROR_APPLICATION (application);
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  G_APPLICATION_CLASS (winerror_application_parent_class)->startup (application);

  g_resources_register (winerror_ui_get_resource ());
  gtk_css_provider_load_from_resource (css, "/io/github/winerror/Winerror/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_window_set_default_icon_name (WINERROR_APP_ID);
  self->settings = winerror_settings_new ();
  self->catalog = winerror_catalog_new_built_in (&self->error);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]){ "<Control>q", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "window.close",
                                         (const char *[]){ "<Control>w", NULL });
}

static void
winerror_application_finalize (GObject *object)
{
  WinerrorApplication *self = WINERROR_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->catalog);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (winerror_application_parent_class)->finalize (object);
}

static void
winerror_application_class_init (WinerrorApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = winerror_application_finalize;
  application_class->startup = winerror_application_startup;
  application_class->activate = winerror_application_activate;
  application_class->command_line = winerror_application_command_line;
  application_class->handle_local_options = winerror_application_handle_local_options;
}

static void
winerror_application_init (WinerrorApplication *self)
{
  static const GOptionEntry options[] = {
    { "clipboard", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Look up what is on the clipboard"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, N_ ("[QUERY…]") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (
      G_APPLICATION (self), _ ("Looks up Windows error codes by code, symbol or words."));
}

/**
 * winerror_application_new:
 *
 * Returns: (transfer full): the application
 */
WinerrorApplication *
winerror_application_new (void)
{
  return g_object_new (WINERROR_TYPE_APPLICATION, "application-id", WINERROR_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                       "/io/github/winerror/Winerror", NULL);
}
