// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-lexicon.h"

#include "winerror-search-resources.h"
#include "winerror-text.h"
#include "winerror-word-reader.h"

#include <string.h>

#define LEXICONS_PATH "/io/github/winerror/Winerror/search/"

/* How lines of words begin that speak of a family, before its name. */
#define FAMILY_PREFIX "family "

/* Between a line without its apostrophes and the line. */
#define UNQUOTED_END '\x01'

/* What is added to a word, folded. */
typedef struct
{
  char *text;
  gsize length; /* in bytes */
  gsize n_letters;
} Affix;

struct _WinerrorLexicon
{
  gatomicrefcount references;
  GHashTable *stops;        /* folded words */
  GHashTable *families;     /* folded word -> WinerrorFamily that it speaks of */
  GArray *prefixes;         /* Affix; the first is empty */
  GArray *suffixes;         /* Affix, by their last bytes */
  guint suffixes_from[257]; /* for each last byte, where those suffixes begin */
  GString *unread; /* the lines of synonym sets that are read when a word of theirs is met */
  GHashTable *met; /* those words, by their keys */
  GPtrArray *synonym_sets; /* of GPtrArray of WinerrorPhrase */
  GHashTable *phrases;     /* key -> GPtrArray of synonym sets; empty where longer keys begin so */
};

static void
affix_clear (gpointer data)
{
  g_free (((Affix *) data)->text);
}

static void
add_affix (GArray *list, const char *text)
{
  Affix affix = {
    .text = g_strdup (text),
    .length = strlen (text),
    .n_letters = (gsize) g_utf8_strlen (text, -1),
  };

  g_array_append_val (list, affix);
}

static guchar
get_last_byte (const Affix *affix)
{
  return (guchar) affix->text[affix->length - 1];
}

static int
compare_last_bytes (gconstpointer a, gconstpointer b)
{
  return get_last_byte (a) - get_last_byte (b);
}

/* A word is compared with the suffixes that end as it ends only. */
static void
sort_suffixes (WinerrorLexicon *self)
{
  g_array_sort (self->suffixes, compare_last_bytes);
  for (guint i = 0; i < self->suffixes->len; i++)
    self->suffixes_from[get_last_byte (&g_array_index (self->suffixes, Affix, i)) + 1]++;
  for (guint byte = 0; byte < 256; byte++)
    self->suffixes_from[byte + 1] += self->suffixes_from[byte];
}

static void
phrase_free (gpointer data)
{
  WinerrorPhrase *phrase = data;

  for (guint i = 0; i < phrase->n_words; i++)
    g_free (phrase->words[i]);
  g_free (phrase);
}

static GPtrArray *
ensure_synonym_sets (WinerrorLexicon *self, const char *key)
{
  GPtrArray *synonym_sets = g_hash_table_lookup (self->phrases, key);

  if (synonym_sets == NULL)
    {
      synonym_sets = g_ptr_array_new ();
      g_hash_table_insert (self->phrases, g_strdup (key), synonym_sets);
    }
  return synonym_sets;
}

/* Makes the set known by all words of a phrase, or by those that carry meaning. */
static void
add_key (WinerrorLexicon *self, const WinerrorPhrase *phrase, gboolean all, GPtrArray *set)
{
  g_autoptr (GString) key = g_string_new (NULL);
  GPtrArray *synonym_sets = NULL;

  for (guint i = 0; i < phrase->n_words; i++)
    {
      if (!all && phrase->stops[i])
        continue;
      winerror_lexicon_append_key (self, key, phrase->words[i]);
      synonym_sets = ensure_synonym_sets (self, key->str);
    }
  if (synonym_sets != NULL && !g_ptr_array_find (synonym_sets, set, NULL))
    g_ptr_array_add (synonym_sets, set);
}

static void
add_words (const char *text, gsize length, GHashTable *set, GArray *list)
{
  g_auto (WinerrorWordReader) reader = { 0 };
  WinerrorWord word;

  winerror_word_reader_init (&reader, text, (gssize) length);
  while (winerror_word_reader_next (&reader, &word))
    {
      if (set != NULL)
        g_hash_table_add (set, g_strdup (word.folded));
      else
        add_affix (list, word.folded);
    }
}

