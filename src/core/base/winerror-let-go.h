// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void winerror_let_go (gpointer data, GDestroyNotify destroy);

G_END_DECLS
