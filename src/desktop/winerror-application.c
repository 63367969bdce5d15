// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-application.h"

#include "winerror-about.h"
#include "winerror-cli.h"
#include "winerror-config.h"
#include "winerror-gettext.h"
#include "winerror-link.h"
#include "winerror-settings.h"
#include "winerror-ui-resources.h"
#include "winerror-window.h"

#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>
#endif
#include <string.h>

/* The exit status where the program cannot do its work. */
#define STATUS_WRONG 2

/* Sizes of the texts in percent, as the schema of the settings has them. */
#define MIN_ZOOM  50
#define MAX_ZOOM  300
#define ZOOM_STEP 10

/**
 * WinerrorApplication:
 *
 * The desktop program: a window, which a second start of the program brings forward with its query,
 * and more where the user wants them.
 */
struct _WinerrorApplication
{
  GtkApplication parent_instance;

  GSettings *settings;
  WinerrorCatalog *catalog;  /* NULL where it could not be loaded */
  GError *error;             /* why */
  WinerrorOwnTables *tables; /* NULL like the catalog */
  GtkCssProvider *zoom_css;
  gboolean has_token; /* whoever called last gave a token for the window to come to the front */
};

G_DEFINE_FINAL_TYPE (WinerrorApplication, winerror_application, GTK_TYPE_APPLICATION)

/* The words of the command line; NULL where there are none. */
static const char **
get_words (GVariantDict *options)
{
  const char **words = NULL;

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&s", &words);
  return words;
}

/* The path that a word is, or that the address of a local file has, which is how desktops name a
 * file. */
static char *
dup_path (const char *word, const char *folder)
{
  if (g_str_has_prefix (word, "file:///"))
    return g_filename_from_uri (word, NULL, NULL);
  return g_canonicalize_filename (word, folder);
}

/* Whether a word is no question, but names a file. A plain word is a question even where a file has
 * that name; an address of something else is one too, and is never looked at. */
static gboolean
is_path (const char *word, const char *folder)
{
  g_autofree char *path = NULL;

  if (winerror_link_is_one (word) || strpbrk (word, "./") == NULL)
    return FALSE;
  path = dup_path (word, folder);
  if (path == NULL || g_str_has_prefix (word, "file:///"))
    return path != NULL;
  if (strstr (word, "://") != NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  /* what is written as a path and has nothing else in it is a wrong path */
  return strpbrk (word, " \t\r\n") == NULL &&
         (g_path_is_absolute (word) || g_str_has_prefix (word, "./") ||
          g_str_has_prefix (word, "../") || g_str_has_suffix (word, ".log"));
}

/* Whether the words name files, all of them: else they are one query. */
static gboolean
are_paths (const char *const *words, const char *folder)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (!is_path (words[i], folder))
      return FALSE;
  return TRUE;
}

static int
answer_without_display (GVariantDict *options)
{
  g_autofree const char **words = get_words (options);
  g_autofree char *folder = g_get_current_dir ();
  gboolean logs;
  gboolean link;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);

  if (words == NULL)
    {
      g_printerr ("%s\n", _ ("No display can be opened, and there is no query to answer."));
      return STATUS_WRONG;
    }
  logs = are_paths (words, folder);
  link = winerror_link_is_one (words[0]);
  g_printerr ("%s\n", _ ("No display: the answer is printed here."));
  g_ptr_array_add (arguments, g_strdup ("winerror-cli"));
  if (logs)
    g_ptr_array_add (arguments, g_strdup ("--scan"));
  g_ptr_array_add (arguments, g_strdup ("--"));
  if (link)
    {
      char *query = winerror_link_dup_query (words[0]);

      if (query == NULL)
        {
          g_autofree char *fault = winerror_link_dup_fault (words[0]);

          g_printerr ("winerror: %s\n", fault);
          return STATUS_WRONG;
        }
      g_ptr_array_add (arguments, query);
    }
  else if (logs)
    for (gsize i = 0; words[i] != NULL; i++)
      g_ptr_array_add (arguments, g_str_has_prefix (words[i], "file:///")
                                      ? dup_path (words[i], folder)
                                      : g_strdup (words[i]));
  else
    g_ptr_array_add (arguments, g_strjoinv (" ", (char **) words));
  g_ptr_array_add (arguments, NULL);
  return winerror_cli_run ((int) arguments->len - 1, (char **) arguments->pdata);
}

static int
winerror_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  WinerrorApplication *self = WINERROR_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("winerror %s\n", WINERROR_VERSION);
      return 0;
    }
  if (!gtk_init_check ())
    return answer_without_display (options);
  self->settings = winerror_settings_new (&error);
  if (self->settings == NULL)
    {
      g_printerr ("winerror: %s\n", error->message);
      return STATUS_WRONG;
    }
  return -1;
}