/* Reads a line of words that speak of a family. */
static void
add_family_words (WinerrorLexicon *self, const char *line, const char *colon)
{
  g_auto (WinerrorWordReader) reader = { 0 };
  const char *name = line + strlen (FAMILY_PREFIX);
  WinerrorFamily family;
  WinerrorWord word;

  if (!winerror_family_from_name (name, (gsize) (colon - name), &family))
    return;
  winerror_word_reader_init (&reader, colon + 1, -1);
  while (winerror_word_reader_next (&reader, &word))
    g_hash_table_insert (self->families, g_strdup (word.folded), GUINT_TO_POINTER (family));
}

static WinerrorPhrase *
read_phrase (WinerrorLexicon *self, const char *text, gsize length)
{
  g_auto (WinerrorWordReader) reader = { 0 };
  WinerrorPhrase *phrase = g_new0 (WinerrorPhrase, 1);
  WinerrorWord word;

  phrase->query_only = memchr (text, '(', length) != NULL;
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
add_synonym_set (WinerrorLexicon *self, const char *text, gsize length)
{
  GPtrArray *set = g_ptr_array_new_with_free_func (phrase_free);
  const char *end = text + length;

  g_ptr_array_add (self->synonym_sets, set);
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
      g_ptr_array_add (set, phrase);

      add_key (self, phrase, TRUE, set);
      if (phrase->n_content > 1 && !phrase->query_only)
        add_key (self, phrase, FALSE, set);
    }
}

/* Folded words have no apostrophes: a line that has some is preceded by itself without them. */
static void
append_unquoted (GString *out, const char *line)
{
  for (const char *p = line; *p != '\0'; p++)
    if (*p != '\'')
      g_string_append_c (out, *p);
  g_string_append_c (out, UNQUOTED_END);
}

/* The same as g_string_ascii_down(), which takes several times as long where there are few
 * capitals.
 */
static void
make_small (char *text)
{
  for (char *p = strpbrk (text, G_CSET_A_2_Z); p != NULL; p = strpbrk (p + 1, G_CSET_A_2_Z))
    *p = g_ascii_tolower (*p);
}

static WinerrorLexicon *
read_lexicon (const char *valid)
{
  WinerrorLexicon *self;
  g_auto (GStrv) lines = NULL;

  lines = g_strsplit (valid, "\n", -1);
  self = g_new0 (WinerrorLexicon, 1);
  g_atomic_ref_count_init (&self->references);
  self->stops = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->prefixes = g_array_new (FALSE, FALSE, sizeof (Affix));
  self->suffixes = g_array_new (FALSE, FALSE, sizeof (Affix));
  g_array_set_clear_func (self->prefixes, affix_clear);
  g_array_set_clear_func (self->suffixes, affix_clear);
  add_affix (self->prefixes, "");
  self->unread = g_string_new (NULL);
  self->met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->synonym_sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);

  /* Terms are keyed by stems, so all stop words, prefixes and suffixes come first. */
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *colon = strchr (lines[i], ':');
      GHashTable *set = NULL;
      GArray *list = NULL;

      if (g_str_has_prefix (lines[i], "stop:"))
        set = self->stops;
      else if (g_str_has_prefix (lines[i], "prefixes:"))
        list = self->prefixes;
      else if (g_str_has_prefix (lines[i], "suffixes:"))
        list = self->suffixes;
      else if (colon != NULL && g_str_has_prefix (lines[i], FAMILY_PREFIX))
        {
          add_family_words (self, lines[i], colon);
          lines[i][0] = '#';
          continue;
        }
      else
        continue;
      add_words (colon + 1, strlen (colon + 1), set, list);
      lines[i][0] = '#';
    }
  sort_suffixes (self);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || strchr (lines[i], ',') == NULL)
        continue;
      if (self->prefixes->len > 1 || !g_str_is_ascii (lines[i]))
        {
          add_synonym_set (self, lines[i], strlen (lines[i]));
          continue;
        }
      g_string_append_c (self->unread, '\n');
      if (strchr (lines[i], '\'') != NULL)
        append_unquoted (self->unread, lines[i]);
      g_string_append (self->unread, lines[i]);
    }
  g_string_append_c (self->unread, '\n');
  make_small (self->unread->str);

  return self;
}

