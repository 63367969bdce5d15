// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-indexes.h"

#include "winerror-data-file.h"
#include "winerror-index-reader.h"

#include <gio/gio.h>

/* What one language has. */
typedef struct
{
  WinerrorIndex *index;     /* NULL where not read yet */
  WinerrorSayings *sayings; /* NULL where there are none, or not opened yet */
  gboolean opened;          /* whether they have been asked for */
} Texts;

struct _WinerrorIndexes
{
  GPtrArray *languages; /* of WinerrorLanguage: English, the user's, then the others */
  GArray *texts;        /* of Texts, those of the languages that have been asked for */
  guint n_main;         /* how many of the languages come first: 1 or 2 */
  guint n_tried;        /* how many of the shipped ones have been added, or could not be opened */

  WinerrorIndexReader *reader; /* reads languages; NULL where there is nothing to be read */
  guint next;                  /* number of the language whose index it will have next */
};

static void
texts_clear (gpointer data)
{
  Texts *texts = data;

  g_clear_pointer (&texts->sayings, winerror_sayings_free);
  g_clear_pointer (&texts->index, winerror_index_unref);
}

/**
 * winerror_indexes_new:
 * @language: the user's language
 *
 * Returns: (transfer full): indexes of English and of @language; nothing is read yet
 */
WinerrorIndexes *
winerror_indexes_new (WinerrorLanguage *language)
{
  WinerrorIndexes *self;

  g_return_val_if_fail (language != NULL, NULL);

  self = g_new0 (WinerrorIndexes, 1);
  self->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_language_unref);
  self->texts = g_array_new (FALSE, TRUE, sizeof (Texts));
  g_array_set_clear_func (self->texts, texts_clear);
  g_ptr_array_add (self->languages, winerror_language_new_source ());
  if (!g_str_equal (winerror_language_get_id (language), "en"))
    g_ptr_array_add (self->languages, winerror_language_ref (language));
  self->n_main = self->languages->len;
  return self;
}

/**
 * winerror_indexes_free:
 * @self: (transfer full): indexes
 */
void
winerror_indexes_free (WinerrorIndexes *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->reader, winerror_index_reader_free);
  g_ptr_array_unref (self->languages);
  g_array_unref (self->texts);
  g_free (self);
}

/**
 * winerror_indexes_get_n_main:
 * @self: indexes
 *
 * Returns: how many languages come first: English and that of the user
 */
guint
winerror_indexes_get_n_main (WinerrorIndexes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_main;
}

/**
 * winerror_indexes_get_languages:
 * @self: indexes
 *
 * Returns: (transfer none) (element-type WinerrorLanguage): the languages, those that come first
 *   before the others
 */
GPtrArray *
winerror_indexes_get_languages (WinerrorIndexes *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->languages;
}

/* Adds the next of the other shipped languages; returns whether there was one left. */
static gboolean
add_next (WinerrorIndexes *self)
{
  const char *id = winerror_language_list_shipped ()[self->n_tried];
  WinerrorLanguage *language;

  if (id == NULL)
    return FALSE;
  self->n_tried++;
  for (guint i = 0; i < self->n_main; i++)
    if (g_str_equal (winerror_language_get_id (self->languages->pdata[i]), id))
      return TRUE;
  /* one that is not installed is none that can be searched */
  language = winerror_language_new_shipped (id, NULL);
  if (language != NULL)
    g_ptr_array_add (self->languages, language);
  return TRUE;
}

/**
 * winerror_indexes_add_others:
 * @self: indexes
 *
 * Adds the other shipped languages, those that are not there yet.
 */
void
winerror_indexes_add_others (WinerrorIndexes *self)
{
  g_return_if_fail (self != NULL);

  while (add_next (self))
    continue;
}

/* The index of the built-in English texts is made at build time. */
static WinerrorIndex *
load_built_in_index (WinerrorLanguage *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = winerror_data_file_lookup (WINERROR_INDEX_RESOURCE, &error);
  WinerrorIndex *index = NULL;

  if (bytes != NULL)
    index = winerror_index_new_from_bytes (bytes, language, &error);
  if (index == NULL)
    g_warning ("%s: %s", WINERROR_INDEX_RESOURCE, error->message);
  return index;
}

