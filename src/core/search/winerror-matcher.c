// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-matcher-private.h"

#include "winerror-compound.h"
#include "winerror-synonyms.h"
#include "winerror-terms.h"
#include "winerror-text.h"

#include <stdlib.h>
#include <string.h>

/* How well one word of a query matches: 1 is the word itself. */
#define QUALITY_FORM    0.95f
#define QUALITY_JOINED  0.9f
#define QUALITY_PHRASE  0.8f
#define QUALITY_SYNONYM 0.75f
#define QUALITY_PREFIX  0.75f
#define QUALITY_SIMILAR 0.7f
#define QUALITY_INSIDE  0.5f

/* How much a word counts by where it stands. */
static const float field_qualities[WINERROR_N_INDEX_FIELDS] = {
  [WINERROR_INDEX_FIELD_DESCRIPTION] = 1.0f, [WINERROR_INDEX_FIELD_SYMBOL] = 0.95f,
  [WINERROR_INDEX_FIELD_MEANS] = 0.75f,      [WINERROR_INDEX_FIELD_CHECK] = 0.3f,
  [WINERROR_INDEX_FIELD_NOTE] = 0.9f,
};

/* How much of its value a word keeps in the score, by the number of fields where it stands. */
static const float by_n_fields[WINERROR_N_INDEX_FIELDS + 1] = { 0.66f, 0.66f, 0.78f,
                                                                0.89f, 1.0f,  1.0f };

/* How much a phrase counts of what its synonyms weigh together: it may be rare where its words are
 * common. */
#define SHARE_PHRASE 0.7f

/* How many occurrences of words that merely begin like a word of the query are passed over before
 * the rest is left out. */
#define MAX_PASSED_OVER 65536

/* How much the length of an entry counts. */
#define SHARE_FILLED 0.2f

/* A word of the query. */
typedef struct
{
  char *text;
  gboolean stop;
  gboolean repeated; /* it stood earlier in the query */
} Term;

static void
term_clear (gpointer data)
{
  g_free (((Term *) data)->text);
}

/* What a word weighs that stands in @n entries. */
static float
get_inverse_document_frequency (WinerrorMatcher *self, guint n)
{
  return winerror_index_get_inverse_document_frequency (self->n_entries, n);
}

/* The number of the room of an entry that is not of the first, and looked at. */
static inline guint32
get_further_room (WinerrorMatcher *self, guint32 entry)
{
  return self->n_first + self->further[entry];
}

/* Whether an entry is looked at, and in which room. Most of a million are not, and memory is slow:
 * this is asked of a bit before anything else. */
static inline gboolean
admit (WinerrorMatcher *self, guint32 entry, guint32 *room)
{
  guint32 *bits;
  guint32 bit = 1u << (entry % 32);

  if (entry < self->n_first)
    {
      *room = entry;
      return TRUE;
    }
  bits = &self->admitted[entry / 32];
  if ((*bits & bit) == 0)
    {
      if (self->n_further == WINERROR_MATCHER_MAX_FURTHER)
        return FALSE;
      *bits |= bit;
      self->further[entry] = (guint16) self->n_further++;
    }
  *room = get_further_room (self, entry);
  return TRUE;
}

/* Matches the entry in a room. */
static inline void
match_room (WinerrorMatcher *self,
            guint32 room,
            WinerrorIndexField field,
            float quality,
            WinerrorMatchKind kind)
{
  WinerrorMatcherMatch *match = &self->rooms[room].match;

  quality *= field_qualities[field];
  if (kind == WINERROR_MATCH_KIND_WHOLE)
    match->fields |= (guint8) (1u << field);
  if (match->quality >= quality)
    return;
  if (match->quality <= 0)
    {
      self->matched[self->n_matched++] = room;
      match->kind = (guint8) kind;
    }
  match->quality = quality;
  match->kind = MIN (match->kind, kind);
}

/* The same as going through @n postings one by one, where no more entries get a room: of a million
 * postings, those are looked up that may have one. Returns how many are passed over. */
