// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-columns.h"

#include "winerror-gettext.h"
#include "winerror-import-column-names.h"
#include "winerror-import-family.h"
#include "winerror-text.h"

#include <string.h>

/* How many rows are looked at before the columns are known. */
#define N_SAMPLES 64

/* What a message quotes of a cell, in characters. */
#define MAX_QUOTED 40

/* Several code columns that say the same, in decimal and in hexadecimal, are common. */
#define NONE G_MAXUINT

typedef struct
{
  char **cells;
  guint line;
  guint column;
} Sample;

/* What the samples have in one column, in cells. */
typedef struct
{
  WinerrorImportRole role; /* by its name */
  gboolean hex;            /* its name says that its numbers are hexadecimal */
  guint filled;
  guint codes;
  guint wide;
  guint symbols;
  guint sure; /* of them those that look like symbols anywhere */
  guint both;
  guint words;
} Column;

struct _WinerrorImportColumns
{
  WinerrorImportDraft *draft;
  WinerrorFamily hint;
  guint n_named;   /* how many columns have a name */
  GArray *columns; /* Column */
  GArray *samples; /* Sample */
  gboolean decided;
  gboolean refused;
  guint code;
  guint spare; /* a second column of codes, for rows that have none in the first */
  guint symbol;
  guint family;
  GArray *texts; /* guint: columns whose texts make the description, in this order */
};

static void
sample_clear (gpointer data)
{
  g_strfreev (((Sample *) data)->cells);
}

/**
 * winerror_import_columns_new:
 * @draft: where the entries go
 * @names: (nullable) (array zero-terminated=1): the names of the columns; %NULL where they have
 * none
 * @hint: the family that the words around the table speak for, or %WINERROR_N_FAMILIES
 *
 * Returns: (transfer full): what reads the rows of a table
 */
WinerrorImportColumns *
winerror_import_columns_new (WinerrorImportDraft *draft,
                             const char *const *names,
                             WinerrorFamily hint)
{
  WinerrorImportColumns *self = g_new0 (WinerrorImportColumns, 1);

  self->draft = draft;
  self->hint = hint;
  self->n_named = names != NULL ? g_strv_length ((char **) names) : 0;
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->samples = g_array_new (FALSE, FALSE, sizeof (Sample));
  g_array_set_clear_func (self->samples, sample_clear);
  self->texts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      Column column = { .role = winerror_import_role_from_name (names[i]) };
      g_autofree char *folded = winerror_text_fold (names[i], -1);
      WinerrorFamily family = winerror_import_family_from_words (folded);

      column.hex = strstr (folded, "hex") != NULL;
      if (family != WINERROR_N_FAMILIES && column.role == WINERROR_IMPORT_ROLE_CODE)
        self->hint = family;
      g_array_append_val (self->columns, column);
    }
  return self;
}

/**
 * winerror_import_columns_free:
 * @self: what reads rows
 *
 * Frees it. What winerror_import_columns_end() has not handed over is lost.
 */
void
winerror_import_columns_free (WinerrorImportColumns *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->samples);
  g_array_unref (self->texts);
  g_free (self);
}

/* The terms of a cell. In a column of hexadecimal numbers 52E and 10 are such. */
static void
read_cell (const Column *column, const char *cell, WinerrorImportTerms *terms, char **prefixed)
{
  *prefixed = NULL;
  if (column->hex && cell[0] != '\0' && strlen (cell) <= 8 &&
      cell[strspn (cell, "0123456789abcdefABCDEF")] == '\0')
    cell = *prefixed = g_strconcat ("0x", cell, NULL);
  winerror_import_terms_read (terms, cell);
}

static void
look_at_cell (Column *column, const char *cell)
{
  g_autofree char *prefixed = NULL;
  WinerrorImportTerms terms;

  if (cell[0] == '\0')
    return;
  column->filled++;
  read_cell (column, cell, &terms, &prefixed);
  if (terms.n_codes > 0 && terms.rest == NULL)
    {
      column->codes++;
      column->both += terms.symbol != NULL;
      column->wide += winerror_import_terms_has_wide (&terms);
    }
  else if (terms.symbol != NULL && terms.rest == NULL && !terms.named)
    {
      column->symbols++;
      column->sure++;
    }
  else if (column->role == WINERROR_IMPORT_ROLE_SYMBOL && winerror_import_is_symbol (cell, -1))
    column->symbols++;
  else if (strpbrk (cell, " \n") != NULL || (guchar) cell[0] >= 0x80)
    column->words++;
}

static gboolean
is_mostly (guint n, guint filled)
{
  return n > 0 && n * 5 >= filled * 3;
}

