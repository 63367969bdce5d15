// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-search-provider.h"

#include "winerror-build-tree.h"
#include "winerror-code.h"
#include "winerror-config.h"
#include "winerror-own-tables.h"
#include "winerror-search.h"
#include "winerror-settings.h"
#include "winerror-shell.h"
#include "winerror-text.h"
#include "winerror-ticket.h"

#include <string.h>

/* The exit status where the service cannot do its work. */
#define STATUS_WRONG 2

/* How long the service stays when nobody asks it anything, in milliseconds. */
#define INACTIVITY_TIMEOUT 12000

/* The shell shows half as many. */
#define MAX_RESULTS 10

/* Keys are short. In bytes. */
#define MAX_ID 64

/* Nobody types more than this, and the shell asks for no more than it was given: what else comes
 * over the bus is passed over. Words of a query, their length together in bytes, and keys. */
#define MAX_TERMS 64
#define MAX_QUERY 4096
#define MAX_IDS   64

/* How much of an entry is shown. In characters. */
#define MAX_NAME        200
#define MAX_DESCRIPTION 2000

/* Shorter queries are typed on the way to something else. In characters. */
#define MIN_LENGTH 3

/**
 * WinerrorSearchProvider:
 *
 * Answers what is typed into the overview of GNOME Shell, over D-Bus, with the best of what the
 * window would find. A result that is chosen there goes onto the clipboard as ticket text, and is
 * shown in the window.
 */
struct _WinerrorSearchProvider
{
  GApplication parent_instance;

  WinerrorShellSearchProvider2 *skeleton;
  GSettings *settings;
  WinerrorCatalog *catalog; /* NULL where it could not be loaded */
  GError *error;            /* why */
  WinerrorLanguage *language;
  WinerrorSearch *search;
  WinerrorOwnTables *tables; /* NULL like the catalog */
};

G_DEFINE_FINAL_TYPE (WinerrorSearchProvider, winerror_search_provider, G_TYPE_APPLICATION)

/* Begins to wait anew for nobody to ask. */
static void
stay (WinerrorSearchProvider *self)
{
  g_application_hold (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));
}

/* Without its entries the service has no answer but why. */
static gboolean
is_ready (WinerrorSearchProvider *self, GDBusMethodInvocation *invocation)
{
  stay (self);
  if (self->catalog != NULL)
    return TRUE;
  g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_FAILED,
                                                 self->error->message);
  return FALSE;
}

/* Finding */

/* What was typed, as far as it is looked at: whole terms. */
static GStrv
dup_terms (const char *const *terms)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gsize length = 0;

  for (gsize i = 0; terms[i] != NULL && i < MAX_TERMS; i++)
    {
      length += strnlen (terms[i], MAX_QUERY) + strlen (" ");
      if (length > MAX_QUERY)
        break;
      g_strv_builder_add (builder, terms[i]);
    }
  return g_strv_builder_end (builder);
}

/* A single word is more often the name of a program, unless it names an entry. Scripts without
 * blanks put several words into one. */
static WinerrorAnswer *
run (WinerrorSearchProvider *self, const char *const *terms, const char *query)
{
  if (g_strv_length ((char **) terms) == 1 && !winerror_text_is_ideographic (query))
    return winerror_search_run_names (self->search, query);
  return winerror_search_run (self->search, query);
}

/* Whether a query has a number that is sure to be meant as an error: 0x80070005, -1073741819. */
static gboolean
has_error_number (const char *const *terms)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

  for (gsize i = 0; terms[i] != NULL; i++)
    if (winerror_code_parse (terms[i], -1, readings) > 0 && (readings[0].value >> 31) != 0)
      return TRUE;
  return FALSE;
}

/* Whether a hit is worth a place between the results of other programs: it has all of several words
 * that carry meaning, or the query names it. */
static gboolean
is_wanted (WinerrorAnswer *answer, const WinerrorHit *hit, const char *const *terms)
{
  if (hit->rank == WINERROR_RANK_UNLISTED)
    return has_error_number (terms);
  if (winerror_answer_get_n_content (answer) > 1)
    return hit->rank < WINERROR_RANK_PARTIAL;
  return hit->rank <= WINERROR_RANK_SYMBOL ||
         (hit->rank == WINERROR_RANK_SYMBOL_PREFIX &&
          strchr (winerror_answer_get_query (answer), '_') != NULL);
}

