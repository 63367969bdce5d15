// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-lock.h"

#include "winerror-gettext.h"

/**
 * winerror_lock_bind:
 * @settings: the settings
 * @key: a key
 * @control: what changes it, in a #GtkBox
 *
 * Makes a control insensitive as long as an administrator has locked its key, and says so after it.
 */
void
winerror_lock_bind (GSettings *settings, const char *key, GtkWidget *control)
{
  GtkWidget *box;
  GtkWidget *label;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (GTK_IS_WIDGET (control));

  box = gtk_widget_get_parent (control);
  g_return_if_fail (GTK_IS_BOX (box));

  label = gtk_label_new (_ ("Set by your administrator"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_insert_child_after (GTK_BOX (box), label, control);
  g_settings_bind_writable (settings, key, control, "sensitive", FALSE);
  g_settings_bind_writable (settings, key, label, "visible", TRUE);
}
