// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-draft.h"

#include "winerror-gettext.h"
#include "winerror-import-family.h"
#include "winerror-text.h"

#include <string.h>

/* More entries than anyone writes down; what is beyond them would only fill the memory. */
#define MAX_ENTRIES 4000000

static void
message_clear (gpointer data)
{
  g_free (((WinerrorImportMessage *) data)->text);
}

/**
 * winerror_import_draft_new:
 * @name: what to call the file
 *
 * Returns: (transfer full): a draft without entries
 */
WinerrorImportDraft *
winerror_import_draft_new (const char *name)
{
  WinerrorImportDraft *self = g_new0 (WinerrorImportDraft, 1);

  self->name = g_strdup (name);
  self->entries = g_array_new (FALSE, FALSE, sizeof (WinerrorImportEntry));
  self->messages = g_array_new (FALSE, FALSE, sizeof (WinerrorImportMessage));
  g_array_set_clear_func (self->messages, message_clear);
  self->texts = g_string_chunk_new (1 << 16);
  self->hint = winerror_import_family_from_words (name);
  return self;
}

/**
 * winerror_import_draft_free:
 * @self: a draft
 *
 * Frees a draft, with its entries.
 */
void
winerror_import_draft_free (WinerrorImportDraft *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self->date);
  g_free (self->license);
  g_free (self->header);
  g_array_unref (self->entries);
  g_array_unref (self->messages);
  g_string_chunk_free (self->texts);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * winerror_import_draft_set_progress:
 * @self: a draft
 * @total: how many bytes the text of the file has
 * @progress: (nullable): called with how many bytes have been read, in the thread that reads
 * @progress_data: data for @progress
 * @cancellable: (nullable): ends the reading
 *
 * Says who is told of the reading, and who may end it.
 */
void
winerror_import_draft_set_progress (WinerrorImportDraft *self,
                                    goffset total,
                                    GFileProgressCallback progress,
                                    gpointer progress_data,
                                    GCancellable *cancellable)
{
  self->total = total;
  self->progress = progress;
  self->progress_data = progress_data;
  g_set_object (&self->cancellable, cancellable);
}

/**
 * winerror_import_draft_go_on:
 * @self: a draft
 * @done: how many bytes of the text the reader has behind it
 *
 * Tells of the progress. A reader calls it for each line or the like.
 *
 * Returns: whether to go on
 */
gboolean
winerror_import_draft_go_on (WinerrorImportDraft *self, gsize done)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    self->stopped = TRUE;
  if (!self->stopped && self->progress != NULL)
    self->progress ((goffset) done, self->total, self->progress_data);
  return !self->stopped;
}

/**
 * winerror_import_draft_take_title:
 * @self: a draft
 * @title: (transfer full): a title that the file gives itself
 *
 * Takes the first title that is no blank one. It may tell the family of the codes.
 */
void
winerror_import_draft_take_title (WinerrorImportDraft *self, char *title)
{
  g_autofree char *given = title;
  g_autofree char *clean = winerror_text_clean (given);
  WinerrorFamily family;

  if (clean[0] == '\0')
    return;
  family = winerror_import_family_from_words (clean);
  if (family != WINERROR_N_FAMILIES)
    self->hint = family;
  if (self->title == NULL)
    self->title = g_steal_pointer (&clean);
}

/**
 * winerror_import_draft_pass_over:
 * @self: a draft
 * @line: where it is, from 1; 0 for the file as a whole
 * @column: column, from 1
 * @format: what is passed over and why, as for printf(), in the user's language
 * @...: what goes in
 *
 * Says that something was passed over.
 */
void
winerror_import_draft_pass_over (WinerrorImportDraft *self,
                                 guint line,
                                 guint column,
                                 const char *format,
                                 ...)
{
  WinerrorImportMessage message = { .line = line, .column = column };
  g_autofree char *text = NULL;
  va_list arguments;

  self->n_passed_over++;
  if (self->messages->len >= WINERROR_IMPORT_MAX_MESSAGES)
    return;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  message.text = winerror_text_clean (text);
  g_array_append_val (self->messages, message);
}

static const char *
keep (WinerrorImportDraft *self, const char *text)
{
  return text != NULL && text[0] != '\0' ? g_string_chunk_insert (self->texts, text) : NULL;
}

/**
 * winerror_import_draft_add:
 * @self: a draft
 * @row: what stands at one place of the file; its texts are copied
 *
 * Adds an entry for each code of a row.
 */
