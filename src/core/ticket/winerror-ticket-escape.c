// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-escape.h"

#include <string.h>

/* Every character of @special gets a backslash. */
static void
append_backslashed (GString *out, const char *text, const char *special)
{
  for (;;)
    {
      gsize plain = strcspn (text, special);

      g_string_append_len (out, text, (gssize) plain);
      text += plain;
      if (*text == '\0')
        return;
      g_string_append_c (out, '\\');
      g_string_append_c (out, *text++);
    }
}

/* Length of a number of a list item at the beginning of a text, such as 12. or 3), or 0. */
static gsize
list_number_length (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && (text[n] == '.' || text[n] == ')') ? n : 0;
}

/**
 * winerror_ticket_escape_markdown:
 * @out: where the text is appended
 * @text: clean UTF-8 text: see winerror_text_clean()
 *
 * Appends a text so that Markdown takes nothing of it for markup: CommonMark 0.30, "Backslash
 * escapes"; GitHub's extension has | and ~ besides.
 */
void
winerror_ticket_escape_markdown (GString *out, const char *text)
{
  gsize number = list_number_length (text);

  if (number > 0)
    {
      g_string_append_len (out, text, (gssize) number);
      g_string_append_c (out, '\\');
      g_string_append_c (out, text[number]);
      text += number + 1;
    }
  else if (text[0] != '\0' && strchr ("#+-=:", text[0]) != NULL)
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, *text++);
    }
  append_backslashed (out, text, "\\`*_[]<>|~&$!");
}

/* Whether a text begins with what Jira draws as a small picture, its notation, "Misc". */
static gboolean
is_jira_icon (const char *text)
{
  static const char *const icons[] = { ":)",    ":(",   ":P",   ":p",   ":D",     ";)",
                                       "(y)",   "(n)",  "(i)",  "(/)",  "(x)",    "(on)",
                                       "(off)", "(!)",  "(+)",  "(-)",  "(?)",    "(*)",
                                       "(*r)",  "(*g)", "(*b)", "(*y)", "(flag)", "(flagoff)" };

  if (text[0] != ':' && text[0] != ';' && text[0] != '(')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_has_prefix (text, icons[i]))
      return TRUE;
  return FALSE;
}

/**
 * winerror_ticket_escape_jira:
 * @out: where the text is appended
 * @text: clean UTF-8 text
 *
 * Appends a text so that Jira takes nothing of it for markup: its text formatting notation,
 * "Escape".
 */
void
winerror_ticket_escape_jira (GString *out, const char *text)
{
  /* h1. and bq. begin a heading and a quotation */
  if ((g_str_has_prefix (text, "bq.") ||
       (text[0] == 'h' && g_ascii_isdigit (text[1]) && text[2] == '.')))
    {
      g_string_append_len (out, text, 2);
      g_string_append_c (out, '\\');
      text += 2;
    }
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean inside = p > text && g_ascii_isalnum (p[-1]);

      if (strchr ("\\{}[]|*_^~!#", *p) != NULL || (strchr ("-+?", *p) != NULL && !inside) ||
          is_jira_icon (p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/**
 * winerror_ticket_escape_html:
 * @out: where the text is appended
 * @text: clean UTF-8 text
 *
 * Appends a text so that HTML takes nothing of it for markup, in an element or an attribute.
 */
void
winerror_ticket_escape_html (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* Also in full width: Japanese and Chinese spreadsheets take that, too. */
static gboolean
is_formula (const char *text)
{
  static const char *const signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return TRUE;
  return FALSE;
}

/**
 * winerror_ticket_escape_csv:
 * @out: where the cell is appended
 * @text: clean UTF-8 text
 *
 * Appends a cell as in RFC 4180. One that a spreadsheet would take for a formula gets an apostrophe
 * in front, which spreadsheets do not show; numbers are left alone.
 */
void
winerror_ticket_escape_csv (GString *out, const char *text)
{
  gboolean number = text[0] == '-' && text[1] != '\0' &&
                    strspn (text + 1, "0123456789") == strlen (text + 1);
  gboolean formula = !number && is_formula (text);
  gboolean quoted = formula || strpbrk (text, ",\"\r\n;") != NULL;

  if (!quoted)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * winerror_ticket_escape_json:
 * @out: where the text is appended
 * @text: clean UTF-8 text
 *
 * Appends what stands between the quotes of a string: RFC 8259; controls are gone already.
 */
void
winerror_ticket_escape_json (GString *out, const char *text)
{
  append_backslashed (out, text, "\\\"");
}
