// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WINERROR_SETTINGS_MAX_RECENT 8

GSettings *winerror_settings_new (void);

GArray *winerror_settings_get_codes (GSettings *settings, const char *key);
void winerror_settings_add_recent (GSettings *settings, guint32 code);
gboolean winerror_settings_is_pinned (GSettings *settings, guint32 code);
void winerror_settings_set_pinned (GSettings *settings, guint32 code, gboolean pinned);

WinerrorLanguage *winerror_settings_get_language (GSettings *settings, WinerrorLanguage *user);
void winerror_settings_get_ticket_options (GSettings *settings,
                                           WinerrorLanguage *language,
                                           WinerrorTicketOptions *options);

G_END_DECLS
