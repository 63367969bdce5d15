// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorTextClass:
 * @WINERROR_TEXT_GAP: between words
 * @WINERROR_TEXT_WORD: part of a word
 * @WINERROR_TEXT_JOINER: passed over inside a word: doesn't and doesnt are one word
 * @WINERROR_TEXT_IDEOGRAPHIC: of a script that does not separate its words
 *
 * What part a character has in words.
 */
typedef enum
{
  WINERROR_TEXT_GAP,
  WINERROR_TEXT_WORD,
  WINERROR_TEXT_JOINER,
  WINERROR_TEXT_IDEOGRAPHIC,
} WinerrorTextClass;

/* How much of what was found is repeated in a message, in characters. */
#define WINERROR_TEXT_MAX_QUOTED 60

WinerrorTextClass winerror_text_classify (gunichar c);
void winerror_text_append_folded (GString *out, const char *text, gsize length);
char *winerror_text_fold (const char *text, gssize length);
char *winerror_text_make_valid (const char *text, gssize length);
gboolean winerror_text_is_blank (const char *text);
void winerror_text_blank_sequences (char *text, gsize length);
char *winerror_text_abridge (const char *text, gsize length);
char *winerror_text_clean (const char *text);
char *winerror_text_clean_path (const char *path);
char *winerror_text_strip_hidden (const char *text, gsize length);
gboolean winerror_text_is_hidden (gunichar character);
gboolean winerror_text_is_ideographic (const char *text);
gboolean winerror_text_runs_from_right (gunichar letter);

G_END_DECLS
