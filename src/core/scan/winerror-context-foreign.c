// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-context-foreign.h"

#include <string.h>

/* How far apart a foreign program's name and its error may stand, in words. */
#define MAX_DATABASE_WORDS 12

/**
 * winerror_context_is_database_error:
 * @to: where a number ends
 * @end: where the line ends
 *
 * Returns: whether there follows what databases put after their error numbers: the SQLSTATE in
 *   brackets, or more by name
 */
gboolean
winerror_context_is_database_error (const char *to, const char *end)
{
  WinerrorContextWord word;
  const char *p = to;

  while (p < end && winerror_context_has_any (p, p + 1, " ,;:\""))
    p++;
  if (winerror_context_word_read_at (p, end, &word) &&
      (word.roles & WINERROR_ROLE_DATABASE_FIELD) != 0)
    return TRUE;

  if (end - to < 8 || to[0] != ' ' || to[1] != '(' || to[7] != ')')
    return FALSE;
  for (gsize i = 2; i < 7; i++)
    if (!g_ascii_isupper (to[i]) && !g_ascii_isdigit (to[i]))
      return FALSE;
  return TRUE;
}

/* resource.rc(1412): the ending of a file name, and a line in that file */
static gboolean
is_file_name (const char *begin, const WinerrorContextWord *word)
{
  return winerror_context_word_equals (word, "rc") && word->start - begin > 1 &&
         word->start[-1] == '.' && g_ascii_isalnum (word->start[-2]) && *word->end == '(';
}

/**
 * winerror_context_has_database_number:
 * @begin: where the line begins
 * @p: a place in it
 *
 * Returns: whether the number of a database's own error stands before the place, whose arguments
 *   follow: ORA-00600
 */
gboolean
winerror_context_has_database_number (const char *begin, const char *p)
{
  WinerrorContextWord word;

  for (guint i = 0; i < MAX_DATABASE_WORDS && winerror_context_word_read_before (begin, p, &word);
       i++)
    {
      if ((word.roles & WINERROR_ROLE_DATABASE) != 0 && *word.end == '-' &&
          g_ascii_isdigit (word.end[1]))
        return TRUE;
      p = word.start;
    }
  return FALSE;
}

/**
 * winerror_context_word_is_foreign:
 * @begin: where the line begins
 * @word: an announcing word in it
 *
 * Returns: whether the word is one of a program that has error numbers of its own, or no such word
 *   at all
 */
gboolean
winerror_context_word_is_foreign (const char *begin, const WinerrorContextWord *word)
{
  WinerrorContextWord before;

  /* in an address, and a switch: ?error=5, /status:940 */
  if (word->start > begin && winerror_context_has_any (word->start - 1, word->start, "?&/"))
    return TRUE;
  if (is_file_name (begin, word))
    return TRUE;
  /* SELECT `Message` FROM `Error` WHERE `Error` = 1721 */
  if (*word->end == '`' && word->start > begin && word->start[-1] == '`')
    return TRUE;
  if ((word->roles & WINERROR_ROLE_NATIVE) != 0)
    return FALSE;
  for (const char *p = word->start; p + 3 <= word->end; p++)
    if (g_ascii_strncasecmp (p, "sql", 3) == 0)
      return TRUE;
  if (!winerror_context_word_read_before (begin, word->start, &before))
    return FALSE;
  if ((before.roles & WINERROR_ROLE_NATIVE) != 0)
    return winerror_context_word_equals (word, "err") &&
           word->start[-1] == '.'; /* System.err( 1326) */
  if (((before.roles | winerror_context_word_get_pair_roles (begin, &before)) &
       WINERROR_ROLE_FOREIGN) != 0 &&
      !winerror_context_has_any (before.end, word->start, ":,;([="))
    return TRUE;
  return winerror_context_has_role_before (begin, word->start, WINERROR_ROLE_DATABASE,
                                           MAX_DATABASE_WORDS);
}

/* "stroke widths > 2", "34 != 33" */
static gboolean
is_compared (const char *begin, const char *from, const char *to, const char *end)
{
  const char *p = from;
  WinerrorContextWord word;

  while (p > begin && p[-1] == ' ')
    p--;
  if (p - begin > 1 && p[-1] == '=' && winerror_context_has_any (p - 2, p - 1, "<>!"))
    return TRUE;
  if (p - begin > 1 && p < from && winerror_context_has_any (p - 1, p, "<>") && p[-2] == ' ' &&
      (!winerror_context_word_read_before (begin, p, &word) ||
       (word.roles & WINERROR_ROLE_ANNOUNCES) == 0))
    return TRUE;
  return end - to > 4 && to[0] == ' ' && (to[1] == '!' || to[1] == '=') && to[2] == '=' &&
         to[3] == ' ' && g_ascii_isdigit (to[4]);
}

/* "failure with NUMBER_BITS == 8" */
static gboolean
is_of_macro (const char *begin, const char *from)
{
  gboolean underscore = FALSE;
  gsize n = 0;
  WinerrorContextWord word;

  if (!winerror_context_word_read_before (begin, from, &word) || word.roles != 0 ||
      !winerror_context_has_any (word.end, from, "="))
    return FALSE;
  for (const char *p = word.end; p < from; p++)
    if (*p != ' ' && *p != '=')
      return FALSE;
  for (const char *p = word.start; p < word.end; p++, n++)
    {
      if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p) && *p != '_')
        return FALSE;
      underscore |= *p == '_';
    }
  return underscore && n > 3 && g_strstr_len (word.start, (gssize) n, "ERR") == NULL;
}

/* "Failed tests: 87" */
static gboolean
is_count_of (const char *begin, const char *from)
{
  WinerrorContextWord word;

  return winerror_context_word_read_before (begin, from, &word) && word.end + 2 == from &&
         memcmp (word.end, ": ", 2) == 0 &&
         (word.roles & (WINERROR_ROLE_COUNTED | WINERROR_ROLE_ANNOUNCES)) == WINERROR_ROLE_COUNTED;
}

/**
 * winerror_context_is_of_source:
 * @begin: where the line begins
 * @from: where a number in it begins
 * @to: where the number ends
 * @end: where the line ends
 *
 * Returns: whether the number is one of a program's source, of its tracker or of its tests: it is
 *   compared, is the value of a macro or a count, or that of a report: "Fixed an error (#173)",
 *   "Expected failure #4"
 */
gboolean
winerror_context_is_of_source (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContextWord word;

  if (from - begin > 2 && to < end && *to == ')' && from[-2] == '(' &&
      (from[-1] == '#' || from[-1] == '!'))
    return TRUE;
  if (from - begin > 2 && from[-1] == '#' && from[-2] == ' ' &&
      winerror_context_word_read_before (begin, from, &word) && word.end + 2 == from &&
      winerror_context_word_equals (&word, "failure"))
    return TRUE;
  return is_compared (begin, from, to, end) || is_of_macro (begin, from) ||
         is_count_of (begin, from);
}
