// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-import.h"

G_BEGIN_DECLS

struct _WinerrorImport
{
  WinerrorImportDraft *draft;
  GBytes *verbatim; /* a table of Winerror itself, or notes: what is written; NULL otherwise */
  gboolean notes;
  guint n_entries;  /* where @verbatim has them */
  GPtrArray *paths; /* of the files that were written; ends with NULL */
};

char *winerror_import_write_table (WinerrorImport *self,
                                   const char *id,
                                   guint from,
                                   guint to,
                                   gboolean alone);

G_END_DECLS