/* How well a column serves for the codes; 0 where it does not. */
static guint
rate_code (const Column *column)
{
  if (!is_mostly (column->codes, column->filled) || column->role == WINERROR_IMPORT_ROLE_OTHER ||
      column->role == WINERROR_IMPORT_ROLE_TEXT || column->role == WINERROR_IMPORT_ROLE_MORE ||
      column->role == WINERROR_IMPORT_ROLE_NOTE || column->role == WINERROR_IMPORT_ROLE_LINK)
    return 0;
  return 1 + (column->role == WINERROR_IMPORT_ROLE_CODE ? 8 : 0) +
         (column->role == WINERROR_IMPORT_ROLE_VALUE ? 4 : 0) +
         (is_mostly (column->wide, column->filled) ? 2 : 0) +
         (is_mostly (column->both, column->filled) ? 4 : 0);
}

static void
choose_texts (WinerrorImportColumns *self)
{
  static const WinerrorImportRole order[] = {
    WINERROR_IMPORT_ROLE_TEXT,
    WINERROR_IMPORT_ROLE_UNKNOWN,
    WINERROR_IMPORT_ROLE_MORE,
    WINERROR_IMPORT_ROLE_NOTE,
  };

  for (gsize r = 0; r < G_N_ELEMENTS (order); r++)
    {
      /* what nobody knows is asked where nothing is called a description */
      if (order[r] == WINERROR_IMPORT_ROLE_UNKNOWN && self->texts->len > 0)
        continue;
      for (guint i = 0; i < self->columns->len; i++)
        {
          Column *column = &g_array_index (self->columns, Column, i);
          gboolean fits = column->role == order[r] ||
                          /* “Name”, with words in it */
                          (order[r] == WINERROR_IMPORT_ROLE_UNKNOWN &&
                           column->role == WINERROR_IMPORT_ROLE_SYMBOL);

          if (self->n_named > 0 && i >= self->n_named)
            break;
          if (i == self->code || i == self->symbol || i == self->family || !fits)
            continue;
          if (order[r] == WINERROR_IMPORT_ROLE_UNKNOWN &&
              !is_mostly (column->words, column->filled))
            continue;
          g_array_append_val (self->texts, i);
        }
    }
}

/* A row that is the heading of those below it: one cell has words, and no number. */
static gboolean
is_heading (const char *const *cells)
{
  const char *heading = NULL;
  guint n = 0;

  for (; cells[n] != NULL; n++)
    if (cells[n][0] != '\0')
      {
        if (heading != NULL)
          return FALSE;
        heading = cells[n];
      }
  return n > 1 && heading != NULL && strpbrk (heading, "0123456789") == NULL;
}

static gboolean
decide (WinerrorImportColumns *self)
{
  guint best = 0;
  const Column *code;

  self->code = self->spare = self->symbol = self->family = NONE;
  for (guint i = 0; i < self->samples->len; i++)
    {
      const Sample *sample = &g_array_index (self->samples, Sample, i);

      if (is_heading ((const char *const *) sample->cells))
        continue;
      for (guint j = 0; sample->cells[j] != NULL; j++)
        {
          if (j >= self->columns->len)
            g_array_set_size (self->columns, j + 1);
          look_at_cell (&g_array_index (self->columns, Column, j), sample->cells[j]);
        }
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      guint rate = rate_code (column);

      if (rate > best)
        {
          best = rate;
          self->spare = self->code;
          self->code = i;
        }
      else if (rate > 0 && self->spare == NONE)
        {
          self->spare = i;
        }
      if (column->role == WINERROR_IMPORT_ROLE_FAMILY)
        self->family = i;
    }
  if (self->code == NONE)
    return FALSE;
  code = &g_array_index (self->columns, Column, self->code);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      if (i != self->code && i != self->family && is_mostly (column->symbols, column->filled) &&
          (self->symbol == NONE || (column->role == WINERROR_IMPORT_ROLE_SYMBOL &&
                                    g_array_index (self->columns, Column, self->symbol).role !=
                                        WINERROR_IMPORT_ROLE_SYMBOL)))
        self->symbol = i;
    }
  choose_texts (self);

  /* the parameters of a function have numbers too, and rooms have names: something must say that
   * these are codes */
  if (self->n_named > 0 && code->role != WINERROR_IMPORT_ROLE_CODE &&
      !is_mostly (code->wide, code->filled) && code->both == 0 &&
      (self->symbol == NONE || (code->role != WINERROR_IMPORT_ROLE_VALUE &&
                                g_array_index (self->columns, Column, self->symbol).sure == 0)))
    return FALSE;
  return self->symbol != NONE || self->texts->len > 0 || code->both > 0;
}

/* The texts of a row that make the description, each once, as paragraphs. */
static char *
join_texts (WinerrorImportColumns *self, const char *const *cells, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->texts->len; i++)
    {
      guint column = g_array_index (self->texts, guint, i);
      const char *cell = column < n ? cells[column] : "";

      if (cell[0] == '\0' || strstr (text->str, cell) != NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, "\n\n");
      g_string_append (text, cell);
      /* a bar that nobody escaped makes one cell too many */
      if (i + 1 == self->texts->len && column + 1 == self->n_named)
        for (guint j = column + 1; j < n; j++)
          if (cells[j][0] != '\0')
            g_string_append_printf (text, " | %s", cells[j]);
    }
  return g_string_free (text, FALSE);
}

