// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What tables and notes of users, shares and the system add to a catalog. */

#include "winerror-catalog-private.h"

void
winerror_catalog_clear_own (WinerrorCatalog *self)
{
  for (guint i = 0; self->noted != NULL && i < self->noted->len; i++)
    g_clear_object (&g_array_index (self->noted, WinerrorCatalogNoted, i).entry);
  g_clear_pointer (&self->noted, g_array_unref);
  for (guint i = 0; i < WINERROR_N_FAMILIES; i++)
    g_clear_object (&self->noted_tables[i]);
  g_clear_pointer (&self->notes, winerror_note_book_unref);
  g_clear_pointer (&self->overrides, g_hash_table_unref);
}

static WinerrorCatalogPart *
get_part (WinerrorCatalog *self, guint part)
{
  return &g_array_index (self->parts, WinerrorCatalogPart, part);
}

/* Whether the description at a position is one of the built-in tables, or there is none. */
static gboolean
can_describe (WinerrorCatalog *self, guint position)
{
  WinerrorEntryInfo info;
  WinerrorTable *table = winerror_catalog_get_info (self, position, &info);

  return info.description == NULL ||
         winerror_table_get_info (table)->origin == WINERROR_TABLE_ORIGIN_BUILT_IN;
}

static void
override (WinerrorCatalog *self, guint position, guint part, guint row)
{
  WinerrorCatalogPart *first = winerror_catalog_find_part (self, position);
  WinerrorCatalogOverride *value = g_new (WinerrorCatalogOverride, 1);

  if (self->overrides == NULL)
    self->overrides = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  *value = (WinerrorCatalogOverride){ .part = part, .row = row };
  g_hash_table_insert (self->overrides, GUINT_TO_POINTER (position), value);
  /* one that was made before has another description */
  g_clear_object (&first->entries[position - first->first]);
}

/**
 * winerror_catalog_add_own:
 * @self: a catalog that no search uses yet, without notes
 * @tables: tables of a user, of a share or of the system; they may be shared between catalogs
 *
 * Adds own tables after the built-in ones. What others are added before counts more: the
 * description of the first own table that has one stands in place of the built-in one; a symbol of
 * a table that was there before stays, and those of @tables are further ones.
 */
void
winerror_catalog_add_own (WinerrorCatalog *self, WinerrorCompiledTables *tables)
{
  g_autoptr (GArray) again = NULL;
  WinerrorCatalogPart part = { .tables = tables };
  guint n, number;

  g_return_if_fail (WINERROR_IS_CATALOG (self));
  g_return_if_fail (self->notes == NULL);

  n = winerror_compiled_tables_get_n_entries (tables);
  winerror_compiled_tables_ref (tables);
  part.first = self->n_entries;
  part.rows = g_new (guint32, n + 1);
  part.positions = g_new (guint32, n + 1);
  again = g_array_new (FALSE, FALSE, sizeof (guint));
  number = self->parts->len;
  for (guint i = 0; i < n; i++)
    {
      WinerrorEntryInfo info;
      WinerrorTable *table = winerror_compiled_tables_get_entry (tables, i, &info);

      self->max_own_met = MAX (self->max_own_met, info.met);
      if (winerror_catalog_lookup_code (self, winerror_table_get_info (table)->family, info.code,
                                        &part.positions[i]))
        {
          g_array_append_val (again, i);
          continue;
        }
      part.positions[i] = part.first + part.n;
      part.rows[part.n++] = i;
    }
  for (guint i = 0; i < winerror_compiled_tables_get_n_tables (tables); i++)
    g_ptr_array_add (self->tables, g_object_ref (winerror_compiled_tables_get_table (tables, i)));
  part.entries = g_new0 (WinerrorEntry *, part.n + 1);
  self->n_entries += part.n;
  g_array_append_val (self->parts, part);

  for (guint i = 0; i < again->len; i++)
    {
      guint row = g_array_index (again, guint, i);
      WinerrorEntryInfo info;

      winerror_compiled_tables_get_entry (tables, row, &info);
      if (can_describe (self, part.positions[row]))
        override (self, part.positions[row], number, row);
    }
}

