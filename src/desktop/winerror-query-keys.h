// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-result-list.h"

G_BEGIN_DECLS

void winerror_query_keys_add (GtkSearchEntry *entry, WinerrorResultList *list);

G_END_DECLS
