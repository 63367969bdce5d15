// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-own-tables.h"

#include "winerror-let-go.h"
#include "winerror-notes-file.h"
#include "winerror-own-folder.h"
#include "winerror-own-indexes.h"

/* How long changes are collected before they are read, in milliseconds. */
#define DELAY 200

/* File systems of a network tell nothing of what others change. In seconds. */
#define INTERVAL 60

/* After how long a folder is asked again that did not answer. In seconds. */
#define SHORT_INTERVAL 5

/**
 * WinerrorOwnTables:
 *
 * The tables and notes of the user, of shares and of the system, as they are now, together with the
 * built-in ones. They are read in a thread of their own, and nothing that they make is seen before
 * it is whole.
 */
struct _WinerrorOwnTables
{
  GObject parent_instance;

  GSettings *settings; /* NULL where there is none */
  WinerrorCatalog *built_in;

  /* what is there now */
  WinerrorCatalog *catalog;
  WinerrorOwnFiles *files; /* NULL before they were read */
  GPtrArray *indexes;      /* of WinerrorIndex; NULL where there are none */

  GPtrArray *monitors; /* of GFileMonitor; NULL where the folders are not watched yet */
  gboolean unwatched;  /* one of the folders is not */
  GCancellable *cancellable;
  gboolean started;
  gboolean reading;
  gboolean again; /* there was a change while files were read */
  guint delay;
  guint interval;
  guint short_interval;
};

enum
{
  CHANGED,
  REPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WinerrorOwnTables, winerror_own_tables, G_TYPE_OBJECT)

/* What a thread is given, and what it makes of it. */
typedef struct
{
  GPtrArray *folders;
  GStrv disabled;
  WinerrorCatalog *built_in;
  gboolean watch;
  gboolean index;

  WinerrorOwnFiles *before;
  GPtrArray *indexes_before;

  gboolean changed;
  WinerrorOwnFiles *files;
  WinerrorCatalog *catalog;
  GPtrArray *indexes;
  GPtrArray *monitors;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->folders, g_ptr_array_unref);
  g_clear_pointer (&job->disabled, g_strfreev);
  g_clear_object (&job->built_in);
  g_clear_pointer (&job->before, winerror_own_files_unref);
  g_clear_pointer (&job->indexes_before, g_ptr_array_unref);
  g_clear_pointer (&job->files, winerror_own_files_unref);
  g_clear_object (&job->catalog);
  g_clear_pointer (&job->indexes, g_ptr_array_unref);
  g_clear_pointer (&job->monitors, g_ptr_array_unref);
  g_free (job);
}

static GPtrArray *
list_folders (WinerrorOwnTables *self)
{
  g_auto (GStrv) shared = self->settings != NULL
                              ? g_settings_get_strv (self->settings, "table-folders")
                              : g_new0 (char *, 1);

  return winerror_own_folder_list ((const char *const *) shared);
}

static Job *
job_new (WinerrorOwnTables *self)
{
  Job *job = g_new0 (Job, 1);

  job->folders = list_folders (self);
  job->disabled = self->settings != NULL ? g_settings_get_strv (self->settings, "disabled-tables")
                                         : g_new0 (char *, 1);
  job->built_in = g_object_ref (self->built_in);
  job->before = self->files != NULL ? winerror_own_files_ref (self->files) : NULL;
  job->indexes_before = self->indexes != NULL ? g_ptr_array_ref (self->indexes) : NULL;
  return job;
}

static void
do_job (Job *job, GCancellable *cancellable)
{
  if (job->watch)
    job->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  job->files = winerror_own_files_read (job->folders, (const char *const *) job->disabled,
                                        job->built_in, job->before, job->monitors, cancellable);
  job->changed = !winerror_own_files_have_same (job->files, job->before);
  if (!job->changed || g_cancellable_is_cancelled (cancellable))
    return;
  job->catalog = winerror_catalog_new_built_in (NULL);
  if (job->catalog == NULL)
    {
      job->catalog = g_object_ref (job->built_in);
      return;
    }
  winerror_own_files_add_to (job->files, job->catalog);
  if (job->index)
    job->indexes = winerror_own_indexes_new (
        job->catalog,
        winerror_own_files_have_same_tables (job->files, job->before) ? job->indexes_before : NULL);
}

