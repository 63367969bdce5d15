// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-compound.h"

#include "winerror-text.h"

/* The shortest part of a compound that counts as a word, and the shortest compound; in characters.
 */
#define MIN_PART     3
#define MIN_COMPOUND 7

static gboolean
is_known_term (GPtrArray *indexes, const char *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean known = FALSE;

  for (guint i = 0; i < indexes->len && !known; i++)
    {
      WinerrorIndex *index = indexes->pdata[i];
      WinerrorLexicon *lexicon = winerror_index_get_lexicon (index);
      g_autoptr (GString) key = g_string_new (NULL);
      GPtrArray *sets;

      winerror_index_find_forms (index, text, words);
      known = words->len > 0 || winerror_lexicon_is_stop (lexicon, text);
      if (known)
        break;
      winerror_lexicon_append_key (lexicon, key, text);
      known = winerror_lexicon_find_synonym_sets (lexicon, key->str, &sets);
    }
  return known;
}

/**
 * winerror_compound_split:
 * @indexes: (element-type WinerrorIndex): what is searched
 * @text: a folded word
 *
 * Parts a word that nothing is known of into two that are known, the most even ones; Passwortlänge
 * into Passwort and Länge.
 *
 * Returns: where the second begins, in bytes; 0 where there are none, or the word itself is known
 */
gsize
winerror_compound_split (GPtrArray *indexes, const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  gsize found = 0;
  glong best = 0;

  if (length < MIN_COMPOUND || length >= 64 || winerror_text_is_ideographic (text) ||
      is_known_term (indexes, text))
    return 0;
  for (glong i = MIN_PART; i + MIN_PART <= length; i++)
    {
      const char *second = g_utf8_offset_to_pointer (text, i);
      g_autofree char *first = g_strndup (text, (gsize) (second - text));

      if (MIN (i, length - i) > best && is_known_term (indexes, first) &&
          is_known_term (indexes, second))
        {
          best = MIN (i, length - i);
          found = (gsize) (second - text);
        }
    }
  return found;
}
