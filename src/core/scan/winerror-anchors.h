// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WINERROR_ANCHOR_LENGTH:
 *
 * Of how many bytes an anchor is.
 */
#define WINERROR_ANCHOR_LENGTH 4

/**
 * WinerrorAnchors:
 *
 * Chooses by which four bytes, without a blank among them, texts are looked for in a log, so that
 * few places are looked at in vain: see WinerrorTriggers.
 */
typedef struct _WinerrorAnchors WinerrorAnchors;

WinerrorAnchors *winerror_anchors_new (void);
void winerror_anchors_free (WinerrorAnchors *self);

void winerror_anchors_count (WinerrorAnchors *self, const char *text);
gboolean winerror_anchors_choose (WinerrorAnchors *self, const char *text, gsize *offset);

guint32 winerror_anchors_get_key (const char *p);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorAnchors, winerror_anchors_free)

G_END_DECLS
