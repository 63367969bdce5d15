// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-records.h"

#include "winerror-gettext.h"
#include "winerror-import-column-names.h"
#include "winerror-import-family.h"

#include <string.h>

/* The longest description, in bytes: a whole page under one heading is none. */
#define MAX_TEXT 8192

/* A decimal number in a heading that no word calls a code is one from here on: below stand the
 * numbers of sections. */
#define FIRST_BARE_CODE 100

/* Codes, symbol and description may each stand in a block of its own, in this order or with the
 * symbol first; or all in one block. */
struct _WinerrorImportRecords
{
  WinerrorImportDraft *draft;
  WinerrorFamily hint; /* of the section */
  gboolean open;
  gboolean range;
  gboolean too_big;
  guint line;
  guint column;
  WinerrorImportCode codes[WINERROR_IMPORT_MAX_CODES];
  guint n_codes;
  char *symbol;
  char *alias;
  GString *text;
  gboolean cut;
};

/**
 * winerror_import_records_new:
 * @draft: where the entries go
 *
 * Returns: (transfer full): what finds entries among the blocks of a page
 */
WinerrorImportRecords *
winerror_import_records_new (WinerrorImportDraft *draft)
{
  WinerrorImportRecords *self = g_new0 (WinerrorImportRecords, 1);

  self->draft = draft;
  self->hint = draft->hint;
  self->text = g_string_new (NULL);
  return self;
}

/**
 * winerror_import_records_free:
 * @self: what finds entries
 *
 * Frees it. What winerror_import_records_end() has not handed over is lost.
 */
void
winerror_import_records_free (WinerrorImportRecords *self)
{
  g_free (self->symbol);
  g_free (self->alias);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * winerror_import_records_get_hint:
 * @self: what finds entries
 *
 * Returns: the family that the headings above speak for, or %WINERROR_N_FAMILIES
 */
WinerrorFamily
winerror_import_records_get_hint (WinerrorImportRecords *self)
{
  return self->hint;
}

/**
 * winerror_import_records_end:
 * @self: what finds entries
 *
 * Hands the open entry over: something else begins.
 */
void
winerror_import_records_end (WinerrorImportRecords *self)
{
  WinerrorImportRow row = {
    .line = self->line,
    .column = self->column,
    .codes = self->codes,
    .n_codes = self->n_codes,
    .symbol = self->symbol,
    .alias = self->alias,
    .text = self->text->str,
    .family = WINERROR_N_FAMILIES,
    .hint = self->hint,
  };

  if (!self->open)
    return;
  if (self->range)
    winerror_import_draft_pass_over (self->draft, self->line, self->column,
                                     _ ("expected a code, found a range of codes: %s"),
                                     self->symbol != NULL ? self->symbol : self->text->str);
  else if (self->too_big)
    winerror_import_draft_pass_over (self->draft, self->line, self->column,
                                     _ ("expected a code of 32 bits, found a larger number"));
  else if (self->n_codes == 0)
    winerror_import_draft_pass_over (self->draft, self->line, self->column,
                                     _ ("expected the code of %s, found none"), self->symbol);
  else
    winerror_import_draft_add (self->draft, &row);

  self->open = FALSE;
  self->range = FALSE;
  self->too_big = FALSE;
  self->cut = FALSE;
  self->n_codes = 0;
  g_clear_pointer (&self->symbol, g_free);
  g_clear_pointer (&self->alias, g_free);
  g_string_truncate (self->text, 0);
}

/**
 * winerror_import_records_is_waiting:
 * @self: what finds entries
 *
 * Returns: whether a code was there, and its description has not come yet
 */
gboolean
winerror_import_records_is_waiting (WinerrorImportRecords *self)
{
  return self->open && self->n_codes > 0 && self->text->len == 0;
}

static void
take_codes (WinerrorImportRecords *self, const WinerrorImportTerms *terms)
{
  for (guint i = 0; i < terms->n_codes && self->n_codes < WINERROR_IMPORT_MAX_CODES; i++)
    self->codes[self->n_codes++] = terms->codes[i];
  self->range |= terms->range;
  self->too_big |= terms->too_big;
}

/* Behind a label: Description: The door is locked. */
static const char *
skip_label (const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *label = NULL;

  if (colon == NULL || colon - text > 20 || colon[1] != ' ')
    return text;
  label = g_strndup (text, (gsize) (colon - text));
  return winerror_import_role_from_name (label) == WINERROR_IMPORT_ROLE_TEXT ? colon + 2 : text;
}

static void
take_text (WinerrorImportRecords *self, const char *text)
{
  text = skip_label (text);
  if (self->text->len + strlen (text) > MAX_TEXT)
    {
      self->cut = TRUE;
      return;
    }
  if (self->cut || text[0] == '\0')
    return;
  if (self->text->len > 0)
    g_string_append (self->text, "\n\n");
  g_string_append (self->text, text);
}

static void
begin (WinerrorImportRecords *self,
       const WinerrorImportBlock *block,
       const WinerrorImportTerms *terms)
{
  winerror_import_records_end (self);
  self->open = TRUE;
  self->line = block->line;
  self->column = block->column;
  take_codes (self, terms);
  if (terms->symbol != NULL)
    self->symbol = g_strndup (terms->symbol, terms->symbol_length);
  if (terms->others != NULL)
    self->alias = g_strndup (terms->others, terms->others_length);
  if (terms->rest != NULL)
    {
      /* the mark that the text is quoted with stands before its first word */
      const char *from = terms->rest;

      if (from > block->text && (from[-1] == '"' || from[-1] == '%' || from[-1] == '['))
        from--;
      take_text (self, from);
    }
}

/* A former name: This value was also named X. */
static gboolean
take_former_name (WinerrorImportRecords *self, const char *text)
{
  static const char *const phrases[] = {
    "was also named ", "is also named ",  "also known as ",
    "is also called ", "formerly named ", "previously named "
  };

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *p = strstr (text, phrases[i]);
      WinerrorImportTerms terms;

      if (p == NULL || p - text > 20)
        continue;
      winerror_import_terms_read (&terms, p + strlen (phrases[i]));
      if (terms.symbol == NULL || terms.rest != NULL || self->alias != NULL)
        return FALSE;
      self->alias = g_strndup (terms.symbol, terms.symbol_length);
      return TRUE;
    }
  return FALSE;
}

