// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-viewer.h"

G_BEGIN_DECLS

void winerror_export_actions_install (GtkWidgetClass *widget_class);
void winerror_export_actions_save (WinerrorViewer *viewer, GFile *file);

G_END_DECLS
