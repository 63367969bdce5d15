// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What is asked of the numbers of a log beyond winerror_context_judge(): a log is full of numbers
 * after words such as status and code, and most programs have error numbers of their own. */

#include "winerror-context-log.h"

#include "winerror-context-foreign.h"
#include "winerror-context-stop.h"
#include "winerror-context-told.h"
#include "winerror-context.h"
#include "winerror-scan-texts.h"

#include <string.h>

/* How many words before a number may announce it, tell that something failed, and tell whose number
 * it is. */
#define MAX_WORDS         6
#define MAX_FAILURE_WORDS 12
#define MAX_LINE_WORDS    24

/* How many words of the sentence after a number say that it is the code of that sentence. */
#define MIN_TOLD 2

static gboolean
contains (const char *begin, const char *end, const char *text)
{
  return g_strstr_len (begin, end - begin, text) != NULL;
}

/* Below which numbers a name after them tells whose they are. */
#define MAX_NAMED 1000

/* What cmd.exe ends with where there is no such command. */
#define NO_COMMAND 9009

/* With what a WebSocket is closed. */
#define FIRST_CLOSE 1000
#define LAST_CLOSE  1015

/**
 * winerror_context_find_announcing:
 * @begin: where the line begins
 * @from: where a number in it begins
 * @word: (out caller-allocates): return location for the word
 *
 * Finds the word that announces a number, over those that may stand between.
 *
 * Returns: whether there is one
 */
gboolean
winerror_context_find_announcing (const char *begin, const char *from, WinerrorContextWord *word)
{
  const char *p = from;

  for (guint i = 0; i < MAX_WORDS && winerror_context_word_read_before (begin, p, word) &&
                    winerror_context_word_joins (word, p);
       i++)
    {
      if ((word->roles & WINERROR_ROLE_ANNOUNCES) != 0)
        return TRUE;
      if ((word->roles & WINERROR_ROLE_FILLS) == 0)
        return FALSE;
      p = word->start;
    }
  return FALSE;
}

static gboolean
word_contains (const WinerrorContextWord *word, const char *text)
{
  gsize length = strlen (text);

  for (const char *p = word->start; p + length <= word->end; p++)
    if (g_ascii_strncasecmp (p, text, length) == 0)
      return TRUE;
  return FALSE;
}

/* "System error 5", "Win32 error code 5", "WIN32_EXIT_CODE : 5", "Erreur système 5": whether the
 * word that announces a number, one of three words up to it or one after it names the system */
static gboolean
is_native (const char *begin, const char *from, const WinerrorContextWord *word)
{
  WinerrorContextWord after;

  if (word_contains (word, "win32") ||
      winerror_context_has_role_before (begin, word->end, WINERROR_ROLE_NATIVE, 3))
    return TRUE;
  for (const char *p = from;
       winerror_context_word_read_before (begin, p, &after) && after.start > word->start;
       p = after.start)
    if ((after.roles & WINERROR_ROLE_NATIVE) != 0)
      return TRUE;
  return FALSE;
}

/* "Initialize:232]", "(ImportBailout.Error:1331)": a place in a source file */
static gboolean
is_place (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContextWord word;
  const char *p;

  if (from - begin < 2 || from[-1] != ':' ||
      !winerror_context_word_read_before (begin, from, &word) || word.end + 1 != from)
    return FALSE;
  if ((word.roles & (WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FILLS)) == 0)
    return !winerror_context_word_is_number (&word);

  p = word.start;
  if (to == end || *to != ')' || p == begin || p[-1] != '.')
    return FALSE;
  while (p > begin && (g_ascii_isalnum (p[-1]) || p[-1] == '_' || p[-1] == '.'))
    p--;
  return p > begin && p[-1] == '(';
}

/* "(Microsoft SQL Server, Error: 1418)"; but a line about the connection, which names the provider,
 * has an error of Windows there. */
