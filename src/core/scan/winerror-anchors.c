// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-anchors.h"

#include "winerror-scan-data.h"

#include <string.h>

/* How often a word that logs are full of occurs, for each time that one of a description does; and
 * how much dearer four bytes of such a word are than their pairs make them: what looks for anchors
 * passes over pairs at next to no cost, but stops at each anchor. */
#define COMMON_WEIGHT 16
#define COMMON_ANCHOR 1000

/* How many places at which the pairs are those of anchors, and the bytes are of none, one
 * comparison with a text is worth. */
#define COMPARISON_COST 6

/* The pairs of bytes that anchors are made of: how often each is to be expected in a log, and which
 * are in use. What looks for anchors tests the two pairs of one for themselves, so every pair that
 * is in use as a first half goes with every second half. */
struct _WinerrorAnchors
{
  guint counts[65536];
  guint8 used[65536]; /* bit 0: as a first half; bit 1: as a second half */
  double sums[2];     /* of the counts of those in use */
  GHashTable *keys;   /* key -> how many texts have it as their anchor */
  GHashTable *common; /* the keys that are part of words that logs are full of */
};

static guint
pair_at (const char *p)
{
  return (guint) (guchar) p[0] << 8 | (guchar) p[1];
}

/* "common: access account action" */
static gboolean
count_common (const char *key, const char *value, gpointer user_data, GError **error)
{
  WinerrorAnchors *self = user_data;

  if (!g_str_equal (key, "common"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "unknown key “%s”", key);
      return FALSE;
    }
  for (const char *p = value; p[1] != '\0'; p++)
    {
      self->counts[pair_at (p)] += COMMON_WEIGHT;
      if (strlen (p) >= WINERROR_ANCHOR_LENGTH && memchr (p, ' ', WINERROR_ANCHOR_LENGTH) == NULL)
        g_hash_table_add (self->common, GUINT_TO_POINTER (winerror_anchors_get_key (p)));
    }
  return TRUE;
}

/**
 * winerror_anchors_new:
 *
 * Returns: (transfer full): a chooser that knows the words of data/scan/common.txt
 */
WinerrorAnchors *
winerror_anchors_new (void)
{
  WinerrorAnchors *self = g_new0 (WinerrorAnchors, 1);

  self->keys = g_hash_table_new (NULL, NULL);
  self->common = g_hash_table_new (NULL, NULL);
  winerror_scan_data_read_built_in ("common.txt", count_common, self);
  return self;
}

/**
 * winerror_anchors_free:
 * @self: (transfer full): a chooser
 */
void
winerror_anchors_free (WinerrorAnchors *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->common);
  g_free (self);
}

/**
 * winerror_anchors_count:
 * @self: a chooser
 * @text: text in small letters as it is in logs
 *
 * Makes known how often pairs of bytes are to be expected.
 */
void
winerror_anchors_count (WinerrorAnchors *self, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (text[0] != '\0')
    for (const char *p = text; p[1] != '\0'; p++)
      self->counts[pair_at (p)]++;
}

/* Most logs are in ASCII but for a few names. */
static double
get_count (const WinerrorAnchors *self, guint pair)
{
  return (pair & 0x8080) != 0 ? 0.1 : self->counts[pair] + 1;
}

static double
get_new_count (const WinerrorAnchors *self, guint pair, guint half)
{
  return (self->used[pair] & 1u << half) != 0 ? 0 : get_count (self, pair);
}

static void
use_pair (WinerrorAnchors *self, guint pair, guint half)
{
  self->sums[half] += get_new_count (self, pair, half);
  self->used[pair] |= (guint8) (1u << half);
}

/* The cost of an anchor, or another value above @limit where it is above that. */
static double
get_cost (const WinerrorAnchors *self, const char *p, double limit)
{
  double first = get_new_count (self, pair_at (p), 0);
  double second = get_new_count (self, pair_at (p + 2), 1);
  double crossed = first * (self->sums[1] + second) + second * self->sums[0];
  double own = get_count (self, pair_at (p)) * get_count (self, pair_at (p + 2));
  double comparisons = COMPARISON_COST;
  gpointer key;

  if (crossed + comparisons * own > limit)
    return G_MAXDOUBLE;
  key = GUINT_TO_POINTER (winerror_anchors_get_key (p));
  comparisons += GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, key));
  if (g_hash_table_contains (self->common, key))
    comparisons *= COMMON_ANCHOR;
  return crossed + comparisons * own;
}

/**
 * winerror_anchors_choose:
 * @self: a chooser
 * @text: text in small letters that is to be found
 * @offset: (out): the offset of its anchor
 *
 * Chooses the place in a text that makes for the fewest places more at which a log is to be looked
 * at.
 *
 * Returns: whether there is one
 */
gboolean
winerror_anchors_choose (WinerrorAnchors *self, const char *text, gsize *offset)
{
  gboolean found = FALSE;
  double least = G_MAXDOUBLE;
  gpointer key;
  gsize length;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (offset != NULL, FALSE);

  length = strlen (text);
  for (gsize i = 0; i + WINERROR_ANCHOR_LENGTH <= length; i++)
    {
      double cost;

      /* blanks and apostrophes are written in several ways */
      if (memchr (text + i, ' ', WINERROR_ANCHOR_LENGTH) != NULL ||
          memchr (text + i, '\'', WINERROR_ANCHOR_LENGTH) != NULL)
        continue;
      cost = get_cost (self, text + i, least);
      if (cost >= least)
        continue;
      *offset = i;
      least = cost;
      found = TRUE;
    }
  if (!found)
    return FALSE;

  text += *offset;
  use_pair (self, pair_at (text), 0);
  use_pair (self, pair_at (text + 2), 1);
  key = GUINT_TO_POINTER (winerror_anchors_get_key (text));
  g_hash_table_insert (self->keys, key,
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, key)) +
                                         1));
  return TRUE;
}

/**
 * winerror_anchors_get_key:
 * @p: %WINERROR_ANCHOR_LENGTH bytes
 *
 * Returns: the bytes as a number; the same, if not for them alone, in small letters and in capitals
 */
guint32
winerror_anchors_get_key (const char *p)
{
  guint32 key;

  G_STATIC_ASSERT (sizeof key == WINERROR_ANCHOR_LENGTH);

  memcpy (&key, p, sizeof key);
  return key | 0x20202020u;
}
