// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-clipboard.h"

#include "winerror-gettext.h"
#include "winerror-ticket-content.h"

/* How long whoever has the clipboard may take, in seconds. */
#define PATIENCE 3

/**
 * winerror_clipboard_new_content:
 * @entries: (element-type WinerrorEntry): entries, in the order in which they are to come
 * @options: how the ticket text is to be
 * @text: (out) (optional) (transfer full): the ticket text in the chosen format
 *
 * Offers entries to whatever they are pasted or dropped into: the chosen format as plain text, and
 * HTML beside it, so that an editor takes what it can show.
 *
 * Returns: (transfer full): the content
 */
GdkContentProvider *
winerror_clipboard_new_content (GPtrArray *entries,
                                const WinerrorTicketOptions *options,
                                char **text)
{
  WinerrorTicketOptions html_options = *options;
  g_autofree char *plain = NULL;
  g_autofree char *html = NULL;
  GdkContentProvider *content;

  html_options.format = WINERROR_FORMAT_HTML;
  plain = winerror_ticket_write ((WinerrorEntry *const *) entries->pdata, entries->len, options);
  html = winerror_ticket_write ((WinerrorEntry *const *) entries->pdata, entries->len,
                                &html_options);
  content = winerror_ticket_content_new (plain, html);
  if (text != NULL)
    *text = g_steal_pointer (&plain);
  return content;
}

/* Whoever has the clipboard may never answer, and GDK then never calls back: the task is completed
 * by the answer or by the timeout, whichever comes first. */
typedef struct
{
  GTask *task; /* NULL where it is completed */
  guint timeout;
} Reading;

static void
complete (Reading *reading, char *text, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&reading->task);

  if (g_task_return_error_if_cancelled (task))
    {
      g_free (text);
      g_clear_error (&error);
    }
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, text, g_free);
}

static gboolean
timeout_cb (gpointer data)
{
  Reading *reading = data;

  complete (reading, NULL,
            g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                                 _ ("The program that has the clipboard does not answer.")));
  return G_SOURCE_REMOVE;
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  GError *error = NULL;
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (reading->task != NULL)
    {
      g_source_remove (reading->timeout);
      complete (reading, text, error);
    }
  else
    {
      g_free (text);
      g_clear_error (&error);
    }
  g_free (reading);
}

/**
 * winerror_clipboard_read_text_async:
 * @clipboard: the clipboard
 * @cancellable: (nullable): ends the reading
 * @callback: called when the text is there, or when nobody has answered for three seconds
 * @user_data: data for @callback
 *
 * Reads the text on the clipboard.
 */
void
winerror_clipboard_read_text_async (GdkClipboard *clipboard,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Reading *reading;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  reading = g_new0 (Reading, 1);
  reading->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (reading->task, winerror_clipboard_read_text_async);
  reading->timeout = g_timeout_add_seconds (PATIENCE, timeout_cb, reading);
  gdk_clipboard_read_text_async (clipboard, cancellable, text_cb, reading);
}

/**
 * winerror_clipboard_read_text_finish:
 * @result: what the callback got
 * @error: (nullable): return location for %G_IO_ERROR_TIMED_OUT, %G_IO_ERROR_CANCELLED, or an error
 *   of the clipboard
 *
 * Returns: (transfer full) (nullable): the text; %NULL where there is none
 */
char *
winerror_clipboard_read_text_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
