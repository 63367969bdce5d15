// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorTicketEvidence:
 * @count: how often the logs have the code
 * @first: its first place: setup.log:896
 * @last: its last place
 * @lines: (array zero-terminated=1): the lines of the first places, each after its place:
 * setup.log:896: …
 *
 * Where the code of an entry stands in logs. All is clean text: see winerror_text_clean().
 */
typedef struct
{
  guint64 count;
  char *first;
  char *last;
  GStrv lines;
} WinerrorTicketEvidence;

void winerror_ticket_evidence_free (WinerrorTicketEvidence *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorTicketEvidence, winerror_ticket_evidence_free)

G_END_DECLS
