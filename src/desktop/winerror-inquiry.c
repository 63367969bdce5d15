// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-inquiry.h"

#include "winerror-settings.h"
#include "winerror-text.h"

#include <string.h>

/* Between two parts of the preparation, in milliseconds: while a frame is waited for, the main loop
 * seems to have nothing else to do. */
#define PAUSE 5

struct _WinerrorInquiry
{
  GSettings *settings;
  WinerrorSearch *search;
  WinerrorOpenLog *log;
  guint preparation;     /* the search is being prepared */
  gboolean is_asked;     /* the last query was not blank */
  gboolean is_overtaken; /* there was such a query since a log began to be read */
  char *pasted;          /* what is asked for where the lines that are read have no code */
};

/**
 * winerror_inquiry_new:
 * @settings: the settings of the application
 * @catalog: the entries
 * @language: the language of the user
 *
 * Returns: (transfer full): an inquiry that nothing was asked in
 */
WinerrorInquiry *
winerror_inquiry_new (GSettings *settings, WinerrorCatalog *catalog, WinerrorLanguage *language)
{
  WinerrorInquiry *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_new0 (WinerrorInquiry, 1);
  self->settings = g_object_ref (settings);
  self->search = winerror_search_new (catalog, language);
  self->log = winerror_open_log_new (catalog);
  return self;
}

/**
 * winerror_inquiry_free:
 * @self: (transfer full): an inquiry
 *
 * Frees it; a log that is being read is given up.
 */
void
winerror_inquiry_free (WinerrorInquiry *self)
{
  winerror_open_log_cancel (self->log);
  g_clear_handle_id (&self->preparation, g_source_remove);
  g_object_unref (self->log);
  winerror_search_free (self->search);
  g_object_unref (self->settings);
  g_free (self->pasted);
  g_free (self);
}

/**
 * winerror_inquiry_get_catalog:
 * @self: an inquiry
 *
 * Returns: (transfer none): the entries
 */
WinerrorCatalog *
winerror_inquiry_get_catalog (WinerrorInquiry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return winerror_search_get_catalog (self->search);
}

static gboolean
prepare_cb (gpointer data)
{
  WinerrorInquiry *self = data;

  if (winerror_search_prepare (self->search, self->is_asked))
    return G_SOURCE_CONTINUE;
  self->preparation = 0;
  return G_SOURCE_REMOVE;
}

/**
 * winerror_inquiry_prepare:
 * @self: an inquiry
 *
 * Reads when there is nothing else to do, a part a turn, what the next key stroke would have to
 * wait for: the user's languages, own tables, and the other languages once something is typed.
 */
void
winerror_inquiry_prepare (WinerrorInquiry *self)
{
  g_return_if_fail (self != NULL);

  if (self->preparation == 0)
    self->preparation = g_timeout_add_full (G_PRIORITY_LOW, PAUSE, prepare_cb, self, NULL);
}

/**
 * winerror_inquiry_set_catalog:
 * @self: an inquiry
 * @catalog: entries
 * @indexes: (element-type WinerrorIndex) (nullable): those of the tables that are not built in
 *
 * Asks among other entries from now on.
 *
 * Returns: whether they are others
 */
gboolean
winerror_inquiry_set_catalog (WinerrorInquiry *self, WinerrorCatalog *catalog, GPtrArray *indexes)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (catalog == winerror_search_get_catalog (self->search))
    return FALSE;
  winerror_search_set_catalog (self->search, catalog, indexes);
  winerror_open_log_set_catalog (self->log, catalog);
  winerror_inquiry_prepare (self);
  return TRUE;
}

/**
 * winerror_inquiry_begin:
 * @self: an inquiry
 * @query: what is asked now
 *
 * Notes that something else is asked. A paste that is being read is taken for what was typed, and
 * given up; a file goes on being read while something is looked up.
 */
