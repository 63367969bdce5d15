// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-scanner.h"

#include "winerror-language.h"
#include "winerror-context.h"
#include "winerror-ntstatus.h"
#include "winerror-number.h"
#include "winerror-sentences.h"
#include "winerror-triggers.h"

#include <string.h>

/* How far around a place its line is read, in bytes. */
#define LINE_WINDOW 1024

/* No symbol is longer. */
#define MAX_SYMBOL 80

/* What may begin at a place of a text, see WinerrorTriggers. */
enum
{
  TRIGGER_NUMBER = 1 << 0,
  TRIGGER_NUMBER_AFTER = 1 << 1, /* a number that begins one byte after the place */
  TRIGGER_NAME = 1 << 2,         /* part of a symbol, or the words by which LDAP is recognized */
  TRIGGER_SENTENCE = 1 << 3,
};

/* How numbers begin in which a code is wrapped. */
static const char *const wrapped[] = {
  "0x00", "0x40", "0x80", "0xC0", "0xD0", "0xFF", /* with zeros in front, or 32 or 64 bits */
  "8007", "C000", "C007", "D000", "D007",         /* 80070643, C000006D */
  "2147",                                         /* -2147023570, 2147943726 */
  "1073", "3221",                                 /* -1073741715, 3221225581 */
  "8053", "3489",                                 /* -805306259, 3489661037 */
};

#define LDAP_DATA  "data "
#define LDAP_ERROR "DSID-"

struct _WinerrorScanner
{
  WinerrorCatalog *catalog;
  WinerrorSentences *sentences;
  gboolean prepared;
  guint8 known[(G_MAXUINT16 + 1) / 8]; /* a bit for each code of the catalog */
  WinerrorTriggers triggers;
};

/* One way through a text. */
typedef struct
{
  WinerrorScanner *scanner;
  const char *text;
  const char *end;
  const char *number_end; /* where the last number ends, or what looked like one */
  const char *symbol_end;
  gboolean all; /* also codes that the catalog has not */
  GArray *matches;
} Pass;

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

static gboolean
is_known (WinerrorScanner *self, guint32 code)
{
  return code <= G_MAXUINT16 && (self->known[code / 8] & (1u << code % 8)) != 0;
}

/* Adds a match in order of appearance. */
static void
add_match (Pass *pass, WinerrorMatch match)
{
  guint i = pass->matches->len;

  while (i > 0 && g_array_index (pass->matches, WinerrorMatch, i - 1).start > match.start)
    i--;
  g_array_insert_val (pass->matches, i, match);
}

static void
add_code (Pass *pass, const char *from, const char *to, const WinerrorCode *code, gboolean message)
{
  add_match (pass, (WinerrorMatch){ .start = (gsize) (from - pass->text),
                                    .length = (gsize) (to - from),
                                    .code = *code,
                                    .installer_message = message });
}

/* The line around a place, as far as it is read. */
static const char *
line_begin (const Pass *pass, const char *p)
{
  const char *limit = p - pass->text > LINE_WINDOW ? p - LINE_WINDOW : pass->text;

  while (p > limit && p[-1] != '\n')
    p--;
  return p;
}

static const char *
line_end (const Pass *pass, const char *p)
{
  gsize length = MIN ((gsize) (pass->end - p), LINE_WINDOW);
  const char *newline = memchr (p, '\n', length);
  const char *end = newline != NULL ? newline : p + length;

  return end > p && end[-1] == '\r' ? end - 1 : end;
}

/* Numbers */

/* What fills 32 bits speaks for itself where it is a Win32 code that is wrapped. */
static gboolean
take_wrapped (Pass *pass, const WinerrorNumber *number)
{
  gboolean bare = !number->hex && !number->negative;
  const char *begin;
  const char *end;
  WinerrorCode code;

  if (!winerror_number_unwrap (number, &code))
    return FALSE;
  if (!is_known (pass->scanner, code.win32) &&
      !(pass->all && !bare && (code.form != WINERROR_CODE_OTHER || (code.value >> 31) != 0)))
    return FALSE;

  begin = line_begin (pass, number->from);
  end = line_end (pass, number->to);
  if (winerror_context_is_word_end (begin, number->from) ||
      winerror_context_is_word_start (number->to, end))
    return FALSE;
  if (bare && (winerror_context_is_part (begin, number->from, number->to, end) ||
               winerror_context_is_counted (number->to, end) ||
               (end - number->to > 1 && *number->to == '-' && g_ascii_isalnum (number->to[1]))))
    return FALSE;
  add_code (pass, number->from, number->to, &code, FALSE);
  return TRUE;
}

