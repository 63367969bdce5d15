// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-markup.h"

#include "winerror-text.h"
#include "winerror-ticket-escape.h"

/**
 * winerror_ticket_markup_dup_text:
 * @fields: what there is to write of an entry
 * @text: a text of the program or of its advice, in English
 *
 * Returns: (transfer full): the text in the language of the ticket, which need not be that of the
 *   interface; clean
 */
char *
winerror_ticket_markup_dup_text (const WinerrorTicketFields *fields, const char *text)
{
  gboolean english = fields->options->languages == WINERROR_TICKET_LANGUAGE_ENGLISH;

  return winerror_text_clean (
      english ? text : winerror_language_translate (fields->options->language, text));
}

/**
 * winerror_ticket_markup_append_escaped:
 * @out: where the text is appended
 * @markup: how the format writes it
 * @text: a text
 */
void
winerror_ticket_markup_append_escaped (GString *out,
                                       const WinerrorTicketMarkup *markup,
                                       const char *text)
{
  if (markup->escape != NULL)
    markup->escape (out, text);
  else
    g_string_append (out, text);
}

/**
 * winerror_ticket_markup_append_heading:
 * @out: where the text is appended
 * @fields: what there is to write of an entry
 * @markup: how the format writes it
 * @heading: a heading in English
 */
void
winerror_ticket_markup_append_heading (GString *out,
                                       const WinerrorTicketFields *fields,
                                       const WinerrorTicketMarkup *markup,
                                       const char *heading)
{
  g_autofree char *text = winerror_ticket_markup_dup_text (fields, heading);

  g_string_append (out, markup->heading);
  winerror_ticket_markup_append_escaped (out, markup, text);
  g_string_append (out, markup->heading_end);
}

/**
 * winerror_ticket_markup_append_paragraph:
 * @out: where the text is appended
 * @markup: how the format writes it
 * @text: a text
 */
void
winerror_ticket_markup_append_paragraph (GString *out,
                                         const WinerrorTicketMarkup *markup,
                                         const char *text)
{
  g_string_append (out, markup->text);
  winerror_ticket_markup_append_escaped (out, markup, text);
  g_string_append (out, markup->text_end);
}

/**
 * winerror_ticket_markup_append_json_string:
 * @out: where the text is appended
 * @text: a text
 *
 * Writes a string of JSON.
 */
void
winerror_ticket_markup_append_json_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  winerror_ticket_escape_json (out, text);
  g_string_append_c (out, '"');
}
