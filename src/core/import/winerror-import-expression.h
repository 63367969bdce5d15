// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-family.h"

G_BEGIN_DECLS

/**
 * WinerrorImportValue:
 * @value: what an expression comes to
 * @family: the family that its type or macro states, or %WINERROR_N_FAMILIES
 * @wide: a number in it is written with eight hexadecimal digits, or it is a value of a macro
 *
 * The value of an expression.
 */
typedef struct
{
  guint32 value;
  WinerrorFamily family;
  gboolean wide;
} WinerrorImportValue;

WinerrorFamily winerror_import_family_of_type (const char *name);

typedef struct _WinerrorImportMacros WinerrorImportMacros;

WinerrorImportMacros *winerror_import_macros_new (void);
void winerror_import_macros_free (WinerrorImportMacros *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WinerrorImportMacros, winerror_import_macros_free)

void winerror_import_macros_define (WinerrorImportMacros *self,
                                    const char *name,
                                    const WinerrorImportValue *value);
void winerror_import_macros_define_function (WinerrorImportMacros *self,
                                             const char *name,
                                             const char *parameters,
                                             const char *body);
gboolean winerror_import_macros_evaluate (WinerrorImportMacros *self,
                                          const char *expression,
                                          WinerrorImportValue *value);

G_END_DECLS