/* Other numbers are codes where the text around them says so. */
static void
take_plain (Pass *pass, const WinerrorNumber *number)
{
  gboolean known = is_known (pass->scanner, (guint32) MIN (number->value, G_MAXUINT32));
  const char *begin;
  const char *end;
  WinerrorContext context;

  if (number->value == 0 || number->value > G_MAXUINT16 || number->negative ||
      (!known && !pass->all))
    return;
  if (number->hex ? number->n_digits > 8 : number->n_digits > 5)
    return;
  if (number->letters && (!known || number->n_digits < 3))
    return;

  begin = line_begin (pass, number->from);
  end = line_end (pass, number->to);
  if (winerror_context_is_part (begin, number->from, number->to, end))
    return;
  context = winerror_context_judge (begin, number->from, number->to, end);
  if (context == WINERROR_CONTEXT_NONE || (context == WINERROR_CONTEXT_LIKELY && !known) ||
      (context == WINERROR_CONTEXT_INSTALLER_MESSAGE && !pass->all))
    return;

  {
    WinerrorCode code = winerror_code_from_value ((guint32) number->value);

    if (!number->hex && !number->letters)
      code.form = WINERROR_CODE_DECIMAL;
    add_code (pass, number->from, number->to, &code, context == WINERROR_CONTEXT_INSTALLER_MESSAGE);
  }
}

static void
take_number (Pass *pass, const char *from)
{
  WinerrorNumber number;

  if (from < pass->number_end || from >= pass->end ||
      (from > pass->text && is_word_byte (from[-1])))
    return;
  if (winerror_number_read (pass->text, from, pass->end, &number) && !take_wrapped (pass, &number))
    take_plain (pass, &number);
  pass->number_end = number.to;
}

/* Names */

static void
take_symbol (Pass *pass, const char *p)
{
  const char *from = p;
  const char *to = p;
  char symbol[MAX_SYMBOL + 1];
  WinerrorCode code;
  guint position;
  guint32 status;

  if (p < pass->symbol_end)
    return;
  while (from > pass->text && p - from <= MAX_SYMBOL && is_word_byte (from[-1]))
    from--;
  while (to < pass->end && to - from <= MAX_SYMBOL && is_word_byte (*to))
    to++;
  pass->symbol_end = to;
  if (to - from > MAX_SYMBOL)
    return;

  memcpy (symbol, from, (gsize) (to - from));
  symbol[to - from] = '\0';
  if (winerror_catalog_lookup_symbol (pass->scanner->catalog, symbol, &position))
    code = winerror_code_from_value (
        winerror_entry_get_code (winerror_catalog_get_entry (pass->scanner->catalog, position)));
  else if (winerror_ntstatus_from_name (from, (gsize) (to - from), &status))
    code = winerror_code_from_value (status);
  else
    return;
  if (pass->all || is_known (pass->scanner, code.win32))
    add_code (pass, from, to, &code, FALSE);
}

/* Active Directory */

static void
take_hex (Pass *pass, const char *from, const char *to, gboolean known)
{
  guint32 value = 0;
  WinerrorCode code;

  for (const char *p = from; p < to; p++)
    value = value << 4 | (guint) g_ascii_xdigit_value (*p);
  code = winerror_code_from_value (value);
  if ((!known && value > 0) || is_known (pass->scanner, value))
    add_code (pass, from, to, &code, FALSE);
}

/* ", data 52e, v2580": see winerror_context_is_ldap_data() */
static void
take_ldap_data (Pass *pass, const char *p)
{
  const char *from = p + strlen (LDAP_DATA);
  const char *to = from;

  while (to < pass->end && to - from < 4 && g_ascii_isxdigit (*to))
    to++;
  if (to > from &&
      winerror_context_is_ldap_data (line_begin (pass, from), from, to, line_end (pass, to)))
    take_hex (pass, from, to, !pass->all);
}

/* "0000052D: SvcErr: DSID-031A12D2", from DSID */
static void
take_ldap_error (Pass *pass, const char *dsid)
{
  const char *begin;
  const char *p = dsid;

  begin = line_begin (pass, dsid);
  if (p - begin < 5 || memcmp (p - 5, "Err: ", 5) != 0)
    return;
  p -= 2;
  while (p > begin && g_ascii_isalpha (p[-1]))
    p--;
  if (p - begin < 10 || memcmp (p - 2, ": ", 2) != 0)
    return;
  p -= 2;
  for (int i = 1; i <= 8; i++)
    if (!g_ascii_isxdigit (p[-i]))
      return;
  if (!winerror_context_is_word_end (begin, p - 8))
    take_hex (pass, p - 8, p, TRUE);
}

/* Descriptions */

