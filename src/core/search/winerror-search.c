// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-search.h"

#include "winerror-answer-private.h"
#include "winerror-indexes.h"
#include "winerror-matcher.h"
#include "winerror-own-indexes.h"
#include "winerror-prior.h"
#include "winerror-query-codes.h"
#include "winerror-query-symbols.h"
#include "winerror-query-text.h"
#include "winerror-stretch.h"
#include "winerror-text.h"

#include <string.h>

/* How much of what a query asks for (rare words weigh more) an entry must have to be a result,
 * where none has it all; and how much of what the best one has. */
#define MIN_COVERAGE 0.12f
#define MIN_SHARE    0.45f

/* How much of it an entry must have in whole words that is a result for a part of it: else any word
 * is a bit like some other. In a language that the user has not chosen, it is the query's language
 * only if it has more. */
#define MIN_WHOLE         0.01f
#define MIN_WHOLE_FOREIGN 0.35f

/* How much of an entry the words of a query must be to be looked at as the whole sentence. */
#define MIN_SENTENCE 0.2f

/* From how many words on a query may be a sentence in another language, where its words stand only
 * inside of others or with typing errors. */
#define MIN_FOREIGN_WORDS 4

/* How much of the words beside a number a message of Windows Installer must have at the least to be
 * meant, how many times as much as the system error, and from how many words on. */
#define MIN_INSTALLER       0.15f
#define MIN_INSTALLER_RATIO 1.2f
#define MIN_INSTALLER_WORDS 4

/* How much of the score is how well it has been said: in English alone, in another language too,
 * and there where the texts of the entry are not in it; how well it must have been said that an
 * entry is a result which has none of the words itself; and how much of the query such an entry
 * has. */
#define SHARE_SAID       0.42f
#define SHARE_SAID_OTHER 0.5f
#define SHARE_SAID_ALONE 0.65f
#define MIN_SAID         0.3f
#define COVERAGE_SAID    0.6f

/* How well somebody must have said a query that it is in the language of the saying for sure. */
#define MIN_SURE 0.4f

static const WinerrorRank ranks[WINERROR_N_MATCH_KINDS] = {
  [WINERROR_MATCH_KIND_WHOLE] = WINERROR_RANK_WORDS,
  [WINERROR_MATCH_KIND_PREFIX] = WINERROR_RANK_PREFIXES,
  [WINERROR_MATCH_KIND_INSIDE] = WINERROR_RANK_INSIDE,
  [WINERROR_MATCH_KIND_SIMILAR] = WINERROR_RANK_SIMILAR,
};

struct _WinerrorSearch
{
  WinerrorCatalog *catalog;
  WinerrorQueryCodes *query_codes;
  WinerrorMatcher *matcher;
  WinerrorIndexes *indexes;
  GPtrArray *languages; /* of WinerrorLanguage: those of the indexes */
  guint n_main;         /* how many of them come first */
  GPtrArray *own;       /* of WinerrorIndex: of own tables and notes; NULL where not made yet */
  float *said; /* for each built-in entry, how well somebody has said it; 0 between queries */
};

/**
 * winerror_search_new:
 * @catalog: the entries; it must not get any more tables as long as the search is used
 * @language: the user's language
 *
 * Returns: (transfer full): a search over descriptions in English and in @language, and in the
 *   other shipped languages where these have nothing
 */
WinerrorSearch *
winerror_search_new (WinerrorCatalog *catalog, WinerrorLanguage *language)
{
  WinerrorSearch *self;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_new0 (WinerrorSearch, 1);
  self->catalog = g_object_ref (catalog);
  self->query_codes = winerror_query_codes_new (catalog);
  self->matcher = winerror_matcher_new (winerror_catalog_get_n_entries (catalog),
                                        winerror_catalog_get_n_built_in (catalog));
  self->indexes = winerror_indexes_new (language);
  self->languages = winerror_indexes_get_languages (self->indexes);
  self->n_main = winerror_indexes_get_n_main (self->indexes);
  self->said = g_new0 (float, winerror_catalog_get_n_built_in (catalog));
  return self;
}

/**
 * winerror_search_free:
 * @self: (transfer full): a search
 */
void
winerror_search_free (WinerrorSearch *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->catalog);
  winerror_query_codes_free (self->query_codes);
  winerror_matcher_free (self->matcher);
  winerror_indexes_free (self->indexes);
  g_free (self->said);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_free (self);
}

