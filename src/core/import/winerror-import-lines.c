// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Lines of plain text that begin with a code or a symbol: “5  ERROR_ACCESS_DENIED  Access is
 * denied.”; what is further in below them goes on. */

#include "winerror-gettext.h"
#include "winerror-import-markup.h"
#include "winerror-import-readers.h"
#include "winerror-text.h"

#include <string.h>

/* Of how many digits the numbers of the items of a list are at the most. */
#define MAX_LIST_DIGITS 3

/* From which number on one that follows that of an item is a code, and not the first word of what
 * the item says: "3) 3 monkeys". */
#define MIN_LISTED 100

/* An entry that lines below may go on. */
typedef struct
{
  WinerrorImportDraft *draft;
  gboolean open;
  gboolean apart; /* its code stands in a line of its own */
  WinerrorImportTerms terms;
  char *symbol;
  GString *text;
  gsize indent;
  guint line;
} Lines;

static void
end_entry (Lines *self)
{
  WinerrorImportRow row = {
    .line = self->line,
    .column = (guint) self->indent + 1,
    .codes = self->terms.codes,
    .n_codes = self->terms.n_codes,
    .symbol = self->symbol,
    .family = WINERROR_N_FAMILIES,
    .hint = self->draft->hint,
  };
  g_autofree char *text = NULL;

  if (!self->open)
    return;
  self->open = FALSE;
  self->apart = FALSE;
  if (self->terms.n_codes == 0)
    {
      g_clear_pointer (&self->symbol, g_free);
      return;
    }
  text = winerror_import_normalize (self->text->str);
  row.text = text;
  if (self->terms.range)
    winerror_import_draft_pass_over (self->draft, self->line, row.column,
                                     _ ("expected a code, found a range of codes: %s"), text);
  else
    winerror_import_draft_add (self->draft, &row);
  g_clear_pointer (&self->symbol, g_free);
  g_string_truncate (self->text, 0);
}

/* Whether a line has a code and what it is. */
static gboolean
is_of_entry (const WinerrorImportTerms *terms)
{
  return terms->n_codes > 0 && (terms->rest != NULL || terms->symbol != NULL);
}

/* What follows the number of an item of a list, "2. 1326 …", "1) 0x80042006 …", where that has a
 * code itself; the line where it is none. */
static const char *
skip_list_number (const char *line)
{
  const char *p = line;
  WinerrorImportTerms terms;

  while (g_ascii_isdigit (*p))
    p++;
  if (p == line || p - line > MAX_LIST_DIGITS || (*p != '.' && *p != ')') ||
      (p[1] != ' ' && p[1] != '\t'))
    return line;
  p += 1 + strspn (p + 1, " \t");
  winerror_import_terms_read (&terms, p);
  return is_of_entry (&terms) ? p : line;
}

/* Whether the words behind a code are parted from it: by a sign, or by more than a blank. */
static gboolean
is_parted (const char *line, const WinerrorImportTerms *terms)
{
  const char *p = terms->rest;

  if (p == NULL || terms->symbol != NULL || terms->named || terms->codes[0].wide)
    return TRUE;
  return p > line + 1 &&
         (strchr (":=-\t)]|,;", p[-1]) != NULL || strchr (":=-\t) ", p[-2]) != NULL);
}

/* Takes the words of a line: without the signs around them, where a program quotes them. */
static void
take_words (Lines *self, const char *line, const char *words)
{
  gsize length = strlen (words);

  if (words > line && (words[-1] == '"' || words[-1] == '\''))
    {
      const char *close = strrchr (words, words[-1]);

      if (close != NULL)
        length = (gsize) (close - words);
    }
  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  g_string_append_len (self->text, words, (gssize) length);
}

static void
begin_entry (Lines *self, const WinerrorImportTerms *terms, gsize indent, guint number)
{
  end_entry (self);
  self->open = TRUE;
  self->terms = *terms;
  self->indent = indent;
  self->line = number;
  if (terms->symbol != NULL)
    self->symbol = g_strndup (terms->symbol, terms->symbol_length);
}

/* Symbol, code and words may also stand in lines of their own, in this order. */
static void
read_line (Lines *self, const char *line, guint number)
{
  gsize indent = strspn (line, " \t");
  const char *item = line + indent;
  const char *begin = skip_list_number (item);
  WinerrorImportTerms terms;

  if (*begin == '\0')
    {
      end_entry (self);
      return;
    }
  winerror_import_terms_read (&terms, begin);
  if (terms.n_codes == 0 && terms.symbol != NULL && terms.rest == NULL &&
      begin + terms.symbol_length == begin + strlen (begin))
    {
      begin_entry (self, &terms, indent, number);
    }
  else if (self->open && self->terms.n_codes == 0)
    {
      if (terms.n_codes > 0 && terms.rest == NULL && terms.symbol == NULL)
        {
          memcpy (self->terms.codes, terms.codes, sizeof terms.codes);
          self->terms.n_codes = terms.n_codes;
          self->terms.range = terms.range;
          self->apart = TRUE;
          return;
        }
      self->open = FALSE;
      g_clear_pointer (&self->symbol, g_free);
      read_line (self, line, number);
    }
  else if (is_of_entry (&terms) &&
           (is_parted (begin, &terms) || (begin > item && terms.codes[0].value >= MIN_LISTED)) &&
           (!self->open || indent <= self->indent) &&
           !(self->open && self->apart && self->text->len == 0))
    {
      begin_entry (self, &terms, indent, number);
      if (terms.rest != NULL)
        take_words (self, begin, terms.rest);
    }
  else if (self->open && (indent > self->indent || self->apart))
    take_words (self, line, begin);
  else
    end_entry (self);
}

/**
 * winerror_import_read_lines:
 * @draft: where the entries go
 * @text: plain text
 *
 * Reads lines that each have a code.
 */
void
winerror_import_read_lines (WinerrorImportDraft *draft, const char *text)
{
  Lines self = { .draft = draft, .text = g_string_new (NULL) };
  guint number = 0;

  for (const char *p = text; *p != '\0' && winerror_import_draft_go_on (draft, (gsize) (p - text));)
    {
      gsize length = strcspn (p, "\n");
      g_autofree char *line = g_strndup (p, length);

      g_strchomp (line);
      number++;
      read_line (&self, line, number);
      p += length + (p[length] == '\n');
    }
  end_entry (&self);
  g_string_free (self.text, TRUE);
}
