// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* A file of search words, and after a NUL words to look up in it: each word has a stem, stems lie
 * in their word, and a term is found by its own words. */

#include "fuzz-input.h"
#include "winerror-lexicon.h"
#include "winerror-word-reader.h"

static void
check_stems (WinerrorLexicon *lexicon, const WinerrorWord *word)
{
  WinerrorStem stems[WINERROR_LEXICON_MAX_STEMS];
  guint n = winerror_lexicon_get_stems (lexicon, word->folded, word->folded_length, stems);

  g_assert_true (n >= 1 && n <= WINERROR_LEXICON_MAX_STEMS);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (stems[i].length > 0 &&
                     stems[i].start + stems[i].length <= word->folded_length);
      g_assert_true (i == 0 || stems[i].length <= stems[i - 1].length);
      g_assert_true (
          g_utf8_validate (word->folded + stems[i].start, (gssize) stems[i].length, NULL));
    }
}

static void
check_sets (const GPtrArray *sets)
{
  for (guint i = 0; i < sets->len; i++)
    {
      const GPtrArray *set = g_ptr_array_index (sets, i);

      g_assert_true (set->len > 0);
      for (guint j = 0; j < set->len; j++)
        {
          const WinerrorPhrase *phrase = g_ptr_array_index (set, j);
          guint n_content = 0;

          g_assert_true (phrase->n_words >= 1 && phrase->n_words <= WINERROR_LEXICON_MAX_PHRASE);
          for (guint k = 0; k < phrase->n_words; k++)
            n_content += !phrase->stops[k];
          g_assert_true (n_content == phrase->n_content);
        }
    }
}

/* Looks up what is in a text, word after word, as a search does. */
static void
look_up (WinerrorLexicon *lexicon, const char *text)
{
  g_auto (WinerrorWordReader) reader = { 0 };
  g_autoptr (GString) key = g_string_new (NULL);
  WinerrorWord word;
  GPtrArray *sets;

  winerror_word_reader_init (&reader, text, -1);
  while (winerror_word_reader_next (&reader, &word))
    {
      check_stems (lexicon, &word);
      (void) winerror_lexicon_is_stop (lexicon, word.folded);
      winerror_lexicon_append_key (lexicon, key, word.folded);
      if (winerror_lexicon_find_synonym_sets (lexicon, key->str, &sets))
        check_sets (sets);
      else
        g_string_truncate (key, 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (GStrv) texts = fuzz_split (data, MIN (size, 4096), '\0');
  const char *file = texts[0] != NULL ? texts[0] : "";
  g_autoptr (WinerrorLexicon) lexicon = winerror_lexicon_new (file, -1);
  g_autofree char *own = winerror_text_make_valid (file, -1);
  g_autofree char *others = NULL;

  look_up (lexicon, own);
  if (texts[0] != NULL && texts[1] != NULL)
    {
      others = winerror_text_make_valid (texts[1], -1);
      look_up (lexicon, others);
    }
  return 0;
}
