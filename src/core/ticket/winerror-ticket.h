// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-options.h"

G_BEGIN_DECLS

char *winerror_ticket_write (WinerrorEntry *const *entries,
                             gsize n_entries,
                             const WinerrorTicketOptions *options);

G_END_DECLS