/* Whether something parts the codes from the words behind them: 5: Access, 5 - Access, (5) Access.
 */
static gboolean
is_parted (const WinerrorImportBlock *block, const WinerrorImportTerms *terms)
{
  const char *p = terms->rest;

  if (p == NULL || p == block->text)
    return TRUE;
  while (p > block->text && g_ascii_isspace (p[-1]))
    p--;
  /* the last byte of a dash or of another sign that is no letter */
  return p > block->text && (strchr (":-=)]|,.;\"", p[-1]) != NULL || (guchar) p[-1] >= 0x80);
}

/* Whether the numbers that a block begins with are codes. */
static gboolean
are_codes (const WinerrorImportBlock *block, const WinerrorImportTerms *terms)
{
  if (terms->n_codes == 0)
    return FALSE;
  if (terms->symbol != NULL ||
      (winerror_import_terms_has_wide (terms) && block->kind == WINERROR_IMPORT_BLOCK_ITEM))
    return TRUE;
  if (terms->named || winerror_import_terms_has_wide (terms))
    return is_parted (block, terms);
  if (block->kind == WINERROR_IMPORT_BLOCK_ITEM && terms->rest != NULL)
    {
      /* - 5: Access is denied. */
      const char *p = terms->rest;

      while (p > block->text && g_ascii_isspace (p[-1]))
        p--;
      if (p > block->text &&
          (p[-1] == ':' || p[-1] == '=' || p[-1] == '-' || (guchar) p[-1] >= 0x80))
        return TRUE;
    }
  return terms->codes[0].value >= FIRST_BARE_CODE && is_parted (block, terms);
}

