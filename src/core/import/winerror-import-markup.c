// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-markup.h"

#include "winerror-text.h"

#include <string.h>

/* How far the other end of an emphasis, a link or a code span is looked for, in bytes. */
#define REACH 1024

/* How deep links and emphasis lie in each other. */
#define MAX_DEPTH 8

/* Elements of HTML that begin something new; all others are part of a line. */
static const char *const block_tags[] = {
  "address", "article", "aside", "blockquote", "body",   "caption", "center",  "dd",    "details",
  "div",     "dl",      "dt",    "fieldset",   "figure", "footer",  "form",    "h1",    "h2",
  "h3",      "h4",      "h5",    "h6",         "head",   "header",  "hr",      "html",  "li",
  "main",    "nav",     "ol",    "p",          "pre",    "section", "summary", "table", "tbody",
  "td",      "tfoot",   "th",    "thead",      "title",  "tr",      "ul",
};

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },         { "lt", "<" },          { "gt", ">" },          { "quot", "\"" },
  { "apos", "'" },        { "nbsp", "\u00A0" },   { "mdash", "\u2014" },  { "ndash", "\u2013" },
  { "hellip", "\u2026" }, { "lsquo", "\u2018" },  { "rsquo", "\u2019" },  { "ldquo", "\u201C" },
  { "rdquo", "\u201D" },  { "copy", "\u00A9" },   { "reg", "\u00AE" },    { "trade", "\u2122" },
  { "deg", "\u00B0" },    { "middot", "\u00B7" }, { "bull", "\u2022" },   { "laquo", "\u00AB" },
  { "raquo", "\u00BB" },  { "times", "\u00D7" },  { "shy", "" },          { "ensp", " " },
  { "emsp", " " },        { "thinsp", " " },      { "auml", "\u00E4" },   { "ouml", "\u00F6" },
  { "uuml", "\u00FC" },   { "Auml", "\u00C4" },   { "Ouml", "\u00D6" },   { "Uuml", "\u00DC" },
  { "szlig", "\u00DF" },  { "eacute", "\u00E9" }, { "egrave", "\u00E8" }, { "agrave", "\u00E0" },
  { "ccedil", "\u00E7" }, { "lowbar", "_" },      { "lbrack", "[" },      { "rbrack", "]" },
  { "vert", "|" },        { "ast", "*" },
};

/**
 * winerror_import_markup_is_tag:
 * @p: where < stands
 * @end: where the text ends
 * @after: (out): where the tag ends
 *
 * Returns: whether a tag of HTML, or a comment, begins at @p
 */
gboolean
winerror_import_markup_is_tag (const char *p, const char *end, const char **after)
{
  char quote = '\0';

  if (end - p >= 4 && strncmp (p, "<!--", 4) == 0)
    {
      const char *close = g_strstr_len (p + 4, end - p - 4, "-->");

      *after = close != NULL ? close + 3 : end;
      return TRUE;
    }
  if (end - p >= 2 && (p[1] == '!' || p[1] == '?'))
    {
      const char *close = memchr (p, '>', (gsize) (end - p));

      *after = close != NULL ? close + 1 : end;
      return close != NULL;
    }
  p++;
  if (p < end && *p == '/')
    p++;
  if (p >= end || !g_ascii_isalpha (*p))
    return FALSE;
  while (p < end && (g_ascii_isalnum (*p) || *p == '-'))
    p++;
  if (p < end && *p != '>' && *p != '/' && !g_ascii_isspace (*p))
    return FALSE; /* an address in angles, or code */
  for (; p < end; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else if (*p == '>')
        {
          *after = p + 1;
          return TRUE;
        }
      else if (*p == '<')
        return FALSE;
    }
  return FALSE;
}

/**
 * winerror_import_markup_is_block_tag:
 * @tag: where < of a tag stands
 * @name: the name of an element
 *
 * Returns: whether the tag, of a beginning or an end, is of that element
 */
gboolean
winerror_import_markup_is_block_tag (const char *tag, const char *name)
{
  const char *p = tag + (tag[1] == '/' ? 2 : 1);
  gsize length = strlen (name);

  return g_ascii_strncasecmp (p, name, length) == 0 && !g_ascii_isalnum (p[length]) &&
         p[length] != '-';
}