/* What an own table says about an entry of an earlier one. NULL where none does. */
WinerrorTable *
winerror_catalog_override_info (WinerrorCatalog *self, guint position, WinerrorEntryInfo *info)
{
  const WinerrorCatalogOverride *found;
  WinerrorEntryInfo own;
  WinerrorTable *table;

  if (self->overrides == NULL)
    return NULL;
  found = g_hash_table_lookup (self->overrides, GUINT_TO_POINTER (position));
  if (found == NULL)
    return NULL;
  table = winerror_compiled_tables_get_entry (get_part (self, found->part)->tables, found->row,
                                              &own);
  if (info->symbol == NULL)
    info->symbol = own.symbol;
  if (own.description != NULL)
    info->description = own.description;
  if (info->win32 == 0)
    info->win32 = own.win32;
  info->met = MAX (info->met, own.met);
  return own.description != NULL ? table : NULL;
}

/**
 * winerror_catalog_is_own:
 * @self: a catalog
 * @position: a position below winerror_catalog_get_n_entries()
 * @met: how often an entry may be met
 * @family: (out): the family of the entry
 *
 * Asks what needs no look at the entry: there may be a million, and memory is slow.
 *
 * Returns: whether an own table was the first to hold the entry, and it is certain that no table
 *   says that it is met more often than @met; %FALSE where it is not certain
 */
gboolean
winerror_catalog_is_own (WinerrorCatalog *self, guint position, guint met, WinerrorFamily *family)
{
  const WinerrorCatalogPart *part;

  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (position < self->n_entries, FALSE);

  if (self->max_own_met > met || (self->noted != NULL && position >= self->first_noted))
    return FALSE;
  part = winerror_catalog_find_part (self, position);
  if (part->positions == NULL || winerror_compiled_tables_get_n_tables (part->tables) != 1)
    return FALSE;
  *family = winerror_table_get_info (winerror_compiled_tables_get_table (part->tables, 0))->family;
  return TRUE;
}

/**
 * winerror_catalog_foreach_own:
 * @self: a catalog
 * @func: (scope call): what to tell of the texts
 * @user_data: what to hand to @func
 *
 * Goes through what the own tables say, as far as it is shown.
 */
void
winerror_catalog_foreach_own (WinerrorCatalog *self, WinerrorOwnTextFunc func, gpointer user_data)
{
  g_return_if_fail (WINERROR_IS_CATALOG (self));
  g_return_if_fail (func != NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const WinerrorCatalogPart *part = get_part (self, i);

      if (part->positions == NULL)
        continue;
      for (guint j = 0; j < winerror_compiled_tables_get_n_entries (part->tables); j++)
        {
          WinerrorEntryInfo own;
          WinerrorEntryInfo shown;

          winerror_compiled_tables_get_entry (part->tables, j, &own);
          winerror_catalog_get_info (self, part->positions[j], &shown);
          if (own.symbol != NULL)
            func (part->positions[j], own.symbol, TRUE, user_data);
          if (own.description != NULL && shown.description == own.description)
            func (part->positions[j], own.description, FALSE, user_data);
        }
    }
}

/**
 * winerror_catalog_foreach_note:
 * @self: a catalog
 * @func: (scope call): what to tell of the texts
 * @user_data: what to hand to @func
 *
 * Goes through the notes.
 */
void
winerror_catalog_foreach_note (WinerrorCatalog *self, WinerrorOwnTextFunc func, gpointer user_data)
{
  const WinerrorNote *const *notes = NULL;
  guint n_notes = 0;

  g_return_if_fail (WINERROR_IS_CATALOG (self));
  g_return_if_fail (func != NULL);

  if (self->notes != NULL)
    notes = winerror_note_book_get_all (self->notes, &n_notes);
  for (guint i = 0; i < n_notes; i++)
    {
      guint position;

      if (winerror_catalog_lookup_code (self, notes[i]->family, notes[i]->code, &position))
        func (position, notes[i]->text, FALSE, user_data);
    }
}

