// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-clipboard.h"

#include "winerror-gettext.h"
#include "winerror-ticket-content.h"

/* How long whoever has the clipboard may take for a part of it, in seconds; and how large a part
 * is, in bytes. */
#define PATIENCE  3
#define PART_SIZE (64 * 1024)

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

/* What is read comes in parts, each in a turn of the main loop of its own, and is looked at by
 * nobody here: a log may be of any size. Whoever has the clipboard may never answer, and GDK then
 * never calls back: the task is completed by the last part or by the timeout, whichever comes
 * first. */
typedef struct
{
  GTask *task; /* NULL where it is completed */
  guint timeout;
  GInputStream *stream; /* NULL until the clipboard answers */
  GOutputStream *text;
  char part[PART_SIZE];
} Reading;

static void read_part (Reading *reading);

static void
reading_free (Reading *reading)
{
  g_clear_object (&reading->stream);
  g_object_unref (reading->text);
  g_free (reading);
}

/* Takes @error. */
static void
complete (Reading *reading, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&reading->task);

  g_clear_handle_id (&reading->timeout, g_source_remove);
  if (g_task_return_error_if_cancelled (task))
    g_clear_error (&error);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (
        task, g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (reading->text)),
        (GDestroyNotify) g_bytes_unref);
}

static gboolean
timeout_cb (gpointer data)
{
  Reading *reading = data;

  reading->timeout = 0;
  complete (reading,
            g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                                 _ ("The program that has the clipboard does not answer.")));
  return G_SOURCE_REMOVE;
}

static void
wait_for_part (Reading *reading)
{
  g_clear_handle_id (&reading->timeout, g_source_remove);
  reading->timeout = g_timeout_add_seconds (PATIENCE, timeout_cb, reading);
}

static void
part_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  GError *error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (reading->task == NULL)
    g_clear_error (&error);
  else if (n > 0 &&
           g_output_stream_write_all (reading->text, reading->part, (gsize) n, NULL, NULL, &error))
    {
      wait_for_part (reading);
      read_part (reading);
      return;
    }
  else
    {
      g_output_stream_close (reading->text, NULL, NULL);
      complete (reading, error);
    }
  reading_free (reading);
}

static void
read_part (Reading *reading)
{
  /* what is to be painted comes first */
  g_input_stream_read_async (reading->stream, reading->part, sizeof reading->part,
                             G_PRIORITY_DEFAULT_IDLE, g_task_get_cancellable (reading->task),
                             part_cb, reading);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  GError *error = NULL;

  reading->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (reading->task != NULL && reading->stream != NULL)
    {
      wait_for_part (reading);
      read_part (reading);
      return;
    }
  if (reading->task != NULL)
    complete (reading, error);
  else
    g_clear_error (&error);
  reading_free (reading);
}

/**
 * winerror_clipboard_read_text_async:
 * @clipboard: the clipboard
 * @cancellable: (nullable): ends the reading
 * @callback: called when all of the text is there, or when nothing has come for three seconds
 * @user_data: data for @callback
 *
 * Reads the text on the clipboard. However long it is, no turn of the main loop takes long.
 */
void
winerror_clipboard_read_text_async (GdkClipboard *clipboard,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  static const char *types[] = { "text/plain;charset=utf-8", "text/plain", NULL };
  Reading *reading;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  reading = g_new0 (Reading, 1);
  reading->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (reading->task, winerror_clipboard_read_text_async);
  reading->text = g_memory_output_stream_new_resizable ();
  wait_for_part (reading);
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, cancellable, opened_cb, reading);
}

/**
 * winerror_clipboard_read_text_finish:
 * @result: what the callback got
 * @error: (nullable): return location for %G_IO_ERROR_TIMED_OUT, %G_IO_ERROR_CANCELLED, or an error
 *   of the clipboard
 *
 * Returns: (transfer full) (nullable): the text, which ought to be UTF-8, and is not checked; %NULL
 *   with @error set where there is none
 */
GBytes *
winerror_clipboard_read_text_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
