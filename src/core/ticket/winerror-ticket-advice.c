// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-advice.h"

#include "winerror-advice.h"
#include "winerror-gettext.h"

#include <string.h>

/* A key as it is shown: 1327 for win32:1327. */
static const char *
get_shown_key (const char *key)
{
  return g_str_has_prefix (key, "win32:") || g_str_has_prefix (key, "hresult:") ||
                 g_str_has_prefix (key, "ntstatus:")
             ? strchr (key, ':') + 1
             : key;
}

/**
 * winerror_ticket_advice_append:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 * @markup: how the format writes it
 *
 * Writes the advice on the entry, if the options ask for it and there is some.
 */
void
winerror_ticket_advice_append (GString *out,
                               const WinerrorTicketFields *fields,
                               const WinerrorTicketMarkup *markup)
{
  const WinerrorAdvice *advice;
  g_autofree char *means = NULL;

  if (!fields->options->with_advice)
    return;
  advice = winerror_advice_lookup (fields->entry);
  if (advice == NULL)
    return;

  means = winerror_ticket_markup_dup_text (fields, advice->means);
  winerror_ticket_markup_append_heading (out, fields, markup, N_ ("What it usually means"));
  winerror_ticket_markup_append_paragraph (out, markup, means);
  winerror_ticket_markup_append_heading (out, fields, markup, N_ ("What to check"));
  g_string_append (out, markup->list);
  for (gsize i = 0; advice->checks[i] != NULL; i++)
    {
      g_autofree char *check = winerror_ticket_markup_dup_text (fields, advice->checks[i]);

      g_string_append (out, markup->item);
      winerror_ticket_markup_append_escaped (out, markup, check);
      g_string_append (out, markup->item_end);
    }
  g_string_append (out, markup->list_end);
  if (advice->see_also[0] != NULL)
    {
      g_autofree char *see_also = winerror_ticket_advice_dup_see_also (fields);

      winerror_ticket_markup_append_heading (out, fields, markup, N_ ("See also"));
      winerror_ticket_markup_append_paragraph (out, markup, see_also);
    }
}

/**
 * winerror_ticket_advice_dup_means:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): what the error usually means
 */
char *
winerror_ticket_advice_dup_means (const WinerrorTicketFields *fields)
{
  const WinerrorAdvice *advice = winerror_advice_lookup (fields->entry);

  return advice != NULL ? winerror_ticket_markup_dup_text (fields, advice->means) : NULL;
}

/**
 * winerror_ticket_advice_dup_check:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): what to check, on one line
 */
char *
winerror_ticket_advice_dup_check (const WinerrorTicketFields *fields)
{
  const WinerrorAdvice *advice = winerror_advice_lookup (fields->entry);
  GString *out;

  if (advice == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (gsize i = 0; advice->checks[i] != NULL; i++)
    {
      g_autofree char *check = winerror_ticket_markup_dup_text (fields, advice->checks[i]);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", check);
    }
  return g_string_free (out, FALSE);
}

/**
 * winerror_ticket_advice_dup_see_also:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): the numbers of related entries
 */
char *
winerror_ticket_advice_dup_see_also (const WinerrorTicketFields *fields)
{
  const WinerrorAdvice *advice = winerror_advice_lookup (fields->entry);
  GString *out;

  if (advice == NULL || advice->see_also[0] == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (gsize i = 0; advice->see_also[i] != NULL; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", get_shown_key (advice->see_also[i]));
  return g_string_free (out, FALSE);
}

/**
 * winerror_ticket_advice_dup_json:
 * @fields: what there is to write of an entry
 *
 * Returns: (transfer full) (nullable): the advice as a JSON object
 */
char *
winerror_ticket_advice_dup_json (const WinerrorTicketFields *fields)
{
  const WinerrorAdvice *advice = winerror_advice_lookup (fields->entry);
  g_autofree char *means = NULL;
  GString *out;

  if (advice == NULL)
    return NULL;
  means = winerror_ticket_markup_dup_text (fields, advice->means);
  out = g_string_new ("{\"means\": ");
  winerror_ticket_markup_append_json_string (out, means);
  g_string_append (out, ", \"check\": [");
  for (gsize i = 0; advice->checks[i] != NULL; i++)
    {
      g_autofree char *check = winerror_ticket_markup_dup_text (fields, advice->checks[i]);

      g_string_append (out, i > 0 ? ", " : "");
      winerror_ticket_markup_append_json_string (out, check);
    }
  g_string_append (out, "], \"see_also\": [");
  for (gsize i = 0; advice->see_also[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      winerror_ticket_markup_append_json_string (out, advice->see_also[i]);
    }
  g_string_append (out, "], \"source\": ");
  if (advice->source_uri != NULL)
    winerror_ticket_markup_append_json_string (out, advice->source_uri);
  else
    g_string_append (out, "null");
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
