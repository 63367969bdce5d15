// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-index-reader.h"

struct _WinerrorIndexReader
{
  GThread *thread;
  GAsyncQueue *read; /* of WinerrorIndex: those that nobody has taken yet */
  guint n_left;      /* how many have not been taken */

  /* of the thread: */
  WinerrorCatalog *catalog;
  GPtrArray *languages;
  gint cancelled;
};

static gpointer
read_languages (gpointer data)
{
  WinerrorIndexReader *self = data;

  for (guint i = 0; i < self->languages->len && !g_atomic_int_get (&self->cancelled); i++)
    g_async_queue_push (self->read, winerror_index_new (self->catalog, self->languages->pdata[i]));
  return NULL;
}

/**
 * winerror_index_reader_new:
 * @catalog: the entries; it must not get any more tables as long as the reader is there
 * @languages: (array length=n_languages): languages
 * @n_languages: how many
 *
 * Begins to read them.
 *
 * Returns: (transfer full): a reader
 */
WinerrorIndexReader *
winerror_index_reader_new (WinerrorCatalog *catalog,
                           WinerrorLanguage *const *languages,
                           guint n_languages)
{
  WinerrorIndexReader *self;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (languages != NULL || n_languages == 0, NULL);

  self = g_new0 (WinerrorIndexReader, 1);
  self->read = g_async_queue_new_full ((GDestroyNotify) winerror_index_unref);
  self->n_left = n_languages;
  self->catalog = g_object_ref (catalog);
  self->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_language_unref);
  for (guint i = 0; i < n_languages; i++)
    g_ptr_array_add (self->languages, winerror_language_ref (languages[i]));
  self->thread = g_thread_new ("languages", read_languages, self);
  return self;
}

/**
 * winerror_index_reader_free:
 * @self: (transfer full): a reader
 *
 * Waits for the language that is being read, and leaves the others.
 */
void
winerror_index_reader_free (WinerrorIndexReader *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_int_set (&self->cancelled, TRUE);
  g_thread_join (self->thread);
  g_async_queue_unref (self->read);
  g_object_unref (self->catalog);
  g_ptr_array_unref (self->languages);
  g_free (self);
}

/**
 * winerror_index_reader_get_n_left:
 * @self: a reader
 *
 * Returns: how many indexes there are yet to take
 */
guint
winerror_index_reader_get_n_left (WinerrorIndexReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_left;
}

/**
 * winerror_index_reader_take:
 * @self: a reader that has some left
 * @wait: whether to wait until it has been read
 *
 * Returns: (transfer full) (nullable): the index of the next language; %NULL where it has not been
 *   read yet and there is no time to wait
 */
WinerrorIndex *
winerror_index_reader_take (WinerrorIndexReader *self, gboolean wait)
{
  WinerrorIndex *index;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->n_left > 0, NULL);

  index = wait ? g_async_queue_pop (self->read) : g_async_queue_try_pop (self->read);
  self->n_left -= index != NULL;
  return index;
}