static guint
match_further (WinerrorMatcher *self,
               const WinerrorPosting *postings,
               guint n,
               float quality,
               WinerrorMatchKind kind)
{
  const guint32 *entries = winerror_matcher_list_further (self);
  guint passed = 0;
  guint i = 0;

  for (guint at = 0; at < self->n_sorted && i < n; at++)
    {
      guint next = winerror_postings_skip_to (postings, n, i, (guint64) entries[at] << 32);

      if (kind != WINERROR_MATCH_KIND_WHOLE &&
          self->n_passed + passed + (next - i) > MAX_PASSED_OVER + 1)
        break;
      passed += next - i;
      for (i = next; i < n && postings[i].entry == entries[at]; i++)
        match_room (self, get_further_room (self, entries[at]), postings[i].field, quality, kind);
    }
  return passed + n - i;
}

static void
match_word (WinerrorMatcher *self,
            WinerrorIndex *index,
            guint word,
            float quality,
            WinerrorMatchKind kind)
{
  guint n;
  const WinerrorPosting *postings = winerror_index_get_postings (index, word, &n);

  for (guint i = 0; i < n; i++)
    {
      guint passed = 1;
      guint32 room;

      if (admit (self, postings[i].entry, &room))
        {
          match_room (self, room, postings[i].field, quality, kind);
          continue;
        }
      /* postings are in order of entry: what follows is further still */
      if (!self->has_further ||
          (kind != WINERROR_MATCH_KIND_WHOLE && self->n_passed > MAX_PASSED_OVER))
        {
          passed = n - i;
          i = n;
        }
      else if (n - i > WINERROR_MATCHER_MAX_FURTHER)
        {
          passed = match_further (self, postings + i, n - i, quality, kind);
          i = n;
        }
      self->n_passed += passed;
      if (kind == WINERROR_MATCH_KIND_WHOLE)
        self->n_passed_whole += passed;
    }
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
                 WinerrorMatchKind kind,
                 GHashTable *expansions)
{
  gboolean found = self->words->len > 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      guint word = g_array_index (self->words, guint, i);
      gsize length;
      const char *text = winerror_index_get_word (index, word, &length);

      match_word (self, index, word, quality, kind);
      remember (expansions, text, length);
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
  match_word (self, index, word, QUALITY_JOINED, WINERROR_MATCH_KIND_WHOLE);
  remember (self->expansions, joined, strlen (joined));
  return TRUE;
}

static gboolean
match_whole (WinerrorMatcher *self, WinerrorIndex *index, guint at)
{
  const char *text = g_array_index (self->terms, Term, at).text;
  gboolean found = FALSE;
  guint word;

  if (winerror_index_find_word (index, text, &word))
    match_word (self, index, word, 1, WINERROR_MATCH_KIND_WHOLE);
  winerror_index_find_forms (index, text, self->words);
  found |= match_collected (self, index, QUALITY_FORM, WINERROR_MATCH_KIND_WHOLE, self->expansions);
  if (at > 0)
    found |= match_joined (self, index, g_array_index (self->terms, Term, at - 1).text, text);
  if (at + 1 < self->terms->len)
    found |= match_joined (self, index, text, g_array_index (self->terms, Term, at + 1).text);
  return found;
}

static gboolean
match_prefixes (WinerrorMatcher *self, WinerrorIndex *index, const char *text)
{
  guint first;
  guint end;

  winerror_index_find_prefix (index, text, &first, &end);
  for (guint word = first; word < end; word++)
    match_word (self, index, word, QUALITY_PREFIX, WINERROR_MATCH_KIND_PREFIX);
  return end > first;
}

/* One letter stands inside of nearly every word: that says nothing. */
static void
match_inside (WinerrorMatcher *self, WinerrorIndex *index, const char *text)
{
  if (text[0] == '\0' || text[1] == '\0')
    return;
  winerror_index_find_inside (index, text, self->words);
  match_collected (self, index, QUALITY_INSIDE, WINERROR_MATCH_KIND_INSIDE, NULL);
}

/* pasword, acount */
static gboolean
match_similar (WinerrorMatcher *self, WinerrorIndex *index, const char *text)
{
  winerror_index_find_misspelt (index, text, self->words);
  return match_collected (self, index, QUALITY_SIMILAR, WINERROR_MATCH_KIND_SIMILAR,
                          self->expansions);
}

