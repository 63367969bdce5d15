// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-matcher.h"

#include "winerror-synonyms.h"
#include "winerror-text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How well one word of a query matches: 1 is the word itself. */
#define QUALITY_FORM      0.95f
#define QUALITY_JOINED    0.9f
#define QUALITY_PHRASE    0.85f
#define QUALITY_SYNONYM   0.75f
#define QUALITY_BEGINNING 0.75f
#define QUALITY_SIMILAR   0.7f
#define QUALITY_INSIDE    0.5f

/* How much a phrase counts of what its synonyms weigh together: it may be rare where its words are
 * common. */
#define SHARE_PHRASE 0.7f

/* The shortest part of a compound that counts as a word, and the shortest compound; in characters.
 */
#define MIN_PART     3
#define MIN_COMPOUND 7

/* How much the length of an entry counts. */
#define SHARE_FILLED 0.25f

/* A word of the query. */
typedef struct
{
  char *text;
  gboolean stop;
  gboolean repeated; /* it stood earlier in the query */
} Term;

/* What is added up for one entry. */
typedef struct
{
  float sum;     /* values of the words that match */
  float whole;   /* the same, of whole words only */
  guint16 n;     /* how many words match */
  float least;   /* the lowest quality of those */
  guint8 manner; /* the worst */
  guint8 listed; /* it is among the touched ones */
} Tally;

/* How one word matches one entry. */
typedef struct
{
  float quality; /* 0: not yet */
  float phrase;  /* what the rarest phrase weighs that the word is part of */
  guint8 manner;
} Match;

struct _WinerrorMatcher
{
  guint n_entries;

  /* one for each entry */
  Tally *tallies;
  Match *matches;
  guint32 *touched; /* the entries that have a tally */
  guint32 *matched; /* the entries that have a match */
  guint n_touched;
  guint n_matched;

  GArray *words; /* guint: numbers of words */

  /* of the query at work */
  GPtrArray *indexes;
  GArray *terms; /* Term */
  GHashTable *parts;
  GHashTable *others;
};

static void
term_clear (gpointer data)
{
  g_free (((Term *) data)->text);
}

/**
 * winerror_matcher_new:
 * @n_entries: how many entries the catalog has
 *
 * Returns: (transfer full): a matcher
 */
WinerrorMatcher *
winerror_matcher_new (guint n_entries)
{
  WinerrorMatcher *self = g_new0 (WinerrorMatcher, 1);

  self->n_entries = n_entries;
  self->tallies = g_new0 (Tally, n_entries + 1);
  self->matches = g_new0 (Match, n_entries + 1);
  self->touched = g_new (guint32, n_entries + 1);
  self->matched = g_new (guint32, n_entries + 1);
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * winerror_matcher_free:
 * @self: (transfer full): a matcher
 */
void
winerror_matcher_free (WinerrorMatcher *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->tallies);
  g_free (self->matches);
  g_free (self->touched);
  g_free (self->matched);
  g_array_unref (self->words);
  g_free (self);
}

/* What a word weighs that stands in @n entries. */
static float
weigh (WinerrorMatcher *self, guint n)
{
  return logf (1.0f + (float) self->n_entries / (float) MAX (n, 1));
}

static void
match_entry (WinerrorMatcher *self, guint32 entry, float quality, WinerrorManner manner)
{
  Match *match = &self->matches[entry];

  if (match->quality >= quality)
    return;
  if (match->quality <= 0)
    {
      self->matched[self->n_matched++] = entry;
      match->manner = (guint8) manner;
    }
  match->quality = quality;
  match->manner = MIN (match->manner, manner);
}

static void
match_word (WinerrorMatcher *self,
            WinerrorIndex *index,
            guint word,
            float quality,
            WinerrorManner manner)
{
  guint n;
  const WinerrorPosting *postings = winerror_index_get_postings (index, word, &n);

  for (guint i = 0; i < n; i++)
    match_entry (self, postings[i].entry, quality, manner);
}

