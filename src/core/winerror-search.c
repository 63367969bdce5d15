// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-search.h"

#include "winerror-index.h"
#include "winerror-scanner.h"
#include "winerror-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The longest query that is understood; what is behind it is passed over. In bytes. */
#define MAX_QUERY (64 * 1024)

/* How many different words of a query count. */
#define MAX_TERMS 48

/* How much of what a query asks for (rare words weigh more) an entry must have to be a result,
 * where none has it all; and how much of what the best one has. */
#define MIN_COVERAGE 0.12f
#define MIN_SHARE 0.55f

/* How well one word of a query matches: 1 is the word itself. */
#define QUALITY_FORM 0.95f
#define QUALITY_JOINED 0.9f
#define QUALITY_SYNONYM 0.8f
#define QUALITY_BEGINNING 0.75f
#define QUALITY_INSIDE 0.5f
#define QUALITY_SIMILAR 0.7f

/* In which way it matches; the worst of all words makes the rank. */
typedef enum
{
  MANNER_WHOLE,
  MANNER_BEGINNING,
  MANNER_INSIDE,
  MANNER_SIMILAR,
  MANNER_NONE,
} Manner;

static const WinerrorRank ranks[] = {
  [MANNER_WHOLE] = WINERROR_RANK_WORDS,
  [MANNER_BEGINNING] = WINERROR_RANK_BEGINNINGS,
  [MANNER_INSIDE] = WINERROR_RANK_INSIDE,
  [MANNER_SIMILAR] = WINERROR_RANK_SIMILAR,
};

/* A word of the query. */
typedef struct
{
  char *text;
  gboolean stop;
  gboolean repeated; /* it stood earlier in the query */
  guint wins;        /* how many entries have it, or a form or synonym */
  float weight;
} Term;

/* A stretch of the query that has synonyms, and where one of these stands. */
typedef struct
{
  guint first;
  guint end;
  GArray *entries; /* guint32 */
} Alternative;

/* What is added up for one entry. */
typedef struct
{
  float sum;     /* weights of the words that match */
  float own;     /* the same, of whole words only */
  guint16 n;     /* how many words match */
  guint8 worst;  /* Manner */
  guint8 listed; /* it is among the touched ones */
} Tally;

/* How one word matches one entry. */
typedef struct
{
  float quality; /* 0: not yet */
  guint8 manner;
} Match;

struct _WinerrorSearch
{
  WinerrorCatalog *catalog;
  WinerrorScanner *scanner;
  GPtrArray *languages; /* of WinerrorLanguage: English, the user's, then the others */
  GPtrArray *indexes;   /* of WinerrorIndex; NULL where not made yet */
  guint n_main;         /* how many of the languages come first: 1 or 2 */
  gboolean complete;    /* the other languages are there */
  GArray *symbols;      /* guint32: positions in order of symbol; NULL where not made yet */

  /* reused from query to query, one for each entry */
  Tally *tallies;
  Match *matches;
  GArray *touched; /* guint32: the entries that have a tally */
  GArray *matched; /* guint32: the entries that have a match */
  GArray *words;   /* guint */
};

struct _WinerrorAnswer
{
  WinerrorCatalog *catalog;
  GPtrArray *languages;
  GArray *hits;
  char *query;
  char *note;
  GPtrArray *terms;  /* folded words of the query that carry meaning */
  GHashTable *words; /* folded words that stand for one of these: forms, synonyms, typing errors */
  gboolean complete;
};

static void
term_clear (gpointer data)
{
  g_free (((Term *) data)->text);
}

static void
alternative_clear (gpointer data)
{
  g_array_unref (((Alternative *) data)->entries);
}

static void
answer_clear (gpointer data)
{
  WinerrorAnswer *self = data;

  g_object_unref (self->catalog);
  g_ptr_array_unref (self->languages);
  g_array_unref (self->hits);
  g_free (self->query);
  g_free (self->note);
  g_ptr_array_unref (self->terms);
  g_hash_table_unref (self->words);
}

static void
index_free (gpointer data)
{
  if (data != NULL)
    winerror_index_free (data);
}

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
  guint n;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_new0 (WinerrorSearch, 1);
  n = winerror_catalog_get_n_entries (catalog);
  self->catalog = g_object_ref (catalog);
  self->scanner = winerror_scanner_new (catalog);
  self->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_language_unref);
  self->indexes = g_ptr_array_new_with_free_func (index_free);
  g_ptr_array_add (self->languages, winerror_language_new_source ());
  if (!g_str_equal (winerror_language_get_id (language), "en"))
    g_ptr_array_add (self->languages, winerror_language_ref (language));
  self->n_main = self->languages->len;
  self->tallies = g_new0 (Tally, n + 1);
  self->matches = g_new0 (Match, n + 1);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->matched = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
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
  winerror_scanner_free (self->scanner);
  g_ptr_array_unref (self->languages);
  g_ptr_array_unref (self->indexes);
  g_clear_pointer (&self->symbols, g_array_unref);
  g_free (self->tallies);
  g_free (self->matches);
  g_array_unref (self->touched);
  g_array_unref (self->matched);
  g_array_unref (self->words);
  g_free (self);
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

