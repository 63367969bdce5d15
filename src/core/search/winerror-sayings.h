// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"
#include "winerror-index.h"

G_BEGIN_DECLS

/**
 * WinerrorSayings:
 *
 * What callers say of an error, in one language: data/sayings. A description has the words of the
 * one who wrote the program; these have the words of those who met the error.
 */
typedef struct _WinerrorSayings WinerrorSayings;

GBytes *winerror_sayings_compile (WinerrorCatalog *catalog,
                                  const char *text,
                                  const char *language,
                                  GError **error);

WinerrorSayings *winerror_sayings_new (GBytes *bytes, WinerrorIndex *index, GError **error);
WinerrorSayings *winerror_sayings_load (const char *language, WinerrorIndex *index);
void winerror_sayings_free (WinerrorSayings *self);
gboolean winerror_sayings_check (WinerrorSayings *self, GError **error);

guint winerror_sayings_get_n_sayings (WinerrorSayings *self);
void winerror_sayings_match (WinerrorSayings *self,
                             GPtrArray *indexes,
                             GPtrArray *words,
                             float *values,
                             guint n_values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorSayings, winerror_sayings_free)

G_END_DECLS
