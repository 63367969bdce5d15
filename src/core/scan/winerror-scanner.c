// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-scanner.h"

#include "winerror-announcements.h"
#include "winerror-context-stop.h"
#include "winerror-context.h"
#include "winerror-language.h"
#include "winerror-number.h"
#include "winerror-scan-pass.h"
#include "winerror-sentences.h"
#include "winerror-triggers.h"

#include <string.h>

/* What may begin at a place of a text, see WinerrorTriggers. */
enum
{
  TRIGGER_EDGE = 1 << 0, /* what stands before a number of 32 bits or a short word */
  TRIGGER_NAME = 1 << 1, /* part of a symbol */
  TRIGGER_SENTENCE = 1 << 2,
  TRIGGER_WORD = 1 << 3, /* part of a word that announces a code */
};

/* What a number that speaks for itself may follow in a log, and how many digits it has at least. */
static const char separators[] = " \t\n=:([<{'\"`,;#|>";
#define MIN_DIGITS 8

/* Of how many digits the status of a request is. */
#define STATUS_LENGTH 3

/* How many bytes at the end of a line may be numbers that are announced at its beginning. */
#define MAX_LAST 64

#define LDAP_DATA  "data "
#define LDAP_ERROR "DSID-"

/* The first argument of a stop code, as WinDbg has it, which may be the code of an exception */
#define STOP_ARGUMENT "Arg1: "

struct _WinerrorScanner
{
  WinerrorCatalog *catalog;
  WinerrorSentences *sentences;
  WinerrorKnownCodes *known;            /* for logs */
  WinerrorAnnouncements *announcements; /* for logs */
  gboolean prepared;
  WinerrorTriggers triggers;
};

/* One way through a text. */
typedef struct
{
  WinerrorScanPass pass;
  WinerrorScanner *scanner;
  const char *line_end;     /* of the last line that announces a code; NULL before the first one */
  const char *taken;        /* up to here the numbers of that line have been taken */
  const char *marked_taken; /* up to here those that are marked as codes */
} Walk;

/* Descriptions */

/* Takes a number in the line of a description that is the code of it: "1385: Logon failure: …". */
static void
take_number_of_sentence (WinerrorScanPass *pass, const WinerrorSentenceMatch *found)
{
  const char *begin = winerror_scan_pass_line_begin (pass, found->start);
  const char *end = winerror_scan_pass_line_end (pass, found->start);
  const char *p = begin;

  while (p < end)
    {
      WinerrorNumber number;
      guint32 value;

      if (!g_ascii_isdigit (*p) || winerror_context_is_word_end (begin, p))
        {
          p++;
          continue;
        }
      if (!winerror_number_read (begin, p, end, &number) ||
          winerror_context_is_part (begin, number.from, number.to, end) ||
          !winerror_number_get_value (&number, &value))
        value = 0;
      for (guint i = 0; i < found->n_positions; i++)
        {
          WinerrorEntryInfo info;

          winerror_catalog_get_info (pass->catalog, found->positions[i], &info);
          if (info.code == value)
            winerror_scan_pass_add_entry (pass, p, (gsize) (number.to - p), found->positions[i],
                                          FALSE);
        }
      p = number.to;
    }
}

static void
take_sentence (Walk *walk, const char *anchor)
{
  WinerrorScanPass *pass = &walk->pass;
  const char *begin = anchor - MIN (anchor - pass->text, WINERROR_SCAN_PASS_LINE_WINDOW);
  const char *end = anchor + MIN (pass->end - anchor, WINERROR_SCAN_PASS_LINE_WINDOW);
  WinerrorSentenceMatch found;

  if (!winerror_sentences_match (walk->scanner->sentences, begin, anchor, end, &found))
    return;
  for (guint i = 0; i < found.n_positions; i++)
    winerror_scan_pass_add_entry (pass, found.start, found.length, found.positions[i], TRUE);
  take_number_of_sentence (pass, &found);
}

/* Numbers of a log */

