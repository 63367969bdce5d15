// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-text.h"

#include <string.h>

/**
 * winerror_text_classify:
 * @c: a character
 *
 * Returns: what part @c has in words
 */
WinerrorTextClass
winerror_text_classify (gunichar c)
{
  if (c < 0x80)
    {
      if (g_ascii_isalnum (c))
        return WINERROR_TEXT_WORD;
      return c == '\'' ? WINERROR_TEXT_JOINER : WINERROR_TEXT_GAP;
    }

  switch (c)
    {
    case 0x00AD: /* soft hyphen */
    case 0x2019: /* apostrophe */
    case 0x02BC:
    case 0x200C: /* zero width non-joiner */
    case 0x200D: /* zero width joiner */
    case 0x0640: /* Arabic tatweel: stretches a word, means nothing */
      return WINERROR_TEXT_JOINER;
    default:
      break;
    }

  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
      return g_unichar_isalnum (c) ? WINERROR_TEXT_IDEOGRAPHIC : WINERROR_TEXT_GAP;
    default:
      break;
    }

  if (c == 0x30FC) /* the long vowel mark of Katakana, of no script of its own */
    return WINERROR_TEXT_IDEOGRAPHIC;

  return g_unichar_isalnum (c) || g_unichar_ismark (c) ? WINERROR_TEXT_WORD : WINERROR_TEXT_GAP;
}

/* Kana are told apart by these two marks: they are not accents. */
static gboolean
is_accent (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK && c != 0x3099 && c != 0x309A;
}

/* What Unicode does not decompose, though people type the one for the other. Casefolded. */
static void
append_bare (GString *out, gunichar c)
{
  switch (c)
    {
    case 0x00E6: /* ae */
      g_string_append (out, "ae");
      return;
    case 0x0153: /* oe */
      g_string_append (out, "oe");
      return;
    case 0x00F8: /* o with stroke */
      c = 'o';
      break;
    case 0x0111: /* d with stroke */
      c = 'd';
      break;
    case 0x0131: /* Turkish dotless i */
      c = 'i';
      break;
    case 0x0142: /* l with stroke */
      c = 'l';
      break;
    case 0x0629: /* Arabic teh marbuta: often typed as heh */
      c = 0x0647;
      break;
    case 0x0649: /* Arabic alef maksura and Farsi yeh: typed for yeh */
    case 0x06CC:
      c = 0x064A;
      break;
    case 0x0671: /* Arabic alef wasla */
      c = 0x0627;
      break;
    case 0x06A9: /* keheh: the kaf of Persian keyboards */
      c = 0x0643;
      break;
    default:
      if (g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER)
        c = (gunichar) ('0' + g_unichar_digit_value (c));
      break;
    }
  g_string_append_unichar (out, c);
}

static void
append_folded (GString *out, const char *text, gsize length)
{
  g_autofree char *decomposed = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_ALL);
  g_autofree char *casefolded = NULL;
  g_autofree char *composed = NULL;
  g_autoptr (GString) bare = NULL;

  if (decomposed == NULL)
    return;

  casefolded = g_utf8_casefold (decomposed, -1);
  bare = g_string_sized_new (strlen (casefolded));
  for (const char *p = casefolded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (winerror_text_classify (c) == WINERROR_TEXT_JOINER || is_accent (c))
        continue;
      append_bare (bare, c);
    }

  composed = g_utf8_normalize (bare->str, (gssize) bare->len, G_NORMALIZE_NFC);
  g_string_append (out, composed);
}

/**
 * winerror_text_append_folded:
 * @out: where the folded text is appended
 * @text: UTF-8 text
 * @length: its length in bytes
 *
 * Does what winerror_text_fold() does, without a string of its own.
 */
void
winerror_text_append_folded (GString *out, const char *text, gsize length)
{
  gsize old = out->len;

  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) text[i] >= 0x80)
        {
          g_string_truncate (out, old);
          append_folded (out, text, length);
          return;
        }
      if (text[i] != '\'')
        g_string_append_c (out, g_ascii_tolower (text[i]));
    }
}

