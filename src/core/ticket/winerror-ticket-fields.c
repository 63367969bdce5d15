// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-fields.h"

#include "winerror-code.h"
#include "winerror-format-evidence.h"
#include "winerror-text.h"
#include "winerror-ticket-advice.h"
#include "winerror-ticket-notes.h"

static char *
dup_code (const WinerrorTicketFields *fields)
{
  return g_strdup (fields->code);
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

/* An explanation is a field of its own. */
static char *
dup_description (const WinerrorTicketFields *fields)
{
  return g_strdup (fields->source != NULL ? fields->description : NULL);
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
dup_family (const WinerrorTicketFields *fields)
{
  return g_strdup (winerror_family_get_name (winerror_entry_get_family (fields->entry)));
}

static char *
dup_table (const WinerrorTicketFields *fields)
{
  WinerrorTable *table = winerror_entry_get_table (fields->entry);

  return table != NULL ? winerror_text_clean (winerror_table_get_info (table)->title) : NULL;
}

static char *
dup_explanation (const WinerrorTicketFields *fields)
{
  const char *explanation = winerror_entry_get_explanation (fields->entry);

  return explanation != NULL ? winerror_text_clean (explanation) : NULL;
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
    { .name = "code", .is_raw = TRUE, .dup_value = dup_code },
    { .name = "hex", .dup_value = dup_hex },
    { .name = "family", .dup_value = dup_family },
    { .name = "symbol", .dup_value = dup_symbol },
    { .name = "description", .dup_value = dup_description },
    { .name = "source_description", .dup_value = dup_source_description },
    { .name = "hresult", .dup_value = dup_hresult },
    { .name = "hresult_signed", .dup_value = dup_hresult_signed },
    { .name = "table", .dup_value = dup_table },
    { .name = "advice", .is_raw = TRUE, .dup_value = winerror_ticket_advice_dup_json },
    { .name = "notes",
      .is_raw = TRUE,
      .json_none = "[]",
      .dup_value = winerror_ticket_notes_dup_json },
    { .name = "explanation", .is_optional = TRUE, .dup_value = dup_explanation },
    { .name = "count",
      .is_raw = TRUE,
      .is_optional = TRUE,
      .is_of_log = TRUE,
      .dup_value = winerror_format_evidence_dup_count },
    { .name = "first",
      .is_optional = TRUE,
      .is_of_log = TRUE,
      .dup_value = winerror_format_evidence_dup_first },
    { .name = "last",
      .is_optional = TRUE,
      .is_of_log = TRUE,
      .dup_value = winerror_format_evidence_dup_last },
    { .name = "lines",
      .is_raw = TRUE,
      .is_optional = TRUE,
      .is_of_log = TRUE,
      .dup_value = winerror_format_evidence_dup_json },
    { .name = NULL },
  };

  return list;
}

static char *
clean (const char *text)
{
  return text != NULL ? winerror_text_clean (text) : NULL;
}

/* The ways in which the number is written. */
static void
init_numbers (WinerrorTicketFields *fields, gboolean english)
{
  WinerrorFamily family = winerror_entry_get_family (fields->entry);
  guint32 code = winerror_entry_get_code (fields->entry);
  g_autofree char *number = winerror_entry_dup_number (fields->entry);

  fields->code = g_strdup_printf ("%u", code);
  fields->hex = winerror_family_format_hex (family, code);
  if (winerror_family_is_small (family))
    {
      fields->name = g_strdup_printf ("%s %s",
                                      english ? winerror_family_get_source_title (family)
                                              : winerror_family_get_title (family),
                                      number);
      return;
    }

  fields->name = g_steal_pointer (&number);
  fields->is_wrapped = family == WINERROR_FAMILY_WIN32;
  fields->other = fields->is_wrapped ? g_strdup (fields->hex)
                                     : g_strdup_printf ("%d", (gint32) code);
  fields->hresult = g_strdup_printf ("0x%08X", winerror_code_to_hresult (family, code));
  fields->hresult_signed = g_strdup_printf ("%d", (gint32) winerror_code_to_hresult (family, code));
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
  g_autoptr (WinerrorLanguage) language = NULL; /* of the description */
  gboolean translated;

  fields->entry = entry;
  fields->options = options;
  init_numbers (fields, english);
  fields->symbol = clean (winerror_entry_get_symbol (entry));
  fields->source = clean (winerror_entry_get_source_description (entry));
  fields->description = english ? g_strdup (fields->source)
                                : clean (winerror_language_describe (options->language, entry));
  translated = g_strcmp0 (fields->description, fields->source) != 0;
  if (options->languages == WINERROR_TICKET_LANGUAGE_BOTH && translated)
    fields->second = g_strdup (fields->source);
  if (fields->description == NULL && winerror_entry_get_explanation (entry) != NULL)
    {
      /* the program's words, in the language of its interface */
      fields->description = clean (winerror_entry_get_explanation (entry));
      language = winerror_language_new_user ();
    }
  else if (translated)
    language = winerror_language_ref (options->language);
  else
    language = winerror_language_new_source ();
  fields->language = g_strdup (winerror_language_get_id (language));
  g_strdelimit (fields->language, "_", '-');
  fields->right_to_left = winerror_language_is_right_to_left (language);
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
  g_free (fields->name);
  g_free (fields->other);
  g_free (fields->code);
  g_free (fields->hex);
  g_free (fields->symbol);
  g_free (fields->description);
  g_free (fields->second);
  g_free (fields->source);
  g_free (fields->hresult);
  g_free (fields->hresult_signed);
  g_free (fields->language);
}
