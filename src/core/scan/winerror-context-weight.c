// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* How likely a number of up to 16 bits that something announces is one of Windows.
 *
 * Every system and most programs number their errors from 1, so that a word such as "error" or
 * "code" before a number says little of whose number it is; rules for each of them find no end.
 * What tells is the number itself, that is whether it is one that Windows' users meet, and what
 * else of Windows the line has. Each of these is a sign with a weight; they are added up. The
 * weights are the logarithms of how much more often lines with a code of Windows have the sign than
 * others do, in half units, as logistic regression has found them on the lines that
 * tests/data/lines.tsv was made of; what was learnt from half of their sources told the other half
 * as well. */

#include "winerror-context-weight.h"

#include "winerror-context-log.h"
#include "winerror-context-told.h"
#include "winerror-context.h"
#include "winerror-scan-texts.h"

#include <string.h>

/* How many digits a code of 32 bits has in hexadecimal. */
#define FULL_DIGITS 8

/* How many words before a number may be the name of a function that has failed. */
#define MAX_FUNCTION_WORDS 16

/* How many words before the one that announces a number may say that something has failed. */
#define MAX_FAILURE_WORDS 12

/* How many words may stand between a word for an error and a number that ends what is said of it.
 */
#define MAX_SOURCE_WORDS 10

/* How many words up to the one that announces a number may name Windows. */
#define MAX_NATIVE_WORDS 3

/* How many words of what is known of an entry make it sure that a line is about it. */
#define MIN_COMMON 2

typedef enum
{
  /* the number */
  SIGN_TINY,   /* up to 20: all count their errors so far */
  SIGN_SHORT,  /* of two or three digits: most do, and HTTP has its statuses there */
  SIGN_COMMON, /* of four digits, where other programs have errors too */
  SIGN_OWN,    /* where few but Windows have errors: 1300-1999, and above 10000 */
  SIGN_UNMET,  /* no help desk has met it */
  SIGN_WEEKLY, /* many meet it */
  SIGN_DAILY,  /* all meet it every day */
  SIGN_HEX,    /* in hexadecimal, or repeated so in brackets */
  SIGN_FULL,   /* in hexadecimal of eight digits */
  /* what stands before it */
  SIGN_NATIVE, /* a system error, as others call theirs, too */
  SIGN_ERROR,  /* a word that says error, and not only code or status */
  SIGN_EXIT,   /* a program has ended with it, and it is as small as those that programs choose */
  SIGN_FUNCTION,
  SIGN_FAILED, /* another word says that something has failed */
  /* the line */
  SIGN_TOLD,   /* it says of the number what the entry says */
  SIGN_ALONE,  /* nothing but the word and the number: "error 5" */
  SIGN_BESIDE, /* it has another code before */
  SIGN_WINDOWS,
  SIGN_API, /* it tells of a function that Windows alone has */
  SIGN_OTHER,
  N_SIGNS
} Sign;

static const int weights[N_SIGNS] = {
  [SIGN_TINY] = -6,  [SIGN_SHORT] = -1, [SIGN_COMMON] = 2,   [SIGN_OWN] = 5,    [SIGN_UNMET] = -5,
  [SIGN_WEEKLY] = 1, [SIGN_DAILY] = 5,  [SIGN_HEX] = 3,      [SIGN_FULL] = 2,   [SIGN_NATIVE] = 6,
  [SIGN_ERROR] = 1,  [SIGN_EXIT] = -1,  [SIGN_FUNCTION] = 2, [SIGN_FAILED] = 1, [SIGN_TOLD] = 5,
  [SIGN_ALONE] = 1,  [SIGN_BESIDE] = 3, [SIGN_WINDOWS] = 3,  [SIGN_API] = 6,    [SIGN_OTHER] = -2,
};

static Sign
get_size (guint64 value)
{
  if (value <= 20)
    return SIGN_TINY;
  if (value < 1000)
    return SIGN_SHORT;
  return (value >= 1300 && value < 2000) || value >= 10000 ? SIGN_OWN : SIGN_COMMON;
}

/* "1734 (0x6C6)": how many digits the hexadecimal number in brackets after a number has; 0 for none
 */
static gsize
count_hex_after (const char *to, const char *end)
{
  const char *p;

  while (to < end && *to == ' ')
    to++;
  if (end - to <= 3 || memcmp (to, "(0x", 3) != 0)
    return 0;
  for (p = to + 3; p < end && g_ascii_isxdigit (*p);)
    p++;
  return (gsize) (p - to) - 3;
}

/* CreateFile, and others that are named so */
static gboolean
is_function_name (const WinerrorContextWord *word)
{
  if (!g_ascii_isupper (*word->start))
    return FALSE;
  for (const char *p = word->start + 1; p + 1 < word->end; p++)
    if (g_ascii_islower (p[-1]) && g_ascii_isupper (p[0]) && g_ascii_islower (p[1]))
      return TRUE;
  return FALSE;
}

