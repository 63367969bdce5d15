// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-highlight.h"

#include "winerror-direction.h"
#include "winerror-search.h"

#include <string.h>

/* A command of that many characters finds room in the narrowest panel: it is not broken, where a
 * break reads like a blank. */
#define MAX_UNBROKEN 16

/* So does a Japanese word of that many, each of which is twice as wide. */
#define MAX_UNBROKEN_WIDE 8

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

/* No other language has hiragana. */
static gboolean
is_japanese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HIRAGANA)
      return TRUE;
  return FALSE;
}

/* The end of a word and of the particles and endings that follow it, which are in hiragana. */
static const char *
find_phrase_end (const char *text, glong *n_characters)
{
  gboolean ended = FALSE;

  for (*n_characters = 0; g_unichar_isalpha (g_utf8_get_char (text)); (*n_characters)++)
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

      if (ended && script != G_UNICODE_SCRIPT_HIRAGANA)
        break;
      ended = script == G_UNICODE_SCRIPT_HIRAGANA;
      text = g_utf8_next_char (text);
    }
  return text;
}

/* The end of what is written in the same script: the mark of a long vowel has none of its own. */
static const char *
find_run_end (const char *text, const char *end, glong *n_characters)
{
  GUnicodeScript first = g_unichar_get_script (g_utf8_get_char (text));

  for (*n_characters = 0; text < end; (*n_characters)++)
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

      if (script != first && script != G_UNICODE_SCRIPT_COMMON &&
          script != G_UNICODE_SCRIPT_INHERITED)
        break;
      text = g_utf8_next_char (text);
    }
  return text;
}

/* Keeps a part of a text on one line that is not too long for it. */
static void
keep_part (PangoAttrList *list,
           const char *text,
           const char *part,
           const char *end,
           glong n_characters)
{
  if (n_characters > 1 && n_characters <= MAX_UNBROKEN_WIDE)
    winerror_highlight_insert (list, pango_attr_allow_breaks_new (FALSE), (gsize) (part - text),
                               (gsize) (end - text));
}

/**
 * winerror_highlight_keep_words:
 * @list: attributes of a text
 * @text: the text
 *
 * Lets lines of a Japanese text end between its words alone, as far as a word finds room in the
 * narrowest panel, and else where another script begins in it: by themselves they end at any
 * letter.
 */
void
winerror_highlight_keep_words (PangoAttrList *list, const char *text)
{
  const char *end;

  if (!is_japanese (text))
    return;
  for (const char *word = text; *word != '\0'; word = end > word ? end : g_utf8_next_char (word))
    {
      glong n;

      end = find_phrase_end (word, &n);
      keep_part (list, text, word, end, n);
      if (n <= MAX_UNBROKEN_WIDE)
        continue;
      for (const char *run = word, *run_end; run < end; run = run_end)
        {
          glong n_more = 0;
          const char *more;

          run_end = find_run_end (run, end, &n);
          more = find_run_end (run_end, end, &n_more);
          /* with its particle */
          if (g_unichar_get_script (g_utf8_get_char (run_end)) == G_UNICODE_SCRIPT_HIRAGANA &&
              n + n_more <= MAX_UNBROKEN_WIDE)
            {
              run_end = more;
              n += n_more;
            }
          keep_part (list, text, run, run_end, n);
        }
    }
}

/**
 * winerror_highlight_set_words:
 * @label: a label that wraps
 * @text: the text
 *
 * Lets a label show a text in lines that end between words alone, without hyphens: see
 * winerror_highlight_keep_words().
 */
void
winerror_highlight_set_words (GtkLabel *label, const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  winerror_highlight_forbid_hyphens (attributes);
  winerror_highlight_keep_words (attributes, text);
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
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

static void
append_words (GString *plain, const char *text, gssize length, gboolean isolates)
{
  if (isolates)
    winerror_direction_append_words (plain, text, length);
  else
    g_string_append_len (plain, text, length);
}

/* Tells where the command begins. */
static gsize
append_command (GString *plain, const char *command, gssize length, gboolean isolates)
{
  gsize start = plain->len;

  if (isolates)
    return winerror_direction_append_part (plain, command, length);
  g_string_append_len (plain, command, length);
  return start;
}

/**
 * winerror_highlight_read_commands:
 * @list: the attributes that the text will have
 * @text: text with commands in backquotes
 *
 * Shows commands in the font for code; short ones on one line, others without hyphens where they
 * are broken. Short paths, options and Japanese words are on one line too. All but the words run
 * from left to right, in a text from right to left too.
 *
 * Returns: (transfer full): the text without the backquotes, with the marks that give its parts
 *   their direction: see winerror_direction_remove_marks()
 */
char *
winerror_highlight_read_commands (PangoAttrList *list, const char *text)
{
  gboolean isolates = winerror_direction_is_mixed (text);
  GString *plain = g_string_new (NULL);
  const char *open;
  const char *close;

  winerror_direction_begin (plain, text);
  while ((open = strchr (text, '`')) != NULL && (close = strchr (open + 1, '`')) != NULL)
    {
      gssize length = close - open - 1;
      gsize start;

      append_words (plain, text, open - text, isolates);
      start = append_command (plain, open + 1, length, isolates);
      winerror_highlight_insert (list, pango_attr_family_new ("monospace"), start,
                                 start + (gsize) length);
      winerror_highlight_insert (list,
                                 length > MAX_UNBROKEN ? pango_attr_insert_hyphens_new (FALSE)
                                                       : pango_attr_allow_breaks_new (FALSE),
                                 start, start + (gsize) length);
      text = close + 1;
    }
  append_words (plain, text, (gssize) strlen (text), isolates);
  keep_paths_whole (list, plain->str);
  winerror_highlight_keep_words (list, plain->str);
  return g_string_free (plain, FALSE);
}