static WinerrorIndex *
get_index (WinerrorSearch *self, guint language)
{
  while (self->indexes->len <= language)
    g_ptr_array_add (self->indexes, NULL);
  if (self->indexes->pdata[language] == NULL)
    self->indexes->pdata[language] =
        winerror_index_new (self->catalog, self->languages->pdata[language]);
  return self->indexes->pdata[language];
}

/* The other languages are opened when first needed. */
static void
add_other_languages (WinerrorSearch *self)
{
  const char *const *shipped = winerror_language_list_shipped ();

  if (self->complete)
    return;
  self->complete = TRUE;

  for (gsize i = 0; shipped[i] != NULL; i++)
    {
      gboolean known = FALSE;
      WinerrorLanguage *language;

      for (guint j = 0; j < self->languages->len; j++)
        known |= g_str_equal (winerror_language_get_id (self->languages->pdata[j]), shipped[i]);
      if (known)
        continue;
      /* one that is not installed is none that can be searched */
      language = winerror_language_new_shipped (shipped[i], NULL);
      if (language != NULL)
        g_ptr_array_add (self->languages, language);
    }
}

/* Matching one word */

static void
match_entry (WinerrorSearch *self, guint32 entry, float quality, Manner manner)
{
  Match *match = &self->matches[entry];

  if (match->quality >= quality)
    return;
  if (match->quality <= 0)
    g_array_append_val (self->matched, entry);
  match->quality = quality;
  match->manner = (guint8) manner;
}

static void
match_word (WinerrorSearch *self, WinerrorIndex *index, guint word, float quality, Manner manner)
{
  guint n;
  const WinerrorPosting *postings = winerror_index_get_postings (index, word, &n);

  for (guint i = 0; i < n; i++)
    match_entry (self, postings[i].entry, quality, manner);
}

/* Matches the words that were collected, and remembers them for the ranges. */
static void
match_collected (
    WinerrorSearch *self, WinerrorIndex *index, float quality, Manner manner, GHashTable *remember)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      guint word = g_array_index (self->words, guint, i);

      match_word (self, index, word, quality, manner);
      if (remember != NULL)
        {
          gsize length;
          const char *text = winerror_index_get_word (index, word, &length);

          g_hash_table_add (remember, g_strndup (text, length));
        }
    }
  g_array_set_size (self->words, 0);
}

/* hotkey where the entry has hot key */
static void
match_parts (WinerrorSearch *self, WinerrorIndex *index, const char *text, GHashTable *remember)
{
  gsize length = strlen (text);

  for (gsize at = 3; at + 3 <= length; at++)
    {
      char left[64];
      guint words[2];
      guint n[2];
      const WinerrorPosting *postings[2];
      guint j = 0;

      if (at >= sizeof left || ((guchar) text[at] & 0xC0) == 0x80)
        continue;
      memcpy (left, text, at);
      left[at] = '\0';
      if (!winerror_index_find_word (index, left, &words[0]) ||
          !winerror_index_find_word (index, text + at, &words[1]))
        continue;

      for (guint k = 0; k < 2; k++)
        postings[k] = winerror_index_get_postings (index, words[k], &n[k]);
      for (guint i = 0; i < n[0]; i++)
        {
          while (j < n[1] && (postings[1][j].entry < postings[0][i].entry ||
                              (postings[1][j].entry == postings[0][i].entry &&
                               postings[1][j].place <= postings[0][i].place)))
            j++;
          if (j < n[1] && postings[1][j].entry == postings[0][i].entry &&
              postings[1][j].place == postings[0][i].place + 1)
            match_entry (self, postings[0][i].entry, QUALITY_JOINED, MANNER_WHOLE);
        }
      g_hash_table_add (remember, g_strdup (left));
      g_hash_table_add (remember, g_strdup (text + at));
    }
}

/* hot key where the entry has hotkey */
static void
match_joined (WinerrorSearch *self,
              WinerrorIndex *index,
              const char *first,
              const char *second,
              GHashTable *remember)
{
  g_autofree char *joined = g_strconcat (first, second, NULL);
  guint word;

  if (winerror_index_find_word (index, joined, &word))
    {
      match_word (self, index, word, QUALITY_JOINED, MANNER_WHOLE);
      g_hash_table_add (remember, g_steal_pointer (&joined));
    }
}

static gboolean
match_direct (WinerrorSearch *self,
              WinerrorIndex *index,
              GArray *terms,
              guint at,
              GHashTable *remember)
{
  const Term *term = &g_array_index (terms, Term, at);
  const char *text = term->text;
  guint first;
  guint end;
  guint word;
  guint before = self->matched->len;

  if (winerror_index_find_word (index, text, &word))
    match_word (self, index, word, 1, MANNER_WHOLE);

  winerror_index_find_forms (index, text, self->words);
  match_collected (self, index, QUALITY_FORM, MANNER_WHOLE, remember);

  match_parts (self, index, text, remember);
  if (at > 0)
    match_joined (self, index, g_array_index (terms, Term, at - 1).text, text, remember);
  if (at + 1 < terms->len)
    match_joined (self, index, text, g_array_index (terms, Term, at + 1).text, remember);

  winerror_index_find_prefix (index, text, &first, &end);
  for (word = first; word < end; word++)
    match_word (self, index, word, QUALITY_BEGINNING, MANNER_BEGINNING);

  return self->matched->len > before;
}

