// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"
#include "winerror-note.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_NOTE_ROW (winerror_note_row_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorNoteRow, winerror_note_row, WINERROR, NOTE_ROW, GtkWidget)

GtkWidget *winerror_note_row_new (gboolean editable);
void winerror_note_row_show (WinerrorNoteRow *self,
                             const WinerrorNote *note,
                             const char *title,
                             WinerrorAnswer *answer);

char *winerror_note_row_dup_link_text (const char *uri);

G_END_DECLS
