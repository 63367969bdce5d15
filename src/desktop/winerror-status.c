// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-status.h"

#include "winerror-gettext.h"

/* What the line of status below the list says. */

/**
 * winerror_status_count_answer:
 * @answer: what a query found
 *
 * Returns: (transfer full): how many entries that is
 */
char *
winerror_status_count_answer (WinerrorAnswer *answer)
{
  guint n;

  g_return_val_if_fail (answer != NULL, NULL);

  n = winerror_answer_get_n_hits (answer);
  if (n == 0)
    return g_strdup (_ ("No entry matches"));
  if (!winerror_answer_has_entries (answer))
    return g_strdup (ngettext ("No table has this code", "No table has these codes", n));
  if (winerror_answer_get_query (answer)[0] == '\0')
    return g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
  if (!winerror_answer_is_complete (answer))
    return g_strdup_printf (
        ngettext ("%u entry has some of the words", "%u entries have some of the words", n), n);
  return g_strdup_printf (ngettext ("%u entry matches", "%u entries match", n), n);
}

/**
 * winerror_status_count_codes:
 * @n: how many codes logs have, each counted once
 *
 * Returns: (transfer full): how many codes that is
 */
char *
winerror_status_count_codes (guint n)
{
  /* Translators: error codes in a log */
  return g_strdup_printf (ngettext ("%u code", "%u codes", n), n);
}

/**
 * winerror_status_describe_selection:
 * @selection: a selection
 *
 * Returns: (transfer full) (nullable): how many results are selected, or where the one that is
 *   stands and what it is; %NULL where there are no results
 */
char *
winerror_status_describe_selection (WinerrorResultSelection *selection)
{
  WinerrorEntry *entry;
  g_autoptr (GtkBitset) selected = NULL;
  g_autofree char *number = NULL;
  const char *symbol;
  guint n;

  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (selection), NULL);

  selected = gtk_selection_model_get_selection (winerror_result_selection_get_model (selection));
  n = (guint) gtk_bitset_get_size (selected);
  if (n > 1)
    /* Translators: how many of the results are selected */
    return g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  entry = winerror_result_selection_get_current_entry (selection);
  if (entry == NULL)
    return NULL;
  number = winerror_entry_dup_number (entry);
  symbol = winerror_entry_get_symbol (entry);
  /* Translators: the place of the selected result among all, its number and its symbol:
   * result 2: 1326 ERROR_LOGON_FAILURE */
  return g_strdup_printf (_ ("result %u: %s %s"),
                          winerror_result_selection_get_current (selection) + 1, number,
                          symbol != NULL ? symbol : "");
}
