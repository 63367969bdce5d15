// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-history.h"

#include "winerror-text.h"

/* How many queries are kept; and how long one must stay as it is to be one, not the beginning of
 * another: in milliseconds. */
#define MAX_QUERIES 100
#define PAUSE       1000

struct _WinerrorHistory
{
  GPtrArray *queries; /* of char *, the latest last; none is blank */
  guint next;         /* number after that of the query that was asked last, or gone to */
  char *current;      /* what stands in the search entry */
  guint timeout;
};

/**
 * winerror_history_new:
 *
 * Returns: (transfer full): a history of no queries
 */
WinerrorHistory *
winerror_history_new (void)
{
  WinerrorHistory *self = g_new0 (WinerrorHistory, 1);

  self->queries = g_ptr_array_new_with_free_func (g_free);
  self->current = g_strdup ("");
  return self;
}

/**
 * winerror_history_free:
 * @self: (transfer full): a history
 */
void
winerror_history_free (WinerrorHistory *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_ptr_array_unref (self->queries);
  g_free (self->current);
  g_free (self);
}

static gboolean
is_current_kept (WinerrorHistory *self)
{
  return self->next > 0 && g_str_equal (self->current, self->queries->pdata[self->next - 1]);
}

/* Keeps the current query; those that one could go forward to are gone then. */
static void
keep (WinerrorHistory *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (winerror_text_is_blank (self->current) || is_current_kept (self))
    return;
  g_ptr_array_set_size (self->queries, (int) self->next);
  if (self->queries->len == MAX_QUERIES)
    g_ptr_array_remove_index (self->queries, 0);
  g_ptr_array_add (self->queries, g_strdup (self->current));
  self->next = self->queries->len;
}

static gboolean
keep_cb (gpointer data)
{
  WinerrorHistory *self = data;

  self->timeout = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

/* Whether one query becomes the other with a key, or by going on: it is not cleared or written
 * over. */
static gboolean
is_typed_on (const char *before, const char *after)
{
  glong longer = g_utf8_strlen (after, -1) - g_utf8_strlen (before, -1);

  return ABS (longer) == 1 || g_str_has_prefix (after, before);
}

/**
 * winerror_history_note:
 * @self: a history
 * @query: what stands in the search entry now
 *
 * Keeps a query once it has stayed as it is for a while, or another takes its place.
 */
void
winerror_history_note (WinerrorHistory *self, const char *query)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (query != NULL);

  if (!is_typed_on (self->current, query))
    keep (self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self->current);
  self->current = g_strdup (query);
  if (!winerror_text_is_blank (query))
    self->timeout = g_timeout_add (PAUSE, keep_cb, self);
}

/**
 * winerror_history_go:
 * @self: a history
 * @step: -1 to go back, 1 to go forward
 *
 * Where the search entry is empty, the way back leads to the query that stood there before.
 *
 * Returns: (transfer none) (nullable): the query, valid until the next one is noted; %NULL where
 *   there is none in that direction
 */
const char *
winerror_history_go (WinerrorHistory *self, int step)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (step == -1 || step == 1, NULL);

  keep (self);
  if (step > 0 && self->next < self->queries->len)
    self->next++;
  else if (step < 0 && is_current_kept (self) && self->next > 1)
    self->next--;
  else if (step > 0 || self->next == 0 || is_current_kept (self))
    return NULL;
  g_free (self->current);
  self->current = g_strdup (self->queries->pdata[self->next - 1]);
  return self->current;
}
