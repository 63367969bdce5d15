// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-bar.h"

#include "winerror-gettext.h"
#include "winerror-menus.h"
#include "winerror-template.h"

/**
 * WinerrorLogBar:
 *
 * What is above the list while it shows a log: which one, what it has, in which order that is
 * shown, and a button that closes it. The buttons are the actions win.… of the window around it.
 */
struct _WinerrorLogBar
{
  GtkWidget parent_instance;

  GtkBox *labels;
  GtkLabel *name_label;
  GtkLabel *count_label;
  GtkMenuButton *order_button;
  GtkButton *close_button;
};

G_DEFINE_FINAL_TYPE (WinerrorLogBar, winerror_log_bar, GTK_TYPE_WIDGET)

static void
winerror_log_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WINERROR_TYPE_LOG_BAR);

  G_OBJECT_CLASS (winerror_log_bar_parent_class)->dispose (object);
}

static void
winerror_log_bar_class_init (WinerrorLogBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_log_bar_dispose;
  winerror_template_set (widget_class, "/io/github/winerror/Winerror/log-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogBar, labels);
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogBar, order_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogBar, close_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogBar, name_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogBar, count_label);
}

static void
winerror_log_bar_init (WinerrorLogBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->order_button, winerror_menus_get_order ());
  winerror_menus_set_name (gtk_menu_button_get_popover (self->order_button),
                           gtk_widget_get_tooltip_text (GTK_WIDGET (self->order_button)));
}

/* How many codes on how many lines, and how these are written. */
static char *
dup_count (WinerrorOpenLog *log)
{
  WinerrorLogReport *report = winerror_open_log_get_report (log);
  guint n_codes = winerror_log_report_get_n_codes (report);
  gulong n_lines = (gulong) winerror_log_report_get_n_lines (report);
  const char *charset = winerror_logs_get_charset (winerror_open_log_get_logs (log));
  g_autofree char *codes = g_strdup_printf (ngettext ("%u code", "%u codes", n_codes), n_codes);
  g_autofree char *lines = g_strdup_printf (ngettext ("%lu line", "%lu lines", n_lines), n_lines);
  /* Translators: both with their numbers: 3 codes on 41 lines */
  g_autofree char *count = n_codes > 0 ? g_strdup_printf (_ ("%s on %s"), codes, lines)
                                       : g_strdup (codes);

  return charset != NULL ? g_strdup_printf ("%s · %s", count, charset) : g_steal_pointer (&count);
}

/**
 * winerror_log_bar_show:
 * @self: a bar
 * @log: a log that is open
 *
 * Shows what a log is.
 */
void
winerror_log_bar_show (WinerrorLogBar *self, WinerrorOpenLog *log)
{
  g_autofree char *names = NULL;
  g_autofree char *count = NULL;

  g_return_if_fail (WINERROR_IS_LOG_BAR (self));
  g_return_if_fail (WINERROR_IS_OPEN_LOG (log));
  g_return_if_fail (winerror_open_log_get_report (log) != NULL);

  names = winerror_logs_dup_names (winerror_open_log_get_logs (log));
  count = dup_count (log);
  gtk_label_set_text (self->name_label, winerror_open_log_get_name (log));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), names);
  gtk_label_set_text (self->count_label, count);
}
