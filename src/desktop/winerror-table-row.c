// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-table-row.h"

#include "winerror-direction.h"
#include "winerror-gettext.h"
#include "winerror-highlight.h"
#include "winerror-text.h"

/**
 * WinerrorTableRow:
 *
 * A table or notes in the list of them: what it is, where it comes from, what is wrong with its
 * file; with a switch where it can be switched off, and a button where it can be removed. What is
 * done with them are the actions tables.enable and tables.remove.
 */
struct _WinerrorTableRow
{
  GtkListBoxRow parent_instance;

  char *key;
  GSettings *settings;

  GtkBox *box;
  GtkLabel *title_label;
  GtkLabel *kind_label;
  GtkLabel *details_label;
  GtkLabel *error_label;
  GtkSwitch *switch_;           /* NULL where it is built in */
  GtkMenuButton *remove_button; /* NULL where it is not the user's */
};

G_DEFINE_FINAL_TYPE (WinerrorTableRow, winerror_table_row, GTK_TYPE_LIST_BOX_ROW)

/**
 * winerror_table_item_dup_key:
 * @item: an item
 *
 * Returns: (transfer full): what tells it from others, as long as the program runs: the path of its
 *   file, or the name of the table
 */
char *
winerror_table_item_dup_key (const WinerrorTableItem *item)
{
  return g_strdup (item->file != NULL ? item->file->path
                                      : winerror_table_get_info (item->table)->id);
}

/* The texts */

static const char *
get_origin_title (const WinerrorTableItem *item)
{
  switch (item->file != NULL ? item->file->origin : WINERROR_TABLE_ORIGIN_BUILT_IN)
    {
    case WINERROR_TABLE_ORIGIN_USER:
      return C_ ("table", "Yours");
    case WINERROR_TABLE_ORIGIN_SHARED:
      return C_ ("table", "Shared");
    case WINERROR_TABLE_ORIGIN_SYSTEM:
      return C_ ("table", "Of this computer");
    case WINERROR_TABLE_ORIGIN_BUILT_IN:
    default:
      return C_ ("table", "Built in");
    }
}

static char *
dup_title (const WinerrorTableItem *item)
{
  g_assert (item->table != NULL || item->file != NULL);

  return item->table != NULL ? winerror_table_dup_title (item->table)
                             : winerror_text_clean (item->file->title);
}

/* Whose it is, the family, how many entries. */
static char *
dup_kind (const WinerrorTableItem *item)
{
  gboolean is_notes = item->file != NULL && item->file->notes != NULL;
  GString *text = g_string_new (get_origin_title (item));

  if (item->table != NULL)
    g_string_append_printf (
        text, " · %s", winerror_family_get_title (winerror_table_get_info (item->table)->family));
  if (item->file != NULL && !item->file->enabled)
    {
      g_string_append_printf (text, " · %s", C_ ("table", "switched off"));
    }
  else if (item->table != NULL || is_notes)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              is_notes ? ngettext ("%u note", "%u notes", item->n_entries)
                                       : ngettext ("%u entry", "%u entries", item->n_entries),
                              item->n_entries);
    }
  return g_string_free (text, FALSE);
}

/* What begins or ends a path or an address stays there in languages that run from right to left. */
static void
append_line (GString *text, const char *title, const char *value)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  if (value == NULL || value[0] == '\0')
    return;
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    winerror_direction_append_part (shown, value, -1);
  else
    g_string_append (shown, value);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, C_ ("accessible name", "%s: %s"), title, shown->str);
}

static char *
dup_details (const WinerrorTableItem *item)
{
  GString *text = g_string_new (NULL);

  if (item->table != NULL)
    {
      const WinerrorTableInfo *info = winerror_table_get_info (item->table);
      g_autofree char *license = NULL;

      append_line (text, _ ("Source"),
                   info->source_uri != NULL ? info->source_uri : info->source_file);
      if (info->license_id != NULL && info->license_holder != NULL)
        license = g_strdup_printf ("%s, %s", info->license_id, info->license_holder);
      append_line (text, _ ("Licence"), license != NULL ? license : info->license_id);
    }
  if (item->file != NULL)
    {
      g_autofree char *path = winerror_text_clean_path (item->file->path);

      append_line (text, _ ("File"), path);
    }
  return g_string_free (text, FALSE);
}

static void
set_label (GtkLabel *label, char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text[0] != '\0');
  g_free (text);
}

/* The parts */

static void
switched_cb (WinerrorTableRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "tables.enable", "(sb)", self->key,
                              gtk_switch_get_active (self->switch_));
}

