// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"

G_BEGIN_DECLS

/**
 * WinerrorQueryReadings:
 * @answer: where entries are added
 * @text: the query
 * @families: a bit, 1 << family, for each family that its words are about
 * @among_words: whether it is more than a number
 * @is_device: whether the number that is added stands there as Device Manager writes it
 * @is_message: whether it heads a message, as Windows Installer writes it
 * @is_foreign: whether words make it a number of some other program, whose codes are as small
 * @n_found: how many entries were added
 *
 * What the numbers of one query stand for.
 */
typedef struct
{
  WinerrorAnswer *answer;
  const char *text;
  guint families;
  gboolean among_words;
  gboolean is_device;
  gboolean is_message;
  gboolean is_foreign;
  guint n_found;
} WinerrorQueryReadings;

void
winerror_query_readings_set_place (WinerrorQueryReadings *self, const char *from, const char *to);
gboolean
winerror_query_readings_add (WinerrorQueryReadings *self, const WinerrorCode *readings, guint n);
gboolean winerror_query_readings_is_named (const WinerrorQueryReadings *self,
                                           const WinerrorCode *readings,
                                           guint n);
void winerror_query_readings_explain (WinerrorQueryReadings *self,
                                      const WinerrorCode *readings,
                                      guint n);

G_END_DECLS
