// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-options.h"
#include "winerror-viewer.h"

G_BEGIN_DECLS

void winerror_copy_actions_install (GtkWidgetClass *widget_class);
void winerror_copy_actions_connect (WinerrorViewer *viewer, GtkShortcutController *keys);
void winerror_copy_actions_get_options (WinerrorViewer *viewer,
                                        GPtrArray *entries,
                                        WinerrorFormat format,
                                        WinerrorTicketOptions *options);

G_END_DECLS
