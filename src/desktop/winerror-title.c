// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-title.h"

#include "winerror-menus.h"
#include "winerror-text.h"

/* How much of a query is in the title of the window, in characters. */
#define MAX_SUBJECT 60

/**
 * WinerrorTitle:
 *
 * The title of the window, and the focus and the menu of the title bar, in which are the search
 * entry and the button of the main menu.
 */
struct _WinerrorTitle
{
  GObject parent_instance;

  GtkSearchEntry *entry;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (WinerrorTitle, winerror_title, G_TYPE_OBJECT)

static void
winerror_title_dispose (GObject *object)
{
  WinerrorTitle *self = WINERROR_TITLE (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->menu_button);

  G_OBJECT_CLASS (winerror_title_parent_class)->dispose (object);
}

static void
winerror_title_class_init (WinerrorTitleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = winerror_title_dispose;
}

static void
winerror_title_init (WinerrorTitle *self)
{
}

/* The focus goes back to where something is typed: on the button, the next key would open the menu
 * again. */
static gboolean
menu_closed_cb (gpointer data)
{
  WinerrorTitle *self = data;
  GtkWidget *button = GTK_WIDGET (self->menu_button);
  GtkRoot *root = gtk_widget_get_root (button);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && (focus == NULL || focus == button || gtk_widget_is_ancestor (focus, button)))
    winerror_title_focus_search (self);
  return G_SOURCE_REMOVE;
}

/**
 * winerror_title_new:
 * @entry: the search entry
 * @menu_button: the button of the main menu
 *
 * Returns: (transfer full): what the title bar does with them
 */
WinerrorTitle *
winerror_title_new (GtkSearchEntry *entry, GtkMenuButton *menu_button)
{
  WinerrorTitle *self = g_object_new (WINERROR_TYPE_TITLE, NULL);
  GtkPopover *menu;

  self->entry = g_object_ref (entry);
  self->menu_button = g_object_ref (menu_button);
  gtk_menu_button_set_menu_model (menu_button, winerror_menus_get_primary ());
  menu = gtk_menu_button_get_popover (menu_button);
  winerror_menus_set_name (menu, gtk_widget_get_tooltip_text (GTK_WIDGET (menu_button)));
  winerror_menus_connect_closed (menu, menu_closed_cb, G_OBJECT (self));
  return self;
}

/**
 * winerror_title_set_subject:
 * @self: a title bar
 * @subject: (nullable): what the window is about, a query of any length or the name of a log
 *
 * Sets the title of the window, which a list of windows shows as far as it has room for it.
 */
void
winerror_title_set_subject (WinerrorTitle *self, const char *subject)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self->entry));
  g_autofree char *start = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *title = NULL;

  if (subject != NULL)
    {
      start = g_utf8_substring (subject, 0, MIN (g_utf8_strlen (subject, -1), MAX_SUBJECT));
      clean = winerror_text_clean (start);
      title = g_strdup_printf ("%s – Winerror", clean);
    }
  gtk_window_set_title (GTK_WINDOW (window), title != NULL ? title : "Winerror");
}

/**
 * winerror_title_focus_search:
 * @self: a title bar
 *
 * Puts the cursor after what stands in the search entry.
 */
void
winerror_title_focus_search (WinerrorTitle *self)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (delegate));
  gtk_editable_set_position (delegate, -1);
}

/**
 * winerror_title_focus_menu:
 * @self: a title bar
 *
 * Puts the focus on the button of the main menu.
 *
 * Returns: whether it takes the focus
 */
gboolean
winerror_title_focus_menu (WinerrorTitle *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
}

/**
 * winerror_title_open_menu:
 * @self: a title bar
 *
 * Opens the main menu.
 */
void
winerror_title_open_menu (WinerrorTitle *self)
{
  gtk_menu_button_popup (self->menu_button);
}
