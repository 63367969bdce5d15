// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-row.h"

#include "winerror-code.h"
#include "winerror-highlight.h"

#include <glib/gi18n.h>
#include <string.h>

/* How strongly the hexadecimal code shows beside the decimal one, of 65535. */
#define HEX_ALPHA 42000

/**
 * WinerrorRow:
 *
 * A result in the list: code, hex and symbol on one line, the description below. Inscriptions, not
 * labels: a list view builds some 200 rows whatever is visible.
 */
struct _WinerrorRow
{
  GtkWidget parent_instance;

  GtkInscription *heading;
  GtkInscription *description;
  WinerrorResult *result;
  gulong handler;
};

G_DEFINE_FINAL_TYPE (WinerrorRow, winerror_row, GTK_TYPE_WIDGET)

static void
update (WinerrorRow *self)
{
  WinerrorEntry *entry = winerror_result_get_entry (self->result);
  WinerrorLanguage *language = winerror_result_get_language (self->result);
  WinerrorLogLine *line = winerror_result_get_line (self->result);
  const char *symbol = winerror_entry_get_symbol (entry);
  const char *description = line != NULL       ? line->text
                            : language != NULL ? winerror_language_describe (language, entry)
                                               : winerror_entry_get_description (entry);
  g_autofree char *code = g_strdup_printf ("%u", winerror_entry_get_code (entry));
  g_autofree char *hex = winerror_code_format_hex (winerror_entry_get_code (entry));
  g_autofree char *marked = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GArray) symbol_ranges = winerror_result_find_ranges (self->result, symbol);
  g_autoptr (GArray) ranges = winerror_result_find_ranges (self->result, description);
  gsize code_length = strlen (code);
  gsize hex_start = code_length + strlen ("  ");
  gsize symbol_start = hex_start + strlen (hex) + strlen ("  ");
  g_autoptr (PangoAttrList) attributes = winerror_highlight_new (symbol_ranges, symbol_start);
  g_autoptr (PangoAttrList)
      description_attributes = ranges->len > 0 ? winerror_highlight_new (ranges, 0) : NULL;

  switch (winerror_result_get_rank (self->result))
    {
    case WINERROR_RANK_PINNED:
      marked = g_strconcat ("  · ", C_ ("mark", "pinned"), NULL);
      break;
    case WINERROR_RANK_RECENT:
      marked = g_strconcat ("  · ", C_ ("mark", "recent"), NULL);
      break;
    case WINERROR_RANK_CODE:
    case WINERROR_RANK_CODE_ALTERNATIVE:
    case WINERROR_RANK_SYMBOL:
    case WINERROR_RANK_SYMBOL_PREFIX:
    case WINERROR_RANK_CODE_PREFIX:
    case WINERROR_RANK_SENTENCE:
    case WINERROR_RANK_WORDS:
    case WINERROR_RANK_PREFIXES:
    case WINERROR_RANK_INSIDE:
    case WINERROR_RANK_SIMILAR:
    case WINERROR_RANK_PARTIAL:
    case WINERROR_RANK_ALL:
    default:
      if (line != NULL)
        {
          g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, line->number);
          /* Translators: the number of a line of a log */
          g_autofree char *place = g_strdup_printf (C_ ("mark", "line %s"), number);

          marked = g_strconcat ("  · ", place, NULL);
        }
      else if (language != NULL)
        marked = g_strconcat ("  · ", winerror_language_get_name (language), NULL);
      break;
    }

  heading = g_strconcat (code, "  ", hex, "  ", symbol, marked, NULL);
  winerror_highlight_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, code_length);
  winerror_highlight_insert (attributes, pango_attr_foreground_alpha_new (HEX_ALPHA), hex_start,
                             hex_start + strlen (hex));
  if (marked != NULL)
    winerror_highlight_insert (attributes, pango_attr_foreground_alpha_new (HEX_ALPHA),
                               symbol_start + strlen (symbol), strlen (heading));
  gtk_inscription_set_text (self->heading, heading);
  gtk_inscription_set_attributes (self->heading, attributes);
  gtk_inscription_set_text (self->description, description);
  gtk_inscription_set_attributes (self->description, description_attributes);

  /* the focus goes to the list item around the row */
  spoken = g_strconcat (code, ", ", symbol, ", ", description, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item != NULL ? item : GTK_WIDGET (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
winerror_row_dispose (GObject *object)
{
  WinerrorRow *self = WINERROR_ROW (object);

  winerror_row_set_result (self, NULL);
  if (self->heading != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->heading));
  if (self->description != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->description));
  self->heading = NULL;
  self->description = NULL;

  G_OBJECT_CLASS (winerror_row_parent_class)->dispose (object);
}

static void
winerror_row_class_init (WinerrorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "result");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkInscription *
add_line (WinerrorRow *self, const char *css_class)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (line), 12);
  gtk_widget_add_css_class (line, css_class);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  return GTK_INSCRIPTION (line);
}

static void
winerror_row_init (WinerrorRow *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->heading = add_line (self, "codes");
  /* from left to right in every language, at the side where a line begins */
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    gtk_inscription_set_xalign (self->heading, 1);
  self->description = add_line (self, "description");
}

/**
 * winerror_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing
 */
GtkWidget *
winerror_row_new (void)
{
  return g_object_new (WINERROR_TYPE_ROW, NULL);
}

/**
 * winerror_row_set_result:
 * @self: a row
 * @result: (nullable): what it is to show, now and when that changes
 */
void
winerror_row_set_result (WinerrorRow *self, WinerrorResult *result)
{
  g_return_if_fail (WINERROR_IS_ROW (self));

  if (self->result == result)
    return;
  if (self->result != NULL)
    g_signal_handler_disconnect (self->result, self->handler);
  g_set_object (&self->result, result);
  if (result == NULL)
    return;

  self->handler = g_signal_connect_swapped (result, "notify::entry", G_CALLBACK (update), self);
  update (self);
}

/**
 * winerror_row_get_result:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
WinerrorResult *
winerror_row_get_result (WinerrorRow *self)
{
  g_return_val_if_fail (WINERROR_IS_ROW (self), NULL);

  return self->result;
}
