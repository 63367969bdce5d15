// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-code.h"
#include "winerror-note.h"
#include "winerror-table.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_ENTRY (winerror_entry_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorEntry, winerror_entry, WINERROR, ENTRY, GObject)

/**
 * WINERROR_MAX_MET:
 *
 * How often an entry is met at the most: daily.
 */
#define WINERROR_MAX_MET 3

/**
 * WinerrorEntryInfo:
 * @code: its number
 * @symbol: (nullable): its symbol: letters, digits and underscores
 * @aliases: (nullable): further symbols of the same number, separated by blanks
 * @description: (nullable): its description in English: clean text on one line, not empty
 * @win32: the Win32 code that an NTSTATUS value becomes (RtlNtStatusToDosError()), or 0
 * @met: how often help desks meet it: from 0 to %WINERROR_MAX_MET
 *
 * What a table says about an entry. It has a symbol or a description.
 */
typedef struct
{
  guint32 code;
  const char *symbol;
  const char *aliases;
  const char *description;
  guint16 win32;
  guint8 met;
} WinerrorEntryInfo;

WinerrorEntry *winerror_entry_new (WinerrorTable *table,
                                   guint32 code,
                                   const char *symbol,
                                   const char *source_description);
WinerrorEntry *winerror_entry_new_from_info (WinerrorTable *table, const WinerrorEntryInfo *info);
WinerrorEntry *winerror_entry_new_borrowed (WinerrorTable *table, const WinerrorEntryInfo *info);
WinerrorEntry *winerror_entry_new_unlisted (const WinerrorCode *code);

void winerror_entry_set_notes (WinerrorEntry *self, WinerrorNoteBook *notes);

WinerrorTable *winerror_entry_get_table (WinerrorEntry *self);
WinerrorFamily winerror_entry_get_family (WinerrorEntry *self);
guint32 winerror_entry_get_code (WinerrorEntry *self);
const WinerrorEntryInfo *winerror_entry_get_info (WinerrorEntry *self);
const char *winerror_entry_get_symbol (WinerrorEntry *self);
const char *winerror_entry_get_source_description (WinerrorEntry *self);
const char *winerror_entry_get_description (WinerrorEntry *self);
const char *winerror_entry_get_explanation (WinerrorEntry *self);
const WinerrorNote *const *winerror_entry_get_notes (WinerrorEntry *self, guint *n);
gboolean winerror_entry_is_own (WinerrorEntry *self);
gboolean winerror_entry_is_translated (WinerrorEntry *self);
gboolean winerror_entry_is_same_code (WinerrorEntry *self, WinerrorEntry *other);
char *winerror_entry_dup_number (WinerrorEntry *self);
char *winerror_entry_dup_title (WinerrorEntry *self);
char *winerror_entry_dup_key (WinerrorEntry *self);
char *winerror_entry_dup_uri (WinerrorEntry *self);

G_END_DECLS
