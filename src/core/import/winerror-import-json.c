// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* JSON (RFC 8259): arrays of objects, objects by code or by symbol, at any depth. */

#include "winerror-gettext.h"
#include "winerror-import-column-names.h"
#include "winerror-import-columns.h"
#include "winerror-import-markup.h"
#include "winerror-import-readers.h"

#include <string.h>

/* How deep values may lie in each other. */
#define MAX_DEPTH 64

/* More names than the objects of a table have. */
#define MAX_NAMES 64

/* How many objects tell which names there are. */
#define N_SAMPLES 64

/* A row that waits until the names are known. */
typedef struct
{
  GPtrArray *names;  /* of strings */
  GPtrArray *values; /* of strings */
  gboolean nested;   /* there are objects in it */
  guint line;
  guint column;
} Object;

typedef struct
{
  WinerrorImportDraft *draft;
  const char *text;
  const char *p;
  const char *line_start;
  guint line;
  GPtrArray *names; /* of the columns */
  GPtrArray *samples;
  WinerrorImportColumns *columns;
} Json;

static void
object_free (gpointer data)
{
  Object *self = data;

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static void
json_clear (Json *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_clear_pointer (&self->columns, winerror_import_columns_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Json, json_clear)

static Object *
object_new (Json *self)
{
  Object *object = g_new0 (Object, 1);

  object->names = g_ptr_array_new_with_free_func (g_free);
  object->values = g_ptr_array_new_with_free_func (g_free);
  object->line = self->line;
  object->column = 1 + (guint) g_utf8_strlen (self->line_start, self->p - self->line_start);
  return object;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Object, object_free)

static void
skip_blanks (Json *self)
{
  for (; *self->p != '\0' && strchr (" \t\r\n", *self->p) != NULL; self->p++)
    if (*self->p == '\n')
      {
        self->line++;
        self->line_start = self->p + 1;
      }
}

static gboolean
fail (Json *self, const char *expected, GError **error)
{
  const char *end = self->p;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 20 && *end != '\0' && *end != '\n'; i++)
    end = g_utf8_next_char (end);
  found = g_strndup (self->p, (gsize) (end - self->p));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s:%d:%d: expected %s, found %s"),
               self->draft->name, (int) self->line,
               1 + (int) g_utf8_strlen (self->line_start, self->p - self->line_start), expected,
               found[0] != '\0' ? found : _ ("the end of the file"));
  return FALSE;
}

static void
add_row (Json *self, const Object *object)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *value = "";

      for (guint j = 0; j < object->names->len; j++)
        if (g_str_equal (object->names->pdata[j], self->names->pdata[i]))
          value = object->values->pdata[j];
      g_ptr_array_add (cells, (gpointer) value);
    }
  g_ptr_array_add (cells, NULL);
  winerror_import_columns_add (self->columns, (const char *const *) cells->pdata, object->line,
                               object->column);
}

static void
use_samples (Json *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->samples->len; i++)
    {
      const Object *object = self->samples->pdata[i];

      for (guint j = 0; j < object->names->len; j++)
        if (self->names->len < MAX_NAMES &&
            !g_ptr_array_find_with_equal_func (self->names, object->names->pdata[j], g_str_equal,
                                               NULL))
          g_ptr_array_add (self->names, g_strdup (object->names->pdata[j]));
    }
  g_ptr_array_extend (names, self->names, NULL, NULL);
  g_ptr_array_add (names, NULL);
  self->columns = winerror_import_columns_new (self->draft, (const char *const *) names->pdata,
                                               self->draft->hint);
  for (guint i = 0; i < self->samples->len; i++)
    add_row (self, self->samples->pdata[i]);
  g_ptr_array_set_size (self->samples, 0);
}

/* Whether an object is a row of the table, instead of something around it or in it. */
static gboolean
has_code (const Object *object)
{
  for (guint i = 0; i < object->names->len; i++)
    {
      WinerrorImportTerms terms;

      if (winerror_import_role_from_name (object->names->pdata[i]) == WINERROR_IMPORT_ROLE_CODE)
        return TRUE;
      winerror_import_terms_read (&terms, object->values->pdata[i]);
      if (terms.n_codes > 0 && terms.rest == NULL && !object->nested)
        return TRUE;
    }
  return FALSE;
}

