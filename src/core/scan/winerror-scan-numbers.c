// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-context-installer.h"
#include "winerror-context-log.h"
#include "winerror-context-stop.h"
#include "winerror-context-told.h"
#include "winerror-context-weight.h"
#include "winerror-context.h"
#include "winerror-scan-pass.h"

#include <string.h>

/* In the layout of an HRESULT, bit 27 is reserved, and bit 28 says that an NTSTATUS value is
 * wrapped, which a table would hold; only errors of ESE databases, 0xC8000426, and of sound and
 * graphics, 0x88890008, have the first one. */
#define RESERVED_BITS 0x18000000u
#define ESE_BITS      0xC8000000u
#define MEDIA_BITS    0x88000000u
#define UPPER_BYTE    0xFF000000u

/* The errors of Windows Sockets that no other system numbers so. */
#define FIRST_SOCKET_ERROR 10035
#define LAST_SOCKET_ERROR  10112

/* Length of a code of 32 bits in hexadecimal: 0x80070005. */
#define FULL_HEX 10

/* What is the least of 32 bits, and the next ones: limits that programs name. */
#define MAX_LIMIT 0x80000002u

/* Finds the first reading that a table holds; those of the small families count where the words of
 * the line are about them. */
static gboolean
find_listed (WinerrorScanPass *self,
             const WinerrorCode *readings,
             guint n,
             guint families,
             WinerrorMatch *match)
{
  for (guint i = 0; i < 2 * n; i++)
    {
      const WinerrorCode *reading = &readings[i % n];
      gboolean small = winerror_family_is_small (reading->family);

      /* first those that the words name */
      if (i < n ? (families & 1u << reading->family) == 0 : small)
        continue;
      if (!winerror_catalog_lookup_code (self->catalog, reading->family, reading->code,
                                         &match->position))
        continue;
      match->code = *reading;
      return TRUE;
    }
  match->position = WINERROR_MATCH_UNLISTED;
  match->code = readings[0];
  return FALSE;
}

/* Values that are flags more often than codes: of low severity without a facility, or round. */
static gboolean
is_weak (guint32 value)
{
  return ((value & 0x3FFFFF00u) == 0 && value >> 30 != 3) || (value & G_MAXUINT16) == 0;
}

/* Whether a value that no table holds is made like an error code: with the bit for it, and without
 * those of the layouts that are never set. So are few addresses, negative numbers and numbers of
 * other systems. */
static gboolean
is_well_formed (guint32 value)
{
  return value >> 31 != 0 && (value & G_MAXUINT16) != 0 &&
         ((value & RESERVED_BITS) == 0 || (value & 0xFFFF0000u) == ESE_BITS ||
          (value & UPPER_BYTE) == MEDIA_BITS);
}

/* Whether a value is an HRESULT that wraps a system error. */
static gboolean
is_of_win32 (guint32 value)
{
  return (value & 0xFFFF0000u) == 0x80070000u;
}

/* The entry of a match, for what is asked about it; all empty for a code that no table holds. */
static WinerrorEntryInfo
get_info (const WinerrorScanPass *self, const WinerrorMatch *match)
{
  WinerrorEntryInfo info = { 0 };

  if (match->position != WINERROR_MATCH_UNLISTED)
    winerror_catalog_get_info (self->catalog, match->position, &info);
  return info;
}

/* "error:80000002:system library::No such file or directory": as OpenSSL writes its errors */
static gboolean
is_of_openssl (const char *begin, const WinerrorNumber *number, const char *end)
{
  static const char before[] = "error:";

  return !number->hex && !number->negative && number->to - number->from == FULL_HEX - 2 &&
         (gsize) (number->from - begin) >= strlen (before) &&
         memcmp (number->from - strlen (before), before, strlen (before)) == 0 &&
         end - number->to > 1 && *number->to == ':' && g_ascii_isalnum (number->to[1]);
}

/* "Apps(0x81036502)": whether a word with a number in brackets is all that a line says */
static gboolean
is_of_word (const char *begin, const WinerrorNumber *number, const char *end)
{
  const char *p = number->from - 1;

  if (number->from == begin || *p != '(' || end - number->to != 1 || *number->to != ')')
    return FALSE;
  while (p > begin && g_ascii_isalpha (p[-1]))
    p--;
  return p == begin && p < number->from - 1;
}

/* What fills 32 bits speaks for itself where a table holds it; else where the text says so, or it
 * is all that brackets hold. */
