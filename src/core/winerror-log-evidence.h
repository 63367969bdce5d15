// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-log-report.h"
#include "winerror-ticket-evidence.h"

G_BEGIN_DECLS

WinerrorTicketEvidence *
winerror_log_evidence_new (WinerrorLogReport *report, guint i, guint max_lines);

G_END_DECLS
