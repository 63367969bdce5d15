// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-triggers.h"

#include <string.h>

#define PAIR_LENGTH 2
#define MAX_LENGTH  (2 * PAIR_LENGTH)

/* How many places are tested at once, where the first halves at them are, and what is above them.
 */
#define N_PLACES    6
#define HALVES_MASK 0x0F0F0F0F0F0Fu
#define BLOCK_SHIFT 48

/* How many times that is done before what was found is looked at. */
#define N_BLOCKS 512

/* A place where something begins */
typedef struct
{
  guint16 offset;
  guint16 kinds;
} Place;

/* Where the kinds of four bytes are, the same in small letters and in capitals. */
static inline guint
hash_start (const char *p)
{
  guint32 start;

  memcpy (&start, p, MAX_LENGTH);
  return (start | 0x20202020u) * 2654435761u >> 16; /* Fibonacci hashing; 32 - 16 bits */
}

/* Adds kinds for the pairs that begin with up to two bytes. */
static void
add_half (WinerrorTriggers *self, const char *bytes, gsize length, guint8 kinds)
{
  guint first_from = length > 0 ? (guchar) bytes[0] : 0;
  guint first_to = length > 0 ? (guchar) bytes[0] : 255;
  guint second_from = length > 1 ? (guchar) bytes[1] : 0;
  guint second_to = length > 1 ? (guchar) bytes[1] : 255;

  /* anything may follow what was added before: that is so already */
  if (length == 0 && (self->table[0] & self->table[G_MAXUINT16] & kinds) == kinds)
    return;
  for (guint first = first_from; first <= first_to; first++)
    for (guint second = second_from; second <= second_to; second++)
      self->table[first | second << 8] |= kinds;
}

/**
 * winerror_triggers_add_exact:
 * @self: triggers
 * @start: how something begins, of which the first four bytes count
 * @kind: the bit of what it is
 *
 * Adds something to look for, in this letter case only.
 */
void
winerror_triggers_add_exact (WinerrorTriggers *self, const char *start, guint kind)
{
  gsize length;
  gsize first;

  g_return_if_fail (self != NULL);
  g_return_if_fail (start != NULL);
  g_return_if_fail (kind > 0 && kind < 1u << WINERROR_N_TRIGGERS);

  length = MIN (strlen (start), MAX_LENGTH);
  first = MIN (length, PAIR_LENGTH);
  add_half (self, start, first, (guint8) kind);
  add_half (self, start + first, length - first, (guint8) (kind << WINERROR_N_TRIGGERS));
  if (length == MAX_LENGTH)
    self->starts[hash_start (start)] |= (guint8) kind;
  else
    self->short_kinds |= kind;
}

/**
 * winerror_triggers_add:
 * @self: triggers
 * @start: how something begins, of which the first four bytes count; in any letter case
 * @kind: the bit of what it is
 *
 * Adds something to look for.
 */
void
winerror_triggers_add (WinerrorTriggers *self, const char *start, guint kind)
{
  gsize length;

  g_return_if_fail (self != NULL);
  g_return_if_fail (start != NULL);

  length = MIN (strlen (start), MAX_LENGTH);
  for (guint cases = 0; cases < 1u << length; cases++)
    {
      char variant[MAX_LENGTH + 1] = { 0 };

      for (gsize i = 0; i < length; i++)
        variant[i] = (cases & 1u << i) != 0 ? g_ascii_toupper (start[i])
                                            : g_ascii_tolower (start[i]);
      winerror_triggers_add_exact (self, variant, kind);
    }
}

/* The pair at a place; zeros follow the text. */
static guint
pair_at (const char *p, const char *end)
{
  guint first = p < end ? (guchar) p[0] : 0;
  guint second = end - p > 1 ? (guchar) p[1] : 0;

  return first | second << 8;
}

