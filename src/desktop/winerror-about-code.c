// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-about-code.h"

#include "winerror-template.h"
#include "winerror-value-row.h"

/**
 * WinerrorAboutCode:
 *
 * Where an entry comes from: what its number is, the header file, what it requires, the table, and
 * whose words the description is. The template is bound to the property "entry".
 */
struct _WinerrorAboutCode
{
  GtkWidget parent_instance;

  WinerrorEntry *entry;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WinerrorAboutCode, winerror_about_code, GTK_TYPE_WIDGET)

static void
winerror_about_code_dispose (GObject *object)
{
  WinerrorAboutCode *self = WINERROR_ABOUT_CODE (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_ABOUT_CODE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (winerror_about_code_parent_class)->dispose (object);
}

static void
winerror_about_code_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, WINERROR_ABOUT_CODE (object)->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
winerror_about_code_class_init (WinerrorAboutCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = winerror_about_code_dispose;
  object_class->get_property = winerror_about_code_get_property;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, WINERROR_TYPE_ENTRY,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WINERROR_TYPE_VALUE_ROW);
  winerror_template_set (widget_class, "/io/github/winerror/Winerror/about-code.ui");
}

static void
winerror_about_code_init (WinerrorAboutCode *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * winerror_about_code_new:
 *
 * Returns: (transfer floating): a widget that shows nothing
 */
GtkWidget *
winerror_about_code_new (void)
{
  return g_object_new (WINERROR_TYPE_ABOUT_CODE, NULL);
}

/**
 * winerror_about_code_show:
 * @self: the widget
 * @entry: an entry
 *
 * Shows where an entry comes from.
 */
void
winerror_about_code_show (WinerrorAboutCode *self, WinerrorEntry *entry)
{
  g_return_if_fail (WINERROR_IS_ABOUT_CODE (self));
  g_return_if_fail (WINERROR_IS_ENTRY (entry));

  if (g_set_object (&self->entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}
