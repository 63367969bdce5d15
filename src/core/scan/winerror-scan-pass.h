// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-known-codes.h"
#include "winerror-match.h"

G_BEGIN_DECLS

/**
 * WINERROR_SCAN_PASS_LINE_WINDOW:
 *
 * How far around a place its line is read, in bytes.
 */
#define WINERROR_SCAN_PASS_LINE_WINDOW 1024

/**
 * WinerrorScanPass:
 * @catalog: the entries
 * @known: (nullable): the same, for a log
 * @text: the text
 * @end: where it ends
 * @number_end: where the last number ends, or what looked like one
 * @symbol_end: where the last word ends that was looked up
 * @all: it is a query: also what the catalog has not
 * @matches: (element-type WinerrorMatch): what was found, in order of appearance
 *
 * One way through a text.
 */
typedef struct
{
  WinerrorCatalog *catalog;
  const WinerrorKnownCodes *known;
  const char *text;
  const char *end;
  const char *number_end;
  const char *symbol_end;
  gboolean all;
  GArray *matches;
} WinerrorScanPass;

void winerror_scan_pass_add (WinerrorScanPass *self, WinerrorMatch match);
void winerror_scan_pass_add_entry (WinerrorScanPass *self,
                                   const char *from,
                                   gsize length,
                                   guint position,
                                   gboolean sentence);

gboolean winerror_scan_pass_has_match_since (const WinerrorScanPass *self, const char *p);
const char *winerror_scan_pass_line_begin (const WinerrorScanPass *self, const char *p);
const char *winerror_scan_pass_line_end (const WinerrorScanPass *self, const char *p);

const char *
winerror_scan_pass_number_begin (const WinerrorScanPass *self, const char *from, const char *to);
gboolean winerror_scan_pass_is_open (const WinerrorScanPass *self, const char *newline);
const char *winerror_scan_pass_number_before (const WinerrorScanPass *self, const char *p);

void winerror_scan_pass_take_number (WinerrorScanPass *self, const char *from);
void winerror_scan_pass_take_number_again (WinerrorScanPass *self, const char *from);
void winerror_scan_pass_take_numbers (WinerrorScanPass *self,
                                      const char *from,
                                      const char *to,
                                      gboolean marked);

void winerror_scan_pass_take_symbol (WinerrorScanPass *self, const char *p);
void winerror_scan_pass_take_ldap_data (WinerrorScanPass *self, const char *p);
void winerror_scan_pass_take_ldap_error (WinerrorScanPass *self, const char *dsid);

G_END_DECLS
