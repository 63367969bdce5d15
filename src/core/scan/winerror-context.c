// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-context.h"

#include "winerror-context-foreign.h"
#include "winerror-context-installer.h"
#include "winerror-context-request.h"
#include "winerror-context-stop.h"

#include <string.h>

/* How many words before a number may belong to it. */
#define MAX_WORDS 6

/* How many words a line is searched for one that reports an error. */
#define MAX_LINE_WORDS 64

/* How many words before what it ended with a failure may be spoken of. */
#define MAX_FAILURE_WORDS 12

/**
 * winerror_context_is_part:
 * @begin: where the line begins
 * @from: where a number in it begins
 * @to: where the number ends
 * @end: where the line ends
 *
 * Returns: whether the number is a part of something longer: a version, time, date, path, name
 */
gboolean
winerror_context_is_part (const char *begin, const char *from, const char *to, const char *end)
{
  char before = from > begin ? from[-1] : ' ';
  char further = from > begin + 1 ? from[-2] : ' ';
  char after = to < end ? *to : ' ';
  char beyond = to + 1 < end ? to[1] : ' ';

  if (winerror_context_is_word_end (begin, from) || winerror_context_is_word_start (to, end))
    return TRUE;
  if (winerror_context_escape_before (begin, from) > 0)
    before = ' ';
  if (after == '\\' && winerror_context_escape_at (to, end) > 0)
    after = ' ';

  switch (before)
    {
    case '/':
    case '\\':
    case '$':
    case '-':
      return TRUE;
    case '.':
    case '+':
    case '@':
      if (g_ascii_isalnum (further))
        return TRUE;
      break;
    case ':':
    case ',':
      if (g_ascii_isdigit (further))
        return TRUE;
      break;
    default:
      break;
    }

  switch (after)
    {
    case '.':
    case '/':
    case '\\':
    case '@':
    case '#':
      return g_ascii_isalnum (beyond);
    case ':':
    case '-':
      return g_ascii_isdigit (beyond);
    case ',':
      /* 1,400,000 */
      return g_ascii_isdigit (beyond) && to + 3 < end && g_ascii_isdigit (to[2]) &&
             g_ascii_isdigit (to[3]) && !(to + 4 < end && g_ascii_isdigit (to[4]));
    default:
      return FALSE;
    }
}

/* Failed: 1400, Passed: 1600: the results of tests are counted */
static gboolean
is_before_outcome (const char *to, const char *end)
{
  WinerrorContextWord word;
  const char *p = to;

  if (p == end || *p != ',')
    return FALSE;
  p++;
  while (p < end && *p == ' ')
    p++;
  return winerror_context_word_read_at (p, end, &word) && word.end < end && *word.end == ':' &&
         (word.roles & WINERROR_ROLE_OUTCOME) != 0;
}

/**
 * winerror_context_is_counted:
 * @to: where a number ends
 * @end: where the line ends
 *
 * Returns: whether what follows makes the number a count or a measure
 */
gboolean
winerror_context_is_counted (const char *to, const char *end)
{
  const char *p = to;
  WinerrorContextWord word;

  if ((p < end && *p == '%') || is_before_outcome (to, end))
    return TRUE;
  if (p < end && (*p == ' ' || *p == '-'))
    p++;
  if (!winerror_context_word_read_at (p, end, &word) ||
      winerror_context_is_apostrophe (word.end, end)) /* L'erreur système 1326 s'est produite. */
    return FALSE;
  if ((word.roles & WINERROR_ROLE_COUNTED_OF) != 0)
    return end - word.end >= 2 && g_ascii_isdigit (word.end[1]);
  return (word.roles & WINERROR_ROLE_COUNTED) != 0;
}

static gboolean
contains (const char *begin, const char *end, const char *text)
{
  return g_strstr_len (begin, end - begin, text) != NULL;
}

/**
 * winerror_context_is_ldap_data:
 * @begin: where the line begins
 * @from: where one to four hexadecimal digits in it begin
 * @to: where they end
 * @end: where the line ends
 *
 * Active Directory says why a bind failed in hexadecimal: "80090308: LdapErr: DSID-0C090446,
 * comment: AcceptSecurityContext error, data 52e, v2580".
 *
 * Returns: whether the digits are such a code
 */
