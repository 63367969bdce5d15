// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorWord:
 * @start: where the word begins in the text, in bytes
 * @length: how long it is in the text, in bytes
 * @folded: the word as it is compared: see winerror_text_fold(); owned by the reader and valid
 * until its next step
 * @folded_length: length of @folded in bytes
 *
 * One word of a text.
 */
typedef struct
{
  gsize start;
  gsize length;
  const char *folded;
  gsize folded_length;
} WinerrorWord;

/**
 * WinerrorWordReader:
 *
 * Walks through the words of a text; lives on the stack. All fields are private.
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize offset;
  GString *folded;
} WinerrorWordReader;

void winerror_word_reader_init (WinerrorWordReader *reader, const char *text, gssize length);
gboolean winerror_word_reader_next (WinerrorWordReader *reader, WinerrorWord *word);
void winerror_word_reader_clear (WinerrorWordReader *reader);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WinerrorWordReader, winerror_word_reader_clear)

G_END_DECLS
