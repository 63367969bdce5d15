// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-expression.h"

#include "winerror-import-constants.h"

#include <string.h>

/* How deep parentheses and macros may lie in each other. */
#define MAX_DEPTH 24

/* How many steps one expression may take: macros that call each other could take very many. */
#define MAX_STEPS 2000

/* How many arguments a macro has at the most. */
#define MAX_ARGUMENTS 6

/* The longest number, in digits. */
#define MAX_DIGITS 40

/* The longest identifier. */
#define MAX_NAME 256

/* Types and macros that say what a number is. */
static const struct
{
  const char *name;
  WinerrorFamily family;
} typing_names[] = {
  { "HRESULT", WINERROR_FAMILY_HRESULT },
  { "SCODE", WINERROR_FAMILY_HRESULT },
  { "_HRESULT_TYPEDEF_", WINERROR_FAMILY_HRESULT },
  { "_HRESULT_", WINERROR_FAMILY_HRESULT },
  { "_NDIS_ERROR_TYPEDEF_", WINERROR_FAMILY_HRESULT },
  { "NTSTATUS", WINERROR_FAMILY_NTSTATUS },
};

typedef struct
{
  char *parameters;
  char *body;
} Function;

struct _WinerrorImportMacros
{
  GHashTable *values;    /* name → WinerrorImportValue */
  GHashTable *functions; /* name → Function */
};

typedef struct
{
  WinerrorImportMacros *macros;
  const char *p;
  guint depth;
  guint *steps;
} Parser;

static gboolean parse_or (Parser *self, WinerrorImportValue *value);

static void
function_free (gpointer data)
{
  Function *self = data;

  g_free (self->parameters);
  g_free (self->body);
  g_free (self);
}

/**
 * winerror_import_macros_new:
 *
 * Returns: (transfer full): the macros of a header file, none yet
 */
WinerrorImportMacros *
winerror_import_macros_new (void)
{
  WinerrorImportMacros *self = g_new0 (WinerrorImportMacros, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->functions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, function_free);
  return self;
}

/**
 * winerror_import_macros_free:
 * @self: macros
 *
 * Frees them.
 */
void
winerror_import_macros_free (WinerrorImportMacros *self)
{
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->functions);
  g_free (self);
}

/**
 * winerror_import_macros_define:
 * @self: macros
 * @name: a name
 * @value: what it stands for
 *
 * Defines a macro without parameters.
 */
void
winerror_import_macros_define (WinerrorImportMacros *self,
                               const char *name,
                               const WinerrorImportValue *value)
{
  WinerrorImportValue *copy = g_new (WinerrorImportValue, 1);

  *copy = *value;
  g_hash_table_replace (self->values, g_strdup (name), copy);
}

/**
 * winerror_import_macros_define_function:
 * @self: macros
 * @name: a name
 * @parameters: its parameters, as they stand between the parentheses
 * @body: what it stands for
 *
 * Defines a macro with parameters.
 */
void
winerror_import_macros_define_function (WinerrorImportMacros *self,
                                        const char *name,
                                        const char *parameters,
                                        const char *body)
{
  Function *function = g_new (Function, 1);

  function->parameters = g_strdup (parameters);
  function->body = g_strdup (body);
  g_hash_table_replace (self->functions, g_strdup (name), function);
}

static void
skip_blanks (Parser *self)
{
  while (g_ascii_isspace (*self->p))
    self->p++;
}

static gboolean
take (Parser *self, const char *sign)
{
  skip_blanks (self);
  if (!g_str_has_prefix (self->p, sign))
    return FALSE;
  self->p += strlen (sign);
  return TRUE;
}

static gboolean
read_name (Parser *self, char name[MAX_NAME])
{
  gsize length = 0;

  skip_blanks (self);
  if (!g_ascii_isalpha (*self->p) && *self->p != '_')
    return FALSE;
  while (g_ascii_isalnum (self->p[length]) || self->p[length] == '_')
    length++;
  if (length >= MAX_NAME)
    return FALSE;
  memcpy (name, self->p, length);
  name[length] = '\0';
  self->p += length;
  return TRUE;
}

