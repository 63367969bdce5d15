// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WinerrorCodeForm:
 * @WINERROR_CODE_DECIMAL: a decimal number: 1326, 1,326
 * @WINERROR_CODE_HEX: a hexadecimal number: 0x52E, 52E, 52Eh
 * @WINERROR_CODE_HRESULT: a Win32 code wrapped as by HRESULT_FROM_WIN32() of winerror.h
 * @WINERROR_CODE_NTSTATUS_WIN32: a Win32 code wrapped as by NTSTATUS_FROM_WIN32() of ntdef.h
 * @WINERROR_CODE_NTSTATUS: an NTSTATUS value with a Win32 meaning (RtlNtStatusToDosError())
 * @WINERROR_CODE_OTHER: a 32 bit value that carries no Win32 code
 *
 * In which way a number names a Win32 code.
 */
typedef enum
{
  WINERROR_CODE_DECIMAL,
  WINERROR_CODE_HEX,
  WINERROR_CODE_HRESULT,
  WINERROR_CODE_NTSTATUS_WIN32,
  WINERROR_CODE_NTSTATUS,
  WINERROR_CODE_OTHER,
} WinerrorCodeForm;

/**
 * WinerrorCode:
 * @value: the number as a 32 bit value
 * @win32: the Win32 code that it names; 0 with %WINERROR_CODE_OTHER
 * @form: how it names it
 *
 * One reading of a number.
 */
typedef struct
{
  guint32 value;
  guint32 win32;
  WinerrorCodeForm form;
} WinerrorCode;

/**
 * WINERROR_CODE_MAX_READINGS:
 *
 * How many readings one number has at the most: decimal and hexadecimal.
 */
#define WINERROR_CODE_MAX_READINGS 2

guint winerror_code_parse (const char *text,
                           gssize length,
                           WinerrorCode readings[WINERROR_CODE_MAX_READINGS]);
WinerrorCode winerror_code_from_value (guint32 value);

guint32 winerror_code_to_hresult (guint32 code);
char *winerror_code_format_hex (guint32 code);
char *winerror_code_format_hresult (guint32 code);
char *winerror_code_format_signed (guint32 code);

char *winerror_code_explain (const WinerrorCode *code);
char *winerror_code_explain_status (const WinerrorCode *code);

G_END_DECLS
