// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What the part of the search service refuses that has the answers. */

#include "refusal.h"
#include "small-catalog.h"
#include "winerror-responder.h"
#include "winerror-settings.h"
#include "winerror-test-utils.h"

static const TestEntry ENTRIES[] = { { "ERROR_ONE", "One thing is wrong." } };

static void
test_set_up (void)
{
  g_autoptr (WinerrorResponder) responder = winerror_responder_new ();
  g_autoptr (WinerrorCatalog) catalog = test_small_catalog_new (ENTRIES, G_N_ELEMENTS (ENTRIES));
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GSettings) settings = winerror_settings_new (NULL);
  g_autoptr (WinerrorOwnTables) tables = winerror_own_tables_new (NULL, catalog);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "a fault");

  refuses_to_others (winerror_responder_set_up (it, settings, language, catalog, NULL));
  refuses_to_others (winerror_responder_set_up (responder, it, language, catalog, NULL));
  refuses_to ("error", winerror_responder_set_up (responder, settings, language, NULL, NULL));
  refuses_to ("error", winerror_responder_set_up (responder, settings, language, catalog, error));
  refuses_to_others (winerror_responder_follow_tables (it, tables));
  refuses_to_others (winerror_responder_follow_tables (responder, it));
  refuses_to ("catalog", winerror_responder_follow_tables (responder, tables));

  winerror_responder_set_up (responder, settings, language, catalog, NULL);
  refuses_to ("settings", winerror_responder_set_up (responder, settings, language, catalog, NULL));
  winerror_responder_follow_tables (responder, tables);
  refuses_to ("tables", winerror_responder_follow_tables (responder, tables));
}

/* Without entries there is nothing that could be asked. */
static void
test_no_entries (void)
{
  g_autoptr (WinerrorResponder) responder = winerror_responder_new ();
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GSettings) settings = winerror_settings_new (NULL);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "a fault");

  winerror_responder_set_up (responder, settings, language, NULL, error);
  g_assert_null (winerror_responder_get_search (responder));
  g_assert_true (winerror_responder_get_settings (responder) == settings);
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);
  g_test_add_func ("/preconditions/set-up", test_set_up);
  g_test_add_func ("/preconditions/no-entries", test_no_entries);
  return g_test_run ();
}
