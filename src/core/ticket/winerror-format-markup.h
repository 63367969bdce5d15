// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-ticket-fields.h"

G_BEGIN_DECLS

void
winerror_format_markup_append_markdown_head (GString *out, const WinerrorTicketOptions *options);
void winerror_format_markup_append_markdown (GString *out, const WinerrorTicketFields *fields);
void winerror_format_markup_append_markdown_row (GString *out, const WinerrorTicketFields *fields);

void winerror_format_markup_append_html_head (GString *out, const WinerrorTicketOptions *options);
void winerror_format_markup_append_html (GString *out, const WinerrorTicketFields *fields);
void winerror_format_markup_append_html_row (GString *out, const WinerrorTicketFields *fields);

void winerror_format_markup_append_jira_head (GString *out, const WinerrorTicketOptions *options);
void winerror_format_markup_append_jira (GString *out, const WinerrorTicketFields *fields);
void winerror_format_markup_append_jira_row (GString *out, const WinerrorTicketFields *fields);

G_END_DECLS