gboolean
winerror_context_is_ldap_data (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContextWord word;
  gboolean digits = FALSE;
  gboolean letters = FALSE;

  if (from == begin || from[-1] != ' ' || !winerror_context_word_read_before (begin, from, &word) ||
      !winerror_context_word_equals (&word, "data") || word.end + 1 != from ||
      winerror_context_is_word_start (to, end))
    return FALSE;

  for (const char *p = from; p < to; p++)
    {
      digits |= g_ascii_isdigit (*p);
      letters |= !g_ascii_isdigit (*p);
    }
  return (digits && letters) || (word.start == begin && to == end) ||
         (end - to > 3 && memcmp (to, ", v", 3) == 0) ||
         contains (begin, from, "AcceptSecurityContext") || contains (begin, from, "LdapErr");
}

/* What a word for a part that has errors of its own is, as TLS. */
#define OTHERS_ROLES (WINERROR_ROLE_FOREIGN | WINERROR_ROLE_SMALL)

/* "error from CreateProcess: 1314": from @word back to a word of these roles, as that for an error,
 * over words that do not say what else the number could be. */
static gboolean
is_error_of (const char *begin, WinerrorContextWord word, guint n_words, guint roles)
{
  const char *to = word.end;

  for (; n_words > 0; n_words--)
    {
      if (!winerror_context_word_joins (&word, to) || winerror_context_has_any (word.end, to, ",|"))
        return FALSE;
      if ((word.roles & roles) == roles)
        return !winerror_context_word_is_foreign (begin, &word);
      if ((word.roles & WINERROR_ROLE_QUANTITY) != 0 || winerror_context_word_is_number (&word) ||
          (word.roles & OTHERS_ROLES) == OTHERS_ROLES)
        return FALSE;
      to = word.start;
      if (!winerror_context_word_read_before (begin, to, &word))
        return FALSE;
    }
  return FALSE;
}

/* "Failed Registry operation with 2": a number that ends what is said of a failure. */
static gboolean
is_failed_with (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContextWord word;

  return winerror_context_word_read_before (begin, from, &word) && word.end + 1 == from &&
         winerror_context_word_equals (&word, "with") &&
         (to == end || (!g_ascii_isalnum (*to) && *to != ' ')) &&
         winerror_context_has_role_before (begin, word.start, WINERROR_ROLE_FAILS,
                                           MAX_FAILURE_WORDS);
}

/* "Unable to move the cache: 5": a number that ends a line which reports a failure. */
static gboolean
is_end_of_failure (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContextWord word;

  return to == end && from - begin > 2 && from[-1] == ' ' && from[-2] == ':' &&
         winerror_context_word_read_before (begin, from, &word) && word.end + 2 == from &&
         (word.roles & WINERROR_ROLE_QUANTITY) == 0 && !winerror_context_word_is_number (&word) &&
         !winerror_context_is_function (word.start, word.end) &&
         winerror_context_has_role_before (begin, word.start, WINERROR_ROLE_FAILS,
                                           MAX_FAILURE_WORDS);
}

/* "1056 error means that …": a number of four or five digits right before the word; but no year,
 * and no number of a process before the level of a message, "4484 ERROR", "1326 error: …". */
static gboolean
is_before_error (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContextWord word;

  if (to - from < 4 || to - from > 5 || end - to < 2 || *to != ' ' || !g_ascii_islower (to[1]) ||
      !winerror_context_word_read_at (to + 1, end, &word) ||
      (word.roles & WINERROR_ROLE_HEADS) == 0 || (word.end < end && *word.end == ':'))
    return FALSE;
  return !winerror_context_word_read_before (begin, from, &word) ||
         (word.roles & WINERROR_ROLE_FILLS) != 0 ||
         winerror_context_has_any (word.end, from, ".,;:(\"'");
}

/* "PermissionError(13, '…', None, 5)": what Python shows of an error of Windows ends with it. */
static gboolean
is_of_python (const char *begin, const char *from, const char *to, const char *end)
{
  static const char before[] = "', None, ";

  return to < end && *to == ')' && (gsize) (from - begin) > strlen (before) &&
         memcmp (from - strlen (before), before, strlen (before)) == 0 &&
         contains (begin, from, "Error(");
}

