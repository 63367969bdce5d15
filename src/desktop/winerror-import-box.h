// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_IMPORT_BOX (winerror_import_box_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorImportBox, winerror_import_box, WINERROR, IMPORT_BOX, GtkWidget)

void winerror_import_box_add (WinerrorImportBox *self, GFile *file);

G_END_DECLS