/* Terms */

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
      gsize second = winerror_compound_split (self->indexes, text);

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
    if (self->rooms[self->matched[i]].match.kind == WINERROR_MATCH_KIND_WHOLE)
      n++;
  n += self->n_passed_whole;
  weight = get_inverse_document_frequency (self, n > 0 ? n : self->n_matched + self->n_passed);
  most = weight;

  for (guint i = 0; i < self->n_matched; i++)
    {
      guint32 room = self->matched[i];
      WinerrorMatcherMatch *match = &self->rooms[room].match;
      WinerrorMatcherTally *tally = &self->rooms[room].tally;
      float value = MAX (weight * match->quality, match->phrase);

      most = MAX (most, match->phrase);
      if (!tally->listed)
        {
          *tally = (WinerrorMatcherTally){ .least = 1, .listed = TRUE };
          if (room < self->n_first)
            self->touched[self->n_touched++] = room;
        }
      tally->sum += value;
      tally->spread += value * by_n_fields[__builtin_popcount (match->fields)];
      if (match->kind == WINERROR_MATCH_KIND_WHOLE)
        tally->whole += value;
      tally->n++;
      tally->least = MIN (tally->least, match->quality);
      tally->kind = MAX (tally->kind, match->kind);
      match->quality = 0;
      match->phrase = 0;
      match->fields = 0;
    }
  self->n_matched = 0;
  self->n_passed = 0;
  self->n_passed_whole = 0;
  self->has_further = self->n_further > 0;
  return most;
}

static float
get_document_weight (WinerrorMatcher *self, guint entry)
{
  float weight = G_MAXFLOAT;

  for (guint i = 0; i < self->indexes->len; i++)
    {
      float own = winerror_index_get_document_weight (self->indexes->pdata[i], entry);

      weight = own > 0 ? MIN (weight, own) : weight;
    }
  return weight;
}

/* Matches the entries that have a synonym of a stretch of the query with this word. */
static gboolean
match_synonyms (WinerrorMatcher *self, guint at, GArray *synonyms)
{
  gboolean found = FALSE;

  for (guint i = 0; i < synonyms->len; i++)
    {
      const WinerrorSynonyms *stretch = &g_array_index (synonyms, WinerrorSynonyms, i);
      /* several words in a row that mean something are hardly there by chance */
      gboolean is_phrase = stretch->end - stretch->first > 1;
      float quality = is_phrase ? QUALITY_PHRASE : QUALITY_SYNONYM;
      float phrase = SHARE_PHRASE * get_inverse_document_frequency (self, stretch->entries->len);

      if (at < stretch->first || at >= stretch->end)
        continue;
      for (guint j = 0; j < stretch->entries->len; j++)
        {
          const WinerrorPosting *posting = &g_array_index (stretch->entries, WinerrorPosting, j);
          guint32 room;

          if (!admit (self, posting->entry, &room))
            continue;
          match_room (self, room, posting->field, quality, WINERROR_MATCH_KIND_WHOLE);
          if (is_phrase)
            {
              float *most = &self->rooms[room].match.phrase;

              *most = MAX (*most, phrase * field_qualities[posting->field]);
            }
        }
      found |= stretch->entries->len > 0;
    }
  return found;
}

static float
match_term (WinerrorMatcher *self, guint at, GArray *synonyms)
{
  const char *text = g_array_index (self->terms, Term, at).text;
  gboolean number = g_ascii_isdigit (*text); /* which is no other one that looks like it */
  gboolean found = number;

  for (guint i = 0; i < self->indexes->len; i++)
    {
      found |= match_whole (self, self->indexes->pdata[i], at);
      if (!number)
        found |= match_prefixes (self, self->indexes->pdata[i], text);
    }
  found |= match_synonyms (self, at, synonyms);
  for (guint i = 0; i < self->indexes->len && !number; i++)
    match_inside (self, self->indexes->pdata[i], text);
  for (guint i = 0; i < self->indexes->len && !found; i++)
    match_similar (self, self->indexes->pdata[i], text);

  if (self->n_matched > 0)
    remember (self->matched_terms, text, strlen (text));
  return count_term (self);
}

