// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-table-reader.h"

#include "winerror-entry.h"
#include "winerror-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (winerror_table_error_quark, winerror_table_error)

/* The elements in the order in which they come (data/error-table.dtd). Some may be left out. */
typedef enum
{
  ELEMENT_TITLE,
  ELEMENT_HEADER,
  ELEMENT_MINIMUM_CLIENT,
  ELEMENT_MINIMUM_SERVER,
  ELEMENT_SOURCE,
  ELEMENT_LICENSE,
  ELEMENT_ENTRY,
} Element;

static const struct
{
  const char *name;
  gboolean optional;
} elements[] = {
  [ELEMENT_TITLE] = { "title", FALSE },
  [ELEMENT_HEADER] = { "header", TRUE },
  [ELEMENT_MINIMUM_CLIENT] = { "minimum-client", TRUE },
  [ELEMENT_MINIMUM_SERVER] = { "minimum-server", TRUE },
  [ELEMENT_SOURCE] = { "source", FALSE },
  [ELEMENT_LICENSE] = { "license", FALSE },
  [ELEMENT_ENTRY] = { "entry", FALSE },
};

/* GMarkup calls back for the first fault only: every callback may assume that all was well. */
typedef struct
{
  const char *name;
  GPtrArray *entries;
  GHashTable *codes;   /* of guint32 */
  GHashTable *symbols; /* of strings */
  WinerrorTableInfo info;
  WinerrorTable *table;
  Element next;
  GString *text; /* the text of the element that is open; NULL where none may stand */
  guint depth;
  gboolean starts_with_newline;
  gboolean in_entry;
  WinerrorEntryInfo entry; /* the open one, in strings of the reader */
} Reader;

static void
clear_entry (WinerrorEntryInfo *entry)
{
  g_free ((char *) entry->symbol);
  g_free ((char *) entry->aliases);
  g_free ((char *) entry->description);
  *entry = (WinerrorEntryInfo){ 0 };
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->entries, g_ptr_array_unref);
  g_clear_pointer (&reader->codes, g_hash_table_unref);
  g_clear_pointer (&reader->symbols, g_hash_table_unref);
  winerror_table_info_clear (&reader->info);
  g_clear_object (&reader->table);
  if (reader->text != NULL)
    g_string_free (g_steal_pointer (&reader->text), TRUE);
  clear_entry (&reader->entry);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
set_error (GMarkupParseContext *context,
           Reader *reader,
           GError **error,
           WinerrorTableError code,
           const char *expected,
           const char *found)
{
  g_autofree char *clean = winerror_text_clean (found);
  g_autofree char *shown = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), 60));
  int line;
  int column;

  /* GMarkup counts a line break as the first column of the line behind it, and passes over one
   * that the file begins with. */
  g_markup_parse_context_get_position (context, &line, &column);
  if (reader->starts_with_newline)
    line++;
  if (line > 1)
    column--;
  /* Translators: FILE:LINE:COLUMN: expected …, found … */
  g_set_error (error, WINERROR_TABLE_ERROR, (int) code, _ ("%s:%d:%d: expected %s, found %s"),
               reader->name, line, column, expected, shown);
}

static char *
list_attributes (const char *const *wanted)
{
  GString *all = g_string_new (NULL);

  for (gsize i = 0; wanted[i] != NULL; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", wanted[i] + (wanted[i][0] == '?'));
  return g_string_free (all, FALSE);
}

/* Attributes come as two parallel arrays; nothing else than those of @wanted may be there, and all
 * of these but the ones with a question mark before their name. */
static gboolean
take_attributes (GMarkupParseContext *context,
                 Reader *reader,
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

          set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, expected, names[i]);
          return FALSE;
        }
      if (values[i][0] == '\0')
        {
          g_autofree char *expected = g_strdup_printf (_ ("a value for %s"), names[i]);

          set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, expected, _ ("none"));
          return FALSE;
        }
      found[j] = values[i];
    }

  for (gsize j = 0; j < n_wanted; j++)
    if (found[j] == NULL && wanted[j][0] != '?')
      {
        g_autofree char *expected = g_strdup_printf (_ ("attribute %s"), wanted[j]);
        g_autofree char *tag = g_strdup_printf ("<%s>", element);

        set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, expected, tag);
        return FALSE;
      }

  return TRUE;
}

