// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-detail-panel.h"

#include "winerror-about-code.h"
#include "winerror-advice-view.h"
#include "winerror-format.h"
#include "winerror-forms.h"
#include "winerror-gettext.h"
#include "winerror-highlight.h"
#include "winerror-log-places.h"
#include "winerror-menus.h"
#include "winerror-pin-button.h"
#include "winerror-see-also.h"
#include "winerror-settings.h"
#include "winerror-tooltip.h"
#include "winerror-flow-layout.h"
#include "winerror-template.h"
#include "winerror-value-row.h"

/* The size of the panel in either direction, in pixels. */
#define MIN_SIZE     220
#define NATURAL_SIZE 400

/**
 * WinerrorDetailPanel:
 *
 * All that is known of one entry: first what it says, with the button that copies it, then the
 * advice, then the forms of its number, the related entries, and folded where it comes from. Every
 * text can be selected. What it shows is set by winerror_detail_panel_show() alone. The language of
 * the texts can be chosen through the action win.description-language.
 *
 * Advice and what is folded are built when they are first shown.
 */
struct _WinerrorDetailPanel
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  WinerrorLogPlaces *places;
  GtkLabel *family_label;
  GtkLabel *number_label;
  GtkToggleButton *pin_button;
  GtkLabel *symbol_label;
  GtkLabel *description_label;
  GtkWidget *untranslated_label;
  WinerrorValueRow *source_row;
  GtkButton *copy_button;
  GtkMenuButton *format_button;
  GtkLabel *format_label;
  GtkMenuButton *language_button;
  GtkLabel *language_label;
  GtkBox *notes_box;  /* around the view of the notes, once there may be some */
  GtkBox *advice_box; /* around the view of the advice */
  WinerrorForms *forms;
  WinerrorForms *parts;
  WinerrorSeeAlso *see_also;
  GtkExpander *about_expander;
  GtkLinkButton *page_button;
  GtkLabel *page_label;

  GSettings *settings;      /* NULL until winerror_detail_panel_connect() */
  WinerrorCatalog *catalog; /* NULL where the tables could not be loaded */
  WinerrorEntry *entry;
  WinerrorAnswer *answer; /* NULL where no query found the entry */
  WinerrorLanguage *language;
  gboolean ready; /* the first frame of the window is painted */
  int least;      /* the least width that the texts need in their font; 0 until it is measured */
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WinerrorDetailPanel, winerror_detail_panel, GTK_TYPE_WIDGET)

/* The parts of the panel */

/* Shows a text, and in bold what of it matched. */
static void
set_text (WinerrorDetailPanel *self, GtkLabel *label, const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (self->answer != NULL)
    {
      g_autoptr (GArray) ranges = winerror_answer_find_ranges (self->answer, text);

      winerror_highlight_insert_matches (attributes, ranges, 0);
    }
  winerror_highlight_keep_words (attributes, text);
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
}

/* What an entry is of: a number of a small family of that, another one of its table unless that is
 * the table of record. NULL where there is nothing to say. */
static char *
dup_origin (WinerrorEntry *entry)
{
  WinerrorFamily family = winerror_entry_get_family (entry);
  WinerrorTable *table = winerror_entry_get_table (entry);

  if (winerror_family_is_small (family))
    return g_strdup (winerror_family_get_title (family));
  return table != NULL && !winerror_table_get_info (table)->listed
             ? winerror_table_dup_title (table)
             : NULL;
}

static void
update_head (WinerrorDetailPanel *self)
{
  const char *symbol = winerror_entry_get_symbol (self->entry);
  g_autofree char *number = winerror_entry_dup_number (self->entry);
  g_autofree char *origin = dup_origin (self->entry);

  gtk_widget_set_visible (GTK_WIDGET (self->family_label), origin != NULL);
  gtk_label_set_text (self->family_label, origin != NULL ? origin : "");
  gtk_label_set_text (self->number_label, number);
  gtk_widget_set_visible (GTK_WIDGET (self->symbol_label), symbol != NULL);
  if (symbol != NULL)
    {
      set_text (self, self->symbol_label, symbol);
      winerror_highlight_forbid_hyphens (gtk_label_get_attributes (self->symbol_label));
    }
}

