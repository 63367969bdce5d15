// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-text.h"

#include "winerror-text.h"
#include "winerror-word-reader.h"

#include <string.h>

/* The longest query that is understood; what follows is passed over. In bytes. */
#define MAX_QUERY (64 * 1024)

/**
 * winerror_query_text_tidy:
 * @query: what was typed
 *
 * Returns: (transfer full): the query as it is searched for: at most 64 KiB of valid UTF-8, cut
 *   between characters, without hidden characters: that is also what is shown of it
 */
char *
winerror_query_text_tidy (const char *query)
{
  gsize length = strnlen (query, MAX_QUERY + 1);
  g_autofree char *tidied = NULL;

  if (length > MAX_QUERY)
    {
      length = MAX_QUERY;
      while (length > 0 && ((guchar) query[length] & 0xC0) == 0x80)
        length--;
    }
  tidied = winerror_text_make_valid (query, (gssize) length);
  winerror_text_blank_sequences (tidied, strlen (tidied));
  return winerror_text_clean (tidied);
}

/* Whether a word is a part of an address or a version, which has two full stops or more. */
static gboolean
is_part_of_version (const char *query, const WinerrorWord *word)
{
  static const char bytes[] = "0123456789.";
  const char *start = query + word->start;
  gsize length = strspn (start, bytes);
  guint n_stops = 0;

  while (start > query && start[-1] != '\0' && strchr (bytes, start[-1]) != NULL)
    {
      start--;
      length++;
    }
  for (gsize i = 1; i + 1 < length; i++)
    n_stops += start[i] == '.';
  return n_stops > 1 && strspn (word->folded, bytes) == word->folded_length;
}

/**
 * winerror_query_text_read_words:
 * @query: a query: see winerror_query_text_tidy()
 *
 * Returns: (transfer full) (element-type utf8): its words, folded, up to
 *   %WINERROR_QUERY_TEXT_MAX_WORDS
 */
GPtrArray *
winerror_query_text_read_words (const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_auto (WinerrorWordReader) reader = { 0 };
  WinerrorWord word;

  winerror_word_reader_init (&reader, query, -1);
  while (words->len < WINERROR_QUERY_TEXT_MAX_WORDS && winerror_word_reader_next (&reader, &word))
    if (!is_part_of_version (query, &word))
      g_ptr_array_add (words, g_strndup (word.folded, word.folded_length));
  return words;
}

/**
 * winerror_query_text_is_same:
 * @words: (element-type utf8): the words of a query, as winerror_query_text_read_words() has them
 * @text: a text
 *
 * Returns: whether @text has just these words, in this order; more where the query is so long that
 *   not all of its words count
 */
gboolean
winerror_query_text_is_same (GPtrArray *words, const char *text)
{
  g_auto (WinerrorWordReader) reader = { 0 };
  WinerrorWord word;
  guint n = 0;

  g_return_val_if_fail (words != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  winerror_word_reader_init (&reader, text, -1);
  while (n < words->len && winerror_word_reader_next (&reader, &word) &&
         g_str_equal (words->pdata[n], word.folded))
    n++;
  return n == words->len &&
         (n == WINERROR_QUERY_TEXT_MAX_WORDS || !winerror_word_reader_next (&reader, &word));
}
