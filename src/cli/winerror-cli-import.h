// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int winerror_cli_import (const char *const *files, const char *folder);

G_END_DECLS
