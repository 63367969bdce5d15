// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-places.h"

#include "winerror-announce.h"
#include "winerror-gettext.h"
#include "winerror-highlight.h"
#include "winerror-template.h"

/* The number that a failed installation ends with, and that does not say why it failed. */
#define INSTALL_FAILURE 1603

/**
 * WinerrorLogPlaces:
 *
 * Where a code stands in a log: one of its places, the line that it is in with those around it, and
 * buttons that go to the other places. They are the actions win.… of the window around it.
 *
 * The lines are read from the file in a thread of its own when they are shown.
 */
struct _WinerrorLogPlaces
{
  GtkWidget parent_instance;

  GtkLabel *place_label;
  GtkLabel *number_label;
  GtkBox *buttons;
  GtkLabel *lines_label;
  GtkButton *failure_button; /* where 1603 has its reason */
  GtkLabel *failure_label;

  WinerrorOpenLog *log; /* NULL where nothing is shown */
  WinerrorLogReport *report;
  guint code;  /* which one of the report */
  guint place; /* which one of the code */
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (WinerrorLogPlaces, winerror_log_places, GTK_TYPE_WIDGET)

static void
forget_reading (WinerrorLogPlaces *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
forget (WinerrorLogPlaces *self)
{
  forget_reading (self);
  g_clear_object (&self->log);
  g_clear_object (&self->report);
}

static void
winerror_log_places_dispose (GObject *object)
{
  WinerrorLogPlaces *self = WINERROR_LOG_PLACES (object);

  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_LOG_PLACES);

  G_OBJECT_CLASS (winerror_log_places_parent_class)->dispose (object);
}

static void
winerror_log_places_class_init (WinerrorLogPlacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_log_places_dispose;
  winerror_template_set (widget_class, "/io/github/winerror/Winerror/log-places.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogPlaces, place_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogPlaces, number_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogPlaces, buttons);
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogPlaces, lines_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogPlaces, failure_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorLogPlaces, failure_label);
}

static void
winerror_log_places_init (WinerrorLogPlaces *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* a log is no sentence of the user's language */
  gtk_widget_set_direction (GTK_WIDGET (self->lines_label), GTK_TEXT_DIR_LTR);
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    gtk_label_set_xalign (self->lines_label, 0);
}

static const WinerrorLogCode *
get_code (WinerrorLogPlaces *self)
{
  return winerror_log_report_get_code (self->report, self->code);
}

/* Shows lines, one of them in bold. */
static void
show_lines (WinerrorLogPlaces *self, const char *const *lines, guint bold)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize start;

      if (i > 0)
        g_string_append_c (text, '\n');
      start = text->len;
      g_string_append (text, lines[i]);
      if (i == bold)
        {
          PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          weight->start_index = (guint) start;
          weight->end_index = (guint) text->len;
          pango_attr_list_insert (attributes, weight);
        }
    }
  winerror_highlight_forbid_hyphens (attributes);
  gtk_label_set_text (self->lines_label, text->str);
  gtk_label_set_attributes (self->lines_label, attributes);
}

/* What a reading needs to know, in its thread. */
typedef struct
{
  WinerrorLogFile *file;
  WinerrorLogPosition position;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  winerror_log_file_unref (reading->file);
  g_free (reading);
}

static void
context_free (gpointer data)
{
  winerror_log_context_free (data);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  WinerrorLogContext *context = winerror_log_file_read_context (reading->file, &reading->position,
                                                                cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, context, context_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WinerrorLogPlaces *self = WINERROR_LOG_PLACES (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorLogContext) context = g_task_propagate_pointer (G_TASK (result), &error);

  /* where it cannot be read any more, the line that was kept stays */
  if (context != NULL && self->lines_label != NULL)
    show_lines (self, (const char *const *) context->lines, context->line);
}

static void
read_lines (WinerrorLogPlaces *self, const WinerrorLogPosition *position)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading = g_new (Reading, 1);

  self->reading = g_cancellable_new ();
  reading->file = winerror_log_file_ref (
      winerror_logs_get_file (winerror_open_log_get_logs (self->log), position->file));
  reading->position = *position;
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

/* Which of the places it is, and that there are more than can be gone to. */
static char *
dup_number (const WinerrorLogCode *code, guint place)
{
  g_autofree char *number = g_strdup_printf ("%u", place + 1);
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, code->count);

  if (code->count > code->places->len)
    {
      g_autofree char *kept = g_strdup_printf ("%u", code->places->len);

      /* Translators: three numbers: which place of a code in a log is shown, how many there are,
       * and how many of these can be shown */
      return g_strdup_printf (_ ("Place %s of %s; the first %s can be shown"), number, count, kept);
    }
  /* Translators: two numbers: which place of a code in a log is shown, and how many there are */
  return g_strdup_printf (_ ("Place %s of %s"), number, count);
}

