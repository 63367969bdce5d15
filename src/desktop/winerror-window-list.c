// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-window-private.h"

#include "winerror-clipboard.h"
#include "winerror-row.h"

#include <glib/gi18n.h>

/* How many results the list view has as long as its height is not known, and what a row is high at
 * the least, in pixels. */
#define FIRST_ROWS     16
#define MIN_ROW_HEIGHT 30

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, winerror_row_new ());
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  winerror_row_set_result (WINERROR_ROW (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
unbind_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  winerror_row_set_result (WINERROR_ROW (gtk_list_item_get_child (item)), NULL);
}

/* How many results the list view needs, so that it is full and can be scrolled. */
static guint
count_visible (WinerrorWindow *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->list_scroller));
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
  int row_height = row != NULL ? gtk_widget_get_height (row) : 0;

  return height > 0 ? (guint) (height / MAX (row_height, MIN_ROW_HEIGHT)) + 2 : FIRST_ROWS;
}

/**
 * winerror_window_limit_list:
 * @self: a window
 *
 * Leaves the list view no more results than are visible. It would build rows for the first 200, and
 * take them down again, at every key stroke.
 */
void
winerror_window_limit_list (WinerrorWindow *self)
{
  gtk_slice_list_model_set_size (self->slice, count_visible (self));
}

/**
 * winerror_window_fill_list:
 * @self: a window
 *
 * Gives the list view more results where it has become higher.
 */
void
winerror_window_fill_list (WinerrorWindow *self)
{
  guint n = count_visible (self);

  if (n > gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, n);
}

/**
 * winerror_window_open_list:
 * @self: a window
 *
 * Gives the list view all results: the user turns to it.
 */
void
winerror_window_open_list (WinerrorWindow *self)
{
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}

static void
scrolled_cb (GtkAdjustment *adjustment, gpointer data)
{
  if (gtk_adjustment_get_value (adjustment) > 0)
    winerror_window_open_list (data);
}

static void
list_focused_cb (GtkEventControllerFocus *controller, gpointer data)
{
  winerror_window_open_list (data);
}

/* The current entry is the one that was selected last, as long as it is selected. */
static void
selection_changed_cb (GtkSelectionModel *model, guint position, guint n_items, gpointer data)
{
  WinerrorWindow *self = data;
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);

  if (gtk_bitset_is_empty (selected))
    return;
  if (gtk_bitset_get_size (selected) == 1)
    winerror_window_set_current (self, gtk_bitset_get_minimum (selected));
  else if (n_items == 1 && gtk_bitset_contains (selected, position))
    winerror_window_set_current (self, position);
  else if (!gtk_bitset_contains (selected, self->current))
    winerror_window_set_current (self, gtk_bitset_get_minimum (selected));
}

/**
 * winerror_window_select:
 * @self: a window
 * @position: position of a result
 * @scroll: whether the list is to scroll there
 *
 * Selects one result alone, and shows it.
 */
void
winerror_window_select (WinerrorWindow *self, guint position, gboolean scroll)
{
  if (position >= gtk_slice_list_model_get_size (self->slice))
    winerror_window_open_list (self);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  /* where the position was selected already, its entry is another one now */
  winerror_window_set_current (self, position);
  if (scroll && self->current != GTK_INVALID_LIST_POSITION)
    {
      /* a list that has just been shown again knows no rows yet to scroll to */
      if (position == 0)
        gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->list_scroller), 0);
      else
        gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                                    position);
    }
}

/**
 * winerror_window_get_selected:
 * @self: a window
 *
 * Returns: (transfer container) (element-type WinerrorEntry): the selected entries in the order of
 *   the list
 */
GPtrArray *
winerror_window_get_selected (WinerrorWindow *self)
{
  g_autoptr (GtkBitset)
      selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (WinerrorResult)
          result = g_list_model_get_item (G_LIST_MODEL (self->results), position);

      if (result != NULL)
        g_ptr_array_add (entries, g_object_ref (winerror_result_get_entry (result)));
    }
  return entries;
}

/* The row under a point of the list, or NULL. */
static WinerrorRow *
pick_row (WinerrorWindow *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !WINERROR_IS_ROW (widget) && widget != GTK_WIDGET (self->list_view))
    {
      /* beside the row proper, inside its list item */
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (WINERROR_IS_ROW (child))
        return WINERROR_ROW (child);
      widget = gtk_widget_get_parent (widget);
    }
  return WINERROR_IS_ROW (widget) ? WINERROR_ROW (widget) : NULL;
}

static guint
find_position (WinerrorWindow *self, WinerrorResult *result)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->results));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WinerrorResult) other = g_list_model_get_item (G_LIST_MODEL (self->results), i);

      if (other == result)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* What is pressed on becomes the selection, unless it is part of it. */
static gboolean
select_row (WinerrorWindow *self, WinerrorRow *row)
{
  guint position = row != NULL ? find_position (self, winerror_row_get_result (row))
                               : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    winerror_window_select (self, position, FALSE);
  return TRUE;
}

static WinerrorRow *
find_current_row (WinerrorWindow *self)
{
  g_autoptr (WinerrorResult)
      result = g_list_model_get_item (G_LIST_MODEL (self->results), self->current);

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (WINERROR_IS_ROW (row) && result != NULL &&
          winerror_row_get_result (WINERROR_ROW (row)) == result)
        return WINERROR_ROW (row);
    }
  return NULL;
}

