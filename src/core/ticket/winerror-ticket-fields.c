// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-fields.h"

#include "winerror-code.h"
#include "winerror-text.h"

static char *
dup_code (const WinerrorTicketFields *fields)
{
  return g_strdup_printf ("%u", fields->code);
}

static char *
dup_hex (const WinerrorTicketFields *fields)
{
  return g_strdup (fields->hex);
}

static char *
dup_symbol (const WinerrorTicketFields *fields)
{
  return g_strdup (fields->symbol);
}

static char *
dup_description (const WinerrorTicketFields *fields)
{
  return g_strdup (fields->description);
}

static char *
dup_source_description (const WinerrorTicketFields *fields)
{
  return g_strdup (fields->source);
}

static char *
dup_hresult (const WinerrorTicketFields *fields)
{
  return g_strdup (fields->hresult);
}

static char *
dup_hresult_signed (const WinerrorTicketFields *fields)
{
  return g_strdup (fields->hresult_signed);
}

static char *
dup_table (const WinerrorTicketFields *fields)
{
  WinerrorTable *table = winerror_entry_get_table (fields->entry);

  return winerror_text_clean (winerror_table_get_info (table)->title);
}

/**
 * winerror_ticket_fields_list:
 *
 * Returns: (transfer none): the fields, in the order in which they are written; one whose name is
 *   %NULL comes after the last
 */
const WinerrorTicketField *
winerror_ticket_fields_list (void)
{
  static const WinerrorTicketField list[] = {
    { "code", TRUE, dup_code },
    { "hex", FALSE, dup_hex },
    { "symbol", FALSE, dup_symbol },
    { "description", FALSE, dup_description },
    { "source_description", FALSE, dup_source_description },
    { "hresult", FALSE, dup_hresult },
    { "hresult_signed", FALSE, dup_hresult_signed },
    { "table", FALSE, dup_table },
    { NULL, FALSE, NULL },
  };

  return list;
}

/**
 * winerror_ticket_fields_init:
 * @fields: (out caller-allocates): what is written
 * @entry: an entry; it and @options must outlive @fields
 * @options: in which languages
 *
 * Makes what is written of one entry, of clean text: see winerror_text_clean().
 */
void
winerror_ticket_fields_init (WinerrorTicketFields *fields,
                             WinerrorEntry *entry,
                             const WinerrorTicketOptions *options)
{
  gboolean english = options->languages == WINERROR_TICKET_LANGUAGE_ENGLISH;
  gboolean translated;

  fields->entry = entry;
  fields->options = options;
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
  g_free (fields->language);
}
