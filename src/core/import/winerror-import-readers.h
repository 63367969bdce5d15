// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-import-draft.h"

G_BEGIN_DECLS

/* Each reads one format, and knows of no other. The text is UTF-8, ends with a NUL and has no
 * other. What a reader does not understand adds nothing to the draft. */

void winerror_import_read_page (WinerrorImportDraft *draft, const char *text);
void winerror_import_read_lines (WinerrorImportDraft *draft, const char *text);
void winerror_import_read_header (WinerrorImportDraft *draft, const char *text);
void winerror_import_read_messages (WinerrorImportDraft *draft, const char *text);
void winerror_import_read_csv (WinerrorImportDraft *draft, const char *text);
gboolean winerror_import_read_json (WinerrorImportDraft *draft, const char *text, GError **error);

char *winerror_import_read_notes (WinerrorImportDraft *draft, const char *text, guint *n_notes);

G_END_DECLS
