// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorRole:
 * @WINERROR_ROLE_ANNOUNCES: a number after the word is an error code: error, status, Fehlercode
 * @WINERROR_ROLE_FAILS: the word reports a failure
 * @WINERROR_ROLE_NATIVE: the error is one of Windows, whoever reports it
 * @WINERROR_ROLE_WEAK: announces where an announcing word stands earlier in the line
 * @WINERROR_ROLE_FILLS: may stand between an announcing word and its number
 * @WINERROR_ROLE_INTRODUCES: says that what follows is what was spoken of: is, was
 * @WINERROR_ROLE_ABBREVIATES: the full stop after the word ends no sentence: no. 1326
 * @WINERROR_ROLE_FOREIGN: before an announcing word, makes the number one of somebody else's
 * @WINERROR_ROLE_DATABASE: the same anywhere before it
 * @WINERROR_ROLE_NOTES: with a colon, before the word for a code, makes the number that of a note
 * @WINERROR_ROLE_SMALL: as @WINERROR_ROLE_DATABASE, for small numbers
 * @WINERROR_ROLE_COUNTS: a number after it and a colon may say how many have failed
 * @WINERROR_ROLE_DATABASE_FIELD: after a number, says that it is an error number of a database
 * @WINERROR_ROLE_QUANTITY: a number after the word is a quantity, a place or a name
 * @WINERROR_ROLE_PROGRAM: the same where the number is in brackets: setup.exe (1392)
 * @WINERROR_ROLE_RETURNS_QUANTITY: a function with such a name returns an amount of something
 * @WINERROR_ROLE_COUNTED: a number before the word is a count or a measure
 * @WINERROR_ROLE_COUNTED_OF: the same where another number follows the word: 1314 of 1500
 * @WINERROR_ROLE_OUTCOME: with a colon, after a number and a comma, says that results are counted
 * @WINERROR_ROLE_METHOD: in capitals, begins a request in a log of a web server
 * @WINERROR_ROLE_HEADS: with a number and a full stop or colon, heads a message of Windows
 * Installer
 * @WINERROR_ROLE_EXITS: a small number after it is a program's own: exit code 3
 * @WINERROR_ROLE_PRODUCT: a number after it is a version or a year: Windows 10, Server 2019
 * @WINERROR_ROLE_INSTALLER: the line is about Windows Installer
 * @WINERROR_ROLE_SYSTEM: the line is about a part of Windows, whatever it says of a setup
 * @WINERROR_ROLE_STOP: the line is about a blue screen
 * @WINERROR_ROLE_DEVICE: the line is about a device and its driver
 * @WINERROR_ROLE_RAS: the line is about VPN or dial-up
 * @WINERROR_ROLE_RDP: the line is about Remote Desktop
 * @WINERROR_ROLE_CLOSES: a code of 1000 to 1015 after it is that of a WebSocket
 *
 * What a word says about a number next to it.
 */
typedef enum
{
  WINERROR_ROLE_ANNOUNCES = 1 << 0,
  WINERROR_ROLE_FAILS = 1 << 1,
  WINERROR_ROLE_NATIVE = 1 << 2,
  WINERROR_ROLE_WEAK = 1 << 3,
  WINERROR_ROLE_FILLS = 1 << 4,
  WINERROR_ROLE_INTRODUCES = 1 << 5,
  WINERROR_ROLE_ABBREVIATES = 1 << 6,
  WINERROR_ROLE_FOREIGN = 1 << 7,
  WINERROR_ROLE_DATABASE = 1 << 8,
  WINERROR_ROLE_DATABASE_FIELD = 1 << 9,
  WINERROR_ROLE_QUANTITY = 1 << 10,
  WINERROR_ROLE_PROGRAM = 1 << 11,
  WINERROR_ROLE_RETURNS_QUANTITY = 1 << 12,
  WINERROR_ROLE_COUNTED = 1 << 13,
  WINERROR_ROLE_COUNTED_OF = 1 << 14,
  WINERROR_ROLE_OUTCOME = 1 << 15,
  WINERROR_ROLE_METHOD = 1 << 16,
  WINERROR_ROLE_HEADS = 1 << 17,
  WINERROR_ROLE_EXITS = 1 << 18,
  WINERROR_ROLE_PRODUCT = 1 << 19,
  WINERROR_ROLE_INSTALLER = 1 << 20,
  WINERROR_ROLE_STOP = 1 << 21,
  WINERROR_ROLE_DEVICE = 1 << 22,
  WINERROR_ROLE_RAS = 1 << 23,
  WINERROR_ROLE_RDP = 1 << 24,
  WINERROR_ROLE_NOTES = 1 << 25,
  WINERROR_ROLE_COUNTS = 1 << 26,
  WINERROR_ROLE_SMALL = 1 << 27,
  WINERROR_ROLE_SYSTEM = 1 << 28,
  WINERROR_ROLE_CLOSES = 1 << 29,
} WinerrorRole;

/**
 * WinerrorAnnouncingWords:
 *
 * The words of many languages that say what a number in a log is. Immutable.
 */
typedef struct _WinerrorAnnouncingWords WinerrorAnnouncingWords;

WinerrorAnnouncingWords *winerror_announcing_words_new (const char *text, GError **error);
const WinerrorAnnouncingWords *winerror_announcing_words_get_built_in (void);
void winerror_announcing_words_free (WinerrorAnnouncingWords *self);

WinerrorRole winerror_announcing_words_get_roles (const WinerrorAnnouncingWords *self,
                                                  const char *word,
                                                  gsize length);
WinerrorRole winerror_announcing_words_get_ending_roles (const WinerrorAnnouncingWords *self,
                                                         const char *word,
                                                         gsize length);

void winerror_announcing_words_foreach (const WinerrorAnnouncingWords *self,
                                        WinerrorRole roles,
                                        GFunc func,
                                        gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorAnnouncingWords, winerror_announcing_words_free)

G_END_DECLS