/**
 * winerror_search_set_catalog:
 * @self: a search
 * @catalog: a catalog of the same built-in tables as that which it searches, with other own ones;
 * it must not get any more tables as long as the search is used
 * @own: (nullable) (element-type WinerrorIndex): the indexes of its own tables and of its notes:
 *   winerror_own_indexes_new(); %NULL to make them when they are needed
 *
 * Searches other own tables and notes. What is known of the built-in ones stays. Answers that there
 * are stay what they are.
 */
void
winerror_search_set_catalog (WinerrorSearch *self, WinerrorCatalog *catalog, GPtrArray *own)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (WINERROR_IS_CATALOG (catalog));

  g_set_object (&self->catalog, catalog);
  winerror_query_codes_free (self->query_codes);
  self->query_codes = winerror_query_codes_new (catalog);
  winerror_matcher_resize (self->matcher, winerror_catalog_get_n_entries (catalog),
                           winerror_catalog_get_n_built_in (catalog));
  g_clear_pointer (&self->own, g_ptr_array_unref);
  if (own != NULL)
    self->own = g_ptr_array_ref (own);
}

static GPtrArray *
get_own (WinerrorSearch *self)
{
  if (self->own == NULL)
    self->own = winerror_own_indexes_new (self->catalog, NULL);
  return self->own;
}

/**
 * winerror_search_get_catalog:
 * @self: a search
 *
 * Returns: (transfer none): what it searches
 */
WinerrorCatalog *
winerror_search_get_catalog (WinerrorSearch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalog;
}

/**
 * winerror_search_prepare:
 * @self: a search
 * @others: whether to go on with the languages that are not the user's
 *
 * Does a part of what the next queries would else have to wait for: see winerror_indexes_prepare().
 *
 * Returns: whether there was something to prepare
 */
gboolean
winerror_search_prepare (WinerrorSearch *self, gboolean others)
{
  g_return_val_if_fail (self != NULL, FALSE);

  winerror_matcher_prepare (self->matcher);
  winerror_query_codes_prepare (self->query_codes);
  return winerror_indexes_prepare (self->indexes, self->catalog, others);
}

/* Words */

static WinerrorIndex *
get_index (WinerrorSearch *self, guint language)
{
  return winerror_indexes_get (self->indexes, self->catalog, language);
}

static WinerrorFamily
get_family (WinerrorSearch *self, guint position)
{
  WinerrorEntryInfo info;

  return winerror_table_get_info (winerror_catalog_get_info (self->catalog, position, &info))
      ->family;
}

/* Whether a description has just the words of the query. There may be thousands that have them: no
 * object of an entry is made. */
static gboolean
is_sentence (WinerrorSearch *self, guint first, guint end, guint32 entry, GPtrArray *words)
{
  WinerrorEntryInfo info;
  WinerrorTable *table = winerror_catalog_get_info (self->catalog, entry, &info);
  gboolean own = winerror_table_get_info (table)->origin != WINERROR_TABLE_ORIGIN_BUILT_IN;

  for (guint i = first; i < end && info.description != NULL; i++)
    {
      WinerrorLanguage *language = self->languages->pdata[i];
      const char *text = own ? info.description
                             : winerror_language_translate (language, info.description);

      if (winerror_query_text_is_same (words, text))
        return TRUE;
    }
  return FALSE;
}

/* Where the query is the description of an NTSTATUS value, the system error that it becomes is
 * meant as well if it has all of the words: that is what a screen shows. */
static void
add_sentence_of_status (guint position, WinerrorAnswer *answer)
{
  guint win32;

  if (!winerror_answer_find_win32 (answer, position, FALSE, &win32))
    return;
  for (guint i = 0; i < answer->hits->len; i++)
    {
      WinerrorHit *hit = &g_array_index (answer->hits, WinerrorHit, i);

      if (hit->position == win32 && hit->rank == WINERROR_RANK_WORDS)
        hit->rank = WINERROR_RANK_SENTENCE;
    }
}

/* The score of an entry of which something has been said: in English alone all of its texts are
 * searched too. */