/**
 * winerror_import_markup_breaks_block:
 * @tag: where < of a tag stands
 *
 * Returns: whether the tag begins or ends a block, instead of standing in one
 */
gboolean
winerror_import_markup_breaks_block (const char *tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (block_tags); i++)
    if (winerror_import_markup_is_block_tag (tag, block_tags[i]))
      return TRUE;
  return FALSE;
}

/**
 * winerror_import_markup_is_strong:
 * @markup: a block, without the tags that make it one
 *
 * Returns: whether it begins in bold type
 */
gboolean
winerror_import_markup_is_strong (const char *markup)
{
  const char *end = markup + strlen (markup);
  const char *after;

  for (;;)
    {
      while (g_ascii_isspace (*markup))
        markup++;
      if (*markup != '<' || !winerror_import_markup_is_tag (markup, end, &after))
        break;
      if (winerror_import_markup_is_block_tag (markup, "strong") ||
          winerror_import_markup_is_block_tag (markup, "b"))
        return TRUE;
      markup = after;
    }
  return g_str_has_prefix (markup, "**") || g_str_has_prefix (markup, "__");
}

/* Reads &name; or &#39; or &#x27;. Returns where it ends, or NULL. */
static const char *
read_entity (GString *out, const char *p, const char *end)
{
  const char *semicolon = memchr (p, ';', (gsize) MIN (end - p, 12));
  gsize length;
  guint64 value;

  if (semicolon == NULL)
    return NULL;
  length = (gsize) (semicolon - p) - 1;
  if (length > 1 && p[1] == '#')
    {
      gboolean hex = p[2] == 'x' || p[2] == 'X';
      g_autofree char *digits = g_strndup (p + (hex ? 3 : 2), length - (hex ? 2 : 1));

      if (!g_ascii_string_to_unsigned (digits, hex ? 16 : 10, 1, 0x10FFFF, &value, NULL) ||
          !g_unichar_validate ((gunichar) value))
        return NULL;
      g_string_append_unichar (out, (gunichar) value);
      return semicolon + 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == length && strncmp (entities[i].name, p + 1, length) == 0)
      {
        g_string_append (out, entities[i].text);
        return semicolon + 1;
      }
  return NULL;
}

/* Where the bracket that opens at @p is closed, or NULL. */
static const char *
find_close (const char *p, const char *end, char open, char close)
{
  guint depth = 0;

  end = MIN (end, p + REACH);
  for (; p < end; p++)
    {
      if (*p == '\\')
        p++;
      else if (*p == open)
        depth++;
      else if (*p == close && --depth == 0)
        return p;
    }
  return NULL;
}

/* Whether a run of * or _ stands where an emphasis ends, or begins. */
static gboolean
is_blank_at (const char *p, const char *begin, const char *end)
{
  return p < begin || p >= end || g_ascii_isspace (*p);
}

/* The end of an emphasis that a run of @n signs at @p begins, or NULL. */
static const char *
find_emphasis_end (const char *begin, const char *p, const char *end, gsize n)
{
  char sign = *p;

  if (is_blank_at (p + n, begin, end) || (sign == '_' && p > begin && g_ascii_isalnum (p[-1])))
    return NULL;
  end = MIN (end, p + REACH);
  for (const char *q = p + n; q < end;)
    {
      gsize run = 0;

      if (*q == '\\')
        {
          q += 2;
          continue;
        }
      if (*q != sign)
        {
          q++;
          continue;
        }
      while (q + run < end && q[run] == sign)
        run++;
      if (run >= n && !g_ascii_isspace (q[-1]) &&
          (sign == '*' || q + run >= end || !g_ascii_isalnum (q[run])))
        return q;
      q += run;
    }
  return NULL;
}

