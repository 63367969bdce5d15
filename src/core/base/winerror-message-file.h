// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorMessageFile:
 *
 * The messages of a GNU message catalogue (.mo), read without a locale. Immutable.
 */
typedef struct _WinerrorMessageFile WinerrorMessageFile;

WinerrorMessageFile *winerror_message_file_new (const char *name, GBytes *bytes, GError **error);
void winerror_message_file_free (WinerrorMessageFile *self);
const char *winerror_message_file_translate (const WinerrorMessageFile *self, const char *text);
const char *winerror_message_file_translate_plural (const WinerrorMessageFile *self,
                                                    const char *text,
                                                    gulong n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorMessageFile, winerror_message_file_free)

G_END_DECLS
