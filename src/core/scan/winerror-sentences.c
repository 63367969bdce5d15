// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-sentences.h"

#include "winerror-context.h"
#include "winerror-scan-data.h"

#include <string.h>

/* Every sentence has an anchor: four bytes without a blank among them. A text is compared with a
 * sentence only where it has its anchor. */
#define ANCHOR_LENGTH 4

/* How many lists of sentences there are to choose from by anchor; a power of two. */
#define N_BUCKETS 4096

/* Sentences of fewer words are found in texts that have nothing to do with Windows; those of a few
 * words are looked for only where a sentence may begin. */
#define MIN_WORDS 3
#define FEW_WORDS 4

/* How often a word that logs are full of occurs, for each time that one of a description does. */
#define COMMON_WEIGHT 16

typedef struct
{
  char *text; /* in small letters, one blank between words, no full stop at the end */
  gsize length;
  gsize anchor; /* offset into text */
  guint32 key;  /* what stands there */
  guint position;
  gboolean few_words;
} Sentence;

struct _WinerrorSentences
{
  WinerrorCatalog *catalog;
  GArray *sentences;          /* Sentence, in order of bucket once prepared */
  GHashTable *by_text;        /* borrowed text -> index + 1 */
  guint16 buckets[N_BUCKETS]; /* index of the first sentence of the bucket + 1 */
  guint n_english;            /* how many sentences came with the catalog */
  gboolean prepared;
};

/* As g_ascii_tolower(), in line: it is needed for each byte that is compared. */
static inline char
to_lower (char c)
{
  return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
}

/* Length in bytes of a blank, 0 for anything else. */
static gsize
blank_length (const char *p, const char *end)
{
  if (p == end)
    return 0;
  if (*p == ' ' || *p == '\t')
    return 1;
  if (end - p >= 2 && memcmp (p, "\u00A0", 2) == 0)
    return 2;
  if (end - p >= 3 && (memcmp (p, "\u202F", 3) == 0 || memcmp (p, "\u3000", 3) == 0))
    return 3;
  return 0;
}

/* The same before @p. */
static gsize
blank_length_before (const char *begin, const char *p)
{
  for (gsize n = 1; n <= 3 && n <= (gsize) (p - begin); n++)
    if (blank_length (p - n, p) == n)
      return n;
  return 0;
}

static gsize
full_stop_length (const char *p, const char *end)
{
  if (p < end && *p == '.')
    return 1;
  if (end - p >= 3 && memcmp (p, "。", 3) == 0)
    return 3;
  return 0;
}

/* The bytes of an anchor; the same, if not for them alone, in small letters and in capitals. */
static guint32
key_at (const char *p)
{
  guint32 key;

  G_STATIC_ASSERT (sizeof key == ANCHOR_LENGTH);

  memcpy (&key, p, sizeof key);
  return key | 0x20202020u;
}

static guint
bucket_of (guint32 key)
{
  return key * 2654435761u >> 20; /* Fibonacci hashing; 32 - 20 bits for N_BUCKETS */
}

static void
sentence_clear (gpointer data)
{
  g_free (((Sentence *) data)->text);
}

/* "1326: Logon failure: unknown user name or bad password." */
static gboolean
add_former (const char *key, const char *value, gpointer user_data, GError **error)
{
  WinerrorSentences *self = user_data;
  guint64 code;
  guint position;

  if (!g_ascii_string_to_unsigned (key, 10, 0, G_MAXUINT32, &code, error))
    return FALSE;
  if (winerror_catalog_lookup_code (self->catalog, WINERROR_FAMILY_WIN32, (guint32) code,
                                    &position))
    winerror_sentences_add (self, value, position);
  return TRUE;
}

/**
 * winerror_sentences_new:
 * @catalog: the entries
 *
 * Returns: (transfer full): the English descriptions of the tables of record, as Windows has them
 *   now and as older versions had them; no log has those of other tables
 */
