// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The writers of the formats that programs read. */

#include "winerror-format-data.h"

#include "winerror-format-evidence.h"
#include "winerror-ticket-escape.h"

/**
 * winerror_format_data_append_csv_head:
 * @out: where the text is appended
 * @options: how the ticket text is to be
 *
 * Writes the names of the fields.
 */
void
winerror_format_data_append_csv_head (GString *out, const WinerrorTicketOptions *options)
{
  const WinerrorTicketField *all = winerror_ticket_fields_list ();

  for (const WinerrorTicketField *field = all; field->name != NULL; field++)
    if (!field->is_of_log || options->evidence != NULL)
      g_string_append_printf (out, "%s%s", field > all ? "," : "", field->name);
  g_string_append (out, "\r\n");
}

/**
 * winerror_format_data_append_csv:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 *
 * Writes an entry as a line of RFC 4180.
 */
void
winerror_format_data_append_csv (GString *out, const WinerrorTicketFields *fields)
{
  const WinerrorTicketField *all = winerror_ticket_fields_list ();

  for (const WinerrorTicketField *field = all; field->name != NULL; field++)
    {
      g_autofree char *value = NULL;

      if (field->is_of_log && fields->options->evidence == NULL)
        continue;
      value = field->dup_value (fields);
      if (field > all)
        g_string_append_c (out, ',');
      if (value != NULL)
        winerror_ticket_escape_csv (out, value);
    }
  g_string_append (out, "\r\n");
}

/**
 * winerror_format_data_append_tsv:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 *
 * Writes the four cells that scripts rely on, which no new field joins; from a log, a fifth one
 * with the lines.
 */
void
winerror_format_data_append_tsv (GString *out, const WinerrorTicketFields *fields)
{
  g_string_append_printf (out, "%s\t%s\t%s\t%s", fields->code, fields->hex,
                          fields->symbol != NULL ? fields->symbol : "",
                          fields->description != NULL ? fields->description : "");
  if (fields->evidence != NULL)
    {
      g_autofree char *lines = winerror_format_evidence_dup_text (fields);

      g_string_append_printf (out, "\t%s", g_strdelimit (lines, "\n", '|'));
    }
  g_string_append_c (out, '\n');
}

/**
 * winerror_format_data_append_json_head:
 * @out: where the text is appended
 * @options: how the ticket text is to be
 *
 * Begins the array.
 */
void
winerror_format_data_append_json_head (GString *out, const WinerrorTicketOptions *options)
{
  g_string_append (out, "[\n");
}

/**
 * winerror_format_data_append_json:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 *
 * Writes an entry as an object.
 */
void
winerror_format_data_append_json (GString *out, const WinerrorTicketFields *fields)
{
  const WinerrorTicketField *all = winerror_ticket_fields_list ();

  g_string_append (out, "  {");
  for (const WinerrorTicketField *field = all; field->name != NULL; field++)
    {
      g_autofree char *value = field->dup_value (fields);
      const char *quote = field->is_raw || value == NULL ? "" : "\"";

      if (value == NULL && field->is_optional)
        continue;
      g_string_append_printf (out, "%s\"%s\": %s", field > all ? ", " : "", field->name, quote);
      if (value == NULL)
        g_string_append (out, field->json_none != NULL ? field->json_none : "null");
      else if (field->is_raw)
        g_string_append (out, value);
      else
        winerror_ticket_escape_json (out, value);
      g_string_append (out, quote);
    }
  g_string_append_c (out, '}');
}
