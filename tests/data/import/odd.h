/* SPDX-License-Identifier: MIT */
#pragma once
#define DOOR_BASE 0x2000
#define DOOR(n) (DOOR_BASE + (n))
#define DOOR_PAIR(a, b) ((a) << 16 | (b))
#define LOCK_ARRAY(x) ERROR_##x
#define
#define ERROR_ odd

/* @brief The hinge is rusty. */
#define ERROR_HINGE_RUSTY DOOR (1)
/*! \brief The bell is mute.%0 */
#define ERROR_BELL_MUTE DOOR(2)
//! The frame is bent.
#define ERROR_FRAME_BENT 0x20'03
#define ERROR_SILL_WET 8196i64
#define ERROR_GLASS_CRACKED ~(~0x2005)
#define ERROR_GLASS_GONE (DWORD *) 0x2006
#define ERROR_STEP_WORN (0x2000 | 7)
#define ERROR_STEP_LOOSE (0x8 | 0x2000 & 0xFFFF)
#define ERROR_STEP_GONE (1 << 13 | 9)
#define ERROR_TOO_FAR (1 << 40)
#define ERROR_LATCH_STUCK HRESULT_FROM_WIN32(0)
#define ERROR_LATCH_LOOSE HRESULT_FROM_WIN32(8202)
#define ERROR_LATCH_GONE __HRESULT_FROM_WIN32(70000)
#define DOOR_E_SHUT MAKE_SCODE(1, 4, 0x201)
#define DOOR_E_AJAR MAKE_HRESULT(1, x, 2)
#define ERROR_NOBODY unknown_function(5)
#define ERROR_MANY DOOR_PAIR(1, 2, 3)
#define ERROR_OPEN_CALL DOOR(5
#define ERROR_LONG 99999999999
#define ERROR_REAL 5.5
#define ERROR_TEXT "5"
#define ERROR_CHAR '\''
#define ERROR_SELF ERROR_SELF
#define ERROR_PING ERROR_PONG
#define ERROR_PONG ERROR_PING
#define ERROR_HALF (0x2000 |
#define ERROR_HALF_SUM (0x2000 +
#define ERROR_HALF_SHIFT (1 <<
#define ERROR_EMPTY

enum door_error { ERROR_KNOCKER_MUTE = 0x200B, ERROR_KNOCKER_GONE }; /* both of the knocker */
enum door_error shut (void);
enum
{
  ERROR_MAT_WET = 0x2010, ///< The mat is wet.
  ERROR_MAT_DRY = sizeof (int),
  ERROR_MAT_GONE,
};

static const unsigned long ERROR_KEY_BENT = 0x2014; // The key is bent.
static const unsigned long ERROR_KEY_GONE = ;
const int *p == ERROR_KEY_GONE;
int ERROR_NOT_DECLARED = 0x2016;
/**/
const HRESULT E_DOOR_GONE = (HRESULT) 0x8004_2017; /*
The door
is gone.
*/
/* an end that does not come
