// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-import-draft.h"

G_BEGIN_DECLS

WinerrorFamily winerror_import_family_from_words (const char *text);
void winerror_import_family_choose (WinerrorImportEntry *entry,
                                    const WinerrorImportCode *code,
                                    WinerrorFamily stated,
                                    WinerrorFamily hint);

G_END_DECLS
