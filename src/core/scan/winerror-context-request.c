// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Requests in the logs of web servers. */

#include "winerror-context-request.h"

#include "winerror-context-word.h"

/* Whether the method of a request, as GET, stands between two places. */
static gboolean
has_method (const char *begin, const char *p)
{
  WinerrorContextWord word;

  for (; winerror_context_word_read_before (begin, p, &word); p = word.start)
    if ((word.roles & WINERROR_ROLE_METHOD) != 0 && g_ascii_isupper (word.end[-1]) &&
        word.start > begin && word.start[-1] == ' ' && *word.end == ' ')
      return TRUE;
  return FALSE;
}

/**
 * winerror_context_is_request_status:
 * @begin: where a line of a log begins
 * @from: where a number in it begins
 *
 * Returns: whether the number is the error of Windows that a request in a log of IIS has ended
 * with: sc-status sc-substatus sc-win32-status time-taken
 */
gboolean
winerror_context_is_request_status (const char *begin, const char *from)
{
  WinerrorContextWord substatus;
  WinerrorContextWord status;

  return from > begin && from[-1] == ' ' &&
         winerror_context_word_read_before (begin, from, &substatus) && substatus.end + 1 == from &&
         substatus.end - substatus.start <= 3 && winerror_context_word_is_number (&substatus) &&
         winerror_context_word_read_before (begin, substatus.start, &status) &&
         status.end + 1 == substatus.start && status.end - status.start == 3 &&
         *status.start >= '1' && *status.start <= '5' && has_method (begin, status.start);
}
