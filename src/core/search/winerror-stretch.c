// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Which parts of a text matched where words are not parted by blanks: the pairs of characters that
 * are searched for are no words, and one alone may stand inside of another word. */

#include "winerror-stretch.h"

#include "winerror-query-text.h"
#include "winerror-text.h"

/* A whole stretch of a text that is a part of one of the query is a word from so many characters
 * on. */
#define MIN_WHOLE 3

/* The one character of half-width Katakana that is of no script of its own. */
#define HALF_WIDTH_LONG_VOWEL 0xFF70

typedef enum
{
  SCRIPT_HAN,
  SCRIPT_HIRAGANA,
  SCRIPT_KATAKANA,
  SCRIPT_HANGUL,
} Script;

/* A character with the marks that belong to it. */
typedef struct
{
  gsize start;
  gsize end;
  gunichar folded;
  Script script;
  gboolean marked;
} Cluster;

#define CLUSTER(clusters, i) (&g_array_index ((clusters), Cluster, (i)))

/**
 * winerror_stretch_begins:
 * @text: UTF-8 text
 *
 * Returns: whether it begins with a character of a script that is searched for in pairs
 */
gboolean
winerror_stretch_begins (const char *text)
{
  return (guchar) *text >= 0x80 &&
         winerror_text_classify (g_utf8_get_char (text)) == WINERROR_TEXT_IDEOGRAPHIC;
}

static Script
get_script (gunichar c)
{
  if (c == 0x30FC) /* the long vowel mark of Katakana */
    return SCRIPT_KATAKANA;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HIRAGANA:
      return SCRIPT_HIRAGANA;
    case G_UNICODE_SCRIPT_KATAKANA:
      return SCRIPT_KATAKANA;
    case G_UNICODE_SCRIPT_HANGUL:
      return SCRIPT_HANGUL;
    default:
      return SCRIPT_HAN;
    }
}

/* Whether a character belongs to the one before: a mark, the voiced marks of half-width Katakana,
 * and the vowels and final consonants that a syllable of Hangul is made of. */
static gboolean
continues_cluster (gunichar c)
{
  return g_unichar_ismark (c) || c == 0xFF9E || c == 0xFF9F || (c >= 0x1160 && c <= 0x11FF);
}

