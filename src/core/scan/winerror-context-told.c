// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What a line says in words of the code that it names. */

#include "winerror-context-told.h"

#include "winerror-context-word.h"

#include <string.h>

/* How far a sentence beside a number is read. */
#define MAX_TEXT 200

/* Of how many letters a word is at least that tells one sentence from another. */
#define MIN_WORD 4

/* How many marks may stand between a number and a name. */
#define MAX_MARKS 4

/* Whether a word is part of what is known of an entry; by its beginning, for the sake of endings.
 */
static gboolean
is_told (const char *word, gsize length, const WinerrorEntryInfo *info)
{
  const char *const texts[] = { info->symbol, info->description };
  gsize stem = MIN (length, 4);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (const char *p = texts[i]; p != NULL && *p != '\0'; p++)
      if ((p == texts[i] || !g_ascii_isalpha (p[-1])) && g_ascii_strncasecmp (p, word, stem) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
is_english (const char *word, gsize length)
{
  static const char *const words[] = {
    "a",  "an", "and", "are",  "be",  "by",   "for", "from", "in",   "is",   "it",   "not",
    "of", "on", "or",  "that", "the", "this", "to",  "was",  "were", "with", "have", "been"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (word, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * winerror_context_is_told_otherwise:
 * @to: where a number ends
 * @end: where the line ends
 * @info: the entry that has the number for its code
 *
 * "error 4 (Command not handled by receiver)": an English sentence in brackets right after a number
 * that has no word in common with the entry is about something else.
 *
 * Returns: whether such a sentence follows
 */
gboolean
winerror_context_is_told_otherwise (const char *to, const char *end, const WinerrorEntryInfo *info)
{
  const char *limit = to + MIN (end - to, MAX_TEXT);
  const char *p = to;
  guint n_words = 0;
  gboolean english = FALSE;

  if (p < limit && *p == ' ')
    p++;
  if (limit - p < 2 || *p != '(' || !g_ascii_isupper (p[1]))
    return FALSE;
  for (p++; p < limit && *p != ')';)
    {
      const char *word = p;

      if ((guchar) *p >= 0x80 || g_ascii_isdigit (*p) || *p == '(' || *p == '_')
        return FALSE;
      while (p < limit && g_ascii_isalpha (*p))
        p++;
      if (p == word)
        {
          p++;
          continue;
        }
      n_words++;
      if (is_english (word, (gsize) (p - word)))
        english = TRUE;
      else if (p - word >= 3 && is_told (word, (gsize) (p - word), info))
        return FALSE;
    }
  return english && n_words >= 3 && p < limit;
}

/* The names of Windows' own errors. */
static gboolean
is_name_of_windows (const char *name, gsize length)
{
  static const char *const prefixes[] = { "ERROR_", "STATUS_", "NT_STATUS_", "WSA", "NERR_", "E_" };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (length > strlen (prefixes[i]) && memcmp (name, prefixes[i], strlen (prefixes[i])) == 0)
      return TRUE;
  return FALSE;
}

/**
 * winerror_context_is_named_otherwise:
 * @to: where a number ends
 * @end: where the line ends
 * @info: the entry that has the number for its code
 *
 * "error=(0x107) (ESP_ERR_TIMEOUT)": the name of an error right after a number that has no word in
 * common with the entry is that of another system.
 *
 * Returns: whether such a name follows
 */
gboolean
winerror_context_is_named_otherwise (const char *to, const char *end, const WinerrorEntryInfo *info)
{
  static const char *const errors[] = { "ERR", "STATUS", "FAIL", "INVALID", "TIMEOUT" };
  const char *name = to;
  const char *p;
  gboolean error = FALSE;

  while (name < end && name - to < MAX_MARKS &&
         winerror_context_has_any (name, name + 1, "\"' ):,("))
    name++;
  for (p = name; p < end && (g_ascii_isupper (*p) || g_ascii_isdigit (*p) || *p == '_');)
    p++;
  if (name == to || memchr (name, '_', (gsize) (p - name)) == NULL ||
      (p < end && (g_ascii_isalpha (*p) || *p == '\\')) ||
      is_name_of_windows (name, (gsize) (p - name)))
    return FALSE;

  for (const char *word = name; word < p; word++)
    {
      const char *word_end = memchr (word, '_', (gsize) (p - word));
      gsize length = (gsize) ((word_end != NULL ? word_end : p) - word);
      gboolean generic = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
        generic |= length >= strlen (errors[i]) &&
                   memcmp (word, errors[i], strlen (errors[i])) == 0;
      error |= generic;
      if (!generic && length >= MIN_WORD && is_told (word, length, info))
        return FALSE;
      word += length;
    }
  return error;
}

/**
 * winerror_context_count_told:
 * @to: where a number ends
 * @end: where the line ends
 * @info: an entry that has the number for its code
 *
 * Returns: how many words of the sentence that follows the number are in what is known of the entry
 */
guint
winerror_context_count_told (const char *to, const char *end, const WinerrorEntryInfo *info)
{
  static const char generic[] = "error"; /* every symbol has it */
  const char *limit = to + MIN (end - to, MAX_TEXT);
  const char *p = to;
  guint n = 0;

  while (p < limit && !g_ascii_isalpha (*p))
    p++;
  while (p < limit && !(*p == '.' && (p + 1 == limit || p[1] == ' ')))
    {
      const char *word = p;

      while (p < limit && g_ascii_isalpha (*p))
        p++;
      if (p == word)
        p++;
      else if (p - word >= MIN_WORD && !is_english (word, (gsize) (p - word)) &&
               g_ascii_strncasecmp (word, generic, strlen (generic)) != 0)
        n += is_told (word, (gsize) (p - word), info);
    }
  return n;
}

/* Words that many lines and many descriptions have. */
static gboolean
is_common (const char *word, gsize length)
{
  static const char *const stems[] = { "error", "fail", "code", "file", "syst", "cannot", "could" };

  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    if (length >= strlen (stems[i]) && g_ascii_strncasecmp (word, stems[i], strlen (stems[i])) == 0)
      return TRUE;
  return is_english (word, length);
}

/**
 * winerror_context_count_common:
 * @begin: where the line begins
 * @from: where a number in it begins
 * @to: where the number ends
 * @end: where the line ends
 * @info: the entry that has the number for its code
 *
 * Returns: how many different words around the number, on both sides, are in what is known of the
 *   entry; no more than 2 are counted
 */
guint
winerror_context_count_common (const char *begin,
                               const char *from,
                               const char *to,
                               const char *end,
                               const WinerrorEntryInfo *info)
{
  const char *limit = to + MIN (end - to, MAX_TEXT);
  const char *p = from - MIN (from - begin, MAX_TEXT);
  const char *first = NULL;

  while (p < limit)
    {
      const char *word = p;

      while (p < limit && g_ascii_isalpha (*p))
        p++;
      if (p == word)
        p++;
      else if (p - word >= MIN_WORD && !is_common (word, (gsize) (p - word)) &&
               is_told (word, (gsize) (p - word), info))
        {
          if (first != NULL && g_ascii_strncasecmp (first, word, MIN_WORD) != 0)
            return 2;
          first = word;
        }
    }
  return first != NULL ? 1 : 0;
}
