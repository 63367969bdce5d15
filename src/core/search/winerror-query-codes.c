// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-codes.h"

#include "winerror-answer-private.h"
#include "winerror-context.h"
#include "winerror-gettext.h"
#include "winerror-loose-number.h"
#include "winerror-query-readings.h"
#include "winerror-scanner.h"
#include "winerror-typed-code.h"

#include <string.h>

/* How many entries of own tables a number that is being typed lists: nobody reads more. */
#define MAX_OWN 4096

/* A number that nothing announces has at least so many digits: smaller ones are counts. */
#define MIN_LOOSE_DIGITS 3

/* No system error code has more. */
#define MAX_WIN32_DIGITS 5

#define MINUS_ONE " -1"

/* How often a code is met at the least that is meant where another reading of it is likely too. */
#define MET_OFTEN 2

/* Numbers that are statuses of HTTP as a rule. */
#define FIRST_HTTP 400
#define LAST_HTTP  599

struct _WinerrorQueryCodes
{
  WinerrorCatalog *catalog;
  WinerrorScanner *scanner; /* NULL where not made yet */
};

/**
 * winerror_query_codes_new:
 * @catalog: the entries
 *
 * Returns: (transfer full): what finds the codes of @catalog in queries
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
 * @self: (transfer full): the codes
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
 * @self: the codes
 *
 * Gets ready for queries that are more than a number; else the first one does it.
 */
void
winerror_query_codes_prepare (WinerrorQueryCodes *self)
{
  if (self->scanner == NULL)
    self->scanner = winerror_scanner_new (self->catalog);
}

/* Numbers while they are being typed */

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorAnswer *answer;
  const WinerrorTypedCode *typed;
} Prefixed;

static void
take_prefixed (guint position, gpointer user_data)
{
  Prefixed *prefixed = user_data;
  WinerrorEntryInfo info;
  WinerrorTable *table = winerror_catalog_get_info (prefixed->catalog, position, &info);

  if (winerror_typed_code_begins (prefixed->typed, winerror_table_get_info (table)->family,
                                  info.code))
    winerror_answer_add_scored (prefixed->answer, position, WINERROR_RANK_CODE_PREFIX,
                                (float) info.met / WINERROR_MAX_MET);
}

/* Adds the entries whose code begins with what was typed, those first that are met most. */
static void
add_prefixed (WinerrorQueryCodes *self, const char *query, WinerrorAnswer *answer)
{
  guint n = winerror_catalog_get_n_built_in (self->catalog);
  guint32 ranges[WINERROR_TYPED_CODE_MAX_RANGES][2];
  WinerrorTypedCode typed;
  Prefixed prefixed = { .catalog = self->catalog, .answer = answer, .typed = &typed };
  guint n_ranges;

  if (!winerror_typed_code_read (query, &typed))
    return;
  for (guint i = 0; i < n; i++)
    take_prefixed (i, &prefixed);
  n_ranges = winerror_typed_code_get_ranges (&typed, ranges);
  for (guint i = 0; i < n_ranges; i++)
    winerror_catalog_foreach_own_code (self->catalog, ranges[i][0], ranges[i][1], MAX_OWN,
                                       take_prefixed, &prefixed);
}

/* Numbers among words */

/* 2147023570: a negative HRESULT whose sign got lost */
static gboolean
add_unsigned (WinerrorQueryReadings *query, const WinerrorCode *reading)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = winerror_code_from_value (0u - reading->value, readings);

  return reading->value > G_MAXUINT16 && reading->value <= G_MAXINT32 &&
         readings[0].form == WINERROR_CODE_HRESULT &&
         winerror_query_readings_add (query, readings, n);
}

/* The readings of what the scanner has found; none of a symbol, which
 * winerror_query_symbols_search() finds. */
