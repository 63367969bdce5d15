// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-symbols.h"

#include "winerror-answer-private.h"
#include "winerror-spelling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No symbol is longer, in bytes. */
#define MAX_SYMBOL 120

/* How many symbols like an unknown one are named, and how much of it may be otherwise. */
#define MAX_NEAREST  3
#define MAX_DISTANCE 3

/* How well an entry matches at the least whose symbol is meant; it competes with those that have
 * the words of the query. */
#define MIN_SCORE 0.6f

/* What symbols begin with, and callers leave out. */
static const char *const prefixes[] = {
  "ERROR_",
  "STATUS_",
  "WSA",
  "NERR_",
  "RPC_S_",
  "RPC_X_",
  "EPT_S_",
  "E_",
  "CO_E_",
  "REGDB_E_",
  "SEC_E_",
  "NTE_",
  "CRYPT_E_",
  "CERT_E_",
  "TRUST_E_",
  "SCARD_E_",
  "WU_E_",
  "CBS_E_",
  "BG_E_",
  "SCHED_E_",
  "SCHED_S_",
  "STG_E_",
  "DISP_E_",
  "WBEM_E_",
  "CM_PROB_",
  "FVE_E_",
  "TPM_E_",
  "COR_E_",
  "DNS_ERROR_",
  "ERROR_INTERNET_",
  "ERROR_WINHTTP_",
  "APPINSTALLER_CLI_ERROR_",
};

static gboolean
is_symbol_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* Adds an entry, with what is met more often before what is met less. */
static void
add_symbol (WinerrorAnswer *answer, guint position, WinerrorRank rank)
{
  WinerrorEntryInfo info;

  winerror_catalog_get_info (answer->catalog, position, &info);
  winerror_answer_add_scored (answer, position, rank,
                              MIN_SCORE + (1.0f - MIN_SCORE) * (float) info.met / WINERROR_MAX_MET);
}

/* Adds the entries of one symbol: RAS and Win32 share some. */
typedef struct
{
  WinerrorAnswer *answer;
  gsize length;
  gboolean whole;    /* only the symbol itself */
  WinerrorRank rank; /* of the symbol itself */
  gboolean found;    /* the symbol itself is there */
  guint n_prefixed;  /* symbols that begin so */
} Walk;

static gboolean
take_symbol (const char *symbol, guint position, gpointer user_data)
{
  Walk *walk = user_data;
  gboolean same = symbol[walk->length] == '\0';

  if (!same && walk->whole)
    return FALSE;
  walk->found |= same;
  walk->n_prefixed += !same;
  add_symbol (walk->answer, position, same ? walk->rank : WINERROR_RANK_SYMBOL_PREFIX);
  return TRUE;
}

static gboolean
add_whole (WinerrorAnswer *answer, const char *prefix, const char *name, WinerrorRank rank)
{
  g_autofree char *symbol = g_strconcat (prefix, name, NULL);
  Walk walk = {
    .answer = answer,
    .length = strlen (symbol),
    .whole = TRUE,
    .rank = rank,
  };

  winerror_catalog_foreach_symbol (answer->catalog, symbol, take_symbol, &walk);
  return walk.found;
}

/* Adds what a name stands for, with or without the prefix of its symbol. */
static gboolean
add_name (WinerrorAnswer *answer, const char *name)
{
  gboolean found;

  /* Samba's names */
  if (g_ascii_strncasecmp (name, "NT_STATUS_", strlen ("NT_STATUS_")) == 0)
    name += strlen ("NT_");
  found = add_whole (answer, "", name, WINERROR_RANK_SYMBOL);
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes) && !found; i++)
    found |= add_whole (answer, prefixes[i], name, WINERROR_RANK_SYMBOL);
  return found;
}

/* Adds the symbols that begin with a text. */
static guint
add_beginning (WinerrorAnswer *answer, const char *text)
{
  Walk walk = { .answer = answer, .length = strlen (text), .rank = WINERROR_RANK_SYMBOL };

  winerror_catalog_foreach_symbol (answer->catalog, text, take_symbol, &walk);
  return walk.n_prefixed;
}

/* Whether a word can be nothing but a symbol: ERROR_X, E_FAIL, winerror.ERROR_X; capitals, digits
 * and underscores, or any letters after what symbols begin with. */
static gboolean
is_symbol (const char *word, gsize length)
{
  gboolean underscore = FALSE;
  gboolean small = FALSE;
  gsize n_letters = 0;

  for (gsize i = 0; i < length; i++)
    {
      underscore |= word[i] == '_' && i > 0;
      small |= g_ascii_islower (word[i]);
      n_letters += g_ascii_isalpha (word[i]) != 0;
    }
  if (n_letters < 3 || !g_ascii_isalpha (word[0]))
    return FALSE;
  if (underscore && !small)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      gsize size = strlen (prefixes[i]);

      if (length > size && (prefixes[i][size - 1] == '_' || !small) &&
          g_ascii_strncasecmp (word, prefixes[i], size) == 0)
        return TRUE;
    }
  return g_ascii_strncasecmp (word, "NT_STATUS_", MIN (length, strlen ("NT_STATUS_"))) == 0 &&
         length > strlen ("NT_STATUS_");
}

typedef struct
{
  const char *wanted;
  WinerrorSpelling spelling;
  const char *nearest[MAX_NEAREST];
  guint distances[MAX_NEAREST];
} Nearest;

