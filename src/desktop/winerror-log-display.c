// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-display.h"

struct _WinerrorLogDisplay
{
  WinerrorOpenLog *log;
  GSettings *settings;
  WinerrorLogParts parts; /* of the window, which has this */
};

/* The log is shown, and not a query that has come between. */
static gboolean
is_shown (WinerrorLogDisplay *self)
{
  WinerrorResultSelection *selection = winerror_result_list_get_selection (self->parts.list);

  return winerror_result_selection_get_report (selection) != NULL &&
         gtk_widget_get_visible (GTK_WIDGET (self->parts.bar));
}

static void
reading_name_changed_cb (WinerrorLogDisplay *self)
{
  const char *name = winerror_open_log_get_reading_name (self->log);

  if (name != NULL)
    gtk_progress_bar_set_text (self->parts.progress_bar, name);
  gtk_widget_set_visible (self->parts.progress_box, name != NULL);
}

static void
fraction_changed_cb (WinerrorLogDisplay *self)
{
  double fraction = winerror_open_log_get_fraction (self->log);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->parts.progress_bar, fraction);
  else
    gtk_progress_bar_pulse (self->parts.progress_bar);
}

/* The log has grown, or another order was chosen. */
static void
update (WinerrorLogDisplay *self)
{
  if (is_shown (self))
    winerror_log_display_show (self);
}

/**
 * winerror_log_display_new:
 * @log: a log, not open yet maybe
 * @settings: the settings of the application
 * @parts: what it is shown in
 *
 * Returns: (transfer full): what shows the log; it is freed before the parts are
 */
WinerrorLogDisplay *
winerror_log_display_new (WinerrorOpenLog *log, GSettings *settings, const WinerrorLogParts *parts)
{
  WinerrorLogDisplay *self;

  g_return_val_if_fail (WINERROR_IS_OPEN_LOG (log), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (parts != NULL, NULL);

  self = g_new0 (WinerrorLogDisplay, 1);
  self->log = g_object_ref (log);
  self->settings = g_object_ref (settings);
  self->parts = *parts;
  g_signal_connect_swapped (log, "notify::reading-name", G_CALLBACK (reading_name_changed_cb),
                            self);
  g_signal_connect_swapped (log, "notify::fraction", G_CALLBACK (fraction_changed_cb), self);
  g_signal_connect_swapped (log, "grown", G_CALLBACK (update), self);
  g_signal_connect_swapped (settings, "changed::log-order", G_CALLBACK (update), self);
  return self;
}

/**
 * winerror_log_display_free:
 * @self: (transfer full): a display
 *
 * Frees it. The parts stay as they are.
 */
void
winerror_log_display_free (WinerrorLogDisplay *self)
{
  g_signal_handlers_disconnect_by_data (self->log, self);
  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_object_unref (self->log);
  g_object_unref (self->settings);
  g_free (self);
}

/**
 * winerror_log_display_show:
 * @self: a display whose log is open
 *
 * Shows the log in place of an answer.
 */
void
winerror_log_display_show (WinerrorLogDisplay *self)
{
  winerror_log_bar_show (self->parts.bar, self->log);
  gtk_widget_set_visible (GTK_WIDGET (self->parts.bar), TRUE);
  winerror_result_list_show_report (self->parts.list, winerror_open_log_get_report (self->log),
                                    (WinerrorLogOrder) g_settings_get_enum (self->settings,
                                                                            "log-order"),
                                    winerror_open_log_get_name (self->log));
}

/**
 * winerror_log_display_hide:
 * @self: a display
 *
 * Says no longer that the list shows the log: an answer comes in its place.
 */
void
winerror_log_display_hide (WinerrorLogDisplay *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->parts.bar), FALSE);
}

/**
 * winerror_log_display_show_places:
 * @self: a display
 *
 * Shows where the current entry stands in the log, if it comes from there.
 */
void
winerror_log_display_show_places (WinerrorLogDisplay *self)
{
  WinerrorResultSelection *selection = winerror_result_list_get_selection (self->parts.list);
  guint code = G_MAXUINT;

  if (is_shown (self) &&
      winerror_result_selection_get_report (selection) == winerror_open_log_get_report (self->log))
    code = winerror_result_selection_get_current_code (selection);
  winerror_detail_panel_show_places (self->parts.panel, code != G_MAXUINT ? self->log : NULL, code);
}
