// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-synonyms.h"

#include <string.h>

/* How many other words may stand between two words of a phrase that carry meaning, besides those
 * that stand there in the phrase. */
#define MAX_BETWEEN 5

/* All occurrences of a word and its forms. */
typedef struct
{
  const WinerrorPosting *postings; /* in order of entry, field and position */
  guint n;
  GArray *merged; /* owns @postings where there are several forms, else NULL */
  GArray *words;  /* guint: the forms */
} Occurrences;

/* The work on one index. */
typedef struct
{
  WinerrorIndex *index;
  gboolean phrases_only;   /* single words of another language mean too much in this one */
  GHashTable *occurrences; /* borrowed word -> Occurrences */
  GHashTable *entries;     /* synonym set -> GArray of WinerrorPosting, one for each entry */
  GHashTable *expansions;
  guint32 *marks; /* a bit for each entry: a term of the set at work stands there */
} Finder;

static void
occurrences_free (gpointer data)
{
  Occurrences *occurrences = data;

  g_clear_pointer (&occurrences->merged, g_array_unref);
  g_array_unref (occurrences->words);
  g_free (occurrences);
}

static void
finder_init (Finder *self, WinerrorIndex *index, GHashTable *expansions)
{
  *self = (Finder){
    .index = index,
    .occurrences = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, occurrences_free),
    .entries = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref),
    .expansions = expansions,
    .marks = g_new0 (guint32, winerror_index_get_n_entries (index) / 32 + 1),
  };
}

static void
finder_clear (Finder *self)
{
  g_hash_table_unref (self->occurrences);
  g_hash_table_unref (self->entries);
  g_free (self->marks);
}

static void
synonyms_clear (gpointer data)
{
  g_array_unref (((WinerrorSynonyms *) data)->entries);
}

static GArray *
merge (const WinerrorPosting *a, guint a_length, const WinerrorPosting *b, guint b_length)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (WinerrorPosting));
  WinerrorPosting *to;
  guint i = 0;
  guint j = 0;

  g_array_set_size (merged, a_length + b_length);
  to = &g_array_index (merged, WinerrorPosting, 0);
  while (i < a_length && j < b_length)
    *to++ = winerror_posting_get_place (&b[j]) < winerror_posting_get_place (&a[i]) ? b[j++]
                                                                                    : a[i++];
  while (i < a_length)
    *to++ = a[i++];
  while (j < b_length)
    *to++ = b[j++];
  return merged;
}

static const Occurrences *
get_occurrences (Finder *self, const char *text)
{
  Occurrences *occurrences = g_hash_table_lookup (self->occurrences, text);

  if (occurrences != NULL)
    return occurrences;

  occurrences = g_new0 (Occurrences, 1);
  occurrences->words = g_array_new (FALSE, FALSE, sizeof (guint));
  winerror_index_find_forms (self->index, text, occurrences->words);
  for (guint i = 0; i < occurrences->words->len; i++)
    {
      guint n;
      const WinerrorPosting *postings = winerror_index_get_postings (
          self->index, g_array_index (occurrences->words, guint, i), &n);

      if (occurrences->n == 0)
        {
          occurrences->postings = postings;
          occurrences->n = n;
          continue;
        }
      {
        GArray *merged = merge (occurrences->postings, occurrences->n, postings, n);

        g_clear_pointer (&occurrences->merged, g_array_unref);
        occurrences->merged = merged;
        occurrences->postings = &g_array_index (merged, WinerrorPosting, 0);
        occurrences->n = merged->len;
      }
    }
  g_hash_table_insert (self->occurrences, (gpointer) text, occurrences);
  return occurrences;
}

static void
remember_words (Finder *self, const WinerrorPhrase *phrase)
{
  for (guint i = 0; i < phrase->n_words; i++)
    {
      const Occurrences *occurrences;

      if (phrase->stops[i] && phrase->n_content > 0)
        continue;
      occurrences = get_occurrences (self, phrase->words[i]);
      for (guint j = 0; j < occurrences->words->len; j++)
        {
          gsize length;
          const char *text = winerror_index_get_word (self->index,
                                                      g_array_index (occurrences->words, guint, j),
                                                      &length);

          g_hash_table_add (self->expansions, g_strndup (text, length));
        }
    }
}

/* The occurrences of a word that follow one of @found after at most @gap other words. */
static GArray *
follow (const WinerrorPosting *found, guint n_found, const Occurrences *occurrences, guint gap)
{
  GArray *next = g_array_new (FALSE, FALSE, sizeof (WinerrorPosting));
  guint j = 0;

  for (guint i = 0; i < occurrences->n;)
    {
      guint64 place = winerror_posting_get_place (&occurrences->postings[i]);
      guint64 before;

      j = winerror_postings_skip_to (found, n_found, j, place > gap + 1 ? place - gap - 1 : 0);
      if (j == n_found)
        break;
      before = winerror_posting_get_place (&found[j]);
      if (before < place)
        g_array_append_val (next, occurrences->postings[i++]);
      else
        i = winerror_postings_skip_to (occurrences->postings, occurrences->n, i, before + 1);
    }
  return next;
}

/* Adds the entries where a phrase stands: its words that carry meaning in a row, with few others
 * between; where it has just one such word, all of its words. */
