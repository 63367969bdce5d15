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

WinerrorSpelling winerror_spelling_new (const char *word, gsize length);
gboolean winerror_spelling_is_near (const WinerrorSpelling *self,
                                    const WinerrorSpelling *other,
                                    guint distance);
gboolean winerror_spelling_is_similar (const char *a,
                                       gsize a_length,
                                       const char *b,
                                       gsize b_length,
                                       guint distance);

G_END_DECLS
