// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-index.h"

G_BEGIN_DECLS

GPtrArray *winerror_terms_list_small (GPtrArray *indexes);
guint *winerror_terms_order (GPtrArray *indexes, GPtrArray *texts);

G_END_DECLS
