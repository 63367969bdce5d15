// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Tables of separated values: RFC 4180, with a semicolon or a tab for the comma as well. */

#include "winerror-gettext.h"
#include "winerror-import-column-names.h"
#include "winerror-import-columns.h"
#include "winerror-import-markup.h"
#include "winerror-import-readers.h"
#include "winerror-text.h"

#include <string.h>

/* More columns than any table of codes has. */
#define MAX_COLUMNS 256

/* How many rows are looked at for the delimiter. */
#define N_SAMPLES 20

typedef struct
{
  const char *text;
  const char *next;
  char delimiter;
  guint line; /* where the next row begins */
} Csv;

/* Reads a row: its cells as they stand there. NULL at the end. */
static char **
read_row (Csv *self, guint *line)
{
  GPtrArray *cells;
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = self->next;
  gboolean quoted = FALSE;

  *line = self->line;
  if (*p == '\0')
    return NULL;

  cells = g_ptr_array_new ();
  for (;; p++)
    {
      if (quoted && *p != '\0')
        {
          if (*p == '"' && p[1] == '"')
            g_string_append_c (cell, *++p);
          else if (*p == '"')
            quoted = FALSE;
          else
            g_string_append_c (cell, *p);
          self->line += *p == '\n';
          continue;
        }
      /* spreadsheets write ="0x80070005" for what is to stay text */
      if (*p == '"' && (winerror_text_is_blank (cell->str) || g_str_equal (cell->str, "=")))
        {
          g_string_truncate (cell, 0);
          quoted = TRUE;
          continue;
        }
      if (*p == self->delimiter || *p == '\n' || *p == '\0')
        {
          if (cells->len < MAX_COLUMNS)
            g_ptr_array_add (cells, g_strdup (cell->str));
          g_string_truncate (cell, 0);
          if (*p == self->delimiter)
            continue;
          self->line += *p == '\n';
          self->next = *p == '\n' ? p + 1 : p;
          break;
        }
      if (*p != '\r' || p[1] != '\n')
        g_string_append_c (cell, *p);
    }
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_free (cells, FALSE);
}

static void
normalize_cells (char **cells)
{
  for (; *cells != NULL; cells++)
    {
      /* a formula that was defused */
      char *text = (*cells)[0] == '\'' && (*cells)[1] != '\0' &&
                           strchr ("=+-@", (*cells)[1]) != NULL
                       ? *cells + 1
                       : *cells;
      char *clean = winerror_import_normalize (text);

      g_free (*cells);
      *cells = clean;
    }
}

/* The delimiter by which most rows have the same number of cells, and more than one; or NUL. */
static char
find_delimiter (const char *text)
{
  static const char candidates[] = ",;\t|";
  char best = '\0';
  guint best_rate = 0;

  for (const char *candidate = candidates; *candidate != '\0'; candidate++)
    {
      Csv csv = { .text = text, .next = text, .delimiter = *candidate, .line = 1 };
      guint cells = 0;
      guint same = 0;
      guint line;
      guint rate;

      for (guint i = 0; i < N_SAMPLES; i++)
        {
          g_auto (GStrv) row = read_row (&csv, &line);
          guint n = row != NULL ? g_strv_length (row) : 0;

          if (row == NULL)
            break;
          if (n == 1 && row[0][0] == '\0')
            continue;
          if (cells == 0)
            cells = n;
          same += n == cells && n > 1;
        }
      rate = cells > 1 ? same * 8 + MIN (cells, 7) : 0;
      if (rate > best_rate)
        {
          best_rate = rate;
          best = *candidate;
        }
    }
  return best;
}

/* Whether a row has the names of the columns: no cell is a code, and one is a known name. */
static gboolean
is_header (char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      WinerrorImportTerms terms;

      winerror_import_terms_read (&terms, cells[i]);
      if (terms.n_codes > 0)
        return FALSE;
    }
  return TRUE;
}

static char **
read_first_row (Csv *csv, const char *text)
{
  char **row;
  guint line;

  *csv = (Csv){ .text = text, .next = text, .line = 1 };
  /* what spreadsheets write for each other */
  if (g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0' &&
      (text[5] == '\n' || (text[5] == '\r' && text[6] == '\n')))
    {
      csv->delimiter = text[4];
      csv->next = text + (text[5] == '\n' ? 6 : 7);
      csv->line = 2;
    }
  else
    {
      csv->delimiter = find_delimiter (text);
    }
  if (csv->delimiter == '\0')
    return NULL;
  do
    {
      row = read_row (csv, &line);
      if (row == NULL)
        return NULL;
      normalize_cells (row);
      if (row[1] != NULL || row[0][0] != '\0')
        return row;
      g_strfreev (row);
    }
  while (TRUE);
}

