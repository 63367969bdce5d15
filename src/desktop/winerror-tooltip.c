// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-tooltip.h"

/* What winerror_tooltip_set_text() was given. */
#define TEXT_KEY "winerror-tooltip-text"

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

static gboolean
query_cb (GtkWidget *widget,
          int x,
          int y,
          gboolean keyboard_mode,
          GtkTooltip *tooltip,
          gpointer data)
{
  gtk_tooltip_set_text (tooltip, winerror_tooltip_get_text (widget));
  return TRUE;
}

/**
 * winerror_tooltip_set_text:
 * @widget: a widget
 * @text: (nullable): what its tooltip says; %NULL for none
 *
 * Does what gtk_widget_set_tooltip_text() does, for texts that change with every key stroke: that
 * asks the display server each time where the pointer is, and on X11 a dozen of them wait for it as
 * long as a search takes. Unlike there, a tooltip that is shown at the moment stays what it is.
 */
void
winerror_tooltip_set_text (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (winerror_tooltip_get_text (widget) == NULL)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);
  if (text == NULL)
    g_signal_handlers_disconnect_by_func (widget, query_cb, NULL);
  g_object_set_data_full (G_OBJECT (widget), TEXT_KEY, g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
}

/**
 * winerror_tooltip_get_text:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): what was set with winerror_tooltip_set_text()
 */
const char *
winerror_tooltip_get_text (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_data (G_OBJECT (widget), TEXT_KEY);
}
