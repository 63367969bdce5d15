// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-advice.h"

#include "winerror-advice-resources.h"
#include "winerror-gettext.h"
#include "winerror-xml-file.h"

#include <string.h>

/* What the elements are inside of. */
typedef enum
{
  LEVEL_NONE,
  LEVEL_LIST,
  LEVEL_ADVICE,
  LEVEL_PART,
} Level;

struct _WinerrorAdviceBook
{
  GHashTable *advice; /* of Page, by family and code */
};

/* The advice on one code. */
typedef struct
{
  guint64 key;
  WinerrorAdvice advice;
} Page;

typedef struct
{
  WinerrorXmlFile file;
  GPtrArray *pages; /* of Page: those of the file */
  Level level;
  gboolean was_begun; /* GMarkup would take a second root element */
  Page *page;         /* the open one */
  GPtrArray *checks;
} Reader;

static guint64
make_key (WinerrorFamily family, guint32 code)
{
  return (guint64) family << 32 | code;
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->advice.means);
  g_strfreev (page->advice.checks);
  g_strfreev (page->advice.see_also);
  g_free (page->advice.source_uri);
  g_free (page);
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->pages, g_ptr_array_unref);
  g_clear_pointer (&reader->page, page_free);
  g_clear_pointer (&reader->checks, g_ptr_array_unref);
  winerror_xml_file_clear (&reader->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
start_root (Reader *reader,
            const char *element,
            const char **names,
            const char **values,
            GError **error)
{
  static const char *const none[] = { NULL };
  const char *found[1];

  if (!reader->was_begun && g_str_equal (element, "advice-list"))
    winerror_xml_file_take_attributes (&reader->file, element, names, values, none, found, error);
  else
    winerror_xml_file_set_element_error (&reader->file, error,
                                         reader->was_begun ? _ ("the end of the file")
                                                           : "<advice-list>",
                                         element);
  reader->was_begun = TRUE;
}

static void
start_advice (Reader *reader,
              const char *element,
              const char **names,
              const char **values,
              GError **error)
{
  static const char *const wanted[] = { "for", NULL };
  const char *found[1];
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

  if (!g_str_equal (element, "advice"))
    {
      winerror_xml_file_set_element_error (&reader->file, error, "<advice>", element);
      return;
    }
  if (!winerror_xml_file_take_attributes (&reader->file, element, names, values, wanted, found,
                                          error))
    return;
  if (strchr (found[0], ':') == NULL || winerror_code_parse (found[0], -1, readings) != 1)
    {
      winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_MALFORMED,
                                   _ ("a code as FAMILY:NUMBER"), found[0]);
      return;
    }
  reader->page = g_new0 (Page, 1);
  reader->page->key = make_key (readings[0].family, readings[0].code);
  reader->checks = g_ptr_array_new_with_free_func (g_free);
}

static void
start_part (Reader *reader,
            const char *element,
            const char **names,
            const char **values,
            GError **error)
{
  static const char *const none[] = { NULL };
  static const char *const see_also[] = { "keys", NULL };
  static const char *const source[] = { "url", NULL };
  WinerrorAdvice *advice = &reader->page->advice;
  const char *found[1];

  if (g_str_equal (element, "means") || g_str_equal (element, "check"))
    {
      if (winerror_xml_file_take_attributes (&reader->file, element, names, values, none, found,
                                             error))
        reader->file.text = g_string_new (NULL);
    }
  else if (g_str_equal (element, "see-also") && advice->see_also == NULL)
    {
      if (winerror_xml_file_take_attributes (&reader->file, element, names, values, see_also, found,
                                             error))
        advice->see_also = g_strsplit (found[0], " ", -1);
    }
  else if (g_str_equal (element, "source") && advice->source_uri == NULL)
    {
      if (!winerror_xml_file_take_attributes (&reader->file, element, names, values, source, found,
                                              error))
        return;
      if (g_str_has_prefix (found[0], "https://"))
        advice->source_uri = g_strdup (found[0]);
      else
        winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_MALFORMED,
                                     _ ("an address that begins with https://"), found[0]);
    }
  else
    {
      winerror_xml_file_set_element_error (&reader->file, error,
                                           "<means>, <check>, <see-also>, <source>", element);
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
  Reader *reader = data;

  switch (reader->level++)
    {
    case LEVEL_NONE:
      start_root (reader, element, names, values, error);
      break;
    case LEVEL_LIST:
      start_advice (reader, element, names, values, error);
      break;
    case LEVEL_ADVICE:
      start_part (reader, element, names, values, error);
      break;
    case LEVEL_PART:
    default:
      winerror_xml_file_set_element_error (&reader->file, error, _ ("text"), element);
      break;
    }
}

