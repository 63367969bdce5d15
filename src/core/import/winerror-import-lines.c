// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Lines of plain text that begin with a code or a symbol: “5  ERROR_ACCESS_DENIED  Access is
 * denied.”; what is further in below them goes on. */

#include "winerror-import-markup.h"
#include "winerror-import-readers.h"
#include "winerror-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An entry that lines below may go on. */
typedef struct
{
  WinerrorImportDraft *draft;
  gboolean open;
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
  text = winerror_import_normalize (self->text->str);
  row.text = text;
  if (self->terms.range)
    winerror_import_draft_pass_over (self->draft, self->line, row.column,
                                     _ ("expected a code, found a range of codes: %s"), text);
  else
    winerror_import_draft_add (self->draft, &row);
  self->open = FALSE;
  g_clear_pointer (&self->symbol, g_free);
  g_string_truncate (self->text, 0);
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

static void
read_line (Lines *self, const char *line, guint number)
{
  gsize indent = strspn (line, " \t");
  WinerrorImportTerms terms;

  if (line[indent] == '\0')
    {
      end_entry (self);
      return;
    }
  winerror_import_terms_read (&terms, line + indent);
  if (terms.n_codes > 0 && (terms.rest != NULL || terms.symbol != NULL) &&
      is_parted (line + indent, &terms) && (!self->open || indent <= self->indent))
    {
      end_entry (self);
      self->open = TRUE;
      self->terms = terms;
      self->indent = indent;
      self->line = number;
      if (terms.symbol != NULL)
        self->symbol = g_strndup (terms.symbol, terms.symbol_length);
      if (terms.rest != NULL)
        g_string_append (self->text, terms.rest);
      return;
    }
  if (self->open && indent > self->indent)
    g_string_append_printf (self->text, " %s", line + indent);
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
