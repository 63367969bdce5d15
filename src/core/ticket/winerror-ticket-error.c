// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-error.h"

G_DEFINE_QUARK (winerror_ticket_error_quark, winerror_ticket_error)