static void
match_inside (WinerrorSearch *self, WinerrorIndex *index, const char *text)
{
  winerror_index_find_inside (index, text, self->words);
  match_collected (self, index, QUALITY_INSIDE, MANNER_INSIDE, NULL);
}

/* pasword, acount: one error from four letters on, two from eight on */
static void
match_similar (WinerrorSearch *self, WinerrorIndex *index, const char *text, GHashTable *remember)
{
  gsize length = strlen (text);

  if (length < 4)
    return;
  winerror_index_find_similar (index, text, 1, self->words);
  if (self->words->len == 0 && length >= 8)
    winerror_index_find_similar (index, text, 2, self->words);
  match_collected (self, index, QUALITY_SIMILAR, MANNER_SIMILAR, remember);
}

/* Phrases */

static int
compare_postings (gconstpointer a, gconstpointer b)
{
  const WinerrorPosting *left = a;
  const WinerrorPosting *right = b;

  if (left->entry != right->entry)
    return left->entry < right->entry ? -1 : 1;
  return left->place < right->place ? -1 : left->place > right->place;
}

/* All places of a word and its forms. */
static GArray *
collect_places (WinerrorSearch *self, WinerrorIndex *index, const char *text, GHashTable *remember)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (WinerrorPosting));

  winerror_index_find_forms (index, text, self->words);
  for (guint i = 0; i < self->words->len; i++)
    {
      guint word = g_array_index (self->words, guint, i);
      guint n;
      const WinerrorPosting *postings = winerror_index_get_postings (index, word, &n);
      gsize length;
      const char *own = winerror_index_get_word (index, word, &length);

      g_array_append_vals (places, postings, n);
      if (remember != NULL)
        g_hash_table_add (remember, g_strndup (own, length));
    }
  if (self->words->len > 1)
    g_array_sort (places, compare_postings);
  g_array_set_size (self->words, 0);
  return places;
}

/* Where a phrase stands: its words that carry meaning in a row, with at most two others between;
 * where it has just one such word, all of its words. */
static void
find_phrase (WinerrorSearch *self,
             WinerrorIndex *index,
             const WinerrorPhrase *phrase,
             GArray *entries,
             GHashTable *remember)
{
  gboolean all = phrase->n_content < 2;
  guint gap = all ? 1 : 3;
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < phrase->n_words; i++)
    {
      g_autoptr (GArray) places = NULL;
      g_autoptr (GArray) kept = NULL;
      guint j = 0;

      if (!all && phrase->stops[i])
        continue;
      places =
          collect_places (self, index, phrase->words[i], phrase->stops[i] ? NULL : remember);
      if (found == NULL)
        {
          found = g_steal_pointer (&places);
          continue;
        }
      if (found->len == 0)
        return;

      kept = g_array_new (FALSE, FALSE, sizeof (WinerrorPosting));
      for (guint k = 0; k < places->len; k++)
        {
          const WinerrorPosting *place = &g_array_index (places, WinerrorPosting, k);

          while (j < found->len &&
                 (g_array_index (found, WinerrorPosting, j).entry < place->entry ||
                  (g_array_index (found, WinerrorPosting, j).entry == place->entry &&
                   g_array_index (found, WinerrorPosting, j).place + gap < place->place)))
            j++;
          if (j < found->len && g_array_index (found, WinerrorPosting, j).entry == place->entry &&
              g_array_index (found, WinerrorPosting, j).place < place->place)
            g_array_append_val (kept, *place);
        }
      g_array_unref (found);
      found = g_steal_pointer (&kept);
    }

  if (found == NULL)
    return;
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (entries, g_array_index (found, WinerrorPosting, i).entry);
}

static void
add_alternatives (WinerrorSearch *self,
                  WinerrorIndex *index,
                  GPtrArray *groups,
                  guint first,
                  guint end,
                  GArray *alternatives,
                  GHashTable *remember)
{
  Alternative alternative = { .first = first, .end = end };

  if (groups == NULL)
    return;

  alternative.entries = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->len; j++)
        find_phrase (self, index, g_ptr_array_index (group, j), alternative.entries, remember);
    }
  g_array_append_val (alternatives, alternative);
}

/* Looks up every stretch of the query among the synonyms: with all its words, and without those
 * that carry no meaning. */
static void
find_alternatives (WinerrorSearch *self,
                   WinerrorIndex *index,
                   GArray *terms,
                   GArray *alternatives,
                   GHashTable *remember)
{
  WinerrorLexicon *lexicon = winerror_index_get_lexicon (index);

  for (guint i = 0; i < terms->len; i++)
    {
      const char *all[WINERROR_LEXICON_MAX_PHRASE];
      const char *content[WINERROR_LEXICON_MAX_PHRASE];
      guint n_content = 0;

      for (guint j = i; j < terms->len && j - i < WINERROR_LEXICON_MAX_PHRASE; j++)
        {
          const Term *term = &g_array_index (terms, Term, j);
          guint n_all = j - i + 1;

          all[j - i] = term->text;
          if (!winerror_lexicon_is_stop (lexicon, term->text))
            content[n_content++] = term->text;
          else if (i == j)
            n_content = WINERROR_LEXICON_MAX_PHRASE; /* begins with none: only as a whole */

          add_alternatives (self, index, winerror_lexicon_get_groups (lexicon, all, n_all), i,
                            j + 1, alternatives, remember);
          if (n_content > 1 && n_content < n_all)
            add_alternatives (self, index,
                              winerror_lexicon_get_groups (lexicon, content, n_content), i, j + 1,
                              alternatives, remember);
          if (n_content >= WINERROR_LEXICON_MAX_PHRASE)
            n_content = 0;
        }
    }
}

