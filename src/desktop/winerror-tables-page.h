// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-own-tables.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_TABLES_PAGE (winerror_tables_page_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorTablesPage, winerror_tables_page, WINERROR, TABLES_PAGE, GtkWidget)

GtkWidget *winerror_tables_page_new (GSettings *settings, WinerrorOwnTables *tables);
void winerror_tables_page_import (WinerrorTablesPage *self, GFile *file);

G_END_DECLS
