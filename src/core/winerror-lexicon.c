// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-lexicon.h"

#include "winerror-data-resources.h"
#include "winerror-text.h"

#include <string.h>

#define LEXICONS_PATH "/io/github/winerror/Winerror/search/"

struct _WinerrorLexicon
{
  GHashTable *stops;   /* folded words */
  GPtrArray *endings;  /* folded */
  GPtrArray *groups;   /* of GPtrArray of WinerrorPhrase */
  GHashTable *phrases; /* key -> GPtrArray of groups */
};

static void
phrase_free (gpointer data)
{
  WinerrorPhrase *phrase = data;

  for (guint i = 0; i < phrase->n_words; i++)
    g_free (phrase->words[i]);
  g_free (phrase);
}

static void
lexicon_clear (gpointer data)
{
  WinerrorLexicon *self = data;

  g_hash_table_unref (self->phrases);
  g_hash_table_unref (self->stops);
  g_ptr_array_unref (self->endings);
  g_ptr_array_unref (self->groups);
}

/* The shortest stem of every word, parted by blanks: inflected forms have the same key. */
static void
append_key (WinerrorLexicon *self, GString *key, const char *word)
{
  gsize stems[WINERROR_LEXICON_MAX_STEMS];
  guint n = winerror_lexicon_get_stems (self, word, strlen (word), stems);

  if (key->len > 0)
    g_string_append_c (key, ' ');
  g_string_append_len (key, word, (gssize) stems[n - 1]);
}

static void
add_key (WinerrorLexicon *self, const char *key, GPtrArray *group)
{
  GPtrArray *groups = g_hash_table_lookup (self->phrases, key);

  if (groups == NULL)
    {
      groups = g_ptr_array_new ();
      g_hash_table_insert (self->phrases, g_strdup (key), groups);
    }
  if (groups->len == 0 || g_ptr_array_index (groups, groups->len - 1) != group)
    g_ptr_array_add (groups, group);
}

static void
add_words (const char *text, gsize length, GHashTable *set, GPtrArray *list)
{
  g_auto (WinerrorWordReader) reader = { 0 };
  WinerrorWord word;

  winerror_word_reader_init (&reader, text, (gssize) length);
  while (winerror_word_reader_next (&reader, &word))
    {
      if (set != NULL)
        g_hash_table_add (set, g_strdup (word.folded));
      else
        g_ptr_array_add (list, g_strdup (word.folded));
    }
}

static WinerrorPhrase *
read_phrase (WinerrorLexicon *self, const char *text, gsize length)
{
  g_auto (WinerrorWordReader) reader = { 0 };
  WinerrorPhrase *phrase = g_new0 (WinerrorPhrase, 1);
  WinerrorWord word;

  winerror_word_reader_init (&reader, text, (gssize) length);
  while (phrase->n_words < WINERROR_LEXICON_MAX_PHRASE &&
         winerror_word_reader_next (&reader, &word))
    {
      phrase->stops[phrase->n_words] = g_hash_table_contains (self->stops, word.folded);
      if (!phrase->stops[phrase->n_words])
        phrase->n_content++;
      phrase->words[phrase->n_words++] = g_strdup (word.folded);
    }
  return phrase;
}

static void
add_group (WinerrorLexicon *self, const char *text, gsize length)
{
  GPtrArray *group = g_ptr_array_new_with_free_func (phrase_free);
  const char *end = text + length;

  g_ptr_array_add (self->groups, group);
  while (text <= end)
    {
      const char *comma = memchr (text, ',', (gsize) (end - text));
      const char *stop = comma != NULL ? comma : end;
      WinerrorPhrase *phrase = read_phrase (self, text, (gsize) (stop - text));

      text = stop + 1;
      if (phrase->n_words == 0)
        {
          phrase_free (phrase);
          continue;
        }
      g_ptr_array_add (group, phrase);

      {
        g_autoptr (GString) key = g_string_new (NULL);
        g_autoptr (GString) content = g_string_new (NULL);

        for (guint i = 0; i < phrase->n_words; i++)
          {
            append_key (self, key, phrase->words[i]);
            if (!phrase->stops[i])
              append_key (self, content, phrase->words[i]);
          }
        add_key (self, key->str, group);
        if (phrase->n_content > 1)
          add_key (self, content->str, group);
      }
    }
}

/**
 * winerror_lexicon_new:
 * @text: UTF-8 text in the format of the files in data/search; lines that are not understood as
 *   anything else are groups of terms
 * @length: its length in bytes, or -1
 *
 * Returns: (transfer full): a lexicon
 */