WinerrorSentences *
winerror_sentences_new (WinerrorCatalog *catalog)
{
  WinerrorSentences *self;
  guint n;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);

  self = g_new0 (WinerrorSentences, 1);
  self->catalog = g_object_ref (catalog);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  g_array_set_clear_func (self->sentences, sentence_clear);
  self->by_text = g_hash_table_new (g_str_hash, g_str_equal);

  n = winerror_catalog_get_n_entries (catalog);
  for (guint i = 0; i < n; i++)
    if (winerror_catalog_is_listed (catalog, i))
      winerror_sentences_add (
          self, winerror_entry_get_source_description (winerror_catalog_get_entry (catalog, i)), i);
  winerror_scan_data_read_built_in ("former.txt", add_former, self);
  self->n_english = self->sentences->len;
  return self;
}

/**
 * winerror_sentences_free:
 * @self: (transfer full): sentences
 */
void
winerror_sentences_free (WinerrorSentences *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_text);
  g_array_unref (self->sentences);
  g_object_unref (self->catalog);
  g_free (self);
}

/* Small letters, single blanks, no full stop at the end. */
static char *
normalize (const char *text, guint *n_words)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *end = text + strlen (text);
  gboolean blank = FALSE;

  *n_words = 0;
  for (const char *p = text; p < end;)
    {
      gsize size = blank_length (p, end);

      if (size > 0)
        {
          blank = TRUE;
          p += size;
          continue;
        }
      if (blank || out->len == 0)
        {
          if (out->len > 0)
            g_string_append_c (out, ' ');
          (*n_words)++;
        }
      blank = FALSE;
      g_string_append_c (out, to_lower (*p++));
    }

  if (g_str_has_suffix (out->str, "."))
    g_string_truncate (out, out->len - 1);
  else if (g_str_has_suffix (out->str, "。"))
    g_string_truncate (out, out->len - strlen ("。"));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Chinese and Japanese have no blanks between words: there, six characters are long enough. */
static gboolean
is_long_enough (const char *text, guint n_words)
{
  guint n_characters = 0;

  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0xE3) /* the first byte of U+3000 and above */
      n_characters++;
  return n_words >= MIN_WORDS || n_characters >= 6;
}

static guint32
code_at (WinerrorSentences *self, guint position)
{
  WinerrorEntryInfo info;

  winerror_catalog_get_info (self->catalog, position, &info);
  return info.code;
}

/**
 * winerror_sentences_add:
 * @self: sentences
 * @text: a description, in any language
 * @position: the position of its entry in the catalog
 *
 * Adds a sentence that names an entry. One that is too short to be distinctive is passed over, and
 * one that names several entries stands for that of the lowest code.
 */
void
winerror_sentences_add (WinerrorSentences *self, const char *text, guint position)
{
  g_autofree char *normal = NULL;
  Sentence sentence = { .position = position };
  gsize found;
  guint n_words;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  normal = normalize (text, &n_words);
  if (!is_long_enough (normal, n_words) || strlen (normal) > WINERROR_SENTENCE_MAX_LENGTH / 2 ||
      self->sentences->len == G_MAXUINT16)
    return;

  found = GPOINTER_TO_SIZE (g_hash_table_lookup (self->by_text, normal));
  if (found > 0)
    {
      Sentence *other = &g_array_index (self->sentences, Sentence, found - 1);

      if (code_at (self, position) < code_at (self, other->position))
        other->position = position;
      return;
    }

  sentence.length = strlen (normal);
  sentence.few_words = n_words <= FEW_WORDS && n_words >= MIN_WORDS;
  sentence.text = g_steal_pointer (&normal);
  g_array_append_val (self->sentences, sentence);
  g_hash_table_insert (self->by_text, sentence.text,
                       GSIZE_TO_POINTER ((gsize) self->sentences->len));
  self->prepared = FALSE;
}

static guint
pair_at (const char *p)
{
  return (guint) (guchar) p[0] << 8 | (guchar) p[1];
}

/* The pairs of bytes that anchors are made of: how often each is to be expected in a text, and
 * which are in use. What looks for anchors tests the two pairs of one for themselves, so every pair
 * that is in use as a first half goes with every second half. */
typedef struct
{
  guint counts[65536];
  guint8 used[65536]; /* bit 0: as a first half; bit 1: as a second half */
  double sums[2];     /* of the counts of those in use */
  GHashTable *keys;   /* key -> how many sentences have it as their anchor */
} Pairs;

/* How many places that are looked at in vain one comparison with a sentence is worth. */
#define COMPARISON_COST 3

