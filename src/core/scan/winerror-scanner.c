// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-scanner.h"

#include "winerror-language.h"
#include "winerror-context.h"
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
  TRIGGER_NUMBER_AFTER = 1 << 0, /* a number that begins one byte after the place */
  TRIGGER_NAME = 1 << 1,         /* part of a symbol, or the words by which LDAP is recognized */
  TRIGGER_SENTENCE = 1 << 2,
};

/* What a number may follow in a log; and how those begin that are hexadecimal without saying so and
 * do not begin with a digit. */
static const char separators[] = " \t=:([<{'\"`,;#-%|>";
static const char *const hex_starts[] = { "C0", "C1", "CA", "D0", "E0", "FF" };

/* Samba has names of its own for NTSTATUS values. */
#define SAMBA_PREFIX "NT_"
#define SAMBA_STATUS "NT_STATUS_"

#define LDAP_DATA  "data "
#define LDAP_ERROR "DSID-"

struct _WinerrorScanner
{
  WinerrorCatalog *catalog;
  WinerrorSentences *sentences;
  gboolean prepared;
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
  gboolean all; /* it is a query: also codes that the catalog has not */
  GArray *matches;
} Pass;

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_';
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

/* Adds a match for an entry of the catalog. */
static void
add_listed (Pass *pass, const char *from, gsize length, guint position, gboolean sentence)
{
  WinerrorEntryInfo info;
  WinerrorTable *table = winerror_catalog_get_info (pass->scanner->catalog, position, &info);
  WinerrorMatch match = {
    .start = (gsize) (from - pass->text),
    .length = length,
    .code = {
      .family = winerror_table_get_info (table)->family,
      .code = info.code,
      .form = WINERROR_CODE_DIRECT,
      .value = info.code,
    },
    .position = position,
    .announced = TRUE,
    .sentence = sentence,
  };

  match.win32 = match.code.family == WINERROR_FAMILY_WIN32 ? info.code : info.win32;
  add_match (pass, match);
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

/* Finds the first reading that a table holds; those of the small families count where the words of
 * the line are about them. */
static gboolean
find_listed (Pass *pass,
             const WinerrorCode *readings,
             guint n,
             guint families,
             WinerrorMatch *match)
{
  for (guint i = 0; i < 2 * n; i++)
    {
      const WinerrorCode *reading = &readings[i % n];
      gboolean small = winerror_family_is_small (reading->family);

      /* first those that the words name */
      if (i < n ? (families & 1u << reading->family) == 0 : small)
        continue;
      if (!winerror_catalog_lookup_code (pass->scanner->catalog, reading->family, reading->code,
                                         &match->position))
        continue;
      match->code = *reading;
      return TRUE;
    }
  match->position = WINERROR_MATCH_UNLISTED;
  match->code = readings[0];
  return FALSE;
}

/* Values that are flags more often than codes: of low severity without a facility, or round. */
static gboolean
is_weak (guint32 value)
{
  return ((value & 0x3FFFFF00u) == 0 && value >> 30 != 3) || (value & G_MAXUINT16) == 0;
}

/* What fills 32 bits speaks for itself where a table holds it; else where the text says so, or it
 * is all that brackets hold. */
static gboolean
take_wide (Pass *pass,
           const WinerrorNumber *number,
           const char *begin,
           const char *end,
           WinerrorMatch *match)
{
  gboolean bare = !number->hex && !number->negative;
  gboolean listed = match->position != WINERROR_MATCH_UNLISTED;

  if (bare && (winerror_context_is_part (begin, number->from, number->to, end) ||
               winerror_context_is_counted (number->to, end) ||
               (end - number->to > 1 && *number->to == '-' && g_ascii_isalnum (number->to[1]))))
    return FALSE;
  match->announced = winerror_context_judge (begin, number->from, number->to, end) !=
                     WINERROR_CONTEXT_NONE;
  if (match->announced)
    return !bare || listed || pass->all || match->code.value >> 31 != 0;
  if (pass->all)
    return listed || !bare;
  if (winerror_context_is_quantity (begin, number->from) || (bare && match->code.value >> 31 == 0))
    return FALSE;
  if (listed)
    return !is_weak (match->code.value);
  return number->hex && match->code.value >> 31 != 0 && number->from > begin && number->to < end &&
         number->from[-1] == '[' && *number->to == ']';
}

/* Other numbers are codes where the text around them says so. */
static gboolean
take_plain (Pass *pass,
            const WinerrorNumber *number,
            const char *begin,
            const char *end,
            WinerrorMatch *match)
{
  gboolean listed = match->position != WINERROR_MATCH_UNLISTED;
  gboolean glued = winerror_context_is_glued (begin, number->from);
  WinerrorContext context;

  if (number->magnitude == 0 || (!listed && !pass->all) || (number->negative && !pass->all) ||
      (number->letters && (!listed || number->n_digits < 3)))
    return FALSE;
  if (winerror_context_is_part (glued ? number->from : begin, number->from, number->to, end))
    return FALSE;
  context = winerror_context_judge (begin, number->from, number->to, end);
  if (glued && context == WINERROR_CONTEXT_NONE)
    context = WINERROR_CONTEXT_LIKELY;
  if (context == WINERROR_CONTEXT_NONE || (context == WINERROR_CONTEXT_LIKELY && !listed))
    return FALSE;
  if (!pass->all && (context == WINERROR_CONTEXT_INSTALLER_MESSAGE ||
                     (!number->hex && number->magnitude <= G_MAXUINT8 &&
                      winerror_context_is_exit_code (begin, number->from))))
    return FALSE;
  match->announced = TRUE;
  return TRUE;
}

/* The Win32 code that an entry is or becomes. */
static guint32
get_win32 (const Pass *pass, const WinerrorMatch *match)
{
  WinerrorEntryInfo info;

  if (match->code.family == WINERROR_FAMILY_WIN32)
    return match->code.code;
  if (match->position == WINERROR_MATCH_UNLISTED)
    return 0;
  winerror_catalog_get_info (pass->scanner->catalog, match->position, &info);
  return info.win32;
}

static void
take_number (Pass *pass, const char *from)
{
  WinerrorNumber number;
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  WinerrorMatch match = { 0 };
  const char *begin;
  const char *end;
  gboolean taken;
  guint n;

  if (from < pass->number_end || from >= pass->end ||
      (!pass->all && from > pass->text && is_word_byte (from[-1])))
    return;
  n = winerror_number_read (pass->text, from, pass->end, &number)
          ? winerror_code_from_number (&number, readings)
          : 0;
  pass->number_end = number.to;
  if (n == 0)
    return;

  begin = line_begin (pass, number.from);
  end = line_end (pass, number.to);
  if (winerror_context_is_word_start (number.to, end) ||
      (winerror_context_is_word_end (begin, number.from) &&
       !winerror_context_is_glued (begin, number.from)))
    return;
  find_listed (pass, readings, n, pass->all ? winerror_context_get_families (begin, end) : 0,
               &match);
  taken = readings[0].value > G_MAXUINT16 ? take_wide (pass, &number, begin, end, &match)
                                          : take_plain (pass, &number, begin, end, &match);
  if (!taken)
    return;
  match.start = (gsize) (number.from - pass->text);
  match.length = (gsize) (number.to - number.from);
  match.win32 = get_win32 (pass, &match);
  add_match (pass, match);
}

/* Names */

/* Whether a word of a log may be a symbol: none of those without an underscore, which are words,
 * and of those that say that all is well. */
static gboolean
is_symbol (const char *symbol, const WinerrorEntryInfo *info)
{
  return (strchr (symbol, '_') != NULL || g_str_has_prefix (symbol, "WSA")) && info->code != 0;
}

static void
take_symbol (Pass *pass, const char *p)
{
  const char *from = p;
  const char *to = p;
  char symbol[MAX_SYMBOL + 1];
  const char *name = symbol;
  const char *found;
  WinerrorEntryInfo info;
  guint position;

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
  if (g_str_has_prefix (symbol, SAMBA_STATUS))
    name += strlen (SAMBA_PREFIX);
  found = winerror_catalog_lookup_symbol (pass->scanner->catalog, name, &position);
  if (found == NULL || !g_str_equal (found, name))
    return;
  winerror_catalog_get_info (pass->scanner->catalog, position, &info);
  if (is_symbol (name, &info))
    add_listed (pass, from, (gsize) (to - from), position, FALSE);
}

/* Active Directory */

static void
take_hex (Pass *pass, const char *from, const char *to, gboolean listed)
{
  guint32 value = 0;
  WinerrorMatch match = {
    .start = (gsize) (from - pass->text),
    .length = (gsize) (to - from),
    .announced = TRUE,
  };

  for (const char *p = from; p < to; p++)
    value = value << 4 | (guint) g_ascii_xdigit_value (*p);
  match.code = (WinerrorCode){
    .family = WINERROR_FAMILY_WIN32,
    .code = value,
    .form = WINERROR_CODE_HEX,
    .value = value,
  };
  match.win32 = value;
  if (!winerror_catalog_lookup_code (pass->scanner->catalog, WINERROR_FAMILY_WIN32, value,
                                     &match.position))
    match.position = WINERROR_MATCH_UNLISTED;
  if (value > 0 && value <= G_MAXUINT16 && (!listed || match.position != WINERROR_MATCH_UNLISTED))
    add_match (pass, match);
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

  if (winerror_sentences_match (pass->scanner->sentences, begin, anchor, end, &found))
    add_listed (pass, found.start, found.length, found.position, TRUE);
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
      if (winerror_number_begins (p, pass->end))
        take_number (pass, p);
    }
}

