// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* A query of any bytes: each hit is an entry of its own, and what matched lies in the text. */

#include "winerror-search.h"

#ifdef WINERROR_FUZZING
#include "../small-catalog.h"
#endif

#include <stdint.h>
#include <string.h>

/* Longer queries say nothing new, and take as much longer. */
#define MAX_SIZE 128

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (gboolean good)
{
  if (!good)
    g_error ("the answer is not consistent");
}

static void
check_ranges (WinerrorAnswer *answer, const char *text)
{
  g_autoptr (GArray) ranges = winerror_answer_find_ranges (answer, text);
  gsize end = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const WinerrorRange *range = &g_array_index (ranges, WinerrorRange, i);

      check (range->length > 0 && range->start >= end);
      end = range->start + range->length;
      check (end <= strlen (text));
      check (g_utf8_validate (text + range->start, (gssize) range->length, NULL));
    }
}

static void
check_entry (WinerrorAnswer *answer, WinerrorEntry *entry, guint rank)
{
  const WinerrorEntryInfo *info = winerror_entry_get_info (entry);

  check ((winerror_entry_get_explanation (entry) != NULL) == (rank == WINERROR_RANK_UNLISTED));
  check ((winerror_entry_get_table (entry) == NULL) == (rank == WINERROR_RANK_UNLISTED));
  if (info->symbol != NULL)
    check_ranges (answer, info->symbol);
  if (info->description != NULL)
    check_ranges (answer, info->description);
}

/* All entries, or for a fuzzer, which tries the more the fewer there are, some. */
static WinerrorCatalog *
load_catalog (void)
{
#ifdef WINERROR_FUZZING
  static const TestEntry entries[] = {
    { "ERROR_SUCCESS", "The operation completed successfully." },
    { "ERROR_LOGON_FAILURE", "The user name or password is incorrect." },
    { "ERROR_ACCOUNT_LOCKED_OUT", "The referenced account is currently locked out." },
    { "ERROR_PASSWORD_EXPIRED", "The password for this account has expired." },
    { "ERROR_NO_SYSTEM_RESOURCES", "Insufficient system resources exist." },
    { "ERROR_INSTALL_FAILURE", "Fatal error during installation." },
    { "ERROR_FILE_CORRUPT", "The file or directory is corrupted and unreadable." },
    { "WSAECONNREFUSED", "The other computer refused the connection." },
  };

  return test_small_catalog_new (entries, G_N_ELEMENTS (entries));
#else
  return winerror_catalog_new_built_in (NULL);
#endif
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static WinerrorCatalog *catalog;
  static WinerrorSearch *search;
  g_autofree char *query = g_strndup ((const char *) data, MIN (size, MAX_SIZE));
  g_autoptr (WinerrorAnswer) answer = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n;

  if (search == NULL)
    {
      g_autoptr (WinerrorLanguage) language = NULL;

      winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
      language = winerror_language_new_shipped ("de", NULL);
      if (language == NULL)
        language = winerror_language_new_source ();
      catalog = load_catalog ();
      search = winerror_search_new (catalog, language);
    }

  answer = winerror_search_run (search, query);
  check (g_utf8_validate (winerror_answer_get_query (answer), -1, NULL));
  n = winerror_answer_get_n_hits (answer);
  for (guint i = 0; i < n; i++)
    {
      const WinerrorHit *hit = winerror_answer_get_hit (answer, i);

      check (hit->score >= 0 && hit->score <= 1);
      if (hit->rank != WINERROR_RANK_UNLISTED)
        {
          check (hit->position < winerror_catalog_get_n_entries (catalog));
          check (g_hash_table_add (seen, GUINT_TO_POINTER (hit->position)));
        }
      if (i < 5)
        check_entry (answer, winerror_answer_get_entry (answer, i), hit->rank);
    }
  check_ranges (answer,
                "Zur Domäne: 用户名或密码不正确。 Ｗｉｄｅ İstanbul ﬁle naïve كلمـــة المرور");
  check_ranges (answer, winerror_answer_get_query (answer));
  return 0;
}