/* Most logs are in ASCII but for a few names. */
static double
get_count (const Pairs *pairs, guint pair)
{
  return (pair & 0x8080) != 0 ? 0.1 : pairs->counts[pair] + 1;
}

static double
get_new_count (const Pairs *pairs, guint pair, guint half)
{
  return (pairs->used[pair] & 1u << half) != 0 ? 0 : get_count (pairs, pair);
}

static void
use_pair (Pairs *pairs, guint pair, guint half)
{
  pairs->sums[half] += get_new_count (pairs, pair, half);
  pairs->used[pair] |= (guint8) (1u << half);
}

/* The place in a sentence that makes for the fewest places more at which a text is to be looked at.
 */
static gboolean
choose_anchor (Sentence *sentence, Pairs *pairs)
{
  gboolean found = FALSE;
  double least = G_MAXDOUBLE;

  for (gsize i = 0; i + ANCHOR_LENGTH <= sentence->length; i++)
    {
      const char *p = sentence->text + i;
      double first = get_new_count (pairs, pair_at (p), 0);
      double second = get_new_count (pairs, pair_at (p + 2), 1);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (pairs->keys, GUINT_TO_POINTER (key_at (p))));
      double cost = first * (pairs->sums[1] + second) + second * pairs->sums[0] +
                    COMPARISON_COST * n * get_count (pairs, pair_at (p)) *
                        get_count (pairs, pair_at (p + 2));

      if (memchr (p, ' ', ANCHOR_LENGTH) != NULL || cost >= least)
        continue;
      sentence->anchor = i;
      least = cost;
      found = TRUE;
    }
  if (found)
    {
      const char *anchor = sentence->text + sentence->anchor;

      use_pair (pairs, pair_at (anchor), 0);
      use_pair (pairs, pair_at (anchor + 2), 1);
      sentence->key = key_at (anchor);
      g_hash_table_insert (pairs->keys, GUINT_TO_POINTER (sentence->key),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (
                                                 pairs->keys, GUINT_TO_POINTER (sentence->key))) +
                                             1));
    }
  return found;
}

/* "common: access account action" */
static gboolean
count_common (const char *key, const char *value, gpointer user_data, GError **error)
{
  Pairs *pairs = user_data;

  if (!g_str_equal (key, "common"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "unknown key “%s”", key);
      return FALSE;
    }
  for (const char *p = value; p[1] != '\0'; p++)
    pairs->counts[pair_at (p)] += COMMON_WEIGHT;
  return TRUE;
}

static int
compare_buckets (gconstpointer a, gconstpointer b)
{
  guint first = bucket_of (((const Sentence *) a)->key);
  guint second = bucket_of (((const Sentence *) b)->key);

  return first < second ? -1 : first > second;
}

/**
 * winerror_sentences_prepare:
 * @self: sentences
 * @func: (scope call): called for each anchor
 * @user_data: data for @func
 *
 * Chooses where each sentence is recognized; after the last sentence is added and before the first
 * one is looked for.
 */
void
winerror_sentences_prepare (WinerrorSentences *self, WinerrorSentenceFunc func, gpointer user_data)
{
  g_autofree Pairs *pairs = g_new0 (Pairs, 1);

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  for (guint i = 0; i < MIN (self->n_english, self->sentences->len); i++)
    {
      const Sentence *sentence = &g_array_index (self->sentences, Sentence, i);

      for (gsize j = 0; j + 1 < sentence->length; j++)
        pairs->counts[pair_at (sentence->text + j)]++;
    }
  winerror_scan_data_read_built_in ("common.txt", count_common, pairs);

  pairs->keys = g_hash_table_new (NULL, NULL);
  g_hash_table_remove_all (self->by_text);
  for (guint i = 0; i < self->sentences->len;)
    {
      if (choose_anchor (&g_array_index (self->sentences, Sentence, i), pairs))
        i++;
      else
        g_array_remove_index (self->sentences, i);
    }
  g_hash_table_unref (pairs->keys);
  g_array_sort (self->sentences, compare_buckets);
  memset (self->buckets, 0, sizeof self->buckets);

  for (guint i = 0; i < self->sentences->len; i++)
    {
      const Sentence *sentence = &g_array_index (self->sentences, Sentence, i);

      guint16 *bucket = &self->buckets[bucket_of (sentence->key)];

      if (*bucket == 0)
        *bucket = (guint16) (i + 1);
      g_hash_table_insert (self->by_text, sentence->text, GSIZE_TO_POINTER ((gsize) i + 1));
      func (sentence->text + sentence->anchor, user_data);
    }
  self->prepared = TRUE;
}

