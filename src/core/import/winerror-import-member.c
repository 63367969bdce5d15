// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-member.h"

#include <string.h>

/* The first of some characters outside of parentheses and quotes, or the end of the line. */
static const char *
find_end (const char *p, const char *ends)
{
  guint depth = 0;
  char quote = '\0';

  for (; *p != '\0'; p++)
    {
      if (quote != '\0')
        {
          if (*p == '\\' && p[1] != '\0')
            p++;
          else if (*p == quote)
            quote = '\0';
        }
      else if (depth == 0 && strchr (ends, *p) != NULL)
        break;
      else if (*p == '"')
        quote = *p;
      else if (*p == '(')
        depth++;
      else if (*p == ')' && depth > 0)
        depth--;
    }
  return p;
}

/* The text in quotes that is all of an argument, with its escapes undone. */
static char *
read_string (const char *argument)
{
  gsize length = strlen (argument);
  g_autofree char *inside = NULL;

  if (length < 2 || argument[0] != '"' || *find_end (argument + 1, "\"") != '"' ||
      argument[length - 1] != '"')
    return NULL;
  inside = g_strndup (argument + 1, length - 2);
  return g_strcompress (inside);
}

/* What stands in the parentheses of Java and the like: ERROR_X(5, "No rights."). */
static void
read_arguments (WinerrorImportMember *self, const char *p)
{
  self->is_other = TRUE;
  while (*p != '\0' && *p != ')')
    {
      const char *end = find_end (p, ",)");
      g_autofree char *argument = g_strstrip (g_strndup (p, (gsize) (end - p)));
      g_autofree char *text = read_string (argument);

      if (text != NULL && self->text == NULL)
        self->text = g_steal_pointer (&text);
      else if (self->value == NULL &&
               (g_ascii_isdigit (argument[0]) || strchr ("-(~", argument[0]) != NULL) &&
               argument[0] != '\0')
        {
          self->value = g_steal_pointer (&argument);
          self->is_other = FALSE;
        }
      p = *end == ',' ? end + 1 : end;
    }
}

/**
 * winerror_import_member_read:
 * @self: (out caller-allocates): the member
 * @from: (inout): a line of an enumeration without its comments, or what is left of it
 *
 * Reads the next member of a line, in C or a language like it.
 *
 * Returns: whether there was more in the line
 */
gboolean
winerror_import_member_read (WinerrorImportMember *self, const char **from)
{
  const char *p = *from + strspn (*from, "{ \t");
  const char *end = find_end (p, ",};");
  const char *rest;
  gsize length = 0;

  *self = (WinerrorImportMember){ .at = p };
  if (**from == '\0')
    return FALSE;
  while (g_ascii_isalnum (p[length]) || p[length] == '_')
    length++;
  rest = p + length + strspn (p + length, " \t");
  if (length > 0)
    {
      self->name = g_strndup (p, length);
      if (*rest == '=')
        self->value = g_strndup (rest + 1, (gsize) (end - rest) - 1);
      else if (*rest == '(')
        read_arguments (self, rest + 1);
    }
  self->is_last = *end == '}' || *end == ';';
  *from = *end != '\0' ? end + 1 : end;
  return TRUE;
}

/**
 * winerror_import_member_clear:
 * @self: a member
 *
 * Frees what it has.
 */
void
winerror_import_member_clear (WinerrorImportMember *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->text, g_free);
}