static void
removed_cb (GtkButton *button, WinerrorTableRow *self)
{
  gtk_menu_button_popdown (self->remove_button);
  gtk_widget_activate_action (GTK_WIDGET (self), "tables.remove", "s", self->key);
}

/* Asks before anything is removed. */
static void
create_question (GtkMenuButton *menu_button, gpointer data)
{
  WinerrorTableRow *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Remove"));
  /* Translators: the title of a table */
  g_autofree char *question = g_strdup_printf (_ ("Remove “%s”?"),
                                               gtk_label_get_text (self->title_label));

  gtk_label_set_text (GTK_LABEL (label), question);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect (button, "clicked", G_CALLBACK (removed_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
  gtk_menu_button_set_popover (menu_button, popover);
}

static GtkLabel *
add_label (WinerrorTableRow *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  winerror_highlight_forbid_hyphens (attributes);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_head (WinerrorTableRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->title_label = add_label (self, "heading");
  g_object_ref (self->title_label);
  gtk_box_remove (self->box, GTK_WIDGET (self->title_label));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title_label), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title_label));
  g_object_unref (self->title_label);
  gtk_box_append (self->box, head);
  return head;
}

static void
add_switch (WinerrorTableRow *self, GtkWidget *head)
{
  self->switch_ = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->switch_), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->switch_));
  g_settings_bind_writable (self->settings, "disabled-tables", self->switch_, "sensitive", FALSE);
  if (!g_settings_is_writable (self->settings, "disabled-tables"))
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->switch_), _ ("Set by your administrator"));
  g_signal_connect_swapped (self->switch_, "notify::active", G_CALLBACK (switched_cb), self);
}

static void
add_remove_button (WinerrorTableRow *self)
{
  self->remove_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->remove_button, _ ("Remove…"));
  gtk_widget_set_halign (GTK_WIDGET (self->remove_button), GTK_ALIGN_START);
  gtk_menu_button_set_create_popup_func (self->remove_button, create_question, self, NULL);
  gtk_box_append (self->box, GTK_WIDGET (self->remove_button));
}

static void
winerror_table_row_finalize (GObject *object)
{
  WinerrorTableRow *self = WINERROR_TABLE_ROW (object);

  g_free (self->key);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (winerror_table_row_parent_class)->finalize (object);
}

static void
winerror_table_row_class_init (WinerrorTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = winerror_table_row_finalize;
}

static void
winerror_table_row_init (WinerrorTableRow *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "table");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * winerror_table_row_new:
 * @settings: the settings
 * @key: the key of its items: see winerror_table_item_dup_key()
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
winerror_table_row_new (GSettings *settings, const char *key)
{
  WinerrorTableRow *self = g_object_new (WINERROR_TYPE_TABLE_ROW, NULL);

  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  return GTK_WIDGET (self);
}

/**
 * winerror_table_row_get_key:
 * @self: a row
 *
 * Returns: (transfer none): the key of its items
 */
const char *
winerror_table_row_get_key (WinerrorTableRow *self)
{
  g_return_val_if_fail (WINERROR_IS_TABLE_ROW (self), NULL);

  return self->key;
}

/**
 * winerror_table_row_show:
 * @self: a row
 * @item: an item with the key of the row
 *
 * Shows a table or notes.
 */
void
winerror_table_row_show (WinerrorTableRow *self, const WinerrorTableItem *item)
{
  const char *title;
  g_autofree char *name = NULL;

  g_return_if_fail (WINERROR_IS_TABLE_ROW (self));

  if (self->title_label == NULL)
    {
      GtkWidget *head = add_head (self);

      self->kind_label = add_label (self, "dim-label");
      self->details_label = add_label (self, "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->details_label), "caption");
      self->error_label = add_label (self, "error");
      if (item->file != NULL)
        add_switch (self, head);
      if (item->file != NULL && item->file->origin == WINERROR_TABLE_ORIGIN_USER)
        add_remove_button (self);
    }

  set_label (self->title_label, dup_title (item));
  set_label (self->kind_label, dup_kind (item));
  set_label (self->details_label, dup_details (item));
  set_label (self->error_label,
             g_strdup (item->file != NULL && item->file->error != NULL ? item->file->error : ""));
  title = gtk_label_get_text (self->title_label);
  name = g_strdup_printf ("%s, %s", title, gtk_label_get_text (self->kind_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item->file != NULL)
    {
      g_signal_handlers_block_by_func (self->switch_, switched_cb, self);
      gtk_switch_set_active (self->switch_, item->file->enabled);
      g_signal_handlers_unblock_by_func (self->switch_, switched_cb, self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->switch_), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      title, -1);
    }
  if (self->remove_button != NULL)
    {
      g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), title);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
    }
}
