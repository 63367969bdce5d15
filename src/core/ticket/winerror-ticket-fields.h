// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-options.h"

G_BEGIN_DECLS

/**
 * WinerrorTicketFields:
 * @entry: (transfer none): the entry
 * @options: (transfer none): how the ticket text is to be
 * @evidence: (transfer none) (nullable): what logs say of the entry
 * @name: the number as it is written first, after what it is called in the small families: 1326,
 *   0x80240024, Device Manager code 10
 * @other: (nullable): the number in the other way that its family has: 0x52E, -2145124316
 * @code: the number in decimal
 * @hex: the same in hexadecimal
 * @symbol: (nullable): the symbol
 * @description: (nullable): the description, in the language that comes first; of a code that no
 *   table holds what can be said of it
 * @second: (nullable): the English one, where the ticket text has it as well
 * @source: (nullable): the English one, in any case
 * @hresult: (nullable): the code as an HRESULT
 * @hresult_signed: (nullable): the same as a signed decimal
 * @is_wrapped: whether the HRESULT is another number than the code, and worth a line
 * @language: language of @description, as in BCP 47
 * @right_to_left: whether it is written from right to left
 *
 * What is written of one entry, with everything harmful taken out.
 */
typedef struct
{
  WinerrorEntry *entry;
  const WinerrorTicketOptions *options;
  const WinerrorTicketEvidence *evidence;
  char *name;
  char *other;
  char *code;
  char *hex;
  char *symbol;
  char *description;
  char *second;
  char *source;
  char *hresult;
  char *hresult_signed;
  gboolean is_wrapped;
  char *language;
  gboolean right_to_left;
} WinerrorTicketFields;

/**
 * WinerrorTicketField:
 * @name: its name, in a column's head, as a member and as a placeholder
 * @is_raw: whether its value is JSON as it is: a number, an object
 * @is_optional: whether an entry without it does not have the member
 * @json_none: (nullable): what JSON has where there is no value; %NULL for null
 * @is_of_log: whether it is written only of entries that come from a log
 * @dup_value: (transfer full) (nullable): its value, of clean text: see winerror_text_clean();
 * %NULL where the entry has none
 *
 * A field: what the formats that are made of names and values say of an entry.
 */
typedef struct
{
  const char *name;
  gboolean is_raw;
  gboolean is_optional;
  const char *json_none;
  gboolean is_of_log;
  char *(*dup_value) (const WinerrorTicketFields *fields);
} WinerrorTicketField;

const WinerrorTicketField *winerror_ticket_fields_list (void);

void winerror_ticket_fields_init (WinerrorTicketFields *fields,
                                  WinerrorEntry *entry,
                                  const WinerrorTicketOptions *options);
void winerror_ticket_fields_clear (WinerrorTicketFields *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WinerrorTicketFields, winerror_ticket_fields_clear)

G_END_DECLS
