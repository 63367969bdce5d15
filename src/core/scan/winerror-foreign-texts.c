// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-foreign-texts.h"

#include "winerror-scan-data.h"

/* The texts of data/scan/foreign.txt, by their first bytes. */
typedef struct
{
  GPtrArray *texts[256]; /* NULL where none begins so */
} ForeignTexts;

typedef struct
{
  WinerrorForeignKind kind;
  char *text;
} ForeignText;

static void
add_first (ForeignTexts *self, char first, ForeignText *text)
{
  GPtrArray **texts = &self->texts[(guchar) first];

  if (*texts == NULL)
    *texts = g_ptr_array_new ();
  g_ptr_array_add (*texts, text);
}

static gboolean
read_line (const char *key, const char *value, gpointer user_data, GError **error)
{
  ForeignTexts *self = user_data;
  ForeignText *text = g_new0 (ForeignText, 1);

  text->kind = g_str_equal (key, "small")     ? WINERROR_FOREIGN_SMALL
               : g_str_equal (key, "decimal") ? WINERROR_FOREIGN_DECIMAL
                                              : 0;
  if (text->kind == 0)
    {
      g_free (text);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "unknown kind “%s”", key);
      return FALSE;
    }
  text->text = g_strdup (value);
  add_first (self, *value, text);
  if (g_ascii_islower (*value))
    add_first (self, g_ascii_toupper (*value), text);
  return TRUE;
}

/* Reads the texts when they are first needed. */
static const ForeignTexts *
get_built_in (void)
{
  static ForeignTexts *texts;

  if (g_once_init_enter (&texts))
    {
      ForeignTexts *built_in = g_new0 (ForeignTexts, 1);

      winerror_scan_data_read_built_in ("foreign.txt", read_line, built_in);
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
 * winerror_foreign_texts_find:
 * @begin: where a line of a log begins
 * @end: where it ends
 *
 * Returns: the kinds of the texts of data/scan/foreign.txt that the line has; 0 for none
 */
WinerrorForeignKind
winerror_foreign_texts_find (const char *begin, const char *end)
{
  const ForeignTexts *self = get_built_in ();
  guint kinds = 0;

  for (const char *p = begin; p < end; p++)
    {
      const GPtrArray *texts = self->texts[(guchar) *p];

      for (guint i = 0; texts != NULL && i < texts->len; i++)
        {
          const ForeignText *text = g_ptr_array_index (texts, i);

          if (is_at (p, end, text->text))
            kinds |= text->kind;
        }
    }
  return kinds;
}
