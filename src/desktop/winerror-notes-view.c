// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-notes-view.h"

#include "winerror-direction.h"
#include "winerror-gettext.h"
#include "winerror-note-row.h"
#include "winerror-notes-file.h"
#include "winerror-template.h"
#include "winerror-tooltip.h"

/**
 * WinerrorNotesView:
 *
 * The notes on an entry: first the user's own, which is edited in place, then those of others,
 * each with the title of its table. What was written is kept when another entry is shown.
 */
struct _WinerrorNotesView
{
  GtkWidget parent_instance;

  GtkButton *add_button;
  GtkLabel *heading;
  GtkBox *own_box;
  GtkBox *editor;
  GtkTextView *text_view;
  GtkEntry *link_entry;
  GtkLabel *error_label;
  GtkButton *save_button;
  GtkButton *cancel_button;
  GtkBox *others_box;

  WinerrorOwnTables *tables; /* NULL where nothing can be written */
  WinerrorEntry *entry;
  gboolean editing;
  gboolean saving; /* what is edited is on its way to the disk */
  char *text;      /* of the own note when the editing began; "" where there was none */
  char *link;
};

enum
{
  SAVED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WinerrorNotesView, winerror_notes_view, GTK_TYPE_WIDGET)

/* The notes */

static void
show_others (WinerrorNotesView *self, const WinerrorNote *own, WinerrorAnswer *answer)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->others_box));
  guint n;
  const WinerrorNote *const *notes = winerror_entry_get_notes (self->entry, &n);

  for (guint i = 0; i < n; i++)
    {
      if (notes[i] == own)
        continue;
      if (row == NULL)
        {
          row = winerror_note_row_new (FALSE);
          gtk_box_append (self->others_box, row);
        }
      winerror_note_row_show (WINERROR_NOTE_ROW (row), notes[i], notes[i]->title, answer);
      gtk_widget_set_visible (row, TRUE);
      row = gtk_widget_get_next_sibling (row);
    }
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->others_box), n > (own != NULL ? 1 : 0));
}

static void
show_own (WinerrorNotesView *self, const WinerrorNote *own, WinerrorAnswer *answer)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->own_box));

  if (own == NULL)
    return;
  winerror_note_row_show (WINERROR_NOTE_ROW (row), own, _ ("Your note"), answer);
}

static void
update_parts (WinerrorNotesView *self, gboolean has_own)
{
  gtk_widget_set_visible (GTK_WIDGET (self->editor), self->editing);
  gtk_widget_set_visible (GTK_WIDGET (self->own_box), has_own && !self->editing);
  gtk_widget_set_visible (GTK_WIDGET (self->heading),
                          has_own || self->editing ||
                              gtk_widget_get_visible (GTK_WIDGET (self->others_box)));
  gtk_widget_set_visible (GTK_WIDGET (self->add_button),
                          !has_own && !self->editing && self->tables != NULL);
}

static void
show_notes (WinerrorNotesView *self, WinerrorAnswer *answer)
{
  const WinerrorNote *own = winerror_notes_file_find (self->entry);

  show_own (self, own, answer);
  show_others (self, own, answer);
  update_parts (self, own != NULL);
}

/* Shows what is on the disk already, until it has been read from there. */
static void
show_saved (WinerrorNotesView *self, const char *text)
{
  const WinerrorNote note = { .text = text };

  show_own (self, text[0] != '\0' ? &note : NULL, NULL);
  update_parts (self, text[0] != '\0');
}

/* The editor */

static char *
dup_text (WinerrorNotesView *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->text_view), "text", &text, NULL);
  return text;
}

static const char *
get_link (WinerrorNotesView *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->link_entry));
}

static void
show_error (WinerrorNotesView *self, const char *message)
{
  gtk_label_set_text (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}

static void
set_saving (WinerrorNotesView *self, gboolean saving)
{
  self->saving = saving;
  gtk_text_view_set_editable (self->text_view, !saving);
  gtk_editable_set_editable (GTK_EDITABLE (self->link_entry), !saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), !saving);
}

/* Ends the editing. What is looked up next is typed where the focus goes then. */
static void
stop_editing (WinerrorNotesView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->editor));

  set_saving (self, FALSE);
  self->editing = FALSE;
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->link, g_free);
  show_notes (self, NULL);
  if (focused && root != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.find", NULL);
}