static void
remember (GHashTable *set, const char *text, gsize length)
{
  if (set != NULL)
    g_hash_table_add (set, g_strndup (text, length));
}

/* Matches the words that were collected. */
static gboolean
match_collected (WinerrorMatcher *self,
                 WinerrorIndex *index,
                 float quality,
                 WinerrorManner manner,
                 GHashTable *others)
{
  gboolean found = self->words->len > 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      guint word = g_array_index (self->words, guint, i);
      gsize length;
      const char *text = winerror_index_get_word (index, word, &length);

      match_word (self, index, word, quality, manner);
      remember (others, text, length);
    }
  g_array_set_size (self->words, 0);
  return found;
}

/* hot key where the entry has hotkey */
static gboolean
match_joined (WinerrorMatcher *self, WinerrorIndex *index, const char *first, const char *second)
{
  g_autofree char *joined = g_strconcat (first, second, NULL);
  guint word;

  if (!winerror_index_find_word (index, joined, &word))
    return FALSE;
  match_word (self, index, word, QUALITY_JOINED, WINERROR_MANNER_WHOLE);
  remember (self->others, joined, strlen (joined));
  return TRUE;
}

static gboolean
match_whole (WinerrorMatcher *self, WinerrorIndex *index, guint at)
{
  const char *text = g_array_index (self->terms, Term, at).text;
  gboolean found = FALSE;
  guint word;

  if (winerror_index_find_word (index, text, &word))
    match_word (self, index, word, 1, WINERROR_MANNER_WHOLE);
  winerror_index_find_forms (index, text, self->words);
  found |= match_collected (self, index, QUALITY_FORM, WINERROR_MANNER_WHOLE, self->others);
  if (at > 0)
    found |= match_joined (self, index, g_array_index (self->terms, Term, at - 1).text, text);
  if (at + 1 < self->terms->len)
    found |= match_joined (self, index, text, g_array_index (self->terms, Term, at + 1).text);
  return found;
}

static gboolean
match_beginnings (WinerrorMatcher *self, WinerrorIndex *index, const char *text)
{
  guint first;
  guint end;

  winerror_index_find_prefix (index, text, &first, &end);
  for (guint word = first; word < end; word++)
    match_word (self, index, word, QUALITY_BEGINNING, WINERROR_MANNER_BEGINNING);
  return end > first;
}

/* One letter stands inside of nearly every word: that says nothing. */
static void
match_inside (WinerrorMatcher *self, WinerrorIndex *index, const char *text)
{
  if (text[0] == '\0' || text[1] == '\0')
    return;
  winerror_index_find_inside (index, text, self->words);
  match_collected (self, index, QUALITY_INSIDE, WINERROR_MANNER_INSIDE, NULL);
}

/* pasword, acount: one error from four letters on, two from eight on */
static gboolean
match_similar (WinerrorMatcher *self, WinerrorIndex *index, const char *text)
{
  glong length = g_utf8_strlen (text, -1);

  if (length < 4)
    return FALSE;
  winerror_index_find_similar (index, text, 1, self->words);
  if (self->words->len == 0 && length >= 8)
    winerror_index_find_similar (index, text, 2, self->words);
  return match_collected (self, index, QUALITY_SIMILAR, WINERROR_MANNER_SIMILAR, self->others);
}

/* Compounds */

static gboolean
is_known (WinerrorMatcher *self, const char *text)
{
  gboolean known = FALSE;

  for (guint i = 0; i < self->indexes->len && !known; i++)
    {
      WinerrorIndex *index = self->indexes->pdata[i];
      WinerrorLexicon *lexicon = winerror_index_get_lexicon (index);
      g_autoptr (GString) key = g_string_new (NULL);
      GPtrArray *groups;

      winerror_index_find_forms (index, text, self->words);
      known = self->words->len > 0 || winerror_lexicon_is_stop (lexicon, text);
      g_array_set_size (self->words, 0);
      if (known)
        break;
      winerror_lexicon_append_key (lexicon, key, text);
      known = winerror_lexicon_find_groups (lexicon, key->str, &groups) && groups->len > 0;
    }
  return known;
}

