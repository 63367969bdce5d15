// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-interface-shell.h"

#include "winerror-config.h"
#include "winerror-settings.h"
#include "winerror-shell.h"
#include "winerror-ticket.h"

/* The shell asks for no more keys than it was given. */
#define MAX_IDS 64

/* Finding */

static gboolean
answer_terms (WinerrorResponder *self, GDBusMethodInvocation *invocation, const char *const *terms)
{
  g_autoptr (GPtrArray) found = NULL;
  g_auto (GStrv) known = NULL;

  if (!winerror_responder_is_ready (self, invocation))
    return TRUE;
  known = winerror_responder_dup_terms (terms);
  found = winerror_responder_find (self, (const char *const *) known);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", found->pdata));
  return TRUE;
}

static gboolean
get_initial_result_set_cb (WinerrorShellSearchProvider2 *skeleton,
                           GDBusMethodInvocation *invocation,
                           const char *const *terms,
                           WinerrorResponder *self)
{
  return answer_terms (self, invocation, terms);
}

/* The search is faster than looking through what was found before. */
static gboolean
get_subsearch_result_set_cb (WinerrorShellSearchProvider2 *skeleton,
                             GDBusMethodInvocation *invocation,
                             const char *const *previous,
                             const char *const *terms,
                             WinerrorResponder *self)
{
  return answer_terms (self, invocation, terms);
}

/* Telling */

static char *
dup_ticket_text (WinerrorResponder *self, WinerrorEntry *entry, WinerrorLanguage *language)
{
  g_auto (WinerrorTicketOptions) options = { 0 };

  winerror_settings_get_ticket_options (winerror_responder_get_settings (self), language, &options);
  return winerror_ticket_write (&entry, 1, &options);
}

static void
add_entry (WinerrorResponder *self, GVariantBuilder *metas, WinerrorEntry *entry)
{
  g_autoptr (WinerrorLanguage) language = winerror_responder_dup_language (self);
  g_autofree char *key = winerror_entry_dup_key (entry);
  g_autofree char *name = winerror_responder_dup_name (entry);
  g_autofree char *description = winerror_responder_dup_description (self, entry);
  g_autofree char *ticket = dup_ticket_text (self, entry, language);
  g_autoptr (GIcon) icon = g_themed_icon_new (WINERROR_APP_ID);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (key));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "icon", serialized);
  if (ticket != NULL)
    g_variant_builder_add (metas, "{sv}", "clipboardText", g_variant_new_string (ticket));
  g_variant_builder_close (metas);
}

static gboolean
get_result_metas_cb (WinerrorShellSearchProvider2 *skeleton,
                     GDBusMethodInvocation *invocation,
                     const char *const *ids,
                     WinerrorResponder *self)
{
  GVariantBuilder metas;

  if (!winerror_responder_is_ready (self, invocation))
    return TRUE;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; i < MAX_IDS && ids[i] != NULL; i++)
    {
      g_autoptr (WinerrorEntry) entry = winerror_responder_find_entry (self, ids[i]);

      if (entry != NULL)
        add_entry (self, &metas, entry);
    }
  winerror_shell_search_provider2_complete_get_result_metas (skeleton, invocation,
                                                             g_variant_builder_end (&metas));
  return TRUE;
}

/* Opening */

static gboolean
activate_result_cb (WinerrorShellSearchProvider2 *skeleton,
                    GDBusMethodInvocation *invocation,
                    const char *id,
                    const char *const *terms,
                    guint32 timestamp,
                    WinerrorResponder *self)
{
  g_autoptr (GError) error = NULL;

  if (!winerror_responder_is_ready (self, invocation))
    return TRUE;

  if (winerror_responder_open_entry (self, id, timestamp, &error))
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
                  WinerrorResponder *self)
{
  g_auto (GStrv) known = winerror_responder_dup_terms (terms);
  g_autofree char *query = g_strjoinv (" ", known);
  g_autoptr (GError) error = NULL;

  winerror_responder_stay (self);
  if (winerror_responder_open_window (query, timestamp, &error))
    winerror_shell_search_provider2_complete_launch_search (skeleton, invocation);
  else
    g_dbus_method_invocation_return_gerror (invocation, error);
  return TRUE;
}

/**
 * winerror_interface_shell_new:
 * @self: who answers
 *
 * Returns: (transfer full): what GNOME Shell asks of it: org.gnome.Shell.SearchProvider2
 */
GDBusInterfaceSkeleton *
winerror_interface_shell_new (WinerrorResponder *self)
{
  WinerrorShellSearchProvider2 *skeleton = winerror_shell_search_provider2_skeleton_new ();

  g_signal_connect_object (skeleton, "handle-get-initial-result-set",
                           G_CALLBACK (get_initial_result_set_cb), self, 0);
  g_signal_connect_object (skeleton, "handle-get-subsearch-result-set",
                           G_CALLBACK (get_subsearch_result_set_cb), self, 0);
  g_signal_connect_object (skeleton, "handle-get-result-metas", G_CALLBACK (get_result_metas_cb),
                           self, 0);
  g_signal_connect_object (skeleton, "handle-activate-result", G_CALLBACK (activate_result_cb),
                           self, 0);
  g_signal_connect_object (skeleton, "handle-launch-search", G_CALLBACK (launch_search_cb), self,
                           0);
  return G_DBUS_INTERFACE_SKELETON (skeleton);
}
