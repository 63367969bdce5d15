// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-plural.h"

#include <string.h>

/* How deep an expression may be nested; those of real languages need a handful. */
#define MAX_DEPTH 64

typedef struct
{
  const char *at;
  gulong n;
  guint depth;
  gboolean failed;
} Reader;

/* The operators of C from the weakest to the strongest; of those of one strength the longer first.
 */
static const char *const operators[][5] = {
  { "||", NULL },     { "&&", NULL },          { "==", "!=", NULL }, { "<=", ">=", "<", ">", NULL },
  { "+", "-", NULL }, { "*", "/", "%", NULL },
};

static gulong read_choice (Reader *self);

static gboolean
skip (Reader *self, const char *token)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
  if (!g_str_has_prefix (self->at, token))
    return FALSE;
  self->at += strlen (token);
  return TRUE;
}

static gulong
read_operand (Reader *self)
{
  gulong value = 0;

  if (skip (self, "n"))
    return self->n;
  if (skip (self, "!") || skip (self, "("))
    {
      gboolean is_group = self->at[-1] == '(';

      if (++self->depth > MAX_DEPTH)
        self->failed = TRUE;
      if (self->failed)
        return 0;
      value = is_group ? read_choice (self) : !read_operand (self);
      self->failed |= is_group && !skip (self, ")");
      self->depth--;
      return value;
    }
  self->failed |= !g_ascii_isdigit (*self->at);
  while (g_ascii_isdigit (*self->at))
    value = value * 10 + (gulong) g_ascii_digit_value (*self->at++);
  return value;
}

static gulong
apply (const char *operator, gulong left, gulong right)
{
  switch (operator[0])
    {
    case '|':
      return left || right;
    case '&':
      return left && right;
    case '=':
      return left == right;
    case '!':
      return left != right;
    case '<':
      return operator[1] == '=' ? left <= right : left<right;
    case '>':
      return operator[1] == '=' ? left >= right : left> right;
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right != 0 ? left / right : 0;
    case '%':
    default:
      return right != 0 ? left % right : 0;
    }
}

static const char *
skip_operator (Reader *self, gsize strength)
{
  for (gsize i = 0; operators[strength][i] != NULL; i++)
    if (skip (self, operators[strength][i]))
      return operators[strength][i];
  return NULL;
}

static gulong
read_operation (Reader *self, gsize strength)
{
  gboolean is_strongest = strength + 1 == G_N_ELEMENTS (operators);
  gulong value = is_strongest ? read_operand (self) : read_operation (self, strength + 1);
  const char *operator;

  while (!self->failed && (operator= skip_operator (self, strength)) != NULL)
    value = apply (operator, value,
                   is_strongest ? read_operand (self) : read_operation (self, strength + 1));
  return value;
}

static gulong
read_choice (Reader *self)
{
  gulong value = read_operation (self, 0);

  if (!self->failed && skip (self, "?"))
    {
      gulong yes, no = 0;

      if (++self->depth > MAX_DEPTH)
        self->failed = TRUE;
      if (self->failed)
        return 0;
      yes = read_choice (self);
      if (!self->failed && skip (self, ":"))
        no = read_choice (self);
      else
        self->failed = TRUE;
      self->depth--;
      value = value ? yes : no;
    }
  return value;
}

/**
 * winerror_plural_evaluate:
 * @expression: the rule of a message catalogue, as what follows “plural=” in its head: in the
 *   language C, of n and numbers, up to a semicolon or the end (GNU gettext manual, “Additional
 *   functions for plural forms”)
 * @n: the number that is spoken of
 * @form: (out): return location for the number of the plural form, from 0
 *
 * Returns: %FALSE where @expression is none
 */
gboolean
winerror_plural_evaluate (const char *expression, gulong n, gulong *form)
{
  Reader self = { .at = expression, .n = n };

  g_return_val_if_fail (expression != NULL, FALSE);
  g_return_val_if_fail (form != NULL, FALSE);

  *form = read_choice (&self);
  return !self.failed && (skip (&self, ";") || *self.at == '\0');
}