static void
find_phrase (Finder *self, const WinerrorPhrase *phrase, GArray *entries)
{
  gboolean all = phrase->n_content < 2;
  guint gap = 0;
  const WinerrorPosting *found = NULL;
  guint n_found = 0;
  g_autoptr (GArray) kept = NULL;

  for (guint i = 0; i < phrase->n_words; i++)
    {
      const Occurrences *occurrences;
      GArray *next;

      if (!all && phrase->stops[i])
        {
          gap++;
          continue;
        }
      occurrences = get_occurrences (self, phrase->words[i]);
      if (found == NULL)
        {
          found = occurrences->postings;
          n_found = occurrences->n;
        }
      else
        {
          next = follow (found, n_found, occurrences, gap);
          g_clear_pointer (&kept, g_array_unref);
          kept = next;
          found = (gconstpointer) kept->data;
          n_found = kept->len;
        }
      if (n_found == 0)
        return;
      gap = all ? 0 : MAX_BETWEEN;
    }

  for (guint i = 0; i < n_found; i++)
    {
      guint32 *marks = &self->marks[found[i].entry / 32];
      guint32 mark = 1u << (found[i].entry % 32);

      if ((*marks & mark) == 0)
        g_array_append_val (entries, found[i]);
      *marks |= mark;
    }
  if (n_found > 0)
    remember_words (self, phrase);
}

static GArray *
find_entries (Finder *self, GPtrArray *set)
{
  GArray *entries = g_hash_table_lookup (self->entries, set);

  if (entries != NULL)
    return entries;

  entries = g_array_new (FALSE, FALSE, sizeof (WinerrorPosting));
  for (guint i = 0; i < set->len; i++)
    {
      const WinerrorPhrase *phrase = g_ptr_array_index (set, i);

      if (!phrase->query_only && (!self->phrases_only || phrase->n_content > 1))
        find_phrase (self, phrase, entries);
    }
  for (guint i = 0; i < entries->len; i++)
    self->marks[g_array_index (entries, WinerrorPosting, i).entry / 32] = 0;
  g_hash_table_insert (self->entries, set, entries);
  return entries;
}

static void
add_synonyms (Finder *self, GPtrArray *synonym_sets, guint first, guint end, GArray *found)
{
  for (guint i = 0; i < synonym_sets->len; i++)
    {
      WinerrorSynonyms synonyms = {
        .first = first,
        .end = end,
        .entries = g_array_ref (find_entries (self, g_ptr_array_index (synonym_sets, i))),
      };

      g_array_append_val (found, synonyms);
    }
}

/* The stretches that begin with word @first: with all their words, and without those inside that
 * carry no meaning. */
static void
search_from (Finder *self, WinerrorLexicon *lexicon, GPtrArray *words, guint first, GArray *found)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) content = g_string_new (NULL);
  gboolean try_all = TRUE;
  gboolean try_content = !winerror_lexicon_is_stop (lexicon, words->pdata[first]);
  gboolean skipped = FALSE;

  for (guint i = first; i < words->len && (try_all || try_content); i++)
    {
      const char *text = words->pdata[i];
      gboolean stop = winerror_lexicon_is_stop (lexicon, text);
      GPtrArray *synonym_sets;

      if (try_all)
        {
          winerror_lexicon_append_key (lexicon, all, text);
          try_all = winerror_lexicon_find_synonym_sets (lexicon, all->str, &synonym_sets);
          if (try_all)
            add_synonyms (self, synonym_sets, first, i + 1, found);
        }
      if (stop)
        skipped = TRUE;
      else if (try_content)
        {
          winerror_lexicon_append_key (lexicon, content, text);
          try_content = winerror_lexicon_find_synonym_sets (lexicon, content->str, &synonym_sets);
          if (try_content && skipped)
            add_synonyms (self, synonym_sets, first, i + 1, found);
        }
    }
}

/**
 * winerror_synonyms_find:
 * @source: (nullable): the index of English
 * @indexes: (element-type WinerrorIndex): what to search, each with the lexicon of its language
 * @words: (element-type utf8): the words of a query, folded
 * @expansions: where the words of the synonyms that were found are added
 *
 * Looks up every stretch of a query among the terms that may stand for one another, and finds these
 * in the entries: those of the lexicon of an index there; and those of several words in @source
 * too, which has what another language lacks (symbols, texts that are not translated).
 *
 * Returns: (transfer full) (element-type WinerrorSynonyms): what was found
 */
GArray *
winerror_synonyms_find (WinerrorIndex *source,
                        GPtrArray *indexes,
                        GPtrArray *words,
                        GHashTable *expansions)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (WinerrorSynonyms));
  Finder phrases;

  g_return_val_if_fail (indexes != NULL, found);
  g_return_val_if_fail (words != NULL, found);
  g_return_val_if_fail (expansions != NULL, found);

  g_array_set_clear_func (found, synonyms_clear);
  if (source != NULL)
    {
      finder_init (&phrases, source, expansions);
      phrases.phrases_only = TRUE;
    }
  for (guint i = 0; i < indexes->len; i++)
    {
      WinerrorIndex *index = indexes->pdata[i];
      WinerrorLexicon *lexicon = winerror_index_get_lexicon (index);
      Finder finder;

      finder_init (&finder, index, expansions);
      for (guint j = 0; j < words->len; j++)
        {
          search_from (&finder, lexicon, words, j, found);
          if (source != NULL && index != source)
            search_from (&phrases, lexicon, words, j, found);
        }
      finder_clear (&finder);
    }
  if (source != NULL)
    finder_clear (&phrases);
  return found;
}
