// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-logs.h"

G_BEGIN_DECLS

#define WINERROR_TYPE_OPEN_LOG (winerror_open_log_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorOpenLog, winerror_open_log, WINERROR, OPEN_LOG, GObject)

void winerror_open_log_set_catalog (WinerrorOpenLog *self, WinerrorCatalog *catalog);
WinerrorOpenLog *winerror_open_log_new (WinerrorCatalog *catalog);

void winerror_open_log_read (WinerrorOpenLog *self, GFile *const *files, guint n_files);
void winerror_open_log_read_text (WinerrorOpenLog *self, GBytes *text);
void winerror_open_log_reload (WinerrorOpenLog *self);
void winerror_open_log_set_encoding (WinerrorOpenLog *self, const char *encoding);
void winerror_open_log_cancel (WinerrorOpenLog *self);
void winerror_open_log_close (WinerrorOpenLog *self);

const char *winerror_open_log_get_reading_name (WinerrorOpenLog *self);
double winerror_open_log_get_fraction (WinerrorOpenLog *self);
WinerrorLogReport *winerror_open_log_get_report (WinerrorOpenLog *self);
const char *winerror_open_log_get_name (WinerrorOpenLog *self);
const WinerrorLogs *winerror_open_log_get_logs (WinerrorOpenLog *self);

G_END_DECLS
