// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-readings.h"

#include "winerror-answer-private.h"
#include "winerror-context.h"

#include <string.h>

/* The system error codes that Windows Installer returns; beside a word for it, they are meant. */
#define FIRST_MSI 1600
#define LAST_MSI  1660

/* How long a word is at the least, in bytes, that says which reading of a number is meant. */
#define MIN_COMPARED 3

/* How often a code is met at the least that is meant where another reading of it is likely too. */
#define MET_OFTEN 2

/* How many words before a number may say that it is one of LDAP or Kerberos; and below which it is
 * then none of a small family. */
#define MAX_FOREIGN_WORDS 3
#define FIRST_LARGE       256

/* Adds an entry; codes stay in the order in which the query names them. */
static void
add_position (WinerrorQueryReadings *self, guint position, WinerrorRank rank)
{
  self->n_found++;
  winerror_answer_add_scored (self->answer, position, rank,
                              MAX (0.0f, 1.0f - (float) self->n_found / 1024.0f));
}

/* Whether a number among words is one of dial-up and VPN that is met, and no system error that is.
 */
static gboolean
is_ras (const WinerrorQueryReadings *self, const WinerrorCode *code)
{
  WinerrorEntryInfo info;
  guint position;

  if (!self->among_words || code->family != WINERROR_FAMILY_RAS ||
      !winerror_catalog_lookup_code (self->answer->catalog, code->family, code->code, &position))
    return FALSE;
  winerror_catalog_get_info (self->answer->catalog, position, &info);
  if (info.met < MET_OFTEN)
    return FALSE;
  if (!winerror_catalog_lookup_code (self->answer->catalog, WINERROR_FAMILY_WIN32, code->code,
                                     &position))
    return TRUE;
  winerror_catalog_get_info (self->answer->catalog, position, &info);
  return info.met == 0;
}

/* How many words of the query an entry has in its symbol or description. */
static guint
count_words (const WinerrorQueryReadings *self, WinerrorFamily family, guint32 code)
{
  g_autofree char *folded = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  WinerrorEntryInfo info;
  guint position;
  guint n = 0;

  if (!winerror_catalog_lookup_code (self->answer->catalog, family, code, &position))
    return 0;
  winerror_catalog_get_info (self->answer->catalog, position, &info);
  text = g_strdup_printf ("%s %s", info.symbol != NULL ? info.symbol : "",
                          info.description != NULL ? info.description : "");
  folded = g_ascii_strdown (text, -1);
  words = g_strsplit_set (self->text, " .,:;()'\"", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_ascii_strdown (words[i], -1);

      n += strlen (word) >= MIN_COMPARED && !g_str_equal (word, "error") &&
           strstr (folded, word) != NULL;
    }
  return n;
}

/* Whether a number among words is a message of Windows Installer: "Error 1920. Service … failed to
 * start". Other programs write so too, so that the words of the sentence count. Where neither the
 * form nor a word for the Installer speaks for it, the search weighs the words. */
static gboolean
is_installer (const WinerrorQueryReadings *self, const WinerrorCode *code)
{
  gboolean about = (self->families & 1u << WINERROR_FAMILY_INSTALLER) != 0;

  if (!self->is_message && (!about || (code->code >= FIRST_MSI && code->code <= LAST_MSI)))
    return FALSE;
  return count_words (self, WINERROR_FAMILY_INSTALLER, code->code) >=
         count_words (self, WINERROR_FAMILY_WIN32, code->code);
}

/* Whether the words of the query make a reading the likeliest. */
static gboolean
is_meant (const WinerrorQueryReadings *self, const WinerrorCode *code)
{
  if (code->family == WINERROR_FAMILY_INSTALLER)
    return is_installer (self, code);
  if (self->is_device)
    return code->family == WINERROR_FAMILY_DEVICE;
  return is_ras (self, code) || (self->families & 1u << code->family) != 0;
}

/* "Error 1920. Service", "Error 2911: Could not", "Product: X -- Error 1722.": a number between a
 * word for an error and the text that it heads, or as the event log has it. */
static gboolean
is_message_head (const char *begin, const char *from, const char *to, const char *end)
{
  WinerrorContextWord word;

  if (to == end || (*to != '.' && *to != ':') ||
      !winerror_context_word_read_before (begin, from, &word) || word.end + 1 != from ||
      (word.roles & WINERROR_ROLE_HEADS) == 0 || g_ascii_islower (*word.start))
    return FALSE;
  return (end - to > 2 && to[1] == ' ' && g_ascii_isalpha (to[2])) ||
         (word.start - begin > 3 && memcmp (word.start - 3, "-- ", 3) == 0);
}

