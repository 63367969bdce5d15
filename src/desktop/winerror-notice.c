// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-notice.h"

#include "winerror-announce.h"
#include "winerror-highlight.h"
#include "winerror-template.h"

/* How long a notice stays, with so much more for each line; and how long one that tells of a fault
 * or can be answered; in seconds. */
#define NOTICE_SECONDS 2
#define LINE_SECONDS   1
#define FAULT_SECONDS  8

/* What of a text is shown. */
#define MAX_LINES      3
#define MAX_CHARACTERS 240

/**
 * WinerrorNotice:
 *
 * A text that appears over the window for a while, and is said to screen readers. Its signal "said"
 * passes what is said on, for a place where it stays.
 */
struct _WinerrorNotice
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkImage *fault_icon;
  GtkLabel *label;
  GtkButton *button;
  guint timeout;
};

enum
{
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WinerrorNotice, winerror_notice, GTK_TYPE_WIDGET)

static gboolean
hide_cb (gpointer data)
{
  WinerrorNotice *self = data;

  self->timeout = 0;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  return G_SOURCE_REMOVE;
}

/* The first lines of a text, which may be a ticket of any length. */
static char *
cut_text (const char *text, guint *n_lines)
{
  const char *end = text;
  guint n_characters = 0;
  g_autofree char *start = NULL;

  *n_lines = 1;
  for (; *end != '\0' && n_characters < MAX_CHARACTERS; end = g_utf8_next_char (end))
    {
      if (*end == '\n' && ++*n_lines > MAX_LINES)
        {
          *n_lines = MAX_LINES;
          return g_strchomp (g_strndup (text, (gsize) (end - text)));
        }
      n_characters++;
    }
  start = g_strndup (text, (gsize) (end - text));
  return *end != '\0' ? g_strconcat (g_strchomp (start), "…", NULL) : g_steal_pointer (&start);
}

static void
show (WinerrorNotice *self, const char *text, const char *more, guint seconds)
{
  guint n_lines;
  g_autofree char *whole = more != NULL ? g_strconcat (text, "\n", more, NULL) : g_strdup (text);
  g_autofree char *cut = cut_text (whole, &n_lines);

  g_clear_handle_id (&self->timeout, g_source_remove);
  winerror_highlight_set_words (self->label, cut);
  /* of each paragraph: one that stands alone may take them all */
  gtk_label_set_lines (self->label, n_lines > 1 ? 1 : MAX_LINES);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, cut,
                                  -1);
  winerror_announce (GTK_WIDGET (self), cut);
  gtk_widget_set_visible (GTK_WIDGET (self->fault_icon), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (seconds == 0)
    seconds = NOTICE_SECONDS + n_lines * LINE_SECONDS;
  self->timeout = g_timeout_add_seconds (seconds, hide_cb, self);
  g_signal_emit (self, signals[SAID], 0, text);
}

static void
clicked_cb (GtkButton *button, gpointer data)
{
  WinerrorNotice *self = data;

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
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
  signals[SAID] = g_signal_new ("said", WINERROR_TYPE_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  winerror_template_set (widget_class, "/io/github/winerror/Winerror/notice.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotice, fault_icon);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotice, label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotice, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
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
 * @more: (nullable): what follows it here alone; of both the first three lines are shown
 *
 * Says something for as long as it takes to read it, to screen readers too.
 */
void
winerror_notice_show (WinerrorNotice *self, const char *text, const char *more)
{
  g_return_if_fail (WINERROR_IS_NOTICE (self));
  g_return_if_fail (text != NULL);

  show (self, text, more, 0);
}

/**
 * winerror_notice_show_fault:
 * @self: a notice
 * @text: what went wrong
 * @more: (nullable): what follows it here alone
 *
 * Says why something could not be done, for as long as it takes to read it.
 */
void
winerror_notice_show_fault (WinerrorNotice *self, const char *text, const char *more)
{
  g_return_if_fail (WINERROR_IS_NOTICE (self));
  g_return_if_fail (text != NULL);

  show (self, text, more, FAULT_SECONDS);
  gtk_widget_set_visible (GTK_WIDGET (self->fault_icon), TRUE);
}

/**
 * winerror_notice_show_button:
 * @self: a notice
 * @text: what has been done, or could not be
 * @label: what can be done about it, with a mnemonic
 * @action: the action that does it
 * @target: (transfer floating): its parameter
 *
 * Says something, with a button beside it.
 */
void
winerror_notice_show_button (WinerrorNotice *self,
                             const char *text,
                             const char *label,
                             const char *action,
                             GVariant *target)
{
  g_return_if_fail (WINERROR_IS_NOTICE (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (action != NULL);

  show (self, text, NULL, FAULT_SECONDS);
  gtk_button_set_label (self->button, label);
  /* the target of the one action is none for the other */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), TRUE);
}
