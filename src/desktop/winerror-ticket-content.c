// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-content.h"

#include <string.h>

#define PLAIN_TYPE "text/plain;charset=utf-8"
#define HTML_TYPE  "text/html"

/**
 * WinerrorTicketContent:
 *
 * A ticket text on the clipboard, or being dragged: plain, and as HTML.
 *
 * GTK's own providers of bytes and strings would do, but on X11 GDK closes the stream in the main
 * thread as soon as all is written to it, and waits there for what only the main loop can do where
 * the text is so large that it is fetched in parts: the program would stand still for ever. Here
 * the stream is closed before, without waiting; closing it again does nothing.
 */
struct _WinerrorTicketContent
{
  GdkContentProvider parent_instance;

  char *plain;
  char *html;
};

G_DEFINE_FINAL_TYPE (WinerrorTicketContent, winerror_ticket_content, GDK_TYPE_CONTENT_PROVIDER)

static void
winerror_ticket_content_finalize (GObject *object)
{
  WinerrorTicketContent *self = WINERROR_TICKET_CONTENT (object);

  g_free (self->plain);
  g_free (self->html);

  G_OBJECT_CLASS (winerror_ticket_content_parent_class)->finalize (object);
}

static GdkContentFormats *
winerror_ticket_content_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  gdk_content_formats_builder_add_mime_type (builder, PLAIN_TYPE);
  gdk_content_formats_builder_add_mime_type (builder, HTML_TYPE);
  return gdk_content_formats_builder_free_to_formats (builder);
}

/* Within the program. */
static gboolean
winerror_ticket_content_get_value (GdkContentProvider *provider, GValue *value, GError **error)
{
  if (!G_VALUE_HOLDS_STRING (value))
    return GDK_CONTENT_PROVIDER_CLASS (winerror_ticket_content_parent_class)
        ->get_value (provider, value, error);
  g_value_set_string (value, WINERROR_TICKET_CONTENT (provider)->plain);
  return TRUE;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* All is written at once: in parts, GDK would be given the second while it is not done with the
 * first. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_output_stream_close_async (G_OUTPUT_STREAM (source), g_task_get_priority (task),
                               g_task_get_cancellable (task), closed_cb, g_object_ref (task));
}

static void
winerror_ticket_content_write_mime_type_async (GdkContentProvider *provider,
                                               const char *mime_type,
                                               GOutputStream *stream,
                                               int io_priority,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data)
{
  WinerrorTicketContent *self = WINERROR_TICKET_CONTENT (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  const char *text = g_str_equal (mime_type, HTML_TYPE) ? self->html : self->plain;

  g_task_set_source_tag (task, winerror_ticket_content_write_mime_type_async);
  g_task_set_priority (task, io_priority);
  if (!g_str_equal (mime_type, HTML_TYPE) && !g_str_equal (mime_type, PLAIN_TYPE))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               "expected " PLAIN_TYPE " or " HTML_TYPE ", found %s", mime_type);
      return;
    }
  g_output_stream_write_all_async (stream, text, strlen (text), io_priority, cancellable,
                                   written_cb, g_steal_pointer (&task));
}

static gboolean
winerror_ticket_content_write_mime_type_finish (GdkContentProvider *provider,
                                                GAsyncResult *result,
                                                GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
winerror_ticket_content_class_init (WinerrorTicketContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = winerror_ticket_content_finalize;
  provider_class->ref_formats = winerror_ticket_content_ref_formats;
  provider_class->get_value = winerror_ticket_content_get_value;
  provider_class->write_mime_type_async = winerror_ticket_content_write_mime_type_async;
  provider_class->write_mime_type_finish = winerror_ticket_content_write_mime_type_finish;
}

static void
winerror_ticket_content_init (WinerrorTicketContent *self)
{
}

/**
 * winerror_ticket_content_new:
 * @plain: the ticket text in the chosen format
 * @html: the same as HTML
 *
 * Returns: (transfer full): the content of the clipboard
 */
GdkContentProvider *
winerror_ticket_content_new (const char *plain, const char *html)
{
  WinerrorTicketContent *self;

  g_return_val_if_fail (plain != NULL, NULL);
  g_return_val_if_fail (html != NULL, NULL);

  self = g_object_new (WINERROR_TYPE_TICKET_CONTENT, NULL);
  self->plain = g_strdup (plain);
  self->html = g_strdup (html);
  return GDK_CONTENT_PROVIDER (self);
}