static WinerrorWindow *
open_window (WinerrorApplication *self)
{
  WinerrorWindow *window = winerror_window_new (GTK_APPLICATION (self), self->settings,
                                                self->catalog, self->error);

  if (self->tables != NULL)
    winerror_window_follow_tables (window, self->tables);
  return window;
}

/* The window that was used last; a dialog may be the active one. NULL where there is none. */
static WinerrorWindow *
get_window (WinerrorApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *item = windows; item != NULL; item = item->next)
    if (WINERROR_IS_WINDOW (item->data))
      return item->data;
  return NULL;
}

static WinerrorWindow *
ensure_window (WinerrorApplication *self)
{
  WinerrorWindow *window = get_window (self);

  return window != NULL ? window : open_window (self);
}

/* Keeps in mind whether a caller gave a token, which GTK uses up. */
static void
winerror_application_before_emit (GApplication *application, GVariant *platform_data)
{
  WinerrorApplication *self = WINERROR_APPLICATION (application);
  const char *token = "";

  if (!g_variant_lookup (platform_data, "activation-token", "&s", &token))
    g_variant_lookup (platform_data, "desktop-startup-id", "&s", &token);
  self->has_token = token[0] != '\0';
  G_APPLICATION_CLASS (winerror_application_parent_class)->before_emit (application, platform_data);
}

#ifdef GDK_WINDOWING_WAYLAND
/* Whether a window is on the screen without the keyboard; one with a dialog does not count, as that
 * would go with it. */
static gboolean
is_behind (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == window &&
          gtk_widget_get_visible (GTK_WIDGET (other)))
        return FALSE;
    }
  return gtk_widget_get_mapped (GTK_WIDGET (window)) && !gtk_window_is_active (window);
}

/* Takes a window off the screen. It forgets that it was maximized or full screen. */
static void
hide (GtkWindow *window)
{
  gboolean maximized = gtk_window_is_maximized (window);
  gboolean fullscreen = gtk_window_is_fullscreen (window);

  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  if (maximized)
    gtk_window_maximize (window);
  if (fullscreen)
    gtk_window_fullscreen (window);
}
#endif

/* Shows a window in front of the others. Under Wayland one that is on the screen needs a token for
 * that, which neither the overview of GNOME Shell nor a terminal gives; one that comes onto the
 * screen needs none. */
static void
present (WinerrorApplication *self, WinerrorWindow *winerror_window)
{
  GtkWindow *window = GTK_WINDOW (winerror_window);

#ifdef GDK_WINDOWING_WAYLAND
  if (!self->has_token && is_behind (window) &&
      GDK_IS_WAYLAND_DISPLAY (gtk_widget_get_display (GTK_WIDGET (window))))
    hide (window);
#endif
  gtk_window_present (window);
}

static void
winerror_application_activate (GApplication *application)
{
  WinerrorApplication *self = WINERROR_APPLICATION (application);

  present (self, ensure_window (self));
}

static void
read_logs (WinerrorApplication *self, const char *const *paths, const char *folder)
{
  WinerrorWindow *window = ensure_window (self);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *path = dup_path (paths[i], folder);

      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  winerror_viewer_read_logs (WINERROR_VIEWER (window), (GFile *const *) files->pdata, files->len);
}

static int
winerror_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  WinerrorApplication *self = WINERROR_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **words = get_words (options);
  const char *folder = g_application_command_line_get_cwd (command_line);
  gboolean fresh = get_window (self) == NULL;
  WinerrorWindow *window = ensure_window (self);

  if (words != NULL && are_paths (words, folder))
    read_logs (self, words, folder);
  else if (words != NULL && winerror_link_is_one (words[0]))
    winerror_window_open_link (window, words[0]);
  else if (words != NULL)
    {
      g_autofree char *query = g_strjoinv (" ", (char **) words);

      winerror_viewer_set_query (WINERROR_VIEWER (window), query);
    }
  else if (g_variant_dict_contains (options, "clipboard") ||
           (fresh && g_settings_get_boolean (self->settings, "start-with-clipboard")))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.look-up-clipboard", NULL);
  present (self, window);
  return 0;
}

/* What the desktop opens: links and logs. Nobody but the file system is asked for a file. */
static void
winerror_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  WinerrorApplication *self = WINERROR_APPLICATION (application);
  WinerrorWindow *window = ensure_window (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (g_str_has_prefix (uri, "file:///"))
        g_strv_builder_add (builder, uri);
      else
        winerror_window_open_link (window, uri);
    }
  paths = g_strv_builder_end (builder);
  if (paths[0] != NULL)
    read_logs (self, (const char *const *) paths, "/");
  present (self, window);
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WinerrorApplication *self = data;

  winerror_about_show (GTK_WINDOW (get_window (self)));
}

