// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-triggers.h"

G_BEGIN_DECLS

/**
 * WinerrorAnnouncement:
 * @WINERROR_ANNOUNCEMENT_NONE: nothing
 * @WINERROR_ANNOUNCEMENT_WORD: a word: numbers after it in its line may be codes
 * @WINERROR_ANNOUNCEMENT_FAILURE: a word for a failure: the same of numbers that are marked as
 * codes
 * @WINERROR_ANNOUNCEMENT_NUMBER: a number right there may be a code
 * @WINERROR_ANNOUNCEMENT_LAST: numbers at the end of the line may be codes
 *
 * What announces a code in a log.
 */
typedef enum
{
  WINERROR_ANNOUNCEMENT_NONE,
  WINERROR_ANNOUNCEMENT_WORD,
  WINERROR_ANNOUNCEMENT_FAILURE,
  WINERROR_ANNOUNCEMENT_NUMBER,
  WINERROR_ANNOUNCEMENT_LAST,
} WinerrorAnnouncement;

/**
 * WinerrorAnnouncements:
 *
 * Finds what announces codes in a log, so that numbers of other lines are not looked at.
 */
typedef struct _WinerrorAnnouncements WinerrorAnnouncements;

WinerrorAnnouncements *
winerror_announcements_new (WinerrorTriggers *triggers, guint kind, guint short_kind);
void winerror_announcements_free (WinerrorAnnouncements *self);

WinerrorAnnouncement winerror_announcements_read (const WinerrorAnnouncements *self,
                                                  const char *begin,
                                                  const char *p,
                                                  const char *end,
                                                  const char **number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorAnnouncements, winerror_announcements_free)

G_END_DECLS
