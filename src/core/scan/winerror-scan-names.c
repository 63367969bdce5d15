// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-context.h"
#include "winerror-scan-pass.h"

#include <string.h>

/* No symbol is longer. */
#define MAX_SYMBOL 80

/* Samba has names of its own for NTSTATUS values. */
#define SAMBA_PREFIX "NT_"
#define SAMBA_STATUS "NT_STATUS_"

#define LDAP_DATA "data "

/* S_FALSE: an answer, and no error */
#define FALSE_RESULT 1u

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* Whether a word of a log may be a symbol: none of those without an underscore, which are words,
 * and of those that say that all is well. */
static gboolean
is_symbol (const char *symbol, WinerrorFamily family, guint32 code)
{
  const char *underscore = strchr (symbol, '_');

  if (code == 0 || (family == WINERROR_FAMILY_HRESULT && code == FALSE_RESULT))
    return FALSE;
  /* FILE_SYSTEM is a blue screen, and part of what logs speak of otherwise */
  if (family == WINERROR_FAMILY_STOP)
    return underscore != NULL && strchr (underscore + 1, '_') != NULL;
  return underscore != NULL || g_str_has_prefix (symbol, "WSA");
}

/* Takes the symbol of a log that is all of a word. */
static gboolean
take_word (WinerrorScanPass *self, const char *from, const char *to)
{
  char symbol[MAX_SYMBOL + 1];
  const char *name = symbol;
  const char *found;
  WinerrorEntryInfo info;
  WinerrorTable *table;
  guint position;

  memcpy (symbol, from, (gsize) (to - from));
  symbol[to - from] = '\0';
  if (g_str_has_prefix (symbol, SAMBA_STATUS))
    name += strlen (SAMBA_PREFIX);
  if (self->known != NULL &&
      !winerror_known_codes_may_have_symbol (self->known, name, symbol + (to - from)))
    return FALSE;
  found = winerror_catalog_lookup_symbol (self->catalog, name, &position);
  if (found == NULL || !g_str_equal (found, name))
    return FALSE;
  table = winerror_catalog_get_info (self->catalog, position, &info);
  if (!is_symbol (name, winerror_table_get_info (table)->family, info.code))
    return FALSE;
  winerror_scan_pass_add_entry (self, from, (gsize) (to - from), position, FALSE);
  return TRUE;
}

/**
 * winerror_scan_pass_take_symbol:
 * @self: a pass
 * @p: a place in its text
 *
 * Takes the word around the place where it is a symbol.
 */
void
winerror_scan_pass_take_symbol (WinerrorScanPass *self, const char *p)
{
  const char *from = p;
  const char *to = p;

  if (p < self->symbol_end)
    return;
  while (from > self->text && p - from <= MAX_SYMBOL && is_word_byte (from[-1]))
    from--;
  while (to < self->end && to - from <= MAX_SYMBOL && is_word_byte (*to))
    to++;
  self->symbol_end = to;
  if (to - from > MAX_SYMBOL)
    return;

  if (take_word (self, from, to) || self->all)
    return;
  /* "\tERROR_LOGON_FAILURE" in a log that writes tabs so */
  if (from > self->text && from[-1] == '\\' && to - from > 1 &&
      winerror_context_has_any (from, from + 1, "nrt"))
    take_word (self, from + 1, to);
}

/* Active Directory */

static void
take_hex (WinerrorScanPass *self, const char *from, const char *to, gboolean listed)
{
  guint32 value = 0;
  WinerrorMatch match = {
    .start = (gsize) (from - self->text),
    .length = (gsize) (to - from),
    .announced = TRUE,
  };

  for (const char *p = from; p < to; p++)
    value = value << 4 | (guint) g_ascii_xdigit_value (*p);
  match.code = (WinerrorCode){
    .family = WINERROR_FAMILY_WIN32,
    .code = value,
    .form = WINERROR_CODE_HEX,
    .value = value,
  };
  match.win32 = value;
  if (!winerror_catalog_lookup_code (self->catalog, WINERROR_FAMILY_WIN32, value, &match.position))
    match.position = WINERROR_MATCH_UNLISTED;
  if (value > 0 && value <= G_MAXUINT16 && (!listed || match.position != WINERROR_MATCH_UNLISTED))
    winerror_scan_pass_add (self, match);
}

/**
 * winerror_scan_pass_take_ldap_data:
 * @self: a pass
 * @p: where "data " stands in its text
 *
 * Takes the code in ", data 52e, v2580": see winerror_context_is_ldap_data().
 */
void
winerror_scan_pass_take_ldap_data (WinerrorScanPass *self, const char *p)
{
  const char *from = p + strlen (LDAP_DATA);
  const char *to = from;

  while (to < self->end && to - from < 4 && g_ascii_isxdigit (*to))
    to++;
  if (to > from && winerror_context_is_ldap_data (winerror_scan_pass_line_begin (self, from), from,
                                                  to, winerror_scan_pass_line_end (self, to)))
    take_hex (self, from, to, !self->all);
}

/**
 * winerror_scan_pass_take_ldap_error:
 * @self: a pass
 * @dsid: where "DSID" stands in its text
 *
 * Takes the code in "0000052D: SvcErr: DSID-031A12D2".
 */
void
winerror_scan_pass_take_ldap_error (WinerrorScanPass *self, const char *dsid)
{
  const char *begin;
  const char *p = dsid;

  begin = winerror_scan_pass_line_begin (self, dsid);
  if (p - begin < 5 || memcmp (p - 5, "Err: ", 5) != 0)
    return;
  p -= 2;
  while (p > begin && g_ascii_isalpha (p[-1]))
    p--;
  if (p - begin < 10 || memcmp (p - 2, ": ", 2) != 0)
    return;
  p -= 2;
  for (int i = 1; i <= 8; i++)
    if (!g_ascii_isxdigit (p[-i]))
      return;
  if (!winerror_context_is_word_end (begin, p - 8))
    take_hex (self, p - 8, p, TRUE);
}
