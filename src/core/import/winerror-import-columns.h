// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-import-draft.h"

G_BEGIN_DECLS

typedef struct _WinerrorImportColumns WinerrorImportColumns;

WinerrorImportColumns *winerror_import_columns_new (WinerrorImportDraft *draft,
                                                    const char *const *names,
                                                    WinerrorFamily hint);
void winerror_import_columns_free (WinerrorImportColumns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorImportColumns, winerror_import_columns_free)

void winerror_import_columns_add (WinerrorImportColumns *self,
                                  const char *const *cells,
                                  guint line,
                                  guint column);
gboolean winerror_import_columns_end (WinerrorImportColumns *self);

G_END_DECLS