/**
 * winerror_import_read_csv:
 * @draft: where the entries go
 * @text: a table of separated values, with names of its columns or without
 *
 * Reads a table.
 */
void
winerror_import_read_csv (WinerrorImportDraft *draft, const char *text)
{
  g_autoptr (WinerrorImportColumns) columns = NULL;
  Csv csv;
  g_auto (GStrv) first = read_first_row (&csv, text);
  guint line;

  if (first == NULL)
    return;
  if (is_header (first))
    {
      columns = winerror_import_columns_new (draft, (const char *const *) first, draft->hint);
    }
  else
    {
      columns = winerror_import_columns_new (draft, NULL, draft->hint);
      winerror_import_columns_add (columns, (const char *const *) first, 1, 1);
    }
  while (winerror_import_draft_go_on (draft, (gsize) (csv.next - text)))
    {
      g_auto (GStrv) row = read_row (&csv, &line);

      if (row == NULL)
        break;
      normalize_cells (row);
      winerror_import_columns_add (columns, (const char *const *) row, line, 1);
    }
  winerror_import_columns_end (columns);
}

static void
append_cell (GString *out, const char *cell, char end)
{
  if (strpbrk (cell, "\",\n") != NULL)
    {
      g_string_append_c (out, '"');
      for (const char *p = cell; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (out, '"');
          g_string_append_c (out, *p);
        }
      g_string_append_c (out, '"');
    }
  else
    {
      g_string_append (out, cell);
    }
  g_string_append_c (out, end);
}

/* Whether a link may be kept: a page, or a file; which folder that is in is for the reader. */
static gboolean
is_link (const char *link)
{
  g_autofree char *scheme = g_uri_parse_scheme (link);

  return scheme == NULL || g_ascii_strcasecmp (scheme, "https") == 0 ||
         g_ascii_strcasecmp (scheme, "file") == 0;
}

/**
 * winerror_import_read_notes:
 * @draft: where what is passed over goes
 * @text: a table of separated values
 * @n_notes: (out): how many notes there are
 *
 * Reads notes: a table whose columns are called code, note and perhaps link, and none a
 * description.
 *
 * Returns: (transfer full) (nullable): the notes as RFC 4180 has them, with the header
 *   code,note,link; %NULL where these are none
 */
char *
winerror_import_read_notes (WinerrorImportDraft *draft, const char *text, guint *n_notes)
{
  Csv csv;
  g_auto (GStrv) names = read_first_row (&csv, text);
  g_autoptr (GString) out = NULL;
  guint code = G_MAXUINT;
  guint note = G_MAXUINT;
  guint link = G_MAXUINT;

  *n_notes = 0;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      WinerrorImportRole role = winerror_import_role_from_name (names[i]);

      if (role == WINERROR_IMPORT_ROLE_CODE && code == G_MAXUINT)
        code = i;
      else if (role == WINERROR_IMPORT_ROLE_NOTE)
        note = i;
      else if (role == WINERROR_IMPORT_ROLE_LINK)
        link = i;
      else if (role == WINERROR_IMPORT_ROLE_TEXT)
        return NULL;
    }
  if (code == G_MAXUINT || note == G_MAXUINT)
    return NULL;

  out = g_string_new ("code,note,link\n");
  while (winerror_import_draft_go_on (draft, (gsize) (csv.next - text)))
    {
      WinerrorImportTerms terms;
      guint line;
      g_auto (GStrv) row = read_row (&csv, &line);
      guint n = row != NULL ? g_strv_length (row) : 0;
      const char *words;
      const char *address;

      if (row == NULL)
        break;
      normalize_cells (row);
      words = note < n ? row[note] : "";
      address = link < n ? row[link] : "";
      if (words[0] == '\0' && (code >= n || row[code][0] == '\0'))
        continue;
      winerror_import_terms_read (&terms, code < n ? row[code] : "");
      if ((terms.n_codes == 0 && terms.symbol == NULL) || terms.rest != NULL)
        winerror_import_draft_pass_over (draft, line, 1, _ ("expected a code, found %s"),
                                         code < n && row[code][0] != '\0' ? row[code] : _ ("none"));
      else if (words[0] == '\0')
        winerror_import_draft_pass_over (draft, line, 1, _ ("expected a note, found none"));
      else
        {
          if (!is_link (address))
            {
              winerror_import_draft_pass_over (
                  draft, line, 1,
                  _ ("expected a link that is an https address or a file, found %s; the note is "
                     "kept without it"),
                  address);
              address = "";
            }
          append_cell (out, row[code], ',');
          append_cell (out, words, ',');
          append_cell (out, address, '\n');
          ++*n_notes;
        }
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
