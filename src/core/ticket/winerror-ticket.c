// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket.h"

#include "winerror-format-private.h"

#include <string.h>

/* No blanks at the end of a line; no line break at the end of a single line, one otherwise. The
 * parts are in normal form C already; as a whole the text must not be composed, for a description
 * that begins with U+0338 would make "≯" of the end of a tag. */
static char *
tidy (GString *out, const char *blanks)
{
  g_autoptr (GString) tidied = g_string_sized_new (out->len);

  for (gsize i = 0; i < out->len; i++)
    {
      if (out->str[i] == '\n')
        while (tidied->len > 0 && strchr (blanks, tidied->str[tidied->len - 1]) != NULL)
          g_string_truncate (tidied, tidied->len - 1);
      g_string_append_c (tidied, out->str[i]);
    }
  while (tidied->len > 0 && (strchr (blanks, tidied->str[tidied->len - 1]) != NULL ||
                             tidied->str[tidied->len - 1] == '\n'))
    g_string_truncate (tidied, tidied->len - 1);
  if (strchr (tidied->str, '\n') != NULL)
    g_string_append_c (tidied, '\n');
  return g_string_free (g_steal_pointer (&tidied), FALSE);
}

/* What there is to write of an entry, with what logs say of it. */
static void
init_fields (WinerrorTicketFields *fields,
             WinerrorEntry *const *entries,
             gsize i,
             const WinerrorTicketOptions *options)
{
  winerror_ticket_fields_init (fields, entries[i], options);
  if (options->evidence != NULL && i < options->evidence->len)
    fields->evidence = g_ptr_array_index (options->evidence, i);
}

/**
 * winerror_ticket_write:
 * @entries: (array length=n_entries): the entries, in the order in which they are to come
 * @n_entries: how many; there may be none
 * @options: how the text is to be
 *
 * Writes entries out for a ticket. Whatever the entries hold, the text has no control characters
 * and no marks of direction, and nothing of it is taken for markup, a formula or a new line by
 * what it is pasted into.
 *
 * Returns: (transfer full): the text, each part of it in normal form C; CSV has the line ends of
 *   RFC 4180, all else \n; several lines end with a line break, a single one does not
 */
char *
winerror_ticket_write (WinerrorEntry *const *entries,
                       gsize n_entries,
                       const WinerrorTicketOptions *options)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const WinerrorFormatInfo *info;
  WinerrorFormatWriter append;
  gboolean table;
  gboolean framed;

  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->language != NULL, NULL);
  info = winerror_format_get_info (options->format);
  g_return_val_if_fail (info != NULL, NULL);
  g_return_val_if_fail (!info->needs_template || options->template_text != NULL, NULL);

  if (n_entries == 0 && info->nothing != NULL)
    return g_strdup (info->nothing);

  table = info->append_row != NULL && n_entries > 1;
  framed = table || info->append_row == NULL;
  append = table ? info->append_row : info->append_entry;
  if (framed && info->append_head != NULL)
    info->append_head (out, options);
  for (gsize i = 0; i < n_entries; i++)
    {
      g_auto (WinerrorTicketFields) fields = { 0 };

      if (i > 0 && info->separator != NULL)
        g_string_append (out, info->separator);
      init_fields (&fields, entries, i, options);
      append (out, &fields);
      if (!table && fields.evidence != NULL && info->append_evidence != NULL)
        info->append_evidence (out, &fields);
    }
  if (framed && info->foot != NULL)
    g_string_append (out, info->foot);
  for (gsize i = 0; table && i < n_entries; i++)
    {
      g_auto (WinerrorTicketFields) fields = { 0 };

      init_fields (&fields, entries, i, options);
      if (fields.evidence != NULL && info->append_evidence != NULL)
        info->append_evidence (out, &fields);
    }

  if (info->keeps_line_ends)
    return g_string_free (g_steal_pointer (&out), FALSE);
  return tidy (out, info->keeps_tabs ? " " : " \t");
}
