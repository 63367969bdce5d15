// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-file.h"

#include "winerror-gettext.h"
#include "winerror-log-reader.h"
#include "winerror-text.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* How many bytes of a file are compared before it is read on. */
#define HEAD_SIZE 1024

/* How large a text in memory may be to be kept after it was read, in bytes: for the lines around a
 * place. */
#define MAX_KEPT (4 * 1024 * 1024)

/* How much is read before and after a code to show the lines around it, in bytes; how many lines
 * that are at the most; and how much is shown of the line with the code, and of another, in bytes.
 */
#define CONTEXT_SIZE  (16 * 1024)
#define CONTEXT_LINES 2
#define LINE_SIZE     500
#define OTHER_SIZE    100

/**
 * winerror_log_file_new:
 * @file: a file
 *
 * Returns: (transfer full): the log that it is, not read yet
 */
WinerrorLogFile *
winerror_log_file_new (GFile *file)
{
  WinerrorLogFile *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  self = g_atomic_rc_box_new0 (WinerrorLogFile);
  self->file = g_object_ref (file);
  self->name = winerror_text_clean_path (name != NULL ? name : "/");
  return self;
}

/**
 * winerror_log_file_new_for_text:
 * @text: several lines of text
 * @name: what it is called
 *
 * Returns: (transfer full): the log that it is, not read yet
 */
WinerrorLogFile *
winerror_log_file_new_for_text (GBytes *text, const char *name)
{
  WinerrorLogFile *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_atomic_rc_box_new0 (WinerrorLogFile);
  self->text = g_bytes_ref (text);
  self->name = g_strdup (name);
  return self;
}

/**
 * winerror_log_file_new_in:
 * @other: a log that is a file
 * @encoding: (nullable): the encoding that it is to be read in, as in winerror_encoding_list();
 *   %NULL to have it guessed
 *
 * Returns: (transfer full): the same log, not read yet
 */
WinerrorLogFile *
winerror_log_file_new_in (WinerrorLogFile *other, const char *encoding)
{
  WinerrorLogFile *self;

  g_return_val_if_fail (other != NULL && other->file != NULL, NULL);

  self = winerror_log_file_new (other->file);
  self->encoding = encoding;
  return self;
}

/**
 * winerror_log_file_ref:
 * @self: a log
 *
 * Returns: (transfer full): the same log
 */
WinerrorLogFile *
winerror_log_file_ref (WinerrorLogFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
log_file_clear (gpointer data)
{
  WinerrorLogFile *self = data;

  g_clear_object (&self->file);
  g_clear_object (&self->report);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->head, g_bytes_unref);
  g_free (self->name);
}

/**
 * winerror_log_file_unref:
 * @self: (transfer full): a log
 */
void
winerror_log_file_unref (WinerrorLogFile *self)
{
  g_atomic_rc_box_release_full (self, log_file_clear);
}

/**
 * winerror_log_file_find_obstacle:
 * @file: a file
 *
 * Looks whether a file may be opened: a pipe would block whoever reads it, and what is not on this
 * computer is not asked for. Nothing is opened for that.
 *
 * Returns: (transfer none) (nullable): why it is not opened; %NULL where it is a regular file
 */
const char *
winerror_log_file_find_obstacle (GFile *file)
{
  const char *path;
  GStatBuf info;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_peek_path (file);
  if (path == NULL || !g_file_is_native (file))
    return _ ("expected a file of this computer, found one elsewhere");
  if (g_stat (path, &info) != 0)
    return g_strerror (errno);
  if (S_ISREG (info.st_mode))
    return NULL;
  if (S_ISDIR (info.st_mode))
    return _ ("expected a file, found a folder");
  if (S_ISFIFO (info.st_mode))
    return _ ("expected a file, found a pipe");
  if (S_ISSOCK (info.st_mode))
    return _ ("expected a file, found a socket");
  return _ ("expected a file, found a device");
}

/* Reading */

/* What is being read, from @from on. */
typedef struct
{
  WinerrorLogFile *log;
  WinerrorLogEnd from;
  WinerrorLogProgressFunc progress;
  gpointer user_data;
} Reading;

static gboolean
place_cb (const WinerrorLogPlace *place, gpointer data)
{
  Reading *reading = data;
  WinerrorLogPlace moved = *place;

  moved.line += reading->from.line - 1;
  moved.offset += reading->from.offset;
  winerror_log_report_add (reading->log->report, 0, &moved);
  return TRUE;
}

static void
progress_cb (guint64 done, gpointer data)
{
  Reading *reading = data;

  reading->log->size = reading->from.offset + done;
  if (reading->progress != NULL)
    reading->progress (reading->log->size, reading->user_data);
}

static void
failure_cb (const WinerrorLogFailure *failure, gpointer data)
{
  Reading *reading = data;

  /* its lines are counted from the beginning: see can_read_on() */
  winerror_log_report_set_failure (reading->log->report, 0, failure);
}

