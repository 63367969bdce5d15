// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-note-row.h"

#include "winerror-gettext.h"
#include "winerror-highlight.h"
#include "winerror-text.h"
#include "winerror-tooltip.h"

/**
 * WinerrorNoteRow:
 *
 * A note: whose it is, what it says, and the link to more, which is shown as it is before it is
 * opened. The user's own has a button that begins to edit it.
 */
struct _WinerrorNoteRow
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkButton *link_button;
  GtkLabel *link_label;
};

G_DEFINE_FINAL_TYPE (WinerrorNoteRow, winerror_note_row, GTK_TYPE_WIDGET)

static GtkLabel *
new_label (gboolean selectable)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  winerror_highlight_forbid_hyphens (attributes);
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (label, 14); /* as in value-row.ui */
  gtk_label_set_xalign (label, 0);
  gtk_label_set_selectable (label, selectable);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  return label;
}

static void
winerror_note_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (winerror_note_row_parent_class)->dispose (object);
}

static void
winerror_note_row_class_init (WinerrorNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = winerror_note_row_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
winerror_note_row_init (WinerrorNoteRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);

  self->title_label = new_label (FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "dim-label");
  self->text_label = new_label (TRUE);
  self->link_label = new_label (FALSE);
  gtk_label_set_wrap_mode (self->link_label, PANGO_WRAP_CHAR);
  self->link_button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK,
                                    "has-frame", FALSE, "halign", GTK_ALIGN_START, NULL);
  gtk_button_set_child (self->link_button, GTK_WIDGET (self->link_label));
  gtk_widget_add_css_class (GTK_WIDGET (self->link_button), "link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->link_button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->link_button), "win.open-page");
}

/**
 * winerror_note_row_new:
 * @editable: whether it is the user's own note
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
winerror_note_row_new (gboolean editable)
{
  WinerrorNoteRow *self = g_object_new (WINERROR_TYPE_NOTE_ROW, NULL);
  GtkWidget *head = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (head), 6);
  gtk_grid_attach (GTK_GRID (head), GTK_WIDGET (self->title_label), 0, 0, 1, 1);
  if (editable)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

      gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "small");
      winerror_tooltip_set (button, _ ("Edit Your Note"), GDK_KEY_n);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Edit Your Note"), -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-note");
      gtk_grid_attach (GTK_GRID (head), button, 1, 0, 1, 1);
    }
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->text_label), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->link_button), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * winerror_note_row_dup_link_text:
 * @uri: the link of a note
 *
 * Returns: (transfer full): how it is shown: of a file the path
 */
char *
winerror_note_row_dup_link_text (const char *uri)
{
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);

  return path != NULL ? winerror_text_clean_path (path) : winerror_text_clean (uri);
}

/**
 * winerror_note_row_show:
 * @self: a row
 * @note: a note
 * @title: whose it is
 * @answer: (nullable): the answer that found its entry, whose matches are shown in bold
 *
 * Shows a note.
 */
void
winerror_note_row_show (WinerrorNoteRow *self,
                        const WinerrorNote *note,
                        const char *title,
                        WinerrorAnswer *answer)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *name = NULL;

  g_return_if_fail (WINERROR_IS_NOTE_ROW (self));
  g_return_if_fail (note != NULL);

  winerror_highlight_forbid_hyphens (attributes);
  if (answer != NULL)
    {
      g_autoptr (GArray) ranges = winerror_answer_find_ranges (answer, note->text);

      winerror_highlight_insert_matches (attributes, ranges, 0);
    }
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->text_label, note->text);
  gtk_label_set_attributes (self->text_label, attributes);
  name = g_strdup_printf (C_ ("accessible name", "%s: %s"), title, note->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->link_button), note->link != NULL);
  if (note->link != NULL)
    {
      g_autofree char *shown = winerror_note_row_dup_link_text (note->link);

      gtk_label_set_text (self->link_label, shown);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->link_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->link_button), "s", note->link);
    }
}