static guint
read_match (const char *text, const WinerrorMatch *match, WinerrorCode *readings)
{
  const char *from = text + match->start;
  WinerrorNumber number;

  if (*from == '-')
    from++;
  else if (g_str_has_prefix (from, "\u2212"))
    from += strlen ("\u2212");
  if (!winerror_number_read (text, from, text + strlen (text), &number))
    return 0;
  if (match->code.form == WINERROR_CODE_HEX && !number.hex && !number.letters &&
      winerror_context_is_ldap_data (text, number.from, number.to, text + strlen (text)))
    {
      /* "data 773" of LDAP is hexadecimal */
      readings[0] = match->code;
      return 1;
    }
  return winerror_code_from_number (&number, readings);
}

/* Adds what the scanner has found: numbers that words announce, and what speaks for itself. */
static gboolean
add_announced (WinerrorQueryCodes *self, WinerrorQueryReadings *query, const char *text)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  gboolean found = FALSE;

  winerror_query_codes_prepare (self);
  winerror_scanner_find (self->scanner, text, strlen (text), matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const WinerrorMatch *match = &g_array_index (matches, WinerrorMatch, i);
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      guint n = read_match (text, match, readings);

      if (n == 0)
        continue;
      winerror_query_readings_set_place (query, text + match->start,
                                         text + match->start + match->length);
      if (winerror_query_readings_add (query, readings, n) || add_unsigned (query, &readings[0]))
        found = TRUE;
      else
        winerror_query_readings_explain (query, readings, n);
    }
  return found;
}

/* STOP: 0x0000007B (0xFFFFF880009A97E8, 0xFFFFFFFFC0000034): the first number is the stop code,
 * what follows are its parameters. */
static gboolean
add_stop (WinerrorQueryReadings *query, const char *text)
{
  const char *end = text + strlen (text);

  if ((query->families & 1u << WINERROR_FAMILY_STOP) == 0)
    return FALSE;
  for (const char *p = text; p < end;)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      WinerrorNumber number;
      guint n;

      if (!winerror_number_begins (p, end) || !winerror_number_read (text, p, end, &number))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      n = number.hex ? winerror_code_from_number (&number, readings) : 0;
      for (guint i = 0; i < n; i++)
        if (readings[i].family == WINERROR_FAMILY_STOP &&
            winerror_catalog_lookup_code (query->answer->catalog, readings[i].family,
                                          readings[i].code, NULL))
          return winerror_query_readings_add (query, readings, n);
      p = MAX (number.to, g_utf8_next_char (p));
    }
  return FALSE;
}

/* Whether three digits that nothing announces are hardly the code that a table holds: 404, 365. */
static gboolean
is_far_fetched (WinerrorQueryReadings *query, const WinerrorNumber *number, guint position)
{
  WinerrorEntryInfo info;
  WinerrorTable *table = winerror_catalog_get_info (query->answer->catalog, position, &info);

  if (number->n_digits > MIN_LOOSE_DIGITS || number->hex || query->families != 0 ||
      winerror_table_get_info (table)->listed)
    return FALSE;
  return info.met == 0 || (info.met < MET_OFTEN && number->magnitude >= FIRST_HTTP &&
                           number->magnitude <= LAST_HTTP);
}

