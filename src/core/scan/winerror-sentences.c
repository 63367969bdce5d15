// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-sentences.h"

#include "winerror-anchors.h"
#include "winerror-context.h"
#include "winerror-scan-data.h"

#include <string.h>

/* How many lists of sentences there are to choose from by anchor; a power of two. */
#define N_BUCKETS 4096

/* Sentences of fewer words are found in texts that have nothing to do with Windows; those of a few
 * words are looked for only where a sentence may begin. */
#define MIN_WORDS 3
#define FEW_WORDS 4

typedef struct
{
  char *text; /* in small letters, one blank between words, ' for any apostrophe, no full stop at
                 the end */
  gsize length;
  gsize anchor; /* offset into text */
  guint32 key;  /* what stands there */
  guint *positions;
  guint n_positions;
  gboolean few_words;
  gboolean part; /* it may go on */
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

/* Where the blanks after a word of a sentence end, which one line break may be among: programs wrap
 * what they say. NULL where there are none. */
static const char *
skip_blanks (const char *p, const char *end)
{
  const char *from = p;
  gboolean wrapped = FALSE;

  for (;;)
    {
      gsize size = blank_length (p, end);

      if (size == 0 && !wrapped && p < end && *p == '\r' && end - p > 1 && p[1] == '\n')
        size = 1;
      if (size == 0 && !wrapped && p < end && *p == '\n')
        {
          wrapped = TRUE;
          size = 1;
        }
      if (size == 0)
        return p > from ? p : NULL;
      p += size;
    }
}

/* Where those before a word begin. */
static const char *
skip_blanks_before (const char *begin, const char *p)
{
  const char *from = p;
  gboolean wrapped = FALSE;

  for (;;)
    {
      gsize size = blank_length_before (begin, p);

      if (size == 0 && wrapped && p > begin && p[-1] == '\r' && *p == '\n')
        size = 1;
      if (size == 0 && !wrapped && p > begin && p[-1] == '\n')
        {
          wrapped = TRUE;
          size = 1;
        }
      if (size == 0)
        return p < from ? p : NULL;
      p -= size;
    }
}

/* Length in bytes of an apostrophe, typographic or not; 0 for anything else. */
static gsize
apostrophe_length (const char *p, const char *end)
{
  if (p < end && *p == '\'')
    return 1;
  if (end - p >= 3 && memcmp (p, "’", 3) == 0)
    return 3;
  return 0;
}

/* The same before @p. */
static gsize
apostrophe_length_before (const char *begin, const char *p)
{
  for (gsize n = 1; n <= 3 && n <= (gsize) (p - begin); n += 2)
    if (apostrophe_length (p - n, p) == n)
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

static guint
bucket_of (guint32 key)
{
  return key * 2654435761u >> 20; /* Fibonacci hashing; 32 - 20 bits for N_BUCKETS */
}

static void
sentence_clear (gpointer data)
{
  g_free (((Sentence *) data)->text);
  g_free (((Sentence *) data)->positions);
}

static void add_sentence (WinerrorSentences *self, const char *text, guint position, gboolean part);

/* "1326: Logon failure: unknown user name or bad password." */
static gboolean
add_line (WinerrorSentences *self,
          const char *key,
          const char *value,
          gboolean part,
          GError **error)
{
  guint64 code;
  guint position;

  if (!g_ascii_string_to_unsigned (key, 10, 0, G_MAXUINT32, &code, error))
    return FALSE;
  if (winerror_catalog_lookup_code (self->catalog, WINERROR_FAMILY_WIN32, (guint32) code,
                                    &position))
    add_sentence (self, value, position, part);
  return TRUE;
}

static gboolean
add_former (const char *key, const char *value, gpointer user_data, GError **error)
{
  return add_line (user_data, key, value, FALSE, error);
}

/* "1314: Dem Client fehlt ein erforderliches Recht" */
static gboolean
add_phrase (const char *key, const char *value, gpointer user_data, GError **error)
{
  return add_line (user_data, key, value, TRUE, error);
}

/**
 * winerror_sentences_new:
 * @catalog: the entries
 *
 * Returns: (transfer full): the English descriptions of the tables of record, as Windows has them
 *   now and as older versions had them, and by words of what it says in other languages and for
 *   entries of other tables, whose own descriptions no log has
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

  n = winerror_catalog_get_n_built_in (catalog);
  for (guint i = 0; i < n; i++)
    if (winerror_catalog_is_listed (catalog, i))
      winerror_sentences_add (
          self, winerror_entry_get_source_description (winerror_catalog_get_entry (catalog, i)), i);
  winerror_scan_data_read_built_in ("former.txt", add_former, self);
  self->n_english = self->sentences->len;
  winerror_scan_data_read_built_in ("phrases.txt", add_phrase, self);
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
      size = apostrophe_length (p, end);
      g_string_append_c (out, size > 0 ? '\'' : to_lower (*p));
      p += MAX (size, 1);
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

static void
add_position (Sentence *sentence, guint position)
{
  for (guint i = 0; i < sentence->n_positions; i++)
    if (sentence->positions[i] == position)
      return;
  sentence->positions = g_renew (guint, sentence->positions, sentence->n_positions + 1);
  sentence->positions[sentence->n_positions++] = position;
}

static void
add_sentence (WinerrorSentences *self, const char *text, guint position, gboolean part)
{
  g_autofree char *normal = NULL;
  Sentence sentence = { .part = part };
  gsize found;
  guint n_words;

  normal = normalize (text, &n_words);
  if (!is_long_enough (normal, n_words) || strlen (normal) > WINERROR_SENTENCE_MAX_LENGTH / 2 ||
      self->sentences->len == G_MAXUINT16)
    return;

  found = GPOINTER_TO_SIZE (g_hash_table_lookup (self->by_text, normal));
  if (found > 0)
    {
      add_position (&g_array_index (self->sentences, Sentence, found - 1), position);
      return;
    }

  add_position (&sentence, position);
  sentence.length = strlen (normal);
  sentence.few_words = !part && n_words <= FEW_WORDS && n_words >= MIN_WORDS;
  sentence.text = g_steal_pointer (&normal);
  g_array_append_val (self->sentences, sentence);
  g_hash_table_insert (self->by_text, sentence.text,
                       GSIZE_TO_POINTER ((gsize) self->sentences->len));
  self->prepared = FALSE;
}

/**
 * winerror_sentences_add:
 * @self: sentences
 * @text: a description, in any language
 * @position: the position of its entry in the catalog
 *
 * Adds a sentence that names an entry. One that is too short to be distinctive is passed over; one
 * that is there already names both entries.
 */
void
winerror_sentences_add (WinerrorSentences *self, const char *text, guint position)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  add_sentence (self, text, position, FALSE);
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
  g_autoptr (WinerrorAnchors) anchors = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  anchors = winerror_anchors_new ();
  for (guint i = 0; i < MIN (self->n_english, self->sentences->len); i++)
    winerror_anchors_count (anchors, g_array_index (self->sentences, Sentence, i).text);

  g_hash_table_remove_all (self->by_text);
  for (guint i = 0; i < self->sentences->len;)
    {
      Sentence *sentence = &g_array_index (self->sentences, Sentence, i);

      if (winerror_anchors_choose (anchors, sentence->text, &sentence->anchor))
        {
          sentence->key = winerror_anchors_get_key (sentence->text + sentence->anchor);
          i++;
        }
      else
        {
          g_array_remove_index (self->sentences, i);
        }
    }
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
          p = skip_blanks_before (begin, p);
          if (p == NULL)
            return NULL;
        }
      else if (sentence->text[i - 1] == '\'')
        {
          gsize size = apostrophe_length_before (begin, p);

          if (size == 0)
            return NULL;
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
          p = skip_blanks (p, end);
          if (p == NULL)
            return NULL;
        }
      else if (sentence->text[i] == '\'')
        {
          gsize size = apostrophe_length (p, end);

          if (size == 0)
            return NULL;
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
  g_return_val_if_fail (anchor != NULL, FALSE);

  if (end - anchor < WINERROR_ANCHOR_LENGTH)
    return FALSE;
  key = winerror_anchors_get_key (anchor);
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
      if (stop == 0 && !sentence->part && !is_over (to, end))
        continue;
      to += stop;
      if (found && (gsize) (to - from) <= match->length)
        continue;
      match->start = from;
      match->length = (gsize) (to - from);
      match->positions = sentence->positions;
      match->n_positions = sentence->n_positions;
      found = TRUE;
    }
  return found;
}
