// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkContentProvider *winerror_clipboard_new_content (GPtrArray *entries,
                                                    const WinerrorTicketOptions *options,
                                                    char **text);

void winerror_clipboard_read_text_async (GdkClipboard *clipboard,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GBytes *winerror_clipboard_read_text_finish (GAsyncResult *result, GError **error);

G_END_DECLS
