// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-ticket-evidence.h"

/**
 * winerror_ticket_evidence_free:
 * @self: (transfer full): what logs say of an entry
 */
void
winerror_ticket_evidence_free (WinerrorTicketEvidence *self)
{
  g_free (self->first);
  g_free (self->last);
  g_strfreev (self->lines);
  g_free (self);
}
