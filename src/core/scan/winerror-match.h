// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"
#include "winerror-code.h"

G_BEGIN_DECLS

/**
 * WINERROR_MATCH_UNLISTED:
 *
 * In place of the position of an entry: no table holds the code.
 */
#define WINERROR_MATCH_UNLISTED G_MAXUINT

/**
 * WinerrorMatch:
 * @start: where the code stands in the text, in bytes
 * @length: how long it is, in bytes
 * @code: its reading
 * @position: position of its entry in the catalog; %WINERROR_MATCH_UNLISTED where no table holds it
 * @win32: the Win32 code that it is or becomes; 0 for none
 * @announced: the text says that it is a code
 * @sentence: it is not a code but the description of an entry
 *
 * A code in a text.
 */
typedef struct
{
  gsize start;
  gsize length;
  WinerrorCode code;
  guint position;
  guint32 win32;
  gboolean announced;
  gboolean sentence;
} WinerrorMatch;

void winerror_match_remove_repetitions (GArray *matches, const char *text);
void winerror_match_add_win32 (GArray *matches, const char *text, WinerrorCatalog *catalog);

G_END_DECLS
