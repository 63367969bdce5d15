// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean winerror_direction_is_mixed (const char *text);
void winerror_direction_begin_from_right (GString *shown);
void winerror_direction_begin (GString *shown, const char *text);
gsize winerror_direction_append_part (GString *shown, const char *part, gssize length);
void winerror_direction_append_words (GString *shown, const char *text, gssize length);
void winerror_direction_append_name (GString *shown, const char *name, const char *text);
char *winerror_direction_isolate_words (const char *text);
char *winerror_direction_remove_marks (const char *text);

G_END_DECLS
