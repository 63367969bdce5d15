// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-catalog.h"
#include "winerror-ticket.h"

G_BEGIN_DECLS

int winerror_cli_scan (WinerrorCatalog *catalog,
                       const char *const *files,
                       gboolean summary,
                       guint64 limit,
                       WinerrorTicketOptions *ticket,
                       const char *encoding);

G_END_DECLS
