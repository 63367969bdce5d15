// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-match.h"

#include <string.h>

/* Within which distance a code is not named twice, in bytes. */
#define NEAR 512

static gboolean
is_same (const WinerrorMatch *match, const WinerrorMatch *other)
{
  /* a description belongs to an NTSTATUS value too that becomes its code */
  if (match->sentence || other->sentence)
    return match->win32 == other->win32;
  return match->code.family == other->code.family && match->code.code == other->code.code;
}

/* Whether a match is the same description as another one, of another entry. */
static gboolean
is_sibling (const WinerrorMatch *match, const WinerrorMatch *other)
{
  return match->sentence && other->sentence && match->start == other->start &&
         match->length == other->length && match->win32 != other->win32;
}

/* Whether a match says nothing new beside another one in its line: the same code before it, a
 * description of a code that is named too, a description that is part of a longer one. */
static gboolean
is_repetition (const WinerrorMatch *match, const WinerrorMatch *other)
{
  gboolean before = other < match;

  if (!is_same (match, other))
    return match->sentence && other->sentence && other->start <= match->start &&
           other->start + other->length >= match->start + match->length &&
           other->length > match->length;
  return other->sentence ? match->sentence && before : match->sentence || before;
}

static gboolean
are_near (const char *text, const WinerrorMatch *first, const WinerrorMatch *last)
{
  gsize distance = last->start - first->start;

  return distance <= NEAR && memchr (text + first->start, '\n', distance) == NULL;
}

/* The matches near one, as an interval that holds it. */
static void
find_near (const char *text,
           const GArray *matches,
           const WinerrorMatch *match,
           const WinerrorMatch **from,
           const WinerrorMatch **to)
{
  const WinerrorMatch *first = &g_array_index (matches, WinerrorMatch, 0);
  const WinerrorMatch *last = first + matches->len;

  for (*from = match; *from > first && are_near (text, *from - 1, match);)
    (*from)--;
  for (*to = match + 1; *to < last && are_near (text, match, *to);)
    (*to)++;
}

/* Whether a code near a description is one of the entries that it describes. */
static gboolean
is_decided (const WinerrorMatch *match, const WinerrorMatch *from, const WinerrorMatch *to)
{
  for (const WinerrorMatch *sibling = from; sibling < to; sibling++)
    if (is_sibling (match, sibling))
      for (const WinerrorMatch *p = from; p < to; p++)
        if (!p->sentence && p->win32 == sibling->win32)
          return TRUE;
  return FALSE;
}

static gboolean
is_repeated (const char *text, const GArray *matches, guint position)
{
  const WinerrorMatch *match = &g_array_index (matches, WinerrorMatch, position);
  const WinerrorMatch *from;
  const WinerrorMatch *to;

  find_near (text, matches, match, &from, &to);
  for (const WinerrorMatch *p = from; p < to; p++)
    if (p != match && is_repetition (match, p))
      return TRUE;
  return match->sentence && is_decided (match, from, to);
}

/**
 * winerror_match_remove_repetitions:
 * @matches: (element-type WinerrorMatch): matches, in order of appearance
 * @text: the text that they are in
 *
 * Removes the matches that say nothing new beside another one in their line, and of the entries
 * that a description is that of, those that a code in the line rules out.
 */
void
winerror_match_remove_repetitions (GArray *matches, const char *text)
{
  g_autofree gboolean *repeated = NULL;
  guint n = 0;

  g_return_if_fail (matches != NULL);
  g_return_if_fail (text != NULL);

  repeated = g_new (gboolean, matches->len + 1);
  for (guint i = 0; i < matches->len; i++)
    repeated[i] = is_repeated (text, matches, i);
  for (guint i = 0; i < matches->len; i++)
    if (!repeated[i])
      g_array_index (matches, WinerrorMatch, n++) = g_array_index (matches, WinerrorMatch, i);
  g_array_set_size (matches, n);
}

/* Whether a Win32 code is named near a match. */
static gboolean
is_named_near (const char *text, const GArray *matches, const WinerrorMatch *match)
{
  const WinerrorMatch *from;
  const WinerrorMatch *to;

  find_near (text, matches, match, &from, &to);
  for (const WinerrorMatch *p = from; p < to; p++)
    if (p->code.family == WINERROR_FAMILY_WIN32 && p->code.code == match->win32)
      return TRUE;
  return FALSE;
}

/**
 * winerror_match_add_win32:
 * @matches: (element-type WinerrorMatch): matches, in order of appearance
 * @text: the text that they are in
 * @catalog: the catalog that their positions are of
 *
 * Adds, after each NTSTATUS value that becomes a code of the table of record, a match of the same
 * place for this code: programs name it so on the next line, and scripts wait for it.
 */
void
winerror_match_add_win32 (GArray *matches, const char *text, WinerrorCatalog *catalog)
{
  g_return_if_fail (matches != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (WINERROR_IS_CATALOG (catalog));

  for (guint i = 0; i < matches->len; i++)
    {
      WinerrorMatch match = g_array_index (matches, WinerrorMatch, i);

      if (match.code.family != WINERROR_FAMILY_NTSTATUS || match.win32 == 0 ||
          !winerror_catalog_lookup_code (catalog, WINERROR_FAMILY_WIN32, match.win32,
                                         &match.position) ||
          !winerror_catalog_is_listed (catalog, match.position) ||
          is_named_near (text, matches, &g_array_index (matches, WinerrorMatch, i)))
        continue;
      match.code.family = WINERROR_FAMILY_WIN32;
      match.code.code = match.win32;
      g_array_insert_val (matches, ++i, match);
    }
}
