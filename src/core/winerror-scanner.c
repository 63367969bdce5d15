// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-scanner.h"

#include <string.h>

/* How far back from a number its context is looked for, in bytes. */
#define CONTEXT_LENGTH 96

/* How many words before a number may be its context. */
#define CONTEXT_WORDS 5

struct _WinerrorScanner
{
  WinerrorCatalog *catalog;
};

/* Words that say that the number behind them is an error code, in small letters. Those with a *
 * count as the end of a longer word too: getlasterror, Fehlercode. */
static const char *const announcing[] = {
  "*error",      "*errorcode", "*error_code", "err",       "*errcode",  "code",       "*code",
  "*status",     "*result",    "return",      "returned",  "returning", "returns",    "ret",
  "*retval",     "rc",         "failed",      "failure",   "fail",      "fails",      "exit",
  "exited",      "exitcode",   "winerror",    "win32",     "errno",     "*hresult",   "hr",
  "lasterror",   "gle",        "rval",        "exception", "errorlevel", "*fehler",   "*fehlercode",
  "fehlernummer", "*erreur",   "codigo",      "código",    "errore",    "codice",     "foutcode",
  "fout",        "błąd",       "błędu",       "kod",       "код",       "ошибка",     "ошибки",
  "erro",        "hata",       "kodu",        "エラー",    "エラーコード", "コード",  "错误",
  "错误代码",    "代码",       "오류",        "코드",      "خطأ",       "رمز",        "win32exception",
};

/* Words that may stand between an announcing word and its number. */
static const char *const filling[] = {
  "code",  "codes", "value",    "number", "no",     "nr",      "nummer", "was",    "is",     "of",
  "with",  "the",   "has",      "a",      "as",     "from",    "win32",  "system", "hex",    "dec",
  "d",     "x",     "occurred", "ist",    "mit",    "war",     "lautet", "est",    "numero", "numéro",
  "n",     "de",    "avec",     "con",    "decimal", "native", "os",     "by",     "to",
};

/* Names before an announcing word that make its number one of somebody else's. */
static const char *const foreign[] = {
  "mysql", "mariadb", "oracle", "ora",  "sqlcode", "db2",  "postgres", "postgresql", "sap",  "http",
  "https", "smtp",    "ftp",    "sip",  "jdbc",    "odbc", "event",    "sqlite",     "dns",  "snmp",
  "ssh",   "tns",     "sqlstate", "informix", "sybase", "imap", "pop3", "rfc",       "line", "column",
};

/* Words behind a number that make it a count or a measure. */
static const char *const counted[] = {
  "ms",      "s",       "sec",     "secs",    "second",  "seconds", "minutes", "min",    "hours",
  "byte",    "bytes",   "kb",      "mb",      "gb",      "kib",     "mib",     "bit",    "bits",
  "row",     "rows",    "record",  "records", "file",    "files",   "item",    "items",  "line",
  "lines",   "entry",   "entries", "result",  "results", "error",   "errors",  "time",   "times",
  "object",  "objects", "packet",  "packets", "page",    "pages",   "user",    "users",  "of",
  "warnings", "tests",  "requests", "messages", "retries", "attempts", "connections", "px", "dpi",
  "rpm",     "mhz",     "hz",      "percent", "usd",     "eur",     "documents", "keys", "threads",
  "days",    "jobs",    "tasks",   "steps",   "clients", "devices", "machines", "computers",
};

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (guchar) c >= 0x80;
}

static gboolean
is_among (const char *const *words, gsize n_words, const char *word)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (words[i][0] == '*' ? g_str_has_suffix (word, words[i] + 1) : g_str_equal (words[i], word))
        return TRUE;
    }
  return FALSE;
}

#define IS_AMONG(words, word) is_among (words, G_N_ELEMENTS (words), word)

/* The word that ends before @end, in small letters, into @word; returns where it begins, or %NULL
 * where there is none before @begin. Sets @gap to the first byte behind it. */
