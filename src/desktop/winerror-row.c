// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-row.h"

#include "winerror-code.h"
#include "winerror-direction.h"
#include "winerror-gettext.h"
#include "winerror-highlight.h"

#include <string.h>

/* How strongly the hexadecimal code shows beside the decimal one, of 65535: on the selected row too
 * with a contrast of 4.5 to 1. */
#define HEX_ALPHA 57000

/* How many letters tell how high a line is. */
#define N_SAMPLE 8

/**
 * WinerrorRow:
 *
 * A result in the list: code, hex and symbol on one line, the description below; above them the
 * title of a section that begins with it. Inscriptions, not labels: a list view builds some 200
 * rows whatever is visible.
 */
struct _WinerrorRow
{
  GtkWidget parent_instance;

  GtkInscription *section; /* NULL until the row is the first of a section */
  GtkInscription *heading;
  GtkInscription *description;
  WinerrorResult *result;
  gulong handler; /* of the result */
};

G_DEFINE_FINAL_TYPE (WinerrorRow, winerror_row, GTK_TYPE_WIDGET)

/* What a number of a small family is: other numbers speak for themselves. */
static char *
dup_family (WinerrorEntry *entry)
{
  WinerrorFamily family = winerror_entry_get_family (entry);

  return winerror_family_is_small (family) ? g_strdup (winerror_family_get_title (family)) : NULL;
}

/* How often logs have the code of a result; NULL where none is shown. */
static char *
dup_count (WinerrorResult *result)
{
  const WinerrorLogCode *code = winerror_result_get_code (result);

  return code != NULL ? g_strdup_printf ("%" G_GUINT64_FORMAT "×", code->count) : NULL;
}

/* Where a code stands first, and where last. */
static char *
dup_places (WinerrorResult *result, const WinerrorLogCode *code)
{
  g_autofree char *first = winerror_result_dup_place (result, &code->first);
  g_autofree char *last = winerror_result_dup_place (result, &code->last);

  if (strchr (first, ':') != NULL)
    return code->count == 1 ? g_steal_pointer (&first) : g_strdup_printf ("%s – %s", first, last);
  if (code->count == 1)
    /* Translators: the number of a line of a log */
    return g_strdup_printf (C_ ("mark", "line %s"), first);
  /* Translators: the numbers of the first and the last line of a log that have a code */
  return g_strdup_printf (C_ ("mark", "lines %s–%s"), first, last);
}

/* What stands after the symbol: where the entry stands in logs, or the language that matched. NULL
 * where there is nothing to say. */
static char *
dup_mark (WinerrorResult *result)
{
  const WinerrorLogCode *code = winerror_result_get_code (result);
  WinerrorLanguage *language = winerror_result_get_language (result);

  if (code != NULL)
    return dup_places (result, code);
  if (language != NULL)
    return g_strdup (winerror_language_get_name (language));
  return NULL;
}

/* Why the entry is in the list: what the title of its section says to those who see it. */
static const char *
get_reason (WinerrorResult *result)
{
  switch (winerror_result_get_rank (result))
    {
    case WINERROR_RANK_PINNED:
      return C_ ("mark", "pinned");
    case WINERROR_RANK_RECENT:
      return C_ ("mark", "recent");
    default:
      return NULL;
    }
}

static const char *
get_section_title (WinerrorResult *result)
{
  switch (winerror_result_get_rank (result))
    {
    case WINERROR_RANK_PINNED:
      return C_ ("section", "Pinned");
    case WINERROR_RANK_RECENT:
      return C_ ("section", "Recent");
    default:
      return C_ ("section", "All");
    }
}

/* What is said of the entry: the line of a log, the description, else what its number is made of.
 */
static const char *
get_description (WinerrorResult *result)
{
  WinerrorEntry *entry = winerror_result_get_entry (result);
  const WinerrorLogLine *line = winerror_result_get_line (result);
  const char *description;

  if (line != NULL)
    return line->text;
  description = winerror_result_get_description (result);
  if (description == NULL)
    description = winerror_entry_get_explanation (entry);
  return description != NULL ? description : "";
}

/* Adds a part of the heading, with a gap before it; tells where it stands. In languages that run
 * from right to left the parts do so too, and each of them has its own direction: it is isolated,
 * as UAX #9 has it. */
static void
append_part (GString *heading, const char *gap, const char *part, gsize *start, gsize *end)
{
  gboolean right_to_left = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  if (heading->len > 0)
    g_string_append (heading, gap);
  else if (right_to_left)
    winerror_direction_begin_from_right (heading);
  *start = heading->len;
  if (right_to_left)
    *start = winerror_direction_append_part (heading, part, -1);
  else
    g_string_append (heading, part);
  *end = *start + strlen (part);
}

static gboolean
is_latin (const char *text)
{
  while (text[0] != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_LATIN;
}

/* What is written from left to right begins at the same side as what is not. */
static void
set_side (GtkInscription *line, const char *text)
{
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    gtk_inscription_set_xalign (line, is_latin (text) ? 1 : 0);
}

/* The first letter of another script than Latin; the end of the text where there is none. */
static const char *
find_foreign (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

      if (script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_COMMON &&
          script != G_UNICODE_SCRIPT_INHERITED)
        break;
    }
  return text;
}