static gboolean
is_of_sql (const char *begin, WinerrorContextWord word, const char *end)
{
  if (contains (begin, end, "rovider"))
    return FALSE;
  for (guint i = 0; i < 2 && winerror_context_word_read_before (begin, word.start, &word); i++)
    {
      if ((word.roles & WINERROR_ROLE_NATIVE) != 0)
        return FALSE;
      if (word.end - word.start >= 3 && g_ascii_strncasecmp (word.start, "sql", 3) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "SMTP error code 550": somebody else's error, over several words for one */
static gboolean
is_foreign_chain (const char *begin, WinerrorContextWord word)
{
  WinerrorContextWord before;

  while (winerror_context_word_read_before (begin, word.start, &before) &&
         !winerror_context_has_any (before.end, word.start, ":,;([="))
    {
      if ((before.roles & WINERROR_ROLE_NATIVE) != 0)
        return FALSE;
      if ((before.roles & WINERROR_ROLE_FOREIGN) != 0)
        return TRUE;
      if ((before.roles & (WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FILLS)) == 0)
        return FALSE;
      word = before;
    }
  return FALSE;
}

/* What is numbered as codes are: the notes of setup logs, "inf: … Code = 1303", the targets of make
 */
static gboolean
is_numbered (const char *begin, const WinerrorContextWord *word)
{
  const char *p = word->start;
  WinerrorContextWord before;

  if (winerror_context_word_equals (word, "code"))
    for (const char *to = p; winerror_context_word_read_before (begin, to, &before);
         to = before.start)
      if ((before.roles & WINERROR_ROLE_NOTES) != 0 && *before.end == ':')
        return TRUE;
  /* make: *** [all] Error 2 */
  return p - begin >= 2 && p[-1] == ' ' && p[-2] == ']' && contains (begin, p, "*** [");
}

/* The statuses of HTTP. */
static gboolean
is_http_status (guint64 value)
{
  return (value >= 200 && value <= 208) || (value >= 300 && value <= 308) ||
         (value >= 400 && value <= 431) || value == 226 || value == 451 ||
         (value >= 500 && value <= 511);
}

/* "ERROR 206 (0x000000CE)": whether brackets after the number hold the same in hexadecimal, as few
 * but Windows' programs write it */
static gboolean
has_hex (const char *begin, const WinerrorNumber *number, const char *end)
{
  WinerrorNumber other;

  return end - number->to > 4 && memcmp (number->to, " (0x", 4) == 0 &&
         winerror_number_read (begin, number->to + 2, end, &other) &&
         other.magnitude == number->magnitude && other.to < end && *other.to == ')';
}

/* "Return Code: 6 (0x00000006)": the same, of eight digits */
static gboolean
has_full_hex (const char *begin, const WinerrorNumber *number, const char *end)
{
  return has_hex (begin, number, end) && end - number->to > 12 && number->to[12] == ')';
}

/* Whether a function's result is spoken of: "RegOpenKey() failed: 2", "RegOpenKey returned 2" */
static gboolean
is_of_function (const char *begin, const WinerrorContextWord *word)
{
  WinerrorContextWord before;
  const char *p = word->start;

  while (p > begin && p[-1] == ' ')
    p--;
  if (p > begin && p[-1] == ')')
    return TRUE;
  return winerror_context_word_read_before (begin, word->start, &before) &&
         winerror_context_word_joins (&before, word->start) &&
         winerror_context_is_function (before.start, before.end);
}

/* "Cannot open the device. (5)": whether a number in brackets ends what is said. */
static gboolean
is_last (const char *begin, const char *from, const char *end)
{
  const char *p = from;

  if (from == begin)
    return TRUE;
  if (from[-1] != '(' && from[-1] != '[')
    return TRUE;
  while (p < end && *p != ')' && *p != ']')
    p++;
  return end - p <= 1 || winerror_context_has_any (p + 1, p + 2, ".,;:\"'<");
}

/* "ReturnHr(3) tid(2600)", "OSError(22, 'Invalid argument')": what stands in brackets after a name
 * without being its error */
static gboolean
is_argument (const char *begin, const char *from, const char *to, const char *end)
{
  return from - begin >= 2 && from[-1] == '(' && g_ascii_isalpha (from[-2]) && end - to > 5 &&
         (*to == ',' || memcmp (to, ") tid", 5) == 0);
}

/* "ERROR: 1: [cudaResources.cpp": a program counts its messages */
static gboolean
is_item (const WinerrorContextWord *word,
         const WinerrorNumber *number,
         const char *end,
         const WinerrorEntryInfo *info)
{
  return number->from - word->end == 2 && memcmp (word->end, ": ", 2) == 0 &&
         end - number->to > 2 && memcmp (number->to, ": ", 2) == 0 &&
         winerror_context_count_told (number->to, end, info) == 0;
}

/* Small numbers mean something else in most programs: what one has returned of its own, how many
 * have failed, yes. They are taken where an error of Windows is spoken of. */
static gboolean
is_small_own (const char *begin,
              const WinerrorNumber *number,
              const char *end,
              const WinerrorEntryInfo *info)
{
  const char *from = number->from;
  const char *to = number->to;
  guint64 value = number->magnitude;
  WinerrorContextWord word;
  gboolean announced = winerror_context_find_announcing (begin, from, &word);
  gboolean counts;

  /* WindowsError(5, 'Access is denied.') */
  if (announced && is_native (begin, from, &word))
    return FALSE;
  if (is_argument (begin, from, to, end))
    return TRUE;
  /* RPC failed; result=22, HTTP code = 413 */
  if (end - to > 6 && memcmp (to, ", HTTP", 6) == 0)
    return TRUE;
  if (!announced)
    return value == 1 || winerror_context_is_exit_code (begin, from) ||
           !is_last (begin, from, end) ||
           winerror_context_has_role_before (begin, from, WINERROR_ROLE_DATABASE, MAX_LINE_WORDS);
  if (winerror_context_is_exit_code (begin, from) || word_contains (&word, "errno"))
    return !has_full_hex (begin, number, end);

  counts = (word.roles & WINERROR_ROLE_COUNTS) != 0 &&
           winerror_context_count_told (to, end, info) < MIN_TOLD;
  if ((word.roles & WINERROR_ROLE_FAILS) != 0 && !counts)
    return (winerror_context_word_equals (&word, "exception") && word.end + 1 == from &&
            *word.end == ' ') ||
           is_item (&word, number, end, info);
  if (is_of_function (begin, &word))
    return value == 1 && !counts;
  if (counts && winerror_context_has_any (word.end, from, ":="))
    return TRUE;
  return value == 1 || !winerror_context_has_role_before (begin, word.end, WINERROR_ROLE_FAILS,
                                                          MAX_FAILURE_WORDS);
}

/* %%1326 stands for the text of a system error, but "Failure Reason: %%2313", as others in events
 * of Windows' security log, for a text of its own. */
static gboolean
is_text_of_event (const char *begin, const char *from)
{
  WinerrorContextWord word;

  if (from - begin < 2 || from[-1] != '%' || from[-2] != '%')
    return FALSE;
  if (winerror_context_find_announcing (begin, from, &word))
    return (word.roles & WINERROR_ROLE_FAILS) == 0;
  return winerror_context_word_read_before (begin, from, &word) && !word_contains (&word, "param");
}

/* "ERROR: (1216): Unable to connect": a program numbers its own messages. */
static gboolean
is_message_number (const WinerrorContextWord *word,
                   const char *from,
                   const char *to,
                   const char *end,
                   const WinerrorEntryInfo *info)
{
  return from - word->end == 3 && memcmp (word->end, ": (", 3) == 0 && end - to > 3 &&
         memcmp (to, "): ", 3) == 0 && winerror_context_count_told (to, end, info) < MIN_TOLD;
}

/* "KDC_ERR_PREAUTH_FAILED (24)": a name of somebody else's */
static gboolean
is_of_name (const char *begin, const char *from, const WinerrorEntryInfo *info)
{
  WinerrorContextWord word;
  gboolean underscore = FALSE;

  if (from == begin || from[-1] != '(' || !winerror_context_word_read_before (begin, from, &word))
    return FALSE;
  for (const char *p = word.start; p < word.end; p++)
    {
      if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p) && *p != '_')
        return FALSE;
      underscore |= *p == '_';
    }
  return underscore &&
         (info->symbol == NULL || strlen (info->symbol) != (gsize) (word.end - word.start) ||
          memcmp (info->symbol, word.start, strlen (info->symbol)) != 0);
}

/* "ERROR 1326 --- [main]", "ERROR[1326]: chan_sip.c", "12:01:23 Error(1326): ", "Error: 326 5862
 * jlink.c:": the level of a message, and the process, the place or the time that it is from. */
static gboolean
is_after_level (const char *begin,
                const WinerrorContextWord *word,
                const WinerrorNumber *number,
                const char *end,
                const WinerrorEntryInfo *info)
{
  static const char process[] = " --- ";
  const char *p = word->start;
  const char *to = number->to;

  if ((word->roles & WINERROR_ROLE_FAILS) == 0 || end - to < 2)
    return FALSE;
  if (*word->end == ' ' && word->end + 1 == number->from)
    return (gsize) (end - to) > strlen (process) && memcmp (to, process, strlen (process)) == 0;
  if (winerror_context_count_told (to, end, info) > 0)
    return FALSE;
  if (*word->end == ' ')
    return (word->roles & WINERROR_ROLE_COUNTS) == 0 && word->end + 2 == number->from &&
           word->end[1] == '[' && end - to > 2 && memcmp (to, "] ", 2) == 0 &&
           g_ascii_isupper (word->end[-1]);
  if (*word->end == ':')
    {
      p = to + 1;
      while (p < end && g_ascii_isdigit (*p))
        p++;
      return word->end + 2 == number->from && *to == ' ' && p > to + 1 && end - p > 1 &&
             *p == ' ' && g_ascii_isalpha (p[1]);
    }
  if (*word->end == '[')
    return word->end + 1 == number->from && *to == ']' && g_ascii_isupper (word->end[-1]);

  while (p > begin && p[-1] == ' ')
    p--;
  return *word->end == '(' && to[0] == ')' && to[1] == ':' && p > begin &&
         (g_ascii_isdigit (p[-1]) || p[-1] == ')' || p[-1] == ']');
}

/* "WebSocket closed with code 1006", {"code":1006,"reason":""} */
static gboolean
is_after_close (const char *begin,
                const WinerrorContextWord *word,
                const WinerrorNumber *number,
                const char *end,
                gboolean announced)
{
  static const char *const reasons[] = { ",\"reason\"", ", \"reason\"", ", reason", " reason" };

  if (number->magnitude < FIRST_CLOSE || number->magnitude > LAST_CLOSE || !announced ||
      (word->roles & WINERROR_ROLE_FAILS) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if ((gsize) (end - number->to) > strlen (reasons[i]) &&
        memcmp (number->to, reasons[i], strlen (reasons[i])) == 0)
      return TRUE;
  return winerror_context_has_role_before (begin, word->start, WINERROR_ROLE_CLOSES, MAX_WORDS);
}

/* "exited with status 512": as wait() has it, the code of the program in the upper byte */
static gboolean
is_wait_status (const char *begin, const WinerrorNumber *number)
{
  return number->magnitude > G_MAXUINT8 && (number->magnitude & G_MAXUINT8) == 0 &&
         winerror_context_is_exit_code (begin, number->from);
}

/**
 * winerror_context_is_own:
 * @begin: where a line of a log begins
 * @number: a number in it that winerror_context_judge() takes for a code
 * @end: where the line ends
 * @info: the entry of the code
 *
 * Returns: whether the number is nonetheless one of another program, or says that all is well
 */
gboolean
winerror_context_is_own (const char *begin,
                         const WinerrorNumber *number,
                         const char *end,
                         const WinerrorEntryInfo *info)
{
  const char *from = number->from;
  /* 00000002 is how setup logs write hexadecimal numbers */
  gboolean decimal = !number->hex && !number->letters && number->n_digits < 8;
  WinerrorContextWord word;
  gboolean announced = winerror_context_find_announcing (begin, from, &word);
  WinerrorScanTextKind foreign;

  if (announced && (word_contains (&word, "http") || is_foreign_chain (begin, word) ||
                    is_of_sql (begin, word, end) || is_numbered (begin, &word)))
    return TRUE;
  if (number->magnitude > G_MAXUINT16)
    return FALSE;
  foreign = winerror_scan_texts_find (begin, end);
  if (is_place (begin, from, number->to, end) || is_text_of_event (begin, from) ||
      is_of_name (begin, from, info) ||
      winerror_context_is_told_otherwise (number->to, end, info) ||
      (announced && (is_message_number (&word, from, number->to, end, info) ||
                     is_after_level (begin, &word, number, end, info))) ||
      ((!announced || !is_native (begin, from, &word)) &&
       winerror_context_is_of_source (begin, from, number->to, end)))
    return TRUE;
  /* RemoveRegistryValues -> 1410 ignored */
  if (!announced && end - number->to > 1 && *number->to == ' ' && g_ascii_islower (number->to[1]) &&
      from - begin > 2 && memcmp (from - 2, "> ", 2) == 0)
    return TRUE;
  if (number->magnitude < MAX_NAMED && winerror_context_is_named_otherwise (number->to, end, info))
    return TRUE;
  if (number->magnitude <= G_MAXUINT8 &&
      (winerror_context_has_role_before (begin, from, WINERROR_ROLE_SMALL, MAX_LINE_WORDS) ||
       (announced &&
        (winerror_context_word_get_pair_roles (begin, &word) & WINERROR_ROLE_SMALL) != 0) ||
       (foreign & WINERROR_SCAN_TEXT_SMALL) != 0))
    return TRUE;
  if (!decimal)
    return number->magnitude == 1 && announced && (word.roles & WINERROR_ROLE_FAILS) == 0;
  if (number->magnitude == NO_COMMAND && winerror_context_is_exit_code (begin, from))
    return TRUE;
  if (is_http_status (number->magnitude) && !has_hex (begin, number, end) &&
      !(announced && (word.roles & WINERROR_ROLE_FAILS) != 0 &&
        (foreign & WINERROR_SCAN_TEXT_FUNCTION) != 0 && !contains (begin, end, "ttp")))
    return !announced || !is_native (begin, from, &word);
  if (is_after_close (begin, &word, number, end, announced) || is_wait_status (begin, number) ||
      (foreign & WINERROR_SCAN_TEXT_DECIMAL) != 0)
    return TRUE;
  return number->magnitude <= G_MAXUINT8 && is_small_own (begin, number, end, info);
}

/**
 * winerror_context_is_twice:
 * @begin: where a line of a log begins
 * @number: a number in it
 * @end: where the line ends
 *
 * Returns: whether brackets hold the number and the same in decimal: "(0x0000274D/10061)"
 */
gboolean
winerror_context_is_twice (const char *begin, const WinerrorNumber *number, const char *end)
{
  WinerrorNumber other;

  return number->hex && number->from > begin && number->from[-1] == '(' && end - number->to > 2 &&
         *number->to == '/' && winerror_number_read (begin, number->to + 1, end, &other) &&
         !other.hex && other.magnitude == number->magnitude && other.to < end && *other.to == ')';
}

/* A number that is written as the neighbours of @number are: eight hexadecimal digits. */
static gboolean
is_dumped (const char *p, const char *end)
{
  for (guint i = 0; i < 8; i++)
    if (p + i >= end || !g_ascii_isxdigit (p[i]))
      return FALSE;
  return p + 8 == end || p[8] == ' ';
}

/**
 * winerror_context_is_in_dump:
 * @begin: where a line of a log begins
 * @number: a number in it
 * @end: where the line ends
 *
 * Returns: whether the number is one of several that memory is shown as, or half of one:
 *   "2f8270f1 c0000005", "00000000`c0000005"
 */
gboolean
winerror_context_is_in_dump (const char *begin, const WinerrorNumber *number, const char *end)
{
  if (number->to - number->from != 8)
    return FALSE;
  if (number->from - begin > 8 && number->from[-1] == '`' && g_ascii_isxdigit (number->from[-2]) &&
      g_ascii_isxdigit (number->from[-9]))
    return TRUE;
  return (end - number->to > 8 && *number->to == ' ' && is_dumped (number->to + 1, end)) ||
         (number->from - begin > 8 && number->from[-1] == ' ' &&
          is_dumped (number->from - 9, end) &&
          !winerror_context_is_word_end (begin, number->from - 9));
}

/**
 * winerror_context_is_of_windows:
 * @begin: where a line of a log begins
 * @from: where a number in it begins
 *
 * Returns: whether the words before the number say that it is an error of Windows, whether or not a
 *   table holds it: "System error 53", "NET HELPMSG 3534"
 */
gboolean
winerror_context_is_of_windows (const char *begin, const char *from)
{
  WinerrorContextWord word;

  return winerror_context_find_announcing (begin, from, &word) &&
         (is_native (begin, from, &word) || winerror_context_word_equals (&word, "helpmsg"));
}

/**
 * winerror_context_is_socket_error:
 * @begin: where a line of a log begins
 * @from: where a number in it begins
 * @to: where the number ends
 * @end: where the line ends
 *
 * Returns: whether the number ends what a line says of a connection: "Connection refused 10061",
 *   "Failed to bind to the socket. 10013"
 */
gboolean
winerror_context_is_socket_error (const char *begin,
                                  const char *from,
                                  const char *to,
                                  const char *end)
{
  WinerrorContextWord word;

  if (to - from != 5 || from[0] != '1' || winerror_context_is_counted (to, end) ||
      !winerror_context_word_read_before (begin, from, &word))
    return FALSE;
  if (word.end + 1 == from)
    return *word.end == ' ' && (word.roles & WINERROR_ROLE_FAILS) != 0;
  return to == end && word.end + 2 == from && memcmp (word.end, ". ", 2) == 0 &&
         !winerror_context_word_is_number (&word) &&
         winerror_context_has_role_before (begin, word.start, WINERROR_ROLE_FAILS,
                                           MAX_FAILURE_WORDS);
}

/**
 * winerror_context_get_log_families:
 * @begin: where a line of a log begins
 * @from: where a number in it begins
 * @end: where the line ends
 *
 * Returns: a bit, 1 << family, for each small family that the number belongs to rather than to
 *   system errors; the messages of Windows Installer are none of them
 */
guint
winerror_context_get_log_families (const char *begin, const char *from, const char *end)
{
  guint families = winerror_context_get_families (begin, end);
  WinerrorContextWord word;

  families &= ~(1u << WINERROR_FAMILY_INSTALLER);
  if (!winerror_context_is_stop_code (begin, from))
    families &= ~(1u << WINERROR_FAMILY_STOP);
  /* "Code 10" is how Device Manager says it, "Problem code: 10" how reports do; errors of functions
   * come in such lines too */
  if (!winerror_context_find_announcing (begin, from, &word) ||
      (((word.roles | winerror_context_word_get_pair_roles (begin, &word)) &
        WINERROR_ROLE_DEVICE) == 0 &&
       ((word.roles & WINERROR_ROLE_FAILS) != 0 || !winerror_context_word_equals (&word, "code") ||
        winerror_context_is_exit_code (begin, from) || word.end + 1 != from || *word.end == '=')))
    families &= ~(1u << WINERROR_FAMILY_DEVICE);
  return families;
}
