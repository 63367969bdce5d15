// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-fields.h"

G_BEGIN_DECLS

void winerror_format_evidence_append_plain (GString *out, const WinerrorTicketFields *fields);
void winerror_format_evidence_append_markdown (GString *out, const WinerrorTicketFields *fields);
void winerror_format_evidence_append_html (GString *out, const WinerrorTicketFields *fields);
void winerror_format_evidence_append_jira (GString *out, const WinerrorTicketFields *fields);

char *winerror_format_evidence_dup_count (const WinerrorTicketFields *fields);
char *winerror_format_evidence_dup_first (const WinerrorTicketFields *fields);
char *winerror_format_evidence_dup_last (const WinerrorTicketFields *fields);
char *winerror_format_evidence_dup_json (const WinerrorTicketFields *fields);
char *winerror_format_evidence_dup_text (const WinerrorTicketFields *fields);

G_END_DECLS
