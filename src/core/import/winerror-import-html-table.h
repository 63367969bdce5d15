// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-import-draft.h"

G_BEGIN_DECLS

typedef struct _WinerrorImportHtmlTable WinerrorImportHtmlTable;

WinerrorImportHtmlTable *winerror_import_html_table_new (WinerrorImportDraft *draft);
void winerror_import_html_table_free (WinerrorImportHtmlTable *self);

void
winerror_import_html_table_add (WinerrorImportHtmlTable *self, const char *from, const char *to);
gboolean winerror_import_html_table_tag (WinerrorImportHtmlTable *self,
                                         const char *tag,
                                         const char *after,
                                         guint line);
void winerror_import_html_table_end (WinerrorImportHtmlTable *self, WinerrorFamily hint);

G_END_DECLS
