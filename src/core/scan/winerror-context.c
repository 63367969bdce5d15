// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-context.h"

#include <string.h>

/* How many words before a number may belong to it. */
#define MAX_WORDS 6

/* How many words a line is searched for one that reports an error. */
#define MAX_LINE_WORDS 64

/* How far apart a foreign program's name and its error may stand, in words. */
#define MAX_DATABASE_WORDS 12

static gboolean
has_role_before (const char *begin, const char *p, WinerrorRole roles, guint n_words)
{
  WinerrorContextWord word;

  for (; n_words > 0 && winerror_context_word_read_before (begin, p, &word); n_words--)
    {
      if ((word.roles & roles) != 0)
        return TRUE;
      p = word.start;
    }
  return FALSE;
}

/* Whether one of the characters of @set is between two places. */
static gboolean
has_any (const char *from, const char *to, const char *set)
{
  for (const char *p = from; p < to; p++)
    if (*p != '\0' && strchr (set, *p) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether what is between a word and what follows lets them belong together. */
static gboolean
joins (const WinerrorContextWord *word, const char *to)
{
  for (const char *p = word->end; p < to; p++)
    {
      if ((guchar) *p < 0x80 && (*p == '\0' || strchr (" \t:=#([{'\"<>`)].,-|*\\!%$", *p) == NULL))
        return FALSE;
      /* a sentence ends, unless it is "error no. 1326" */
      if (*p == '.' && p + 1 < to && p[1] == ' ' && (word->roles & WINERROR_ROLE_ABBREVIATES) == 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * winerror_context_is_part:
 * @begin: where the line begins
 * @from: where a number in it begins
 * @to: where the number ends
 * @end: where the line ends
 *
 * Returns: whether the number is a part of something longer: a version, time, date, path, name
 */
gboolean
winerror_context_is_part (const char *begin, const char *from, const char *to, const char *end)
{
  char before = from > begin ? from[-1] : ' ';
  char further = from > begin + 1 ? from[-2] : ' ';
  char after = to < end ? *to : ' ';
  char beyond = to + 1 < end ? to[1] : ' ';

  if (winerror_context_is_word_end (begin, from) || winerror_context_is_word_start (to, end))
    return TRUE;

  switch (before)
    {
    case '/':
    case '\\':
    case '$':
    case '-':
      return TRUE;
    case '.':
    case '+':
    case '@':
      if (g_ascii_isalnum (further))
        return TRUE;
      break;
    case ':':
    case ',':
      if (g_ascii_isdigit (further))
        return TRUE;
      break;
    default:
      break;
    }

  switch (after)
    {
    case '.':
    case '/':
    case '\\':
    case '@':
    case '#':
      return g_ascii_isalnum (beyond);
    case ':':
    case '-':
      return g_ascii_isdigit (beyond);
    case ',':
      /* 1,400,000 */
      return g_ascii_isdigit (beyond) && to + 3 < end && g_ascii_isdigit (to[2]) &&
             g_ascii_isdigit (to[3]) && !(to + 4 < end && g_ascii_isdigit (to[4]));
    default:
      return FALSE;
    }
}

/* Failed: 1400, Passed: 1600: the results of tests are counted */
static gboolean
is_before_outcome (const char *to, const char *end)
{
  WinerrorContextWord word;
  const char *p = to;

  if (p == end || *p != ',')
    return FALSE;
  p++;
  while (p < end && *p == ' ')
    p++;
  return winerror_context_word_read_at (p, end, &word) && word.end < end && *word.end == ':' &&
         (word.roles & WINERROR_ROLE_OUTCOME) != 0;
}

/**
 * winerror_context_is_counted:
 * @to: where a number ends
 * @end: where the line ends
 *
 * Returns: whether what follows makes the number a count or a measure
 */
gboolean
winerror_context_is_counted (const char *to, const char *end)
{
  const char *p = to;
  WinerrorContextWord word;

  if ((p < end && *p == '%') || is_before_outcome (to, end))
    return TRUE;
  if (p < end && (*p == ' ' || *p == '-'))
    p++;
  if (!winerror_context_word_read_at (p, end, &word) ||
      (word.end < end && *word.end == '\'')) /* L'erreur système 1326 s'est produite. */
    return FALSE;
  if ((word.roles & WINERROR_ROLE_COUNTED_OF) != 0)
    return end - word.end >= 2 && g_ascii_isdigit (word.end[1]);
  return (word.roles & WINERROR_ROLE_COUNTED) != 0;
}

/* What databases put after their error numbers: the SQLSTATE in brackets, or more by name. */
static gboolean
is_database_error (const char *to, const char *end)
{
  WinerrorContextWord word;
  const char *p = to;

  while (p < end && strchr (" ,;:", *p) != NULL && *p != '\0')
    p++;
  if (winerror_context_word_read_at (p, end, &word) &&
      (word.roles & WINERROR_ROLE_DATABASE_FIELD) != 0)
    return TRUE;

  if (end - to < 8 || to[0] != ' ' || to[1] != '(' || to[7] != ')')
    return FALSE;
  for (gsize i = 2; i < 7; i++)
    if (!g_ascii_isupper (to[i]) && !g_ascii_isdigit (to[i]))
      return FALSE;
  return TRUE;
}

static gboolean
contains (const char *begin, const char *end, const char *text)
{
  return g_strstr_len (begin, end - begin, text) != NULL;
}

/**
 * winerror_context_is_ldap_data:
 * @begin: where the line begins
 * @from: where one to four hexadecimal digits in it begin
 * @to: where they end
 * @end: where the line ends
 *
 * Active Directory says why a bind failed in hexadecimal: "80090308: LdapErr: DSID-0C090446,
 * comment: AcceptSecurityContext error, data 52e, v2580".
 *
 * Returns: whether the digits are such a code
 */
gboolean
winerror_context_is_ldap_data (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContextWord word;
  gboolean digits = FALSE;
  gboolean letters = FALSE;

  if (from == begin || from[-1] != ' ' || !winerror_context_word_read_before (begin, from, &word) ||
      !winerror_context_word_equals (&word, "data") || word.end + 1 != from ||
      winerror_context_is_word_start (to, end))
    return FALSE;

  for (const char *p = from; p < to; p++)
    {
      digits |= g_ascii_isdigit (*p);
      letters |= !g_ascii_isdigit (*p);
    }
  return (digits && letters) || (word.start == begin && to == end) ||
         (end - to > 3 && memcmp (to, ", v", 3) == 0) ||
         contains (begin, from, "AcceptSecurityContext") || contains (begin, from, "LdapErr");
}

/* "Error 1316." at the start of a message */
static gboolean
is_heading (const char *begin,
            const WinerrorContextWord *word,
            const char *from,
            const char *to,
            const char *end)
{
  WinerrorContextWord before;

  if ((word->roles & WINERROR_ROLE_HEADS) == 0 || g_ascii_islower (*word->start) || to == end ||
      *to != '.' || (to + 1 < end && to[1] != ' ') || from - word->end != 1)
    return FALSE;
  return !winerror_context_word_read_before (begin, word->start, &before) ||
         winerror_context_word_is_number (&before) ||
         has_any (before.end, word->start, ".:)]-;>,'\"");
}

/* resource.rc(1412): the ending of a file name, and a line in that file */
static gboolean
is_file_name (const char *begin, const WinerrorContextWord *word)
{
  return winerror_context_word_equals (word, "rc") && word->start - begin > 1 &&
         word->start[-1] == '.' && g_ascii_isalnum (word->start[-2]) && *word->end == '(';
}

/* ORA-00600: the number of a database's own error, whose arguments follow. */
static gboolean
has_database_number (const char *begin, const char *p)
{
  WinerrorContextWord word;

  for (guint i = 0; i < MAX_DATABASE_WORDS && winerror_context_word_read_before (begin, p, &word);
       i++)
    {
      if ((word.roles & WINERROR_ROLE_DATABASE) != 0 && *word.end == '-' &&
          g_ascii_isdigit (word.end[1]))
        return TRUE;
      p = word.start;
    }
  return FALSE;
}

/* Whether an announcing word is one of a program that has error numbers of its own, or no such word
 * at all. */
static gboolean
is_foreign (const char *begin, const WinerrorContextWord *word)
{
  WinerrorContextWord before;

  /* in an address, and a switch: ?error=5, /status:940 */
  if (word->start > begin && strchr ("?&/", word->start[-1]) != NULL)
    return TRUE;
  if (is_file_name (begin, word))
    return TRUE;
  if ((word->roles & WINERROR_ROLE_NATIVE) != 0)
    return FALSE;
  for (const char *p = word->start; p + 3 <= word->end; p++)
    if (g_ascii_strncasecmp (p, "sql", 3) == 0)
      return TRUE;
  if (!winerror_context_word_read_before (begin, word->start, &before))
    return FALSE;
  if ((before.roles & WINERROR_ROLE_NATIVE) != 0)
    return winerror_context_word_equals (word, "err") &&
           word->start[-1] == '.'; /* System.err( 1326) */
  if ((before.roles & WINERROR_ROLE_FOREIGN) != 0 && !has_any (before.end, word->start, ":,;([="))
    return TRUE;
  return has_role_before (begin, word->start, WINERROR_ROLE_DATABASE, MAX_DATABASE_WORDS);
}

/* "error from CreateProcess: 1314": from @word back to the word for an error, over words that do
 * not say what else the number could be. */
static gboolean
is_error_of (const char *begin, WinerrorContextWord word, guint n_words)
{
  const char *to = word.end;

  for (; n_words > 0; n_words--)
    {
      if (!joins (&word, to) || has_any (word.end, to, ",|"))
        return FALSE;
      if ((word.roles & WINERROR_ROLE_ANNOUNCES) != 0 && (word.roles & WINERROR_ROLE_FAILS) != 0)
        return !is_foreign (begin, &word);
      if ((word.roles & WINERROR_ROLE_QUANTITY) != 0 || winerror_context_word_is_number (&word))
        return FALSE;
      to = word.start;
      if (!winerror_context_word_read_before (begin, to, &word))
        return FALSE;
    }
  return FALSE;
}

static WinerrorContext
judge_words (const char *begin, const char *from, const char *to, const char *end)
{
  const char *p = from;
  gboolean introduced = FALSE;
  WinerrorContextWord word;

  for (guint i = 0;
       i < MAX_WORDS && winerror_context_word_read_before (begin, p, &word) && joins (&word, p);
       i++)
    {
      introduced |= has_any (word.end, p, ":=>") || (word.roles & WINERROR_ROLE_INTRODUCES) != 0;
      if ((word.roles & WINERROR_ROLE_ANNOUNCES) != 0)
        {
          if (is_heading (begin, &word, from, to, end))
            return WINERROR_CONTEXT_INSTALLER_MESSAGE;
          if (!is_foreign (begin, &word))
            return WINERROR_CONTEXT_CODE;
          return WINERROR_CONTEXT_NONE;
        }
      if ((word.roles & WINERROR_ROLE_WEAK) != 0 &&
          has_role_before (begin, word.start, WINERROR_ROLE_ANNOUNCES, MAX_LINE_WORDS) &&
          !has_database_number (begin, word.start))
        return WINERROR_CONTEXT_LIKELY;
      if ((word.roles & WINERROR_ROLE_FILLS) == 0)
        {
          if (introduced && is_error_of (begin, word, MAX_WORDS - i))
            return WINERROR_CONTEXT_LIKELY;
          return WINERROR_CONTEXT_NONE;
        }
      p = word.start;
    }
  return WINERROR_CONTEXT_NONE;
}

/* "Cannot open the device. (1392)", "Failed to write item to store. [0x520]": brackets with nothing
 * else in them, in a line that reports a failure; but no line numbers, processes, threads, and no
 * arguments of a database's error. */
static gboolean
is_in_brackets (const char *begin, const char *from, const char *to, const char *end)
{
  const char *open = from - 1;
  WinerrorContextWord word;

  if (from == begin || to == end ||
      !((*open == '(' && *to == ')') || (*open == '[' && *to == ']') ||
        (*open == '<' && *to == '>')))
    return FALSE;
  if (!winerror_context_word_read_before (begin, open, &word) || word.end == open ||
      winerror_context_word_is_number (&word) ||
      (word.roles & (WINERROR_ROLE_QUANTITY | WINERROR_ROLE_PROGRAM)) != 0)
    return FALSE;
  return has_role_before (begin, open, WINERROR_ROLE_FAILS, MAX_LINE_WORDS) &&
         !has_database_number (begin, open);
}

/* "failed to find an account 'WS-0412$': 0x525": few amounts and names are written so. */
static gboolean
is_hex_of_failure (const char *begin, const char *from)
{
  WinerrorContextWord word;

  return from - begin >= 2 && from[0] == '0' && !g_ascii_isdigit (from[1]) &&
         winerror_context_word_read_before (begin, from, &word) &&
         has_any (word.end, from, ":=>") && (word.roles & WINERROR_ROLE_QUANTITY) == 0 &&
         has_role_before (begin, word.start, WINERROR_ROLE_FAILS, MAX_LINE_WORDS);
}

/* Whether a function of such a name returns an amount of something. */
static gboolean
returns_quantity (const char *from, const char *to)
{
  WinerrorRole roles = winerror_announcing_words_get_ending_roles (
      winerror_announcing_words_get_built_in (), from, (gsize) (to - from));

  return (roles & WINERROR_ROLE_RETURNS_QUANTITY) != 0;
}

/* "NetUserDel(Administrator) = 1322", "MsiGetFeatureState = 1606", "SetupFile -> 1392" */
static gboolean
is_api_result (const char *begin, const char *from)
{
  const char *p = from;
  const char *to;
  gboolean arrow;
  gboolean call = FALSE;
  guint n_capitals = 0;

  while (p > begin && p[-1] == ' ')
    p--;
  if (p - begin < 2 || (p[-1] != '=' && p[-1] != '>'))
    return FALSE;
  arrow = p[-1] == '>';
  if (arrow && p[-2] != '-' && p[-2] != '=')
    return FALSE;
  p -= arrow ? 2 : 1;
  while (p > begin && p[-1] == ' ')
    p--;

  if (p > begin && p[-1] == ')')
    {
      while (p > begin && p[-1] != '(')
        p--;
      if (p == begin)
        return FALSE;
      p--;
      call = TRUE;
    }
  to = p;
  while (p > begin && g_ascii_isalnum (p[-1]))
    {
      p--;
      n_capitals += g_ascii_isupper (*p);
    }
  if (to - p < 6 || !g_ascii_isupper (*p) || n_capitals < 2 || returns_quantity (p, to))
    return FALSE;
  return call || arrow || g_str_has_prefix (p, "Msi");
}

/* Whether the method of a request, as GET, stands between two places. */
static gboolean
has_method (const char *begin, const char *p)
{
  WinerrorContextWord word;

  for (; winerror_context_word_read_before (begin, p, &word); p = word.start)
    if ((word.roles & WINERROR_ROLE_METHOD) != 0 && g_ascii_isupper (word.end[-1]) &&
        word.start > begin && word.start[-1] == ' ' && *word.end == ' ')
      return TRUE;
  return FALSE;
}

/**
 * winerror_context_is_quantity:
 * @begin: where the line begins
 * @from: where a number in it begins
 *
 * Returns: whether the word right before the number makes it something else than a code: flags, an
 *   address, an argument of a function
 */
gboolean
winerror_context_is_quantity (const char *begin, const char *from)
{
  WinerrorContextWord word;

  if (!winerror_context_word_read_before (begin, from, &word) || !joins (&word, from))
    return FALSE;
  if ((word.roles & (WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FAILS)) != 0)
    return FALSE;
  if ((word.roles & WINERROR_ROLE_QUANTITY) != 0)
    return TRUE;
  /* SetThreadExecutionState(0x80000003) */
  return from - word.end == 1 && *word.end == '(' && g_ascii_isupper (*word.start) &&
         word.end - word.start > 3;
}

/**
 * winerror_context_is_exit_code:
 * @begin: where the line begins
 * @from: where a number in it begins
 *
 * Returns: whether the words before the number say that it is what a program has returned
 */
gboolean
winerror_context_is_exit_code (const char *begin, const char *from)
{
  return has_role_before (begin, from, WINERROR_ROLE_EXITS, 3);
}

/**
 * winerror_context_is_glued:
 * @begin: where the text begins
 * @from: where a number in it begins
 *
 * Returns: whether a word that announces a number stands right before it, without a blank: Nr.1326,
 *   Fehler1326
 */
gboolean
winerror_context_is_glued (const char *begin, const char *from)
{
  const char *p = from;
  WinerrorContextWord word;

  if (p > begin && p[-1] == '.')
    p--;
  if (p == begin || !winerror_context_is_word_end (begin, p) ||
      !winerror_context_word_read_before (begin, p, &word) || word.end != p ||
      winerror_context_word_is_number (&word))
    return FALSE;
  return (word.roles & (WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FILLS)) != 0 &&
         (p - word.start > 1 || p < from || (guchar) *word.start >= 0x80);
}

/**
 * winerror_context_get_families:
 * @begin: where the line begins
 * @end: where it ends
 *
 * Returns: a bit, 1 << family, for each small family that the words of the line are about
 */
guint
winerror_context_get_families (const char *begin, const char *end)
{
  static const struct
  {
    WinerrorRole role;
    WinerrorFamily family;
  } rows[] = {
    { WINERROR_ROLE_INSTALLER, WINERROR_FAMILY_INSTALLER },
    { WINERROR_ROLE_STOP, WINERROR_FAMILY_STOP },
    { WINERROR_ROLE_DEVICE, WINERROR_FAMILY_DEVICE },
    { WINERROR_ROLE_RAS, WINERROR_FAMILY_RAS },
    { WINERROR_ROLE_RDP, WINERROR_FAMILY_RDP },
  };
  guint families = 0;
  const char *p = end;
  WinerrorContextWord word;

  for (guint n = 0; n < MAX_LINE_WORDS && winerror_context_word_read_before (begin, p, &word); n++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        if ((word.roles & rows[i].role) != 0)
          families |= 1u << rows[i].family;
      p = word.start;
    }
  return families;
}

/* The numbers of a request in a log of IIS: sc-status sc-substatus sc-win32-status time-taken */
static gboolean
is_iis_status (const char *begin, const char *from)
{
  WinerrorContextWord substatus;
  WinerrorContextWord status;

  return from > begin && from[-1] == ' ' &&
         winerror_context_word_read_before (begin, from, &substatus) && substatus.end + 1 == from &&
         substatus.end - substatus.start <= 3 && winerror_context_word_is_number (&substatus) &&
         winerror_context_word_read_before (begin, substatus.start, &status) &&
         status.end + 1 == substatus.start && status.end - status.start == 3 &&
         *status.start >= '1' && *status.start <= '5' && has_method (begin, status.start);
}

/**
 * winerror_context_judge:
 * @begin: where the line begins
 * @from: where a number in it begins
 * @to: where the number ends
 * @end: where the line ends
 *
 * Reads the text around a number that stands alone: see winerror_context_is_part().
 *
 * Returns: what the text says about the number
 */
WinerrorContext
winerror_context_judge (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContext context;

  g_return_val_if_fail (begin <= from && from <= to && to <= end, WINERROR_CONTEXT_NONE);

  if (winerror_context_is_counted (to, end) || is_database_error (to, end))
    return WINERROR_CONTEXT_NONE;
  context = judge_words (begin, from, to, end);
  if (context != WINERROR_CONTEXT_NONE)
    return context;

  /* %%1326 stands for the text of a system error in an event */
  if ((from - begin >= 2 && from[-1] == '%' && from[-2] == '%') ||
      is_in_brackets (begin, from, to, end) || is_hex_of_failure (begin, from) ||
      is_api_result (begin, from) || is_iis_status (begin, from))
    return WINERROR_CONTEXT_LIKELY;
  return WINERROR_CONTEXT_NONE;
}