static gboolean
read_number (Parser *self, WinerrorImportValue *value)
{
  gboolean hex = self->p[0] == '0' && (self->p[1] == 'x' || self->p[1] == 'X');
  const char *end = self->p + (hex ? 2 : 0);
  char digits[MAX_DIGITS + 1];
  gsize n = 0;
  guint64 number;

  /* C++, Rust and Java let digits be set apart: 0x8004'1002, 0x8004_1002 */
  while (n < MAX_DIGITS && (hex ? g_ascii_isxdigit (*end) : g_ascii_isdigit (*end)))
    {
      digits[n++] = *end++;
      if ((*end == '_' || *end == '\'') && g_ascii_isxdigit (end[1]))
        end++;
    }
  digits[n] = '\0';
  if (n == 0)
    return FALSE;
  number = g_ascii_strtoull (digits, NULL, hex ? 16 : 10);
  if (number > G_MAXUINT32)
    return FALSE;
  *value = (WinerrorImportValue){
    .value = (guint32) number,
    .family = WINERROR_N_FAMILIES,
    .wide = hex && n >= 8,
  };
  while (*end != '\0' && strchr ("uUlL", *end) != NULL)
    end++;
  /* Microsoft's i32 */
  if ((*end == 'i' || *end == 'I') && g_ascii_isdigit (end[1]))
    for (end++; g_ascii_isdigit (*end); end++)
      ;
  if (g_ascii_isalnum (*end) || *end == '_' || *end == '.')
    return FALSE;
  self->p = end;
  return TRUE;
}

/**
 * winerror_import_family_of_type:
 * @name: a name of a header file
 *
 * Returns: the family whose values have the type or the macro @name, or %WINERROR_N_FAMILIES
 */
WinerrorFamily
winerror_import_family_of_type (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typing_names); i++)
    if (g_str_equal (typing_names[i].name, name))
      return typing_names[i].family;
  return WINERROR_N_FAMILIES;
}

/* Reads a cast: ((NTSTATUS)0xC0000022), (unsigned long) 5. */
static gboolean
read_cast (Parser *self, WinerrorFamily *family)
{
  Parser ahead = *self;
  char name[MAX_NAME];
  guint n = 0;

  *family = WINERROR_N_FAMILIES;
  while (read_name (&ahead, name))
    {
      WinerrorFamily found = winerror_import_family_of_type (name);

      if (g_hash_table_contains (self->macros->values, name))
        return FALSE;
      if (found != WINERROR_N_FAMILIES)
        *family = found;
      n++;
    }
  while (take (&ahead, "*"))
    ;
  if (n == 0 || !take (&ahead, ")"))
    return FALSE;
  skip_blanks (&ahead);
  if (!g_ascii_isalnum (*ahead.p) && (*ahead.p == '\0' || strchr ("(_-~", *ahead.p) == NULL))
    return FALSE;
  self->p = ahead.p;
  return TRUE;
}

/* Reads the arguments of a call, as they are written. */
static guint
read_arguments (Parser *self, char *arguments[MAX_ARGUMENTS])
{
  guint n = 0;
  guint depth = 0;
  const char *from = self->p;

  for (; *self->p != '\0'; self->p++)
    {
      if (*self->p == '(')
        depth++;
      else if ((*self->p == ')' && depth == 0) || (*self->p == ',' && depth == 0))
        {
          if (n < MAX_ARGUMENTS)
            arguments[n++] = g_strndup (from, (gsize) (self->p - from));
          from = self->p + 1;
          if (*self->p == ')')
            {
              self->p++;
              return n;
            }
        }
      else if (*self->p == ')')
        depth--;
    }
  for (guint i = 0; i < n; i++)
    g_free (arguments[i]);
  return 0;
}

