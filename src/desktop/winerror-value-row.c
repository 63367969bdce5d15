// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-value-row.h"

#include "winerror-highlight.h"

#include <glib/gi18n.h>

/**
 * WinerrorValueRow:
 *
 * One value of an entry: its title, the value itself to be selected, and a button that copies it
 * through the action win.copy-value.
 */
struct _WinerrorValueRow
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *value_label;
  GtkButton *copy_button;

  char *value_name;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_VALUE,
  PROP_VALUE_NAME,
  PROP_MONOSPACE,
  PROP_WRAP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WinerrorValueRow, winerror_value_row, GTK_TYPE_WIDGET)

static void
set_title (WinerrorValueRow *self, const char *title)
{
  /* Translators: Copy Symbol, Copy Hex, Copy Header File … */
  g_autofree char *tooltip = g_strdup_printf (_ ("Copy %s"), title);

  gtk_label_set_text (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
}

static void
set_value_name (WinerrorValueRow *self, const char *name)
{
  g_free (self->value_name);
  self->value_name = g_strdup (name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->copy_button), "s",
                                    name != NULL ? name : "");
}

static void
winerror_value_row_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), WINERROR_TYPE_VALUE_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (winerror_value_row_parent_class)->dispose (object);
}

static void
winerror_value_row_finalize (GObject *object)
{
  g_free (WINERROR_VALUE_ROW (object)->value_name);

  G_OBJECT_CLASS (winerror_value_row_parent_class)->finalize (object);
}

static void
winerror_value_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WinerrorValueRow *self = WINERROR_VALUE_ROW (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (self->title_label));
      break;
    case PROP_VALUE:
      g_value_set_string (value, gtk_label_get_text (self->value_label));
      break;
    case PROP_VALUE_NAME:
      g_value_set_string (value, self->value_name);
      break;
    case PROP_MONOSPACE:
      g_value_set_boolean (value,
                           gtk_widget_has_css_class (GTK_WIDGET (self->value_label), "monospace"));
      break;
    case PROP_WRAP:
      g_value_set_boolean (value, gtk_label_get_wrap (self->value_label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
winerror_value_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WinerrorValueRow *self = WINERROR_VALUE_ROW (object);

  switch (id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_VALUE:
      {
        const char *text = g_value_get_string (value);

        gtk_label_set_attributes (self->value_label, NULL);
        gtk_label_set_text (self->value_label, text != NULL ? text : "");
        /* not every entry has every value */
        gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
        break;
      }
    case PROP_VALUE_NAME:
      set_value_name (self, g_value_get_string (value));
      break;
    case PROP_MONOSPACE:
      if (g_value_get_boolean (value))
        {
          /* numbers and symbols: from left to right in every language */
          gtk_widget_add_css_class (GTK_WIDGET (self->value_label), "monospace");
          gtk_widget_set_direction (GTK_WIDGET (self->value_label), GTK_TEXT_DIR_LTR);
          gtk_label_set_xalign (self->value_label,
                                gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? 1 : 0);
        }
      break;
    case PROP_WRAP:
      gtk_label_set_wrap (self->value_label, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
winerror_value_row_class_init (WinerrorValueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = winerror_value_row_dispose;
  object_class->finalize = winerror_value_row_finalize;
  object_class->get_property = winerror_value_row_get_property;
  object_class->set_property = winerror_value_row_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE_NAME] = g_param_spec_string ("value-name", NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MONOSPACE] = g_param_spec_boolean ("monospace", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* Labels that wrap are expensive to measure: only for values that need it. */
  properties[PROP_WRAP] = g_param_spec_boolean ("wrap", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "value-row");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/winerror/Winerror/value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorValueRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorValueRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorValueRow, copy_button);
}

static void
winerror_value_row_init (WinerrorValueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * winerror_value_row_set_ranges:
 * @self: a row
 * @ranges: (element-type WinerrorRange): the parts of the value that matched the query
 *
 * Shows what matched in bold, until the value changes.
 */
void
winerror_value_row_set_ranges (WinerrorValueRow *self, GArray *ranges)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (WINERROR_IS_VALUE_ROW (self));

  if (ranges->len > 0)
    attributes = winerror_highlight_new (ranges, 0);
  gtk_label_set_attributes (self->value_label, attributes);
}