/* What was saved, as long as it may fail. */
typedef struct
{
  WinerrorNotesView *view;
  WinerrorEntry *entry;
  char *text;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  WinerrorNotesView *self = saving->view;
  g_autoptr (GError) error = NULL;
  gboolean good = winerror_own_tables_set_note_finish (WINERROR_OWN_TABLES (source), result,
                                                       &error);
  gboolean here = self->saving && winerror_entry_is_same_code (self->entry, saving->entry);

  if (here && good)
    {
      stop_editing (self);
      show_saved (self, saving->text);
    }
  else if (here)
    {
      set_saving (self, FALSE);
      show_error (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
    }
  if (good)
    g_signal_emit (self, signals[SAVED], 0, saving->text[0] != '\0');
  else
    g_signal_emit (self, signals[FAILED], 0, error->message, here ? NULL : saving->text);
  g_object_unref (saving->view);
  g_object_unref (saving->entry);
  g_free (saving->text);
  g_free (saving);
}

static void
save (WinerrorNotesView *self)
{
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving){
    .view = g_object_ref (self),
    .entry = g_object_ref (self->entry),
    .text = g_strstrip (dup_text (self)),
  };
  winerror_own_tables_set_note_async (self->tables, winerror_entry_get_family (self->entry),
                                      winerror_entry_get_code (self->entry), saving->text,
                                      get_link (self), saved_cb, saving);
}

static void
save_cb (WinerrorNotesView *self)
{
  winerror_notes_view_save (self);
}

static void
cancel_cb (WinerrorNotesView *self)
{
  if (self->editing && !self->saving)
    stop_editing (self);
}

static gboolean
save_key_cb (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  WinerrorNotesView *self = WINERROR_NOTES_VIEW (widget);

  if (!self->editing)
    return FALSE;
  winerror_notes_view_save (self);
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  WinerrorNotesView *self = WINERROR_NOTES_VIEW (widget);

  if (!self->editing)
    return FALSE;
  cancel_cb (self);
  return TRUE;
}

/* The class */

static void
winerror_notes_view_dispose (GObject *object)
{
  WinerrorNotesView *self = WINERROR_NOTES_VIEW (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_NOTES_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->tables);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->link, g_free);

  G_OBJECT_CLASS (winerror_notes_view_parent_class)->dispose (object);
}