/* Whether a number that speaks for itself may begin at a place: eight digits, or more. */
static gboolean
is_wide (const char *p, const char *end)
{
  guint n = 0;

  if (end - p > 2 && p[0] == '0' && (p[1] == 'x' || p[1] == 'X'))
    p += 2;
  while (n < MIN_DIGITS && p < end && g_ascii_isxdigit (*p++))
    n++;
  return n == MIN_DIGITS;
}

/* Takes the codes after a word that announces them, in its line; after one that only reports a
 * failure, those that are marked as codes. */
static void
take_line (Walk *walk, const char *p, gboolean marked)
{
  const char **taken = marked ? &walk->marked_taken : &walk->taken;
  const char *to;

  if (*p == '\n') /* with which a short word is found */
    p++;
  if (walk->line_end == NULL || p >= walk->line_end)
    {
      const char *newline = memchr (p, '\n', (gsize) (walk->pass.end - p));

      /* the code may stand in a line of its own below */
      if (newline != NULL && winerror_scan_pass_is_open (&walk->pass, newline))
        newline = memchr (newline + 1, '\n', (gsize) (walk->pass.end - newline) - 1);
      walk->line_end = newline != NULL ? newline : walk->pass.end;
      walk->taken = p;
      walk->marked_taken = p;
    }
  to = p + MIN (walk->line_end - p, WINERROR_SCAN_PASS_LINE_WINDOW);
  if (to > *taken)
    winerror_scan_pass_take_numbers (&walk->pass, MAX (*taken, p), to, marked);
  *taken = MAX (*taken, to);
}

/* Takes the codes among the numbers at the end of a line: of a log of IIS, that after status and
 * substatus, "401 1 1326 15"; of one of Windows Installer, the last one. */
static void
take_last (Walk *walk, const char *p)
{
  const char *end = winerror_scan_pass_line_end (&walk->pass, p);
  const char *limit = p + MAX (end - p, MAX_LAST) - MAX_LAST;
  const char *last[2] = { NULL, NULL }; /* the numbers before */
  gboolean is_request = *p == ' ';

  while (end > limit && (end[-1] == ' ' || end[-1] == '.'))
    end--;
  if (end - limit >= 3 && memcmp (end - 3, "。", 3) == 0)
    end -= 3;
  p = end;
  while (p > limit && (g_ascii_isdigit (p[-1]) || p[-1] == ' '))
    p--;
  while (p < end)
    {
      const char *from = p;

      while (p < end && *p != ' ')
        p++;
      if (is_request ? last[1] != NULL && last[1][STATUS_LENGTH] == ' ' && *from != '0' : p == end)
        winerror_scan_pass_take_number_again (&walk->pass, from);
      while (p < end && *p == ' ')
        p++;
      last[1] = last[0];
      last[0] = from;
    }
}

static void
take_announced (Walk *walk, const char *p)
{
  const char *number = NULL;

  switch (winerror_announcements_read (walk->scanner->announcements, walk->pass.text, p,
                                       walk->pass.end, &number))
    {
    case WINERROR_ANNOUNCEMENT_WORD:
      number = winerror_scan_pass_number_before (&walk->pass, p);
      if (number != NULL)
        winerror_scan_pass_take_number (&walk->pass, number);
      take_line (walk, p, FALSE);
      break;
    case WINERROR_ANNOUNCEMENT_FAILURE:
      take_line (walk, p, TRUE);
      break;
    case WINERROR_ANNOUNCEMENT_NUMBER:
      winerror_scan_pass_take_number (&walk->pass, number);
      break;
    case WINERROR_ANNOUNCEMENT_LAST:
      take_last (walk, p);
      break;
    default:
      break;
    }
}

/* The way through a text */

static gboolean
is_at (const WinerrorScanPass *pass, const char *p, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (pass->end - p) > length && g_ascii_strncasecmp (p, text, length) == 0;
}

/* Takes what Active Directory says in a way of its own. */
static gboolean
take_ldap (WinerrorScanPass *pass, const char *p)
{
  if (*p != 'd' && *p != 'D')
    return FALSE;
  if (is_at (pass, p, LDAP_DATA))
    winerror_scan_pass_take_ldap_data (pass, p);
  else if (is_at (pass, p, LDAP_ERROR))
    winerror_scan_pass_take_ldap_error (pass, p);
  else
    return FALSE;
  return TRUE;
}

