// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WinerrorLogReader:
 * @block: text of a log, in UTF-8 with a few bytes that are none
 * @length: how much of it there is; it ends with a whole character
 * @at_end: the log ends with it
 * @done: how many bytes of the log have been read
 * @encoding: the name of the encoding that was last used
 *
 * A log as text: whatever encoding it is in, and whatever it changes to, with one kind of line
 * break.
 */
typedef struct
{
  char *block;
  gsize length;
  gboolean at_end;
  guint64 done;
  const char *encoding;

  /*< private >*/
  gsize size;
  gsize filled; /* from @length to here the block has bytes that are not yet known to be text */
  GInputStream *stream;
  GCancellable *cancellable;
  gboolean given; /* the encoding is not guessed */
  gboolean stream_at_end;
  gsize mark;   /* how long the byte order mark is */
  guint64 base; /* how many bytes of the log are before those of the block, or of @raw */

  gboolean direct;        /* the log is read into the block as it is */
  GConverter *converter;  /* for @raw; NULL: of its lines those are converted that are no UTF-8 */
  gsize unit;             /* the size of the smallest characters of @converter */
  gboolean big;           /* it is of big-endian ones */
  gboolean after_newline; /* the last of them was one */
  GConverter *page;       /* for those lines */
  const char *page_name;
  char *raw_block;
  char *raw; /* what of it is not converted yet */
  gsize raw_size;
  gsize raw_length;
  GString *text; /* converted, for the block */
  gsize text_done;

  gsize breaks; /* up to here the line breaks of the block are done */
  enum
  {
    WINERROR_BREAKS_UNKNOWN,
    WINERROR_BREAKS_LF,
    WINERROR_BREAKS_CR,
  } kind;
} WinerrorLogReader;

gboolean winerror_log_reader_open (WinerrorLogReader *self,
                                   GInputStream *stream,
                                   gsize block_size,
                                   const char *encoding,
                                   GCancellable *cancellable,
                                   GError **error);
void winerror_log_reader_clear (WinerrorLogReader *self);

gboolean winerror_log_reader_read (WinerrorLogReader *self, GError **error);
gboolean winerror_log_reader_is_full (const WinerrorLogReader *self);
void winerror_log_reader_drop (WinerrorLogReader *self, gsize length);
guint64 winerror_log_reader_get_mark (const WinerrorLogReader *self);
gboolean winerror_log_reader_is_direct (const WinerrorLogReader *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WinerrorLogReader, winerror_log_reader_clear)

G_END_DECLS
