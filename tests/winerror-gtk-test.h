// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_gtk_test_init (int *argc, char ***argv);
char *winerror_gtk_test_dup_texts (GtkWidget *widget);

G_END_DECLS
