// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-notice.h"

/* How long a notice stays, and how long one that tells of a fault; in seconds. */
#define NOTICE_SECONDS 2
#define FAULT_SECONDS  8

/**
 * WinerrorNotice:
 *
 * A text that appears over the window for a while, and is said to screen readers.
 */
struct _WinerrorNotice
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (WinerrorNotice, winerror_notice, GTK_TYPE_WIDGET)

static gboolean
hide_cb (gpointer data)
{
  WinerrorNotice *self = data;

  self->timeout = 0;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  return G_SOURCE_REMOVE;
}

static void
show (WinerrorNotice *self, const char *text, guint seconds)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  self->timeout = g_timeout_add_seconds (seconds, hide_cb, self);
}

static void
winerror_notice_dispose (GObject *object)
{
  WinerrorNotice *self = WINERROR_NOTICE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_NOTICE);

  G_OBJECT_CLASS (winerror_notice_parent_class)->dispose (object);
}

static void
winerror_notice_class_init (WinerrorNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_notice_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/winerror/Winerror/notice.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotice, label);
}

static void
winerror_notice_init (WinerrorNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * winerror_notice_show:
 * @self: a notice
 * @text: what there is to say
 *
 * Says something for two seconds, to screen readers too.
 */
void
winerror_notice_show (WinerrorNotice *self, const char *text)
{
  g_return_if_fail (WINERROR_IS_NOTICE (self));
  g_return_if_fail (text != NULL);

  show (self, text, NOTICE_SECONDS);
}

/**
 * winerror_notice_show_fault:
 * @self: a notice
 * @text: what went wrong
 *
 * Says why something could not be done, for as long as it takes to read it.
 */
void
winerror_notice_show_fault (WinerrorNotice *self, const char *text)
{
  g_return_if_fail (WINERROR_IS_NOTICE (self));
  g_return_if_fail (text != NULL);

  show (self, text, FAULT_SECONDS);
}
