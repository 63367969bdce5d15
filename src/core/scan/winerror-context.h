// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-context-word.h"
#include "winerror-family.h"

G_BEGIN_DECLS

/**
 * WinerrorContext:
 * @WINERROR_CONTEXT_NONE: nothing says that a number is an error code
 * @WINERROR_CONTEXT_LIKELY: something does, if it is one that exists
 * @WINERROR_CONTEXT_FIELD: so does the form of the whole line, if it is one that exists: a log of
 * IIS
 * @WINERROR_CONTEXT_CODE: a word before the number does
 * @WINERROR_CONTEXT_INSTALLER_MESSAGE: "Error 1316." is how Windows Installer begins its messages
 *
 * What the text around a number says about it.
 */
typedef enum
{
  WINERROR_CONTEXT_NONE,
  WINERROR_CONTEXT_LIKELY,
  WINERROR_CONTEXT_FIELD,
  WINERROR_CONTEXT_CODE,
  WINERROR_CONTEXT_INSTALLER_MESSAGE,
} WinerrorContext;

gboolean
winerror_context_is_part (const char *begin, const char *from, const char *to, const char *end);
gboolean winerror_context_is_counted (const char *to, const char *end);
gboolean winerror_context_is_ldap_data (const char *begin,
                                        const char *from,
                                        const char *to,
                                        const char *end);
gboolean winerror_context_is_quantity (const char *begin, const char *from);
gboolean winerror_context_reports_failure (const char *begin, const char *p);
gboolean winerror_context_is_exit_code (const char *begin, const char *from);
gboolean winerror_context_is_glued (const char *begin, const char *from);
gboolean winerror_context_is_device_code (const char *begin,
                                          const char *from,
                                          const char *to,
                                          const char *end);
gboolean winerror_context_is_function (const char *from, const char *to);
guint winerror_context_get_families (const char *begin, const char *end);
WinerrorContext
winerror_context_judge (const char *begin, const char *from, const char *to, const char *end);

G_END_DECLS