static gboolean
take_wide (WinerrorScanPass *self,
           const WinerrorNumber *number,
           const char *begin,
           const char *end,
           WinerrorMatch *match)
{
  static const WinerrorEntryInfo nothing;
  gboolean bare = !number->hex && !number->negative;
  gboolean listed = match->position != WINERROR_MATCH_UNLISTED;
  guint32 value = match->code.value;

  if (bare && (winerror_context_is_part (begin, number->from, number->to, end) ||
               winerror_context_is_counted (number->to, end) ||
               (end - number->to > 1 && *number->to == '-' && g_ascii_isalnum (number->to[1]))))
    return FALSE;
  match->announced = winerror_context_judge (begin, number->from, number->to, end) !=
                     WINERROR_CONTEXT_NONE;
  if (self->all)
    return match->announced || listed || !bare;

  if (winerror_context_is_stop_parameter (begin, number->from) ||
      is_of_openssl (begin, number, end) ||
      (number->negative && !match->announced && value <= MAX_LIMIT))
    return FALSE;
  if (match->announced)
    {
      return listed ||
             (is_well_formed (value) && !winerror_context_is_own (begin, number, end, &nothing) &&
              !(end - number->to > 2 && memcmp (number->to, " (", 2) == 0 &&
                winerror_context_is_named_otherwise (number->to, end, &nothing)));
    }
  if (value >> 31 == 0 || (bare && winerror_context_is_in_dump (begin, number, end)))
    return FALSE;
  /* what no quantity happens to be */
  if ((listed && is_of_win32 (value)) || (number->negative && is_well_formed (value)))
    return (listed && !winerror_context_is_quantity (begin, number->from)) ||
           winerror_context_reports_failure (begin, number->from);
  if (winerror_context_is_quantity (begin, number->from))
    return FALSE;
  if (listed)
    return !is_weak (value);
  return number->hex && is_well_formed (value) && number->from > begin && number->to < end &&
         ((number->from[-1] == '[' && *number->to == ']') || is_of_word (begin, number, end));
}

/* Other numbers are codes where the text around them says so. */
static gboolean
take_plain (WinerrorScanPass *self,
            const WinerrorNumber *number,
            const char *begin,
            const char *end,
            WinerrorMatch *match)
{
  gboolean listed = match->position != WINERROR_MATCH_UNLISTED;
  gboolean glued = winerror_context_is_glued (begin, number->from);
  WinerrorContext context;

  if (number->magnitude == 0 || (number->letters && (!listed || number->n_digits < 3)))
    return FALSE;
  if (winerror_context_is_part (glued ? number->from : begin, number->from, number->to, end))
    return FALSE;
  context = winerror_context_judge (begin, number->from, number->to, end);
  if (glued && context == WINERROR_CONTEXT_NONE)
    context = WINERROR_CONTEXT_LIKELY;
  match->announced = TRUE;
  return context >= WINERROR_CONTEXT_CODE || (context != WINERROR_CONTEXT_NONE && listed);
}

/* How many words of the sentence after a number an entry that has it for its code has too. */
static guint
count_told (const WinerrorScanPass *self,
            WinerrorFamily family,
            const WinerrorNumber *number,
            const char *end)
{
  WinerrorEntryInfo info;
  guint position;

  if (!winerror_catalog_lookup_code (self->catalog, family, (guint32) number->magnitude, &position))
    return 0;
  winerror_catalog_get_info (self->catalog, position, &info);
  return winerror_context_count_told (number->to, end, &info);
}

/* Takes a number in decimal for the code of an entry. */
static gboolean
take_decimal (WinerrorScanPass *self,
              WinerrorFamily family,
              const WinerrorNumber *number,
              WinerrorMatch *match)
{
  guint32 code = (guint32) number->magnitude;

  match->code = (WinerrorCode){
    .family = family,
    .code = code,
    .form = WINERROR_CODE_DECIMAL,
    .value = code,
    .decimal = TRUE,
  };
  return winerror_catalog_lookup_code (self->catalog, family, code, &match->position);
}

/* Takes a message of Windows Installer; where others write so too, the words of the sentence
 * decide. */
