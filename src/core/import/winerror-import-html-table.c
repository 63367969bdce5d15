// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-html-table.h"

#include "winerror-import-columns.h"
#include "winerror-import-markup.h"

#include <string.h>

/* More columns than any table of codes has. */
#define MAX_COLUMNS 32

typedef struct
{
  GPtrArray *cells;
  guint line;
} Row;

/* A cell that reaches into rows below. */
typedef struct
{
  char *text;
  guint rows;
} Span;

struct _WinerrorImportHtmlTable
{
  WinerrorImportDraft *draft;
  guint depth; /* tables in this one */
  GString *cell;
  gboolean in_cell;
  guint row_span;
  Row row;
  Span spans[MAX_COLUMNS];
  GArray *rows; /* Row */
};

static void
row_clear (gpointer data)
{
  g_clear_pointer (&((Row *) data)->cells, g_ptr_array_unref);
}

/**
 * winerror_import_html_table_new:
 * @draft: where the entries go
 *
 * Returns: (transfer full): what reads a table in HTML, from behind its first tag
 */
WinerrorImportHtmlTable *
winerror_import_html_table_new (WinerrorImportDraft *draft)
{
  WinerrorImportHtmlTable *self = g_new0 (WinerrorImportHtmlTable, 1);

  self->draft = draft;
  self->cell = g_string_new (NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

/**
 * winerror_import_html_table_free:
 * @self: what reads a table
 *
 * Frees it.
 */
void
winerror_import_html_table_free (WinerrorImportHtmlTable *self)
{
  g_string_free (self->cell, TRUE);
  row_clear (&self->row);
  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_free (self->spans[i].text);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * winerror_import_html_table_add:
 * @self: what reads a table
 * @from: text of the page
 * @to: (nullable): where it ends; %NULL for that of a string
 *
 * Takes what stands between tags.
 */
void
winerror_import_html_table_add (WinerrorImportHtmlTable *self, const char *from, const char *to)
{
  if (self->in_cell)
    g_string_append_len (self->cell, from, to != NULL ? to - from : (gssize) strlen (from));
}

static void
begin_row (WinerrorImportHtmlTable *self, guint line)
{
  if (self->row.cells == NULL)
    self->row = (Row){ .cells = g_ptr_array_new_with_free_func (g_free), .line = line };
}

/* Puts what reaches down from rows above into its place. */
static void
take_spans (WinerrorImportHtmlTable *self)
{
  while (self->row.cells->len < MAX_COLUMNS && self->spans[self->row.cells->len].rows > 0)
    {
      Span *span = &self->spans[self->row.cells->len];

      span->rows--;
      g_ptr_array_add (self->row.cells, g_strdup (span->text));
    }
}

static void
end_cell (WinerrorImportHtmlTable *self)
{
  guint column;

  if (!self->in_cell)
    return;
  take_spans (self);
  column = self->row.cells->len;
  g_ptr_array_add (self->row.cells, winerror_import_markup_to_text (self->cell->str, TRUE));
  if (column < MAX_COLUMNS && self->row_span > 1)
    {
      g_free (self->spans[column].text);
      self->spans[column].text = g_strdup (g_ptr_array_index (self->row.cells, column));
      self->spans[column].rows = self->row_span - 1;
    }
  g_string_truncate (self->cell, 0);
  self->in_cell = FALSE;
}

static void
end_row (WinerrorImportHtmlTable *self)
{
  end_cell (self);
  if (self->row.cells == NULL)
    return;
  take_spans (self);
  if (self->row.cells->len > 0)
    {
      g_ptr_array_add (self->row.cells, NULL);
      g_array_append_val (self->rows, self->row);
      self->row.cells = NULL;
    }
  row_clear (&self->row);
}

static guint
read_row_span (const char *tag, const char *after)
{
  const char *p = g_strstr_len (tag, after - tag, "rowspan=");
  guint64 rows;

  if (p == NULL)
    return 1;
  p += strlen ("rowspan=");
  if (*p == '"' || *p == '\'')
    p++;
  rows = g_ascii_strtoull (p, NULL, 10);
  return (guint) CLAMP (rows, 1, 1000);
}

/**
 * winerror_import_html_table_tag:
 * @self: what reads a table
 * @tag: where a tag begins
 * @after: where it ends
 * @line: its line in the file, from 1
 *
 * Takes a tag.
 *
 * Returns: whether it is the end of the table
 */
gboolean
winerror_import_html_table_tag (WinerrorImportHtmlTable *self,
                                const char *tag,
                                const char *after,
                                guint line)
{
  gboolean closes = tag[1] == '/';

  if (winerror_import_markup_is_block_tag (tag, "table"))
    {
      if (closes && self->depth == 0)
        return TRUE;
      self->depth = closes ? self->depth - 1 : self->depth + 1;
      g_string_append (self->cell, "<p>");
      return FALSE;
    }
  if (self->depth == 0 && winerror_import_markup_is_block_tag (tag, "tr"))
    {
      end_row (self);
      if (!closes)
        begin_row (self, line);
    }
  else if (self->depth == 0 && (winerror_import_markup_is_block_tag (tag, "td") ||
                                winerror_import_markup_is_block_tag (tag, "th")))
    {
      end_cell (self);
      if (!closes)
        {
          begin_row (self, line);
          self->in_cell = TRUE;
          self->row_span = read_row_span (tag, after);
        }
    }
  else if (self->in_cell)
    g_string_append_len (self->cell, tag, after - tag);
  return FALSE;
}

/* Whether a row has the names of the columns: none of them is a code. */
static gboolean
is_header (const Row *row)
{
  for (guint i = 0; i + 1 < row->cells->len; i++)
    {
      WinerrorImportTerms terms;

      winerror_import_terms_read (&terms, g_ptr_array_index (row->cells, i));
      if (terms.n_codes > 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * winerror_import_html_table_end:
 * @self: what reads a table
 * @hint: the family that the words around it speak for, or %WINERROR_N_FAMILIES
 *
 * Hands the entries over, where it is a table of codes.
 */
void
winerror_import_html_table_end (WinerrorImportHtmlTable *self, WinerrorFamily hint)
{
  g_autoptr (WinerrorImportColumns) columns = NULL;
  guint first = 0;

  end_row (self);
  if (self->rows->len == 0)
    return;
  if (is_header (&g_array_index (self->rows, Row, 0)))
    first = 1;
  columns = winerror_import_columns_new (
      self->draft,
      first > 0 ? (const char *const *) g_array_index (self->rows, Row, 0).cells->pdata : NULL,
      hint);
  for (guint i = first; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      winerror_import_columns_add (columns, (const char *const *) row->cells->pdata, row->line, 1);
    }
  winerror_import_columns_end (columns);
}
