// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* How Windows Installer writes its messages and results. */

#include "winerror-context-installer.h"

#include <string.h>

/* The numbers that an installation ends with. */
#define FIRST_INSTALLER_RESULT 1601
#define LAST_INSTALLER_RESULT  1699

/* Of how many digits the numbers of the messages are. */
#define MESSAGE_LENGTH 4

static gboolean
contains (const char *begin, const char *end, const char *text)
{
  return g_strstr_len (begin, end - begin, text) != NULL;
}

static gboolean
ends_with (const char *begin, const char *p, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (p - begin) >= length && memcmp (p - length, text, length) == 0;
}

static gboolean
begins_with (const char *p, const char *end, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (end - p) >= length && memcmp (p, text, length) == 0;
}

/**
 * winerror_context_is_heading:
 * @begin: where the line begins
 * @word: a word that announces a number
 * @from: where the number begins
 * @to: where it ends
 * @end: where the line ends
 *
 * Returns: whether the word and the number stand at the start of a message: "Error 1316."
 */
gboolean
winerror_context_is_heading (const char *begin,
                             const WinerrorContextWord *word,
                             const char *from,
                             const char *to,
                             const char *end)
{
  WinerrorContextWord before;

  if ((word->roles & WINERROR_ROLE_HEADS) == 0 || g_ascii_islower (*word->start) || to == end ||
      *to != '.' || from - word->end != 1)
    return FALSE;
  /* "Error 1935.An error occurred" */
  if (to + 1 < end && to[1] != ' ' && !(g_ascii_isupper (to[1]) && to + 2 < end && to[2] != '.'))
    return FALSE;
  return !winerror_context_word_read_before (begin, word->start, &before) ||
         winerror_context_word_is_number (&before) ||
         winerror_context_has_any (before.end, word->start, ".:)]-;>,'\"");
}

/**
 * winerror_context_get_message:
 * @begin: where a line of a log begins
 * @number: a number in it
 * @end: where the line ends
 *
 * Windows Installer writes "Error 1706. No valid source …", "DEBUG: Error 2826: …", and for a user
 * "The error code is 2826. The arguments are: …"; "Warning 1909. Could not create Shortcut …".
 * Others write "Error 5: Access is denied."
 *
 * Returns: how sure it is that the number is one of such a message
 */
WinerrorMessageForm
winerror_context_get_message (const char *begin, const WinerrorNumber *number, const char *end)
{
  const char *to = number->to;
  WinerrorContextWord word;

  if (number->hex || number->letters || number->negative || number->grouped ||
      number->to - number->from != MESSAGE_LENGTH)
    return WINERROR_MESSAGE_NONE;
  if (begins_with (to, end, ". The arguments are:"))
    return WINERROR_MESSAGE_SURE;
  if (!winerror_context_word_read_before (begin, number->from, &word))
    return WINERROR_MESSAGE_NONE;
  /* nobody else numbers warnings so */
  if (winerror_context_is_heading (begin, &word, number->from, to, end))
    return winerror_context_word_equals (&word, "warning") ? WINERROR_MESSAGE_SURE
                                                           : WINERROR_MESSAGE_LIKELY;
  if ((word.roles & WINERROR_ROLE_HEADS) == 0 || g_ascii_islower (*word.start) ||
      number->from - word.end != 1 || to == end || *to != ':')
    return WINERROR_MESSAGE_NONE;
  if (ends_with (begin, word.start, "DEBUG: ") || ends_with (begin, word.start, " -- "))
    return WINERROR_MESSAGE_SURE;
  return WINERROR_MESSAGE_POSSIBLE;
}

/**
 * winerror_context_is_note:
 * @begin: where a line of a log begins
 * @number: a number in it
 * @end: where the line ends
 *
 * Returns: whether the number is one that Windows Installer counts the parts of its notes by:
 * "Note: 1: 2262 2: Error 3: -2147287038"
 */
gboolean
winerror_context_is_note (const char *begin, const WinerrorNumber *number, const char *end)
{
  return number->to - number->from == 1 && number->to < end && *number->to == ':' &&
         contains (begin, number->from, "Note: 1: ");
}

/**
 * winerror_context_is_installer_result:
 * @begin: where a line of a log begins
 * @number: a number in it
 * @end: where the line ends
 *
 * Windows Installer ends what it says of an installation with its result, in the language of the
 * system: "Installation success or error status: 1603."
 *
 * Returns: whether the number is that
 */
gboolean
winerror_context_is_installer_result (const char *begin,
                                      const WinerrorNumber *number,
                                      const char *end)
{
  const char *p = number->from;
  const char *to = number->to;
  WinerrorContextWord word;

  if (number->hex || number->letters || number->negative ||
      number->magnitude < FIRST_INSTALLER_RESULT || number->magnitude > LAST_INSTALLER_RESULT)
    return FALSE;
  if (to < end && *to == '.')
    to++;
  else if (end - to >= 3 && memcmp (to, "。", 3) == 0)
    to += 3;
  while (to < end && (*to == ' ' || *to == '\t'))
    to++;
  while (p > begin && p[-1] == ' ')
    p--;
  if (to != end || p == begin || (p[-1] != ':' && (p - begin < 3 || memcmp (p - 3, "：", 3) != 0)))
    return FALSE;
  return winerror_context_word_read_before (begin, p, &word) &&
         !winerror_context_word_is_number (&word) &&
         (contains (begin, p, "MSI (") || contains (begin, p, "MsiInstaller") ||
          contains (begin, p, "Windows Installer"));
}