/* Takes the code of an exception that a stop code comes from. */
static gboolean
take_argument (WinerrorScanPass *pass, const char *p)
{
  const char *to;

  if (*p != 'A' || !is_at (pass, p, STOP_ARGUMENT))
    return FALSE;
  p += strlen (STOP_ARGUMENT);
  for (to = p; to < pass->end && g_ascii_isxdigit (*to);)
    to++;
  if (winerror_context_is_exception_argument (to, pass->end))
    winerror_scan_pass_take_number (pass, p);
  return TRUE;
}

static void
pull (const char *p, guint triggers, gpointer user_data)
{
  Walk *walk = user_data;

  if ((triggers & (TRIGGER_EDGE | TRIGGER_WORD)) != 0)
    {
      if (((triggers & TRIGGER_EDGE) != 0 || !g_ascii_isalpha (*p)) &&
          is_wide (p + 1, walk->pass.end))
        winerror_scan_pass_take_number (&walk->pass, p + 1);
      else if (!take_ldap (&walk->pass, p) && !take_argument (&walk->pass, p))
        take_announced (walk, p);
    }
  if ((triggers & TRIGGER_NAME) != 0)
    winerror_scan_pass_take_symbol (&walk->pass, p);
  if ((triggers & TRIGGER_SENTENCE) != 0)
    take_sentence (walk, p);
}

/* Looks at every number. */
static void
run_all (WinerrorScanPass *pass)
{
  for (const char *p = pass->text; p < pass->end; p++)
    {
      take_ldap (pass, p);
      if (winerror_number_begins (p, pass->end))
        winerror_scan_pass_take_number (pass, p);
    }
}

/* Making a scanner */

/* Has numbers looked at that begin with some digits and follow one of several bytes. */
static void
add_numbers (WinerrorScanner *self, const char *before, const char *digits, guint kind)
{
  for (const char *p = before; *p != '\0'; p++)
    {
      g_autofree char *start = g_strdup_printf ("%c%s", *p, digits);

      winerror_triggers_add (&self->triggers, start, kind);
    }
}

/* What a log is looked through for: numbers that speak for themselves, what announces others, and
 * what every symbol has, a capital before an underscore. */
static void
add_log_triggers (WinerrorScanner *self)
{
  static const char *const hex[] = { "0x8", "0xA", "0xC", "0xD", "0xE", "0xF" };
  static const char *const bare[] = { "80", "87", "8A", "C0", "C1", "CA", "D0", "E0" };
  static const char *const negative[] = { "107", "105", "197", "201", "214", "805" };
  static const char *const decimal[] = { "214", "322" };

  for (gsize i = 0; i < G_N_ELEMENTS (hex); i++)
    {
      add_numbers (self, separators, hex[i], TRIGGER_EDGE);
      add_numbers (self, "nrt", hex[i], TRIGGER_EDGE); /* "\t0x80070005" */
      add_numbers (self, "/", hex[i], TRIGGER_EDGE);   /* Wsl/Service/CreateInstance/0xd0000034 */
      for (guint byte = 0x80; byte <= 0xBF; byte++) /* the end of a character of another script */
        {
          const char before[] = { (char) byte, '\0' };

          add_numbers (self, before, hex[i], TRIGGER_EDGE);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bare); i++)
    /* no words: cache, each */
    for (const char *digit = bare[i][0] == '8' ? "0123456789abcdef" : "0123456789"; *digit != '\0';
         digit++)
      {
        const char digits[] = { bare[i][0], bare[i][1], *digit, '\0' };

        add_numbers (self, separators, digits, TRIGGER_EDGE);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (negative); i++)
    add_numbers (self, "-", negative[i], TRIGGER_EDGE);
  /* not among the others, which have zeros where years have them */
  for (gsize i = 0; i < G_N_ELEMENTS (decimal); i++)
    add_numbers (self, separators, decimal[i], TRIGGER_WORD);
  for (int capital = 'A'; capital <= 'Z'; capital++)
    {
      char start[] = { (char) capital, '_', '\0', '\0' };

      for (start[2] = '0'; start[2] <= 'z'; start[2]++)
        if (g_ascii_isalnum (start[2]))
          winerror_triggers_add_exact (&self->triggers, start, TRIGGER_NAME);
    }
  winerror_triggers_add_exact (&self->triggers, "WSA", TRIGGER_NAME);
  winerror_triggers_add (&self->triggers, LDAP_DATA, TRIGGER_WORD);
  winerror_triggers_add (&self->triggers, LDAP_ERROR, TRIGGER_WORD);
  winerror_triggers_add_exact (&self->triggers, STOP_ARGUMENT, TRIGGER_WORD);
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
  if (self->known == NULL)
    {
      self->known = winerror_known_codes_new (self->catalog);
      self->announcements = winerror_announcements_new (&self->triggers, TRIGGER_WORD,
                                                        TRIGGER_EDGE);
      add_log_triggers (self);
    }
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
  g_clear_pointer (&self->known, winerror_known_codes_free);
  g_clear_pointer (&self->announcements, winerror_announcements_free);
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
 * stands for all of them where no code in its line decides.
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

  n = winerror_catalog_get_n_built_in (self->catalog);
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
  WinerrorScanPass pass = {
    .text = text, .number_end = text, .symbol_end = text, .all = TRUE, .matches = matches
  };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (matches != NULL && matches->len == 0);

  pass.catalog = self->catalog;
  pass.end = text + length;
  run_all (&pass);
}

