// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-notes-reader.h"

#include "winerror-gettext.h"
#include "winerror-own-link.h"
#include "winerror-text.h"
#include "winerror-xml-file.h"

#include <string.h>

/* How much of the file a message quotes, in characters. */
#define MAX_QUOTED 60

enum
{
  CELL_CODE,
  CELL_NOTE,
  CELL_LINK,
  N_CELLS,
};

static const char *const headings[N_CELLS] = { "code", "note", "link" };

typedef struct
{
  const char *at;
  guint line;
  guint column; /* in characters */
} Place;

typedef struct
{
  char *text;
  Place place;
} Cell;

typedef struct
{
  const char *name; /* in messages */
  const char *file;
  const char *begin;
  const char *end;
  Place place;
  Cell cells[N_CELLS];
  guint n_cells;
  guint n_columns; /* what the header has */
  const char *const *folders;
  WinerrorCatalog *catalog;
} Reader;

static void
clear_cells (Reader *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    g_clear_pointer (&self->cells[i].text, g_free);
  self->n_cells = 0;
}

static gboolean
fail (Reader *self, const Place *place, const char *expected, const char *found, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (found, -1);
  g_autofree char *clean = winerror_text_clean (valid);
  g_autofree char *shown = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), MAX_QUOTED));

  g_set_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_MALFORMED,
               _ ("%s:%u:%u: expected %s, found %s"), self->name, place->line, place->column,
               expected, shown);
  return FALSE;
}

/* The same where the reader is at what it found. */
static gboolean
fail_here (Reader *self, const char *expected, GError **error)
{
  gsize length = MIN ((gsize) (self->end - self->place.at), MAX_QUOTED * 4);
  g_autofree char *found = g_strndup (self->place.at, length);

  return fail (self, &self->place, expected, found, error);
}

/* CSV as RFC 4180 has it, with line ends of any kind */

static gboolean
is_line_end (const Reader *self)
{
  return self->place.at == self->end || *self->place.at == '\n' || *self->place.at == '\r';
}

/* Goes on by one character; a line end is one. */
static void
step (Reader *self)
{
  const char *p = self->place.at;

  if (*p == '\n' || *p == '\r')
    {
      self->place.at += *p == '\r' && p + 1 < self->end && p[1] == '\n' ? 2 : 1;
      self->place.line++;
      self->place.column = 1;
      return;
    }
  self->place.at = g_utf8_next_char (p);
  self->place.column++;
}

static gboolean
read_quoted (Reader *self, GString *text, GError **error)
{
  const Place start = self->place;

  step (self);
  while (self->place.at < self->end)
    {
      const char *p = self->place.at;

      step (self);
      if (*p != '"')
        {
          if (*p == '\r')
            g_string_append_c (text, '\n');
          else
            g_string_append_len (text, p, self->place.at - p);
          continue;
        }
      if (self->place.at < self->end && *self->place.at == '"')
        {
          g_string_append_c (text, '"');
          step (self);
          continue;
        }
      if (is_line_end (self) || *self->place.at == ',')
        return TRUE;
      return fail_here (self, _ ("a comma or the end of the line"), error);
    }
  return fail (self, &start, _ ("quotation marks at the end of a cell"), _ ("the end of the file"),
               error);
}

/* Reads the cells of a line that is not empty. */
static gboolean
read_row (Reader *self, GError **error)
{
  clear_cells (self);
  for (;;)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const Place start = self->place;

      if (self->n_cells == (self->n_columns > 0 ? self->n_columns : N_CELLS))
        return fail_here (self, _ ("no more cells than the first line has"), error);
      if (self->place.at < self->end && *self->place.at == '"')
        {
          if (!read_quoted (self, text, error))
            return FALSE;
        }
      else
        {
          while (!is_line_end (self) && *self->place.at != ',')
            step (self);
          g_string_append_len (text, start.at, self->place.at - start.at);
        }
      self->cells[self->n_cells++] = (Cell){
        .text = g_string_free (g_steal_pointer (&text), FALSE),
        .place = start,
      };
      if (is_line_end (self))
        break;
      step (self);
    }
  if (self->place.at < self->end)
    step (self);
  return TRUE;
}

static gboolean
skip_empty_lines (Reader *self)
{
  while (self->place.at < self->end && is_line_end (self))
    step (self);
  return self->place.at < self->end;
}

/* Nothing but text: the first fault of encoding is said with its place. */
static gboolean
check_text (Reader *self, GError **error)
{
  const char *fault;
  char byte[5];

  if (g_utf8_validate_len (self->begin, (gsize) (self->end - self->begin), &fault))
    return TRUE;
  while (self->place.at < fault)
    step (self);
  g_snprintf (byte, sizeof byte, "0x%02X", (guchar) *fault);
  return fail (self, &self->place, _ ("text in UTF-8"), byte, error);
}

/* Notes */

static gboolean
read_header (Reader *self, GError **error)
{
  if (!skip_empty_lines (self))
    return fail (self, &self->place, "code,note,link", _ ("the end of the file"), error);
  if (!read_row (self, error))
    return FALSE;
  for (guint i = 0; i < MAX (self->n_cells, CELL_LINK); i++)
    {
      if (i == self->n_cells)
        return fail (self, &self->place, headings[i], _ ("the end of the line"), error);
      g_strstrip (self->cells[i].text);
      if (g_ascii_strcasecmp (self->cells[i].text, headings[i]) != 0)
        return fail (self, &self->cells[i].place, headings[i], self->cells[i].text, error);
    }
  self->n_columns = self->n_cells;
  return TRUE;
}

