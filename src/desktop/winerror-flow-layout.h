// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_FLOW_LAYOUT (winerror_flow_layout_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorFlowLayout,
                      winerror_flow_layout,
                      WINERROR,
                      FLOW_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
