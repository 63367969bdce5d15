// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-see-also.h"

#include "winerror-flow-layout.h"
#include "winerror-gettext.h"
#include "winerror-highlight.h"
#include "winerror-tooltip.h"

/**
 * WinerrorSeeAlso:
 *
 * Links to the entries that advice refers to, under a heading; hidden where there are none. They
 * are made when they are first needed and kept for the next entry.
 */
struct _WinerrorSeeAlso
{
  GtkWidget parent_instance;

  GtkWidget *first; /* of the links; NULL where none was needed yet */
};

G_DEFINE_FINAL_TYPE (WinerrorSeeAlso, winerror_see_also, GTK_TYPE_WIDGET)

static GtkWidget *
add_link (WinerrorSeeAlso *self)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK,
                                    "has-frame", FALSE, NULL);
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  winerror_highlight_forbid_hyphens (attributes);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  /* as in value-row.ui; not by letters: GTK 4.8 takes a text that has fewer, in a button that is
   * not as wide as it may be, for wider at its least than at its most, and warns */
  gtk_widget_set_size_request (label, 160, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_layout_manager (button, g_object_new (WINERROR_TYPE_FLOW_LAYOUT, NULL));
  gtk_widget_add_css_class (button, "link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-entry");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  if (self->first == NULL)
    self->first = button;
  return button;
}

static void
set_link (GtkWidget *button, const char *key, WinerrorCatalog *catalog, WinerrorLanguage *language)
{
  WinerrorEntry *entry = NULL;
  const char *description = NULL;
  g_autofree char *title = NULL;
  guint position;

  if (catalog != NULL && winerror_catalog_lookup_key (catalog, key, -1, &position))
    entry = winerror_catalog_get_entry (catalog, position);
  if (entry != NULL)
    description = winerror_language_describe (language, entry);
  title = entry != NULL ? winerror_entry_dup_title (entry) : g_strdup (key);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
  winerror_tooltip_set_text (button, description);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
}

static void
winerror_see_also_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (winerror_see_also_parent_class)->dispose (object);
}

static void
winerror_see_also_class_init (WinerrorSeeAlsoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = winerror_see_also_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
winerror_see_also_init (WinerrorSeeAlso *self)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", _ ("See also"), NULL);

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (heading), 12);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_bottom (heading, 6);
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
}

/**
 * winerror_see_also_show:
 * @self: links
 * @advice: (nullable): the advice on an entry
 * @catalog: (nullable): the entries, among them those that are related
 * @language: the language of the descriptions in the tooltips
 *
 * Shows the entries that advice refers to.
 */
void
winerror_see_also_show (WinerrorSeeAlso *self,
                        const WinerrorAdvice *advice,
                        WinerrorCatalog *catalog,
                        WinerrorLanguage *language)
{
  GtkWidget *button;
  gsize n = 0;

  g_return_if_fail (WINERROR_IS_SEE_ALSO (self));
  g_return_if_fail (language != NULL);

  button = self->first;
  for (; advice != NULL && advice->see_also[n] != NULL; n++)
    {
      if (button == NULL)
        button = add_link (self);
      set_link (button, advice->see_also[n], catalog, language);
      gtk_widget_set_visible (button, TRUE);
      button = gtk_widget_get_next_sibling (button);
    }
  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
