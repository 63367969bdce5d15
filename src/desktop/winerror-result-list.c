// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-result-list.h"

#include "winerror-announce.h"
#include "winerror-context-menu.h"
#include "winerror-gettext.h"
#include "winerror-highlight.h"
#include "winerror-menus.h"
#include "winerror-row.h"
#include "winerror-status.h"
#include "winerror-template.h"

/* How many results the list view has as long as its height is not known, and what a row is high at
 * the least, in pixels. */
#define FIRST_ROWS     16
#define MIN_ROW_HEIGHT 30

/**
 * WinerrorResultList:
 *
 * What a query found, or the codes that a log carries: the list, a note above it, and a line of
 * status below. Which of them are selected, and which one is to be shown in full, is told by its
 * #WinerrorResultSelection.
 *
 * Copying and the like are the actions win.… of the window around it.
 */
struct _WinerrorResultList
{
  GtkWidget parent_instance;

  GtkBox *note_box;
  GtkLabel *note_label;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;
  GtkLabel *nothing_label;
  GtkLabel *status_label;

  WinerrorResultSelection *selection;
  WinerrorContextMenu *menu;
  guint n_least;    /* so many rows there is room for at the least */
  int row_height;   /* of the last one that was measured */
  char *count;      /* how many results there are, as a sentence */
  gboolean showing; /* other results are being taken over */
  gboolean chosen;  /* the user has selected something among them */
};

enum
{
  SIGNAL_PREPARE_DRAG,
  SIGNAL_LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WinerrorResultList, winerror_result_list, GTK_TYPE_WIDGET)

/* How many results the list view needs, so that it is full and can be scrolled. */
static guint
count_visible (WinerrorResultList *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->scroller));
  GtkWidget *row = winerror_row_find_plain (self->list_view);
  int row_height = row != NULL ? gtk_widget_get_height (row) : 0;

  return height > 0 ? (guint) (height / MAX (row_height, MIN_ROW_HEIGHT)) + 2 : FIRST_ROWS;
}

/* The list has room for its least rows, in whatever font. */
static void
update_least (WinerrorResultList *self)
{
  GtkWidget *row = winerror_row_find_plain (self->list_view);

  if (row != NULL)
    gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, &self->row_height, NULL, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), -1,
                               (int) self->n_least * self->row_height);
}

/* The list or its rows may have become higher. */
static void
surface_layout_cb (GdkSurface *surface, int width, int height, gpointer data)
{
  WinerrorResultList *self = data;

  winerror_result_selection_ensure (self->selection, count_visible (self));
  update_least (self);
}

static void
scrolled_cb (GtkAdjustment *adjustment, gpointer data)
{
  if (gtk_adjustment_get_value (adjustment) > 0)
    winerror_result_selection_ensure (WINERROR_RESULT_LIST (data)->selection, G_MAXUINT);
}

static void
focused_cb (GtkEventControllerFocus *controller, gpointer data)
{
  winerror_result_selection_ensure (WINERROR_RESULT_LIST (data)->selection, G_MAXUINT);
}