/* Parts a word that nothing is known of into two that are known, the most even ones; Passwortlänge
 * into Passwort and Länge. Returns where the second begins, 0 where there are none. */
static gsize
find_parts (WinerrorMatcher *self, const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  gsize found = 0;
  glong best = 0;

  if (length < MIN_COMPOUND || length >= 64 || winerror_text_is_ideographic (text))
    return 0;
  for (glong i = MIN_PART; i + MIN_PART <= length; i++)
    {
      const char *second = g_utf8_offset_to_pointer (text, i);
      g_autofree char *first = g_strndup (text, (gsize) (second - text));

      if (MIN (i, length - i) > best && is_known (self, first) && is_known (self, second))
        {
          best = MIN (i, length - i);
          found = (gsize) (second - text);
        }
    }
  return found;
}

static void
add_term (WinerrorMatcher *self, const char *text, gsize length, GHashTable *seen)
{
  Term term = { .text = g_strndup (text, length) };

  for (guint i = 0; i < self->indexes->len; i++)
    term.stop |= winerror_lexicon_is_stop (winerror_index_get_lexicon (self->indexes->pdata[i]),
                                           term.text);
  term.repeated = !g_hash_table_add (seen, term.text);
  g_array_append_val (self->terms, term);
}

static void
read_terms (WinerrorMatcher *self, GPtrArray *words)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < words->len; i++)
    {
      const char *text = words->pdata[i];
      gsize second = is_known (self, text) ? 0 : find_parts (self, text);

      if (second > 0)
        add_term (self, text, second, seen);
      add_term (self, text + second, strlen (text + second), seen);
    }
}

/* Adding up */

/* Adds one word's matches to the tallies and forgets them. Returns the most that an entry
 * can have of it. */
static float
count_term (WinerrorMatcher *self)
{
  float weight;
  float most;
  guint n = 0;

  for (guint i = 0; i < self->n_matched; i++)
    if (self->matches[self->matched[i]].manner == WINERROR_MANNER_WHOLE)
      n++;
  weight = weigh (self, n > 0 ? n : self->n_matched);
  most = weight;

  for (guint i = 0; i < self->n_matched; i++)
    {
      guint32 entry = self->matched[i];
      Match *match = &self->matches[entry];
      Tally *tally = &self->tallies[entry];
      float value = MAX (weight * match->quality, match->phrase);

      most = MAX (most, match->phrase);
      if (!tally->listed)
        {
          *tally = (Tally){ .least = 1, .listed = TRUE };
          self->touched[self->n_touched++] = entry;
        }
      tally->sum += value;
      if (match->manner == WINERROR_MANNER_WHOLE)
        tally->whole += value;
      tally->n++;
      tally->least = MIN (tally->least, match->quality);
      tally->manner = MAX (tally->manner, match->manner);
      match->quality = 0;
      match->phrase = 0;
    }
  self->n_matched = 0;
  return most;
}

static float
get_mass (WinerrorMatcher *self, guint entry)
{
  float mass = G_MAXFLOAT;

  for (guint i = 0; i < self->indexes->len; i++)
    {
      float own = winerror_index_get_mass (self->indexes->pdata[i], entry);

      mass = own > 0 ? MIN (mass, own) : mass;
    }
  return mass;
}