/* The place of what a language has. */
static Texts *
get_place (WinerrorIndexes *self, guint at)
{
  if (self->texts->len <= at)
    g_array_set_size (self->texts, at + 1);
  return &g_array_index (self->texts, Texts, at);
}

/* Takes the next index from the reader; returns whether there was one. */
static gboolean
take_next (WinerrorIndexes *self, gboolean wait)
{
  WinerrorIndex *index = winerror_index_reader_take (self->reader, wait);

  if (index == NULL)
    return FALSE;
  get_place (self, self->next++)->index = index;
  if (winerror_index_reader_get_n_left (self->reader) == 0)
    g_clear_pointer (&self->reader, winerror_index_reader_free);
  return TRUE;
}

static Texts *
get_texts (WinerrorIndexes *self, WinerrorCatalog *catalog, guint at)
{
  WinerrorLanguage *language = self->languages->pdata[at];
  Texts *texts;

  while (self->reader != NULL && at >= self->next)
    take_next (self, TRUE);
  texts = get_place (self, at);
  if (texts->index != NULL)
    return texts;

  if (at == 0 && winerror_catalog_is_built_in (catalog))
    texts->index = load_built_in_index (language);
  if (texts->index == NULL)
    texts->index = winerror_index_new (catalog, language);
  return texts;
}

/**
 * winerror_indexes_get:
 * @self: indexes
 * @catalog: the entries; always of the same built-in tables
 * @at: number of a language
 *
 * Returns: (transfer none): the index of what the entries say in the language
 */
WinerrorIndex *
winerror_indexes_get (WinerrorIndexes *self, WinerrorCatalog *catalog, guint at)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (at < self->languages->len, NULL);

  return get_texts (self, catalog, at)->index;
}

/**
 * winerror_indexes_get_sayings:
 * @self: indexes
 * @catalog: the entries; always of the same built-in tables
 * @at: number of a language
 *
 * Opens what callers say when it is first asked for: most never need it in another language than
 * their own.
 *
 * Returns: (transfer none) (nullable): what callers say of the entries in the language; %NULL where
 *   it has nothing, and for other tables than the built-in ones
 */
WinerrorSayings *
winerror_indexes_get_sayings (WinerrorIndexes *self, WinerrorCatalog *catalog, guint at)
{
  Texts *texts;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (at < self->languages->len, NULL);

  texts = get_texts (self, catalog, at);
  if (!texts->opened && winerror_catalog_is_built_in (catalog))
    texts->sayings = winerror_sayings_load (winerror_language_get_id (self->languages->pdata[at]),
                                            texts->index);
  texts->opened = TRUE;
  return texts->sayings;
}

/**
 * winerror_indexes_prepare:
 * @self: indexes
 * @catalog: the entries; always of the same built-in tables, which must not get any more as long as
 *   @self is there
 * @others: whether to go on with the languages that are not the user's
 *
 * Does a small part of what there is to do: opens what there is in English, then the other
 * languages one by one; a thread reads what they have. What is asked for before it has been read is
 * waited for.
 *
 * Returns: whether there was something to do
 */
gboolean
winerror_indexes_prepare (WinerrorIndexes *self, WinerrorCatalog *catalog, gboolean others)
{
  guint first = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  while (self->reader != NULL)
    if (!take_next (self, FALSE))
      return FALSE;
  while (first < self->texts->len && g_array_index (self->texts, Texts, first).index != NULL)
    first++;
  if (first == 0)
    {
      winerror_indexes_get_sayings (self, catalog, 0);
      return TRUE;
    }
  if (first >= self->n_main && others && add_next (self))
    return TRUE;
  if (first >= (others ? self->languages->len : self->n_main))
    return FALSE;
  self->next = first;
  self->reader = winerror_index_reader_new (
      catalog, (WinerrorLanguage *const *) &self->languages->pdata[first],
      (first < self->n_main ? self->n_main : self->languages->len) - first);
  return TRUE;
}
