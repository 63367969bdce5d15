// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"

G_BEGIN_DECLS

char *winerror_notes_file_dup_path (void);
const WinerrorNote *winerror_notes_file_find (WinerrorEntry *entry);
gboolean winerror_notes_file_set (const char *path,
                                  WinerrorFamily family,
                                  guint32 code,
                                  const char *text,
                                  const char *link,
                                  const char *const *folders,
                                  WinerrorCatalog *catalog,
                                  GError **error);

G_END_DECLS
