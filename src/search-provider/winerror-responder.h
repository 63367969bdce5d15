// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-language.h"
#include "winerror-own-tables.h"
#include "winerror-search.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_RESPONDER (winerror_responder_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorResponder, winerror_responder, WINERROR, RESPONDER, GObject)

WinerrorResponder *winerror_responder_new (void);
void winerror_responder_set_up (WinerrorResponder *self,
                                GSettings *settings,
                                WinerrorLanguage *language,
                                WinerrorCatalog *catalog,
                                const GError *error);
void winerror_responder_follow_tables (WinerrorResponder *self, WinerrorOwnTables *tables);

GSettings *winerror_responder_get_settings (WinerrorResponder *self);
WinerrorSearch *winerror_responder_get_search (WinerrorResponder *self);
WinerrorLanguage *winerror_responder_dup_language (WinerrorResponder *self);

void winerror_responder_stay (WinerrorResponder *self);
gboolean winerror_responder_is_ready (WinerrorResponder *self, GDBusMethodInvocation *invocation);

GStrv winerror_responder_dup_terms (const char *const *terms);
GStrv winerror_responder_split (const char *query);
GPtrArray *winerror_responder_find (WinerrorResponder *self, const char *const *terms);
WinerrorEntry *winerror_responder_find_entry (WinerrorResponder *self, const char *id);
char *winerror_responder_dup_name (WinerrorEntry *entry);
char *winerror_responder_dup_description (WinerrorResponder *self, WinerrorEntry *entry);
gboolean winerror_responder_open_window (const char *query, guint32 timestamp, GError **error);
gboolean winerror_responder_open_entry (WinerrorResponder *self,
                                        const char *id,
                                        guint32 timestamp,
                                        GError **error);

G_END_DECLS
