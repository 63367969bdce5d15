// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_NOTICE (winerror_notice_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorNotice, winerror_notice, WINERROR, NOTICE, GtkWidget)

void winerror_notice_show (WinerrorNotice *self, const char *text, const char *more);
void winerror_notice_show_fault (WinerrorNotice *self, const char *text, const char *more);

void winerror_notice_show_button (WinerrorNotice *self,
                                  const char *text,
                                  const char *label,
                                  const char *action,
                                  GVariant *target);

G_END_DECLS