/* Adds one word's matches to the tallies and forgets them. */
static void
count_term (WinerrorSearch *self, Term *term, guint n_entries)
{
  guint wins = 0;

  for (guint i = 0; i < self->matched->len; i++)
    if (self->matches[g_array_index (self->matched, guint32, i)].manner == MANNER_WHOLE)
      wins++;
  if (wins == 0)
    wins = self->matched->len;
  term->wins = wins;
  term->weight = logf (1.0f + (float) n_entries / (float) MAX (wins, 1));

  for (guint i = 0; i < self->matched->len; i++)
    {
      guint32 entry = g_array_index (self->matched, guint32, i);
      Match *match = &self->matches[entry];
      Tally *tally = &self->tallies[entry];

      if (!tally->listed)
        {
          *tally = (Tally){ .listed = TRUE };
          g_array_append_val (self->touched, entry);
        }
      tally->sum += term->weight * match->quality;
      if (match->manner == MANNER_WHOLE)
        tally->own += term->weight * match->quality;
      tally->n++;
      tally->worst = MAX (tally->worst, match->manner);
      match->quality = 0;
    }
  g_array_set_size (self->matched, 0);
}

/* Whether a description has just the words of the query. */
static gboolean
is_sentence (WinerrorSearch *self, guint first, guint end, guint32 entry, GArray *terms)
{
  for (guint i = first; i < end; i++)
    {
      g_auto (WinerrorWordReader) reader = { 0 };
      WinerrorWord word;
      guint n = 0;

      winerror_word_reader_init (&reader,
                                 winerror_language_describe (
                                     self->languages->pdata[i],
                                     winerror_catalog_get_entry (self->catalog, entry)),
                                 -1);
      while (winerror_word_reader_next (&reader, &word))
        {
          if (n >= terms->len || !g_str_equal (g_array_index (terms, Term, n).text, word.folded))
            {
              n = 0;
              break;
            }
          n++;
        }
      if (n > 0 && n == terms->len)
        return TRUE;
    }
  return FALSE;
}

/* Searches the words in the languages from @first to before @end. */
static void
search_words (WinerrorSearch *self, GArray *terms, guint first, guint end, WinerrorAnswer *answer)
{
  guint n_entries = winerror_catalog_get_n_entries (self->catalog);
  g_autoptr (GArray) alternatives = g_array_new (FALSE, FALSE, sizeof (Alternative));
  guint n_terms = 0;
  float total = 0;
  float best = 0;
  gboolean only_stops = TRUE;

  g_array_set_clear_func (alternatives, alternative_clear);
  for (guint i = 0; i < terms->len; i++)
    {
      Term *term = &g_array_index (terms, Term, i);

      term->stop = FALSE;
      for (guint j = first; j < end; j++)
        term->stop |= winerror_lexicon_is_stop (
            winerror_index_get_lexicon (get_index (self, j)), term->text);
      only_stops &= term->stop;
    }
  for (guint j = first; j < end; j++)
    find_alternatives (self, get_index (self, j), terms, alternatives, answer->words);

  for (guint i = 0; i < terms->len; i++)
    {
      Term *term = &g_array_index (terms, Term, i);
      gboolean found = FALSE;

      if (term->repeated || (term->stop && !only_stops))
        continue;
      for (guint j = first; j < end; j++)
        found |= match_direct (self, get_index (self, j), terms, i, answer->words);
      for (guint k = 0; k < alternatives->len; k++)
        {
          const Alternative *alternative = &g_array_index (alternatives, Alternative, k);

          if (i < alternative->first || i >= alternative->end)
            continue;
          for (guint l = 0; l < alternative->entries->len; l++)
            match_entry (self, g_array_index (alternative->entries, guint32, l), QUALITY_SYNONYM,
                         MANNER_WHOLE);
          found |= alternative->entries->len > 0;
        }
      for (guint j = first; j < end; j++)
        {
          match_inside (self, get_index (self, j), term->text);
          if (!found)
            match_similar (self, get_index (self, j), term->text, answer->words);
        }
      count_term (self, term, n_entries);
      total += term->weight;
      n_terms++;
    }

  for (guint i = 0; i < self->touched->len; i++)
    best = MAX (best, self->tallies[g_array_index (self->touched, guint32, i)].sum / total);
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint32 entry = g_array_index (self->touched, guint32, i);
      Tally *tally = &self->tallies[entry];
      WinerrorHit hit = { .position = entry, .language = (guint8) first };
      float coverage = tally->sum / total;
      float mass = G_MAXFLOAT;
      float filled;

      tally->listed = FALSE;
      for (guint j = first; j < end; j++)
        {
          float own = winerror_index_get_mass (get_index (self, j), entry);

          mass = own > 0 ? MIN (mass, own) : mass;
        }
      filled = MIN (tally->own / mass, 1.0f);
      hit.score = coverage * (0.7f + 0.3f * filled);
      if (tally->n == n_terms)
        hit.rank = (guint8) ranks[tally->worst];
      else if (coverage >= MIN_COVERAGE && coverage >= best * MIN_SHARE)
        hit.rank = WINERROR_RANK_PARTIAL;
      else
        continue;
      if (terms->len > 2 && filled > 0.6f && is_sentence (self, first, end, entry, terms))
        hit.rank = WINERROR_RANK_SENTENCE;
      if (hit.rank < WINERROR_RANK_PARTIAL)
        answer->complete = TRUE;
      g_array_append_val (answer->hits, hit);
    }
  g_array_set_size (self->touched, 0);
}