static gboolean
evaluate (Parser *self, const char *text, WinerrorImportValue *value)
{
  Parser inner = {
    .macros = self->macros, .p = text, .depth = self->depth + 1, .steps = self->steps
  };

  if (inner.depth > MAX_DEPTH || !parse_or (&inner, value))
    return FALSE;
  skip_blanks (&inner);
  return *inner.p == '\0';
}

/* The body of a macro, with its arguments for the parameters. */
static char *
substitute (const Function *function, char *const *arguments, guint n)
{
  g_auto (GStrv) parameters = g_strsplit (function->parameters, ",", -1);
  GString *out = g_string_new (NULL);

  for (char **parameter = parameters; *parameter != NULL; parameter++)
    g_strstrip (*parameter);
  for (const char *p = function->body; *p != '\0';)
    {
      gsize length = 0;
      guint i;

      while (g_ascii_isalnum (p[length]) || p[length] == '_')
        length++;
      if (length == 0)
        {
          g_string_append_c (out, *p++);
          continue;
        }
      for (i = 0; i < n && parameters[i] != NULL; i++)
        if (strlen (parameters[i]) == length && strncmp (parameters[i], p, length) == 0)
          break;
      if (i < n && parameters[i] != NULL)
        g_string_append_printf (out, "(%s)", arguments[i]);
      else
        g_string_append_len (out, p, (gssize) length);
      p += length;
      if (out->len > 4096)
        break;
    }
  return g_string_free (out, FALSE);
}

static gboolean
call (Parser *self, const char *name, char *const *arguments, guint n, WinerrorImportValue *value)
{
  const Function *function = g_hash_table_lookup (self->macros->functions, name);
  WinerrorFamily family = winerror_import_family_of_type (name);
  WinerrorImportValue values[3];

  if (n == 3 && (g_str_equal (name, "MAKE_HRESULT") || g_str_equal (name, "MAKE_SCODE")))
    {
      for (guint i = 0; i < 3; i++)
        if (!evaluate (self, arguments[i], &values[i]))
          return FALSE;
      *value = (WinerrorImportValue){
        .value = values[0].value << 31 | values[1].value << 16 | values[2].value,
        .family = WINERROR_FAMILY_HRESULT,
        .wide = TRUE,
      };
      return TRUE;
    }
  if (n == 1 &&
      (g_str_equal (name, "HRESULT_FROM_WIN32") || g_str_equal (name, "__HRESULT_FROM_WIN32")))
    {
      if (!evaluate (self, arguments[0], value))
        return FALSE;
      if (value->value <= G_MAXUINT16 && value->value > 0)
        value->value |= 0x80070000u;
      value->family = WINERROR_FAMILY_HRESULT;
      value->wide = TRUE;
      return TRUE;
    }
  /* what changes nothing but the type: __MSABI_LONG (5), _HRESULT_TYPEDEF_ (0x80004005L), and
   * C#'s unchecked ((int) 0x80004005) */
  if (n == 1 && (family != WINERROR_N_FAMILIES || g_str_equal (name, "__MSABI_LONG") ||
                 g_str_equal (name, "unchecked") || function == NULL))
    {
      if (!evaluate (self, arguments[0], value))
        return FALSE;
      if (family != WINERROR_N_FAMILIES)
        value->family = family;
      return TRUE;
    }
  if (function != NULL)
    {
      g_autofree char *body = substitute (function, arguments, n);

      return evaluate (self, body, value);
    }
  return FALSE;
}

