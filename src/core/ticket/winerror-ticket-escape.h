// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void winerror_ticket_escape_markdown (GString *out, const char *text);
void winerror_ticket_escape_jira (GString *out, const char *text);
void winerror_ticket_escape_html (GString *out, const char *text);
void winerror_ticket_escape_csv (GString *out, const char *text);
void winerror_ticket_escape_json (GString *out, const char *text);

G_END_DECLS