static gboolean
take_message (WinerrorScanPass *self,
              const WinerrorNumber *number,
              const char *begin,
              const char *end,
              WinerrorMessageForm form,
              WinerrorMatch *match)
{
  guint32 code = (guint32) number->magnitude;
  guint position;

  if (!winerror_catalog_lookup_code (self->catalog, WINERROR_FAMILY_INSTALLER, code, &position))
    return FALSE;
  if (form != WINERROR_MESSAGE_SURE)
    {
      guint n_message = count_told (self, WINERROR_FAMILY_INSTALLER, number, end);
      guint n_system = count_told (self, WINERROR_FAMILY_WIN32, number, end);

      if (n_message < n_system || (n_message == n_system && form == WINERROR_MESSAGE_POSSIBLE))
        return FALSE;
    }
  return take_decimal (self, WINERROR_FAMILY_INSTALLER, number, match);
}

/* "Error 1001. Exception occurred": custom actions begin their messages as Windows Installer does
 * its own, with numbers of their own; "Error 5. Access is denied." is one of the system. */
static gboolean
is_message_of_others (const WinerrorScanPass *self, const WinerrorNumber *number, const char *end)
{
  return number->to - number->from >= 4 && end - number->to > 2 &&
         count_told (self, WINERROR_FAMILY_WIN32, number, end) == 0;
}

/* Other numbers of a log are codes where the text says so, and a table holds them or they are said
 * to be errors of Windows. */
static gboolean
take_plain_of_log (WinerrorScanPass *self,
                   const WinerrorNumber *number,
                   const char *begin,
                   const char *end,
                   const WinerrorCode *readings,
                   guint n,
                   WinerrorMatch *match)
{
  WinerrorMessageForm form = winerror_context_get_message (begin, number, end);
  WinerrorContext context;
  WinerrorEntryInfo info;
  gboolean stop;

  match->announced = TRUE;
  if (winerror_context_is_note (begin, number, end))
    return FALSE;
  if (winerror_context_is_twice (begin, number, end))
    return find_listed (self, readings, n, 0, match);
  if (winerror_context_is_event_stop_code (begin, number))
    return take_decimal (self, WINERROR_FAMILY_STOP, number, match);
  if (form != WINERROR_MESSAGE_NONE && take_message (self, number, begin, end, form, match))
    return TRUE;
  context = winerror_context_judge (begin, number->from, number->to, end);
  if (context == WINERROR_CONTEXT_NONE && winerror_context_is_installer_result (begin, number, end))
    return find_listed (self, readings, n, 0, match);
  if (context == WINERROR_CONTEXT_INSTALLER_MESSAGE && is_message_of_others (self, number, end))
    return FALSE;
  if (context == WINERROR_CONTEXT_NONE &&
      winerror_context_is_socket_error (begin, number->from, number->to, end))
    return find_listed (self, readings, n, 0, match);
  stop = context == WINERROR_CONTEXT_NONE && winerror_context_is_stop_code (begin, number->from);
  if (context == WINERROR_CONTEXT_NONE && !stop)
    return FALSE;

  if (!find_listed (self, readings, n, winerror_context_get_log_families (begin, number->from, end),
                    match))
    return winerror_context_is_of_windows (begin, number->from) &&
           !winerror_context_is_own (begin, number, end, &(WinerrorEntryInfo){ 0 });
  if (stop && match->code.family != WINERROR_FAMILY_STOP)
    return FALSE;
  info = get_info (self, match);
  return winerror_family_is_small (match->code.family) ||
         (!winerror_context_is_own (begin, number, end, &info) &&
          (context == WINERROR_CONTEXT_FIELD ||
           winerror_context_has_weight (begin, number, end, &info,
                                        winerror_scan_pass_has_match_since (self, begin))));
}

/* The Win32 code that an entry is or becomes. */
static guint32
get_win32 (const WinerrorScanPass *self, const WinerrorMatch *match)
{
  WinerrorEntryInfo info;

  if (match->code.family == WINERROR_FAMILY_WIN32)
    return match->code.code;
  if (match->position == WINERROR_MATCH_UNLISTED)
    return 0;
  winerror_catalog_get_info (self->catalog, match->position, &info);
  return info.win32;
}

/* "error -10053": programs whose own errors are below 0, as those of FFmpeg, write those of Windows
 * Sockets so too. */
static gboolean
is_negated_socket_error (const WinerrorNumber *number)
{
  return number->negative && !number->hex && number->magnitude >= FIRST_SOCKET_ERROR &&
         number->magnitude <= LAST_SOCKET_ERROR;
}

