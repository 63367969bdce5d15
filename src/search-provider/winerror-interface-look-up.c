// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-interface-look-up.h"

#include "winerror-look-up.h"

/* How many entries an answer has at most. */
#define MAX_ENTRIES 64

static void
add_entry (WinerrorResponder *self, GVariantBuilder *entries, WinerrorEntry *entry)
{
  const char *symbol = winerror_entry_get_symbol (entry);
  g_autofree char *description = winerror_responder_dup_description (self, entry);
  g_autofree char *uri = winerror_entry_dup_uri (entry);

  g_variant_builder_add (entries, "(ussss)", winerror_entry_get_code (entry),
                         winerror_family_get_name (winerror_entry_get_family (entry)),
                         symbol != NULL ? symbol : "", description, uri != NULL ? uri : "");
}

/* A program that asks means it: it gets all that the window would find. */
static gboolean
look_up_cb (WinerrorLookUp1 *skeleton,
            GDBusMethodInvocation *invocation,
            const char *query,
            guint limit,
            WinerrorResponder *self)
{
  g_auto (GStrv) words = NULL;
  GVariantBuilder entries;

  if (!winerror_responder_is_ready (self, invocation))
    return TRUE;

  words = winerror_responder_split (query);
  limit = limit > 0 ? MIN (limit, MAX_ENTRIES) : MAX_ENTRIES;
  g_variant_builder_init (&entries, G_VARIANT_TYPE ("a(ussss)"));
  /* with nothing to look up the search lists all entries */
  if (words[0] != NULL)
    {
      g_autofree char *known = g_strjoinv (" ", words);
      g_autoptr (WinerrorAnswer)
          answer = winerror_search_run (winerror_responder_get_search (self), known);
      guint n = winerror_answer_get_n_hits (answer);

      for (guint i = 0; i < n && i < limit; i++)
        if (winerror_answer_get_hit (answer, i)->rank != WINERROR_RANK_ALL)
          add_entry (self, &entries, winerror_answer_get_entry (answer, i));
    }
  winerror_look_up1_complete_look_up (skeleton, invocation, g_variant_builder_end (&entries));
  return TRUE;
}

/**
 * winerror_interface_look_up_new:
 * @self: who answers
 *
 * Returns: (transfer full): what other programs ask of it: io.github.winerror.Winerror.LookUp1
 */
GDBusInterfaceSkeleton *
winerror_interface_look_up_new (WinerrorResponder *self)
{
  WinerrorLookUp1 *skeleton = winerror_look_up1_skeleton_new ();

  g_signal_connect_object (skeleton, "handle-look-up", G_CALLBACK (look_up_cb), self, 0);
  return G_DBUS_INTERFACE_SKELETON (skeleton);
}
