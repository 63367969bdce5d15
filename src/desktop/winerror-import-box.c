// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-box.h"

#include "winerror-direction.h"
#include "winerror-gettext.h"
#include "winerror-import.h"
#include "winerror-let-go.h"
#include "winerror-template.h"
#include "winerror-text.h"

/**
 * WinerrorImportBox:
 *
 * Imports files into the user's own tables, one after the other: shows how far it is, and at the
 * end what was read, what was passed over and why.
 */
struct _WinerrorImportBox
{
  GtkWidget parent_instance;

  GtkBox *progress_box;
  GtkProgressBar *progress_bar;
  GtkButton *cancel_button;
  GtkBox *report_box;
  GtkLabel *summary_label;
  GtkButton *close_button;
  GtkScrolledWindow *messages_scroller;
  GtkTextView *messages_view;

  GQueue files;              /* of GFile: those that are still to be read */
  GCancellable *cancellable; /* of the one that is being read; NULL where none is */
  GString *summary;
};

enum
{
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WinerrorImportBox, winerror_import_box, GTK_TYPE_WIDGET)

static void import_next (WinerrorImportBox *self);

/* The report */

static void
append_summary (WinerrorImportBox *self, const char *text)
{
  if (self->summary->len > 0)
    g_string_append_c (self->summary, '\n');
  g_string_append (self->summary, text);
}

static void
append_message (WinerrorImportBox *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->messages_view);
  g_autofree char *shown = winerror_direction_isolate_words (text);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  if (!gtk_text_iter_is_start (&end))
    gtk_text_buffer_insert (buffer, &end, "\n", 1);
  gtk_text_buffer_insert (buffer, &end, shown, -1);
}

/* What was read and what was passed over, after the name of the file. */
static char *
dup_summary (WinerrorImport *import)
{
  guint n = winerror_import_get_n_entries (import);
  guint n_passed_over = winerror_import_get_n_passed_over (import);
  g_autofree char *counts = g_strdup_printf (winerror_import_has_notes (import)
                                                 ? ngettext ("%u note read", "%u notes read", n)
                                                 : ngettext ("%u entry read", "%u entries read", n),
                                             n);
  GString *line = g_string_new (NULL);

  if (n_passed_over > 0)
    {
      g_autofree char *read = g_steal_pointer (&counts);
      g_autofree char *passed_over = g_strdup_printf (
          ngettext ("%u place passed over", "%u places passed over", n_passed_over), n_passed_over);

      /* Translators: the parts of a summary, with the comma of your language: 7 entries read,
       * 2 places passed over */
      counts = g_strdup_printf (C_ ("summary", "%s, %s"), read, passed_over);
    }
  winerror_direction_append_name (line, winerror_import_get_name (import), counts);
  g_string_append_printf (line, ": %s", counts);
  return g_string_free (line, FALSE);
}

static void
report (WinerrorImportBox *self, WinerrorImport *import)
{
  const char *name = winerror_import_get_name (import);
  guint n_passed_over = winerror_import_get_n_passed_over (import);
  guint n_messages = winerror_import_get_n_messages (import);
  g_autofree char *summary = dup_summary (import);

  append_summary (self, summary);
  for (guint i = 0; i < n_messages; i++)
    {
      const WinerrorImportMessage *message = winerror_import_get_message (import, i);
      g_autofree char *text = message->line > 0
                                  ? g_strdup_printf ("%s:%u:%u: %s", name, message->line,
                                                     message->column, message->text)
                                  : g_strdup_printf ("%s: %s", name, message->text);

      append_message (self, text);
    }
  if (n_passed_over > n_messages)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%s: and %u more place", "%s: and %u more places", n_passed_over - n_messages),
          name, n_passed_over - n_messages);

      append_message (self, text);
    }
}

static void
show_report (WinerrorImportBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->messages_view);

  gtk_widget_set_visible (GTK_WIDGET (self->progress_box), FALSE);
  gtk_label_set_text (self->summary_label, self->summary->str);
  gtk_widget_set_visible (GTK_WIDGET (self->messages_scroller),
                          gtk_text_buffer_get_char_count (buffer) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->report_box), TRUE);
}

