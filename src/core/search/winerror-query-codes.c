// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-codes.h"

#include "winerror-answer-private.h"
#include "winerror-context.h"
#include "winerror-gettext.h"
#include "winerror-loose-number.h"
#include "winerror-scanner.h"
#include "winerror-typed-code.h"

#include <string.h>

/* How many entries of own tables a number that is being typed lists: nobody reads more. */
#define MAX_OWN 4096

/* A number that nothing announces has at least so many digits: smaller ones are counts. */
#define MIN_LOOSE_DIGITS 3

/* The system error codes that Windows Installer returns; beside a word for it, they are meant. */
#define FIRST_MSI 1600
#define LAST_MSI  1660

/* How long a word is at the least, in bytes, that says which reading of a number is meant. */
#define MIN_COMPARED 3

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

/* One query. */
typedef struct
{
  WinerrorQueryCodes *codes;
  WinerrorAnswer *answer;
  const char *text;
  guint families;       /* those that its words are about, a bit for each */
  gboolean among_words; /* it is more than a number */
  gboolean is_device;   /* the number that is added stands there as Device Manager writes it */
  gboolean is_message;  /* and this one heads a message, as Windows Installer writes it */
  guint n_found;
} Query;

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

/* Entries */

/* Adds an entry; codes stay in the order in which the query names them. */
static void
add_position (Query *query, guint position, WinerrorRank rank)
{
  query->n_found++;
  winerror_answer_add_scored (query->answer, position, rank,
                              MAX (0.0f, 1.0f - (float) query->n_found / 1024.0f));
}

/* Adds the system error that an NTSTATUS value becomes. */
static void
add_win32 (Query *query, const WinerrorCode *code, guint position, WinerrorRank rank)
{
  WinerrorEntryInfo info;
  g_autofree char *line = NULL;
  guint other;

  winerror_catalog_get_info (query->codes->catalog, position, &info);
  if (code->family != WINERROR_FAMILY_NTSTATUS || info.win32 == 0)
    return;
  /* Translators: 0xC000006D … 1326 */
  line = g_strdup_printf (_ ("NTSTATUS 0x%08X corresponds to Win32 code %u."), info.code,
                          info.win32);
  winerror_answer_append_note (query->answer, line);
  if (winerror_catalog_lookup_code (query->codes->catalog, WINERROR_FAMILY_WIN32, info.win32,
                                    &other))
    add_position (query, other, rank);
}

/* Whether a number among words is one of dial-up and VPN that is met, and no system error that is.
 */
static gboolean
is_ras (const Query *query, const WinerrorCode *code)
{
  WinerrorEntryInfo info;
  guint position;

  if (!query->among_words || code->family != WINERROR_FAMILY_RAS ||
      !winerror_catalog_lookup_code (query->codes->catalog, code->family, code->code, &position))
    return FALSE;
  winerror_catalog_get_info (query->codes->catalog, position, &info);
  if (info.met < MET_OFTEN)
    return FALSE;
  if (!winerror_catalog_lookup_code (query->codes->catalog, WINERROR_FAMILY_WIN32, code->code,
                                     &position))
    return TRUE;
  winerror_catalog_get_info (query->codes->catalog, position, &info);
  return info.met == 0;
}

/* How many words of the query an entry has in its symbol or description. */
static guint
count_words (const Query *query, WinerrorFamily family, guint32 code)
{
  g_autofree char *folded = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  WinerrorEntryInfo info;
  guint position;
  guint n = 0;

  if (!winerror_catalog_lookup_code (query->codes->catalog, family, code, &position))
    return 0;
  winerror_catalog_get_info (query->codes->catalog, position, &info);
  text = g_strdup_printf ("%s %s", info.symbol != NULL ? info.symbol : "",
                          info.description != NULL ? info.description : "");
  folded = g_ascii_strdown (text, -1);
  words = g_strsplit_set (query->text, " .,:;()'\"", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_ascii_strdown (words[i], -1);

      n += strlen (word) >= MIN_COMPARED && !g_str_equal (word, "error") &&
           strstr (folded, word) != NULL;
    }
  return n;
}

/* Whether a number among words is a message of Windows Installer: "Error 1920. Service … failed to
 * start". Other programs write so too, so that the words of the sentence count. Where neither the
 * form nor a word for the Installer speaks for it, the search weighs the words. */
