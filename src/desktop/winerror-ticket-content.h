// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_TICKET_CONTENT (winerror_ticket_content_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorTicketContent,
                      winerror_ticket_content,
                      WINERROR,
                      TICKET_CONTENT,
                      GdkContentProvider)

GdkContentProvider *winerror_ticket_content_new (const char *plain, const char *html);

G_END_DECLS
