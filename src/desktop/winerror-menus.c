// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-menus.h"

#include "winerror-encoding.h"
#include "winerror-gettext.h"
#include "winerror-language.h"
#include "winerror-template.h"
#include "winerror-ticket.h"

static void
append (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* What menus.ui has, with what is known only when the program runs. Made once: GTK 4.8 keeps the
 * sections of each menu that was shown. */
static GtkBuilder *
get_builder (void)
{
  static GtkBuilder *builder;
  const char *const *names = winerror_encoding_list ();
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;
  GMenu *encodings;

  if (builder != NULL)
    return builder;

  file = winerror_template_read ("/io/github/winerror/Winerror/menus.ui");
  builder = gtk_builder_new ();
  if (!gtk_builder_add_from_string (builder, g_bytes_get_data (file, NULL),
                                    (gssize) g_bytes_get_size (file), &error))
    g_error ("menus.ui: %s", error->message); /* a fault of the build */
  encodings = G_MENU (gtk_builder_get_object (builder, "encodings"));
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *action = g_strconcat ("win.log-encoding::", names[i], NULL);

      g_menu_append (encodings, names[i], action);
    }
  return builder;
}

/**
 * winerror_menus_get_primary:
 *
 * Returns: (transfer none): what can be done in a window
 */
GMenuModel *
winerror_menus_get_primary (void)
{
  return G_MENU_MODEL (gtk_builder_get_object (get_builder (), "primary_menu"));
}

/**
 * winerror_menus_get_order:
 *
 * Returns: (transfer none): how a log can be shown
 */
GMenuModel *
winerror_menus_get_order (void)
{
  return G_MENU_MODEL (gtk_builder_get_object (get_builder (), "order_menu"));
}

/**
 * winerror_menus_get_formats:
 *
 * Made once, as all are that have sections.
 *
 * Returns: (transfer none): the formats in which entries can be copied, and the languages of ticket
 *   texts
 */
GMenuModel *
winerror_menus_get_formats (void)
{
  static GMenu *menu;
  g_autoptr (GMenu) formats = NULL;
  g_autoptr (GMenu) languages = NULL;

  if (menu != NULL)
    return G_MENU_MODEL (menu);

  menu = g_menu_new ();
  formats = g_menu_new ();
  languages = g_menu_new ();
  for (guint i = 0; i < WINERROR_N_FORMATS; i++)
    append (formats, winerror_format_get_title (i), "win.copy-as", winerror_format_get_name (i));
  append (languages, C_ ("ticket language", "Shown language, then English"), "win.ticket-language",
          "both");
  append (languages, C_ ("ticket language", "Shown language"), "win.ticket-language", "own");
  append (languages, C_ ("ticket language", "English"), "win.ticket-language", "english");
  g_menu_append_section (menu, _ ("Copy As"), G_MENU_MODEL (formats));
  g_menu_append_section (menu, _ ("Language of Ticket Texts"), G_MENU_MODEL (languages));
  return G_MENU_MODEL (menu);
}

/**
 * winerror_menus_get_context:
 *
 * Made once, as winerror_menus_get_formats() is.
 *
 * Returns: (transfer none): what can be done with the results that are selected
 */
GMenuModel *
winerror_menus_get_context (void)
{
  static const struct
  {
    const char *label;
    const char *value;
  } values[] = {
    { N_ ("Copy _Code"), "code" },
    { N_ ("Copy _Hex"), "hex" },
    { N_ ("Copy H_RESULT"), "hresult" },
    { N_ ("Copy _Symbol"), "symbol" },
    { N_ ("Copy _Description"), "description" },
  };
  static GMenu *menu;
  g_autoptr (GMenu) copy = NULL;
  g_autoptr (GMenu) single = NULL;
  g_autoptr (GMenu) pin = NULL;

  if (menu != NULL)
    return G_MENU_MODEL (menu);

  menu = g_menu_new ();
  copy = g_menu_new ();
  single = g_menu_new ();
  pin = g_menu_new ();
  g_menu_append (copy, _ ("Copy _Ticket Text"), "win.copy");
  g_menu_append_submenu (copy, _ ("Copy _As"), winerror_menus_get_formats ());
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    append (single, _ (values[i].label), "win.copy-value", values[i].value);
  g_menu_append (pin, _ ("_Pin or Unpin"), "win.pin");
  g_menu_append (pin, _ ("Edit Yo_ur Note"), "win.edit-note");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (single));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (pin));
  return G_MENU_MODEL (menu);
}