static void
take_object (Json *self, Object *object)
{
  g_autoptr (Object) taken = object;

  if (taken->names->len < 2 || !has_code (taken))
    return;
  if (self->columns != NULL)
    {
      add_row (self, taken);
      return;
    }
  g_ptr_array_add (self->samples, g_steal_pointer (&taken));
  if (self->samples->len == N_SAMPLES)
    use_samples (self);
}

static gboolean
read_hex (Json *self, guint *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->p[i]);

      if (digit < 0)
        return FALSE;
      *unit = *unit << 4 | (guint) digit;
    }
  self->p += 4;
  return TRUE;
}

static gboolean
read_escape (Json *self, GString *out, GError **error)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char *found = *self->p != '\0' ? strchr (from, *self->p) : NULL;
  guint unit;

  if (found != NULL)
    {
      g_string_append_c (out, to[found - from]);
      self->p++;
      return TRUE;
    }
  if (*self->p != 'u')
    return fail (self, _ ("an escape of JSON"), error);
  self->p++;
  if (!read_hex (self, &unit))
    return fail (self, _ ("an escape of JSON"), error);
  if (unit >= 0xD800 && unit < 0xDC00 && self->p[0] == '\\' && self->p[1] == 'u')
    {
      guint low;

      self->p += 2;
      if (!read_hex (self, &low) || low < 0xDC00 || low > 0xDFFF)
        return fail (self, _ ("an escape of JSON"), error);
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  if (unit == 0 || !g_unichar_validate (unit))
    unit = 0xFFFD;
  g_string_append_unichar (out, unit);
  return TRUE;
}

