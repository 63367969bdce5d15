// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-flow-layout.h"

/* Between two children, in pixels. */
#define GAP 6

/**
 * WinerrorFlowLayout:
 *
 * Children of their natural widths one after the other, in as many lines as they need. Unlike a
 * flow box it has no widget of its own around each, and no selection.
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

/* Finds the place of each child, and gives it that place where asked to. Returns the height of all
 * of them. */
static int
flow (GtkWidget *widget, int width, gboolean allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;
  int line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &place.width, NULL,
                          NULL);
      place.width = MAX (minimum, MIN (place.width, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, &minimum, &place.height,
                          NULL, NULL);
      if (x > 0 && x + place.width > width)
        {
          x = 0;
          y += line_height + GAP;
          line_height = 0;
        }
      if (allocate)
        {
          place.x = mirrored ? width - x - place.width : x;
          place.y = y;
          gtk_widget_size_allocate (child, &place, -1);
        }
      x += place.width + GAP;
      line_height = MAX (line_height, place.height);
    }
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
