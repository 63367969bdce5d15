// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-announce.h"

/**
 * winerror_announce:
 * @widget: what it is about
 * @text: what is to be said
 *
 * Has screen readers say a text, where GTK can: from 4.14. It is the window that says it, which
 * they know whatever else of it they have looked at.
 */
void
winerror_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

#if GTK_CHECK_VERSION(4, 14, 0)
  if (gtk_widget_get_root (widget) == NULL)
    return;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (gtk_widget_get_root (widget)), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

/**
 * winerror_announce_in_label:
 * @label: a label with the role of a line of status
 * @text: what it is to show
 *
 * Shows a text, and has screen readers say it when it is another than before and can be seen. The
 * name of such a line, whose changes are what they hear in older versions of GTK, is empty in newer
 * ones.
 */
void
winerror_announce_in_label (GtkLabel *label, const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text != NULL);

  if (g_str_equal (gtk_label_get_text (label), text))
    return;
  gtk_label_set_text (label, text);
  if (gtk_widget_get_visible (GTK_WIDGET (label)))
    winerror_announce (GTK_WIDGET (label), text);
}
