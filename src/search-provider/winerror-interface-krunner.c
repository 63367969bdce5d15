// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-interface-krunner.h"

#include "winerror-config.h"
#include "winerror-krunner.h"

/* That a match is what was asked for: KRunner's QueryMatch::CategoryRelevance::Highest, which
 * was QueryMatch::ExactMatch before. */
#define EXACT_MATCH 100

static void
add_match (WinerrorResponder *self,
           GVariantBuilder *matches,
           WinerrorEntry *entry,
           double relevance)
{
  g_autofree char *key = winerror_entry_dup_key (entry);
  g_autofree char *name = winerror_responder_dup_name (entry);
  g_autofree char *description = winerror_responder_dup_description (self, entry);

  g_variant_builder_open (matches, G_VARIANT_TYPE ("(sssida{sv})"));
  g_variant_builder_add (matches, "s", key);
  g_variant_builder_add (matches, "s", name);
  g_variant_builder_add (matches, "s", WINERROR_APP_ID);
  g_variant_builder_add (matches, "i", EXACT_MATCH);
  g_variant_builder_add (matches, "d", relevance);
  g_variant_builder_open (matches, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (matches, "{sv}", "subtext", g_variant_new_string (description));
  g_variant_builder_close (matches);
  g_variant_builder_close (matches);
}

static gboolean
match_cb (WinerrorKrunner1 *skeleton,
          GDBusMethodInvocation *invocation,
          const char *query,
          WinerrorResponder *self)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GVariantBuilder matches;

  if (!winerror_responder_is_ready (self, invocation))
    return TRUE;

  words = winerror_responder_split (query);
  found = winerror_responder_find (self, (const char *const *) words);
  g_variant_builder_init (&matches, G_VARIANT_TYPE ("a(sssida{sv})"));
  for (guint i = 0; i + 1 < found->len; i++)
    {
      g_autoptr (WinerrorEntry)
          entry = winerror_responder_find_entry (self, g_ptr_array_index (found, i));

      /* KRunner has no other order than this number, from 1 down to 0 */
      if (entry != NULL)
        add_match (self, &matches, entry, 1.0 - (double) i / found->len);
    }
  winerror_krunner1_complete_match (skeleton, invocation, g_variant_builder_end (&matches));
  return TRUE;
}

/* Besides to be opened, nothing can be done with a match. */
static gboolean
actions_cb (WinerrorKrunner1 *skeleton, GDBusMethodInvocation *invocation, WinerrorResponder *self)
{
  winerror_responder_stay (self);
  winerror_krunner1_complete_actions (skeleton, invocation, g_variant_new ("a(sss)", NULL));
  return TRUE;
}

static gboolean
run_cb (WinerrorKrunner1 *skeleton,
        GDBusMethodInvocation *invocation,
        const char *match,
        const char *action,
        WinerrorResponder *self)
{
  g_autoptr (GError) error = NULL;

  if (!winerror_responder_is_ready (self, invocation))
    return TRUE;

  if (winerror_responder_open_entry (self, match, 0, &error))
    winerror_krunner1_complete_run (skeleton, invocation);
  else
    g_dbus_method_invocation_return_gerror (invocation, error);
  return TRUE;
}

/**
 * winerror_interface_krunner_new:
 * @self: who answers
 *
 * Returns: (transfer full): what KRunner of KDE Plasma asks of it: org.kde.krunner1
 */
GDBusInterfaceSkeleton *
winerror_interface_krunner_new (WinerrorResponder *self)
{
  WinerrorKrunner1 *skeleton = winerror_krunner1_skeleton_new ();

  g_signal_connect_object (skeleton, "handle-match", G_CALLBACK (match_cb), self, 0);
  g_signal_connect_object (skeleton, "handle-actions", G_CALLBACK (actions_cb), self, 0);
  g_signal_connect_object (skeleton, "handle-run", G_CALLBACK (run_cb), self, 0);
  return G_DBUS_INTERFACE_SKELETON (skeleton);
}