static char *
quote (const char *cell)
{
  g_autofree char *clean = winerror_text_clean (cell);

  if (g_utf8_strlen (clean, -1) > MAX_QUOTED)
    {
      g_autofree char *cut = g_utf8_substring (clean, 0, MAX_QUOTED);

      return g_strconcat (cut, "\u2026", NULL);
    }
  return g_steal_pointer (&clean);
}

static void
add_row (WinerrorImportColumns *self, const char *const *cells, guint line, guint place)
{
  guint n = g_strv_length ((char **) cells);
  const Column *columns = (const Column *) (gpointer) self->columns->data;
  WinerrorImportRow row = {
    .line = line,
    .column = place,
    .family = WINERROR_N_FAMILIES,
    .hint = self->hint,
  };
  g_autofree char *prefixed = NULL;
  g_autofree char *symbol = NULL;
  g_autofree char *alias = NULL;
  g_autofree char *text = NULL;
  WinerrorImportTerms terms;
  const char *cell = self->code < n ? cells[self->code] : "";

  if (cell[0] == '\0' && self->spare < n)
    {
      cell = cells[self->spare];
      read_cell (&columns[self->spare], cell, &terms, &prefixed);
    }
  else
    {
      read_cell (&columns[self->code], cell, &terms, &prefixed);
    }
  if (terms.n_codes == 0 || terms.range || terms.too_big)
    {
      g_autofree char *quoted = quote (cell);
      guint filled = 0;

      for (guint i = 0; i < n; i++)
        filled += cells[i][0] != '\0';
      if (filled == 0)
        return;
      if (terms.range)
        winerror_import_draft_pass_over (self->draft, line, place,
                                         _ ("expected a code, found a range of codes: %s"), quoted);
      else if (terms.too_big)
        winerror_import_draft_pass_over (self->draft, line, place,
                                         _ ("expected a code of 32 bits, found %s"), quoted);
      else
        winerror_import_draft_pass_over (self->draft, line, place, _ ("expected a code, found %s"),
                                         quoted[0] != '\0' ? quoted : _ ("none"));
      return;
    }

  row.codes = terms.codes;
  row.n_codes = terms.n_codes;
  if (self->symbol < n && cells[self->symbol][0] != '\0')
    {
      WinerrorImportTerms names;

      winerror_import_terms_read (&names, cells[self->symbol]);
      if (winerror_import_is_symbol (cells[self->symbol], -1))
        symbol = g_strdup (cells[self->symbol]);
      else if (names.symbol != NULL && names.rest == NULL)
        symbol = g_strndup (names.symbol, names.symbol_length);
      if (names.others != NULL && names.rest == NULL)
        alias = g_strndup (names.others, names.others_length);
    }
  if (symbol == NULL && terms.symbol != NULL)
    symbol = g_strndup (terms.symbol, terms.symbol_length);
  text = join_texts (self, cells, n);
  if (text[0] == '\0' && terms.rest != NULL)
    {
      g_free (text);
      text = g_strdup (terms.rest);
    }
  if (self->family < n)
    winerror_family_from_name (cells[self->family], strlen (cells[self->family]), &row.family);
  row.symbol = symbol;
  row.alias = alias;
  row.text = text;
  winerror_import_draft_add (self->draft, &row);
}

static void
use_samples (WinerrorImportColumns *self)
{
  self->decided = TRUE;
  self->refused = !decide (self);
  for (guint i = 0; i < self->samples->len && !self->refused; i++)
    {
      const Sample *sample = &g_array_index (self->samples, Sample, i);

      add_row (self, (const char *const *) sample->cells, sample->line, sample->column);
    }
  g_array_set_size (self->samples, 0);
}

/**
 * winerror_import_columns_add:
 * @self: what reads rows
 * @cells: (array zero-terminated=1): the texts of a row, see winerror_import_normalize()
 * @line: where the row stands in the file, from 1
 * @column: column, from 1
 *
 * Takes a row. What the columns hold is decided by their names and by what the first rows have in
 * them.
 */
void
winerror_import_columns_add (WinerrorImportColumns *self,
                             const char *const *cells,
                             guint line,
                             guint column)
{
  Sample sample = { .line = line, .column = column };

  if (self->decided)
    {
      if (!self->refused)
        add_row (self, cells, line, column);
      return;
    }
  sample.cells = g_strdupv ((char **) cells);
  g_array_append_val (self->samples, sample);
  if (self->samples->len == N_SAMPLES)
    use_samples (self);
}

/**
 * winerror_import_columns_end:
 * @self: what reads rows
 *
 * Hands over what is left.
 *
 * Returns: whether it is a table of codes
 */
gboolean
winerror_import_columns_end (WinerrorImportColumns *self)
{
  if (!self->decided)
    use_samples (self);
  return !self->refused;
}
