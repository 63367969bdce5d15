// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void winerror_gtk_test_init (int *argc, char ***argv);
void winerror_gtk_test_set_theme (gboolean high_contrast, gboolean dark);
char *winerror_gtk_test_dup_texts (GtkWidget *widget);
const char *winerror_gtk_test_find_hyphen (GtkWidget *widget);

G_END_DECLS