static gboolean
is_installer (const Query *query, const WinerrorCode *code)
{
  gboolean about = (query->families & 1u << WINERROR_FAMILY_INSTALLER) != 0;

  if (!query->is_message && (!about || (code->code >= FIRST_MSI && code->code <= LAST_MSI)))
    return FALSE;
  return count_words (query, WINERROR_FAMILY_INSTALLER, code->code) >=
         count_words (query, WINERROR_FAMILY_WIN32, code->code);
}

/* Whether the words of the query make a reading the likeliest. */
static gboolean
is_meant (const Query *query, const WinerrorCode *code)
{
  if (code->family == WINERROR_FAMILY_INSTALLER)
    return is_installer (query, code);
  if (query->is_device)
    return code->family == WINERROR_FAMILY_DEVICE;
  return is_ras (query, code) || (query->families & 1u << code->family) != 0;
}

/* Adds what a number names: first what the words are about, then what it is without them, then its
 * other readings. Returns whether there is anything. */
static gboolean
add_readings (Query *query, const WinerrorCode *readings, guint n)
{
  guint n_before = query->n_found;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        WinerrorRank rank = WINERROR_RANK_CODE_ALTERNATIVE;
        guint position;

        if (is_meant (query, &readings[i]) != (pass == 0) ||
            !winerror_catalog_lookup_code (query->codes->catalog, readings[i].family,
                                           readings[i].code, &position))
          continue;
        /* the first, and the same number in other families */
        if (query->n_found == n_before || (pass == 0) || readings[i].value == readings[0].value)
          rank = WINERROR_RANK_CODE;
        add_position (query, position, rank);
        add_win32 (query, &readings[i], position, rank);
      }
  return query->n_found > n_before;
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
add_unsigned (Query *query, const WinerrorCode *reading)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = winerror_code_from_value (0u - reading->value, readings);

  return reading->value > G_MAXUINT16 && reading->value <= G_MAXINT32 &&
         readings[0].form == WINERROR_CODE_HRESULT && add_readings (query, readings, n);
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

/* "Error 1920. Service", "Error 2911: Could not", "Product: X -- Error 1722.": a number between a
 * word for an error and the text that it heads, or as the event log has it. */
static gboolean
is_message_head (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContextWord word;

  if (to == end || (*to != '.' && *to != ':') ||
      !winerror_context_word_read_before (begin, from, &word) || word.end + 1 != from ||
      (word.roles & WINERROR_ROLE_HEADS) == 0 || g_ascii_islower (*word.start))
    return FALSE;
  return (end - to > 2 && to[1] == ' ' && g_ascii_isalpha (to[2])) ||
         (word.start - begin > 3 && memcmp (word.start - 3, "-- ", 3) == 0);
}

/* Looks how a number is written. */
static void
judge_form (Query *query, const char *from, const char *to)
{
  const char *end = query->text + strlen (query->text);
  WinerrorContextWord word;

  query->is_device = winerror_context_is_device_code (query->text, from, to, end);
  query->is_message = is_message_head (query->text, from, to, end) ||
                      (winerror_context_word_read_before (query->text, from, &word) &&
                       winerror_context_word_equals (&word, "message") &&
                       (query->families & 1u << WINERROR_FAMILY_INSTALLER) != 0);
}

/* Adds what the scanner has found: numbers that words announce, and what speaks for itself. */
static gboolean
add_announced (Query *query, const char *text)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  gboolean found = FALSE;

  winerror_query_codes_prepare (query->codes);
  winerror_scanner_find (query->codes->scanner, text, strlen (text), matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const WinerrorMatch *match = &g_array_index (matches, WinerrorMatch, i);
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      guint n = read_match (text, match, readings);

      if (n == 0)
        continue;
      judge_form (query, text + match->start, text + match->start + match->length);
      if (add_readings (query, readings, n) || add_unsigned (query, &readings[0]))
        found = TRUE;
      else
        winerror_answer_add_unlisted (query->answer, &readings[0]);
    }
  return found;
}

/* STOP: 0x0000007B (0xFFFFF880009A97E8, 0xFFFFFFFFC0000034): the first number is the stop code,
 * what follows are its parameters. */
static gboolean
add_stop (Query *query, const char *text)
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
            winerror_catalog_lookup_code (query->codes->catalog, readings[i].family,
                                          readings[i].code, NULL))
          return add_readings (query, readings, n);
      p = MAX (number.to, g_utf8_next_char (p));
    }
  return FALSE;
}

