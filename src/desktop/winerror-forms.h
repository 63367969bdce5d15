// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_FORMS (winerror_forms_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorForms, winerror_forms, WINERROR, FORMS, GtkWidget)

void winerror_forms_show (WinerrorForms *self, WinerrorEntry *entry);
void winerror_forms_show_parts (WinerrorForms *self, WinerrorEntry *entry);

G_END_DECLS
