// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-search-provider.h"

#include "winerror-config.h"
#include "winerror-interface-krunner.h"
#include "winerror-interface-look-up.h"
#include "winerror-interface-shell.h"
#include "winerror-settings.h"

#include <glib-unix.h>

/* The exit status where the service cannot do its work. */
#define STATUS_WRONG 2

/* How long the service stays when nobody asks it anything, in milliseconds. */
#define INACTIVITY_TIMEOUT 12000

/**
 * WinerrorSearchProvider:
 *
 * Answers what is typed into the overview of GNOME Shell or into KRunner of KDE Plasma, and what
 * other programs ask, over D-Bus, with the best of what the window would find. Each of the three
 * asks through an interface of its own, all on one object.
 */
struct _WinerrorSearchProvider
{
  GApplication parent_instance;

  GSettings *settings;
  WinerrorResponder *responder;
  GDBusInterfaceSkeleton *interfaces[3];
  guint terminated; /* source of SIGTERM */
};

G_DEFINE_FINAL_TYPE (WinerrorSearchProvider, winerror_search_provider, G_TYPE_APPLICATION)

/* To be woken keeps it awake: it begins to wait anew for nobody to ask. */
static void
stay (GApplication *application)
{
  g_application_hold (application);
  g_application_release (application);
}

/* The session ends, or its bus is gone: what is open is closed, as when nobody asks any more. */
static gboolean
terminated_cb (gpointer data)
{
  g_application_quit (data);
  return G_SOURCE_CONTINUE;
}

static int
winerror_search_provider_handle_local_options (GApplication *application, GVariantDict *options)
{
  WinerrorSearchProvider *self = WINERROR_SEARCH_PROVIDER (application);
  g_autoptr (GError) error = NULL;

  self->settings = winerror_settings_new (&error);
  if (self->settings != NULL)
    return -1;
  g_printerr ("winerror-search-provider: %s\n", error->message);
  return STATUS_WRONG;
}

static gboolean
winerror_search_provider_dbus_register (GApplication *application,
                                        GDBusConnection *connection,
                                        const char *path,
                                        GError **error)
{
  WinerrorSearchProvider *self = WINERROR_SEARCH_PROVIDER (application);

  if (!G_APPLICATION_CLASS (winerror_search_provider_parent_class)
           ->dbus_register (application, connection, path, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (self->interfaces); i++)
    if (!g_dbus_interface_skeleton_export (self->interfaces[i], connection, path, error))
      return FALSE;
  return TRUE;
}

static void
winerror_search_provider_dbus_unregister (GApplication *application,
                                          GDBusConnection *connection,
                                          const char *path)
{
  WinerrorSearchProvider *self = WINERROR_SEARCH_PROVIDER (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->interfaces); i++)
    if (g_dbus_interface_skeleton_has_connection (self->interfaces[i], connection))
      g_dbus_interface_skeleton_unexport (self->interfaces[i]);
  G_APPLICATION_CLASS (winerror_search_provider_parent_class)
      ->dbus_unregister (application, connection, path);
}

static void
winerror_search_provider_startup (GApplication *application)
{
  WinerrorSearchProvider *self = WINERROR_SEARCH_PROVIDER (application);
  g_autoptr (WinerrorLanguage) language = NULL;
  g_autoptr (WinerrorCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (winerror_search_provider_parent_class)->startup (application);

  self->terminated = g_unix_signal_add (SIGTERM, terminated_cb, self);
  language = winerror_language_new_user ();
  catalog = winerror_catalog_new_built_in (&error);
  winerror_responder_set_up (self->responder, self->settings, language, catalog, error);
  if (catalog != NULL)
    {
      g_autoptr (WinerrorOwnTables) tables = winerror_own_tables_new (self->settings, catalog);

      winerror_responder_follow_tables (self->responder, tables);
    }
}

static void
winerror_search_provider_finalize (GObject *object)
{
  WinerrorSearchProvider *self = WINERROR_SEARCH_PROVIDER (object);

  g_clear_handle_id (&self->terminated, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->interfaces); i++)
    g_clear_object (&self->interfaces[i]);
  g_clear_object (&self->responder);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (winerror_search_provider_parent_class)->finalize (object);
}

static void
winerror_search_provider_class_init (WinerrorSearchProviderClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = winerror_search_provider_finalize;
  application_class->activate = stay; /* there is nothing to be shown */
  application_class->dbus_register = winerror_search_provider_dbus_register;
  application_class->dbus_unregister = winerror_search_provider_dbus_unregister;
  application_class->handle_local_options = winerror_search_provider_handle_local_options;
  application_class->startup = winerror_search_provider_startup;
}

static void
winerror_search_provider_init (WinerrorSearchProvider *self)
{
  self->responder = winerror_responder_new ();
  g_signal_connect_object (self->responder, "asked", G_CALLBACK (stay), self, G_CONNECT_SWAPPED);
  self->interfaces[0] = winerror_interface_shell_new (self->responder);
  self->interfaces[1] = winerror_interface_krunner_new (self->responder);
  self->interfaces[2] = winerror_interface_look_up_new (self->responder);
}

/**
 * winerror_search_provider_new:
 *
 * Returns: (transfer full): the service; run it with g_application_run()
 */
WinerrorSearchProvider *
winerror_search_provider_new (void)
{
  return g_object_new (WINERROR_TYPE_SEARCH_PROVIDER, "application-id",
                       WINERROR_APP_ID ".SearchProvider", "flags", G_APPLICATION_IS_SERVICE,
                       "inactivity-timeout", INACTIVITY_TIMEOUT, NULL);
}
