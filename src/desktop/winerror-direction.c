// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Commands, paths, names and addresses in sentences that run from right to left. What begins or
 * ends them, as the dot of .\name, would be moved to their other side: they are isolated, as UAX #9
 * has it, in what is shown, never in what is copied. */

#include "winerror-direction.h"

#include "winerror-text.h"

#include <string.h>

/* Characters of UAX #9. */
#define RIGHT_TO_LEFT_MARK      "\u200F"
#define LEFT_TO_RIGHT_ISOLATE   "\u2066"
#define FIRST_STRONG_ISOLATE    "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"

#define ELLIPSIS "…"

/* Whether the first letter does so. */
static gboolean
begins_from_right (const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);

  while (text < end && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text < end && winerror_text_runs_from_right (g_utf8_get_char (text));
}

/**
 * winerror_direction_is_mixed:
 * @text: a text
 *
 * Returns: whether something in it runs from right to left
 */
gboolean
winerror_direction_is_mixed (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (winerror_text_runs_from_right (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/**
 * winerror_direction_begin_from_right:
 * @shown: a line that is empty
 *
 * Lets a line run from right to left, whatever it will have.
 */
void
winerror_direction_begin_from_right (GString *shown)
{
  g_string_append (shown, RIGHT_TO_LEFT_MARK);
}

/**
 * winerror_direction_begin:
 * @shown: a line that is empty
 * @text: what it will have
 *
 * Lets a line that something in runs from right to left do so as a whole, whatever it begins with.
 */
void
winerror_direction_begin (GString *shown, const char *text)
{
  if (winerror_direction_is_mixed (text) && !begins_from_right (text, -1))
    winerror_direction_begin_from_right (shown);
}

/**
 * winerror_direction_append_part:
 * @shown: a line that runs from right to left
 * @part: a part of it
 * @length: the length of @part in bytes, or -1
 *
 * Adds a part that has its own direction: from left to right, unless it begins with a letter that
 * does not.
 *
 * Returns: where it begins in @shown, in bytes
 */
gsize
winerror_direction_append_part (GString *shown, const char *part, gssize length)
{
  gsize start;

  g_string_append (shown,
                   begins_from_right (part, length) ? FIRST_STRONG_ISOLATE : LEFT_TO_RIGHT_ISOLATE);
  start = shown->len;
  g_string_append_len (shown, part, length);
  g_string_append (shown, POP_DIRECTIONAL_ISOLATE);
  return start;
}

/* The length of what stands without a blank and has nothing but ASCII in it, and the ellipsis of
 * https://… */
static gsize
get_word_length (const char *text, const char *end)
{
  const char *at = text;

  while (at < end)
    {
      if (g_ascii_isgraph (*at))
        at++;
      else if ((gsize) (end - at) >= strlen (ELLIPSIS) && g_str_has_prefix (at, ELLIPSIS))
        at += strlen (ELLIPSIS);
      else
        break;
    }
  return (gsize) (at - text);
}

/* Leaves out the marks of the sentence that stand before and after a word. */
static void
trim (const char **word, gsize *length)
{
  while (*length > 0 && strchr ("(\"'[{", (*word)[0]) != NULL)
    {
      (*word)++;
      (*length)--;
    }
  if (*length > strlen (ELLIPSIS) &&
      g_str_has_prefix (*word + *length - strlen (ELLIPSIS), ELLIPSIS) &&
      g_ascii_isalnum ((*word)[*length - strlen (ELLIPSIS) - 1]))
    *length -= strlen (ELLIPSIS);
  while (*length > 0 && strchr (".,;:!?)\"']}", (*word)[*length - 1]) != NULL)
    (*length)--;
}

/* Whether a word would look different where its direction is that of the sentence. */
static gboolean
needs_isolation (const char *word, gsize length)
{
  gboolean has_letters = FALSE;

  for (gsize i = 0; i < length; i++)
    has_letters = has_letters || g_ascii_isalpha (word[i]);
  return has_letters && (!g_ascii_isalnum (word[0]) || !g_ascii_isalnum (word[length - 1]));
}

/**
 * winerror_direction_append_words:
 * @shown: a line that runs from right to left
 * @text: a part of it
 * @length: the length of @text in bytes, or -1
 *
 * Adds a part of a sentence, and isolates paths, options and addresses in it.
 */
void
winerror_direction_append_words (GString *shown, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);

  while (text < end)
    {
      gsize n = get_word_length (text, end);
      const char *word = text;
      gsize trimmed = n;

      if (n == 0)
        {
          const char *next = g_utf8_next_char (text);

          g_string_append_len (shown, text, next - text);
          text = next;
          continue;
        }
      trim (&word, &trimmed);
      if (needs_isolation (word, trimmed))
        {
          g_string_append_len (shown, text, word - text);
          winerror_direction_append_part (shown, word, (gssize) trimmed);
          g_string_append_len (shown, word + trimmed, text + n - word - trimmed);
        }
      else
        g_string_append_len (shown, text, (gssize) n);
      text += n;
    }
}

/**
 * winerror_direction_append_name:
 * @shown: a line that is empty
 * @name: what the line begins with: the name of a file
 * @text: what follows
 *
 * Begins a line whose direction is that of @text, whatever the name is.
 */
void
winerror_direction_append_name (GString *shown, const char *name, const char *text)
{
  if (!winerror_direction_is_mixed (text))
    {
      g_string_append (shown, name);
      return;
    }
  winerror_direction_begin_from_right (shown);
  winerror_direction_append_part (shown, name, -1);
}

/**
 * winerror_direction_isolate_words:
 * @text: a text of the interface
 *
 * Returns: (transfer full): how it is shown: where something in it runs from right to left, with
 *   paths, options and addresses isolated
 */
char *
winerror_direction_isolate_words (const char *text)
{
  GString *shown;

  g_return_val_if_fail (text != NULL, NULL);

  if (!winerror_direction_is_mixed (text))
    return g_strdup (text);
  shown = g_string_new (NULL);
  winerror_direction_begin (shown, text);
  winerror_direction_append_words (shown, text, -1);
  return g_string_free (shown, FALSE);
}

/**
 * winerror_direction_remove_marks:
 * @text: a text as it is shown
 *
 * Returns: (transfer full): the text to be copied or spoken
 */
char *
winerror_direction_remove_marks (const char *text)
{
  static const char *const marks[] = { RIGHT_TO_LEFT_MARK, LEFT_TO_RIGHT_ISOLATE,
                                       FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE };
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_string_new (text);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (plain, marks[i], "", 0);
  return g_string_free (plain, FALSE);
}
