// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-open-log.h"

#include "winerror-gettext.h"

/* How long after a change a file is read on, in milliseconds; and how many times as long as the
 * last reading took, so that a large file that is read from its beginning each time leaves the
 * computer some rest. */
#define RELOAD_DELAY  300
#define RELOAD_FACTOR 10

/**
 * WinerrorOpenLog:
 *
 * The logs that are open, as one, and those that are being read and become the open ones when all
 * is there. Files that grow are read on by themselves. Each change is told by notify.
 */
struct _WinerrorOpenLog
{
  GObject parent_instance;

  WinerrorCatalog *catalog;

  /* of the logs that are being read; NULL where none are */
  GCancellable *reading;
  char *reading_name;
  double fraction;

  /* of the logs that are open; NULL where none are */
  WinerrorLogs *logs;
  char *name;
  char *told_fault; /* the last one that was told */

  /* of their reading on */
  GPtrArray *monitors; /* of GFileMonitor */
  GCancellable *reloading;
  guint timeout;
  gboolean changed; /* since the reading on began */
  gint64 began;
  gint64 took;
};

enum
{
  PROP_0,
  PROP_READING_NAME,
  PROP_FRACTION,
  PROP_REPORT,
  N_PROPS
};

enum
{
  SIGNAL_FAILED,
  SIGNAL_GROWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WinerrorOpenLog, winerror_open_log, G_TYPE_OBJECT)

static void
forget_reloading (WinerrorOpenLog *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->reloading);
  g_clear_object (&self->reloading);
  self->changed = FALSE;
}