static void
append (GString *out, const char *p, const char *end, gboolean markdown, guint depth)
{
  const char *begin = p;

  while (p < end)
    {
      const char *after;
      const char *close;

      if (*p == '<')
        {
          if (winerror_import_markup_is_tag (p, end, &after))
            {
              if (winerror_import_markup_is_block_tag (p, "br"))
                g_string_append_c (out, '\n');
              else if (winerror_import_markup_breaks_block (p))
                g_string_append (out, "\n\n");
              p = after;
              continue;
            }
          if (markdown && (g_str_has_prefix (p, "<http") || g_str_has_prefix (p, "<mailto:")) &&
              (close = memchr (p, '>', (gsize) MIN (end - p, REACH))) != NULL)
            {
              g_string_append_len (out, p + 1, close - p - 1);
              p = close + 1;
              continue;
            }
        }
      else if (*p == '&' && (after = read_entity (out, p, end)) != NULL)
        {
          p = after;
          continue;
        }
      else if (end - p >= 4 && strncmp (p, "\\r\\n", 4) == 0)
        {
          /* as lists of the messages in a file have line breaks */
          g_string_append_c (out, '\n');
          p += 4;
          continue;
        }
      else if (markdown && *p == '\\' && p + 1 < end && g_ascii_ispunct (p[1]))
        {
          g_string_append_c (out, p[1]);
          p += 2;
          continue;
        }
      else if (markdown && *p == '`')
        {
          gsize n = strspn (p, "`");
          g_autofree char *fence = g_strndup (p, MIN (n, (gsize) (end - p)));

          close = p + n < end ? g_strstr_len (p + n, MIN (end - p - (gssize) n, REACH), fence)
                              : NULL;
          if (close != NULL)
            g_string_append_len (out, p + n, close - p - (gssize) n);
          p = close != NULL ? close + n : MIN (p + n, end);
          continue;
        }
      else if (markdown && (*p == '[' || (*p == '!' && p + 1 < end && p[1] == '[')) &&
               depth < MAX_DEPTH)
        {
          const char *open = *p == '!' ? p + 1 : p;

          close = find_close (open, end, '[', ']');
          after = NULL;
          if (close != NULL && close + 1 < end && close[1] == '(')
            after = find_close (close + 1, end, '(', ')');
          else if (close != NULL && close + 1 < end && close[1] == '[')
            after = find_close (close + 1, end, '[', ']');
          if (after != NULL)
            {
              append (out, open + 1, close, markdown, depth + 1);
              p = after + 1;
              continue;
            }
        }
      else if (markdown && (*p == '*' || *p == '_') && depth < MAX_DEPTH)
        {
          gsize n = 0;

          while (p + n < end && p[n] == *p)
            n++;
          close = n <= 3 ? find_emphasis_end (begin, p, end, n) : NULL;
          if (close != NULL)
            {
              append (out, p + n, close, markdown, depth + 1);
              p = close + n;
              continue;
            }
          g_string_append_len (out, p, (gssize) n);
          p += n;
          continue;
        }
      g_string_append_c (out, *p);
      p++;
    }
}

/**
 * winerror_import_normalize:
 * @text: UTF-8 text
 *
 * Returns: (transfer full): the text as clean lines, with an empty one between paragraphs and none
 *   at the ends
 */
char *
winerror_import_normalize (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *clean = winerror_text_clean (*line);

      /* nothing but no-break spaces */
      if (clean[strspn (clean, " \xC2\xA0")] == '\0')
        {
          gap = out->len > 0;
          continue;
        }
      if (out->len > 0)
        g_string_append (out, gap ? "\n\n" : "\n");
      g_string_append (out, clean);
      gap = FALSE;
    }
  return g_string_free (out, FALSE);
}

/**
 * winerror_import_markup_to_text:
 * @markup: UTF-8 text with markup of HTML
 * @markdown: it may have that of Markdown too
 *
 * Takes the markup out of a text: tags, links, emphasis, entities, escapes. Line breaks of the
 * source are blanks; elements that make blocks are paragraphs, and br is a line break.
 *
 * Returns: (transfer full): the text, see winerror_import_normalize()
 */
char *
winerror_import_markup_to_text (const char *markup, gboolean markdown)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *flat = g_strdup (markup);

  for (char *p = flat; *p != '\0'; p++)
    if (*p == '\n')
      {
        /* an empty line ends a paragraph */
        char *q = p + 1;

        while (*q == ' ' || *q == '\t')
          q++;
        if (*q == '\n')
          p = q;
        else
          *p = ' ';
      }
  append (out, flat, flat + strlen (flat), markdown, 0);
  return winerror_import_normalize (out->str);
}
