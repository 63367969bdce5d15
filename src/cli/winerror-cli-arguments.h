// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **winerror_cli_prepare_arguments (int argc, char **argv, const GOptionEntry *options, int *n);

G_END_DECLS