/**
 * winerror_catalog_has_own:
 * @self: a catalog
 *
 * Returns: whether it has own tables or notes
 */
gboolean
winerror_catalog_has_own (WinerrorCatalog *self)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);

  return self->notes != NULL ||
         (self->parts->len > 0 && get_part (self, self->parts->len - 1)->positions != NULL);
}

/**
 * winerror_catalog_has_own_text:
 * @self: a catalog
 * @position: a position below winerror_catalog_get_n_entries()
 *
 * Returns: whether an own table holds or describes the entry there, or a note is about it
 */
gboolean
winerror_catalog_has_own_text (WinerrorCatalog *self, guint position)
{
  WinerrorEntryInfo info;
  const WinerrorTableInfo *table;

  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (position < self->n_entries, FALSE);

  /* what needs no look at the entry comes first: there may be a million */
  if (position >= winerror_catalog_get_n_built_in (self))
    return TRUE;
  if (!winerror_catalog_has_own (self))
    return FALSE;
  table = winerror_table_get_info (winerror_catalog_get_info (self, position, &info));
  return table->origin != WINERROR_TABLE_ORIGIN_BUILT_IN ||
         winerror_catalog_has_note (self, table->family, info.code);
}

/**
 * winerror_catalog_foreach_own_code:
 * @self: a catalog
 * @first: the lowest code
 * @last: the highest
 * @max: how many it is told of at the most
 * @func: (scope call): what to tell of the entries
 * @user_data: what to hand to @func
 *
 * Goes through the entries of own tables, of any family, whose codes lie in a range.
 */
void
winerror_catalog_foreach_own_code (WinerrorCatalog *self,
                                   guint32 first,
                                   guint32 last,
                                   guint max,
                                   WinerrorCodeFunc func,
                                   gpointer user_data)
{
  guint n_told = 0;

  g_return_if_fail (WINERROR_IS_CATALOG (self));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const WinerrorCatalogPart *part = get_part (self, i);
      guint n = winerror_compiled_tables_get_n_entries (part->tables);

      if (part->positions == NULL)
        continue;
      /* an own file has one table, whose entries are in order of code */
      for (guint row = winerror_compiled_tables_find_code (part->tables, first); row < n; row++)
        {
          WinerrorEntryInfo info;

          winerror_compiled_tables_get_entry (part->tables, row, &info);
          if (info.code > last || n_told >= max)
            break;
          n_told++;
          func (part->positions[row], user_data);
        }
    }
  for (guint i = 0; self->noted != NULL && i < self->noted->len; i++)
    {
      const WinerrorCatalogNoted *noted = &g_array_index (self->noted, WinerrorCatalogNoted, i);

      if (noted->code >= first && noted->code <= last && n_told++ < max)
        func (self->first_noted + i, user_data);
    }
}

/**
 * winerror_catalog_get_n_built_in:
 * @self: a catalog
 *
 * Returns: how many of its first entries are of no own table
 */
guint
winerror_catalog_get_n_built_in (WinerrorCatalog *self)
{
  g_return_val_if_fail (WINERROR_IS_CATALOG (self), 0);

  for (guint i = 0; i < self->parts->len; i++)
    if (get_part (self, i)->positions != NULL)
      return get_part (self, i)->first;
  return self->noted != NULL ? self->first_noted : self->n_entries;
}

/* Notes */

/**
 * winerror_catalog_has_note:
 * @self: a catalog
 * @family: a family
 * @code: one of its codes
 *
 * Returns: whether there is a note on the code
 */
gboolean
winerror_catalog_has_note (WinerrorCatalog *self, WinerrorFamily family, guint32 code)
{
  guint n = 0;

  g_return_val_if_fail (WINERROR_IS_CATALOG (self), FALSE);

  if (self->notes != NULL)
    winerror_note_book_lookup (self->notes, family, code, &n);
  return n > 0;
}

