// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean winerror_import_markup_is_tag (const char *p, const char *end, const char **after);
gboolean winerror_import_markup_is_block_tag (const char *tag, const char *name);
gboolean winerror_import_markup_breaks_block (const char *tag);
gboolean winerror_import_markup_is_strong (const char *markup);
char *winerror_import_markup_to_text (const char *markup, gboolean markdown);
char *winerror_import_normalize (const char *text);

G_END_DECLS
