// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-entry.h"

#include "winerror-explanation.h"
#include "winerror-gettext.h"

/**
 * WinerrorEntry:
 *
 * One error code: its number, symbol and description; or a number that no table holds, with what
 * can be said of it. It never changes after loading.
 */
struct _WinerrorEntry
{
  GObject parent_instance;

  WinerrorTable *table; /* NULL where no table holds it */
  WinerrorFamily family;
  WinerrorEntryInfo info;
  gboolean borrowed;       /* the strings of info are the table's */
  const char *description; /* gettext()'s, or that of info; made when first asked for */
  WinerrorCode reading;    /* without a table: the number */
  char *explanation;       /* without a table */
  WinerrorNoteBook *notes; /* NULL where there are none */
};

enum
{
  PROP_0,
  PROP_CODE,
  PROP_NUMBER,
  PROP_HEX,
  PROP_HRESULT,
  PROP_HRESULT_SIGNED,
  PROP_FAMILY,
  PROP_SYMBOL,
  PROP_DESCRIPTION,
  PROP_SOURCE_DESCRIPTION,
  PROP_EXPLANATION,
  PROP_TRANSLATED,
  PROP_HEADER,
  PROP_REQUIREMENTS,
  PROP_URI,
  PROP_TABLE_TITLE,
  PROP_AUTHOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WinerrorEntry, winerror_entry, G_TYPE_OBJECT)

static void
winerror_entry_finalize (GObject *object)
{
  WinerrorEntry *self = WINERROR_ENTRY (object);

  if (!self->borrowed)
    {
      g_free ((char *) self->info.symbol);
      g_free ((char *) self->info.aliases);
      g_free ((char *) self->info.description);
    }
  g_free (self->explanation);
  g_clear_pointer (&self->notes, winerror_note_book_unref);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (winerror_entry_parent_class)->finalize (object);
}

static guint32
get_hresult (WinerrorEntry *self)
{
  return winerror_code_to_hresult (self->family, self->info.code);
}

static void
winerror_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WinerrorEntry *self = WINERROR_ENTRY (object);

  switch (id)
    {
    case PROP_CODE:
      g_value_take_string (value, g_strdup_printf ("%u", self->info.code));
      break;
    case PROP_NUMBER:
      g_value_take_string (value, winerror_entry_dup_number (self));
      break;
    case PROP_HEX:
      g_value_take_string (value, winerror_family_format_hex (self->family, self->info.code));
      break;
    case PROP_HRESULT:
      g_value_take_string (value, g_strdup_printf ("0x%08X", get_hresult (self)));
      break;
    case PROP_HRESULT_SIGNED:
      g_value_take_string (value, g_strdup_printf ("%d", (gint32) get_hresult (self)));
      break;
    case PROP_FAMILY:
      g_value_set_string (value, winerror_family_get_title (self->family));
      break;
    case PROP_SYMBOL:
      g_value_set_string (value, self->info.symbol);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, winerror_entry_get_description (self));
      break;
    case PROP_SOURCE_DESCRIPTION:
      g_value_set_string (value, self->info.description);
      break;
    case PROP_EXPLANATION:
      g_value_set_string (value, winerror_entry_get_explanation (self));
      break;
    case PROP_TRANSLATED:
      g_value_set_boolean (value, winerror_entry_is_translated (self));
      break;
    case PROP_HEADER:
      if (self->table != NULL)
        g_value_set_string (value, winerror_table_get_info (self->table)->header);
      break;
    case PROP_REQUIREMENTS:
      if (self->table != NULL)
        g_value_take_string (value, winerror_table_dup_requirements (self->table));
      break;
    case PROP_URI:
      g_value_take_string (value, winerror_entry_dup_uri (self));
      break;
    case PROP_TABLE_TITLE:
      if (self->table != NULL)
        g_value_take_string (value, winerror_table_dup_title (self->table));
      break;
    case PROP_AUTHOR:
      if (self->info.description != NULL)
        {
          const WinerrorTableInfo *info = winerror_table_get_info (self->table);

          /* a file that was imported, and says no more of itself */
          if (info->license_holder == NULL)
            g_value_set_string (value, info->source_file);
          else
            g_value_take_string (value, g_strdup_printf ("%s (%s)", info->license_holder,
                                                         info->license_id));
        }
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
  properties[PROP_NUMBER] = string_property ("number");
  properties[PROP_HEX] = string_property ("hex");
  properties[PROP_HRESULT] = string_property ("hresult");
  properties[PROP_HRESULT_SIGNED] = string_property ("hresult-signed");
  properties[PROP_FAMILY] = string_property ("family");
  properties[PROP_SYMBOL] = string_property ("symbol");
  properties[PROP_DESCRIPTION] = string_property ("description");
  properties[PROP_SOURCE_DESCRIPTION] = string_property ("source-description");
  properties[PROP_EXPLANATION] = string_property ("explanation");
  properties[PROP_TRANSLATED] = g_param_spec_boolean ("translated", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADER] = string_property ("header");
  properties[PROP_REQUIREMENTS] = string_property ("requirements");
  properties[PROP_URI] = string_property ("uri");
  properties[PROP_TABLE_TITLE] = string_property ("table-title");
  properties[PROP_AUTHOR] = string_property ("author");

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
winerror_entry_init (WinerrorEntry *self)
{
  (void) self;
}