static WinerrorContext
judge_words (const char *begin, const char *from, const char *to, const char *end)
{
  const char *p = from;
  gboolean introduced = FALSE;
  gboolean hex = to - from > 2 && from[0] == '0' && from[1] == 'x';
  WinerrorContextWord word;

  for (guint i = 0; i < MAX_WORDS && winerror_context_word_read_before (begin, p, &word) &&
                    winerror_context_word_joins (&word, p);
       i++)
    {
      introduced |= winerror_context_has_any (word.end, p, ":=>") ||
                    (word.roles & WINERROR_ROLE_INTRODUCES) != 0;
      if ((word.roles & WINERROR_ROLE_ANNOUNCES) != 0)
        {
          if (winerror_context_is_heading (begin, &word, from, to, end))
            return WINERROR_CONTEXT_INSTALLER_MESSAGE;
          if (!winerror_context_word_is_foreign (begin, &word))
            return WINERROR_CONTEXT_CODE;
          return WINERROR_CONTEXT_NONE;
        }
      if ((word.roles & WINERROR_ROLE_WEAK) != 0 &&
          winerror_context_has_role_before (begin, word.start, WINERROR_ROLE_ANNOUNCES,
                                            MAX_LINE_WORDS) &&
          !winerror_context_has_database_number (begin, word.start))
        return WINERROR_CONTEXT_LIKELY;
      if ((word.roles & WINERROR_ROLE_FILLS) == 0)
        {
          if (introduced && (word.roles & WINERROR_ROLE_COUNTS) == 0 &&
              is_error_of (begin, word, MAX_FAILURE_WORDS - i,
                           WINERROR_ROLE_ANNOUNCES | (hex ? 0 : WINERROR_ROLE_FAILS)))
            return WINERROR_CONTEXT_LIKELY;
          return WINERROR_CONTEXT_NONE;
        }
      p = word.start;
    }
  return WINERROR_CONTEXT_NONE;
}

/* "Cannot open the device. (1392)", "Failed to write item to store. [0x520]": brackets with nothing
 * else in them, in a line that reports a failure; but no line numbers, processes, threads, and no
 * arguments of a database's error. */
static gboolean
is_in_brackets (const char *begin, const char *from, const char *to, const char *end)
{
  const char *open = from - 1;
  WinerrorContextWord word;

  if (from == begin || to == end ||
      !((*open == '(' && *to == ')') || (*open == '[' && *to == ']') ||
        (*open == '<' && *to == '>')))
    return FALSE;
  /* "Show (2016)\\S01": part of a name */
  if (end - to > 1 && (to[1] == '\\' || to[1] == '/'))
    return FALSE;
  if (!winerror_context_word_read_before (begin, open, &word) || word.end == open ||
      winerror_context_word_is_number (&word) ||
      (word.roles & (WINERROR_ROLE_QUANTITY | WINERROR_ROLE_PROGRAM)) != 0)
    return FALSE;
  return winerror_context_has_role_before (begin, open, WINERROR_ROLE_FAILS, MAX_LINE_WORDS) &&
         !winerror_context_has_database_number (begin, open);
}

/* "failed to find an account 'WS-0412$': 0x525": few amounts and names are written so. */
static gboolean
is_hex_of_failure (const char *begin, const char *from)
{
  WinerrorContextWord word;

  return from - begin >= 2 && from[0] == '0' && !g_ascii_isdigit (from[1]) &&
         winerror_context_word_read_before (begin, from, &word) &&
         word.end - word.start > 1 && /* H:0x0 D:0x2 P:0x0 */
         winerror_context_has_any (word.end, from, ":=>") &&
         (word.roles & WINERROR_ROLE_QUANTITY) == 0 &&
         winerror_context_has_role_before (begin, word.start, WINERROR_ROLE_FAILS, MAX_LINE_WORDS);
}

/**
 * winerror_context_is_function:
 * @from: where a word begins
 * @to: where it ends
 *
 * Returns: whether the word looks like the name of a function of Windows, and not of one that
 *   returns an amount of something
 */
gboolean
winerror_context_is_function (const char *from, const char *to)
{
  guint n_capitals = 0;
  guint n_small = 0;

  for (const char *p = from; p < to; p++)
    {
      n_capitals += g_ascii_isupper (*p);
      n_small += g_ascii_islower (*p);
    }
  return to - from >= 6 && n_capitals >= 2 && n_small > 0 && to[-1] != 'X' && to[-1] != 'Y' &&
         (winerror_announcing_words_get_ending_roles (winerror_announcing_words_get_built_in (),
                                                      from, (gsize) (to - from)) &
          WINERROR_ROLE_RETURNS_QUANTITY) == 0;
}