/* Whether a word joins numbers, or there is none. */
static gboolean
is_conjunction (const char *from, gsize length)
{
  static const char *const words[] = { "",   "and", "or", "und", "oder", "et", "ou", "e",
                                       "en", "of",  "y",  "o",   "i",    "и",  "или" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], from, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a query is nothing but several numbers, with marks or a conjunction between them:
 * 1326/1603, 1355 (0xC0000022), 1326 or 1327. */
static gboolean
is_list (const char *text)
{
  const char *end = text + strlen (text);
  guint n_numbers = 0;

  for (const char *p = text; p < end;)
    {
      WinerrorNumber number;
      gsize length;

      p += strspn (p, "/,;()[]&+ ");
      length = strcspn (p, "/,;()[]&+ ");
      if (is_conjunction (p, length))
        {
          p += length;
          continue;
        }
      if (!winerror_number_begins (p, end) || !winerror_number_read (text, p, end, &number) ||
          number.to != p + length || number.letters ||
          (!number.hex && number.n_digits <= MIN_LOOSE_DIGITS))
        return FALSE;
      n_numbers++;
      p = number.to;
    }
  return n_numbers > 1;
}

/* Finds the entry for which a number counts that nothing announces: the first reading, else one of
 * a family that the words are about, or of any where it is written with all its zeros, 0x0000011B,
 * or with so many digits that it is hardly a count. */
static gboolean
find_likely (WinerrorQueryReadings *query,
             const WinerrorNumber *number,
             const WinerrorCode *readings,
             guint n,
             guint *position)
{
  for (guint i = 0; i < n; i++)
    if ((i == 0 || (query->families & 1u << readings[i].family) != 0 ||
         (number->hex && number->n_digits == 8) ||
         (number->n_digits > MIN_LOOSE_DIGITS && readings[i].value == readings[0].value)) &&
        winerror_catalog_lookup_code (query->answer->catalog, readings[i].family, readings[i].code,
                                      position))
      return TRUE;
  return FALSE;
}

/* Whether a number that nothing announces, and that no table holds, is meant as a code all the
 * same: beside a word for its family, marked as hexadecimal, or of four or five digits. */
static gboolean
is_unlisted (const WinerrorQueryReadings *query,
             const WinerrorNumber *number,
             const WinerrorCode *readings,
             guint n)
{
  if (winerror_query_readings_is_named (query, readings, n) || number->hex)
    return number->n_digits >= MIN_LOOSE_DIGITS;
  return !number->grouped && number->n_digits > MIN_LOOSE_DIGITS &&
         number->n_digits <= MAX_WIN32_DIGITS;
}

/* Adds a number that nothing announces, if a table holds it; else it may be the one that none does.
 */
static gboolean
add_likely (WinerrorQueryReadings *query, const WinerrorNumber *number, WinerrorNumber *unlisted)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = winerror_code_from_number (number, readings);
  WinerrorEntryInfo info;
  guint position;

  if (n == 0)
    return FALSE;
  winerror_query_readings_set_place (query, number->from, number->to);
  if (!find_likely (query, number, readings, n, &position))
    {
      if (unlisted != NULL && unlisted->n_digits == 0 && is_unlisted (query, number, readings, n))
        *unlisted = *number;
      return FALSE;
    }
  winerror_catalog_get_info (query->answer->catalog, position, &info);
  if (is_far_fetched (query, number, position) ||
      (unlisted == NULL && (number->n_digits <= MIN_LOOSE_DIGITS || info.met == 0)))
    return FALSE;
  return winerror_query_readings_add (query, readings, n);
}

/* Adds the numbers that nothing announces and a table holds. @unlisted is where one goes that is
 * meant as a code and that none holds; NULL where another one is announced, and only those are
 * added that are met. */