/* Of the kinds of which the pairs at a place are, those that may begin there. */
static inline guint
check_start (const WinerrorTriggers *self, const char *place, guint kinds)
{
  return kinds & (self->starts[hash_start (place)] | self->short_kinds);
}

/**
 * winerror_triggers_test:
 * @self: triggers
 * @place: a place of a text
 * @end: where the text ends
 *
 * Returns: the bits of what may begin there
 */
guint
winerror_triggers_test (const WinerrorTriggers *self, const char *place, const char *end)
{
  const char *next = place + MIN (PAIR_LENGTH, end - place);

  guint kinds = self->table[pair_at (place, end)] &
                self->table[pair_at (next, end)] >> WINERROR_N_TRIGGERS;

  return end - place >= MAX_LENGTH ? check_start (self, place, kinds) : kinds;
}

/**
 * winerror_triggers_run:
 * @self: triggers
 * @text: a text
 * @end: where it ends
 * @func: (scope call): called for each place where something may begin, in order
 * @user_data: data for @func
 *
 * Goes through a text. Six places are tested at once, and each pair is looked up once: as the
 * second half for the place two bytes before it, then as the first half for its own. What is found
 * is put down whether or not there is something, and counted where there is: to jump over it costs
 * more, for a processor guesses wrong whether to.
 */
void
winerror_triggers_run (const WinerrorTriggers *self,
                       const char *text,
                       const char *end,
                       WinerrorTriggerFunc func,
                       gpointer user_data)
{
  const guint8 *table = self->table;
  const char *p = text;
  guint64 pairs;

  if (text == end)
    return;

  pairs = table[pair_at (p, end)] | (guint64) table[pair_at (p + 1, end)] << 8;
  while (end - p >= N_PLACES + MAX_LENGTH)
    {
      guint64 found[N_BLOCKS];
      Place places[N_BLOCKS * N_PLACES];
      const char *begin = p;
      gsize n = 0;
      gsize n_places = 0;

      for (guint64 i = 0; i < N_BLOCKS && end - p >= N_PLACES + MAX_LENGTH; i++)
        {
          guint64 bytes;
          guint64 hits;

          memcpy (&bytes, p + PAIR_LENGTH, sizeof bytes);
          bytes = GUINT64_FROM_LE (bytes);
          pairs |= (guint64) table[bytes & 0xFFFF] << 16 |
                   (guint64) table[bytes >> 8 & 0xFFFF] << 24 |
                   (guint64) table[bytes >> 16 & 0xFFFF] << 32 |
                   (guint64) table[bytes >> 24 & 0xFFFF] << 40 |
                   (guint64) table[bytes >> 32 & 0xFFFF] << 48 |
                   (guint64) table[bytes >> 40 & 0xFFFF] << 56;
          hits = pairs & pairs >> (8 * PAIR_LENGTH + WINERROR_N_TRIGGERS) & HALVES_MASK;
          pairs >>= 8 * N_PLACES;
          found[n] = i << BLOCK_SHIFT | hits;
          n += hits != 0;
          p += N_PLACES;
        }
      for (gsize i = 0; i < n; i++)
        {
          const gsize block = (gsize) (found[i] >> BLOCK_SHIFT) * N_PLACES;
          guint64 hits = found[i] & HALVES_MASK;

          do
            {
              guint i_place = (guint) __builtin_ctzll (hits) / 8;
              gsize offset = block + i_place;
              guint kinds = check_start (self, begin + offset, hits >> (8 * i_place) & 0x0F);

              hits &= ~((guint64) 0x0F << (8 * i_place));
              places[n_places] = (Place){ .offset = (guint16) offset, .kinds = (guint16) kinds };
              n_places += kinds != 0;
            }
          while (hits != 0);
        }
      for (gsize i = 0; i < n_places; i++)
        func (begin + places[i].offset, places[i].kinds, user_data);
    }
  for (; p < end; p++)
    {
      guint kinds = winerror_triggers_test (self, p, end);

      if (kinds != 0)
        func (p, kinds, user_data);
    }
}