/* Reading the query */

static void
read_terms (const char *query, GArray *terms)
{
  g_auto (WinerrorWordReader) reader = { 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  WinerrorWord word;

  winerror_word_reader_init (&reader, query, -1);
  while (terms->len < MAX_TERMS && winerror_word_reader_next (&reader, &word))
    {
      Term term = { .text = g_strdup (word.folded) };

      term.repeated = !g_hash_table_add (seen, term.text);
      g_array_append_val (terms, term);
    }
}

static void
add_hit (WinerrorAnswer *answer, guint position, WinerrorRank rank)
{
  WinerrorHit hit = { .position = position, .rank = (guint8) rank, .score = 1 };

  g_array_append_val (answer->hits, hit);
  answer->complete = TRUE;
}

static const char *
skip_error (const char *symbol)
{
  return g_str_has_prefix (symbol, "ERROR_") ? symbol + strlen ("ERROR_") : symbol;
}

static int
compare_symbols (gconstpointer a, gconstpointer b, gpointer data)
{
  WinerrorCatalog *catalog = data;
  const char *left =
      winerror_entry_get_symbol (winerror_catalog_get_entry (catalog, *(const guint32 *) a));
  const char *right =
      winerror_entry_get_symbol (winerror_catalog_get_entry (catalog, *(const guint32 *) b));

  return strcmp (skip_error (left), skip_error (right));
}

static const char *
symbol_at (WinerrorSearch *self, guint i)
{
  return winerror_entry_get_symbol (
      winerror_catalog_get_entry (self->catalog, g_array_index (self->symbols, guint32, i)));
}

/* Whole symbols and their beginnings, with or without ERROR_, with blanks for underscores. */
static void
search_symbols (WinerrorSearch *self, GArray *terms, WinerrorAnswer *answer)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  gboolean prefixed;
  const char *bare;
  guint low = 0;
  guint high;

  for (guint i = 0; i < terms->len; i++)
    {
      if (i > 0)
        g_string_append_c (wanted, '_');
      g_string_append (wanted, g_array_index (terms, Term, i).text);
    }
  g_string_ascii_up (wanted);
  prefixed = g_str_equal (wanted->str, "ERROR") || g_str_has_prefix (wanted->str, "ERROR_");
  bare = g_str_equal (wanted->str, "ERROR") ? "" : skip_error (wanted->str);
  if (wanted->len == 0)
    return;

  if (self->symbols == NULL)
    {
      guint n = winerror_catalog_get_n_entries (self->catalog);

      self->symbols = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
      for (guint32 i = 0; i < n; i++)
        g_array_append_val (self->symbols, i);
      g_array_sort_with_data (self->symbols, compare_symbols, self->catalog);
    }

  high = self->symbols->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (skip_error (symbol_at (self, middle)), bare) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->symbols->len; low++)
    {
      const char *symbol = symbol_at (self, low);

      if (!g_str_has_prefix (skip_error (symbol), bare))
        break;
      if (prefixed && !g_str_has_prefix (symbol, wanted->str))
        continue;
      add_hit (answer, g_array_index (self->symbols, guint32, low),
               g_str_equal (skip_error (symbol), bare) ? WINERROR_RANK_SYMBOL
                                                       : WINERROR_RANK_SYMBOL_PREFIX);
    }
}

/* Whether the digits of @value in @base begin with those of @wanted, which is @n digits long and
 * shorter than @value. */
static gboolean
begins_with (guint32 value, guint32 wanted, guint n, guint base)
{
  guint32 limit = 1;

  for (guint i = 0; i < n; i++)
    limit *= base;
  while (value >= limit)
    {
      value /= base;
      if (value == wanted && value < limit)
        return TRUE;
    }
  return FALSE;
}