/* Whether a function stands before a number and the word that announces it, which may be named so,
 * too: "ValueError: 5". */
static gboolean
follows_function (const char *begin, const char *from)
{
  WinerrorContextWord word;
  const char *p = winerror_context_find_announcing (begin, from, &word) ? word.start : from;

  for (guint i = 0; i < MAX_FUNCTION_WORDS && winerror_context_word_read_before (begin, p, &word);
       i++)
    {
      if (is_function_name (&word))
        return TRUE;
      p = word.start;
    }
  return FALSE;
}

/* "Error code: 5", and no more. */
static gboolean
is_alone (const char *begin, const WinerrorNumber *number, const char *end)
{
  const char *p = number->from;
  WinerrorContextWord word;

  while (winerror_context_word_read_before (begin, p, &word))
    {
      if ((word.roles & (WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FILLS)) == 0)
        return FALSE;
      p = word.start;
    }
  for (p = number->to; p < end; p++)
    if (g_ascii_isalnum (*p) || (guchar) *p >= 0x80)
      return FALSE;
  return TRUE;
}

/* C:\Windows, \\server\share, \Device\Harddisk0 */
static gboolean
has_path (const char *begin, const char *end)
{
  for (const char *p = begin; p < end && (p = memchr (p, '\\', (gsize) (end - p))) != NULL; p++)
    {
      const char *next;

      if (p - begin >= 2 && p[-1] == ':' && g_ascii_isalpha (p[-2]) &&
          (p - begin == 2 || !g_ascii_isalpha (p[-3])))
        return TRUE;
      if (end - p > 2 && p[1] == '\\' && g_ascii_isalnum (p[2]) &&
          (p == begin || !g_ascii_isalnum (p[-1])))
        return TRUE;
      if (p == begin || !g_ascii_isalnum (p[-1]) || winerror_context_escape_at (p, end) > 0)
        continue;
      for (next = p + 1; next < end && (g_ascii_isalnum (*next) || *next == '_');)
        next++;
      if (next > p + 1 && next < end && *next == '\\')
        return TRUE;
    }
  return FALSE;
}

/* Whether a word names Windows, so that nothing else is needed: WinError, GetLastError; "system"
 * and "os" are said of others, too. */
static gboolean
is_name_of_windows (const WinerrorContextWord *word)
{
  static const char *const parts[] = { "win", "lasterr", "hresult", "gle", "helpmsg" };

  if ((word->roles & (WINERROR_ROLE_NATIVE | WINERROR_ROLE_ANNOUNCES)) == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gsize length = strlen (parts[i]);

      for (const char *p = word->start; p + length <= word->end; p++)
        if (g_ascii_strncasecmp (p, parts[i], length) == 0)
          return TRUE;
    }
  return FALSE;
}

/* Whether one of the words that announce a number names Windows. */
static gboolean
names_windows (const char *begin, WinerrorContextWord word)
{
  for (guint i = 0; i < MAX_NATIVE_WORDS; i++)
    {
      if (is_name_of_windows (&word))
        return TRUE;
      if (!winerror_context_word_read_before (begin, word.start, &word))
        return FALSE;
    }
  return FALSE;
}

/* "Failed to delete the folder: error 5", "Unable to delete it, code 5"; but not "ERROR - code 5"
 */
static gboolean
follows_failure (const char *begin, const char *p)
{
  static const WinerrorRole roles = WINERROR_ROLE_FAILS | WINERROR_ROLE_ANNOUNCES;
  WinerrorContextWord word;

  for (guint i = 0; i < MAX_FAILURE_WORDS && winerror_context_word_read_before (begin, p, &word);
       i++)
    {
      if ((word.roles & roles) == WINERROR_ROLE_FAILS ||
          ((word.roles & roles) == roles && (word.roles & WINERROR_ROLE_COUNTS) != 0))
        return TRUE;
      p = word.start;
    }
  return FALSE;
}

/* "Win32 error code returned by the print processor: 63": the word for an error, over those that
 * say what it is of. */
static gboolean
find_error (const char *begin, const char *from, WinerrorContextWord *word)
{
  static const WinerrorRole roles = WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FAILS;

  word->start = from;
  for (guint i = 0; i < MAX_SOURCE_WORDS; i++)
    {
      if (!winerror_context_word_read_before (begin, word->start, word))
        return FALSE;
      if ((word->roles & roles) == roles)
        return TRUE;
    }
  return FALSE;
}

static int
add_up (const gboolean *signs)
{
  int weight = 0;

  for (gsize i = 0; i < N_SIGNS; i++)
    weight += signs[i] ? weights[i] : 0;
  return weight;
}