void
winerror_inquiry_begin (WinerrorInquiry *self, const char *query)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (query != NULL);

  if (self->pasted != NULL)
    winerror_open_log_cancel (self->log);
  self->is_asked = !winerror_text_is_blank (query);
  self->is_overtaken = self->is_asked;
}

/**
 * winerror_inquiry_search:
 * @self: an inquiry
 * @query: what is asked
 *
 * Returns: (transfer full): what is found; for nothing but blanks all entries, after those that are
 *   pinned or recent
 */
WinerrorAnswer *
winerror_inquiry_search (WinerrorInquiry *self, const char *query)
{
  g_auto (GStrv) pinned = NULL;
  g_auto (GStrv) recent = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (!winerror_text_is_blank (query))
    {
      winerror_inquiry_prepare (self);
      return winerror_search_run (self->search, query);
    }

  pinned = winerror_settings_dup_pinned (self->settings);
  recent = winerror_settings_dup_recent (self->settings);
  return winerror_search_list (self->search, (const char *const *) pinned,
                               (const char *const *) recent);
}

/**
 * winerror_inquiry_get_log:
 * @self: an inquiry
 *
 * Returns: (transfer none): the log that is open or may be opened
 */
WinerrorOpenLog *
winerror_inquiry_get_log (WinerrorInquiry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->log;
}

/**
 * winerror_inquiry_is_log:
 * @text: what is asked
 * @length: its length in bytes
 *
 * Returns: whether a text is to be read as a log: it has several lines, or is too long to be a
 *   question
 */
gboolean
winerror_inquiry_is_log (const char *text, gsize length)
{
  g_autofree char *start = NULL;
  const char *newline;

  g_return_val_if_fail (text != NULL, FALSE);

  if (length > WINERROR_INQUIRY_MAX_QUERY)
    return TRUE;
  start = g_strndup (text, length);
  newline = strpbrk (start, "\r\n");
  return newline != NULL && !winerror_text_is_blank (newline);
}

/* The beginning of a text as a query on one line, for a text that has no code. */
static char *
dup_query (GBytes *text)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  g_autofree char *start = g_strndup (data, MIN (length, WINERROR_INQUIRY_MAX_QUERY));
  g_autofree char *valid = g_utf8_make_valid (start, -1);

  return winerror_text_clean (valid);
}

/**
 * winerror_inquiry_read_text:
 * @self: an inquiry
 * @text: what was pasted; it ought to be UTF-8
 *
 * Reads a text as a log. If it has no code, its beginning is to be asked for: see
 * winerror_inquiry_steal_pasted().
 */
void
winerror_inquiry_read_text (WinerrorInquiry *self, GBytes *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_free (self->pasted);
  self->pasted = dup_query (text);
  self->is_overtaken = FALSE;
  winerror_open_log_read_text (self->log, text);
}

/**
 * winerror_inquiry_read_logs:
 * @self: an inquiry
 * @files: (array length=n_files): logs
 * @n_files: how many
 *
 * Reads files as logs.
 */
void
winerror_inquiry_read_logs (WinerrorInquiry *self, GFile *const *files, guint n_files)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (n_files == 0 || files != NULL);

  g_clear_pointer (&self->pasted, g_free);
  self->is_overtaken = FALSE;
  winerror_open_log_read (self->log, files, n_files);
}

/**
 * winerror_inquiry_steal_pasted:
 * @self: an inquiry whose log has been read
 *
 * Returns: (transfer full) (nullable): what to ask for where a text that was pasted has no code;
 *   %NULL if files were read
 */
char *
winerror_inquiry_steal_pasted (WinerrorInquiry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_steal_pointer (&self->pasted);
}

/**
 * winerror_inquiry_is_overtaken:
 * @self: an inquiry
 *
 * Returns: whether something was asked since a log began to be read
 */
gboolean
winerror_inquiry_is_overtaken (WinerrorInquiry *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_overtaken;
}
