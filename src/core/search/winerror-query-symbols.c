// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-symbols.h"

#include "winerror-answer-private.h"
#include "winerror-gettext.h"
#include "winerror-spelling.h"

#include <string.h>

/* How many symbols of own tables are looked at for one that begins so, or is like another: a key
 * stroke must not wait for all of a million. */
#define MAX_OWN 8192

/* No symbol is longer, in bytes. */
#define MAX_SYMBOL 120

/* How many symbols like an unknown one are named, and how much of it may be otherwise. */
#define MAX_NEAREST  3
#define MAX_DISTANCE 3

/* How Samba's names begin that are those of NTSTATUS values, and what of it they have not. */
#define SAMBA_PREFIX "NT_STATUS_"
#define SAMBA_EXTRA  "NT_"

/* How the symbols of Winsock begin. */
#define WINSOCK_PREFIX "WSAE"

/* How well an entry matches at the least whose symbol is meant; it competes with those that have
 * the words of the query. */
#define MIN_SCORE 0.6f

/* How much of its score an entry keeps whose symbol begins otherwise than those of system errors
 * do, where the words of the query are the rest: wrong password, timeout. */
#define SHARE_OTHER_PREFIX 0.7f

/* What symbols begin with, and callers leave out; those of system errors first. */
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

/* Adds an entry, with what is met more often before what is met less. @share is how much of its
 * score it keeps. */
static void
add_symbol (WinerrorAnswer *answer, guint position, WinerrorRank rank, float share)
{
  WinerrorEntryInfo info = { .met = 0 };
  WinerrorFamily family;

  /* there may be thousands of own ones, of which nothing is said but their names */
  if (!winerror_catalog_is_own (answer->catalog, position, 0, &family))
    winerror_catalog_get_info (answer->catalog, position, &info);
  winerror_answer_add_scored (answer, position, rank,
                              share * (MIN_SCORE +
                                       (1.0f - MIN_SCORE) * (float) info.met / WINERROR_MAX_MET));
}

/* Adds the entries of one symbol: RAS and Win32 share some. */
typedef struct
{
  WinerrorAnswer *answer;
  gsize length;
  gboolean whole;    /* only the symbol itself */
  WinerrorRank rank; /* of the symbol itself */
  float share;       /* of its score */
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
  add_symbol (walk->answer, position, same ? walk->rank : WINERROR_RANK_SYMBOL_PREFIX, walk->share);
  /* what becomes of it comes after it, as after its number */
  if (same && walk->rank == WINERROR_RANK_SYMBOL &&
      winerror_answer_find_win32 (walk->answer, position, FALSE, &position))
    winerror_answer_add_scored (walk->answer, position, WINERROR_RANK_SYMBOL, 0.0f);
  return TRUE;
}

static gboolean
add_whole (WinerrorAnswer *answer,
           const char *prefix,
           const char *name,
           WinerrorRank rank,
           float share)
{
  g_autofree char *symbol = g_strconcat (prefix, name, NULL);
  Walk walk = {
    .answer = answer,
    .length = strlen (symbol),
    .whole = TRUE,
    .rank = rank,
    .share = share,
  };

  winerror_catalog_foreach_symbol (answer->catalog, symbol, MAX_OWN, take_symbol, &walk);
  return walk.found;
}

/* Adds what a name stands for, with or without the prefix of its symbol. */
static gboolean
add_name (WinerrorAnswer *answer, const char *name)
{
  gboolean found;

  found = add_whole (answer, "", name, WINERROR_RANK_SYMBOL, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes) && !found; i++)
    found |= add_whole (answer, prefixes[i], name, WINERROR_RANK_SYMBOL, 1);
  return found;
}

/* Adds the symbols that begin with a text. */
static guint
add_beginning (WinerrorAnswer *answer, const char *text)
{
  Walk walk = {
    .answer = answer, .length = strlen (text), .rank = WINERROR_RANK_SYMBOL, .share = 1
  };

  winerror_catalog_foreach_symbol (answer->catalog, text, MAX_OWN, take_symbol, &walk);
  return walk.n_prefixed;
}

/* Adds the symbols that begin with a text, but for what it leaves out: logon_fail. */
static guint
add_named_beginning (WinerrorAnswer *answer, const char *text)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      g_autofree char *beginning = g_strconcat (prefixes[i], text, NULL);

      n += add_beginning (answer, beginning);
    }
  return n;
}

/* Whether a whole query is written like a symbol, in letters of any case. */
static gboolean
is_one_name (const char *query)
{
  const char *underscore = strchr (query, '_');

  for (const char *p = query; *p != '\0'; p++)
    if (!is_symbol_byte (*p))
      return FALSE;
  return underscore != NULL && underscore > query && g_ascii_isalpha (underscore[-1]) &&
         g_ascii_isalpha (underscore[1]);
}

/* Whether a word can be nothing but a symbol: ERROR_X, E_FAIL, winerror.ERROR_X; capitals, digits
 * and underscores, or any letters after what symbols begin with. */
