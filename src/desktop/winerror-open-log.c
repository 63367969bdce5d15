// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-open-log.h"

#include "winerror-gettext.h"
#include "winerror-log-lines.h"
#include "winerror-text.h"

#include <errno.h>
#include <glib/gstdio.h>

/**
 * WinerrorOpenLog:
 *
 * The log that is open, and the one that is being read and becomes the open one when all of it is
 * there. Each change is told by notify.
 */
struct _WinerrorOpenLog
{
  GObject parent_instance;

  WinerrorCatalog *catalog;

  /* of the log that is being read; NULL where none is */
  GCancellable *reading;
  char *reading_name;
  double fraction;

  /* of the log that is open; NULL where none is */
  GPtrArray *lines; /* of WinerrorLogLine */
  char *name;
  gboolean more; /* it has more codes than are kept */
};

enum
{
  PROP_0,
  PROP_READING_NAME,
  PROP_FRACTION,
  PROP_LINES,
  N_PROPS
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WinerrorOpenLog, winerror_open_log, G_TYPE_OBJECT)

static void
forget_lines (WinerrorOpenLog *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
}

static void
forget_reading (WinerrorOpenLog *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->reading_name, g_free);
}

static void
winerror_open_log_dispose (GObject *object)
{
  WinerrorOpenLog *self = WINERROR_OPEN_LOG (object);

  forget_reading (self);
  forget_lines (self);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (winerror_open_log_parent_class)->dispose (object);
}

static void
winerror_open_log_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WinerrorOpenLog *self = WINERROR_OPEN_LOG (object);

  switch (id)
    {
    case PROP_READING_NAME:
      g_value_set_string (value, self->reading_name);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_LINES:
      g_value_set_boxed (value, self->lines);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
winerror_open_log_class_init (WinerrorOpenLogClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = winerror_open_log_dispose;
  object_class->get_property = winerror_open_log_get_property;

  properties[PROP_READING_NAME] = g_param_spec_string ("reading-name", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, 0, flags);
  properties[PROP_LINES] = g_param_spec_boxed ("lines", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * WinerrorOpenLog::failed:
   * @self: a log
   * @message: which log could not be read, and why
   *
   * A log could not be read. What was open is still open.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", WINERROR_TYPE_OPEN_LOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
winerror_open_log_init (WinerrorOpenLog *self)
{
}

/**
 * winerror_open_log_new:
 * @catalog: the entries whose codes a log may carry
 *
 * Returns: (transfer full): a log, of which nothing is open yet
 */
WinerrorOpenLog *
winerror_open_log_new (WinerrorCatalog *catalog)
{
  WinerrorOpenLog *self;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);

  self = g_object_new (WINERROR_TYPE_OPEN_LOG, NULL);
  self->catalog = g_object_ref (catalog);
  return self;
}

/**
 * winerror_open_log_set_catalog:
 * @self: a log
 * @catalog: the entries whose codes the logs that are read from now on may carry
 */
void
winerror_open_log_set_catalog (WinerrorOpenLog *self, WinerrorCatalog *catalog)
{
  g_return_if_fail (WINERROR_IS_OPEN_LOG (self));
  g_return_if_fail (WINERROR_IS_CATALOG (catalog));

  g_set_object (&self->catalog, catalog);
}

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  WinerrorOpenLog *self = data;

  self->fraction = total > 0 ? MIN (1.0, (double) done / (double) total) : -1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static void
fail (WinerrorOpenLog *self, const char *name, const char *reason)
{
  g_autofree char *message = g_strdup_printf ("%s: %s", name, reason);

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorOpenLog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean more;
  g_autoptr (GPtrArray) lines = winerror_log_lines_read_finish (result, &more, &error);
  g_autofree char *name = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  name = g_strdup (self->reading_name);
  winerror_open_log_cancel (self);
  if (lines == NULL)
    {
      fail (self, name, error->message);
      return;
    }
  forget_lines (self);
  self->lines = g_steal_pointer (&lines);
  self->name = g_steal_pointer (&name);
  self->more = more;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINES]);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return winerror_text_clean_path (name != NULL ? name : "/");
}