/**
 * winerror_entry_new_borrowed:
 * @table: the table that the entry belongs to
 * @info: what it says about the entry, in strings that live as long as @table
 *
 * Returns: (transfer full): an entry
 */
WinerrorEntry *
winerror_entry_new_borrowed (WinerrorTable *table, const WinerrorEntryInfo *info)
{
  WinerrorEntry *self;

  g_return_val_if_fail (WINERROR_IS_TABLE (table), NULL);
  g_return_val_if_fail (info != NULL, NULL);
  g_return_val_if_fail (info->symbol != NULL || info->description != NULL, NULL);

  self = g_object_new (WINERROR_TYPE_ENTRY, NULL);
  self->table = g_object_ref (table);
  self->family = winerror_table_get_info (table)->family;
  self->info = *info;
  self->borrowed = TRUE;
  return self;
}

/**
 * winerror_entry_new_from_info:
 * @table: the table that the entry belongs to
 * @info: what it says about the entry
 *
 * Returns: (transfer full): an entry with strings of its own
 */
WinerrorEntry *
winerror_entry_new_from_info (WinerrorTable *table, const WinerrorEntryInfo *info)
{
  WinerrorEntry *self = winerror_entry_new_borrowed (table, info);

  g_return_val_if_fail (self != NULL, NULL);

  self->info.symbol = g_strdup (info->symbol);
  self->info.aliases = g_strdup (info->aliases);
  self->info.description = g_strdup (info->description);
  self->borrowed = FALSE;
  return self;
}

/**
 * winerror_entry_new:
 * @table: the table that the entry belongs to
 * @code: its number
 * @symbol: its symbol
 * @source_description: its description in English
 *
 * Returns: (transfer full): an entry: see #WinerrorEntryInfo
 */
WinerrorEntry *
winerror_entry_new (WinerrorTable *table,
                    guint32 code,
                    const char *symbol,
                    const char *source_description)
{
  const WinerrorEntryInfo info = {
    .code = code,
    .symbol = symbol,
    .description = source_description,
  };

  return winerror_entry_new_from_info (table, &info);
}

/**
 * winerror_entry_new_unlisted:
 * @code: a reading of a number
 *
 * Returns: (transfer full): an entry for a number that no table holds: without symbol and
 *   description, with an explanation
 */
WinerrorEntry *
winerror_entry_new_unlisted (const WinerrorCode *code)
{
  WinerrorEntry *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_object_new (WINERROR_TYPE_ENTRY, NULL);
  self->family = code->family;
  self->info.code = code->code;
  self->reading = *code;
  self->explanation = winerror_code_explain (code);
  return self;
}

/**
 * winerror_entry_set_notes:
 * @self: an entry that nobody has seen yet
 * @notes: the notes of its catalog
 */
void
winerror_entry_set_notes (WinerrorEntry *self, WinerrorNoteBook *notes)
{
  g_return_if_fail (WINERROR_IS_ENTRY (self));
  g_return_if_fail (notes != NULL && self->notes == NULL);

  self->notes = winerror_note_book_ref (notes);
}

/**
 * winerror_entry_get_notes:
 * @self: an entry
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): what help desks themselves say about it, the user's
 * own note first
 */
const WinerrorNote *const *
winerror_entry_get_notes (WinerrorEntry *self, guint *n)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  *n = 0;
  return self->notes != NULL
             ? winerror_note_book_lookup (self->notes, self->family, self->info.code, n)
             : NULL;
}

/**
 * winerror_entry_is_own:
 * @self: an entry
 *
 * Returns: whether its description is of a table of a user, of a share or of the system: such are
 *   shown as they are, in any language
 */
gboolean
winerror_entry_is_own (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), FALSE);

  return self->table != NULL &&
         winerror_table_get_info (self->table)->origin != WINERROR_TABLE_ORIGIN_BUILT_IN;
}

/**
 * winerror_entry_get_table:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the table that it belongs to; %NULL where no table holds it
 */
