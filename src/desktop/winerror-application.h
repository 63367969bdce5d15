// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_APPLICATION (winerror_application_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorApplication,
                      winerror_application,
                      WINERROR,
                      APPLICATION,
                      GtkApplication)

WinerrorApplication *winerror_application_new (void);

G_END_DECLS