static void
scroll_to_current (WinerrorResultList *self)
{
  guint position = winerror_result_selection_get_current (self->selection);

  /* a list that has just been shown again knows no rows yet to scroll to */
  if (position == 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  else if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
activate_cb (GtkListView *view, guint position, gpointer data)
{
  WinerrorResultList *self = data;

  winerror_result_selection_set_current (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", NULL);
}

/* What is pressed on becomes the selection, unless it is part of it. */
static gboolean
select_at (WinerrorResultList *self, double x, double y)
{
  WinerrorRow *row = winerror_row_pick (self->list_view, x, y);

  return row != NULL &&
         winerror_result_selection_select_result (self->selection, winerror_row_get_result (row));
}

/* The context menu */

static gboolean
leave (WinerrorResultList *self, GtkDirectionType direction)
{
  gboolean left = FALSE;

  g_signal_emit (self, signals[SIGNAL_LEAVE], 0, direction, &left);
  return left;
}

static void
menu_closed_cb (GtkWidget *parent, GtkWidget *focus)
{
  WinerrorResultList *self = WINERROR_RESULT_LIST (parent);

  if (focus == NULL || GTK_IS_TEXT (focus))
    leave (self, GTK_DIR_TAB_BACKWARD); /* to where the query is typed */
  else if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    gtk_widget_grab_focus (parent); /* the row may be another one's */
  else
    gtk_widget_grab_focus (focus);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  WinerrorResultList *self = data;
  graphene_point_t point;

  if (!select_at (self, x, y) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->list_view), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  winerror_context_menu_open (self->menu, winerror_menus_get_context (),
                              &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  WinerrorResultList *self = data;

  if (winerror_result_selection_get_current_entry (self->selection) == NULL)
    return FALSE;
  winerror_result_list_popup_menu (self, winerror_menus_get_context ());
  return TRUE;
}

/* Dragging, and leaving the list */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  WinerrorResultList *self = data;
  GdkContentProvider *content = NULL;

  if (select_at (self, x, y))
    g_signal_emit (self, signals[SIGNAL_PREPARE_DRAG], 0, &content);
  return content;
}

static void
dropped_cb (GdkDrag *drag, gpointer data)
{
  gtk_widget_activate_action (data, "win.note-dropped", NULL);
}

/* What is dropped somewhere has been looked up, not what is let go over nothing. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (dropped_cb), data, 0);
}

/* Tab leaves the list; else it would go from row to row. */
static gboolean
tab_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return leave (data, GTK_DIR_TAB_FORWARD);
}

static gboolean
tab_back_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return leave (data, GTK_DIR_TAB_BACKWARD);
}

static void
add_key (WinerrorResultList *self,
         GtkEventController *keys,
         const char *trigger,
         GtkShortcutFunc callback)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                        gtk_callback_action_new (callback, self, NULL)));
}

static void
add_controllers (WinerrorResultList *self)
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

  /* before the list view and its rows, which have menus of their own in some versions of GTK */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), focus);

  add_key (self, keys, "<Shift>F10|Menu", menu_key_cb);
  add_key (self, keys, "Tab|KP_Tab", tab_cb);
  add_key (self, keys, "<Shift>Tab|<Shift>ISO_Left_Tab", tab_back_cb);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);
}

/* The type */

static void
winerror_result_list_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (winerror_result_list_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (widget)), "layout",
                           G_CALLBACK (surface_layout_cb), widget, 0);
}

static void
winerror_result_list_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_native_get_surface (gtk_widget_get_native (widget)),
                                        surface_layout_cb, widget);

  GTK_WIDGET_CLASS (winerror_result_list_parent_class)->unrealize (widget);
}

/* The row that shows the current entry; NULL where none does at present. */
static GtkWidget *
find_current_row (WinerrorResultList *self)
{
  GListModel *model = G_LIST_MODEL (winerror_result_selection_get_model (self->selection));
  guint position = winerror_result_selection_get_current (self->selection);
  g_autoptr (WinerrorResult) result = g_list_model_get_item (model, position);

  return result != NULL ? GTK_WIDGET (winerror_row_find (self->list_view, result)) : NULL;
}

/* The list view itself would give the focus to the row that had it last. */
static gboolean
winerror_result_list_grab_focus (GtkWidget *widget)
{
  WinerrorResultList *self = WINERROR_RESULT_LIST (widget);
  GtkWidget *row = find_current_row (self);

  return (row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (row))) ||
         gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
winerror_result_list_dispose (GObject *object)
{
  WinerrorResultList *self = WINERROR_RESULT_LIST (object);

  g_clear_pointer (&self->menu, winerror_context_menu_free);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_RESULT_LIST);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->count, g_free);

  G_OBJECT_CLASS (winerror_result_list_parent_class)->dispose (object);
}

