// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-message-file.h"

G_BEGIN_DECLS

/* Takes the place of glib/gi18n.h: the same words, of the language that the program has chosen for
 * itself. The C library would translate in an installed locale only. */

void winerror_gettext_init (const WinerrorMessageFile *messages);

const char *winerror_gettext (const char *text) G_GNUC_FORMAT (1);
const char *winerror_pgettext (const char *context, const char *text) G_GNUC_FORMAT (2);
const char *
winerror_ngettext (const char *one, const char *many, gulong n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

#define _(text)                winerror_gettext (text)
#define N_(text)               text
#define C_(context, text)      winerror_pgettext (context, text)
#define NC_(context, text)     text
#define ngettext(one, many, n) winerror_ngettext (one, many, n)

G_END_DECLS