/* What the entry says: its description, else what its number is made of. */
static void
update_description (WinerrorDetailPanel *self)
{
  const char *source = winerror_entry_get_source_description (self->entry);
  const char *description = winerror_language_describe (self->language, self->entry);
  gboolean translated = g_strcmp0 (source, description) != 0;

  if (description == NULL)
    description = winerror_entry_get_explanation (self->entry);
  if (description == NULL)
    description = _ ("Of this code only the name is published.");
  set_text (self, self->description_label, description);

  gtk_widget_set_visible (self->untranslated_label,
                          source != NULL && !translated &&
                              !g_str_equal (winerror_language_get_id (self->language), "en"));
  gtk_widget_set_visible (GTK_WIDGET (self->source_row), translated);
  if (translated)
    {
      g_autoptr (GArray) ranges = self->answer != NULL
                                      ? winerror_answer_find_ranges (self->answer, source)
                                      : g_array_new (FALSE, FALSE, sizeof (WinerrorRange));

      g_object_set (self->source_row, "value", source, NULL);
      winerror_value_row_set_ranges (self->source_row, ranges);
    }
}

static void
update_notes (WinerrorDetailPanel *self)
{
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->notes_box));

  if (view != NULL)
    winerror_notes_view_show (WINERROR_NOTES_VIEW (view), self->entry, self->answer);
}

static void
update_advice (WinerrorDetailPanel *self)
{
  const WinerrorAdvice *advice = winerror_advice_lookup (self->entry);
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->advice_box));

  gtk_widget_set_visible (GTK_WIDGET (self->advice_box), advice != NULL);
  winerror_see_also_show (self->see_also, advice, self->catalog, self->language);
  /* an explanation is written in the language of the interface alone */
  gtk_widget_set_visible (GTK_WIDGET (self->language_button),
                          advice != NULL ||
                              winerror_entry_get_source_description (self->entry) != NULL);
  if (advice == NULL)
    return;
  if (view == NULL)
    {
      view = g_object_new (WINERROR_TYPE_ADVICE_VIEW, "hexpand", TRUE, NULL);
      gtk_box_append (self->advice_box, view);
    }
  winerror_advice_view_show (WINERROR_ADVICE_VIEW (view), self->entry, advice, self->answer,
                             self->language);
}

/* What is folded, and the link: of a code that no table holds there is no more than that. */
static void
update_about (WinerrorDetailPanel *self)
{
  gboolean listed = winerror_entry_get_table (self->entry) != NULL;
  gboolean expanded = gtk_expander_get_expanded (self->about_expander);
  g_autofree char *uri = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->about_expander), listed);
  if (listed && expanded)
    {
      GtkWidget *about = gtk_expander_get_child (self->about_expander);

      if (about == NULL)
        {
          about = winerror_about_code_new ();
          gtk_expander_set_child (self->about_expander, about);
        }
      winerror_about_code_show (WINERROR_ABOUT_CODE (about), self->entry);
    }

  if (!listed || expanded)
    uri = winerror_entry_dup_uri (self->entry);
  gtk_widget_set_visible (GTK_WIDGET (self->page_button), uri != NULL);
  if (uri != NULL)
    {
      const char *text = listed ? _ ("Documentation of this entry")
                                : _ ("Documentation of codes of this kind");

      gtk_link_button_set_uri (self->page_button, uri);
      gtk_label_set_text (self->page_label, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->page_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
}

static void
update_pin (WinerrorDetailPanel *self)
{
  if (self->settings != NULL && self->entry != NULL)
    winerror_pin_button_show (self->pin_button, self->settings, self->entry);
}

static void
update (WinerrorDetailPanel *self)
{
  if (!self->ready)
    return;
  gtk_stack_set_visible_child_name (self->stack, self->entry != NULL ? "entry" : "nothing");
  update_notes (self);
  if (self->entry == NULL)
    return;

  update_head (self);
  update_description (self);
  update_advice (self);
  winerror_forms_show (self->forms, self->entry);
  winerror_forms_show_parts (self->parts, self->entry);
  update_about (self);
  update_pin (self);
}

/* The format in which the button copies. */
static void
update_format (WinerrorDetailPanel *self)
{
  WinerrorFormat format = (WinerrorFormat) g_settings_get_enum (self->settings, "format");
  /* Translators: the name of a format, after the button Copy: as Text */
  g_autofree char *label = g_strdup_printf (_ ("as %s"), winerror_format_get_title (format));

  gtk_label_set_text (self->format_label, label);
}

/* Signals */

static void
expanded_cb (WinerrorDetailPanel *self)
{
  if (self->entry != NULL)
    update_about (self);
}

/* The window opens the page: it knows what to do where nothing shows pages. */
static gboolean
link_activated_cb (GtkLinkButton *button, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "win.open-page", "s",
                              gtk_link_button_get_uri (button));
  return TRUE;
}

