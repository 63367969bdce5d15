// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *winerror_language_tag_match (const char *tag, const char *const *shipped);

G_END_DECLS
