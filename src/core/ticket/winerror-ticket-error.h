// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WINERROR_TICKET_ERROR (winerror_ticket_error_quark ())

/**
 * WinerrorTicketError:
 * @WINERROR_TICKET_ERROR_TEMPLATE: a template has an unknown placeholder, or one without its end
 * @WINERROR_TICKET_ERROR_FORMAT: there is no format of that name
 *
 * What can be wrong with what a ticket text is asked for.
 */
typedef enum
{
  WINERROR_TICKET_ERROR_TEMPLATE,
  WINERROR_TICKET_ERROR_FORMAT,
} WinerrorTicketError;

GQuark winerror_ticket_error_quark (void);

G_END_DECLS