static gboolean
is_symbol (const char *word, gsize length, gboolean *prefixed)
{
  gboolean underscore = FALSE;
  gboolean small = FALSE;
  gsize n_letters = 0;

  for (gsize i = 0; i < length; i++)
    {
      /* ERROR_1326 is a number */
      underscore |= word[i] == '_' && i > 0 && i + 1 < length && g_ascii_isalpha (word[i + 1]);
      small |= g_ascii_islower (word[i]);
      n_letters += g_ascii_isalpha (word[i]) != 0;
    }
  *prefixed = FALSE;
  if (n_letters < 3 || !g_ascii_isalpha (word[0]))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      gsize size = strlen (prefixes[i]);

      /* no word of any language begins with wsae */
      if (length > size &&
          (prefixes[i][size - 1] == '_' || !small ||
           g_ascii_strncasecmp (word, WINSOCK_PREFIX, strlen (WINSOCK_PREFIX)) == 0) &&
          !g_ascii_isdigit (word[size]) && g_ascii_strncasecmp (word, prefixes[i], size) == 0)
        *prefixed = TRUE;
    }
  *prefixed |= length > strlen (SAMBA_PREFIX) &&
               g_ascii_strncasecmp (word, SAMBA_PREFIX, strlen (SAMBA_PREFIX)) == 0;
  return *prefixed || (underscore && !small);
}

typedef struct
{
  WinerrorAnswer *answer;
  const char *part;
  gsize length;
  gboolean found;
} Inside;

/* Takes the symbols that have a part between underscores. */
static gboolean
take_inside (const char *symbol, guint position, gpointer user_data)
{
  Inside *inside = user_data;

  for (const char *p = symbol; p != NULL; p = strchr (p, '_'))
    {
      if (*p == '_')
        p++;
      if (g_ascii_strncasecmp (p, inside->part, inside->length) == 0 &&
          (p[inside->length] == '\0' || p[inside->length] == '_'))
        {
          add_symbol (inside->answer, position, WINERROR_RANK_SYMBOL_PREFIX, 1);
          inside->found = TRUE;
          break;
        }
    }
  return TRUE;
}

/* Adds the symbols that have a part: JOURNAL_HOOK. */
static gboolean
add_inside (WinerrorAnswer *answer, const char *part)
{
  Inside inside = { .answer = answer, .part = part, .length = strlen (part) };

  winerror_catalog_foreach_symbol (answer->catalog, "", MAX_OWN, take_inside, &inside);
  return inside.found;
}