/* The language of what is said of the entry; NULL where it is that of the program. */
static PangoLanguage *
find_language (WinerrorResult *result)
{
  WinerrorLanguage *language = winerror_result_get_shown_language (result);

  return language != NULL ? pango_language_from_string (winerror_language_get_id (language)) : NULL;
}

/* Fonts for other scripts may be higher than those for the language of the program: what an
 * inscription has no room for is cut off. A few letters tell which font it is. */
static void
set_height (WinerrorRow *self, GtkInscription *line, PangoLanguage *language)
{
  const char *foreign = find_foreign (gtk_inscription_get_text (line));
  g_autofree char *letters = NULL;
  g_autofree char *sample = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int height = -1;

  if (*foreign != '\0')
    {
      letters = g_utf8_substring (foreign, 0, MIN (g_utf8_strlen (foreign, 80), N_SAMPLE));
      sample = g_strconcat ("x", letters, NULL);
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), sample);
      if (language != NULL)
        {
          g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

          pango_attr_list_insert (attributes, pango_attr_language_new (language));
          pango_layout_set_attributes (layout, attributes);
        }
      pango_layout_get_pixel_size (layout, NULL, &height);
    }
  gtk_widget_set_size_request (GTK_WIDGET (line), -1, height);
}

static void
update_heights (WinerrorRow *self)
{
  set_height (self, self->heading, NULL);
  set_height (self, self->description, find_language (self->result));
  if (self->section != NULL)
    set_height (self, self->section, NULL);
}

static void
update_heading (WinerrorRow *self)
{
  WinerrorEntry *entry = winerror_result_get_entry (self->result);
  const char *symbol = winerror_entry_get_symbol (entry);
  gboolean has_hex = winerror_entry_get_family (entry) == WINERROR_FAMILY_WIN32;
  g_autofree char *number = winerror_entry_dup_number (entry);
  g_autofree char *count = dup_count (self->result);
  g_autofree char *mark = dup_mark (self->result);
  g_autofree char *family = dup_family (entry);
  g_autoptr (GString) heading = g_string_new (NULL);
  g_autoptr (GArray)
      ranges = winerror_result_find_ranges (self->result, symbol != NULL ? symbol : "");
  g_autoptr (PangoAttrList) attributes = NULL;
  gsize number_start;
  gsize number_end;
  gsize hex_start = 0;
  gsize hex_end = 0;
  gsize count_start = 0;
  gsize count_end = 0;
  gsize symbol_start = 0;
  gsize symbol_end = 0;
  gsize end_start;
  gsize start;
  gsize end;

  append_part (heading, "", number, &number_start, &number_end);
  if (has_hex)
    {
      g_autofree char *hex = winerror_family_format_hex (WINERROR_FAMILY_WIN32,
                                                         winerror_entry_get_code (entry));

      append_part (heading, "  ", hex, &hex_start, &hex_end);
    }
  /* before the symbol, which may find no room */
  if (count != NULL)
    append_part (heading, "  ", count, &count_start, &count_end);
  if (symbol != NULL)
    append_part (heading, "  ", symbol, &symbol_start, &symbol_end);
  end_start = heading->len;
  /* a number of a log may be a code of several families, too */
  if (family != NULL)
    append_part (heading, "  · ", family, &start, &end);
  if (mark != NULL)
    append_part (heading, "  · ", mark, &start, &end);

  attributes = winerror_highlight_new (ranges, symbol_start);
  winerror_highlight_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), number_start,
                             number_end);
  if (count != NULL)
    winerror_highlight_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), count_start,
                               count_end);
  if (has_hex)
    winerror_highlight_insert (attributes, pango_attr_foreground_alpha_new (HEX_ALPHA), hex_start,
                               hex_end);
  if (heading->len > end_start)
    winerror_highlight_insert (attributes, pango_attr_foreground_alpha_new (HEX_ALPHA), end_start,
                               heading->len);
  gtk_inscription_set_text (self->heading, heading->str);
  gtk_inscription_set_attributes (self->heading, attributes);
}

static void
update_description (WinerrorRow *self, const char *description)
{
  g_autoptr (GArray) ranges = winerror_result_find_ranges (self->result, description);
  PangoLanguage *language = find_language (self->result);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (ranges->len > 0 || language != NULL)
    attributes = winerror_highlight_new (ranges, 0);
  if (language != NULL)
    winerror_highlight_insert (attributes, pango_attr_language_new (language), 0, G_MAXUINT);
  gtk_inscription_set_text (self->description, description);
  gtk_inscription_set_attributes (self->description, attributes);
  set_side (self->description, description);
}