static void
end_cb (const WinerrorLogEnd *end, gpointer data)
{
  Reading *reading = data;

  reading->log->end = *end;
  reading->log->end.line += reading->from.line - 1;
  reading->log->end.offset += reading->from.offset;
}

/* The first bytes of a file. */
static GBytes *
read_head (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autofree char *head = g_malloc (HEAD_SIZE);
  gsize length;

  if (!g_input_stream_read_all (stream, head, HEAD_SIZE, &length, cancellable, error))
    return NULL;
  return g_bytes_new (head, length);
}

/* Whether a file is the one that was read already, with the same tables, and has only become
 * longer. An unfinished last line with codes may have become another line, and an installation may
 * have failed since, for a reason that stands above. */
static gboolean
can_read_on (WinerrorLogFile *self, WinerrorCatalog *catalog, GBytes *head, GInputStream *stream)
{
  gsize length;
  const char *old_head;

  if (self->report == NULL || winerror_log_report_get_catalog (self->report) != catalog ||
      self->end.charset != NULL)
    return FALSE;
  if (winerror_log_report_get_last_line (self->report) == self->end.line)
    return FALSE;
  old_head = g_bytes_get_data (self->head, &length);
  if (winerror_log_report_get_failure (self->report, 0) == NULL &&
      winerror_log_failure_is_installer_log (old_head, length))
    return FALSE;
  if (g_bytes_get_size (head) < length ||
      (length > 0 && memcmp (g_bytes_get_data (head, NULL), old_head, length) != 0))
    return FALSE;
  return g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, NULL, NULL) &&
         (guint64) g_seekable_tell (G_SEEKABLE (stream)) >= self->size;
}

static gboolean
scan (Reading *reading,
      WinerrorScanner *scanner,
      GInputStream *stream,
      GCancellable *cancellable,
      GError **error)
{
  const WinerrorLogHandler handler = { .place = place_cb,
                                       .progress = progress_cb,
                                       .failure = failure_cb,
                                       .end = end_cb,
                                       .encoding = reading->log->encoding,
                                       .user_data = reading };

  return winerror_log_scanner_scan (scanner, stream, WINERROR_LOG_SCANNER_BLOCK_SIZE, &handler,
                                    cancellable, error);
}

/**
 * winerror_log_file_read:
 * @self: a log
 * @scanner: what finds the codes
 * @progress: (nullable): called with how many bytes have been read
 * @user_data: data for @progress
 * @cancellable: (nullable): ends the reading, with an error
 * @error: (nullable): return location for an error of opening or reading
 *
 * Reads a log. One that was read before with the same catalog, and has only become longer, is read
 * on; any other one is read from the beginning. See also winerror_log_file_find_obstacle().
 *
 * Returns: (transfer full) (nullable): the log as it is now; %NULL with @error set
 */
WinerrorLogFile *
winerror_log_file_read (WinerrorLogFile *self,
                        WinerrorScanner *scanner,
                        WinerrorLogProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (WinerrorLogFile) log = NULL;
  g_autoptr (GInputStream) stream = NULL;
  Reading reading = { .from = { .line = 1 }, .progress = progress, .user_data = user_data };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (scanner != NULL, NULL);

  log = g_atomic_rc_box_new0 (WinerrorLogFile);
  log->name = g_strdup (self->name);
  log->encoding = self->encoding;
  log->report = winerror_log_report_new (winerror_scanner_get_catalog (scanner),
                                         WINERROR_LOG_REPORT_MAX_PLACES);
  winerror_log_report_add_file (log->report, log->name);
  reading.log = log;
  if (self->file == NULL)
    {
      if (g_bytes_get_size (self->text) <= MAX_KEPT)
        log->text = g_bytes_ref (self->text);
      stream = g_memory_input_stream_new_from_bytes (self->text);
      return scan (&reading, scanner, stream, cancellable, error) ? g_steal_pointer (&log) : NULL;
    }

  log->file = g_object_ref (self->file);
  stream = G_INPUT_STREAM (g_file_read (self->file, cancellable, error));
  if (stream == NULL)
    return NULL;
  log->head = read_head (stream, cancellable, error);
  if (log->head == NULL)
    return NULL;
  if (can_read_on (self, winerror_scanner_get_catalog (scanner), log->head, stream))
    {
      reading.from = self->end;
      winerror_log_report_append (log->report, self->report, 0);
    }
  if (!g_seekable_seek (G_SEEKABLE (stream), (goffset) reading.from.offset, G_SEEK_SET, cancellable,
                        error) ||
      !scan (&reading, scanner, stream, cancellable, error))
    return NULL;
  return g_steal_pointer (&log);
}

/* The lines around a place */

/* Reads a part of a log that is the text as it is. */
static gboolean
read_bytes (GInputStream *stream,
            guint64 from,
            char *text,
            gsize *length,
            GCancellable *cancellable,
            GError **error)
{
  return g_seekable_seek (G_SEEKABLE (stream), (goffset) from, G_SEEK_SET, cancellable, error) &&
         g_input_stream_read_all (stream, text, 2 * CONTEXT_SIZE, length, cancellable, error);
}

