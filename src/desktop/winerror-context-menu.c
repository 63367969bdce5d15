// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-context-menu.h"

#include "winerror-gettext.h"
#include "winerror-menus.h"

/* A menu that is made anew each time it is opened. */
struct _WinerrorContextMenu
{
  GtkWidget *parent;
  WinerrorContextMenuClosed closed;
  GtkPopover *popover; /* NULL where none was opened yet */
  GtkWidget *focus;    /* weak: where the focus was before the menu */
  guint closed_id;     /* the source that tells of the closing */
};

static gboolean
tell_closed_cb (gpointer data)
{
  WinerrorContextMenu *self = data;

  self->closed_id = 0;
  self->closed (self->parent, self->focus);
  g_clear_weak_pointer (&self->focus);
  return G_SOURCE_REMOVE;
}

/* Newer versions of GTK give the focus to where they want it only after they have told of this. */
static void
closed_cb (GtkPopover *popover, gpointer data)
{
  WinerrorContextMenu *self = data;

  if (self->closed_id == 0)
    self->closed_id = g_idle_add_full (G_PRIORITY_DEFAULT, tell_closed_cb, self, NULL);
}

static void
drop (WinerrorContextMenu *self)
{
  g_clear_handle_id (&self->closed_id, g_source_remove);
  g_clear_weak_pointer (&self->focus);
  if (self->popover == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->popover, closed_cb, self);
  gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
}

/**
 * winerror_context_menu_new:
 * @parent: the widget that the menu is of; must outlive it
 * @closed: called when the menu was closed
 *
 * Returns: (transfer full): a menu that is not open
 */
WinerrorContextMenu *
winerror_context_menu_new (GtkWidget *parent, WinerrorContextMenuClosed closed)
{
  WinerrorContextMenu *self = g_new0 (WinerrorContextMenu, 1);

  self->parent = parent;
  self->closed = closed;
  return self;
}

/**
 * winerror_context_menu_free:
 * @self: (transfer full): a menu
 */
void
winerror_context_menu_free (WinerrorContextMenu *self)
{
  g_return_if_fail (self != NULL);

  drop (self);
  g_free (self);
}

/**
 * winerror_context_menu_open:
 * @self: a menu
 * @model: what is in it
 * @rectangle: what of the parent it is about
 *
 * Opens the menu.
 */
void
winerror_context_menu_open (WinerrorContextMenu *self,
                            GMenuModel *model,
                            const GdkRectangle *rectangle)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_MENU_MODEL (model));

  drop (self);
  g_set_weak_pointer (&self->focus, gtk_root_get_focus (gtk_widget_get_root (self->parent)));
  self->popover = GTK_POPOVER (gtk_popover_menu_new_from_model (model));
  winerror_menus_set_name (self->popover, _ ("Context Menu"));
  g_signal_connect (self->popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), self->parent);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_pointing_to (self->popover, rectangle);
  gtk_popover_popup (self->popover);
}
