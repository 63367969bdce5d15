// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-entry.h"

#include "winerror-code.h"

#include <glib/gi18n-lib.h>

/**
 * WinerrorEntry:
 *
 * One error code: its number, symbol and description. It never changes after loading.
 */
struct _WinerrorEntry
{
  GObject parent_instance;

  WinerrorTable *table;
  char *symbol;
  char *source_description;
  const char *description; /* gettext()'s, or source_description; made when first asked for */
  guint32 code;
};

enum
{
  PROP_0,
  PROP_CODE,
  PROP_HEX,
  PROP_HRESULT,
  PROP_HRESULT_SIGNED,
  PROP_SYMBOL,
  PROP_DESCRIPTION,
  PROP_SOURCE_DESCRIPTION,
  PROP_TRANSLATED,
  PROP_HEADER,
  PROP_REQUIREMENTS,
  PROP_URI,
  PROP_TABLE_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WinerrorEntry, winerror_entry, G_TYPE_OBJECT)

static void
winerror_entry_finalize (GObject *object)
{
  WinerrorEntry *self = WINERROR_ENTRY (object);

  g_clear_object (&self->table);
  g_free (self->symbol);
  g_free (self->source_description);

  G_OBJECT_CLASS (winerror_entry_parent_class)->finalize (object);
}

static void
winerror_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WinerrorEntry *self = WINERROR_ENTRY (object);
  const WinerrorTableInfo *info = winerror_table_get_info (self->table);

  switch (id)
    {
    case PROP_CODE:
      g_value_take_string (value, g_strdup_printf ("%u", self->code));
      break;
    case PROP_HEX:
      g_value_take_string (value, winerror_code_format_hex (self->code));
      break;
    case PROP_HRESULT:
      g_value_take_string (value, winerror_code_format_hresult (self->code));
      break;
    case PROP_HRESULT_SIGNED:
      g_value_take_string (value, winerror_code_format_signed (self->code));
      break;
    case PROP_SYMBOL:
      g_value_set_string (value, self->symbol);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, winerror_entry_get_description (self));
      break;
    case PROP_SOURCE_DESCRIPTION:
      g_value_set_string (value, self->source_description);
      break;
    case PROP_TRANSLATED:
      g_value_set_boolean (value, winerror_entry_is_translated (self));
      break;
    case PROP_HEADER:
      g_value_set_string (value, info->header);
      break;
    case PROP_REQUIREMENTS:
      g_value_take_string (value, winerror_table_dup_requirements (self->table));
      break;
    case PROP_URI:
      g_value_take_string (value, winerror_entry_dup_uri (self));
      break;
    case PROP_TABLE_TITLE:
      g_value_take_string (value, winerror_table_dup_title (self->table));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GParamSpec *
string_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
winerror_entry_class_init (WinerrorEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = winerror_entry_finalize;
  object_class->get_property = winerror_entry_get_property;

  /* Every value as it is shown and copied. */
  properties[PROP_CODE] = string_property ("code");
  properties[PROP_HEX] = string_property ("hex");
  properties[PROP_HRESULT] = string_property ("hresult");
  properties[PROP_HRESULT_SIGNED] = string_property ("hresult-signed");
  properties[PROP_SYMBOL] = string_property ("symbol");
  properties[PROP_DESCRIPTION] = string_property ("description");
  properties[PROP_SOURCE_DESCRIPTION] = string_property ("source-description");
  properties[PROP_TRANSLATED] = g_param_spec_boolean ("translated", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADER] = string_property ("header");
  properties[PROP_REQUIREMENTS] = string_property ("requirements");
  properties[PROP_URI] = string_property ("uri");
  properties[PROP_TABLE_TITLE] = string_property ("table-title");

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
winerror_entry_init (WinerrorEntry *self)
{
  (void) self;
}

/**
 * winerror_entry_new:
 * @table: the table that the entry belongs to
 * @code: its number
 * @symbol: its symbol: capitals, digits and underscores
 * @source_description: its description in English: clean text on one line, not empty
 *
 * Returns: (transfer full): an entry
 */
WinerrorEntry *
winerror_entry_new (WinerrorTable *table,
                    guint32 code,
                    const char *symbol,
                    const char *source_description)
{
  WinerrorEntry *self;

  g_return_val_if_fail (WINERROR_IS_TABLE (table), NULL);
  g_return_val_if_fail (symbol != NULL, NULL);
  g_return_val_if_fail (source_description != NULL && source_description[0] != '\0', NULL);

  self = g_object_new (WINERROR_TYPE_ENTRY, NULL);
  self->table = g_object_ref (table);
  self->code = code;
  self->symbol = g_strdup (symbol);
  self->source_description = g_strdup (source_description);
  return self;
}

/**
 * winerror_entry_get_table:
 * @self: an entry
 *
 * Returns: (transfer none): the table that it belongs to
 */
WinerrorTable *
winerror_entry_get_table (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  return self->table;
}

/**
 * winerror_entry_get_code:
 * @self: an entry
 *
 * Returns: its number
 */
guint32
winerror_entry_get_code (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), 0);

  return self->code;
}

/**
 * winerror_entry_get_symbol:
 * @self: an entry
 *
 * Returns: (transfer none): its symbol
 */
const char *
winerror_entry_get_symbol (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  return self->symbol;
}

/**
 * winerror_entry_get_source_description:
 * @self: an entry
 *
 * Returns: (transfer none): its description in English
 */
const char *
winerror_entry_get_source_description (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  return self->source_description;
}

/**
 * winerror_entry_get_description:
 * @self: an entry
 *
 * Returns: (transfer none): its description in the user's language, or in English where there is
 *   no translation
 */
const char *
winerror_entry_get_description (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  if (self->description == NULL)
    self->description = g_dgettext (GETTEXT_PACKAGE, self->source_description);
  return self->description;
}

/**
 * winerror_entry_is_translated:
 * @self: an entry
 *
 * Returns: whether the description in the user's language is another text than the English one
 */
gboolean
winerror_entry_is_translated (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), FALSE);

  return !g_str_equal (winerror_entry_get_description (self), self->source_description);
}

/**
 * winerror_entry_dup_uri:
 * @self: an entry
 *
 * Returns: (transfer full): the address of the entry on the documentation page of its table; the
 *   page has an anchor per symbol
 */
char *
winerror_entry_dup_uri (WinerrorEntry *self)
{
  g_autofree char *anchor = NULL;

  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  anchor = g_ascii_strdown (self->symbol, -1);
  return g_strconcat (winerror_table_get_info (self->table)->source_uri, "#", anchor, NULL);
}