static void
winerror_notes_view_class_init (WinerrorNotesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_notes_view_dispose;

  /**
   * WinerrorNotesView::saved:
   * @kept: whether there is a note now; else it was removed
   *
   * What was written is on the disk.
   */
  signals[SAVED] = g_signal_new ("saved", WINERROR_TYPE_NOTES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * WinerrorNotesView::failed:
   * @message: why a note could not be saved
   * @text: (nullable): the note, where it is not in the editor any more
   */
  signals[FAILED] = g_signal_new ("failed", WINERROR_TYPE_NOTES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  winerror_template_set (widget_class, "/io/github/winerror/Winerror/notes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotesView, add_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotesView, heading);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotesView, own_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotesView, editor);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotesView, text_view);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotesView, link_entry);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotesView, error_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotesView, save_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotesView, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorNotesView, others_box);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

/* Ctrl+Enter saves. It is seen before the text view sees it, which would begin another line. */
static void
add_keys (WinerrorNotesView *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                          gtk_callback_action_new (save_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
winerror_notes_view_init (WinerrorNotesView *self)
{
  g_autofree char *placeholder = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  placeholder = winerror_direction_isolate_words (
      gtk_entry_get_placeholder_text (self->link_entry));
  gtk_entry_set_placeholder_text (self->link_entry, placeholder);
  /* a box that is empty when it is first measured, though hidden, does not learn that its height
   * depends on its width from then on */
  gtk_box_append (self->own_box, winerror_note_row_new (TRUE));
  gtk_box_append (self->others_box, winerror_note_row_new (FALSE));
  winerror_tooltip_set (GTK_WIDGET (self->add_button), _ ("Add a Note"), GDK_KEY_n);
  winerror_tooltip_set (GTK_WIDGET (self->save_button), _ ("Save the Note"), GDK_KEY_Return);
}

/**
 * winerror_notes_view_set_tables:
 * @self: a view
 * @tables: what keeps the user's own notes
 *
 * Lets the user's own notes be edited.
 */
void
winerror_notes_view_set_tables (WinerrorNotesView *self, WinerrorOwnTables *tables)
{
  g_return_if_fail (WINERROR_IS_NOTES_VIEW (self));

  g_set_object (&self->tables, tables);
  if (self->entry != NULL)
    update_parts (self, winerror_notes_file_find (self->entry) != NULL);
}

/**
 * winerror_notes_view_show:
 * @self: a view
 * @entry: (nullable): an entry
 * @answer: (nullable): the answer that found it, whose matches are shown in bold
 *
 * Shows the notes on an entry. Where another one is being edited, what was written is saved; where
 * it is the same code in other tables, the editing goes on.
 */
void
winerror_notes_view_show (WinerrorNotesView *self, WinerrorEntry *entry, WinerrorAnswer *answer)
{
  g_return_if_fail (WINERROR_IS_NOTES_VIEW (self));
  g_return_if_fail (entry == NULL || WINERROR_IS_ENTRY (entry));

  if (self->editing && !winerror_entry_is_same_code (self->entry, entry))
    {
      if (!self->saving && winerror_notes_view_is_changed (self))
        save (self);
      set_saving (self, FALSE);
      self->editing = FALSE;
    }
  g_set_object (&self->entry, entry);
  if (entry != NULL)
    show_notes (self, answer);
}

/**
 * winerror_notes_view_edit:
 * @self: a view that has its tables and shows an entry
 *
 * Lets the user's own note on the entry be edited.
 */
void
winerror_notes_view_edit (WinerrorNotesView *self)
{
  const WinerrorNote *own;
  GtkTextBuffer *buffer;

  g_return_if_fail (WINERROR_IS_NOTES_VIEW (self));
  g_return_if_fail (self->entry != NULL && self->tables != NULL);

  if (!self->editing)
    {
      g_autofree char *title = winerror_entry_dup_title (self->entry);
      g_autofree char *name = NULL;

      own = winerror_notes_file_find (self->entry);
      g_clear_pointer (&self->text, g_free);
      g_clear_pointer (&self->link, g_free);
      self->text = g_strdup (own != NULL ? own->text : "");
      self->link = own != NULL && own->link != NULL ? winerror_note_row_dup_link_text (own->link)
                                                    : g_strdup ("");
      buffer = gtk_text_view_get_buffer (self->text_view);
      gtk_text_buffer_set_enable_undo (buffer, FALSE); /* not back to the note on another code */
      gtk_text_buffer_set_text (buffer, self->text, -1);
      gtk_text_buffer_set_enable_undo (buffer, TRUE);
      gtk_editable_set_text (GTK_EDITABLE (self->link_entry), self->link);
      show_error (self, NULL);
      /* Translators: an entry: Your note on ERROR_LOGON_FAILURE (1326, 0x52E) */
      name = g_strdup_printf (_ ("Your note on %s"), title);
      /* newer GTK takes the label before it for its name, which says less */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->text_view),
                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      self->editing = TRUE;
      show_notes (self, NULL);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/**
 * winerror_notes_view_is_editing:
 * @self: a view
 *
 * Returns: whether a note is being edited
 */
gboolean
winerror_notes_view_is_editing (WinerrorNotesView *self)
{
  g_return_val_if_fail (WINERROR_IS_NOTES_VIEW (self), FALSE);

  return self->editing;
}

/**
 * winerror_notes_view_is_changed:
 * @self: a view
 *
 * Returns: whether something has been written that is not on the disk
 */
gboolean
winerror_notes_view_is_changed (WinerrorNotesView *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (WINERROR_IS_NOTES_VIEW (self), FALSE);

  if (!self->editing)
    return FALSE;
  text = dup_text (self);
  return g_strcmp0 (text, self->text) != 0 || g_strcmp0 (get_link (self), self->link) != 0;
}

/**
 * winerror_notes_view_save:
 * @self: a view
 *
 * Saves what is edited; the editing ends once it is on the disk. #WinerrorNotesView::saved or
 * #WinerrorNotesView::failed tells.
 */
void
winerror_notes_view_save (WinerrorNotesView *self)
{
  g_return_if_fail (WINERROR_IS_NOTES_VIEW (self));

  if (!self->editing || self->saving)
    return;
  if (!winerror_notes_view_is_changed (self))
    {
      stop_editing (self);
      return;
    }
  show_error (self, NULL);
  set_saving (self, TRUE);
  save (self);
}