/**
 * winerror_lexicon_new:
 * @text: UTF-8 text in the format of the files in data/search; lines that are not understood as
 *   anything else are synonym sets
 * @length: its length in bytes, or -1
 *
 * Returns: (transfer full): a lexicon
 */
WinerrorLexicon *
winerror_lexicon_new (const char *text, gssize length)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = winerror_text_make_valid (text, length);
  return read_lexicon (valid);
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
  static gsize registered;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (language != NULL, NULL);

  if (g_once_init_enter (&registered))
    {
      winerror_search_data_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  path = g_strconcat (LEXICONS_PATH, language, ".txt", NULL);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return winerror_lexicon_new ("", 0);

  /* that it is valid UTF-8 is tested, and a zero byte follows what is in a resource */
  return read_lexicon (g_bytes_get_data (bytes, NULL));
}

/**
 * winerror_lexicon_ref:
 * @self: a lexicon
 *
 * Returns: (transfer full): the same
 */
WinerrorLexicon *
winerror_lexicon_ref (WinerrorLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * winerror_lexicon_unref:
 * @self: (transfer full): a lexicon
 */
void
winerror_lexicon_unref (WinerrorLexicon *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->phrases);
  g_hash_table_unref (self->met);
  g_string_free (self->unread, TRUE);
  g_hash_table_unref (self->stops);
  g_hash_table_unref (self->families);
  g_array_unref (self->prefixes);
  g_array_unref (self->suffixes);
  g_ptr_array_unref (self->synonym_sets);
  g_free (self);
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
 * winerror_lexicon_names_family:
 * @self: a lexicon
 * @word: a folded word
 * @family: (out): the family that it speaks of
 *
 * Returns: whether who says the word has a code of one family in mind: VPN, bluescreen
 */
gboolean
winerror_lexicon_names_family (WinerrorLexicon *self, const char *word, WinerrorFamily *family)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->families, word, NULL, &value))
    return FALSE;
  *family = (WinerrorFamily) GPOINTER_TO_UINT (value);
  return TRUE;
}

/* Keeps the stems in order, longest first, each length once. */
static guint
add_stem (WinerrorStem *stems, guint n, gsize start, gsize length)
{
  guint at = n;

  while (at > 0 && (stems[at - 1].length < length ||
                    (stems[at - 1].length == length && stems[at - 1].start > start)))
    at--;
  if (at > 0 && stems[at - 1].length == length && stems[at - 1].start == start)
    return n;
  if (n == WINERROR_LEXICON_MAX_STEMS)
    return n;
  memmove (stems + at + 1, stems + at, (n - at) * sizeof *stems);
  stems[at] = (WinerrorStem){ .start = start, .length = length };
  return n + 1;
}

/* Whether what is left of a word without a suffix may be a stem; in letters. */
static gboolean
is_long_enough (gsize length, gsize word_length)
{
  return length >= 4 || (length == 3 && word_length >= 6);
}

/**
 * winerror_lexicon_get_stems:
 * @self: a lexicon
 * @word: a folded word
 * @length: its length in bytes
 * @stems: (out caller-allocates): where the stems stand in the word, longest first
 *
 * Finds the stems of a word: the word itself, and what is left without each prefix and suffix
 * that it has, if that is four letters or more (three in words of six or more, and where only a
 * prefix is gone). Two words are forms of one another if they share a stem.
 *
 * Returns: how many stems there are, at least one
 */