static void
look_up_clipboard_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WinerrorApplication *self = data;
  WinerrorWindow *window = ensure_window (self);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.look-up-clipboard", NULL);
  present (self, window);
}

static void
new_window_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (open_window (data)));
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WinerrorApplication *self = data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  /* closing saves the sizes */
  for (GList *item = windows; item != NULL; item = item->next)
    if (WINERROR_IS_WINDOW (item->data))
      gtk_window_close (item->data);
  /* one that still saves something closes itself, and the program ends with it */
  if (get_window (self) == NULL)
    g_application_quit (G_APPLICATION (self));
}

/* Zoom */

static void
zoom (WinerrorApplication *self, int step)
{
  int percent = step == 0 ? 100 : g_settings_get_int (self->settings, "zoom") + step;

  g_settings_set_int (self->settings, "zoom", CLAMP (percent, MIN_ZOOM, MAX_ZOOM));
}

static void
zoom_in_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zoom (data, ZOOM_STEP);
}

static void
zoom_out_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zoom (data, -ZOOM_STEP);
}

static void
zoom_reset_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zoom (data, 0);
}

static void
zoom_changed_cb (WinerrorApplication *self)
{
  int percent = g_settings_get_int (self->settings, "zoom");
  g_autofree char *css = g_strdup_printf ("window { font-size: %d%%; }", percent);

  gtk_css_provider_load_from_data (self->zoom_css, percent != 100 ? css : "", -1);
}

static void
add_style (GtkCssProvider *css)
{
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
winerror_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", about_activated, NULL, NULL, NULL, { 0 } },
    { "quit", quit_activated, NULL, NULL, NULL, { 0 } },
    { "look-up-clipboard", look_up_clipboard_activated, NULL, NULL, NULL, { 0 } },
    { "new-window", new_window_activated, NULL, NULL, NULL, { 0 } },
    { "zoom-in", zoom_in_activated, NULL, NULL, NULL, { 0 } },
    { "zoom-out", zoom_out_activated, NULL, NULL, NULL, { 0 } },
    { "zoom-reset", zoom_reset_activated, NULL, NULL, NULL, { 0 } },
  };
  static const struct
  {
    const char *action;
    const char *keys[4];
  } accelerators[] = {
    { "app.quit", { "<Control>q", NULL } },
    { "window.close", { "<Control>w", NULL } },
    { "app.new-window", { "<Control><Shift>n", NULL } },
    { "app.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add", NULL } },
    { "app.zoom-out", { "<Control>minus", "<Control>KP_Subtract", NULL } },
    { "app.zoom-reset", { "<Control>0", "<Control>KP_0", NULL } },
  };
  WinerrorApplication *self = WINERROR_APPLICATION (application);
  GDBusConnection *bus = g_application_get_dbus_connection (application);
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  G_APPLICATION_CLASS (winerror_application_parent_class)->startup (application);

  /* a bus that goes away takes no window with it, nor the note that is written there */
  if (bus != NULL)
    g_dbus_connection_set_exit_on_close (bus, FALSE);

  g_resources_register (winerror_ui_get_resource ());
  gtk_css_provider_load_from_resource (css, "/io/github/winerror/Winerror/style.css");
  add_style (css);
  gtk_window_set_default_icon_name (WINERROR_APP_ID);
  self->catalog = winerror_catalog_new_built_in (&self->error);
  if (self->catalog != NULL)
    self->tables = winerror_own_tables_new (self->settings, self->catalog);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           (const char *const *) accelerators[i].keys);

  self->zoom_css = gtk_css_provider_new ();
  add_style (self->zoom_css);
  g_signal_connect_object (self->settings, "changed::zoom", G_CALLBACK (zoom_changed_cb), self,
                           G_CONNECT_SWAPPED);
  zoom_changed_cb (self);
}

static void
winerror_application_finalize (GObject *object)
{
  WinerrorApplication *self = WINERROR_APPLICATION (object);

  g_clear_object (&self->tables);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalog);
  g_clear_error (&self->error);
  g_clear_object (&self->zoom_css);

  G_OBJECT_CLASS (winerror_application_parent_class)->finalize (object);
}

static void
winerror_application_class_init (WinerrorApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = winerror_application_finalize;
  application_class->startup = winerror_application_startup;
  application_class->before_emit = winerror_application_before_emit;
  application_class->activate = winerror_application_activate;
  application_class->open = winerror_application_open;
  application_class->command_line = winerror_application_command_line;
  application_class->handle_local_options = winerror_application_handle_local_options;
}

static void
winerror_application_init (WinerrorApplication *self)
{
  const GOptionEntry options[] = {
    { "clipboard", 0, 0, G_OPTION_ARG_NONE, NULL, _ ("Look up what is on the clipboard"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, _ ("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, _ ("[QUERY…]") },
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
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/winerror/Winerror", NULL);
}