/* Where the part of a sentence before its anchor begins in a text; NULL where it is not there. */
static const char *
match_before (const Sentence *sentence, const char *begin, const char *anchor)
{
  const char *p = anchor;

  for (gsize i = sentence->anchor; i > 0; i--)
    {
      if (sentence->text[i - 1] == ' ')
        {
          gsize size = blank_length_before (begin, p);

          if (size == 0)
            return NULL;
          for (; size > 0; size = blank_length_before (begin, p))
            p -= size;
        }
      else
        {
          if (p == begin || to_lower (p[-1]) != sentence->text[i - 1])
            return NULL;
          p--;
        }
    }
  return p;
}

/* Where the part that begins with the anchor ends. */
static const char *
match_after (const Sentence *sentence, const char *anchor, const char *end)
{
  const char *p = anchor;

  for (gsize i = sentence->anchor; i < sentence->length; i++)
    {
      if (sentence->text[i] == ' ')
        {
          gsize size = blank_length (p, end);

          if (size == 0)
            return NULL;
          for (; size > 0; size = blank_length (p, end))
            p += size;
        }
      else
        {
          if (p == end || to_lower (*p) != sentence->text[i])
            return NULL;
          p++;
        }
    }
  return p;
}

/* "Class does not exist" is part of many a sentence; it begins one after anything but a word in
 * small letters. */
static gboolean
may_begin_sentence (const char *begin, const char *start)
{
  gsize size;

  while ((size = blank_length_before (begin, start)) > 0)
    start -= size;
  return start == begin || (!g_ascii_islower (start[-1]) && (guchar) start[-1] < 0x80);
}

/* Whether a sentence is over where its last word ends: not where it goes on without a full stop. */
static gboolean
is_over (const char *p, const char *end)
{
  gsize size;

  if (winerror_context_is_word_start (p, end))
    return FALSE;
  while ((size = blank_length (p, end)) > 0)
    p += size;
  return p == end || g_ascii_isdigit (*p) ||
         (*p != ',' && !winerror_context_is_word_start (p, end));
}

/**
 * winerror_sentences_match:
 * @self: sentences
 * @begin: where the text begins
 * @anchor: where an anchor stands that winerror_sentences_prepare() reported, in any letter case
 * @end: where the text ends
 * @match: (out caller-allocates): return location for the sentence
 *
 * Compares a text with the sentences that have their anchor there.
 *
 * Returns: whether one matches; the longest one, where several do
 */
gboolean
winerror_sentences_match (WinerrorSentences *self,
                          const char *begin,
                          const char *anchor,
                          const char *end,
                          WinerrorSentenceMatch *match)
{
  guint32 key;
  guint bucket;
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && self->prepared, FALSE);

  if (end - anchor < ANCHOR_LENGTH)
    return FALSE;
  key = key_at (anchor);
  bucket = bucket_of (key);
  if (self->buckets[bucket] == 0)
    return FALSE;

  for (guint i = self->buckets[bucket] - 1u; i < self->sentences->len; i++)
    {
      const Sentence *sentence = &g_array_index (self->sentences, Sentence, i);
      const char *from;
      const char *to;
      gsize stop;

      if (bucket_of (sentence->key) != bucket)
        break;
      if (sentence->key != key)
        continue;
      to = match_after (sentence, anchor, end);
      from = to != NULL ? match_before (sentence, begin, anchor) : NULL;
      if (from == NULL || to - from > WINERROR_SENTENCE_MAX_LENGTH ||
          winerror_context_is_word_end (begin, from) ||
          (sentence->few_words && !may_begin_sentence (begin, from)))
        continue;

      stop = full_stop_length (to, end);
      if (stop == 0 && !is_over (to, end))
        continue;
      to += stop;
      if (found && (gsize) (to - from) <= match->length)
        continue;
      match->start = from;
      match->length = (gsize) (to - from);
      match->position = sentence->position;
      found = TRUE;
    }
  return found;
}
