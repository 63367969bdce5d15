/* SPDX-License-Identifier: CC0-1.0 */
#ifndef _ACME_WINDOWS_H
#define _ACME_WINDOWS_H

// FACILITY_ACME is what its codes are of
#define FACILITY_ACME                    0x7E
#define ACMEBASEERR                      20000
#define ACME_ERR(n)                      MAKE_HRESULT(SEVERITY_ERROR, FACILITY_ACME, (n))

//
// MessageId: ERROR_ACME_FIRST_TRY
//
// MessageText:
//
// The first try went wrong: %1.
//
// Another may not.
//
#define ERROR_ACME_FIRST_TRY             20001L    // dderror

/* MessageId  : 0x80660002 */
/* Approximate msg: The parcel is too heavy */
#define ACME_E_HEAVY                     ((HRESULT)0x80660002L)
#define ACME_E_LIGHT                     _HRESULT_TYPEDEF_(0x80660003L)
#define ACME_E_ROUND                     ACME_ERR(4)        /* The parcel rolls away. */
#define ACME_S_SQUARE                    MAKE_HRESULT (0, 0x66, 5)
#define ACME_E_ALIAS                     ACME_E_ROUND
#define ERROR_ACME_SUM                   (ACMEBASEERR + 54)
#define ERROR_ACME_PLAIN                 __MSABI_LONG(20003)
#define STATUS_ACME_STUCK                ((NTSTATUS)0xC0660001L) /**< The parcel is
                                                                      stuck. */
#define E_ACMEDENIED                     _HRESULT_TYPEDEF_(0x80070005L)
#define ERROR_ACME_LONG_\
LINE                                     20004
#define ERROR_ACME_TEXT                  "no number"
#define ERROR_ACME_LOST                  (LOSTBASE + 1)
#define ACME_BUFFER_SIZE                 4096
#define ACME_FLAG_FAST                   0x00000001
#endif