static gboolean
compare_nearest (const char *symbol, guint position, gpointer user_data)
{
  Nearest *nearest = user_data;
  g_autofree char *folded = NULL;
  guint distance = 1;
  guint at = MAX_NEAREST;

  (void) position;
  folded = g_ascii_strdown (symbol, -1);
  {
    WinerrorSpelling spelling = winerror_spelling_new (folded, strlen (folded));

    if (!winerror_spelling_is_near (&nearest->spelling, &spelling, MAX_DISTANCE))
      return TRUE;
  }
  while (distance <= MAX_DISTANCE &&
         !winerror_spelling_is_similar (nearest->wanted, strlen (nearest->wanted), folded,
                                        strlen (folded), distance))
    distance++;
  if (distance > MAX_DISTANCE)
    return TRUE;
  while (at > 0 && (nearest->nearest[at - 1] == NULL || nearest->distances[at - 1] > distance))
    at--;
  if (at == MAX_NEAREST || (at > 0 && g_str_equal (nearest->nearest[at - 1], symbol)))
    return TRUE;
  for (guint i = MAX_NEAREST - 1; i > at; i--)
    {
      nearest->nearest[i] = nearest->nearest[i - 1];
      nearest->distances[i] = nearest->distances[i - 1];
    }
  nearest->nearest[at] = symbol;
  nearest->distances[at] = distance;
  return TRUE;
}

/* Says that no table holds a symbol, and which are nearest. */
static void
explain_unknown (WinerrorAnswer *answer, const char *symbol)
{
  g_autofree char *folded = g_ascii_strdown (symbol, -1);
  g_autofree char *line = NULL;
  g_autofree char *names = NULL;
  Nearest nearest = {
    .wanted = folded,
    .spelling = winerror_spelling_new (folded, strlen (folded)),
  };

  winerror_catalog_foreach_symbol (answer->catalog, "", compare_nearest, &nearest);
  names = g_strjoin (", ", nearest.nearest[0], nearest.nearest[1], nearest.nearest[2], NULL);
  if (nearest.nearest[0] != NULL)
    /* Translators: a symbol that does not exist; one to three that do */
    line = g_strdup_printf (_ ("No table holds the symbol %s. Nearest: %s."), symbol, names);
  else
    /* Translators: a symbol that does not exist */
    line = g_strdup_printf (_ ("No table holds the symbol %s."), symbol);
  winerror_answer_append_note (answer, line);
}

/* The words of a query that are written like symbols. What is before the last full stop or colon is
 * a namespace: winerror.ERROR_X, windows::ERROR_X. */
static WinerrorSymbolsFound
search_written (const char *query, WinerrorAnswer *answer)
{
  WinerrorSymbolsFound result = WINERROR_SYMBOLS_NONE;
  g_autofree char *unknown = NULL;
  gboolean found = FALSE;

  for (const char *p = query; *p != '\0';)
    {
      const char *end = p;
      char symbol[MAX_SYMBOL + 1];
      gsize length;

      while (is_symbol_byte (*end))
        end++;
      length = (gsize) (end - p);
      if (length > 0 && length <= MAX_SYMBOL && is_symbol (p, length))
        {
          memcpy (symbol, p, length);
          symbol[length] = '\0';
          if (add_name (answer, symbol))
            found = TRUE;
          else if (unknown == NULL && *end != '(' && (*end != '.' || !is_symbol_byte (end[1])))
            unknown = g_strdup (symbol);
        }
      p = *end != '\0' && end == p ? p + 1 : end;
    }
  if (found)
    return WINERROR_SYMBOLS_ONLY;
  if (unknown != NULL)
    {
      /* a symbol on its way */
      if (add_beginning (answer, unknown) > 0)
        return WINERROR_SYMBOLS_ONLY;
      explain_unknown (answer, unknown);
      result = WINERROR_SYMBOLS_UNKNOWN;
    }
  return result;
}

/* Words that are a symbol with blanks for underscores, and without what it begins with: access
 * denied, logon failure. */
static WinerrorSymbolsFound
search_words (GPtrArray *words, WinerrorAnswer *answer)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gboolean found;

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (name, "%s%s", i > 0 ? "_" : "", (const char *) words->pdata[i]);
  if (name->len < 3 || name->len > MAX_SYMBOL || !g_str_is_ascii (name->str))
    return WINERROR_SYMBOLS_NONE;

  found = add_whole (answer, "", name->str, WINERROR_RANK_SYMBOL_WORDS);
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    found |= add_whole (answer, prefixes[i], name->str, WINERROR_RANK_SYMBOL_WORDS);
  return found ? WINERROR_SYMBOLS_SOME : WINERROR_SYMBOLS_NONE;
}

/**
 * winerror_query_symbols_search:
 * @query: the query, tidied
 * @words: (element-type utf8): its words, folded
 * @answer: where the entries are added, and what is to be said of a symbol that no table holds
 *
 * Finds the entries whose symbol stands in the query, in any letter case, with or without what it
 * begins with (ERROR_, STATUS_, …) and a namespace before it, or begins so; or whose symbol the
 * whole query is, with blanks for underscores.
 *
 * Returns: what there is of symbols
 */
WinerrorSymbolsFound
winerror_query_symbols_search (const char *query, GPtrArray *words, WinerrorAnswer *answer)
{
  WinerrorSymbolsFound written;

  g_return_val_if_fail (query != NULL, WINERROR_SYMBOLS_NONE);
  g_return_val_if_fail (words != NULL, WINERROR_SYMBOLS_NONE);
  g_return_val_if_fail (answer != NULL, WINERROR_SYMBOLS_NONE);

  written = search_written (query, answer);
  return written != WINERROR_SYMBOLS_NONE ? written : search_words (words, answer);
}