static void
take_sentence (Pass *pass, const char *anchor)
{
  const char *begin = anchor - MIN (anchor - pass->text, LINE_WINDOW);
  const char *end = anchor + MIN (pass->end - anchor, LINE_WINDOW);
  WinerrorSentenceMatch found;
  WinerrorMatch match = { .sentence = TRUE };

  if (!winerror_sentences_match (pass->scanner->sentences, begin, anchor, end, &found))
    return;
  match.start = (gsize) (found.start - pass->text);
  match.length = found.length;
  match.code = winerror_code_from_value (winerror_entry_get_code (
      winerror_catalog_get_entry (pass->scanner->catalog, found.position)));
  add_match (pass, match);
}

/* The way through a text */

static gboolean
is_at (const Pass *pass, const char *p, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (pass->end - p) > length && g_ascii_strncasecmp (p, text, length) == 0;
}

static void
pull (const char *p, guint triggers, gpointer user_data)
{
  Pass *pass = user_data;

  if ((triggers & TRIGGER_NUMBER) != 0)
    take_number (pass, p);
  if ((triggers & TRIGGER_NUMBER_AFTER) != 0)
    take_number (pass, p + 1);
  if ((triggers & TRIGGER_NAME) != 0)
    {
      if (is_at (pass, p, LDAP_DATA))
        take_ldap_data (pass, p);
      else if (is_at (pass, p, LDAP_ERROR))
        take_ldap_error (pass, p);
      else
        take_symbol (pass, p);
    }
  if ((triggers & TRIGGER_SENTENCE) != 0 && !pass->all)
    take_sentence (pass, p);
}

/* Looks at every number, and at all else where there is a trigger. */
static void
run_all (Pass *pass)
{
  for (const char *p = pass->text; p < pass->end; p++)
    {
      pull (p, winerror_triggers_test (&pass->scanner->triggers, p, pass->end), pass);
      if (g_ascii_isxdigit (*p))
        take_number (pass, p);
    }
}

/* Making a scanner */

G_GNUC_PRINTF (3, 4)
static void
add_number (WinerrorScanner *self, guint trigger, const char *format, ...)
{
  char digits[16];
  va_list arguments;

  va_start (arguments, format);
  g_vsnprintf (digits, sizeof digits, format, arguments);
  va_end (arguments);
  winerror_triggers_add (&self->triggers, digits, trigger);
}

static void
add_entry (WinerrorScanner *self, WinerrorEntry *entry)
{
  /* 5AF, 52Eh: few are written so, and not after everything that a decimal may follow */
  static const char separators[] = " =([<'\"";
  guint32 code = winerror_entry_get_code (entry);
  const char *symbol = winerror_entry_get_symbol (entry);
  const char *underscore = strchr (symbol, '_');

  if (code <= G_MAXUINT16)
    {
      self->known[code / 8] |= (guint8) (1u << code % 8);
      add_number (self, TRIGGER_NUMBER, "%u", code);
      add_number (self, TRIGGER_NUMBER, "0x%X", code);
      add_number (self, TRIGGER_NUMBER, "0x%04X", code);
      for (const char *p = separators; *p != '\0'; p++)
        add_number (self, TRIGGER_NUMBER_AFTER, "%c%X", *p, code);
    }

  /* the end of what many symbols begin with: ERROR_ */
  if (underscore != NULL && underscore - symbol >= 3)
    symbol = underscore - 3;
  winerror_triggers_add (&self->triggers, symbol, TRIGGER_NAME);
}

static void
add_anchor_cb (const char *anchor, gpointer user_data)
{
  winerror_triggers_add (user_data, anchor, TRIGGER_SENTENCE);
}

/* Sentences are looked for in logs only: a scanner for queries does not get ready for them. */
static void
prepare (WinerrorScanner *self)
{
  if (self->prepared)
    return;

  if (self->sentences == NULL)
    self->sentences = winerror_sentences_new (self->catalog);
  winerror_sentences_prepare (self->sentences, add_anchor_cb, &self->triggers);
  self->prepared = TRUE;
}

/**
 * winerror_scanner_new:
 * @catalog: the entries to look for
 *
 * Returns: (transfer full): a scanner
 */
WinerrorScanner *
winerror_scanner_new (WinerrorCatalog *catalog)
{
  WinerrorScanner *self;
  guint n;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);

  self = g_new0 (WinerrorScanner, 1);
  self->catalog = g_object_ref (catalog);

  n = winerror_catalog_get_n_entries (catalog);
  for (guint i = 0; i < n; i++)
    add_entry (self, winerror_catalog_get_entry (catalog, i));

  for (gsize i = 0; i < G_N_ELEMENTS (wrapped); i++)
    winerror_triggers_add (&self->triggers, wrapped[i], TRIGGER_NUMBER);
  winerror_triggers_add (&self->triggers, "TUS_", TRIGGER_NAME); /* STATUS_LOGON_FAILURE */
  winerror_triggers_add (&self->triggers, LDAP_DATA, TRIGGER_NAME);
  winerror_triggers_add (&self->triggers, LDAP_ERROR, TRIGGER_NAME);
  return self;
}

