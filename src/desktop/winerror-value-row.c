// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-value-row.h"

#include "winerror-gettext.h"
#include "winerror-highlight.h"
#include "winerror-template.h"

/**
 * WinerrorValueRow:
 *
 * One value of an entry: its title, and the value itself to be selected. A row without a value is
 * hidden.
 */
struct _WinerrorValueRow
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *value_label;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_VALUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WinerrorValueRow, winerror_value_row, GTK_TYPE_WIDGET)

static void
set_value (WinerrorValueRow *self, const char *text)
{
  gtk_label_set_attributes (self->value_label, NULL);
  gtk_label_set_text (self->value_label, text != NULL ? text : "");
  if (text != NULL)
    {
      /* Translators: the title of a value, and the value: Header File: WinError.h */
      g_autofree char *name = g_strdup_printf (C_ ("accessible name", "%s: %s"),
                                               gtk_label_get_text (self->title_label), text);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->value_label),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  /* not every entry has every value */
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
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
      gtk_label_set_text (self->title_label, g_value_get_string (value));
      break;
    case PROP_VALUE:
      set_value (self, g_value_get_string (value));
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
  object_class->get_property = winerror_value_row_get_property;
  object_class->set_property = winerror_value_row_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  winerror_template_set (widget_class, "/io/github/winerror/Winerror/value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorValueRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorValueRow, value_label);
}

static void
winerror_value_row_init (WinerrorValueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * winerror_value_row_set_ranges:
 * @self: a row
 * @ranges: (element-type WinerrorRange): parts of the value
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