static void
forget_logs (WinerrorOpenLog *self)
{
  forget_reloading (self);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  g_clear_pointer (&self->logs, winerror_logs_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->told_fault, g_free);
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
  forget_logs (self);
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
    case PROP_REPORT:
      g_value_set_object (value, winerror_open_log_get_report (self));
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
  properties[PROP_REPORT] = g_param_spec_object ("report", NULL, NULL, WINERROR_TYPE_LOG_REPORT,
                                                 flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * WinerrorOpenLog::failed:
   * @self: a log
   * @message: which logs could not be read, and why
   *
   * A log could not be read. What was open is still open.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", WINERROR_TYPE_OPEN_LOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * WinerrorOpenLog::grown:
   * @self: a log
   *
   * What is open was read on: the report is another one. "report" is not notified then, which is
   * for other logs.
   */
  signals[SIGNAL_GROWN] = g_signal_new ("grown", WINERROR_TYPE_OPEN_LOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
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

/* Reading on */

/* Tells what could not be read, once as long as it stays the same. */
static void
tell_faults (WinerrorOpenLog *self, GStrv faults)
{
  g_autofree char *text = g_strjoinv ("\n", faults);

  if (text[0] != '\0' && g_strcmp0 (text, self->told_fault) != 0)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, text);
  g_free (self->told_fault);
  self->told_fault = g_steal_pointer (&text);
}

static gboolean
reload_cb (gpointer data)
{
  WinerrorOpenLog *self = data;

  self->timeout = 0;
  winerror_open_log_reload (self);
  return G_SOURCE_REMOVE;
}

/* Has the files read on soon. */
static void
plan_reload (WinerrorOpenLog *self)
{
  gint64 delay = MAX (RELOAD_DELAY, RELOAD_FACTOR * self->took / 1000);

  if (self->reloading != NULL)
    self->changed = TRUE;
  else if (self->timeout == 0)
    self->timeout = g_timeout_add ((guint) MIN (delay, G_MAXUINT), reload_cb, self);
}

static void
file_changed_cb (GFileMonitor *monitor,
                 GFile *file,
                 GFile *other_file,
                 GFileMonitorEvent event,
                 gpointer data)
{
  if (event != G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    plan_reload (data);
}

static void
monitor_free (gpointer data)
{
  g_file_monitor_cancel (data);
  g_object_unref (data);
}

/* Where files cannot be watched, Ctrl+R still reads them on. */
static void
watch (WinerrorOpenLog *self)
{
  self->monitors = g_ptr_array_new_with_free_func (monitor_free);
  for (guint i = 0; i < self->logs->files->len; i++)
    {
      const WinerrorLogFile *log = g_ptr_array_index (self->logs->files, i);
      GFileMonitor *monitor = log->file != NULL
                                  ? g_file_monitor_file (log->file, G_FILE_MONITOR_NONE, NULL, NULL)
                                  : NULL;

      if (monitor == NULL)
        continue;
      g_signal_connect_object (monitor, "changed", G_CALLBACK (file_changed_cb), self, 0);
      g_ptr_array_add (self->monitors, monitor);
    }
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorOpenLog) self = data;
  g_autoptr (WinerrorLogs) logs = winerror_logs_read_finish (result, NULL);

  if (logs == NULL) /* cancelled */
    return;
  g_clear_object (&self->reloading);
  self->took = g_get_monotonic_time () - self->began;
  if (logs->files->len < self->logs->files->len)
    {
      /* with other tables nothing is known of a file that has gone: all stays as it was */
      tell_faults (self, logs->faults);
      return;
    }
  g_clear_pointer (&self->logs, winerror_logs_free);
  self->logs = g_steal_pointer (&logs);
  if (self->changed)
    {
      self->changed = FALSE;
      plan_reload (self);
    }
  g_signal_emit (self, signals[SIGNAL_GROWN], 0);
  if (self->logs != NULL)
    tell_faults (self, self->logs->faults);
}

/* The tables to read with: those of now, but for a text that was not kept. */
static WinerrorCatalog *
get_catalog (WinerrorOpenLog *self)
{
  const WinerrorLogFile *first = g_ptr_array_index (self->logs->files, 0);

  return first->file == NULL && first->text == NULL
             ? winerror_log_report_get_catalog (self->logs->report)
             : self->catalog;
}

/**
 * winerror_open_log_reload:
 * @self: a log
 *
 * Reads on what is open: what was added, or all of a file that has become another one.
 */
void
winerror_open_log_reload (WinerrorOpenLog *self)
{
  g_return_if_fail (WINERROR_IS_OPEN_LOG (self));

  if (self->logs == NULL || self->reloading != NULL)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->reloading = g_cancellable_new ();
  self->began = g_get_monotonic_time ();
  winerror_logs_read_async (get_catalog (self), self->logs->files, self->reloading, NULL, NULL,
                            reloaded_cb, g_object_ref (self));
}

/**
 * winerror_open_log_set_catalog:
 * @self: a log
 * @catalog: the entries whose codes the logs may carry from now on
 *
 * Takes other tables. What is open is read with them again.
 */
void
winerror_open_log_set_catalog (WinerrorOpenLog *self, WinerrorCatalog *catalog)
{
  g_return_if_fail (WINERROR_IS_OPEN_LOG (self));
  g_return_if_fail (WINERROR_IS_CATALOG (catalog));

  if (!g_set_object (&self->catalog, catalog))
    return;
  forget_reloading (self);
  winerror_open_log_reload (self);
}

/* Reading */

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  WinerrorOpenLog *self = data;

  self->fraction = total > 0 ? MIN (1.0, (double) done / (double) total) : -1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

/* What several logs are called together. */
static char *
dup_common_name (GPtrArray *files)
{
  const WinerrorLogFile *first = g_ptr_array_index (files, 0);

  if (files->len == 1)
    return g_strdup (first->name);
  /* Translators: a file, and how many others */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", files->len - 1),
                          first->name, files->len - 1);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorOpenLog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorLogs) logs = winerror_logs_read_finish (result, &error);

  if (logs == NULL) /* cancelled */
    return;
  winerror_open_log_cancel (self);
  if (logs->files->len > 0)
    {
      forget_logs (self);
      self->logs = g_steal_pointer (&logs);
      self->name = dup_common_name (self->logs->files);
      self->took = 0;
      watch (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPORT]);
      if (self->logs != NULL &&
          winerror_log_report_get_catalog (self->logs->report) != get_catalog (self))
        winerror_open_log_reload (self);
      if (self->logs != NULL)
        tell_faults (self, self->logs->faults);
    }
  else
    {
      g_clear_pointer (&self->told_fault, g_free);
      tell_faults (self, logs->faults);
    }
}

/* Takes @files, of which there is at least one. */
static void
read_files (WinerrorOpenLog *self, GPtrArray *files)
{
  forget_reading (self);
  self->reading = g_cancellable_new ();
  self->reading_name = dup_common_name (files);
  self->fraction = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING_NAME]);
  winerror_logs_read_async (self->catalog, files, self->reading, progress_cb, self, read_cb,
                            g_object_ref (self));
  g_ptr_array_unref (files);
}

/**
 * winerror_open_log_read:
 * @self: a log
 * @files: (array length=n_files): files
 * @n_files: how many
 *
 * Reads files, one after the other. What they carry takes the place of what is open, once all are
 * read; where none can be read, or the reading is cancelled, that stays. What is no regular file of
 * this computer is not opened.
 */
