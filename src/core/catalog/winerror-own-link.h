// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *winerror_own_link_read (const char *text, const char *file, const char *const *folders);

G_END_DECLS