/* A code in any form, or a symbol. Of several readings the first that a table holds is meant. */
static gboolean
read_code (Reader *self, WinerrorNotesRow *row, GError **error)
{
  const Cell *cell = &self->cells[CELL_CODE];
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = winerror_code_parse (cell->text, -1, readings);
  guint position;

  for (guint i = 0; i < n; i++)
    {
      row->family = readings[i].family;
      row->code = readings[i].code;
      if (winerror_catalog_lookup_code (self->catalog, row->family, row->code, NULL))
        return TRUE;
    }
  if (n > 0)
    {
      row->family = readings[0].family;
      row->code = readings[0].code;
      return TRUE;
    }

  g_strstrip (cell->text);
  if (cell->text[0] != '\0' &&
      winerror_catalog_lookup_symbol (self->catalog, cell->text, &position) != NULL)
    {
      WinerrorEntryInfo info;
      WinerrorTable *table = winerror_catalog_get_info (self->catalog, position, &info);

      row->family = winerror_table_get_info (table)->family;
      row->code = info.code;
      return TRUE;
    }
  return fail (self, &cell->place, _ ("an error code"),
               cell->text[0] != '\0' ? cell->text : _ ("none"), error);
}

static gboolean
read_note (Reader *self, WinerrorNotesTable *notes, WinerrorNotesRow *row, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *address = NULL;
  char *link = self->n_cells > CELL_LINK ? g_strstrip (self->cells[CELL_LINK].text) : NULL;

  if (!read_code (self, row, error))
    return FALSE;
  if (self->n_cells > CELL_NOTE)
    text = winerror_notes_clean (self->cells[CELL_NOTE].text);
  if (text == NULL || text[0] == '\0')
    return fail (self, &self->cells[self->n_cells > CELL_NOTE ? CELL_NOTE : CELL_CODE].place,
                 _ ("a note"), _ ("none"), error);
  if (strlen (text) > WINERROR_MAX_NOTE)
    {
      g_autofree char *expected = g_strdup_printf (_ ("a note of at most %d bytes"),
                                                   WINERROR_MAX_NOTE);

      return fail (self, &self->cells[CELL_NOTE].place, expected, text, error);
    }
  if (link != NULL && link[0] != '\0')
    {
      address = winerror_own_link_read (link, self->file, self->folders);
      if (address == NULL)
        return fail (self, &self->cells[CELL_LINK].place,
                     _ ("an address that begins with https://, or a file in a folder of tables"),
                     link, error);
    }
  winerror_notes_table_add (notes, row->family, row->code, text, address);
  return TRUE;
}

/**
 * winerror_notes_clean:
 * @text: a note as it was typed
 *
 * Returns: (transfer full): the same as notes are kept: each line clean (see
 * winerror_text_clean()), without empty lines at the beginning and the end; empty where nothing is
 * left
 */
char *
winerror_notes_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_new (NULL);
  valid = g_utf8_make_valid (text, -1);
  lines = g_strsplit (valid, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *clean = winerror_text_clean (lines[i]);

      if (clean[0] == '\0' && out->len == 0)
        continue;
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", clean);
    }
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/**
 * winerror_notes_read:
 * @bytes: the contents of a notes file: CSV in UTF-8 (RFC 4180) whose first line is code,note,link
 *   or code,note
 * @file: (type filename): its path, where links of the file begin
 * @origin: where it comes from
 * @folders: (array zero-terminated=1): the folders of tables: see winerror_own_link_read()
 * @catalog: the tables that say which reading of a number is meant, and which symbol is which code
 * @rows: (nullable) (element-type WinerrorNotesRow): where the rows are appended, in the order of
 *   the file, that of the headings first
 * @error: (nullable): return location for a %WINERROR_TABLE_ERROR_MALFORMED, with file, line,
 * column in characters, what was expected and what was found
 *
 * Reads notes. A file with any fault is refused whole.
 *
 * Returns: (transfer full): the notes, perhaps none; %NULL with @error set
 */
WinerrorNotesTable *
winerror_notes_read (GBytes *bytes,
                     const char *file,
                     WinerrorTableOrigin origin,
                     const char *const *folders,
                     WinerrorCatalog *catalog,
                     GArray *rows,
                     GError **error)
{
  g_autofree char *name = winerror_text_clean_path (file);
  g_autofree char *base = g_path_get_basename (name);
  g_autoptr (WinerrorNotesTable) notes = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *text = data != NULL ? data : "";
  WinerrorNotesRow header = { 0 };
  Reader reader = { .name = name, .file = file, .folders = folders, .catalog = catalog };
  gboolean good;

  if (g_str_has_suffix (base, ".csv") && strlen (base) > strlen (".csv"))
    base[strlen (base) - strlen (".csv")] = '\0';
  notes = winerror_notes_table_new (base, origin, file);
  reader.begin = text;
  reader.end = reader.begin + size;
  if (size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    reader.begin += 3;
  reader.place = (Place){ .at = reader.begin, .line = 1, .column = 1 };
  header.start = (gsize) (reader.begin - text);

  good = check_text (&reader, error) && read_header (&reader, error);
  header.end = (gsize) (reader.place.at - text);
  if (good && rows != NULL)
    g_array_append_val (rows, header);
  while (good && skip_empty_lines (&reader))
    {
      WinerrorNotesRow row = { .start = (gsize) (reader.place.at - text) };

      good = read_row (&reader, error) && read_note (&reader, notes, &row, error);
      row.end = (gsize) (reader.place.at - text);
      if (good && rows != NULL)
        g_array_append_val (rows, row);
    }
  clear_cells (&reader);
  return good ? g_steal_pointer (&notes) : NULL;
}
