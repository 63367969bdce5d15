// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-options.h"

G_BEGIN_DECLS

/**
 * WinerrorTicketFields:
 * @entry: (transfer none): the entry
 * @options: (transfer none): how the ticket text is to be
 * @code: the code
 * @hex: the same in hexadecimal
 * @symbol: the symbol
 * @description: the description, in the language that comes first
 * @second: (nullable): the English one, where the ticket text has it as well
 * @source: the English one, in any case
 * @hresult: the code as an HRESULT
 * @hresult_signed: the same as a signed decimal
 * @language: language of @description, as in BCP 47
 * @right_to_left: whether it is written from right to left
 *
 * What is written of one entry, with everything harmful taken out.
 */
typedef struct
{
  WinerrorEntry *entry;
  const WinerrorTicketOptions *options;
  guint32 code;
  char *hex;
  char *symbol;
  char *description;
  char *second;
  char *source;
  char *hresult;
  char *hresult_signed;
  char *language;
  gboolean right_to_left;
} WinerrorTicketFields;

/**
 * WinerrorTicketField:
 * @name: its name, in a column's head, as a member and as a placeholder
 * @is_number: whether its value is a number
 * @dup_value: (transfer full): its value, of clean text: see winerror_text_clean()
 *
 * A field: what the formats that are made of names and values say of an entry.
 */
typedef struct
{
  const char *name;
  gboolean is_number;
  char *(*dup_value) (const WinerrorTicketFields *fields);
} WinerrorTicketField;

const WinerrorTicketField *winerror_ticket_fields_list (void);

void winerror_ticket_fields_init (WinerrorTicketFields *fields,
                                  WinerrorEntry *entry,
                                  const WinerrorTicketOptions *options);
void winerror_ticket_fields_clear (WinerrorTicketFields *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WinerrorTicketFields, winerror_ticket_fields_clear)

G_END_DECLS