/* Making a scanner */

/* Has numbers looked at that follow a byte. */
static void
add_numbers_after (WinerrorScanner *self, char byte)
{
  char start[4] = { byte };

  for (char digit = '0'; digit <= '9'; digit++)
    {
      start[1] = digit;
      start[2] = '\0';
      winerror_triggers_add (&self->triggers, start, TRIGGER_NUMBER_AFTER);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (hex_starts); i++)
    {
      start[1] = hex_starts[i][0];
      start[2] = hex_starts[i][1];
      start[3] = '\0';
      winerror_triggers_add (&self->triggers, start, TRIGGER_NUMBER_AFTER);
    }
}

/* What a log is looked through for: numbers, and what every symbol has, a capital before an
 * underscore. */
static void
add_log_triggers (WinerrorScanner *self)
{
  for (const char *p = separators; *p != '\0'; p++)
    add_numbers_after (self, *p);
  for (guint byte = 0x80; byte <= 0xBF; byte++) /* the end of a character of another script */
    add_numbers_after (self, (char) byte);
  for (char capital = 'A'; capital <= 'Z'; capital++)
    {
      const char start[] = { capital, '_', '\0' };

      winerror_triggers_add (&self->triggers, start, TRIGGER_NAME);
    }
  winerror_triggers_add (&self->triggers, "WSA", TRIGGER_NAME);
}

static void
add_anchor_cb (const char *anchor, gpointer user_data)
{
  winerror_triggers_add (user_data, anchor, TRIGGER_SENTENCE);
}

/* A scanner for queries does not get ready for logs. */
static void
prepare (WinerrorScanner *self)
{
  if (self->prepared)
    return;

  if (self->sentences == NULL)
    self->sentences = winerror_sentences_new (self->catalog);
  winerror_sentences_prepare (self->sentences, add_anchor_cb, &self->triggers);
  add_log_triggers (self);
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

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);

  self = g_new0 (WinerrorScanner, 1);
  self->catalog = g_object_ref (catalog);
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
 * Has winerror_scanner_find_in_log() find a sentence. The English descriptions are there from the
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
 * Has winerror_scanner_find_in_log() find the descriptions in every shipped language. One that is
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
          WinerrorEntryInfo info;
          const char *description;

          if (!winerror_catalog_is_listed (self->catalog, j))
            continue;
          winerror_catalog_get_info (self->catalog, j, &info);
          description = winerror_language_translate (language, info.description);
          if (description != info.description)
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
 * winerror_scanner_find_in_log:
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
winerror_scanner_find_in_log (WinerrorScanner *self,
                              const char *text,
                              gsize length,
                              GArray *matches)
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