static const char *
word_before (const char *begin, const char *end, char word[64], const char **gap)
{
  const char *p = end;
  gsize n = 0;
  g_autofree char *lower = NULL;

  while (p > begin && !is_word_byte (p[-1]))
    p--;
  *gap = p;
  while (p > begin && is_word_byte (p[-1]) && n < 63)
    {
      p--;
      n++;
    }
  if (n == 0)
    return NULL;

  /* Not only ASCII: Fehler, ошибка */
  if (g_utf8_validate (p, (gssize) n, NULL))
    {
      lower = g_utf8_strdown (p, (gssize) n);
      g_strlcpy (word, lower, 64);
    }
  else
    {
      word[0] = '\0';
    }
  return p;
}

static gboolean
is_number (const char *word)
{
  return g_ascii_isdigit (word[0]);
}

/* Whether a stretch of text between a word and the number behind it lets them belong together. */
static gboolean
joins (const char *from, const char *to)
{
  for (const char *p = from; p < to; p++)
    {
      if (strchr (" \t:=#([{'\"<>`)].,-", *p) == NULL && (guchar) *p < 0x80)
        return FALSE;
      /* a sentence ends here */
      if ((*p == '.' || *p == ',') && p + 1 < to && p[1] == ' ' && *p == '.')
        return FALSE;
    }
  return TRUE;
}

typedef enum
{
  CONTEXT_NONE,
  CONTEXT_CODE,
  CONTEXT_LDAP,              /* data 52e: hexadecimal */
  CONTEXT_INSTALLER_MESSAGE, /* Error 1316. */
} Context;

static Context
context_before (const char *begin, const char *at, gboolean sentence_end)
{
  const char *end = at;
  char word[64];
  char other[64];
  const char *gap;
  const char *ignored;

  if ((gsize) (at - begin) > CONTEXT_LENGTH)
    begin = at - CONTEXT_LENGTH;

  for (int i = 0; i < CONTEXT_WORDS; i++)
    {
      const char *start = word_before (begin, end, word, &gap);
      const char *before;

      if (start == NULL || !joins (gap, end))
        return CONTEXT_NONE;
      if (i == 0 && g_str_equal (word, "data"))
        return CONTEXT_LDAP;
      before = word_before (begin, start, other, &ignored);
      if (IS_AMONG (announcing, word))
        {
          /* SQLSTATE-less database errors, protocol statuses, event numbers */
          if (before != NULL && IS_AMONG (foreign, other))
            return CONTEXT_NONE;
          if (i == 0 && sentence_end && g_str_equal (word, "error") &&
              (before == NULL || (start > begin && strchr (".:)]", start[-2 + (start - 1 == begin)]) != NULL)))
            return CONTEXT_INSTALLER_MESSAGE;
          return CONTEXT_CODE;
        }
      if (!IS_AMONG (filling, word) && !(i == 0 && is_number (word) && FALSE))
        return CONTEXT_NONE;
      end = start;
    }
  return CONTEXT_NONE;
}

static gboolean
is_counted (const char *p, const char *end)
{
  char word[32];
  gsize n = 0;

  if (p < end && *p == '%')
    return TRUE;
  if (p < end && (*p == ' ' || *p == '-'))
    p++;
  while (p + n < end && n < sizeof word - 1 && g_ascii_isalpha (p[n]))
    {
      word[n] = g_ascii_tolower (p[n]);
      n++;
    }
  word[n] = '\0';
  return n > 0 && IS_AMONG (counted, word);
}

/* ERROR 1364 (HY000): a number of a database, with its SQLSTATE */
static gboolean
has_sqlstate (const char *p, const char *end)
{
  if (end - p < 7 || p[0] != ' ' || p[1] != '(')
    return FALSE;
  for (int i = 2; i < 7; i++)
    if (!g_ascii_isupper (p[i]) && !g_ascii_isdigit (p[i]))
      return FALSE;
  return end - p == 7 || !g_ascii_isalnum (p[7]);
}

static void
add_match (GArray *matches, gsize start, gsize length, const WinerrorCode *code, gboolean message)
{
  WinerrorMatch match = {
    .start = start,
    .length = length,
    .code = *code,
    .installer_message = message,
  };

  g_array_append_val (matches, match);
}

