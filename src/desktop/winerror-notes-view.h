// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"
#include "winerror-own-tables.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_NOTES_VIEW (winerror_notes_view_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorNotesView, winerror_notes_view, WINERROR, NOTES_VIEW, GtkWidget)

void winerror_notes_view_set_tables (WinerrorNotesView *self, WinerrorOwnTables *tables);
void
winerror_notes_view_show (WinerrorNotesView *self, WinerrorEntry *entry, WinerrorAnswer *answer);
void winerror_notes_view_edit (WinerrorNotesView *self);
gboolean winerror_notes_view_is_editing (WinerrorNotesView *self);
gboolean winerror_notes_view_is_changed (WinerrorNotesView *self);
void winerror_notes_view_save (WinerrorNotesView *self);

G_END_DECLS
