// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *winerror_printout_new (const char *text, const char *name);

G_END_DECLS