static gboolean
read_number (GMarkupParseContext *context,
             Reader *reader,
             const char *text,
             guint32 lowest,
             guint32 highest,
             guint32 *number,
             GError **error)
{
  gboolean hex = text[0] == '0' && text[1] == 'x';
  g_autofree char *expected = NULL;
  guint64 value;

  if (g_ascii_string_to_unsigned (hex ? text + 2 : text, hex ? 16 : 10, lowest, highest, &value,
                                  NULL))
    {
      *number = (guint32) value;
      return TRUE;
    }

  expected = g_strdup_printf (_ ("a number from %u to %u, decimal or hexadecimal after 0x"), lowest,
                              highest);
  set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, expected, text);
  return FALSE;
}

/* Reads yes or no; nothing is no. */
static gboolean
read_boolean (GMarkupParseContext *context,
              Reader *reader,
              const char *text,
              gboolean *value,
              GError **error)
{
  *value = g_strcmp0 (text, "yes") == 0;
  if (text == NULL || *value || g_str_equal (text, "no"))
    return TRUE;
  set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, "yes, no", text);
  return FALSE;
}

static gboolean
is_symbol (const char *text, gsize length)
{
  if (length == 0 || g_ascii_isdigit (text[0]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '_')
      return FALSE;
  return TRUE;
}

/* Takes a symbol, which must be new. */
static gboolean
read_symbol (GMarkupParseContext *context,
             Reader *reader,
             const char *text,
             gsize length,
             GError **error)
{
  if (!is_symbol (text, length))
    {
      set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED,
                 _ ("a symbol of letters, digits and underscores"), text);
      return FALSE;
    }
  if (!g_hash_table_add (reader->symbols, g_strndup (text, length)))
    {
      set_error (context, reader, error, WINERROR_TABLE_ERROR_DUPLICATE,
                 _ ("a symbol that is new in this table"), text);
      return FALSE;
    }
  return TRUE;
}

/* Takes symbols that are separated by single blanks. */
static gboolean
read_symbols (GMarkupParseContext *context, Reader *reader, const char *text, GError **error)
{
  for (const char *p = text; p != NULL;)
    {
      const char *blank = strchr (p, ' ');

      if (!read_symbol (context, reader, p, blank != NULL ? (gsize) (blank - p) : strlen (p),
                        error))
        return FALSE;
      p = blank != NULL ? blank + 1 : NULL;
    }
  return TRUE;
}

static void
start_root (GMarkupParseContext *context,
            Reader *reader,
            const char *element,
            const char **names,
            const char **values,
            GError **error)
{
  static const char *const wanted[] = { "id", "?family", "first", "last", "?listed", NULL };
  const char *found[5];
  guint32 highest;

  /* GMarkup would take a second root element */
  if (reader->table != NULL || !g_str_equal (element, "error-table"))
    {
      g_autofree char *tag = g_strdup_printf ("<%s>", element);

      set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED,
                 reader->table != NULL ? _ ("the end of the file") : "<error-table>", tag);
      return;
    }
  if (!take_attributes (context, reader, element, names, values, wanted, found, error))
    return;
  if (found[1] != NULL &&
      !winerror_family_from_name (found[1], strlen (found[1]), &reader->info.family))
    {
      set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, _ ("a family of codes"),
                 found[1]);
      return;
    }
  highest = winerror_family_get_last (reader->info.family);
  if (!read_number (context, reader, found[2], 0, highest, &reader->info.first, error) ||
      !read_number (context, reader, found[3], reader->info.first, highest, &reader->info.last,
                    error) ||
      !read_boolean (context, reader, found[4], &reader->info.listed, error))
    return;

  reader->info.id = g_strdup (found[0]);
}