/* Reads a part of a log that is converted, from its beginning up to there. */
static gboolean
read_converted (GInputStream *stream,
                const char *encoding,
                guint64 from,
                char *text,
                gsize *length,
                GCancellable *cancellable,
                GError **error)
{
  g_auto (WinerrorLogReader) reader = { 0 };
  guint64 passed; /* how many bytes of text are before the block */

  *length = 0;
  if (!winerror_log_reader_open (&reader, stream, WINERROR_LOG_SCANNER_BLOCK_SIZE, encoding,
                                 cancellable, error))
    return FALSE;
  passed = winerror_log_reader_get_mark (&reader);
  while (TRUE)
    {
      gsize skip = from > passed ? (gsize) MIN (from - passed, reader.length) : 0;
      gsize n = MIN (reader.length - skip, 2 * CONTEXT_SIZE - *length);

      memcpy (text + *length, reader.block + skip, n);
      *length += n;
      if (*length == 2 * CONTEXT_SIZE || reader.at_end)
        return TRUE;
      passed += reader.length;
      winerror_log_reader_drop (&reader, reader.length);
      if (!winerror_log_reader_read (&reader, error))
        return FALSE;
    }
}

/* A line for the eye: clean, and of a long one no more than stands around @mark. */
static char *
dup_line (const char *begin, const char *end, const char *mark)
{
  const gssize size = mark != NULL ? LINE_SIZE : OTHER_SIZE;
  const char *from = mark != NULL && mark - begin > size / 2 ? mark - size / 2 : begin;
  const char *to = end - from > size ? from + size : end;
  g_autofree char *valid = NULL;
  g_autofree char *clean = NULL;

  while (from > begin && ((guchar) *from & 0xC0) == 0x80)
    from--;
  while (to < end && ((guchar) *to & 0xC0) == 0x80)
    to++;
  valid = winerror_text_make_valid (from, to - from);
  clean = winerror_text_clean (valid);
  return g_strconcat (from > begin ? "…" : "", clean, to < end ? "…" : "", NULL);
}

/* The beginning of the line before the one that begins at @line; NULL where there is none. */
static const char *
find_previous (const char *text, const char *line)
{
  if (line == text)
    return NULL;
  for (line--; line > text && line[-1] != '\n';)
    line--;
  return line;
}

/* The lines around the byte at @at. */
static WinerrorLogContext *
create_context (const char *text, gsize length, gsize at, guint64 number)
{
  const char *end = text + length;
  const char *mark = text + at;
  const char *line = mark;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  WinerrorLogContext *context = g_new0 (WinerrorLogContext, 1);

  while (line > text && line[-1] != '\n')
    line--;
  for (guint i = 0; i < CONTEXT_LINES && number > i + 1; i++)
    {
      const char *previous = find_previous (text, line);

      if (previous == NULL)
        break;
      line = previous;
      context->line++;
    }
  context->first = number - context->line;
  for (guint i = 0; i <= context->line + CONTEXT_LINES && line < end; i++)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      const char *line_end = newline != NULL ? newline : end;
      g_autofree char *shown = dup_line (line, line_end, i == context->line ? mark : NULL);

      g_strv_builder_add (builder, shown);
      line = newline != NULL ? newline + 1 : end;
    }
  context->lines = g_strv_builder_end (builder);
  return context;
}

/**
 * winerror_log_file_read_context:
 * @self: a log that was read
 * @position: a place in it
 * @cancellable: (nullable): ends the reading, with an error
 * @error: (nullable): return location for an error of opening or reading
 *
 * Reads the line of a place, with two lines before and after it.
 *
 * Returns: (transfer full) (nullable): the lines; %NULL with @error set where they cannot be read,
 *   without it where the log is not kept
 */
WinerrorLogContext *
winerror_log_file_read_context (WinerrorLogFile *self,
                                const WinerrorLogPosition *position,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *text = NULL;
  guint64 from;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position != NULL, NULL);

  if (self->file == NULL && self->text == NULL)
    return NULL;
  stream = self->file != NULL ? G_INPUT_STREAM (g_file_read (self->file, cancellable, error))
                              : g_memory_input_stream_new_from_bytes (self->text);
  if (stream == NULL)
    return NULL;
  from = position->offset > CONTEXT_SIZE ? position->offset - CONTEXT_SIZE : 0;
  text = g_malloc (2 * CONTEXT_SIZE);
  if (self->end.charset == NULL
          ? !read_bytes (stream, from, text, &length, cancellable, error)
          : !read_converted (stream, self->encoding, from, text, &length, cancellable, error))
    return NULL;
  /* it has become shorter since */
  if (length <= position->offset - from)
    return NULL;
  winerror_text_blank_sequences (text, length);
  return create_context (text, length, (gsize) (position->offset - from), position->line);
}

/**
 * winerror_log_context_free:
 * @self: (transfer full): lines
 */
void
winerror_log_context_free (WinerrorLogContext *self)
{
  g_strfreev (self->lines);
  g_free (self);
}
