// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The memory of a matcher: room for each entry. */

#include "winerror-matcher-private.h"

#include <string.h>

/* For how many entries memory is prepared in a turn. */
#define PREPARED_A_TURN 32768

/**
 * winerror_matcher_new:
 * @n_entries: how many entries the catalog has
 * @n_first: how many of them are looked at in any case; of the others, only so many as a key stroke
 *   has time for
 *
 * Returns: (transfer full): a matcher
 */
WinerrorMatcher *
winerror_matcher_new (guint n_entries, guint n_first)
{
  WinerrorMatcher *self = g_new0 (WinerrorMatcher, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  winerror_matcher_resize (self, n_entries, n_first);
  return self;
}

static void
free_rooms (WinerrorMatcher *self)
{
  g_free (self->tallies);
  g_free (self->matches);
  g_free (self->admitted);
  g_free (self->touched);
  g_free (self->matched);
}

/**
 * winerror_matcher_resize:
 * @self: a matcher
 * @n_entries: how many entries the catalog has now
 * @n_first: how many of them are looked at in any case
 *
 * Is for another catalog from now on. What has been prepared stays where it can.
 */
void
winerror_matcher_resize (WinerrorMatcher *self, guint n_entries, guint n_first)
{
  g_return_if_fail (self != NULL);

  self->n_entries = n_entries;
  self->n_first = n_first;
  if (n_entries < self->n_rooms && n_entries >= self->n_rooms / 4)
    return;
  free_rooms (self);
  /* notes come and go */
  self->n_rooms = n_entries + n_entries / 8 + 1;
  self->n_prepared = 0;
  self->tallies = g_new0 (WinerrorMatcherTally, self->n_rooms);
  self->matches = g_new0 (WinerrorMatcherMatch, self->n_rooms);
  self->admitted = g_new0 (guint32, self->n_rooms / 32 + 1);
  self->touched = g_new (guint32, self->n_rooms);
  self->matched = g_new (guint32, self->n_rooms);
}

/**
 * winerror_matcher_prepare:
 * @self: a matcher
 *
 * Does a part of what the first queries would else have to wait for: with a million entries the
 * system takes longer than a frame to give the memory.
 *
 * Returns: whether there is more to prepare
 */
gboolean
winerror_matcher_prepare (WinerrorMatcher *self)
{
  guint first;
  guint n;

  g_return_val_if_fail (self != NULL, FALSE);

  first = self->n_prepared;
  n = MIN (PREPARED_A_TURN, self->n_rooms - first);
  memset (self->tallies + first, 0, n * sizeof *self->tallies);
  memset (self->matches + first, 0, n * sizeof *self->matches);
  memset (self->touched + first, 0, n * sizeof *self->touched);
  memset (self->matched + first, 0, n * sizeof *self->matched);
  self->n_prepared += n;
  return self->n_prepared < self->n_rooms;
}

/**
 * winerror_matcher_free:
 * @self: (transfer full): a matcher
 */
void
winerror_matcher_free (WinerrorMatcher *self)
{
  g_return_if_fail (self != NULL);

  free_rooms (self);
  g_array_unref (self->words);
  g_free (self);
}