static void
clear_report (WinerrorImportBox *self)
{
  g_string_truncate (self->summary, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->messages_view), "", 0);
  gtk_widget_set_visible (GTK_WIDGET (self->report_box), FALSE);
}

/* The work */

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return winerror_text_clean_path (base != NULL ? base : "");
}

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  WinerrorImportBox *self = data;

  if (total > 0 && self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) done / (double) total);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorImportBox) self = data;
  g_autoptr (GError) error = NULL;
  WinerrorImport *import = winerror_import_file_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (import != NULL)
    winerror_let_go (import, (GDestroyNotify) winerror_import_free);
  if (self->progress_bar == NULL) /* closed in the meantime */
    return;
  if (import != NULL)
    {
      report (self, import);
      g_signal_emit (self, signals[IMPORTED], 0);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    append_summary (self, _ ("Cancelled; nothing was imported."));
  else
    {
      g_autofree char *clean = winerror_text_clean (error->message);

      append_summary (self, clean);
    }
  import_next (self);
}

static void
import_next (WinerrorImportBox *self)
{
  g_autoptr (GFile) file = g_queue_pop_head (&self->files);
  g_autofree char *name = NULL;

  if (file == NULL)
    {
      show_report (self);
      return;
    }
  name = dup_name (file);
  gtk_progress_bar_set_text (self->progress_bar, name);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_box), TRUE);
  self->cancellable = g_cancellable_new ();
  winerror_import_file_async (file, NULL, self->cancellable, progress_cb, self, imported_cb,
                              g_object_ref (self));
}

static void
clear_files (WinerrorImportBox *self)
{
  g_queue_clear_full (&self->files, g_object_unref);
}

static void
cancel_cb (WinerrorImportBox *self)
{
  clear_files (self);
  g_cancellable_cancel (self->cancellable);
}

static void
close_cb (WinerrorImportBox *self)
{
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  clear_report (self);
}

/* The class */

static void
winerror_import_box_dispose (GObject *object)
{
  WinerrorImportBox *self = WINERROR_IMPORT_BOX (object);
  GtkWidget *child;

  cancel_cb (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_IMPORT_BOX);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (winerror_import_box_parent_class)->dispose (object);
}

static void
winerror_import_box_finalize (GObject *object)
{
  g_string_free (WINERROR_IMPORT_BOX (object)->summary, TRUE);

  G_OBJECT_CLASS (winerror_import_box_parent_class)->finalize (object);
}

static void
winerror_import_box_class_init (WinerrorImportBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_import_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = winerror_import_box_finalize;

  /**
   * WinerrorImportBox::imported:
   *
   * There are new files among the user's own tables.
   */
  signals[IMPORTED] = g_signal_new ("imported", WINERROR_TYPE_IMPORT_BOX, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  winerror_template_set (widget_class, "/io/github/winerror/Winerror/import-box.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorImportBox, progress_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorImportBox, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, WinerrorImportBox, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorImportBox, report_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorImportBox, summary_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorImportBox, close_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorImportBox, messages_scroller);
  gtk_widget_class_bind_template_child (widget_class, WinerrorImportBox, messages_view);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
winerror_import_box_init (WinerrorImportBox *self)
{
  g_queue_init (&self->files);
  self->summary = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * winerror_import_box_add:
 * @self: a box
 * @file: a file of tables or notes
 *
 * Imports a file, after those that are being imported. #WinerrorImportBox::imported tells of it.
 */
void
winerror_import_box_add (WinerrorImportBox *self, GFile *file)
{
  g_return_if_fail (WINERROR_IS_IMPORT_BOX (self));
  g_return_if_fail (G_IS_FILE (file));

  g_queue_push_tail (&self->files, g_object_ref (file));
  if (self->cancellable != NULL)
    return;
  clear_report (self);
  import_next (self);
}