/* Why a file is not opened: a pipe would block whoever reads it, and what is not on this computer
 * is not asked for. NULL where it is a regular file. */
static const char *
find_obstacle (GFile *file)
{
  const char *path = g_file_peek_path (file);
  GStatBuf info;

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

/**
 * winerror_open_log_read:
 * @self: a log
 * @file: a file
 *
 * Reads a file. Its lines take the place of those that are there, once they are all read; where
 * that fails, or is cancelled, these stay. What is no regular file of this computer is not opened.
 */
void
winerror_open_log_read (WinerrorOpenLog *self, GFile *file)
{
  g_autofree char *name = NULL;
  const char *obstacle;

  g_return_if_fail (WINERROR_IS_OPEN_LOG (self));
  g_return_if_fail (G_IS_FILE (file));

  name = dup_name (file);
  obstacle = find_obstacle (file);
  if (obstacle != NULL)
    {
      fail (self, name, obstacle);
      return;
    }

  forget_reading (self);
  self->reading = g_cancellable_new ();
  self->reading_name = g_steal_pointer (&name);
  self->fraction = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING_NAME]);
  winerror_log_lines_read_async (self->catalog, file, self->reading, progress_cb, self, read_cb,
                                 g_object_ref (self));
}

/**
 * winerror_open_log_cancel:
 * @self: a log
 *
 * Ends the reading, where a file is being read; what is open stays open.
 */
void
winerror_open_log_cancel (WinerrorOpenLog *self)
{
  g_return_if_fail (WINERROR_IS_OPEN_LOG (self));

  if (self->reading == NULL)
    return;
  forget_reading (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING_NAME]);
}

/**
 * winerror_open_log_close:
 * @self: a log
 *
 * Lets go of the lines that are there.
 */
void
winerror_open_log_close (WinerrorOpenLog *self)
{
  g_return_if_fail (WINERROR_IS_OPEN_LOG (self));

  if (self->lines == NULL)
    return;
  forget_lines (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINES]);
}

/**
 * winerror_open_log_get_reading_name:
 * @self: a log
 *
 * Returns: (transfer none) (nullable): the name of the file that is being read; %NULL where none is
 */
const char *
winerror_open_log_get_reading_name (WinerrorOpenLog *self)
{
  g_return_val_if_fail (WINERROR_IS_OPEN_LOG (self), NULL);

  return self->reading_name;
}

/**
 * winerror_open_log_get_fraction:
 * @self: a log
 *
 * Returns: how much of the file is read, from 0 to 1; -1 where its size is not known
 */
double
winerror_open_log_get_fraction (WinerrorOpenLog *self)
{
  g_return_val_if_fail (WINERROR_IS_OPEN_LOG (self), 0);

  return self->fraction;
}

/**
 * winerror_open_log_get_lines:
 * @self: a log
 *
 * Returns: (transfer none) (nullable) (element-type WinerrorLogLine): the codes that the open log
 *   carries; %NULL where none is open
 */
GPtrArray *
winerror_open_log_get_lines (WinerrorOpenLog *self)
{
  g_return_val_if_fail (WINERROR_IS_OPEN_LOG (self), NULL);

  return self->lines;
}

/**
 * winerror_open_log_has_more:
 * @self: a log
 *
 * Returns: whether the open log carries more codes than winerror_open_log_get_lines() returns
 */
gboolean
winerror_open_log_has_more (WinerrorOpenLog *self)
{
  g_return_val_if_fail (WINERROR_IS_OPEN_LOG (self), FALSE);

  return self->lines != NULL && self->more;
}

/**
 * winerror_open_log_get_name:
 * @self: a log
 *
 * Returns: (transfer none) (nullable): the name of the file of the open log; %NULL where none is
 *   open
 */
const char *
winerror_open_log_get_name (WinerrorOpenLog *self)
{
  g_return_val_if_fail (WINERROR_IS_OPEN_LOG (self), NULL);

  return self->name;
}