/* Whether what is before and behind a number makes it part of something longer: a version, time,
 * date, path, identifier. */
static gboolean
is_part (const char *text, const char *from, const char *to, const char *end)
{
  char before = from > text ? from[-1] : ' ';
  char further = from > text + 1 ? from[-2] : ' ';
  char behind = to < end ? *to : ' ';
  char beyond = to + 1 < end ? to[1] : ' ';

  if (is_word_byte (before) || is_word_byte (behind))
    return TRUE;
  if (strchr ("./\\-+$", before) != NULL && g_ascii_isalnum (further))
    return TRUE;
  if (strchr ("/\\$", before) != NULL)
    return TRUE;
  if (before == ':' && g_ascii_isdigit (further))
    return TRUE;
  if (strchr (".:/\\-,", behind) != NULL && g_ascii_isalnum (beyond) && behind != ',' &&
      !(behind == ':' && !g_ascii_isdigit (beyond)) && !(behind == '-' && g_ascii_isalpha (beyond)))
    return TRUE;
  if (behind == ',' && g_ascii_isdigit (beyond) && to + 3 < end && g_ascii_isdigit (to[2]) &&
      g_ascii_isdigit (to[3]) && !(to + 4 < end && g_ascii_isdigit (to[4])))
    return TRUE; /* 1,400,000 */
  return FALSE;
}

static gboolean
reads_as (const WinerrorCode *code, WinerrorCodeForm a, WinerrorCodeForm b, WinerrorCodeForm c)
{
  return code->form == a || code->form == b || code->form == c;
}

static gboolean
is_known (WinerrorScanner *self, const WinerrorCode *code)
{
  return code->form != WINERROR_CODE_OTHER &&
         winerror_catalog_lookup_code (self->catalog, code->win32, NULL);
}

/* Reads the number that begins at @from; returns where to go on. */
static const char *
take_number (WinerrorScanner *self,
             const char *text,
             const char *from,
             const char *end,
             GArray *matches)
{
  const char *to = from;
  const char *start = from;
  gboolean hex = FALSE;
  gboolean letters = FALSE;
  gboolean sentence_end;
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n;
  Context context;

  if (end - from > 2 && from[0] == '0' && (from[1] == 'x' || from[1] == 'X'))
    {
      hex = TRUE;
      to += 2;
    }
  while (to < end && is_word_byte (*to))
    {
      if (!g_ascii_isdigit (*to))
        letters = TRUE;
      to++;
    }
  if (from > text && from[-1] == '-' && !hex && !letters && to - from == 10)
    {
      if (from - 1 == text || !is_word_byte (from[-2]))
        start = from - 1;
    }
  if (to - start > 18 || is_part (text, start, to, end))
    return to;

  n = winerror_code_parse (start, to - start, readings);
  if (n == 0)
    return to;

  /* What is wrapped in 32 bits speaks for itself. */
  if ((hex && to - from <= 10) || start < from || (!letters && to - from == 10) ||
      (to - from == 8 && letters))
    {
      if (reads_as (&readings[0], WINERROR_CODE_HRESULT, WINERROR_CODE_NTSTATUS_WIN32,
                    WINERROR_CODE_NTSTATUS) ||
          ((hex || start < from) && readings[0].form == WINERROR_CODE_OTHER &&
           readings[0].value >> 31 != 0))
        {
          if (hex || is_known (self, &readings[0]))
            add_match (matches, (gsize) (start - text), (gsize) (to - start), &readings[0], FALSE);
          return to;
        }
    }
  if (readings[0].win32 == 0 || readings[0].win32 > G_MAXUINT16)
    return to;

  sentence_end = to < end && *to == '.' && (to + 1 == end || to[1] == ' ');
  context = context_before (text, start, sentence_end);
  if (context == CONTEXT_NONE)
    {
      WinerrorMatch *last = matches->len > 0
                                ? &g_array_index (matches, WinerrorMatch, matches->len - 1)
                                : NULL;

      /* ERROR 1314 (0x00000522): the same once more */
      if (hex && last != NULL && last->code.win32 == readings[0].win32)
        add_match (matches, (gsize) (start - text), (gsize) (to - start), &readings[0], FALSE);
      return to;
    }
  if (context == CONTEXT_LDAP)
    {
      WinerrorCode reading;
      g_autofree char *digits = g_strndup (start, (gsize) (to - start));
      char *rest;
      guint64 value = g_ascii_strtoull (digits, &rest, 16);

      if (hex || *rest != '\0' || to - start > 4 || strstr (text, "DapErr") != NULL)
        return to;
      reading = winerror_code_from_value ((guint32) value);
      if (is_known (self, &reading))
        add_match (matches, (gsize) (start - text), (gsize) (to - start), &reading, FALSE);
      return to;
    }
  if (is_counted (to, end) || has_sqlstate (to, end))
    return to;
  if (!hex && to - start > 5)
    return to;

  for (guint i = 0; i < n; i++)
    if (i == 0 || (is_known (self, &readings[i]) && !is_known (self, &readings[0]) && letters))
      {
        add_match (matches, (gsize) (start - text), (gsize) (to - start), &readings[i],
                   context == CONTEXT_INSTALLER_MESSAGE);
        break;
      }
  return to;
}