/**
 * winerror_query_readings_set_place:
 * @self: the readings
 * @from: where the number begins that is added next
 * @to: where it ends
 *
 * Looks how a number is written, and what stands before it.
 */
void
winerror_query_readings_set_place (WinerrorQueryReadings *self, const char *from, const char *to)
{
  const char *end = self->text + strlen (self->text);
  WinerrorContextWord word;

  self->is_device = winerror_context_is_device_code (self->text, from, to, end);
  self->is_message = is_message_head (self->text, from, to, end) ||
                     (winerror_context_word_read_before (self->text, from, &word) &&
                      winerror_context_word_equals (&word, "message") &&
                      (self->families & 1u << WINERROR_FAMILY_INSTALLER) != 0);
  self->is_foreign = winerror_context_has_role_before (self->text, from, WINERROR_ROLE_SMALL,
                                                       MAX_FOREIGN_WORDS);
}

/* Whether a reading is one of a small family that the words or the form are about. */
static gboolean
is_of_named_family (const WinerrorQueryReadings *self, const WinerrorCode *reading)
{
  return (self->families & 1u << reading->family) != 0 ||
         (self->is_device && reading->family == WINERROR_FAMILY_DEVICE);
}

/**
 * winerror_query_readings_is_named:
 * @self: the readings
 * @readings: what a number may name
 * @n: how many readings there are
 *
 * Returns: whether the number, as it is written, may be one of a family that the words are about
 */
gboolean
winerror_query_readings_is_named (const WinerrorQueryReadings *self,
                                  const WinerrorCode *readings,
                                  guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_of_named_family (self, &readings[i]) && readings[i].value == readings[0].value)
      return TRUE;
  return FALSE;
}

/* Whether the words rule a reading out: "VPN error 899" is not 0x899, "LDAP error code 49" is of no
 * small family. */
static gboolean
is_ruled_out (const WinerrorQueryReadings *self,
              const WinerrorCode *reading,
              const WinerrorCode *first,
              gboolean named)
{
  if (named)
    return reading->value != first->value;
  return self->is_foreign && first->value < FIRST_LARGE &&
         (winerror_family_is_small (reading->family) || reading->value != first->value);
}

/**
 * winerror_query_readings_add:
 * @self: the readings
 * @readings: what a number may name, the likelier one first
 * @n: how many readings there are
 *
 * Adds the entries that a number names: first what the words are about, then what it is without
 * them, then its other readings.
 *
 * Returns: whether there is any
 */
gboolean
winerror_query_readings_add (WinerrorQueryReadings *self, const WinerrorCode *readings, guint n)
{
  gboolean named = winerror_query_readings_is_named (self, readings, n);
  guint n_before = self->n_found;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        WinerrorRank rank = WINERROR_RANK_CODE_ALTERNATIVE;
        guint position;

        if (is_meant (self, &readings[i]) != (pass == 0) ||
            is_ruled_out (self, &readings[i], &readings[0], named) ||
            !winerror_catalog_lookup_code (self->answer->catalog, readings[i].family,
                                           readings[i].code, &position))
          continue;
        /* the first, and the same number in other families */
        if (self->n_found == n_before || (pass == 0) || readings[i].value == readings[0].value)
          rank = WINERROR_RANK_CODE;
        add_position (self, position, rank);
        if (readings[i].family == WINERROR_FAMILY_NTSTATUS &&
            winerror_answer_find_win32 (self->answer, position, TRUE, &position))
          add_position (self, position, rank);
      }
  return self->n_found > n_before;
}

/**
 * winerror_query_readings_explain:
 * @self: the readings
 * @readings: what a number may name, the likelier one first
 * @n: how many readings there are
 *
 * Adds a number that no table holds, as one of the family that the words are about if it may be.
 */
void
winerror_query_readings_explain (WinerrorQueryReadings *self, const WinerrorCode *readings, guint n)
{
  const WinerrorCode *chosen = &readings[0];

  for (guint i = n; i > 0; i--)
    if (is_of_named_family (self, &readings[i - 1]) && readings[i - 1].value == readings[0].value)
      chosen = &readings[i - 1];
  winerror_answer_add_unlisted (self->answer, chosen);
}
