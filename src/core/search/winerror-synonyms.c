// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-synonyms.h"

#include <string.h>

/* How many other words may stand between two words of a phrase that carry meaning, besides those
 * that stand there in the phrase. */
#define MAX_BETWEEN 5

/* All places of a word and its forms. */
typedef struct
{
  const WinerrorPosting *postings; /* in order of entry and place */
  guint n;
  GArray *merged; /* owns @postings where there are several forms, else NULL */
  GArray *words;  /* guint: the forms */
} Places;

/* The work on one index. */
typedef struct
{
  WinerrorIndex *index;
  WinerrorLexicon *lexicon;
  GHashTable *places; /* borrowed word -> Places */
  GHashTable *groups; /* group -> GArray of entries */
  GHashTable *others;
  guint8 *marks; /* one for each entry: it is in the group at work */
} Search;

static void
places_free (gpointer data)
{
  Places *places = data;

  g_clear_pointer (&places->merged, g_array_unref);
  g_array_unref (places->words);
  g_free (places);
}

static void
alternative_clear (gpointer data)
{
  g_array_unref (((WinerrorAlternative *) data)->entries);
}

static gboolean
is_before (const WinerrorPosting *left, const WinerrorPosting *right)
{
  return left->entry != right->entry ? left->entry < right->entry : left->place < right->place;
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
    *to++ = is_before (&b[j], &a[i]) ? b[j++] : a[i++];
  while (i < a_length)
    *to++ = a[i++];
  while (j < b_length)
    *to++ = b[j++];
  return merged;
}

static const Places *
get_places (Search *self, const char *text)
{
  Places *places = g_hash_table_lookup (self->places, text);

  if (places != NULL)
    return places;

  places = g_new0 (Places, 1);
  places->words = g_array_new (FALSE, FALSE, sizeof (guint));
  winerror_index_find_forms (self->index, text, places->words);
  for (guint i = 0; i < places->words->len; i++)
    {
      guint n;
      const WinerrorPosting *postings = winerror_index_get_postings (
          self->index, g_array_index (places->words, guint, i), &n);

      if (places->n == 0)
        {
          places->postings = postings;
          places->n = n;
          continue;
        }
      {
        GArray *merged = merge (places->postings, places->n, postings, n);

        g_clear_pointer (&places->merged, g_array_unref);
        places->merged = merged;
        places->postings = &g_array_index (merged, WinerrorPosting, 0);
        places->n = merged->len;
      }
    }
  g_hash_table_insert (self->places, (gpointer) text, places);
  return places;
}

static void
remember_words (Search *self, const WinerrorPhrase *phrase)
{
  for (guint i = 0; i < phrase->n_words; i++)
    {
      const Places *places;

      if (phrase->stops[i] && phrase->n_content > 0)
        continue;
      places = get_places (self, phrase->words[i]);
      for (guint j = 0; j < places->words->len; j++)
        {
          gsize length;
          const char *text = winerror_index_get_word (self->index,
                                                      g_array_index (places->words, guint, j),
                                                      &length);

          g_hash_table_add (self->others, g_strndup (text, length));
        }
    }
}

/* Adds the entries where a phrase stands: its words that carry meaning in a row, with few others
 * between; where it has just one such word, all of its words. */
static void
find_phrase (Search *self, const WinerrorPhrase *phrase, GArray *entries)
{
  gboolean all = phrase->n_content < 2;
  guint gap = 0;
  const WinerrorPosting *found = NULL;
  guint n_found = 0;
  g_autoptr (GArray) kept = NULL;

  for (guint i = 0; i < phrase->n_words; i++)
    {
      const Places *places;
      g_autoptr (GArray) next = NULL;
      guint j = 0;

      gap++;
      if (!all && phrase->stops[i])
        continue;
      places = get_places (self, phrase->words[i]);
      if (places->n == 0)
        return;
      if (found == NULL)
        {
          found = places->postings;
          n_found = places->n;
          gap = all ? 0 : MAX_BETWEEN;
          continue;
        }

      next = g_array_new (FALSE, FALSE, sizeof (WinerrorPosting));
      for (guint k = 0; k < places->n && j < n_found; k++)
        {
          const WinerrorPosting *place = &places->postings[k];

          while (j < n_found &&
                 (found[j].entry < place->entry ||
                  (found[j].entry == place->entry && found[j].place + gap < place->place)))
            j++;
          if (j < n_found && found[j].entry == place->entry && found[j].place < place->place)
            g_array_append_val (next, *place);
        }
      if (next->len == 0)
        return;
      g_clear_pointer (&kept, g_array_unref);
      kept = g_steal_pointer (&next);
      found = &g_array_index (kept, WinerrorPosting, 0);
      n_found = kept->len;
      gap = all ? 0 : MAX_BETWEEN;
    }

  for (guint i = 0; i < n_found; i++)
    if (!self->marks[found[i].entry])
      {
        self->marks[found[i].entry] = TRUE;
        g_array_append_val (entries, found[i].entry);
      }
  if (n_found > 0)
    remember_words (self, phrase);
}