/* Whether a description has a name. */
static gboolean
is_described (WinerrorCatalog *catalog, const char *name)
{
  guint n = MIN (winerror_catalog_get_n_entries (catalog),
                 winerror_catalog_get_n_built_in (catalog) + MAX_OWN);

  for (guint i = 0; i < n; i++)
    {
      WinerrorEntryInfo info;

      winerror_catalog_get_info (catalog, i, &info);
      if (info.description != NULL && strstr (info.description, name) != NULL)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  const char *wanted;
  gsize length;
  guint n_words; /* of @wanted */
  WinerrorSpelling spelling;
  const char *nearest[MAX_NEAREST];
  guint distances[MAX_NEAREST];
} Nearest;

/* How many words, between underscores, a symbol has. */
static guint
count_words (const char *symbol)
{
  guint n = 1;

  for (const char *p = symbol; *p != '\0'; p++)
    n += *p == '_';
  return n;
}

/* How many words two symbols have in common, in this order from the beginning, and then from the
 * end. */
static guint
count_common (const char *a, const char *b)
{
  guint n = 0;

  while (*a != '\0' && *b != '\0')
    {
      gsize length = strcspn (a, "_");
      gsize other = strcspn (b, "_");

      if (length != other || g_ascii_strncasecmp (a, b, length) != 0)
        break;
      n++;
      a += length + (a[length] == '_');
      b += other + (b[other] == '_');
    }
  for (gsize i = strlen (a), j = strlen (b); i > 0 && j > 0;)
    {
      gsize from = i;
      gsize other = j;

      while (from > 0 && a[from - 1] != '_')
        from--;
      while (other > 0 && b[other - 1] != '_')
        other--;
      if (i - from != j - other || g_ascii_strncasecmp (a + from, b + other, i - from) != 0)
        break;
      n++;
      i = from > 0 ? from - 1 : 0;
      j = other > 0 ? other - 1 : 0;
    }
  return n;
}

static void
insert_nearest (Nearest *nearest, const char *symbol, guint distance)
{
  guint at = MAX_NEAREST;

  while (at > 0 && (nearest->nearest[at - 1] == NULL || nearest->distances[at - 1] > distance))
    at--;
  if (at == MAX_NEAREST || (at > 0 && g_str_equal (nearest->nearest[at - 1], symbol)))
    return;
  for (guint i = MAX_NEAREST - 1; i > at; i--)
    {
      nearest->nearest[i] = nearest->nearest[i - 1];
      nearest->distances[i] = nearest->distances[i - 1];
    }
  nearest->nearest[at] = symbol;
  nearest->distances[at] = distance;
}

/* Compares words: two more or less for each that is not in common; after all that are spelt alike.
 */
static gboolean
compare_words (const char *symbol, guint position, gpointer user_data)
{
  Nearest *nearest = user_data;
  guint n = count_words (symbol);
  guint common;

  if (MAX (n, nearest->n_words) > MIN (n, nearest->n_words) + 1)
    return TRUE;
  common = count_common (symbol, nearest->wanted);
  if (common >= 2 && common + 1 >= MAX (n, nearest->n_words))
    insert_nearest (nearest, symbol, MAX_DISTANCE + n + nearest->n_words - 2 * common);
  return TRUE;
}

static gboolean
compare_spelling (const char *symbol, guint position, gpointer user_data)
{
  Nearest *nearest = user_data;
  char folded[MAX_SYMBOL + 1];
  gsize length = strlen (symbol);
  WinerrorSpelling spelling;
  guint distance = 1;

  if (length > MAX_SYMBOL ||
      MAX (length, nearest->length) - MIN (length, nearest->length) > MAX_DISTANCE)
    return TRUE;
  for (gsize i = 0; i <= length; i++)
    folded[i] = g_ascii_tolower (symbol[i]);
  spelling = winerror_spelling_new (folded, length);
  if (!winerror_spelling_is_near (&nearest->spelling, &spelling, MAX_DISTANCE))
    return TRUE;
  while (distance <= MAX_DISTANCE &&
         !winerror_spelling_is_similar (nearest->wanted, nearest->length, folded, length, distance))
    distance++;
  if (distance <= MAX_DISTANCE)
    insert_nearest (nearest, symbol, distance);
  return TRUE;
}

/* Says that no table holds a symbol, and which are nearest. */
static void
explain_unknown (WinerrorAnswer *answer, const char *symbol)
{
  g_autofree char *folded = g_ascii_strdown (symbol, -1);
  g_autofree char *line = NULL;
  g_autofree char *names = NULL;
  g_autofree char *first_word = g_strndup (folded, strcspn (folded, "_"));
  Nearest nearest = {
    .wanted = folded,
    .length = strlen (folded),
    .n_words = count_words (folded),
    .spelling = winerror_spelling_new (folded, strlen (folded)),
  };

  winerror_catalog_foreach_symbol (answer->catalog, first_word, MAX_OWN, compare_spelling,
                                   &nearest);
  if (nearest.nearest[MAX_NEAREST - 1] == NULL)
    winerror_catalog_foreach_symbol (answer->catalog, first_word, MAX_OWN, compare_words, &nearest);
  if (nearest.nearest[0] == NULL)
    winerror_catalog_foreach_symbol (answer->catalog, "", MAX_OWN, compare_spelling, &nearest);
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
  g_autofree char *unknown = NULL; /* a symbol by what it begins with */
  g_autofree char *part = NULL;    /* what may be a part of one */
  gboolean found = FALSE;

  for (const char *p = query; *p != '\0';)
    {
      const char *end = p;
      char symbol[MAX_SYMBOL + 1];
      gboolean prefixed;
      gsize length;

      while (is_symbol_byte (*end))
        end++;
      length = (gsize) (end - p);
      if (length > 0 && length <= MAX_SYMBOL && is_symbol (p, length, &prefixed))
        {
          gsize extra = g_ascii_strncasecmp (p, SAMBA_PREFIX, strlen (SAMBA_PREFIX)) == 0
                            ? strlen (SAMBA_EXTRA)
                            : 0;

          memcpy (symbol, p + extra, length - extra);
          symbol[length - extra] = '\0';
          if (add_name (answer, symbol))
            found = TRUE;
          else if (*end == '(' || (*end == '.' && is_symbol_byte (end[1])))
            ; /* a function, or a namespace */
          else if (prefixed && unknown == NULL)
            unknown = g_strdup (symbol);
          else if (!prefixed && part == NULL)
            part = g_strdup (symbol);
        }
      p = *end != '\0' && end == p ? p + 1 : end;
    }
  if (found)
    return WINERROR_SYMBOLS_ONLY;
  if (unknown == NULL && is_one_name (query) && add_named_beginning (answer, query) > 0)
    return WINERROR_SYMBOLS_ONLY;
  if (unknown == NULL && part != NULL && add_inside (answer, part))
    return WINERROR_SYMBOLS_ONLY;
  /* LB_SETCOUNT is no symbol of an error, but a description may have it */
  if (unknown == NULL && part != NULL && strlen (part) == strlen (query) &&
      !is_described (answer->catalog, part))
    unknown = g_steal_pointer (&part);
  if (unknown == NULL)
    return WINERROR_SYMBOLS_NONE;
  /* a symbol on its way */
  if (add_beginning (answer, unknown) > 0)
    return WINERROR_SYMBOLS_ONLY;
  explain_unknown (answer, unknown);
  return WINERROR_SYMBOLS_UNKNOWN;
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

  found = add_whole (answer, "", name->str, WINERROR_RANK_SYMBOL_WORDS, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    found |= add_whole (answer, prefixes[i], name->str, WINERROR_RANK_SYMBOL_WORDS,
                        i == 0 ? 1 : SHARE_OTHER_PREFIX);
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
