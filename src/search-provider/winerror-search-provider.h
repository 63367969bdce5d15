// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_SEARCH_PROVIDER (winerror_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (WinerrorSearchProvider,
                      winerror_search_provider,
                      WINERROR,
                      SEARCH_PROVIDER,
                      GApplication)

WinerrorSearchProvider *winerror_search_provider_new (void);

G_END_DECLS