/**
 * winerror_menus_new_languages:
 *
 * Opens the catalogues of all languages: to be called only when the menu is.
 *
 * Returns: (transfer full): the languages in which descriptions can be shown, each by its own name
 */
GMenuModel *
winerror_menus_new_languages (void)
{
  const char *const *shipped = winerror_language_list_shipped ();
  g_autoptr (WinerrorLanguage) user = winerror_language_new_user ();
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; shipped[i] != NULL; i++)
    {
      g_autoptr (WinerrorLanguage) language = winerror_language_new_shipped (shipped[i], NULL);

      /* where nothing was chosen, the setting is empty */
      if (language != NULL)
        append (menu, winerror_language_get_name (language), "win.description-language",
                g_str_equal (shipped[i], winerror_language_get_id (user)) ? "" : shipped[i]);
    }
  return G_MENU_MODEL (menu);
}

static void
closed_cb (GtkPopover *menu, gpointer object)
{
  GSourceFunc callback = (GSourceFunc) g_object_get_data (G_OBJECT (menu), "closed-callback");

  g_idle_add_full (G_PRIORITY_DEFAULT, callback, g_object_ref (object), g_object_unref);
}

/**
 * winerror_menus_connect_closed:
 * @menu: a menu
 * @callback: what is called with @object; it returns %G_SOURCE_REMOVE
 * @object: an object; after its end nothing is called any more
 *
 * Calls a function each time that the menu has been closed, and GTK has given the focus to where it
 * wants it: newer versions do so only after they have told that the menu is closed.
 */
void
winerror_menus_connect_closed (GtkPopover *menu, GSourceFunc callback, GObject *object)
{
  g_return_if_fail (GTK_IS_POPOVER (menu));
  g_return_if_fail (callback != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  g_object_set_data (G_OBJECT (menu), "closed-callback", (gpointer) callback);
  g_signal_connect_object (menu, "closed", G_CALLBACK (closed_cb), object, 0);
}

/* Newer versions of GTK hide the label of an item from screen readers and take its name from there:
 * it has none. What it is given instead they forget when the action of the item becomes known. */
static void
name_items (GtkWidget *widget, gpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkModelButton"))
        {
          g_autofree char *text = NULL;

          g_object_get (child, "text", &text, NULL);
          gtk_accessible_reset_relation (GTK_ACCESSIBLE (child),
                                         GTK_ACCESSIBLE_RELATION_LABELLED_BY);
          gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          text, -1);
        }
      name_items (child, data);
    }
}

/**
 * winerror_menus_set_name:
 * @menu: a menu
 * @name: what it is called
 *
 * Gives the menu a name for screen readers, which would say that of its type, and its items theirs
 * each time that it is opened.
 */
void
winerror_menus_set_name (GtkPopover *menu, const char *name)
{
  g_return_if_fail (GTK_IS_POPOVER (menu));
  g_return_if_fail (name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_handlers_disconnect_by_func (menu, name_items, NULL);
  g_signal_connect (menu, "map", G_CALLBACK (name_items), NULL);
}

/* The menu is called as its button is. */
static void
set_menu (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_menu_model (button, menu);
  winerror_menus_set_name (gtk_menu_button_get_popover (button),
                           gtk_widget_get_tooltip_text (GTK_WIDGET (button)));
}

static void
create_format_menu (GtkMenuButton *button, gpointer data)
{
  set_menu (button, winerror_menus_get_formats ());
}

static void
create_language_menu (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = winerror_menus_new_languages ();

  set_menu (button, menu);
}

/**
 * winerror_menus_attach_formats:
 * @button: a button
 *
 * Lets a button open the menu of winerror_menus_get_formats().
 */
void
winerror_menus_attach_formats (GtkMenuButton *button)
{
  gtk_menu_button_set_create_popup_func (button, create_format_menu, NULL, NULL);
}

/**
 * winerror_menus_attach_languages:
 * @button: a button
 *
 * Lets a button open the menu of winerror_menus_new_languages(), made when it is opened.
 */
void
winerror_menus_attach_languages (GtkMenuButton *button)
{
  gtk_menu_button_set_create_popup_func (button, create_language_menu, NULL, NULL);
}

/**
 * winerror_menus_close:
 * @widget: a widget
 *
 * Closes the menu that is open somewhere in the widget.
 *
 * Returns: whether one was open
 */
gboolean
winerror_menus_close (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget))
    {
      gtk_popover_popdown (GTK_POPOVER (widget));
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && winerror_menus_close (child))
      return TRUE;
  return FALSE;
}
