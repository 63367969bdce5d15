// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-language.h"

G_BEGIN_DECLS

/**
 * WINERROR_ADVICE_RESOURCES:
 *
 * The folder of the files of built-in advice among the resources of a program.
 */
#define WINERROR_ADVICE_RESOURCES "/io/github/winerror/Winerror/advice/"

/**
 * WinerrorAdvice:
 * @means: what the error usually means, in English
 * @checks: (array zero-terminated=1): what to check, the likeliest first, in English
 * @see_also: (array zero-terminated=1): keys of related entries: see winerror_entry_dup_key()
 * @source_uri: (nullable): address of a public page that says so
 *
 * Advice on an error code, in Winerror's own words. Immutable.
 */
typedef struct
{
  char *means;
  char **checks;
  char **see_also;
  char *source_uri;
} WinerrorAdvice;

/**
 * WinerrorAdviceBook:
 *
 * Advice on many error codes.
 */
typedef struct _WinerrorAdviceBook WinerrorAdviceBook;

WinerrorAdviceBook *winerror_advice_book_new (void);
WinerrorAdviceBook *winerror_advice_book_get_built_in (void);
void winerror_advice_book_free (WinerrorAdviceBook *self);
gboolean winerror_advice_book_add_file (WinerrorAdviceBook *self,
                                        GBytes *bytes,
                                        const char *name,
                                        GError **error);
const WinerrorAdvice *
winerror_advice_book_lookup (WinerrorAdviceBook *self, WinerrorFamily family, guint32 code);

const WinerrorAdvice *winerror_advice_lookup (WinerrorEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorAdviceBook, winerror_advice_book_free)

G_END_DECLS
