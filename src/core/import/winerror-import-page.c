// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Pages in Markdown and HTML: their blocks and tables. HTML stands in Markdown as well, so that
 * both are one format here. */

#include "winerror-import-columns.h"
#include "winerror-import-html-table.h"
#include "winerror-import-markup.h"
#include "winerror-import-readers.h"
#include "winerror-import-records.h"
#include "winerror-text.h"

#include <string.h>

/* How many lines a tag may go over. */
#define MAX_TAG_LINES 8

typedef struct
{
  WinerrorImportDraft *draft;
  WinerrorImportRecords *records;
  const char *text;
  const char *next; /* the next line */
  guint line;       /* number of the line that has been read last */
  GString *current; /* that line, with those that its last tag goes on in */
  guint n_lines;    /* how many it is made of */
  GString *block;   /* markup of the open block */
  guint block_line;
  guint block_column;
  WinerrorImportBlockKind kind; /* of the open block */
  WinerrorImportBlockKind html; /* what the tags around say */
  WinerrorImportHtmlTable *table;
  const char *skip; /* the element whose end is waited for */
} Page;

static void
page_clear (Page *self)
{
  g_clear_pointer (&self->records, winerror_import_records_free);
  g_clear_pointer (&self->table, winerror_import_html_table_free);
  g_string_free (self->current, TRUE);
  g_string_free (self->block, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static const char *
line_end (const char *p)
{
  return p + strcspn (p, "\n");
}

/* Whether a tag is open at the end of a line. */
static gboolean
has_open_tag (const GString *line)
{
  const char *open = strrchr (line->str, '<');

  return open != NULL && strchr (open, '>') == NULL &&
         (g_ascii_isalpha (open[1]) || (open[1] == '/' && g_ascii_isalpha (open[2])));
}

static gboolean
read_line (Page *self)
{
  self->line += self->n_lines;
  self->n_lines = 0;
  g_string_truncate (self->current, 0);
  while (*self->next != '\0' && self->n_lines < MAX_TAG_LINES)
    {
      const char *end = line_end (self->next);

      g_string_append_len (self->current, self->next, end - self->next);
      if (self->current->len > 0 && self->current->str[self->current->len - 1] == '\r')
        g_string_truncate (self->current, self->current->len - 1);
      self->n_lines++;
      self->next = *end != '\0' ? end + 1 : end;
      if (!has_open_tag (self->current))
        break;
      g_string_append_c (self->current, ' ');
    }
  return self->n_lines > 0 &&
         winerror_import_draft_go_on (self->draft, (gsize) (self->next - self->text));
}

static void
end_block (Page *self)
{
  g_autofree char *text = NULL;
  WinerrorImportBlock block = {
    .kind = self->kind,
    .line = self->block_line,
    .column = self->block_column,
  };

  if (!winerror_text_is_blank (self->block->str))
    {
      text = winerror_import_markup_to_text (self->block->str, TRUE);
      block.strong = winerror_import_markup_is_strong (self->block->str);
      block.text = text;
      if (self->kind == WINERROR_IMPORT_BLOCK_HEADING)
        winerror_import_draft_take_title (self->draft, g_strdup (text));
      if (text[0] != '\0')
        winerror_import_records_add (self->records, &block);
    }
  g_string_truncate (self->block, 0);
  self->kind = self->html;
}

static void
append_text (Page *self, const char *p, const char *end)
{
  if (p == end)
    return;
  if (winerror_text_is_blank (self->block->str))
    {
      self->block_line = self->line;
      self->block_column = 1 + (guint) g_utf8_strlen (self->current->str, p - self->current->str);
    }
  g_string_append_len (self->block, p, end - p);
}

static void
end_table (Page *self)
{
  winerror_import_html_table_end (self->table, winerror_import_records_get_hint (self->records));
  g_clear_pointer (&self->table, winerror_import_html_table_free);
}

/* A tag that begins or ends a block. */
static void
read_block_tag (Page *self, const char *tag)
{
  gboolean closes = tag[1] == '/';

  end_block (self);
  self->html = WINERROR_IMPORT_BLOCK_TEXT;
  if (!closes)
    {
      if (winerror_import_markup_is_block_tag (tag, "table"))
        {
          winerror_import_records_end (self->records);
          self->table = winerror_import_html_table_new (self->draft);
        }
      else if (winerror_import_markup_is_block_tag (tag, "dt"))
        self->html = WINERROR_IMPORT_BLOCK_TERM;
      else if (winerror_import_markup_is_block_tag (tag, "li"))
        self->html = WINERROR_IMPORT_BLOCK_ITEM;
      else if (winerror_import_markup_is_block_tag (tag, "title") ||
               ((tag[1] == 'h' || tag[1] == 'H') && tag[2] >= '1' && tag[2] <= '6'))
        self->html = WINERROR_IMPORT_BLOCK_HEADING;
    }
  self->kind = self->html;
}

/* Takes a line apart at its tags, from @p on. */
static void
read_markup (Page *self, const char *p)
{
  const char *begin = self->current->str;
  const char *end = begin + self->current->len;
  const char *from = p;

  while (p < end)
    {
      const char *after;

      if (self->skip != NULL)
        {
          /* the end of a comment, a script or a style sheet */
          p = strstr (p, self->skip);
          if (p == NULL)
            return;
          p += strlen (self->skip);
          from = p;
          self->skip = NULL;
          continue;
        }
      if (*p == '`' && self->table == NULL)
        {
          /* code is no markup */
          const char *close = strchr (p + 1, '`');

          p = close != NULL ? close + 1 : p + 1;
          continue;
        }
      if (*p != '<')
        {
          p++;
          continue;
        }
      if (g_str_has_prefix (p, "<!--") && strstr (p, "-->") == NULL)
        self->skip = "-->";
      else if (g_ascii_strncasecmp (p, "<script", 7) == 0)
        self->skip = "</script>";
      else if (g_ascii_strncasecmp (p, "<style", 6) == 0)
        self->skip = "</style>";
      if (self->skip != NULL)
        {
          append_text (self, from, p);
          continue;
        }
      if (!winerror_import_markup_is_tag (p, end, &after))
        {
          p++;
          continue;
        }
      if (self->table != NULL)
        {
          winerror_import_html_table_add (self->table, from, p);
          if (winerror_import_html_table_tag (self->table, p, after, self->line))
            end_table (self);
          from = after;
        }
      else if (winerror_import_markup_breaks_block (p))
        {
          append_text (self, from, p);
          read_block_tag (self, p);
          from = after;
        }
      p = after;
    }
  if (self->table != NULL)
    {
      winerror_import_html_table_add (self->table, from, end);
      winerror_import_html_table_add (self->table, "\n", NULL);
      return;
    }
  append_text (self, from, end);
  /* two blanks or a backslash at the end of a line break it */
  if (self->block->len > 0)
    {
      if (g_str_has_suffix (self->block->str, "  ") || g_str_has_suffix (self->block->str, "\\"))
        {
          if (g_str_has_suffix (self->block->str, "\\"))
            g_string_truncate (self->block, self->block->len - 1);
          g_string_append (self->block, "<br>");
        }
      g_string_append_c (self->block, '\n');
    }
}

/* Whether a line separates the names of a table from its rows, or its rows: |---|:--:|, or
 * +---+----+ and +===+====+ */
static gboolean
is_delimiter_row (const char *line)
{
  gsize length;
  guint dashes = 0;
  guint bars = 0;

  line += strspn (line, " \t>");
  length = strcspn (line, "\n");
  for (gsize i = 0; i < length; i++)
    {
      if (strchr ("|-:+= \t\r", line[i]) == NULL)
        return FALSE;
      dashes += line[i] == '-' || line[i] == '=';
      bars += line[i] == '|' || line[i] == '+';
    }
  return dashes > 0 && bars > 0;
}

/* The cells of a row of a pipe table, as text. */
static char **
split_row (const char *line)
{
  GPtrArray *cells = g_ptr_array_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autofree char *row = g_strstrip (g_strdup (line + strspn (line, " \t>")));
  const char *p = row;

  if (*p == '|')
    p++;
  for (;; p++)
    {
      if (*p == '\\' && p[1] == '|')
        {
          g_string_append_c (cell, *++p);
          continue;
        }
      if (*p == '|' || *p == '\0')
        {
          /* none after the last bar */
          if (*p == '|' || !winerror_text_is_blank (cell->str))
            g_ptr_array_add (cells, winerror_import_markup_to_text (cell->str, TRUE));
          g_string_truncate (cell, 0);
          if (*p == '\0')
            break;
          continue;
        }
      g_string_append_c (cell, *p);
    }
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_free (cells, FALSE);
}

static void
read_pipe_table (Page *self)
{
  g_autoptr (WinerrorImportColumns) columns = NULL;
  g_auto (GStrv) names = split_row (self->current->str);
  g_auto (GStrv) first = NULL; /* row */
  guint first_line = 0;
  gboolean waiting;

  end_block (self);
  waiting = winerror_import_records_is_waiting (self->records);
  if (!waiting)
    winerror_import_records_end (self->records);
  columns = winerror_import_columns_new (self->draft, (const char *const *) names,
                                         winerror_import_records_get_hint (self->records));
  read_line (self); /* the dashes */
  while (*self->next != '\0')
    {
      const char *end = line_end (self->next);
      g_auto (GStrv) cells = NULL;

      gboolean border = *self->next == '+' && is_delimiter_row (self->next);

      if ((!border && memchr (self->next, '|', (gsize) (end - self->next)) == NULL) ||
          !read_line (self))
        break;
      if (border)
        continue;
      cells = split_row (self->current->str);
      winerror_import_columns_add (columns, (const char *const *) cells, self->line, 1);
      if (first == NULL)
        {
          first = g_steal_pointer (&cells);
          first_line = self->line;
        }
    }
  if (winerror_import_columns_end (columns) || !waiting || first == NULL)
    {
      winerror_import_records_end (self->records);
      return;
    }
  /* a heading has the code, and this is the rest of the entry */
  for (guint i = 0; first[i] != NULL; i++)
    {
      const WinerrorImportBlock block = { .line = first_line, .column = 1, .text = first[i] };

      if (first[i][0] != '\0')
        winerror_import_records_add (self->records, &block);
    }
  winerror_import_records_end (self->records);
}

/* What stands before the page: title and date. */
static void
read_front_matter (Page *self)
{
  if (!g_str_has_prefix (self->text, "---\n") && !g_str_has_prefix (self->text, "---\r\n"))
    return;
  read_line (self);
  while (read_line (self) && !g_str_has_prefix (self->current->str, "---"))
    {
      const char *line = self->current->str;
      g_autofree char *value = NULL;
      const char *colon = strchr (line, ':');

      if (colon == NULL || g_ascii_isspace (line[0]))
        continue;
      value = g_strstrip (
          g_strdup (g_ascii_strncasecmp (line, "ms.date:", 8) == 0 ? line + 8 : colon + 1));
      if (g_ascii_strncasecmp (line, "title:", 6) == 0)
        {
          gsize length = strlen (value);

          if (length > 1 && (value[0] == '"' || value[0] == '\'') && value[length - 1] == value[0])
            {
              value[length - 1] = ' ';
              value[0] = ' ';
            }
          winerror_import_draft_take_title (self->draft, g_steal_pointer (&value));
        }
      else if ((g_ascii_strncasecmp (line, "ms.date:", 8) == 0 ||
                g_ascii_strncasecmp (line, "date:", 5) == 0) &&
               strlen (value) == 10 && value[2] == '/' && value[5] == '/')
        {
          g_free (self->draft->date);
          self->draft->date = g_strdup_printf ("%.4s-%.2s-%.2s", value + 6, value, value + 3);
        }
    }
}

/* A line of dashes or equals signs under a heading. */
static gboolean
is_underline (const char *line)
{
  gsize length = strspn (line, line[0] == '=' ? "=" : "-");

  return length >= 3 && winerror_text_is_blank (line + length);
}

/* Where the text of an item of a list begins, or NULL. */
static const char *
item_text (const char *line)
{
  const char *p = line;

  if (strchr ("-*+\u2022", *p) != NULL && *p != '\0' && (p[1] == ' ' || p[1] == '\t'))
    return p + 2;
  while (g_ascii_isdigit (*p))
    p++;
  if (p > line && p - line <= 2 && (*p == '.' || *p == ')') && p[1] == ' ')
    return p + 2;
  return NULL;
}

static void
read_block_line (Page *self)
{
  const char *line = self->current->str;
  const char *p = line + strspn (line, " \t");
  const char *item;
  gsize level;

  while (*p == '>' && (p[1] == ' ' || p[1] == '\0'))
    p += 1 + strspn (p + 1, " ");
  level = strspn (p, "#");
  if (*p == '\0' || winerror_text_is_blank (p) || g_str_has_prefix (p, "[!"))
    {
      end_block (self);
      return;
    }
  if (level > 0 && level <= 6 && (p[level] == ' ' || p[level] == '\t'))
    {
      end_block (self);
      self->kind = WINERROR_IMPORT_BLOCK_HEADING;
      /* a heading may be closed by the same signs */
      while (self->current->len > 0 && strchr ("# ", self->current->str[self->current->len - 1]))
        g_string_truncate (self->current, self->current->len - 1);
      if ((gsize) (p - line) + level < self->current->len)
        read_markup (self, p + level);
      end_block (self);
      return;
    }
  if (is_underline (p))
    {
      if (!winerror_text_is_blank (self->block->str))
        self->kind = WINERROR_IMPORT_BLOCK_HEADING;
      end_block (self);
      return;
    }
  if (p[0] == ':' && p[1] == ' ')
    {
      if (!winerror_text_is_blank (self->block->str))
        self->kind = WINERROR_IMPORT_BLOCK_TERM;
      end_block (self);
      p += 2;
    }
  else if ((item = item_text (p)) != NULL)
    {
      end_block (self);
      self->kind = WINERROR_IMPORT_BLOCK_ITEM;
      p = item;
    }
  read_markup (self, p);
}

/**
 * winerror_import_read_page:
 * @draft: where the entries go
 * @text: a page in Markdown or HTML
 *
 * Reads the lists and tables of codes of a page.
 */
void
winerror_import_read_page (WinerrorImportDraft *draft, const char *text)
{
  g_auto (Page) self = { .draft = draft, .text = text, .next = text };
  const char *fence = NULL;

  self.records = winerror_import_records_new (draft);
  self.current = g_string_new (NULL);
  self.block = g_string_new (NULL);
  self.line = 1;
  read_front_matter (&self);
  while (read_line (&self))
    {
      const char *line = self.current->str + strspn (self.current->str, " \t>");

      if (fence != NULL)
        {
          if (g_str_has_prefix (line, fence))
            fence = NULL;
        }
      else if (self.table != NULL || self.skip != NULL)
        read_markup (&self, self.current->str);
      else if (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~"))
        {
          end_block (&self);
          fence = line[0] == '`' ? "```" : "~~~";
        }
      else if (strchr (line, '|') != NULL && is_delimiter_row (self.next))
        read_pipe_table (&self);
      else
        read_block_line (&self);
    }
  end_block (&self);
  if (self.table != NULL)
    end_table (&self);
  winerror_import_records_end (self.records);
}
