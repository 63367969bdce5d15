// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorSpelling:
 * @letters: one bit for each character that the word has; several share one
 * @length: how many characters it has; 0 where there are too many, and nothing is similar
 *
 * What tells most words from those that are similar to them, without a look at their text.
 */
typedef struct
{
  guint32 letters[2];
  guint32 length;
} WinerrorSpelling;

/**
 * WinerrorSpellingGroup:
 * @any: one bit for each character that any of the words has
 * @all: one bit for each character that all of them have
 * @shortest: how many characters the shortest of them has; those do not count that nothing is
 *   similar to
 * @longest: how many the longest has; 0 where there is none
 *
 * What several words have in common, to pass over all of them at once.
 */
typedef struct
{
  guint32 any[2];
  guint32 all[2];
  guint16 shortest;
  guint16 longest;
} WinerrorSpellingGroup;

WinerrorSpelling winerror_spelling_new (const char *word, gsize length);

gboolean winerror_spelling_is_near (const WinerrorSpelling *self,
                                    const WinerrorSpelling *other,
                                    guint distance);

void winerror_spelling_group_add (WinerrorSpellingGroup *self, const WinerrorSpelling *spelling);
gboolean winerror_spelling_group_may_have (const WinerrorSpellingGroup *self,
                                           const WinerrorSpelling *spelling,
                                           guint distance);

gboolean winerror_spelling_group_has_letters (const WinerrorSpellingGroup *self,
                                              const WinerrorSpelling *spelling);

gboolean winerror_spelling_is_similar (const char *a,
                                       gsize a_length,
                                       const char *b,
                                       gsize b_length,
                                       guint distance);

G_END_DECLS