/* The digits of a code while it is being typed: 13, 0x52, 0x800705 */
static void
search_code_prefixes (WinerrorSearch *self, const char *query, WinerrorAnswer *answer)
{
  g_autofree char *digits = g_strstrip (g_strdup (query));
  const char *p = digits;
  gboolean hex = FALSE;
  guint n_entries = winerror_catalog_get_n_entries (self->catalog);
  guint base;
  guint64 wanted;
  gsize n;

  if (p[0] == '0' && g_ascii_tolower (p[1]) == 'x')
    {
      p += 2;
      hex = TRUE;
    }
  while (hex && *p == '0')
    p++;
  if (g_ascii_strncasecmp (p, "8007", 4) == 0)
    {
      p += 4;
      hex = TRUE;
      if (*p == '0') /* the codes of four digits are padded by one */
        p++;
    }
  n = strlen (p);
  base = hex ? 16 : 10;
  if (n == 0 || n > 4 || p[0] == '0' ||
      !g_ascii_string_to_unsigned (p, base, 1, G_MAXUINT16, &wanted, NULL))
    return;

  for (guint i = 0; i < n_entries; i++)
    if (begins_with (winerror_entry_get_code (winerror_catalog_get_entry (self->catalog, i)),
                     (guint32) wanted, (guint) n, base))
      add_hit (answer, i, WINERROR_RANK_CODE_PREFIX);
}

static void
append_note (WinerrorAnswer *answer, const char *line)
{
  char *note;

  if (answer->note != NULL && strstr (answer->note, line) != NULL)
    return;
  note = answer->note != NULL ? g_strconcat (answer->note, "\n", line, NULL) : g_strdup (line);
  g_free (answer->note);
  answer->note = note;
}

static void
explain (WinerrorAnswer *answer, const WinerrorCode *code)
{
  g_autofree char *line = winerror_code_explain (code);

  append_note (answer, line);
}

static gboolean
add_code (WinerrorSearch *self,
          const WinerrorCode *code,
          WinerrorRank rank,
          WinerrorAnswer *answer)
{
  guint position;

  if (code->form == WINERROR_CODE_OTHER ||
      !winerror_catalog_lookup_code (self->catalog, code->win32, &position))
    return FALSE;

  add_hit (answer, position, rank);
  /* codes stay in the order in which the query names them */
  g_array_index (answer->hits, WinerrorHit, answer->hits->len - 1).score =
      MAX (0.0f, 1.0f - (float) answer->hits->len / 1024.0f);
  if (code->form == WINERROR_CODE_NTSTATUS)
    {
      /* Translators: 0xC000006D … 1326 */
      g_autofree char *line = g_strdup_printf (_ ("NTSTATUS 0x%08X corresponds to Win32 code %u."),
                                               code->value, code->win32);

      append_note (answer, line);
    }
  return TRUE;
}

/* Numbers in a sentence that stand alone as words, where nothing better was found. */
static gboolean
search_loose_numbers (WinerrorSearch *self, const char *query, WinerrorAnswer *answer)
{
  g_auto (GStrv) words = g_strsplit_set (query, " \t\n\r", -1);
  gboolean found = FALSE;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      guint n = winerror_code_parse (words[i], -1, readings);

      /* three letters or digits may be anything: a count, a part of a name */
      for (guint j = 0; j < n && strlen (words[i]) >= 4; j++)
        if (add_code (self, &readings[j],
                      j == 0 ? WINERROR_RANK_CODE : WINERROR_RANK_CODE_ALTERNATIVE, answer))
          {
            found = TRUE;
            break;
          }
    }
  return found;
}

static gboolean
looks_like_installer_note (const char *query)
{
  return strstr (query, "Note: 1: ") != NULL;
}

/* Returns whether the query is all number. */
static gboolean
search_codes (WinerrorSearch *self, const char *query, WinerrorAnswer *answer)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = winerror_code_parse (query, -1, readings);
  g_autoptr (GArray) matches = NULL;
  gboolean caution = FALSE;
  gboolean found = FALSE;

  if (n > 0)
    {
      for (guint i = 0; i < n; i++)
        found |= add_code (self, &readings[i],
                           i == 0 ? WINERROR_RANK_CODE : WINERROR_RANK_CODE_ALTERNATIVE, answer);
      search_code_prefixes (self, query, answer);
      if (!found && (answer->hits->len == 0 || readings[0].value > G_MAXUINT16))
        explain (answer, &readings[0]);
      return TRUE;
    }

  matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  winerror_scanner_find (self->scanner, query, strlen (query), matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const WinerrorMatch *match = &g_array_index (matches, WinerrorMatch, i);

      if (add_code (self, &match->code, WINERROR_RANK_CODE, answer))
        found = TRUE;
      else
        explain (answer, &match->code);
      caution |= match->installer_message;
    }
  if (!found)
    found = search_loose_numbers (self, query, answer);
  if (found && (caution || looks_like_installer_note (query)))
    append_note (answer, _ ("In a log of Windows Installer, “Error 1316.” and “Note: 1: 1402” are "
                            "message numbers of Windows Installer, not system error codes."));
  if (!found && answer->hits->len == 0 && answer->note == NULL)
    search_code_prefixes (self, query, answer);
  return FALSE;
}

/* Putting it together */

static guint32
sort_key (const WinerrorHit *hit, guint n_main)
{
  guint32 group = hit->rank;
  float score = CLAMP (hit->score, 0.0f, 1.0f);

  /* What the other languages have in full comes before what these have in part. */
  if (hit->rank == WINERROR_RANK_PARTIAL)
    group = 2 * WINERROR_RANK_ALL;
  else if (hit->language >= n_main)
    group += WINERROR_RANK_ALL;
  if (hit->rank == WINERROR_RANK_PARTIAL && hit->language >= n_main)
    score *= 0.9f;

  return group << 16 | (guint32) ((1.0f - score) * 65535.0f);
}

