// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-private.h"

#include "winerror-stay-above.h"

/* The small window beside the ticket system: the search entry and the best results. */

/* How many results there is room for. */
#define N_ROWS 3

static void
set_compact (WinerrorWindow *self, gboolean compact)
{
  winerror_result_list_set_rows (self->result_list, compact ? N_ROWS : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label),
                          !compact && !g_settings_get_boolean (self->settings, "has-copied"));
  winerror_sizes_set_compact (self->sizes, compact);
  winerror_stay_above (GTK_WINDOW (self), compact);
  winerror_window_focus_search (self);
}

static void
change_state_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_simple_action_set_state (action, value);
  set_compact (data, g_variant_get_boolean (value));
}

/**
 * winerror_window_connect_compact:
 * @self: a window
 *
 * Adds the action that makes the window small, and large again.
 */
void
winerror_window_connect_compact (WinerrorWindow *self)
{
  g_autoptr (GSimpleAction)
      action = g_simple_action_new_stateful ("compact", NULL, g_variant_new_boolean (FALSE));

  g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}
