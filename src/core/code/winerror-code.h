// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-family.h"
#include "winerror-number.h"

G_BEGIN_DECLS

/**
 * WinerrorCodeForm:
 * @WINERROR_CODE_DECIMAL: as a decimal number: 1326, 1,326
 * @WINERROR_CODE_HEX: as a hexadecimal number: 0x52E, 52E, 52Eh
 * @WINERROR_CODE_DIRECT: as the 32-bit value that it is: 0x80240024, -2145124316
 * @WINERROR_CODE_HRESULT: a Win32 code wrapped as by HRESULT_FROM_WIN32() of winerror.h
 * @WINERROR_CODE_NTSTATUS_WIN32: a Win32 code wrapped as by NTSTATUS_FROM_WIN32() of ntdef.h
 * @WINERROR_CODE_HRESULT_NT: an NTSTATUS value wrapped as by HRESULT_FROM_NT() of winerror.h
 *
 * In which way a number names a code.
 */
typedef enum
{
  WINERROR_CODE_DECIMAL,
  WINERROR_CODE_HEX,
  WINERROR_CODE_DIRECT,
  WINERROR_CODE_HRESULT,
  WINERROR_CODE_NTSTATUS_WIN32,
  WINERROR_CODE_HRESULT_NT,
} WinerrorCodeForm;

/**
 * WinerrorCode:
 * @family: the family of the code that it names
 * @code: the code
 * @form: how it names it
 * @value: the number as a 32-bit value
 * @decimal: it is written in decimal
 *
 * One reading of a number.
 */
typedef struct
{
  WinerrorFamily family;
  guint32 code;
  WinerrorCodeForm form;
  guint32 value;
  gboolean decimal;
} WinerrorCode;

/**
 * WINERROR_CODE_MAX_READINGS:
 *
 * How many readings one number has at the most.
 */
#define WINERROR_CODE_MAX_READINGS 12

guint winerror_code_from_value (guint32 value, WinerrorCode readings[WINERROR_CODE_MAX_READINGS]);
guint winerror_code_from_number (const WinerrorNumber *number,
                                 WinerrorCode readings[WINERROR_CODE_MAX_READINGS]);
guint winerror_code_parse (const char *text,
                           gssize length,
                           WinerrorCode readings[WINERROR_CODE_MAX_READINGS]);

guint32 winerror_code_to_hresult (WinerrorFamily family, guint32 code);

G_END_DECLS
