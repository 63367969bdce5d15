// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-gettext.h"

/* What is translated to; NULL for English. Set before there is a second thread. */
static const WinerrorMessageFile *chosen;

/**
 * winerror_gettext_init:
 * @messages: (transfer none) (nullable): the messages of the user's language, which must outlive
 *   all that is translated; or %NULL for English
 *
 * Chooses what is translated to; at the start of a program.
 */
void
winerror_gettext_init (const WinerrorMessageFile *messages)
{
  chosen = messages;
}

/**
 * winerror_gettext:
 * @text: a text as it stands in the source
 *
 * Returns: (transfer none): its translation to the user's language; or @text itself where there is
 *   none
 */
const char *
winerror_gettext (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return chosen != NULL ? winerror_message_file_translate (chosen, text) : text;
}

/**
 * winerror_pgettext:
 * @context: what tells the text from others that read alike
 * @text: a text as it stands in the source
 *
 * Returns: (transfer none): its translation to the user's language; or @text itself where there is
 *   none
 */
const char *
winerror_pgettext (const char *context, const char *text)
{
  g_autofree char *key = NULL;
  const char *found;

  g_return_val_if_fail (context != NULL, text);
  g_return_val_if_fail (text != NULL, NULL);

  if (chosen == NULL)
    return text;
  key = g_strconcat (context, "\004", text, NULL);
  found = winerror_message_file_translate (chosen, key);
  return found != key ? found : text;
}

/**
 * winerror_ngettext:
 * @one: the text of one thing, as it stands in the source
 * @many: that of several
 * @n: how many there are
 *
 * Returns: (transfer none): the translation to the user's language in the plural form of @n; or
 *   @one or @many where there is none
 */
const char *
winerror_ngettext (const char *one, const char *many, gulong n)
{
  const char *found = NULL;

  g_return_val_if_fail (one != NULL, NULL);
  g_return_val_if_fail (many != NULL, one);

  if (chosen != NULL)
    found = winerror_message_file_translate_plural (chosen, one, n);
  if (found == NULL)
    found = n == 1 ? one : many;
  return found;
}
