// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-highlight.h"

#include <string.h>

/* A command of that many characters finds room in the narrowest panel: it is not broken, where a
 * break reads like a blank. */
#define MAX_UNBROKEN 16

#include "winerror-search.h"

/**
 * winerror_highlight_insert:
 * @list: attributes of a text
 * @attribute: (transfer full): one more
 * @start: where it begins, in bytes
 * @end: where it ends, in bytes
 */
void
winerror_highlight_insert (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

/**
 * winerror_highlight_new:
 * @ranges: (element-type WinerrorRange): the parts of a text that matched
 * @offset: where that text begins in the shown one, in bytes
 *
 * Returns: (transfer full): attributes that show these parts in bold
 */
PangoAttrList *
winerror_highlight_new (GArray *ranges, gsize offset)
{
  PangoAttrList *list = pango_attr_list_new ();

  winerror_highlight_insert_matches (list, ranges, offset);
  return list;
}

/**
 * winerror_highlight_insert_matches:
 * @list: attributes of a text
 * @ranges: (element-type WinerrorRange): the parts of a text that matched
 * @offset: where that text begins in the shown one, in bytes
 *
 * Shows these parts in bold.
 */
void
winerror_highlight_insert_matches (PangoAttrList *list, GArray *ranges, gsize offset)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const WinerrorRange *range = &g_array_index (ranges, WinerrorRange, i);

      winerror_highlight_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                 offset + range->start, offset + range->start + range->length);
    }
}

/**
 * winerror_highlight_forbid_hyphens:
 * @list: attributes of a text with symbols, addresses or paths
 *
 * Where the text is broken within a word, no hyphen is inserted: it would be taken for a part of
 * it.
 */
void
winerror_highlight_forbid_hyphens (PangoAttrList *list)
{
  winerror_highlight_insert (list, pango_attr_insert_hyphens_new (FALSE), 0, G_MAXUINT);
}

/* A line may be broken after the dot of .\name or the slash of /domain, where it would read like
 * two words. */
static void
keep_paths_whole (PangoAttrList *list, const char *text)
{
  const char *end;

  for (const char *word = text; *word != '\0'; word = *end != '\0' ? end + 1 : end)
    {
      end = word;
      while (g_ascii_isgraph (*end))
        end++;
      if (end - word > 1 && end - word <= MAX_UNBROKEN &&
          (word[0] == '/' || memchr (word, '\\', (gsize) (end - word)) != NULL))
        winerror_highlight_insert (list, pango_attr_allow_breaks_new (FALSE), (gsize) (word - text),
                                   (gsize) (end - text));
    }
}

/**
 * winerror_highlight_read_commands:
 * @list: the attributes that the text will have
 * @text: text with commands in backquotes
 *
 * Shows commands in the font for code; short ones on one line, others without hyphens where they
 * are broken. Short paths and options are on one line too.
 *
 * Returns: (transfer full): the text without the backquotes
 */
char *
winerror_highlight_read_commands (PangoAttrList *list, const char *text)
{
  GString *plain = g_string_new (NULL);
  const char *open;
  const char *close;

  while ((open = strchr (text, '`')) != NULL && (close = strchr (open + 1, '`')) != NULL)
    {
      gsize start;

      g_string_append_len (plain, text, open - text);
      start = plain->len;
      g_string_append_len (plain, open + 1, close - open - 1);
      winerror_highlight_insert (list, pango_attr_family_new ("monospace"), start, plain->len);
      winerror_highlight_insert (list,
                                 plain->len - start > MAX_UNBROKEN
                                     ? pango_attr_insert_hyphens_new (FALSE)
                                     : pango_attr_allow_breaks_new (FALSE),
                                 start, plain->len);
      text = close + 1;
    }
  g_string_append (plain, text);
  keep_paths_whole (list, plain->str);
  return g_string_free (plain, FALSE);
}