WinerrorTable *
winerror_entry_get_table (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  return self->table;
}

/**
 * winerror_entry_get_family:
 * @self: an entry
 *
 * Returns: the number space of its code
 */
WinerrorFamily
winerror_entry_get_family (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), WINERROR_FAMILY_WIN32);

  return self->family;
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

  return self->info.code;
}

/**
 * winerror_entry_get_info:
 * @self: an entry
 *
 * Returns: (transfer none): what its table says about it
 */
const WinerrorEntryInfo *
winerror_entry_get_info (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  return &self->info;
}

/**
 * winerror_entry_get_symbol:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): its symbol
 */
const char *
winerror_entry_get_symbol (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  return self->info.symbol;
}

/**
 * winerror_entry_get_source_description:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): its description in English
 */
const char *
winerror_entry_get_source_description (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  return self->info.description;
}

/**
 * winerror_entry_get_description:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): its description in the user's language, or in English where
 *   there is no translation; %NULL where it has none
 */
const char *
winerror_entry_get_description (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  if (self->description == NULL && self->info.description != NULL)
    self->description = winerror_entry_is_own (self) ? self->info.description
                                                     : winerror_gettext (self->info.description);
  return self->description;
}

/**
 * winerror_entry_get_explanation:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): what can be said of a number that no table holds, in the
 *   user's language, one to three lines; %NULL for all others
 */
const char *
winerror_entry_get_explanation (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  return self->explanation;
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

  return g_strcmp0 (winerror_entry_get_description (self), self->info.description) != 0;
}

/**
 * winerror_entry_dup_number:
 * @self: an entry
 *
 * Returns: (transfer full): its number as its family writes it first: 1326, 0x80240024
 */
char *
winerror_entry_dup_number (WinerrorEntry *self)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  return winerror_family_format (self->family, self->info.code);
}

/**
 * winerror_entry_dup_title:
 * @self: an entry
 *
 * Returns: (transfer full): its number and symbol on one line, with what the number is called in
 * the small families: 1326 (0x52E) ERROR_LOGON_FAILURE, Device Manager code 10 CM_PROB_FAILED_START
 */
char *
winerror_entry_dup_title (WinerrorEntry *self)
{
  g_autofree char *number = NULL;
  GString *title;

  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  number = winerror_entry_dup_number (self);
  title = g_string_new (NULL);
  if (winerror_family_is_small (self->family))
    g_string_append_printf (title, "%s ", winerror_family_get_title (self->family));
  g_string_append (title, number);
  if (self->family == WINERROR_FAMILY_WIN32)
    g_string_append_printf (title, " (0x%X)", self->info.code);
  if (self->info.symbol != NULL)
    g_string_append_printf (title, " %s", self->info.symbol);
  return g_string_free (title, FALSE);
}

/**
 * winerror_entry_dup_key:
 * @self: an entry
 *
 * Returns: (transfer full): what names the entry for good, in settings and for other programs:
 *   win32:1326, hresult:0x80240024; winerror_code_parse() reads it
 */
char *
winerror_entry_dup_key (WinerrorEntry *self)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  number = winerror_entry_dup_number (self);
  return g_strconcat (winerror_family_get_name (self->family), ":", number, NULL);
}

/**
 * winerror_entry_dup_uri:
 * @self: an entry
 *
 * Returns: (transfer full) (nullable): the address of the entry on the documentation page of its
 *   table, with the anchor of its symbol where the page has such; %NULL where the table names no
 *   page; of a number that no table holds that of the page for its kind
 */
char *
winerror_entry_dup_uri (WinerrorEntry *self)
{
  const WinerrorTableInfo *info;
  g_autofree char *anchor = NULL;

  g_return_val_if_fail (WINERROR_IS_ENTRY (self), NULL);

  if (self->table == NULL)
    return winerror_code_dup_uri (&self->reading);
  info = winerror_table_get_info (self->table);
  if (info->source_uri == NULL || !info->has_anchors || self->info.symbol == NULL)
    return g_strdup (info->source_uri);
  anchor = g_ascii_strdown (self->info.symbol, -1);
  return g_strconcat (info->source_uri, "#", anchor, NULL);
}

/**
 * winerror_entry_is_same_code:
 * @self: (nullable): an entry
 * @other: (nullable): another one
 *
 * Returns: whether both are about the same code, in other tables maybe
 */
gboolean
winerror_entry_is_same_code (WinerrorEntry *self, WinerrorEntry *other)
{
  return self != NULL && other != NULL &&
         winerror_entry_get_family (self) == winerror_entry_get_family (other) &&
         winerror_entry_get_code (self) == winerror_entry_get_code (other);
}