static void
winerror_result_list_class_init (WinerrorResultListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_result_list_dispose;
  widget_class->realize = winerror_result_list_realize;
  widget_class->unrealize = winerror_result_list_unrealize;
  widget_class->grab_focus = winerror_result_list_grab_focus;

  /**
   * WinerrorResultList::prepare-drag:
   * @self: a list
   *
   * The selected results are being dragged.
   *
   * Returns: (transfer full) (nullable): what is dragged
   */
  signals[SIGNAL_PREPARE_DRAG] = g_signal_new ("prepare-drag", WINERROR_TYPE_RESULT_LIST,
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               GDK_TYPE_CONTENT_PROVIDER, 0);

  /**
   * WinerrorResultList::leave:
   * @self: a list
   * @direction: %GTK_DIR_TAB_FORWARD or %GTK_DIR_TAB_BACKWARD
   *
   * The focus is to go to what comes after the list, or to where the query is typed.
   *
   * Returns: whether it went there
   */
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", WINERROR_TYPE_RESULT_LIST, G_SIGNAL_RUN_LAST, 0,
                                        g_signal_accumulator_true_handled, NULL, NULL,
                                        G_TYPE_BOOLEAN, 1, GTK_TYPE_DIRECTION_TYPE);

  winerror_template_set (widget_class, "/io/github/winerror/Winerror/result-list.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorResultList, note_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorResultList, note_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorResultList, stack);
  gtk_widget_class_bind_template_child (widget_class, WinerrorResultList, scroller);
  gtk_widget_class_bind_template_child (widget_class, WinerrorResultList, list_view);
  gtk_widget_class_bind_template_child (widget_class, WinerrorResultList, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorResultList, status_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

/* Says what is selected in the line of status, whose changes screen readers read out. */
static void
update_status (WinerrorResultList *self)
{
  g_autofree char *selected = self->chosen ? winerror_status_describe_selection (self->selection)
                                           : NULL;
  g_autofree char *status = selected != NULL ? g_strdup_printf ("%s · %s", self->count, selected)
                                             : g_strdup (self->count);

  winerror_announce_in_label (self->status_label, status);
}

static void
selection_changed_cb (WinerrorResultList *self)
{
  if (self->showing)
    return;
  self->chosen = TRUE;
  update_status (self);
}

static void
winerror_result_list_init (WinerrorResultList *self)
{
  g_autoptr (GtkListItemFactory) factory = winerror_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->n_least = 1;
  self->row_height = MIN_ROW_HEIGHT;
  self->selection = winerror_result_selection_new ();
  self->menu = winerror_context_menu_new (GTK_WIDGET (self), menu_closed_cb);
  gtk_list_view_set_model (self->list_view, winerror_result_selection_get_model (self->selection));
  gtk_list_view_set_factory (self->list_view, factory);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, 0);
  g_signal_connect_object (winerror_result_selection_get_model (self->selection),
                           "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_controllers (self);
}

/* What is shown */

/* Before other results are taken over. @count is taken over too. */
static void
show_texts (WinerrorResultList *self, gboolean found, const char *note, char *count)
{
  gtk_stack_set_visible_child_name (self->stack, found ? "list" : "nothing");
  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_box), note != NULL);
  g_free (self->count);
  self->count = count;
  self->showing = TRUE;
}

/* After other results were taken over, the first of them selected. */
static void
complete (WinerrorResultList *self)
{
  self->showing = FALSE;
  self->chosen = FALSE;
  winerror_announce_in_label (self->status_label, self->count);
  scroll_to_current (self);
}

/**
 * winerror_result_list_show_answer:
 * @self: a list
 * @answer: what a query found
 * @again: whether that is the query of the answer before, and only the tables are others: then what
 *   is selected and where the list is scrolled to stays
 *
 * Shows what a query found, the best result selected, or the answer's note where it found nothing.
 */
void
winerror_result_list_show_answer (WinerrorResultList *self, WinerrorAnswer *answer, gboolean again)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = again ? gtk_adjustment_get_value (adjustment) : 0;
  const char *note = winerror_answer_get_note (answer);
  gboolean found = winerror_answer_get_n_hits (answer) > 0;

  winerror_highlight_set_words (self->nothing_label,
                                note ? note : _ ("Try other words, or fewer of them."));
  show_texts (self, found, found ? note : NULL, winerror_status_count_answer (answer));
  gtk_adjustment_set_value (adjustment, value); /* while the list knows its rows: else GTK warns */
  if (again)
    winerror_result_selection_update_answer (self->selection, answer);
  else
    winerror_result_selection_set_answer (self->selection, answer, count_visible (self));
  complete (self);
  gtk_adjustment_set_value (adjustment, value);
}

