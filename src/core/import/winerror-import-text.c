// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-text.h"

#include "winerror-gettext.h"

#include <string.h>

/* How much is looked at for an encoding, in bytes. */
#define SAMPLE 4096

/* Which encoding a file of 16-bit units has, by its mark or by where its NUL bytes are; NULL for
 * one of bytes. */
static const char *
find_wide_encoding (const guint8 *data, gsize size)
{
  gsize n = MIN (size, SAMPLE) & ~(gsize) 1;
  gsize nul[2] = { 0, 0 };

  if (size >= 2 && data[0] == 0xFF && data[1] == 0xFE)
    return "UTF-16LE";
  if (size >= 2 && data[0] == 0xFE && data[1] == 0xFF)
    return "UTF-16BE";
  for (gsize i = 0; i < n; i++)
    nul[i % 2] += data[i] == 0;
  /* most characters of any table are those of ASCII */
  if (n >= 8 && nul[1] > n / 4 && nul[0] == 0)
    return "UTF-16LE";
  if (n >= 8 && nul[0] > n / 4 && nul[1] == 0)
    return "UTF-16BE";
  return NULL;
}

/* Says where the first byte is that no text has. */
static gboolean
check_text (const char *text, gsize size, const char *name, GError **error)
{
  guint line = 1;
  guint column = 1;

  for (gsize i = 0; i < size; i++)
    {
      guchar c = (guchar) text[i];

      /* form feed and escape stand in texts, the others in programs and pictures */
      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B &&
           c != 0x1A) ||
          c == 0x7F)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       /* Translators: FILE:LINE:COLUMN: …, and the number of a byte: 00 */
                       _ ("%s:%u:%u: expected text, found the byte %02X: no text file"), name, line,
                       column, c);
          return FALSE;
        }
      column = c == '\n' ? 1 : column + ((c & 0xC0) != 0x80);
      line += c == '\n';
    }
  return TRUE;
}

/**
 * winerror_import_decode:
 * @bytes: the contents of a file
 * @name: what to call it in messages
 * @error: (nullable): return location for a %G_IO_ERROR_INVALID_DATA where it is no text
 *
 * Makes UTF-8 of a file in UTF-8, UTF-16, or else Windows-1252.
 *
 * Returns: (transfer full) (nullable): the text, without a byte order mark
 */
char *
winerror_import_decode (GBytes *bytes, const char *name, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *encoding = size > 0 ? find_wide_encoding ((const guint8 *) data, size) : NULL;
  g_autofree char *text = NULL;
  gsize length = size;

  if (encoding != NULL)
    {
      gboolean marked = (guint8) data[0] >= 0xFE;

      /* half a unit at the end is a file that was cut */
      text = g_convert_with_fallback (data + (marked ? 2 : 0),
                                      (gssize) ((size & ~(gsize) 1) - (marked ? 2 : 0)), "UTF-8",
                                      encoding, "\uFFFD", NULL, &length, NULL);
      if (text == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       /* Translators: a file, and the name of a character encoding */
                       _ ("%s: expected text in %s, found other bytes"), name, "UTF-16");
          return NULL;
        }
      if (!check_text (text, length, name, error))
        return NULL;
      return g_steal_pointer (&text);
    }

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!check_text (length > 0 ? data : "", length, name, error))
    return NULL;
  if (length == 0 || g_utf8_validate (data, (gssize) length, NULL))
    return g_strndup (length > 0 ? data : "", length);
  text = g_convert_with_fallback (data, (gssize) length, "UTF-8", "WINDOWS-1252", "?", NULL,
                                  &length, NULL);
  /* five bytes have no character there */
  return text != NULL ? g_steal_pointer (&text) : g_utf8_make_valid (data, (gssize) length);
}