/* Takes what is at the beginning of the text as if a line break stood before it, for which there
 * are triggers. */
static void
take_beginning (Walk *walk)
{
  char start[8] = { '\n' };
  const char *text = walk->pass.text;
  gsize length = MIN ((gsize) (walk->pass.end - text), sizeof start - 1);
  const char *end = start + 1 + length;
  const char *number;

  memcpy (start + 1, text, length);
  if ((winerror_triggers_test (&walk->scanner->triggers, start, end) &
       (TRIGGER_EDGE | TRIGGER_WORD)) == 0)
    return;
  if (is_wide (text, walk->pass.end))
    winerror_scan_pass_take_number (&walk->pass, text);
  else
    switch (winerror_announcements_read (walk->scanner->announcements, start, start, end, &number))
      {
      case WINERROR_ANNOUNCEMENT_WORD:
        take_line (walk, text, FALSE);
        break;
      case WINERROR_ANNOUNCEMENT_FAILURE:
        take_line (walk, text, TRUE);
        break;
      default:
        break;
      }
}

/**
 * winerror_scanner_find_in_log:
 * @self: a scanner
 * @text: any number of lines, in UTF-8; bytes that are no UTF-8 do no harm
 * @length: its length in bytes
 * @matches: (element-type WinerrorMatch): an empty array that takes the matches, in order of
 *   appearance
 *
 * Finds the codes that a log names, and whole descriptions. Less is taken for a code than by
 * winerror_scanner_find(): of numbers up to 16 bits only those that a table holds, or that the text
 * says to be errors of Windows; of 32 bits also others where the text says that they are codes and
 * they are made like errors. What says that all is well is none, nor are the small numbers of other
 * programs. An entry that a line names several times in one place, by its code in two forms or by
 * code and description, is found once; a description of several entries is found for each of them,
 * unless a code in its line decides. An NTSTATUS value is followed by the code of the table of
 * record that it becomes.
 */
void
winerror_scanner_find_in_log (WinerrorScanner *self,
                              const char *text,
                              gsize length,
                              GArray *matches)
{
  Walk walk = {
    .scanner = self,
    .pass = { .text = text, .number_end = text, .symbol_end = text, .matches = matches },
  };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (matches != NULL && matches->len == 0);

  prepare (self);
  walk.pass.catalog = self->catalog;
  walk.pass.known = self->known;
  walk.pass.end = text + length;
  take_beginning (&walk);
  winerror_triggers_run (&self->triggers, text, walk.pass.end, pull, &walk);
  winerror_match_remove_repetitions (matches, text);
  winerror_match_add_win32 (matches, text, self->catalog);
}
