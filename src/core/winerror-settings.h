// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many entries are kept. */
#define WINERROR_SETTINGS_MAX_PINNED 1000
#define WINERROR_SETTINGS_MAX_RECENT 8

GSettings *winerror_settings_new (GError **error);
gboolean winerror_settings_may_name_tables (void);

GStrv winerror_settings_dup_pinned (GSettings *settings);
GStrv winerror_settings_dup_own_pinned (GSettings *settings);
GStrv winerror_settings_dup_recent (GSettings *settings);
void winerror_settings_add_recent (GSettings *settings, WinerrorEntry *entry);
gboolean winerror_settings_is_pinned (GSettings *settings, WinerrorEntry *entry);
gboolean winerror_settings_may_pin (GSettings *settings, WinerrorEntry *entry);
void winerror_settings_set_pinned (GSettings *settings, WinerrorEntry *entry, gboolean pinned);
void winerror_settings_clear_recent (GSettings *settings);
void winerror_settings_clear_pinned (GSettings *settings);

WinerrorLanguage *winerror_settings_get_language (GSettings *settings, WinerrorLanguage *user);
void winerror_settings_get_ticket_options (GSettings *settings,
                                           WinerrorLanguage *language,
                                           WinerrorTicketOptions *options);

G_END_DECLS
