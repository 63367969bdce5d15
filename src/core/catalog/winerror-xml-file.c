// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-xml-file.h"

#include "winerror-gettext.h"
#include "winerror-text.h"

#include <string.h>

G_DEFINE_QUARK (winerror_table_error_quark, winerror_table_error)

/**
 * winerror_xml_file_set_error:
 * @self: the file that is read
 * @error: (nullable): return location for the error
 * @code: which error
 * @expected: what should stand there
 * @found: what stands there; control characters are allowed
 *
 * Sets a %WINERROR_TABLE_ERROR with the place that has been read last.
 */
void
winerror_xml_file_set_error (WinerrorXmlFile *self,
                             GError **error,
                             WinerrorTableError code,
                             const char *expected,
                             const char *found)
{
  g_autofree char *shown = winerror_text_abridge (found, WINERROR_TEXT_MAX_QUOTED);
  int line;
  int column;

  /* GMarkup counts a line break as the first column of the line after it, and passes over one
   * that the file begins with. */
  g_markup_parse_context_get_position (self->context, &line, &column);
  if (self->starts_with_newline)
    line++;
  if (line > 1)
    column--;
  /* Translators: FILE:LINE:COLUMN: expected …, found … */
  g_set_error (error, WINERROR_TABLE_ERROR, (int) code, _ ("%s:%d:%d: expected %s, found %s"),
               self->name, line, column, expected, shown);
}

/**
 * winerror_xml_file_set_element_error:
 * @self: the file that is read
 * @error: (nullable): return location for a %WINERROR_TABLE_ERROR_MALFORMED
 * @expected: what should stand there
 * @element: the name of the element that stands there
 *
 * Says that an element is at the wrong place.
 */
void
winerror_xml_file_set_element_error (WinerrorXmlFile *self,
                                     GError **error,
                                     const char *expected,
                                     const char *element)
{
  g_autofree char *tag = g_strdup_printf ("<%s>", element);

  winerror_xml_file_set_error (self, error, WINERROR_TABLE_ERROR_MALFORMED, expected, tag);
}

static char *
list_attributes (const char *const *wanted)
{
  GString *all = g_string_new (NULL);

  for (gsize i = 0; wanted[i] != NULL; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", wanted[i] + (wanted[i][0] == '?'));
  return g_string_free (all, FALSE);
}

/**
 * winerror_xml_file_take_attributes:
 * @self: the file that is read
 * @element: the name of the open element
 * @names: (array zero-terminated=1): the names of its attributes
 * @values: (array zero-terminated=1): their values
 * @wanted: (array zero-terminated=1): the attributes that it has; with a question mark before the
 *   name of one that may be left out
 * @found: (out caller-allocates): the values in the order of @wanted, %NULL where there is none
 * @error: (nullable): return location for a %WINERROR_TABLE_ERROR_MALFORMED
 *
 * Finds the attributes of an element. Nothing else than those of @wanted may be there.
 *
 * Returns: whether all was right
 */
gboolean
winerror_xml_file_take_attributes (WinerrorXmlFile *self,
                                   const char *element,
                                   const char **names,
                                   const char **values,
                                   const char *const *wanted,
                                   const char **found,
                                   GError **error)
{
  gsize n_wanted = g_strv_length ((char **) wanted);

  memset (found, 0, n_wanted * sizeof *found);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      gsize j;

      for (j = 0; j < n_wanted; j++)
        if (g_str_equal (names[i], wanted[j] + (wanted[j][0] == '?')))
          break;
      if (j == n_wanted || found[j] != NULL)
        {
          g_autofree char *all = list_attributes (wanted);
          g_autofree char *expected = n_wanted > 0
                                          ? g_strdup_printf (_ ("the attributes %s, once each"),
                                                             all)
                                          : g_strdup (_ ("no attributes"));

          winerror_xml_file_set_error (self, error, WINERROR_TABLE_ERROR_MALFORMED, expected,
                                       names[i]);
          return FALSE;
        }
      if (values[i][0] == '\0')
        {
          g_autofree char *expected = g_strdup_printf (_ ("a value for %s"), names[i]);

          winerror_xml_file_set_error (self, error, WINERROR_TABLE_ERROR_MALFORMED, expected,
                                       _ ("none"));
          return FALSE;
        }
      found[j] = values[i];
    }

  for (gsize j = 0; j < n_wanted; j++)
    if (found[j] == NULL && wanted[j][0] != '?')
      {
        g_autofree char *expected = g_strdup_printf (_ ("attribute %s"), wanted[j]);

        winerror_xml_file_set_element_error (self, error, expected, element);
        return FALSE;
      }

  return TRUE;
}

