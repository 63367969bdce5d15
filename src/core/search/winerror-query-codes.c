// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-codes.h"

#include "winerror-answer-private.h"
#include "winerror-code.h"
#include "winerror-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _WinerrorQueryCodes
{
  WinerrorCatalog *catalog;
  WinerrorScanner *scanner; /* NULL where not made yet */
};

/**
 * winerror_query_codes_new:
 * @catalog: the entries
 *
 * Returns: (transfer full): what finds the numbers of @catalog in queries
 */
WinerrorQueryCodes *
winerror_query_codes_new (WinerrorCatalog *catalog)
{
  WinerrorQueryCodes *self = g_new0 (WinerrorQueryCodes, 1);

  self->catalog = g_object_ref (catalog);
  return self;
}

/**
 * winerror_query_codes_free:
 * @self: (transfer full): the numbers
 */
void
winerror_query_codes_free (WinerrorQueryCodes *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->catalog);
  g_clear_pointer (&self->scanner, winerror_scanner_free);
  g_free (self);
}

/**
 * winerror_query_codes_prepare:
 * @self: the numbers
 *
 * Gets ready for queries that are more than a number; else the first one does it.
 */
void
winerror_query_codes_prepare (WinerrorQueryCodes *self)
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

static void
add_all (WinerrorQueryCodes *self, WinerrorAnswer *answer)
{
  for (guint i = 0; i < winerror_catalog_get_n_entries (self->catalog); i++)
    winerror_answer_add_hit (answer, i, WINERROR_RANK_CODE_PREFIX);
}

/* The digits of a code while it is being typed: 13, 0x52, 0x80070, 0x800705 */
static void
search_code_prefixes (WinerrorQueryCodes *self, const char *query, WinerrorAnswer *answer)
{
  g_autofree char *digits = g_strstrip (g_strdup (query));
  const char *p = digits;
  gboolean hex = FALSE;
  gboolean marked = FALSE;
  guint n_entries = winerror_catalog_get_n_entries (self->catalog);
  guint base;
  guint64 wanted;
  gsize n;

  if (p[0] == '0' && g_ascii_tolower (p[1]) == 'x')
    {
      p += 2;
      hex = TRUE;
      marked = TRUE;
    }
  while (hex && *p == '0')
    p++;
  if (g_ascii_strncasecmp (p, "8007", 4) == 0)
    {
      p += 4;
      hex = TRUE;
      if (*p == '0') /* the codes of four digits are padded by one */
        p++;
      if (*p == '\0' && marked)
        add_all (self, answer);
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
add_code (WinerrorQueryCodes *self,
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

/* Words of a query that are numbers, parted by one of @separators. */
static gboolean
search_loose_numbers (WinerrorQueryCodes *self,
                      const char *query,
                      const char *separators,
                      WinerrorAnswer *answer)
{
  g_auto (GStrv) words = g_strsplit_set (query, separators, -1);
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

/* Puts together a number that was read out or misread: 1 3 2 6, 0x 52E, - 2,147,023,570, 16O3,
 * l326, minus 2147023570, hex 52E, x52E. Returns NULL where it is none. */
static char *
respell (const char *query)
{
  static const char *const words[] = { "minus ", "hex " };
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean digits = FALSE;
  const char *p = query;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (query, words[i], strlen (words[i])) == 0)
      {
        p = query + strlen (words[i]);
        g_string_append (out, i == 0 ? "-" : "0x");
      }
  if (g_ascii_tolower (*p) == 'x')
    g_string_append_c (out, '0');

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      digits |= c >= '0' && c <= '9';
      if (c == '-' || c == 0x2212 || c == 0x2013 || c == 0x2014) /* minus, dashes */
        {
          if (out->len == 0)
            g_string_append_c (out, '-');
        }
      else if (c == 'o' || c == 'O')
        g_string_append_c (out, '0');
      else if (c == 'l' || c == 'I')
        g_string_append_c (out, '1');
      else if (c < 0x80 && (g_ascii_isxdigit ((char) c) || c == 'x' || c == 'X'))
        g_string_append_c (out, (char) c);
      else if (c != ' ' && !((c == ',' || c == '.') && out->str[0] == '-'))
        return NULL;
    }
  return digits ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static gboolean
search_respelt (WinerrorQueryCodes *self, const char *query, WinerrorAnswer *answer)
{
  g_autofree char *number = respell (query);
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = number != NULL ? winerror_code_parse (number, -1, readings) : 0;

  for (guint i = 0; i < n; i++)
    if (add_code (self, &readings[i], WINERROR_RANK_CODE, answer))
      return TRUE;
  return FALSE;
}

/* 2147023570: a negative HRESULT whose sign got lost */
static gboolean
add_negative (WinerrorQueryCodes *self, const WinerrorCode *code, WinerrorAnswer *answer)
{
  WinerrorCode negative = winerror_code_from_value (0u - code->value);

  return code->value <= G_MAXINT32 && negative.form == WINERROR_CODE_HRESULT &&
         add_code (self, &negative, WINERROR_RANK_CODE_ALTERNATIVE, answer);
}

/* 0x80070, on the way to eight digits */
static gboolean
is_half_typed (const char *query)
{
  return query[0] == '0' && g_ascii_tolower (query[1]) == 'x' && strlen (query) < 10;
}

/* Every code has a digit; there are others than those of ASCII. */
static gboolean
may_have_number (const char *query)
{
  for (const char *p = query; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || (guchar) *p >= 0x80)
      return TRUE;
  return FALSE;
}

static gboolean
looks_like_installer_note (const char *query)
{
  return strstr (query, "Note: 1: ") != NULL;
}

/**
 * winerror_query_codes_search:
 * @self: the numbers
 * @query: the query, tidied
 * @answer: where the entries are added that the numbers in it name, and what else there is to say
 *   about these
 *
 * Returns: whether the query is all number
 */
gboolean
winerror_query_codes_search (WinerrorQueryCodes *self, const char *query, WinerrorAnswer *answer)
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
      if (!found)
        found = add_negative (self, &readings[0], answer);
      search_code_prefixes (self, query, answer);
      if (!found &&
          (answer->hits->len == 0 || (readings[0].value > G_MAXUINT16 && !is_half_typed (query))))
        explain (answer, &readings[0]);
      return TRUE;
    }

  matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  winerror_query_codes_prepare (self);
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
  if (!found && may_have_number (query))
    found = search_loose_numbers (self, query, " \t\n\r", answer) ||
            search_loose_numbers (self, query, " \t\n\r,;/|()_", answer) ||
            search_respelt (self, query, answer);
  if (found && (caution || looks_like_installer_note (query)))
    winerror_answer_append_note (
        answer, _ ("In a log of Windows Installer, “Error 1316.” and “Note: 1: 1402” are "
                   "message numbers of Windows Installer, not system error codes."));
  if (!found && answer->hits->len == 0 && answer->note == NULL)
    search_code_prefixes (self, query, answer);
  return FALSE;
}
