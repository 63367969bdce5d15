// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-announcing-words.h"

G_BEGIN_DECLS

/**
 * WinerrorContextWord:
 * @start: where the word begins in the line
 * @end: where it ends
 * @roles: what it says about a number next to it
 *
 * A word of a line.
 */
typedef struct
{
  const char *start;
  const char *end;
  WinerrorRole roles;
} WinerrorContextWord;

gsize winerror_context_escape_at (const char *p, const char *end);
gsize winerror_context_escape_before (const char *begin, const char *p);

gboolean winerror_context_is_word_start (const char *p, const char *end);
gboolean winerror_context_is_word_end (const char *begin, const char *p);

gboolean
winerror_context_word_read_before (const char *begin, const char *p, WinerrorContextWord *word);
gboolean winerror_context_is_apostrophe (const char *p, const char *end);
gboolean winerror_context_word_read_at (const char *p, const char *end, WinerrorContextWord *word);

gboolean winerror_context_word_is_number (const WinerrorContextWord *word);
gboolean winerror_context_word_equals (const WinerrorContextWord *word, const char *text);
gboolean winerror_context_word_joins (const WinerrorContextWord *word, const char *to);

WinerrorRole
winerror_context_word_get_pair_roles (const char *begin, const WinerrorContextWord *word);
WinerrorRole winerror_context_word_get_stem_roles (const WinerrorContextWord *word);
gboolean winerror_context_has_role_before (const char *begin,
                                           const char *p,
                                           WinerrorRole roles,
                                           guint n_words);
gboolean winerror_context_has_any (const char *from, const char *to, const char *set);

G_END_DECLS
