// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-code.h"

G_BEGIN_DECLS

/**
 * WinerrorSeverity:
 * @WINERROR_SEVERITY_SUCCESS: success
 * @WINERROR_SEVERITY_INFORMATIONAL: success, and there is something to say; of NTSTATUS alone
 * @WINERROR_SEVERITY_WARNING: a warning; of NTSTATUS alone
 * @WINERROR_SEVERITY_ERROR: an error
 *
 * How bad a status is, as ntstatus.h numbers it.
 */
typedef enum
{
  WINERROR_SEVERITY_SUCCESS,
  WINERROR_SEVERITY_INFORMATIONAL,
  WINERROR_SEVERITY_WARNING,
  WINERROR_SEVERITY_ERROR,
} WinerrorSeverity;

/**
 * WinerrorExplanationParts:
 * @severity: how bad it is
 * @customer: it is a code of somebody else than Microsoft
 * @wraps_ntstatus: the bit N of an HRESULT is set: it is a wrapped NTSTATUS value
 * @facility: number of the facility
 * @facility_name: (nullable): its name in winerror.h, without the prefix
 * @code: number within the facility
 *
 * What an HRESULT or NTSTATUS is made of.
 */
typedef struct
{
  WinerrorSeverity severity;
  gboolean customer;
  gboolean wraps_ntstatus;
  guint32 facility;
  const char *facility_name;
  guint32 code;
} WinerrorExplanationParts;

const char *winerror_severity_get_title (WinerrorSeverity severity);
void winerror_explanation_get_parts (WinerrorFamily family,
                                     guint32 value,
                                     WinerrorExplanationParts *parts);
char *winerror_code_explain (const WinerrorCode *code);
char *winerror_code_dup_uri (const WinerrorCode *code);

G_END_DECLS
