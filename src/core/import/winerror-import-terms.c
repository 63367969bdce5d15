// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-terms.h"

#include "winerror-number.h"

#include <string.h>

/* How many digits a hexadecimal number has that is written as a 32-bit value. */
#define WIDE_DIGITS 8

/* Words that stand beside a code and say nothing more; those of the first row say that a number is
 * one. */
static const char *const naming_words[] = {
  "code",  "codes",  "error", "errors", "errorcode",  "hresult", "ntstatus", "stop", "bugcheck",
  "check", "status", "exit",  "fehler", "fehlercode", "erreur",  "errore",   "fout", "event",
};
static const char *const filling_words[] = {
  "and",    "or", "und", "oder",   "bug",    "dec", "decimal", "hex",    "hexadecimal", "value",
  "number", "no", "nr",  "return", "result", "id",  "message", "system", "installer",   "win32",
};

static gboolean
is_among (const char *const *words, gsize n, const char *word, gsize length)
{
  for (gsize i = 0; i < n; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * winerror_import_is_symbol:
 * @text: UTF-8 text
 * @length: its length in bytes, or -1
 *
 * Returns: whether the whole text may be the symbol of an entry: letters, digits and underscores
 *   that do not begin with a digit, with a letter among them
 */
gboolean
winerror_import_is_symbol (const char *text, gssize length)
{
  gboolean letter = FALSE;

  if (length < 0)
    length = (gssize) strlen (text);
  if (length == 0 || length > 255 || g_ascii_isdigit (text[0]))
    return FALSE;
  for (gssize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (text[i]) && text[i] != '_')
        return FALSE;
      letter |= g_ascii_isalpha (text[i]);
    }
  return letter;
}

/* Whether a word stands out as a symbol, where no column or letter type says that it is one. */
static gboolean
looks_like_symbol (const char *word, gsize length)
{
  gboolean underscore = FALSE;
  gboolean upper = FALSE;
  gboolean lower = FALSE;

  if (length < 3 || !winerror_import_is_symbol (word, (gssize) length))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      underscore |= word[i] == '_';
      upper |= g_ascii_isupper (word[i]);
      lower |= g_ascii_islower (word[i]);
    }
  return upper && (underscore || (!lower && length > 3));
}

static gboolean
is_word_character (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (guchar) c >= 0x80;
}

/* Punctuation that stands between codes: of ASCII, the dashes, no-break spaces and the like. */
static const char *
skip_separators (const char *p, const char *end)
{
  while (p < end)
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        {
          if (is_word_character (*p) || *p == '&')
            break;
          /* the sign of a number */
          if (*p == '-' && p + 1 < end && g_ascii_isdigit (p[1]))
            break;
          p++;
          continue;
        }
      c = g_utf8_get_char (p);
      if (g_unichar_isalnum (c))
        break;
      p = g_utf8_next_char (p);
    }
  return p;
}

/* Whether the text between two numbers makes a range of them. */
static gboolean
is_range_sign (const char *from, const char *to)
{
  g_autofree char *between = g_strndup (from, (gsize) (to - from));

  g_strstrip (between);
  return g_str_equal (between, "-") || g_str_equal (between, "\u2013") ||
         g_str_equal (between, "\u2014") || g_str_equal (between, "..") ||
         g_str_equal (between, "...") || g_str_equal (between, "\u2026");
}

/* The value of a number. One of eight digits is hexadecimal, though it has none above nine. */
static gboolean
get_value (const WinerrorNumber *number, guint32 *value)
{
  if (!number->hex && !number->letters && !number->negative && number->n_digits == WIDE_DIGITS)
    {
      guint64 magnitude = number->magnitude;

      *value = 0;
      for (guint i = 0; i < WIDE_DIGITS; i++, magnitude /= 10)
        *value |= (guint32) (magnitude % 10) << 4 * i;
      return TRUE;
    }
  return winerror_number_get_value (number, value);
}

static void
add_code (WinerrorImportTerms *terms, const WinerrorNumber *number)
{
  WinerrorImportCode code;

  if (!get_value (number, &code.value))
    {
      terms->too_big = TRUE;
      return;
    }
  code.wide = number->negative || code.value > G_MAXUINT16 ||
              ((number->hex || number->letters) && number->n_digits >= WIDE_DIGITS);
  for (guint i = 0; i < terms->n_codes; i++)
    if (terms->codes[i].value == code.value)
      {
        terms->codes[i].wide |= code.wide;
        return;
      }
  if (terms->n_codes < WINERROR_IMPORT_MAX_CODES)
    terms->codes[terms->n_codes++] = code;
}

