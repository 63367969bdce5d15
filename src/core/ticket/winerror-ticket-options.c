// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-options.h"

#include "winerror-text.h"
#include "winerror-ticket-template.h"

/**
 * winerror_ticket_options_clear:
 * @options: options
 *
 * Frees what options own. They are empty afterwards and can be cleared again.
 */
void
winerror_ticket_options_clear (WinerrorTicketOptions *options)
{
  g_return_if_fail (options != NULL);

  g_clear_pointer (&options->language, winerror_language_unref);
  g_clear_pointer (&options->template_text, g_free);
  g_clear_pointer (&options->evidence, g_ptr_array_unref);
  g_clear_pointer (&options->query, g_free);
  g_clear_pointer (&options->date, g_date_time_unref);
}

/**
 * winerror_ticket_options_set_format:
 * @options: options with the template that there is
 * @format: how entries are to be written out
 *
 * Chooses a format; plain text in place of a template that is empty or cannot be filled in.
 */
void
winerror_ticket_options_set_format (WinerrorTicketOptions *options, WinerrorFormat format)
{
  g_return_if_fail (options != NULL);
  g_return_if_fail (format < WINERROR_N_FORMATS);

  if (format == WINERROR_FORMAT_TEMPLATE &&
      (options->template_text == NULL || winerror_text_is_blank (options->template_text) ||
       !winerror_ticket_template_check (options->template_text, NULL)))
    format = WINERROR_FORMAT_TEXT;
  options->format = format;
}