/**
 * winerror_scanner_free:
 * @self: (transfer full): a scanner
 */
void
winerror_scanner_free (WinerrorScanner *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->sentences, winerror_sentences_free);
  g_object_unref (self->catalog);
  g_free (self);
}

/**
 * winerror_scanner_get_catalog:
 * @self: a scanner
 *
 * Returns: (transfer none): the entries that it looks for
 */
WinerrorCatalog *
winerror_scanner_get_catalog (WinerrorScanner *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalog;
}

/**
 * winerror_scanner_add_sentence:
 * @self: a scanner
 * @text: a description of an entry, in UTF-8: its translation into another language
 * @position: the position of the entry in the catalog
 *
 * Has winerror_scanner_find_known() find a sentence. The English descriptions are there from the
 * beginning. Sentences of one or two words are passed over; one that describes several entries
 * stands for that of the lowest code.
 */
void
winerror_scanner_add_sentence (WinerrorScanner *self, const char *text, guint position)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (position < winerror_catalog_get_n_entries (self->catalog));

  if (self->sentences == NULL)
    self->sentences = winerror_sentences_new (self->catalog);
  winerror_sentences_add (self->sentences, text, position);
  self->prepared = FALSE;
}

/**
 * winerror_scanner_add_languages:
 * @self: a scanner
 *
 * Has winerror_scanner_find_known() find the descriptions in every shipped language. One that is
 * not installed is passed over.
 */
void
winerror_scanner_add_languages (WinerrorScanner *self)
{
  const char *const *shipped = winerror_language_list_shipped ();
  guint n;

  g_return_if_fail (self != NULL);

  n = winerror_catalog_get_n_entries (self->catalog);
  for (gsize i = 0; shipped[i] != NULL; i++)
    {
      g_autoptr (WinerrorLanguage) language = winerror_language_new_shipped (shipped[i], NULL);

      for (guint j = 0; language != NULL && j < n; j++)
        {
          WinerrorEntry *entry = winerror_catalog_get_entry (self->catalog, j);
          const char *description = winerror_language_describe (language, entry);

          if (!g_str_equal (description, winerror_entry_get_source_description (entry)))
            winerror_scanner_add_sentence (self, description, j);
        }
    }
}

/**
 * winerror_scanner_find:
 * @self: a scanner
 * @text: one or several lines of UTF-8 text; bytes that are no UTF-8 do no harm
 * @length: its length in bytes
 * @matches: (element-type WinerrorMatch): an empty array that takes the codes, in order of
 *   appearance
 *
 * Finds the codes in a text: symbols and the names of NTSTATUS values; Win32 codes in an HRESULT or
 * NTSTATUS; and other numbers where a word before them says that they are codes (error, status,
 * returned, …). Numbers that are dates, times, versions, counts, parts of names and the like are
 * none. A well-formed HRESULT or NTSTATUS, and an announced number, is found whether or not the
 * catalog has it.
 */
void
winerror_scanner_find (WinerrorScanner *self, const char *text, gsize length, GArray *matches)
{
  Pass pass = { .scanner = self, .text = text, .all = TRUE, .matches = matches };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (matches != NULL && matches->len == 0);

  pass.end = text + length;
  pass.number_end = text;
  pass.symbol_end = text;
  run_all (&pass);
}

/**
 * winerror_scanner_find_known:
 * @self: a scanner
 * @text: any number of lines, in UTF-8; bytes that are no UTF-8 do no harm
 * @length: its length in bytes
 * @matches: (element-type WinerrorMatch): an empty array that takes the matches, in order of
 *   appearance
 *
 * Finds what of the catalog a log names: codes as winerror_scanner_find() finds them, and whole
 * descriptions. An entry that a line names several times in one place, by its code in two forms or
 * by code and description, is found once. Message numbers of Windows Installer are not found.
 */
void
winerror_scanner_find_known (WinerrorScanner *self, const char *text, gsize length, GArray *matches)
{
  Pass pass = { .scanner = self, .text = text, .matches = matches };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (matches != NULL && matches->len == 0);

  pass.end = text + length;
  pass.number_end = text;
  pass.symbol_end = text;
  prepare (self);
  winerror_triggers_run (&self->triggers, text, pass.end, pull, &pass);
  winerror_match_remove_repetitions (matches, text);
}
