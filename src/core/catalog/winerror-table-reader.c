// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-table-reader.h"

#include "winerror-entry.h"
#include "winerror-gettext.h"
#include "winerror-own-link.h"
#include "winerror-text.h"
#include "winerror-xml-file.h"

#include <string.h>

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
  [ELEMENT_LICENSE] = { "license", TRUE },
  [ELEMENT_ENTRY] = { "entry", FALSE },
};

/* GMarkup calls back for the first fault only: every callback may assume that all was well. */
typedef struct
{
  WinerrorXmlFile file;
  const char *path;           /* of an own table, else NULL */
  const char *const *folders; /* where own tables are */
  GPtrArray *entries;
  GHashTable *codes;   /* of guint32 */
  GHashTable *symbols; /* of strings */
  WinerrorTableInfo info;
  WinerrorTable *table;
  Element next;
  guint depth;
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
  winerror_xml_file_clear (&reader->file);
  clear_entry (&reader->entry);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
read_number (Reader *reader,
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
  winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_MALFORMED, expected,
                               text);
  return FALSE;
}

/* Reads yes or no; nothing is no. */
static gboolean
read_boolean (Reader *reader, const char *text, gboolean *value, GError **error)
{
  *value = g_strcmp0 (text, "yes") == 0;
  if (text == NULL || *value || g_str_equal (text, "no"))
    return TRUE;
  winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_MALFORMED, "yes, no",
                               text);
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
read_symbol (Reader *reader, const char *text, gsize length, GError **error)
{
  if (!is_symbol (text, length))
    {
      winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_MALFORMED,
                                   _ ("a symbol of letters, digits and underscores"), text);
      return FALSE;
    }
  if (!g_hash_table_add (reader->symbols, g_strndup (text, length)))
    {
      winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_DUPLICATE,
                                   _ ("a symbol that is new in this table"), text);
      return FALSE;
    }
  return TRUE;
}

/* Takes symbols that are separated by single blanks. */
static gboolean
read_symbols (Reader *reader, const char *text, GError **error)
{
  for (const char *p = text; p != NULL;)
    {
      const char *blank = strchr (p, ' ');

      if (!read_symbol (reader, p, blank != NULL ? (gsize) (blank - p) : strlen (p), error))
        return FALSE;
      p = blank != NULL ? blank + 1 : NULL;
    }
  return TRUE;
}

/* Reads an address: https://, or what own tables may refer to. */
static gboolean
read_address (Reader *reader, const char *text, char **address, GError **error)
{
  if (reader->path != NULL)
    *address = winerror_own_link_read (text, reader->path, reader->folders);
  else if (g_str_has_prefix (text, "https://"))
    *address = g_strdup (text);
  if (*address != NULL)
    return TRUE;
  winerror_xml_file_set_error (
      &reader->file, error, WINERROR_TABLE_ERROR_MALFORMED,
      reader->path != NULL
          ? _ ("an address that begins with https://, or a file in a folder of tables")
          : _ ("an address that begins with https://"),
      text);
  return FALSE;
}

static void
start_root (Reader *reader,
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
      winerror_xml_file_set_element_error (&reader->file, error,
                                           reader->table != NULL ? _ ("the end of the file")
                                                                 : "<error-table>",
                                           element);
      return;
    }
  if (!winerror_xml_file_take_attributes (&reader->file, element, names, values, wanted, found,
                                          error))
    return;
  if (found[1] != NULL &&
      !winerror_family_from_name (found[1], strlen (found[1]), &reader->info.family))
    {
      winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_MALFORMED,
                                   _ ("a family of codes"), found[1]);
      return;
    }
  highest = winerror_family_get_last (reader->info.family);
  if (!read_number (reader, found[2], 0, highest, &reader->info.first, error) ||
      !read_number (reader, found[3], reader->info.first, highest, &reader->info.last, error) ||
      !read_boolean (reader, found[4], &reader->info.listed, error))
    return;

  reader->info.id = g_strdup (found[0]);
}

static void
start_entry (Reader *reader, const char **names, const char **values, GError **error)
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

  if (!winerror_xml_file_take_attributes (&reader->file, "entry", names, values, wanted, found,
                                          error) ||
      !read_number (reader, found[0], info->first, info->last, &entry->code, error))
    return;
  if (!g_hash_table_add (reader->codes, GUINT_TO_POINTER (entry->code)))
    {
      winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_DUPLICATE,
                                   _ ("a code that is new in this table"), found[0]);
      return;
    }
  if ((found[1] != NULL && !read_symbol (reader, found[1], strlen (found[1]), error)) ||
      !read_symbols (reader, found[2], error) ||
      (found[3] != NULL && !read_number (reader, found[3], 1, WINERROR_MAX_MET, &met, error)) ||
      (found[4] != NULL && !read_number (reader, found[4], 1, G_MAXUINT16, &win32, error)))
    return;
  entry->symbol = g_strdup (found[1]);
  entry->aliases = g_strdup (found[2]);
  entry->met = (guint8) met;
  entry->win32 = (guint16) win32;
}

