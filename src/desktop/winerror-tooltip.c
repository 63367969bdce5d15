// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-tooltip.h"

/**
 * winerror_tooltip_set:
 * @widget: a button
 * @text: what it does
 * @key: the key that does the same with Control
 *
 * Says what a button does, and its key.
 */
void
winerror_tooltip_set (GtkWidget *widget, const char *text, guint key)
{
  g_autofree char *accelerator = gtk_accelerator_get_label (key, GDK_CONTROL_MASK);
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", text, accelerator);

  gtk_widget_set_tooltip_text (widget, tooltip);
}
