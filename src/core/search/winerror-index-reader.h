// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-index.h"

G_BEGIN_DECLS

/**
 * WinerrorIndexReader:
 *
 * A thread that reads what the built-in entries say in several languages, one after the other:
 * that takes longer than a frame for each.
 */
typedef struct _WinerrorIndexReader WinerrorIndexReader;

WinerrorIndexReader *winerror_index_reader_new (WinerrorCatalog *catalog,
                                                WinerrorLanguage *const *languages,
                                                guint n_languages);
void winerror_index_reader_free (WinerrorIndexReader *self);

guint winerror_index_reader_get_n_left (WinerrorIndexReader *self);
WinerrorIndex *winerror_index_reader_take (WinerrorIndexReader *self, gboolean wait);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorIndexReader, winerror_index_reader_free)

G_END_DECLS