/* Whether a number of a log is no code whatever the words around it say. */
static gboolean
is_no_code (const WinerrorScanPass *self, const WinerrorNumber *number, guint32 value)
{
  if (value > G_MAXUINT16)
    return !is_well_formed (value) && !winerror_known_codes_may_have_wide (self->known, value);
  if (number->magnitude == 0 || number->negative || (number->letters && number->n_digits < 3))
    return TRUE;
  /* "Error 1935.An error occurred" */
  return winerror_context_is_part (self->text, number->from, number->to, self->end) &&
         !winerror_context_is_twice (self->text, number, self->end) &&
         winerror_context_get_message (winerror_scan_pass_line_begin (self, number->from), number,
                                       self->end) == WINERROR_MESSAGE_NONE;
}

/* 0x80070005: what no word ends with */
static gboolean
is_full_hex (const char *from, const char *to)
{
  return to - from == FULL_HEX && from[0] == '0' && from[1] == 'x';
}

static void
take (WinerrorScanPass *self, WinerrorNumber *number)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n;
  WinerrorMatch match = { 0 };
  const char *begin;
  const char *end;
  gboolean taken;

  if (!self->all && is_negated_socket_error (number))
    number->negative = FALSE;
  n = winerror_code_from_number (number, readings);
  /* in a log, what reads as decimal is */
  if (!self->all && !number->hex && !number->letters && number->n_digits < 8)
    while (n > 0 && readings[n - 1].form == WINERROR_CODE_HEX)
      n--;
  if (n == 0 || (!self->all && is_no_code (self, number, readings[0].value)))
    return;
  begin = self->all ? winerror_scan_pass_line_begin (self, number->from)
                    : winerror_scan_pass_number_begin (self, number->from, number->to);
  end = winerror_scan_pass_line_end (self, number->to);
  if (winerror_context_is_word_start (number->to, end) ||
      (winerror_context_is_word_end (begin, number->from) &&
       !((self->all || is_full_hex (number->from, number->to)) &&
         winerror_context_is_glued (begin, number->from))))
    return;

  if (readings[0].value <= G_MAXUINT16 && !self->all)
    {
      taken = take_plain_of_log (self, number, begin, end, readings, n, &match);
    }
  else
    {
      find_listed (self, readings, n, self->all ? winerror_context_get_families (begin, end) : 0,
                   &match);
      taken = readings[0].value > G_MAXUINT16 ? take_wide (self, number, begin, end, &match)
                                              : take_plain (self, number, begin, end, &match);
    }
  if (!taken)
    return;
  match.start = (gsize) (number->from - self->text);
  match.length = (gsize) (number->to - number->from);
  match.win32 = get_win32 (self, &match);
  winerror_scan_pass_add (self, match);
}

/**
 * winerror_scan_pass_take_number:
 * @self: a pass
 * @from: a place in its text
 *
 * Takes the number that begins at the place where it is a code; numbers are taken in order.
 */
void
winerror_scan_pass_take_number (WinerrorScanPass *self, const char *from)
{
  WinerrorNumber number;
  gboolean read;

  if (from < self->number_end || from >= self->end)
    return;
  read = winerror_number_read (self->text, from, self->end, &number);
  self->number_end = number.to;
  if (read)
    take (self, &number);
}

/**
 * winerror_scan_pass_take_number_again:
 * @self: a pass
 * @from: a place in its text
 *
 * Takes the number that begins at the place where it is a code, in any order.
 */
void
winerror_scan_pass_take_number_again (WinerrorScanPass *self, const char *from)
{
  WinerrorNumber number;

  if (winerror_number_read (self->text, from, self->end, &number))
    take (self, &number);
}

/* What the bytes of a log are to numbers. */
enum
{
  BYTE_WORD = 1 << 0,  /* a letter, a digit, an underscore */
  BYTE_DIGIT = 1 << 1, /* a decimal digit */
  BYTE_HEX = 1 << 2,   /* a hexadecimal digit */
};

static const guint8 *
get_byte_classes (void)
{
  static guint8 *classes;

  if (g_once_init_enter (&classes))
    {
      guint8 *made = g_new0 (guint8, 256);

      for (guint byte = 0; byte < 128; byte++)
        made[byte] = (guint8) ((g_ascii_isalnum ((char) byte) || byte == '_' ? BYTE_WORD : 0) |
                               (g_ascii_isdigit ((char) byte) ? BYTE_DIGIT : 0) |
                               (g_ascii_isxdigit ((char) byte) ? BYTE_HEX : 0));
      g_once_init_leave (&classes, made);
    }
  return classes;
}

