// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* In which encoding a log is written that does not say it. */

#include "winerror-encoding.h"

#include <string.h>

/* How many bytes of a log are looked at for UTF-16 and UTF-32, and of how many there must be NULs.
 */
#define WIDE_LENGTH 256
#define MIN_WIDE    8
#define MIN_MIXED   32

/* How much is converted at a time, in bytes. */
#define PART_SIZE 4096

/* How much more the pages of the user's language count than others. */
#define LANGUAGE_WEIGHT 1.2

static const char replacement[] = "\uFFFD";

/* What the characters of a text in a page are, one for each byte that is not ASCII: good ones speak
 * for the page. */
typedef struct
{
  const char *name;
  const char *languages; /* with blanks around each */
} Page;

/* Of two that a text fits as well, the first one is taken. */
static const Page pages[] = {
  { "WINDOWS-1252", " de en fr es it pt nl da nb nn no sv fi is ca eu gl id ms af " },
  { "WINDOWS-1251", " ru uk be bg mk sr kk ky mn " },
  { "CP932", " ja " },
  { "GBK", " zh_CN zh_SG zh " },
  { "BIG5", " zh_TW zh_HK zh_MO " },
  { "CP949", " ko " },
  { "WINDOWS-1250", " pl cs sk hu ro hr sl bs sq " },
  { "WINDOWS-1254", " tr az " },
  { "IBM850", " de fr es it pt nl da nb nn no sv fi is ca eu gl " },
  { "IBM866", " ru uk be bg " },
  { "IBM852", " pl cs sk hu ro hr sl bs sq " },
};

static const char *const names[] = {
  "UTF-8",        "UTF-16LE",     "UTF-16BE",     "UTF-32LE",     "UTF-32BE",     "WINDOWS-1252",
  "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256",
  "WINDOWS-1257", "WINDOWS-1258", "IBM437",       "IBM850",       "IBM852",       "IBM866",
  "CP932",        "GBK",          "GB18030",      "BIG5",         "CP949",        NULL,
};

/**
 * winerror_encoding_list:
 *
 * Returns: (array zero-terminated=1): the names of the encodings that Windows writes logs in, as
 *   winerror_encoding_check() and the readers of logs take them, and as they may be shown
 */
const char *const *
winerror_encoding_list (void)
{
  return names;
}

/**
 * winerror_encoding_check:
 * @name: the name of an encoding, in any way that iconv() knows it
 * @error: (nullable): return location for what is wrong with it
 *
 * Returns: whether text can be converted from it
 */
gboolean
winerror_encoding_check (const char *name, GError **error)
{
  g_autoptr (GCharsetConverter) converter = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  converter = g_charset_converter_new (WINERROR_ENCODING_UTF8, name, error);
  return converter != NULL;
}

/**
 * winerror_encoding_guess_wide:
 * @text: how a log begins
 * @length: its length in bytes
 *
 * Returns: (nullable): the name of UTF-16 or UTF-32 where the log is written so; without a mark it
 *   is known by its NULs, which are all in the same halves or quarters of its characters
 */
const char *
winerror_encoding_guess_wide (const char *text, gsize length)
{
  gsize n[4] = { 0 };
  gsize n_characters;
  gsize least;

  g_return_val_if_fail (text != NULL, NULL);

  if (length >= 4 && memcmp (text, "\xFF\xFE\0\0", 4) == 0)
    return "UTF-32LE";
  if (length >= 4 && memcmp (text, "\0\0\xFE\xFF", 4) == 0)
    return "UTF-32BE";
  if (length >= 2 && memcmp (text, "\xFF\xFE", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (text, "\xFE\xFF", 2) == 0)
    return "UTF-16BE";

  length = MIN (length, WIDE_LENGTH) & ~(gsize) 3;
  n_characters = length / 4;
  for (gsize i = 0; i < length; i++)
    n[i % 4] += text[i] == '\0';
  if (length < MIN_WIDE)
    return NULL;
  if (n[0] < n_characters && n[2] == n_characters && n[3] == n_characters)
    return "UTF-32LE";
  if (n[3] < n_characters && n[0] == n_characters && n[1] == n_characters)
    return "UTF-32BE";
  /* of much text one character in eight, for those of other scripts have none */
  least = length < MIN_MIXED ? length / 2 : MAX (length / 16, 4);
  if (8 * (n[0] + n[2]) <= n[1] + n[3] && n[1] + n[3] >= least)
    return "UTF-16LE";
  if (8 * (n[1] + n[3]) <= n[0] + n[2] && n[0] + n[2] >= least)
    return "UTF-16BE";
  return NULL;
}

/**
 * winerror_encoding_convert:
 * @converter: a converter to UTF-8
 * @text: text in its encoding
 * @length: its length in bytes
 * @at_end: nothing follows it
 * @unit: of how many bytes the smallest characters of the encoding are
 * @out: takes the text
 *
 * Converts text; what is none in its encoding becomes U+FFFD.
 *
 * Returns: how many bytes were converted: where not all, the rest is the beginning of a character
 */
gsize
winerror_encoding_convert (GConverter *converter,
                           const char *text,
                           gsize length,
                           gboolean at_end,
                           gsize unit,
                           GString *out)
{
  gsize done = 0;

  g_return_val_if_fail (G_IS_CONVERTER (converter), 0);
  g_return_val_if_fail (text != NULL && out != NULL && unit > 0, 0);

  while (done < length)
    {
      char part[PART_SIZE];
      g_autoptr (GError) error = NULL;
      gsize n_read = 0;
      gsize n_written = 0;
      GConverterResult result = g_converter_convert (converter, text + done, length - done, part,
                                                     sizeof part, G_CONVERTER_NO_FLAGS, &n_read,
                                                     &n_written, &error);

      if (result != G_CONVERTER_ERROR)
        {
          done += n_read;
          g_string_append_len (out, part, (gssize) n_written);
          if (n_read == 0)
            break;
          continue;
        }
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) && !at_end)
        break;
      /* with the fallback of GCharsetConverter the rest of UTF-16 would be out of step */
      g_string_append (out, replacement);
      done += MIN (unit, length - done);
      g_converter_reset (converter);
    }
  return done;
}

