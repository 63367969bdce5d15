// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-clipboard.h"

#include <string.h>

/**
 * winerror_clipboard_new_content:
 * @entries: (element-type WinerrorEntry): entries, in the order in which they are to come
 * @options: how the ticket text is to be
 * @text: (out) (optional) (transfer full): the ticket text in the chosen format
 *
 * Offers entries to whatever they are pasted or dropped into: the chosen format as plain text, and
 * HTML beside it, so that an editor takes what it can show.
 *
 * Returns: (transfer full): the content
 */
GdkContentProvider *
winerror_clipboard_new_content (GPtrArray *entries,
                                const WinerrorTicketOptions *options,
                                char **text)
{
  WinerrorTicketOptions html_options = *options;
  g_autofree char *plain = NULL;
  char *html;
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *providers[2];

  html_options.format = WINERROR_FORMAT_HTML;
  plain = winerror_ticket_write ((WinerrorEntry *const *) entries->pdata, entries->len, options);
  html = winerror_ticket_write ((WinerrorEntry *const *) entries->pdata, entries->len,
                                &html_options);
  bytes = g_bytes_new_take (html, strlen (html));

  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  providers[1] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  if (text != NULL)
    *text = g_steal_pointer (&plain);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
