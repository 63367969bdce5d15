// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-fields.h"

#include "winerror-code.h"
#include "winerror-text.h"

/**
 * winerror_ticket_fields_init:
 * @fields: (out caller-allocates): what is written
 * @entry: an entry
 * @options: in which languages
 *
 * Makes what is written of one entry, of clean text: see winerror_text_clean().
 */
void
winerror_ticket_fields_init (WinerrorTicketFields *fields,
                             WinerrorEntry *entry,
                             const WinerrorTicketOptions *options)
{
  const WinerrorTableInfo *info = winerror_table_get_info (winerror_entry_get_table (entry));
  gboolean english = options->languages == WINERROR_TICKET_LANGUAGE_ENGLISH;
  gboolean translated;

  fields->code = winerror_entry_get_code (entry);
  fields->hex = winerror_code_format_hex (fields->code);
  fields->symbol = winerror_text_clean (winerror_entry_get_symbol (entry));
  fields->source = winerror_text_clean (winerror_entry_get_source_description (entry));
  fields->description = english ? g_strdup (fields->source)
                                : winerror_text_clean (
                                      winerror_language_describe (options->language, entry));
  translated = !g_str_equal (fields->description, fields->source);
  if (options->languages == WINERROR_TICKET_LANGUAGE_BOTH && translated)
    fields->second = g_strdup (fields->source);
  fields->hresult = winerror_code_format_hresult (fields->code);
  fields->hresult_signed = winerror_code_format_signed (fields->code);
  fields->table = winerror_text_clean (info->title);
  /* where there is no translation, the language's description is the English one */
  fields->language = g_strdup (translated ? winerror_language_get_id (options->language) : "en");
  g_strdelimit (fields->language, "_", '-');
  fields->right_to_left = translated && winerror_language_is_right_to_left (options->language);
}

/**
 * winerror_ticket_fields_clear:
 * @fields: what is written
 *
 * Frees the strings.
 */
void
winerror_ticket_fields_clear (WinerrorTicketFields *fields)
{
  g_free (fields->hex);
  g_free (fields->symbol);
  g_free (fields->description);
  g_free (fields->second);
  g_free (fields->source);
  g_free (fields->hresult);
  g_free (fields->hresult_signed);
  g_free (fields->table);
  g_free (fields->language);
}