static GPtrArray *
find (WinerrorSearchProvider *self, const char *const *terms)
{
  g_autofree char *query = g_strjoinv (" ", (char **) terms);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  if (g_utf8_strlen (query, -1) >= MIN_LENGTH)
    {
      g_autoptr (WinerrorAnswer) answer = run (self, terms, query);
      guint n = winerror_answer_get_n_hits (answer);

      for (guint i = 0; i < n && found->len < MAX_RESULTS; i++)
        if (is_wanted (answer, winerror_answer_get_hit (answer, i), terms))
          g_ptr_array_add (found, winerror_entry_dup_key (winerror_answer_get_entry (answer, i)));
    }
  g_ptr_array_add (found, NULL);
  return found;
}

static gboolean
answer_terms (WinerrorSearchProvider *self,
              GDBusMethodInvocation *invocation,
              const char *const *terms)
{
  g_autoptr (GPtrArray) found = NULL;
  g_auto (GStrv) known = NULL;

  if (!is_ready (self, invocation))
    return TRUE;
  known = dup_terms (terms);
  found = find (self, (const char *const *) known);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", found->pdata));
  return TRUE;
}

static gboolean
get_initial_result_set_cb (WinerrorShellSearchProvider2 *skeleton,
                           GDBusMethodInvocation *invocation,
                           const char *const *terms,
                           WinerrorSearchProvider *self)
{
  return answer_terms (self, invocation, terms);
}

/* The search is faster than looking through what was found before. */
static gboolean
get_subsearch_result_set_cb (WinerrorShellSearchProvider2 *skeleton,
                             GDBusMethodInvocation *invocation,
                             const char *const *previous,
                             const char *const *terms,
                             WinerrorSearchProvider *self)
{
  return answer_terms (self, invocation, terms);
}

/* Telling */

/* The entry of a key; for a code that no table holds one of its own. */
static WinerrorEntry *
find_entry (WinerrorSearchProvider *self, const char *id)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint position;

  if (strlen (id) > MAX_ID || winerror_code_parse (id, -1, readings) == 0)
    return NULL;
  if (winerror_catalog_lookup_code (self->catalog, readings[0].family, readings[0].code, &position))
    return g_object_ref (winerror_catalog_get_entry (self->catalog, position));
  return winerror_entry_new_unlisted (&readings[0]);
}

static char *
dup_ticket_text (WinerrorSearchProvider *self, WinerrorEntry *entry, WinerrorLanguage *language)
{
  g_auto (WinerrorTicketOptions) options = { 0 };

  winerror_settings_get_ticket_options (self->settings, language, &options);
  return winerror_ticket_write (&entry, 1, &options);
}

static void
add_meta (WinerrorSearchProvider *self,
          GVariantBuilder *metas,
          const char *id,
          const char *name,
          const char *description,
          const char *clipboard_text)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (WINERROR_APP_ID);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);
  g_autofree char *clean_name = winerror_text_abridge (name, MAX_NAME);
  g_autofree char *clean_description = winerror_text_abridge (description, MAX_DESCRIPTION);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (id));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (clean_name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (clean_description));
  g_variant_builder_add (metas, "{sv}", "icon", serialized);
  if (clipboard_text != NULL)
    g_variant_builder_add (metas, "{sv}", "clipboardText", g_variant_new_string (clipboard_text));
  g_variant_builder_close (metas);
}

static void
add_entry (WinerrorSearchProvider *self, GVariantBuilder *metas, WinerrorEntry *entry)
{
  g_autoptr (WinerrorLanguage)
      language = winerror_settings_get_language (self->settings, self->language);
  g_autofree char *key = winerror_entry_dup_key (entry);
  g_autofree char *name = winerror_entry_dup_title (entry);
  g_autofree char *ticket = dup_ticket_text (self, entry, language);
  const char *description = winerror_language_describe (language, entry);

  if (description == NULL)
    description = winerror_entry_get_explanation (entry);
  if (description == NULL)
    description = "";
  add_meta (self, metas, key, name, description, ticket);
}

static gboolean
get_result_metas_cb (WinerrorShellSearchProvider2 *skeleton,
                     GDBusMethodInvocation *invocation,
                     const char *const *ids,
                     WinerrorSearchProvider *self)
{
  GVariantBuilder metas;

  if (!is_ready (self, invocation))
    return TRUE;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; ids[i] != NULL && i < MAX_IDS; i++)
    {
      g_autoptr (WinerrorEntry) entry = find_entry (self, ids[i]);

      if (entry != NULL)
        add_entry (self, &metas, entry);
    }
  winerror_shell_search_provider2_complete_get_result_metas (skeleton, invocation,
                                                             g_variant_builder_end (&metas));
  return TRUE;
}

