// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-entry.h"

G_BEGIN_DECLS

/**
 * WinerrorLanguage:
 *
 * A language in which descriptions can be had. Immutable, counted references.
 */
typedef struct _WinerrorLanguage WinerrorLanguage;

void winerror_language_init (const char *locale_dir);

WinerrorLanguage *winerror_language_new_user (void);
WinerrorLanguage *winerror_language_new_source (void);
WinerrorLanguage *winerror_language_new_shipped (const char *id, GError **error);
WinerrorLanguage *winerror_language_new_from_bytes (const char *id, GBytes *bytes, GError **error);
WinerrorLanguage *winerror_language_ref (WinerrorLanguage *self);
void winerror_language_unref (WinerrorLanguage *self);

const char *winerror_language_get_id (WinerrorLanguage *self);
const char *winerror_language_get_name (WinerrorLanguage *self);
gboolean winerror_language_is_right_to_left (WinerrorLanguage *self);
const char *winerror_language_translate (WinerrorLanguage *self, const char *text);
const char *winerror_language_describe (WinerrorLanguage *self, WinerrorEntry *entry);

const char *const *winerror_language_list_shipped (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorLanguage, winerror_language_unref)

G_END_DECLS
