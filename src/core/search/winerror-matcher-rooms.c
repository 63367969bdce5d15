// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The memory of a matcher: rooms for the entries that are looked at. */

#include "winerror-matcher-private.h"

#include <string.h>

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
make_rooms (WinerrorMatcher *self, guint n_first)
{
  guint n = n_first + WINERROR_MATCHER_MAX_FURTHER;

  g_free (self->rooms);
  g_free (self->touched);
  g_free (self->matched);
  self->n_first = n_first;
  self->rooms = g_new0 (WinerrorMatcherRoom, n);
  self->touched = g_new (guint32, n_first + 1);
  self->matched = g_new (guint32, n);
  if (self->sorted == NULL)
    self->sorted = g_new (guint32, WINERROR_MATCHER_MAX_FURTHER);
}

static void
make_places (WinerrorMatcher *self, guint n_entries)
{
  g_free (self->admitted);
  g_free (self->further);
  /* notes come and go */
  self->n_places = n_entries + n_entries / 8 + 1;
  self->admitted = g_new0 (guint32, self->n_places / 32 + 1);
  self->further = g_new (guint16, self->n_places);
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
  gboolean fits;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n_first <= n_entries);

  fits = n_entries < self->n_places && n_entries >= self->n_places / 4;
  self->prepared &= fits && n_first == self->n_first;
  self->n_entries = n_entries;
  if (self->rooms == NULL || n_first != self->n_first)
    make_rooms (self, n_first);
  if (!fits)
    make_places (self, n_entries);
}

/**
 * winerror_matcher_prepare:
 * @self: a matcher
 *
 * Does what the first queries would else have to wait for: the system takes its time to give the
 * memory.
 */
void
winerror_matcher_prepare (WinerrorMatcher *self)
{
  guint n_rooms;

  g_return_if_fail (self != NULL);

  if (self->prepared)
    return;
  n_rooms = self->n_first + WINERROR_MATCHER_MAX_FURTHER;
  memset (self->rooms, 0, n_rooms * sizeof *self->rooms);
  memset (self->touched, 0, self->n_first * sizeof *self->touched);
  memset (self->matched, 0, n_rooms * sizeof *self->matched);
  memset (self->admitted, 0, (self->n_places / 32 + 1) * sizeof *self->admitted);
  memset (self->further, 0, self->n_places * sizeof *self->further);
  self->prepared = TRUE;
}

/* Lists in order the entries beyond the first ones that have a room. There must be no more rooms.
 */
const guint32 *
winerror_matcher_list_further (WinerrorMatcher *self)
{
  if (self->n_sorted > 0)
    return self->sorted;
  for (guint i = self->n_first / 32; i <= self->n_entries / 32; i++)
    for (guint32 bits = self->admitted[i]; bits != 0; bits &= bits - 1)
      self->sorted[self->n_sorted++] = i * 32 + (guint32) __builtin_ctz (bits);
  return self->sorted;
}

/**
 * winerror_matcher_free:
 * @self: (transfer full): a matcher
 */
void
winerror_matcher_free (WinerrorMatcher *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->rooms);
  g_free (self->touched);
  g_free (self->matched);
  g_free (self->admitted);
  g_free (self->further);
  g_free (self->sorted);
  g_array_unref (self->words);
  g_free (self);
}
