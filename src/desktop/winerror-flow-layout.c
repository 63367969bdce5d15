// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-flow-layout.h"

/* Between two children, in pixels. */
#define GAP 6

/**
 * WinerrorFlowLayout:
 *
 * Children of their natural widths one after the other, in as many lines as they need; those of a
 * line are of the same height, and the last line has what height is left. Unlike a flow box it has
 * no widget of its own around each, and no selection.
 *
 * Its width is asked of no height: a button with a label that wraps, which is aligned at one side,
 * is asked for the width that goes with its height, and lays out a dozen times to tell.
 */
struct _WinerrorFlowLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WinerrorFlowLayout, winerror_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
winerror_flow_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? GAP : 0);
    }
}

/* The width that a child gets where a line is so wide. */
static int
get_width (GtkWidget *child, int width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

/* Gives each child of a line its place, and the height of the line. */
static void
allocate_line (GtkWidget *widget, GtkWidget *first, GtkWidget *end, int width, int y, int height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, y, 0, height };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = get_width (child, width);
      if (mirrored)
        place.x = width - x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + GAP;
    }
}

/* Finds the line of each child, and gives it its place where asked to. Returns the height of all of
 * them. */
static int
flow (GtkWidget *widget, int width, gboolean allocate)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int x = 0;
  int y = 0;
  int line_height = 0;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_width (child, width);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, &child_height, NULL, NULL,
                          NULL);
      if (x > 0 && x + child_width > width)
        {
          if (allocate)
            allocate_line (widget, first, child, width, y, line_height);
          first = child;
          x = 0;
          y += line_height + GAP;
          line_height = 0;
        }
      x += child_width + GAP;
      line_height = MAX (line_height, child_height);
    }
  if (allocate)
    allocate_line (widget, first, NULL, width, y,
                   MAX (line_height, gtk_widget_get_height (widget) - y));
  return y + line_height;
}

static void
winerror_flow_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
    }
  else
    {
      *minimum = flow (widget, for_size < 0 ? G_MAXINT : for_size, FALSE);
      *natural = *minimum;
    }
}

static void
winerror_flow_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  flow (widget, width, TRUE);
}

static void
winerror_flow_layout_class_init (WinerrorFlowLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = winerror_flow_layout_get_request_mode;
  manager_class->measure = winerror_flow_layout_measure;
  manager_class->allocate = winerror_flow_layout_allocate;
}

static void
winerror_flow_layout_init (WinerrorFlowLayout *self)
{
  (void) self;
}
