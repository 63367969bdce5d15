// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WINERROR_N_TRIGGERS:
 *
 * How many kinds of things can be looked for; each is a bit, from 1.
 */
#define WINERROR_N_TRIGGERS 4

/**
 * WinerrorTriggers:
 * @table: by pair of bytes, the first one + 256 × the second one: the kinds of which it may be the
 *   first half in the lower four bits, those of which it may be the second half in the upper four
 * @starts: by hash of four bytes: the kinds that begin with them
 * @short_kinds: the kinds of which something begins with fewer bytes
 *
 * Finds the few places of a text that are worth a closer look: those where both the pair of bytes
 * there and the next pair are such that something may begin with them, and then all four bytes are.
 * In a log that is the case once or twice a line. All zeros are no triggers.
 */
typedef struct
{
  guint8 table[65536];
  guint8 starts[65536];
  guint short_kinds;
} WinerrorTriggers;

/**
 * WinerrorTriggerFunc:
 * @place: a place of the text
 * @kinds: the bits of what may begin there
 * @user_data: what was given to winerror_triggers_run()
 *
 * Looks more closely.
 */
typedef void (*WinerrorTriggerFunc) (const char *place, guint kinds, gpointer user_data);

void winerror_triggers_add_exact (WinerrorTriggers *self, const char *start, guint kind);
void winerror_triggers_add (WinerrorTriggers *self, const char *start, guint kind);

guint winerror_triggers_test (const WinerrorTriggers *self, const char *place, const char *end);
void winerror_triggers_run (const WinerrorTriggers *self,
                            const char *text,
                            const char *end,
                            WinerrorTriggerFunc func,
                            gpointer user_data);

G_END_DECLS