/* Nearly all of these scripts is folded already: folding takes longer than all else. */
static gboolean
is_plain (gunichar c)
{
  return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

static gunichar
fold (const char *text, gsize length, GString *folded)
{
  gunichar c = g_utf8_get_char (text);

  if (is_plain (c) && g_utf8_next_char (text) == text + length)
    return c;
  g_string_truncate (folded, 0);
  winerror_text_append_folded (folded, text, length);
  return folded->len > 0 ? g_utf8_get_char (folded->str) : c;
}

/* Reads the characters of a run, and returns where it ends. */
static gsize
read_run (const char *text, gsize start, GArray *clusters)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  gsize end = start;

  g_array_set_size (clusters, 0);
  while (winerror_stretch_begins (text + end) ||
         (end > start && g_utf8_get_char (text + end) == HALF_WIDTH_LONG_VOWEL))
    {
      Cluster cluster = { .start = end };
      const char *next = g_utf8_next_char (text + end);

      while (*next != '\0' && continues_cluster (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      end = (gsize) (next - text);
      cluster.end = end;
      cluster.folded = fold (text + cluster.start, end - cluster.start, folded);
      cluster.script = get_script (cluster.folded);
      g_array_append_val (clusters, cluster);
    }
  return end;
}

static guint
find_script_end (GArray *clusters, guint first)
{
  guint end = first + 1;

  while (end < clusters->len &&
         CLUSTER (clusters, end)->script == CLUSTER (clusters, first)->script)
    end++;
  return end;
}

/**
 * winerror_stretch_read_query:
 * @query: a query: see winerror_query_text_tidy()
 *
 * Reads what a query has of scripts that do not part their words, up to
 * %WINERROR_QUERY_TEXT_MAX_WORDS characters.
 *
 * Returns: (transfer full) (element-type GArray): its stretches of one script each
 */
GPtrArray *
winerror_stretch_read_query (const char *query)
{
  GPtrArray *stretches = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (Cluster));
  guint n = 0;

  for (const char *p = query; *p != '\0' && n < WINERROR_QUERY_TEXT_MAX_WORDS;)
    {
      if (!winerror_stretch_begins (p))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      p += read_run (p, 0, clusters);
      if (clusters->len > WINERROR_QUERY_TEXT_MAX_WORDS - n)
        g_array_set_size (clusters, WINERROR_QUERY_TEXT_MAX_WORDS - n);
      n += clusters->len;
      for (guint first = 0; first < clusters->len;)
        {
          guint end = find_script_end (clusters, first);
          GArray *stretch = g_array_new (FALSE, FALSE, sizeof (Cluster));

          g_array_append_vals (stretch, CLUSTER (clusters, first), end - first);
          g_ptr_array_add (stretches, stretch);
          first = end;
        }
    }
  return stretches;
}

/* Whether a set has the pair of characters @i and @i + 1, or where @single, character @i. */
static gboolean
has_pair (GHashTable *set, GArray *clusters, guint i, gboolean single)
{
  char pair[13];
  int length = g_unichar_to_utf8 (CLUSTER (clusters, i)->folded, pair);

  if (!single)
    length += g_unichar_to_utf8 (CLUSTER (clusters, i + 1)->folded, pair + length);
  pair[length] = '\0';
  return g_hash_table_contains (set, pair);
}

static gboolean
is_found (WinerrorAnswer *answer, GArray *clusters, guint i)
{
  return has_pair (answer->matched_terms, clusters, i, FALSE) ||
         has_pair (answer->expansions, clusters, i, FALSE);
}

/* Whether @n characters from @i on have a word of the query that was found. */
static gboolean
has_match (WinerrorAnswer *answer, GArray *clusters, guint i, guint n)
{
  if (n == 1)
    return has_pair (answer->matched_terms, clusters, i, TRUE);
  for (guint j = i; j + 1 < i + n; j++)
    if (has_pair (answer->matched_terms, clusters, j, FALSE))
      return TRUE;
  return FALSE;
}

static void
mark (GArray *clusters, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    CLUSTER (clusters, i)->marked = TRUE;
}

/* Marks what a stretch of the query and one of the text have in common: two thirds of the query's,
 * all of the text's, or where particles are attached, the beginning. */
static void
mark_common (WinerrorAnswer *answer, GArray *clusters, guint first, guint end, GArray *stretch)
{
  for (guint i = first; i < end; i++)
    for (guint j = 0; j < stretch->len; j++)
      {
        guint n = 0;

        if (i > first && j > 0 &&
            CLUSTER (clusters, i - 1)->folded == CLUSTER (stretch, j - 1)->folded)
          continue;
        while (i + n < end && j + n < stretch->len &&
               CLUSTER (clusters, i + n)->folded == CLUSTER (stretch, j + n)->folded)
          n++;
        if (n > 0 &&
            (3 * n >= 2 * stretch->len || (n == end - first && n >= MIN_WHOLE) ||
             (CLUSTER (clusters, i)->script == SCRIPT_HANGUL && i == first && j == 0 &&
              2 * n >= stretch->len)) &&
            has_match (answer, clusters, i, n))
          mark (clusters, i, i + n);
      }
}

/* Marks a stretch of the text that is another word for one of the query, as far as two thirds of
 * it can be told. Some of its pairs may be stop words. */
static void
mark_expansion (WinerrorAnswer *answer, GArray *clusters, guint first, guint end)
{
  for (guint i = first; i + 1 < end; i++)
    {
      guint last = i;
      gboolean other = FALSE;

      for (; last + 1 < end && is_found (answer, clusters, last); last++)
        other |= !has_pair (answer->matched_terms, clusters, last, FALSE);
      if (other && 3 * (last + 1 - i) >= 2 * (end - first))
        mark (clusters, CLUSTER (clusters, i)->script == SCRIPT_KATAKANA ? first : i,
              CLUSTER (clusters, i)->script == SCRIPT_KATAKANA ? end : last + 1);
      i = last;
    }
}

static void
mark_stretch (WinerrorAnswer *answer, GArray *clusters, guint first, guint end)
{
  Script script = CLUSTER (clusters, first)->script;

  for (guint i = 0; answer->stretches != NULL && i < answer->stretches->len; i++)
    {
      GArray *stretch = answer->stretches->pdata[i];

      /* pairs of Han characters are words as a rule */
      if (CLUSTER (stretch, 0)->script == script && (script != SCRIPT_HAN || stretch->len == 1))
        mark_common (answer, clusters, first, end, stretch);
    }
  if (script == SCRIPT_KATAKANA || script == SCRIPT_HANGUL)
    mark_expansion (answer, clusters, first, end);
}

/* Whether two characters may be marked for they are a pair that was found: two Han characters, one
 * with an ending in Hiragana, and one that makes a compound with a marked word. */
static gboolean
may_join (const Cluster *left, const Cluster *right)
{
  if (left->script == SCRIPT_HAN)
    return right->script == SCRIPT_HAN || right->script == SCRIPT_HIRAGANA || right->marked;
  return left->marked &&
         right->script == (left->script == SCRIPT_HIRAGANA ? SCRIPT_HIRAGANA : SCRIPT_HAN);
}

static void
mark_pairs (WinerrorAnswer *answer, GArray *clusters)
{
  if (clusters->len == 1 && has_pair (answer->expansions, clusters, 0, TRUE))
    mark (clusters, 0, 1);
  for (guint i = 0; i + 1 < clusters->len; i++)
    if (may_join (CLUSTER (clusters, i), CLUSTER (clusters, i + 1)) &&
        is_found (answer, clusters, i))
      mark (clusters, i, i + 2);
}

/**
 * winerror_stretch_find_ranges:
 * @answer: an answer
 * @text: UTF-8 text
 * @start: where a run of characters begins that are searched for in pairs, in bytes
 * @ranges: (element-type WinerrorRange): where the parts of the run that matched are added
 *
 * Finds the parts of a run that matched the query. A pair of Han characters is a word as a rule;
 * of what is written in an alphabet or in syllables, most of the word must stand there: a part of
 * it may be a part of any other.
 *
 * Returns: where the run ends, in bytes
 */
gsize
winerror_stretch_find_ranges (WinerrorAnswer *answer, const char *text, gsize start, GArray *ranges)
{
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (Cluster));
  gsize end = read_run (text, start, clusters);

  for (guint first = 0; first < clusters->len;)
    {
      guint last = find_script_end (clusters, first);

      mark_stretch (answer, clusters, first, last);
      first = last;
    }
  mark_pairs (answer, clusters);

  for (guint i = 0; i < clusters->len; i++)
    {
      const Cluster *cluster = CLUSTER (clusters, i);
      WinerrorRange range = { .start = cluster->start, .length = cluster->end - cluster->start };
      WinerrorRange *last = ranges->len > 0
                                ? &g_array_index (ranges, WinerrorRange, ranges->len - 1)
                                : NULL;

      if (!cluster->marked)
        continue;
      if (last != NULL && last->start + last->length == range.start)
        last->length += range.length;
      else
        g_array_append_val (ranges, range);
    }
  return end;
}