/* The class */

/* The same size whatever is shown, as long as the font is the same. Else every change of the entry
 * would have the labels measured for the sake of the paned: a dozen times each, as they wrap. */
static void
winerror_detail_panel_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  WinerrorDetailPanel *self = WINERROR_DETAIL_PANEL (widget);

  *minimum = MIN_SIZE;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->ready && self->entry != NULL)
    {
      if (self->least == 0)
        gtk_widget_measure (GTK_WIDGET (self->scroller), orientation, -1, &self->least, NULL, NULL,
                            NULL);
      *minimum = MAX (MIN_SIZE, self->least);
    }
  *natural = MAX (NATURAL_SIZE, *minimum);
}

static void
winerror_detail_panel_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  WINERROR_DETAIL_PANEL (widget)->least = 0;
  GTK_WIDGET_CLASS (winerror_detail_panel_parent_class)->css_changed (widget, change);
}

static void
winerror_detail_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WinerrorDetailPanel *self = WINERROR_DETAIL_PANEL (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->stack), &(GtkAllocation){ 0, 0, width, height },
                            baseline);
}

static void
winerror_detail_panel_dispose (GObject *object)
{
  WinerrorDetailPanel *self = WINERROR_DETAIL_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_DETAIL_PANEL);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalog);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->answer, winerror_answer_unref);
  g_clear_pointer (&self->language, winerror_language_unref);

  G_OBJECT_CLASS (winerror_detail_panel_parent_class)->dispose (object);
}

static void
winerror_detail_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, WINERROR_DETAIL_PANEL (object)->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
winerror_detail_panel_class_init (WinerrorDetailPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = winerror_detail_panel_dispose;
  object_class->get_property = winerror_detail_panel_get_property;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, WINERROR_TYPE_ENTRY,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WINERROR_TYPE_FORMS);
  g_type_ensure (WINERROR_TYPE_FLOW_LAYOUT);
  g_type_ensure (WINERROR_TYPE_LOG_PLACES);
  g_type_ensure (WINERROR_TYPE_SEE_ALSO);
  g_type_ensure (WINERROR_TYPE_VALUE_ROW);
  widget_class->measure = winerror_detail_panel_measure;
  widget_class->css_changed = winerror_detail_panel_css_changed;
  widget_class->size_allocate = winerror_detail_panel_size_allocate;
  winerror_template_set (widget_class, "/io/github/winerror/Winerror/detail-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, places);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, family_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, number_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, pin_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, symbol_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, description_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, untranslated_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, source_row);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, copy_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, format_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, format_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, language_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, language_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, notes_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, advice_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, forms);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, parts);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, see_also);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, about_expander);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, page_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, page_label);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
}

/* Numbers and symbols run from left to right in every language, from the side where a line begins.
 */
static void
set_left_to_right (GtkLabel *label)
{
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    gtk_label_set_xalign (label, 1);
  gtk_widget_set_direction (GTK_WIDGET (label), GTK_TEXT_DIR_LTR);
}

static void
winerror_detail_panel_init (WinerrorDetailPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_left_to_right (self->number_label);
  set_left_to_right (self->symbol_label);
  winerror_tooltip_set (GTK_WIDGET (self->copy_button), _ ("Copy Ticket Text"), GDK_KEY_c);
  winerror_menus_attach_formats (self->format_button);
  winerror_menus_attach_languages (self->language_button);
}

/**
 * winerror_detail_panel_set_catalog:
 * @self: a panel
 * @catalog: the entries, among them those that advice refers to from now on
 */
void
winerror_detail_panel_set_catalog (WinerrorDetailPanel *self, WinerrorCatalog *catalog)
{
  g_return_if_fail (WINERROR_IS_DETAIL_PANEL (self));

  g_set_object (&self->catalog, catalog);
}

/**
 * winerror_detail_panel_connect:
 * @self: a panel
 * @settings: the settings: what is pinned, and the format of ticket texts
 * @catalog: (nullable): the entries, among them those that advice refers to
 *
 * Tells the panel what it needs beside the entry that it shows.
 */
