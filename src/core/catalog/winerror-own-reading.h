// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* How a folder of tables is read. */

#pragma once

#include "winerror-own-files.h"
#include "winerror-own-folder.h"

G_BEGIN_DECLS

/**
 * WinerrorOwnReading:
 *
 * The reading of a folder, in a thread of its own: a share may keep whoever asks it waiting for
 * ever.
 */
typedef struct _WinerrorOwnReading WinerrorOwnReading;

gboolean winerror_own_reading_is_wanted (const char *name);
GPtrArray *winerror_own_reading_new_list (void);

WinerrorOwnReading *winerror_own_reading_start (GPtrArray *folders,
                                                guint folder,
                                                const char *const *disabled,
                                                WinerrorCatalog *built_in,
                                                WinerrorOwnFiles *before,
                                                gboolean watch,
                                                GCancellable *cancellable);
WinerrorOwnReading *winerror_own_reading_ref (WinerrorOwnReading *self);
void winerror_own_reading_unref (WinerrorOwnReading *self);
gboolean winerror_own_reading_is_of (WinerrorOwnReading *self, const char *path);
gboolean winerror_own_reading_is_done (WinerrorOwnReading *self);
gboolean winerror_own_reading_finish (WinerrorOwnReading *self,
                                      const char *const *disabled,
                                      WinerrorOwnFiles *before,
                                      GPtrArray *files,
                                      GPtrArray *errors,
                                      GPtrArray *monitors,
                                      GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorOwnReading, winerror_own_reading_unref)

G_END_DECLS