static char *
read_string (Json *self, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (*self->p != '"')
    {
      fail (self, "\"", error);
      return NULL;
    }
  for (self->p++; *self->p != '"';)
    {
      if (*self->p == '\0' || *self->p == '\n')
        {
          fail (self, "\"", error);
          return NULL;
        }
      if (*self->p != '\\')
        {
          g_string_append_c (out, *self->p++);
          continue;
        }
      self->p++;
      if (!read_escape (self, out, error))
        return NULL;
    }
  self->p++;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A number, true, false or null: as it is written; null is an empty string. */
static char *
read_word (Json *self, GError **error)
{
  gsize length = strcspn (self->p, " \t\r\n,]}:\"{[");
  char *word;

  if (length == 0 || length > 64 || strchr ("-0123456789tfn", *self->p) == NULL)
    {
      fail (self, _ ("a value of JSON"), error);
      return NULL;
    }
  word = g_strndup (self->p, length);
  self->p += length;
  if (g_str_equal (word, "null"))
    word[0] = '\0';
  return word;
}

static gboolean
read_value (Json *self, Object *owner, const char *name, guint depth, GError **error);

/* The column that the names of members make. */
static const char *
name_of_key (const char *key)
{
  WinerrorImportTerms terms;

  winerror_import_terms_read (&terms, key);
  return terms.n_codes > 0 ? "code" : "symbol";
}

/* An object whose members are values is a row. So is each member of one that are values themselves:
 * {"5": "Access denied."}; an object in it has the name as a cell. */
static gboolean
read_object (Json *self, const char *name, guint depth, GError **error)
{
  g_autoptr (Object) object = object_new (self);
  g_autofree char *key = NULL;

  if (name != NULL)
    {
      g_ptr_array_add (object->names, g_strdup (name_of_key (name)));
      g_ptr_array_add (object->values, winerror_import_normalize (name));
    }
  self->p++;
  for (skip_blanks (self); *self->p != '}'; skip_blanks (self))
    {
      g_free (key);
      key = read_string (self, error);
      if (key == NULL)
        return FALSE;
      skip_blanks (self);
      if (*self->p != ':')
        return fail (self, ":", error);
      self->p++;
      if (!read_value (self, object, key, depth + 1, error))
        return FALSE;
      skip_blanks (self);
      if (*self->p == ',')
        self->p++;
      else if (*self->p != '}')
        return fail (self, ", }", error);
    }
  self->p++;
  take_object (self, g_steal_pointer (&object));
  return TRUE;
}

/* Values of an array in an object are lines of its cell. */
static gboolean
read_array (Json *self, Object *owner, const char *name, guint depth, GError **error)
{
  self->p++;
  for (skip_blanks (self); *self->p != ']'; skip_blanks (self))
    {
      if (!read_value (self, owner, name, depth + 1, error))
        return FALSE;
      skip_blanks (self);
      if (*self->p == ',')
        self->p++;
      else if (*self->p != ']')
        return fail (self, ", ]", error);
    }
  self->p++;
  return TRUE;
}

static const char *
name_of_value (const char *value)
{
  WinerrorImportTerms terms;

  winerror_import_terms_read (&terms, value);
  return terms.n_codes > 0 && terms.rest == NULL ? "code" : "text";
}

static gboolean
is_code_name (const char *name)
{
  WinerrorImportTerms terms;

  winerror_import_terms_read (&terms, name);
  return (terms.n_codes > 0 || (terms.symbol != NULL && strchr (name, '_') != NULL)) &&
         terms.rest == NULL;
}

static gboolean
read_value (Json *self, Object *owner, const char *name, guint depth, GError **error)
{
  g_autofree char *value = NULL;
  char *clean;

  if (depth > MAX_DEPTH)
    return fail (self, _ ("fewer values in each other"), error);
  if (!winerror_import_draft_go_on (self->draft, (gsize) (self->p - self->text)))
    return TRUE;
  skip_blanks (self);
  if (*self->p == '{' && owner != NULL)
    owner->nested = TRUE;
  if (*self->p == '{')
    return read_object (self, name != NULL && is_code_name (name) ? name : NULL, depth, error);
  if (*self->p == '[')
    return read_array (self, owner, name, depth, error);
  value = *self->p == '"' ? read_string (self, error) : read_word (self, error);
  if (value == NULL)
    return FALSE;
  if (owner == NULL || name == NULL)
    return TRUE;

  clean = winerror_import_normalize (value);
  if (is_code_name (name))
    {
      /* a member by itself is a row: its name and its value */
      Object *row = object_new (self);

      g_ptr_array_add (row->names, g_strdup (name_of_key (name)));
      g_ptr_array_add (row->values, winerror_import_normalize (name));
      g_ptr_array_add (row->names, g_strdup (name_of_value (clean)));
      g_ptr_array_add (row->values, clean);
      take_object (self, row);
      return TRUE;
    }
  for (guint i = 0; i < owner->names->len; i++)
    if (g_str_equal (owner->names->pdata[i], name))
      {
        char *joined = g_strconcat (owner->values->pdata[i], "\n", clean, NULL);

        g_free (clean);
        g_free (owner->values->pdata[i]);
        owner->values->pdata[i] = joined;
        return TRUE;
      }
  if (owner->names->len < MAX_NAMES)
    {
      g_ptr_array_add (owner->names, g_strdup (name));
      g_ptr_array_add (owner->values, clean);
    }
  else
    {
      g_free (clean);
    }
  return TRUE;
}

/**
 * winerror_import_read_json:
 * @draft: where the entries go
 * @text: JSON
 * @error: (nullable): return location for a %G_IO_ERROR_INVALID_DATA, with file, line, column, what
 *   was expected and what was found
 *
 * Reads the objects that have codes.
 *
 * Returns: whether it is JSON
 */
gboolean
winerror_import_read_json (WinerrorImportDraft *draft, const char *text, GError **error)
{
  g_auto (Json) self = { .draft = draft, .text = text, .p = text, .line_start = text, .line = 1 };

  self.names = g_ptr_array_new_with_free_func (g_free);
  self.samples = g_ptr_array_new_with_free_func (object_free);
  do
    {
      if (!read_value (&self, NULL, NULL, 0, error))
        return FALSE;
      skip_blanks (&self);
      /* one value a line is common too */
    }
  while (*self.p == '{' && !draft->stopped);
  if (*self.p != '\0' && !draft->stopped)
    return fail (&self, _ ("the end of the file"), error);
  if (self.columns == NULL && self.samples->len > 0)
    use_samples (&self);
  if (self.columns != NULL)
    winerror_import_columns_end (self.columns);
  return TRUE;
}
