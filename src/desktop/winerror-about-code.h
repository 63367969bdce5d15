// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_ABOUT_CODE (winerror_about_code_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorAboutCode, winerror_about_code, WINERROR, ABOUT_CODE, GtkWidget)

GtkWidget *winerror_about_code_new (void);
void winerror_about_code_show (WinerrorAboutCode *self, WinerrorEntry *entry);

G_END_DECLS