void
winerror_import_draft_add (WinerrorImportDraft *self, const WinerrorImportRow *row)
{
  const char *symbol = row->symbol;
  const char *text = keep (self, row->text);
  gboolean first = TRUE;

  if (symbol != NULL && !winerror_import_is_symbol (symbol, -1))
    symbol = NULL;
  symbol = keep (self, symbol);
  if (symbol == NULL && text == NULL)
    {
      winerror_import_draft_pass_over (self, row->line, row->column,
                                       _ ("expected a symbol or a description, found a code only"));
      return;
    }

  for (guint i = 0; i < row->n_codes; i++)
    {
      WinerrorImportEntry entry = { .line = row->line, .column = row->column, .text = text };
      const WinerrorImportEntry *last;

      /* of several codes in one place only the first can be the one with that symbol */
      if (first)
        {
          entry.symbol = symbol;
          entry.aliases = keep (self, row->alias);
        }
      winerror_import_family_choose (&entry, &row->codes[i], row->family, row->hint);
      last = self->entries->len > 0
                 ? &g_array_index (self->entries, WinerrorImportEntry, self->entries->len - 1)
                 : NULL;
      /* 5 (0x80070005) */
      if (!first && last != NULL && last->code == entry.code && last->family == entry.family)
        continue;
      if (entry.symbol == NULL && entry.text == NULL)
        continue;
      if (self->entries->len >= MAX_ENTRIES)
        {
          if (!self->stopped)
            winerror_import_draft_pass_over (self, row->line, row->column,
                                             _ ("the rest: more than %d entries"), MAX_ENTRIES);
          self->stopped = TRUE;
          return;
        }
      g_array_append_val (self->entries, entry);
      first = FALSE;
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const WinerrorImportEntry *left = a;
  const WinerrorImportEntry *right = b;

  if (left->family != right->family)
    return left->family < right->family ? -1 : 1;
  if (left->code != right->code)
    return left->code < right->code ? -1 : 1;
  /* a place in the file, as sorting need not be stable */
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

static int
compare_messages (gconstpointer a, gconstpointer b)
{
  const WinerrorImportMessage *left = a;
  const WinerrorImportMessage *right = b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

/* Takes a symbol for an entry, if no other entry of its family has it. */
static void
take_symbol (GHashTable *symbols, GString *aliases, const char **own, const char *symbol)
{
  if (symbol == NULL || !g_hash_table_add (symbols, (gpointer) symbol))
    return;
  if (own != NULL && *own == NULL)
    *own = symbol;
  else
    g_string_append_printf (aliases, "%s%s", aliases->len > 0 ? " " : "", symbol);
}

/* Makes one entry of those with the same code, from which there are @n. */
static gboolean
merge (WinerrorImportDraft *self,
       const WinerrorImportEntry *entries,
       guint n,
       GHashTable *symbols,
       WinerrorImportEntry *merged)
{
  g_autoptr (GString) aliases = g_string_new (NULL);

  *merged = entries[0];
  merged->symbol = NULL;
  merged->aliases = NULL;
  merged->text = NULL;
  for (guint i = 0; i < n; i++)
    {
      const WinerrorImportEntry *entry = &entries[i];
      g_auto (GStrv) others = NULL;

      take_symbol (symbols, aliases, entry->wrapped ? NULL : &merged->symbol, entry->symbol);
      others = g_strsplit (entry->aliases != NULL ? entry->aliases : "", " ", -1);
      for (char **other = others; *other != NULL; other++)
        if (winerror_import_is_symbol (*other, -1))
          take_symbol (symbols, aliases, NULL, g_string_chunk_insert (self->texts, *other));

      if (merged->text == NULL)
        merged->text = entry->text;
      else if (entry->text != NULL)
        {
          g_autofree char *number = winerror_family_format (entry->family, entry->code);

          winerror_import_draft_pass_over (
              self, entry->line, entry->column,
              g_str_equal (entry->text, merged->text)
                  /* Translators: a code, and the number of a line */
                  ? _ ("%s stands in line %u with the same description already")
                  : _ ("%s stands in line %u already; the first description counts"),
              number, merged->line);
        }
    }

  /* a name for what has none: that of a value which wraps it */
  if (merged->symbol == NULL && merged->text == NULL && aliases->len > 0)
    {
      char *blank = strchr (aliases->str, ' ');
      g_autofree char *name = g_strndup (aliases->str, blank != NULL
                                                           ? (gsize) (blank - aliases->str)
                                                           : aliases->len);

      merged->symbol = keep (self, name);
      g_string_erase (aliases, 0,
                      blank != NULL ? (gssize) (blank - aliases->str) + 1 : (gssize) aliases->len);
    }
  merged->aliases = keep (self, aliases->str);
  if (merged->symbol != NULL || merged->text != NULL)
    return TRUE;
  winerror_import_draft_pass_over (self, entries[0].line, entries[0].column,
                                   _ ("%s stands for another code already"), entries[0].symbol);
  return FALSE;
}

/**
 * winerror_import_draft_finish:
 * @self: a draft
 *
 * Puts the entries into order of family and code, and makes one of those that have the same code:
 * with the first description that the file has for it, and with the first symbol; the others are
 * further symbols. A symbol belongs to the code that it is first in, in this order.
 */
void
winerror_import_draft_finish (WinerrorImportDraft *self)
{
  g_autoptr (GHashTable) symbols = g_hash_table_new (g_str_hash, g_str_equal);
  WinerrorImportEntry *entries;
  guint n_merged = 0;

  g_array_sort (self->entries, compare_entries);
  entries = (WinerrorImportEntry *) (gpointer) self->entries->data;
  for (guint i = 0; i < self->entries->len;)
    {
      WinerrorImportEntry merged;
      guint n = 1;

      if (i > 0 && entries[i].family != entries[i - 1].family)
        g_hash_table_remove_all (symbols);
      while (i + n < self->entries->len && entries[i + n].code == entries[i].code &&
             entries[i + n].family == entries[i].family)
        n++;
      if (merge (self, &entries[i], n, symbols, &merged))
        entries[n_merged++] = merged;
      i += n;
    }
  g_array_set_size (self->entries, n_merged);
  g_array_sort (self->messages, compare_messages);
}