static gboolean
is_joined (gunichar c)
{
  return g_unichar_isalpha (c);
}

static gboolean
is_small (gunichar c)
{
  return c < 0x80 && g_ascii_islower ((char) c);
}

/* What one character that is not ASCII, between two others, says for the page that it was read
 * with: from -4 to 1. */
static double
weigh (gunichar before, gunichar c, gunichar after)
{
  gboolean inside = is_joined (before) && is_joined (after);

  if (c == 0xFFFD || (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c < 0xF900))
    return -4;
  if (c >= 0x2500 && c < 0x2600) /* lines and blocks of DOS */
    return -1.5;
  /* half a word of another script */
  if (c >= 0x2E80 && (is_small (before) || is_small (after)))
    return -1;
  if (c >= 0x3040 && c < 0x3100)
    return 1;
  if (c >= 0xFF61 && c < 0xFFA0) /* half-width katakana, of one byte */
    return -0.5;
  if ((c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFF61))
    return 0.5;
  if (c >= 0x3100 && c < 0xA000)
    return 0.6;
  if (c >= 0xAC00 && c < 0xD7A4)
    return 0.8;
  if (!g_unichar_isalpha (c))
    return inside ? -1 : 0;
  if (g_unichar_isdigit (before) || g_unichar_isdigit (after))
    return -0.5;
  if (g_unichar_isupper (c) && g_unichar_islower (before))
    return -1.5;
  /* one script a word, and of Latin letters few with accents */
  if (c < 0x250 && before >= 0x80 && is_joined (before))
    return -0.5;
  if ((c < 0x250) != (before < 0x250) && is_joined (before))
    return -1;
  return is_joined (before) || is_joined (after) ? 1 : 0.3;
}

/* How common the Chinese and Korean characters of a text are: the rows of the two standards have
 * first those of everyday use. */
static double
weigh_rows (const char *name, const guchar *text, gsize length)
{
  guint first = 0;
  guint last = 0;
  double sum = 0;

  if (g_str_equal (name, "GBK"))
    first = 0xB0, last = 0xD7;
  else if (g_str_equal (name, "BIG5"))
    first = 0xA4, last = 0xC6;
  else if (g_str_equal (name, "CP949"))
    first = 0xB0, last = 0xC8;
  else
    return 0;
  for (gsize i = 0; i + 1 < length; i++)
    {
      if (text[i] < 0x80)
        continue;
      if (text[i] >= first && text[i] <= last && (first == 0xA4 || text[i + 1] >= 0xA1))
        sum += 0.8;
      else
        sum -= text[i] >= 0xA1 && text[i] <= 0xA3 ? 0 : 0.6;
      i++;
    }
  return sum;
}

static double
weigh_page (const Page *page, const char *text, gsize length, const char *const *languages)
{
  g_autoptr (GCharsetConverter)
      converter = g_charset_converter_new (WINERROR_ENCODING_UTF8, page->name, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  gunichar before = ' ';
  double sum = weigh_rows (page->name, (const guchar *) text, length);

  if (converter == NULL)
    return -G_MAXDOUBLE;
  winerror_encoding_convert (G_CONVERTER (converter), text, length, TRUE, 1, out);
  for (const char *p = out->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80)
        {
          gunichar after = g_utf8_get_char (g_utf8_next_char (p));
          gsize n_bytes = c >= 0x2E80 && (c < 0xFF61 || c >= 0xFFA0) ? 2 : 1;

          sum += weigh (before, c, after) * (double) n_bytes;
        }
      before = c;
    }
  for (gsize i = 0; sum > 0 && languages != NULL && languages[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf (" %s ", languages[i]);

      if (strstr (page->languages, key) != NULL)
        return sum * LANGUAGE_WEIGHT;
    }
  return sum;
}

/**
 * winerror_encoding_guess_page:
 * @text: text that is no UTF-8
 * @length: its length in bytes
 * @languages: (nullable) (array zero-terminated=1): the user's languages, as
 *   g_get_language_names() has them
 *
 * Returns: the name of the code page in which the text reads best, and where several do as well,
 *   that of the languages; UTF-8 where it reads badly in all, and has but a few bytes that are
 *   none
 */
const char *
winerror_encoding_guess_page (const char *text, gsize length, const char *const *languages)
{
  const char *best = WINERROR_ENCODING_UTF8;
  double most = 0;

  g_return_val_if_fail (text != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      double sum = weigh_page (&pages[i], text, length, languages);

      if (sum > most || (sum == 0 && i == 0))
        {
          most = sum;
          best = pages[i].name;
        }
    }
  return best;
}