/* Whether a number stands where one is a code that nothing but a failure announces. */
static gboolean
is_marked (const WinerrorScanPass *self, const char *from, const char *to)
{
  gsize before = (gsize) (from - self->text);

  if (before == 0)
    return FALSE;
  if (winerror_context_has_any (from - 1, from, "([<") ||
      (to - from > 2 && from[0] == '0' && (from[1] == 'x' || from[1] == 'X')))
    return TRUE;
  if (before < 2 || from[-1] != ' ')
    return FALSE;
  return from[-2] == ':' || from[-2] == 'h' || from[-2] == 'H' || (to - from == 5 && *from == '1');
}

/* Whether a word for an error of Windows stands right before a number, so that it may be one that
 * no table holds: a look at its end. */
static gboolean
follows_error (const WinerrorScanPass *self, const char *from)
{
  static const char *const ends[] = { "error", "winerr", "errno", "helpmsg", "gle" };
  const char *p = from;

  while (p > self->text && from - p < 3 && winerror_context_has_any (p - 1, p, " :=(#"))
    p--;
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize length = strlen (ends[i]);

      if ((gsize) (p - self->text) >= length &&
          g_ascii_strncasecmp (p - length, ends[i], length) == 0)
        return p < from;
    }
  return FALSE;
}

/* Whether the word from @from to @to may be a code: a look that spares most numbers a closer one.
 */
static gboolean
may_be_code (const WinerrorScanPass *self, const guint8 *classes, const char *from, const char *to)
{
  guint value = 0;
  gboolean decimal = TRUE;
  gsize length = (gsize) (to - from);

  if (length > 2 && from[0] == '0' && (from[1] == 'x' || from[1] == 'X'))
    {
      for (from += 2; from < to && *from == '0';)
        from++;
      return from < to; /* no success */
    }
  for (const char *p = from; p < to; p++)
    {
      guint8 class = classes[(guchar) *p];

      if ((class & BYTE_HEX) == 0) /* 1326L, 52Eh */
        return (classes[(guchar) *from] & BYTE_DIGIT) != 0 && to - p <= 3;
      decimal = decimal && (class & BYTE_DIGIT) != 0;
      value = value * 10 + (guint) (*p - '0');
    }
  if (length >= 8)
    return TRUE;
  if (decimal && value > G_MAXUINT16) /* 267011, a task's result */
    return winerror_known_codes_may_have_wide (self->known, value);
  if (!decimal)
    return (classes[(guchar) *from] & BYTE_DIGIT) != 0 && length >= 3;
  /* 1,326; 1'326 */
  return winerror_known_codes_has_small (self->known, value) ||
         (length <= 3 && to < self->end && classes[(guchar) *to] == 0) ||
         (to < self->end && (*to == '.' || *to == ':') &&
          winerror_known_codes_has_message (self->known, value)) ||
         follows_error (self, from);
}

/**
 * winerror_scan_pass_take_numbers:
 * @self: a pass through a log
 * @from: a place in its text
 * @to: a place after it
 * @marked: only those that are marked as codes: in brackets, hexadecimal, after a colon or "with"
 *
 * Takes the codes among the numbers that begin between the places.
 */
void
winerror_scan_pass_take_numbers (WinerrorScanPass *self,
                                 const char *from,
                                 const char *to,
                                 gboolean marked)
{
  const guint8 *classes = get_byte_classes ();
  const char *p = from;

  /* the rest of a word */
  if (p > self->text && (classes[(guchar) p[-1]] & BYTE_WORD) != 0)
    while (p < to && (classes[(guchar) *p] & BYTE_WORD) != 0)
      p++;

  while (p < to)
    {
      const char *word = p;

      if ((classes[(guchar) *p++] & BYTE_WORD) == 0)
        continue;
      while (p < self->end && (classes[(guchar) *p] & BYTE_WORD) != 0)
        p++;
      if (word > self->text && word[-1] == '\\')
        {
          gsize escape = winerror_context_escape_at (word - 1, p);

          word += MIN (MAX (escape, 1) - 1, (gsize) (p - word) - 1);
        }
      if (word > self->text && winerror_number_is_mark (word[-1], *word))
        winerror_scan_pass_take_number (self, word - 1);
      else if (p - word > FULL_HEX && is_full_hex (p - FULL_HEX, p)) /* Error Code0x80070005 */
        winerror_scan_pass_take_number (self, p - FULL_HEX);
      else if ((classes[(guchar) *word] & BYTE_HEX) != 0 &&
               (!marked || is_marked (self, word, p)) && may_be_code (self, classes, word, p))
        winerror_scan_pass_take_number (self, word);
    }
}
