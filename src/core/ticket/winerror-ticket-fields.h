// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket.h"

G_BEGIN_DECLS

/**
 * WinerrorTicketFields:
 * @code: the code
 * @hex: the same in hexadecimal
 * @symbol: the symbol
 * @description: the description, in the language that comes first
 * @second: (nullable): the English one, where the ticket text has it as well
 * @source: the English one, in any case
 * @hresult: the code as an HRESULT
 * @hresult_signed: the same as a signed decimal
 * @table: title of the table
 * @language: language of @description, as in BCP 47
 * @right_to_left: whether it is written from right to left
 *
 * What is written of one entry, with everything harmful taken out.
 */
typedef struct
{
  guint32 code;
  char *hex;
  char *symbol;
  char *description;
  char *second;
  char *source;
  char *hresult;
  char *hresult_signed;
  char *table;
  char *language;
  gboolean right_to_left;
} WinerrorTicketFields;

void winerror_ticket_fields_init (WinerrorTicketFields *fields,
                                  WinerrorEntry *entry,
                                  const WinerrorTicketOptions *options);
void winerror_ticket_fields_clear (WinerrorTicketFields *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WinerrorTicketFields, winerror_ticket_fields_clear)

G_END_DECLS
