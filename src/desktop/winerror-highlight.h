// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

PangoAttrList *winerror_highlight_new (GArray *ranges, gsize offset);
void
winerror_highlight_insert (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end);

void winerror_highlight_insert_matches (PangoAttrList *list, GArray *ranges, gsize offset);
void winerror_highlight_keep_words (PangoAttrList *list, const char *text);
void winerror_highlight_set_words (GtkLabel *label, const char *text);
void winerror_highlight_forbid_hyphens (PangoAttrList *list);
char *winerror_highlight_read_commands (PangoAttrList *list, const char *text);

G_END_DECLS