/* "NetUserDel(Administrator) = 1322", "MsiGetFeatureState = 1606", "SetupFile -> 1392" */
static gboolean
is_api_result (const char *begin, const char *from)
{
  const char *p = from;
  const char *to;
  gboolean arrow;
  gboolean call = FALSE;

  while (p > begin && p[-1] == ' ')
    p--;
  if (p - begin < 2 || (p[-1] != '=' && p[-1] != '>'))
    return FALSE;
  arrow = p[-1] == '>';
  if (arrow && p[-2] != '-' && p[-2] != '=')
    return FALSE;
  p -= arrow ? 2 : 1;
  while (p > begin && p[-1] == ' ')
    p--;

  if (p > begin && p[-1] == ')')
    {
      while (p > begin && p[-1] != '(')
        p--;
      if (p == begin)
        return FALSE;
      p--;
      call = TRUE;
    }
  to = p;
  while (p > begin && g_ascii_isalnum (p[-1]))
    p--;
  return g_ascii_isupper (*p) && winerror_context_is_function (p, to) &&
         (call || arrow || memcmp (p, "Msi", 3) == 0);
}

/* "Couldn't get EEInfo for I_NetLogonSamLogonEx: 1761": what a function has returned, in a line
 * that reports a failure before. */
static gboolean
is_function_of_failure (const char *begin, const char *from)
{
  WinerrorContextWord word;

  return from - begin > 2 && from[-1] == ' ' && from[-2] == ':' &&
         winerror_context_word_read_before (begin, from, &word) && word.end + 2 == from &&
         winerror_context_is_function (word.start, word.end) &&
         is_error_of (begin, word, MAX_WORDS, WINERROR_ROLE_FAILS);
}

/**
 * winerror_context_is_quantity:
 * @begin: where the line begins
 * @from: where a number in it begins
 *
 * Returns: whether the word right before the number makes it something else than a code: flags, an
 *   address, an argument of a function
 */
gboolean
winerror_context_is_quantity (const char *begin, const char *from)
{
  WinerrorContextWord word;

  if (!winerror_context_word_read_before (begin, from, &word) ||
      !winerror_context_word_joins (&word, from))
    return FALSE;
  if ((word.roles & (WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FAILS)) != 0)
    return FALSE;
  /* "Reporting error event -> [0x80070070, 0xC19001DF]", "Unable to complete job - 0x80200002" */
  if ((word.roles & WINERROR_ROLE_QUANTITY) != 0)
    return !contains (word.end, from, "->") && !contains (word.end, from, " - ");
  /* SetThreadExecutionState(0x80000003) */
  return from - word.end == 1 && *word.end == '(' && g_ascii_isupper (*word.start) &&
         winerror_context_is_function (word.start, word.end);
}

/**
 * winerror_context_reports_failure:
 * @begin: where the line begins
 * @p: a place in it
 *
 * Returns: whether a word before the place says that something has failed
 */
gboolean
winerror_context_reports_failure (const char *begin, const char *p)
{
  return winerror_context_has_role_before (begin, p, WINERROR_ROLE_FAILS, MAX_LINE_WORDS);
}

/**
 * winerror_context_is_exit_code:
 * @begin: where the line begins
 * @from: where a number in it begins
 *
 * Returns: whether the words before the number say that it is what a program has returned
 */
gboolean
winerror_context_is_exit_code (const char *begin, const char *from)
{
  return winerror_context_has_role_before (begin, from, WINERROR_ROLE_EXITS, 4);
}

/**
 * winerror_context_is_glued:
 * @begin: where the text begins
 * @from: where a number in it begins
 *
 * Returns: whether a word that announces a number stands right before it, without a blank: Nr.1326,
 *   Fehler1326
 */
gboolean
winerror_context_is_glued (const char *begin, const char *from)
{
  const char *p = from;
  WinerrorContextWord word;

  if (p > begin && p[-1] == '.')
    p--;
  if (p == begin || !winerror_context_is_word_end (begin, p) ||
      !winerror_context_word_read_before (begin, p, &word) || word.end != p ||
      winerror_context_word_is_number (&word))
    return FALSE;
  return (word.roles & (WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FILLS)) != 0 &&
         (p - word.start > 1 || p < from || (guchar) *word.start >= 0x80);
}

/**
 * winerror_context_get_families:
 * @begin: where the line begins
 * @end: where it ends
 *
 * Returns: a bit, 1 << family, for each small family that the words of the line are about
 */
