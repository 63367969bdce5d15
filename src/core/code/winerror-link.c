// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-link.h"

#include "winerror-code.h"
#include "winerror-gettext.h"
#include "winerror-text.h"

#include <string.h>

/* What a link begins with. */
#define SCHEME "winerror:"

/* How much may follow, in bytes. */
#define MAX_LENGTH 64

/**
 * winerror_link_is_one:
 * @text: anything
 *
 * Returns: whether it begins as a link to an entry: winerror:
 */
gboolean
winerror_link_is_one (const char *text)
{
  return g_ascii_strncasecmp (text, SCHEME, strlen (SCHEME)) == 0;
}

static gboolean
is_symbol (const char *text)
{
  return !g_ascii_isdigit (text[0]) &&
         text[strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_")] == '\0';
}

/* A number, where its family is named too: ras:691. Such as it stands in an address, which has no
 * blanks, brackets or characters of other scripts. */
static gboolean
is_code (const char *text)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  const char *colon = strchr (text, ':');
  const char *number = colon != NULL ? colon + 1 : text;
  WinerrorFamily family;

  if (colon != NULL && !winerror_family_from_name (text, colon - text, &family))
    return FALSE;
  if (*number == '-')
    number++;
  return g_ascii_isalnum (*number) &&
         number[strspn (number, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS)] == '\0' &&
         winerror_code_parse (text, -1, readings) > 0;
}

/**
 * winerror_link_dup_query:
 * @link: a link; anything
 *
 * Reads a link that a page or another program has opened: winerror:1326, winerror:0x80070005,
 * winerror:ras:691, winerror:ERROR_LOGON_FAILURE. A code or a symbol of at most 64 bytes follows
 * the scheme, and nothing else: neither a file nor an address, a host, words, or an escape.
 *
 * Returns: (transfer full) (nullable): the code or symbol; %NULL where it is none
 */
char *
winerror_link_dup_query (const char *link)
{
  const char *query;

  if (!winerror_link_is_one (link))
    return NULL;
  query = link + strlen (SCHEME);
  if (*query == '\0' || strnlen (query, MAX_LENGTH + 1) > MAX_LENGTH)
    return NULL;
  return is_code (query) || is_symbol (query) ? g_strdup (query) : NULL;
}

/**
 * winerror_link_dup_fault:
 * @link: what is no link to an entry
 *
 * Returns: (transfer full): what was expected, and what was found
 */
char *
winerror_link_dup_fault (const char *link)
{
  g_autofree char *found = winerror_text_abridge (link, MAX_LENGTH);

  /* Translators: a link on a page; “winerror:” stays as it is */
  return g_strdup_printf (_ ("expected “winerror:” and a code or symbol, found “%s”"), found);
}