static void
start_entry (GMarkupParseContext *context,
             Reader *reader,
             const char **names,
             const char **values,
             GError **error)
{
  static const char *const wanted[] = { "code", "?symbol", "?also", "?met", "?win32", NULL };
  const WinerrorTableInfo *info;
  WinerrorEntryInfo *entry = &reader->entry;
  const char *found[5];
  guint32 met = 0;
  guint32 win32 = 0;

  if (reader->table == NULL)
    reader->table = winerror_table_new (&reader->info);
  info = winerror_table_get_info (reader->table);
  reader->in_entry = TRUE;

  if (!take_attributes (context, reader, "entry", names, values, wanted, found, error) ||
      !read_number (context, reader, found[0], info->first, info->last, &entry->code, error))
    return;
  if (!g_hash_table_add (reader->codes, GUINT_TO_POINTER (entry->code)))
    {
      set_error (context, reader, error, WINERROR_TABLE_ERROR_DUPLICATE,
                 _ ("a code that is new in this table"), found[0]);
      return;
    }
  if ((found[1] != NULL && !read_symbol (context, reader, found[1], strlen (found[1]), error)) ||
      !read_symbols (context, reader, found[2], error) ||
      (found[3] != NULL &&
       !read_number (context, reader, found[3], 1, WINERROR_MAX_MET, &met, error)) ||
      (found[4] != NULL && !read_number (context, reader, found[4], 1, G_MAXUINT16, &win32, error)))
    return;
  entry->symbol = g_strdup (found[1]);
  entry->aliases = g_strdup (found[2]);
  entry->met = (guint8) met;
  entry->win32 = (guint16) win32;
}

static void
start_info (GMarkupParseContext *context,
            Reader *reader,
            Element element,
            const char **names,
            const char **values,
            GError **error)
{
  static const char *const none[] = { NULL };
  static const char *const source[] = { "url", "?date", "?anchors", NULL };
  static const char *const license[] = { "id", "url", "holder", NULL };
  const char *name = elements[element].name;
  const char *found[3];

  switch (element)
    {
    case ELEMENT_SOURCE:
      if (take_attributes (context, reader, name, names, values, source, found, error))
        {
          if (!g_str_has_prefix (found[0], "https://"))
            {
              set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED,
                         _ ("an address that begins with https://"), found[0]);
              return;
            }
          if (!read_boolean (context, reader, found[2], &reader->info.has_anchors, error))
            return;
          reader->info.source_uri = g_strdup (found[0]);
          reader->info.source_date = g_strdup (found[1]);
        }
      break;
    case ELEMENT_LICENSE:
      if (take_attributes (context, reader, name, names, values, license, found, error))
        {
          reader->info.license_id = g_strdup (found[0]);
          reader->info.license_uri = g_strdup (found[1]);
          reader->info.license_holder = g_strdup (found[2]);
        }
      break;
    case ELEMENT_TITLE:
    case ELEMENT_HEADER:
    case ELEMENT_MINIMUM_CLIENT:
    case ELEMENT_MINIMUM_SERVER:
      if (take_attributes (context, reader, name, names, values, none, found, error))
        reader->text = g_string_new (NULL);
      break;
    case ELEMENT_ENTRY:
    default:
      g_assert_not_reached ();
    }
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  static const char *const none[] = { NULL };
  Reader *reader = data;
  const char *found[1];
  g_autofree char *expected = NULL;

  switch (reader->depth++)
    {
    case 0:
      start_root (context, reader, element, names, values, error);
      return;

    case 1:
      while (elements[reader->next].optional && !g_str_equal (element, elements[reader->next].name))
        reader->next++;
      if (g_str_equal (element, elements[reader->next].name))
        {
          if (reader->next == ELEMENT_ENTRY)
            start_entry (context, reader, names, values, error);
          else
            start_info (context, reader, reader->next++, names, values, error);
          return;
        }
      expected = g_strdup_printf ("<%s>", elements[reader->next].name);
      break;

    case 2:
      if (reader->in_entry && reader->entry.description == NULL &&
          g_str_equal (element, "description"))
        {
          if (take_attributes (context, reader, element, names, values, none, found, error))
            reader->text = g_string_new (NULL);
          return;
        }
      expected = g_strdup (!reader->in_entry || reader->entry.description != NULL
                               ? _ ("no element here")
                               : "<description>");
      break;

    default:
      expected = g_strdup (_ ("text"));
      break;
    }

  {
    g_autofree char *tag = g_strdup_printf ("<%s>", element);

    set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, expected, tag);
  }
}

