// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-search-provider.h"

#include "winerror-own-tables.h"
#include "winerror-search.h"

G_BEGIN_DECLS

/**
 * WinerrorSearchProvider:
 *
 * Answers what is typed into the overview of GNOME Shell or into KRunner of KDE Plasma, and what
 * other programs ask, over D-Bus, with the best of what the window would find. Each of the three
 * asks through an interface of its own, all on one object.
 */
struct _WinerrorSearchProvider
{
  GApplication parent_instance;

  GDBusInterfaceSkeleton *interfaces[3];
  GSettings *settings;
  WinerrorCatalog *catalog; /* NULL where it could not be loaded */
  GError *error;            /* why */
  WinerrorLanguage *language;
  WinerrorSearch *search;
  WinerrorOwnTables *tables; /* NULL like the catalog */
};

/* winerror-search-provider-answers.c */
void winerror_search_provider_stay (WinerrorSearchProvider *self);
gboolean
winerror_search_provider_is_ready (WinerrorSearchProvider *self, GDBusMethodInvocation *invocation);
GStrv winerror_search_provider_dup_terms (const char *const *terms);
GStrv winerror_search_provider_split (const char *query);
GPtrArray *winerror_search_provider_find (WinerrorSearchProvider *self, const char *const *terms);
WinerrorEntry *winerror_search_provider_find_entry (WinerrorSearchProvider *self, const char *id);
char *winerror_search_provider_dup_name (WinerrorEntry *entry);
char *winerror_search_provider_dup_description (WinerrorSearchProvider *self, WinerrorEntry *entry);
gboolean
winerror_search_provider_open_window (const char *query, guint32 timestamp, GError **error);
gboolean winerror_search_provider_open_entry (WinerrorSearchProvider *self,
                                              const char *id,
                                              guint32 timestamp,
                                              GError **error);

/* a file each */
GDBusInterfaceSkeleton *winerror_search_provider_new_shell (WinerrorSearchProvider *self);
GDBusInterfaceSkeleton *winerror_search_provider_new_krunner (WinerrorSearchProvider *self);
GDBusInterfaceSkeleton *winerror_search_provider_new_look_up (WinerrorSearchProvider *self);

G_END_DECLS
