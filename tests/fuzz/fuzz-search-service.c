// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What comes to the search service over the bus: lines are words of a query, and identifiers.
 * What it finds it can describe, and what it says is short and clean. */

#include "../small-catalog.h"
#include "fuzz-input.h"
#include "winerror-responder.h"

#define MAX_RESULTS 10

static WinerrorCatalog *
load_catalog (void)
{
  static const TestEntry entries[] = {
    { "ERROR_SUCCESS", "The operation completed successfully." },
    { "ERROR_LOGON_FAILURE", "The user name or password is incorrect." },
    { "ERROR_ACCOUNT_LOCKED_OUT", "The referenced account is currently locked out." },
    { "ERROR_PASSWORD_EXPIRED", "The password for this account has expired." },
    { "ERROR_INSTALL_FAILURE", "Fatal error during installation." },
    { "WSAECONNREFUSED", "The other computer refused the connection." },
  };

  return test_small_catalog_new (entries, G_N_ELEMENTS (entries));
}

static gboolean
check_entry (WinerrorResponder *service, const char *id)
{
  g_autoptr (WinerrorEntry) entry = winerror_responder_find_entry (service, id);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  if (entry == NULL)
    return FALSE;
  name = winerror_responder_dup_name (entry);
  description = winerror_responder_dup_description (service, entry);
  g_assert_true (name[0] != '\0' && fuzz_is_shown (name, ""));
  g_assert_true (g_utf8_strlen (name, -1) <= 201);
  g_assert_true (fuzz_is_shown (description, ""));
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static WinerrorResponder *service;
  /* the bus lets nothing through but UTF-8 */
  g_autofree char *valid = winerror_text_make_valid ((const char *) data, (gssize) MIN (size, 512));
  g_auto (GStrv) given = fuzz_split ((const uint8_t *) valid, strlen (valid), '\n');
  g_auto (GStrv) terms = winerror_responder_dup_terms ((const char *const *) given);
  g_auto (GStrv) split = winerror_responder_split (valid);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) others = NULL;

  /* what it answers needs no bus */
  if (service == NULL)
    {
      g_autoptr (GSettings) settings = fuzz_settings_new ();
      g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
      g_autoptr (WinerrorCatalog) catalog = load_catalog ();

      service = winerror_responder_new ();
      winerror_responder_set_up (service, settings, language, catalog, NULL);
    }

  g_assert_true (g_strv_length (terms) <= g_strv_length (given));
  found = winerror_responder_find (service, (const char *const *) terms);
  /* the last is NULL */
  g_assert_true (found->len <= MAX_RESULTS + 1);
  for (guint i = 0; i + 1 < found->len; i++)
    g_assert_true (check_entry (service, g_ptr_array_index (found, i)));
  others = winerror_responder_find (service, (const char *const *) split);
  g_assert_true (others->len <= MAX_RESULTS + 1);
  for (gsize i = 0; given[i] != NULL; i++)
    check_entry (service, given[i]);
  return 0;
}