WinerrorLexicon *
winerror_lexicon_new (const char *text, gssize length)
{
  WinerrorLexicon *self;
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = winerror_text_make_valid (text, length);
  lines = g_strsplit (valid, "\n", -1);
  self = g_atomic_rc_box_new0 (WinerrorLexicon);
  self->stops = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->endings = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);

  /* Terms are keyed by stems, so all stop words and endings come first. */
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "stop:"))
        add_words (lines[i] + strlen ("stop:"), strlen (lines[i]) - strlen ("stop:"), self->stops,
                   NULL);
      else if (g_str_has_prefix (lines[i], "endings:"))
        add_words (lines[i] + strlen ("endings:"), strlen (lines[i]) - strlen ("endings:"), NULL,
                   self->endings);
      else
        continue;
      lines[i][0] = '#';
    }
  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && strchr (lines[i], ',') != NULL)
      add_group (self, lines[i], strlen (lines[i]));

  return self;
}

/**
 * winerror_lexicon_new_built_in:
 * @language: a language as in po/LINGUAS, or "en"
 *
 * Returns: (transfer full): the lexicon of data/search for the language, or an empty one
 */
WinerrorLexicon *
winerror_lexicon_new_built_in (const char *language)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize size;

  g_return_val_if_fail (language != NULL, NULL);

  path = g_strconcat (LEXICONS_PATH, language, ".txt", NULL);
  bytes = g_resource_lookup_data (winerror_data_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return winerror_lexicon_new ("", 0);

  data = g_bytes_get_data (bytes, &size);
  return winerror_lexicon_new (data, (gssize) size);
}

/**
 * winerror_lexicon_ref:
 * @self: a lexicon
 *
 * Returns: (transfer full): the same lexicon
 */
WinerrorLexicon *
winerror_lexicon_ref (WinerrorLexicon *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * winerror_lexicon_unref:
 * @self: (transfer full): a lexicon
 */
void
winerror_lexicon_unref (WinerrorLexicon *self)
{
  g_atomic_rc_box_release_full (self, lexicon_clear);
}

/**
 * winerror_lexicon_is_stop:
 * @self: a lexicon
 * @word: a folded word
 *
 * Returns: whether the word carries no meaning in a search
 */
gboolean
winerror_lexicon_is_stop (WinerrorLexicon *self, const char *word)
{
  return g_hash_table_contains (self->stops, word);
}

/**
 * winerror_lexicon_get_stems:
 * @self: a lexicon
 * @word: a folded word
 * @length: its length in bytes
 * @stems: (out caller-allocates): lengths of the stems in bytes, longest first
 *
 * Finds the stems of a word: the word itself, and what is left without each ending that it has,
 * if that is four letters or more (three in words of six or more). Two words are forms of one
 * another if they share a stem.
 *
 * Returns: how many stems there are, at least one
 */
guint
winerror_lexicon_get_stems (WinerrorLexicon *self,
                            const char *word,
                            gsize length,
                            gsize stems[WINERROR_LEXICON_MAX_STEMS])
{
  gsize n_letters;
  guint n = 1;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (word != NULL, 0);

  stems[0] = length;
  n_letters = (gsize) g_utf8_strlen (word, (gssize) length);
  for (guint i = 0; i < self->endings->len && n < WINERROR_LEXICON_MAX_STEMS; i++)
    {
      const char *ending = g_ptr_array_index (self->endings, i);
      gsize size = strlen (ending);
      gsize left;
      guint at;

      if (size >= length || memcmp (word + length - size, ending, size) != 0)
        continue;
      left = n_letters - (gsize) g_utf8_strlen (ending, -1);
      if (left < 3 || (left == 3 && n_letters <= 5))
        continue;

      for (at = n; at > 0 && stems[at - 1] < length - size; at--)
        stems[at] = stems[at - 1];
      if (at > 0 && stems[at - 1] == length - size)
        {
          for (; at < n; at++) /* the same again: undo */
            stems[at] = stems[at + 1];
          continue;
        }
      stems[at] = length - size;
      n++;
    }

  return n;
}

/**
 * winerror_lexicon_get_groups:
 * @self: a lexicon
 * @words: folded words that stand in a row
 * @n_words: how many, at most %WINERROR_LEXICON_MAX_PHRASE
 *
 * Finds the groups that have a term of just these words, or of inflected forms of them.
 *
 * Returns: (transfer none) (nullable) (element-type GPtrArray): the groups, each an array of
 *   #WinerrorPhrase
 */
GPtrArray *
winerror_lexicon_get_groups (WinerrorLexicon *self, const char *const *words, guint n_words)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    append_key (self, key, words[i]);
  return g_hash_table_lookup (self->phrases, key->str);
}
