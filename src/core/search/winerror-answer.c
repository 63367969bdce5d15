// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-answer-private.h"

#include "winerror-gettext.h"
#include "winerror-stretch.h"
#include "winerror-word-reader.h"

#include <stdlib.h>
#include <string.h>

static void
answer_clear (gpointer data)
{
  WinerrorAnswer *self = data;

  g_object_unref (self->catalog);
  g_ptr_array_unref (self->languages);
  g_array_unref (self->hits);
  g_ptr_array_unref (self->unlisted);
  g_free (self->query);
  g_free (self->last_word);
  g_free (self->note);
  g_clear_pointer (&self->stretches, g_ptr_array_unref);
  g_hash_table_unref (self->matched_terms);
  g_hash_table_unref (self->expansions);
}

/**
 * winerror_answer_new:
 * @catalog: what was searched
 * @languages: (element-type WinerrorLanguage): the languages of the search, to which more may be
 *   added later
 * @query: the query
 *
 * Returns: (transfer full): an answer without hits
 */
WinerrorAnswer *
winerror_answer_new (WinerrorCatalog *catalog, GPtrArray *languages, const char *query)
{
  WinerrorAnswer *self = g_atomic_rc_box_new0 (WinerrorAnswer);

  self->catalog = g_object_ref (catalog);
  self->languages = g_ptr_array_ref (languages);
  self->query = g_strdup (query);
  self->hits = g_array_new (FALSE, FALSE, sizeof (WinerrorHit));
  self->unlisted = g_ptr_array_new_with_free_func (g_object_unref);
  self->matched_terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->expansions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * winerror_answer_add_hit:
 * @self: an answer
 * @position: position of an entry in the catalog
 * @rank: why it matches in full
 *
 * Adds an entry; it may be there already.
 */
void
winerror_answer_add_hit (WinerrorAnswer *self, guint position, WinerrorRank rank)
{
  winerror_answer_add_scored (self, position, rank, 1);
}

/**
 * winerror_answer_add_scored:
 * @self: an answer
 * @position: position of an entry in the catalog
 * @rank: why it matches in full
 * @score: how well, among those of the same rank; from 0 to 1
 *
 * Adds an entry; it may be there already.
 */
void
winerror_answer_add_scored (WinerrorAnswer *self, guint position, WinerrorRank rank, float score)
{
  WinerrorHit hit = { .position = position, .rank = (guint8) rank, .score = score };

  g_array_append_val (self->hits, hit);
  self->complete = TRUE;
}

/**
 * winerror_answer_add_unlisted:
 * @self: an answer
 * @code: a code that no table holds
 *
 * Adds a code with what can be said of it, unless it is there already. It comes after all entries.
 */
void
winerror_answer_add_unlisted (WinerrorAnswer *self, const WinerrorCode *code)
{
  for (guint i = 0; i < self->unlisted->len; i++)
    if (winerror_entry_get_code (self->unlisted->pdata[i]) == code->code &&
        winerror_entry_get_family (self->unlisted->pdata[i]) == code->family)
      return;
  g_ptr_array_add (self->unlisted, winerror_entry_new_unlisted (code));
}

/**
 * winerror_answer_get_n_unlisted:
 * @self: an answer
 *
 * Returns: how many codes of the query no table holds
 */
guint
winerror_answer_get_n_unlisted (WinerrorAnswer *self)
{
  return self->unlisted->len;
}

/**
 * winerror_answer_append_note:
 * @self: an answer
 * @line: a sentence
 *
 * Adds a sentence to the note, unless it has it already.
 */
void
winerror_answer_append_note (WinerrorAnswer *self, const char *line)
{
  char *note;

  if (self->note != NULL && strstr (self->note, line) != NULL)
    return;
  note = self->note != NULL ? g_strconcat (self->note, "\n", line, NULL) : g_strdup (line);
  g_free (self->note);
  self->note = note;
}

/**
 * winerror_answer_find_win32:
 * @self: an answer
 * @position: position of an entry in the catalog
 * @note: whether to say in the note what becomes of it
 * @win32: (out): the position of the system error that it becomes
 *
 * Returns: whether the entry is an NTSTATUS value that becomes a system error
 */
gboolean
winerror_answer_find_win32 (WinerrorAnswer *self, guint position, gboolean note, guint *win32)
{
  WinerrorEntryInfo info;
  WinerrorTable *table = winerror_catalog_get_info (self->catalog, position, &info);

  if (winerror_table_get_info (table)->family != WINERROR_FAMILY_NTSTATUS || info.win32 == 0)
    return FALSE;
  if (note)
    {
      /* Translators: 0xC000006D … 1326 */
      g_autofree char *line = g_strdup_printf (_ ("NTSTATUS 0x%08X corresponds to Win32 code %u."),
                                               info.code, info.win32);

      winerror_answer_append_note (self, line);
    }
  return winerror_catalog_lookup_code (self->catalog, WINERROR_FAMILY_WIN32, info.win32, win32);
}

/* How much of its score a hit keeps that is in none of the user's languages: with the whole query,
 * and with a part of it. */
#define SHARE_OTHER_LANGUAGE 0.9f
#define SHARE_OTHER_PARTIAL  0.6f

/* The group and the score of a hit in one number, the best first. */
#define SCORE_BITS 16
#define GROUP_BITS 5
#define KEY_BITS   (GROUP_BITS + SCORE_BITS)

G_STATIC_ASSERT (WINERROR_RANK_ALL < 1 << GROUP_BITS);
G_STATIC_ASSERT (KEY_BITS <= 32);

static guint32
get_key (const WinerrorHit *hit, guint n_main)
{
  guint32 group = hit->rank;
  float score = CLAMP (hit->score, 0.0f, 1.0f);

  /* entries that have words of the query compete by their scores, however they have them */
  if (hit->rank >= WINERROR_RANK_SYMBOL_WORDS && hit->rank <= WINERROR_RANK_PARTIAL)
    {
      group = WINERROR_RANK_SYMBOL_WORDS;
      if (hit->language >= n_main)
        score *= hit->rank == WINERROR_RANK_PARTIAL ? SHARE_OTHER_PARTIAL : SHARE_OTHER_LANGUAGE;
    }

  return group << SCORE_BITS | (guint32) ((1.0f - score) * (float) ((1 << SCORE_BITS) - 1));
}

typedef struct
{
  guint32 key;
  WinerrorHit hit;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *left = a;
  const Keyed *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  if (left->hit.position != right->hit.position)
    return left->hit.position < right->hit.position ? -1 : 1;
  return left->hit.language - right->hit.language;
}

/* How many bits of a number one pass of the radix sort looks at: two passes do for a key. */
#define DIGIT_BITS 11
#define N_DIGITS   (1 << DIGIT_BITS)

G_STATIC_ASSERT (KEY_BITS <= 2 * DIGIT_BITS);

typedef enum
{
  BY_POSITION,
  BY_KEY,
} Order;

static guint
get_digit (const Keyed *keyed, Order order, guint shift)
{
  return (order == BY_KEY ? keyed->key : keyed->hit.position) >> shift & (N_DIGITS - 1);
}

/* Sorts by one digit into @spare and swaps the two; what has the same digit stays in order. */
static void
sort_by_digit (Keyed **keyed, Keyed **spare, guint n, Order order, guint shift)
{
  guint starts[N_DIGITS + 1] = { 0 };
  const Keyed *from = *keyed;
  Keyed *to = *spare;

  for (guint i = 0; i < n; i++)
    starts[get_digit (&from[i], order, shift) + 1]++;
  for (guint i = 0; i < N_DIGITS; i++)
    starts[i + 1] += starts[i];
  for (guint i = 0; i < n; i++)
    to[starts[get_digit (&from[i], order, shift)]++] = from[i];
  *spare = *keyed;
  *keyed = to;
}

/* Radix sort: at a key stroke, the hits may be most of the entries. Compared with qsort(), it saves
 * a third of the time of a search for "p" with 16,000 hits among 25,000 entries, and half of that
 * for "password" with 1,400; from the key stroke to the painted frame, 7 % and 3 %. */
static void
sort_by_digits (Keyed **keyed, guint n, gboolean in_order, guint32 last)
{
  g_autofree Keyed *spare = g_new (Keyed, n);

  for (guint shift = 0; !in_order && shift < 32 && last >> shift > 0; shift += DIGIT_BITS)
    sort_by_digit (keyed, &spare, n, BY_POSITION, shift);
  for (guint shift = 0; shift < KEY_BITS; shift += DIGIT_BITS)
    sort_by_digit (keyed, &spare, n, BY_KEY, shift);
}

static void
sort_hits (WinerrorAnswer *self, guint n_main)
{
  guint n = self->hits->len;
  g_autofree Keyed *keyed = NULL;
  g_autofree guint32 *seen = NULL; /* a bit for each position */
  guint32 last = 0;
  gboolean in_order = TRUE;
  guint kept = 0;

  if (n < 2)
    return;

  keyed = g_new (Keyed, n);
  for (guint i = 0; i < n; i++)
    {
      keyed[i].hit = g_array_index (self->hits, WinerrorHit, i);
      keyed[i].key = get_key (&keyed[i].hit, n_main);
      in_order &= i == 0 || keyed[i - 1].hit.position <= keyed[i].hit.position;
      last = MAX (last, keyed[i].hit.position);
    }
  if (n <= WINERROR_ANSWER_MAX_COMPARED)
    qsort (keyed, n, sizeof *keyed, compare_keyed);
  else
    sort_by_digits (&keyed, n, in_order, last);

  seen = g_new0 (guint32, last / 32 + 1);
  for (guint i = 0; i < n; i++)
    {
      guint32 *bits = &seen[keyed[i].hit.position / 32];
      guint32 bit = 1u << (keyed[i].hit.position % 32);

      if ((*bits & bit) == 0)
        g_array_index (self->hits, WinerrorHit, kept++) = keyed[i].hit;
      *bits |= bit;
    }
  g_array_set_size (self->hits, kept);
}

/**
 * winerror_answer_sort:
 * @self: an answer
 * @n_main: how many of the languages come before the others
 *
 * Puts the hits into their order: by rank, score, and position; and leaves each entry once.
 */
void
winerror_answer_sort (WinerrorAnswer *self, guint n_main)
{
  sort_hits (self, n_main);
  for (guint i = 0; i < self->unlisted->len; i++)
    winerror_answer_add_hit (self, i, WINERROR_RANK_UNLISTED);
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
  const WinerrorHit *hit;

  g_return_val_if_fail (i < self->hits->len, NULL);

  hit = &g_array_index (self->hits, WinerrorHit, i);
  if (hit->rank == WINERROR_RANK_UNLISTED)
    return self->unlisted->pdata[hit->position];
  return winerror_catalog_get_entry (self->catalog, hit->position);
}

/**
 * winerror_answer_has_entries:
 * @self: an answer
 *
 * Returns: whether there is an entry of a table among the hits, and not only codes that no table
 *   holds
 */
gboolean
winerror_answer_has_entries (WinerrorAnswer *self)
{
  return self->hits->len > self->unlisted->len;
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
 * winerror_answer_get_n_content:
 * @self: an answer
 *
 * Returns: how many words of the query carry meaning; 0 where it was not looked at as words
 */
guint
winerror_answer_get_n_content (WinerrorAnswer *self)
{
  return self->n_content;
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

/* Whether a word was folded character by character, each to one of as many bytes: then all is in
 * the same place. ß is as long as what it is folded to, but one character. */
static gboolean
is_folded_in_place (const char *text, const WinerrorWord *word)
{
  return word->length == word->folded_length &&
         g_utf8_strlen (text + word->start, (gssize) word->length) ==
             g_utf8_strlen (word->folded, (gssize) word->folded_length);
}

static gboolean
is_character_start (const char *p)
{
  return ((guchar) *p & 0xC0) != 0x80;
}

/* Whether a word of the query may be marked as a part of a longer one: one that is no word of its
 * own in any entry; and at the beginning, one that is still being typed. */
static gboolean
may_be_part (WinerrorAnswer *self, const char *term, gboolean beginning)
{
  return !g_hash_table_contains (self->expansions, term) ||
         (beginning && g_strcmp0 (term, self->last_word) == 0);
}

/* The part of a word that a word of the query matches; FALSE where none does. Of several that stand
 * inside, the longest. */
static gboolean
match_range (WinerrorAnswer *self, const char *text, const WinerrorWord *word, WinerrorRange *range)
{
  gboolean found = g_hash_table_contains (self->expansions, word->folded) ||
                   g_hash_table_contains (self->matched_terms, word->folded);
  gsize longest = 0;
  GHashTableIter iter;
  gpointer key;

  range->start = word->start;
  range->length = word->length;
  if (found)
    return TRUE;

  g_hash_table_iter_init (&iter, self->matched_terms);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gsize length = strlen (key);
      const char *at = length > longest ? strstr (word->folded, key) : NULL;
      gsize start;

      /* one letter stands inside of nearly every word */
      if (at == NULL || (length == 1 && at > word->folded) ||
          !may_be_part (self, key, at == word->folded))
        continue;
      found = TRUE;
      longest = length;
      start = word->start + (gsize) (at - word->folded);
      if (is_folded_in_place (text, word) && is_character_start (text + start) &&
          is_character_start (text + start + length))
        {
          range->start = start;
          range->length = length;
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
  gsize end = 0;

  g_return_val_if_fail (text != NULL, ranges);

  if (g_hash_table_size (self->matched_terms) == 0)
    return ranges;
  winerror_word_reader_init (&reader, text, -1);
  while (winerror_word_reader_next (&reader, &word))
    {
      WinerrorRange range;

      if (word.start < end)
        continue;
      if (winerror_stretch_begins (text + word.start))
        {
          end = winerror_stretch_find_ranges (self, text, word.start, ranges);
          continue;
        }
      if (!match_range (self, text, &word, &range))
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