static const char *
take_symbol (WinerrorScanner *self,
             const char *text,
             const char *from,
             const char *end,
             GArray *matches)
{
  const char *to = from;
  g_autofree char *symbol = NULL;
  guint position;

  while (to < end && (g_ascii_isalnum (*to) || *to == '_'))
    to++;
  symbol = g_strndup (from, (gsize) (to - from));
  if (winerror_catalog_lookup_symbol (self->catalog, symbol, &position))
    {
      WinerrorCode code = winerror_code_from_value (
          winerror_entry_get_code (winerror_catalog_get_entry (self->catalog, position)));

      add_match (matches, (gsize) (from - text), (gsize) (to - from), &code, FALSE);
    }
  return to;
}

/**
 * winerror_scanner_new:
 * @catalog: the entries to look for
 *
 * Returns: (transfer full): a scanner
 */
WinerrorScanner *
winerror_scanner_new (WinerrorCatalog *catalog)
{
  WinerrorScanner *self;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);

  self = g_new0 (WinerrorScanner, 1);
  self->catalog = g_object_ref (catalog);
  return self;
}

/**
 * winerror_scanner_free:
 * @self: (transfer full): a scanner
 */
void
winerror_scanner_free (WinerrorScanner *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->catalog);
  g_free (self);
}

/**
 * winerror_scanner_find:
 * @self: a scanner
 * @text: one or several lines of UTF-8 text
 * @length: its length in bytes
 * @matches: (element-type WinerrorMatch): where the codes are appended, in order of appearance
 *
 * Finds the codes in a text: symbols; Win32 codes in an HRESULT or NTSTATUS; and other numbers
 * where a word before them says that they are codes (error, status, returned, …). Numbers that are
 * dates, times, versions, counts, parts of names and the like are none. A well-formed HRESULT or
 * NTSTATUS, and an announced number, is found whether or not the catalog has it.
 */
void
winerror_scanner_find (WinerrorScanner *self, const char *text, gsize length, GArray *matches)
{
  const char *p = text;
  const char *end = text + length;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (matches != NULL);

  while (p < end)
    {
      if (g_ascii_isdigit (*p))
        p = take_number (self, text, p, end, matches);
      else if (g_ascii_isalpha (*p) || *p == '_')
        {
          const char *from = p;

          if (*p == 'E' && end - p > 6 && memcmp (p, "ERROR_", 6) == 0)
            {
              p = take_symbol (self, text, p, end, matches);
              continue;
            }
          while (p < end && is_word_byte (*p))
            p++;
          /* C000006D, without 0x */
          if (p - from == 8 && from[0] != '_')
            take_number (self, text, from, end, matches);
        }
      else
        p++;
    }
}
