// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-file-chooser.h"

#include <glib/gi18n.h>

/* GtkFileChooserNative is deprecated in GTK 4.10, where GtkFileDialog, whose functions have the
 * form of these, takes its place: this file is all that knows of it. */

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) logs = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (logs, _ ("Logs and Texts"));
  gtk_file_filter_add_mime_type (logs, "text/*");
  gtk_file_filter_add_suffix (logs, "log");
  gtk_file_filter_add_suffix (logs, "txt");
  gtk_file_chooser_add_filter (chooser, logs);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
    }
  g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (dialog);
}

/**
 * winerror_file_chooser_open_async:
 * @parent: the window
 * @title: what the files are chosen for
 * @callback: what is called when the user has chosen
 * @user_data: what it gets
 *
 * Lets the user choose files to open.
 */
void
winerror_file_chooser_open_async (GtkWindow *parent,
                                  const char *title,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GtkFileChooserNative *dialog;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, winerror_file_chooser_open_async);
  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
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
