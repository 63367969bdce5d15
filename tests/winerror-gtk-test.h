// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void winerror_gtk_test_init (int *argc, char ***argv);

G_END_DECLS
