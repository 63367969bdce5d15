// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-pin-button.h"

#include "winerror-gettext.h"
#include "winerror-settings.h"
#include "winerror-tooltip.h"

/**
 * winerror_pin_button_show:
 * @button: the button that pins and unpins
 * @settings: the settings
 * @entry: an entry
 *
 * Shows whether an entry is pinned, and whether the user may change that.
 */
void
winerror_pin_button_show (GtkToggleButton *button, GSettings *settings, WinerrorEntry *entry)
{
  gboolean pinned = winerror_settings_is_pinned (settings, entry);
  gboolean may_pin = winerror_settings_may_pin (settings, entry);
  GtkWidget *widget = GTK_WIDGET (button);

  if (gtk_widget_get_tooltip_text (widget) != NULL &&
      pinned == gtk_toggle_button_get_active (button) &&
      may_pin == gtk_widget_get_sensitive (widget))
    return;
  gtk_toggle_button_set_active (button, pinned);
  gtk_widget_set_sensitive (widget, may_pin);
  if (may_pin)
    winerror_tooltip_set (widget, pinned ? _ ("Unpin") : _ ("Pin"), GDK_KEY_d);
  else
    gtk_widget_set_tooltip_text (widget, _ ("Set by your administrator"));
}
