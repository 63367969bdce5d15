// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorImportRole:
 * @WINERROR_IMPORT_ROLE_UNKNOWN: its name says nothing
 * @WINERROR_IMPORT_ROLE_CODE: codes
 * @WINERROR_IMPORT_ROLE_VALUE: numbers that may be codes, in the second place
 * @WINERROR_IMPORT_ROLE_SYMBOL: symbols
 * @WINERROR_IMPORT_ROLE_TEXT: descriptions
 * @WINERROR_IMPORT_ROLE_MORE: what belongs to a description: cause, solution
 * @WINERROR_IMPORT_ROLE_NOTE: notes of a help desk
 * @WINERROR_IMPORT_ROLE_LINK: addresses
 * @WINERROR_IMPORT_ROLE_FAMILY: names of families
 * @WINERROR_IMPORT_ROLE_OTHER: something else, whatever it looks like
 *
 * What a column of a table holds.
 */
typedef enum
{
  WINERROR_IMPORT_ROLE_UNKNOWN,
  WINERROR_IMPORT_ROLE_CODE,
  WINERROR_IMPORT_ROLE_VALUE,
  WINERROR_IMPORT_ROLE_SYMBOL,
  WINERROR_IMPORT_ROLE_TEXT,
  WINERROR_IMPORT_ROLE_MORE,
  WINERROR_IMPORT_ROLE_NOTE,
  WINERROR_IMPORT_ROLE_LINK,
  WINERROR_IMPORT_ROLE_FAMILY,
  WINERROR_IMPORT_ROLE_OTHER,
} WinerrorImportRole;

WinerrorImportRole winerror_import_role_from_name (const char *name);

G_END_DECLS