/* Where the text of a closed element goes. */
static char **
text_field (Reader *reader, const char *element)
{
  if (g_str_equal (element, "title"))
    return &reader->info.title;
  if (g_str_equal (element, "header"))
    return &reader->info.header;
  if (g_str_equal (element, "minimum-client"))
    return &reader->info.minimum_client;
  return &reader->info.minimum_server;
}

static void
end_text (GMarkupParseContext *context, Reader *reader, const char *element, GError **error)
{
  g_autofree char *text = winerror_text_clean (reader->text->str);

  g_string_free (g_steal_pointer (&reader->text), TRUE);
  if (text[0] == '\0')
    {
      g_autofree char *expected = g_strdup_printf (_ ("text in <%s>"), element);

      set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, expected, _ ("none"));
    }
  else if (g_str_equal (element, "description"))
    {
      reader->entry.description = g_steal_pointer (&text);
    }
  else
    {
      *text_field (reader, element) = g_steal_pointer (&text);
    }
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;

  reader->depth--;
  if (reader->text != NULL)
    {
      end_text (context, reader, element, error);
    }
  else if (reader->in_entry)
    {
      if (reader->entry.symbol == NULL && reader->entry.description == NULL)
        set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, "<description>",
                   "</entry>");
      else
        g_ptr_array_add (reader->entries,
                         winerror_entry_new_from_info (reader->table, &reader->entry));
      clear_entry (&reader->entry);
      reader->in_entry = FALSE;
    }
  else if (reader->depth == 0 && reader->entries->len == 0)
    {
      g_autofree char *expected = g_strdup_printf ("<%s>", elements[reader->next].name);

      set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, expected,
                 "</error-table>");
    }
}

static void
text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  if (reader->text != NULL)
    {
      g_string_append_len (reader->text, text, (gssize) length);
      return;
    }

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      {
        g_autofree char *found = g_strndup (text + i, length - i);

        set_error (context, reader, error, WINERROR_TABLE_ERROR_MALFORMED, _ ("an element"), found);
        return;
      }
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

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  guint32 left = winerror_entry_get_code (*(WinerrorEntry *const *) a);
  guint32 right = winerror_entry_get_code (*(WinerrorEntry *const *) b);

  return left < right ? -1 : left > right;
}

/**
 * winerror_table_read:
 * @bytes: the contents of a table file, XML in UTF-8 as data/error-table.dtd describes it
 * @name: what to call the file in messages
 * @error: (nullable): return location for an error: %WINERROR_TABLE_ERROR, with file, line,
 *   column, what was expected and what was found; or %G_MARKUP_ERROR, with the same of XML itself
 *
 * Reads a table. A table with any fault is refused whole. White space in texts is normalised as
 * xgettext does it by the rules in data/its, so that a text finds its translation.
 *
 * Returns: (transfer full) (element-type WinerrorEntry): the entries in order of code, at least
 *   one, each with the table; %NULL with @error set
 */
GPtrArray *
winerror_table_read (GBytes *bytes, const char *name, GError **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element,
    .end_element = end_element,
    .text = text,
  };
  g_auto (Reader) reader = { .name = name };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (!check_nul (data, size, name, error))
    return NULL;

  reader.entries = g_ptr_array_new_with_free_func (g_object_unref);
  reader.codes = g_hash_table_new (NULL, NULL);
  reader.symbols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  reader.starts_with_newline = size > 0 && data[0] == '\n';
  if (!g_markup_parse_context_parse (context, data != NULL ? data : "", (gssize) size,
                                     &local_error) ||
      !g_markup_parse_context_end_parse (context, &local_error))
    {
      /* our own messages have the name of the file and the position already */
      if (local_error->domain == WINERROR_TABLE_ERROR)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        {
          /* this one quotes the file as it is */
          g_autofree char *clean = winerror_text_clean (local_error->message);

          g_set_error (error, local_error->domain, local_error->code, "%s: %s", name, clean);
        }
      return NULL;
    }

  /* a comment alone is a document to GMarkup */
  if (reader.table == NULL)
    {
      set_error (context, &reader, error, WINERROR_TABLE_ERROR_MALFORMED, "<error-table>",
                 _ ("the end of the file"));
      return NULL;
    }

  g_ptr_array_sort (reader.entries, compare_codes);
  return g_steal_pointer (&reader.entries);
}
