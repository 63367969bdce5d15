// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-scan-texts.h"

#include "winerror-scan-data.h"

/* What two bytes are without what tells small letters from capitals, and how many lists they make.
 */
#define FOLD      0xDF
#define SHIFT     3
#define N_BUCKETS 2048

/* The texts of data/scan/foreign.txt and data/scan/signs.txt, by their first two bytes. */
typedef struct
{
  GPtrArray *texts[N_BUCKETS]; /* NULL where none begins so */
} ScanTexts;

typedef struct
{
  WinerrorScanTextKind kind;
  char *text;
} ScanText;

static const struct
{
  const char *name;
  WinerrorScanTextKind kind;
} kinds[] = {
  { "small", WINERROR_SCAN_TEXT_SMALL },     { "decimal", WINERROR_SCAN_TEXT_DECIMAL },
  { "windows", WINERROR_SCAN_TEXT_WINDOWS }, { "function", WINERROR_SCAN_TEXT_FUNCTION },
  { "other", WINERROR_SCAN_TEXT_OTHER },
};

/* Where the texts are that begin with two bytes, the same in small letters and in capitals. */
static inline gsize
get_bucket (const char *p)
{
  return ((gsize) ((guchar) p[0] & FOLD) << SHIFT ^ ((guchar) p[1] & FOLD)) % N_BUCKETS;
}

static gboolean
read_line (const char *key, const char *value, gpointer user_data, GError **error)
{
  ScanTexts *self = user_data;
  ScanText *text = g_new0 (ScanText, 1);
  GPtrArray **texts;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (key, kinds[i].name))
      text->kind = kinds[i].kind;
  if (text->kind == 0)
    {
      g_free (text);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "unknown kind “%s”", key);
      return FALSE;
    }
  if (strlen (value) < 2)
    {
      g_free (text);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is too short", value);
      return FALSE;
    }
  text->text = g_strdup (value);
  texts = &self->texts[get_bucket (value)];
  if (*texts == NULL)
    *texts = g_ptr_array_new ();
  g_ptr_array_add (*texts, text);
  return TRUE;
}

/* Reads the texts when they are first needed. */
static const ScanTexts *
get_built_in (void)
{
  static ScanTexts *texts;

  if (g_once_init_enter (&texts))
    {
      ScanTexts *built_in = g_new0 (ScanTexts, 1);

      winerror_scan_data_read_built_in ("foreign.txt", read_line, built_in);
      winerror_scan_data_read_built_in ("signs.txt", read_line, built_in);
      g_once_init_leave (&texts, built_in);
    }
  return texts;
}

/* Whether a text stands at a place; small letters of it stand for capitals too. */
static gboolean
is_at (const char *p, const char *end, const char *text)
{
  for (; *text != '\0'; p++, text++)
    if (p == end || (*p != *text && g_ascii_tolower (*p) != *text))
      return FALSE;
  return TRUE;
}

/**
 * winerror_scan_texts_find:
 * @begin: where a line of a log begins
 * @end: where it ends
 *
 * Returns: the kinds of the texts of data/scan/foreign.txt and data/scan/signs.txt that the line
 *   has; 0 for none
 */
WinerrorScanTextKind
winerror_scan_texts_find (const char *begin, const char *end)
{
  const ScanTexts *self = get_built_in ();
  guint found = 0;

  for (const char *p = begin; p + 1 < end; p++)
    {
      const GPtrArray *texts = self->texts[get_bucket (p)];

      for (guint i = 0; texts != NULL && i < texts->len; i++)
        {
          const ScanText *text = g_ptr_array_index (texts, i);

          if (is_at (p, end, text->text))
            found |= text->kind;
        }
    }
  return found;
}
