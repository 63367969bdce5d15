// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-forms.h"

#include "winerror-explanation.h"
#include "winerror-flow-layout.h"
#include "winerror-gettext.h"
#include "winerror-tooltip.h"

/* NTSTATUS_FROM_WIN32() of ntdef.h: severity error, facility NTWIN32. */
#define NTSTATUS_WIN32 0xC0070000u

/* The forms that the number of a family has at the most. */
#define MAX_FORMS 5

/**
 * WinerrorForms:
 *
 * Short values in a compact grid, each with its title; a click on one, or Enter, copies it through
 * the action win.copy-text. They are the forms of a number, or the parts that it is made of.
 */
struct _WinerrorForms
{
  GtkWidget parent_instance;

  GPtrArray *tiles; /* of Tile; those that are not used are hidden */
  guint n_shown;
};

typedef struct
{
  GtkWidget *button; /* belongs to the widget tree, as do the labels */
  GtkLabel *title;
  GtkLabel *value;
} Tile;

typedef enum
{
  FORM_NONE,
  FORM_DECIMAL,
  FORM_HEX,
  FORM_SHORT_HEX,
  FORM_HRESULT,
  FORM_SIGNED,
  FORM_NTSTATUS,
} Form;

static const char *const titles[] = {
  [FORM_DECIMAL] = N_ ("Decimal"),
  [FORM_HEX] = N_ ("Hexadecimal"),
  /* Translators: a hexadecimal number without leading zeros */
  [FORM_SHORT_HEX] = N_ ("Short"),
  [FORM_HRESULT] = N_ ("HRESULT"),
  /* Translators: a 32-bit number that is read with its sign: -2147023570 */
  [FORM_SIGNED] = N_ ("Signed"),
  [FORM_NTSTATUS] = N_ ("NTSTATUS"),
};

/* Which forms a family has, those first that are met most. */
static const Form forms[WINERROR_N_FAMILIES][MAX_FORMS] = {
  [WINERROR_FAMILY_WIN32] = { FORM_DECIMAL, FORM_HEX, FORM_HRESULT, FORM_SIGNED, FORM_NTSTATUS },
  [WINERROR_FAMILY_HRESULT] = { FORM_HEX, FORM_SIGNED, FORM_DECIMAL },
  [WINERROR_FAMILY_NTSTATUS] = { FORM_HEX, FORM_SIGNED, FORM_DECIMAL, FORM_HRESULT },
  [WINERROR_FAMILY_INSTALLER] = { FORM_DECIMAL, FORM_HEX },
  [WINERROR_FAMILY_STOP] = { FORM_HEX, FORM_SHORT_HEX, FORM_DECIMAL },
  [WINERROR_FAMILY_DEVICE] = { FORM_DECIMAL, FORM_HEX },
  [WINERROR_FAMILY_RAS] = { FORM_DECIMAL, FORM_HEX },
  [WINERROR_FAMILY_RDP] = { FORM_HEX, FORM_DECIMAL },
};

G_DEFINE_FINAL_TYPE (WinerrorForms, winerror_forms, GTK_TYPE_WIDGET)

static char *
dup_form (WinerrorEntry *entry, Form form)
{
  WinerrorFamily family = winerror_entry_get_family (entry);
  guint32 code = winerror_entry_get_code (entry);

  switch (form)
    {
    case FORM_DECIMAL:
      return g_strdup_printf ("%u", code);
    case FORM_HEX:
      return winerror_family_format_hex (family, code);
    case FORM_SHORT_HEX:
      return g_strdup_printf ("0x%X", code);
    case FORM_HRESULT:
      return g_strdup_printf ("0x%08X", winerror_code_to_hresult (family, code));
    case FORM_SIGNED:
      /* a wide number as it is, another one as the HRESULT that it is met as */
      return g_strdup_printf ("%d", (gint32) (winerror_family_is_wide (family)
                                                  ? code
                                                  : winerror_code_to_hresult (family, code)));
    case FORM_NTSTATUS:
      return g_strdup_printf ("0x%08X", code != 0 ? NTSTATUS_WIN32 | code : 0);
    case FORM_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static Tile *
add_tile (WinerrorForms *self)
{
  Tile *tile = g_new0 (Tile, 1);
  GtkWidget *grid = gtk_grid_new ();
  /* the button says what it does */
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "edit-copy-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  tile->button = gtk_button_new ();
  tile->title = GTK_LABEL (new_label ("caption"));
  tile->value = GTK_LABEL (new_label ("monospace"));
  gtk_widget_add_css_class (GTK_WIDGET (tile->title), "dim-label");
  /* numbers run from left to right in every language, from the side where a line begins */
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    gtk_label_set_xalign (tile->value, 1);
  gtk_widget_set_direction (GTK_WIDGET (tile->value), GTK_TEXT_DIR_LTR);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (tile->title), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), icon, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (tile->value), 0, 1, 2, 1);
  gtk_button_set_child (GTK_BUTTON (tile->button), grid);
  gtk_button_set_has_frame (GTK_BUTTON (tile->button), FALSE);
  gtk_widget_add_css_class (tile->button, "tile");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (tile->button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (tile->button), "win.copy-text");
  gtk_widget_set_parent (tile->button, GTK_WIDGET (self));
  g_ptr_array_add (self->tiles, tile);
  return tile;
}

