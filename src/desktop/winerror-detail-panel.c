// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-detail-panel.h"

#include "winerror-highlight.h"
#include "winerror-menus.h"
#include "winerror-value-row.h"

#include <glib/gi18n.h>

/* The size of the panel in either direction, in pixels. */
#define MIN_SIZE     220
#define NATURAL_SIZE 400

/**
 * WinerrorDetailPanel:
 *
 * All that is known of one entry, every value to be selected and copied. What it shows is set by
 * winerror_detail_panel_show() alone; the template is bound to the property "entry". The language
 * of the description can be chosen through the action win.description-language.
 */
struct _WinerrorDetailPanel
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkLabel *description_label;
  GtkMenuButton *language_button;
  WinerrorValueRow *source_row;
  WinerrorValueRow *symbol_row;

  WinerrorEntry *entry;
  WinerrorAnswer *answer; /* NULL where no query found the entry */
  WinerrorLanguage *language;
  gboolean ready; /* the first frame of the window is painted */
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WinerrorDetailPanel, winerror_detail_panel, GTK_TYPE_WIDGET)

static GArray *
find_ranges (WinerrorDetailPanel *self, const char *text)
{
  return self->answer != NULL ? winerror_answer_find_ranges (self->answer, text)
                              : g_array_new (FALSE, FALSE, sizeof (WinerrorRange));
}

/* What no binding can say: the texts in the chosen language, and what of them matched. */
static void
update (WinerrorDetailPanel *self)
{
  const char *source;
  const char *description;
  gboolean translated;
  g_autoptr (GArray) ranges = NULL;
  g_autoptr (GArray) source_ranges = NULL;
  g_autoptr (GArray) symbol_ranges = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (!self->ready)
    return;
  gtk_stack_set_visible_child_name (self->stack, self->entry != NULL ? "entry" : "nothing");
  if (self->entry == NULL)
    return;

  source = winerror_entry_get_source_description (self->entry);
  description = winerror_language_describe (self->language, self->entry);
  translated = g_strcmp0 (source, description) != 0;
  if (description == NULL)
    description = winerror_entry_get_explanation (self->entry);
  if (description == NULL)
    description = _ ("Of this code only the name is published.");
  ranges = find_ranges (self, description);
  attributes = ranges->len > 0 ? winerror_highlight_new (ranges, 0) : NULL;
  gtk_label_set_text (self->description_label, description);
  gtk_label_set_attributes (self->description_label, attributes);

  if (winerror_entry_get_symbol (self->entry) != NULL)
    {
      symbol_ranges = find_ranges (self, winerror_entry_get_symbol (self->entry));
      winerror_value_row_set_ranges (self->symbol_row, symbol_ranges);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->source_row), translated);
  if (translated)
    {
      source_ranges = find_ranges (self, source);
      g_object_set (self->source_row, "value", source, NULL);
      winerror_value_row_set_ranges (self->source_row, source_ranges);
    }
}

static void
create_language_menu (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = winerror_menus_new_languages ();

  gtk_menu_button_set_menu_model (button, menu);
}

/* The window opens the page: it knows what to do where nothing shows pages. */
static gboolean
link_activated_cb (GtkLinkButton *button, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "win.open-page", "s",
                              gtk_link_button_get_uri (button));
  return TRUE;
}

/* The same size whatever is shown. Else every change of the entry would have the labels measured
 * for the sake of the paned: a dozen times each, as they wrap. */
static void
winerror_detail_panel_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = MIN_SIZE;
  *natural = NATURAL_SIZE;
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

  g_type_ensure (WINERROR_TYPE_VALUE_ROW);
  widget_class->measure = winerror_detail_panel_measure;
  widget_class->size_allocate = winerror_detail_panel_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/winerror/Winerror/detail-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, description_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, language_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, source_row);
  gtk_widget_class_bind_template_child (widget_class, WinerrorDetailPanel, symbol_row);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
}

static void
winerror_detail_panel_init (WinerrorDetailPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->language_button, create_language_menu, self, NULL);
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
      gtk_menu_button_set_label (self->language_button, winerror_language_get_name (language));
    }

  /* the bindings of the template come first: a new value is shown without matches */
  if (g_set_object (&self->entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
  update (self);
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