/* Opening */

/* Starts the window with a query, or hands it to the one that is there. The time is that of the
 * user's key or click: under X11 it lets the window come to the front. Wayland wants a token for
 * that, which the shell does not give to search services. With a made-up one nothing at all would
 * happen; without one GTK asks for it, and the shell at least says that the window is ready. */
static gboolean
open_window (const char *query, guint32 timestamp, GError **error)
{
  g_autofree char *built = winerror_build_tree_find ("src/desktop/winerror");
  const char *const command[] = { built != NULL ? built : WINERROR_BINDIR "/winerror", "--", query,
                                  NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;

  /* what the service itself was started with is used up */
  g_subprocess_launcher_unsetenv (launcher, "DESKTOP_STARTUP_ID");
  g_subprocess_launcher_unsetenv (launcher, "XDG_ACTIVATION_TOKEN");
  if (g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_autofree char *id = g_strdup_printf ("winerror-search-provider_TIME%u", timestamp);

      g_subprocess_launcher_setenv (launcher, "DESKTOP_STARTUP_ID", id, TRUE);
    }
  process = g_subprocess_launcher_spawnv (launcher, command, error);
  return process != NULL;
}

static gboolean
activate_result_cb (WinerrorShellSearchProvider2 *skeleton,
                    GDBusMethodInvocation *invocation,
                    const char *id,
                    const char *const *terms,
                    guint32 timestamp,
                    WinerrorSearchProvider *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorEntry) entry = NULL;

  if (!is_ready (self, invocation))
    return TRUE;

  /* an identifier that the service has not given is no query either */
  entry = find_entry (self, id);
  if (entry != NULL)
    winerror_settings_add_recent (self->settings, entry);
  if (entry == NULL || open_window (id, timestamp, &error))
    winerror_shell_search_provider2_complete_activate_result (skeleton, invocation);
  else
    g_dbus_method_invocation_return_gerror (invocation, error);
  return TRUE;
}

static gboolean
launch_search_cb (WinerrorShellSearchProvider2 *skeleton,
                  GDBusMethodInvocation *invocation,
                  const char *const *terms,
                  guint32 timestamp,
                  WinerrorSearchProvider *self)
{
  g_auto (GStrv) known = dup_terms (terms);
  g_autofree char *query = g_strjoinv (" ", known);
  g_autoptr (GError) error = NULL;

  stay (self);
  if (open_window (query, timestamp, &error))
    winerror_shell_search_provider2_complete_launch_search (skeleton, invocation);
  else
    g_dbus_method_invocation_return_gerror (invocation, error);
  return TRUE;
}

/* The service */

/* There is nothing to be shown: to be woken keeps it awake. */
static void
winerror_search_provider_activate (GApplication *application)
{
  stay (WINERROR_SEARCH_PROVIDER (application));
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

  return G_APPLICATION_CLASS (winerror_search_provider_parent_class)
             ->dbus_register (application, connection, path, error) &&
         g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection,
                                           path, error);
}

static void
winerror_search_provider_dbus_unregister (GApplication *application,
                                          GDBusConnection *connection,
                                          const char *path)
{
  WinerrorSearchProvider *self = WINERROR_SEARCH_PROVIDER (application);

  g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
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
  g_clear_object (&self->skeleton);
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
  self->skeleton = winerror_shell_search_provider2_skeleton_new ();
  g_signal_connect_object (self->skeleton, "handle-get-initial-result-set",
                           G_CALLBACK (get_initial_result_set_cb), self, 0);
  g_signal_connect_object (self->skeleton, "handle-get-subsearch-result-set",
                           G_CALLBACK (get_subsearch_result_set_cb), self, 0);
  g_signal_connect_object (self->skeleton, "handle-get-result-metas",
                           G_CALLBACK (get_result_metas_cb), self, 0);
  g_signal_connect_object (self->skeleton, "handle-activate-result",
                           G_CALLBACK (activate_result_cb), self, 0);
  g_signal_connect_object (self->skeleton, "handle-launch-search", G_CALLBACK (launch_search_cb),
                           self, 0);
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