static float
add_saying (WinerrorSearch *self, guint position, gboolean english, float score, float said)
{
  float share = english ? SHARE_SAID : SHARE_SAID_OTHER;
  float sum = (1 - share) * score + share * said;

  /* what own tables and notes say is not said elsewhere */
  if (score > sum && winerror_catalog_has_own_text (self->catalog, position))
    return score;
  if (said <= 0 || english || winerror_catalog_is_translatable (self->catalog, position))
    return sum;
  return MAX (sum, SHARE_SAID_ALONE * said);
}

/* Adds what is said in the languages from @first to before @end; words that @indexes have are no
 * typing errors. Returns how well the query is. */
static float
weigh_sayings (WinerrorSearch *self,
               GPtrArray *indexes,
               GPtrArray *words,
               guint first,
               guint end,
               GArray *candidates)
{
  guint n = winerror_catalog_get_n_built_in (self->catalog);
  guint n_found = candidates->len;
  float best = 0;

  for (guint i = first; i < end; i++)
    {
      WinerrorSayings *sayings = winerror_indexes_get_sayings (self->indexes, self->catalog, i);

      if (sayings != NULL)
        winerror_sayings_match (sayings, indexes, words, self->said, n);
    }

  for (guint i = 0; i < n_found; i++)
    {
      WinerrorCandidate *candidate = &g_array_index (candidates, WinerrorCandidate, i);
      float said = candidate->entry < n ? self->said[candidate->entry] : 0;

      best = MAX (best, said);
      candidate->score = add_saying (self, candidate->entry, end == 1, candidate->score, said);
      candidate->coverage = MAX (candidate->coverage, COVERAGE_SAID * said);
      if (said > 0)
        self->said[candidate->entry] = 0;
    }
  for (guint i = 0; i < n; i++)
    {
      WinerrorCandidate candidate = {
        .entry = i,
        .coverage = COVERAGE_SAID * self->said[i],
        .whole = self->said[i],
        .score = add_saying (self, i, end == 1, 0, self->said[i]),
      };

      best = MAX (best, self->said[i]);
      if (self->said[i] > MIN_SAID)
        g_array_append_val (candidates, candidate);
    }
  memset (self->said, 0, n * sizeof *self->said);
  return best;
}

/* Searches the words in the languages from @first to before @end. @best is the most that any entry
 * has of the query, in the languages before too. Returns whether the entries that it found have all
 * of them as they were meant, as far as one can tell. */
static gboolean
search_words (WinerrorSearch *self,
              GPtrArray *words,
              guint first,
              guint end,
              float *best,
              WinerrorAnswer *answer)
{
  g_autoptr (GPtrArray) indexes = g_ptr_array_new ();
  g_autoptr (GArray) candidates = NULL;
  guint families;
  gboolean sure = FALSE;

  for (guint i = first; i < end; i++)
    g_ptr_array_add (indexes, get_index (self, i));
  families = winerror_prior_find_families (indexes, words);
  if (first == 0)
    g_ptr_array_extend (indexes, get_own (self), NULL, NULL);
  candidates = winerror_matcher_run (self->matcher, get_index (self, 0), indexes, words,
                                     answer->matched_terms, answer->expansions);
  /* in a language that is not the user's, each word would be like some other */
  sure = weigh_sayings (self, first < self->n_main ? indexes : NULL, words, first, end,
                        candidates) > MIN_SURE;

  for (guint i = 0; i < candidates->len; i++)
    *best = MAX (*best, g_array_index (candidates, WinerrorCandidate, i).coverage);
  for (guint i = 0; i < candidates->len; i++)
    {
      const WinerrorCandidate *candidate = &g_array_index (candidates, WinerrorCandidate, i);
      WinerrorHit hit = {
        .position = candidate->entry,
        .rank = WINERROR_RANK_PARTIAL,
        .language = (guint8) first,
      };

      if (candidate->all)
        hit.rank = (guint8) ranks[candidate->kind];
      else if (candidate->coverage < MIN_COVERAGE || candidate->coverage < *best * MIN_SHARE ||
               candidate->whole < (first < self->n_main ? MIN_WHOLE : MIN_WHOLE_FOREIGN))
        continue;
      if (words->len > 2 && candidate->all && candidate->filled > MIN_SENTENCE &&
          is_sentence (self, first, end, candidate->entry, words))
        hit.rank = WINERROR_RANK_SENTENCE;
      hit.score = candidate->score * winerror_prior_get (self->catalog, candidate->entry, families);
      answer->complete |= hit.rank < WINERROR_RANK_PARTIAL;
      sure |= hit.rank <= WINERROR_RANK_PREFIXES ||
              (hit.rank < WINERROR_RANK_PARTIAL && words->len < MIN_FOREIGN_WORDS);
      g_array_append_val (answer->hits, hit);
    }
  for (guint i = 0; i < answer->hits->len; i++)
    if (g_array_index (answer->hits, WinerrorHit, i).rank == WINERROR_RANK_SENTENCE)
      add_sentence_of_status (g_array_index (answer->hits, WinerrorHit, i).position, answer);
  return sure;
}