/**
 * winerror_text_fold:
 * @text: UTF-8 text
 * @length: its length in bytes, or -1
 *
 * Folds a text to the form in which texts are compared: small letters, no accents, no apostrophes,
 * full-width forms as their ASCII ones. Blanks and punctuation stay.
 *
 * Returns: (transfer full): the folded text
 */
char *
winerror_text_fold (const char *text, gssize length)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  if (length < 0)
    length = (gssize) strlen (text);

  out = g_string_sized_new ((gsize) length);
  winerror_text_append_folded (out, text, (gsize) length);
  return g_string_free (out, FALSE);
}

/**
 * winerror_text_is_ideographic:
 * @text: UTF-8 text
 *
 * Returns: whether it has a character of a script that does not part its words: Chinese, Japanese;
 *   Korean too, where particles are attached
 */
gboolean
winerror_text_is_ideographic (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 &&
        winerror_text_classify (g_utf8_get_char (p)) == WINERROR_TEXT_IDEOGRAPHIC)
      return TRUE;
  return FALSE;
}

/**
 * winerror_text_runs_from_right:
 * @letter: a letter
 *
 * Returns: whether its script is written from right to left
 */
gboolean
winerror_text_runs_from_right (gunichar letter)
{
  switch (g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * winerror_text_make_valid:
 * @text: bytes of unknown origin
 * @length: how many, or -1 where @text ends with a NUL
 *
 * Makes UTF-8 of bytes that ought to be UTF-8: NUL bytes become blanks, broken sequences U+FFFD.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
winerror_text_make_valid (const char *text, gssize length)
{
  g_autofree char *copy = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (length < 0)
    return g_utf8_make_valid (text, -1);

  copy = g_malloc ((gsize) length + 1);
  for (gssize i = 0; i < length; i++)
    copy[i] = text[i] != '\0' ? text[i] : ' ';
  copy[length] = '\0';
  return g_utf8_make_valid (copy, length);
}

/**
 * winerror_text_is_hidden:
 * @character: a character
 *
 * Tells whether a character steers a terminal or the direction of a text instead of being part of
 * it: controls (C0, C1, DEL), line and paragraph separators, and the marks, embeddings, overrides
 * and isolates of the bidirectional algorithm (UAX #9), and other invisible format characters that
 * can disguise text. The two joiners that scripts need between letters are no such characters.
 *
 * Returns: %TRUE where the character must not reach a ticket or a terminal
 */
gboolean
winerror_text_is_hidden (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SURROGATE:
      return TRUE;
    case G_UNICODE_FORMAT:
      return character != 0x200C && character != 0x200D;
    default:
      return FALSE;
    }
}

/**
 * winerror_text_is_blank:
 * @text: a text
 *
 * Returns: whether it has nothing but blanks, tabs and line breaks
 */
gboolean
winerror_text_is_blank (const char *text)
{
  g_return_val_if_fail (text != NULL, TRUE);

  return text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * winerror_text_blank_sequences:
 * @text: bytes
 * @length: how many
 *
 * Blanks the control sequences that a program has written for a terminal: colours and the like, and
 * the choice of a character set (ECMA-48, 5.4; ECMA-35, 13.2). What follows them stays where
 * it is. One that is not complete at the end is left alone: its rest may follow.
 */
void
winerror_text_blank_sequences (char *text, gsize length)
{
  char *end = text + length;

  for (char *p = text; (p = memchr (p, '\033', (gsize) (end - p))) != NULL;)
    {
      char *start = p++;
      char lowest = 0x30;

      if (p < end && *p == '[')
        {
          lowest = 0x40;
          for (p++; p < end && *p >= 0x30 && *p <= 0x3F; p++)
            ;
          while (p < end && *p >= 0x20 && *p <= 0x2F)
            p++;
        }
      else if (p < end && *p != '\0' && strchr ("()*+", *p) != NULL)
        p++;
      else if (p < end)
        lowest = 0x7F;

      if (p == end)
        return;
      /* else it is no such sequence, and is not to become one when it is seen again */
      if (*p >= lowest && *p <= 0x7E)
        p++;
      else
        p = start + 1;
      memset (start, ' ', (gsize) (p - start));
    }
}

/* Printable ASCII and single blanks inside, as most texts are. */
static gboolean
is_clean (const char *text)
{
  gboolean blank = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p < ' ' || *p > '~' || (blank && *p == ' '))
        return FALSE;
      blank = *p == ' ';
    }
  return !blank || text[0] == '\0';
}

