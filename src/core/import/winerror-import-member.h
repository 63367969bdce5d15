// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorImportMember:
 * @name: (nullable): its name; %NULL where there is none
 * @at: where it begins
 * @value: (nullable): the expression of its value; %NULL where it follows that of the one before
 * @text: (nullable): what it says of itself in quotes
 * @is_other: it is made of something that is no number
 * @is_last: the enumeration ends with it
 *
 * A member of an enumeration.
 */
typedef struct
{
  char *name;
  const char *at;
  char *value;
  char *text;
  gboolean is_other;
  gboolean is_last;
} WinerrorImportMember;

gboolean winerror_import_member_read (WinerrorImportMember *self, const char **from);
void winerror_import_member_clear (WinerrorImportMember *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WinerrorImportMember, winerror_import_member_clear)

G_END_DECLS