static float
get_coverage (GArray *candidates, guint position)
{
  for (guint i = 0; i < candidates->len; i++)
    if (g_array_index (candidates, WinerrorCandidate, i).entry == position)
      return g_array_index (candidates, WinerrorCandidate, i).coverage;
  return 0;
}

/* "error 1920 service failed to start": a number that is a system error as well as a message of
 * Windows Installer is that which has the words beside it. */
static void
weigh_installer (WinerrorSearch *self, GPtrArray *words, WinerrorAnswer *answer)
{
  g_autoptr (GPtrArray) indexes = g_ptr_array_new ();
  g_autoptr (GHashTable) expansions = NULL;
  g_autoptr (GArray) candidates = NULL;
  WinerrorHit *hits = (gpointer) answer->hits->data;
  float coverages[2];
  float score;

  if (answer->hits->len < 2 || words->len < MIN_INSTALLER_WORDS ||
      hits[1].rank != WINERROR_RANK_CODE ||
      get_family (self, hits[0].position) != WINERROR_FAMILY_WIN32 ||
      get_family (self, hits[1].position) != WINERROR_FAMILY_INSTALLER)
    return;

  for (guint i = 0; i < self->n_main; i++)
    g_ptr_array_add (indexes, get_index (self, i));
  expansions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  candidates = winerror_matcher_run (self->matcher, get_index (self, 0), indexes, words, NULL,
                                     expansions);
  for (guint i = 0; i < 2; i++)
    coverages[i] = get_coverage (candidates, hits[i].position) *
                   winerror_prior_get (self->catalog, hits[i].position, 0);
  if (coverages[1] < MIN_INSTALLER || coverages[1] <= coverages[0] * MIN_INSTALLER_RATIO)
    return;
  score = hits[0].score;
  hits[0].score = hits[1].score;
  hits[1].score = score;
}

/* Putting it together */

/* Lists the entries that keys name, each once. */
static void
list_keys (WinerrorSearch *self,
           const char *const *keys,
           WinerrorRank rank,
           GHashTable *seen,
           WinerrorAnswer *answer)
{
  for (gsize i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      guint position;

      if (winerror_catalog_lookup_key (self->catalog, keys[i], -1, &position) &&
          g_hash_table_add (seen, GUINT_TO_POINTER (position)))
        winerror_answer_add_hit (answer, position, rank);
    }
}

/**
 * winerror_search_list:
 * @self: a search
 * @pinned: (nullable) (array zero-terminated=1): keys of entries that come first, in this order:
 *   see winerror_entry_dup_key()
 * @recent: (nullable) (array zero-terminated=1): keys of entries that come next, in this order
 *
 * Lists the entries of the tables of record, each once, for when nothing was typed; and before them
 * those that are asked for. Keys of codes that no table holds are passed over.
 *
 * Returns: (transfer full): the answer to an empty query
 */
WinerrorAnswer *
winerror_search_list (WinerrorSearch *self, const char *const *pinned, const char *const *recent)
{
  WinerrorAnswer *answer;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  answer = winerror_answer_new (self->catalog, self->languages, "");
  /* own tables are no tables of record: looking at a million takes longer than a frame */
  n = winerror_catalog_get_n_built_in (self->catalog);
  list_keys (self, pinned, WINERROR_RANK_PINNED, seen, answer);
  list_keys (self, recent, WINERROR_RANK_RECENT, seen, answer);
  for (guint i = 0; i < n; i++)
    if (winerror_catalog_is_listed (self->catalog, i) &&
        !g_hash_table_contains (seen, GUINT_TO_POINTER (i)))
      winerror_answer_add_hit (answer, i, WINERROR_RANK_ALL);
  return answer;
}