static gboolean
add_loose (WinerrorQueryReadings *query, const char *text, WinerrorNumber *unlisted)
{
  const char *end = text + strlen (text);
  gboolean list = is_list (text);
  gboolean found = FALSE;

  for (const char *p = text; p < end;)
    {
      WinerrorNumber number;

      if (!winerror_number_begins (p, end) ||
          ((guchar) *p >= 0x80 && winerror_loose_number_is_inside_word (text, p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (winerror_number_read (text, p, end, &number) &&
          (number.n_digits >= MIN_LOOSE_DIGITS || (number.hex && query->families != 0)) &&
          !number.letters && (list || winerror_loose_number_is_code (text, &number, end)))
        found |= add_likely (query, &number, unlisted);
      /* a number may follow a word without a blank: Fehler1326 */
      if (g_ascii_isalpha (*p))
        while (p < end && g_ascii_isalpha (*p))
          p++;
      else
        p = MAX (number.to, g_utf8_next_char (p));
    }
  return found;
}

static gboolean
add_respelt (WinerrorQueryReadings *query, const char *text)
{
  g_autofree char *number = winerror_loose_number_respell (text);
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = number != NULL ? winerror_code_parse (number, -1, readings) : 0;

  return n > 0 && winerror_query_readings_add (query, readings, n);
}

/* "exit code -1", which many programs return whatever has failed; no smaller number with a sign is
 * looked for among words. */
static gboolean
has_minus_one (const char *query)
{
  for (const char *p = query; (p = strstr (p, MINUS_ONE)) != NULL; p += strlen (MINUS_ONE))
    if (strchr (" ).,;:", p[strlen (MINUS_ONE)]) != NULL) /* or at the end */
      return TRUE;
  return FALSE;
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

static WinerrorCodesFound
search_number (WinerrorQueryCodes *self,
               WinerrorQueryReadings *query,
               const char *text,
               const WinerrorCode *readings,
               guint n)
{
  gboolean found = winerror_query_readings_add (query, readings, n) ||
                   add_unsigned (query, &readings[0]);
  guint n_before = query->answer->hits->len;

  add_prefixed (self, text, query->answer);
  if (!found && (query->answer->hits->len == n_before ||
                 (readings[0].value > G_MAXUINT16 && !winerror_typed_code_is_half (text))))
    winerror_answer_add_unlisted (query->answer, &readings[0]);
  return WINERROR_CODES_ONLY;
}

/**
 * winerror_query_codes_search:
 * @self: the codes
 * @query: the query, tidied
 * @loose: whether to look for numbers that nothing announces
 * @answer: where the entries are added that the numbers in it name, and the numbers that no table
 *   holds
 *
 * Reads a query that is one number in any form; else finds the numbers among its words: those that
 * a word announces, those that fill 32 bits, and if there are none, others that a table holds.
 *
 * Returns: what there is of codes
 */
WinerrorCodesFound
winerror_query_codes_search (WinerrorQueryCodes *self,
                             const char *query,
                             gboolean loose,
                             WinerrorAnswer *answer)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  WinerrorQueryReadings search = { .answer = answer };
  WinerrorNumber unlisted = { .n_digits = 0 };
  g_autofree char *spelt = NULL;
  guint n;

  g_return_val_if_fail (self != NULL, WINERROR_CODES_NONE);
  g_return_val_if_fail (query != NULL, WINERROR_CODES_NONE);
  g_return_val_if_fail (answer != NULL, WINERROR_CODES_NONE);

  n = winerror_code_parse (query, -1, readings);
  if (n > 0)
    return search_number (self, &search, query, readings, n);
  if (!may_have_number (query))
    return WINERROR_CODES_NONE;

  spelt = winerror_loose_number_drop_endings (query);
  query = spelt;
  search.text = query;
  search.among_words = TRUE;
  search.families = winerror_context_get_families (query, query + strlen (query));
  if (add_stop (&search, query))
    return WINERROR_CODES_ONLY;
  if (loose && is_list (query) && add_loose (&search, query, &unlisted))
    return WINERROR_CODES_ONLY;
  if (add_announced (self, &search, query) || winerror_answer_get_n_unlisted (answer) > 0)
    {
      if (loose && search.n_found > 0)
        add_loose (&search, query, NULL);
      return WINERROR_CODES_ONLY;
    }
  if (!loose)
    return WINERROR_CODES_NONE;
  if (has_minus_one (query))
    {
      winerror_query_readings_explain (&search, readings,
                                       winerror_code_from_value (G_MAXUINT32, readings));
      return WINERROR_CODES_ONLY;
    }
  if (add_loose (&search, query, &unlisted))
    return WINERROR_CODES_SOME;
  if (add_respelt (&search, query))
    return WINERROR_CODES_ONLY;
  if (unlisted.n_digits > 0)
    {
      winerror_query_readings_set_place (&search, unlisted.from, unlisted.to);
      winerror_query_readings_explain (&search, readings,
                                       winerror_code_from_number (&unlisted, readings));
      return WINERROR_CODES_ONLY;
    }
  if (answer->hits->len == 0)
    add_prefixed (self, query, answer);
  return WINERROR_CODES_NONE;
}