/* A menu that closes would leave the focus to the paned around the list. */
static void
menu_closed_cb (GtkPopover *menu, gpointer data)
{
  WinerrorWindow *self = data;
  GtkWidget *focus = self->menu_focus;

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_entry)))
    winerror_window_focus_search (self);
  else if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view)); /* the row may be another one's */
  else
    gtk_widget_grab_focus (focus);
  g_clear_weak_pointer (&self->menu_focus);
}

static void
drop_menu (WinerrorWindow *self)
{
  g_clear_weak_pointer (&self->menu_focus);
  if (self->context_menu == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->context_menu, menu_closed_cb, self);
  gtk_widget_unparent (GTK_WIDGET (self->context_menu));
  self->context_menu = NULL;
}

static void
popup_at (WinerrorWindow *self, GMenuModel *menu, const GdkRectangle *rectangle)
{
  drop_menu (self);
  g_set_weak_pointer (&self->menu_focus, gtk_window_get_focus (GTK_WINDOW (self)));
  self->context_menu = GTK_POPOVER (gtk_popover_menu_new_from_model (menu));
  g_signal_connect_object (self->context_menu, "closed", G_CALLBACK (menu_closed_cb), self, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self->list_box));
  gtk_popover_set_has_arrow (self->context_menu, FALSE);
  gtk_popover_set_pointing_to (self->context_menu, rectangle);
  gtk_popover_popup (self->context_menu);
}

/**
 * winerror_window_popup_context_menu:
 * @self: a window
 * @menu: a menu
 *
 * Opens a menu at the current entry in the list.
 */
void
winerror_window_popup_context_menu (WinerrorWindow *self, GMenuModel *menu)
{
  WinerrorRow *row = find_current_row (self);
  graphene_rect_t bounds;
  GdkRectangle rectangle = { 12, 12, 1, 1 };

  if (row != NULL &&
      gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list_box), &bounds))
    rectangle = (GdkRectangle){ (int) (bounds.origin.x + bounds.size.width / 2),
                                (int) (bounds.origin.y + bounds.size.height), 1, 1 };
  popup_at (self, menu, &rectangle);
}

static GMenuModel *
create_context_menu (void)
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
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) single = g_menu_new ();
  g_autoptr (GMenu) pin = g_menu_new ();
  g_autoptr (GMenu) formats = winerror_window_create_format_menu ();

  g_menu_append (copy, _ ("Copy _Ticket Text"), "win.copy");
  g_menu_append_submenu (copy, _ ("Copy _As"), G_MENU_MODEL (formats));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (values[i].label), NULL);

      g_menu_item_set_action_and_target (item, "win.copy-value", "s", values[i].value);
      g_menu_append_item (single, item);
    }
  g_menu_append (pin, _ ("_Pin or Unpin"), "win.pin");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (single));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (pin));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  WinerrorWindow *self = data;
  graphene_point_t point;
  g_autoptr (GMenuModel) menu = NULL;

  if (!select_row (self, pick_row (self, x, y)) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->list_view), GTK_WIDGET (self->list_box),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  menu = create_context_menu ();
  popup_at (self, menu, &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  WinerrorWindow *self = data;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->current_entry == NULL)
    return FALSE;
  menu = create_context_menu ();
  winerror_window_popup_context_menu (self, menu);
  return TRUE;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  WinerrorWindow *self = data;
  g_auto (WinerrorTicketOptions) options = { 0 };
  g_autoptr (GPtrArray) entries = NULL;

  if (!select_row (self, pick_row (self, x, y)))
    return NULL;
  entries = winerror_window_get_selected (self);
  winerror_window_get_ticket_options (self, &options);
  return winerror_clipboard_new_content (entries, &options, NULL);
}

static void
dropped_cb (GdkDrag *drag, gpointer data)
{
  WinerrorWindow *self = data;
  g_autoptr (GPtrArray) entries = winerror_window_get_selected (self);

  winerror_window_note_look_up (self, entries);
}

/* What is dropped somewhere has been looked up, not what is let go over nothing. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (dropped_cb), data, 0);
}

static void
activate_cb (GtkListView *view, guint position, gpointer data)
{
  WinerrorWindow *self = data;

  winerror_window_set_current (self, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", NULL);
}

/* Tab leaves the list; else it would go from row to row. */
static gboolean
tab_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  WinerrorWindow *self = data;

  return gtk_widget_child_focus (GTK_WIDGET (self->detail_panel), GTK_DIR_TAB_FORWARD);
}

static gboolean
tab_back_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  winerror_window_focus_search (data);
  return TRUE;
}

static void
add_gestures (WinerrorWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (drag, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_object (focus, "enter", G_CALLBACK (list_focused_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), focus);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->list_scroller),
                           "value-changed", G_CALLBACK (scrolled_cb), self, 0);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Shift>F10|Menu"),
                        gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Tab|KP_Tab"),
                        gtk_callback_action_new (tab_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Shift>Tab|<Shift>ISO_Left_Tab"),
                        gtk_callback_action_new (tab_back_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);
}

/**
 * winerror_window_init_list:
 * @self: a window
 *
 * Connects the list view with the results.
 */
void
winerror_window_init_list (WinerrorWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row), NULL);

  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->results)), 0,
                                          FIRST_ROWS);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, 0);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (activate_cb), self, 0);
  add_gestures (self);
}

/**
 * winerror_window_dispose_list:
 * @self: a window
 */
void
winerror_window_dispose_list (WinerrorWindow *self)
{
  drop_menu (self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
}
