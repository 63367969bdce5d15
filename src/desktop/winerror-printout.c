// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-printout.h"

/* The font, and the room for the number of the page below the text, in points. */
#define FONT   "Sans 10"
#define FOOTER 24.0

/* A text on its way to paper. */
typedef struct
{
  char *text;
  PangoLayout *layout; /* of the whole text; NULL until printing begins */
  GArray *starts;      /* of int: the first line of each page, and at the end the number of lines */
} Printout;

static void
printout_free (gpointer data)
{
  Printout *self = data;

  g_free (self->text);
  g_clear_object (&self->layout);
  g_array_unref (self->starts);
  g_free (self);
}

static double
get_height (PangoLayoutLine *line)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (line, NULL, &extents);
  return (double) extents.height / PANGO_SCALE;
}

/* Shares out the lines among pages of a height. */
static void
paginate (Printout *self, double height)
{
  int n = pango_layout_get_line_count (self->layout);
  double used = 0;

  for (int i = 0; i < n; i++)
    {
      double line = get_height (pango_layout_get_line_readonly (self->layout, i));

      if (i == 0 || used + line > height)
        {
          g_array_append_val (self->starts, i);
          used = 0;
        }
      used += line;
    }
  g_array_append_val (self->starts, n);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Printout *self = data;
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  self->layout = gtk_print_context_create_pango_layout (context);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (self->layout,
                          (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (self->layout, self->text, -1);
  paginate (self, gtk_print_context_get_height (context) - FOOTER);
  gtk_print_operation_set_n_pages (operation, (int) self->starts->len - 1);
}

static void
draw_footer (GtkPrintContext *context, int page, int n_pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  g_autofree char *text = g_strdup_printf ("%d / %d", page + 1, n_pages);
  int width;
  int height;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, (gtk_print_context_get_width (context) - width) / 2,
                 gtk_print_context_get_height (context) - height);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  Printout *self = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double y = 0;

  for (int i = g_array_index (self->starts, int, page);
       i < g_array_index (self->starts, int, page + 1); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, i);
      PangoRectangle extents;
      int x;

      pango_layout_line_get_extents (line, NULL, &extents);
      /* what runs from right to left begins at the right */
      x = line->resolved_dir == PANGO_DIRECTION_RTL
              ? pango_layout_get_width (self->layout) - extents.width
              : 0;
      cairo_move_to (cr, (double) x / PANGO_SCALE, y + (double) -extents.y / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, line);
      y += (double) extents.height / PANGO_SCALE;
    }
  draw_footer (context, page, (int) self->starts->len - 1);
}

/**
 * winerror_printout_new:
 * @text: a text
 * @name: what the printer is to call it
 *
 * Puts a text on paper, as many pages as it needs.
 *
 * Returns: (transfer full): the operation, for gtk_print_operation_run()
 */
GtkPrintOperation *
winerror_printout_new (const char *text, const char *name)
{
  GtkPrintOperation *operation;
  Printout *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (Printout, 1);
  self->text = g_strdup (text);
  self->starts = g_array_new (FALSE, FALSE, sizeof (int));

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "winerror-printout", self, printout_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  return operation;
}