/* Reads a number that is a code: not 32-bit, 1.5 or 2018-05-31. Returns where it ends, or NULL. */
static const char *
read_code (WinerrorImportTerms *terms,
           const char *text,
           const char *p,
           const char *end,
           const char **last_end)
{
  const char *digits = *p == '-' ? p + 1 : p;
  WinerrorNumber number;
  const char *after;
  gboolean range = FALSE;

  if (!winerror_number_read (text, digits, end, &number) || number.to <= digits)
    return NULL;
  after = number.to;
  if (after < end && (*after == '.' || *after == '-' || *after == '/') && after + 1 < end &&
      g_ascii_isalpha (after[1]))
    return NULL;
  if (after + 1 < end && *after == '.' && g_ascii_isdigit (after[1]))
    return NULL;
  if (after < end && (guchar) *after >= 0x80 && g_unichar_isalpha (g_utf8_get_char (after)))
    return NULL;

  /* a second number right after a dash is the end of a range; a third makes it a date */
  if (*last_end != NULL && !number.negative)
    {
      range = is_range_sign (*last_end, *p == '-' ? digits : p);
      if (range && terms->range)
        return NULL;
      /* 5 (0x5): the same number again, and where it is another one, the first is right */
      if (!range && terms->n_codes == 1 && digits > text && digits[-1] == '(' && number.hex &&
          !terms->codes[0].wide && number.n_digits < WIDE_DIGITS)
        {
          *last_end = after;
          return after;
        }
      if (range && terms->n_codes > 0)
        {
          guint32 value;

          /* 0x5 - 5 */
          if (winerror_number_get_value (&number, &value) &&
              value == terms->codes[terms->n_codes - 1].value)
            range = FALSE;
        }
    }
  add_code (terms, &number);
  terms->range |= range;
  *last_end = after;
  return after;
}

/* Whether "to" or the like stands between two numbers. */
static gboolean
is_range_word (const char *word, gsize length)
{
  static const char *const words[] = { "to", "through", "bis", "thru" };

  return is_among (words, G_N_ELEMENTS (words), word, length);
}

/**
 * winerror_import_terms_read:
 * @terms: (out caller-allocates): what the text says
 * @text: UTF-8 text, without markup
 *
 * Reads codes and symbols from the beginning of a text up to the first other word.
 */
void
winerror_import_terms_read (WinerrorImportTerms *terms, const char *text)
{
  const char *end = text + strlen (text);
  const char *last_end = NULL;
  const char *filler = NULL;
  gboolean to = FALSE;

  *terms = (WinerrorImportTerms){ .rest = NULL };
  for (const char *p = skip_separators (text, end); p < end; p = skip_separators (p, end))
    {
      const char *word_end = p;
      const char *code_end = NULL;
      gsize length;

      while (word_end < end && is_word_character (*word_end))
        word_end++;
      length = (gsize) (word_end - p);

      if (g_ascii_isdigit (*p) || *p == '-' || *p == '&' ||
          (length == WIDE_DIGITS && strcspn (p, "0123456789") < length))
        code_end = read_code (terms, text, p, end, &last_end);
      if (code_end != NULL)
        {
          terms->range |= to;
          to = FALSE;
          filler = NULL;
          p = code_end;
          continue;
        }
      if (length == 0)
        {
          /* & or a sign that no number follows */
          p++;
          continue;
        }
      if (terms->n_codes > 0 && is_range_word (p, length))
        {
          to = TRUE;
          p = word_end;
          continue;
        }
      if (looks_like_symbol (p, length))
        {
          if (terms->symbol == NULL)
            {
              terms->symbol = p;
              terms->symbol_length = length;
            }
          else if (terms->others == NULL)
            {
              terms->others = p;
              terms->others_length = length;
            }
          filler = NULL;
          p = word_end;
          continue;
        }
      if (filler == NULL && terms->n_codes > 0)
        filler = p;
      if (is_among (naming_words, G_N_ELEMENTS (naming_words), p, length))
        {
          terms->named = TRUE;
          p = word_end;
          continue;
        }
      if (is_among (filling_words, G_N_ELEMENTS (filling_words), p, length))
        {
          p = word_end;
          continue;
        }
      /* after a code, “no access” begins with no */
      terms->rest = filler != NULL ? filler : p;
      return;
    }
}

/**
 * winerror_import_terms_has_wide:
 * @terms: what a text says
 *
 * Returns: whether one of its codes is written as 32-bit values are
 */
gboolean
winerror_import_terms_has_wide (const WinerrorImportTerms *terms)
{
  for (guint i = 0; i < terms->n_codes; i++)
    if (terms->codes[i].wide)
      return TRUE;
  return FALSE;
}