static void
end_part (Reader *reader, const char *element)
{
  g_autofree char *text = winerror_xml_file_end_text (&reader->file);

  if (text[0] == '\0')
    return;
  if (g_str_equal (element, "check"))
    g_ptr_array_add (reader->checks, g_steal_pointer (&text));
  else if (reader->page->advice.means == NULL)
    reader->page->advice.means = g_steal_pointer (&text);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;

  reader->level--;
  if (reader->file.text != NULL)
    end_part (reader, element);
  if (reader->level != LEVEL_LIST)
    return;

  if (reader->page->advice.means == NULL || reader->checks->len == 0)
    {
      winerror_xml_file_set_error (&reader->file, error, WINERROR_TABLE_ERROR_MALFORMED,
                                   "<means>, <check>", "</advice>");
      return;
    }
  g_ptr_array_add (reader->checks, NULL);
  reader->page->advice.checks = (char **) g_ptr_array_free (g_steal_pointer (&reader->checks),
                                                            FALSE);
  if (reader->page->advice.see_also == NULL)
    reader->page->advice.see_also = g_new0 (char *, 1);
  g_ptr_array_add (reader->pages, g_steal_pointer (&reader->page));
}

static void
text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  winerror_xml_file_add_text (&reader->file, text, length, error);
}

/**
 * winerror_advice_book_new:
 *
 * Returns: (transfer full): a book without advice
 */
WinerrorAdviceBook *
winerror_advice_book_new (void)
{
  WinerrorAdviceBook *self = g_new0 (WinerrorAdviceBook, 1);

  self->advice = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, page_free);
  return self;
}

/**
 * winerror_advice_book_free:
 * @self: (transfer full): a book
 */
void
winerror_advice_book_free (WinerrorAdviceBook *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->advice);
  g_free (self);
}

/**
 * winerror_advice_book_add_file:
 * @self: a book
 * @bytes: the contents of a file, XML in UTF-8 as data/advice.dtd describes it
 * @name: what to call the file in messages
 * @error: (nullable): return location for a %WINERROR_TABLE_ERROR with file, line, column, what was
 *   expected and what was found; or a %G_MARKUP_ERROR with the same of XML itself
 *
 * Adds the advice of a file. With an error the book stays as it was. White space is normalised as
 * xgettext does it by the rules in data/its.
 *
 * Returns: whether the file was added
 */
gboolean
winerror_advice_book_add_file (WinerrorAdviceBook *self,
                               GBytes *bytes,
                               const char *name,
                               GError **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element,
    .end_element = end_element,
    .text = text,
  };
  g_auto (Reader) reader = { 0 };
  g_autoptr (GHashTable) seen = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  reader.pages = g_ptr_array_new_with_free_func (page_free);
  if (!winerror_xml_file_parse (&reader.file, name, bytes, &parser, &reader, error))
    return FALSE;

  seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < reader.pages->len; i++)
    {
      Page *page = reader.pages->pdata[i];

      if (!g_hash_table_add (seen, &page->key) || g_hash_table_contains (self->advice, &page->key))
        {
          g_set_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_DUPLICATE,
                       _ ("%s: expected advice on each code once, found it again on %u"), name,
                       (guint32) page->key);
          return FALSE;
        }
    }
  g_ptr_array_set_free_func (reader.pages, NULL);
  for (guint i = 0; i < reader.pages->len; i++)
    {
      Page *page = reader.pages->pdata[i];

      g_hash_table_replace (self->advice, &page->key, page);
    }
  return TRUE;
}

/**
 * winerror_advice_book_lookup:
 * @self: a book
 * @family: a family
 * @code: one of its codes
 *
 * Returns: (transfer none) (nullable): the advice on the code; %NULL where there is none
 */
const WinerrorAdvice *
winerror_advice_book_lookup (WinerrorAdviceBook *self, WinerrorFamily family, guint32 code)
{
  guint64 key = make_key (family, code);
  Page *page;

  g_return_val_if_fail (self != NULL, NULL);

  page = g_hash_table_lookup (self->advice, &key);
  return page != NULL ? &page->advice : NULL;
}

/* The built-in files are tested: what is wrong with one is a fault of the program. */
static WinerrorAdviceBook *
load_built_in (void)
{
  WinerrorAdviceBook *book = winerror_advice_book_new ();
  g_auto (GStrv) names = NULL;

  winerror_advice_register_resource ();
  names = g_resources_enumerate_children (WINERROR_ADVICE_RESOURCES, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                          NULL);
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (WINERROR_ADVICE_RESOURCES, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes)
          bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

      if (bytes == NULL || !winerror_advice_book_add_file (book, bytes, names[i], &error))
        g_error ("%s", error->message);
    }
  return book;
}

/**
 * winerror_advice_book_get_built_in:
 *
 * Reads the built-in advice when it is first asked for. May be called from several threads.
 *
 * Returns: (transfer none): the built-in advice
 */
WinerrorAdviceBook *
winerror_advice_book_get_built_in (void)
{
  static WinerrorAdviceBook *book;

  if (g_once_init_enter (&book))
    g_once_init_leave (&book, load_built_in ());
  return book;
}

/**
 * winerror_advice_lookup:
 * @entry: an entry
 *
 * Looks into the built-in advice: see winerror_advice_book_get_built_in().
 *
 * Returns: (transfer none) (nullable): the advice on the entry; %NULL where there is none
 */
const WinerrorAdvice *
winerror_advice_lookup (WinerrorEntry *entry)
{
  g_return_val_if_fail (WINERROR_IS_ENTRY (entry), NULL);

  if (winerror_entry_get_table (entry) == NULL)
    return NULL;
  return winerror_advice_book_lookup (winerror_advice_book_get_built_in (),
                                      winerror_entry_get_family (entry),
                                      winerror_entry_get_code (entry));
}
