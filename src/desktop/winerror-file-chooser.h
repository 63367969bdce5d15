// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_file_chooser_open_async (GtkWindow *parent,
                                       const char *title,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *winerror_file_chooser_open_finish (GAsyncResult *result);

void winerror_file_chooser_open_tables_async (GtkWindow *parent,
                                              const char *title,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

void winerror_file_chooser_save_async (GtkWindow *parent,
                                       const char *title,
                                       const char *name,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GFile *winerror_file_chooser_save_finish (GAsyncResult *result);

G_END_DECLS
