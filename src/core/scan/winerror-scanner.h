// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"
#include "winerror-match.h"

G_BEGIN_DECLS

/**
 * WINERROR_SCANNER_WINDOW:
 *
 * Whether there is a match at a place of a text depends on nothing that is farther away from it, in
 * bytes.
 */
#define WINERROR_SCANNER_WINDOW 4096

/**
 * WinerrorScanner:
 *
 * Finds error codes in lines of text: log lines, exception messages, output of commands.
 */
typedef struct _WinerrorScanner WinerrorScanner;

WinerrorScanner *winerror_scanner_new (WinerrorCatalog *catalog);
void winerror_scanner_free (WinerrorScanner *self);

WinerrorCatalog *winerror_scanner_get_catalog (WinerrorScanner *self);
void winerror_scanner_add_sentence (WinerrorScanner *self, const char *text, guint position);

void winerror_scanner_add_languages (WinerrorScanner *self);

void winerror_scanner_find (WinerrorScanner *self, const char *text, gsize length, GArray *matches);
void winerror_scanner_find_in_log (WinerrorScanner *self,
                                   const char *text,
                                   gsize length,
                                   GArray *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorScanner, winerror_scanner_free)

G_END_DECLS
