// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-word-reader.h"

#include "winerror-text.h"

#include <string.h>

/**
 * winerror_word_reader_init:
 * @reader: the reader
 * @text: (not nullable): valid UTF-8, borrowed as long as the reader is used
 * @length: its length in bytes, or -1
 *
 * Starts at the first word of a text. Words are runs of letters, digits and marks; an apostrophe
 * within does not part them. Scripts without blanks between words (Chinese, Japanese; Korean, where
 * particles are attached) are read as overlapping pairs of characters.
 */
void
winerror_word_reader_init (WinerrorWordReader *reader, const char *text, gssize length)
{
  g_return_if_fail (reader != NULL);
  g_return_if_fail (text != NULL);

  reader->text = text;
  reader->length = length < 0 ? strlen (text) : (gsize) length;
  reader->offset = 0;
  reader->folded = g_string_sized_new (32);
}

static WinerrorTextClass
class_at (const WinerrorWordReader *reader, gsize offset, gsize *size)
{
  const char *p = reader->text + offset;

  if ((guchar) *p < 0x80)
    {
      *size = 1;
      return winerror_text_classify ((gunichar) *p);
    }
  *size = (gsize) (g_utf8_next_char (p) - p);
  return winerror_text_classify (g_utf8_get_char (p));
}

static gboolean
is_apostrophe (const char *p, gsize size)
{
  return *p == '\'' || (size == 3 && memcmp (p, "\u2019", 3) == 0);
}

/* Whether an apostrophe parts two words, as in French and Italian (l'utilisateur, dell'utente):
 * three letters follow it. What follows it in English is shorter (doesn't, we've). */
static gboolean
is_elision (const WinerrorWordReader *reader, gsize offset)
{
  gsize size;

  class_at (reader, offset, &size);
  offset += size;
  for (int i = 0; i < 3; i++)
    {
      if (offset >= reader->length || class_at (reader, offset, &size) != WINERROR_TEXT_WORD)
        return FALSE;
      offset += size;
    }
  return TRUE;
}

static gboolean
take (WinerrorWordReader *reader, WinerrorWord *word, gsize start, gsize end)
{
  g_string_truncate (reader->folded, 0);
  winerror_text_append_folded (reader->folded, reader->text + start, end - start);
  word->start = start;
  word->length = end - start;
  word->folded = reader->folded->str;
  word->folded_length = reader->folded->len;
  return word->folded_length > 0;
}

/**
 * winerror_word_reader_next:
 * @reader: the reader
 * @word: (out): the word
 *
 * Reads the next word.
 *
 * Returns: %FALSE after the last word; @word is then unchanged
 */
gboolean
winerror_word_reader_next (WinerrorWordReader *reader, WinerrorWord *word)
{
  g_return_val_if_fail (reader != NULL, FALSE);
  g_return_val_if_fail (word != NULL, FALSE);

  while (reader->offset < reader->length)
    {
      gsize size;
      gsize start = reader->offset;
      gsize end;
      WinerrorTextClass class = class_at (reader, start, &size);

      end = start + size;
      if (class == WINERROR_TEXT_IDEOGRAPHIC)
        {
          gboolean alone = TRUE;
          gboolean inside = FALSE;

          reader->offset = end;
          if (end < reader->length && class_at (reader, end, &size) == WINERROR_TEXT_IDEOGRAPHIC)
            {
              end += size;
              alone = FALSE;
            }
          else if (start > 0)
            {
              const char *before = g_utf8_find_prev_char (reader->text, reader->text + start);

              inside = before != NULL && winerror_text_classify (g_utf8_get_char (before)) ==
                                             WINERROR_TEXT_IDEOGRAPHIC;
            }
          /* The last character of a run was the second half of the pair before. */
          if (alone && inside)
            continue;
          if (take (reader, word, start, end))
            return TRUE;
          continue;
        }

      if (class != WINERROR_TEXT_WORD)
        {
          reader->offset = end;
          continue;
        }

      while (end < reader->length)
        {
          class = class_at (reader, end, &size);
          if (class != WINERROR_TEXT_WORD && class != WINERROR_TEXT_JOINER)
            break;
          if (is_apostrophe (reader->text + end, size) && is_elision (reader, end))
            break;
          end += size;
        }
      reader->offset = end;
      while (end > start && (reader->text[end - 1] == '\'')) /* a closing quote */
        end--;
      if (take (reader, word, start, end))
        return TRUE;
    }

  return FALSE;
}

/**
 * winerror_word_reader_clear:
 * @reader: the reader
 *
 * Frees what the reader holds.
 */
void
winerror_word_reader_clear (WinerrorWordReader *reader)
{
  g_return_if_fail (reader != NULL);

  if (reader->folded != NULL)
    g_string_free (g_steal_pointer (&reader->folded), TRUE);
}
