// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-advice-view.h"

#include "winerror-direction.h"
#include "winerror-flow-layout.h"
#include "winerror-highlight.h"
#include "winerror-template.h"
#include "winerror-ticket-advice.h"

/**
 * WinerrorAdviceView:
 *
 * The advice on an entry: what it usually means, what to check, and the page that says so. Its
 * texts can be selected; a button copies all of them. Steps are made when they are first needed and
 * kept for the next entry.
 */
struct _WinerrorAdviceView
{
  GtkWidget parent_instance;

  GtkButton *copy_button;
  GtkLabel *means_label;
  GtkBox *steps_box;
  GtkLinkButton *source_button;

  WinerrorEntry *entry;
  WinerrorLanguage *language;
  GPtrArray *steps; /* of GtkLabel: the texts of the children of steps_box, in their order */
};

G_DEFINE_FINAL_TYPE (WinerrorAdviceView, winerror_advice_view, GTK_TYPE_WIDGET)

/* Texts */

static void
set_text (GtkLabel *label, const char *text, WinerrorAnswer *answer)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *plain = winerror_highlight_read_commands (attributes, text);

  if (answer != NULL)
    {
      g_autoptr (GArray) ranges = winerror_answer_find_ranges (answer, plain);

      winerror_highlight_insert_matches (attributes, ranges, 0);
    }
  gtk_label_set_text (label, plain);
  gtk_label_set_attributes (label, attributes);
}

/* Copies what is selected, without the marks that give what is shown its direction. */
static void
label_copy_cb (GtkLabel *label, gpointer data)
{
  const char *text = gtk_label_get_text (label);
  g_autofree char *selected = NULL;
  g_autofree char *plain = NULL;
  int start;
  int end;

  if (!gtk_label_get_selection_bounds (label, &start, &end))
    return;
  selected = g_utf8_substring (text, start, end);
  plain = winerror_direction_remove_marks (selected);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (label)), plain);
  g_signal_stop_emission_by_name (label, "copy-clipboard");
}

static GtkLabel *
add_step (WinerrorAdviceView *self)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "column-spacing", 8, NULL);
  g_autofree char *number = g_strdup_printf ("%u.", self->steps->len + 1);
  GtkWidget *number_label = gtk_label_new (number);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_yalign (GTK_LABEL (number_label), 0);
  gtk_widget_set_valign (number_label, GTK_ALIGN_START);
  gtk_widget_add_css_class (number_label, "dim-label");
  gtk_widget_add_css_class (number_label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), 20); /* as in value-row.ui */
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect (label, "copy-clipboard", G_CALLBACK (label_copy_cb), NULL);

  gtk_grid_attach (GTK_GRID (grid), number_label, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, 0, 1, 1);
  gtk_box_append (self->steps_box, grid);
  g_ptr_array_add (self->steps, label);
  return GTK_LABEL (label);
}

static void
show_steps (WinerrorAdviceView *self, const WinerrorAdvice *advice, WinerrorAnswer *answer)
{
  guint n = g_strv_length (advice->checks);

  for (guint i = 0; i < n; i++)
    {
      GtkLabel *label = i < self->steps->len ? self->steps->pdata[i] : add_step (self);
      GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (label));
      g_autofree char *plain = NULL;
      g_autofree char *name = NULL;

      set_text (label, winerror_language_translate (self->language, advice->checks[i]), answer);
      plain = winerror_direction_remove_marks (gtk_label_get_text (label));
      name = g_strdup_printf ("%u. %s", i + 1, plain);
      gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_widget_set_visible (item, TRUE);
    }
  for (guint i = n; i < self->steps->len; i++)
    gtk_widget_set_visible (gtk_widget_get_parent (self->steps->pdata[i]), FALSE);
}

static void
show_source (WinerrorAdviceView *self, const WinerrorAdvice *advice)
{
  gtk_widget_set_visible (GTK_WIDGET (self->source_button), advice->source_uri != NULL);
  if (advice->source_uri != NULL)
    gtk_link_button_set_uri (self->source_button, advice->source_uri);
}

/* Copying */

/* The advice as the text format has it. */
static char *
dup_text (WinerrorAdviceView *self)
{
  static const WinerrorTicketMarkup markup = {
    .heading = "\n",
    .heading_end = ":\n",
    .text = "",
    .text_end = "\n",
    .list = "",
    .item = "- ",
    .item_end = "\n",
    .list_end = "",
  };
  const WinerrorTicketOptions options = { .language = self->language, .with_advice = TRUE };
  g_auto (WinerrorTicketFields) fields = { 0 };
  g_autofree char *title = winerror_entry_dup_title (self->entry);
  GString *text = g_string_new (title);

  g_string_append_c (text, '\n');
  winerror_ticket_fields_init (&fields, self->entry, &options);
  winerror_ticket_advice_append (text, &fields, &markup);
  return g_string_free (text, FALSE);
}

static void
copy_clicked_cb (GtkButton *button, WinerrorAdviceView *self)
{
  g_autofree char *text = NULL;

  if (self->entry == NULL)
    return;
  text = dup_text (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copy-text", "s", text);
}

/* The class */

static void
winerror_advice_view_dispose (GObject *object)
{
  WinerrorAdviceView *self = WINERROR_ADVICE_VIEW (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->steps, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_ADVICE_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->language, winerror_language_unref);

  G_OBJECT_CLASS (winerror_advice_view_parent_class)->dispose (object);
}

static void
winerror_advice_view_finalize (GObject *object)
{
  g_ptr_array_unref (WINERROR_ADVICE_VIEW (object)->steps);

  G_OBJECT_CLASS (winerror_advice_view_parent_class)->finalize (object);
}

static void
winerror_advice_view_class_init (WinerrorAdviceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_advice_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = winerror_advice_view_finalize;

  g_type_ensure (WINERROR_TYPE_FLOW_LAYOUT);
  winerror_template_set (widget_class, "/io/github/winerror/Winerror/advice-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorAdviceView, means_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorAdviceView, steps_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorAdviceView, copy_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorAdviceView, source_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_copy_cb);
}

static void
winerror_advice_view_init (WinerrorAdviceView *self)
{
  self->steps = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * winerror_advice_view_show:
 * @self: a view
 * @entry: an entry
 * @advice: the advice on it
 * @answer: (nullable): the answer that found the entry, whose matches are shown in bold
 * @language: the language of the texts
 *
 * Shows the advice on an entry.
 */
void
winerror_advice_view_show (WinerrorAdviceView *self,
                           WinerrorEntry *entry,
                           const WinerrorAdvice *advice,
                           WinerrorAnswer *answer,
                           WinerrorLanguage *language)
{
  g_return_if_fail (WINERROR_IS_ADVICE_VIEW (self));
  g_return_if_fail (WINERROR_IS_ENTRY (entry));
  g_return_if_fail (advice != NULL);
  g_return_if_fail (language != NULL);

  g_set_object (&self->entry, entry);
  winerror_language_ref (language);
  g_clear_pointer (&self->language, winerror_language_unref);
  self->language = language;

  set_text (self->means_label, winerror_language_translate (language, advice->means), answer);
  show_steps (self, advice, answer);
  show_source (self, advice);
}