typedef struct
{
  guint32 key;
  WinerrorHit hit;
} Keyed;

/* Sorts by key; equal ones in order of position. Radix sort, 11 bits a pass: the number of hits can
 * be that of all entries, at every key stroke. */
static void
sort_hits (WinerrorSearch *self, GArray *hits)
{
  guint n = hits->len;
  g_autofree Keyed *from = g_new (Keyed, n + 1);
  g_autofree Keyed *to = g_new (Keyed, n + 1);
  g_autofree guint8 *seen = g_new0 (guint8, winerror_catalog_get_n_entries (self->catalog) + 1);
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      from[i].hit = g_array_index (hits, WinerrorHit, i);
      from[i].key = sort_key (&from[i].hit, self->n_main);
    }
  for (guint pass = 0; pass < 5; pass++)
    {
      guint counts[2048 + 1] = { 0 };

      for (guint i = 0; i < n; i++)
        {
          guint32 digit = pass < 2 ? from[i].hit.position >> (11 * pass)
                                   : from[i].key >> (11 * (pass - 2));

          counts[(digit & 2047) + 1]++;
        }
      for (guint i = 0; i < 2048; i++)
        counts[i + 1] += counts[i];
      for (guint i = 0; i < n; i++)
        {
          guint32 digit = pass < 2 ? from[i].hit.position >> (11 * pass)
                                   : from[i].key >> (11 * (pass - 2));

          to[counts[digit & 2047]++] = from[i];
        }
      {
        Keyed *swap = from;

        from = to;
        to = swap;
      }
    }

  for (guint i = 0; i < n; i++)
    if (!seen[from[i].hit.position])
      {
        seen[from[i].hit.position] = TRUE;
        g_array_index (hits, WinerrorHit, kept++) = from[i].hit;
      }
  g_array_set_size (hits, kept);
}

/* A query of at most MAX_QUERY bytes of valid UTF-8, cut between characters. */
static char *
tidy_query (const char *query)
{
  gsize length = strnlen (query, MAX_QUERY + 1);

  if (length > MAX_QUERY)
    {
      length = MAX_QUERY;
      while (length > 0 && ((guchar) query[length] & 0xC0) == 0x80)
        length--;
    }
  return g_strstrip (winerror_text_make_valid (query, (gssize) length));
}

static WinerrorAnswer *
answer_new (WinerrorSearch *self, const char *query)
{
  WinerrorAnswer *answer = g_atomic_rc_box_new0 (WinerrorAnswer);

  answer->catalog = g_object_ref (self->catalog);
  answer->languages = g_ptr_array_ref (self->languages);
  answer->query = g_strdup (query);
  answer->hits = g_array_new (FALSE, FALSE, sizeof (WinerrorHit));
  answer->terms = g_ptr_array_new_with_free_func (g_free);
  answer->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return answer;
}

static void
list_codes (
    WinerrorSearch *self, GArray *codes, WinerrorRank rank, GHashTable *seen, WinerrorAnswer *answer)
{
  for (guint i = 0; codes != NULL && i < codes->len; i++)
    {
      guint position;

      if (winerror_catalog_lookup_code (self->catalog, g_array_index (codes, guint32, i),
                                        &position) &&
          g_hash_table_add (seen, GUINT_TO_POINTER (position)))
        add_hit (answer, position, rank);
    }
}

/**
 * winerror_search_list:
 * @self: a search
 * @pinned: (nullable) (element-type guint32): codes that come first, in this order
 * @recent: (nullable) (element-type guint32): codes that come next, in this order
 *
 * Lists all entries, each once, for when nothing was typed. Codes that no table holds are passed
 * over.
 *
 * Returns: (transfer full): the answer to an empty query
 */
WinerrorAnswer *
winerror_search_list (WinerrorSearch *self, GArray *pinned, GArray *recent)
{
  WinerrorAnswer *answer;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  answer = answer_new (self, "");
  n = winerror_catalog_get_n_entries (self->catalog);
  list_codes (self, pinned, WINERROR_RANK_PINNED, seen, answer);
  list_codes (self, recent, WINERROR_RANK_RECENT, seen, answer);
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (seen, GUINT_TO_POINTER (i)))
      add_hit (answer, i, WINERROR_RANK_ALL);
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
  WinerrorAnswer *answer;
  g_autofree char *tidied = NULL;
  g_autoptr (GArray) terms = NULL;
  gboolean number;
  gboolean found_code;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  tidied = tidy_query (query);
  if (tidied[0] == '\0')
    return winerror_search_list (self, NULL, NULL);

  answer = answer_new (self, tidied);

  terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (terms, term_clear);
  read_terms (answer->query, terms);

  number = search_codes (self, answer->query, answer);
  found_code = answer->hits->len > 0;
  search_symbols (self, terms, answer);
  if (!number && !found_code && terms->len > 0)
    {
      search_words (self, terms, 0, self->n_main, answer);
      if (!answer->complete)
        {
          add_other_languages (self);
          for (guint i = self->n_main; i < self->languages->len; i++)
            search_words (self, terms, i, i + 1, answer);
        }
      for (guint i = 0; i < terms->len; i++)
        {
          Term *term = &g_array_index (terms, Term, i);

          if (!term->stop)
            g_ptr_array_add (answer->terms, g_steal_pointer (&term->text));
        }
    }

  sort_hits (self, answer->hits);
  return answer;
}

