// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-file-chooser.h"

#include "winerror-gettext.h"

/* GtkFileDialog came with GTK 4.10, and with it GtkFileChooserNative was deprecated: this file is
 * all that knows of both. */

static GtkFileFilter *
create_filter (WinerrorFileKind kind)
{
  static const char *const suffixes[] = { "csv", "h",  "hpp", "htm", "html", "json",
                                          "mc",  "md", "tsv", "txt", "xml" };
  GtkFileFilter *filter = gtk_file_filter_new ();

  switch (kind)
    {
    case WINERROR_FILE_KIND_TABLE:
      gtk_file_filter_set_name (filter, _ ("Tables, Notes, Pages and Header Files"));
      for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
        gtk_file_filter_add_suffix (filter, suffixes[i]);
      break;
    case WINERROR_FILE_KIND_LOG:
    default:
      gtk_file_filter_set_name (filter, _ ("Logs and Texts"));
      gtk_file_filter_add_mime_type (filter, "text/*");
      gtk_file_filter_add_suffix (filter, "log");
      gtk_file_filter_add_suffix (filter, "txt");
    }
  return filter;
}

static GListModel *
create_filters (WinerrorFileKind kind)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) wanted = create_filter (kind);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  g_list_store_append (filters, wanted);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

/* Ends a task with what was chosen. */
static void
return_files (GTask *task, GListModel *model)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (files, g_list_model_get_item (model, i));
  g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
}

#if GTK_CHECK_VERSION(4, 10, 0)

/* The build is told to warn of what is newer than the oldest GTK. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
opened_cb (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GListModel)
      model = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  return_files (task, model);
}

static void
open_dialog (GtkWindow *parent, const char *title, WinerrorFileKind kind, GTask *task)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters (kind);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, parent, NULL, opened_cb, task);
}

static void
saved_cb (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL),
                         g_object_unref);
}

static void
save_dialog (GtkWindow *parent, const char *title, const char *name, GTask *task)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, saved_cb, task);
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

static void
opened_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  return_files (task, files);
  g_object_unref (dialog);
}

static void
saved_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_task_return_pointer (task, file, g_object_unref);
  g_object_unref (dialog);
}

/* Shows a dialog, which ends with a task that its callback takes. */
static void
run (GtkFileChooserNative *dialog, GCallback callback, GTask *task)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", callback, task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_dialog (GtkWindow *parent, const char *title, WinerrorFileKind kind, GTask *task)
{
  g_autoptr (GListModel) filters = create_filters (kind);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent,
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                                                              NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  run (dialog, G_CALLBACK (opened_cb), task);
}

static void
save_dialog (GtkWindow *parent, const char *title, const char *name, GTask *task)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent,
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, NULL,
                                                              NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  run (dialog, G_CALLBACK (saved_cb), task);
}

#endif

/**
 * winerror_file_chooser_open_async:
 * @parent: the window
 * @title: what the files are chosen for
 * @kind: which files are offered first
 * @callback: what is called when the user has chosen
 * @user_data: what it gets
 *
 * Lets the user choose files to open.
 */
void
winerror_file_chooser_open_async (GtkWindow *parent,
                                  const char *title,
                                  WinerrorFileKind kind,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, winerror_file_chooser_open_async);
  open_dialog (parent, title, kind, task);
}

/**
 * winerror_file_chooser_open_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (element-type GFile): the files; none where the user chose none
 */
GPtrArray *
winerror_file_chooser_open_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * winerror_file_chooser_save_async:
 * @parent: the window
 * @title: what the file is chosen for
 * @name: the name that is proposed
 * @callback: what is called when the user has chosen
 * @user_data: what it gets
 *
 * Lets the user choose a file to write; one that is there is asked about.
 */
void
winerror_file_chooser_save_async (GtkWindow *parent,
                                  const char *title,
                                  const char *name,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (name != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, winerror_file_chooser_save_async);
  save_dialog (parent, title, name, task);
}

/**
 * winerror_file_chooser_save_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): the file; %NULL where the user chose none
 */
GFile *
winerror_file_chooser_save_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