static char *
dup_place (WinerrorLogPlaces *self, const WinerrorLogPosition *position)
{
  g_autofree char *number = NULL;

  if (winerror_log_report_get_n_files (self->report) > 1)
    return winerror_log_report_dup_place (self->report, position);
  number = g_strdup_printf ("%" G_GUINT64_FORMAT, position->line);
  /* Translators: the number of a line of a log */
  return g_strdup_printf (_ ("Line %s"), number);
}

/* Shows where the reason stands of what ends with 1603. */
static void
show_failure (WinerrorLogPlaces *self, const WinerrorLogCode *code, guint file)
{
  const WinerrorLogFailure *failure = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint other;
  guint place;

  if (code->code.family == WINERROR_FAMILY_WIN32 && code->code.code == INSTALL_FAILURE &&
      winerror_log_report_find_failure (self->report, file, &other, &place))
    failure = winerror_log_report_get_failure (self->report, file);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_button), failure != NULL);
  if (failure == NULL)
    return;
  number = g_strdup_printf ("%" G_GUINT64_FORMAT, failure->message_line);
  /* Translators: the number of a line of a log, and what it says: why an installation failed */
  text = g_strdup_printf (_ ("Look at line %s: %s"), number, failure->message);
  gtk_label_set_text (self->failure_label, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->failure_button), "(uu)", other, place);
}

static void
update (WinerrorLogPlaces *self)
{
  const WinerrorLogCode *code = get_code (self);
  const WinerrorLogPosition *position = &g_array_index (code->places, WinerrorLogPosition,
                                                        self->place);
  const WinerrorLogLine *line = self->place < code->lines->len
                                    ? g_ptr_array_index (code->lines, self->place)
                                    : NULL;
  const char *lines[] = { line != NULL ? line->text : "", NULL };
  g_autofree char *place = dup_place (self, position);
  g_autofree char *number = dup_number (code, self->place);

  forget_reading (self);
  gtk_label_set_text (self->place_label, place);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), code->count > 1);
  winerror_announce_in_label (self->number_label, number);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), code->places->len > 1);
  show_failure (self, code, position->file);
  show_lines (self, lines, 0);
  read_lines (self, position);
}

/* Whether a code of another report is the same and has at least as many places. */
static gboolean
is_same_code (const WinerrorLogCode *code, WinerrorLogReport *report, guint i)
{
  const WinerrorLogCode *other = winerror_log_report_get_code (report, i);

  return other->position == code->position && other->code.family == code->code.family &&
         other->code.code == code->code.code && other->places->len >= code->places->len;
}

/**
 * winerror_log_places_show:
 * @self: where a code stands
 * @log: (nullable): a log that is open; %NULL where nothing is to be shown
 * @code: which code of its report
 *
 * Shows the first place of a code; of the code that is shown already, the same place as before,
 * which may have come to stand in a longer log.
 */
void
winerror_log_places_show (WinerrorLogPlaces *self, WinerrorOpenLog *log, guint code)
{
  WinerrorLogReport *report;
  gboolean same;

  g_return_if_fail (WINERROR_IS_LOG_PLACES (self));
  g_return_if_fail (log == NULL || WINERROR_IS_OPEN_LOG (log));

  report = log != NULL ? winerror_open_log_get_report (log) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), report != NULL);
  if (report == NULL)
    {
      forget (self);
      return;
    }
  if (report == self->report && code == self->code)
    return;
  same = self->report != NULL && code == self->code && is_same_code (get_code (self), report, code);
  g_set_object (&self->log, log);
  g_set_object (&self->report, report);
  self->code = code;
  if (!same)
    self->place = 0;
  update (self);
}

/**
 * winerror_log_places_move:
 * @self: where a code stands
 * @step: 1 for the next place, -1 for the one before
 *
 * Shows another place of the same code; after the last one comes the first.
 */
void
winerror_log_places_move (WinerrorLogPlaces *self, int step)
{
  guint n;

  g_return_if_fail (WINERROR_IS_LOG_PLACES (self));

  if (self->report == NULL)
    return;
  n = get_code (self)->places->len;
  self->place = (guint) (((int) self->place + step + (int) n) % (int) n);
  update (self);
}
