// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean winerror_plural_evaluate (const char *expression, gulong n, gulong *form);

G_END_DECLS
