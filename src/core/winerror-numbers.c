// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-numbers.h"

#include "winerror-answer-private.h"
#include "winerror-code.h"
#include "winerror-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _WinerrorNumbers
{
  WinerrorCatalog *catalog;
  WinerrorScanner *scanner; /* NULL where not made yet */
};

/**
 * winerror_numbers_new:
 * @catalog: the entries
 *
 * Returns: (transfer full): what finds the numbers of @catalog in queries
 */
WinerrorNumbers *
winerror_numbers_new (WinerrorCatalog *catalog)
{
  WinerrorNumbers *self = g_new0 (WinerrorNumbers, 1);

  self->catalog = g_object_ref (catalog);
  return self;
}

/**
 * winerror_numbers_free:
 * @self: (transfer full): the numbers
 */
void
winerror_numbers_free (WinerrorNumbers *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->catalog);
  g_clear_pointer (&self->scanner, winerror_scanner_free);
  g_free (self);
}

/**
 * winerror_numbers_prepare:
 * @self: the numbers
 *
 * Gets ready for queries that are more than a number; else the first one does it.
 */
void
winerror_numbers_prepare (WinerrorNumbers *self)
{
  if (self->scanner == NULL)
    self->scanner = winerror_scanner_new (self->catalog);
}

/* Whether the digits of @value in @base begin with those of @wanted, which is @n digits long and
 * shorter than @value. */
static gboolean
begins_with (guint32 value, guint32 wanted, guint n, guint base)
{
  guint32 limit = 1;

  for (guint i = 0; i < n; i++)
    limit *= base;
  while (value >= limit)
    {
      value /= base;
      if (value == wanted && value < limit)
        return TRUE;
    }
  return FALSE;
}

/* The digits of a code while it is being typed: 13, 0x52, 0x800705 */
static void
search_code_prefixes (WinerrorNumbers *self, const char *query, WinerrorAnswer *answer)
{
  g_autofree char *digits = g_strstrip (g_strdup (query));
  const char *p = digits;
  gboolean hex = FALSE;
  guint n_entries = winerror_catalog_get_n_entries (self->catalog);
  guint base;
  guint64 wanted;
  gsize n;

  if (p[0] == '0' && g_ascii_tolower (p[1]) == 'x')
    {
      p += 2;
      hex = TRUE;
    }
  while (hex && *p == '0')
    p++;
  if (g_ascii_strncasecmp (p, "8007", 4) == 0)
    {
      p += 4;
      hex = TRUE;
      if (*p == '0') /* the codes of four digits are padded by one */
        p++;
    }
  n = strlen (p);
  base = hex ? 16 : 10;
  if (n == 0 || n > 4 || p[0] == '0' ||
      !g_ascii_string_to_unsigned (p, base, 1, G_MAXUINT16, &wanted, NULL))
    return;

  for (guint i = 0; i < n_entries; i++)
    if (begins_with (winerror_entry_get_code (winerror_catalog_get_entry (self->catalog, i)),
                     (guint32) wanted, (guint) n, base))
      winerror_answer_add_hit (answer, i, WINERROR_RANK_CODE_PREFIX);
}

static void
explain (WinerrorAnswer *answer, const WinerrorCode *code)
{
  g_autofree char *line = winerror_code_explain (code);

  winerror_answer_append_note (answer, line);
}

static gboolean
add_code (WinerrorNumbers *self,
          const WinerrorCode *code,
          WinerrorRank rank,
          WinerrorAnswer *answer)
{
  guint position;

  if (code->form == WINERROR_CODE_OTHER ||
      !winerror_catalog_lookup_code (self->catalog, code->win32, &position))
    return FALSE;

  winerror_answer_add_hit (answer, position, rank);
  /* codes stay in the order in which the query names them */
  g_array_index (answer->hits, WinerrorHit, answer->hits->len - 1).score = MAX (
      0.0f, 1.0f - (float) answer->hits->len / 1024.0f);
  if (code->form == WINERROR_CODE_NTSTATUS)
    {
      g_autofree char *line = winerror_code_explain_status (code);

      winerror_answer_append_note (answer, line);
    }
  return TRUE;
}

/* Numbers in a sentence that stand alone as words, where nothing better was found. */
static gboolean
search_loose_numbers (WinerrorNumbers *self, const char *query, WinerrorAnswer *answer)
{
  g_auto (GStrv) words = g_strsplit_set (query, " \t\n\r", -1);
  gboolean found = FALSE;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      guint n = winerror_code_parse (words[i], -1, readings);

      /* three letters or digits may be anything: a count, a part of a name */
      for (guint j = 0; j < n && strlen (words[i]) >= 4; j++)
        if (add_code (self, &readings[j],
                      j == 0 ? WINERROR_RANK_CODE : WINERROR_RANK_CODE_ALTERNATIVE, answer))
          {
            found = TRUE;
            break;
          }
    }
  return found;
}

static gboolean
looks_like_installer_note (const char *query)
{
  return strstr (query, "Note: 1: ") != NULL;
}

/**
 * winerror_numbers_search:
 * @self: the numbers
 * @query: the query, tidied
 * @answer: where the entries are added that the numbers in it name, and what else there is to say
 *   about these
 *
 * Returns: whether the query is all number
 */
gboolean
winerror_numbers_search (WinerrorNumbers *self, const char *query, WinerrorAnswer *answer)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = winerror_code_parse (query, -1, readings);
  g_autoptr (GArray) matches = NULL;
  gboolean caution = FALSE;
  gboolean found = FALSE;

  if (n > 0)
    {
      for (guint i = 0; i < n; i++)
        found |= add_code (self, &readings[i],
                           i == 0 ? WINERROR_RANK_CODE : WINERROR_RANK_CODE_ALTERNATIVE, answer);
      search_code_prefixes (self, query, answer);
      if (!found && (answer->hits->len == 0 || readings[0].value > G_MAXUINT16))
        explain (answer, &readings[0]);
      return TRUE;
    }

  matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  winerror_numbers_prepare (self);
  winerror_scanner_find (self->scanner, query, strlen (query), matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const WinerrorMatch *match = &g_array_index (matches, WinerrorMatch, i);

      if (add_code (self, &match->code, WINERROR_RANK_CODE, answer))
        found = TRUE;
      else
        explain (answer, &match->code);
      caution |= match->installer_message;
    }
  if (!found)
    found = search_loose_numbers (self, query, answer);
  if (found && (caution || looks_like_installer_note (query)))
    winerror_answer_append_note (
        answer, _ ("In a log of Windows Installer, “Error 1316.” and “Note: 1: 1402” are "
                   "message numbers of Windows Installer, not system error codes."));
  if (!found && answer->hits->len == 0 && answer->note == NULL)
    search_code_prefixes (self, query, answer);
  return FALSE;
}