/**
 * winerror_text_clean:
 * @text: UTF-8 text
 *
 * Takes out of a text what must not reach a ticket or a terminal: hidden characters (see
 * winerror_text_is_hidden()) go, runs of blanks, tabs and line breaks become one blank, blanks at
 * both ends go, and the rest is put into normal form C. No-break spaces stay: they are typography.
 *
 * Returns: (transfer full): the text, on one line
 */
char *
winerror_text_clean (const char *text)
{
  g_autoptr (GString) out = NULL;
  g_autofree char *valid = NULL;
  gboolean blank = FALSE;
  gboolean ascii = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_clean (text))
    return g_strdup (text);

  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        {
          blank = out->len > 0;
          continue;
        }
      if (winerror_text_is_hidden (c))
        continue;
      if (blank)
        g_string_append_c (out, ' ');
      blank = FALSE;
      if (c >= 0x80)
        ascii = FALSE;
      g_string_append_unichar (out, c);
    }

  if (ascii)
    return g_string_free (g_steal_pointer (&out), FALSE);
  return g_utf8_normalize (out->str, (gssize) out->len, G_NORMALIZE_NFC);
}

/**
 * winerror_text_strip_hidden:
 * @text: UTF-8 text
 * @length: its length in bytes
 *
 * Takes out of a text of one or more lines what cannot be seen in it: control sequences (see
 * winerror_text_blank_sequences()) and hidden characters (see winerror_text_is_hidden()) but line
 * breaks and tabs.
 *
 * Returns: (transfer full): the text
 */
char *
winerror_text_strip_hidden (const char *text, gsize length)
{
  g_autofree char *valid = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  valid = winerror_text_make_valid (text, (gssize) length);
  winerror_text_blank_sequences (valid, strlen (valid));
  out = g_string_sized_new (length);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r' || c == '\t' || !winerror_text_is_hidden (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * winerror_text_abridge:
 * @text: UTF-8 text
 * @length: how many characters are to be left at most
 *
 * Cleans a text of any length for a message: see winerror_text_clean(). What is cut off is marked
 * by an ellipsis.
 *
 * Returns: (transfer full): the beginning of the text, on one line
 */
char *
winerror_text_abridge (const char *text, gsize length)
{
  g_autofree char *clean = winerror_text_clean (text);
  const char *end = clean;

  for (gsize n = 0; n < length && *end != '\0'; n++)
    end = g_utf8_next_char (end);
  return *end == '\0' ? g_steal_pointer (&clean)
                      : g_strdup_printf ("%.*s…", (int) (end - clean), clean);
}

/**
 * winerror_text_clean_path:
 * @path: a path, or the name of a file, in the encoding of file names
 *
 * Makes a path fit to be shown: what steers a terminal or a text (see winerror_text_is_hidden())
 * becomes U+FFFD, and all blanks stay, so that it is still the name.
 *
 * Returns: (transfer full): the path, on one line
 */
char *
winerror_text_clean_path (const char *path)
{
  g_autofree char *name = NULL;
  GString *out;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_name (path);
  out = g_string_sized_new (strlen (name));
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, winerror_text_is_hidden (c) ? 0xFFFD : c);
    }
  return g_string_free (out, FALSE);
}