guint
winerror_context_get_families (const char *begin, const char *end)
{
  static const struct
  {
    WinerrorRole role;
    WinerrorFamily family;
  } rows[] = {
    { WINERROR_ROLE_INSTALLER, WINERROR_FAMILY_INSTALLER },
    { WINERROR_ROLE_STOP, WINERROR_FAMILY_STOP },
    { WINERROR_ROLE_DEVICE, WINERROR_FAMILY_DEVICE },
    { WINERROR_ROLE_RAS, WINERROR_FAMILY_RAS },
    { WINERROR_ROLE_RDP, WINERROR_FAMILY_RDP },
  };
  guint families = 0;
  gboolean system = FALSE;
  const char *p = end;
  WinerrorContextWord word;

  for (guint n = 0; n < MAX_LINE_WORDS && winerror_context_word_read_before (begin, p, &word); n++)
    {
      guint roles = word.roles | winerror_context_word_get_pair_roles (begin, &word) |
                    winerror_context_word_get_stem_roles (&word);

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        if ((roles & rows[i].role) != 0)
          families |= 1u << rows[i].family;
      system |= (roles & WINERROR_ROLE_SYSTEM) != 0;
      p = word.start;
    }
  return system ? families & ~(1u << WINERROR_FAMILY_INSTALLER) : families;
}

/**
 * winerror_context_is_device_code:
 * @begin: where the text begins
 * @from: where a number in it begins
 * @to: where the number ends
 * @end: where the text ends
 *
 * Device Manager ends its sentences so, in every language: "This device cannot start. (Code 10)".
 *
 * Returns: whether the number stands in brackets, with nothing but a word for code before it
 */
gboolean
winerror_context_is_device_code (const char *begin,
                                 const char *from,
                                 const char *to,
                                 const char *end)
{
  static const char open[] = "（";
  static const char close[] = "）";
  WinerrorContextWord word;

  if (!winerror_context_word_read_before (begin, from, &word) ||
      (word.roles & WINERROR_ROLE_ANNOUNCES) == 0 ||
      !((word.start > begin && word.start[-1] == '(') ||
        ((gsize) (word.start - begin) >= strlen (open) &&
         memcmp (word.start - strlen (open), open, strlen (open)) == 0)))
    return FALSE;
  return (to < end && *to == ')') ||
         ((gsize) (end - to) >= strlen (close) && memcmp (to, close, strlen (close)) == 0);
}

/* "exit code 1603 of 1618": what a program returns is not counted, whatever there is more of. */
static gboolean
is_code_of (const char *begin, const char *from)
{
  static const char code[] = "code";
  WinerrorContextWord word;

  return winerror_context_is_exit_code (begin, from) &&
         winerror_context_word_read_before (begin, from, &word) &&
         (gsize) (word.end - word.start) >= strlen (code) &&
         g_ascii_strncasecmp (word.end - strlen (code), code, strlen (code)) == 0;
}

/**
 * winerror_context_judge:
 * @begin: where the line begins
 * @from: where a number in it begins
 * @to: where the number ends
 * @end: where the line ends
 *
 * Reads the text around a number that stands alone: see winerror_context_is_part().
 *
 * Returns: what the text says about the number
 */
WinerrorContext
winerror_context_judge (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContext context;

  g_return_val_if_fail (begin <= from && from <= to && to <= end, WINERROR_CONTEXT_NONE);

  if ((winerror_context_is_counted (to, end) && !is_code_of (begin, from)) ||
      winerror_context_is_database_error (to, end))
    return WINERROR_CONTEXT_NONE;
  if (winerror_context_is_exception_argument (to, end))
    return WINERROR_CONTEXT_CODE;
  /* %%1326 stands for the text of a system error in an event */
  if (from - begin >= 2 && from[-1] == '%' && from[-2] == '%')
    return WINERROR_CONTEXT_FIELD;
  context = judge_words (begin, from, to, end);
  if (context != WINERROR_CONTEXT_NONE)
    return context;

  if (winerror_context_is_request_status (begin, from))
    return WINERROR_CONTEXT_FIELD;
  if (is_in_brackets (begin, from, to, end) || is_hex_of_failure (begin, from) ||
      is_api_result (begin, from) || is_function_of_failure (begin, from) ||
      is_failed_with (begin, from, to, end) || is_of_python (begin, from, to, end) ||
      is_end_of_failure (begin, from, to, end) || is_before_error (begin, from, to, end))
    return WINERROR_CONTEXT_LIKELY;
  return WINERROR_CONTEXT_NONE;
}