static GArray *
find_group (Search *self, GPtrArray *group)
{
  GArray *entries = g_hash_table_lookup (self->groups, group);

  if (entries != NULL)
    return entries;

  entries = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < group->len; i++)
    {
      const WinerrorPhrase *phrase = g_ptr_array_index (group, i);

      if (!phrase->asked_only)
        find_phrase (self, phrase, entries);
    }
  for (guint i = 0; i < entries->len; i++)
    self->marks[g_array_index (entries, guint32, i)] = FALSE;
  g_hash_table_insert (self->groups, group, entries);
  return entries;
}

static void
add_alternatives (Search *self, GPtrArray *groups, guint first, guint end, GArray *alternatives)
{
  for (guint i = 0; i < groups->len; i++)
    {
      WinerrorAlternative alternative = {
        .first = first,
        .end = end,
        .entries = g_array_ref (find_group (self, g_ptr_array_index (groups, i))),
      };

      g_array_append_val (alternatives, alternative);
    }
}

/* The stretches that begin with word @first: with all their words, and without those inside that
 * carry no meaning. */
static void
search_from (Search *self, GPtrArray *words, guint first, GArray *alternatives)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) content = g_string_new (NULL);
  gboolean try_all = TRUE;
  gboolean try_content = !winerror_lexicon_is_stop (self->lexicon, words->pdata[first]);
  gboolean skipped = FALSE;

  for (guint i = first; i < words->len && (try_all || try_content); i++)
    {
      const char *text = words->pdata[i];
      gboolean stop = winerror_lexicon_is_stop (self->lexicon, text);
      GPtrArray *groups;

      if (try_all)
        {
          winerror_lexicon_append_key (self->lexicon, all, text);
          try_all = winerror_lexicon_find_groups (self->lexicon, all->str, &groups);
          if (try_all)
            add_alternatives (self, groups, first, i + 1, alternatives);
        }
      if (stop)
        skipped = TRUE;
      else if (try_content)
        {
          winerror_lexicon_append_key (self->lexicon, content, text);
          try_content = winerror_lexicon_find_groups (self->lexicon, content->str, &groups);
          if (try_content && skipped)
            add_alternatives (self, groups, first, i + 1, alternatives);
        }
    }
}

/**
 * winerror_synonyms_find_alternatives:
 * @indexes: (element-type WinerrorIndex): what to search, each with the lexicon of its language
 * @words: (element-type utf8): the words of a query, folded
 * @others: where the words of the synonyms that were found are added
 *
 * Looks up every stretch of a query among the terms that may stand for one another, and finds these
 * in the entries.
 *
 * Returns: (transfer full) (element-type WinerrorAlternative): what was found
 */
GArray *
winerror_synonyms_find_alternatives (GPtrArray *indexes, GPtrArray *words, GHashTable *others)
{
  GArray *alternatives = g_array_new (FALSE, FALSE, sizeof (WinerrorAlternative));

  g_return_val_if_fail (indexes != NULL, alternatives);
  g_return_val_if_fail (words != NULL, alternatives);
  g_return_val_if_fail (others != NULL, alternatives);

  g_array_set_clear_func (alternatives, alternative_clear);
  for (guint i = 0; i < indexes->len; i++)
    {
      Search search = {
        .index = indexes->pdata[i],
        .lexicon = winerror_index_get_lexicon (indexes->pdata[i]),
        .places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, places_free),
        .groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref),
        .others = others,
        .marks = g_new0 (guint8, winerror_index_get_n_entries (indexes->pdata[i])),
      };

      for (guint j = 0; j < words->len; j++)
        search_from (&search, words, j, alternatives);
      g_hash_table_unref (search.places);
      g_hash_table_unref (search.groups);
      g_free (search.marks);
    }
  return alternatives;
}
