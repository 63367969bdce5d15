// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-shortcuts.h"

/* GtkShortcutsWindow is deprecated in GTK 4.18: this file and ui/shortcuts.ui are all that know of
 * it. */

/**
 * winerror_shortcuts_show:
 * @parent: the window
 *
 * Shows the keys of the window.
 */
void
winerror_shortcuts_show (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *shortcuts;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  builder = gtk_builder_new_from_resource ("/io/github/winerror/Winerror/shortcuts.ui");
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_present (shortcuts);
}