void
winerror_open_log_read (WinerrorOpenLog *self, GFile *const *files, guint n_files)
{
  g_autoptr (GPtrArray) logs = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) faults = NULL;

  g_return_if_fail (WINERROR_IS_OPEN_LOG (self));
  g_return_if_fail (n_files == 0 || files != NULL);

  logs = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_log_file_unref);
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (WinerrorLogFile) log = winerror_log_file_new (files[i]);
      const char *obstacle = winerror_log_file_find_obstacle (files[i]);

      if (obstacle == NULL)
        g_ptr_array_add (logs, g_steal_pointer (&log));
      else
        {
          g_autofree char *fault = g_strdup_printf ("%s: %s", log->name, obstacle);

          g_strv_builder_add (builder, fault);
        }
    }
  if (logs->len > 0)
    read_files (self, g_steal_pointer (&logs));
  faults = g_strv_builder_end (builder);
  g_clear_pointer (&self->told_fault, g_free);
  tell_faults (self, faults);
}

/**
 * winerror_open_log_read_text:
 * @self: a log
 * @text: several lines of text
 *
 * Reads a text that was pasted, in place of a file.
 */
void
winerror_open_log_read_text (WinerrorOpenLog *self, GBytes *text)
{
  GPtrArray *files;

  g_return_if_fail (WINERROR_IS_OPEN_LOG (self));
  g_return_if_fail (text != NULL);

  files = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_log_file_unref);
  /* Translators: in place of the name of a log */
  g_ptr_array_add (files, winerror_log_file_new_for_text (text, _ ("Pasted text")));
  read_files (self, files);
}

/**
 * winerror_open_log_set_encoding:
 * @self: a log
 * @encoding: (nullable): an encoding, as in winerror_encoding_list(); %NULL to have it guessed
 *
 * Reads the files that are open again, in another encoding.
 */
void
winerror_open_log_set_encoding (WinerrorOpenLog *self, const char *encoding)
{
  GPtrArray *files;

  g_return_if_fail (WINERROR_IS_OPEN_LOG (self));

  if (self->logs == NULL || winerror_logs_get_file (self->logs, 0)->file == NULL)
    return;
  files = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_log_file_unref);
  for (guint i = 0; i < self->logs->files->len; i++)
    g_ptr_array_add (files,
                     winerror_log_file_new_in (winerror_logs_get_file (self->logs, i), encoding));
  read_files (self, files);
}

/**
 * winerror_open_log_cancel:
 * @self: a log
 *
 * Ends the reading, where files are being read; what is open stays open.
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
 * Lets go of what is open.
 */
void
winerror_open_log_close (WinerrorOpenLog *self)
{
  g_return_if_fail (WINERROR_IS_OPEN_LOG (self));

  if (self->logs == NULL)
    return;
  forget_logs (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPORT]);
}

/**
 * winerror_open_log_get_reading_name:
 * @self: a log
 *
 * Returns: (transfer none) (nullable): the name of what is being read; %NULL where nothing is
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
 * Returns: how much of the files is read, from 0 to 1; -1 where their size is not known
 */
double
winerror_open_log_get_fraction (WinerrorOpenLog *self)
{
  g_return_val_if_fail (WINERROR_IS_OPEN_LOG (self), 0);

  return self->fraction;
}

/**
 * winerror_open_log_get_report:
 * @self: a log
 *
 * Returns: (transfer none) (nullable): the codes that the open logs carry; %NULL where none are
 * open
 */
WinerrorLogReport *
winerror_open_log_get_report (WinerrorOpenLog *self)
{
  g_return_val_if_fail (WINERROR_IS_OPEN_LOG (self), NULL);

  return self->logs != NULL ? self->logs->report : NULL;
}

/**
 * winerror_open_log_get_name:
 * @self: a log
 *
 * Returns: (transfer none) (nullable): what the open logs are called; %NULL where none are open
 */
const char *
winerror_open_log_get_name (WinerrorOpenLog *self)
{
  g_return_val_if_fail (WINERROR_IS_OPEN_LOG (self), NULL);

  return self->name;
}

/**
 * winerror_open_log_get_logs:
 * @self: a log
 *
 * Returns: (transfer none) (nullable): the open logs; %NULL where none are open. Valid until they
 *   are read on
 */
const WinerrorLogs *
winerror_open_log_get_logs (WinerrorOpenLog *self)
{
  g_return_val_if_fail (WINERROR_IS_OPEN_LOG (self), NULL);

  return self->logs;
}