static void
take (WinerrorOwnTables *self, Job *job)
{
  g_set_object (&self->catalog, job->catalog);
  g_clear_pointer (&self->indexes, g_ptr_array_unref);
  self->indexes = g_steal_pointer (&job->indexes);
}

/* In the program */

static void reload (WinerrorOwnTables *self);

static gboolean
delay_cb (gpointer data)
{
  WinerrorOwnTables *self = data;

  self->delay = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static gboolean
short_interval_cb (gpointer data)
{
  WinerrorOwnTables *self = data;

  self->short_interval = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GFileMonitor *monitor,
            GFile *file,
            GFile *other,
            GFileMonitorEvent event,
            WinerrorOwnTables *self)
{
  if (self->delay == 0)
    self->delay = g_timeout_add (DELAY, delay_cb, self);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  do_job (data, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
report (WinerrorOwnTables *self, Job *job, WinerrorOwnFiles *before)
{
  g_auto (GStrv) errors = winerror_own_files_dup_errors (job->files, before);

  for (gsize i = 0; errors[i] != NULL; i++)
    g_signal_emit (self, signals[REPORT], 0, errors[i]);
}

/* A million entries take longer to free than a turn of the main loop may. */
static void
let_go (WinerrorOwnTables *self, Job *job)
{
  winerror_let_go (g_object_ref (self->catalog), g_object_unref);
  if (job->before != NULL)
    winerror_let_go (winerror_own_files_ref (job->before),
                     (GDestroyNotify) winerror_own_files_unref);
  if (job->indexes_before != NULL)
    winerror_let_go (g_ptr_array_ref (job->indexes_before), (GDestroyNotify) g_ptr_array_unref);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WinerrorOwnTables *self = WINERROR_OWN_TABLES (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->reading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (winerror_own_files_are_waited_for (job->files) && self->short_interval == 0)
    self->short_interval = g_timeout_add_seconds (SHORT_INTERVAL, short_interval_cb, self);
  if (job->monitors != NULL)
    {
      self->unwatched = winerror_own_files_are_waited_for (job->files);
      g_clear_pointer (&self->monitors, g_ptr_array_unref);
      self->monitors = g_steal_pointer (&job->monitors);
      for (guint i = 0; i < self->monitors->len; i++)
        g_signal_connect_object (self->monitors->pdata[i], "changed", G_CALLBACK (changed_cb), self,
                                 0);
    }
  g_clear_pointer (&self->files, winerror_own_files_unref);
  self->files = winerror_own_files_ref (job->files);
  if (job->changed)
    {
      let_go (self, job);
      take (self, job);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  report (self, job, job->before);
  if (self->again)
    reload (self);
}

static void
reload (WinerrorOwnTables *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->reading)
    {
      self->again = TRUE;
      return;
    }
  self->again = FALSE;
  self->reading = TRUE;
  job = job_new (self);
  job->watch = self->monitors == NULL || self->unwatched;
  job->index = TRUE;
  task = g_task_new (self, self->cancellable, done_cb, NULL);
  g_task_set_source_tag (task, reload);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

static gboolean
interval_cb (gpointer data)
{
  reload (data);
  return G_SOURCE_CONTINUE;
}

static void
settings_changed_cb (WinerrorOwnTables *self)
{
  /* other folders */
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  if (self->started)
    reload (self);
}

static void
winerror_own_tables_dispose (GObject *object)
{
  WinerrorOwnTables *self = WINERROR_OWN_TABLES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_handle_id (&self->interval, g_source_remove);
  g_clear_handle_id (&self->short_interval, g_source_remove);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (winerror_own_tables_parent_class)->dispose (object);
}

static void
winerror_own_tables_finalize (GObject *object)
{
  WinerrorOwnTables *self = WINERROR_OWN_TABLES (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->built_in);
  g_clear_object (&self->catalog);
  g_clear_pointer (&self->files, winerror_own_files_unref);
  g_clear_pointer (&self->indexes, g_ptr_array_unref);

  G_OBJECT_CLASS (winerror_own_tables_parent_class)->finalize (object);
}

static void
winerror_own_tables_class_init (WinerrorOwnTablesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = winerror_own_tables_dispose;
  object_class->finalize = winerror_own_tables_finalize;

  /**
   * WinerrorOwnTables::changed:
   *
   * There is another catalog, with other indexes: winerror_search_set_catalog() takes both.
   */
  signals[CHANGED] = g_signal_new ("changed", WINERROR_TYPE_OWN_TABLES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * WinerrorOwnTables::report:
   * @message: what is wrong, with file, line and column where there is such a place
   *
   * A file or a folder cannot be read; of a file what it had before stays. Said once, until it is
   * another fault.
   */
  signals[REPORT] = g_signal_new ("report", WINERROR_TYPE_OWN_TABLES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
winerror_own_tables_init (WinerrorOwnTables *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * winerror_own_tables_new:
 * @settings: (nullable): the settings: which folders there are beside those of the data
 * directories, and what is switched off; %NULL where nothing is set
 * @built_in: a catalog of the built-in tables alone
 *
 * Returns: (transfer full): the own tables, not read yet
 */
WinerrorOwnTables *
winerror_own_tables_new (GSettings *settings, WinerrorCatalog *built_in)
{
  WinerrorOwnTables *self;

  g_return_val_if_fail (WINERROR_IS_CATALOG (built_in), NULL);

  self = g_object_new (WINERROR_TYPE_OWN_TABLES, NULL);
  self->built_in = g_object_ref (built_in);
  self->catalog = g_object_ref (built_in);
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      g_signal_connect_object (settings, "changed::table-folders", G_CALLBACK (settings_changed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed::disabled-tables",
                               G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
    }
  return self;
}

/**
 * winerror_own_tables_load:
 * @self: own tables that are not started
 *
 * Reads everything at once, for programs that answer and end. Words are read when they are
 * searched.
 *
 * Returns: (transfer full): what is wrong with files and folders
 */
GStrv
winerror_own_tables_load (WinerrorOwnTables *self)
{
  Job *job;
  GStrv errors;

  g_return_val_if_fail (WINERROR_IS_OWN_TABLES (self), NULL);
  g_return_val_if_fail (!self->started, NULL);

  job = job_new (self);
  if (!winerror_own_files_exist (job->folders))
    {
      job_free (job);
      return g_new0 (char *, 1);
    }
  do_job (job, NULL);
  if (job->changed)
    take (self, job);
  errors = winerror_own_files_dup_errors (job->files, self->files);
  g_clear_pointer (&self->files, winerror_own_files_unref);
  self->files = g_steal_pointer (&job->files);
  job_free (job);
  return errors;
}

/**
 * winerror_own_tables_start:
 * @self: own tables
 *
 * Begins to read them, in a thread, and to follow what changes, in the default main context. The
 * signals #WinerrorOwnTables::changed and #WinerrorOwnTables::report tell of it.
 */
void
winerror_own_tables_start (WinerrorOwnTables *self)
{
  g_return_if_fail (WINERROR_IS_OWN_TABLES (self));

  if (self->started)
    return;
  self->started = TRUE;
  self->interval = g_timeout_add_seconds (INTERVAL, interval_cb, self);
  reload (self);
}

/**
 * winerror_own_tables_reload:
 * @self: own tables that are started
 *
 * Looks for changes at once: after an import, say.
 */
void
winerror_own_tables_reload (WinerrorOwnTables *self)
{
  g_return_if_fail (WINERROR_IS_OWN_TABLES (self));
  g_return_if_fail (self->started);

  reload (self);
}

/**
 * winerror_own_tables_get_catalog:
 * @self: own tables
 *
 * Returns: (transfer none): the built-in tables together with the own ones and the notes; it never
 *   changes, but there is another one after #WinerrorOwnTables::changed
 */
WinerrorCatalog *
winerror_own_tables_get_catalog (WinerrorOwnTables *self)
{
  g_return_val_if_fail (WINERROR_IS_OWN_TABLES (self), NULL);

  return self->catalog;
}

/**
 * winerror_own_tables_get_indexes:
 * @self: own tables
 *
 * Returns: (transfer none) (nullable) (element-type WinerrorIndex): the words of the own tables and
 *   of the notes, for winerror_search_set_catalog(); %NULL where they have not been read
 */
GPtrArray *
winerror_own_tables_get_indexes (WinerrorOwnTables *self)
{
  g_return_val_if_fail (WINERROR_IS_OWN_TABLES (self), NULL);

  return self->indexes;
}

/**
 * winerror_own_tables_get_files:
 * @self: own tables
 *
 * Returns: (transfer none) (nullable): the files, also those that are switched off or broken; %NULL
 *   where they have not been read
 */
WinerrorOwnFiles *
winerror_own_tables_get_files (WinerrorOwnTables *self)
{
  g_return_val_if_fail (WINERROR_IS_OWN_TABLES (self), NULL);

  return self->files;
}

/* The user's own notes */

typedef struct
{
  WinerrorFamily family;
  guint32 code;
  char *text;
  char *link;
  GPtrArray *folders;
  WinerrorCatalog *built_in;
} NoteJob;

static void
note_job_free (gpointer data)
{
  NoteJob *job = data;

  g_free (job->text);
  g_free (job->link);
  g_ptr_array_unref (job->folders);
  g_object_unref (job->built_in);
  g_free (job);
}

static void
run_note_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NoteJob *job = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autofree char *path = winerror_notes_file_dup_path ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < job->folders->len; i++)
    g_ptr_array_add (paths, ((WinerrorOwnFolder *) job->folders->pdata[i])->path);
  g_ptr_array_add (paths, NULL);
  if (winerror_notes_file_set (path, job->family, job->code, job->text, job->link,
                               (const char *const *) paths->pdata, job->built_in, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * winerror_own_tables_set_note_async:
 * @self: own tables
 * @family: the family of the code
 * @code: the code
 * @text: (nullable): the user's note on it; %NULL or blank to remove it
 * @link: (nullable): where there is more: an https address or a file in a folder of tables
 * @callback: what to call when it is on the disk
 * @data: for @callback
 *
 * Sets the user's own note on a code: see winerror_notes_file_set(). What there was before is what
 * winerror_notes_file_find() says. #WinerrorOwnTables::changed follows.
 */
void
winerror_own_tables_set_note_async (WinerrorOwnTables *self,
                                    WinerrorFamily family,
                                    guint32 code,
                                    const char *text,
                                    const char *link,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  g_autoptr (GTask) task = NULL;
  NoteJob *job;

  g_return_if_fail (WINERROR_IS_OWN_TABLES (self));

  job = g_new (NoteJob, 1);
  *job = (NoteJob){
    .family = family,
    .code = code,
    .text = g_strdup (text),
    .link = g_strdup (link),
    .folders = list_folders (self),
    .built_in = g_object_ref (self->built_in),
  };
  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, winerror_own_tables_set_note_async);
  g_task_set_task_data (task, job, note_job_free);
  g_task_run_in_thread (task, run_note_job);
}

/**
 * winerror_own_tables_set_note_finish:
 * @self: own tables
 * @result: what the callback was given
 * @error: (nullable): return location for an error of winerror_notes_file_set()
 *
 * Returns: whether the note is on the disk
 */
gboolean
winerror_own_tables_set_note_finish (WinerrorOwnTables *self, GAsyncResult *result, GError **error)
{
  gboolean good = g_task_propagate_boolean (G_TASK (result), error);

  if (good && self->started)
    reload (self);
  return good;
}