static void
add_heading (WinerrorImportRecords *self,
             const WinerrorImportBlock *block,
             const WinerrorImportTerms *terms)
{
  WinerrorFamily family = winerror_import_family_from_words (block->text);

  winerror_import_records_end (self);
  self->hint = family != WINERROR_N_FAMILIES ? family : self->draft->hint;
  /* “System Error Codes (0-499)” is what the page is about */
  if (terms->range)
    return;
  if (are_codes (block, terms) ||
      (terms->n_codes == 0 && terms->symbol != NULL && terms->rest == NULL && !terms->named))
    begin (self, block, terms);
}

static void
add_block (WinerrorImportRecords *self, const WinerrorImportBlock *block)
{
  gboolean marked = block->strong || block->kind == WINERROR_IMPORT_BLOCK_TERM;
  WinerrorImportTerms terms;
  gboolean codes_only;
  gboolean symbol_only;

  winerror_import_terms_read (&terms, block->text);
  if (block->kind == WINERROR_IMPORT_BLOCK_HEADING)
    {
      add_heading (self, block, &terms);
      return;
    }

  codes_only = (terms.n_codes > 0 || terms.too_big) && terms.rest == NULL && terms.symbol == NULL;
  symbol_only = terms.n_codes == 0 && terms.rest == NULL && terms.symbol != NULL && !terms.named &&
                (marked || memchr (terms.symbol, '_', terms.symbol_length) != NULL);

  /* some have nothing but their symbol for a description */
  if (symbol_only && self->open && self->symbol != NULL &&
      strlen (self->symbol) == terms.symbol_length &&
      strncmp (self->symbol, terms.symbol, terms.symbol_length) == 0)
    return;
  if (codes_only && self->open && self->text->len == 0 && (self->n_codes == 0 || !marked))
    take_codes (self, &terms);
  else if (symbol_only && self->open && self->n_codes > 0 && self->symbol == NULL &&
           self->text->len == 0)
    self->symbol = g_strndup (terms.symbol, terms.symbol_length);
  else if (symbol_only || (terms.rest == NULL && terms.symbol != NULL && terms.n_codes > 0))
    begin (self, block, &terms);
  else if (codes_only && (marked || winerror_import_terms_has_wide (&terms) || terms.named) &&
           (marked || !self->open || self->text->len > 0))
    begin (self, block, &terms);
  else if (are_codes (block, &terms) &&
           (marked || block->kind == WINERROR_IMPORT_BLOCK_ITEM ||
            ((winerror_import_terms_has_wide (&terms) || terms.symbol != NULL) &&
             is_parted (block, &terms) && (!self->open || self->text->len > 0))))
    {
      gboolean whole = block->kind == WINERROR_IMPORT_BLOCK_ITEM && terms.rest != NULL;

      begin (self, block, &terms);
      if (whole)
        winerror_import_records_end (self);
    }
  else if (self->open && !take_former_name (self, block->text))
    take_text (self, block->text);
}

/**
 * winerror_import_records_add:
 * @self: what finds entries
 * @block: the next block of the page
 *
 * Takes a block: the beginning of an entry, or a part of the open one, or neither.
 */
void
winerror_import_records_add (WinerrorImportRecords *self, const WinerrorImportBlock *block)
{
  const char *newline = strchr (block->text, '\n');
  WinerrorImportTerms terms;
  g_autofree char *first = NULL;

  if (newline == NULL)
    {
      add_block (self, block);
      return;
    }

  /* lines of one block: name, code and description */
  first = g_strndup (block->text, (gsize) (newline - block->text));
  winerror_import_terms_read (&terms, first);
  if (terms.rest == NULL && (terms.n_codes > 0 || terms.symbol != NULL))
    {
      g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);

      for (char **line = lines; *line != NULL; line++)
        {
          WinerrorImportBlock part = *block;

          part.text = *line;
          part.strong = block->strong && line == lines;
          if (line != lines)
            part.kind = WINERROR_IMPORT_BLOCK_TEXT;
          if ((*line)[0] != '\0')
            add_block (self, &part);
        }
      return;
    }
  add_block (self, block);
}
