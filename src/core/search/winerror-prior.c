// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-prior.h"

/* How much of its score an entry keeps that has no description, and one of a table of record of
 * which nothing else is known: see winerror_prior_get(). */
#define PRIOR_NAME   0.4f
#define PRIOR_RECORD 0.86f

/* How often an entry is met at the least that an own table holds or a note is about. */
#define MET_OWN 2

/* The same where the query speaks of its family. */
#define PRIOR_NAMED 1.1f

/* The same by family: many codes have a twin among the system error codes, which is met more. */
static const float family_priors[WINERROR_N_FAMILIES] = {
  [WINERROR_FAMILY_WIN32] = 1.0f,     [WINERROR_FAMILY_HRESULT] = 0.9f,
  [WINERROR_FAMILY_NTSTATUS] = 0.75f, [WINERROR_FAMILY_INSTALLER] = 0.8f,
  [WINERROR_FAMILY_STOP] = 0.85f,     [WINERROR_FAMILY_DEVICE] = 0.98f,
  [WINERROR_FAMILY_RAS] = 0.8f,       [WINERROR_FAMILY_RDP] = 0.85f,
};

/**
 * winerror_prior_find_families:
 * @indexes: (element-type WinerrorIndex): what is searched, each with the lexicon of its language
 * @words: (element-type utf8): the words of the query, folded
 *
 * Returns: the families that the query speaks of, a bit for each: 1 << #WinerrorFamily
 */
guint
winerror_prior_find_families (GPtrArray *indexes, GPtrArray *words)
{
  guint families = 0;

  for (guint i = 0; i < indexes->len; i++)
    for (guint j = 0; j < words->len; j++)
      {
        WinerrorLexicon *lexicon = winerror_index_get_lexicon (indexes->pdata[i]);
        WinerrorFamily family;

        if (winerror_lexicon_names_family (lexicon, words->pdata[j], &family))
          families |= 1u << family;
      }
  return families;
}

static float
get_share (WinerrorFamily family, guint families)
{
  return (families & (1u << family)) != 0 ? PRIOR_NAMED : family_priors[family];
}

/**
 * winerror_prior_get:
 * @catalog: the entries
 * @position: position of an entry
 * @families: the families that the query speaks of: winerror_prior_find_families()
 *
 * What help desks meet, and what they have tables and notes of, is meant more often, and a name
 * says less than a description.
 *
 * Returns: how much of its score an entry keeps that has words of a query; up to 1, or a bit more
 *   where the query speaks of its family
 */
float
winerror_prior_get (WinerrorCatalog *catalog, guint position, guint families)
{
  static const float met[WINERROR_MAX_MET + 1] = { 0.62f, 0.91f, 0.96f, 1.0f };
  WinerrorEntryInfo info;
  const WinerrorTableInfo *table;
  WinerrorFamily family;
  float share;

  if (winerror_catalog_is_own (catalog, position, MET_OWN, &family))
    return met[MET_OWN] * get_share (family, families);
  table = winerror_table_get_info (winerror_catalog_get_info (catalog, position, &info));
  family = table->family;
  share = get_share (family, families);
  /* what a help desk has a table or a note of is met there */
  if (winerror_catalog_has_own_text (catalog, position))
    return met[MAX (info.met, MET_OWN)] * share;
  if (info.description == NULL)
    return PRIOR_NAME * share;
  if (info.met == 0 && table->listed)
    return PRIOR_RECORD * share;
  return met[info.met] * share;
}
