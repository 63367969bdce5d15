// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WINERROR_ENCODING_UTF8:
 *
 * The encoding of logs that have no other.
 */
#define WINERROR_ENCODING_UTF8 "UTF-8"

const char *const *winerror_encoding_list (void);
gboolean winerror_encoding_check (const char *name, GError **error);

const char *winerror_encoding_guess_wide (const char *text, gsize length);
const char *
winerror_encoding_guess_page (const char *text, gsize length, const char *const *languages);

gsize winerror_encoding_convert (GConverter *converter,
                                 const char *text,
                                 gsize length,
                                 gboolean at_end,
                                 gsize unit,
                                 GString *out);

G_END_DECLS
