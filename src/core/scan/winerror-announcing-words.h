// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorRole:
 * @WINERROR_ROLE_ANNOUNCES: a number behind the word is an error code: error, status, Fehlercode
 * @WINERROR_ROLE_ERROR: it announces, and is the word for "error" itself
 * @WINERROR_ROLE_FAILS: tells of a failure
 * @WINERROR_ROLE_NATIVE: the error is one of Windows, whoever reports it
 * @WINERROR_ROLE_WEAK: announces where the line has an announcing word before it
 * @WINERROR_ROLE_FILLS: may stand between an announcing word and its number
 * @WINERROR_ROLE_INTRODUCES: says that what follows is what was spoken of: is, was
 * @WINERROR_ROLE_FOREIGN: before an announcing word, makes the number one of somebody else's
 * @WINERROR_ROLE_DATABASE: the same anywhere before it
 * @WINERROR_ROLE_QUANTITY: a number behind the word is a quantity, a place or a name
 * @WINERROR_ROLE_COUNTED: a number before the word is a count or a measure
 * @WINERROR_ROLE_HEADS: with a number and a full stop, heads a message of Windows Installer
 *
 * What a word says about a number next to it.
 */
typedef enum
{
  WINERROR_ROLE_ANNOUNCES = 1 << 0,
  WINERROR_ROLE_ERROR = 1 << 1,
  WINERROR_ROLE_FAILS = 1 << 2,
  WINERROR_ROLE_NATIVE = 1 << 3,
  WINERROR_ROLE_WEAK = 1 << 4,
  WINERROR_ROLE_FILLS = 1 << 5,
  WINERROR_ROLE_INTRODUCES = 1 << 6,
  WINERROR_ROLE_FOREIGN = 1 << 7,
  WINERROR_ROLE_DATABASE = 1 << 8,
  WINERROR_ROLE_QUANTITY = 1 << 9,
  WINERROR_ROLE_COUNTED = 1 << 10,
  WINERROR_ROLE_HEADS = 1 << 11,
} WinerrorRole;

WinerrorRole winerror_announcing_words_get_roles (const char *word, gsize length);

G_END_DECLS