/**
 * winerror_answer_ref:
 * @self: an answer
 *
 * Returns: (transfer full): the same answer
 */
WinerrorAnswer *
winerror_answer_ref (WinerrorAnswer *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * winerror_answer_unref:
 * @self: (transfer full): an answer
 */
void
winerror_answer_unref (WinerrorAnswer *self)
{
  g_atomic_rc_box_release_full (self, answer_clear);
}

/**
 * winerror_answer_get_query:
 * @self: an answer
 *
 * Returns: (transfer none): the query, valid UTF-8, without blanks around it
 */
const char *
winerror_answer_get_query (WinerrorAnswer *self)
{
  return self->query;
}

/**
 * winerror_answer_get_n_hits:
 * @self: an answer
 *
 * Returns: how many entries matched
 */
guint
winerror_answer_get_n_hits (WinerrorAnswer *self)
{
  return self->hits->len;
}

/**
 * winerror_answer_get_hit:
 * @self: an answer
 * @i: a number below winerror_answer_get_n_hits()
 *
 * Returns: (transfer none): the hit of that number; the best is 0
 */
const WinerrorHit *
winerror_answer_get_hit (WinerrorAnswer *self, guint i)
{
  g_return_val_if_fail (i < self->hits->len, NULL);

  return &g_array_index (self->hits, WinerrorHit, i);
}

/**
 * winerror_answer_get_entry:
 * @self: an answer
 * @i: a number below winerror_answer_get_n_hits()
 *
 * Returns: (transfer none): the entry of that hit
 */
WinerrorEntry *
winerror_answer_get_entry (WinerrorAnswer *self, guint i)
{
  const WinerrorHit *hit = winerror_answer_get_hit (self, i);

  return hit != NULL ? winerror_catalog_get_entry (self->catalog, hit->position) : NULL;
}

/**
 * winerror_answer_get_language:
 * @self: an answer
 * @hit: one of its hits
 *
 * Returns: (transfer none) (nullable): the language that matched where it is neither English nor
 *   the user's
 */
WinerrorLanguage *
winerror_answer_get_language (WinerrorAnswer *self, const WinerrorHit *hit)
{
  return hit->language > 0 ? self->languages->pdata[hit->language] : NULL;
}

/**
 * winerror_answer_get_note:
 * @self: an answer
 *
 * Returns: (transfer none) (nullable): what there is to say about the numbers in the query, in the
 *   user's language, a sentence a line: what an unknown code decodes to, which Win32 code an
 *   NTSTATUS value corresponds to, that a number may be one of Windows Installer
 */
const char *
winerror_answer_get_note (WinerrorAnswer *self)
{
  return self->note;
}

/**
 * winerror_answer_is_complete:
 * @self: an answer
 *
 * Returns: whether an entry has all that was asked for, rather than a part
 */
gboolean
winerror_answer_is_complete (WinerrorAnswer *self)
{
  return self->complete;
}

/* The part of a word that a term of the query matches; FALSE where none does. */
static gboolean
match_range (WinerrorAnswer *self, const WinerrorWord *word, WinerrorRange *range)
{
  gboolean found = g_hash_table_contains (self->words, word->folded);

  range->start = word->start;
  range->length = word->length;
  for (guint i = 0; i < self->terms->len && !found; i++)
    {
      const char *term = g_ptr_array_index (self->terms, i);
      const char *at = strstr (word->folded, term);

      if (at == NULL)
        continue;
      found = TRUE;
      /* folded byte by byte: the same places */
      if (word->length == word->folded_length)
        {
          range->start += (gsize) (at - word->folded);
          range->length = strlen (term);
        }
    }
  return found;
}

/**
 * winerror_answer_find_ranges:
 * @self: an answer
 * @text: a symbol or description
 *
 * Finds the parts of a text that matched the query.
 *
 * Returns: (transfer full) (element-type WinerrorRange): the parts, in order, apart from one
 *   another
 */
GArray *
winerror_answer_find_ranges (WinerrorAnswer *self, const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (WinerrorRange));
  g_auto (WinerrorWordReader) reader = { 0 };
  WinerrorWord word;

  g_return_val_if_fail (text != NULL, ranges);

  if (self->terms->len == 0)
    return ranges;
  winerror_word_reader_init (&reader, text, -1);
  while (winerror_word_reader_next (&reader, &word))
    {
      WinerrorRange range;

      if (!match_range (self, &word, &range))
        continue;
      if (ranges->len > 0)
        {
          WinerrorRange *last = &g_array_index (ranges, WinerrorRange, ranges->len - 1);

          if (range.start <= last->start + last->length)
            {
              last->length = MAX (last->length, range.start + range.length - last->start);
              continue;
            }
        }
      g_array_append_val (ranges, range);
    }
  return ranges;
}