static gboolean
parse_name (Parser *self, WinerrorImportValue *value)
{
  char name[MAX_NAME];
  const WinerrorImportValue *known;
  guint32 constant;

  if (!read_name (self, name))
    return FALSE;
  if (take (self, "("))
    {
      char *arguments[MAX_ARGUMENTS];
      guint n = read_arguments (self, arguments);
      gboolean good = n > 0 && call (self, name, arguments, n, value);

      for (guint i = 0; i < n; i++)
        g_free (arguments[i]);
      return good;
    }
  known = g_hash_table_lookup (self->macros->values, name);
  if (known != NULL)
    {
      *value = *known;
      return TRUE;
    }
  if (winerror_import_constant_from_name (name, &constant))
    {
      *value = (WinerrorImportValue){ .value = constant, .family = WINERROR_N_FAMILIES };
      return TRUE;
    }
  return FALSE;
}

static gboolean
parse_unary (Parser *self, WinerrorImportValue *value)
{
  gboolean good = FALSE;

  skip_blanks (self);
  if (++*self->steps > MAX_STEPS || ++self->depth > MAX_DEPTH)
    return FALSE;
  if (take (self, "-"))
    {
      good = parse_unary (self, value);
      value->value = -value->value;
      value->wide = TRUE;
    }
  else if (take (self, "~"))
    {
      good = parse_unary (self, value);
      value->value = ~value->value;
    }
  else if (take (self, "("))
    {
      WinerrorFamily family;

      if (read_cast (self, &family))
        {
          good = parse_unary (self, value);
          if (good && family != WINERROR_N_FAMILIES)
            value->family = family;
        }
      else
        {
          good = parse_or (self, value) && take (self, ")");
        }
    }
  else if (g_ascii_isdigit (*self->p))
    good = read_number (self, value);
  else
    good = parse_name (self, value);
  self->depth--;
  return good;
}

static void
merge (WinerrorImportValue *value, const WinerrorImportValue *right)
{
  if (value->family == WINERROR_N_FAMILIES)
    value->family = right->family;
  value->wide |= right->wide;
}

static gboolean
parse_sum (Parser *self, WinerrorImportValue *value)
{
  if (!parse_unary (self, value))
    return FALSE;
  for (;;)
    {
      WinerrorImportValue right;
      gboolean plus = take (self, "+");

      if (!plus && !take (self, "-"))
        return TRUE;
      if (!parse_unary (self, &right))
        return FALSE;
      value->value = plus ? value->value + right.value : value->value - right.value;
      merge (value, &right);
    }
}

static gboolean
parse_shift (Parser *self, WinerrorImportValue *value)
{
  if (!parse_sum (self, value))
    return FALSE;
  while (take (self, "<<"))
    {
      WinerrorImportValue right;

      if (!parse_sum (self, &right) || right.value > 31)
        return FALSE;
      value->value <<= right.value;
    }
  return TRUE;
}

static gboolean
parse_or (Parser *self, WinerrorImportValue *value)
{
  if (!parse_shift (self, value))
    return FALSE;
  while (take (self, "|"))
    {
      WinerrorImportValue right;

      if (!parse_shift (self, &right))
        return FALSE;
      value->value |= right.value;
      merge (value, &right);
    }
  return TRUE;
}

/**
 * winerror_import_macros_evaluate:
 * @self: macros
 * @expression: an expression of C
 * @value: (out): what it comes to
 *
 * Evaluates what stands behind a name in a header: 5L, ((NTSTATUS)0xC0000022L), (WSABASEERR + 54),
 * _HRESULT_TYPEDEF_(0x80004005L), MAKE_HRESULT(SEVERITY_ERROR, FACILITY_ITF, 0x200),
 * __MSABI_LONG(5), another name, or a macro of the file.
 *
 * Returns: whether it is a number of 32 bits
 */
gboolean
winerror_import_macros_evaluate (WinerrorImportMacros *self,
                                 const char *expression,
                                 WinerrorImportValue *value)
{
  guint steps = 0;
  Parser parser = { .macros = self, .steps = &steps };

  *value = (WinerrorImportValue){ .family = WINERROR_N_FAMILIES };
  return evaluate (&parser, expression, value);
}