static int
compare_rooms (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Puts the rooms of first entries that have a tally in order. Where there are many, it is faster to
 * pass over all. */
static void
sort_touched (WinerrorMatcher *self)
{
  if (self->n_touched < self->n_first / 16)
    {
      qsort (self->touched, self->n_touched, sizeof self->touched[0], compare_rooms);
      return;
    }
  self->n_touched = 0;
  for (guint32 i = 0; i < self->n_first; i++)
    if (self->rooms[i].tally.listed)
      self->touched[self->n_touched++] = i;
}

/* Makes a candidate of what is in a room, and clears it. The query has @n terms, and an entry can
 * have @total of it. */
static void
make_candidate (WinerrorMatcher *self,
                guint32 entry,
                guint32 room,
                guint n,
                float total,
                WinerrorCandidate *candidate)
{
  WinerrorMatcherTally *tally = &self->rooms[room].tally;

  tally->listed = FALSE;
  candidate->entry = entry;
  candidate->coverage = tally->sum / total;
  /* a synonym of the whole query may weigh more than its very words */
  if (tally->n == n && tally->least >= QUALITY_FORM)
    candidate->coverage = MAX (candidate->coverage, tally->least);
  candidate->whole = tally->whole / total;
  candidate->filled = MIN (tally->whole / get_document_weight (self, entry), 1.0f);
  candidate->score = candidate->coverage * (tally->spread / tally->sum) *
                     (1.0f - SHARE_FILLED + SHARE_FILLED * candidate->filled);
  candidate->kind = tally->kind;
  candidate->all = tally->n == n;
}

/* Makes candidates of all that have a tally. */
static GArray *
list_candidates (WinerrorMatcher *self, guint n, float total)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (WinerrorCandidate));
  WinerrorCandidate *next;

  g_array_set_size (candidates, self->n_touched + self->n_further);
  next = (gpointer) candidates->data;
  sort_touched (self);
  for (guint i = 0; i < self->n_touched; i++)
    make_candidate (self, self->touched[i], self->touched[i], n, total, next++);
  for (guint i = self->n_first / 32; self->n_further > 0 && i <= self->n_entries / 32; i++)
    {
      for (guint32 bits = self->admitted[i]; bits != 0; bits &= bits - 1)
        {
          guint32 entry = i * 32 + (guint32) __builtin_ctz (bits);

          make_candidate (self, entry, get_further_room (self, entry), n, total, next++);
        }
      self->admitted[i] = 0;
    }
  self->n_touched = 0;
  self->n_further = 0;
  self->n_sorted = 0;
  self->has_further = FALSE;
  return candidates;
}

/**
 * winerror_matcher_run:
 * @self: a matcher
 * @source: (nullable): the index of English, where synonyms of other languages are found too
 * @indexes: (element-type WinerrorIndex): what to search; an entry may have some words in one
 *   index and some in another
 * @words: (element-type utf8): the words of the query, folded
 * @matched_terms: where those of @words that were found are added, whole or as parts of other words
 * @expansions: where the words are added that were found in place of these: forms, synonyms,
 *   similar ones
 *
 * Finds the entries that have words of a query.
 *
 * Returns: (transfer full) (element-type WinerrorCandidate): the entries in order of position,
 *   those too that have very little of the query
 */
GArray *
winerror_matcher_run (WinerrorMatcher *self,
                      WinerrorIndex *source,
                      GPtrArray *indexes,
                      GPtrArray *words,
                      GHashTable *matched_terms,
                      GHashTable *expansions)
{
  g_autoptr (GArray) synonyms = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) small = NULL;
  g_autofree guint *order = NULL;
  gboolean only_stops = TRUE;
  guint n = 0;
  float total = 0;

  g_return_val_if_fail (self != NULL, NULL);

  self->indexes = indexes;
  self->matched_terms = matched_terms;
  self->expansions = expansions;
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  read_terms (self, words);
  for (guint i = 0; i < self->terms->len; i++)
    {
      only_stops &= g_array_index (self->terms, Term, i).stop;
      g_ptr_array_add (texts, g_array_index (self->terms, Term, i).text);
    }

  small = winerror_terms_list_small (indexes);
  synonyms = winerror_synonyms_find (source, small, texts, expansions);
  order = winerror_terms_order (
      self->n_entries > self->n_first + WINERROR_MATCHER_MAX_FURTHER ? indexes : NULL, texts);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, order[i]);

      if (term->repeated || (term->stop && !only_stops))
        continue;
      total += match_term (self, order[i], synonyms);
      n++;
    }

  g_clear_pointer (&self->terms, g_array_unref);
  return list_candidates (self, n, total);
}