static void
start_info (Reader *reader,
            Element element,
            const char **names,
            const char **values,
            GError **error)
{
  static const char *const none[] = { NULL };
  static const char *const source[] = { "?url", "?file", "?date", "?anchors", NULL };
  static const char *const license[] = { "id", "url", "holder", NULL };
  const char *name = elements[element].name;
  const char *found[4];

  switch (element)
    {
    case ELEMENT_SOURCE:
      if (winerror_xml_file_take_attributes (&reader->file, name, names, values, source, found,
                                             error))
        {
          reader->info.source_file = winerror_text_clean (found[1] != NULL ? found[1] : "");
          if (reader->info.source_file[0] == '\0')
            g_clear_pointer (&reader->info.source_file, g_free);
          if (found[0] == NULL && reader->info.source_file == NULL)
            {
              g_autofree char *expected = g_strdup_printf (_ ("attribute %s"), "url");

              winerror_xml_file_set_element_error (&reader->file, error, expected, name);
              return;
            }
          if ((found[0] != NULL &&
               !read_address (reader, found[0], &reader->info.source_uri, error)) ||
              !read_boolean (reader, found[3], &reader->info.has_anchors, error))
            return;
          reader->info.source_date = g_strdup (found[2]);
        }
      break;
    case ELEMENT_LICENSE:
      if (winerror_xml_file_take_attributes (&reader->file, name, names, values, license, found,
                                             error))
        {
          if (!read_address (reader, found[1], &reader->info.license_uri, error))
            return;
          reader->info.license_id = g_strdup (found[0]);
          reader->info.license_holder = g_strdup (found[2]);
        }
      break;
    case ELEMENT_TITLE:
    case ELEMENT_HEADER:
    case ELEMENT_MINIMUM_CLIENT:
    case ELEMENT_MINIMUM_SERVER:
      if (winerror_xml_file_take_attributes (&reader->file, name, names, values, none, found,
                                             error))
        reader->file.text = g_string_new (NULL);
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
      start_root (reader, element, names, values, error);
      return;

    case 1:
      while (elements[reader->next].optional && !g_str_equal (element, elements[reader->next].name))
        reader->next++;
      if (g_str_equal (element, elements[reader->next].name))
        {
          if (reader->next == ELEMENT_ENTRY)
            start_entry (reader, names, values, error);
          else
            start_info (reader, reader->next++, names, values, error);
          return;
        }
      expected = g_strdup_printf ("<%s>", elements[reader->next].name);
      break;

    case 2:
      if (reader->in_entry && reader->entry.description == NULL &&
          g_str_equal (element, "description"))
        {
          if (winerror_xml_file_take_attributes (&reader->file, element, names, values, none, found,
                                                 error))
            reader->file.text = g_string_new (NULL);
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

  winerror_xml_file_set_element_error (&reader->file, error, expected, element);
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
end_text (Reader *reader, const char *element, GError **error)
{
  g_autofree char *text = winerror_xml_file_end_text (&reader->file);

  if (text[0] == '\0')
    {
      g_autofree char *expected = g_strdup_printf (_ ("text in <%s>"), element);

      winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_MALFORMED, expected,
                                   _ ("none"));
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
  if (reader->file.text != NULL)
    {
      end_text (reader, element, error);
    }
  else if (reader->in_entry)
    {
      if (reader->entry.symbol == NULL && reader->entry.description == NULL)
        winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_MALFORMED,
                                     "<description>", "</entry>");
      else
        g_ptr_array_add (reader->entries,
                         winerror_entry_new_from_info (reader->table, &reader->entry));
      clear_entry (&reader->entry);
      reader->in_entry = FALSE;
    }
  else if (reader->depth == 0 && reader->entries->len == 0)
    {
      g_autofree char *expected = g_strdup_printf ("<%s>", elements[reader->next].name);

      winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_MALFORMED, expected,
                                   "</error-table>");
    }
}

static void
text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  winerror_xml_file_add_text (&reader->file, text, length, error);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  guint32 left = winerror_entry_get_code (*(WinerrorEntry *const *) a);
  guint32 right = winerror_entry_get_code (*(WinerrorEntry *const *) b);

  return left < right ? -1 : left > right;
}

static GPtrArray *
read_table (GBytes *bytes,
            const char *name,
            const char *path,
            const char *const *folders,
            GError **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element,
    .end_element = end_element,
    .text = text,
  };
  g_auto (Reader) reader = { .path = path, .folders = folders };

  reader.entries = g_ptr_array_new_with_free_func (g_object_unref);
  reader.codes = g_hash_table_new (NULL, NULL);
  reader.symbols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!winerror_xml_file_parse (&reader.file, name, bytes, &parser, &reader, error))
    return NULL;

  /* a comment alone is a document to GMarkup */
  if (reader.table == NULL)
    {
      winerror_xml_file_set_error (&reader.file, error, WINERROR_TABLE_ERROR_MALFORMED,
                                   "<error-table>", _ ("the end of the file"));
      return NULL;
    }

  g_ptr_array_sort (reader.entries, compare_codes);
  return g_steal_pointer (&reader.entries);
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
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return read_table (bytes, name, NULL, NULL, error);
}

/**
 * winerror_table_read_own:
 * @bytes: the contents of a table file
 * @file: (type filename): its path
 * @folders: (array zero-terminated=1): the folders of tables: see winerror_own_link_read()
 * @error: (nullable): return location for an error of winerror_table_read()
 *
 * Reads a table of a user, of a share or of the system. It may refer to files in the folders, and
 * to nothing but these and https addresses.
 *
 * Returns: (transfer full) (element-type WinerrorEntry): the entries as those of
 *   winerror_table_read(); %NULL with @error set
 */
GPtrArray *
winerror_table_read_own (GBytes *bytes,
                         const char *file,
                         const char *const *folders,
                         GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (folders != NULL, NULL);

  name = winerror_text_clean_path (file);
  return read_table (bytes, name, file, folders, error);
}
