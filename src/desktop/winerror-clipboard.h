// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkContentProvider *winerror_clipboard_new_content (GPtrArray *entries,
                                                    const WinerrorTicketOptions *options,
                                                    char **text);

G_END_DECLS
