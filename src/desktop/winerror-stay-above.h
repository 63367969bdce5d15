// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean winerror_stay_above (GtkWindow *window, gboolean above);

G_END_DECLS