/* What the number and the words that announce it weigh: found quickly. */
static int
weigh_number (const char *begin,
              const WinerrorNumber *number,
              const char *end,
              const WinerrorEntryInfo *info,
              gboolean beside)
{
  gboolean signs[N_SIGNS] = { FALSE };
  const char *from = number->from;
  gsize n_hex = count_hex_after (number->to, end);
  WinerrorContextWord word;

  if (winerror_context_find_announcing (begin, from, &word))
    {
      if (names_windows (begin, word))
        return G_MAXINT;
      signs[SIGN_NATIVE] = winerror_context_is_of_windows (begin, from);
      signs[SIGN_FAILED] = follows_failure (begin, word.start);
      signs[SIGN_ERROR] = (word.roles & WINERROR_ROLE_FAILS) != 0 &&
                          (word.roles & WINERROR_ROLE_COUNTS) == 0;
    }
  else if (find_error (begin, from, &word) && names_windows (begin, word))
    return G_MAXINT;
  signs[get_size (number->magnitude)] = TRUE;
  signs[SIGN_UNMET] = info->met == 0;
  signs[SIGN_WEEKLY] = info->met == WINERROR_MAX_MET - 1;
  signs[SIGN_DAILY] = info->met == WINERROR_MAX_MET;
  signs[SIGN_FULL] = number->n_digits == FULL_DIGITS || n_hex == FULL_DIGITS;
  signs[SIGN_HEX] = number->hex || n_hex > 0 || signs[SIGN_FULL];
  signs[SIGN_EXIT] = number->magnitude <= G_MAXUINT8 && winerror_context_is_exit_code (begin, from);
  signs[SIGN_BESIDE] = beside;
  return add_up (signs);
}

/* What all of the line weighs. */
static int
weigh_line (const char *begin,
            const WinerrorNumber *number,
            const char *end,
            const WinerrorEntryInfo *info)
{
  gboolean signs[N_SIGNS] = { FALSE };
  const char *from = number->from;
  WinerrorScanTextKind texts = winerror_scan_texts_find (begin, end);

  signs[SIGN_FUNCTION] = follows_function (begin, from);
  signs[SIGN_TOLD] = winerror_context_count_common (begin, from, number->to, end, info) >=
                     MIN_COMMON;
  signs[SIGN_ALONE] = is_alone (begin, number, end);
  signs[SIGN_API] = (texts & WINERROR_SCAN_TEXT_FUNCTION) != 0;
  signs[SIGN_WINDOWS] = !signs[SIGN_API] &&
                        ((texts & WINERROR_SCAN_TEXT_WINDOWS) != 0 || has_path (begin, end));
  signs[SIGN_OTHER] = (texts & WINERROR_SCAN_TEXT_OTHER) != 0;
  return add_up (signs);
}

/**
 * winerror_context_weigh:
 * @begin: where a line of a log begins
 * @number: a number of up to 16 bits in it that winerror_context_judge() takes for a code
 * @end: where the line ends
 * @info: the entry of the code
 * @beside: another code stands before it in the line
 *
 * Returns: how much speaks for the number being the code of Windows; %G_MAXINT where the words
 *   before it name Windows
 */
int
winerror_context_weigh (const char *begin,
                        const WinerrorNumber *number,
                        const char *end,
                        const WinerrorEntryInfo *info,
                        gboolean beside)
{
  int weight = weigh_number (begin, number, end, info, beside);

  return weight == G_MAXINT ? weight : weight + weigh_line (begin, number, end, info);
}

/**
 * winerror_context_has_weight:
 * @begin: where a line of a log begins
 * @number: a number of up to 16 bits in it that winerror_context_judge() takes for a code
 * @end: where the line ends
 * @info: the entry of the code
 * @beside: another code stands before it in the line
 *
 * Returns: whether winerror_context_weigh() finds at least %WINERROR_CONTEXT_MIN_WEIGHT; less is
 *   rather a number of another program. The line is not read where it does not matter.
 */
gboolean
winerror_context_has_weight (const char *begin,
                             const WinerrorNumber *number,
                             const char *end,
                             const WinerrorEntryInfo *info,
                             gboolean beside)
{
  int weight = weigh_number (begin, number, end, info, beside);
  int most = weights[SIGN_FUNCTION] + weights[SIGN_TOLD] + weights[SIGN_ALONE] + weights[SIGN_API];

  if (weight >= WINERROR_CONTEXT_MIN_WEIGHT - weights[SIGN_OTHER])
    return TRUE;
  return weight >= WINERROR_CONTEXT_MIN_WEIGHT - most &&
         weight + weigh_line (begin, number, end, info) >= WINERROR_CONTEXT_MIN_WEIGHT;
}