guint
winerror_lexicon_get_stems (WinerrorLexicon *self,
                            const char *word,
                            gsize length,
                            WinerrorStem stems[WINERROR_LEXICON_MAX_STEMS])
{
  guchar last;
  gsize n_letters;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (word != NULL, 0);

  last = length > 0 ? (guchar) word[length - 1] : 0;
  n_letters = (gsize) g_utf8_strlen (word, (gssize) length);
  n = add_stem (stems, n, 0, length);
  for (guint i = 0; i < self->prefixes->len; i++)
    {
      const Affix *prefix = &g_array_index (self->prefixes, Affix, i);
      gsize left = n_letters - prefix->n_letters;

      if (prefix->length >= length || memcmp (word, prefix->text, prefix->length) != 0)
        continue;
      if (i > 0 && left >= 3)
        n = add_stem (stems, n, prefix->length, length - prefix->length);
      for (guint j = self->suffixes_from[last]; j < self->suffixes_from[last + 1]; j++)
        {
          const Affix *suffix = &g_array_index (self->suffixes, Affix, j);
          gsize rest = left - suffix->n_letters;

          if (prefix->length + suffix->length >= length ||
              memcmp (word + length - suffix->length, suffix->text, suffix->length) != 0)
            continue;
          if (is_long_enough (rest, n_letters))
            n = add_stem (stems, n, prefix->length, length - prefix->length - suffix->length);
        }
    }

  return n;
}

/**
 * winerror_lexicon_append_key:
 * @self: a lexicon
 * @key: the key of the words before, empty at first
 * @word: a folded word
 *
 * Appends a word to the key of a phrase: inflected forms of its words have the same key, made of
 * their shortest stems.
 */
void
winerror_lexicon_append_key (WinerrorLexicon *self, GString *key, const char *word)
{
  WinerrorStem stems[WINERROR_LEXICON_MAX_STEMS];
  guint n = winerror_lexicon_get_stems (self, word, strlen (word), stems);

  if (key->len > 0)
    g_string_append_c (key, ' ');
  g_string_append_len (key, word + stems[n - 1].start, (gssize) stems[n - 1].length);
}

static gboolean
is_suffix (WinerrorLexicon *self, const char *text, gsize length)
{
  guchar last = (guchar) text[length - 1];

  for (guint i = self->suffixes_from[last]; i < self->suffixes_from[last + 1]; i++)
    {
      const Affix *suffix = &g_array_index (self->suffixes, Affix, i);

      if (suffix->length == length && memcmp (suffix->text, text, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a word may have the key of @length letters that it begins with: nothing but a suffix
 * follows, and the key is long enough for a stem. @rest is what stands after the key. It ends with
 * a word, or at an apostrophe: then the line is there without apostrophes, too. */
static gboolean
may_have_key (WinerrorLexicon *self, gsize length, const char *rest)
{
  gsize n = 0;

  while (g_ascii_isalnum (rest[n]))
    n++;
  return n == 0 || (is_long_enough (length, length + n) && is_suffix (self, rest, n));
}

/* Reads the synonym sets that have a word with the key of @length bytes. A query has few words and
 * there are many sets, most of which never matter. Keys of words begin where these do: sets are
 * left unread only where words have no prefixes, and where they are the same once folded. */
static void
read_synonym_sets (WinerrorLexicon *self, const char *key, gsize length)
{
  g_autofree char *word = g_strndup (key, length);
  char *p = self->unread->str;

  if (length == 0 || g_hash_table_contains (self->met, word))
    return;
  while ((p = strstr (p, word)) != NULL)
    {
      char *start = p;
      char *line;
      char *end;

      if (g_ascii_isalnum (p[-1]) || !may_have_key (self, length, p + length))
        {
          p++;
          continue;
        }
      while (start[-1] != '\n')
        start--;
      end = strchr (p, '\n');
      line = memchr (start, UNQUOTED_END, (gsize) (end - start));
      line = line != NULL ? line + 1 : start;
      add_synonym_set (self, line, (gsize) (end - line));
      memset (start, ' ', (gsize) (end - start));
      p = end;
    }
  g_hash_table_add (self->met, g_steal_pointer (&word));
}

/**
 * winerror_lexicon_find_synonym_sets:
 * @self: a lexicon
 * @key: a key made with winerror_lexicon_append_key()
 * @synonym_sets: (out) (transfer none) (element-type GPtrArray): the sets that have a term of just
 * the words of the key, each an array of #WinerrorPhrase; may be empty
 *
 * Returns: whether a term has this key, or a longer one that begins with its words
 */
gboolean
winerror_lexicon_find_synonym_sets (WinerrorLexicon *self,
                                    const char *key,
                                    GPtrArray **synonym_sets)
{
  read_synonym_sets (self, key, strcspn (key, " "));
  *synonym_sets = g_hash_table_lookup (self->phrases, key);
  return *synonym_sets != NULL;
}
