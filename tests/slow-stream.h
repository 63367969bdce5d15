// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>
#include <string.h>

/* A stream that gives its bytes a few at a time, as a pipe or a terminal does. */

#define TEST_TYPE_SLOW_STREAM (test_slow_stream_get_type ())

G_DECLARE_FINAL_TYPE (TestSlowStream, test_slow_stream, TEST, SLOW_STREAM, GInputStream)

struct _TestSlowStream
{
  GInputStream parent_instance;

  const char *bytes;
  gsize length;
  gsize step;
};

G_DEFINE_FINAL_TYPE (TestSlowStream, test_slow_stream, G_TYPE_INPUT_STREAM)

static gssize
test_slow_stream_read (GInputStream *stream,
                       void *buffer,
                       gsize count,
                       GCancellable *cancellable,
                       GError **error)
{
  TestSlowStream *self = TEST_SLOW_STREAM (stream);
  gsize n = MIN (MIN (count, self->step), self->length);

  if (n > 0)
    memcpy (buffer, self->bytes, n);
  self->bytes += n;
  self->length -= n;
  return (gssize) n;
}

static void
test_slow_stream_class_init (TestSlowStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_slow_stream_read;
}

static void
test_slow_stream_init (TestSlowStream *self)
{
}

static GInputStream *
test_slow_stream_new (const char *bytes, gsize length, gsize step)
{
  TestSlowStream *self = g_object_new (TEST_TYPE_SLOW_STREAM, NULL);

  self->bytes = bytes;
  self->length = length;
  self->step = step;
  return G_INPUT_STREAM (self);
}
