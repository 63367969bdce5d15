// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Blue screens in logs: their codes, and what those come with. */

#include "winerror-context-stop.h"

#include <string.h>

/* How many words before a number may be about a blue screen. */
#define MAX_WORDS 6

/**
 * winerror_context_is_stop_code:
 * @begin: where a line of a log begins
 * @from: where a number in it begins
 *
 * Returns: whether the words before the number are about a blue screen: "The bugcheck was:
 *   0x0000009f"
 */
gboolean
winerror_context_is_stop_code (const char *begin, const char *from)
{
  WinerrorContextWord word;
  const char *p = from;

  for (guint i = 0; i < MAX_WORDS && winerror_context_word_read_before (begin, p, &word) &&
                    winerror_context_word_joins (&word, p);
       i++)
    {
      /* "failed to stop: error 0x9f" is another matter */
      if (((word.roles | winerror_context_word_get_pair_roles (begin, &word)) &
           WINERROR_ROLE_STOP) != 0)
        return !winerror_context_word_equals (&word, "stop") || g_ascii_isupper (*word.start);
      if ((word.roles & (WINERROR_ROLE_FILLS | WINERROR_ROLE_ANNOUNCES)) == 0)
        return FALSE;
      p = word.start;
    }
  return FALSE;
}

/**
 * winerror_context_is_event_stop_code:
 * @begin: where a line of a log begins
 * @number: a number in it
 *
 * Returns: whether the number is the code of a blue screen as the event of the next start has it,
 *   which is in decimal: <Data Name="BugcheckCode">159</Data>
 */
gboolean
winerror_context_is_event_stop_code (const char *begin, const WinerrorNumber *number)
{
  static const char field[] = "BugcheckCode";
  WinerrorContextWord word;

  return !number->hex && !number->letters && !number->negative &&
         winerror_context_word_read_before (begin, number->from, &word) &&
         (gsize) (word.end - word.start) == strlen (field) &&
         memcmp (word.start, field, strlen (field)) == 0 &&
         winerror_context_word_joins (&word, number->from);
}

/**
 * winerror_context_is_stop_parameter:
 * @begin: where a line of a log begins
 * @from: where a number in it begins
 *
 * Returns: whether the number stands in the brackets that follow the code of a blue screen: what it
 *   means there depends on that code. "STOP: 0x0000007B (0xF78D2524, 0xC0000034, …)"
 */
gboolean
winerror_context_is_stop_parameter (const char *begin, const char *from)
{
  const char *p = from;
  WinerrorContextWord word;

  while (p > begin && (g_ascii_isxdigit (p[-1]) || winerror_context_has_any (p - 1, p, "xX, ")))
    p--;
  return p > begin && p[-1] == '(' && winerror_context_word_read_before (begin, p - 1, &word) &&
         winerror_context_word_is_number (&word) &&
         winerror_context_is_stop_code (begin, word.start);
}

/**
 * winerror_context_is_exception_argument:
 * @to: where a number ends
 * @end: where the line ends
 *
 * Returns: whether WinDbg says of the number that it is the code of an exception:
 *   "Arg1: ffffffffc0000005, The exception code that was not handled"
 */
gboolean
winerror_context_is_exception_argument (const char *to, const char *end)
{
  static const char *const texts[] = { ", The exception code", ", Exception code" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if ((gsize) (end - to) >= strlen (texts[i]) && memcmp (to, texts[i], strlen (texts[i])) == 0)
      return TRUE;
  return FALSE;
}