static void
update_accessible_name (WinerrorRow *self, const char *description)
{
  WinerrorEntry *entry = winerror_result_get_entry (self->result);
  const WinerrorLogCode *code = winerror_result_get_code (self->result);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *title = winerror_entry_dup_title (entry);
  g_autofree char *count = code != NULL && code->count > 1 ? dup_count (self->result) : NULL;
  g_autofree char *mark = dup_mark (self->result);
  g_autofree char *name = g_strjoin (", ", title, description,
                                     mark != NULL ? mark : get_reason (self->result), count, NULL);

  /* the focus goes to the list item around the row */
  gtk_accessible_update_property (GTK_ACCESSIBLE (item != NULL ? item : GTK_WIDGET (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The title is made when it is first needed: few rows begin a section. */
static void
update_section (WinerrorRow *self)
{
  gboolean begins = winerror_result_begins_section (self->result);

  if (begins && self->section == NULL)
    {
      /* the name of each row says it: see get_reason() */
      self->section = g_object_new (GTK_TYPE_INSCRIPTION, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, "css-classes",
                                    (const char *const[]){ "section", NULL }, NULL);
      gtk_widget_insert_before (GTK_WIDGET (self->section), GTK_WIDGET (self),
                                GTK_WIDGET (self->heading));
    }
  if (self->section == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->section), begins);
  if (begins)
    {
      gtk_inscription_set_text (self->section, get_section_title (self->result));
      gtk_inscription_set_xalign (self->section,
                                  gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL &&
                                          is_latin (get_section_title (self->result))
                                      ? 1
                                      : 0);
    }
}

static void
update (WinerrorRow *self)
{
  const char *description = get_description (self->result);

  update_section (self);
  update_heading (self);
  update_description (self, description);
  update_heights (self);
  update_accessible_name (self, description);
}

static void
remove_line (GtkInscription **line)
{
  if (*line == NULL)
    return;
  /* up to GTK 4.8 it does not let go of them by itself */
  gtk_inscription_set_attributes (*line, NULL);
  gtk_widget_unparent (GTK_WIDGET (*line));
  *line = NULL;
}

/* The fonts may be others. */
static void
winerror_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  WinerrorRow *self = WINERROR_ROW (widget);

  GTK_WIDGET_CLASS (winerror_row_parent_class)->css_changed (widget, change);
  if (self->result != NULL)
    update_heights (self);
}

static void
winerror_row_dispose (GObject *object)
{
  WinerrorRow *self = WINERROR_ROW (object);

  winerror_row_set_result (self, NULL);
  remove_line (&self->section);
  remove_line (&self->heading);
  remove_line (&self->description);

  G_OBJECT_CLASS (winerror_row_parent_class)->dispose (object);
}

static void
winerror_row_class_init (WinerrorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_row_dispose;
  widget_class->css_changed = winerror_row_css_changed;

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

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, winerror_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  winerror_row_set_result (WINERROR_ROW (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  winerror_row_set_result (WINERROR_ROW (gtk_list_item_get_child (item)), NULL);
}

/**
 * winerror_row_factory_new:
 *
 * Returns: (transfer full): what makes the rows of a list view
 */
GtkListItemFactory *
winerror_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/**
 * winerror_row_pick:
 * @list_view: a list view with rows
 * @x: a point of it
 * @y: a point of it
 *
 * Returns: (transfer none) (nullable): the row that is there
 */
WinerrorRow *
winerror_row_pick (GtkListView *list_view, double x, double y)
{
  GtkWidget *widget;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list_view), NULL);

  widget = gtk_widget_pick (GTK_WIDGET (list_view), x, y, GTK_PICK_DEFAULT);
  while (widget != NULL && !WINERROR_IS_ROW (widget) && widget != GTK_WIDGET (list_view))
    {
      /* beside the row proper, inside its list item */
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (WINERROR_IS_ROW (child))
        return WINERROR_ROW (child);
      widget = gtk_widget_get_parent (widget);
    }
  return WINERROR_IS_ROW (widget) ? WINERROR_ROW (widget) : NULL;
}

/**
 * winerror_row_find_plain:
 * @list_view: a list view with rows
 *
 * Returns: (transfer none) (nullable): a list item without the title of a section; %NULL where
 * there are no rows
 */
GtkWidget *
winerror_row_find_plain (GtkListView *list_view)
{
  GtkWidget *item;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list_view), NULL);

  for (item = gtk_widget_get_first_child (GTK_WIDGET (list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (!WINERROR_IS_ROW (row) || WINERROR_ROW (row)->section == NULL ||
          !gtk_widget_get_visible (GTK_WIDGET (WINERROR_ROW (row)->section)))
        break;
    }
  return item;
}

/**
 * winerror_row_find:
 * @list_view: a list view with rows
 * @result: a result
 *
 * Returns: (transfer none) (nullable): the row that shows it; %NULL where none does at present
 */
WinerrorRow *
winerror_row_find (GtkListView *list_view, WinerrorResult *result)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list_view), NULL);
  g_return_val_if_fail (WINERROR_IS_RESULT (result), NULL);

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (WINERROR_IS_ROW (row) && WINERROR_ROW (row)->result == result)
        return WINERROR_ROW (row);
    }
  return NULL;
}
