// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-viewer.h"

G_BEGIN_DECLS

void winerror_query_actions_install (GtkWidgetClass *widget_class);
GtkShortcutController *winerror_query_actions_connect (WinerrorViewer *viewer);

G_END_DECLS