/**
 * winerror_catalog_set_notes:
 * @self: a catalog that no search uses yet, with all of its tables
 * @notes: (transfer full): notes on its codes and on any others
 *
 * Gives a catalog notes, once. Codes that no table holds become entries with nothing but notes, and
 * what can be said of their number.
 */
void
winerror_catalog_set_notes (WinerrorCatalog *self, WinerrorNoteBook *notes)
{
  const WinerrorNote *const *all;
  guint n;

  g_return_if_fail (WINERROR_IS_CATALOG (self));
  g_return_if_fail (notes != NULL);
  g_return_if_fail (self->notes == NULL);

  self->notes = notes;
  self->first_noted = self->n_entries;
  self->noted = g_array_new (FALSE, FALSE, sizeof (WinerrorCatalogNoted));
  all = winerror_note_book_get_all (notes, &n);
  for (guint i = 0; i < n; i++)
    {
      WinerrorCatalogNoted noted = { .family = all[i]->family, .code = all[i]->code };

      if ((i > 0 && all[i - 1]->family == noted.family && all[i - 1]->code == noted.code) ||
          winerror_catalog_lookup_code (self, noted.family, noted.code, NULL))
        continue;
      if (self->noted_tables[noted.family] == NULL)
        {
          WinerrorTableInfo info = {
            .id = g_strdup ("notes"),
            .title = g_strdup ("Notes"),
            .family = noted.family,
            .last = G_MAXUINT32,
            .origin = WINERROR_TABLE_ORIGIN_USER,
          };

          self->noted_tables[noted.family] = winerror_table_new (&info);
        }
      g_array_append_val (self->noted, noted);
    }
  self->n_entries += self->noted->len;
}

static WinerrorCatalogNoted *
get_noted (WinerrorCatalog *self, guint position)
{
  if (self->noted == NULL || position < self->first_noted)
    return NULL;
  return &g_array_index (self->noted, WinerrorCatalogNoted, position - self->first_noted);
}

/* NULL where a table holds the entry. */
WinerrorTable *
winerror_catalog_get_noted_info (WinerrorCatalog *self, guint position, WinerrorEntryInfo *info)
{
  const WinerrorCatalogNoted *noted = get_noted (self, position);

  if (noted == NULL)
    return NULL;
  *info = (WinerrorEntryInfo){ .code = noted->code };
  return self->noted_tables[noted->family];
}

/* NULL where a table holds the entry. */
WinerrorEntry *
winerror_catalog_get_noted_entry (WinerrorCatalog *self, guint position)
{
  WinerrorCatalogNoted *noted = get_noted (self, position);
  WinerrorEntry *made;

  if (noted == NULL)
    return NULL;
  if (g_atomic_pointer_get (&noted->entry) == NULL)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      g_autofree char *number = winerror_family_format (noted->family, noted->code);
      g_autofree char *key = g_strconcat (winerror_family_get_name (noted->family), ":", number,
                                          NULL);

      if (winerror_code_parse (key, -1, readings) == 0)
        readings[0] = (WinerrorCode){ .family = noted->family,
                                      .code = noted->code,
                                      .form = WINERROR_CODE_DIRECT,
                                      .value = noted->code };
      made = winerror_entry_new_unlisted (&readings[0]);
      winerror_entry_set_notes (made, self->notes);
      if (!g_atomic_pointer_compare_and_exchange (&noted->entry, NULL, made))
        g_object_unref (made);
    }
  return g_atomic_pointer_get (&noted->entry);
}

gboolean
winerror_catalog_lookup_noted (WinerrorCatalog *self,
                               WinerrorFamily family,
                               guint32 code,
                               guint *position)
{
  guint low = 0;
  guint high = self->noted != NULL ? self->noted->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const WinerrorCatalogNoted *noted = &g_array_index (self->noted, WinerrorCatalogNoted,
                                                          middle);

      if (noted->family == family && noted->code == code)
        {
          if (position != NULL)
            *position = self->first_noted + middle;
          return TRUE;
        }
      if (noted->family < family || (noted->family == family && noted->code < code))
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}