/**
 * winerror_result_list_show_report:
 * @self: a list
 * @report: the codes that logs have
 * @order: their order
 * @name: what the logs are called
 *
 * Shows the codes that logs have, the first one selected; where codes of logs are shown already,
 * what is selected among them stays.
 */
void
winerror_result_list_show_report (WinerrorResultList *self,
                                  WinerrorLogReport *report,
                                  WinerrorLogOrder order,
                                  const char *name)
{
  guint n;
  g_autofree char *nothing = NULL;

  g_return_if_fail (WINERROR_IS_RESULT_LIST (self));
  g_return_if_fail (WINERROR_IS_LOG_REPORT (report));
  g_return_if_fail (name != NULL);

  n = winerror_log_report_get_n_codes (report);
  /* Translators: the name of a file */
  nothing = g_strdup_printf (_ ("“%s” has none of the codes."), name);
  winerror_highlight_set_words (self->nothing_label, nothing);
  show_texts (self, n > 0, NULL, winerror_status_count_codes (n));
  if (winerror_result_selection_get_report (self->selection) == NULL) /* as above */
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  winerror_result_selection_set_report (self->selection, report, order, count_visible (self));
  complete (self);
}

/**
 * winerror_result_list_get_selection:
 * @self: a list
 *
 * Returns: (transfer none): what is selected
 */
WinerrorResultSelection *
winerror_result_list_get_selection (WinerrorResultList *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT_LIST (self), NULL);

  return self->selection;
}

/**
 * winerror_result_list_set_rows:
 * @self: a list
 * @n: a number of rows
 *
 * Makes the list as high as so many rows at the least; before the first call as one.
 */
void
winerror_result_list_set_rows (WinerrorResultList *self, guint n)
{
  g_return_if_fail (WINERROR_IS_RESULT_LIST (self));
  g_return_if_fail (n > 0);

  self->n_least = n;
  update_least (self);
}

/**
 * winerror_result_list_say:
 * @self: a list
 * @text: what has been done with the results
 *
 * Says something in the line of status, until something else is selected. Newer versions of GTK do
 * not say it aloud there: the notice that goes with it is said.
 */
void
winerror_result_list_say (WinerrorResultList *self, const char *text)
{
  g_return_if_fail (WINERROR_IS_RESULT_LIST (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_text (self->status_label, text);
}

/**
 * winerror_result_list_is_chosen:
 * @self: a list
 *
 * Returns: whether the user has selected something since the results are shown
 */
gboolean
winerror_result_list_is_chosen (WinerrorResultList *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT_LIST (self), FALSE);

  return self->chosen;
}

/**
 * winerror_result_list_move:
 * @self: a list
 * @step: by how many results; up where it is negative
 *
 * Selects another result alone, and scrolls there.
 */
void
winerror_result_list_move (WinerrorResultList *self, int step)
{
  g_return_if_fail (WINERROR_IS_RESULT_LIST (self));

  if (!winerror_result_selection_move (self->selection, step))
    return;
  scroll_to_current (self);
  selection_changed_cb (self); /* also at either end, where nothing else changes */
}

/**
 * winerror_result_list_popup_menu:
 * @self: a list
 * @menu: a menu
 *
 * Opens a menu at the current entry.
 */
void
winerror_result_list_popup_menu (WinerrorResultList *self, GMenuModel *menu)
{
  GtkWidget *row;
  graphene_rect_t bounds;
  GdkRectangle rectangle = { 12, 12, 1, 1 };

  g_return_if_fail (WINERROR_IS_RESULT_LIST (self));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  row = find_current_row (self);
  if (row != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    rectangle = (GdkRectangle){ (int) (bounds.origin.x + bounds.size.width / 2),
                                (int) (bounds.origin.y + bounds.size.height), 1, 1 };
  winerror_context_menu_open (self->menu, menu, &rectangle);
}