/* Finds what the query names; returns whether that is all that it asks for. */
static gboolean
search_names (WinerrorSearch *self, GPtrArray *words, WinerrorAnswer *answer)
{
  WinerrorSymbolsFound symbols = winerror_query_symbols_search (answer->query, words, answer);
  /* a number beside a symbol has to be announced: DPC_WATCHDOG_VIOLATION (133) */
  WinerrorCodesFound codes = winerror_query_codes_search (self->query_codes, answer->query,
                                                          symbols != WINERROR_SYMBOLS_ONLY, answer);

  return symbols == WINERROR_SYMBOLS_ONLY || symbols == WINERROR_SYMBOLS_UNKNOWN ||
         codes == WINERROR_CODES_ONLY;
}

/* How many words carry meaning: those of two letters or more (where letters are no words) that are
 * neither stop words nor numbers. */
static guint
count_content (WinerrorSearch *self, GPtrArray *words)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];
      gboolean stop = (g_utf8_strlen (word, -1) < 2 && !winerror_text_is_ideographic (word)) ||
                      strpbrk (word, "0123456789") != NULL;

      for (guint j = 0; j < self->n_main; j++)
        stop |= winerror_lexicon_is_stop (winerror_index_get_lexicon (get_index (self, j)), word);
      n += !stop;
    }
  return n;
}

/* Stop words may be words in a language that the user has not chosen; they are not marked. */
static void
forget_stops (WinerrorSearch *self, GPtrArray *words, WinerrorAnswer *answer)
{
  for (guint i = 0; i < words->len; i++)
    for (guint j = 0; j < self->n_main; j++)
      if (winerror_lexicon_is_stop (winerror_index_get_lexicon (get_index (self, j)),
                                    words->pdata[i]))
        {
          g_hash_table_remove (answer->matched_terms, words->pdata[i]);
          g_hash_table_remove (answer->expansions, words->pdata[i]);
        }
}

/* Answers a query: by all that it says, or by what it names alone. */
static WinerrorAnswer *
answer_query (WinerrorSearch *self, const char *query, gboolean names_only)
{
  g_autofree char *tidied = winerror_query_text_tidy (query);
  g_autoptr (GPtrArray) words = winerror_query_text_read_words (tidied);
  WinerrorAnswer *answer;
  gboolean only_names;
  float best = 0;

  if (tidied[0] == '\0' && !names_only)
    return winerror_search_list (self, NULL, NULL);

  answer = winerror_answer_new (self->catalog, self->languages, tidied);
  only_names = search_names (self, words, answer) || names_only;
  if (!names_only)
    weigh_installer (self, words, answer);
  if (!only_names && words->len > 0)
    {
      answer->n_content = count_content (self, words);
      if (!search_words (self, words, 0, self->n_main, &best, answer) && answer->n_content > 0)
        {
          winerror_indexes_add_others (self->indexes);
          for (guint i = self->n_main; i < self->languages->len; i++)
            search_words (self, words, i, i + 1, &best, answer);
        }
      if (answer->n_content > 0)
        forget_stops (self, words, answer);
      answer->last_word = g_strdup (words->pdata[words->len - 1]);
      answer->stretches = winerror_stretch_read_query (tidied);
    }

  winerror_answer_sort (answer, self->n_main);
  return answer;
}

/**
 * winerror_search_run:
 * @self: a search
 * @query: what was typed or pasted: a code in any form, a symbol, words, a sentence, a line of a
 *   log; empty for all entries
 *
 * Finds the entries that a query means, the best first (see #WinerrorRank), equally good ones in
 * order of code.
 *
 * Returns: (transfer full): the answer
 */
WinerrorAnswer *
winerror_search_run (WinerrorSearch *self, const char *query)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  return answer_query (self, query, FALSE);
}

/**
 * winerror_search_run_names:
 * @self: a search
 * @query: what was typed
 *
 * Finds the entries that a query names, by a number in any form or by a symbol or its beginning,
 * and none that merely have its words. No language is read for it.
 *
 * Returns: (transfer full): the answer
 */
WinerrorAnswer *
winerror_search_run_names (WinerrorSearch *self, const char *query)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  return answer_query (self, query, TRUE);
}