static void
show_value (WinerrorForms *self, const char *title, const char *value)
{
  Tile *tile = self->n_shown < self->tiles->len ? self->tiles->pdata[self->n_shown]
                                                : add_tile (self);
  g_autofree char *name = NULL;

  self->n_shown++;
  gtk_widget_set_visible (tile->button, TRUE);
  if (g_str_equal (gtk_label_get_text (tile->value), value) &&
      g_str_equal (gtk_label_get_text (tile->title), title))
    return;

  /* Translators: Copy Hexadecimal 0x52E; first the title, then the value */
  name = g_strdup_printf (_ ("Copy %s %s"), title, value);
  gtk_label_set_text (tile->title, title);
  gtk_label_set_text (tile->value, value);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (tile->button), "s", value);
  winerror_tooltip_set_text (tile->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
hide_others (WinerrorForms *self)
{
  for (guint i = self->n_shown; i < self->tiles->len; i++)
    gtk_widget_set_visible (((Tile *) self->tiles->pdata[i])->button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_shown > 0);
}

static void
winerror_forms_dispose (GObject *object)
{
  WinerrorForms *self = WINERROR_FORMS (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->tiles, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (winerror_forms_parent_class)->dispose (object);
}

static void
winerror_forms_finalize (GObject *object)
{
  g_ptr_array_unref (WINERROR_FORMS (object)->tiles);

  G_OBJECT_CLASS (winerror_forms_parent_class)->finalize (object);
}

static void
winerror_forms_class_init (WinerrorFormsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_forms_dispose;
  G_OBJECT_CLASS (klass)->finalize = winerror_forms_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, WINERROR_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
winerror_forms_init (WinerrorForms *self)
{
  self->tiles = g_ptr_array_new_with_free_func (g_free);
}

/**
 * winerror_forms_show:
 * @self: a grid of values
 * @entry: an entry
 *
 * Shows the number of an entry in every form in which it is met.
 */
void
winerror_forms_show (WinerrorForms *self, WinerrorEntry *entry)
{
  const Form *list;

  g_return_if_fail (WINERROR_IS_FORMS (self));
  g_return_if_fail (WINERROR_IS_ENTRY (entry));

  list = forms[winerror_entry_get_family (entry)];
  self->n_shown = 0;
  for (guint i = 0; i < MAX_FORMS && list[i] != FORM_NONE; i++)
    {
      g_autofree char *value = dup_form (entry, list[i]);

      show_value (self, _ (titles[list[i]]), value);
    }
  hide_others (self);
}

/**
 * winerror_forms_show_parts:
 * @self: a grid of values
 * @entry: an entry
 *
 * Shows what an HRESULT or NTSTATUS value is made of; hides the grid for other numbers.
 */
void
winerror_forms_show_parts (WinerrorForms *self, WinerrorEntry *entry)
{
  WinerrorFamily family;

  g_return_if_fail (WINERROR_IS_FORMS (self));
  g_return_if_fail (WINERROR_IS_ENTRY (entry));

  family = winerror_entry_get_family (entry);
  self->n_shown = 0;
  if (family == WINERROR_FAMILY_HRESULT || family == WINERROR_FAMILY_NTSTATUS)
    {
      WinerrorExplanationParts parts;
      g_autofree char *facility = NULL;
      g_autofree char *code = NULL;

      winerror_explanation_get_parts (family, winerror_entry_get_code (entry), &parts);
      facility = parts.facility_name != NULL
                     ? g_strdup_printf ("%u (%s)", parts.facility, parts.facility_name)
                     : g_strdup_printf ("%u", parts.facility);
      code = g_strdup_printf ("%u", parts.code);
      show_value (self, _ ("Severity"), winerror_severity_get_title (parts.severity));
      if (parts.customer)
        /* Translators: whose code an HRESULT or NTSTATUS value is: not one of Microsoft */
        show_value (self, _ ("Customer"), C_ ("customer", "a program’s own code"));
      show_value (self, _ ("Facility"), facility);
      show_value (self, _ ("Code"), code);
    }
  hide_others (self);
}
