// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WinerrorFileKind:
 * @WINERROR_FILE_KIND_LOG: logs and other texts
 * @WINERROR_FILE_KIND_TABLE: tables and notes in any form that can be imported
 *
 * Which files are offered first.
 */
typedef enum
{
  WINERROR_FILE_KIND_LOG,
  WINERROR_FILE_KIND_TABLE,
} WinerrorFileKind;

void winerror_file_chooser_open_async (GtkWindow *parent,
                                       const char *title,
                                       WinerrorFileKind kind,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *winerror_file_chooser_open_finish (GAsyncResult *result);

void winerror_file_chooser_save_async (GtkWindow *parent,
                                       const char *title,
                                       const char *name,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GFile *winerror_file_chooser_save_finish (GAsyncResult *result);

G_END_DECLS