/* Whether three digits that nothing announces are hardly the code that a table holds: 404, 365. */
static gboolean
is_far_fetched (Query *query, const WinerrorNumber *number, guint position)
{
  WinerrorEntryInfo info;
  WinerrorTable *table = winerror_catalog_get_info (query->codes->catalog, position, &info);

  if (number->n_digits > MIN_LOOSE_DIGITS || number->hex || query->families != 0 ||
      winerror_table_get_info (table)->listed)
    return FALSE;
  return info.met == 0 || (info.met < MET_OFTEN && number->magnitude >= FIRST_HTTP &&
                           number->magnitude <= LAST_HTTP);
}

/* Whether a query is nothing but numbers of four digits, with separators: 1326/1603. */
static gboolean
is_list (const char *text)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p += n)
    {
      p += strspn (p, "/,; ");
      n = strspn (p, "0123456789");
      if (n != MIN_LOOSE_DIGITS + 1)
        return FALSE;
    }
  return TRUE;
}

/* Finds the entry for which a number counts that nothing announces: the first reading, else one of
 * a family that the words are about, or of any where it is written with its zeros: 0x0000011B. */
static gboolean
find_likely (Query *query,
             const WinerrorNumber *number,
             const WinerrorCode *readings,
             guint n,
             guint *position)
{
  for (guint i = 0; i < n; i++)
    if ((i == 0 || (query->families & 1u << readings[i].family) != 0 ||
         (number->hex && number->n_digits == 8)) &&
        winerror_catalog_lookup_code (query->codes->catalog, readings[i].family, readings[i].code,
                                      position))
      return TRUE;
  return FALSE;
}

/* Adds the numbers that nothing announces, and that a table holds. */
static gboolean
add_loose (Query *query, const char *text)
{
  const char *end = text + strlen (text);
  gboolean list = is_list (text);
  gboolean found = FALSE;

  for (const char *p = text; p < end;)
    {
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      WinerrorNumber number;
      guint position;

      if (!winerror_number_begins (p, end) ||
          ((guchar) *p >= 0x80 && winerror_loose_number_is_inside_word (text, p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (winerror_number_read (text, p, end, &number) &&
          (number.n_digits >= MIN_LOOSE_DIGITS || (number.hex && query->families != 0)) &&
          !number.letters && (list || winerror_loose_number_is_code (text, &number, end)))
        {
          guint n = winerror_code_from_number (&number, readings);

          if (find_likely (query, &number, readings, n, &position) &&
              !is_far_fetched (query, &number, position))
            {
              judge_form (query, number.from, number.to);
              found |= add_readings (query, readings, n);
            }
        }
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
add_respelt (Query *query, const char *text)
{
  g_autofree char *number = winerror_loose_number_respell (text);
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = number != NULL ? winerror_code_parse (number, -1, readings) : 0;

  return n > 0 && add_readings (query, readings, n);
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
search_number (Query *query, const char *text, const WinerrorCode *readings, guint n)
{
  gboolean found = add_readings (query, readings, n) || add_unsigned (query, &readings[0]);
  guint n_before = query->answer->hits->len;

  add_prefixed (query->codes, text, query->answer);
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
  Query search = { .codes = self, .answer = answer };
  guint n;

  g_return_val_if_fail (self != NULL, WINERROR_CODES_NONE);
  g_return_val_if_fail (query != NULL, WINERROR_CODES_NONE);
  g_return_val_if_fail (answer != NULL, WINERROR_CODES_NONE);

  n = winerror_code_parse (query, -1, readings);
  if (n > 0)
    return search_number (&search, query, readings, n);
  if (!may_have_number (query))
    return WINERROR_CODES_NONE;

  search.text = query;
  search.among_words = TRUE;
  search.families = winerror_context_get_families (query, query + strlen (query));
  if (add_stop (&search, query))
    return WINERROR_CODES_ONLY;
  if (add_announced (&search, query) || winerror_answer_get_n_unlisted (answer) > 0)
    return WINERROR_CODES_ONLY;
  if (!loose)
    return WINERROR_CODES_NONE;
  if (add_loose (&search, query))
    return WINERROR_CODES_SOME;
  if (add_respelt (&search, query))
    return WINERROR_CODES_ONLY;
  if (answer->hits->len == 0)
    add_prefixed (self, query, answer);
  return WINERROR_CODES_NONE;
}