void
winerror_detail_panel_connect (WinerrorDetailPanel *self,
                               GSettings *settings,
                               WinerrorCatalog *catalog)
{
  g_return_if_fail (WINERROR_IS_DETAIL_PANEL (self));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  self->catalog = catalog != NULL ? g_object_ref (catalog) : NULL;
  g_signal_connect_swapped (settings, "changed::format", G_CALLBACK (update_format), self);
  g_signal_connect_swapped (settings, "changed::pinned-entries", G_CALLBACK (update_pin), self);
  g_signal_connect_swapped (settings, "changed::site-pinned-entries", G_CALLBACK (update_pin),
                            self);
  g_signal_connect_swapped (settings, "writable-changed::pinned-entries", G_CALLBACK (update_pin),
                            self);
  update_format (self);
}

/**
 * winerror_detail_panel_show:
 * @self: a panel
 * @entry: (nullable): the entry to show
 * @answer: (nullable): the answer that found it, whose matches are shown in bold
 * @language: the language in which it is described
 *
 * Shows an entry.
 */
void
winerror_detail_panel_show (WinerrorDetailPanel *self,
                            WinerrorEntry *entry,
                            WinerrorAnswer *answer,
                            WinerrorLanguage *language)
{
  gboolean same;

  g_return_if_fail (WINERROR_IS_DETAIL_PANEL (self));
  g_return_if_fail (entry == NULL || WINERROR_IS_ENTRY (entry));
  g_return_if_fail (language != NULL);

  if (answer != NULL)
    winerror_answer_ref (answer);
  g_clear_pointer (&self->answer, winerror_answer_unref);
  self->answer = answer;

  if (language != self->language)
    {
      g_clear_pointer (&self->language, winerror_language_unref);
      self->language = winerror_language_ref (language);
      gtk_label_set_text (self->language_label, winerror_language_get_name (language));
    }

  same = winerror_entry_is_same_code (self->entry, entry);
  if (g_set_object (&self->entry, entry))
    {
      if (!same)
        gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
    }
  update (self);
}

/**
 * winerror_detail_panel_get_notes:
 * @self: a panel that is ready
 *
 * Lets the panel show notes, from the first call on.
 *
 * Returns: (transfer none): where it shows them
 */
WinerrorNotesView *
winerror_detail_panel_get_notes (WinerrorDetailPanel *self)
{
  GtkWidget *view;

  g_return_val_if_fail (WINERROR_IS_DETAIL_PANEL (self), NULL);

  view = gtk_widget_get_first_child (GTK_WIDGET (self->notes_box));
  if (view == NULL)
    {
      view = g_object_new (WINERROR_TYPE_NOTES_VIEW, NULL);
      gtk_box_append (self->notes_box, view);
      update_notes (self);
    }
  return WINERROR_NOTES_VIEW (view);
}

/**
 * winerror_detail_panel_show_places:
 * @self: a panel
 * @log: (nullable): the log that is shown; %NULL where none is
 * @code: which code of its report
 *
 * Shows above the entry where it stands in a log.
 */
void
winerror_detail_panel_show_places (WinerrorDetailPanel *self, WinerrorOpenLog *log, guint code)
{
  g_return_if_fail (WINERROR_IS_DETAIL_PANEL (self));

  winerror_log_places_show (self->places, log, code);
}

/**
 * winerror_detail_panel_move_place:
 * @self: a panel
 * @step: 1 for the next place in the log, -1 for the one before
 *
 * Shows another place of the entry in the log.
 */
void
winerror_detail_panel_move_place (WinerrorDetailPanel *self, int step)
{
  g_return_if_fail (WINERROR_IS_DETAIL_PANEL (self));

  winerror_log_places_move (self->places, step);
}

/**
 * winerror_detail_panel_set_ready:
 * @self: a panel
 *
 * Lets the panel show something. Until then it is blank and costs the start of the program nothing:
 * its fonts and texts take as long as the whole list.
 */
void
winerror_detail_panel_set_ready (WinerrorDetailPanel *self)
{
  g_return_if_fail (WINERROR_IS_DETAIL_PANEL (self));

  self->ready = TRUE;
  update (self);
}

/**
 * winerror_detail_panel_is_ready:
 * @self: a panel
 *
 * Returns: whether winerror_detail_panel_set_ready() was called
 */
gboolean
winerror_detail_panel_is_ready (WinerrorDetailPanel *self)
{
  g_return_val_if_fail (WINERROR_IS_DETAIL_PANEL (self), FALSE);

  return self->ready;
}