static float
match_term (WinerrorMatcher *self, guint at, GArray *alternatives)
{
  const char *text = g_array_index (self->terms, Term, at).text;
  gboolean found = FALSE;

  for (guint i = 0; i < self->indexes->len; i++)
    {
      found |= match_whole (self, self->indexes->pdata[i], at);
      found |= match_beginnings (self, self->indexes->pdata[i], text);
    }
  for (guint i = 0; i < alternatives->len; i++)
    {
      const WinerrorAlternative *alternative = &g_array_index (alternatives, WinerrorAlternative,
                                                               i);
      /* several words in a row that mean something are hardly there by chance */
      float quality = alternative->end - alternative->first > 1 ? QUALITY_PHRASE : QUALITY_SYNONYM;
      float phrase = SHARE_PHRASE * weigh (self, alternative->entries->len);

      if (at < alternative->first || at >= alternative->end)
        continue;
      for (guint j = 0; j < alternative->entries->len; j++)
        {
          guint32 entry = g_array_index (alternative->entries, guint32, j);

          match_entry (self, entry, quality, WINERROR_MANNER_WHOLE);
          if (alternative->end - alternative->first > 1)
            self->matches[entry].phrase = MAX (self->matches[entry].phrase, phrase);
        }
      found |= alternative->entries->len > 0;
    }
  for (guint i = 0; i < self->indexes->len; i++)
    match_inside (self, self->indexes->pdata[i], text);
  for (guint i = 0; i < self->indexes->len && !found; i++)
    match_similar (self, self->indexes->pdata[i], text);

  if (self->n_matched > 0)
    remember (self->parts, text, strlen (text));
  return count_term (self);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Puts the touched entries in order. Where there are many, it is faster to pass over all. */
static void
sort_touched (WinerrorMatcher *self)
{
  if (self->n_touched < self->n_entries / 16)
    {
      qsort (self->touched, self->n_touched, sizeof self->touched[0], compare_entries);
      return;
    }
  self->n_touched = 0;
  for (guint32 i = 0; i < self->n_entries; i++)
    if (self->tallies[i].listed)
      self->touched[self->n_touched++] = i;
}

/**
 * winerror_matcher_run:
 * @self: a matcher
 * @indexes: (element-type WinerrorIndex): what to search; an entry may have some words in one
 *   index and some in another
 * @words: (element-type utf8): the words of the query, folded
 * @parts: where those of @words that were found are added, whole or as parts of other words
 * @others: where the words are added that were found in their stead: forms, synonyms, similar ones
 *
 * Finds the entries that have words of a query.
 *
 * Returns: (transfer full) (element-type WinerrorFind): the entries in order of position, those too
 *   that have very little of the query
 */
GArray *
winerror_matcher_run (WinerrorMatcher *self,
                      GPtrArray *indexes,
                      GPtrArray *words,
                      GHashTable *parts,
                      GHashTable *others)
{
  GArray *finds = g_array_new (FALSE, FALSE, sizeof (WinerrorFind));
  g_autoptr (GArray) alternatives = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gboolean only_stops = TRUE;
  guint n = 0;
  float total = 0;

  g_return_val_if_fail (self != NULL, finds);

  self->indexes = indexes;
  self->parts = parts;
  self->others = others;
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  read_terms (self, words);
  for (guint i = 0; i < self->terms->len; i++)
    {
      only_stops &= g_array_index (self->terms, Term, i).stop;
      g_ptr_array_add (texts, g_array_index (self->terms, Term, i).text);
    }

  alternatives = winerror_synonyms_find_alternatives (indexes, texts, others);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);

      if (term->repeated || (term->stop && !only_stops))
        continue;
      total += match_term (self, i, alternatives);
      n++;
    }

  sort_touched (self);
  g_array_set_size (finds, self->n_touched);
  for (guint i = 0; i < self->n_touched; i++)
    {
      WinerrorFind *find = &g_array_index (finds, WinerrorFind, i);
      guint32 entry = self->touched[i];
      Tally *tally = &self->tallies[entry];

      tally->listed = FALSE;
      find->entry = entry;
      find->coverage = tally->sum / total;
      /* a synonym of the whole query may weigh more than its very words */
      if (tally->n == n && tally->least >= QUALITY_FORM)
        find->coverage = MAX (find->coverage, tally->least);
      find->filled = MIN (tally->whole / get_mass (self, entry), 1.0f);
      find->score = find->coverage * (1.0f - SHARE_FILLED + SHARE_FILLED * find->filled);
      find->manner = tally->manner;
      find->all = tally->n == n;
    }
  self->n_touched = 0;
  g_clear_pointer (&self->terms, g_array_unref);
  return finds;
}
