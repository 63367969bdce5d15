// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-search-provider-private.h"

#include "winerror-config.h"
#include "winerror-settings.h"

/* The exit status where the service cannot do its work. */
#define STATUS_WRONG 2

/* How long the service stays when nobody asks it anything, in milliseconds. */
#define INACTIVITY_TIMEOUT 12000

G_DEFINE_FINAL_TYPE (WinerrorSearchProvider, winerror_search_provider, G_TYPE_APPLICATION)

/* There is nothing to be shown: to be woken keeps it awake. */
static void
winerror_search_provider_activate (GApplication *application)
{
  winerror_search_provider_stay (WINERROR_SEARCH_PROVIDER (application));
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
tables_changed_cb (WinerrorSearchProvider *self)
{
  g_set_object (&self->catalog, winerror_own_tables_get_catalog (self->tables));
  winerror_search_set_catalog (self->search, self->catalog,
                               winerror_own_tables_get_indexes (self->tables));
}

static void
winerror_search_provider_startup (GApplication *application)
{
  WinerrorSearchProvider *self = WINERROR_SEARCH_PROVIDER (application);

  G_APPLICATION_CLASS (winerror_search_provider_parent_class)->startup (application);

  self->language = winerror_language_new_user ();
  self->catalog = winerror_catalog_new_built_in (&self->error);
  if (self->catalog != NULL)
    {
      self->search = winerror_search_new (self->catalog, self->language);
      self->tables = winerror_own_tables_new (self->settings, self->catalog);
      /* the first query waits already */
      g_strfreev (winerror_own_tables_load (self->tables));
      tables_changed_cb (self);
      g_signal_connect_object (self->tables, "changed", G_CALLBACK (tables_changed_cb), self,
                               G_CONNECT_SWAPPED);
      winerror_own_tables_start (self->tables);
    }
}

static void
winerror_search_provider_finalize (GObject *object)
{
  WinerrorSearchProvider *self = WINERROR_SEARCH_PROVIDER (object);

  g_clear_object (&self->tables);
  for (guint i = 0; i < G_N_ELEMENTS (self->interfaces); i++)
    g_clear_object (&self->interfaces[i]);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->search, winerror_search_free);
  g_clear_object (&self->catalog);
  g_clear_error (&self->error);
  g_clear_pointer (&self->language, winerror_language_unref);

  G_OBJECT_CLASS (winerror_search_provider_parent_class)->finalize (object);
}

static void
winerror_search_provider_class_init (WinerrorSearchProviderClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = winerror_search_provider_finalize;
  application_class->activate = winerror_search_provider_activate;
  application_class->dbus_register = winerror_search_provider_dbus_register;
  application_class->dbus_unregister = winerror_search_provider_dbus_unregister;
  application_class->handle_local_options = winerror_search_provider_handle_local_options;
  application_class->startup = winerror_search_provider_startup;
}

static void
winerror_search_provider_init (WinerrorSearchProvider *self)
{
  self->interfaces[0] = winerror_search_provider_new_shell (self);
  self->interfaces[1] = winerror_search_provider_new_krunner (self);
  self->interfaces[2] = winerror_search_provider_new_look_up (self);
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