/**
 * winerror_xml_file_add_text:
 * @self: the file that is read
 * @text: text from there, not terminated
 * @length: its length in bytes
 * @error: (nullable): return location for a %WINERROR_TABLE_ERROR_MALFORMED where no text may stand
 *
 * Adds to the text of the open element. Between elements only white space may stand.
 */
void
winerror_xml_file_add_text (WinerrorXmlFile *self, const char *text, gsize length, GError **error)
{
  if (self->text != NULL)
    {
      g_string_append_len (self->text, text, (gssize) length);
      return;
    }

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      {
        g_autofree char *found = g_strndup (text + i, length - i);

        winerror_xml_file_set_error (self, error, WINERROR_TABLE_ERROR_MALFORMED, _ ("an element"),
                                     found);
        return;
      }
}

/**
 * winerror_xml_file_end_text:
 * @self: the file that is read, in an element with text
 *
 * Takes the text of the element, with its white space normalised as xgettext does it by the rules
 * in data/its, so that it finds its translation.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
char *
winerror_xml_file_end_text (WinerrorXmlFile *self)
{
  char *text = winerror_text_clean (self->text->str);

  g_string_free (g_steal_pointer (&self->text), TRUE);
  return text;
}

/* GMarkup would silently end a text there. */
static gboolean
check_nul (const char *data, gsize size, const char *name, GError **error)
{
  const char *nul = size > 0 ? memchr (data, '\0', size) : NULL;
  int line = 1;
  int column = 1;

  if (nul == NULL)
    return TRUE;

  for (const char *p = data; p < nul; p++)
    {
      column = *p == '\n' ? 1 : column + 1;
      line += *p == '\n';
    }
  g_set_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_MALFORMED,
               _ ("%s:%d:%d: expected %s, found %s"), name, line, column, _ ("text"), "NUL");
  return FALSE;
}

/**
 * winerror_xml_file_parse:
 * @self: all zero
 * @name: what to call the file in messages; must outlive @self
 * @bytes: the contents of the file, XML in UTF-8
 * @parser: what reads the elements
 * @data: for the functions of @parser
 * @error: (nullable): return location for an error of @parser, or for a %G_MARKUP_ERROR or
 *   %WINERROR_TABLE_ERROR where this is no XML
 *
 * Reads a file. Errors can be set with its last place until winerror_xml_file_clear().
 *
 * Returns: whether all was right
 */
gboolean
winerror_xml_file_parse (WinerrorXmlFile *self,
                         const char *name,
                         GBytes *bytes,
                         const GMarkupParser *parser,
                         gpointer data,
                         GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *clean = NULL;
  const char *text;
  gsize size;

  text = g_bytes_get_data (bytes, &size);
  if (!check_nul (text, size, name, error))
    return FALSE;

  self->name = name;
  self->context = g_markup_parse_context_new (parser, G_MARKUP_TREAT_CDATA_AS_TEXT, data, NULL);
  self->starts_with_newline = size > 0 && text[0] == '\n';
  if (g_markup_parse_context_parse (self->context, text != NULL ? text : "", (gssize) size,
                                    &local_error) &&
      g_markup_parse_context_end_parse (self->context, &local_error))
    return TRUE;

  /* our own messages have the name of the file and the position already */
  if (local_error->domain == WINERROR_TABLE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  /* this one quotes the file as it is */
  clean = winerror_text_clean (local_error->message);
  g_set_error (error, local_error->domain, local_error->code, "%s: %s", name, clean);
  return FALSE;
}

/**
 * winerror_xml_file_clear:
 * @self: a file
 *
 * Frees what it holds.
 */
void
winerror_xml_file_clear (WinerrorXmlFile *self)
{
  g_clear_pointer (&self->context, g_markup_parse_context_free);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}
